"""One calendar, asked by many threads at once: a holiday is one for all of them."""

from __future__ import annotations

import datetime as dt
import sys
import threading
from collections.abc import Iterator

import pytest

from watcher.calendar import BusinessCalendar


@pytest.fixture(autouse=True)
def in_turns() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_a_year_that_is_being_worked_out_has_its_holidays_already():
    answers: list[bool] = []
    for year in range(2000, 2040):
        calendar, gate = BusinessCalendar("DE"), threading.Barrier(6)

        def ask(calendar=calendar, gate=gate, day=dt.date(year, 12, 25)) -> None:
            gate.wait()
            answers.append(calendar.is_business_day(day))

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == [False] * len(answers)
