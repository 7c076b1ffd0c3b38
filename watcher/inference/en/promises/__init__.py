"""Knowing a promise of theirs to answer, and the day it names, in English mail.

Each time expression of a sentence belongs to the cue nearest to it (`clauses`). Where that cue is an answer of theirs,
not denied and not of the past, the expression is the promised time (`promised`); of all in a mail one is told
(`gate`). A promise without a time of its own takes the one spoken of before it: "the panel meets on Tuesday and I'll
let you know then" (`spoken`). What is counted from something else ("the day after the vote", "give us two days")
counts from the event that is named again, or else from the last (`events`); what counts from a day that only another
mail told is left for matching to resolve (`elsewhere`). In my own mail only what I report of their words counts
(`reports`). Of several dates the latest is the stated one; none where they take the date back and name no other.

Beside the rules stands what was learned from mails whose day is known: each day of a mail of theirs has its odds (`days`),
with which the word of the rules is weighed (`settled`).
"""

from __future__ import annotations

from watcher.inference.en.promises.gate import decisions

__all__ = ["decisions"]
