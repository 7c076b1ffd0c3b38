"""A channel in a thread of its own."""

from __future__ import annotations

import io
import json
import threading
import time

import pytest

from tests.unit.notices.scene import NOW
from watcher.errors import NotTold
from watcher.logs import start_log
from watcher.notices.outlet import Outlet
from watcher.notices.text import sample

NOTICE = sample(NOW)


class Fake:
    """A channel that does what it is told to."""

    name = "fake"

    def __init__(self) -> None:
        self.told, self.troubles, self.here = 0, list[Exception](), True
        self.hold = threading.Event()
        self.hold.set()

    def is_here(self):
        return self.here

    def tell(self, notice, leave):
        while not self.hold.wait(0.01):
            if leave():
                raise NotTold("ended")
        if self.troubles:
            raise self.troubles.pop(0)
        self.told += 1


@pytest.fixture
def fake():
    return Fake()


@pytest.fixture
def log():
    return io.StringIO()


@pytest.fixture
def outlet(fake, log):
    made = Outlet(fake, start_log(log, as_json=True, verbose=False))
    yield made
    made.leave()
    made.join(5)


def until(condition):
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def events(log):
    return [json.loads(line)["event"] for line in log.getvalue().splitlines()]


def test_what_hangs_holds_up_nobody_and_what_is_too_much_is_dropped(outlet, fake, log):
    fake.hold.clear()
    begun = time.monotonic()
    for _ in range(50):
        outlet.put(NOTICE)
    assert time.monotonic() - begun < 1
    assert set(events(log)) == {"a notice was dropped"}
    dropped = len(events(log))
    fake.hold.set()
    until(lambda: fake.told == 50 - dropped)
    assert 8 <= fake.told <= 9


def test_who_leaves_ends_what_hangs_and_tells_nothing_more(fake, log):
    fake.hold.clear()
    outlet = Outlet(fake, start_log(log, as_json=True, verbose=False))
    for _ in range(20):
        outlet.put(NOTICE)
    outlet.leave()
    outlet.join(5)
    fake.hold.set()
    assert not outlet._thread.is_alive()
    assert fake.told == 0
    assert "not told" not in events(log)


def test_a_failure_is_logged_once_until_it_works_again(outlet, fake, log):
    fake.troubles = [NotTold("the webhook is down", hint="start it")] * 3
    for _ in range(4):
        outlet.put(NOTICE)
    until(lambda: fake.told)
    until(lambda: "told again" in events(log))
    assert events(log) == ["not told", "told again"]
    first = json.loads(log.getvalue().splitlines()[0])
    assert (first["channel"], first["trouble"], first["hint"]) == ("fake", "the webhook is down", "start it")


def test_a_bug_in_a_channel_stops_it_not_for_good(outlet, fake, log):
    fake.troubles = [ValueError("Dana Ruiz <dana@acme.example>")]
    for _ in range(2):
        outlet.put(NOTICE)
    until(lambda: fake.told)
    assert events(log) == ["bug"]
    assert "Dana" not in log.getvalue()


def test_a_desktop_that_is_not_there_is_no_failure(outlet, fake, log):
    fake.here = False
    outlet.put(NOTICE)
    outlet.leave()
    outlet.join(5)
    assert (fake.told, events(log)) == (0, [])
