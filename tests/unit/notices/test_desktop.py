"""What is run to show a notice on each system."""

from __future__ import annotations

import shutil
from unittest import mock

import pytest

from watcher.errors import NotTold
from watcher.notices import desktop
from watcher.notices.desktop import command_for, is_here
from watcher.notices.text import Notice

NOTICE = Notice('Draft for "Brown & Sons" <b>\\', "Check in with <i>Dana</i> & co. `watcher list`", {})


def having(*programs):
    return mock.patch.object(desktop.shutil, "which", lambda name: f"/usr/bin/{name}" if name in programs else None)


def test_on_linux_notify_send_is_given_the_words_behind_all_options():
    with having("notify-send", "gdbus"):
        argv, variables = command_for(NOTICE, "linux")
    assert argv[0] == "notify-send"
    assert argv[-3:-1] == ["--", NOTICE.title]
    assert variables == {}


def test_without_it_gdbus_says_the_same():
    with having("gdbus"):
        argv, _ = command_for(NOTICE, "linux")
    assert argv[:2] == ["gdbus", "call"]
    assert '"Draft for \\"Brown & Sons\\" <b>\\\\"' in argv


@pytest.mark.parametrize("program", ["notify-send", "gdbus"])
def test_no_markup_reaches_a_body(program):
    with having(program):
        argv, _ = command_for(NOTICE, "linux")
    (body,) = [word for word in argv if "Dana" in word]
    assert not set("<>&") & set(body)


def test_without_either_it_is_told_what_to_install():
    with having(), pytest.raises(NotTold, match="neither notify-send nor gdbus") as told:
        command_for(NOTICE, "linux")
    assert "libnotify" in told.value.hint


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_elsewhere_the_words_are_no_part_of_the_script(system):
    argv, variables = command_for(NOTICE, system)
    plain, _ = command_for(Notice("x", "y", {}), system)
    if system == "win32":
        assert argv == plain
        assert variables == {"WATCHER_TITLE": NOTICE.title, "WATCHER_BODY": NOTICE.body}
    else:
        assert argv == [*plain[:-2], NOTICE.title, NOTICE.body]


def test_a_desktop_is_where_a_session_has_a_bus(tmp_path):
    assert not is_here("linux", {})
    assert not is_here("linux", {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert is_here("linux", {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus"})
    (tmp_path / "bus").touch()
    assert is_here("linux", {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert is_here("darwin", {})
    assert is_here("win32", {})


@pytest.mark.skipif(not shutil.which("osascript"), reason="osascript is on macOS alone")
def test_the_script_of_macos_compiles():
    import subprocess

    subprocess.run(["osacompile", "-o", "/dev/null", "-e", desktop._APPLESCRIPT], check=True, timeout=30)
