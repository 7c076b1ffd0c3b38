"""What became of a draft, case by case."""

from __future__ import annotations

import pytest

from providers.base import Draft
from tests.unit.store.samples import record
from watcher.drafting.fate import fate
from watcher.store import Life

WROTE = record(print="as-we-wrote")
OURS = [Draft("ref", WROTE.message_id, WROTE.in_reply_to, "as-we-wrote")]
CHANGED = [Draft("ref", WROTE.message_id, WROTE.in_reply_to, "changed")]
GONE: list[Draft] = []


@pytest.mark.parametrize(
    ("before", "found", "known", "after"),
    [
        # there, as we wrote it
        (Life.INTENT, OURS, {}, Life.SAVED),
        (Life.SAVED, OURS, {}, Life.SAVED),
        (Life.SAVED, OURS, {"wrote_since": True}, Life.SAVED),
        (Life.WITHDRAWING, OURS, {}, Life.WITHDRAWING),
        (Life.WITHDRAWN, OURS, {}, Life.WITHDRAWING),
        # there, changed: the user's, and for good
        *((life, CHANGED, {}, Life.EDITED) for life in Life),
        (Life.EDITED, OURS, {}, Life.EDITED),
        (Life.DISMISSED, OURS, {}, Life.EDITED),
        (Life.SENT, OURS, {}, Life.EDITED),
        (Life.SAVED, OURS + CHANGED, {}, Life.EDITED),
        # gone, and another draft answers the same
        (Life.INTENT, GONE, {"answered_otherwise": True}, Life.EDITED),
        (Life.SAVED, GONE, {"answered_otherwise": True, "wrote_since": True}, Life.EDITED),
        (Life.EDITED, GONE, {"answered_otherwise": True}, Life.EDITED),
        (Life.WITHDRAWING, GONE, {"answered_otherwise": True}, Life.EDITED),
        (Life.WITHDRAWN, GONE, {"answered_otherwise": True}, Life.WITHDRAWN),
        # gone, and sent
        (Life.SAVED, GONE, {"seen_sent": True, "answered_otherwise": True}, Life.SENT),
        (Life.WITHDRAWING, GONE, {"seen_sent": True}, Life.SENT),
        (Life.INTENT, GONE, {"wrote_since": True}, Life.SENT),
        (Life.SAVED, GONE, {"wrote_since": True}, Life.SENT),
        (Life.EDITED, GONE, {"wrote_since": True}, Life.SENT),
        # gone
        (Life.INTENT, GONE, {}, Life.INTENT),
        (Life.INTENT, GONE, {"discarded": True}, Life.DISMISSED),
        (Life.INTENT, GONE, {"discarded": True, "wrote_since": True}, Life.SENT),
        (Life.INTENT, OURS, {"discarded": True}, Life.SAVED),
        (Life.WITHDRAWING, GONE, {"discarded": True}, Life.WITHDRAWN),
        (Life.SAVED, GONE, {}, Life.DISMISSED),
        (Life.EDITED, GONE, {}, Life.DISMISSED),
        (Life.WITHDRAWING, GONE, {"wrote_since": True}, Life.WITHDRAWN),
        (Life.WITHDRAWN, GONE, {"wrote_since": True}, Life.WITHDRAWN),
        (Life.DISMISSED, GONE, {"wrote_since": True}, Life.DISMISSED),
        (Life.SENT, GONE, {}, Life.SENT),
    ],
)
def test_what_became_of_it(before, found, known, after):
    assert fate(record(print="as-we-wrote", life=before), found, **known) is after
