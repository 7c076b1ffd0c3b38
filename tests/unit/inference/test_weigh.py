"""What the whole of a mail says beside its rules."""

from __future__ import annotations

import pytest

from tests.corpus.lessons import ALEX, single
from watcher.inference import infer
from watcher.model import Kind

INVITED = "Hi Alex, thanks for applying. We would like to interview you for the Backend Engineer role next week."
RENTED = "Dear Alex, the flat on Mill Lane is still free. Viewings are on Saturday. The rent is due on the first."


@pytest.mark.parametrize(
    ("by", "text", "unlike"), [("them", INVITED, False), ("them", RENTED, True), ("me", RENTED, False)]
)
def test_a_mail_of_theirs_that_does_not_clearly_read_like_hiring_says_so(by: str, text: str, unlike: bool) -> None:
    read = infer(single({"by": by, "text": text}, "1"), ALEX)

    assert (Kind.UNLIKE_HIRING in {statement.kind for statement in read}) is unlike
