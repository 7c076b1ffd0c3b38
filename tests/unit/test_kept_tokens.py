"""Where a token goes that comes of a sign-in: into the keyring, or into a file for its owner alone."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from providers.base import NotSetUp
from watcher import secrets


class Ring(KeyringBackend):
    """A keyring in memory, one that forgets if it is told to."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, *, forgets: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.forgets = forgets

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgets:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


def test_it_goes_into_the_keyring_alone(ring: Ring) -> None:
    assert secrets.token_file("gmail", {}) is None
    secrets.keep_token("gmail", "1//token", None)
    assert ring.kept == {("interview-watcher", "gmail"): "1//token"}
    assert secrets.secret_for("gmail", {})() == "1//token"


def test_a_keyring_that_forgets_is_found_out(ring: Ring) -> None:
    ring.forgets = True
    with pytest.raises(NotSetUp, match="did not keep") as raised:
        secrets.keep_token("gmail", "1//token", None)
    assert "1//token" not in str(raised.value)


def test_without_a_keyring_it_is_said_before_anybody_signs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    with pytest.raises(NotSetUp) as raised:
        secrets.token_file("gmail", {})
    assert "password_file" in raised.value.hint


def test_it_goes_into_the_file_that_is_named_for_its_owner_alone(tmp_path: Path) -> None:
    settings = {"password_file": str(tmp_path / "token")}
    for token in ("1//first", "1//second"):
        file = secrets.token_file("gmail", settings)
        secrets.keep_token("gmail", token, file)
        assert secrets.secret_for("gmail", settings)() == token
        assert file is not None
        assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["token"]


def test_a_file_that_others_could_read_is_replaced_by_one_that_they_cannot(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("old")
    file.chmod(0o644)
    secrets.keep_token("gmail", "1//token", file)
    assert file.stat().st_mode & 0o777 == 0o600


def test_where_it_cannot_be_put_is_said_beforehand(tmp_path: Path) -> None:
    for settings, said in (
        ({"password_file": str(tmp_path / "nowhere" / "token")}, "no folder"),
        ({"password_file": "token"}, "whole path"),
        ({"password_command": ["pass", "gmail"]}, "password_command"),
        ({"password_credential": "gmail"}, "password_credential"),
    ):
        with pytest.raises(NotSetUp, match=said) as raised:
            secrets.token_file("gmail", settings)
        assert raised.value.hint


def test_a_file_that_cannot_be_written_leaves_the_former_token(tmp_path: Path) -> None:
    (tmp_path / "token").mkdir()
    with pytest.raises(NotSetUp, match="cannot be written"):
        secrets.keep_token("gmail", "1//token", tmp_path / "token")
    assert [path.name for path in tmp_path.iterdir()] == ["token"]
