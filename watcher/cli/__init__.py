"""The command line: the only place that prints.

stdout is data, stderr is for people. Exit status: 0; 1 an account failed, the others were scanned; 2 the command, the
configuration or the state is wrong.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments name, and turn what the user can mend into one clear line."""
    from watcher.cli.app import app
    from watcher.cli.output import complain
    from watcher.errors import WatcherError

    try:
        app(prog_name="watcher")
    except WatcherError as error:
        complain(error)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
