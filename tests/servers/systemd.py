"""systemd as a user's service manager, in namespaces of its own: this machine's own is not asked for anything."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

__all__ = ["UserSession"]

ROOT = Path(__file__).parents[2]
_SESSION = Path(__file__).with_name("session.sh")
_TOOLS = ("systemctl", "systemd-run", "systemd-analyze", "journalctl", "dbus-daemon", "unshare", "nsenter", "setpriv")
_NAME, _ID = "elin", 1999  # a person's: the journal has a part of its own for each


class UserSession:
    """A person who is signed in, with a home that is empty; use it as a context manager, which ends all of it."""

    def __init__(self) -> None:
        self._cgroup = _own_cgroup() / f"watcher-tests-{os.getpid()}"

    @staticmethod
    def is_here() -> bool:
        """Whether what it takes is installed."""
        parts = ("/lib/systemd/systemd", "/lib/systemd/systemd-journald", "/usr/lib/systemd/user/dbus.socket")
        return all(map(shutil.which, _TOOLS)) and all(map(os.path.exists, parts))

    @staticmethod
    @functools.cache
    def why_not() -> str:
        """Why systemd cannot run here at all, though it is installed; empty where it can."""
        if sys.platform != "linux":
            return "systemd runs on Linux alone"
        if os.geteuid() != 0:
            return (
                "a session in namespaces of its own takes root's rights (unshare(2)), and these tests do not have them"
            )
        try:
            probe = _own_cgroup() / f"watcher-probe-{os.getpid()}"
            probe.mkdir()
            probe.rmdir()
        except OSError as error:
            return f"no cgroup (version 2) can be made here for a systemd of its own: {error}"
        mounts = "mount --make-rprivate / && mount -t proc proc /proc && mount -t tmpfs tmpfs /run"
        command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--cgroup", "sh", "-c", mounts]
        tried = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
        return "" if tried.returncode == 0 else f"namespaces cannot be made here: {tried.stderr.strip()}"

    def __enter__(self) -> Self:
        self._cgroup.mkdir()
        join = 'echo $$ > "$1/cgroup.procs" && shift && exec "$@"'
        unshare = ["setpriv", "--pdeathsig=KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child", "--cgroup"]
        covered, shown = _covered(), [str(path) for path in _shown() if any(map(path.is_relative_to, _covered()))]
        session = [str(_SESSION), _NAME, str(_ID), *map(str, covered), "--", *shown]
        self._process = subprocess.Popen(
            ["sh", "-c", join, "sh", str(self._cgroup), *unshare, *session],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()  # and with it, by --kill-child, the first process of the namespace, and so all in it
        self._process.wait()
        assert self._process.stderr
        self._process.stderr.close()
        deadline = time.monotonic() + 10
        while self._cgroup.exists():
            for folder in sorted(self._cgroup.rglob("*/"), reverse=True):
                with contextlib.suppress(OSError):
                    folder.rmdir()
            with contextlib.suppress(OSError):
                self._cgroup.rmdir()
            assert time.monotonic() < deadline, f"something lives on in {self._cgroup}"
            time.sleep(0.02)

    @property
    def home(self) -> Path:
        """The person's home, as they see it."""
        return Path("/home") / _NAME

    def outside(self, path: Path) -> Path:
        """The same file, as this process sees it."""
        return Path(f"/proc/{self._first()}/root{path}")

    def hand_over(self, path: Path) -> None:
        """Let the person own what is there."""
        for found in (self.outside(path), *self.outside(path).rglob("*")):
            os.chown(found, _ID, _ID, follow_symlinks=False)

    def write(self, path: Path, text: str, *, mode: int = 0o600) -> None:
        """Write a file of theirs, in a folder that is made where there is none."""
        missing = [folder for folder in path.parents if not self.outside(folder).exists()]
        for folder in reversed(missing):
            self.outside(folder).mkdir(mode=0o700)
            self.hand_over(folder)
        self.outside(path).write_text(text, encoding="utf-8")
        self.outside(path).chmod(mode)
        self.hand_over(path)

    def command(self, *command: str | Path, **variables: str) -> list[str]:
        """What runs a command as that person."""
        known = {
            "HOME": str(self.home),
            "USER": _NAME,
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": f"/run/user/{_ID}",
        }
        settings = [f"{key}={value}" for key, value in (known | variables).items() if value]
        enter = ["nsenter", f"--target={self._first()}", "--mount", "--pid", "--cgroup"]
        become = ["setpriv", f"--reuid={_ID}", f"--regid={_ID}", "--clear-groups"]
        return [*enter, *become, "env", "-i", "-C", str(self.home), *settings, *map(str, command)]

    def run(self, *command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command as that person, to its end."""
        given = self.command(*command, **variables)
        return subprocess.run(given, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)

    def properties(self, unit: str, *names: str) -> dict[str, str]:
        """What systemd knows of a unit."""
        shown = self.run("systemctl", "--user", "show", unit, f"--property={','.join(names)}")
        return dict(line.partition("=")[::2] for line in shown.stdout.splitlines())

    def journal(self, unit: str) -> list[dict[str, Any]]:
        """What a unit, and systemd of it, wrote into the journal."""
        shown = self.run("journalctl", "--user", "--quiet", f"--unit={unit}", "--output=json")
        return [json.loads(line) for line in shown.stdout.splitlines()]

    def _first(self) -> int:
        """The first process of the namespace, by its number outside."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        return int(children[0])

    def _wait(self) -> None:
        """Wait until systemd is ready."""
        deadline = time.monotonic() + 60
        while True:
            assert self._process.stderr
            assert self._process.poll() is None, f"the session ended: {self._process.stderr.read()}"
            with contextlib.suppress(IndexError, OSError):
                if self.run("systemctl", "--user", "is-system-running").stdout.strip() in ("running", "degraded"):
                    return
            assert time.monotonic() < deadline, "systemd did not become ready within a minute"
            time.sleep(0.1)


def _own_cgroup() -> Path:
    """Our own place among the cgroups of version 2.

    Raises:
        OSError: there are none
    """
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    found = [Path(fields[1]) for fields in mounts if fields[2] == "cgroup2"]
    if not found:
        raise FileNotFoundError("no cgroup2 file system is mounted")
    lines = Path("/proc/self/cgroup").read_text().splitlines()
    own = next((line.removeprefix("0::/") for line in lines if line.startswith("0::")), "")
    return found[0] / own


def _shown() -> Sequence[Path]:
    """What a program of ours needs to be seen: this project, and the Python that its environment stands on."""
    return sorted({ROOT, Path(sys.base_prefix).resolve()})


def _covered() -> Sequence[Path]:
    """Folders that the session has of its own, and those on the way to what is shown that nobody else may enter."""
    ways = [[f for f in (*reversed(path.parents), path) if not f.stat().st_mode & 0o001] for path in _shown()]
    return sorted({Path("/home"), Path("/tmp"), Path("/var/tmp"), *(way[0] for way in ways if way)})  # noqa: S108  so that they are not this machine's
