"""Where passwords come from, and what is never said of them."""

import logging
import os
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked, PasswordSetError

from providers.base import NotSetUp
from watcher import secrets

CANARY = "c4nary-pässword with spaces"


def problem(**settings: Any) -> NotSetUp:
    with pytest.raises(NotSetUp) as raised:
        secrets.secret_for("home", settings)()
    assert raised.value.hint
    return raised.value


def private(path: Path, content: bytes | str = f"{CANARY}\nuser: sam\n") -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    path.chmod(0o600)
    return path


def test_nothing_is_touched_before_a_secret_is_asked_for(tmp_path: Path) -> None:
    secrets.secret_for("home", {"password_file": str(tmp_path / "nowhere")})
    secrets.secret_for("home", {"password_command": [str(tmp_path / "nowhere")]})
    secrets.secret_for("home", {"password_command": ["a"], "password_file": "b"})


def test_one_way_an_account_is_enough() -> None:
    assert "password_command and password_file" in str(problem(password_command=["a"], password_file="b"))


# -- a file -----------------------------------------------------------------------------------
@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\nmore\nlines\n"])
def test_the_first_line_of_a_private_file_is_the_password(tmp_path: Path, ending: str) -> None:
    file = private(tmp_path / "password", CANARY + ending)
    assert secrets.secret_for("home", {"password_file": str(file)})() == CANARY


def test_a_file_in_the_home_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    private(tmp_path / "password")
    assert secrets.secret_for("home", {"password_file": "~/password"})() == CANARY


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o660, 0o644, 0o601])
def test_a_file_that_others_can_use_is_refused(tmp_path: Path, mode: int) -> None:
    file = private(tmp_path / "password")
    file.chmod(mode)
    raised = problem(password_file=str(file))
    assert "by others" in str(raised)
    assert raised.hint == f"chmod 600 {file}"


def test_a_file_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = private(tmp_path / "password")
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    assert "another user" in str(problem(password_file=str(file)))


def test_links_pipes_and_directories_are_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(private(tmp_path / "password"))
    os.mkfifo(tmp_path / "pipe", 0o600)
    (tmp_path / "directory").mkdir(0o700)
    for name in ("link", "pipe", "directory", "nowhere"):
        problem(password_file=str(tmp_path / name))


def test_a_path_that_depends_on_where_we_stand_is_refused() -> None:
    assert "whole path" in str(problem(password_file="password"))


@pytest.mark.parametrize("content", [b"", b"\n", b"  \n", b"\xff\xfe\n", b"a\0b\n", b"a\rb\n", b"x" * 100_000])
def test_what_can_be_no_password_is_refused(tmp_path: Path, content: bytes) -> None:
    problem(password_file=str(private(tmp_path / "password", content)))


# -- a systemd credential ---------------------------------------------------------------------
def test_a_systemd_credential_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    private(tmp_path / "mail").chmod(0o440)  # systemd gives it to root's group
    assert secrets.secret_for("home", {"password_credential": "mail"})() == CANARY


def test_a_credential_stays_in_its_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "credentials"))
    (tmp_path / "credentials").mkdir()
    private(tmp_path / "secret")
    (tmp_path / "credentials" / "link").symlink_to(tmp_path / "secret")
    for name in ("../secret", str(tmp_path / "secret"), ".", "..", "link", "missing"):
        problem(password_credential=name)


def test_without_systemd_the_way_to_a_credential_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    assert "LoadCredential=mail:" in problem(password_credential="mail").hint


# -- a command --------------------------------------------------------------------------------
def run(*command: str) -> str:
    return secrets.secret_for("home", {"password_command": list(command)})()


def test_the_first_line_a_command_prints_is_the_password() -> None:
    assert run("printf", "%s\n", CANARY, "user: sam") == CANARY


def test_no_shell_reads_the_command() -> None:
    assert run("printf", "%s", "$HOME; `id` $(id) *") == "$HOME; `id` $(id) *"


def test_a_command_can_ask_nothing() -> None:
    assert run("sh", "-c", "read answer; echo got:$answer") == "got:"


@pytest.mark.parametrize(
    "command", [["/nowhere/at/all"], ["/"], ["false"], ["true"], ["a\0b"], ["sh", "-c", "kill $$"]]
)
def test_a_command_that_fails_is_named(command: list[str]) -> None:
    problem(password_command=command)


def test_a_command_has_a_limited_time_and_so_has_what_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(secrets, "_COMMAND_SECONDS", 0.3)
    pids = tmp_path / "pids"
    start = time.monotonic()
    script = f"sleep 60 & echo $! > {pids}; sleep 60"
    assert "did not end" in str(problem(password_command=["sh", "-c", script]))
    assert "did not end" in str(problem(password_command=["sh", "-c", "sleep 60 & echo password"]))
    assert time.monotonic() - start < 30
    for _ in range(100):  # the child's child is reaped by init, or stays a zombie where there is none
        state = Path(f"/proc/{pids.read_text().strip()}/stat")
        if not state.exists() or state.read_text().rpartition(") ")[2].startswith("Z"):
            return
        time.sleep(0.02)
    pytest.fail("what the command started lives on")


# -- the keyring ------------------------------------------------------------------------------
class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def use() -> Iterator[Callable[[KeyringBackend], None]]:
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_stored_password_is_given_and_forgotten(use: Callable[[KeyringBackend], None]) -> None:
    ring = Ring()
    use(ring)
    assert "no password for home" in str(problem())
    secrets.store_secret("home", CANARY)
    assert ring.kept == {("interview-watcher", "home"): CANARY}
    assert secrets.secret_for("home", {})() == CANARY
    assert secrets.forget_secret("home") is True
    assert secrets.forget_secret("home") is False
    problem()


def plain_text_keyring() -> KeyringBackend:
    """As keyrings.alt has it, by its name."""
    plain = type("PlaintextKeyring", (Ring,), {"__module__": "keyrings.alt.file"})
    return plain()  # type: ignore[no-any-return]


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, plain_text_keyring])
def test_keyrings_that_lose_or_show_passwords_are_refused(
    use: Callable[[KeyringBackend], None], backend: Callable[[], KeyringBackend]
) -> None:
    use(backend())
    assert "password_file" in problem().hint
    for attempt in (lambda: secrets.store_secret("home", CANARY), lambda: secrets.forget_secret("home")):
        with pytest.raises(NotSetUp):
            attempt()


def test_of_several_keyrings_the_best_is_taken_that_keeps_secrets(
    use: Callable[[KeyringBackend], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = Ring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain_text_keyring(), good])
    use(chainer.ChainerBackend())
    secrets.store_secret("home", CANARY)
    assert good.kept
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain_text_keyring()])
    problem()


def test_a_keyring_that_keeps_nothing_is_noticed(use: Callable[[KeyringBackend], None]) -> None:
    class Sieve(Ring):
        def set_password(self, service: str, username: str, password: str) -> None:
            pass

    use(Sieve())
    with pytest.raises(NotSetUp, match="did not keep"):
        secrets.store_secret("home", CANARY)


def test_a_keyring_that_waits_for_ever_is_left(
    use: Callable[[KeyringBackend], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()

    class Waiting(Ring):
        def get_password(self, service: str, username: str) -> str | None:
            released.wait(30)
            return None

    monkeypatch.setattr(secrets, "_KEYRING_SECONDS", 0.1)
    use(Waiting())
    try:
        assert "did not answer" in str(problem())
        assert all(thread.daemon for thread in threading.enumerate() if thread.name == "keyring")  # nobody waits for it
    finally:
        released.set()


def test_a_locked_keyring_is_said(use: Callable[[KeyringBackend], None]) -> None:
    class Locked(Ring):
        def get_password(self, service: str, username: str) -> str | None:
            raise KeyringLocked("Failed to unlock the collection!")

    use(Locked())
    raised = problem()
    assert str(raised) == "the keyring is locked"
    assert "unlock it" in raised.hint


# -- the canary -------------------------------------------------------------------------------
def test_no_error_no_log_and_no_output_shows_a_password(
    use: Callable[[KeyringBackend], None],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    class Talkative(Ring):
        def set_password(self, service: str, username: str, password: str) -> None:
            raise PasswordSetError(f"cannot keep {password}")

    caplog.set_level(logging.DEBUG)
    use(Talkative())
    file = private(tmp_path / "password", CANARY.encode("latin-1"))  # not UTF-8
    attempts: list[Callable[[], Any]] = [
        lambda: secrets.store_secret("home", CANARY),
        lambda: secrets.store_secret("home", CANARY + "\n"),
        lambda: secrets.store_secret("home", CANARY * 10_000),
        secrets.secret_for("home", {"password_file": str(file)}),
        secrets.secret_for("home", {"password_command": ["cat", str(file)]}),
        secrets.secret_for("home", {"password_command": ["sh", "-c", f"echo {CANARY}; echo {CANARY} >&2; exit 1"]}),
    ]
    said = []
    for attempt in attempts:
        with pytest.raises(NotSetUp) as raised:
            attempt()
        said += [
            "".join(traceback.format_exception(raised.value)),
            repr(raised.value),
            raised.value.hint,
            repr(attempt),
        ]
    output = capfd.readouterr()
    assert "c4nary" not in "".join([*said, caplog.text, output.out, output.err]).replace(__file__, "")
