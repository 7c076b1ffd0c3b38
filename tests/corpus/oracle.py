"""A reader that knows the answers: a case's messages as entries whose statements are what the case file says.

With it the stages behind inference can be held against the truth by themselves.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.corpus.casefile import Case, _day, _moment
from watcher.model import Address, Automatic, Entry, Envelope, Kind, Person, Side, Stage, Statement, Window

OUTCOMES = {
    "rejected": Kind.REJECTED,
    "filled": Kind.FILLED,
    "offer": Kind.OFFER,
    "accepted": Kind.ACCEPTED,
    "declined": Kind.DECLINED,
    "withdrawn": Kind.WITHDRAWN,
    "on_hold": Kind.ON_HOLD,
    None: Kind.REOPENED,
}


def person(case: Case) -> Person:
    me = case.me
    return Person(me["name"], (me["address"], *me.get("aliases", [])), me["timezone"], me.get("country", "US"))


def entry(case: Case, message: dict[str, Any]) -> Entry:
    """One message of a case as a perfect reader would keep it."""
    says = message.get("says") or {}
    sent = _moment(message["date"])
    side = Side.ME if case.is_me(message["from"]) else Side.MACHINE if says.get("auto") else Side.THEM
    to = message.get("to", ["me"])
    chain = case._ancestors(message)
    noreply = case.people.get(message["from"], {}).get("noreply", "@" in message["from"])
    envelope = Envelope(
        account=case.name,
        ref=message["id"],
        message_id=case.message_id(message["id"]),
        sent=sent,
        received=sent.astimezone(dt.UTC),
        sender=_address(case, message["from"]),
        to=tuple(_address(case, who) for who in ([to] if isinstance(to, str) else to)),
        cc=tuple(_address(case, who) for who in message.get("cc", [])),
        subject=message["subject"],
        references=tuple(case.message_id(m["id"]) for m in chain),
        side=side,
        automatic=(Automatic.NOTICE if noreply else Automatic.AWAY) if says.get("auto") else None,
        system="ats" if noreply else "",
    )
    return Entry(envelope, tuple(_statements(case, message, says)))


def _statements(case: Case, message: dict[str, Any], says: dict[str, Any]) -> list[Statement]:
    found: list[Statement] = []

    def state(kind: Kind, **values: Any) -> None:
        found.append(Statement(kind, f"words of {message['id']}", "oracle", **values))

    if (role := case.people.get(message["from"], {}).get("role")) and not says.get("auto"):
        state(Kind.HAS_ROLE, text=role, who=(_address(case, message["from"]),))
    if says.get("decision"):
        state(Kind.DECIDES_BY, window=Window(None, _day(says["decision"]["latest"])))
    elif "decision" in says:
        state(Kind.NO_DATE)
    if says.get("asks_me"):
        state(Kind.ASKS_ME)
    elif "asks_me" in says:
        state(Kind.WAITS)
    if booking := says.get("interview"):
        start, end = _moment(booking["start"]), _moment(booking["end"])
        uid = f"{message['app']}.{booking.get('slot', 'main')}"
        if booking.get("status") == "cancelled":
            state(Kind.CANCELS, start=start, uid=uid)
        else:
            hosts = tuple(_address(case, who) for who in booking.get("with", []))
            state(Kind.INTERVIEW, start=start, end=end, who=hosts, uid=uid, text=booking.get("stage", ""))
    if "outcome" in says:
        state(OUTCOMES[says["outcome"]])
    if says.get("stage"):
        state(Kind.STAGE, text=says["stage"])
    if says.get("kind") == "follow_up":
        state(Kind.NUDGES)
    if says.get("kind") == "thank_you":
        state(Kind.THANKS)
    if says.get("back_on"):
        state(Kind.AWAY_UNTIL, day=_day(says["back_on"]))
    if says.get("gone"):
        state(Kind.GONE, who=(_address(case, says["gone"]),))
    app = case.apps.get(message.get("app", ""))
    if app is not None and message is next(m for m in case.raw if m.get("app") == message["app"]):
        contacted = app.get("starts_as") == "contacted"
        state(Kind.OUTREACH if contacted else Kind.HIRING, text="" if contacted else Stage.APPLIED)
    return found


def _address(case: Case, who: str) -> Address:
    name = case.me["name"] if case.is_me(who) else case.people.get(who, {}).get("name", "")
    return Address(case.address(who).lower(), name)
