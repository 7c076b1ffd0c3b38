"""A cadence of the user's own: what its file may say, and what is said of one that cannot be followed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.cadence import built_in
from watcher.cadence.form import _End, _File, _Step, parse, read
from watcher.cadence.policy import Only, Unit, Wait
from watcher.errors import ConfigError
from watcher.model import Role, Stage

MINE = """\
summary = "Mine."
contacts = ["recruiter", { role = "hiring_manager", only = "welcomes" }]
never_on = ["days off", "friday"]

[[steps]]
purpose = "thank_you"
anchor = "interview"
wait = { days = 1 }
until = { days = 3 }
stages = ["onsite"]
each = true

[[steps]]
anchor = "stated_date"
wait = { days = 0 }
factor = 1.5

[[steps]]
anchor = "last_follow_up"
wait.weeks = 2
channel = "call"

[end]
wait = { weeks = 1 }
follow_ups = 3

[absence]
after_return = { business_days = 1 }
"""


def problems(text: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        parse(text, "mine", "mine.toml")
    assert refused.value.hint
    return list(refused.value.problems)


def test_it_says_what_it_says() -> None:
    mine = parse(MINE, "mine", "mine.toml")

    assert [(choice.role, choice.only) for choice in mine.contacts] == [
        (Role.RECRUITER, None),
        (Role.HIRING_MANAGER, Only.WELCOMES),
    ]
    assert (mine.days_off, mine.never_on) == (True, {4})
    assert (mine.rules[0].stages, mine.rules[0].each, mine.rules[0].until) == ({Stage.ONSITE}, True, Wait(3))
    assert mine.rules[1].factor == 1.5
    assert mine.rules[2].wait == Wait(2, Unit.WEEKS)
    assert (mine.end.follow_ups, mine.end.silence) == (3, None)
    assert not mine.farewell


@pytest.mark.parametrize("name", built_in.names())
def test_every_built_in_cadence_is_a_file_in_this_form(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.toml"
    file.write_text(built_in.source(name), encoding="utf-8")

    assert read(file) == built_in.policy(name)


def test_the_documentation_explains_every_key_and_every_built_in_cadence() -> None:
    told = (Path(__file__).parents[3] / "docs" / "cadences.md").read_text(encoding="utf-8")
    keys = {*_File.model_fields, *_End.model_fields, *_Step.model_fields} - {"steps", "end", "absence", "leaning"}

    assert [key for key in (*keys, *built_in.names()) if f"`{key}" not in told] == []
    assert all(section in told for section in ("`[[steps]]`", "`[end]`", "`[absence]`", "`[leaning]`"))


def test_there_are_no_other_built_in_cadences() -> None:
    folder = Path(built_in.__file__).parent / "policies"
    assert {file.stem for file in folder.iterdir()} == set(built_in.names())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("weeks = 2", "weeks = -2", "line 20: steps[2].wait.weeks: should be 0 or more, not -2"),
        ("{ days = 1 }", "{ days = 1000 }", "line 8: steps[0].wait.days: should be 366 or less, not 1000"),
        ("{ days = 1 }", "{ days = 1, weeks = 1 }", "line 8: steps[0].wait: should name one unit, such as { business_days = 5 }"),
        ("{ days = 1 }", "{}", "line 8: steps[0].wait: should name one unit, such as { business_days = 5 }"),
        ("{ days = 1 }", '{ days = "1" }', "line 8: steps[0].wait.days: should be a whole number"),
        ("{ days = 1 }", "1", "line 8: steps[0].wait: should be a section of its own"),
        ("follow_ups = 3", "", "line 23: end: has no end: say how many follow_ups at most, or after how long a silence to move on"),
        ("follow_ups = 3", 'follow_ups = "no cap"', "line 23: end: has no end: say how many follow_ups at most, or after how long a silence to move on"),
        ("follow_ups = 3", "follow_ups = 0", 'line 25: end.follow_ups: should be a whole number from 1 to 50, or "no cap", not 0'),
        ("[end]\nwait = { weeks = 1 }\nfollow_ups = 3", "", "end: is missing"),
        ("each = true", "eech = true", "line 11: steps[0].eech: unknown key 'eech', did you mean 'each'?"),
        ("never_on", "colour", "line 3: colour: unknown key 'colour'; there are: summary, whose, contacts, among, never_on, candid_after, farewell, steps, end, absence, leaning"),
        ('anchor = "stated_date"', 'anchor = "named"', "line 14: steps[1].anchor: should be 'interview', 'stated_date', 'last_activity' or 'last_follow_up', not 'named'"),
        ('["recruiter"', '["recruter"', "line 2: contacts[0].role: should be 'headhunter', 'recruiter', 'hiring_manager', 'interviewer' or 'coordinator', not 'recruter'"),
        ('"friday"', '"monday", "tuesday", "wednesday", "thursday", "friday"', "line 3: never_on: leaves no day of the week"),
        ('anchor = "interview"', 'anchor = "last_activity"', 'line 7: steps[0].anchor: a thank-you follows an interview: it should be "interview"'),
        ("until = { days = 3 }", "", "line 5: steps[0].until: a thank-you that comes too late is none: say until when"),
        ("until = { days = 3 }", "until = { days = 0 }", "line 9: steps[0].until: is over before the wait is"),
        ("each = true", 'channel = "call"', "line 11: steps[0].channel: a thank-you is a mail"),
        ("factor = 1.5", "factor = 0.5", "line 16: steps[1].factor: should be 1 or more, not 0.5"),
        ("factor = 1.5", "each = true", "line 16: steps[1].each: only a thank-you goes to each apart"),
        ("factor = 1.5", 'letter = "gracious"', "line 16: steps[1].letter: should be '', 'inquiry' or 'status', not 'gracious'"),
        ('channel = "call"', "inside = true", 'line 21: steps[2].inside: only a step with anchor = "stated_date" has it'),
        ("weeks = 2", "days = 0", "line 20: steps[2].wait: two follow-ups on one day: it should be one day or more"),
        ('anchor = "last_follow_up"', 'anchor = "last_activity"', 'line 25: end.follow_ups: no step has anchor = "last_follow_up", so there can be one follow-up only'),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_line(old: str, new: str, said: str) -> None:
    assert old in MINE
    assert said in problems(MINE.replace(old, new, 1))


def test_all_mistakes_are_told_at_once_in_order_of_their_lines() -> None:
    told = problems(
        MINE.replace("weeks = 2", "weeks = -2").replace("each =", "eech =").replace("factor = 1.5", "factor = 0")
    )

    assert [line.partition(":")[0] for line in told] == ["line 11", "line 16", "line 20"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('summary = "open\n', "not TOML: "),
        ("x = " + "[" * 5000, "nested too deeply"),
        (MINE + "#" * 100_001, "has more than 100,000 characters"),
        ("", "summary: is missing"),
    ],
)
def test_what_is_no_cadence_is_refused(text: str, said: str) -> None:
    assert said in problems(text)[-1] or any(said in line for line in problems(text))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xff")
    for path, said in (
        (file, "cannot be read: not UTF-8 text"),
        (tmp_path, "cannot be read"),
        (tmp_path / "no.toml", "no such file"),
    ):
        with pytest.raises(ConfigError) as refused:
            read(path)
        assert said in str(refused.value)
        assert str(path) in str(refused.value)


@given(st.text(max_size=60), st.integers(0, len(MINE)), st.integers(0, 40))
def test_whatever_stands_in_the_file_it_is_a_cadence_or_told(text: str, at: int, left_out: int) -> None:
    with suppress(ConfigError):
        parse(MINE[:at] + text + MINE[at + left_out :], "mine", "mine.toml")
