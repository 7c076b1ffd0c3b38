"""How a meeting moves by so much, without its new time being told: "an hour later", "postponed by two days"."""

from __future__ import annotations

import datetime as dt
import re

from watcher.inference.en.acts.business import NO_MEETING
from watcher.inference.en.stages import length_of
from watcher.inference.rules import ANYONE, Rule, rule
from watcher.model import Kind

__all__ = ["SHIFTS", "moved_by"]

_AHEAD = re.compile(r"\b(?:earlier|sooner|forward|ahead|preponed|advanced|up)\b")
_WAY = r"(?:earlier|sooner|later|forward|ahead|back|out|along|up|slips?|slipped|slid|moved|pushed|put|shifted|preponed|advanced|postponed|delayed)"
_AMOUNT = (
    r"(?:(?:half an|(?:a )?quarter of an|an?|one|two|three|ten|fifteen|twenty|thirty|forty-five|\d{1,2})"
    r" (?:hours?|hrs?|minutes?|mins?|(?:working |business )?days?|weeks?))\b"
)
_SHIFT = re.compile(rf"\b{_WAY}(?: by)? (?P<behind>{_AMOUNT})|\b(?P<before>{_AMOUNT}) {_WAY}\b")
_COUNTS = ("a", "one", "two", "three")
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
"""How many days are in what a meeting moves by."""
_SAME_DAY = re.compile(
    r"\b(?:on )?(?:the )?same (?:week)?day (?:of |in )?(?:the )?(?:(?P<next>following|next|coming) week|week after)\b"
    r"|\b(?:the )?(?:week after|following week),? (?:on )?the same (?:week)?day\b"
)
"""A week later, as who does not count says it."""
_NEXT_DAY = re.compile(r"\bthe day (?:after|(?P<ahead>before))\b(?=[^.;?]{0,30}\b(?:instead|same (?:time|hour))\b)")


_MINUTE, _WEEK = dt.timedelta(minutes=1), dt.timedelta(weeks=1)


def moved_by(text: str) -> str:
    """By how many minutes a plain sentence moves something, "-60" an hour ahead; empty where it does not tell."""
    if day := _NEXT_DAY.search(text):
        return "-1440" if day["ahead"] else "+1440"
    if _SAME_DAY.search(text):
        return f"{_WEEK // _MINUTE:+d}"
    match = _SHIFT.search(text)
    if match is None:
        return ""
    amount = match["behind"] or match["before"]
    count, *_ = amount.split()
    length = length_of(amount)
    days = _UNITS.get(amount.split()[-1], 0)
    if length is None and days and count in _COUNTS:
        length = dt.timedelta(days=days * (_COUNTS.index(count) or 1))
    minutes = length // _MINUTE if length else 0
    return f"{-minutes if _AHEAD.search(match.group()) else minutes:+d}" if minutes else ""


SHIFTS: tuple[Rule, ...] = (
    rule(
        "moved_by",
        Kind.MOVES,
        "hour|hr|minute|min|a day|one day|days|day after|day before|same day|same weekday|week later|a week|one week|two weeks",
        r"\b(?:push|slid|slip|mov|shift|put|bring|brought|start|begin|meet|expect|see|make it|do it|come to us|comes|call|ring|place|delay|postpon|prepon)\w*\b"
        rf"[^.;?]{{0,40}}?(?:{_SHIFT.pattern})",
        rf"\b(?:come|do|make|meet|see|speak|talk|move|have|could|can|would)\b[^.;?]{{0,40}}?{_NEXT_DAY.pattern}",
        rf"\b(?:slips?|slipped|slid) (?:back )?(?:by )?{_AMOUNT}",
        rf"(?:^|\b(?:please|then|but|rather) )come(?: \w+)? {_AMOUNT} (?:later|earlier|sooner)\b",
        rf"\b(?:sit|meet|see|held|be|come|call|ring|speak|talk|take place|mov\w+|shift\w*|push\w*|postpon\w+)\b[^.;?]{{0,40}}?{_SAME_DAY.pattern}",
        sides=ANYONE,
        guard=r"\b(?:if|unless)\b",
        unless=(
            NO_MEETING,
            r"\b(?:arrive|log ?in|dial in|be there|check in|report|reception|train|bus|flight|plane|got in)\b",
        ),
        yes=(
            "he's pushed Saturday back an hour to let everybody park.",
            "You are accordingly expected one hour sooner than we arranged.",
            "Can we slide tomorrow back half an hour?",
            "Could we start an hour later?",
            "I must put our talk back thirty minutes.",
            "She asks whether you could come the day after instead, at the same time.",
            "The panel will meet instead on the same day of the following week.",
            "I have to push our call back a week, same hour.",
            "Our talk slips by a week, same time and place.",
            "There is an exam on the Wednesday, so your trial lecture comes one day later.",
            "Come exactly one week later please, at the same hour, until then we are dry.",
            "The surgeon is called out, so we see you a day later, otherwise no change.",
        ),
        no=(
            "Please arrive ten minutes earlier.",
            "My train got in an hour later.",
            "Their letter had come one week later.",
            "It is an hour back to town.",
            "The market is on the same day the following week.",
            "If we start an hour later I will tell you.",
        ),
    ),
)
