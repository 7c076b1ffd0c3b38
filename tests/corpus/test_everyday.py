"""Mail of everyday life makes no hiring process, whatever it promises, asks or arranges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.corpus.lessons import ALEX, single
from watcher.inference import infer
from watcher.matching.evidence import evidence
from watcher.model import Entry

EVERYDAY = Path(__file__).parent / "held_everyday.yaml"
A_PROCESS = 0.5
"""Evidence from which a thread that I take part in is taken for a hiring process (`watcher/matching/grouping.py`)."""


def taken() -> Iterator[str]:
    for number, mail in enumerate(yaml.safe_load(EVERYDAY.read_text(encoding="utf-8"))):
        message = single(mail, f"everyday-{number}")
        if evidence([Entry(message.envelope, infer(message, ALEX))]) >= A_PROCESS:
            yield mail["text"]


def test_hardly_any_mail_of_everyday_life_is_taken_for_hiring() -> None:
    assert len(list(taken())) <= 2, "of 150, none of which the classifier was taught"
