"""The configuration: `config.toml` read, checked as a whole, and turned into frozen values.

All that is wrong is reported at once, each problem with its line and key, as a `ConfigError`.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from providers import registry
from providers.base import NotSetUp, Option
from watcher import secrets
from watcher.errors import ConfigError
from watcher.model import Person
from watcher.notices.settings import Notices, NoticesSection
from watcher.places import Places, problem, unknown

__all__ = [
    "DAYS",
    "HOLIDAYS",
    "Account",
    "Config",
    "Daemon",
    "country_of",
    "default_path",
    "example",
    "load",
    "mail_address",
    "parse",
]

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOLIDAYS: Final = "holidays"
"""Among the quiet days: the public holidays of the user's country."""

_HINT = "`watcher example` prints one with every key and what it is for"


@dataclass(frozen=True, slots=True)
class Account:
    """One `[[accounts]]` section: `settings` are its provider's own, checked and with defaults filled in."""

    name: str
    provider: str
    settings: Mapping[str, Any]
    secret: Mapping[str, Any]
    """Where its password comes from; see `watcher.secrets`."""
    policy: str = ""
    """The cadence of its processes; empty: that of the configuration."""
    interval: dt.timedelta = dt.timedelta(minutes=10)
    """How often the daemon polls it."""


@dataclass(frozen=True, slots=True)
class Daemon:
    """What `watcher run` goes by, its accounts' intervals apart."""

    quiet_hours: tuple[dt.time, dt.time] | None
    """No new drafts from when until when; past midnight where the end comes first."""
    quiet_days: frozenset[str]
    """Days without new drafts: of `DAYS`, and `HOLIDAYS`."""
    drafts_at_once: int
    """New drafts within an hour at most."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the program runs with."""

    path: Path
    me: Person
    state_path: Path
    policy: str
    """A cadence: one that is built in, or a file, named from the folder of the configuration."""
    farewell: bool
    """Thank them after a rejection, whatever the cadence says of it."""
    call_notes: bool
    """Put the script of a call that is due into Drafts, as a note to myself."""
    phone: str
    """What I leave on a voicemail; empty: the number in my signature."""
    tone: str
    """How drafts sound: warm, plain or formal."""
    templates: Path | None
    """The folder of the user's own letters."""
    look_back_days: int
    daemon: Daemon
    notices: Notices
    accounts: tuple[Account, ...]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.me.timezone)


# -- what the file may hold ---------------------------------------------------------------------


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"no such time zone: {value!r} (write one like Europe/London)") from None
    return value


def _country(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", value):
        raise ValueError(f"not a two-letter country code: {value!r} (write one like GB)")
    return value.upper()


def mail_address(value: str) -> str:
    """A mail address, in lower case.

    Raises:
        ValueError: it is none
    """
    if not re.fullmatch(r"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}", value):
        raise ValueError(f"not a mail address: {value!r}")
    return value.lower()


def _phone(value: str) -> str:
    if value and not re.fullmatch(r"\+?[\d(][\d ()./-]{4,24}\d(?: ?(?:x|ext\.?) ?\d{1,6})?", value):
        raise ValueError(f"not a telephone number: {value!r} (write one like +44 7700 900184)")
    return value


def _quiet(value: str) -> str:
    if value and _span(value) is None:
        raise ValueError(f"not two different times of day: {value!r} (write them like 21:00-09:00)")
    return value


def _span(value: str) -> tuple[dt.time, dt.time] | None:
    """Two times of day, "21:00-09:00"; None where they are not."""
    try:
        begin, end = (dt.datetime.strptime(part, "%H:%M").time() for part in value.split("-"))  # noqa: DTZ007  no instant
    except ValueError:
        return None
    return (begin, end) if begin != end else None


def _some_days(value: list[str]) -> list[str]:
    days = [day.lower() for day in value]
    for day in days:
        if day not in (*DAYS, HOLIDAYS):
            raise ValueError(unknown("day", day, (*DAYS, HOLIDAYS)))
    if set(days) >= set(DAYS):
        raise ValueError("no day is left for new drafts")
    return days


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Me(_Section):
    name: Annotated[str, Field(min_length=1)]
    addresses: Annotated[list[Annotated[str, AfterValidator(mail_address)]], Field(min_length=1)]
    timezone: Annotated[str, AfterValidator(_zone)]
    country: Annotated[str, AfterValidator(_country)] | None = None
    signature: str = ""


class _State(_Section):
    path: str | None = None


class _Cadence(_Section):
    policy: str = "balanced"
    farewell: bool = False


class _Calls(_Section):
    note_in_drafts: bool = False
    phone: Annotated[str, AfterValidator(_phone)] = ""


class _Drafts(_Section):
    tone: Literal["warm", "plain", "formal"] = "plain"
    templates: Annotated[str, Field(min_length=1)] | None = None


class _Scan(_Section):
    look_back_days: Annotated[int, Field(ge=1, le=3650)] = 90


_Minutes = Annotated[int, Field(ge=1, le=1440)]


class _Daemon(_Section):
    poll_minutes: _Minutes = 10
    quiet_hours: Annotated[str, AfterValidator(_quiet)] = "21:00-09:00"
    quiet_days: Annotated[list[str], AfterValidator(_some_days)] = []
    drafts_at_once: Annotated[int, Field(ge=1, le=100)] = 3


class _Account(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)  # the provider's own keys are checked against its options

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._ -]{0,63}$")]
    provider: str
    policy: str | None = None
    poll_minutes: _Minutes | None = None


class _File(_Section):
    me: _Me
    state: _State = _State()
    cadence: _Cadence = _Cadence()
    drafts: _Drafts = _Drafts()
    calls: _Calls = _Calls()
    scan: _Scan = _Scan()
    daemon: _Daemon = _Daemon()
    notices: NoticesSection = NoticesSection()
    accounts: list[_Account] = []


# -- reading it ---------------------------------------------------------------------------------


def default_path() -> Path:
    """Where the configuration is looked for: $WATCHER_CONFIG, else the user's configuration folder."""
    if named := os.environ.get("WATCHER_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("watcher") / "config.toml"


def example() -> str:
    """The text of `config.example.toml`: every key with what it is for."""
    here = Path(__file__).parent
    shipped = here / "config.example.toml"  # where a wheel puts it
    return (shipped if shipped.exists() else here.parent / shipped.name).read_text(encoding="utf-8")


def load(path: Path) -> Config:
    """Read and check a configuration.

    Raises:
        ConfigError: there is none, it is not TOML, or something in it is wrong; lists every problem
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError(str(path), ["no such file"], hint=f"`watcher init` makes one; {_HINT}") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise ConfigError(str(path), [f"cannot be read: {reason}"]) from error
    return parse(text, path)


def parse(text: str, path: Path) -> Config:
    """Check the text of a configuration that is, or is to be, in the file at `path`.

    Raises:
        ConfigError: it is not TOML, or something in it is wrong; lists every problem
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), [f"not TOML: {error}"]) from error
    places = Places(text)
    problems: list[tuple[int, str]] = []
    file: _File | None = None
    try:
        file = _File.model_validate(data)
    except ValidationError as error:
        problems += [problem(detail, places, _File) for detail in error.errors(include_url=False)]
    settings = [] if not isinstance(data.get("accounts", []), list) else list(_accounts(data, places, problems))
    problems += _unknown_cadences(data, path.parent, places)
    if file is None or problems:
        lines = [said for _, said in sorted(set(problems))]
        raise ConfigError(str(path), lines, hint=_HINT)
    return _config(path, file, tuple(settings))


def _config(path: Path, file: _File, accounts: tuple[Account, ...]) -> Config:
    me = file.me
    person = Person(
        me.name, tuple(me.addresses), me.timezone, me.country or country_of(me.timezone) or "US", me.signature.strip()
    )
    if file.state.path:
        state = path.parent / Path(file.state.path).expanduser()
    else:
        from platformdirs import user_state_path

        state = user_state_path("watcher") / "state.db"
    return Config(
        path=path,
        me=person,
        state_path=state,
        policy=file.cadence.policy,
        farewell=file.cadence.farewell,
        call_notes=file.calls.note_in_drafts,
        phone=file.calls.phone,
        tone=file.drafts.tone,
        templates=path.parent / Path(file.drafts.templates).expanduser() if file.drafts.templates else None,
        look_back_days=file.scan.look_back_days,
        daemon=Daemon(_span(file.daemon.quiet_hours), frozenset(file.daemon.quiet_days), file.daemon.drafts_at_once),
        notices=file.notices.settings(path.parent),
        accounts=tuple(
            replace(account, interval=dt.timedelta(minutes=section.poll_minutes or file.daemon.poll_minutes))
            for account, section in zip(accounts, file.accounts, strict=True)
        ),
    )


def _accounts(data: Mapping[str, Any], places: Places, problems: list[tuple[int, str]]) -> Iterator[Account]:
    """The accounts, checked against what their providers allow; what is wrong goes into `problems`."""
    seen: set[str] = set()
    for number, section in enumerate(data.get("accounts", [])):
        if not isinstance(section, dict):
            continue
        name, kind = section.get("name"), section.get("provider")
        if isinstance(name, str) and name.lower() in seen:
            problems.append(places.at("accounts", number, "name", said=f"two accounts are called {name!r}"))
        seen.add(str(name).lower())
        if not (isinstance(name, str) and isinstance(kind, str)):
            continue
        if kind not in registry.kinds():
            problems.append(places.at("accounts", number, "provider", said=unknown("provider", kind, registry.kinds())))
            continue
        try:
            options = registry.load(kind).options
        except NotSetUp as error:
            problems.append(places.at("accounts", number, "provider", said=str(error)))
            continue
        given = {key: value for key, value in section.items() if key not in _Account.model_fields}
        allowed = {**options, **secrets.OPTIONS}
        for key, said in _check(given, allowed):
            problems.append(places.at("accounts", number, key, said=said))
        yield Account(
            name,
            kind,
            {key: given.get(key, option.default) for key, option in options.items()},
            {key: given[key] for key in secrets.OPTIONS if key in given},
            str(section.get("policy", "")),
        )


def _check(given: Mapping[str, Any], allowed: Mapping[str, Option]) -> Iterator[tuple[str, str]]:
    """(key, what is wrong with it) for each key of a provider's section that its options do not allow."""
    for key, value in given.items():
        option = allowed.get(key)
        if option is None:
            yield key, unknown("key", key, allowed)
        elif type(value) is not option.type or (isinstance(value, list) and not all(isinstance(v, str) for v in value)):
            yield key, f"should be {_TYPE_NAMES[option.type]}, not {value!r}"
        elif option.choices and value not in option.choices:
            yield key, f"should be one of {', '.join(option.choices)}, not {value!r}"
    for key, option in allowed.items():
        if option.required and key not in given:
            yield key, "is missing"


_TYPE_NAMES: dict[type, str] = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    list: "a list of texts",
}


def _unknown_cadences(data: Mapping[str, Any], folder: Path, places: Places) -> Iterator[tuple[int, str]]:
    """What names neither a built-in cadence nor a file; what is in a file is read where it is used."""
    from watcher.cadence.built_in import names

    sections: list[tuple[tuple[str | int, ...], Any]] = [(("cadence",), data.get("cadence"))]
    if isinstance(accounts := data.get("accounts"), list):
        sections += [(("accounts", number), account) for number, account in enumerate(accounts)]
    for where, section in sections:
        name = section.get("policy") if isinstance(section, dict) else None
        if not isinstance(name, str) or name in names():
            continue
        if not name.endswith(".toml"):
            yield places.at(*where, "policy", said=f"{unknown('cadence', name, names())}; a file's name ends in .toml")
        elif not (file := folder / Path(name).expanduser()).is_file():
            yield places.at(*where, "policy", said=f"no such file: {file}")


@cache
def country_of(timezone: str) -> str | None:
    """The country of a time zone by the tz database's zone.tab; None where it names none, as for UTC."""
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return next((row[0] for row in rows if row[2] == timezone), None)
