"""The form of a cadence: TOML, checked as a whole, so that every problem is told at once with its line.

`docs/cadences.md` explains each key; the built-in cadences are such files, in `policies/`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from watcher.cadence.policy import (
    WEEKDAYS,
    Among,
    Anchor,
    Channel,
    Choice,
    End,
    Only,
    Policy,
    Purpose,
    Rule,
    Unit,
    Wait,
)
from watcher.errors import ConfigError
from watcher.model import Role, Stage
from watcher.places import Places, problem

__all__ = ["parse", "read"]

_HINT = "`watcher cadence show balanced --toml` prints one in this form, and docs/cadences.md explains every key"
_LARGEST = 100_000
"""Characters of a file; no cadence comes near."""
_WORKING_DAYS = 5


def read(path: Path) -> Policy:
    """The cadence in a file of the user's, under the file's name.

    Raises:
        ConfigError: it cannot be read, or something in it is wrong; lists every problem with its line
    """
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise ConfigError(str(path), ["no such file"], hint=_HINT) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise ConfigError(str(path), [f"cannot be read: {reason}"], hint=_HINT) from error
    return parse(text, path.stem, str(path))


def parse(text: str, name: str, path: str) -> Policy:
    """The cadence that a text in this form describes.

    Args:
        text: TOML.
        name: What the cadence is called.
        path: The file it stands in, for what is said of it.

    Raises:
        ConfigError: something in it is wrong; lists every problem with its line
    """
    if len(text) > _LARGEST:
        raise ConfigError(path, [f"has more than {_LARGEST:,} characters, so it is no cadence"], hint=_HINT)
    try:
        file = _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, [f"not TOML: {error}"], hint=_HINT) from error
    except RecursionError:
        raise ConfigError(path, ["not a cadence: its values are nested too deeply"], hint=_HINT) from None
    except ValidationError as error:
        problems = [problem(detail, Places(text), _File) for detail in error.errors(include_url=False)]
    else:
        places = Places(text)
        problems = [places.at(*where, said=said) for where, said in _contradictions(file)]
    if problems:
        raise ConfigError(path, [said for _, said in sorted(set(problems))], hint=_HINT)
    return _policy(name, file)


# -- what the file may hold ---------------------------------------------------------------------


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Wait(_Section):
    days: Annotated[int, Field(ge=0, le=366)] | None = None
    business_days: Annotated[int, Field(ge=0, le=260)] | None = None
    weeks: Annotated[int, Field(ge=0, le=52)] | None = None

    @model_validator(mode="after")
    def _one_unit(self) -> _Wait:
        if len(self.model_fields_set) != 1:
            raise ValueError("should name one unit, such as { business_days = 5 }")
        return self

    def value(self) -> Wait:
        (unit,) = self.model_fields_set
        return Wait(getattr(self, unit), Unit(unit))


_Named = Field(strict=False)
"""A value that is written as its name."""


class _Step(_Section):
    anchor: Annotated[Anchor, _Named]
    wait: _Wait
    purpose: Annotated[Purpose, _Named] = Purpose.FOLLOW_UP
    channel: Annotated[Channel, _Named] = Channel.MAIL
    until: _Wait | None = None
    factor: Annotated[float, Field(ge=1, le=10, strict=False, allow_inf_nan=False)] = 1
    inside: bool = False
    stages: list[Annotated[Stage, _Named]] = []
    each: bool = False
    letter: Literal["", "inquiry", "status"] = ""


class _Choice(_Section):
    role: Annotated[Role, _Named]
    only: Annotated[Only, _Named] | None = None


def _choice(value: Any) -> Any:
    """A kind of contact alone is short for one without a condition."""
    return {"role": value} if isinstance(value, str) else value


def _cap(value: Any) -> int | None:
    if value == "no cap":
        return None
    if type(value) is not int or not 1 <= value <= 50:
        raise ValueError(f'should be a whole number from 1 to 50, or "no cap", not {value!r}')
    return value


class _End(_Section):
    wait: _Wait
    follow_ups: Annotated[int | None, BeforeValidator(_cap)] = None
    silence: _Wait | None = None
    call_ends: bool = False


class _Absence(_Section):
    after_return: _Wait


class _Leaning(_Section):
    away: Literal["go on", "move on"] = "go on"
    towards: Literal["go on", "one more"] = "go on"


_Day = Literal["days off", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class _File(_Section):
    summary: Annotated[str, Field(min_length=1, max_length=200)]
    whose: Annotated[str, Field(max_length=100)] = ""
    contacts: Annotated[list[Annotated[_Choice, BeforeValidator(_choice)]], Field(min_length=1)]
    among: Annotated[Among, _Named] = Among.LATEST
    never_on: list[_Day] = []
    candid_after: _Wait | None = None
    farewell: bool = False
    steps: Annotated[list[_Step], Field(min_length=1, max_length=50)]
    end: _End
    absence: _Absence
    leaning: _Leaning = _Leaning()


# -- what must fit together ---------------------------------------------------------------------


def _contradictions(file: _File) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """(where, what is wrong) for what is well formed and cannot be followed."""
    for number, step in enumerate(file.steps):
        for key, said in _contradiction_of(step):
            yield ("steps", number, key), said
    if not any(step.purpose is Purpose.FOLLOW_UP for step in file.steps):
        yield ("steps",), "there is no follow-up among them"
    if file.end.follow_ups is None and file.end.silence is None:
        yield ("end",), "has no end: say how many follow_ups at most, or after how long a silence to move on"
    again = any(step.anchor is Anchor.LAST_FOLLOW_UP for step in file.steps)
    if not again and (file.end.follow_ups or 2) > 1:
        yield ("end", "follow_ups"), 'no step has anchor = "last_follow_up", so there can be one follow-up only'
    excluded = set(file.never_on) - {"days off"}
    free = len(WEEKDAYS) - len(excluded)
    if free < 1 or ("days off" in file.never_on and free <= len(WEEKDAYS) - _WORKING_DAYS):
        yield ("never_on",), "leaves no day of the week"


def _contradiction_of(step: _Step) -> Iterator[tuple[str, str]]:
    """(key, what is wrong with it)."""
    yield from _against_its_purpose(step)
    dated = step.anchor is Anchor.STATED_DATE
    for key in step.model_fields_set & {"factor", "inside"} if not dated else ():
        yield key, 'only a step with anchor = "stated_date" has it'
    if step.inside and step.wait.value().count:
        yield "wait", "what is due inside the stretch they named cannot wait until after it: it should be { days = 0 }"
    if step.anchor is Anchor.LAST_FOLLOW_UP and not step.wait.value().count:
        yield "wait", "two follow-ups on one day: it should be one day or more"
    if step.until and _at_least(step.wait.value()) > _at_most(step.until.value()):
        yield "until", "is over before the wait is"


def _against_its_purpose(step: _Step) -> Iterator[tuple[str, str]]:
    if step.purpose is Purpose.THANK_YOU:
        if step.anchor is not Anchor.INTERVIEW:
            yield "anchor", 'a thank-you follows an interview: it should be "interview"'
        if step.until is None:
            yield "until", "a thank-you that comes too late is none: say until when"
        if step.channel is Channel.CALL:
            yield "channel", "a thank-you is a mail"
    elif step.each:
        yield "each", "only a thank-you goes to each apart"
    if step.letter and (step.purpose is Purpose.THANK_YOU or step.channel is Channel.CALL):
        yield "letter", "only a follow-up by mail has a letter to choose"


def _at_least(wait: Wait) -> int:
    """The days that a wait takes at least."""
    return wait.count * (7 if wait.unit is Unit.WEEKS else 1)


def _at_most(wait: Wait) -> int:
    """The days that a wait takes at most: in a week there are two days off, and holidays come on top."""
    return wait.count * 3 if wait.unit is Unit.BUSINESS_DAYS else _at_least(wait)


# -- the policy it describes ---------------------------------------------------------------------


def _policy(name: str, file: _File) -> Policy:
    return Policy(
        name=name,
        summary=file.summary,
        whose=file.whose,
        contacts=tuple(Choice(choice.role, choice.only) for choice in file.contacts),
        among=file.among,
        rules=tuple(_rule(step) for step in file.steps),
        end=End(
            wait=file.end.wait.value(),
            follow_ups=file.end.follow_ups,
            silence=_value(file.end.silence),
            call_ends=file.end.call_ends,
        ),
        after_return=file.absence.after_return.value(),
        days_off="days off" in file.never_on,
        never_on=frozenset(WEEKDAYS.index(day) for day in file.never_on if day != "days off"),
        candid_after=_value(file.candid_after),
        moves_on_when_away=file.leaning.away == "move on",
        one_more_when_towards=file.leaning.towards == "one more",
        farewell=file.farewell,
    )


def _rule(step: _Step) -> Rule:
    return Rule(
        anchor=step.anchor,
        wait=step.wait.value(),
        purpose=step.purpose,
        channel=step.channel,
        until=_value(step.until),
        factor=step.factor,
        inside=step.inside,
        stages=frozenset(step.stages),
        each=step.each,
        letter=step.letter,
    )


def _value(wait: _Wait | None) -> Wait | None:
    return wait.value() if wait else None
