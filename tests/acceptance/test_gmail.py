"""The main job on Gmail: an account filled from corpus cases, the installed `watcher`, and what the user sees in Gmail."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import json
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.casefile import Case, _moment
from tests.servers.gmail import Account, Gmail

pytestmark = pytest.mark.server

WATCHER = str(Path(sys.executable).with_name("watcher"))
MORNINGS = {
    "maya": "2026-03-25T09:00-05:00",
    "jonah": "2026-02-03T08:00+10:00",
    "camille": "2026-08-28T09:00-04:00",
}
LABELS = {"INBOX": ("INBOX", "UNREAD"), "Sent": ("SENT",), "Archive": (), "Trash": ("TRASH",), "Junk": ("SPAM",)}


def case_of(name: str) -> tuple[Case, dt.datetime]:
    return Case(Path(__file__).parent.parent / "corpus" / "dev" / f"{name}.yaml"), _moment(MORNINGS[name])


@pytest.fixture(params=sorted(MORNINGS))
def filled(request: pytest.FixtureRequest, gmail: Gmail) -> tuple[Case, dt.datetime, Account]:
    """A case, its morning, and an account that holds all its mail up to then."""
    case, now = case_of(request.param)
    account = gmail.account()
    for alias in (case.me["address"], *case.me.get("aliases", [])):
        account.add_alias(alias)
    for folder, content, arrived in case.messages(now):
        account.put(content, LABELS[folder], arrived)
    return case, now, account


def configure(case: Case, account: Account, folder: Path) -> Path:
    """Write a configuration for the account, its refresh token in a file."""
    token = folder / "token"
    token.write_text(account.refresh_token_for())
    token.chmod(0o600)
    settings = {
        "address": account.address,
        "client_file": str(account.client_file(folder)),
        "api_root": account.root,
        "password_file": str(token),
    }
    people = case.config(folder / "unused", folder / "state" / "state.db").split("[[accounts]]")[0]
    lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in settings.items())
    file = folder / "config.toml"
    file.write_text(f'{people}[[accounts]]\nname = "home"\nprovider = "gmail"\n{lines}\n', encoding="utf-8")
    return file


def scan(config: Path, now: dt.datetime, *options: str) -> dict[str, Any]:
    """Run the installed program as a person does, and return what it prints as JSON."""
    command = [WATCHER, "scan", "--config", str(config), "--now", now.isoformat(), "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def drafts(account: Account) -> Iterator[tuple[EmailMessage, str]]:
    """What the user sees in Drafts: each draft, and the thread it stands in."""
    for entry in account.drafts().values():
        content = account.store.get(entry.id).content
        yield email.message_from_bytes(content, policy=email.policy.default), entry.thread_id


def apart_from_ids(found: dict[str, Any]) -> dict[str, Any]:
    """What was found, without what names things in one mailbox alone."""
    for application in found["applications"]:
        del application["id"]
        for thread in application["threads"]:
            del thread["id"]
    for account in found["accounts"]:
        account.pop("quota", None)
    found["applications"].sort(key=lambda application: json.dumps(application, sort_keys=True))
    return found


def test_it_finds_the_same_as_in_a_maildir(filled: tuple[Case, dt.datetime, Account], tmp_path: Path) -> None:
    case, now, account = filled
    case.write_maildir(tmp_path / "Maildir", now)
    local = tmp_path / "local.toml"
    local.write_text(case.config(tmp_path / "Maildir", tmp_path / "local.db"), encoding="utf-8")

    there = scan(configure(case, account, tmp_path), now)
    here = scan(local, now)

    name = here["accounts"][0]["name"]
    there = json.loads(json.dumps(there).replace('"home"', json.dumps(name)))
    wanted, found = apart_from_ids(here), apart_from_ids(there)
    assert found["applications"] == wanted["applications"]
    assert found["accounts"][0]["ok"]


def test_its_drafts_stand_in_their_threads_and_nothing_else_changes(
    filled: tuple[Case, dt.datetime, Account], tmp_path: Path
) -> None:
    case, now, account = filled
    before = account.snapshot()
    config = configure(case, account, tmp_path)

    first = scan(config, now)
    after_first = account.snapshot()
    second = scan(config, now)

    created = [a for a in first["applications"] if a["draft"]["state"] == "created"]
    assert created
    assert before < after_first == account.snapshot()
    saved = list(drafts(account))
    assert len(saved) == len(created) == len(after_first - before)
    for mail, thread in saved:
        (answered,) = account.find(str(mail["In-Reply-To"]))
        assert thread == answered.thread_id
        assert mail["From"].addresses[0].addr_spec in {case.me["address"], *case.me.get("aliases", [])}
    assert [a["draft"]["state"] for a in second["applications"] if a["id"] in {c["id"] for c in created}] == [
        "exists" for _ in created
    ]
    wanted = sorted(sorted(t.to) for t in case.truth(now).values() if t.wants_draft(now.date()))
    assert sorted(sorted(a.addr_spec for a in mail["To"].addresses) for mail, _ in saved) == wanted


def test_a_dry_run_writes_nothing_anywhere(filled: tuple[Case, dt.datetime, Account], tmp_path: Path) -> None:
    case, now, account = filled
    before = account.snapshot()
    config = configure(case, account, tmp_path)
    files = {path.name for path in tmp_path.iterdir()}

    found = scan(config, now, "--dry-run")

    assert "due" in {a["draft"]["state"] for a in found["applications"]}
    assert account.snapshot() == before
    assert {path.name for path in tmp_path.iterdir()} == files
