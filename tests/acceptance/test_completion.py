"""Ids and names are complete in the shell, as typer's own scripts for bash, zsh and fish ask for them."""

import pytest

from tests.acceptance.conftest import NOW


@pytest.fixture
def complete(watcher, quick, home):
    """What bash is offered after some words; the last one is begun."""
    quick("scan", "--config", home.config, "--now", NOW)

    def run(line: str, config=home.config):
        words = line.split(" ")
        asked = {"_WATCHER_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
        ended = watcher(**asked, WATCHER_CONFIG=str(config))
        assert (ended.status, ended.err) == (0, "")
        return ended.out.split()

    return run


@pytest.fixture
def gannet(quick, home, complete):  # noqa: ARG001  a scan comes first
    """The id of one process."""
    return quick("show", "Gannet", "--config", home.config, "--now", NOW, "--json").data["id"]


def test_every_command_that_takes_a_process_offers_their_ids(complete, gannet):
    for line in ("show ", "snooze ", "mute ", "set ", "merge Marrow ", "note ", "done ", "cadence welcomes "):
        offered = complete(f"watcher {line}")
        assert gannet in offered
        assert len(offered) == 8
    assert complete(f"watcher show {gannet[:3]}") == [gannet]


def test_a_name_that_is_begun_is_completed(complete):
    assert complete("watcher close gan") == ["gannet"]
    assert complete("watcher close Gan") == ["Gannet"]


def test_fields_stages_people_and_threads_are_offered(complete):
    assert complete("watcher set Marrow ") == ["decision", "contact", "company", "role", "stage"]
    assert complete("watcher set Marrow stage o") == ["onsite", "offer"]
    assert complete("watcher set Marrow contact h") == ["hannah@marrowandrye.example"]
    assert len(complete("watcher split Marrow ")) == 1
    assert len(complete("watcher track ")) == 2


def test_what_was_told_is_offered_to_be_taken_back(complete, quick, home):
    for word in ("Gannet", "Marrow"):
        quick("mute", word, "--config", home.config, "--now", NOW)
    assert complete("watcher undo ") == ["2", "1"]


def test_without_a_configuration_nothing_is_offered_and_nothing_said(complete, tmp_path):
    assert complete("watcher show ", config=tmp_path / "none.toml") == []
