"""Processes and news for the tests of notices."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.unit.builders import DANA, mail, moment, process
from watcher.model import DraftState, Step, StepKind, Thread
from watcher.notices.kinds import NewsKind
from watcher.notices.news import News
from watcher.scan import Process
from watcher.store import DraftRecord, Life

__all__ = ["NOW", "a_draft", "news", "standing_process"]

NOW = moment("2026-03-16 10:00")
"""A Monday."""
WAIT = Step(StepKind.CHECK_IN, dt.date(2026, 3, 20), (DANA,), "silence")


def standing_process(step: Step = WAIT, draft: DraftState = DraftState.NONE, **values: Any) -> Process:
    thread = Thread("1", "Backend Engineer", (mail(1, "2026-03-02 10:00"),))
    return Process(process(**{"threads": (thread,)} | values), step, draft, NOW)


def a_draft(number: int = 1, **values: Any) -> DraftRecord:
    known: dict[str, Any] = {
        "account": "home",
        "message_id": f"<draft-{number}@mail.example>",
        "application": "abc123",
        "kind": StepKind.CHECK_IN,
        "anchor": "<1@test.example>",
        "attempt": 1,
        "to": (DANA.email,),
        "in_reply_to": "<1@test.example>",
        "print": "",
        "intended": NOW.astimezone(dt.UTC),
        "life": Life.SAVED,
    }
    return DraftRecord(**(known | values))


def news(kind: NewsKind = NewsKind.REPLIED, number: int = 1, **values: Any) -> News:
    known: dict[str, Any] = {
        "kind": kind,
        "account": "home",
        "keys": (f"{kind} {number}",),
        "at": NOW + dt.timedelta(seconds=number),
        "process": "abc123",
        "company": "Acme Robotics",
        "role": "Backend Engineer",
        "who": "Dana Ruiz",
        "step": StepKind.CHECK_IN,
        "due": dt.date(2026, 3, 20),
    }
    return News(**(known | values))
