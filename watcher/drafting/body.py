"""What a follow-up says: a greeting, two short paragraphs out of a template, a closing and my signature.

A template holds several letters, three dashes between them; which one is written is decided by the step's anchor, so
that it is the same at every scan and two processes seldom read alike. What comes from mail is only ever a value.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from watcher.drafting import wording
from watcher.drafting.names import enumerated, greeting
from watcher.model import Address, Application, Person, Step, StepKind

if TYPE_CHECKING:
    from jinja2 import Environment, Template

__all__ = ["body"]

_CLOSINGS = ("Best regards,", "Kind regards,", "Best wishes,")
_CLOSING = re.compile(
    r"(?:\w+ ){0,3}(?:regards|wishes|best|thanks|cheers|sincerely|respectfully|you|yours)[\w ]{0,12}", re.IGNORECASE
)
"""A first line of a signature that closes the letter already: "Best", "Kind regards", "Yours sincerely"."""


def body(application: Application, step: Step, to: Sequence[Address], me: Person, now: dt.datetime) -> str:
    """The text of the draft of `step`, at most about 120 words and a signature.

    Args:
        application: As it stands at `now`.
        step: A thank-you or a check-in.
        to: Its recipients, with their names.
        me: Who writes.
        now: Its day in my zone decides how days are spoken of.
    """
    zone = ZoneInfo(me.timezone)
    today = now.astimezone(zone).date()
    decision = application.decision.window.latest if application.decision else None
    held = application.last_held(now)
    nudge = application.follow_ups[-1].at.astimezone(zone).date() if application.follow_ups else None
    choice = int.from_bytes(hashlib.sha256(step.anchor.encode()).digest()[:4])
    overdue = step.kind is StepKind.CHECK_IN and decision is not None and decision < today
    paragraphs = _written(
        "check_in_after_date" if overdue else step.kind.value,
        choice,
        matter=wording.matter(application, to),
        news=wording.news(application, to, me) if overdue else "",
        talk=wording.talk(held, to, me, application.company),
        wrote=wording.spoken_day(nudge, me.country) if nudge else "",
        ahead=wording.spoken_day(decision, me.country) if decision and decision >= today else "",
        on=_on(held.start.astimezone(zone).date() if held else today, today),
        hosts=enumerated(wording.other_hosts(held, to, application.company)),
        hosted=wording.all_host(held, to, application.company),
        many=len(to),
    )
    return "\n\n".join([greeting(to, application.company), *paragraphs, _signature(me, choice)]) + "\n"


def _written(template: str, choice: int, **values: object) -> list[str]:
    """The paragraphs of one of the template's letters."""
    letters = _letters(template)
    text = letters[choice % len(letters)].render(values)
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]


@cache
def _letters(template: str) -> list[Template]:
    source = (files(__package__) / "templates" / f"{template}.j2").read_text(encoding="utf-8")
    return [_environment().from_string(letter) for letter in source.split("\n---\n")]


@cache
def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _on(day: dt.date, today: dt.date) -> str:
    """The day of the interview, " on Tuesday"; nothing on the day itself, as the letter may be sent a day later."""
    return f" on {day:%A}" if day != today else ""


def _signature(me: Person, choice: int) -> str:
    """A closing and my signature, as configured; where it has a closing of its own, that."""
    lines = [line.rstrip() for line in (me.signature or me.name).strip().splitlines()]
    if lines and lines[0] in ("--", "-- "):
        del lines[0]
    closes = bool(lines) and _CLOSING.fullmatch(lines[0].strip(" ,.!"))
    return "\n".join(lines if closes else [_CLOSINGS[choice // 3 % len(_CLOSINGS)], *lines])
