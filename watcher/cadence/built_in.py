"""The cadences that come with the program: the TOML files in `policies/`."""

from __future__ import annotations

from functools import cache
from importlib import resources

from watcher.cadence.form import parse
from watcher.cadence.policy import Policy

__all__ = ["names", "policy", "source"]


_NAMES = ("balanced", "persistent", "two-and-done", "weekly", "five-step", "recruiter")


def names() -> tuple[str, ...]:
    """Of all of them, the default first."""
    return _NAMES


def source(name: str) -> str:
    """The text of a built-in cadence.

    Raises:
        KeyError: there is none of that name
    """
    if name not in _NAMES:
        raise KeyError(name)
    return (resources.files(__package__) / "policies" / f"{name}.toml").read_text(encoding="utf-8")


@cache
def policy(name: str) -> Policy:
    """The built-in cadence of that name.

    Raises:
        KeyError: there is none
    """
    return parse(source(name), name, f"{name}.toml")
