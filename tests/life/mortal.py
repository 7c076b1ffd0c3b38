"""Scans that a SIGKILL ends: a process of its own, warmed up once, forks one for each of them.

The process of the tests itself may not fork, for servers of theirs run in threads of it.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import traceback
from functools import cache
from pathlib import Path

from tests.life.employer import FIRST, written
from tests.life.scans import Scan
from tests.life.story import BEGIN, FIRMS, Story
from tests.life.world import MaildirBox, MaildirWorld

__all__ = ["killed"]

_FILES = frozenset({"os.rename", "os.remove"})
"""What a Maildir is changed by, as CPython tells its audit hooks: moments in the middle of a call."""


def killed(scan: Scan, at: int) -> bool:
    """Scan in another process, and kill it at the moment counted from 0; whether there was one so late."""
    parent = _parent()
    assert parent.stdin
    assert parent.stdout
    pickle.dump((scan, at), parent.stdin)
    parent.stdin.flush()
    status = int(parent.stdout.readline())
    assert status in (0, -signal.SIGKILL), f"the scan ended with {status}"
    return status != 0


@cache
def _parent() -> subprocess.Popen[bytes]:
    """What scans are forked from; it ends with this process."""
    command = [sys.executable, "-m", "tests.life.mortal"]
    root = Path(__file__).parents[2]
    parent = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    atexit.register(parent.communicate)  # closes its stdin, and waits
    return parent


def _main() -> None:
    _warm_up()
    while True:
        try:
            scan, at = pickle.load(sys.stdin.buffer)  # noqa: S301  written by `killed`
        except EOFError:
            return
        pid = os.fork()
        if not pid:
            _die(scan, at)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _warm_up() -> None:
    """Have all imported that a scan needs which saves a draft."""
    with tempfile.TemporaryDirectory() as root:
        world, story = MaildirWorld(Path(root) / "Maildir"), Story()
        for firm in FIRMS:
            world.put(story.mime(written(story, FIRST, firm, BEGIN)), "INBOX", BEGIN)
        Scan(MaildirBox(Path(root) / "Maildir"), Path(root) / "state.db", BEGIN.replace(day=20))()


def _die(scan: Scan, at: int) -> None:
    left = at

    def moment(_: str) -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    sys.addaudithook(lambda event, _: moment(event) if event in _FILES else None)
    try:
        scan(moment=moment)
    except BaseException:  # noqa: BLE001  it must not come back to the parent's loop
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    _main()
