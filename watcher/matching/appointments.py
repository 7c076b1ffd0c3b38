"""Bookings held against one another: whether two are of one meeting, and what is known of it then."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from watcher.matching.offers import SAME
from watcher.model import Address, Interview, Stage

__all__ = ["Booking", "apart", "at_the_same_hour", "merged"]


@dataclass(frozen=True, slots=True)
class Booking:
    """An interview, and the identity of its calendar event where it has one."""

    interview: Interview
    uid: str


def at_the_same_hour(new: Booking, known: Booking) -> Booking:
    """A new time with the half of the day of the one it replaces, where it has its hour: "Friday, 6 to 9"."""
    half = dt.timedelta(hours=12)
    clock = known.interview.start.astimezone(new.interview.start.tzinfo).time()
    if new.uid or (new.interview.start + half).time() != clock:
        return new
    shift = half if clock.hour >= 12 else -half
    moved = replace(new.interview, start=new.interview.start + shift, end=new.interview.end + shift)
    return replace(new, interview=moved)


def apart(known: Booking, new: Booking, *, told: bool) -> bool:
    """Whether two bookings are of two meetings: two events of a calendar, two in one message, or told of two stages.

    A process seldom has more than one meeting ahead; where another day is told, it is that of the one.
    """
    if known.uid and new.uid:
        return True
    one_message = known.interview.message_id == new.interview.message_id
    return one_message or (told and known.interview.stage is not new.interview.stage)


def merged(known: Booking, new: Booking, *, told: bool) -> Booking:
    """The newer time; who holds it as far as either knows, where the time is the same.

    Args:
        known: What was booked.
        new: What replaces it, or says it again.
        told: Whether the new one was told to be of a stage.
    """
    same_time = abs(known.interview.start - new.interview.start) < SAME
    hosts = _hosts(new.interview.hosts, known.interview.hosts, same_time=same_time)
    end = new.interview.end
    if same_time and new.uid == "" and known.uid:
        end = known.interview.end
    stage = max(known.interview.stage, new.interview.stage, key=list(Stage).index) if told else known.interview.stage
    return Booking(replace(new.interview, hosts=hosts, end=end, stage=stage), new.uid or known.uid)


def _hosts(new: tuple[Address, ...], known: tuple[Address, ...], *, same_time: bool) -> tuple[Address, ...]:
    """Those told last, unless they are some of the known ones, or told by name alone of what was known already."""
    names_alone = not any(a.email for a in new)
    if {a.email for a in new} <= {a.email for a in known} or (same_time and names_alone):
        return known or new
    return new
