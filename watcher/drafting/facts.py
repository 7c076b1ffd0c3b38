"""What a letter may speak of: the facts of a step, as values that a template names and nothing else.

Each is a phrase that stands in a sentence, a number, or yes and no; what is not known is empty, and a letter does
without it. What comes from mail is only ever such a value, never part of a template.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from zoneinfo import ZoneInfo

from watcher.drafting import wording
from watcher.drafting.names import enumerated
from watcher.drafting.topics import Topic
from watcher.model import Address, Application, Interview, MarkKind, Person, Role

__all__ = ["NAMES", "Facts", "facts_of"]

_WEEK = 7
_MANY = 3
"""More hosts than these are not named one by one."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The names that a template may use. `docs/letters.md` says what each is for."""

    matter: str = field(default="the role", metadata={"example": "the Backend Engineer role"})
    """What it is about; never empty."""
    employer: str = field(default="", metadata={"example": "Acme Robotics"})
    news: str = field(default="", metadata={"example": "you had hoped to have news by Friday the 13th"})
    """How the date that passed is brought up; empty where none was named."""
    ahead: str = field(default="", metadata={"example": "Friday the 20th"})
    """The day by which they will answer, while it is ahead."""
    talk: str = field(default="", metadata={"example": "our conversation on Tuesday the 10th"})
    """The last interview, as these readers know it."""
    on: str = field(default="", metadata={"example": " on Tuesday"})
    """The day of the last interview, with a space before it; empty on the day itself."""
    stage: str = field(default="", metadata={"example": "interview"})
    """Of the last interview: "screen", "interview" or "onsite"."""
    hosts: str = field(default="", metadata={"example": "Omar and Lin"})
    """Who held the last interview and is not written to."""
    hosted: bool = field(default=False, metadata={"example": True})
    """Everyone written to held the last interview."""
    many: int = field(default=1, metadata={"example": 2})
    """To how many the letter goes."""
    agency: bool = field(default=False, metadata={"example": True})
    """It goes to a headhunter, who works for several employers."""
    wrote: str = field(default="", metadata={"example": "Tuesday the 3rd"})
    """The day of my last nudge."""
    called: bool = field(default=False, metadata={"example": True})
    """My last nudge was a call."""
    nudges: int = field(default=0, metadata={"example": 1})
    """How often I asked since they last wrote."""
    weeks: int = field(default=0, metadata={"example": 2})
    """Whole weeks since they last wrote, or since the interview."""
    leaning: str = field(default="", metadata={"example": "towards"})
    """How they lean by what they last said: "towards", "away" or nothing."""
    badly: bool = field(default=False, metadata={"example": True})
    """I said that the last interview went badly."""
    topic: str = field(default="", metadata={"example": "the move to event sourcing"})
    """The one specific thing of our conversation, as a phrase."""
    remark: str = field(default="", metadata={"example": "I did the same move at Brightwater."})
    """The same, where I noted a whole sentence."""
    attached: str = field(default="", metadata={"example": "portfolio.pdf"})
    """The files that go with the letter."""
    lead: str = field(default="", metadata={"example": "Thank you for being open with me."})
    """A sentence that takes up what they last said: what `lead.j2` makes of `leaning`."""
    aside: str = field(default="", metadata={"example": "I keep coming back to the move to event sourcing."})
    """A sentence that takes up topic or remark: what `aside.j2` makes of them."""
    offer: str = field(default="", metadata={"example": "If a reference would help, I am glad to send one."})
    """A sentence that offers more material: what `offer.j2` says."""

    def values(self) -> Mapping[str, object]:
        """As a template gets them."""
        return asdict(self)


NAMES: frozenset[str] = frozenset(each.name for each in fields(Facts))


def facts_of(
    application: Application,
    to: Sequence[Address],
    me: Person,
    now: dt.datetime,
    topic: Topic,
    attached: Sequence[str] = (),
) -> Facts:
    """The facts of a letter.

    Args:
        application: As it stands at `now`.
        to: The recipients, with their names.
        me: Who writes.
        now: Its day in my zone decides how days are spoken of.
        topic: The one specific thing to take up.
        attached: The names of the files that go with it.
    """
    zone = ZoneInfo(me.timezone)
    today = now.astimezone(zone).date()
    country = wording.country_of(application, to, me)
    decision = application.decision.window.latest if application.decision else None
    held = application.last_held(now)
    met = held.start.astimezone(zone).date() if held else None
    nudge = application.follow_ups[-1] if application.follow_ups else None
    company = application.company
    theirs = wording.other_hosts(held, to, company)
    emails = {person.email for person in to}
    return Facts(
        matter=wording.matter(application, to, me),
        employer=wording.nameable(company),
        news=wording.news(application, to, today, country) if decision and decision < today else "",
        ahead=wording.spoken_day(decision, today, country) if decision and decision >= today else "",
        talk=wording.talk(held, to, zone, today, country, company),
        on=_on(met, today, country) if met else "",
        stage=held.stage.value if held else "",
        hosts=enumerated(theirs) if len(theirs) <= _MANY else "the panel",
        hosted=wording.all_host(held, to, company),
        many=len(to),
        agency=any(c.role is Role.HEADHUNTER and c.address.email in emails for c in application.contacts),
        wrote=wording.spoken_day(nudge.at.astimezone(zone).date(), today, country) if nudge else "",
        called=nudge is not None and nudge.called,
        nudges=len(application.follow_ups),
        weeks=_weeks(application, held, now),
        leaning=application.leaning,
        badly=_went_badly(application, held),
        topic=topic.phrase,
        remark=topic.sentence,
        attached=enumerated(list(attached)),
    )


def _on(met: dt.date, today: dt.date, country: str) -> str:
    """The day of an interview; nothing on the day itself, as the letter may be sent a day later."""
    if met == today:
        return ""
    return f" on {met:%A}" if (today - met).days < _WEEK else f" on {wording.spoken_day(met, today, country)}"


def _weeks(application: Application, held: Interview | None, now: dt.datetime) -> int:
    theirs = application.last_of_theirs
    moments = [moment for moment in (theirs and theirs.at, held and held.end) if moment]
    return (now - max(moments)).days // 7 if moments else 0


def _went_badly(application: Application, held: Interview | None) -> bool:
    """Whether I said so of the last interview, not of one before it."""
    told = [mark for mark in application.marks if mark.kind is MarkKind.WENT_BADLY]
    return held is not None and any(mark.at >= held.start for mark in told)
