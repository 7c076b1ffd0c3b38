"""Taking the signature off the words.

A sentence cut away is worse than a name left in. So a cut needs an anchor (the marker "-- ", what a mail client marked,
a closing, the sender's own name), and whatever below it speaks to the reader is kept with the words.
"""

from __future__ import annotations

import re

from watcher.model import Address
from watcher.reading.names import is_name, is_person, names_of
from watcher.reading.signoff import (
    fits_below,
    is_bare_contact,
    is_closing,
    is_postscript,
    is_small_print,
    speaks,
)

__all__ = ["split"]

_MARKER = re.compile(r"(?:--|—|__)")
_MAX_LINES = 40
"""Lines that a signature may have."""
_LONG_NOTICE = 200
"""Characters of a legal notice that fills several lines."""
_MAX_CLOSING_WORDS = 3
_MAX_NAME = 100
"""Characters of a line that is a name with what its bearer does."""
_MAX_CONTACT = 60
"""Characters of a line under an unknown name."""


def split(text: str, sender: Address, hint: str = "") -> tuple[str, str]:
    """The words, and the signature that stood under them.

    Args:
        text: The author's own lines, cleaned, not yet joined into paragraphs.
        sender: Whose name closes the mail.
        hint: The signature as a mail client marked it in the HTML twin of this text.
    """
    lines = text.split("\n")
    at = _marked(lines)
    if at is None:
        at = _hinted(lines, hint)
    marked = [] if at is None else lines[at:]
    lines, small_print = _without_small_print(lines[:at])
    words, closing = _unsigned(lines, names_of(sender))
    signature = [*closing, *small_print, *(line for line in marked if not _MARKER.fullmatch(line))]
    return _joined(words), _joined(signature)


def _marked(lines: list[str]) -> int | None:
    """Where the line "-- " stands (RFC 3676, 4.3), with words above it and a signature's few lines below."""
    for at, line in enumerate(lines):
        if _MARKER.fullmatch(line) and any(lines[:at]):
            return at if sum(map(bool, lines[at:])) <= _MAX_LINES else None
    return None


def _hinted(lines: list[str], hint: str) -> int | None:
    """Where the lines of `hint` stand at the end, whatever the spaces between them."""
    wanted = "".join(hint.split())
    if not wanted:
        return None
    tail = ""
    for at in range(len(lines) - 1, 0, -1):
        tail = "".join(lines[at].split()) + tail
        if tail == wanted:
            return at
        if len(tail) >= len(wanted):
            return None
    return None


def _without_small_print(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines, and the small print at their end: whole paragraphs, then single lines."""
    end = _end(lines, len(lines))
    while (start := _paragraph_start(lines, end)) > 0 and _is_notice(lines[start:end]):
        end = _end(lines, start)
    while end > 1 and is_small_print(lines[end - 1]):
        end -= 1
    return lines[:end], lines[end:]


def _is_notice(paragraph: list[str]) -> bool:
    """Whether a paragraph is small print as a whole: in one line, or so long that it was wrapped.

    In a short one the author may have written the other lines.
    """
    joined = " ".join(paragraph)
    return (len(paragraph) == 1 or len(joined) >= _LONG_NOTICE) and is_small_print(joined)


def _end(lines: list[str], end: int) -> int:
    """`end` without the blank lines before it."""
    while end and not lines[end - 1]:
        end -= 1
    return end


def _paragraph_start(lines: list[str], end: int) -> int:
    while end and lines[end - 1]:
        end -= 1
    return end


def _unsigned(lines: list[str], names: frozenset[str]) -> tuple[list[str], list[str]]:
    """The words, and the closing with what is below it; a postscript stays with the words."""
    at = _anchor(lines, names) or _contact_block(lines)
    if at is None:
        return lines, []
    words, signature = lines[:at], []
    paragraph: list[str] = []
    for line in [*lines[at:], ""]:
        if line:
            paragraph.append(line)
            continue
        spoken = _first_spoken(paragraph, names)
        signature += paragraph[:spoken]
        if spoken < len(paragraph):
            words += ["", *paragraph[spoken:]]
        paragraph = []
    return words, signature


def _anchor(lines: list[str], names: frozenset[str]) -> int | None:
    """Where the signature begins: the lowest name of the sender or closing, with those right above it.

    Below a name one paragraph may speak, for people add things there; below a closing alone none does.
    """
    found: int | None = None
    spoken = False
    for at in range(len(lines) - 1, max(0, len(lines) - _MAX_LINES), -1):
        line = lines[at]
        if not line:
            continue
        if _is_own_name(line, names) or (is_closing(line, names) and (found is not None or not spoken)):
            found = at
        elif found is not None and not lines[at - 1] and _may_close(line):
            found = at
            break
        elif found is not None:
            break
        elif not fits_below(line) and not is_postscript(line):
            if spoken and not lines[at + 1]:
                return None
            spoken = True
    above = next((line for line in reversed(lines[:found]) if line), "") if found else ""
    return found if above and not above.endswith(":") else None  # behind a colon names are listed, not signed


def _is_own_name(line: str, names: frozenset[str]) -> bool:
    return len(line) <= _MAX_NAME and is_name(line, names) and not speaks(line)


def _may_close(line: str) -> bool:
    """Whether a line right above a name is a closing in some language ("Groet,")."""
    return line.endswith(",") and len(line.split()) <= _MAX_CLOSING_WORDS and not speaks(line)


def _contact_block(lines: list[str]) -> int | None:
    """Where a last paragraph begins that is a name, known or not, over a telephone number or an address."""
    start = _paragraph_start(lines, _end(lines, len(lines)))
    name, *contacts = [line for line in lines[start:] if line] or [""]
    is_block = contacts and all(len(line) <= _MAX_CONTACT and fits_below(line) for line in contacts)
    if start == 0 or not is_block or not any(map(is_bare_contact, contacts)):
        return None
    return start if is_person(name) or re.fullmatch(r"[A-Z][\w.'’-]{1,20}", name) else None


def _first_spoken(paragraph: list[str], names: frozenset[str]) -> int:
    """The first line of a paragraph below the words that is a sentence to the reader."""
    for number, line in enumerate(paragraph):
        if is_postscript(line) or (speaks(line) and not is_closing(line, names)):
            return number
    return len(paragraph)


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
