"""What a wrong configuration leads to: every problem with its line, status 2, nothing touched."""

from pathlib import Path

import pytest

from tests.acceptance.conftest import PEOPLE

ACCOUNT = 'name = "home"\nprovider = "maildir"\npath = "/nowhere"'


def complaint(ended) -> str:
    assert (ended.status, ended.out) == (2, "")
    return " ".join(ended.err.split())


@pytest.mark.parametrize(
    ("people", "account", "said"),
    [
        (PEOPLE.replace("name =", "nmae ="), ACCOUNT, "unknown key 'nmae', did you mean 'name'?"),
        (PEOPLE.replace("[me]", "[mee]"), ACCOUNT, "unknown section 'mee', did you mean 'me'?"),
        (PEOPLE.replace('"Europe/London"', "1"), ACCOUNT, "line 4: me.timezone: should be text in quotes"),
        (PEOPLE.replace("Europe/London", "Atlantis"), ACCOUNT, "line 4: me.timezone: no such time zone: 'Atlantis'"),
        (PEOPLE + 'country = "Wales"\n', ACCOUNT, "not a two-letter country code: 'Wales'"),
        (PEOPLE.replace("elin.sorley@harbourpost.example", "elin"), ACCOUNT, "not a mail address: 'elin'"),
        (PEOPLE + "\n[scan]\nlook_back_days = 0\n", ACCOUNT, "scan.look_back_days"),
        (PEOPLE + '\n[cadence]\npolicy = "hasty"\n', ACCOUNT, "unknown cadence 'hasty'; there are: balanced"),
        (PEOPLE, ACCOUNT.replace("maildir", "mailbox"), "unknown provider 'mailbox'"),
        (PEOPLE, ACCOUNT.replace("path", "paht"), "unknown key 'paht', did you mean 'path'?"),
        (PEOPLE, ACCOUNT + "\nfolders = true", "accounts[0].folders: should be a list of texts, not True"),
        (PEOPLE, 'name = "home"\nprovider = "maildir"', "accounts[0].path: is missing"),
        (PEOPLE, f"{ACCOUNT}\n\n[[accounts]]\n{ACCOUNT}", "two accounts are called 'home'"),
        (PEOPLE, 'name = "home"\nprovider = "imap"\nhost = "h"\nuser = "u"\nsecurity = "ssl"', "should be one of tls"),
        (PEOPLE, ACCOUNT + '\npassword = "secret"', "unknown key 'password'"),
        (PEOPLE + "name", ACCOUNT, "not TOML"),
    ],
)
def test_each_problem_is_named(quick, home, people, account, said):
    home.configure(account, people=people)
    assert said in complaint(quick("scan", "--config", home.config))


def test_all_problems_are_told_at_once_in_order_of_their_lines(quick, home):
    home.configure(
        'name = "home"\nprovider = "maildir"\ncolour = "red"',
        people='[me]\nname = ""\naddresses = []\ntimezone = "Mars"\n\n[cadence]\npolicy = 5\n',
    )
    said = complaint(quick("scan", "--config", home.config))
    assert "has 6 problems" in said
    lines = [
        int(word.rstrip(":")) for before, word in zip(said.split(), said.split()[1:], strict=False) if before == "line"
    ]
    assert lines == sorted(lines)
    assert len(lines) == 6
    assert "`watcher example` prints one" in said


@pytest.mark.parametrize("command", [["scan"], ["scan", "--dry-run", "--json"], ["show", "x"], ["explain", "."]])
def test_without_a_configuration_it_says_where_one_belongs(watcher, tmp_path, command):
    said = complaint(watcher(*command))
    assert str(tmp_path / ".config" / "watcher" / "config.toml") in said
    assert "`watcher example` prints one" in said


def test_without_accounts_there_is_no_mailbox_to_read(quick, home):
    home.configure()
    assert "no mailbox to read" in complaint(quick("scan", "--config", home.config))


def test_an_account_that_there_is_not(quick, home):
    assert "there are: sample" in complaint(quick("scan", "--config", home.config, "--account", "work"))


def test_a_configuration_that_cannot_be_read(quick, home):
    assert "cannot be read" in complaint(quick("scan", "--config", home.mail))
    home.config.write_bytes(b'name = "\xff"')
    assert "not UTF-8" in complaint(quick("scan", "--config", home.config))


def test_the_configuration_is_found_by_its_variable(quick, home):
    assert quick("scan", "--dry-run", WATCHER_CONFIG=str(home.config)).status == 0


def test_a_wrong_configuration_touches_nothing(quick, home):
    home.configure(ACCOUNT + "\nfolders = 3")
    before = home.picture()
    complaint(quick("scan", "--config", home.config))
    assert home.picture() == before


def test_the_example_is_printed_as_it_stands(quick):
    """What `watcher example` prints can be saved and filled in."""
    ended = quick("example")

    assert (ended.status, ended.err) == (0, "")
    assert ended.out == (Path(__file__).parents[2] / "config.example.toml").read_text(encoding="utf-8")
