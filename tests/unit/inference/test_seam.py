"""The seam for a second language: `infer` reads an invented one, and nothing of English is at work in it."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

import watcher
from tests.unit.builders import DANA, ME, mail
from tests.unit.inference import lengua
from tests.unit.inference.lengua import LENGUA
from watcher.inference import infer
from watcher.model import Kind, Message, Statement, Window

ENGLISH = "watcher.inference.en."
ROOT = Path(watcher.__file__).parent.parent
CHOOSES = Path("watcher/inference/__init__.py")
"""Where the language is chosen."""


def read(text: str) -> tuple[Statement, ...]:
    """What a mail in Lengua tells, written on Monday 2 March 2026; whom it mentions is read in any language."""
    found = infer(Message(mail(1, "2026-03-02 10:00", DANA, subject="Labor").envelope, text), ME, LENGUA)
    return tuple(s for s in found if s.kind is not Kind.MENTIONS)


def told(text: str) -> list[Kind]:
    return [statement.kind for statement in read(text)]


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{each.name}" for each in node.names)


@pytest.mark.parametrize("rule", lengua.ACTS, ids=lambda rule: rule.name)
def test_its_rules_read_what_their_examples_say(rule):
    assert all(told(text) == [rule.kind] for text in rule.yes)
    assert all(rule.kind not in told(text) for text in rule.no)


def test_its_turns_let_a_sentence_begin_anew():
    assert told("Mi vas parla si ti vol, na plas por ti.") == []
    assert told("Mi vas parla si ti vol, ma na plas por ti.") == [Kind.REJECTED]


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("kras", dt.date(2026, 3, 3), dt.date(2026, 3, 3)),
        ("venda", dt.date(2026, 3, 6), dt.date(2026, 3, 6)),
        ("ante venda", None, dt.date(2026, 3, 6)),
        ("ante dia num. 20", None, dt.date(2026, 3, 20)),
    ],
)
def test_its_own_times_are_resolved_to_days(words: str, earliest: dt.date | None, latest: dt.date):
    (decision,) = read(f"Grasia por veni. Mi vas dici la fin {words}.")

    assert decision.kind is Kind.DECIDES_BY
    assert decision.window == Window(earliest, latest)
    assert decision.words == f"Mi vas dici la fin {words}."


def test_english_says_nothing_in_it():
    assert read("Unfortunately we went with somebody else. We'd like to offer you the job! Can you come at 3 pm?") == ()
    assert told("Mi vas dici la fin by Friday, the 20th of March, or within two weeks.") == []


def test_english_is_imported_where_the_language_is_chosen_and_nowhere_else():
    files = [path for folder in ("watcher", "providers") for path in sorted((ROOT / folder).rglob("*.py"))]
    files.append(Path(lengua.__file__))
    outside = [path for path in files if not path.is_relative_to(ROOT / "watcher/inference/en")]
    knowing = [
        path.relative_to(ROOT) for path in outside if any(f"{name}.".startswith(ENGLISH) for name in imports(path))
    ]

    assert len(outside) > 50
    assert knowing == [CHOOSES]
