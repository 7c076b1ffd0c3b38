"""Blind readers: what they see tells no truth, and their view is held against it fairly."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.corpus.blind import WHOLE, compare, read_as, render, rendered_ids
from tests.corpus.casefile import Case
from tests.corpus.score import Tally

CASES = sorted((Path(__file__).parent / "dev").glob("*.yaml"))
MAYA = Path(__file__).parent / "dev" / "maya.yaml"


def own_truth(path: Path) -> dict[str, Any]:
    """The case's truth, written as a reader would annotate it."""
    case = Case(path)
    ids = rendered_ids(case)
    apps = deepcopy(case.apps)
    for app in apps.values():
        if app.get("tracked_from"):
            app["tracked_from"] = ids[app["tracked_from"]]
    messages: dict[str, dict[str, Any]] = {}
    for message in case.raw:
        says = deepcopy(message.get("says") or {})
        if says.get("gone"):
            says["gone"] = case.address(says["gone"])
        if says.get("interview"):
            says["interview"]["with"] = [case.address(who) for who in says["interview"].get("with", [])]
        messages[ids[message["id"]]] = {"app": message.get("app"), "says": says}
    people = {p["address"]: {"role": p["role"], "noreply": p.get("noreply", False)} for p in case.people.values()}
    return {"apps": apps, "people": people, "messages": messages}


def compared(path: Path, annotation: dict[str, Any]) -> Tally:
    tally = Tally()
    compare(Case(path), read_as(path, annotation), tally)
    return tally


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_truth_agrees_with_itself(path: Path):
    tally = compared(path, own_truth(path))
    assert tally.totals[WHOLE]
    assert not tally.misses


def test_keys_of_applications_need_not_be_the_truths():
    annotation = own_truth(MAYA)
    annotation["apps"] = {"robots": annotation["apps"]["acme"] | {"company": "Acme"}}
    for view in annotation["messages"].values():
        view["app"] = view["app"] and "robots"
    assert not compared(MAYA, annotation).misses


def test_another_decision_date_is_reported_with_both_views():
    annotation = own_truth(MAYA)
    annotation["messages"]["m06"]["says"]["decision"] = {"latest": "2026-03-20"}
    tally = compared(MAYA, annotation)
    assert "decision date: maya 2026-03-16 acme: truth 2026-03-13, reader 2026-03-20" in tally.misses
    assert tally.hits["grouping"] == tally.totals["grouping"]
    assert tally.hits[WHOLE] < tally.totals[WHOLE]


def test_any_day_a_careful_reader_could_defend_agrees():
    path = MAYA.with_name("aoife.yaml")
    annotation = own_truth(path)
    decisions = [view["says"]["decision"] for view in annotation["messages"].values() if view["says"].get("decision")]
    moved = [decision for decision in decisions if "accept" in decision]
    for decision in moved:
        decision["latest"] = decision["accept"][0]
    assert moved
    assert not compared(path, annotation).misses


def test_a_message_put_elsewhere_is_reported():
    annotation = own_truth(MAYA)
    annotation["messages"]["m05"]["app"] = "acme"
    assert "grouping: maya 2026-03-10 acme: truth none, reader noise-1" in compared(MAYA, annotation).misses


def test_an_application_not_tracked_counts_against_every_figure():
    tally = compared(MAYA, {})
    assert set(tally.hits.values()) == {0}
    assert tally.totals["stage"] == tally.totals[WHOLE] == len(Case(MAYA).checks)


def test_an_application_only_the_reader_tracks_is_reported():
    annotation = own_truth(MAYA)
    annotation["apps"]["alert"] = {"company": "LinkedIn"}
    annotation["messages"]["m05"]["app"] = "alert"
    assert {miss.split(":")[0] for miss in compared(MAYA, annotation).misses} == {"grouping", WHOLE}


@pytest.mark.parametrize(
    "wrong",
    [
        {"messages": {"m99": {}}},
        {"messages": {"m01": {"app": "nobody"}}},
        {"messages": {"m01": {"says": {"ask_me": True}}}},
        {"messages": {"m01": {"says": {"interview": {"start": "2026-03-10T14:00", "end": "2026-03-10T15:00"}}}}},
        {"people": {"omar@acmerobotics.example": "boss"}},
    ],
)
def test_a_word_of_no_meaning_is_refused(wrong: dict[str, Any]):
    with pytest.raises(ValueError, match=r"m99|nobody|ask_me|m01|boss"):
        read_as(MAYA, wrong)


def test_the_rendering_shows_the_mails():
    shown = render(Case(MAYA))
    for words in (
        "Time zone: America/Chicago",
        "From: Dana Ruiz <dana.ruiz@acmerobotics.example>",
        "Date: Tue, 03 Mar 2026 12:40:00 -0600",
        "In-Reply-To: m02",
        "Invite: REQUEST: Interview: Maya Chen / Omar Haddad",
        "from Tue, 10 Mar 2026 14:00:00 -0500",
        "Could you send me a few times",
    ):
        assert words in shown


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_rendering_tells_no_truth(path: Path):
    case = Case(path)
    shown = render(case)
    ids = {message["id"] for message in case.raw}
    said = {"tracked_from", "starts_as", "asks_me", "hiring_manager", "thank_you", "follow_up", "back_on", "on_hold"}
    assert not (ids | said) & set(re.split(r"[\s:,<>@\[\]]+", shown))
    assert not re.search(r"(?m)^\W*(says|apps?|role|kind|noreply|outcome|decision):", shown)


HERE = Path(__file__).parent
READ = sorted((HERE / "readings").glob("*.yaml"))
AGREED = 0.97


@pytest.mark.parametrize("reading", READ, ids=lambda path: path.stem)
def test_who_read_a_mailbox_without_its_truth_found_the_same(reading: Path) -> None:
    [case] = (path for folder in ("own", "held") for path in (HERE / folder).glob(reading.name))
    annotation = yaml.safe_load(reading.read_text(encoding="utf-8"))
    tally = compared(case, annotation)
    assert tally.totals[WHOLE] > 30
    assert tally.hits[WHOLE] >= AGREED * tally.totals[WHOLE]
