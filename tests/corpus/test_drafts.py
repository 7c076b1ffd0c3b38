"""The figures under the printed drafts."""

from __future__ import annotations

import pytest

from tests.corpus.drafts import WANTED, reading_ease, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("news", 1), ("share", 1), ("table", 2), ("decision", 3), ("interested", 4), ("filled", 1), ("glad", 1), ("I", 1)],
)
def test_syllables_are_counted_as_they_are_heard(word, count):
    assert syllables(word) == count


def test_short_words_in_short_sentences_read_with_ease():
    assert reading_ease("The cat sat on the mat.") == pytest.approx(116.1, abs=0.1)
    hard = "Organisational considerations necessitate comprehensive reorganisation of interdepartmental communication."
    assert reading_ease(hard) < 0


def test_there_are_forty():
    assert sum(WANTED.values()) == 40
