"""One process at one moment under one policy, and the days that waits are counted from. Days are the user's own."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from watcher.cadence.policy import Policy, Wait
from watcher.calendar import Calendar
from watcher.model import Application, Decision, Envelope, Interview, Reply, Side

__all__ = ["Case", "anchor_of", "counted", "deed", "spoken"]

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC) + dt.timedelta(days=2)
"""Of a process in which nobody wrote and nothing was held: any wait since then is over, in any zone."""


@dataclass(frozen=True, slots=True)
class Case:
    """What every rule asks of a process."""

    application: Application
    policy: Policy
    calendar: Calendar
    """The user's business days."""
    now: dt.datetime
    zone: ZoneInfo
    """The user's."""

    def day(self, at: dt.datetime) -> dt.date:
        return at.astimezone(self.zone).date()

    @property
    def today(self) -> dt.date:
        return self.day(self.now)

    @property
    def held(self) -> Interview | None:
        """The interview that ended last."""
        return self.application.last_held(self.now)

    @property
    def made(self) -> tuple[Reply, ...]:
        """My follow-ups that they have not answered, calls among them."""
        return self.application.follow_ups

    def after(self, wait: Wait, day: dt.date) -> dt.date:
        """The day on which a wait that began on `day` is over."""
        return wait.after(day, self.calendar)

    def allowed(self, day: dt.date) -> dt.date:
        """The first day from `day` on that the policy does not exclude."""
        return self.policy.allowed_from(day, self.calendar)

    # -- the days that waits are counted from -----------------------------------------------------
    def activity_day(self) -> dt.date:
        """The day of the newest message of a person, or of the last interview's end, whichever is later."""
        reply, held = self.application.last_reply, self.held
        return self.day(max(m for m in (reply and reply.at, held and held.end, _NEVER) if m))

    def interview_stands(self) -> bool:
        """Whether an interview was held and they have not written since; what I wrote, such as thanks, is no matter."""
        theirs, held = self.application.last_of_theirs, self.held
        return held is not None and (theirs is None or theirs.at <= held.end)

    def stated_day(self, decision: Decision) -> dt.date | None:
        """The day on which a date was stated; None where the message is not known."""
        sent = (e.sent for e in self._envelopes() if e.message_id == decision.message_id)
        at = next(sent, None)
        return self.day(at) if at else None

    def taken_day(self, decision: Decision, factor: float) -> dt.date:
        """The last day of a stated window, with the stretch from the day of its statement taken `factor` times."""
        latest, stated = decision.window.latest, self.stated_day(decision)
        if stated is None or stated >= latest:
            return latest
        return stated + dt.timedelta(days=math.ceil((latest - stated).days * factor))

    def silent_since(self) -> dt.date:
        """Since when they owe a word: the date they named; else the newest word that is no follow-up, or interview."""
        if self.application.decision is not None:
            return self.application.decision.window.latest
        theirs, mine, held = self.application.last_of_theirs, self.application.last_of_mine, self.held
        words = [reply.at for reply in (theirs, mine) if reply is not None]
        words += [e.sent for e in self._envelopes() if e.side is Side.ME]
        first = min((reply.at for reply in self.made), default=self.now)
        return self.day(max((*(at for at in words if at < first), *([held.end] if held else ()), _NEVER)))

    def _envelopes(self) -> Iterator[Envelope]:
        return (entry.envelope for thread in self.application.threads for entry in thread.entries)


def anchor_of(interview: Interview) -> str:
    """What a step that follows an interview is known by: a second one on another day is another."""
    return f"{interview.message_id} {interview.start.astimezone(dt.UTC):%Y%m%d}"


def spoken(day: dt.date) -> str:
    """A day as reasons name it: "Friday 13 March"."""
    return f"{day:%A} {day.day} {day:%B}"


def deed(reply: Reply) -> str:
    """What a follow-up of mine is called."""
    return "call" if reply.called else "nudge"


def counted(made: tuple[Reply, ...]) -> str:
    """What I did, in words: "wrote 2 times", "wrote once and called once"."""
    calls = sum(reply.called for reply in made)
    pairs = (("wrote", len(made) - calls), ("called", calls))
    return " and ".join(f"{verb} {'once' if n == 1 else f'{n} times'}" for verb, n in pairs if n)
