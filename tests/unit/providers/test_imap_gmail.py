"""What Gmail has of its own (X-GM-EXT-1), from a server that says what Gmail's documentation says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from providers.base import FolderRole
from providers.testing.mailbox import NOW
from tests.servers.account import Account
from tests.servers.mailbox import imap_provider
from tests.servers.scripted import Scripted

HEADER = b"Message-ID: <a@b.example>\r\n\r\n"
ROW = b'* %d FETCH (UID %d X-GM-THRID 1278455344230334865 X-GM-LABELS (%b) INTERNALDATE "%b" RFC822.SIZE 900 BODY[HEADER.FIELDS (DATE)]<0> {%d}\r\n%b)\r\n'
LABELS = [rb'"\\Inbox" "Jobs &- Co"', rb'"\\Sent"', rb'"Jobs"']


def test_the_folder_of_everything_is_read_with_thread_ids_and_roles_by_label() -> None:
    when = f"{NOW - dt.timedelta(days=1):%d-%b-%Y %H:%M:%S +0000}".encode()
    answers = {
        "CAPABILITY": b"* CAPABILITY IMAP4rev1 UNSELECT X-GM-EXT-1 UIDPLUS LIST-EXTENDED LIST-STATUS SPECIAL-USE\r\n",
        "LIST": b'* LIST () "/" INBOX\r\n* LIST (\\Noselect) "/" "[Gmail]"\r\n'
        b'* LIST (\\All) "/" "[Gmail]/All Mail"\r\n* STATUS "[Gmail]/All Mail" (UIDVALIDITY 7 UIDNEXT 9)\r\n',
        "UID SEARCH": b"* SEARCH 4 5 6\r\n",
        "UID FETCH": b"".join(
            ROW % (n, 3 + n, labels, when, len(HEADER), HEADER) for n, labels in enumerate(LABELS, 1)
        ),
    }
    with Scripted(answers) as server:
        account = Account("sam@gmail.example", "secret", server.port, server.port, Path("none"))
        with imap_provider(account) as provider:
            (page,) = provider.poll(None, NOW - dt.timedelta(days=30))
        assert server.heard.count(b'EXAMINE "[Gmail]/All Mail"') == server.heard.count(b"EXAMINE")
    assert [listing.folder for listing in page.listings] == [FolderRole.INBOX, FolderRole.SENT, FolderRole.ARCHIVE]
    assert {listing.thread_hint for listing in page.listings} == {"1278455344230334865"}


def test_a_label_that_spoils_an_answer_costs_no_mail() -> None:
    class Spoiling(Scripted):
        def answer(self, line: bytes) -> bytes | Iterator[bytes]:
            if b"UID FETCH" not in line:
                return super().answer(line)
            spoilt = b"X-GM-LABELS ([never) " if b"X-GM-LABELS" in line else b""
            return b"* 1 FETCH (UID 4 %bBODY[HEADER.FIELDS (DATE)]<0> {%d}\r\n%b)\r\n" % (spoilt, len(HEADER), HEADER)

    capable = b"* CAPABILITY IMAP4rev1 X-GM-EXT-1 LIST-STATUS\r\n"
    with Spoiling({"CAPABILITY": capable}) as server:
        account = Account("sam@gmail.example", "secret", server.port, server.port, Path("none"))
        with imap_provider(account) as provider:
            (page,) = provider.poll(None, NOW - dt.timedelta(days=30))
    assert [listing.header for listing in page.listings] == [HEADER]
