"""Corrections as a user makes them: what is told stands at once, sticks, shows as mine, and can be taken back."""

import shutil

import pytest

from tests.acceptance.conftest import NOW
from watcher.store import open_store


@pytest.fixture
def scanned(quick, home):
    """Each process's id by its employer, after a scan."""
    found = quick("scan", "--config", home.config, "--now", NOW, "--json").data
    return {a["company"]: a["id"] for a in found["applications"]}


@pytest.fixture
def tell(quick, home, scanned):  # noqa: ARG001  a scan comes first
    def run(*words: str, now: str = NOW):
        return quick(*words, "--config", home.config, "--now", now)

    return run


def step(tell, name, now=NOW):
    return tell("show", name, "--json", now=now).data["next_step"]


def companies(tell):
    return {a["company"] for a in tell("scan", "--dry-run", "--json").data["applications"]}


def test_a_snooze_puts_off_what_is_next_takes_its_draft_out_and_brings_it_back(home, tell):
    before = {path.name for path in home.drafts}
    ended = tell("snooze", "Marrow", "3d")
    assert (ended.status, ended.out) == (0, "")
    assert "Marrow & Rye: snoozed until Saturday 21 November (take it back: watcher undo 1)" in ended.err
    assert "next: check in, Sat 21 Nov, to Hannah Brice" in ended.err
    tell("scan")
    assert len(home.drafts) == len(before) - 1
    tell("scan", now="2026-11-21T09:00+00:00")
    assert len(home.drafts) == len(before)


def test_the_same_mail_in_another_account_is_no_business_of_a_correction(home, quick):
    copy = home.folder / "Copy"
    shutil.copytree(home.mail, copy)
    accounts = (f'name = "{path.name}"\nprovider = "maildir"\npath = "{path}"' for path in (home.mail, copy))
    home.configure(*accounts)
    common = ("--config", home.config, "--now", NOW)
    found = quick("scan", *common, "--json").data["applications"]
    one, other = (a["id"] for a in found if a["company"] == "Marrow & Rye")

    assert quick("snooze", one, "3d", *common).err.count("next:") == 1
    due = {name: quick("show", name, "--json", *common).data["next_step"]["due"] for name in (one, other)}
    assert due[one] == "2026-11-21"
    assert due[other] == "2026-11-17"


def test_undone_it_is_as_it_was(tell):
    before = step(tell, "Marrow")
    tell("snooze", "Marrow", "1w")
    assert step(tell, "Marrow") != before
    assert "taken back: snoozed until Wednesday 25 November" in tell("undo").err
    assert step(tell, "Marrow") == before


def test_nothing_is_due_in_a_muted_process_nor_in_a_closed_one(home, tell):
    drafts = len(home.drafts)
    tell("mute", "Marrow")
    assert step(tell, "Marrow")["why"] == "you muted it"
    tell("close", "Nordlys")
    assert step(tell, "Nordlys")["why"] == "you closed it"
    assert tell("show", "Nordlys", "--json").data["status"] == "closed"
    tell("scan")
    assert len(home.drafts) == drafts - 2


def test_a_process_read_as_closed_goes_on_once_reopened(tell):
    assert tell("show", "Brannoc", "--json").data["status"] == "closed"
    tell("reopen", "Brannoc")
    shown = tell("show", "Brannoc", "--json").data
    assert shown["status"] == "waiting_on_them"
    assert shown["stage"] != "rejected"
    assert "not counted: rejected" in tell("show", "Brannoc").out


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("decision", "2026-11-27", lambda p: (p["decision"]["latest"], p["decision"]["stated_by"]) == ("2026-11-27", "me")),
        ("decision", "none", lambda p: p["decision"] is None),
        ("contact", "jo@marrowandrye.example", lambda p: p["next_step"]["to"] == ["jo@marrowandrye.example"]),
        ("contact", "Jo Ash <JO@marrowandrye.example>", lambda p: p["contacts"][0]["name"] == "Jo Ash"),
        ("company", "Marrow and Rye Ltd", lambda p: p["company"] == "Marrow and Rye Ltd"),
        ("role", "Head Baker", lambda p: p["role"] == "Head Baker"),
        ("stage", "onsite", lambda p: p["stage"] == "onsite"),
        ("stage", "offer", lambda p: p["next_step"]["kind"] == "reply"),
    ],
)  # fmt: skip
def test_what_is_set_stands_and_sticks_through_a_scan(tell, scanned, field, value, shown):
    id_ = scanned["Marrow & Rye"]
    assert tell("set", id_, field, value).status == 0
    tell("scan")
    assert shown(tell("show", id_, "--json").data)
    assert "You told on Wednesday 18 November" in " ".join(tell("show", id_).out.split())
    tell("undo")
    assert not shown(tell("show", id_, "--json").data) or value == "none"


def test_a_draft_to_another_contact_takes_the_place_of_the_one_that_is_there(home, tell):
    before = {path.read_bytes() for path in home.drafts}
    tell("set", "Marrow", "contact", "Jo Ash <jo@marrowandrye.example>")
    tell("scan")
    (new,) = {path.read_bytes() for path in home.drafts} - before
    assert b"jo@marrowandrye.example" in new
    assert len(home.drafts) == len(before)


def test_two_processes_are_one_and_apart_again(tell, scanned):
    tell("merge", "Tidewater", "Kauri")
    merged = tell("show", "Tidewater", "--json").data
    assert len(merged["threads"]) >= 2
    assert "Kauri Coast Ferries" not in companies(tell)
    assert tell("split", merged["id"], "aroha").status == 0
    assert companies(tell) == set(scanned)
    tell("scan")
    assert {a["id"] for a in tell("scan", "--json").data["applications"]} >= {merged["id"]}


def test_a_forgotten_process_is_gone_until_that_is_taken_back(tell, scanned):
    assert "forgotten" in tell("forget", "Gannet").err
    assert companies(tell) == set(scanned) - {"Gannet Bay School"}
    tell("undo")
    assert companies(tell) == set(scanned)


@pytest.mark.parametrize("words", [("forget", "Marrow"), ("ignore", "marrowandrye.example")])
def test_the_draft_of_a_process_that_is_none_is_withdrawn_and_made_again_once_it_is_one(home, tell, words):
    drafts = len(home.drafts)
    tell(*words)
    tell("scan")
    assert len(home.drafts) == drafts - 1
    tell("undo")
    tell("scan")
    assert len(home.drafts) == drafts


def test_a_draft_that_i_changed_stays_whatever_i_tell(home, tell):
    before = set(home.drafts)
    for path in before:
        path.write_bytes(path.read_bytes() + b"One word of mine.\r\n")
    for words in (("forget", "Marrow"), ("mute", "Nordlys"), ("close", "Almgrund")):
        tell(*words)
    tell("scan")
    assert set(home.drafts) == before


def test_ignored_mail_is_of_no_process_in_any_account(tell, scanned):
    ended = tell("ignore", "tidewatermuseum.example")
    assert "mail from tidewatermuseum.example ignored (take it back: watcher undo 1)" in ended.err
    assert "no longer a process: Tidewater Museum" in ended.err
    assert companies(tell) == set(scanned) - {"Tidewater Museum"}
    tell("undo", "1")
    assert companies(tell) == set(scanned)


def test_a_thread_that_was_left_out_is_tracked(tell, scanned):
    others = tell("list", "--others", "--json").data["threads"]
    assert others
    assert tell("track", others[0]["id"]).status == 0
    tracked = tell("scan", "--dry-run", "--json").data["applications"]
    assert {t["id"] for a in tracked for t in a["threads"]} >= {others[0]["id"]}
    assert len(tracked) >= len(scanned)


def test_all_that_was_told_is_listed(tell, scanned):
    assert tell("undo", "--list").out == ""
    tell("mute", "Gannet")
    tell("ignore", "jo@spam.example")
    listed = tell("undo", "--json").data["told"]
    assert [(m["number"], m["kind"], m["value"], m["application"]) for m in listed] == [
        (1, "mute", "", scanned["Gannet Bay School"]),
        (2, "ignore", "jo@spam.example", None),
    ]
    shown = tell("undo", "--list").out
    assert "Gannet Bay School" in shown
    assert "mail from jo@spam.example ignored" in shown


def test_a_correction_can_be_told_while_a_scan_is_under_way(home, tell):
    with open_store(home.folder / "state" / "state.db"):
        assert tell("close", "Gannet").status == 0
    assert tell("show", "Gannet", "--json").data["status"] == "closed"


def test_mail_after_i_closed_a_process_is_told_of(tell):
    tell("close", "Gannet", now="2026-11-16T09:00+00:00")
    said = "they wrote since you closed it; take it up again by: watcher reopen"
    assert said in " ".join(tell("scan").err.split())
    assert said in " ".join(tell("show", "Gannet").err.split())
    assert tell("show", "Gannet", "--json").data["status"] == "closed"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("snooze", "Gannet", "soon"), "not a day: 'soon'"),
        (("snooze", "Brannoc", "3d"), "St Brannoc's Hospital is closed"),
        (("mute", "Brannoc"), "watcher reopen"),
        (("reopen", "Gannet"), "neither closed nor on hold"),
        (("set", "Gannet", "colour", "blue"), "there are: decision, contact, company, role, stage"),
        (("set", "Brannoc", "decision", "2026-12-01"), "St Brannoc's Hospital is closed"),
        (("set", "Gannet", "stage", "almost"), "there are: contacted, applied, screen"),
        (("set", "Gannet", "contact", "nobody"), "is no address, and nobody's name here"),
        (("set", "Gannet", "role", "x\x1b[31m"), "control character"),
        (("merge", "Gannet", "Gannet"), "are one process already"),
        (("split", "Gannet", "nothing"), "none of the threads of Gannet Bay School"),
        (("ignore", "gmail.com"), "anybody may have a mailbox there"),
        (("track", "nothing at all"), "none of the threads that are not tracked"),
        (("close", "Nobody"), "there is no process 'Nobody'"),
        (("close", "a"), "could be several processes"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_do(tell, words, said):
    ended = tell(*words)
    assert (ended.status, ended.out) == (2, "")
    assert said in " ".join(ended.err.split())
    assert tell("undo", "--json").data == {"told": []}


def test_nothing_is_drafted_in_a_process_in_doubt_until_it_is_tracked(quick, home, monkeypatch):
    common = ("--config", home.config, "--now", NOW)
    sure = quick("scan", *common, "--json").data["applications"]
    drafts = len(home.drafts)
    one = next(a for a in sure if a["draft"]["state"] == "created")
    with monkeypatch.context() as doubting:
        doubting.setattr("watcher.matching.doubts._unlike_hiring", lambda about: about.id == one["id"])
        scanned = quick("scan", *common)
        assert f"{one['company']}: no draft is written, for nothing they wrote clearly speaks of hiring" in scanned.err
        assert len(home.drafts) == drafts - 1
        shown = quick("show", one["id"], "--json", *common).data
        assert (shown["draft"]["state"], shown["next_step"]["due"]) == ("none", one["next_step"]["due"])
        assert f"watcher track {one['id']}" in shown["doubt"]
        assert "no draft: doubtful" in quick("list", *common).out

        assert quick("track", one["id"], *common).status == 0
        again = quick("scan", *common, "--json").data["applications"]
    assert len(home.drafts) == drafts
    assert next(a["draft"]["state"] for a in again if a["id"] == one["id"]) == "created"
