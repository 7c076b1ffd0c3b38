"""Nothing is waited for without end."""

import threading
import time

import pytest

from watcher.checkup.limits import begin, within


def test_an_answer_comes_back():
    assert within(5, lambda: 7) == 7


def test_an_error_comes_back():
    with pytest.raises(KeyError):
        within(5, lambda: {}["x"])


def test_what_takes_too_long_is_left():
    over = threading.Event()
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        within(0.1, lambda: over.wait(20))
    assert time.monotonic() - started < 10
    over.set()


def test_several_are_asked_at_the_same_time():
    meeting = threading.Barrier(3)
    assert len({answer.result(10) for answer in [begin(lambda: meeting.wait(10)) for _ in range(3)]}) == 3
