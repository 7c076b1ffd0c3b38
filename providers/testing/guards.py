"""What no provider can do, whatever its author forgot."""
# ruff: noqa: S101  these are tests

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from providers.base import FolderRole, NotOurs, Option, Provider
from providers.testing.mailbox import NOW, Mailbox, draft_id, mail, our_draft

__all__ = ["GuardsContract"]

NOT_DRAFTS_OF_OURS = {
    "somebody else's Message-ID": mail("theirs"),
    "no Message-ID": b"From: a@x.example\r\nSubject: x\r\n\r\nhello\r\n",
    "two Message-IDs": b"Message-ID: " + draft_id(2).encode() + b"\r\n" + our_draft(1),
    "the same Message-ID twice": b"Message-ID: " + draft_id(1).encode() + b"\r\n" + our_draft(1),
    "more than 200 kB": our_draft(1, body="word " * 50_000),
    "nothing at all": b"",
}


class GuardsContract:
    """The public methods of `Provider` are the only ones, and they check what goes out."""

    @pytest.fixture
    def mailbox(self) -> Mailbox:
        raise NotImplementedError("a subclass gives this fixture")

    @pytest.mark.parametrize("what", NOT_DRAFTS_OF_OURS)
    def test_only_drafts_of_ours_are_saved(self, mailbox: Mailbox, what: str) -> None:
        before = mailbox.snapshot()
        with mailbox.provider() as provider, pytest.raises(NotOurs):
            provider.save_draft(NOT_DRAFTS_OF_OURS[what])
        assert mailbox.snapshot() == before

    @pytest.mark.parametrize(
        "message_id",
        ["", "<theirs@mail.example>", draft_id(1).strip("<>"), draft_id(1) + "\r\nA1 DELETE INBOX", draft_id(1) + " "],
    )
    def test_only_message_ids_of_ours_are_looked_for(self, mailbox: Mailbox, message_id: str) -> None:
        with mailbox.provider() as provider:
            with pytest.raises(NotOurs):
                provider.find_draft(message_id)
            with pytest.raises(NotOurs):
                provider.discarded(message_id)
            with pytest.raises(NotOurs):
                provider.remove_draft(message_id, "0" * 64)

    def test_a_poll_needs_a_zone(self, mailbox: Mailbox) -> None:
        with mailbox.provider() as provider, pytest.raises(ValueError, match="zone"):
            provider.poll(None, dt.datetime(2026, 3, 1))  # noqa: DTZ001  that is the point

    @pytest.mark.parametrize(
        "name", ["reach", "survey", "poll", "fetch", "drafts", "find_draft", "discarded", "save_draft", "remove_draft"]
    )
    def test_a_guarded_method_can_not_be_redefined(self, mailbox: Mailbox, name: str) -> None:
        with pytest.raises(TypeError, match="guarded"):
            type("Careless", (mailbox.provider_class,), {name: lambda _: None})

    @pytest.mark.parametrize("name", ["send", "delete", "move", "mark_read"])
    def test_no_public_verb_can_be_added(self, mailbox: Mailbox, name: str) -> None:
        with pytest.raises(TypeError, match="not part of the provider contract"):
            type("Helpful", (mailbox.provider_class,), {name: lambda _: None})

    def test_a_provider_offers_no_public_verb_outside_the_contract(self, mailbox: Mailbox) -> None:
        public = {name for name in dir(mailbox.provider_class) if not name.startswith("_")}
        assert public == {name for name in dir(Provider) if not name.startswith("_")} | {"kind"}

    def test_looking_around_tells_the_drafts_folder_and_changes_nothing(self, mailbox: Mailbox) -> None:
        mailbox.deliver(mail("one"), mailbox.folders[FolderRole.INBOX], NOW)
        before = mailbox.snapshot()
        provider = mailbox.provider()
        provider.reach()
        with provider:
            found = provider.survey()
        assert found.drafts in ("", "Drafts", mailbox.folders[FolderRole.DRAFTS])  # an API may have its own word
        assert found.lacks == ()
        assert found.newest is None or abs(found.newest - NOW) < dt.timedelta(hours=1)
        assert mailbox.snapshot() == before

    def test_its_options_describe_its_settings(self, mailbox: Mailbox) -> None:
        options: dict[str, Any] = dict(mailbox.provider_class.options)
        assert mailbox.provider_class.kind
        assert mailbox.settings().keys() <= options.keys()
        assert {name for name, option in options.items() if option.required} <= mailbox.settings().keys()
        for option in options.values():
            assert isinstance(option, Option)
            assert option.type in (str, int, bool, list)
            assert option.help
