"""What people sign with: mine as it stands, theirs where it is the name they are called by."""

from __future__ import annotations

import pytest

from tests.unit.builders import MINE, mail
from watcher.inference.signed import signs
from watcher.model import Address, Automatic, Message, Side


def signed(sender: Address, signature: str, **values) -> list[str]:
    envelope = mail(1, "2026-03-02 10:00", sender, **values).envelope
    return [said.text for said in signs(Message(envelope, "The words.", signature))]


@pytest.mark.parametrize(
    ("signature", "kept"),
    [
        ("Alex Kim\n(312) 555-0142", ["Alex Kim\n(312) 555-0142"]),
        ("Best,\nAlex", ["Best,\nAlex"]),
        ("Alex\n\nSent from my iPhone", ["Alex"]),
        ("", []),
        ("\n".join(f"line {n}" for n in range(9)), []),
        ("Alex\n" + "x" * 400, []),
    ],
)
def test_mine_is_kept_as_it_stands(signature, kept):
    assert signed(MINE, signature) == kept


@pytest.mark.parametrize(
    ("name", "signature", "kept"),
    [
        ("Shane Duggan", "Shaneo", ["Shaneo"]),
        ("Dana Ruiz", "Best,\nDana\nTalent, Acme", ["Dana"]),
        ("Astrid Berg", "/Astrid", ["Astrid"]),
        ("Dana Ruiz", "Dana Ruiz\nTalent, Acme", []),
        ("Dana Ruiz", "Talent Team", []),
        ("Dana Ruiz", "Acme", []),
        ("Dana Ruiz", "DR", []),
        ("Dana Ruiz", "{{Dana}}", []),
    ],
)
def test_of_theirs_the_name_they_are_called_by(name, signature, kept):
    assert signed(Address("x@acme.example", name), signature) == kept


def test_a_machine_signs_nothing():
    assert signed(Address("x@acme.example", "Dana"), "Dana", side=Side.MACHINE, automatic=Automatic.NOTICE) == []
