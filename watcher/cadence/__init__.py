"""Cadence: when the next step of a process is due, and to whom. Policies are data, the engine is a pure function."""

from watcher.cadence.engine import contact_for, next_step
from watcher.cadence.policy import Policy, names, policy

__all__ = ["Policy", "contact_for", "names", "next_step", "policy"]
