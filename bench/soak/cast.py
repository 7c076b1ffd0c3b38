"""Who takes part: one person, their mailboxes with a job search in each, and a server for each mailbox."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.soak.hosts import DovecotHost, GmailHost
from bench.soak.injected import Injected
from bench.soak.mornings import case_of
from bench.soak.trial import Mailbox, Outcome, Trial

__all__ = ["COUNTRY", "ZONE", "soaked"]

ZONE, COUNTRY = ZoneInfo("Europe/London"), "GB"
"""Of the one person who has all the mailboxes, so that one calendar holds for them."""
_CORPUS = Path(__file__).parents[2] / "tests" / "corpus"


def soaked(
    folder: Path,
    cases: Sequence[str],
    begin: dt.datetime,
    days: int,
    *,
    injected: Sequence[Injected],
    poll_minutes: int,
    progress: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Live through so many days.

    Args:
        folder: For configuration, state and log.
        cases: Whose mail comes, as in `tests/corpus`; each names its account. The last is on Gmail, the others have a
            Dovecot each.
        begin: The first moment.
        days: How many.
        injected: What befalls them.
        poll_minutes: As in the configuration.
        progress: Told a line each morning.
    """
    with contextlib.ExitStack() as within:
        boxes = []
        for path in cases:
            case = case_of(_CORPUS / f"{path}.yaml", ZONE, COUNTRY)
            addresses = [case.me["address"], *case.me.get("aliases", [])]
            host = GmailHost(case.name, addresses) if path == cases[-1] else DovecotHost(case.name)
            boxes.append(Mailbox(within.enter_context(host), case))
        trial = Trial(folder, boxes, ZONE, COUNTRY, begin)
        trial.configure(poll_minutes)
        with trial:
            return trial.run(days, injected, progress)
