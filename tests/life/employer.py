"""What employers and their machines write, with what each mail says; and what I write myself.

Each reads as one would write it, and is plain enough to be read rightly by any version of the reading:
`test_reading.py` holds that against the truth before anything else here relies on it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.life.story import FIRMS, ZONE, Story

__all__ = ["FIRST", "LETTERS", "MINE", "Letter", "written"]

Made = dict[str, Any]


@dataclass(frozen=True)
class Letter:
    """A kind of mail. `fits` tells whether somebody would write it as the process stands."""

    name: str
    what: str
    """For the table in the docs: "they ask you something"."""
    make: Callable[[Story, str, dt.datetime], Made]
    fits: Callable[[Story, str, dt.datetime], bool]
    by: str = "recruiter"
    """Or "ats" or "me"."""


def written(story: Story, letter: Letter, firm: str, now: dt.datetime) -> Made:
    """The mail, with its place in the story."""
    them = FIRMS[firm]
    who = {"recruiter": them.recruiter, "ats": them.ats, "me": "me"}[letter.by]
    message: Made = {
        "from": who,
        "to": [them.recruiter] if who == "me" else ["me"],
        "date": now,
        "subject": f"{them.role} at {them.company}",
        "client": "ats" if letter.by == "ats" else "plain",
        "quote": False,
    }
    earlier = [m for m in story.of(firm) if m["from"] in ("me", them.recruiter) and "invite" not in m]
    if earlier and letter.by != "ats":
        message["reply_to"] = earlier[0]["id"]
    return story.add(firm, message | letter.make(story, firm, now))


# -- how a process stands ---------------------------------------------------------------------------
def _stands(story: Story, firm: str, now: dt.datetime, *kinds: str) -> bool:
    return story.state(firm, now).kind in kinds


def _runs(story: Story, firm: str, now: dt.datetime) -> bool:
    """Nothing is decided, and nothing booked."""
    truth = story.state(firm, now)
    return truth.status not in ("closed", "scheduled") and _outcome(story, firm, now) in (None, "")


def _waits(story: Story, firm: str, now: dt.datetime) -> bool:
    return _runs(story, firm, now) and not _stands(story, firm, now, "reply")


def _outcome(story: Story, firm: str, now: dt.datetime) -> str | None:
    outcome = None
    for message in story.of(firm, now):
        outcome = message.get("says", {}).get("outcome", outcome)
    return outcome


def _has(outcome: str) -> Callable[[Story, str, dt.datetime], bool]:
    return lambda story, firm, now: _outcome(story, firm, now) == outcome


def _booked(story: Story, firm: str, now: dt.datetime) -> bool:
    return _stands(story, firm, now, "attend") and story.state(firm, now).interview > now


# -- the words --------------------------------------------------------------------------------------
def _says(body: str, **says: Any) -> Callable[[Story, str, dt.datetime], Made]:
    def make(_: Story, firm: str, __: dt.datetime) -> Made:
        name = "" if says.get("kind") or says.get("mine") else "Hi Alex,\n\n"
        told = {key: value for key, value in says.items() if key != "mine"}
        return {"body": name + body.format(role=FIRMS[firm].role, company=FIRMS[firm].company), "says": told}

    return make


def _names_a_day(story: Story, _: str, now: dt.datetime) -> Made:
    day = story.add_business_days(story.local_day(now), 3)
    body = f"Hi Alex,\n\nThank you for your patience. We will let you know our decision by {day:%A, %B} {day.day}."
    return {"body": body, "says": {"decision": {"latest": day}, "asks_me": False}}


def _start(story: Story, now: dt.datetime, days: int) -> dt.datetime:
    day = story.add_business_days(story.local_day(now), days)
    return dt.datetime.combine(day, dt.time(14), ZONE)


_NOTICES = {
    "REQUEST": "You have been invited to the following event.",
    "MOVED": "This event has been updated.",
    "CANCEL": "This event has been cancelled.",
}


def _notice(firm: str, what: str, start: dt.datetime, uid: str, sequence: int) -> Made:
    """What a calendar program sends in the recruiter's name."""
    them, end = FIRMS[firm], start + dt.timedelta(hours=1)
    title = f"Interview: {them.role} at {them.company}"
    subject = {"REQUEST": "Invitation", "MOVED": "Updated invitation", "CANCEL": "Canceled event"}[what]
    booking: Made = {"start": start, "end": end, "stage": "interview", "with": [them.recruiter], "slot": "main"}
    if what == "CANCEL":
        booking["status"] = "cancelled"
    return {
        "subject": f"{subject}: {title}",
        "client": "gmail",
        "signature": "",
        "reply_to": None,
        "body": f"{_NOTICES[what]}\n\n{title}\nWhen: {start:%a %b} {start.day}, {start:%Y %H:%M} - {end:%H:%M} (Chicago)",
        "invite": {
            "start": start,
            "end": end,
            "summary": title,
            "organizer": them.recruiter,
            "attendees": ["me", them.recruiter],
            "timezone": "America/Chicago",
            "uid": uid,
            "sequence": sequence,
            "method": "CANCEL" if what == "CANCEL" else "REQUEST",
        },
        "says": {"auto": True, "interview": booking},
    }


def _books(story: Story, firm: str, now: dt.datetime) -> Made:
    return _notice(firm, "REQUEST", _start(story, now, 2), f"{firm}-{len(story.raw)}", 0)


def _last_invite(story: Story, firm: str) -> Made:
    invite: Made = next(m["invite"] for m in reversed(story.of(firm)) if "invite" in m)
    return invite


def _moves(story: Story, firm: str, _: dt.datetime) -> Made:
    last = _last_invite(story, firm)
    return _notice(firm, "MOVED", _start(story, last["start"], 1), last["uid"], last["sequence"] + 1)


def _cancels(story: Story, firm: str, _: dt.datetime) -> Made:
    last = _last_invite(story, firm)
    return _notice(firm, "CANCEL", last["start"], last["uid"], last["sequence"] + 1)


def _nudges_apart(_: Story, firm: str, __: dt.datetime) -> Made:
    role = FIRMS[firm].role
    return {
        "body": f"I wanted to follow up on my application for the {role} position. Is there any news?",
        "subject": f"My application for {role}",
        "reply_to": None,
        "says": {"kind": "follow_up"},
    }


FIRST = Letter(
    "first",
    "they have your application",
    _says("Thank you for applying for the {role} position at {company}. We are reviewing your application."),
    lambda story, firm, _: not story.of(firm),
)
LETTERS = {
    letter.name: letter
    for letter in (
        Letter("word", "they write", _says("This is just a short word to say that we have not forgotten you."), _runs),
        Letter(
            "question",
            "they ask you something",
            _says("Could you tell me what your notice period is?", asks_me=True),
            _runs,
        ),
        Letter("day", "they name a day", _names_a_day, _runs),
        Letter(
            "rejection",
            "they say no",
            _says("Unfortunately, we have decided not to move forward with your application.", outcome="rejected"),
            _runs,
        ),
        Letter(
            "offer",
            "they make an offer",
            _says("I am delighted to tell you that we would like to offer you the {role} position.", outcome="offer"),
            _runs,
        ),
        Letter(
            "offer gone",
            "the offer falls through",
            _says(
                "I am sorry, but our offer to you no longer stands for the time being. The position is open again, "
                "and your application is active again.",
                outcome=None,
            ),
            _has("offer"),
        ),
        Letter(
            "hold",
            "it is put on hold",
            _says("The position has been put on hold until further notice.", outcome="on_hold", decision=None),
            _runs,
        ),
        Letter(
            "reopened",
            "it is open again",
            _says("The position is open again, and we are moving forward with the process.", outcome=None),
            _has("on_hold"),
        ),
        Letter("booked", "an interview is booked", _books, _runs),
        Letter("moved", "the interview is moved", _moves, _booked),
        Letter("cancelled", "the interview is cancelled", _cancels, _booked),
        Letter(
            "hold by the system",
            "their system puts it on hold",
            _says("The {role} position has been put on hold until further notice.", outcome="on_hold", auto=True),
            _runs,
            "ats",
        ),
        Letter(
            "reopened by the system",
            "their system opens it again",
            _says("The {role} position is open again, and your application is active again.", outcome=None, auto=True),
            _has("on_hold"),
            "ats",
        ),
        Letter(
            "rejection by the system",
            "their system says no",
            _says(
                "Unfortunately, we have decided not to move forward with your application.",
                outcome="rejected",
                auto=True,
            ),
            _runs,
            "ats",
        ),
        Letter(
            "offer by the system",
            "their system makes an offer",
            _says("We are pleased to offer you the {role} position.", outcome="offer", auto=True),
            _runs,
            "ats",
        ),
        Letter(
            "offer gone by the system",
            "the offer falls through, says their system",
            _says(
                "Our offer to you no longer stands for the time being. The position is open again, and your application "
                "is active again.",
                outcome=None,
                auto=True,
            ),
            _has("offer"),
            "ats",
        ),
    )
}
MINE = {
    letter.name: letter
    for letter in (
        Letter(
            "answer",
            "you answer",
            _says("Thank you for asking. My notice period is four weeks.", mine=True),
            lambda story, firm, now: _runs(story, firm, now) and _stands(story, firm, now, "reply"),
            "me",
        ),
        Letter(
            "nudge",
            "you write by yourself",
            _says("I wanted to follow up on my application. Is there any news?", kind="follow_up"),
            _waits,
            "me",
        ),
        Letter(
            "nudge apart",
            "you write by yourself in a new thread",
            _nudges_apart,
            _waits,
            "me",
        ),
        Letter(
            "thanks",
            "you thank them by yourself",
            _says("Thank you for the interview. I enjoyed our conversation.", kind="thank_you"),
            lambda story, firm, now: _stands(story, firm, now, "thank_you"),
            "me",
        ),
    )
}
