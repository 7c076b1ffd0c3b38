"""The English grammar of times, held to the examples that stand beside its rules."""

import datetime as dt

import pytest

from watcher.calendar import calendar_for
from watcher.inference.country import speaker_country
from watcher.inference.en.times import THEMES, find_durations, find_times, lengths
from watcher.inference.speech import Speech
from watcher.inference.times import TimeExpression
from watcher.inference.times.match import Grammar, Rule
from watcher.model import Person, Side

ME = Person("Alex Kim", ("alex@mail.example",), "America/Chicago", "US")


def speech(at: str, side: Side = Side.THEM) -> Speech:
    sent = dt.datetime.fromisoformat(at)
    country = speaker_country(sent, "northfield.example", ME.country)
    return Speech(sent, side, ME, country, calendar_for(country))


def shown(time: TimeExpression) -> str:
    earliest, latest = time.window.earliest, time.window.latest
    days = f"..{latest}" if earliest is None else str(latest) if earliest == latest else f"{earliest}..{latest}"
    start, end = time.clock
    clock = f"T{start:%H:%M}" if start else ""
    return days + clock + (f"-{end:%H:%M}" if end else "") + (f" {time.zone}" if time.zone else "")


EXAMPLES = [pytest.param(*example, id=example[1]) for theme in THEMES for example in theme.EXAMPLES]
NEGATIVE = [pytest.param(text, id=text) for theme in THEMES for text in theme.NEGATIVE]


@pytest.mark.parametrize(("at", "text", "expected"), EXAMPLES)
def test_an_expression_names_the_days_a_careful_reader_would_say(at: str, text: str, expected: str):
    times = find_times(text, speech(at))

    assert times
    assert shown(times[-1]) == expected


@pytest.mark.parametrize("text", NEGATIVE)
def test_what_only_looks_like_a_time_is_none(text: str):
    assert find_times(text, speech("2026-03-03T10:00-06:00")) == ()


@pytest.mark.parametrize(("text", "minutes"), lengths.EXAMPLES)
def test_a_length_is_read_in_minutes(text: str, minutes: str):
    (length,) = find_durations(text)

    assert length.length == dt.timedelta(minutes=int(minutes))


@pytest.mark.parametrize("text", lengths.NEGATIVE)
def test_what_only_looks_like_a_length_is_none(text: str):
    assert find_durations(text) == ()


def found(pattern: str, text: str) -> list[str]:
    """What a grammar of one rule finds."""
    rules = [Rule("it", "time", pattern, lambda *_: "it"), Rule("end", "end", "end|close", lambda: "end")]
    matches = Grammar(rules, (), {"day": {"friday": 4, "firday": 4}}, landmarks={"friday", "firday", "end"}).matches
    return [text[match.start : match.end] for match in matches(text, "time")]


def test_a_grammar_in_which_a_rule_begins_with_itself_is_refused():
    with pytest.raises(ValueError, match="begins with itself: time > time"):
        found("(the)? <time> later", "friday")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on friday, the firday", ["on friday", "the firday"]),
        ("the very end of friday", ["the very end of friday"]),
        ("on the very, of end", []),
        ("on", []),
    ],
)
def test_two_words_ahead_no_match_is_lost(text: str, expected: list[str]):
    assert found("(on | the)? (very)? (<end> of)? <day>", text) == expected
