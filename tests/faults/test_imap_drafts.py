"""Drafts over IMAP when the network, the server or the mailbox fails: in the end one draft, and nothing else touched."""

from __future__ import annotations

import time

import pytest

from providers.base import NotSetUp, OutcomeUnknown, Unreachable
from providers.testing.mailbox import draft_id, mail, our_draft
from tests.servers.account import Account
from tests.servers.dovecot import Dovecot
from tests.servers.faultproxy import Deed, Fault, FaultProxy
from tests.servers.mailbox import imap_provider

pytestmark = pytest.mark.server

FAULTS = {
    "the answer to APPEND is lost": (Fault(Deed.KILL, b"APPENDUID"), 1),
    "no answer to APPEND ever comes": (Fault(Deed.SWALLOW, b"APPENDUID"), 1),
    "the connection ends before the draft is sent": (Fault(Deed.KILL, b"From: ", to_server=True), 0),
    "the connection ends in the middle of the draft": (Fault(Deed.KILL, b"From: ", to_server=True, after=300), 0),
    "the draft never arrives whole": (Fault(Deed.SWALLOW, b"From: ", to_server=True, after=300), 0),
}


def copies(account: Account) -> int:
    return len(account.find(draft_id(1)))


@pytest.mark.parametrize("what", FAULTS)
def test_whatever_happens_to_an_append_one_draft_is_left_in_the_end(dovecot: Dovecot, what: str) -> None:
    account = dovecot.account("Drafts")
    fault, saved = FAULTS[what]
    with FaultProxy(account.port, fault) as proxy, imap_provider(account, port=proxy.port, timeout=1) as provider:
        begun = time.monotonic()
        with pytest.raises(OutcomeUnknown) as raised:
            provider.save_draft(our_draft(1))
        assert time.monotonic() - begun < 3
        assert raised.value.hint
        assert proxy.commands().count("APPEND") == 1, "an APPEND is never repeated by itself"
        found = provider.find_draft(draft_id(1))  # over a new connection
        assert (found is not None) == bool(saved)
        if found is None:
            provider.save_draft(our_draft(1))
    assert copies(account) == 1


def test_a_frozen_server_leaves_the_outcome_open_and_a_second_look_finds_it(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    with imap_provider(account, timeout=1) as provider:
        provider.drafts()
        dovecot.freeze()
        try:
            begun = time.monotonic()
            with pytest.raises(OutcomeUnknown):
                provider.save_draft(our_draft(1))
            assert time.monotonic() - begun < 3
        finally:
            dovecot.thaw()
    time.sleep(0.2)
    with imap_provider(account) as provider:
        if provider.find_draft(draft_id(1)) is None:
            provider.save_draft(our_draft(1))
    assert copies(account) == 1


def test_a_full_mailbox_is_said_and_nothing_is_saved(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", user="full@home.example")
    with imap_provider(account) as provider, pytest.raises(Unreachable, match="full") as raised:
        provider.save_draft(our_draft(1, body="word\n" * 8_000))
    assert raised.value.hint
    assert copies(account) == 0


def test_a_drafts_folder_that_is_renamed_meanwhile_is_said_and_none_is_made(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    with imap_provider(account) as provider:
        assert provider.drafts() == []
        account.rename_folder("Drafts", "Old")
        before = account.snapshot()
        with pytest.raises(NotSetUp, match='"Drafts", is not there any more'):
            provider.save_draft(our_draft(1))
    with imap_provider(account) as provider, pytest.raises(NotSetUp, match="there are: INBOX, Old"):
        provider.save_draft(our_draft(1))
    assert account.snapshot() == before


def test_where_two_folders_could_be_drafts_the_user_is_asked_and_the_option_decides(dovecot: Dovecot) -> None:
    account = dovecot.account("Entwürfe", "Brouillons")
    with imap_provider(account) as provider:
        with pytest.raises(NotSetUp, match="Brouillons, Entwürfe") as raised:
            provider.save_draft(our_draft(1))
        assert "drafts =" in raised.value.hint
    assert copies(account) == 0
    with imap_provider(account, drafts="Entwürfe") as provider:
        provider.save_draft(our_draft(1))
    assert [folder for folder, _ in account.find(draft_id(1))] == ["Entwürfe"]


def test_a_folder_named_in_the_options_that_is_not_there_is_said(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    with (
        imap_provider(account, drafts="Nowhere") as provider,
        pytest.raises(NotSetUp, match="there are: Drafts, INBOX"),
    ):
        provider.save_draft(our_draft(1))


def test_what_the_user_marked_as_deleted_survives_everything_we_do(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    for folder in ("INBOX", "Drafts"):
        account.deliver(mail(folder), folder, flags=r"(\Deleted)")
    before = account.snapshot()
    with imap_provider(account) as provider:
        saved = provider.save_draft(our_draft(1))
        assert [draft.message_id for draft in provider.drafts()] == [draft_id(1)]
        assert provider.remove_draft(saved.message_id, saved.print)
        assert provider.drafts() == []
    assert account.snapshot() == before


def test_a_draft_that_the_user_marked_as_deleted_is_gone(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    with imap_provider(account) as provider:
        saved = provider.save_draft(our_draft(1))
        account.flag(draft_id(1), r"\Deleted")
        assert provider.find_draft(draft_id(1)) is None
        assert provider.remove_draft(saved.message_id, saved.print) is False
    assert copies(account) == 1


def test_what_waits_for_its_removal_is_discarded_and_nothing_is_changed(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    with imap_provider(account) as provider:
        provider.save_draft(our_draft(1))
        assert provider.discarded(draft_id(1)) is False
        account.flag(draft_id(1), r"\Deleted")
        before = account.snapshot()
        assert provider.discarded(draft_id(1)) is True
    assert account.snapshot() == before


def test_every_folder_that_could_be_trash_is_looked_into(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Deleted Items", "Papierkorb")
    with imap_provider(account) as provider:
        for number, folder in enumerate(("Deleted Items", "Papierkorb")):
            account.deliver(our_draft(number), folder, flags=r"(\Draft \Deleted)")
            assert provider.discarded(draft_id(number)) is True


def test_a_discarded_draft_is_found_even_where_the_servers_search_is_behind(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Trash")
    account.deliver(our_draft(1), "Trash")
    blind = Fault(Deed.REPLACE, b"SEARCH 1\r", by=b"SEARCH\r")
    with FaultProxy(account.port, blind) as proxy, imap_provider(account, port=proxy.port) as provider:
        assert provider.discarded(draft_id(1)) is True
        assert blind not in proxy.faults, "the search did come back empty"


def test_without_uidplus_nothing_is_expunged(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    account.deliver(mail("theirs"), "Drafts", flags=r"(\Deleted)")
    hidden = Fault(Deed.REPLACE, b"UIDPLUS", by=b"XXXPLUS", once=False)
    with FaultProxy(account.port, hidden) as proxy, imap_provider(account, port=proxy.port) as provider:
        saved = provider.save_draft(our_draft(1))
        before = account.snapshot()
        with pytest.raises(NotSetUp, match="UIDPLUS"):
            provider.remove_draft(saved.message_id, saved.print)
    assert account.snapshot() == before


def test_a_draft_is_found_again_where_the_server_does_not_say_where_it_put_it(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    mute = Fault(Deed.REPLACE, b"APPENDUID", by=b"XXXXXXXXX", once=False)
    with FaultProxy(account.port, mute) as proxy, imap_provider(account, port=proxy.port) as provider:
        saved = provider.save_draft(our_draft(1))
        assert saved == provider.find_draft(draft_id(1))


def test_a_draft_that_was_taken_but_cannot_be_found_again_is_no_failure(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    mute = Fault(Deed.REPLACE, b"APPENDUID", by=b"XXXXXXXXX", once=False)
    for trouble in (
        Fault(Deed.REPLACE, b"SEARCH", by=b"SNARCH", to_server=True),
        Fault(Deed.KILL, b"EXAMINE", to_server=True),
    ):
        with FaultProxy(account.port, mute, trouble) as proxy, imap_provider(account, port=proxy.port) as provider:
            with pytest.raises(OutcomeUnknown):
                provider.save_draft(our_draft(1))
            assert provider.find_draft(draft_id(1))


def test_a_draft_is_found_even_where_the_servers_search_is_behind(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    blind = Fault(Deed.REPLACE, b"SEARCH 1\r", by=b"SEARCH\r")
    with FaultProxy(account.port, blind) as proxy, imap_provider(account, port=proxy.port) as provider:
        provider.save_draft(our_draft(1))
        assert provider.find_draft(draft_id(1)) is not None
        assert blind not in proxy.faults, "the search did come back empty"


def test_another_draft_whose_id_holds_ours_is_not_ours(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    account.deliver(mail("x").replace(b"<x@mail.example>", b"<a" + draft_id(1).encode() + b">"), "Drafts")
    with imap_provider(account) as provider:
        assert provider.find_draft(draft_id(1)) is None
