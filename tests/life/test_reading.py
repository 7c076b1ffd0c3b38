"""The mails of these tests are read as they are meant; where that fails, it is the reading and no draft that is wrong."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from tests.life.employer import FIRST, LETTERS, MINE, written
from tests.life.scans import around
from tests.life.story import BEGIN, FIRMS, ZONE, Story
from watcher import inference, reading
from watcher.cadence import next_step, policy
from watcher.matching import applications
from watcher.model import Entry

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_next_is_what_the_oracle_says(seed: int) -> None:
    """A fortnight or two of letters by everybody, with no mailbox and no drafts."""
    chance, story, now, entries, me = random.Random(seed), Story(), BEGIN, [], around().me  # noqa: S311 - nothing secret
    for turn in range(14):
        firm = list(FIRMS)[turn] if turn < len(FIRMS) else chance.choice(list(FIRMS))
        fitting = [x for x in (*LETTERS.values(), *MINE.values()) if turn >= len(FIRMS) and x.fits(story, firm, now)]
        if fitting or turn < len(FIRMS):
            message = written(story, chance.choice(fitting) if fitting else FIRST, firm, now)
            read = reading.read(story.mime(message), account="home", ref=message["id"], received=now, me=me)
            entries.append(Entry(read.envelope, inference.infer(read, me)))
        for moment in (now, now + DAY, now + 9 * DAY) if turn >= len(FIRMS) else ():
            assert steps(entries, moment) == {
                (frozenset(story.ids(f, moment)), step.kind, step.due, step.to)
                for f in FIRMS
                for step in [story.called(f, moment)]
            }, [(m["id"], m["subject"], m["body"]) for m in story.raw]
        now += chance.choice([0, 0, 1, 1, 2, 5]) * DAY + dt.timedelta(minutes=7)


def steps(entries: list[Entry], now: dt.datetime) -> set[tuple[frozenset[str], str, dt.date | None, frozenset[str]]]:
    """The mail of each process, and what is next in it."""
    read = sorted(entries, key=lambda entry: entry.envelope.sent)
    found = set()
    for one in applications(read, around().me, now, {}):
        step = next_step(one, policy("balanced"), around().calendar, now, ZONE)
        ids = frozenset(e.envelope.message_id for thread in one.threads for e in thread.entries)
        found.add((ids, step.kind.value, step.due, frozenset(person.email for person in step.to)))
    return found
