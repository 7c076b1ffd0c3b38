"""The main job on Gmail: an account filled from corpus cases, the installed `watcher`, and what the user sees in Gmail."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.casefile import Case, _moment
from tests.servers.gmail import Account, Browser, Gmail

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


def filled_account(gmail: Gmail, case: Case, now: dt.datetime) -> Account:
    """An account that holds all mail of a case up to then."""
    account = gmail.account()
    for alias in (case.me["address"], *case.me.get("aliases", [])):
        account.add_alias(alias)
    for folder, content, arrived in case.messages(now):
        account.put(content, LABELS[folder], arrived)
    return account


@pytest.fixture(params=sorted(MORNINGS))
def filled(request: pytest.FixtureRequest, gmail: Gmail) -> tuple[Case, dt.datetime, Account]:
    """A case, its morning, and an account that holds all its mail up to then."""
    case, now = case_of(request.param)
    return case, now, filled_account(gmail, case, now)


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


def run(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program as a person does, without a terminal."""
    return subprocess.run(
        [WATCHER, *map(str, arguments)], env=os.environ | variables, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip


def scan(config: Path, now: dt.datetime, *options: str) -> dict[str, Any]:
    """Scan, and return what is printed as JSON."""
    done = run("scan", "--config", config, "--now", now.isoformat(), "--json", *options)
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


# -- what the user does in Gmail --------------------------------------------------------------
@pytest.mark.parametrize("keeps_ids", [True, False])
@pytest.mark.parametrize("deed", ["edited", "dismissed", "sent", "withdrawn"])
def test_what_the_user_did_with_a_draft_is_seen_and_left(
    gmail: Gmail, tmp_path: Path, deed: str, keeps_ids: bool
) -> None:
    case, now = case_of("maya")
    account = filled_account(gmail, case, now)
    account.keeps_message_ids = keeps_ids
    config = configure(case, account, tmp_path)
    (application, *_) = [a for a in scan(config, now)["applications"] if a["draft"]["state"] == "created"]
    entry = next(
        e for e in account.drafts().values() if account_to(account, e.message_id) == application["next_step"]["to"]
    )
    others = len(account.drafts()) - 1
    if deed == "edited":
        content = account.content(entry.message_id).replace(b"Hi ", b"Dear ")
        assert content != account.content(entry.message_id)
        account.edit_draft(entry.message_id, content)
    elif deed == "dismissed":
        account.delete(entry.message_id)
    elif deed == "sent":
        account.send_draft(entry.message_id)
    else:
        mail = email.message_from_bytes(account.content(entry.message_id), policy=email.policy.default)
        account.reply(str(mail["In-Reply-To"]), "Hello, is there any news?", now + dt.timedelta(minutes=1))
    kept = account.snapshot()

    later = scan(config, now + dt.timedelta(hours=1))["applications"]

    assert {a["draft"]["state"] for a in later if a["id"] == application["id"]} == {deed}
    assert len(account.drafts()) == others + (deed == "edited")
    assert account.snapshot() <= kept, "nothing was made again"
    scan(config, now + dt.timedelta(hours=2))
    assert len(account.drafts()) == others + (deed == "edited")


def account_to(account: Account, message_id: str) -> list[str]:
    mail = email.message_from_bytes(account.content(message_id), policy=email.policy.default)
    return sorted(address.addr_spec for address in mail["To"].addresses)


def test_a_draft_is_from_an_alias_and_under_the_signature_that_is_kept_in_gmail(gmail: Gmail, tmp_path: Path) -> None:
    case, now = case_of("maya")
    account = filled_account(gmail, case, now)
    address = case.me["address"]
    account.add_alias(address, signature="<div>Maya<br>+1 312 555 0100</div><script>alert(1)</script>")
    config = configure(case, account, tmp_path)
    text = config.read_text(encoding="utf-8")
    config.write_text(
        "".join(line for line in text.splitlines(keepends=True) if not line.startswith("signature")), encoding="utf-8"
    )
    scan(config, now)
    for mail, _ in drafts(account):
        assert mail["From"].addresses[0].addr_spec == address
        assert mail.get_content().replace("\r", "").rstrip().endswith("Maya\n+1 312 555 0100")


# -- figures ----------------------------------------------------------------------------------
def test_a_scan_without_news_costs_one_call_of_two_units(gmail: Gmail, tmp_path: Path) -> None:
    case, now = case_of("maya")
    account = filled_account(gmail, case, now - dt.timedelta(days=14))
    config = configure(case, account, tmp_path)
    before = now - dt.timedelta(days=14)
    if any(a["draft"]["state"] != "none" for a in scan(config, before)["applications"]):
        pytest.fail("a morning without a draft is wanted here")
    account.requests.clear()
    quota = scan(config, before)["accounts"][0]["quota"]
    assert quota == {"calls": 1, "units": 2, "units_per_minute": 6000}
    assert [called for called in account.calls() if called != "token"] == ["history.list"]


@pytest.mark.slow
def test_of_5000_messages_a_first_scan_fetches_what_could_matter(gmail: Gmail, tmp_path: Path) -> None:
    """150 messages of hiring, 350 of threads I wrote in about other things, and 4,500 of no matter."""
    case, now = case_of("maya")
    account = gmail.account()
    account.add_alias(case.me["address"])
    me, day = f"Maya <{case.me['address']}>", dt.timedelta(days=1)

    def put(name: str, sender: str, to: str, subject: str, text: str, labels: tuple[str, ...], age: int) -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = sender, to, subject, f"<{name}@test.example>"
        mail["Date"] = now - age * day
        base, _, number = name.rpartition("-")
        if number != "0":
            mail["In-Reply-To"] = mail["References"] = f"<{base}-0@test.example>"
        mail.set_content(text)
        account.put(mail.as_bytes(), labels, now - age * day)

    trees = "Alder Birch Cedar Damson Elder Filbert Gorse Hazel Ivy Juniper".split()
    trades = "Foundry Aviation Pharmacy".split()
    for firm, (tree, trade) in enumerate(itertools.product(trees, trades)):
        them = f"{tree}ine {trade[:4]}er <{tree.lower()}@{tree.lower()}{trade.lower()}.example>"
        words = f"Thank you for applying to {tree} {trade}. I am the recruiter; shall we talk about the position?"
        for number in range(5):
            mine = number % 2 == 1
            put(
                f"hiring{firm}-{number}", me if mine else them, them if mine else me,
                f"{'Re: ' if number else ''}Your application to {tree} {trade}",
                "Yes, gladly." if mine else words, ("SENT",) if mine else ("INBOX",), 60 - number,
            )  # fmt: skip
    for thread in range(70):
        friend = f"Ana <ana.number{thread}@mail.example>"
        for number in range(5):
            mine = number == 3
            put(
                f"private{thread}-{number}", me if mine else friend, friend if mine else me,
                f"{'Re: ' if number else ''}Soup", "More pepper, and let it simmer.", ("SENT",) if mine else ("INBOX",),
                50 - number,
            )  # fmt: skip
    for number in range(4500):
        label = ("CATEGORY_PROMOTIONS", "CATEGORY_UPDATES", "CATEGORY_SOCIAL")[number % 3]
        words = (
            "Jobs for you: recruiters wait!" if number % 3 == 0 else "Your parcel is on its way, your train on time."
        )
        put(f"bulk{number}-0", "News <news@bulk.example>", me, f"News {number}", words, ("INBOX", label), number % 80)
    config = configure(case, account, tmp_path)
    config.write_text(config.read_text() + "units_per_minute = 1000000\n", encoding="utf-8")

    found = scan(config, now)

    quota = found["accounts"][0]["quota"]
    whole = 5000 * 20
    print(
        f"\n5,000 messages: {quota['units']:,} units of {whole:,} ({quota['units'] / whole:.0%}), {quota['calls']} calls"
    )
    assert account.calls().count("messages.get") <= 500 + 25
    assert quota["units"] <= 0.4 * whole
    processes = [[i for t in a["threads"] for i in t["message_ids"]] for a in found["applications"]]
    hirings = [ids for ids in processes if any(i.startswith("<hiring") for i in ids)]
    assert (len(hirings), sum(map(len, hirings))) == (30, 150)


# -- signing in -------------------------------------------------------------------------------
def test_one_signs_in_scans_and_ends_it(gmail: Gmail, tmp_path: Path) -> None:
    case, now = case_of("maya")
    account = filled_account(gmail, case, now)
    config, token = configure(case, account, tmp_path), tmp_path / "token"
    token.unlink()
    browser = {"BROWSER": Browser(account.address).command(), "OAUTHLIB_INSECURE_TRANSPORT": "1"}

    before = run("scan", "--config", config)
    signed_in = run("auth", "home", "--config", config, **browser)
    scanned = run("scan", "--config", config, "--now", now.isoformat())
    ended = run("auth", "home", "--revoke", "--config", config)
    after = run("scan", "--config", config)

    assert [done.returncode for done in (before, signed_in, scanned, ended, after)] == [1, 0, 0, 0, 1]
    assert "kept the token of home" in signed_in.stderr
    assert "units of quota" in scanned.stderr
    assert not token.exists()
    assert "revoke" in account.calls()
    for done in (before, signed_in, scanned, ended, after):
        assert "Traceback" not in done.stderr


def test_the_token_is_kept_for_its_owner_alone(gmail: Gmail, tmp_path: Path) -> None:
    case, _ = case_of("maya")
    account = gmail.account()
    config, token = configure(case, account, tmp_path), tmp_path / "token"
    token.unlink()
    browser = {"BROWSER": Browser(account.address).command(), "OAUTHLIB_INSECURE_TRANSPORT": "1"}
    signed_in = run("auth", "home", "--config", config, **browser)
    assert signed_in.returncode == 0, signed_in.stderr
    assert token.stat().st_mode & 0o777 == 0o600
    assert token.read_text().strip() not in signed_in.stderr + signed_in.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["client_secret.json", "config.toml", "token"]


def test_an_end_of_the_sign_in_names_the_command(gmail: Gmail, tmp_path: Path) -> None:
    case, _ = case_of("maya")
    account = gmail.account()
    config = configure(case, account, tmp_path)
    account.revoke()
    done = run("scan", "--config", config)
    assert done.returncode == 1
    assert "watcher auth home" in done.stderr
    assert (tmp_path / "token").exists(), "no token is thrown away"
