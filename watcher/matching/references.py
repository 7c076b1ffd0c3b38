"""Reference numbers of positions in subjects: "Req 26-0713", "EDU-2208", "(20388)", "R1203", "MWB 07/2026"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["bare_numbers", "references"]

_NUMBER = re.compile(
    r"(?<![\w$€£.,:/-])"
    r"(?:(?P<label>(?i:ref(?:erence)?|req(?:uisition)?|posting|vacancy|vrn|job(?: ?id)?|campaign|id|no|number)\b)"
    r"[.:# ]{0,3})?"
    r"(?:(?P<letters>[A-Z]{1,8})[ /-]?)?"
    r"(?P<number>\d[\d/-]{0,14}\d[A-Z]?)"
    r"(?![\w$€£%/-]|[.,:]\d)"
)
_CODE = re.compile(
    r"(?<![\w/-])\d{1,6}[/-](?!(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[/-])[A-Z]{1,6}\d{0,6}[/-]\d{1,6}(?![\w/-])"
)
"""Figures, letters and figures: "334-PH-2207", "040-NMR112-0126"."""
_DATE = re.compile(r"(?:19|20)\d\d|\d{4}-\d\d?-\d\d?|\d\d?[/-]\d\d?[/-](?:\d\d){1,2}|(?:19|20)\d\d-(?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def references(text: str) -> Iterator[str]:
    """The reference numbers in a line, in a form that can be compared; no dates, years, times or prices.

    What would be too little of a number among words is one where a subject says nothing else: "Re: 26-07".
    """
    yield from (match.group().lower() for match in _CODE.finditer(text))
    for match in _NUMBER.finditer(text):
        number, letters, label = match["number"].strip("/-"), match["letters"] or "", match["label"]
        digits = sum(c.isdigit() for c in number)
        if digits < 3 or (not letters and _DATE.fullmatch(number)) or (_DATE.fullmatch(number) and len(number) == 4):
            continue
        hyphened = bool(letters) and match.group().startswith(f"{letters}-") and digits >= 4
        attached = len(letters) == 1 and digits >= 4 and match.group() == f"{letters}{number}"
        alone = digits > 3 and text.rpartition(": ")[2].strip() == match.group()
        if label or len(letters) > 1 or digits >= 5 or hyphened or attached or alone:
            yield number if digits > 3 and not _looks_like_month(number) else f"{letters.lower()}{number}"


def bare_numbers(words: Iterable[str]) -> frozenset[str]:
    """Of the words of a subject, those that may be a position's number, where two have the same: "Your 3402 form"."""
    return frozenset(word for word in words if word.isdigit() and len(word) > 2 and not _YEAR.fullmatch(word))


def _looks_like_month(number: str) -> bool:
    return re.fullmatch(r"\d\d?/(?:19|20)\d\d|(?:19|20)\d\d/\d\d?", number) is not None
