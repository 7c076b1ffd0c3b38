"""What a service needs follows from the configuration."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from watcher import config
from watcher.errors import WatcherError
from watcher.service.job import executable, job_of

ME = '[me]\nname = "Elin"\naddresses = ["elin@mail.example"]\ntimezone = "Europe/London"\n'
IMAP = '[[accounts]]\nname = "{}"\nprovider = "imap"\nhost = "imap.mail.example"\nuser = "elin"\n{}\n'


@pytest.fixture
def job(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))

    def made(text: str, **environment: str):
        path = tmp_path / "config.toml"
        path.write_text(ME + text, encoding="utf-8")
        return job_of(config.load(path), Path("/opt/watcher"), environment)

    return made


def test_it_runs_watcher_run_with_the_whole_path_of_the_configuration(job, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert job("").command == ("/opt/watcher", "run", "--config", f"{tmp_path}/config.toml")
    relative = job_of(config.load(Path("config.toml")), Path("/opt/watcher"), {})
    assert relative.config == tmp_path / "config.toml"


def test_maildirs_and_the_state_are_written_into_and_nothing_else(job, tmp_path):
    (tmp_path / "Mail").mkdir()
    made = job(
        '[state]\npath = "state/state.db"\n[[accounts]]\nname = "local"\nprovider = "maildir"\npath = "~/Mail"\n'
        + IMAP.format("home", 'password_file = "~/secrets/mail"\nca_file = "/etc/ssl/mail.pem"')
    )
    assert (made.state, made.writable) == (tmp_path / "state", (tmp_path / "Mail",))
    assert not made.runs_others


def test_where_a_token_is_renewed_its_folder_is(job, tmp_path):
    gmail = '[[accounts]]\nname = "g"\nprovider = "gmail"\naddress = "e@gmail.com"\nclient_file = "~/c.json"\n'
    assert job(f'{gmail}password_file = "~/tokens/gmail"\n').writable == (tmp_path / "tokens",)
    assert job(gmail).writable == ()


def test_the_folder_of_the_digest_is(job, tmp_path):
    assert job('[notices]\ndigest_file = "~/notes/today.md"\n').writable == (tmp_path / "notes",)


@pytest.mark.parametrize(
    "text", [IMAP.format("home", 'password_command = ["pass", "mail"]'), '[notices]\ncommand = ["notify-me"]\n']
)
def test_programs_of_the_users_are_known_of(job, text):
    assert job(text).runs_others


def test_credentials_come_from_the_users_store(job, tmp_path):
    text = IMAP.format("home", 'password_credential = "b"') + IMAP.format("work", 'password_credential = "a"')
    store = tmp_path / "conf" / "credstore"
    assert job(text, XDG_CONFIG_HOME=f"{tmp_path}/conf").missing == (("a", store / "a"), ("b", store / "b"))
    store.mkdir(parents=True)
    (store / "a").write_text("secret")
    made = job(text, XDG_CONFIG_HOME=f"{tmp_path}/conf")
    assert (made.credentials, made.missing) == ((("a", store / "a"),), (("b", store / "b"),))


def test_where_the_state_is_goes_with_it(job):
    assert job("", XDG_STATE_HOME="/data/state", SHELL="/bin/zsh").environment == (("XDG_STATE_HOME", "/data/state"),)


def test_what_no_service_can_be_told_is_refused(job):
    with pytest.raises(WatcherError, match="no service can be told"):
        job("", XDG_STATE_HOME="/data\nExecStart=/bin/sh")


def test_the_program_is_the_one_that_runs(tmp_path, monkeypatch):
    called = tmp_path / "bin" / "watcher"
    called.parent.mkdir()
    called.write_text("#!/bin/sh\n")
    called.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(called), "service", "install"])
    assert executable() == called
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["bin/../bin/watcher"])
    assert executable() == called


def test_else_it_is_the_one_beside_this_python(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", ["/usr/bin/pytest"])
    assert executable() == Path(sys.executable).with_name("watcher")
    monkeypatch.setattr("watcher.service.job.sysconfig.get_path", lambda _: str(tmp_path))
    with pytest.raises(WatcherError, match="not installed") as told:
        executable()
    assert "pipx install" in told.value.hint
