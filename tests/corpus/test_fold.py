"""Fold and cadence against the truth of the corpus, with a reader that knows the answers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.corpus.casefile import Case, Truth
from tests.corpus.oracle import entry, person
from watcher.cadence import next_step, policy
from watcher.calendar import calendar_for
from watcher.matching import _application
from watcher.matching.agencies import agency_domains
from watcher.matching.threads import threads
from watcher.model import Application, Step

CASES = sorted((Path(__file__).parent / "dev").glob("*.yaml"))


def moments(case: Case) -> list[dt.datetime]:
    """Every morning of the case, and its own checks."""
    first, last = case.messages(dt.datetime.max.replace(tzinfo=dt.UTC))[:: len(case.raw) - 1]
    day, end = case.local_day(first[2]), case.local_day(last[2]) + dt.timedelta(days=16)
    mornings = [dt.datetime.combine(day + dt.timedelta(n), dt.time(9), case.zone) for n in range((end - day).days)]
    return sorted([*mornings, *case.checks])


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_state_and_step_of_every_process_are_right_on_every_morning(path: Path) -> None:
    case = Case(path)
    me = person(case)
    balanced, calendar, zone = policy("balanced"), calendar_for(me.country), ZoneInfo(me.timezone)
    wrong = []
    for now in moments(case):
        for key, truth in case.truth(now).items():
            entries = [entry(case, m) for m in case.raw if m.get("app") == key]
            seen = [e for e in entries if e.envelope.sent <= now]
            application = _application(key, threads(seen), me, now, agency_domains(seen, me), {})
            step = next_step(application, balanced, calendar, now, zone)
            wrong += [f"{now:%m-%d %H:%M} {key}: {d}" for d in differences(truth, application, step, now)]

    assert wrong == []


def differences(truth: Truth, application: Application, step: Step, now: dt.datetime) -> list[str]:
    latest = application.decision.window.latest if application.decision else None
    shown = next((i for i in application.interviews if i.end > now), None) or next(
        iter(application.interviews[-1:]), None
    )
    pairs = {
        "status": (application.status, truth.status),
        "stage": (application.stage, truth.stage),
        "decision": (latest, truth.decision and truth.decision["latest"]),
        "interview": (shown and shown.start, truth.interview),
        "step": (step.kind, truth.kind),
        "due": (step.due, truth.due),
        "to": ({a.email for a in step.to}, truth.to),
    }
    closed = truth.status == "closed"
    return [
        f"{name} is {got}, not {expected}"
        for name, (got, expected) in pairs.items()
        if got != expected and not (closed and name == "decision")
    ]
