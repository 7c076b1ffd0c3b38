"""`watcher list` and `watcher status`: all at a glance, from the state alone."""

import datetime as dt

import pytest

from tests.acceptance.conftest import NOW
from watcher.store import Standing, open_store

NEEDS = {
    "Gannet Bay School": "my_turn",
    "Nordlys Vind": "due",
    "Marrow & Rye": "due",
    "Hotel Almgrund": "due",
    "Kauri Coast Ferries": "waiting",
    "Tidewater Museum": "waiting",
    "Fairhaven Robotics": "scheduled",
    "St Brannoc's Hospital": "closed",
}


@pytest.fixture
def look(quick, home):
    quick("scan", "--config", home.config, "--now", NOW)

    def run(*words: str, **variables: str):
        return quick(*words, "--config", home.config, "--now", NOW, **variables)

    return run


def plain(text: str) -> str:
    return " ".join(text.split())


def test_processes_are_listed_by_what_they_need(look):
    listed = look("list", "--json").data
    assert {a["company"]: a["needs"] for a in listed["applications"]} == NEEDS
    assert {a["draft"]["state"] for a in listed["applications"] if a["needs"] == "due"} == {"exists"}
    shown = look("list")
    assert shown.err == ""
    heads = [shown.out.index(head) for head in ("Your turn", "Due", "Waiting", "Scheduled", "Closed")]
    assert heads == sorted(heads)
    for company in NEEDS:
        assert company in shown.out
    assert "● they wrote" in shown.out
    assert "who wrote yesterday" in shown.out
    assert "in Drafts" in shown.out


def test_of_many_that_are_closed_the_last_are_shown(look):
    for company in list(NEEDS)[:6]:
        look("close", company)
    assert "and 2 more: watcher list --all" in look("list").out
    assert all(company in look("list", "--all").out for company in NEEDS)


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(look, columns):
    for command in (["list"], ["list", "--others"], ["status"], ["undo", "--list"]):
        assert max(map(len, look(*command, COLUMNS=str(columns)).out.splitlines()), default=0) <= columns


def test_corrections_are_shown_as_mine(look):
    look("snooze", "Gannet", "3d")
    look("mute", "Nordlys")
    listed = {a["company"]: a for a in look("list", "--json").data["applications"]}
    assert listed["Gannet Bay School"]["needs"] == listed["Nordlys Vind"]["needs"] == "waiting"
    assert listed["Gannet Bay School"]["snoozed_until"] == "2026-11-21"
    assert listed["Nordlys Vind"]["muted"]
    assert [mark["kind"] for mark in listed["Nordlys Vind"]["marks"]] == ["mute"]
    shown = look("list").out
    assert "Gannet Bay School ✎" in shown
    assert "snoozed by you" in shown
    assert "muted by you" in shown


def test_what_belongs_to_no_process_can_be_seen(look):
    threads = look("list", "--others", "--json").data["threads"]
    assert {"id", "account", "subject", "last", "with"} == set(threads[0])
    assert threads[0]["id"] in look("list", "--others").out


def test_looking_in_writes_nothing(home, look):
    before = home.picture()
    for words in (["list"], ["list", "--others"], ["status"], ["undo", "--list"]):
        assert look(*words).status == 0
    assert home.picture() == before


def test_before_the_first_scan_all_of_it_says_so(quick, home):
    assert "no hiring process was found yet" in quick("list", "--config", home.config).err
    assert quick("list", "--config", home.config, "--json").data["applications"] == []
    shown = quick("status", "--config", home.config).out
    assert "not running; `watcher run` starts it" in shown
    assert "not read yet" in shown


def test_the_status_counts_what_is_needed_and_tells_what_is_due(look):
    found = look("status", "--json").data
    assert found["daemon"] == {"running": False, "pid": None}
    assert found["needs"] == {"my_turn": 1, "due": 3, "waiting": 2, "scheduled": 1, "closed": 1}
    (account,) = found["accounts"]
    assert (account["name"], account["state"], account["next_due"]) == ("sample", "ok", "2026-11-19")
    assert (
        account["last_poll"] == account["last_success"] == dt.datetime.fromisoformat(NOW).astimezone(dt.UTC).isoformat()
    )
    assert "1 your turn, 3 due, 2 waiting, 1 scheduled, 1 closed" in look("status").out


def test_it_tells_who_holds_the_state_and_what_is_wrong_with_an_account(home, look):
    now = dt.datetime.fromisoformat(NOW).astimezone(dt.UTC)
    ago = now - dt.timedelta(minutes=12)
    with open_store(home.folder / "state" / "state.db") as store:
        store.keep_standing(
            Standing("sample", polled=ago, parked=ago, refusals=3, trouble="the server refused the sign-in",
                     hint="sign in again by `watcher auth sample`", units=1200, units_per_minute=15000)
        )  # fmt: skip
        found = look("status", "--json").data
        shown = plain(look("status").out)
    assert found["daemon"]["running"]
    (account,) = found["accounts"]
    assert (account["state"], account["trouble"]) == ("parked", "the server refused the sign-in")
    assert account["quota"] == {"units": 1200, "units_per_minute": 15000}
    assert f"watcher running, pid {found['daemon']['pid']}" in shown
    assert "sample, parked since 12 min ago: the server refused the sign-in" in shown
    assert "sign in again by `watcher auth sample`" in shown
    assert "1,200 of 15,000 a minute" in shown


def test_a_scan_that_failed_is_told_of_and_one_that_went_well_frees_a_parked_account(home, quick, look):
    look("status")
    with open_store(home.folder / "state" / "state.db") as store:
        store.keep_standing(Standing("sample", parked=dt.datetime.now(dt.UTC), refusals=3, trouble="refused"))
    home.mail.rename(home.folder / "Elsewhere")
    assert quick("scan", "--config", home.config, "--now", NOW).status == 1
    (account,) = look("status", "--json").data["accounts"]
    assert (account["state"], account["failures"]) == ("parked", 1)
    assert "Maildir" in account["trouble"]
    (home.folder / "Elsewhere").rename(home.mail)
    quick("scan", "--config", home.config, "--now", NOW)
    (account,) = look("status", "--json").data["accounts"]
    assert (account["state"], account["failures"], account["trouble"]) == ("ok", 0, None)
