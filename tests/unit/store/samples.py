"""An entry and a draft record, each with sensible values."""

from __future__ import annotations

import dataclasses
import datetime as dt

from watcher.model import Address, Entry, Envelope, Statement, StepKind
from watcher.store import DraftRecord, Life

UTC = dt.UTC
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.timezone(dt.timedelta(hours=-6)))


def entry(key: str, *statements: Statement, sent: dt.datetime = NOON, ref: str = "") -> Entry:
    envelope = Envelope(
        account="home",
        ref=ref or f"ref-{key}",
        message_id=f"<{key}@acme.example>",
        sent=sent,
        received=sent.astimezone(UTC),
        sender=Address("dana@acme.example", "Dana Ruiz"),
        to=(Address("me@home.example"),),
        subject="Interview",
    )
    return Entry(envelope, statements)


def record(key: str = "a", **changes: object) -> DraftRecord:
    first = DraftRecord(
        account="home",
        message_id=f"<watcher.{key}@home.example>",
        application="acme",
        kind=StepKind.CHECK_IN,
        anchor="<1@acme.example>",
        attempt=1,
        to=("dana@acme.example",),
        in_reply_to="<1@acme.example>",
        print="f00",
        intended=dt.datetime(2026, 3, 16, 9, tzinfo=UTC),
        life=Life.INTENT,
    )
    return dataclasses.replace(first, **changes)
