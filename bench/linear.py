"""That reading and inference take time linear in the length of a mail, whatever stands in it.

Each text is read at seven lengths, each twice the one before. Eight times the length takes eight times as long where
time is linear, and less where what lies behind a limit is left unread; sixty-four times where it is quadratic. The
greatest of these ratios is printed; one over sixteen is marked, and makes the exit status 1.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from tests.corpus.lessons import ALEX, single
from watcher.inference import infer
from watcher.model import Message
from watcher.reading import read

SIZES = tuple(1_000_000 >> halved for halved in range(6, -1, -1))
TOO_MUCH = 16
"""Times as long for eight times the length: a machine is never so uneven."""
LEAST = 0.001
"""Seconds; what takes less counts as this much, since clocks are no finer."""
ENOUGH = 0.1
"""Seconds to measure before a time is believed, or three runs."""
UNITS = {
    "digits": "1234567890",
    "spaces": " ",
    "months": "March ",
    "times": "on the 5th at 5 ",
    "commas": ",",
    "question marks": "?",
    "one-letter words": "a ",
    "an unbroken word": "a",
    "short lines": "a\n",
    "quoted lines": "> you will hear by Friday\n",
    "sentences": "We will let you know by Friday. ",
}
HEADER = b"""\
From: Sam Lee <sam.lee@northfield.example>
To: Alex Kim <alex.kim@mail.example>
Subject: Your interview
Date: Wed, 4 Mar 2026 10:30:00 +0000
Message-ID: <1@northfield.example>
Content-Type: text/plain; charset=utf-8

"""


def message_of(text: str) -> Message:
    """The text as a mail that was read."""
    return single({"by": "them", "text": text}, "linear")


def octets_of(text: str) -> bytes:
    """The text as a mail that arrived."""
    return HEADER + text.encode()


def read_and_infer(octets: bytes) -> None:
    received = message_of("").envelope.received
    infer(read(octets, account="bench", ref="1", received=received, me=ALEX), ALEX)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that the work takes: the least of a few runs."""
    runs: list[float] = []
    while len(runs) < 3 and sum(runs) < ENOUGH:
        start = time.process_time()
        work()
        runs.append(time.process_time() - start)
    return max(LEAST, min(runs))


def times(unit: str, *, whole: bool) -> list[float]:
    """The times of a text made of `unit` at each length; those of the whole include reading."""
    taken = []
    for size in SIZES:
        text = (unit * (size // len(unit) + 1))[:size]
        work = partial(read_and_infer, octets_of(text)) if whole else partial(infer, message_of(text), ALEX)
        taken.append(seconds(work))
    return taken


def ratio(taken: Sequence[float]) -> float:
    """The most times as long that eight times the length takes."""
    return max(longer / shorter for shorter, longer in zip(taken, taken[3:], strict=False))


def main() -> int:
    """Measure, print a line for each text, and tell whether all are linear."""
    infer(message_of("You will hear by Friday."), ALEX)  # grammars and weights are read on first use
    uneven = 0
    print(f"{'CPU seconds':<41}" + "".join(f"{size // 1000:>5} kB" for size in SIZES) + "   ratio")
    for name, unit in UNITS.items():
        for whole in (False, True):
            taken = times(unit, whole=whole)
            linear = ratio(taken) <= TOO_MUCH
            uneven += not linear
            label = f"{name}, {'reading and inference' if whole else 'inference'}"
            mark = "" if linear else "  more than linear"
            print(f"{label:<41}" + "".join(f"{each:8.3f}" for each in taken) + f"{ratio(taken):8.1f}{mark}", flush=True)
    return 1 if uneven else 0


if __name__ == "__main__":
    sys.exit(main())
