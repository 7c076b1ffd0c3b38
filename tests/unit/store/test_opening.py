"""Opening the state: whatever is in its place, one clear line, and nothing of the user's lost."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from tests.unit.store.samples import entry, record
from watcher.errors import StateError
from watcher.store import open_store, opening, snapshot
from watcher.store.schema import HEAD, metadata


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "share" / "watcher" / "state.db"


@pytest.fixture
def filled(path) -> Path:
    """A state with something in it, closed."""
    with open_store(path) as store:
        store.keep_page("home", [entry(str(i)) for i in range(200)], [], "c1", 1)
        store.keep_draft(record())
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_files_are_for_the_user_only_whatever_the_umask(path):
    before = os.umask(0)
    try:
        with open_store(path) as store:
            store.keep_draft(record())
    finally:
        os.umask(before)
    assert mode(path.parent) == 0o700
    assert {p.name: mode(p) for p in path.parent.iterdir()} == {"state.db": 0o600, "state.db.lock": 0o600}


def test_a_state_that_others_could_read_is_closed_to_them(filled):
    filled.chmod(0o644)
    open_store(filled).close()
    assert mode(filled) == 0o600


def test_a_second_process_is_refused_with_the_pid_of_the_first(path):
    script = (
        f"from pathlib import Path; from watcher.store import open_store; open_store(Path({str(path)!r}));"
        "print('open', flush=True); input()"
    )
    child = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout.readline() == "open\n"
        with pytest.raises(StateError, match=rf"in use by another watcher \(pid {child.pid}\)"):
            open_store(path)
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        open_store(path).close()  # no stale lock
    finally:
        child.kill()
        child.communicate()


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _overwrite_a_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(os.urandom(4096 * 4))


def _empty(path: Path) -> None:
    os.truncate(path, 0)


def _leave_the_beginning(path: Path) -> None:
    os.truncate(path, 40)


DAMAGES = [_cut, _overwrite_a_page, _empty, _leave_the_beginning]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_state_is_moved_aside_never_deleted_and_said(filled, damage):
    damage(filled)
    damaged = filled.read_bytes()
    with open_store(filled) as store:
        assert "was damaged" in store.notice
        assert store.cursor("home", 1) is None, "so all mail is read again"
        assert store.drafts("home") == ()
        store.keep_draft(record())
    (aside,) = filled.parent.glob("state.db.corrupt-*")
    assert aside.read_bytes() == damaged
    assert aside.name in store.notice
    with open_store(filled) as store:
        assert store.notice == ""
        assert store.drafts("home") == (record(),)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_snapshot_of_a_damaged_state_leaves_it_alone(filled, damage):
    damage(filled)
    before = filled.read_bytes()
    with snapshot(filled) as store:
        assert "is damaged" in store.notice
        assert store.entries("home") == ()
    assert filled.read_bytes() == before
    assert sorted(p.name for p in filled.parent.iterdir()) == ["state.db", "state.db.lock"]


@pytest.mark.parametrize("how", [open_store, snapshot])
def test_a_file_that_is_no_state_is_refused_and_left_alone(path, how):
    path.parent.mkdir(parents=True)
    path.write_text("my shopping list: eggs, flour")
    with pytest.raises(StateError, match="not a state file"):
        how(path)
    assert path.read_text() == "my shopping list: eggs, flour"


@pytest.mark.parametrize("how", [open_store, snapshot])
def test_another_programs_database_is_refused_and_left_alone(path, how):
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE bookmarks (url TEXT)")
    theirs.close()
    before = path.read_bytes()
    with pytest.raises(StateError, match="another program"):
        how(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("how", [open_store, snapshot])
def test_a_folder_in_its_place_is_refused(path, how):
    path.mkdir(parents=True)
    with pytest.raises(StateError, match=r"state\.db: the state cannot be opened: Is a directory"):
        how(path)


@pytest.mark.parametrize("how", [open_store, snapshot])
def test_the_state_of_a_newer_version_is_refused(filled, how):
    with sqlite3.connect(filled) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    with pytest.raises(StateError, match="newer version") as refused:
        how(filled)
    assert "install" in refused.value.hint


def test_a_state_locked_by_another_program_is_refused_in_time(filled, monkeypatch):
    monkeypatch.setattr(opening, "_BUSY_SECONDS", 0.1)
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StateError, match="another program is writing to it"):
            open_store(filled)
    finally:
        other.close()
    open_store(filled).close()


def test_a_full_disk_is_said_and_what_was_kept_before_stays(filled):
    with open_store(filled) as store:
        with store._engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(StateError, match="the disk is full") as refused:
            store.keep_page("home", [entry(str(i)) for i in range(1000, 3000)], [], "c2", 1)
        assert refused.value.hint
        assert store.cursor("home", 1) == "c1"
        assert len(store.entries("home")) == 200


@pytest.fixture
def as_a_stranger():
    """A folder, and the rights of a user to whom it does not belong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        if os.getuid() == 0:
            os.seteuid(0)
        folder.chmod(0o755)


def _become_a_stranger(folder: Path) -> None:
    folder.chmod(0o555)
    if os.getuid() == 0:
        os.seteuid(65534)


def test_a_folder_that_cannot_be_written_is_said_at_once(as_a_stranger):
    _become_a_stranger(as_a_stranger)
    with pytest.raises(StateError, match="lock file cannot be opened: Permission denied"):
        open_store(as_a_stranger / "state.db")
    with pytest.raises(StateError, match="the folder of the state cannot be made"):
        open_store(as_a_stranger / "deeper" / "state.db")


def test_a_state_that_cannot_be_written_is_said_at_once_and_can_still_be_shown(as_a_stranger, filled):
    path = as_a_stranger / "state.db"
    shutil.copy(filled, path)
    path.chmod(0o444)
    (as_a_stranger / "state.db.lock").touch()
    (as_a_stranger / "state.db.lock").chmod(0o666)
    _become_a_stranger(as_a_stranger)
    with pytest.raises(StateError, match=r"state\.db: "):
        open_store(path)
    with snapshot(path) as store:
        assert store.drafts("home") == (record(),)


def test_the_journal_of_a_state_that_is_gone_is_not_played_into_a_new_one(filled):
    opened = sqlite3.connect(filled, isolation_level=None)
    opened.execute("PRAGMA cache_spill = 1")
    opened.execute("PRAGMA cache_size = 1")
    opened.execute("BEGIN IMMEDIATE")
    opened.execute("UPDATE entries SET message_id = message_id || 'x', statements = hex(randomblob(2000))")
    journal = filled.with_name("state.db-journal")
    hot = journal.read_bytes()
    opened.close()
    filled.unlink()
    journal.write_bytes(hot)
    with open_store(filled) as store:
        assert store.entries("home") == ()
    with open_store(filled) as store:
        assert store.notice == ""


def test_an_interrupted_write_is_undone_by_a_scan_and_named_by_a_snapshot(filled, tmp_path):
    opened = sqlite3.connect(filled, isolation_level=None)
    opened.execute("PRAGMA cache_size = 1")
    opened.execute("BEGIN IMMEDIATE")
    opened.execute("UPDATE entries SET statements = hex(randomblob(2000))")
    crashed = tmp_path / "crashed"
    shutil.copytree(filled.parent, crashed)  # as a power cut would leave it
    opened.close()
    with pytest.raises(StateError, match="interrupted"):
        snapshot(crashed / "state.db")
    with open_store(crashed / "state.db") as store:
        assert len(store.entries("home")) == 200
        assert store.notice == ""


def test_the_sum_of_the_migrations_is_the_schema(tmp_path):
    assert ScriptDirectory(str(opening._MIGRATIONS)).get_current_head() == HEAD
    engine = create_engine(f"sqlite:///{tmp_path / 'grown.db'}")
    opening._bring_up_to_date(_at_the_beginning(engine), tmp_path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        grown = _shapes(connection)
    engine.dispose()
    made = create_engine("sqlite://")
    with made.begin() as connection:
        metadata.create_all(connection)
        assert _shapes(connection) == grown
    made.dispose()


def test_the_tables_are_no_sqlites_alone():
    for table in metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert "TIMESTAMP WITH TIME ZONE" in made or table.name not in {"entries", "drafts"}


def _at_the_beginning(engine):
    """A database that has seen no migration."""
    with engine.begin() as connection:
        metadata.tables["alembic_version"].create(connection)
    return engine


def _shapes(connection) -> dict[str, object]:
    """Of every table its columns and primary key, of every index its columns."""
    names = [
        row[0]
        for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    shapes: dict[str, object] = {
        name: [tuple(row)[1:] for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")] for name in names
    }
    for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE INDEX%'").all():
        shapes[name] = [row[2] for row in connection.exec_driver_sql(f"PRAGMA index_info({name})")]
    return shapes


def test_an_older_state_is_migrated_on_opening(path):
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as old:
        old.execute(f"PRAGMA application_id = {opening._APPLICATION_ID}")
        old.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    old.close()
    with snapshot(path) as store:
        assert store.entries("home") == ()
    with open_store(path) as store:
        store.keep_draft(record())
    with open_store(path) as store:
        assert store.drafts("home") == (record(),)


def test_a_snapshot_that_meets_the_end_of_a_write_looks_again(filled, monkeypatch):
    checked, trouble = opening._checked, sqlite3.OperationalError("attempt to write a readonly database")
    trouble.sqlite_errorname = "SQLITE_READONLY_ROLLBACK"
    troubles = [trouble, trouble]

    def first_in_trouble(*arguments):
        if troubles:
            raise troubles.pop()
        return checked(*arguments)

    monkeypatch.setattr(opening, "_checked", first_in_trouble)
    with snapshot(filled) as store:
        assert not store.notice
    assert not troubles
