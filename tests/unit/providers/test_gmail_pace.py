"""Within the quota, and patient."""

from __future__ import annotations

import pytest

from providers.base import NotSetUp, SignInRefused, Unreachable
from providers.gmail.errors import Lost, Refused
from providers.gmail.pace import Meter, patiently
from tests.unit.providers.scripted_google import FakeClock


def test_what_a_minute_allows_is_spent_without_a_pause_and_then_it_waits() -> None:
    fake = FakeClock()
    meter = Meter(6000, fake.clock)
    for _ in range(6):
        meter.spend(1000, calls=50)
    assert fake.slept == []
    assert meter.wait(3000) == pytest.approx(30)
    meter.spend(1000, calls=50)
    assert sum(fake.slept) == pytest.approx(60, abs=0.1)
    assert (meter.quota.calls, meter.quota.units) == (350, 7000)


def test_in_no_minute_is_more_spent_than_it_allows() -> None:
    fake = FakeClock()
    meter = Meter(6000, fake.clock)
    spent: list[tuple[float, int]] = []
    for _ in range(40):
        meter.spend(1000)
        spent.append((fake.time, 1000))
        fake.time += 3
        assert sum(units for when, units in spent if when > fake.time - 60) <= 6000


def test_what_exceeds_the_whole_limit_goes_after_a_quiet_minute() -> None:
    fake = FakeClock()
    meter = Meter(500, fake.clock)
    meter.spend(1000)
    meter.spend(1000)
    assert sum(fake.slept) == pytest.approx(60, abs=0.1)


def test_the_wait_it_tells_is_the_wait_there_is() -> None:
    fake = FakeClock()
    meter = Meter(6000, fake.clock)
    meter.spend(6000)
    told, begun = meter.wait(12_000), fake.time
    for _ in range(12):
        meter.spend(1000)
    assert fake.time - begun == pytest.approx(told, abs=60)


def test_a_trouble_that_passes_is_tried_again_more_and_more_slowly() -> None:
    fake, troubles = FakeClock(), [Lost("gone", arrived=True), Refused("busy", 503), Refused("slower", 429)]

    def request() -> str:
        if troubles:
            raise troubles.pop(0)
        return "here"

    assert patiently(request, fake.clock) == "here"
    assert fake.slept == [1, 2, 4]


def test_it_waits_as_long_as_it_is_asked_to() -> None:
    fake, troubles = FakeClock(), [Refused("slower", 429, wait=17)]

    def request() -> str:
        if troubles:
            raise troubles.pop(0)
        return "here"

    assert patiently(request, fake.clock) == "here"
    assert fake.slept == [17]


@pytest.mark.parametrize("wait", [0, 50, 3600])
def test_a_trouble_that_stays_is_given_up(wait: float) -> None:
    fake, tries = FakeClock(), []

    def request() -> None:
        tries.append(1)
        raise Refused("slower", 429, wait)

    with pytest.raises(Unreachable, match="slower"):
        patiently(request, fake.clock)
    assert len(tries) <= 6
    assert sum(fake.slept) <= 120


@pytest.mark.parametrize("trouble", [SignInRefused(), NotSetUp(), Refused("not there", 404), Unreachable("other")])
def test_what_does_not_pass_is_not_tried_again(trouble: Exception) -> None:
    fake, tries = FakeClock(), []

    def request() -> None:
        tries.append(1)
        raise trouble

    with pytest.raises(type(trouble)):
        patiently(request, fake.clock)
    assert (tries, fake.slept) == ([1], [])
