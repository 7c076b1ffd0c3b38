"""What a terminal of 80 columns shows, and what a pipe gets."""

import re

import pexpect
import pyte
import pytest

from tests.acceptance.conftest import NOW, WATCHER, environment

ESCAPE = "\x1b"


@pytest.fixture
def terminal(tmp_path):
    """Run the program on a terminal; gives what it wrote and, line by line, what then stands there."""

    def run(*arguments, columns=80, status=0, **variables):
        child = pexpect.spawn(
            str(WATCHER), [str(argument) for argument in arguments], env=environment(tmp_path) | variables,
            dimensions=(400, columns), encoding="utf-8", timeout=60,
        )  # fmt: skip
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == status
        screen = pyte.Screen(columns, 400)
        pyte.Stream(screen).feed(child.before)
        return child.before, [line.rstrip() for line in screen.display]

    return run


def test_the_table_fits_eighty_columns_and_cuts_no_name(terminal, home):
    raw, lines = terminal("scan", "--config", home.config, "--now", NOW)
    assert ESCAPE in raw
    table = "\n".join(lines)
    for company in ("Marrow & Rye", "St Brannoc's Hospital", "Kauri Coast Ferries", "Fairhaven Robotics"):
        assert company in table
    assert "…" not in table
    assert "saved now" in table


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_demo_fits_the_terminal(terminal, columns):
    _, lines = terminal("demo", columns=columns)
    (top, *_), (bottom, *_) = ([line for line in lines if line.startswith(corner)] for corner in "╭╰")
    assert len(top) == len(bottom) == columns
    assert "…" not in "\n".join(lines)


def test_the_progress_bar_is_gone_at_the_end(terminal, home):
    raw, lines = terminal("scan", "--config", home.config, "--now", NOW, "--json")
    assert "reading sample" in raw
    assert "reading" not in "\n".join(lines)


def test_a_pipe_gets_no_colours_and_no_progress_bar(watcher, home):
    ended = watcher("scan", "--config", home.config, "--now", NOW)
    assert ESCAPE not in ended.out + ended.err
    assert "reading" not in ended.err


def test_no_color_is_honoured_on_a_terminal(terminal, home):
    raw, _ = terminal("scan", "--config", home.config, "--now", NOW, NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", raw)


def test_problems_are_told_on_a_terminal_without_cutting_them(terminal, tmp_path):
    _, lines = terminal("scan", "--config", tmp_path / "none.toml", status=2)
    assert str(tmp_path / "none.toml") in "".join(lines)


def test_mail_cannot_speak_to_the_terminal(terminal, home):
    mail = home.mail / "cur" / "1.evil:2,S"
    mail.write_bytes(
        b"From: =?utf-8?q?Eve_=1b=5d0=3bowned=07?= <eve@evil.example>\r\nTo: elin.sorley@harbourpost.example\r\n"
        b"Date: Mon, 16 Nov 2026 10:00:00 +0000\r\nMessage-ID: <evil@evil.example>\r\n"
        b"Subject: =?utf-8?q?Your_application_=1b=5b2J=5bred=5d?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        b"Hi Elin,\r\n\r\nWe received your application for the role of \x1b[2JPilot [bold]at Evil Airways.\r\n"
        b"Could you send me a few times for an interview, and your \x1b]0;owned\x07 CV?\r\n\r\nEve\r\n"
    )
    raw, lines = terminal("explain", mail, "--config", home.config)
    assert "\x1b[2J" not in raw
    assert "\x1b]" not in raw
    assert "\x07" not in raw
    assert "[red]" in "\n".join(lines)
    for line in ("scan", "list", "show Evil", "forget Evil", "list --others", "track Eve", "undo --list", "status"):
        raw, _ = terminal(*line.split(), "--config", home.config, "--now", NOW)
        assert "\x1b[2J" not in raw
        assert "\x1b]" not in raw
