"""Opening the state file: made when missing, checked, moved aside when damaged, migrated when old; by one process.

All that is SQLite's own stands here. A rollback journal rather than a write-ahead log: then reading writes nothing,
not even beside the file, so a dry run can promise just that.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, select

from watcher.errors import StateError
from watcher.store.lock import Lock
from watcher.store.schema import HEAD, metadata, version
from watcher.store.store import Store

__all__ = ["open_beside", "open_store", "snapshot"]

_APPLICATION_ID = 0x77617463  # "watc"; SQLite keeps it at offset 68 of the file, big-endian
_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
_BUSY_SECONDS = 5
_LOOKED_AGAIN = (0.02, 0.1, 0.5)
"""Seconds before a state that seems to be amid a write is looked at again."""
_MIGRATIONS = Path(__file__).parent / "migrations"

_CAUSES = {  # by the beginning of SQLite's name for the error: what happened, what to do
    "SQLITE_FULL": ("the disk is full", "make room; nothing is lost, and the next scan goes on"),
    "SQLITE_READONLY_ROLLBACK": (
        "the last scan was interrupted while writing",
        "run `watcher scan` once: it mends this",
    ),
    "SQLITE_READONLY": ("it cannot be written", "make the file and its folder writable for you"),
    "SQLITE_CANTOPEN": (
        "it or its folder cannot be opened for writing",
        "make the file and its folder writable for you",
    ),
    "SQLITE_PERM": ("access is denied", "make the file and its folder yours"),
    "SQLITE_BUSY": ("another program is writing to it", "close the program that has it open"),
    "SQLITE_LOCKED": ("another program is writing to it", "close the program that has it open"),
    "SQLITE_IOERR": ("the disk reports an error", "check the disk and its free space"),
    "SQLITE_CORRUPT": ("it is damaged", "run `watcher scan`: it moves the file aside and reads your mail again"),
    "SQLITE_NOTADB": ("it is damaged", "run `watcher scan`: it moves the file aside and reads your mail again"),
}


class _Damaged(Exception):
    """The file is ours, and cannot be trusted."""


def open_store(path: Path) -> Store:
    """The state at `path`, for a scan; made (0600, its folder 0700) where it is missing.

    A damaged file is moved aside as `NAME.corrupt-DATE` and a new one begun; `notice` of the store then says so.

    Raises:
        StateError: another process has it, it is not ours, of a newer version, or cannot be written
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StateError(
            f"{path.parent}: the folder of the state cannot be made: {error.strerror}",
            hint="choose another place with [state] path",
        ) from error
    lock = Lock(path)
    try:
        return _open_locked(path, lock)
    except BaseException:
        lock.release()
        raise


def open_beside(path: Path) -> Store:
    """The state at `path`, opened once more beside who holds its lock; takes none itself.

    For writing down what the user says while a scan may be under way, and for the threads of the daemon, each of which
    needs a connection of its own.

    Raises:
        StateError: there is none yet, it is not ours, damaged, of another version, or cannot be written
    """
    with _failures(path):
        try:
            file = _checked(path, "rw")
        except FileNotFoundError:
            raise StateError(f"{path}: there is no state yet", hint="run `watcher scan` first") from None
        except _Damaged as damage:
            raise StateError(f"{path}: is damaged ({damage})", hint=_CAUSES["SQLITE_CORRUPT"][1]) from damage
        file.execute("PRAGMA synchronous = FULL")
    engine = _engine(file)
    with engine.begin() as connection:
        found = connection.execute(select(version.c.version_num)).scalar_one_or_none()
    if found != HEAD:  # only who holds the lock migrates
        engine.dispose()
        raise StateError(f"{path}: was written by another version of the watcher", hint="run `watcher scan` first")
    return Store(engine, explain=lambda error: _explain(path, error.orig))


def snapshot(path: Path) -> Store:
    """A copy in memory of the state at `path`, or an empty one where there is none; for dry runs and for showing.

    Nothing is written anywhere, no lock is taken, and what is kept in it is gone when it is closed. A damaged file
    counts as none; `notice` then says so.

    Raises:
        StateError: it is not ours, of a newer version, or cannot be read
    """
    notice = ""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with _failures(path):
            _copy(path, memory)
    except FileNotFoundError:
        _create_tables(memory)
    except _Damaged as damage:
        notice = f"{path} is damaged ({damage}); the next scan moves it aside and reads your mail again"
        _create_tables(memory)
    except BaseException:
        memory.close()
        raise
    return _store(memory, path, notice=notice)


def _copy(path: Path, memory: sqlite3.Connection) -> None:
    """Copy the state.

    While another process ends a write, SQLite may take it for one that was interrupted (hasHotJournal in its pager.c
    tells of that), so this is believed only where it lasts.
    """
    for pause in (*_LOOKED_AGAIN, None):
        try:
            with contextlib.closing(_checked(path, "ro")) as file:
                file.backup(memory)
        except sqlite3.Error as error:
            if pause is None or _name(error) != "SQLITE_READONLY_ROLLBACK":
                raise
            time.sleep(pause)
        else:
            return


def _open_locked(path: Path, lock: Lock) -> Store:
    notice = ""
    with _failures(path):
        try:
            file = _checked(path, "rw")
        except _Damaged as damage:
            aside = _move_aside(path)
            notice = f"{path} was damaged ({damage}); it is now {aside.name}, and your mail is read again"
            file = None
        except FileNotFoundError:
            file = None
        if file is None:
            _create(path)
            file = _checked(path, "rw")
        file.execute("PRAGMA synchronous = FULL")
    return _store(file, path, notice=notice, on_close=lock.release)


def _checked(path: Path, mode: str) -> sqlite3.Connection:
    """The file, opened, once it is known to be ours and sound and, for mode "rw", that it can be written.

    Raises:
        FileNotFoundError, _Damaged, StateError (it is something else), sqlite3.Error, OSError
    """
    _must_be_ours(path)
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        _must_be_sound(connection)
        if mode == "rw":
            path.chmod(0o600)
            connection.execute("UPDATE alembic_version SET version_num = version_num")
    except BaseException:
        connection.close()
        raise
    return connection


def _must_be_ours(path: Path) -> None:
    """Told by the bytes, before SQLite may touch it: what is not ours is never moved nor written."""
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
    if not header:
        raise _Damaged("it is empty")
    if not header.startswith(_MAGIC[: len(header)]):
        raise StateError(
            f"{path}: is not a state file of the watcher",
            hint="choose another place with [state] path, or move that file away",
        )
    if len(header) < _HEADER_SIZE:
        raise _Damaged("it is cut off")
    if int.from_bytes(header[68:72]) != _APPLICATION_ID:
        raise StateError(f"{path}: is a database of another program", hint="choose another place with [state] path")


def _must_be_sound(connection: sqlite3.Connection) -> None:
    try:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if _name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise _Damaged(str(error)) from error
        raise
    if verdict != "ok":
        raise _Damaged(" ".join(verdict.replace("*** in database main ***", "").split()))


def _create(path: Path) -> None:
    """A new file at `path`, there whole or not at all, so that an empty one is always a damaged one."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        _create_tables(memory)
        content = memory.serialize()
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _journal(path).unlink(missing_ok=True)  # of a state that is gone; SQLite would play it back into the new one
    fresh.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _create_tables(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    with _engine(connection).begin() as transaction:
        metadata.create_all(transaction)
        transaction.execute(version.insert().values(version_num=HEAD))


def _move_aside(path: Path) -> Path:
    """The damaged file under another name, its journal with it. Never removed: it may be of use to someone."""
    aside = path.with_name(f"{path.name}.corrupt-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S%f}")
    path.rename(aside)
    with contextlib.suppress(FileNotFoundError):
        _journal(path).rename(_journal(aside))
    return aside


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _store(
    connection: sqlite3.Connection, path: Path, *, notice: str, on_close: Callable[[], None] = lambda: None
) -> Store:
    engine = _engine(connection)
    try:
        _bring_up_to_date(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, explain=lambda error: _explain(path, error.orig), notice=notice, on_close=on_close)


def _engine(connection: sqlite3.Connection) -> Engine:
    """SQLAlchemy over this one connection, with transactions that begin when it says so.

    Left alone, Python's sqlite3 begins them only before INSERT and the like, and runs DDL outside of them.
    """
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(transaction: Connection) -> None:
        transaction.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    """Run the migrations that the state has not seen yet, all or none."""
    with engine.begin() as connection:
        found = connection.execute(select(version.c.version_num)).scalar_one_or_none()
    if found == HEAD:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    if found not in {None, *(r.revision for r in ScriptDirectory.from_config(config).walk_revisions())}:
        raise StateError(
            f"{path}: was written by a newer version of the watcher ({found}, this one knows {HEAD})",
            hint="install the newer version again, or choose another place with [state] path",
        )
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextlib.contextmanager
def _failures(path: Path) -> Iterator[None]:
    """What SQLite and the file system raise, as a StateError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explain(path, error) from error
    except FileNotFoundError:
        raise
    except OSError as error:
        raise StateError(
            f"{path}: the state cannot be opened: {error.strerror}", hint="choose another place with [state] path"
        ) from error


def _explain(path: Path, error: BaseException | None) -> StateError:
    for beginning, (cause, hint) in _CAUSES.items():
        if _name(error).startswith(beginning):
            return StateError(f"{path}: {cause}", hint=hint)
    return StateError(f"{path}: the state cannot be used: {error}", hint="choose another place with [state] path")


def _name(error: BaseException | None) -> str:
    """SQLite's own name for what went wrong."""
    return str(getattr(error, "sqlite_errorname", ""))
