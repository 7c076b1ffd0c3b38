"""Which cadence a process follows."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.builders import moment, process
from watcher.cadence import Cadences, built_in, find, policy
from watcher.errors import ConfigError, NoSuchCadence
from watcher.model import Mark, MarkKind


def given(name: str, at: str = "2026-03-03 09:00") -> Mark:
    return Mark(MarkKind.CADENCE, "<1@test.example>", moment(at), name)


def test_a_process_has_its_own_before_its_accounts_before_the_configurations() -> None:
    plain, account = Cadences(policy("weekly")), Cadences(policy("weekly"), {"home": policy("recruiter")})

    assert plain.of(process()) == (policy("weekly"), "")
    assert account.of(process()) == (policy("recruiter"), "")
    assert account.of(process(account="work")) == (policy("weekly"), "")
    assert account.of(process(marks=(given("five-step"),))) == (policy("five-step"), "")
    assert account.of(process(marks=(given("five-step"), given("persistent")))) == (policy("persistent"), "")


def test_one_that_cannot_be_used_is_told_and_the_other_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('summary = "Mine."', encoding="utf-8")
    cadences = Cadences(policy("weekly"), folder=tmp_path)

    for name in ("mine.toml", "gone.toml", "hasty"):
        used, trouble = cadences.of(process(marks=(given(name),)))
        assert used == policy("weekly")
        assert name in trouble
        assert "the cadence weekly is used meanwhile" in trouble


def test_a_file_is_found_beside_the_configuration_or_by_its_whole_path(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(built_in.source("weekly"), encoding="utf-8")

    assert (
        find("mine.toml", tmp_path)
        == find(str(tmp_path / "mine.toml"), Path("/"))
        == replace(policy("weekly"), name="mine")
    )


def test_what_is_not_there_is_said_with_what_is(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCadence) as refused:
        find("hasty", tmp_path)
    assert "balanced, persistent" in refused.value.hint
    with pytest.raises(NoSuchCadence, match=r"no file .*mine\.toml"):
        find("mine.toml", tmp_path)
    (tmp_path / "bad.toml").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError):
        find("bad.toml", tmp_path)


def test_a_farewell_can_be_wished_for_with_any() -> None:
    assert not Cadences(policy("weekly")).of(process())[0].farewell
    assert Cadences(policy("weekly"), farewell=True).of(process())[0].farewell
