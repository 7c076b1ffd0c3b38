"""What is new: pure functions from how processes and accounts stand to what there is to tell of them.

Each piece of news is known by keys that follow from what happened alone (a draft's Message-ID, that of their mail, the
date that passed), so whoever keeps the keys that were told tells each once, however often a poll is repeated.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from watcher.cadence import is_muted, snoozed_until
from watcher.model import Application, Kind, Reply, Side, Status, StepKind
from watcher.notices.kinds import NewsKind
from watcher.scan import Process
from watcher.store import DraftRecord, Life, Standing, Told

__all__ = ["News", "fresh", "last_word", "news_of", "parked"]

_TOLD_BY_SYSTEMS: Final = frozenset({Kind.INTERVIEW, Kind.CANCELS, Kind.MOVES})
"""What counts as a word of theirs though no person wrote it; the outcome that counts does so as well."""
_SLACK: Final = dt.timedelta(days=7)
"""How much older than the last look a thing may be and still be new: mail arrives late, and clocks are set."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing to tell, with what its words need. What comes from mail is as reading cleaned it."""

    kind: NewsKind
    account: str
    keys: tuple[str, ...]
    """What it is known by; several where one notice tells of several drafts."""
    at: dt.datetime
    """When it happened."""
    process: str = ""
    """The id of the process; empty where it is of none."""
    company: str = ""
    role: str = ""
    who: str = ""
    """The person who wrote, or whom the draft is to; empty where no name is known."""
    step: StepKind = StepKind.NONE
    """What is next in the process; of a saved draft, what it is for."""
    due: dt.date | None = None
    day: dt.date | None = None
    """The day that passed; of an interview ahead, its day."""
    outcome: Kind | None = None
    """What ended the process or holds it, where something does."""


def news_of(
    found: Sequence[Process], drafts: Sequence[DraftRecord], now: dt.datetime, zone: ZoneInfo
) -> tuple[News, ...]:
    """All that there is to tell of an account's processes as they stand, told before or not, the oldest first.

    Nothing is told of a process that the user muted.

    Args:
        found: The processes of the account, as a scan left them.
        drafts: Its records of drafts.
        now: The moment of the scan.
        zone: Whose days they are.
    """
    heard = [process for process in found if not is_muted(process.application)]
    told = [*_saved(heard, drafts), *(news for process in heard for news in _of(process, now, zone))]
    return tuple(sorted(told, key=lambda news: news.at))


def parked(standing: Standing) -> tuple[News, ...]:
    """That an account waits for its user, where it does."""
    if standing.parked is None:
        return ()
    key = f"{NewsKind.PARKED} {standing.parked.astimezone(dt.UTC).isoformat()}"
    return (News(NewsKind.PARKED, standing.account, (key,), standing.parked),)


def fresh(found: Iterable[News], told: Told, began: dt.datetime) -> tuple[News, ...]:
    """What of it is new.

    Of an account that is looked at for the first time only what happened since the look began is new; nothing of its
    past. Later all is that was not told, unless it is much older than the last look: what another version of the
    reading finds in old mail is no news.

    Args:
        found: All that there is to tell.
        told: What was told before.
        began: When this look began.
    """
    since = began.replace(microsecond=0) if told.until is None else min(told.until, began) - _SLACK
    return tuple(news for news in found if news.at >= since and not told.keys.issuperset(news.keys))


def last_word(application: Application) -> Reply | None:
    """The last that they let me know: by a person's mail, or by a system that tells an outcome or an interview."""
    kinds = _TOLD_BY_SYSTEMS | ({application.outcome} if application.outcome else set())
    words = [
        Reply(fact.by, fact.address, fact.at, fact.message_id)
        for fact in application.history
        if fact.by is not Side.ME and fact.statement.kind in kinds
    ]
    if application.last_of_theirs is not None:
        words.append(application.last_of_theirs)
    return max(words, key=lambda reply: reply.at, default=None)


def _of(process: Process, now: dt.datetime, zone: ZoneInfo) -> Iterable[News]:
    """That they wrote, and that the day they named went by."""
    application, step = process.application, process.step
    about = partial(
        News,
        account=application.account,
        process=application.id,
        company=application.company,
        role=application.role,
        step=step.kind,
        due=step.due,
        outcome=application.outcome,
    )
    word, mine = last_word(application), application.last_of_mine
    if word is not None and (mine is None or mine.at < word.at):
        ahead = next((i for i in application.interviews if i.end > now), None)
        yield about(
            kind=NewsKind.REPLIED,
            keys=(f"{NewsKind.REPLIED} {word.message_id}",),
            at=word.at,
            who=_name(application, word.address) if word == application.last_of_theirs else "",
            day=ahead.start.astimezone(zone).date() if ahead else None,
        )
    decision, today = application.decision, now.astimezone(zone).date()
    until = snoozed_until(application)
    if decision is None or application.status is Status.CLOSED or (until is not None and until > today):
        return
    day = decision.window.latest
    if today > day:
        yield about(
            kind=NewsKind.DATE_PASSED,
            keys=(f"{NewsKind.DATE_PASSED} {decision.message_id} {day.isoformat()}",),
            at=dt.datetime.combine(day + dt.timedelta(days=1), dt.time.min, zone),
            day=day,
        )


def _saved(found: Sequence[Process], drafts: Sequence[DraftRecord]) -> Iterable[News]:
    """The drafts of ours that are in Drafts, those of one step together."""
    by_id = {process.application.id: process for process in found}
    together: dict[tuple[str, StepKind], list[DraftRecord]] = defaultdict(list)
    for record in drafts:
        if record.life is Life.SAVED and record.application in by_id:
            together[record.application, record.kind].append(record)
    for (application_id, kind), records in together.items():
        process = by_id[application_id]
        application = process.application
        addressed = sorted({address for record in records for address in record.to})
        yield News(
            NewsKind.DRAFT_SAVED,
            application.account,
            tuple(f"{NewsKind.DRAFT_SAVED} {record.message_id}" for record in records),
            max(record.intended for record in records),
            process=application_id,
            company=application.company,
            role=application.role,
            who=_name(application, addressed[0]) if len(addressed) == 1 else "",
            step=kind,
            due=process.step.due,
        )


def _name(application: Application, email: str) -> str:
    """What somebody is called, as far as the process knows; empty where it does not."""
    return next((c.address.name for c in application.contacts if c.address.email == email), "")
