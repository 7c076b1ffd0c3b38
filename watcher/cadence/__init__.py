"""Cadence: when the next step of a process is due, and to whom. Policies are data, the engine is a pure function.

policy     the vocabulary of a cadence; `form` reads it from TOML, `built_in` are those that come with the program
engine     the step that is next: `thanks` and `follow_ups` of a `case`, `due` when, `people` for whom
pause      what the user put off
choice     which cadence a process follows; `outlook` is what would be due when, if they stay silent
"""

from watcher.cadence.built_in import names, policy
from watcher.cadence.choice import Cadences, find
from watcher.cadence.engine import next_step
from watcher.cadence.outlook import outlook
from watcher.cadence.pause import is_muted, paused, snoozed_until
from watcher.cadence.people import contact_for
from watcher.cadence.policy import Policy

__all__ = [
    "Cadences",
    "Policy",
    "contact_for",
    "find",
    "is_muted",
    "names",
    "next_step",
    "outlook",
    "paused",
    "policy",
    "snoozed_until",
]
