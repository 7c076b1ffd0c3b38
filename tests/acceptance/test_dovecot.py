"""The main job on a real server: a Dovecot account filled from corpus cases, `watcher scan`, and another mail program."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import json
import subprocess
import sys
from collections import defaultdict
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.casefile import Case, _moment
from tests.servers.account import Account
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.server

# Mornings on which follow-ups are due
MORNINGS = {
    "maya": "2026-03-25T09:00-05:00",
    "jonah": "2026-02-03T08:00+10:00",
    "camille": "2026-08-28T09:00-04:00",
}


@pytest.fixture(params=sorted(MORNINGS))
def filled(request: pytest.FixtureRequest, dovecot: Dovecot) -> tuple[Case, dt.datetime, Account]:
    """A case, its morning, and an account that holds all its mail up to then."""
    case = Case(Path(__file__).parent.parent / "corpus" / "dev" / f"{request.param}.yaml")
    now = _moment(MORNINGS[request.param])
    account = dovecot.account("Sent", "Drafts", "Archive", "Trash", "Junk")
    folders: dict[str, list[tuple[bytes, dt.datetime | None]]] = defaultdict(list)
    for folder, content, arrived in case.messages(now):
        folders[folder].append((content, arrived))
    for folder, messages in folders.items():
        account.deliver_all(messages, folder, r"(\Seen)" if folder != "INBOX" else "")
    return case, now, account


def scan(case: Case, now: dt.datetime, account: Account, folder: Path, *options: str) -> dict[str, Any]:
    """Run the installed program as a person does, and return what it prints as JSON."""
    password = folder / "password"
    password.write_text(account.password)
    password.chmod(0o600)
    settings = "\n".join(f"{key} = {json.dumps(value)}" for key, value in account.settings().items())
    config = case.config(folder / "unused", folder / "state" / "state.db").split("[[accounts]]")[0]
    config += f'[[accounts]]\nname = "home"\nprovider = "imap"\npassword_file = "{password}"\n{settings}\n'
    (folder / "config.toml").write_text(config, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("watcher")), "scan", "--config", str(folder / "config.toml")]
    command += ["--now", now.isoformat(), "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def drafts(account: Account) -> list[EmailMessage]:
    """What another client sees in Drafts."""
    with account.client() as client:
        client.select("Drafts", readonly=True)
        _, answers = client.uid("FETCH", "1:*", "(FLAGS BODY.PEEK[])")
    found = []
    for answer in answers:
        if isinstance(answer, tuple):
            assert b"\\Draft" in answer[0]
            found.append(email.message_from_bytes(answer[1], policy=email.policy.default))
    return found


def test_a_scan_saves_each_due_draft_once_in_its_thread_and_changes_nothing_else(
    filled: tuple[Case, dt.datetime, Account], tmp_path: Path
) -> None:
    case, now, account = filled
    before = account.snapshot()

    first = scan(case, now, account, tmp_path)
    after_first = account.snapshot()
    second = scan(case, now, account, tmp_path)

    created = [a for a in first["applications"] if a["draft"]["state"] == "created"]
    assert created
    saved = drafts(account)
    assert len(saved) == len(created)
    assert before < after_first
    assert {message.folder for message in after_first - before} == {"Drafts"}
    assert account.snapshot() == after_first
    assert [a["draft"]["state"] for a in second["applications"] if a["id"] in {c["id"] for c in created}] == [
        "exists" for _ in created
    ]
    by_recipients = {tuple(sorted(a.addr_spec for a in mail["To"].addresses)): mail for mail in saved}
    for application in created:
        mail = by_recipients[tuple(sorted(application["next_step"]["to"]))]
        own = {i for thread in application["threads"] for i in thread["message_ids"]}
        references = str(mail["References"]).split()
        assert str(mail["In-Reply-To"]) in own
        assert references[-1] == str(mail["In-Reply-To"])
        assert set(references) <= own
        assert mail["From"].addresses[0].addr_spec in {case.me["address"], *case.me.get("aliases", [])}


def test_what_is_saved_is_what_the_truth_of_the_case_wants(
    filled: tuple[Case, dt.datetime, Account], tmp_path: Path
) -> None:
    case, now, account = filled

    scan(case, now, account, tmp_path)

    wanted = sorted(sorted(t.to) for t in case.truth(now).values() if t.wants_draft(now.date()))
    assert sorted(sorted(a.addr_spec for a in mail["To"].addresses) for mail in drafts(account)) == wanted


def test_a_dry_run_writes_nothing_anywhere(filled: tuple[Case, dt.datetime, Account], tmp_path: Path) -> None:
    case, now, account = filled
    before = account.snapshot()

    found = scan(case, now, account, tmp_path, "--dry-run")

    assert "due" in {a["draft"]["state"] for a in found["applications"]}
    assert account.snapshot() == before
    assert {path.name for path in tmp_path.iterdir()} == {"config.toml", "password"}
