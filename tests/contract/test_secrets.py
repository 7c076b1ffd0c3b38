"""Passwords in a real keyring: gnome-keyring on a D-Bus of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import needs

pytestmark = pytest.mark.server

UNLOCKED = 'printf %s "$1" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$2" -c "$3"'
LOCKED = 'shift; exec "$1" -c "$2"'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    needs("gnome-keyring", here=bool(shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")))
    (tmp_path / "run").mkdir(0o700)
    return tmp_path


def session(home: Path, code: str, script: str = UNLOCKED, key: str = "opens the ring") -> str:
    """What Python code prints, run in a session with a bus and a keyring of its own."""
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONWARNINGS": "error",
    }
    command = ["dbus-run-session", "--", "sh", "-c", script, "sh", key, sys.executable, code]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, cwd=home, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


STORE = "from watcher import secrets; secrets.store_secret('home', 'pässword 1')"
GIVE = "from watcher import secrets; print(ascii(secrets.secret_for('home', {})()))"
ASK = f"""
from providers.base import NotSetUp
try:
    {GIVE}
except NotSetUp as error:
    print(error, "|", error.hint)
"""


def test_a_password_outlives_the_session_until_it_is_forgotten(home: Path) -> None:
    session(home, STORE)
    assert session(home, GIVE) == "'p\\xe4ssword 1'\n"
    forget = "from watcher import secrets; print(secrets.forget_secret('home'), secrets.forget_secret('home'))"
    assert session(home, forget) == "True False\n"
    assert "the keyring has no password for home | `watcher auth home`" in session(home, ASK)


def test_a_password_stored_by_keyrings_own_command_is_found(home: Path) -> None:
    session(home, "import keyring; keyring.set_password('interview-watcher', 'home', 'by hand')")
    assert session(home, GIVE) == "'by hand'\n"


def test_a_keyring_that_is_not_unlocked_says_so_and_does_not_hang(home: Path) -> None:
    session(home, STORE)
    said = session(home, ASK, script=LOCKED)
    assert said.startswith("the keyring ")
    assert "password_file" in said
    assert "ssword 1" not in said


def test_the_wrong_password_does_not_open_the_keyring(home: Path) -> None:
    session(home, STORE)
    said = session(home, ASK, key="something else")
    assert said.startswith("the keyring is locked | unlock it")


def test_the_command_keeps_what_stdin_gives_and_forgets_it(home: Path) -> None:
    """`watcher auth home` without a terminal reads a line; the password comes back, and goes with --forget."""
    (home / "config.toml").write_text(
        '[me]\nname = "A"\naddresses = ["a@b.example"]\ntimezone = "UTC"\n'
        f'[[accounts]]\nname = "home"\nprovider = "maildir"\npath = "{home}"\n'
    )
    run = (
        "import io, pathlib, sys; from watcher.cli import auth; sys.stdin = io.StringIO('pässword 2\\n'); "
        "auth.run(pathlib.Path('config.toml'), 'home', forget={forget})\n"
    )

    assert "'p\\xe4ssword 2'" in session(home, run.format(forget=False) + GIVE)
    assert "has no password for home" in session(home, run.format(forget=True) + ASK)
