"""Reference numbers of positions that a mail's words tell: "Reference HBP-117", "requisition 26-0431", "(R-88213, Aberdeen)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.inference.heard import Heard
from watcher.model import Kind, Statement
from watcher.text import shorten

__all__ = ["numbers"]

_LABELLED = re.compile(
    r"\b(?i:ref(?:erence)?|req(?:uisition)?|vacancy|posting|vrn|advert(?:isement)?|job|position|post)"
    r"(?i: (?:no|nr|number|id|code))?[.:# ]{1,3}(?P<code>(?:[A-Z]{1,8}[ /-]?)?\d[\dA-Z/-]{0,14}\d)(?![\w$€£%])"
)
_CODE = re.compile(r"(?<![\w/-])(?P<code>[A-Z]{1,5}(?:-\d{3,7}|/\d\d/\d{2,4}))(?![\w/-])")
_MOST = 4


def numbers(heard: Heard) -> Iterator[Statement]:
    """One statement for each number that a mail names, at most four: a list of openings is of none."""
    found: dict[str, str] = {}
    for sentence in heard.sentences:
        for pattern in (_LABELLED, _CODE):
            found |= {match["code"]: sentence.text for match in pattern.finditer(sentence.text)}
    if len(found) <= _MOST:
        for code, words in found.items():
            yield Statement(Kind.NUMBERED, shorten(words), "number", text=code)
