"""How many short mails a second go through inference on one core, beside dateparser's search on the same texts.

Inference reads whole mails: who asks what, outcomes, interviews, names, and when they will answer. dateparser looks
for dates alone, so it is a yardstick rather than a rival. The two take turns, round by round, and medians of CPU time
count: what else the machine does meanwhile changes little.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from dateparser.search import search_dates

from tests.corpus.lessons import ALEX, single
from watcher.inference import infer
from watcher.model import Message

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
SHORT = 400
"""Characters; a mail with fewer is short."""


def short_mails() -> Iterator[Message]:
    """Single mails of the corpus: when they will answer, and what else mails say."""
    for path in (CORPUS / "dev_dates.yaml", *sorted((CORPUS / "mails").glob("*.yaml"))):
        for number, mail in enumerate(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)):
            if len(mail["text"]) < SHORT:
                message = single({"by": "them", **mail}, f"{path.stem}-{number}")
                yield _sent_at(message, mail["at"]) if "at" in mail else message


def _sent_at(message: Message, moment: object) -> Message:
    sent = dt.datetime.fromisoformat(str(moment))
    return replace(message, envelope=replace(message.envelope, sent=sent))


def spread(mails: Sequence[Message], count: int) -> list[Message]:
    """So many of the mails, evenly spread over them."""
    return [mails[number * len(mails) // count] for number in range(min(count, len(mails)))]


def seconds(work: Callable[[Message], object], mails: Sequence[Message]) -> float:
    """CPU seconds that the work takes for all mails."""
    start = time.process_time()
    for mail in mails:
        work(mail)
    return time.process_time() - start


def measure(mails: Sequence[Message], rounds: int) -> dict[str, Any]:
    """Mails a second by each, of each round and their median, and how many times as fast inference is."""
    works: dict[str, Callable[[Message], object]] = {
        "inference": lambda mail: infer(mail, ALEX),
        "dateparser": lambda mail: search_dates(mail.text, languages=["en"]),
    }
    for work in works.values():
        seconds(work, mails[:20])  # grammars and weights are read on first use
    speeds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            speeds[name].append(len(mails) / seconds(work, mails))
    medians = {name: median(each) for name, each in speeds.items()}
    return {
        "mails": len(mails),
        "characters": sum(len(mail.text) for mail in mails),
        "per_second": {name: round(each, 1) for name, each in medians.items()},
        "rounds": {name: [round(speed, 1) for speed in each] for name, each in speeds.items()},
        "ratio": round(medians["inference"] / medians["dateparser"], 2),
    }


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mails", type=int, default=1000, help="how many of them to read (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each reads them (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    figures = measure(spread(list(short_mails()), options.mails), options.rounds)
    if options.json:
        print(json.dumps(figures, indent=2))
        return
    count, length = figures["mails"], figures["characters"] // figures["mails"]
    print(f"{count} mails of {length} characters on average, {options.rounds} rounds, one core")
    for name, speed in figures["per_second"].items():
        slowest, fastest = min(figures["rounds"][name]), max(figures["rounds"][name])
        print(f"  {name:<12} {speed:8,.0f} mails a second   ({slowest:,.0f} to {fastest:,.0f})")
    print(f"  ratio        {figures['ratio']:8,.1f}")


if __name__ == "__main__":
    main()
