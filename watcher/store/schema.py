"""The tables, as SQLAlchemy Core sees them. They and the sum of the migrations are the same; a test compares them.

To change it: change it here, add a file to `migrations/versions`, and name its revision in `HEAD`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Column, Date, DateTime, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

__all__ = [
    "HEAD",
    "Moment",
    "accounts",
    "drafts",
    "entries",
    "marks",
    "metadata",
    "processes",
    "quarantine",
    "standings",
    "told",
    "version",
]

HEAD = "0004"
"""The revision that this module describes."""


class Moment(TypeDecorator[dt.datetime]):
    """An instant: aware on both sides, UTC in the database, also where that knows no time zones (SQLite)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value}")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        moment: dt.datetime = value
        return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


metadata = MetaData(naming_convention={"pk": "%(table_name)s_pkey", "ix": "%(table_name)s_%(column_0_N_name)s_idx"})

accounts = Table(
    "accounts",
    metadata,
    Column("name", String, primary_key=True),
    Column("cursor", Text, nullable=False),
    Column("reading_version", Integer, nullable=False),
    comment="how far each mailbox was read, and by which version of the reading",
)

entries = Table(
    "entries",
    metadata,
    Column("account", String, primary_key=True),
    Column("message_id", Text, primary_key=True),
    Column("sent", Moment, nullable=False),
    Column("envelope", JSON, nullable=False),
    Column("statements", JSON, nullable=False),
    Index(None, "account", "sent"),
    comment="what is kept of each message that could matter; never its body",
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("account", String, primary_key=True),
    Column("ref", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    comment="messages that could not be read, and why",
)

processes = Table(
    "processes",
    metadata,
    Column("account", String, primary_key=True),
    Column("message_id", Text, primary_key=True),
    Column("application_id", String, nullable=False),
    comment="which hiring process a message was last counted to, so that its id stays",
)

drafts = Table(
    "drafts",
    metadata,
    Column("account", String, primary_key=True),
    Column("message_id", String, primary_key=True),
    Column("application_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("in_reply_to", Text, nullable=False),
    Column("print", String, nullable=False),
    Column("intended", Moment, nullable=False),
    Column("life", String, nullable=False),
    comment="what became of each draft; a row is written before its draft is saved",
)

marks = Table(
    "marks",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("account", String, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("kind", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("undone", Moment, nullable=True),
    Index(None, "account"),
    comment="what the user says of a process; what is taken back is kept with the moment",
)

standings = Table(
    "standings",
    metadata,
    Column("account", String, primary_key=True),
    Column("polled", Moment, nullable=True),
    Column("succeeded", Moment, nullable=True),
    Column("next_poll", Moment, nullable=True),
    Column("next_due", Date, nullable=True),
    Column("failures", Integer, nullable=False),
    Column("refusals", Integer, nullable=False),
    Column("parked", Moment, nullable=True),
    Column("trouble", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Column("units", Integer, nullable=True),
    Column("units_per_minute", Integer, nullable=True),
    comment="how each account stands: when it was and will be polled, what failed, whether it waits for its user",
)

told = Table(
    "told",
    metadata,
    Column("account", String, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("at", Moment, nullable=False),
    comment="what the user was told, so that it is told once; the row without a key is when it was last looked for",
)

version = Table(
    "alembic_version",  # Alembic's own table, written here so that a new database needs no Alembic
    metadata,
    Column("version_num", String(32), primary_key=True),
)
