"""Reading over IMAP from a mailbox that changes, a network that breaks, and a server that means ill."""

from __future__ import annotations

import datetime as dt
import email
import itertools
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from providers.base import FolderRole, Listing, NotOurs, Provider, Unreachable
from providers.imap import connection
from providers.testing.mailbox import NOW, draft_id, mail, our_draft, with_calendar
from tests.servers.account import Account
from tests.servers.cyrus import Cyrus
from tests.servers.dovecot import Dovecot
from tests.servers.faultproxy import Deed, Fault, FaultProxy
from tests.servers.mailbox import imap_provider
from tests.servers.scripted import Scripted

pytestmark = pytest.mark.server

SINCE = NOW - dt.timedelta(days=30)


def polled(provider: Provider, cursor: str | None = None) -> tuple[list[Listing], str | None]:
    """All that is new, and the cursor for the next time."""
    pages = list(provider.poll(cursor, SINCE))
    return [listing for page in pages for listing in page.listings], pages[-1].cursor if pages else cursor


# -- what a poll costs -----------------------------------------------------------------------------
def test_a_quiet_poll_is_five_commands_however_many_folders_there_are(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Sent", *(f"Folder {n}" for n in range(20)))
    account.deliver_all([(mail(str(n)), NOW) for n in range(30)], "INBOX")
    with imap_provider(account) as provider:
        _, cursor = polled(provider)
    with FaultProxy(account.port) as proxy:
        with imap_provider(account, port=proxy.port) as provider:
            assert polled(provider, cursor) == ([], cursor)
        assert proxy.commands() == ["CAPABILITY", "LOGIN", "NAMESPACE", "LIST", "LOGOUT"]
        assert len(proxy.heard) < 6_000


def test_one_new_mail_costs_three_commands_more_and_its_text_two(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Sent")
    with imap_provider(account) as provider:
        _, cursor = polled(provider)
    account.deliver(with_calendar("meet", attachment=bytes(500_000)))
    with FaultProxy(account.port) as proxy:
        with imap_provider(account, port=proxy.port) as provider:
            (listing,), _ = polled(provider, cursor)
            list(provider.fetch([listing.ref]))
        reading = proxy.commands()[proxy.commands().index("LIST") + 1 : -1]
        assert reading == ["EXAMINE", "UID SEARCH", "UID FETCH", "UID FETCH", "UID FETCH"]
        assert len(proxy.heard) < 12_000


def test_a_server_with_nothing_beyond_the_standard_is_read_too(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Sent", "Jobs")
    hidden = [
        Fault(Deed.REPLACE, name, by=b"X" * len(name), once=False)
        for name in (
            b"LIST-STATUS",
            b"LIST-EXTENDED",
            b"SPECIAL-USE",
            b"NAMESPACE",
            b"UNSELECT",
            b"UIDPLUS",
            b"APPENDUID",
        )
    ]
    with FaultProxy(account.port, *hidden) as proxy, imap_provider(account, port=proxy.port) as provider:
        _, cursor = polled(provider)
        for folder in ("INBOX", "Jobs"):
            account.deliver(mail(folder), folder)
        found, cursor = polled(provider, cursor)
        assert len(found) == 2
        assert polled(provider, cursor)[0] == []
        assert provider.find_draft(provider.save_draft(our_draft(1)).message_id)
        assert "STATUS" in proxy.commands()


# -- a mailbox that changes -------------------------------------------------------------------------
def test_after_a_new_uidvalidity_no_mail_is_missed_and_the_next_poll_is_quiet(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    old = mail("old")
    account.deliver_all([(mail("one"), NOW), (mail("two"), NOW), (old, SINCE - dt.timedelta(days=9))], "INBOX")
    with imap_provider(account) as provider:
        before, cursor = polled(provider)
    dovecot.forget(account)
    account.deliver(mail("three"))
    with imap_provider(account) as provider:
        assert list(provider.fetch([listing.ref for listing in before])) == [], "a UID stands for another message now"
        found, cursor = polled(provider, cursor)
        ids = sorted(email.message_from_bytes(listing.header)["Message-ID"] for listing in found)
        assert ids == ["<one@mail.example>", "<three@mail.example>", "<two@mail.example>"]
    with imap_provider(account) as provider:
        assert polled(provider, cursor)[0] == []


def test_mail_that_arrives_while_pages_are_read_comes_at_the_next_poll(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Sent")
    account.deliver_all([(mail(str(n)), NOW) for n in range(210)], "INBOX")
    with imap_provider(account) as provider:
        pages = provider.poll(None, SINCE)
        count = len(next(pages).listings)
        account.deliver(mail("meanwhile"))
        account.deliver(mail("mine"), "Sent")
        rest = list(pages)
        count += sum(len(page.listings) for page in rest)
        assert count == 210
        assert len(polled(provider, rest[-1].cursor)[0]) == 2


def test_pages_go_on_after_other_folders_were_read_in_between(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Sent")
    for folder in ("INBOX", "Sent"):
        account.deliver_all([(mail(f"{folder}-{n}"), NOW) for n in range(210)], folder)
    with imap_provider(account) as provider:
        seen: list[str] = []
        for page in provider.poll(None, SINCE):
            provider.drafts()
            seen += [raw.ref for raw in provider.fetch([listing.ref for listing in page.listings])]
        assert len(seen) == len(set(seen)) == 420


def test_a_first_look_back_covers_all_zones_and_drops_what_is_too_old() -> None:
    """A server compares days as the zones of arrival have them: it is asked for a day more (RFC 3501, 6.4.4)."""
    since = dt.datetime(2026, 3, 10, 1, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))  # the 9th, 23:00 UTC
    dates = {4: "09-Mar-2026 12:30:00 -1100", 5: "09-Mar-2026 11:30:00 -1100"}  # 23:30 and 22:30 UTC
    answers = {
        "UID SEARCH": b"* SEARCH 4 5\r\n",
        "UID FETCH": b"".join(
            b'* 1 FETCH (UID %d INTERNALDATE "%b" RFC822.SIZE 9 BODY[HEADER.FIELDS (X)]<0> {4}\r\nA: b)\r\n'
            % (uid, date.encode())
            for uid, date in dates.items()
        ),
    }
    with Scripted(answers) as server, imap_provider(_here(server.port), timeout=2) as provider:
        (page,) = provider.poll(None, since)
    assert b"UID SEARCH UID 1:4 SINCE 08-Mar-2026 UNDRAFT" in server.heard
    assert [listing.received for listing in page.listings] == [dt.datetime(2026, 3, 9, 23, 30, tzinfo=dt.UTC)]


def test_other_peoples_folders_are_not_read(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Publicity")
    account.deliver(mail("shared"), "Public/Team")
    account.deliver(mail("mine"), "Publicity")
    try:
        with imap_provider(account) as provider:
            (listing,), cursor = polled(provider)
    finally:
        account.delete("<shared@mail.example>")  # all accounts of this server see it
    assert b"<mine@mail.example>" in listing.header
    assert "Public/" not in str(cursor)


def test_only_the_folders_named_are_read(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Gesendete E-Mails", "Zürich")
    for folder in ("INBOX", "Gesendete E-Mails", "Zürich"):
        account.deliver(mail("x"), folder)
    with imap_provider(account, folders=["Gesendete E-Mails", "Zürich"], sent="Gesendete E-Mails") as provider:
        found, _ = polled(provider)
    assert [listing.folder for listing in found] == [FolderRole.SENT, FolderRole.OTHER]


def test_messages_marked_as_drafts_are_no_mail_wherever_they_lie(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Old")
    account.deliver(mail("half-written"), "Old", flags=r"(\Draft)")
    with imap_provider(account) as provider:
        found, cursor = polled(provider)
        assert found == []
        account.deliver(mail("another"), "Old", flags=r"(\Draft)")
        assert polled(provider, cursor)[0] == []


def test_the_servers_own_thread_ids_are_given(cyrus: Cyrus) -> None:
    account = cyrus.account("Drafts \\Drafts")
    account.deliver(mail("one"))
    account.deliver(
        mail("two", In_Reply_To="<one@mail.example>", References="<one@mail.example>", Subject="Re: About one")
    )
    account.deliver(mail("three"))
    with imap_provider(account) as provider:
        one, two, three = polled(provider)[0]
    assert one.thread_hint
    assert one.thread_hint == two.thread_hint != three.thread_hint


# -- mail is data -----------------------------------------------------------------------------------
def test_a_message_id_with_a_command_in_it_is_never_said(dovecot: Dovecot) -> None:
    """RFC 2047 hides a line break in a Message-ID; searched for as it decodes, it deletes the folder "Keep"."""
    account = dovecot.account("Drafts", "Keep")
    hostile = mail("x").replace(b"<x@mail.example>", b"=?utf-8?Q?x=0D=0AA1_DELETE_Keep=0D=0AA2_NOOP_x?=")
    account.deliver(hostile)
    account.deliver(hostile, "Drafts")
    before = account.snapshot()
    with FaultProxy(account.port) as proxy:
        with imap_provider(account, port=proxy.port) as provider:
            found, _ = polled(provider)
            list(provider.fetch([listing.ref for listing in found]))
            (draft,) = provider.drafts()
            for message_id in (draft.message_id, f"{draft_id(1)}\r\nA1 DELETE Keep"):
                with pytest.raises(NotOurs):
                    provider.find_draft(message_id)
        assert b"DELETE Keep" not in proxy.said
    assert account.snapshot() == before
    account.remove_folder("Keep")  # it is still there


def test_only_commands_that_read_are_said_apart_from_our_own_draft(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts", "Sent")
    account.deliver_all([(with_calendar("meet"), NOW), (mail("x"), NOW)], "INBOX")
    account.deliver(mail("theirs"), "Drafts")
    with FaultProxy(account.port) as proxy:
        with imap_provider(account, port=proxy.port) as provider:
            found, _ = polled(provider)
            list(provider.fetch([listing.ref for listing in found]))
            provider.drafts()
            saved = provider.save_draft(our_draft(1))
            assert provider.find_draft(saved.message_id)
        said = set(proxy.commands())
        assert said == {
            "CAPABILITY", "LOGIN", "NAMESPACE", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH", "APPEND", "LOGOUT",
        }  # fmt: skip
        assert b"BODY[" not in proxy.said.replace(b"BODY.PEEK[", b"")


def test_a_huge_message_costs_little(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    message = EmailMessage()
    message["Message-ID"] = "<huge@mail.example>"
    message.set_content("a line of it\n" * 400_000)
    message.add_attachment(bytes(6_000_000), maintype="application", subtype="pdf", filename="cv.pdf")
    account.deliver(message.as_bytes())
    with FaultProxy(account.port) as proxy:
        with imap_provider(account, port=proxy.port) as provider:
            (listing,), _ = polled(provider)
            (raw,) = provider.fetch([listing.ref])
        assert len(proxy.heard) < 600_000
    assert listing.size > 10_000_000
    parts = list(email.message_from_bytes(raw.content).walk())
    assert [part.get_filename() for part in parts] == [None, None, "cv.pdf"]
    assert str(parts[1].get_payload()).startswith("a line of it\r\n")
    assert parts[2].get_payload() == ""


# -- a network that breaks ---------------------------------------------------------------------------
@pytest.mark.parametrize("deed", [Deed.KILL, Deed.SWALLOW])
@pytest.mark.parametrize("when", [b"* LIST", b"UIDVALIDITY", b"* SEARCH", b"INTERNALDATE", b"BODYSTRUCTURE"])
def test_a_connection_that_breaks_while_reading_is_said_and_the_next_scan_reads_all(
    dovecot: Dovecot, deed: Deed, when: bytes
) -> None:
    account = dovecot.account("Drafts")
    account.deliver(with_calendar("meet"))
    with FaultProxy(account.port, Fault(deed, when)) as proxy:
        begun = time.monotonic()
        with pytest.raises(Unreachable) as raised, imap_provider(account, port=proxy.port, timeout=0.5) as provider:
            list(provider.fetch([listing.ref for listing in polled(provider)[0]]))
        assert time.monotonic() - begun < 2
        assert raised.value.hint
        with imap_provider(account, port=proxy.port) as provider:
            found, _ = polled(provider)
            assert len(list(provider.fetch([listing.ref for listing in found]))) == 1


def test_a_frozen_server_is_given_up_in_time(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    provider = imap_provider(account, timeout=0.5)
    provider.open()
    dovecot.freeze()
    try:
        begun = time.monotonic()
        with pytest.raises(Unreachable, match="did not answer in time"):
            polled(provider)
        provider.close()
        assert time.monotonic() - begun < 2
    finally:
        dovecot.thaw()


# -- a server that means ill -------------------------------------------------------------------------
def for_ever(piece: bytes, pause: float = 0) -> Iterator[bytes]:
    for _ in itertools.count():
        time.sleep(pause)
        yield piece


ILL = {
    "a literal of 4 GB": {"UID FETCH": b"* 1 FETCH (UID 4 BODY[HEADER.FIELDS (X)]<0> {4294967295}\r\n"},
    "a literal of 10^30 octets": {"UID FETCH": b"* 1 FETCH (UID 4 BODY[] {1" + b"0" * 30 + b"}\r\n"},
    "a line without an end": {"UID SEARCH": for_ever(b"* SEARCH" + b" 4" * 30_000)},
    "lines without an end": {"LIST": for_ever(b'* LIST () "/" x\r\n' * 5_000)},
    "an octet now and then": {"UID SEARCH": for_ever(b"4", 0.1)},
    "an untagged line now and then": {"EXAMINE": for_ever(b"* OK still here\r\n", 0.1)},
    "a BYE": {"EXAMINE": b"* BYE I am tired\r\n"},
    "a tag of its own": {"EXAMINE": b"ZZZZ99 OK\r\n"},
    "no UIDVALIDITY": {"EXAMINE": b"* 1 EXISTS\r\n"},
    "nonsense": {"UID SEARCH": b"* SEARCH \xff four\r\n"},
    "an unasked continuation": {"EXAMINE": b"+ go on\r\n" * 3},
}


SAID = {
    "a literal": "too large",
    "a line without": "too large",
    "lines without": "too many lines",
    "an octet now": "did not answer in time",
    "an untagged line": "did not answer in time",
}


@pytest.mark.parametrize("what", ILL)
def test_an_ill_meaning_server_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr(connection, "_PATIENCE", 1.5)
    words = next((words for start, words in SAID.items() if what.startswith(start)), None)
    with Scripted(ILL[what]) as server, imap_provider(_here(server.port), timeout=1) as provider:
        begun = time.monotonic()
        with pytest.raises(Unreachable, match=words):
            polled(provider)
        assert time.monotonic() - begun < 5


ODD_FOLDERS = {
    "a line break": b'* LIST () "/" {13}\r\nA\r\nDELETE Keep\r\n',
    "a NUL": b'* LIST () "/" "a\0b"\r\n',
    "octets beyond ASCII": '* LIST () "/" "Entwürfe"\r\n'.encode(),
    "modified UTF-7 of a line break": b'* LIST () "/" "a&AA0ACg-b"\r\n',
    "broken modified UTF-7": b'* LIST () "/" "a&!!!"\r\n',
    "an open bracket": b'* LIST () "/" [never\r\n',
    "no name": b'* LIST () "/"\r\n',
    "not a list": b"* LIST\r\n",
    "ten thousand parentheses": b"* LIST " + b"(" * 10_000 + b"\r\n",
    "a path upwards": b'* LIST () "/" "../../etc/passwd"\r\n',
    "a number": b'* LIST () "/" 123\r\n',
    "NIL": b"* LIST () NIL NIL\r\n",
}


@pytest.mark.parametrize("what", ODD_FOLDERS)
def test_an_odd_folder_keeps_no_other_from_being_read(what: str) -> None:
    usual = b'* LIST () "/" INBOX\r\n* STATUS INBOX (UIDVALIDITY 7 UIDNEXT 5)\r\n'
    header = b"Message-ID: <a@b>\r\n\r\n"
    fetched = b"* 1 FETCH (UID 4 RFC822.SIZE 9 BODY[HEADER.FIELDS (X)]<0> {%d}\r\n%b)\r\n" % (len(header), header)
    with Scripted({"LIST": ODD_FOLDERS[what] + usual, "UID FETCH": fetched}) as server:
        with imap_provider(_here(server.port), timeout=2) as provider:
            found, _ = polled(provider)
        assert {listing.header for listing in found} == {header}
        assert not any(line.startswith(b"DELETE") for line in server.heard.splitlines())


def test_a_message_that_the_server_cannot_give_keeps_no_other_from_being_read(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    account.deliver_all([(mail(name), NOW) for name in ("one", "two", "three")], "INBOX")
    files = sorted((dovecot.maildir(account) / "new").iterdir()) or sorted((dovecot.maildir(account) / "cur").iterdir())
    damaged = next(file for file in files if b"<two@" in file.read_bytes())
    damaged.unlink()
    damaged.mkdir()  # there by its name, but nothing to be read
    with imap_provider(account) as provider:
        found, cursor = polled(provider)
        contents = [raw.content for raw in provider.fetch([listing.ref for listing in found])]
    assert cursor
    assert sum(b"<one@" in content or b"<three@" in content for content in contents) == 2


@pytest.mark.parametrize("alone", [False, True])
def test_a_batch_refused_for_one_message_is_read_one_by_one(alone: bool) -> None:
    good = b'* 1 FETCH (UID 4 INTERNALDATE "%b" RFC822.SIZE 9 BODY[HEADER.FIELDS (X)]<0> {4}\r\nA: b)\r\n'
    arrived = f"{NOW:%d-%b-%Y %H:%M:%S +0000}".encode()

    class Refusing(Scripted):
        def answer(self, line: bytes) -> bytes:
            if b"UID SEARCH" in line:
                return b"* SEARCH 5\r\n" if alone else b"* SEARCH 4 5\r\n"
            if b"UID FETCH" not in line:
                return super().answer(line)
            uids = line.split()[3]
            if uids == b"4":
                return good % arrived
            if b"BODY" in line:
                return b"TAG NO Some messages could not be fetched\r\n"
            return b'* 2 FETCH (UID 5 INTERNALDATE "%b" RFC822.SIZE 9)\r\n' % arrived

    with Refusing() as server, imap_provider(_here(server.port), timeout=2) as provider:
        found, _ = polled(provider)
        assert [listing.header for listing in found] == ([b""] if alone else [b"A: b", b""])
        assert [raw.content for raw in provider.fetch([found[-1].ref])] == [b""], "to be reported, not to be lost"


@pytest.mark.parametrize("even_the_least", [False, True])
def test_where_every_message_is_refused_it_is_the_server_and_the_next_poll_tries_again(even_the_least: bool) -> None:
    class Refusing(Scripted):
        def answer(self, line: bytes) -> bytes | Iterator[bytes]:
            if b"UID FETCH" in line and (even_the_least or b"BODY" in line):
                return b"TAG NO [UNAVAILABLE] try later\r\n"
            if b"UID FETCH" in line:
                return b"* 1 FETCH (UID %b RFC822.SIZE 9)\r\n" % line.split()[3]
            return b"* SEARCH 4 5\r\n" if b"UID SEARCH" in line else super().answer(line)

    with (
        Refusing() as server,
        imap_provider(_here(server.port), timeout=2) as provider,
        pytest.raises(Unreachable, match="try later"),
    ):
        polled(provider)


BAD_STRUCTURES = {
    "broken": b'(("TEXT" "PLAIN" NIL',
    "not a structure": b"NIL",
    "a part without fields": b'(("TEXT") "MIXED")',
    "ten thousand parentheses": b"(" * 10_000 + b")" * 10_000,
    "a thousand parts": b"(" + b'("TEXT" "PLAIN" NIL NIL NIL "7BIT" 3 1)' * 1000 + b' "MIXED")',
    "300 kB of it": b'("TEXT" "PLAIN" ("NAME" "' + b"x" * 300_000 + b'") NIL NIL "7BIT" 3 1)',
}


@pytest.mark.parametrize("what", BAD_STRUCTURES)
def test_a_message_whose_structure_makes_no_sense_is_read_from_its_beginning(what: str) -> None:
    header, whole = b"Subject: x\r\n\r\n", b"Subject: x\r\n\r\nhello\r\n"
    shape = b"* 1 FETCH (UID 4 BODYSTRUCTURE %b BODY[HEADER]<0> {%d}\r\n%b)\r\n"

    class Odd(Scripted):
        def answer(self, line: bytes) -> bytes:
            if b"BODYSTRUCTURE" in line:
                return shape % (BAD_STRUCTURES[what], len(header), header)
            if b"BODY.PEEK[]" in line:
                return b"* 1 FETCH (UID 4 BODY[]<0> {%d}\r\n%b)\r\n" % (len(whole), whole)
            return bytes(super().answer(line))

    with Odd() as server, imap_provider(_here(server.port), timeout=5) as provider:
        assert [raw.content for raw in provider.fetch(["7:4:INBOX"])] == [whole]


def _here(port: int) -> Account:
    return Account("sam@home.example", "secret", port, port, Path("none"))
