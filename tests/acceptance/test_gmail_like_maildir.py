"""What is found in Gmail, by searches, is what is found in a Maildir, where everything is read: on whole job searches."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from providers import registry
from providers.base import Provider
from tests.corpus.casefile import Case, _moment
from tests.faults.gmail import gmail_provider
from tests.servers.gmail import Gmail
from watcher.cli.forms import process_form
from watcher.cli.scan import circumstances
from watcher.config import load
from watcher.scan import Circumstances, scan_account
from watcher.store import open_store

pytestmark = [pytest.mark.server, pytest.mark.slow]

CASES = sorted((Path(__file__).parent.parent / "corpus" / "dev").glob("*.yaml"))
LABELS = {"INBOX": ("INBOX", "UNREAD"), "Sent": ("SENT",), "Archive": (), "Trash": ("TRASH",), "Junk": ("SPAM",)}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_whole_job_search_is_found_as_in_a_maildir(gmail: Gmail, tmp_path: Path, path: Path) -> None:
    case, account = Case(path), gmail.account()
    now = max(_moment(message["date"]) for message in case.raw) + dt.timedelta(days=3)
    for alias in (case.me["address"], *case.me.get("aliases", [])):
        account.add_alias(alias)
    for folder, content, arrived in case.messages(now):
        account.put(content, LABELS[folder], arrived)
    case.write_maildir(tmp_path / "Maildir", now)
    (tmp_path / "config.toml").write_text(case.config(tmp_path / "Maildir", tmp_path / "unused.db"), encoding="utf-8")
    config = load(tmp_path / "config.toml")
    around = circumstances(config, now, dry_run=False)
    maildir = registry.load("maildir")("home", config.accounts[0].settings, str)

    wanted = scanned(maildir, tmp_path / "maildir.db", around)
    found = scanned(gmail_provider(account, tmp_path, units_per_minute=1_000_000), tmp_path / "gmail.db", around)

    assert found == wanted


def scanned(provider: Provider, state: Path, around: Circumstances) -> list[dict[str, Any]]:
    """The processes that a scan finds, as JSON has them, without what names things in one mailbox alone."""
    with open_store(state) as store:
        report = scan_account("home", provider, store, around, lambda *_: None)
    assert report.ok
    forms = [process_form(process) for process in report.processes]
    for form in forms:
        del form["id"]
        for thread in form["threads"]:
            del thread["id"]
    return sorted(forms, key=lambda form: json.dumps(form, sort_keys=True))
