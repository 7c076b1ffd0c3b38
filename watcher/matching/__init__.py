"""Matching: what was read becomes hiring processes, each as it stands at a moment.

entries ──▶ threads ──▶ group ──▶ fold ──▶ Application
        what answers    which belong    what they
        what            together        amount to

What may be no process, or not all of one, `doubts` tells.

Where the user said otherwise, `corrections` puts threads together or takes them apart, and `told` changes the state.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from watcher.calendar import calendar_for
from watcher.matching import corrections, doubts, fold, told
from watcher.matching.agencies import agency_domains
from watcher.matching.called import sightings
from watcher.matching.dates import decision_of
from watcher.matching.employers import employer_of
from watcher.matching.grouping import group
from watcher.matching.naming import named_by, names_of_domains, role_of
from watcher.matching.people import contacts, hosts_of
from watcher.matching.profile import profile
from watcher.matching.threads import threads
from watcher.model import Application, Entry, Mark, Person, Thread

__all__ = ["applications", "decision_of", "left_out", "named_by"]


def applications(
    entries: Iterable[Entry], me: Person, now: dt.datetime, known: Mapping[str, str], marks: Iterable[Mark] = ()
) -> tuple[Application, ...]:
    """The hiring processes of one account at a moment, in order of their first messages.

    Args:
        entries: All that is kept of the account's mail; what was written after `now` is left out.
        me: The user.
        now: The moment; aware.
        known: Ids given before, by Message-ID, so that a process keeps its id as mail arrives.
        marks: What the user told; what was told after `now` is left out.
    """
    marks = sorted((mark for mark in marks if mark.at <= now), key=lambda mark: mark.at)
    seen = [entry for entry in corrections.heard(entries, marks, me) if entry.envelope.sent <= now]
    hunters = agency_domains(seen, me)
    called = names_of_domains(seen, hunters)
    taken: set[str] = set()
    found = []
    tracked = corrections.tracked(marks)
    groups = group(corrections.personal(threads(seen), tracked), me, hunters, tracked)
    groups = corrections.regrouped(groups, marks, me, hunters)
    for members in sorted(groups, key=lambda g: -sum(len(t.entries) for t in g)):
        identity = _identity(members, known, taken)
        taken.add(identity)
        ids = {entry.envelope.message_id for thread in members for entry in thread.entries}
        spoken_of = [mark for mark in marks if mark.message_id in ids]
        found.append(_application(identity, members, me, now, hunters, called, spoken_of))
    found = doubts.told(found, me, hunters)
    return tuple(sorted(found, key=lambda a: a.threads[0].entries[0].envelope.sent))


def left_out(
    entries: Iterable[Entry], me: Person, now: dt.datetime, marks: Iterable[Mark], found: Iterable[Application]
) -> tuple[Thread, ...]:
    """The threads that belong to none of the processes `found`, without those of whom I ignore.

    The other arguments are those of `applications`, which found them.
    """
    seen = [entry for entry in corrections.heard(entries, marks, me) if entry.envelope.sent <= now]
    counted = {e.envelope.message_id for one in found for thread in one.threads for e in thread.entries}
    return tuple(
        thread for thread in threads(seen) if counted.isdisjoint(e.envelope.message_id for e in thread.entries)
    )


def _is_apart(members: Sequence[Thread], first: Entry) -> bool:
    """Whether a process began as an answer in a thread that speaks of something else."""
    return any(thread.apart and thread.entries[0] is first for thread in members)


def _application(
    identity: str,
    members: Sequence[Thread],
    me: Person,
    now: dt.datetime,
    hunters: frozenset[str],
    called: Mapping[str, str],
    marks: Sequence[Mark] = (),
) -> Application:
    members = told.unsaid(members, marks)
    entries = sorted(
        (entry for thread in members for entry in thread.entries),
        key=lambda e: (e.envelope.sent, e.envelope.message_id),
    )
    zone, calendar, apart = ZoneInfo(me.timezone), calendar_for(me.country), _is_apart(members, entries[0])
    state = fold.progress(entries, now, zone, calendar, told.corrections(marks), apart=apart)
    about = profile(members, me, hunters)
    people = contacts(entries, me, about.hunters)
    application = Application(
        id=identity,
        account=entries[0].envelope.account,
        company=employer_of(about, called, sightings(entries)),
        role=role_of(about),
        stage=fold.stage_of(state),
        status=fold.status_of(state, now),
        outcome=state.outcome,
        threads=tuple(members),
        contacts=people,
        last_of_mine=state.last_of_mine,
        last_of_theirs=state.last_of_theirs,
        interviews=tuple(replace(i, hosts=hosts_of(i, entries, people)) for i in state.bookings.interviews()),
        decision=state.dates.decision,
        my_turn=state.my_turn,
        follow_ups=tuple(state.follow_ups),
        unread_date=state.dates.unread,
        unread_until=state.dates.until,
        unread_outcome=state.unread_outcome,
        leaning=state.leaning,
        history=tuple(state.history),
    )
    return told.amended(application, marks)


def _identity(members: Sequence[Thread], known: Mapping[str, str], taken: set[str]) -> str:
    """The id most of these messages had before; a new one is made of the first message, so it is the same each time."""
    ids = [entry.envelope.message_id for thread in members for entry in thread.entries]
    for identity, _ in Counter(known[i] for i in ids if i in known).most_common():
        if identity not in taken:
            return identity
    first = members[0].entries[0].envelope
    digest = hashlib.sha256(f"{first.account}\n{first.message_id}".encode()).hexdigest()
    return next(digest[:n] for n in range(6, 65) if digest[:n] not in taken)
