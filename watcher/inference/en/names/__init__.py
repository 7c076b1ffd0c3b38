"""Names of employers and of positions, from subject, words, signature, display name and invitation.

Each is given with the rule that found it and how sure that is; matching chooses among them over a whole process. What an
agency calls itself bears a rule that begins with "agency" and is never the employer.
"""

from __future__ import annotations

from watcher.inference.en.names.numbers import numbers
from watcher.inference.en.names.reader import names

__all__ = ["names", "numbers"]
