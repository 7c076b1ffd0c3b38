"""`watcher init` as a person meets it: on a terminal, on real mailboxes, and without a terminal."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import WATCHER, Command, Home, environment
from tests.acceptance.sitting import Sitting, keyring_at
from tests.servers.account import Account
from tests.servers.certificates import Authority
from tests.servers.dovecot import Dovecot
from tests.servers.entra import Entra
from tests.servers.gmail import Browser, Gmail
from tests.servers.loopback import LOG, guarded
from watcher import demo
from watcher.config import load
from watcher.store import Standing, open_store

PLACE = {"TZ": "Europe/London"}
NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
ME = "elin.sorley@harbourpost.example"
YESTERDAY = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1)
server = pytest.mark.server


def picture(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """The sample mailbox as it is today."""
    folder = tmp_path / "Maildir"
    demo.deliver(demo.compose(YESTERDAY), folder)
    return folder


@pytest.fixture
def sit(tmp_path: Path) -> Callable[..., Sitting]:
    return lambda *arguments, **variables: Sitting(tmp_path, "init", *arguments, **{**PLACE, **variables})


def about_me(sitting: Sitting) -> None:
    """Root, whom the tests may run as, has no name of their own; so all three are asked for."""
    sitting.answer("sign your mail", "Elin Sorley")
    sitting.answer("time zone", "")
    sitting.answer("public holidays", "")


@pytest.fixture
def usual(tmp_path: Path) -> Path:
    return tmp_path / ".config" / "watcher" / "config.toml"


# -- a Maildir --------------------------------------------------------------------------------
def test_from_an_address_to_a_configuration_that_works(sit, mail: Path, usual: Path, quick: Command) -> None:
    before = picture(mail)
    with sit() as sitting:
        sitting.answer("Your mail address", ME)
        sitting.answer("Which one", "5")
        sitting.answer("The folder of the Maildir [~/Maildir]", "")
        about_me(sitting)
        sitting.answer("Is this right?", "")
        assert sitting.end() == 0
    assert "Drafts go to the folder “Drafts”" in sitting.screen
    assert "Marrow & Rye" in sitting.screen
    assert "Wrote ~/.config/watcher/config.toml." in sitting.screen
    assert "watcher service install" in sitting.screen
    assert usual.stat().st_mode & 0o777 == 0o600
    assert picture(mail) == before
    config = load(usual)
    assert (config.me.name, config.me.addresses, config.me.timezone, config.me.country) == (
        "Elin Sorley", (ME,), "Europe/London", "GB",
    )  # fmt: skip
    assert [(a.name, a.settings["path"]) for a in config.accounts] == [("harbourpost", "~/Maildir")]
    assert not config.state_path.exists()
    assert {"Marrow & Rye"} <= {
        a["company"] for a in quick("scan", "--dry-run", "--json", **PLACE).data["applications"]
    }


def test_what_the_system_says_is_confirmed_in_one_question(sit, mail: Path, usual: Path) -> None:
    with sit("--address", ME, "--path", mail, "--name", "Elin Sorley") as sitting:
        sitting.answer("Is that right?", "y")
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    assert "You are Elin Sorley, in Europe/London, with the public holidays of GB." in sitting.screen
    assert usual.exists()


def test_what_the_system_says_can_be_corrected(sit, mail: Path, usual: Path) -> None:
    with sit("--address", ME, "--path", mail, "--name", "E") as sitting:
        sitting.answer("Is that right?", "n")
        sitting.answer("sign your mail [E]", "Elin Sorley")
        sitting.answer("time zone, such as Europe/London [Europe/London]", "Moon/Tycho")
        sitting.answer("no such time zone", "")
        sitting.answer("public holidays", "Ireland")
        sitting.answer("not two letters", "ie")
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    assert (load(usual).me.name, load(usual).me.timezone, load(usual).me.country) == (
        "Elin Sorley",
        "Europe/London",
        "IE",
    )


def test_no_shows_how_to_correct_and_writes_nothing(sit, mail: Path, usual: Path) -> None:
    with sit("--address", ME, "--path", mail, "--name", "Elin Sorley") as sitting:
        sitting.answer("Is that right?", "y")
        sitting.answer("Is this right?", "n")
        sitting.answer("Write it now, and correct it then?", "")
        assert sitting.end() == 0
    for word in ("watcher ignore", "watcher forget", "watcher set", "Nothing was written."):
        assert word in sitting.screen
    assert not usual.exists()


def test_a_wrong_answer_is_asked_again_and_at_last_given_up(sit, tmp_path: Path, usual: Path) -> None:
    with sit() as sitting:
        sitting.answer("Your mail address", "elin")
        sitting.answer("not a mail address", ME)
        sitting.answer("Which one", "7")
        sitting.answer("a number from 1 to 5", "5")
        for _ in range(5):
            sitting.answer("The folder of the Maildir", str(tmp_path / "nowhere"))
        assert sitting.end() == 2
    assert "say it by --path DIR" in sitting.screen
    assert not usual.exists()


@pytest.mark.parametrize("question", ["Your mail address", "Is this right?"])
def test_ctrl_c_writes_nothing(sit, mail: Path, usual: Path, question: str) -> None:
    given = [] if question == "Your mail address" else ["--address", ME, "--path", mail, "--name", "E S"]
    with sit(*given) as sitting:
        if given:
            sitting.answer("Is that right?", "y")
        sitting.interrupt(question)
        assert sitting.end() == 2
    assert "the configuration was not written" in sitting.screen
    assert not usual.exists()


def test_nobody_is_asked_over_the_network_before_i_say_so(sit, mail: Path, tmp_path: Path) -> None:
    log = tmp_path / "strayed"
    log.touch()
    with sit("--address", "elin@firm.example", "--name", "E S", **guarded(log)) as sitting:
        sitting.answer("Which one", "")
        assert log.read_text() == ""
        sitting.answer("imap.firm.example", "5")
        sitting.answer("The folder of the Maildir", str(mail))
        assert set(log.read_text().split()) == {"imap.firm.example", "mail.firm.example", "firm.example"}
        log.write_text("")
        sitting.answer("Is that right?", "y")
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    assert log.read_text() == ""


@pytest.mark.parametrize("domain", ["gmail.com", "outlook.com", "pm.me"])
def test_a_known_domain_is_told_by_the_table_alone(sit, tmp_path: Path, domain: str) -> None:
    log = tmp_path / "strayed"
    log.touch()
    with sit("--address", f"elin@{domain}", **guarded(log)) as sitting:
        sitting.interrupt({"gmail.com": "Which one", "outlook.com": "The id of your app", "pm.me": "cert.pem"}[domain])
        assert sitting.end() == 2
    assert log.read_text() == ""


# -- again --------------------------------------------------------------------------------------
def test_a_second_mailbox_is_added_and_all_else_stays(sit, home: Home) -> None:
    text = "# my own words\n" + home.config.read_text() + "\n# the end"
    home.config.write_text(text)
    home.config.chmod(0o600)
    other = home.folder / "Other"
    demo.deliver([], other)
    with sit("--config", home.config, "--address", "new@mail.example", "--path", other) as sitting:
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    assert '+ addresses = ["elin.sorley@harbourpost.example", "new@mail.example"]'.replace("+ ", "+") in sitting.screen
    assert "as you sign" not in sitting.screen
    after = home.config.read_text()
    assert after.startswith(text.replace('harbourpost.example"]', 'harbourpost.example", "new@mail.example"]'))
    assert [account.name for account in load(home.config).accounts] == ["sample", "mail"]


def test_an_account_that_is_there_is_looked_through_and_nothing_changes(sit, home: Home) -> None:
    before = home.config.read_bytes()
    with sit("--config", home.config, "--address", ME, "--path", home.mail) as sitting:
        assert sitting.end() == 0
    assert "The account sample reads this mailbox already" in sitting.screen
    assert "is right as it is; nothing was changed" in sitting.screen
    assert home.config.read_bytes() == before


def test_an_account_that_was_parked_is_tried_again(watcher: Command, home: Home) -> None:
    state = home.folder / "state" / "state.db"
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    with open_store(state) as store:
        store.keep_standing(Standing("sample", polled=now, parked=now, refusals=3, trouble="refused"))
        ended = watcher("init", "--yes", "--config", home.config, "--address", ME, "--path", home.mail)
        assert store.standings()["sample"].parked is None
    assert ended.status == 0
    assert "sample was parked, and is tried again" in ended.err


def test_a_watcher_at_work_is_to_be_told(watcher: Command, home: Home) -> None:
    other = home.folder / "Other"
    demo.deliver([], other)
    with open_store(home.folder / "state" / "state.db"):
        ended = watcher("init", "--yes", "--config", home.config, "--address", "new@mail.example", "--path", other)
    assert ended.status == 0
    assert f"kill -HUP {os.getpid()}" in ended.err


def test_a_configuration_with_mistakes_is_to_be_mended_first(watcher: Command, home: Home) -> None:
    home.config.write_text("[me]\nname = 1\n")
    ended = watcher("init", "--yes", "--address", ME, "--path", home.mail, "--config", home.config)
    assert (ended.status, ended.out) == (2, "")
    assert "line 2: me.name: should be text in quotes" in ended.err
    assert home.config.read_text() == "[me]\nname = 1\n"


# -- without a terminal -----------------------------------------------------------------------
@pytest.mark.parametrize("options", [[], ["--yes"], ["--address", ME]])
def test_without_a_terminal_nothing_is_asked_and_the_options_are_told(watcher: Command, usual: Path, options) -> None:
    ended = watcher("init", *options)
    assert (ended.status, ended.out) == (2, "")
    for option in ("--address", "--yes", "--path", "--host", "--user", "--provider", "password_file", "stdin"):
        assert option in ended.err
    assert not usual.exists()


def test_all_can_be_said_by_options(watcher: Command, mail: Path, usual: Path) -> None:
    ended = watcher("init", "--yes", "--address", ME, "--path", mail, "--name", "Elin Sorley", **PLACE)
    assert (ended.status, ended.out) == (0, ""), ended.err
    assert "Marrow & Rye" in ended.err
    assert load(usual).me.name == "Elin Sorley"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--path", "Maildir"], "--name"),
        (["--name", "E S"], "--host NAME, or --path DIR"),
        (["--name", "E S", "--path", "nowhere"], "there is no folder nowhere"),
        (["--name", "E S", "--path", "~nobody-of-that-name/mail"], "there is no folder"),
        (["--name", "E S", "--path", "Maildir", "--set", "draft=x"], "did you mean 'drafts'?"),
        (["--name", "E S", "--path", "Maildir", "--set", "drafts"], "KEY=VALUE"),
        (["--name", "E S", "--host", "a b"], "not the name of a server"),
        (["--name", "E S", "--provider", "carrier-pigeon"], "choose one of: gmail, imap, maildir"),
    ],
)
def test_what_is_missing_or_wrong_is_told(watcher: Command, mail: Path, usual: Path, options, said) -> None:
    words = [str(mail) if word == "Maildir" else word for word in options]
    ended = watcher("init", "--yes", "--address", ME, *words, **PLACE)
    assert (ended.status, ended.out) == (2, "")
    assert said in " ".join(ended.err.split())
    assert not usual.exists()


@pytest.mark.parametrize("domain", ["hey.com", "tuta.com"])
def test_mail_that_no_program_may_read_is_told(watcher: Command, domain: str) -> None:
    ended = watcher("init", "--yes", "--address", f"elin@{domain}", **PLACE)
    assert ended.status == 2
    assert "lets no other program read its mail" in ended.err


# -- a server -----------------------------------------------------------------------------------
@pytest.fixture
def account(dovecot: Dovecot) -> Account:
    found = dovecot.account("Sent", "Drafts", "Archive", "Trash", "Junk")
    for letter in demo.compose(YESTERDAY):
        found.deliver(demo.as_mail(letter).as_bytes(), letter.folder, letter.sent)
    return found


@pytest.fixture
def at(account: Account) -> list[str]:
    """Options that say where the account is."""
    return ["--name", "Elin Sorley", "--user", account.user, "--set", f"ca_file={account.ca_file}"]


@server
def test_on_a_server_the_password_is_asked_for_hidden_tried_and_kept(
    sit, account: Account, at: list[str], usual: Path, tmp_path: Path
) -> None:
    before = account.snapshot()
    ring = keyring_at(tmp_path / "ring")
    with sit("--address", ME, *at, **ring) as sitting:
        sitting.answer("Which one", "4")
        sitting.answer("Its name", f"localhost:{account.tls_port}")
        sitting.answer("Is that right?", "y")
        sitting.answer("Password of sam", "wrong-horse")
        sitting.answer("Password of sam", account.password)
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    assert f"localhost:{account.tls_port} answers, certificate good until" in sitting.screen
    assert "app password" in sitting.screen
    assert "kept the password in your keyring" in sitting.screen
    assert "Drafts go to the folder “Drafts”" in sitting.screen
    assert "Mail is read in INBOX, Sent, Archive" in sitting.screen
    assert "Marrow & Rye" in sitting.screen
    assert account.snapshot() == before
    for secret in (account.password, "wrong-horse"):
        assert secret not in sitting.raw
        assert secret not in usual.read_text()
    assert json.loads((tmp_path / "ring" / "kept.json").read_text()) == {
        "interview-watcher harbourpost": account.password
    }
    (made,) = load(usual).accounts
    assert (made.settings["host"], made.settings["port"], made.secret) == ("localhost", account.tls_port, {})

    with sit("--address", ME, *at, "--host", f"localhost:{account.tls_port}", **ring) as sitting:
        assert sitting.end() == 0
    assert "is right as it is; nothing was changed" in sitting.screen


@server
def test_three_wrong_passwords_end_it(sit, account: Account, at: list[str], usual: Path, tmp_path: Path) -> None:
    ring = keyring_at(tmp_path / "ring")
    with sit("--address", ME, *at, "--host", f"localhost:{account.tls_port}", **ring) as sitting:
        sitting.answer("Is that right?", "y")
        for _ in range(3):
            sitting.answer("Password of sam", "wrong-horse")
        assert sitting.end() == 2
    assert not usual.exists()
    assert not (tmp_path / "ring" / "kept.json").exists()


@server
def test_without_a_keyring_the_password_goes_into_a_file_of_mine(
    sit, account: Account, at: list[str], usual: Path
) -> None:
    with sit("--address", ME, *at, "--host", f"localhost:{account.tls_port}", **NO_KEYRING) as sitting:
        sitting.answer("Is that right?", "y")
        sitting.answer("which only you may read?", "y")
        sitting.answer("Password of sam", account.password)
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    file = usual.parent / "harbourpost.password"
    assert file.read_text().strip() == account.password
    assert file.stat().st_mode & 0o777 == 0o600
    assert load(usual).accounts[0].secret == {"password_file": str(file)}


@server
def test_a_server_with_starttls_alone_is_found_by_its_name(sit, account: Account, at: list[str], usual: Path) -> None:
    words = ["--host", f"localhost:{account.port}", "--set", "security=starttls"]
    with sit("--address", ME, *at, *words, **NO_KEYRING) as sitting:
        sitting.answer("Is that right?", "y")
        sitting.answer("which only you may read?", "y")
        sitting.answer("Password of sam", account.password)
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    assert load(usual).accounts[0].settings["security"] == "starttls"


@server
def test_a_certificate_that_is_not_trusted_is_told_before_a_password_is_asked(
    sit, account: Account, usual: Path
) -> None:
    with sit("--address", ME, "--name", "E S", "--host", f"localhost:{account.tls_port}") as sitting:
        assert sitting.end() == 2
    assert "authority that this computer does not know; no password was sent" in sitting.screen
    assert "Password" not in sitting.screen
    assert not usual.exists()


@server
def test_a_folder_for_drafts_that_nothing_tells_is_asked_for(sit, dovecot: Dovecot, usual: Path) -> None:
    account = dovecot.account("Sent", "Notes")
    words = ["--user", account.user, "--set", f"ca_file={account.ca_file}", "--host", f"localhost:{account.tls_port}"]
    with sit("--address", ME, "--name", "E S", *words, **NO_KEYRING) as sitting:
        sitting.answer("Is that right?", "y")
        sitting.answer("which only you may read?", "y")
        sitting.answer("Password of sam", account.password)
        sitting.answer("Which folder is for drafts", "Note")
        sitting.answer("Which folder is for drafts", "Notes")
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    assert "there are: INBOX, Notes, Sent" in sitting.screen
    assert "No hiring process was found in the 0 mails of the last 90 days." in sitting.screen
    assert load(usual).accounts[0].settings["drafts"] == "Notes"


@server
def test_without_a_terminal_the_password_is_the_first_line_of_stdin(
    account: Account, at: list[str], usual: Path, tmp_path: Path
) -> None:
    words = ["init", "--yes", "--address", ME, *at, "--host", f"localhost:{account.tls_port}"]
    done = subprocess.run(
        [WATCHER, *words], env={**environment(tmp_path), **PLACE, **keyring_at(tmp_path / "ring")},
        input=f"{account.password}\n", capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert account.password not in done.stderr + usual.read_text()
    assert load(usual).accounts[0].settings["user"] == account.user


@server
@pytest.mark.parametrize("way", ["password_file", "password_command"])
def test_a_password_from_elsewhere_is_used_and_not_kept(
    watcher: Command, account: Account, at: list[str], usual: Path, tmp_path: Path, way: str
) -> None:
    file = tmp_path / "secret"
    file.write_text(account.password)
    file.chmod(0o600)
    told = {"password_file": str(file), "password_command": f'["cat", "{file}"]'}[way]
    words = ["--host", f"localhost:{account.tls_port}", "--set", f"{way}={told}"]
    ended = watcher("init", "--yes", "--address", ME, *at, *words, **PLACE, **NO_KEYRING)
    assert ended.status == 0, ended.err
    assert set(load(usual).accounts[0].secret) == {way}
    assert account.password not in ended.err


@server
def test_a_host_that_is_wrong_is_mended_in_its_place(
    watcher: Command, account: Account, at: list[str], home: Home
) -> None:
    file = home.folder / "secret"
    file.write_text(account.password)
    file.chmod(0o600)
    old = (
        f'name = "post"  # mine\nprovider = "imap"\nhost = "imap.gone.example"  # there\nuser = "{account.user}"\n'
        f'password_file = "{file}"'
    )
    home.configure(old)
    before = home.config.read_text()
    ended = watcher(
        "init", "--yes", "--config", home.config, "--address", ME, *at, "--host", f"localhost:{account.tls_port}"
    )
    assert ended.status == 0, ended.err
    assert '-host = "imap.gone.example"  # there' in ended.err
    (made,) = load(home.config).accounts
    assert (made.name, made.settings["host"], made.settings["port"]) == ("post", "localhost", account.tls_port)
    gone = set(before.splitlines()) - set(home.config.read_text().splitlines())
    assert gone == {'host = "imap.gone.example"  # there'}


@server
def test_microsoft_is_signed_in_to_by_a_code(
    sit, dovecot: Dovecot, account: Account, usual: Path, tmp_path: Path
) -> None:
    authority = Authority(tmp_path)
    both = tmp_path / "both.pem"
    both.write_bytes(authority.file.read_bytes() + account.ca_file.read_bytes())
    ring = keyring_at(tmp_path / "ring")
    with Entra(authority.issue("entra.pem"), lambda: dovecot.token(account.user)) as entra:
        words = ["host=localhost", f"port={account.tls_port}", f"ca_file={both}", f"authority={entra.authority}"]
        told = [word for setting in words for word in ("--set", setting)]
        with sit("--address", "elin@outlook.com", "--user", account.user, "--name", "E S", *told, **ring) as sitting:
            sitting.answer("The id of your app", entra.client_id)
            sitting.answer("Is that right?", "y")
            sitting.answer("Is this right?", "y")
            assert sitting.end() == 0
    assert "It asks for this code: ABC-DEF" in sitting.screen
    assert "docs/microsoft.md" in sitting.screen
    assert load(usual).accounts[0].settings["auth"] == "microsoft"
    assert "refresh-" not in sitting.raw


@server
def test_gmail_is_signed_in_to_by_the_browser(sit, gmail: Gmail, usual: Path, tmp_path: Path) -> None:
    account = gmail.account("elin@gmail.com")
    account.add_alias(ME)
    for letter in demo.compose(YESTERDAY):
        account.put(demo.as_mail(letter).as_bytes(), ("SENT",) if letter.folder == "Sent" else ("INBOX",), letter.sent)
    browser = {"BROWSER": Browser(account.address).command(), "OAUTHLIB_INSECURE_TRANSPORT": "1"}
    client = account.client_file(tmp_path)
    ring = keyring_at(tmp_path / "ring")
    guard = {"PYTHONPATH": os.pathsep.join((ring["PYTHONPATH"], os.environ["PYTHONPATH"])), LOG: os.environ[LOG]}
    words = ["--address", "elin@gmail.com", "--name", "E S", "--set", f"api_root={account.root}"]
    with sit(*words, **{**ring, **guard, **browser}) as sitting:
        sitting.answer("Which one", "2")
        sitting.answer("Where is the file", str(client))
        sitting.answer("Is that right?", "y")
        sitting.answer("Is this right?", "y")
        assert sitting.end() == 0
    assert "gmail.com is Gmail." in sitting.screen
    assert "docs/gmail.md" in sitting.screen
    assert "signed in; kept the token of gmail in the keyring" in sitting.screen
    assert f"It sends as {ME} too, which counts as yours." in sitting.screen
    assert "Marrow & Rye" in sitting.screen
    assert load(usual).me.addresses == ("elin@gmail.com", ME)
    section: dict[str, Any] = tomllib.loads(usual.read_text())["accounts"][0]
    assert (section["provider"], section["client_file"]) == ("gmail", str(client))
    assert account.drafts() == {}
