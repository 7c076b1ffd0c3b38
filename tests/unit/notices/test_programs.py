"""Running a program that carries a notice."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest

from watcher.errors import NotTold
from watcher.notices.programs import run


def never() -> bool:
    return False


def test_it_reads_what_it_is_given_and_sees_little_else(tmp_path, monkeypatch):
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", "/secret")
    monkeypatch.setenv("WATCHER_CONFIG", "/config")
    code = "import json, os, sys; json.dump([sys.stdin.read(), sys.argv[1:], dict(os.environ)], open('out', 'w'))"
    monkeypatch.chdir(tmp_path)
    run(
        [sys.executable, "-c", code, "$HOME; x", ""],
        stdin="ä\n".encode(),
        variables={"A": "b"},
        seconds=20,
        leave=never,
    )
    given, arguments, seen = json.loads((tmp_path / "out").read_text())
    assert (given, arguments) == ("ä\n", ["$HOME; x", ""])
    assert seen["A"] == "b"
    assert seen["PATH"] == os.environ["PATH"]
    assert not {"CREDENTIALS_DIRECTORY", "WATCHER_CONFIG"} & set(seen)


def test_one_that_reads_nothing_is_no_trouble():
    run(["true"], stdin=b"x" * 1_000_000, seconds=20, leave=never)


def test_what_it_prints_goes_nowhere(capfd):
    run(["sh", "-c", "echo out; echo err >&2"], seconds=20, leave=never)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["false"], "false failed with exit status 1"),
        (["sh", "-c", "exit 7"], "sh failed with exit status 7"),
        (["/nowhere/tell"], "tell cannot be run: No such file or directory"),
        (["true", "a\0b"], "true cannot be run: its arguments hold a NUL"),
    ],
)
def test_a_failure_is_told(argv, said):
    with pytest.raises(NotTold, match=said):
        run(argv, seconds=20, leave=never)


def test_one_that_hangs_is_ended_with_all_that_it_started(tmp_path):
    begun = time.monotonic()
    script = f"(sleep 1000; touch {tmp_path}/late) & echo $! >{tmp_path}/child; wait"
    with pytest.raises(NotTold, match=r"sh did not end within 0\.5 seconds"):
        run(["sh", "-c", script], seconds=0.5, leave=never)
    assert time.monotonic() - begun < 5
    child = int((tmp_path / "child").read_text())
    assert gone(child)


def test_who_leaves_waits_for_none():
    begun = time.monotonic()
    with pytest.raises(NotTold):
        run(["sleep", "1000"], seconds=100, leave=lambda: time.monotonic() > begun + 0.3)
    assert time.monotonic() - begun < 5


def gone(pid: int) -> bool:
    """Whether a process has ended, seen or not yet by who is to look after it."""
    for _ in range(100):
        try:
            if Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False
