"""One mailbox, read over Gmail's API and over IMAP: the same processes, statements, steps and drafts."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.test_gmail_scan import apart_from_ids, case_of, configure, filled_account, run, scan
from tests.corpus.casefile import Case
from tests.servers.account import Account as ImapAccount
from tests.servers.dovecot import Dovecot
from tests.servers.gmail import Gmail

pytestmark = pytest.mark.server


def over_imap(case: Case, account: ImapAccount, folder: Path) -> Path:
    """Write a configuration for the IMAP account."""
    password = folder / "password"
    password.write_text(account.password)
    password.chmod(0o600)
    settings = "\n".join(f"{key} = {json.dumps(value)}" for key, value in account.settings().items())
    people = case.config(folder / "unused", folder / "imap" / "state.db").split("[[accounts]]")[0]
    file = folder / "imap.toml"
    account_section = f'[[accounts]]\nname = "home"\nprovider = "imap"\npassword_file = "{password}"\n{settings}\n'
    file.write_text(people + account_section, encoding="utf-8")
    return file


def history(config: Path, found: dict[str, Any], now: str) -> list[str]:
    """What was stated in each process, and what it did to it."""
    facts = []
    for application in found["applications"]:
        done = run("show", application["id"], "--config", config, "--now", now, "--json")
        assert done.returncode == 0, done.stderr
        facts += [json.dumps(fact, sort_keys=True) for fact in json.loads(done.stdout)["history"]]
    return sorted(facts)


@pytest.mark.parametrize("name", ["maya", "camille"])
def test_gmail_and_imap_tell_the_same(name: str, gmail: Gmail, dovecot: Dovecot, tmp_path: Path) -> None:
    case, now = case_of(name)
    on_dovecot = dovecot.account("Sent", "Drafts", "Archive", "Trash", "Junk")
    folders = defaultdict(list)
    for folder, content, arrived in case.messages(now):
        folders[folder].append((content, arrived))
    for folder, messages in folders.items():
        on_dovecot.deliver_all(messages, folder, r"(\Seen)")
    over_api, imap = configure(case, filled_account(gmail, case, now), tmp_path), over_imap(case, on_dovecot, tmp_path)

    there, here = scan(over_api, now), scan(imap, now)

    assert any(a["draft"]["state"] == "created" for a in here["applications"])
    facts = history(imap, here, now.isoformat())
    assert facts
    assert history(over_api, there, now.isoformat()) == facts
    assert apart_from_ids(there)["applications"] == apart_from_ids(here)["applications"]
