"""The state of the watcher, by SQLAlchemy Core: plain SQL that SQLite and PostgreSQL both speak.

Each method that writes is one transaction: all of it is kept, or nothing, and once it returns it is on the disk.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from itertools import islice
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Table, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from watcher.errors import StateError
from watcher.model import Entry, Mark, MarkKind, StepKind
from watcher.store import codec
from watcher.store.records import DraftRecord, Life, Standing, Told
from watcher.store.schema import accounts, drafts, entries, marks, processes, quarantine, standings, told

__all__ = ["EVERY_ACCOUNT", "Store"]

EVERY_ACCOUNT = ""
"""In place of an account's name: what is said of the mail of all."""
_LOOKED = ""
"""In place of a key of what was told: when it was last looked for."""
_BATCH = 1000
"""Values in one IN (...): databases limit how many parameters a statement may have."""


class Store:
    """What is remembered of all accounts. Used by one thread; opened by `watcher.store.open_store`."""

    def __init__(
        self,
        engine: Engine,
        *,
        explain: Callable[[DBAPIError], StateError],
        notice: str = "",
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        """Keep what is needed.

        Args:
            engine: Whose tables are those of `watcher.store.schema`.
            explain: Says what a failure of the database means for the user.
            notice: A line the user should see: the state was damaged and starts anew.
            on_close: What to let go of at the end.
        """
        self._engine = engine
        self._explain = explain
        self.notice = notice
        self._on_close = on_close

    def close(self) -> None:
        """Let go of the database and its lock; may be called twice."""
        self._engine.dispose()
        self._on_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- mail -------------------------------------------------------------------------------------
    def cursor(self, account: str, version: int) -> str | None:
        """How far the mailbox was read; None where it never was, or by another version of the reading.

        Raises:
            StateError (as every method here)
        """
        with self._transaction() as connection:
            row = connection.execute(
                select(accounts.c.cursor).where(accounts.c.name == account, accounts.c.reading_version == version)
            ).first()
        return row.cursor if row else None

    def keep_page(
        self,
        account: str,
        kept: Sequence[Entry],
        quarantined: Sequence[tuple[str, str]],
        cursor: str,
        version: int,
    ) -> None:
        """Keep what a page of listings came to, and the cursor after it, together.

        An entry known already (by Message-ID) is replaced. A message once quarantined is no longer when it was read.

        Args:
            account: Its name.
            kept: What was read.
            quarantined: Ref and reason of each message that could not be.
            cursor: Where the next poll goes on.
            version: Of the reading that made them.
        """
        entry_rows = [
            {
                "account": account,
                "message_id": entry.envelope.message_id,
                "sent": entry.envelope.sent,
                "envelope": codec.encode_envelope(entry.envelope),
                "statements": codec.encode_statements(entry.statements),
            }
            for entry in {entry.envelope.message_id: entry for entry in kept}.values()
        ]
        reasons = dict(quarantined)
        with self._transaction() as connection:
            previous = connection.execute(
                select(accounts.c.reading_version).where(accounts.c.name == account)
            ).scalar_one_or_none()
            if previous != version:  # all mail is read again, so what failed then may not fail now
                connection.execute(delete(quarantine).where(quarantine.c.account == account))
            _replace(connection, entries, account, "message_id", entry_rows)
            _forget(connection, quarantine, account, "ref", [entry.envelope.ref for entry in kept])
            quarantine_rows = [{"account": account, "ref": ref, "reason": reason} for ref, reason in reasons.items()]
            _replace(connection, quarantine, account, "ref", quarantine_rows)
            connection.execute(delete(accounts).where(accounts.c.name == account))
            connection.execute(insert(accounts).values(name=account, cursor=cursor, reading_version=version))

    def known(self, account: str, message_ids: Collection[str]) -> set[str]:
        """Those of `message_ids` of which there is an entry."""
        found: set[str] = set()
        with self._transaction() as connection:
            for batch in _batches(message_ids):
                where = (entries.c.account == account, entries.c.message_id.in_(batch))
                found.update(connection.execute(select(entries.c.message_id).where(*where)).scalars())
        return found

    def entries(self, account: str) -> tuple[Entry, ...]:
        """All that is kept of the account's mail, in order of writing."""
        query = (
            select(entries.c.envelope, entries.c.statements)
            .where(entries.c.account == account)
            .order_by(entries.c.sent, entries.c.message_id)
        )
        with self._transaction() as connection:
            return tuple(codec.decode_entry(row.envelope, row.statements) for row in connection.execute(query))

    def quarantined(self, account: str) -> dict[str, str]:
        """Ref and reason of each message that could not be read."""
        with self._transaction() as connection:
            rows = connection.execute(
                select(quarantine.c.ref, quarantine.c.reason)
                .where(quarantine.c.account == account)
                .order_by(quarantine.c.ref)
            )
            return {row.ref: row.reason for row in rows}

    # -- processes ----------------------------------------------------------------------------------
    def application_ids(self, account: str) -> dict[str, str]:
        """Message-ID to the id of the process it was last counted to."""
        query = select(processes.c.message_id, processes.c.application_id).where(processes.c.account == account)
        with self._transaction() as connection:
            return {row.message_id: row.application_id for row in connection.execute(query)}

    def keep_application_ids(self, account: str, ids: Mapping[str, str]) -> None:
        """Keep to which process messages belong now; of messages not named, what was kept stays."""
        rows = [{"account": account, "message_id": m, "application_id": a} for m, a in ids.items()]
        with self._transaction() as connection:
            _replace(connection, processes, account, "message_id", rows)

    # -- drafts -------------------------------------------------------------------------------------
    def drafts(self, account: str) -> tuple[DraftRecord, ...]:
        """The record of every draft there ever was, oldest first."""
        query = (
            select(drafts)
            .where(drafts.c.account == account)
            .order_by(drafts.c.intended, drafts.c.attempt, drafts.c.message_id)
        )
        with self._transaction() as connection:
            return tuple(_draft(row) for row in connection.execute(query))

    def keep_draft(self, record: DraftRecord) -> None:
        """Keep the record, in place of an earlier one of the same Message-ID."""
        row = {
            "account": record.account,
            "message_id": record.message_id,
            "application_id": record.application,
            "kind": record.kind,
            "anchor": record.anchor,
            "attempt": record.attempt,
            "recipients": list(record.to),
            "in_reply_to": record.in_reply_to,
            "print": record.print,
            "intended": record.intended,
            "life": record.life,
        }
        with self._transaction() as connection:
            _replace(connection, drafts, record.account, "message_id", [row])

    # -- how accounts stand -------------------------------------------------------------------------
    def standings(self) -> dict[str, Standing]:
        """How each account that was ever polled stands, by name; some may have left the configuration since."""
        with self._transaction() as connection:
            rows = connection.execute(select(standings).order_by(standings.c.account))
            return {row.account: Standing(**row._asdict()) for row in rows}

    def standing(self, account: str) -> Standing:
        """How the account stands; a blank one where it was never polled."""
        return self.standings().get(account) or Standing(account)

    def keep_standing(self, standing: Standing) -> None:
        """Keep how an account stands, in place of what was."""
        with self._transaction() as connection:
            _replace(connection, standings, standing.account, "account", [asdict(standing)])

    def unpark(self, account: str) -> bool:
        """Let an account that waits for its user be polled again; whether it did wait."""
        freed = {"parked": None, "failures": 0, "refusals": 0, "next_poll": None, "trouble": "", "hint": ""}
        with self._transaction() as connection:
            where = (standings.c.account == account, standings.c.parked.is_not(None))
            waited = connection.execute(select(standings.c.account).where(*where)).first() is not None
            connection.execute(update(standings).where(standings.c.account == account).values(freed))
        return waited

    # -- what the user was told ---------------------------------------------------------------------
    def told(self, account: str) -> Told:
        """What the user was told of an account, or of all (`EVERY_ACCOUNT`)."""
        query = select(told.c.key, told.c.at).where(told.c.account == account)
        with self._transaction() as connection:
            rows = {row.key: row.at for row in connection.execute(query)}
        return Told(frozenset(rows.keys() - {_LOOKED}), rows.get(_LOOKED))

    def keep_told(
        self, account: str, keys: Iterable[str], at: dt.datetime, *, until: dt.datetime | None = None
    ) -> None:
        """Keep what the user is told, together; `until`: the last look of which this was all, where it was one."""
        moments = dict.fromkeys(keys, at) | ({_LOOKED: until} if until else {})
        rows = [{"account": account, "key": key, "at": moment} for key, moment in moments.items()]
        with self._transaction() as connection:
            _replace(connection, told, account, "key", rows)

    # -- what the user says -------------------------------------------------------------------------
    def marks(self, account: str) -> tuple[Mark, ...]:
        """What the user said of the account's mail, or of that of all (`EVERY_ACCOUNT`), and has not taken back.

        In the order it was told.
        """
        of_it = marks.c.account.in_((account, EVERY_ACCOUNT))
        query = select(marks).where(of_it, marks.c.undone.is_(None)).order_by(marks.c.number)
        with self._transaction() as connection:
            return tuple(
                Mark(MarkKind(row.kind), row.message_id, row.at, row.value, row.number)
                for row in connection.execute(query)
            )

    def keep_mark(self, account: str, mark: Mark) -> Mark:
        """Keep what the user said of an account's mail, or of `EVERY_ACCOUNT`; gives it with its number."""
        row = {
            "account": account,
            "message_id": mark.message_id,
            "at": mark.at,
            "kind": mark.kind,
            "value": mark.value,
        }
        with self._transaction() as connection:
            kept = connection.execute(insert(marks).values(row))
        (number,) = kept.inserted_primary_key or (0,)
        return replace(mark, number=number)

    def undo_mark(self, number: int, at: dt.datetime) -> None:
        """Take back what was said under that number; `at` is when."""
        with self._transaction() as connection:
            connection.execute(update(marks).where(marks.c.number == number).values(undone=at))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise self._explain(error) from error


def _replace(connection: Connection, table: Table, account: str, key: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows in place of those with the same key: an upsert that every database understands."""
    _forget(connection, table, account, key, [row[key] for row in rows])
    if rows:
        connection.execute(insert(table), rows)


def _forget(connection: Connection, table: Table, account: str, key: str, values: Iterable[str]) -> None:
    for batch in _batches(values):
        connection.execute(delete(table).where(table.c.account == account, table.c[key].in_(batch)))


def _batches(values: Iterable[str]) -> Iterator[list[str]]:
    iterator = iter(values)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _draft(row: Row[Any]) -> DraftRecord:
    return DraftRecord(
        account=row.account,
        message_id=row.message_id,
        application=row.application_id,
        kind=StepKind(row.kind),
        anchor=row.anchor,
        attempt=row.attempt,
        to=tuple(row.recipients),
        in_reply_to=row.in_reply_to,
        print=row.print,
        intended=row.intended,
        life=Life(row.life),
    )
