"""What this computer says of its user: name, time zone and country, as proposals for the user to confirm."""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

from watcher.config import country_of

__all__ = ["country", "full_name", "timezone"]

_NOWHERE = ("UTC", "Etc/", "Universal", "Zulu", "GMT", "UCT", "Greenwich", "Factory")
"""Zones that servers and containers have, and no user lives in."""


def full_name() -> str:
    """The user's name in the password file (its comment field, as far as the first comma); empty where it has none."""
    with suppress(KeyError):
        found = pwd.getpwuid(os.geteuid())
        name = found.pw_gecos.split(",")[0].replace("&", found.pw_name.capitalize()).strip()
        return name if name.isprintable() and " " in name else ""
    return ""


def timezone(etc: Path = Path("/etc")) -> str:
    """The time zone's name, "Europe/London"; empty where the system has none that a person lives in.

    $TZ first, as for all programs; then the link that systemd and macOS keep (localtime(5)), then Debian's file.
    """
    for name in _zones(etc):
        if not name.startswith(_NOWHERE):
            with suppress(KeyError, ValueError, OSError):
                return ZoneInfo(name).key
    return ""


def _zones(etc: Path) -> Iterator[str]:
    if set_ := os.environ.get("TZ", "").lstrip(":"):
        yield set_
        return
    with suppress(OSError):
        yield os.path.realpath(etc / "localtime").partition("zoneinfo/")[2].removeprefix("posix/")
    with suppress(OSError, UnicodeDecodeError):
        yield (etc / "timezone").read_text(encoding="ascii").strip()


def country(zone: str) -> str:
    """Whose public holidays are likely the user's: the time zone's country, else that of the language settings; "GB".

    Args:
        zone: A time zone's name, or nothing.
    """
    if found := country_of(zone):
        return found
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        territory = os.environ.get(variable, "").partition(".")[0].partition("_")[2]
        if len(territory) == 2 and territory.isalpha() and territory.isascii():
            return territory.upper()
    return ""
