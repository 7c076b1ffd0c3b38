"""The programs that show a notice on the desktop: those that each system comes with, given words as arguments.

notify-send or gdbus on Linux (Desktop Notifications Specification 1.3), osascript on macOS, PowerShell on Windows.
A program rather than a library: it can be ended when it hangs, and needs nothing installed. Words are never part of a
script: AppleScript has them from its arguments, PowerShell from its environment.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from watcher.errors import NotTold
from watcher.notices.text import Notice

__all__ = ["command_for", "is_here"]

_NAME: Final = "Interview watcher"
_SHOWN_FOR: Final = 10_000
"""Milliseconds; a desktop keeps it in its list after that."""
_BUS: Final = ("--session", "--timeout", "5", "--dest", "org.freedesktop.Notifications")
_OBJECT: Final = ("--object-path", "/org/freedesktop/Notifications")
_METHOD: Final = ("--method", "org.freedesktop.Notifications.Notify")
_APPLESCRIPT: Final = """\
on run argv
display notification (item 2 of argv) with title (item 1 of argv)
end run"""
_POWERSHELL: Final = r"""
$ErrorActionPreference = 'Stop'
$null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$null = [Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType = WindowsRuntime]
$template = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
$xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($template)
$lines = $xml.GetElementsByTagName('text')
$null = $lines.Item(0).AppendChild($xml.CreateTextNode($env:WATCHER_TITLE))
$null = $lines.Item(1).AppendChild($xml.CreateTextNode($env:WATCHER_BODY))
$toast = [Windows.UI.Notifications.ToastNotification]::new($xml)
$shell = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($shell).Show($toast)
"""
"""Handed over as one line; it holds no double quote, which Windows would not hand over as it is."""
_UNMARKED: Final = str.maketrans({"<": "‹", ">": "›", "&": "＆"})
"""Some desktops read the body as markup, others show entities as they are; these mean nothing to either."""


def is_here(system: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether there is a desktop to show notices on: elsewhere than on macOS and Windows a session with a D-Bus."""
    if system in ("darwin", "win32"):
        return True
    runtime = environment.get("XDG_RUNTIME_DIR")
    return bool(environment.get("DBUS_SESSION_BUS_ADDRESS")) or bool(runtime and (Path(runtime) / "bus").exists())


def command_for(notice: Notice, system: str = sys.platform) -> tuple[list[str], dict[str, str]]:
    """The program that shows a notice, with its arguments, and what it needs in its environment.

    Raises:
        NotTold: there is none on this machine
    """
    if system == "darwin":
        return ["osascript", "-e", _APPLESCRIPT, notice.title, notice.body], {}
    if system == "win32":
        script = "; ".join(_POWERSHELL.strip().splitlines())
        shell = ["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", script]
        return shell, {"WATCHER_TITLE": notice.title, "WATCHER_BODY": notice.body}
    body = notice.body.translate(_UNMARKED)
    if shutil.which("notify-send"):
        return ["notify-send", f"--app-name={_NAME}", f"--expire-time={_SHOWN_FOR}", "--", notice.title, body], {}
    if shutil.which("gdbus"):
        words = [_text(_NAME), "0", _text(""), _text(notice.title), _text(body), "[]", "{}", str(_SHOWN_FOR)]
        return ["gdbus", "call", *_BUS, *_OBJECT, *_METHOD, *words], {}
    raise NotTold(
        "there is neither notify-send nor gdbus on this machine", hint="install one of them (libnotify, GLib)"
    )


def _text(words: str) -> str:
    """A string in GVariant's text format, as gdbus reads its arguments."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
