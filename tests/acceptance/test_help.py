"""Help and usage."""

import re
import subprocess
import sys

import pytest

COMMANDS = ("init", "doctor", "scan", "show", "explain", "demo", "auth")


def test_without_arguments_it_shows_what_there_is(watcher):
    shown = watcher()
    for word in ("never sends", "watcher demo", "--dry-run", *COMMANDS):
        assert word in shown.out + shown.err


def test_the_version_is_one_line(watcher):
    shown = watcher("--version")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.count("\n") == 1
    assert shown.out[0].isdigit()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(quick, command):
    shown = quick(command, "--help")
    assert shown.status == 0
    assert "--help" in shown.out
    assert all(len(line) <= 80 for line in shown.out.splitlines())


def test_the_help_of_scan_tells_its_exit_status_and_what_it_changes(quick):
    said = " ".join(quick("scan", "--help").out.split())
    assert "Exit status 1" in said
    assert "Nothing else in the mailbox is changed" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scna"], "No such command"),
        (["scan", "--dry"], "No such option"),
        (["show"], "Missing argument"),
        (["scan", "--now", "tomorrow"], "2026-03-16T09:00-05:00"),
    ],
)
def test_a_wrong_command_ends_with_status_two_and_says_why(quick, arguments, said):
    ended = quick(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert said in " ".join(ended.err.replace("│", "").split())


def test_help_loads_nothing_heavy():
    code = "import sys; sys.argv = ['watcher', '--help']; from watcher.cli import main; main()"
    command = [sys.executable, "-X", "importtime", "-c", code]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "| watcher.cli.app\n" in re.sub(r"\| +", "| ", loaded)
    for heavy in ("sqlalchemy", "imapclient", "holidays", "icalendar", "jinja2", "mailparser", "keyring"):
        assert f" {heavy}\n" not in loaded
