"""Octets to `Message`: people, dates, the words this person wrote now, the invite if any.

Bounded in time and memory for any input; what cannot be read is `Unreadable`, with a reason for the quarantine.
"""

from watcher.reading.limits import Unreadable
from watcher.reading.reader import read, read_envelope

__all__ = ["Unreadable", "read", "read_envelope"]
