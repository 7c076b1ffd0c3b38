"""Cleaning text that comes from mail: nothing in it may become a header, a log line or a terminal code."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["MAX_WORDS", "clean_block", "clean_line", "shorten", "unaccented"]

MAX_WORDS = 300
"""Characters kept of the words a statement rests on."""

# C0 and C1 controls, line and paragraph separators, lone surrogates
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LINE_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
# Marks without width, and those that turn the direction of writing (Trojan Source, CVE-2021-42574)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def clean_line(value: str, limit: int = 1000) -> str:
    """One line of at most `limit` characters: controls and line breaks become a space, invisible marks go."""
    value = _INVISIBLE.sub("", _LINE_CONTROL.sub(" ", value[: limit * 4]))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", value)).strip()[:limit]


def clean_block(value: str) -> str:
    """Text with line feeds as its only controls; spaces of all kinds are one space, tabs too."""
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    value = _INVISIBLE.sub("", _CONTROL.sub("", value))
    lines = unicodedata.normalize("NFC", value).split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip("\n")


def shorten(value: str, limit: int = MAX_WORDS) -> str:
    """One line of at most `limit` characters, an ellipsis where words were left off."""
    value = " ".join(value.split())
    return value if len(value) <= limit else value[: limit - 1].rstrip() + "…"


def unaccented(value: str) -> str:
    """The same in lower case without accents: "Tōtara" and "Totara" are one."""
    return "".join(char for char in unicodedata.normalize("NFKD", value.casefold()) if not unicodedata.combining(char))
