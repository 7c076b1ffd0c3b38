"""My signature: as configured, else as my last mails are signed; and the names that others sign with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.builders import DANA, ME, MINE, mail, process, says
from tests.unit.drafting.scene import Scene
from tests.unit.places import quick_directory
from watcher.drafting.signing import names_signed, signature, usual_signature
from watcher.model import Kind, Thread


def signed(number: int, text: str, sender=MINE):
    return mail(number, f"2026-03-{number:02} 10:00", sender, says(Kind.SIGNS, text=text))


@pytest.mark.parametrize(
    ("configured", "written"),
    [
        ("", "Best,\nAlex Kim"),
        ("Alex\n555-0142", "Best,\nAlex\n555-0142"),
        ("Kind regards,\nAlex", "Kind regards,\nAlex"),
        ("Ngā mihi\nAlex", "Ngā mihi\nAlex"),
        ("Hälsningar / best,\nAlex", "Hälsningar / best,\nAlex"),
        ("Groet,\nAlex", "Groet,\nAlex"),
        ("Thanks", "Best,\nThanks"),
        ("Alex\x1b[31m\x00", "Best,\nAlex[31m"),
    ],
)
def test_it_closes_once(configured, written):
    assert signature(replace(ME, signature=configured), "Best,") == written


def test_what_most_of_my_last_mails_are_signed_with():
    mails = [signed(1, "A."), signed(2, "Alex\n555-0142"), signed(3, "Alex\n555-0142"), signed(4, "Sincerely,\nAlex")]
    assert usual_signature([*mails, signed(5, "Dana", DANA)]) == "Alex\n555-0142"
    assert usual_signature([signed(1, "Old"), signed(2, "New")]) == "New"
    assert usual_signature([]) == ""


def test_a_draft_is_signed_with_it_where_nothing_is_configured(tmp_path):
    with quick_directory() as root:
        scene = Scene(tmp_path or root)
        scene.entries.append(signed(2, "Alex K.\n(312) 555-0142"))
        scene.scan()
        (draft,) = scene.drafts().values()
    assert b"Alex K.\n(312) 555-0142" in draft.replace(b"\r\n", b"\n")


def test_a_name_is_the_last_one_that_they_signed_with_and_nothing_else():
    entries = (signed(1, "Danielle", DANA), signed(2, "Dana", DANA), signed(3, "{{ x }}", DANA), signed(4, "Alex"))
    assert names_signed(process(threads=(Thread("t", "Hello", entries),))) == {DANA.email: "Dana"}
