"""`watcher demo`: the main job on the sample mailbox."""

import datetime as dt
import json
import mailbox

import pytest

from tests.acceptance.conftest import Home
from watcher.cli.demo import run as run_demo

OUTCOME = {
    "Marrow & Rye": ("waiting_on_them", "check_in", "created"),
    "Tidewater Museum": ("waiting_on_them", "check_in", "none"),
    "Hotel Almgrund": ("waiting_on_them", "thank_you", "created"),
    "Fairhaven Robotics": ("scheduled", "attend", "none"),
    "Gannet Bay School": ("waiting_on_me", "reply", "none"),
    "St Brannoc's Hospital": ("closed", "none", "none"),
    "Nordlys Vind": ("waiting_on_them", "second_check_in", "created"),
    "Kauri Coast Ferries": ("waiting_on_them", "check_in", "none"),
}
TO = {"hannah@marrowandrye.example", "matthias.egger@almgrund.example", "imogen@calderrowe.example"}

HARD_DAYS = [
    "2026-12-25",  # Christmas, a holiday
    "2026-12-28",  # a Monday and a holiday
    "2027-01-01",  # New Year
    "2027-01-04",  # a Monday: the days before are a weekend and a holiday
    "2027-03-29",  # Easter Monday, the day after the clocks change
    "2027-08-01",  # a Sunday
    "2028-02-29",
    "2026-10-31",  # the end of a month, a Saturday
]


@pytest.mark.parametrize("day", HARD_DAYS)
def test_the_outcome_is_the_same_on_each_day(capsys, tmp_path, day):
    assert run_demo(tmp_path / "copy", as_json=True, today=dt.date.fromisoformat(day)) == 0
    shown = json.loads(capsys.readouterr().out)
    found = {a["company"]: (a["status"], a["next_step"]["kind"], a["draft"]["state"]) for a in shown["applications"]}
    assert found == OUTCOME
    decisions = {a["company"]: a["decision"] for a in shown["applications"] if a["decision"]}
    assert set(decisions) == {"Marrow & Rye", "Tidewater Museum", "Nordlys Vind", "Kauri Coast Ferries"}
    assert "end of next week" in decisions["Tidewater Museum"]["words"]
    drafted = [a["next_step"]["to"] for a in shown["applications"] if a["draft"]["state"] == "created"]
    assert {address for to in drafted for address in to} == TO


def test_it_shows_the_processes_why_and_the_drafts_word_for_word(watcher):
    shown = watcher("demo")
    assert shown.status == 0
    words = " ".join(shown.out.replace("│", " ").split())
    for company in OUTCOME:
        assert words.count(company) >= 2
    for said in ("two business days after the date they named", "will let you know our decision by", "they said no"):
        assert said in words
    for said in (
        "Subject Re: Application for Operations Manager",
        "Hi Hannah,",
        "Hi Imogen,",
        "Elin Sorley",
    ):
        assert said in words
    assert "watcher init" in shown.err


def test_it_leaves_nothing_behind(watcher, tmp_path):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    before = Home(tmp_path).picture()
    assert watcher("demo", "--json", TMPDIR=str(temporary)).status == 0
    after = Home(tmp_path).picture()
    del before[str(temporary)], after[str(temporary)]  # its time of change
    assert after == before


def test_kept_it_is_a_mailbox_to_look_around_in(quick, tmp_path):
    shown = quick("demo", "--keep", tmp_path / "copy")
    assert f"--config {tmp_path / 'copy' / 'config.toml'}" in shown.err
    drafts = mailbox.Maildir(tmp_path / "copy" / "Maildir", create=False).get_folder("Drafts")
    assert {mail["To"].partition("<")[2].rstrip(">") for mail in drafts} == TO
    told = quick("show", "Marrow", "--config", tmp_path / "copy" / "config.toml")
    assert told.status == 0
    assert "Marrow & Rye" in told.out


def test_it_does_not_write_into_a_folder_that_holds_something(quick, tmp_path):
    (tmp_path / "letters.txt").write_text("mine")
    ended = quick("demo", "--keep", tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert "is not empty" in ended.err
    assert list(tmp_path.iterdir()) == [tmp_path / "letters.txt"]
    ended = quick("demo", "--keep", tmp_path / "letters.txt")
    assert ended.status == 2
    assert "cannot be used" in ended.err
