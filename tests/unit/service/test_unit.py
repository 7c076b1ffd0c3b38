"""The systemd unit says what the job is, whatever its paths hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.service.jobs import job
from watcher.service.unit import unit, unit_path


def settings(text: str) -> dict[str, list[str]]:
    """What each setting of a unit says, over and over where it does."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def words(value: str, *, variables: bool = False) -> list[str]:
    """The words of a setting as systemd.syntax(7) reads them: quotes, backslashes, specifiers; $ where it counts."""
    found = []
    for quoted in re.findall(r'"((?:[^"\\]|\\.)*)"', value):
        text = re.sub(r"\\(.)", r"\1", quoted)
        assert not re.search(r"(?<!%)(?:%%)*%(?!%)", text), "a specifier"
        text = text.replace("%%", "%")
        found.append(text.replace("$$", "$") if variables else text)
    return found


def test_it_runs_the_program_with_the_configuration_and_tells_when_it_is_ready():
    said = settings(unit(job()))
    program, *arguments = words(said["ExecStart"][0])
    assert program == "/home/elin/.local/bin/watcher"
    assert arguments == ["run", "--config", "/home/elin/.config/watcher/config.toml"]
    assert said["Type"] == ["notify"]
    assert said["WatchdogSec"] == ["3min"]
    assert said["RestartPreventExitStatus"] == ["2"]
    assert said["WantedBy"] == ["default.target"]


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" %$\\\"'#;~"), min_size=1))
def test_a_path_stays_one_word_whatever_it_holds(name):
    odd = Path("/home/elin") / name.replace("/", "_")
    text = unit(job(config=odd, state=odd, writable=(), environment=(("XDG_STATE_HOME", str(odd)),)))
    said = settings(text)
    assert words(said["ExecStart"][0], variables=True)[3:] == [str(odd)]
    assert words(said["ReadWritePaths"][0]) == [f"-{odd}"]
    assert words(said["Environment"][0]) == [f"XDG_STATE_HOME={odd}"]
    assert set(said) == set(settings(unit(job(environment=(("A", "b"),)))))


def test_it_may_write_what_the_job_names_and_no_other_folder():
    said = settings(unit(job()))
    assert words(said["ReadWritePaths"][0]) == ["-/home/elin/.local/state/watcher", "-/home/elin/Mail"]
    assert said["ProtectHome"] == ["read-only"]
    assert said["ProtectSystem"] == ["strict"]


def test_temporary_files_are_its_own_but_where_it_lives_among_them():
    assert settings(unit(job()))["PrivateTmp"] == ["yes"]
    for lives in ({"watcher": Path("/tmp/bin/watcher")}, {"state": Path("/var/tmp")}):  # noqa: S108  named, not written
        assert "PrivateTmp" not in settings(unit(job(**lives)))


def test_programs_of_the_users_have_the_home_and_may_make_code():
    said = settings(unit(job(runs_others=True)))
    assert said["ReadWritePaths"][0].startswith("%h %t ")
    assert "ProtectHome" not in said
    assert "MemoryDenyWriteExecute" not in said
    assert said["NoNewPrivileges"] == ["yes"]


@pytest.mark.parametrize("runs_others", [False, True])
def test_without_namespaces_nothing_is_asked_that_takes_one(runs_others):
    whole = settings(unit(job(runs_others=runs_others)))
    less = settings(unit(job(runs_others=runs_others), separate=False))
    gone = set(whole) - set(less)
    assert all(name.startswith(("Private", "Protect", "ReadWritePaths", "CapabilityBoundingSet")) for name in gone)
    assert not any(name.startswith(("Private", "Protect")) for name in less)
    assert less["NoNewPrivileges"] == ["yes"]


def test_a_credential_is_loaded_from_its_file():
    text = unit(job(credentials=(("mail-home", Path("/home/elin/100%/mail-home")),)))
    assert settings(text)["LoadCredential"] == ["mail-home:/home/elin/100%%/mail-home"]


def test_it_is_among_the_units_of_the_user():
    assert unit_path(Path("/home/elin/.config")) == Path("/home/elin/.config/systemd/user/interview-watcher.service")
