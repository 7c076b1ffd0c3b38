"""The words of a mail that few mails have: by them a person tells of which matter it is ("the tithe maps", "your trams")."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from watcher.inference.heard import Heard, plain
from watcher.model import Automatic, Kind, Statement
from watcher.text import MAX_WORDS, shorten

__all__ = ["RAREST", "rare", "words"]

RAREST = 6
"""How rare a word is that was hardly met: from 1 on, by the logarithm of how many mails have it (`tests/corpus/learn_rarity.py`)."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "ly")
_LONG = 4
"""Letters of a word that stay when its ending is taken off."""
_LOOKED_AT = 4_000
"""Characters: what a mail is about stands at its beginning."""
_MOST = 30


def rare(heard: Heard) -> Iterator[Statement]:
    """The rare words of the mail, and those of its subject, but for my name."""
    message, me = heard.message, heard.speech.me
    if message.envelope.automatic is Automatic.BULK:
        return
    mine = set(words(me.name))
    for rule, text in ((".subject", message.envelope.subject), ("", message.text[:_LOOKED_AT])):
        if told := _told(dict.fromkeys(word for word in words(text) if word not in mine)):
            shown = " ".join(word.partition(":")[0] for word in told.split())
            yield Statement(Kind.RARE_WORDS, shorten(shown), f"rare words{rule}", text=told)


def words(text: str) -> Iterator[str]:
    """The words of a text without their endings."""
    return map(_stem, _WORD.findall(plain(text)))


def _told(found: Iterable[str]) -> str:
    """The rarest of some words, each with how rare it is: "tram:3 lisbon:4"."""
    known = _rarity()
    ranked = sorted(((word, known.get(word, RAREST)) for word in found), key=lambda item: -item[1])
    told = [f"{word}:{level}" for word, level in ranked[:_MOST] if level > 0]
    while sum(map(len, told)) + len(told) > MAX_WORDS:
        told.pop()
    return " ".join(told)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LONG:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("e") and len(word) > _LONG else word


@cache
def _rarity() -> Mapping[str, int]:
    levels = json.loads(files(__package__).joinpath("rarity.json").read_text(encoding="utf-8"))
    return {word: int(level) for level, line in levels.items() for word in line.split()}
