"""`watcher scan`: once, again, without writing, and with something wrong."""

import mailbox
import shutil

import pytest

from tests.acceptance.conftest import NOW, UNREADABLE
from watcher import demo


def test_it_saves_the_drafts_and_a_second_scan_saves_none(quick, home):
    first = quick("scan", "--config", home.config, "--now", NOW, "--json").data
    drafts = home.drafts
    assert (
        sorted(a["draft"]["state"] for a in first["applications"] if a["draft"]["state"] != "none") == ["created"] * 3
    )
    assert len(drafts) == 3
    second = quick("scan", "--config", home.config, "--now", NOW, "--json").data
    assert (
        sorted(a["draft"]["state"] for a in second["applications"] if a["draft"]["state"] != "none") == ["exists"] * 3
    )
    assert home.drafts == drafts
    assert second["accounts"][0]["new_messages"] == 0


def test_a_process_keeps_its_id(quick, home):
    first, second = (quick("scan", "--config", home.config, "--now", NOW, "--json").data for _ in range(2))
    ids = [{a["company"]: a["id"] for a in scan["applications"]} for scan in (first, second)]
    assert ids[0] == ids[1]
    assert len(set(ids[0].values())) == 8


def test_each_draft_is_a_reply_in_its_thread_and_marked_as_a_draft(quick, home):
    found = quick("scan", "--config", home.config, "--now", NOW, "--json").data["applications"]
    mails = list(mailbox.Maildir(home.mail, create=False).get_folder("Drafts"))
    assert all("D" in mail.get_flags() for mail in mails)
    for application in (a for a in found if a["draft"]["state"] == "created"):
        thread = {m for t in application["threads"] for m in t["message_ids"]}
        (mail,) = [mail for mail in mails if mail["In-Reply-To"] in thread]
        assert mail["References"].split()[-1] == mail["In-Reply-To"]
        assert application["next_step"]["to"] == [mail["To"].partition("<")[2].rstrip(">")]
        assert mail["From"] == "Elin Sorley <elin.sorley@harbourpost.example>"


def test_no_mail_of_the_users_is_changed(quick, home):
    def mails():
        drafts = str(home.mail / ".Drafts")
        return {p: v for p, v in home.picture().items() if p.startswith(str(home.mail)) and not p.startswith(drafts)}

    before = mails()
    quick("scan", "--config", home.config, "--now", NOW)
    assert mails() == before


@pytest.mark.parametrize("scanned_before", [False, True])
def test_a_dry_run_writes_nothing_anywhere(watcher, home, scanned_before):
    if scanned_before:
        watcher("scan", "--config", home.config, "--now", NOW)
        for draft in home.drafts:
            draft.unlink()  # so that there is something to notice
    before = home.picture()
    found = watcher("scan", "--config", home.config, "--now", NOW, "--dry-run", "--json")
    assert home.picture() == before
    states = {a["draft"]["state"] for a in found.data["applications"]}
    assert states == ({"none", "dismissed"} if scanned_before else {"none", "due"})


def test_json_is_all_there_is_on_stdout_and_holds_what_was_promised(watcher, home):
    ended = watcher("scan", "--config", home.config, "--now", NOW, "--json")
    assert (ended.status, ended.err) == (0, "")
    found = ended.data
    assert (found["schema"], found["scanned_at"]) == (1, NOW)
    assert found["accounts"] == [{"name": "sample", "ok": True, "error": None, "new_messages": 35, "quarantined": 0}]
    for application in found["applications"]:
        assert set(application) >= {
            "id", "account", "company", "role", "stage", "status", "threads", "contacts", "last_reply", "interview",
            "decision", "next_step", "draft",
        }  # fmt: skip
        assert set(application["next_step"]) == {"kind", "due", "to", "why"}


def test_state_and_its_folder_are_the_users_alone(quick, home):
    quick("scan", "--config", home.config, "--now", NOW)
    state = home.folder / "state"
    assert state.stat().st_mode & 0o077 == 0
    assert [path.name for path in state.iterdir() if path.stat().st_mode & 0o077] == []


def test_an_account_that_cannot_be_reached_keeps_no_other_from_being_scanned(quick, home):
    home.configure(
        f'name = "gone"\nprovider = "maildir"\npath = "{home.folder}/nowhere"',
        f'name = "sample"\nprovider = "maildir"\npath = "{home.mail}"',
    )
    ended = quick("scan", "--config", home.config, "--now", NOW, "--json")
    assert ended.status == 1
    gone, sample = ended.data["accounts"]
    assert (gone["ok"], sample["ok"]) == (False, True)
    assert f"{home.folder}/nowhere" in gone["error"]
    assert len(home.drafts) == 3
    assert ended.err.startswith("gone: ")
    assert quick("scan", "--config", home.config, "--now", NOW, "--account", "sample").status == 0


def test_a_mailbox_without_drafts_is_not_given_one(quick, home):
    shutil.rmtree(home.mail / ".Drafts")
    before = {path.name for path in home.mail.iterdir()}
    ended = quick("scan", "--config", home.config, "--now", NOW, "--json")
    assert ended.status == 1
    assert "rafts" in ended.data["accounts"][0]["error"]
    assert len(ended.data["applications"]) == 8
    assert {path.name for path in home.mail.iterdir()} == before


def test_a_mail_that_cannot_be_read_is_set_aside_and_the_others_are_read(quick, home):
    (home.mail / "cur" / "1.bad:2,S").write_bytes(UNREADABLE)
    ended = quick("scan", "--config", home.config, "--now", NOW, "--json")
    assert ended.status == 0
    assert ended.data["accounts"][0]["quarantined"] == 1
    assert len(ended.data["applications"]) == 8


def test_an_empty_mailbox_is_no_error(quick, home):
    shutil.rmtree(home.mail)
    demo.deliver([], home.mail)
    ended = quick("scan", "--config", home.config, "--now", NOW)
    assert (ended.status, ended.out) == (0, "")
    assert "0 new messages" in ended.err


def test_a_state_that_is_no_state_is_told_with_what_to_do(quick, home):
    (home.folder / "state").mkdir()
    (home.folder / "state" / "state.db").mkdir()
    ended = quick("scan", "--config", home.config, "--now", NOW)
    assert (ended.status, ended.out) == (2, "")
    assert "state.db" in ended.err
    assert len(ended.err.splitlines()) >= 2
    assert home.drafts == []


def test_a_state_that_cannot_be_written_is_told_before_the_mailbox_is_touched(quick, home):
    (home.folder / "state").write_text("in the way")
    ended = quick("scan", "--config", home.config, "--now", NOW)
    assert (ended.status, ended.out) == (2, "")
    assert home.drafts == []


def test_now_without_an_offset_is_in_the_users_zone(quick, home):
    found = quick("scan", "--config", home.config, "--now", "2026-11-18T09:00", "--dry-run", "--json").data
    assert found["scanned_at"] == NOW


def test_an_earlier_moment_knows_nothing_of_later_mail(quick, home):
    found = quick("scan", "--config", home.config, "--now", "2026-10-27T09:00", "--dry-run", "--json").data
    known = {m for a in found["applications"] for t in a["threads"] for m in t["message_ids"]}
    early = {"hospital-1", "wind-1", "wind-2", "ferries-1", "museum-1"}
    assert "hospital-1" in {m.strip("<").partition(".")[0] for m in known} <= early
