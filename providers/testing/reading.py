"""The contract of poll and fetch."""
# ruff: noqa: S101  these are tests

from __future__ import annotations

import datetime as dt
import email
from collections import Counter
from collections.abc import Iterable
from email.message import Message

import pytest

from providers.base import FolderRole, Listing, Narrowing, Page, Provider, ProviderError
from providers.testing.mailbox import NOW, Mailbox, Refused, mail, with_calendar

__all__ = ["ReadingContract"]

DAY = dt.timedelta(days=1)
SINCE = NOW - 30 * DAY
MAX_HEADER = 257 * 1024
BAD_MESSAGES = {
    "an empty file": b"",
    "no header": b"\r\njust words\r\n",
    "no body": b"Subject: nothing else\r\n",
    "random bytes": bytes(range(256)) * 40,
    "8-bit header fields": "Subject: Gespräch\r\nFrom: Jörg <j@x.example>\r\n\r\nGrüße\r\n".encode("latin-1"),
    "no Message-ID": b"From: a@x.example\r\nTo: b@x.example\r\nSubject: x\r\n\r\nhello\r\n",
    "a huge header": b"Subject: x\r\n" + b"X-Long: " + b"y" * 2_000_000 + b"\r\n\r\nhello\r\n",
    "a thousand fields": b"".join(b"X-%d: y\r\n" % i for i in range(1000)) + b"\r\nhello\r\n",
    "multiparts in multiparts": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(300)
    ),
    "unknown codings": b"Subject: =?x-no?Q?=zz?=\r\nContent-Type: text/plain; charset=zlib\r\n"
    b"Content-Transfer-Encoding: rot13\r\n\r\n\xff\xfe\r\n",
    "hostile names": b"Message-ID: <../../../etc/passwd>\r\nSubject: =?utf-8?Q?a=0D=0ABcc:_x?=\r\n\r\nx\r\n",
}
FOLDER_NAMES = [
    "Jobs & Co",
    "Bewerbungen Zürich",
    "応募",
    "it's (a) {test}",
    'quo"ted',
    "star*%",
    "-flag",
    "{{7*7}}",
    "A+B",
]


def ids_of(provider: Provider, listings: Iterable[Listing]) -> list[str]:
    """Their Message-IDs, read from the messages themselves."""
    return sorted(_parsed(raw.content)["Message-ID"] for raw in provider.fetch([listing.ref for listing in listings]))


def _parsed(content: bytes) -> Message:
    return email.message_from_bytes(content)


def _all(pages: Iterable[Page]) -> list[Listing]:
    return [listing for page in pages for listing in page.listings]


class ReadingContract:
    """A mailbox is read without a trace, whole, and each message once."""

    @pytest.fixture
    def mailbox(self) -> Mailbox:
        raise NotImplementedError("a subclass gives this fixture")

    # -- opening ------------------------------------------------------------------------------
    def test_making_a_provider_touches_nothing(self, mailbox: Mailbox) -> None:
        def secret() -> str:
            raise AssertionError("asked for the password before opening")

        mailbox.provider_class("test", mailbox.nowhere(), secret).close()
        mailbox.provider(secret).close()

    def test_opening_a_mailbox_that_is_not_there_says_what_to_do(self, mailbox: Mailbox) -> None:
        provider = mailbox.provider_class("test", mailbox.nowhere(), mailbox.secret)
        with pytest.raises(ProviderError) as raised, provider:
            pass
        assert str(raised.value)
        assert "\n" not in str(raised.value)

    def test_closing_twice_is_fine(self, mailbox: Mailbox) -> None:
        provider = mailbox.provider()
        provider.open()
        provider.close()
        provider.close()

    # -- what is new --------------------------------------------------------------------------
    def test_the_first_poll_gives_what_arrived_since(self, mailbox: Mailbox) -> None:
        inbox = mailbox.folders[FolderRole.INBOX]
        mailbox.deliver(mail("old"), inbox, SINCE - 2 * DAY)
        mailbox.deliver(mail("new"), inbox, SINCE + 2 * DAY)
        with mailbox.provider() as provider:
            listings = _all(provider.poll(None, SINCE))
            assert ids_of(provider, listings) == ["<new@mail.example>"]

    def test_a_listing_tells_where_and_when(self, mailbox: Mailbox) -> None:
        content, received = mail("one"), NOW - 3 * DAY
        mailbox.deliver(content, mailbox.folders[FolderRole.INBOX], received)
        with mailbox.provider() as provider:
            (listing,) = _all(provider.poll(None, SINCE))
        assert listing.folder is FolderRole.INBOX
        assert listing.received == received
        assert listing.received.utcoffset() == dt.timedelta(0)
        assert abs(listing.size - len(content)) <= content.count(b"\n")  # a mailbox may keep lines without their CR
        if mailbox.provider_class.narrowing is Narrowing.HEADERS:
            assert _parsed(listing.header)["Message-ID"] == "<one@mail.example>"
            assert b"thank you" not in listing.header

    def test_folders_are_known_by_their_roles(self, mailbox: Mailbox) -> None:
        read = {role: name for role, name in mailbox.folders.items() if role not in _LEFT_OUT}
        for role, name in read.items():
            mailbox.deliver(mail(role.value), name, NOW - DAY)
        with mailbox.provider() as provider:
            listings = _all(provider.poll(None, SINCE))
        assert sorted(listing.folder for listing in listings) == sorted(read)

    def test_drafts_trash_and_junk_are_left_out(self, mailbox: Mailbox) -> None:
        for role in _LEFT_OUT & mailbox.folders.keys():
            mailbox.deliver(mail(role.value), mailbox.folders[role], NOW - DAY)
        with mailbox.provider() as provider:
            assert _all(provider.poll(None, SINCE)) == []

    def test_new_mail_comes_once(self, mailbox: Mailbox) -> None:
        inbox, sent = mailbox.folders[FolderRole.INBOX], mailbox.folders[FolderRole.SENT]
        mailbox.deliver(mail("first"), inbox, NOW - DAY)
        cursor, ids = _poll(mailbox, None)
        assert ids == ["<first@mail.example>"]
        cursor, ids = _poll(mailbox, cursor)
        assert ids == []
        mailbox.deliver(mail("second"), inbox, NOW)
        mailbox.deliver(mail("mine"), sent, NOW)
        cursor, ids = _poll(mailbox, cursor)
        assert ids == ["<mine@mail.example>", "<second@mail.example>"]
        assert _poll(mailbox, cursor)[1] == []

    def test_an_empty_mailbox_gives_a_cursor_that_finds_the_first_mail(self, mailbox: Mailbox) -> None:
        cursor, ids = _poll(mailbox, None)
        assert ids == []
        mailbox.deliver(mail("first"), mailbox.folders[FolderRole.INBOX], NOW)
        assert _poll(mailbox, cursor)[1] == ["<first@mail.example>"]

    def test_mail_that_arrived_long_before_it_came_here_is_new(self, mailbox: Mailbox) -> None:
        inbox = mailbox.folders[FolderRole.INBOX]
        mailbox.deliver(mail("first"), inbox, NOW - DAY)
        cursor, _ = _poll(mailbox, None)
        mailbox.deliver(mail("late"), inbox, NOW - 20 * DAY)
        assert _poll(mailbox, cursor)[1] == ["<late@mail.example>"]

    def test_mail_that_was_read_is_not_new_again(self, mailbox: Mailbox) -> None:
        mailbox.deliver(mail("first"), mailbox.folders[FolderRole.INBOX], NOW - DAY)
        cursor, _ = _poll(mailbox, None)
        mailbox.mark_read("<first@mail.example>")
        assert _poll(mailbox, cursor)[1] == []

    def test_mail_saved_from_the_junk_folder_is_new(self, mailbox: Mailbox) -> None:
        mailbox.deliver(mail("known"), mailbox.folders[FolderRole.INBOX], NOW - DAY)
        mailbox.deliver(mail("saved"), mailbox.folders[FolderRole.JUNK], NOW - DAY)
        cursor, _ = _poll(mailbox, None)
        mailbox.move("<saved@mail.example>", mailbox.folders[FolderRole.INBOX])
        assert _poll(mailbox, cursor)[1] == ["<saved@mail.example>"]

    def test_each_page_is_a_place_to_go_on_from(self, mailbox: Mailbox) -> None:
        expected = set()
        for number in range(mailbox.many):
            folder = mailbox.folders[FolderRole.SENT if number % 10 == 0 else FolderRole.INBOX]
            mailbox.deliver(mail(f"many-{number}"), folder, NOW - 20 * DAY + number * dt.timedelta(minutes=1))
            expected.add(f"<many-{number}@mail.example>")
        with mailbox.provider() as provider:
            pages = list(provider.poll(None, SINCE))
        assert len(pages) > 2, "`Mailbox.many` is to be more than two pages"
        assert all(len(page.cursor) < 1_000_000 for page in pages)
        before: Counter[str] = Counter()
        for page in pages:
            with mailbox.provider() as provider:  # as after a crash: a new process, and the cursor of the last page
                before.update(ids_of(provider, page.listings))
                after = Counter(ids_of(provider, _all(provider.poll(page.cursor, SINCE))))
            assert before + after == Counter(expected)

    def test_a_cursor_of_no_use_leads_to_one_look_back(self, mailbox: Mailbox) -> None:
        mailbox.deliver(mail("old"), mailbox.folders[FolderRole.INBOX], SINCE - 2 * DAY)
        mailbox.deliver(mail("new"), mailbox.folders[FolderRole.INBOX], NOW - DAY)
        for useless in ("", "{}", "nonsense", '{"version": 99}', "[1, 2]", "null"):
            assert _poll(mailbox, useless)[1] == ["<new@mail.example>"]

    @pytest.mark.parametrize("name", FOLDER_NAMES)
    def test_folders_of_any_name_are_read(self, mailbox: Mailbox, name: str) -> None:
        with _refusal_skips():
            mailbox.make_folder(name)
        mailbox.deliver(mail("one"), name, NOW - DAY)
        cursor, ids = _poll(mailbox, None)
        assert ids == ["<one@mail.example>"]
        assert _poll(mailbox, cursor)[1] == []

    def test_a_folder_made_later_is_read(self, mailbox: Mailbox) -> None:
        cursor, _ = _poll(mailbox, None)
        mailbox.make_folder("Acme")
        mailbox.deliver(mail("one"), "Acme", NOW - DAY)
        assert _poll(mailbox, cursor)[1] == ["<one@mail.example>"]

    # -- whole messages -----------------------------------------------------------------------
    def test_a_message_has_its_header_its_text_and_its_invite(self, mailbox: Mailbox) -> None:
        mailbox.deliver(with_calendar("meet"), mailbox.folders[FolderRole.INBOX], NOW - DAY)
        self._assert_whole(mailbox)

    def test_attachments_are_not_fetched(self, mailbox: Mailbox) -> None:
        content = with_calendar("meet", attachment=bytes(range(256)) * 12_000)
        mailbox.deliver(content, mailbox.folders[FolderRole.INBOX], NOW - DAY)
        assert self._assert_whole(mailbox) < 100_000

    def _assert_whole(self, mailbox: Mailbox) -> int:
        with mailbox.provider() as provider:
            listings = _all(provider.poll(None, SINCE))
            (raw,) = provider.fetch([listing.ref for listing in listings])
        message = _parsed(raw.content)
        original = _parsed(with_calendar("meet"))
        for field in ("From", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "X-Greenhouse"):
            assert message.get_all(field) == original.get_all(field)
        for kind in ("text/plain", "text/html", "text/calendar"):
            assert _payload(message, kind) == _payload(original, kind)
        return len(raw.content)

    def test_messages_that_are_gone_are_left_out(self, mailbox: Mailbox) -> None:
        for name in ("stays", "goes"):
            mailbox.deliver(mail(name), mailbox.folders[FolderRole.INBOX], NOW - DAY)
        with mailbox.provider() as provider:
            listings = _all(provider.poll(None, SINCE))
        mailbox.delete("<goes@mail.example>")
        with mailbox.provider() as provider:
            assert ids_of(provider, listings) == ["<stays@mail.example>"]
            assert list(provider.fetch([])) == []

    def test_a_message_read_meanwhile_is_still_found(self, mailbox: Mailbox) -> None:
        mailbox.deliver(mail("one"), mailbox.folders[FolderRole.INBOX], NOW - DAY)
        with mailbox.provider() as provider:
            listings = _all(provider.poll(None, SINCE))
            mailbox.mark_read("<one@mail.example>")
            assert ids_of(provider, listings) == ["<one@mail.example>"]

    def test_reading_leaves_no_trace(self, mailbox: Mailbox) -> None:
        for role, name in mailbox.folders.items():
            mailbox.deliver(mail(role.value), name, NOW - DAY)
        before = mailbox.snapshot()
        assert len(before) == len(mailbox.folders)
        with mailbox.provider() as provider:
            listings = _all(provider.poll(None, SINCE))
            assert ids_of(provider, listings)
            provider.drafts()
        assert mailbox.snapshot() == before

    @pytest.mark.parametrize("what", BAD_MESSAGES)
    def test_a_bad_message_stops_nothing(self, mailbox: Mailbox, what: str) -> None:
        inbox = mailbox.folders[FolderRole.INBOX]
        with _refusal_skips():
            mailbox.deliver(BAD_MESSAGES[what], inbox, NOW - 2 * DAY)
        mailbox.deliver(mail("good"), inbox, NOW - DAY)
        with mailbox.provider() as provider:
            pages = list(provider.poll(None, SINCE))
            bad, good = _all(pages)
            assert ids_of(provider, [good]) == ["<good@mail.example>"]
            assert [raw.ref for raw in provider.fetch([bad.ref])] == [bad.ref]
            assert len(bad.header) <= MAX_HEADER
            assert _all(provider.poll(pages[-1].cursor, SINCE)) == []


_LEFT_OUT = frozenset({FolderRole.DRAFTS, FolderRole.TRASH, FolderRole.JUNK})


class _refusal_skips:  # noqa: N801  a context manager
    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Refused):
            pytest.skip(f"refused by the mailbox: {error}")


def _poll(mailbox: Mailbox, cursor: str | None) -> tuple[str, list[str]]:
    """Poll in a new process, as it were: the last cursor, and the Message-IDs that came."""
    with mailbox.provider() as provider:
        pages = list(provider.poll(cursor, SINCE))
        ids = ids_of(provider, _all(pages))
    return pages[-1].cursor if pages else cursor or "", ids


def _payload(message: Message, kind: str) -> list[str]:
    found = []
    for part in message.walk():
        if part.get_content_type() == kind:
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            found.append(payload.decode().replace("\r\n", "\n").strip())
    return found
