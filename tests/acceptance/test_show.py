"""`watcher show` and `watcher explain`."""

import json

import pytest

from tests.acceptance.conftest import NOW, UNREADABLE


@pytest.fixture
def scanned(quick, home):
    """Each process's id by its employer, after a scan."""
    found = quick("scan", "--config", home.config, "--now", NOW, "--json").data
    return {a["company"]: a["id"] for a in found["applications"]}


def show(quick, home, *arguments):
    return quick("show", *arguments, "--config", home.config, "--now", NOW)


@pytest.mark.usefixtures("scanned")
@pytest.mark.parametrize("name", ["Marrow & Rye", "marrow", "rye", "MARROW"])
def test_a_process_is_shown_by_its_employers_name(quick, home, name):
    shown = show(quick, home, name)
    assert shown.status == 0
    assert "Marrow & Rye" in shown.out
    assert "Operations Manager" in shown.out


def test_a_process_is_shown_by_its_id(quick, home, scanned):
    for company, id_ in scanned.items():
        assert company in show(quick, home, id_).out


@pytest.mark.usefixtures("scanned")
def test_its_timeline_tells_the_words_that_each_fact_rests_on(quick, home):
    shown = " ".join(show(quick, home, "Gannet").out.split())
    assert "could you send me the names of two references" in shown
    assert "Next: reply. Why: they asked you something" in shown


@pytest.mark.usefixtures("scanned")
def test_it_tells_which_words_name_the_employer_and_the_position(quick, home):
    shown = show(quick, home, "Marrow", "--json").data
    said = {named["kind"]: named for named in shown["named"]}
    assert said["names_company"]["text"].startswith("Marrow & Rye")
    assert said["names_role"]["text"] == "Operations Manager"

    assert f"position “{said['names_role']['words']}”" in " ".join(show(quick, home, "Marrow").out.split())


def test_as_data_it_has_a_history(quick, home, scanned):
    shown = show(quick, home, "Gannet", "--json").data
    assert shown["id"] == scanned["Gannet Bay School"]
    fact = shown["history"][-1]
    assert {"at", "by", "message_id", "effect", "kind", "words", "rule"} <= set(fact)


def test_several_that_answer_to_a_name_are_listed(quick, home, scanned):
    ended = show(quick, home, "a")
    assert (ended.status, ended.out) == (2, "")
    assert scanned["Tidewater Museum"] in ended.err


@pytest.mark.usefixtures("scanned")
def test_none_that_answers_to_a_name_lists_those_that_there_are(quick, home):
    ended = show(quick, home, "Acme")
    assert (ended.status, ended.out) == (2, "")
    assert "Tidewater Museum" in ended.err


def test_before_the_first_scan_it_says_to_scan_and_writes_nothing(quick, home):
    before = home.picture()
    ended = show(quick, home, "Acme")
    assert ended.status == 2
    assert "watcher scan" in ended.err
    assert home.picture() == before


def test_explain_takes_files_and_folders(quick, home):
    folder = home.mail / "cur"
    rows = [json.loads(row) for row in quick("explain", "--config", home.config, "--json", folder).out.splitlines()]
    assert len(rows) == len(list(folder.iterdir()))
    for row in rows:
        assert {"path", "message_id", "from", "sent", "by", "statements", "decision"} == set(row)
        assert row["by"] in ("me", "them", "machine")
    (one,) = [row for row in rows if row["message_id"].startswith("<bakery-5")]
    assert one["by"] == "them"
    assert one["decision"]["latest"] == "2026-11-13"
    assert "let you know our decision" in one["decision"]["words"]
    told = quick("explain", "--config", home.config, one["path"])
    assert told.status == 0
    assert "Hannah Brice" in told.out
    assert "decides by" in told.out


def test_explain_names_what_it_cannot_read_and_goes_on(quick, home, tmp_path):
    bad, good = tmp_path / "a.eml", tmp_path / "b.eml"
    bad.write_bytes(UNREADABLE)
    good.write_text("From: Dana <dana@acme.example>\nTo: elin.sorley@harbourpost.example\nSubject: Hi\n\nHi Elin\n")
    ended = quick("explain", "--config", home.config, "--json", bad, good)
    assert [json.loads(row)["path"] for row in ended.out.splitlines()] == [str(good)]
    assert str(bad) in ended.err


def test_explain_of_what_is_not_there(quick, home):
    ended = quick("explain", "--config", home.config, "nothing.eml")
    assert (ended.status, ended.out) == (2, "")
    assert "nothing.eml: no such file or folder" in ended.err


def test_explain_reads_the_configuration_and_writes_nothing(quick, home):
    before = home.picture()
    quick("explain", "--config", home.config, home.mail)
    assert home.picture() == before
