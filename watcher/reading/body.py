"""The text of a mail as one string in the conventions of plain text mail, from whichever part says it best."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from watcher.reading import html, parse
from watcher.reading.paragraphs import unflow
from watcher.reading.parts import Choice, Part
from watcher.text import clean_block

__all__ = ["Body", "body_of"]

_NO_TEXT = re.compile(
    r"\b(?:html|(?:in (?:a|your|the) )?browser|online|web version|mail (?:client|program|reader))\b", re.IGNORECASE
)
"""What programs write for those who do not see the HTML."""
_MAX_NO_TEXT = 300
_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<div|<table|<p>)", re.IGNORECASE)
_MAX_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True)
class Body:
    """Cleaned lines; quoted ones begin with ">"."""

    text: str
    signature: str = ""
    """As a mail client marked it in HTML that is not itself used."""
    lossy: bool = False


def body_of(texts: Iterable[Choice]) -> Body:
    """The text of all parts that show their text in place, in order.

    Raises:
        Unreadable: a part cannot be decoded
    """
    bodies = [_best(choice) for choice in texts]
    text = "\n\n".join(body.text for body in bodies if body.text)
    signature = next((body.signature for body in bodies if body.signature), "")
    lossy = any(body.lossy for body in bodies) or len(text) > _MAX_CHARACTERS
    return Body(text[:_MAX_CHARACTERS], signature, lossy)


def _best(choice: Choice) -> Body:
    """Plain text where there is any worth the name, else the HTML."""
    plain = [_plain(part) for part in choice.plain]
    text = "\n\n".join(body.text for body in plain if body.text)
    if not choice.html:
        return Body(text, lossy=any(body.lossy for body in plain))
    pages = [parse.text(part) for part in choice.html]
    if text and not (len(text) < _MAX_NO_TEXT and _NO_TEXT.search(text)):
        marked = next((html.signature(page.text) for page in pages if html.has_signature(page.text)), "")
        return Body(text, clean_block(marked), any(body.lossy for body in plain))
    rendered = "\n\n".join(html.to_text(page.text) for page in pages)
    return Body(clean_block(rendered) or text, lossy=any(page.lossy for page in pages))


def _plain(part: Part) -> Body:
    decoded = parse.text(part)
    text = decoded.text
    if _LOOKS_LIKE_HTML.match(text):
        text = html.to_text(text)
    elif part.flowed:
        text = unflow(text, delsp=part.delsp)
    return Body(clean_block(text), lossy=decoded.lossy)
