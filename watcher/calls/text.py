"""A script as text: for the terminal, and for the note to myself."""

from __future__ import annotations

import datetime as dt
import textwrap
from zoneinfo import ZoneInfo

from watcher.calls.hours import Hours
from watcher.calls.script import Script

__all__ = ["as_text", "hours_text"]

_WIDTH = 76


def as_text(script: Script, mine: ZoneInfo) -> str:
    """The script in plain lines of at most 76 characters, the parts a blank line apart; ends with a line feed.

    Args:
        script: What to say.
        mine: My time zone, for the hours where theirs is another.
    """
    whom = ", ".join(filter(None, (script.whom, script.what)))
    number = f"{script.number} ({script.dial})" if script.number else script.dial
    points = "\n".join(_wrapped(point, f"{count}. ") for count, point in enumerate(script.points, 1))
    parts = (
        "\n".join(
            (
                _wrapped(whom, "Call:    "),
                _wrapped(number, "Number:  "),
                _wrapped(hours_text(script.hours, mine), "When:    "),
            )
        ),
        f"Begin:\n{_wrapped(script.opening, '   ')}",
        f"Speak of:\n{points}",
        f"Ask:\n{_wrapped(script.question, '   ')}",
        f"On their voicemail:\n{_wrapped(script.voicemail, '   ')}",
    )
    return "\n\n".join(parts) + "\n"


def hours_text(hours: Hours, mine: ZoneInfo) -> str:
    """When to call: "Tuesday 17 March, 10:00 to 11:30 London time, 05:00 to 06:30 for you"."""
    day = f"{hours.start:%A} {hours.start.day} {hours.start:%B}"
    said = f"{day}, {hours.start:%H:%M} to {hours.end:%H:%M}"
    if not hours.known:
        return f"{said} by your own clock, as none of their mails tells theirs"
    start, end = hours.start.astimezone(mine), hours.end.astimezone(mine)
    if start.utcoffset() == hours.start.utcoffset():
        return said
    other = "" if start.date() == hours.start.date() else f"{start:%A} "
    return f"{said} {_place(hours.start)} time, {other}{start:%H:%M} to {end:%H:%M} for you"


def _place(moment: dt.datetime) -> str:
    """The city that a time zone is named by."""
    return str(moment.tzinfo).rpartition("/")[2].replace("_", " ")


def _wrapped(text: str, first: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False)
