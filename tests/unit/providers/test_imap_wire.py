"""What can be said over the wire, and what is refused before anything is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from providers.base import NotOurs
from providers.imap.wire import Fetched, Wire
from providers.testing.mailbox import draft_id, our_draft


class Silence:
    """A connection over which nothing may be said."""

    def capabilities(self) -> tuple[bytes, ...]:
        return (b"IMAP4REV1", b"UIDPLUS")

    def __getattr__(self, name: str) -> Any:
        def said(*_: object, **__: object) -> None:
            raise AssertionError(f"{name} was said")

        return said


BAD = ["x\r\nA1 DELETE Keep", "x\nA1 NOOP", "x\rA1 NOOP", "a\0b", "Entwürfe", "a\x1b[2J", "a\x85b", "\u2028", "a\x7f"]
VERBS: dict[str, Callable[[Wire, str], object]] = {
    "status": lambda wire, bad: wire.status(bad),
    "examine": lambda wire, bad: wire.examine(bad),
    "search": lambda wire, bad: wire.search_own(bad),
    "search for an id of ours and more": lambda wire, bad: wire.search_own(draft_id(1) + bad),
    "fetch": lambda wire, bad: list(wire.fetch([1], bad)),
    "append": lambda wire, bad: wire.append(bad, our_draft(1)),
    "remove": lambda wire, bad: wire.remove_draft(bad, 1, 1, lambda _: True),
}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("verb", VERBS)
def test_an_argument_that_could_be_a_command_is_refused_before_the_library_sees_it(verb: str, bad: str) -> None:
    wire = Wire(Silence(), "here:143")  # type: ignore[arg-type]
    with pytest.raises(NotOurs):
        VERBS[verb](wire, bad)


@pytest.mark.parametrize("not_a_number", ["1:*", "1\r\nA1 NOOP", None, "x"])
def test_what_should_be_a_number_must_be_one(not_a_number: Any) -> None:
    wire = Wire(Silence(), "here:143")  # type: ignore[arg-type]
    for verb in (
        lambda: wire.search_from(not_a_number),
        lambda: wire.search_since(dt.date(2026, 3, 1), not_a_number, 9),
        lambda: list(wire.fetch([not_a_number], "UID")),
        lambda: wire.remove_draft("Drafts", 1, not_a_number, lambda _: True),
    ):
        with pytest.raises((ValueError, TypeError)):
            verb()


def test_a_draft_with_a_nul_is_refused() -> None:
    wire = Wire(Silence(), "here:143")  # type: ignore[arg-type]
    with pytest.raises(NotOurs):
        wire.append("Drafts", our_draft(1) + b"\0")


def test_a_message_is_never_fetched_so_that_it_counts_as_read() -> None:
    wire = Wire(Silence(), "here:143")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="PEEK"):
        list(wire.fetch([1], "UID BODY[TEXT]"))


def test_a_section_is_found_however_the_server_writes_its_name() -> None:
    plain, partial, quoted = b"BODY[HEADER.FIELDS (FROM)]", b"BODY[1.2]<0>", b'BODY[HEADER.FIELDS ("FROM")]'
    assert Fetched(1, {plain: b"x"}).section("HEADER.FIELDS") == b"x"
    assert Fetched(1, {quoted: b"x"}).section("HEADER.FIELDS") == b"x"
    assert Fetched(1, {partial: b"x", b"BODY[1.2.MIME]": b"y"}).section("1.2]") == b"x"
    assert Fetched(1, {partial: None}).section("1.2]") == b""
