"""Long alternatives, written one a line."""

from __future__ import annotations

import re

__all__ = ["one_of"]


def one_of(lines: str, frame: str = "{}", flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern that matches what any of these lines matches.

    Args:
        lines: An expression a line; spaces around it and blank lines do not count.
        frame: What stands around them, with "{}" in their place.
        flags: As for `re.compile`.
    """
    alternatives = "|".join(line.strip() for line in lines.split("\n") if line.strip())
    return re.compile(frame.replace("{}", f"(?:{alternatives})"), flags)
