"""Files of the user's that go with a letter."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from dataclasses import replace

import pytest

from tests.unit.builders import DANA, ME, mail, moment, process
from watcher.drafting.attachments import MAX_BYTES, attachments, trouble_with
from watcher.drafting.body import Writer
from watcher.drafting.letter import compose
from watcher.drafting.mime import build
from watcher.model import Mark, MarkKind, Step, StepKind, Thread

NOW = moment("2026-03-16 09:00")
STEP = Step(StepKind.CHECK_IN, dt.date(2026, 3, 16), (DANA,), "because", "<1@test.example>")


def told(*files, at: str = "2026-03-15 09:00"):
    marks = tuple(Mark(MarkKind.ATTACH, "<1@test.example>", moment(at), str(file)) for file in files)
    return process(marks=marks, threads=(Thread("t", "Backend Engineer", (mail(1, "2026-03-02 10:00"),)),))


@pytest.fixture
def portfolio(tmp_path):
    path = tmp_path / "my portfolio – Ü.pdf"
    path.write_bytes(bytes(range(256)) * 50)
    return path


@pytest.mark.parametrize("kind", [StepKind.THANK_YOU, StepKind.CHECK_IN, StepKind.SECOND_CHECK_IN])
def test_a_file_goes_with_the_next_letter_which_is_one_still(portfolio, kind):
    letter = compose(told(portfolio), replace(STEP, kind=kind), Writer(ME), NOW)
    assert "ttached my portfolio – Ü.pdf" in letter.body
    sent = email.message_from_bytes(build(letter, "<watcher.0@x.example>", NOW), policy=email.policy.default)
    words, file = sent.iter_parts()
    assert words.get_content().replace("\r\n", "\n") == letter.body
    assert (file.get_filename(), file.get_content_type()) == (portfolio.name, "application/pdf")
    assert file.get_content() == portfolio.read_bytes()
    assert len(sent.as_bytes()) < 200_000


def test_the_largest_file_fits_into_a_draft(tmp_path):
    (path := tmp_path / "big.bin").write_bytes(b"\xff" * MAX_BYTES)
    letter = compose(told(path), STEP, Writer(ME), NOW)
    assert len(build(letter, "<watcher.0@x.example>", NOW)) < 190_000


def test_it_goes_with_one_letter_only(portfolio):
    before = told(portfolio, at="2026-03-02 14:00")  # I wrote at three
    assert attachments(before) == ((), ())


def test_what_is_gone_or_too_large_by_then_is_told_and_the_letter_does_not_speak_of_it(tmp_path, portfolio):
    (big := tmp_path / "big.pdf").write_bytes(b"x" * (MAX_BYTES + 1))
    letter = compose(told(tmp_path / "gone.pdf", big, portfolio), STEP, Writer(ME), NOW)
    assert [file.name for file in letter.attachments] == [portfolio.name]
    assert "gone.pdf is not attached: no such file or directory" in letter.told
    assert any(said.startswith("big.pdf is not attached: it has 135 kB") for said in letter.told)
    alone = compose(told(tmp_path / "gone.pdf"), STEP, Writer(ME), NOW)
    assert "ttached" not in alone.body


def test_a_folder_is_no_file(tmp_path):
    assert trouble_with(tmp_path) == "it is not a file"


def test_a_name_of_any_kind_is_only_a_name(tmp_path):
    path = tmp_path / 'a";\r\nBcc: x@evil.example\r\n.html'
    path.write_bytes(b"<b>")
    letter = compose(told(path), STEP, Writer(ME), NOW)
    sent = email.message_from_bytes(build(letter, "<watcher.0@x.example>", NOW), policy=email.policy.default)
    assert sent["Bcc"] is None
    (file,) = list(sent.iter_attachments())
    assert "\n" not in (file.get_filename() or "")
    assert file.get_content_type() == "application/octet-stream"
