"""Small mails and processes for tests: what a test does not name has a sensible value."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from watcher.model import (
    Address,
    Application,
    Contact,
    Decision,
    Entry,
    Envelope,
    Interview,
    Kind,
    Person,
    Reply,
    Role,
    Side,
    Stage,
    Statement,
    Status,
    Window,
)

ZONE = ZoneInfo("America/Chicago")
ME = Person("Alex Kim", ("alex.kim@mail.example",), "America/Chicago", "US")
DANA = Address("dana.ruiz@acmerobotics.example", "Dana Ruiz")
OMAR = Address("omar@acmerobotics.example", "Omar Haddad")
MINE = Address("alex.kim@mail.example", "Alex Kim")


def moment(text: str) -> dt.datetime:
    """A moment in the zone of `ME`, such as "2026-03-03 10:00"."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


def says(kind: Kind, **values: Any) -> Statement:
    return Statement(kind, values.pop("words", f"words that say {kind}"), values.pop("rule", "test"), **values)


def mail(number: int, at: str, sender: Address = DANA, *statements: Statement, **values: Any) -> Entry:
    sent = moment(at)
    side = Side.ME if sender == MINE else values.pop("side", Side.THEM)
    envelope = Envelope(
        account="home",
        ref=str(number),
        message_id=values.pop("message_id", f"<{number}@test.example>"),
        sent=sent,
        received=sent.astimezone(dt.UTC),
        sender=sender,
        to=values.pop("to", (DANA,) if sender == MINE else (MINE,)),
        subject=values.pop("subject", "Backend Engineer"),
        side=side,
        **values,
    )
    return Entry(envelope, statements)


def reply(by: Side, at: str, number: int = 1) -> Reply:
    address = MINE if by is Side.ME else DANA
    return Reply(by, address.email, moment(at), f"<{number}@test.example>")


def interview(start: str, hosts: tuple[Address, ...] = ()) -> Interview:
    begins = moment(start)
    return Interview(begins, begins + dt.timedelta(hours=1), Stage.INTERVIEW, "<invite@test.example>", hosts)


def decision(day: str, by: Side = Side.THEM) -> Decision:
    return Decision(Window(None, dt.date.fromisoformat(day)), "by then", by, "<1@test.example>")


def contact(address: Address = DANA, role: Role = Role.RECRUITER, **values: Any) -> Contact:
    return Contact(address, role, last_wrote=values.pop("last_wrote", moment("2026-03-02 10:00")), **values)


def process(**values: Any) -> Application:
    """A process in which Dana wrote on Monday 2 March 2026 and I answered the same day."""
    known: dict[str, Any] = {
        "id": "abc123",
        "account": "home",
        "company": "Acme Robotics",
        "role": "Backend Engineer",
        "stage": Stage.INTERVIEW,
        "status": Status.WAITING_ON_THEM,
        "outcome": None,
        "threads": (),
        "contacts": (contact(),),
        "last_of_mine": reply(Side.ME, "2026-03-02 15:00", 2),
        "last_of_theirs": reply(Side.THEM, "2026-03-02 10:00", 1),
        "interviews": (),
        "decision": None,
        "my_turn": False,
        "follow_ups": (),
    }
    return Application(**(known | values))
