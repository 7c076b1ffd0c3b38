"""A few new drafts at once, and no more, whoever asks for them and whatever the clock does."""

from __future__ import annotations

import datetime as dt
import threading

from hypothesis import given
from hypothesis import strategies as st

from watcher.daemon.ration import WINDOW, Ration, room

NOW = dt.datetime(2026, 3, 16, 9, tzinfo=dt.UTC)


def test_so_many_and_no_more_until_an_hour_has_gone_by():
    ration = Ration(3)
    assert [ration.take(NOW) for _ in range(5)] == [True, True, True, False, False]
    assert not ration.take(NOW + WINDOW - dt.timedelta(seconds=1))
    assert [ration.take(NOW + WINDOW) for _ in range(4)] == [True, True, True, False]


def test_what_was_saved_before_a_restart_counts():
    ration = Ration(3, [NOW - dt.timedelta(minutes=50), NOW - dt.timedelta(days=1)])
    assert [ration.take(NOW) for _ in range(3)] == [True, True, False]


def test_a_clock_put_back_gives_no_second_helping():
    ration = Ration(2, [NOW, NOW])
    assert not ration.take(NOW - dt.timedelta(minutes=30))


def test_threads_that_ask_at_once_share_one_ration():
    ration, taken, gate = Ration(5), [], threading.Barrier(8)

    def ask() -> None:
        gate.wait()
        taken.extend(ration.take(NOW) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(taken) == 5


@given(st.integers(1, 5), st.lists(st.integers(0, 3600), max_size=50))
def test_no_hour_ever_has_more(most, pauses):
    ration, now, saved = Ration(most), NOW, []
    for pause in pauses:
        now += dt.timedelta(seconds=pause)
        if ration.take(now):
            saved.append(now)
    assert all(sum(now - WINDOW < other <= now for other in saved) <= most for now in saved)
    assert room(saved, most, now + WINDOW) == most
