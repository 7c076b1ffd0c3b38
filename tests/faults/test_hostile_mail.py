"""Malformed and hostile mail from other projects' test suites: each is read or refused, soon, and nothing else.

The files are not this project's, so they do not lie in it: they are looked for in `../shared/hostile`, beside the
checkout. Where they are missing these tests skip, and say so; `tests/unit/reading/test_hostile.py` makes its own.
"""

from __future__ import annotations

import datetime as dt
import time
import unicodedata
from pathlib import Path

import pytest

from watcher.model import Message, Person
from watcher.reading import Unreadable, read

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "hostile"
FILES = sorted(path for path in CORPORA.rglob("*") if path.is_file() and path.name != "README.md")
ME = Person(name="Maya Chen", addresses=("maya.chen@example.com",), timezone="America/Chicago", country="US")
RECEIVED = dt.datetime(2026, 3, 3, 16, 11, tzinfo=dt.UTC)
SECONDS_A_MESSAGE = 3.0
CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode's categories of controls, lone surrogates, line and paragraph separators."""

pytestmark = pytest.mark.skipif(not FILES, reason=f"the hostile corpora are not here: no files under {CORPORA}")


@pytest.fixture(scope="module")
def results() -> dict[Path, tuple[Message | Unreadable, float]]:
    found = {}
    for path in FILES:
        content = path.read_bytes()
        began = time.perf_counter()
        try:
            result: Message | Unreadable = read(content, account="home", ref=path.name, received=RECEIVED, me=ME)
        except Unreadable as error:
            result = error
        found[path] = (result, time.perf_counter() - began)
    return found


def test_every_message_is_read_or_refused_within_seconds(results):
    slow = {path.name: seconds for path, (_, seconds) in results.items() if seconds > SECONDS_A_MESSAGE}
    assert not slow


def test_few_are_refused(results):
    refused = [path.name for path, (result, _) in results.items() if isinstance(result, Unreadable)]
    assert len(refused) <= 0.03 * len(FILES), refused
    assert not [
        result for result, _ in results.values() if isinstance(result, Unreadable) and "failed" in result.reason
    ]


def test_nothing_that_was_read_can_break_a_store_a_header_or_a_terminal(results):
    for path, (result, _) in results.items():
        if isinstance(result, Unreadable):
            continue
        envelope = result.envelope
        people = (envelope.sender, *envelope.to, *envelope.cc, *envelope.reply_to)
        lines = [envelope.message_id, envelope.subject, *(p.email for p in people), *(p.name for p in people)]
        lines += [*envelope.references, envelope.in_reply_to or "", *result.attachments]
        for block in (result.text, result.signature, result.forwarded):
            lines += block.split("\n")
        assert not [line for line in lines if any(unicodedata.category(c) in CONTROLS for c in line)], path
        assert envelope.sent.tzinfo is not None, path


def test_most_have_words(results):
    read_ones = [result for result, _ in results.values() if isinstance(result, Message)]
    assert sum(bool(m.text or m.forwarded or m.signature) for m in read_ones) >= 0.75 * len(read_ones)
