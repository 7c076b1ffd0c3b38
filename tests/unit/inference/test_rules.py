"""Every rule holds for its own examples: what must match does, and what must not does not."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

from watcher.inference import en
from watcher.inference.cues import holds
from watcher.inference.heard import plain
from watcher.inference.rules import Rule


def rules() -> Iterator[tuple[str, Rule]]:
    """Each rule of each table in the English modules, once."""
    seen: set[int] = set()
    for info in pkgutil.walk_packages(en.__path__, f"{en.__name__}."):
        module = importlib.import_module(info.name)
        for table in vars(module).values():
            for rule in table if isinstance(table, tuple) else ():
                if isinstance(rule, Rule) and id(rule) not in seen:
                    seen.add(id(rule))
                    yield info.name.removeprefix(f"{en.__name__}."), rule


def matches(rule: Rule, text: str) -> bool:
    """Whether the rule reads a sentence: one of its cues is there, it may be a question, and the pattern holds."""
    said = plain(text)
    is_question = text.rstrip("\"')”’ ").endswith("?")
    fits = rule.question is None or rule.question == is_question
    match = rule.match(said, holds(said), en.LANGUAGE.marks.turn)
    return fits and any(cue in said for cue in rule.cues) and match is not None


RULES = list(rules())
YES = [pytest.param(rule, text, id=f"{module}:{rule.name}:{text[:40]}") for module, rule in RULES for text in rule.yes]
NO = [pytest.param(rule, text, id=f"{module}:{rule.name}:{text[:40]}") for module, rule in RULES for text in rule.no]


@pytest.mark.parametrize(("rule", "text"), YES)
def test_what_must_match_does(rule: Rule, text: str) -> None:
    assert matches(rule, text)


@pytest.mark.parametrize(("rule", "text"), NO)
def test_what_must_not_match_does_not(rule: Rule, text: str) -> None:
    assert not matches(rule, text)


@pytest.mark.parametrize(("module", "rule"), RULES, ids=[f"{module}:{rule.name}" for module, rule in RULES])
def test_each_rule_has_examples_of_both_kinds(module: str, rule: Rule) -> None:  # noqa: ARG001  it names the case
    assert rule.yes
    assert rule.no


def test_there_are_rules_to_test() -> None:
    assert len(RULES) > 50
