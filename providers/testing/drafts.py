"""The contract of drafts: saved once, ours found, the user's never touched."""
# ruff: noqa: S101  these are tests

from __future__ import annotations

import pytest

from providers.base import FolderRole, NotOurs, NotSetUp, fingerprint
from providers.testing.mailbox import NOW, Mailbox, draft_id, mail, our_draft

__all__ = ["DraftsContract"]


class DraftsContract:
    """One draft of ours may come and, while nobody touched it, go; nothing else ever changes."""

    @pytest.fixture
    def mailbox(self) -> Mailbox:
        raise NotImplementedError("a subclass gives this fixture")

    def test_saving_puts_one_draft_into_drafts_and_changes_nothing_else(self, mailbox: Mailbox) -> None:
        for role, name in mailbox.folders.items():
            mailbox.deliver(mail(role.value), name, NOW)
        before = mailbox.snapshot()
        with mailbox.provider() as provider:
            saved = provider.save_draft(our_draft(1))
        after = mailbox.snapshot()
        assert before < after
        (stored,) = after - before
        assert stored.folder == mailbox.folders[FolderRole.DRAFTS]
        assert "draft" in stored.flags
        assert saved.message_id == draft_id(1)
        assert saved.in_reply_to == "<meet@mail.example>"
        assert saved.print == fingerprint(our_draft(1))

    def test_a_saved_draft_is_found_by_another_process_as_it_was_written(self, mailbox: Mailbox) -> None:
        with mailbox.provider() as provider:
            saved = provider.save_draft(our_draft(1))
            provider.save_draft(our_draft(2, body="Something else.\n"))
        with mailbox.provider() as provider:
            found = provider.find_draft(draft_id(1))
            assert found == saved
            assert provider.find_draft(draft_id(3)) is None
            assert {draft.message_id for draft in provider.drafts()} == {draft_id(1), draft_id(2)}

    def test_the_users_drafts_are_listed_too(self, mailbox: Mailbox) -> None:
        mailbox.deliver(mail("theirs", In_Reply_To="<x@y.example>"), mailbox.folders[FolderRole.DRAFTS], NOW)
        with mailbox.provider() as provider:
            (draft,) = provider.drafts()
        assert (draft.message_id, draft.in_reply_to) == ("<theirs@mail.example>", "<x@y.example>")
        assert draft.print == fingerprint(mail("theirs", In_Reply_To="<x@y.example>"))

    def test_a_saved_draft_is_not_polled(self, mailbox: Mailbox) -> None:
        with mailbox.provider() as provider:
            pages = list(provider.poll(None, NOW))
            provider.save_draft(our_draft(1))
            for cursor in (None, pages[-1].cursor):
                assert [listing for page in provider.poll(cursor, NOW) for listing in page.listings] == []

    def test_a_message_elsewhere_with_our_id_is_no_draft(self, mailbox: Mailbox) -> None:
        for role in (FolderRole.SENT, FolderRole.INBOX, FolderRole.TRASH):
            mailbox.deliver(our_draft(1), mailbox.folders[role], NOW)
        before = mailbox.snapshot()
        with mailbox.provider() as provider:
            assert provider.find_draft(draft_id(1)) is None
            assert provider.remove_draft(draft_id(1), fingerprint(our_draft(1))) is False
        assert mailbox.snapshot() == before

    # -- removing -----------------------------------------------------------------------------
    def test_an_untouched_draft_of_ours_is_removed_and_nothing_else(self, mailbox: Mailbox) -> None:
        for role, name in mailbox.folders.items():
            mailbox.deliver(mail(role.value), name, NOW)
        with mailbox.provider() as provider:
            provider.save_draft(our_draft(2))
            before = mailbox.snapshot()
            saved = provider.save_draft(our_draft(1))
        with mailbox.provider() as provider:
            assert provider.remove_draft(saved.message_id, saved.print) is True
            assert mailbox.snapshot() == before
            assert provider.remove_draft(saved.message_id, saved.print) is False

    def test_an_edited_draft_stays(self, mailbox: Mailbox) -> None:
        with mailbox.provider() as provider:
            saved = provider.save_draft(our_draft(1))
        mailbox.edit_draft(draft_id(1), our_draft(1, body="Hi Dana,\n\nmy own words.\n"))
        before = mailbox.snapshot()
        with mailbox.provider() as provider:
            assert provider.remove_draft(saved.message_id, saved.print) is False
            found = provider.find_draft(draft_id(1))
            assert found is not None
            assert found.print != saved.print
        assert mailbox.snapshot() == before

    def test_an_edited_copy_stays_beside_the_one_we_wrote(self, mailbox: Mailbox) -> None:
        edited = our_draft(1, body="Hi Dana,\n\nmy own words.\n")
        mailbox.deliver(edited, mailbox.folders[FolderRole.DRAFTS], NOW)
        (theirs,) = mailbox.snapshot()
        with mailbox.provider() as provider:
            saved = provider.save_draft(our_draft(1))
            provider.remove_draft(saved.message_id, saved.print)
        assert theirs in mailbox.snapshot()

    def test_a_deleted_draft_is_gone(self, mailbox: Mailbox) -> None:
        with mailbox.provider() as provider:
            saved = provider.save_draft(our_draft(1))
        mailbox.delete(draft_id(1))
        with mailbox.provider() as provider:
            assert provider.find_draft(draft_id(1)) is None
            assert provider.remove_draft(saved.message_id, saved.print) is False

    def test_a_draft_the_user_filed_elsewhere_is_not_removed(self, mailbox: Mailbox) -> None:
        with mailbox.provider() as provider:
            saved = provider.save_draft(our_draft(1))
        mailbox.move(draft_id(1), mailbox.folders[FolderRole.SENT])
        before = mailbox.snapshot()
        with mailbox.provider() as provider:
            assert provider.remove_draft(saved.message_id, saved.print) is False
        assert mailbox.snapshot() == before

    def test_a_draft_of_the_user_can_not_be_removed(self, mailbox: Mailbox) -> None:
        mailbox.deliver(mail("theirs"), mailbox.folders[FolderRole.DRAFTS], NOW)
        before = mailbox.snapshot()
        with mailbox.provider() as provider:
            (draft,) = provider.drafts()
            with pytest.raises(NotOurs):
                provider.remove_draft(draft.message_id, draft.print)
            with pytest.raises(NotOurs):
                provider.find_draft(draft.message_id)
        assert mailbox.snapshot() == before

    # -- what was thrown away -----------------------------------------------------------------
    def test_a_draft_in_trash_is_discarded_and_looking_changes_nothing(self, mailbox: Mailbox) -> None:
        if FolderRole.TRASH not in mailbox.folders:
            pytest.skip("this kind of mailbox has no Trash")
        for number in range(3):
            mailbox.deliver(mail(f"rubbish-{number}"), mailbox.folders[FolderRole.TRASH], NOW)
        with mailbox.provider() as provider:
            provider.save_draft(our_draft(1))
            provider.save_draft(our_draft(2))
        mailbox.move(draft_id(1), mailbox.folders[FolderRole.TRASH])
        before = mailbox.snapshot()
        with mailbox.provider() as provider:
            assert provider.discarded(draft_id(1)) is True
            assert provider.discarded(draft_id(2)) is False
            assert provider.find_draft(draft_id(1)) is None
        assert mailbox.snapshot() == before

    def test_a_draft_that_was_edited_and_then_thrown_away_is_discarded(self, mailbox: Mailbox) -> None:
        if FolderRole.TRASH not in mailbox.folders:
            pytest.skip("this kind of mailbox has no Trash")
        with mailbox.provider() as provider:
            provider.save_draft(our_draft(1))
            mailbox.edit_draft(draft_id(1), our_draft(1, body="Hi Dana,\n\nmy own words.\n"))
            mailbox.move(draft_id(1), mailbox.folders[FolderRole.TRASH])
            assert provider.discarded(draft_id(1)) is True

    def test_what_is_elsewhere_or_only_looks_alike_is_not_discarded(self, mailbox: Mailbox) -> None:
        for role, name in mailbox.folders.items():
            if role is not FolderRole.TRASH:
                mailbox.deliver(our_draft(1), name, NOW)
        like = our_draft(1).replace(draft_id(1).encode(), b"<" + draft_id(1).encode() + b".copy>")
        quoting = our_draft(2).replace(b"Subject: ", b"References: " + draft_id(1).encode() + b"\r\nSubject: ")
        if FolderRole.TRASH in mailbox.folders:
            for content in (like, quoting):
                mailbox.deliver(content, mailbox.folders[FolderRole.TRASH], NOW)
        with mailbox.provider() as provider:
            assert provider.discarded(draft_id(1)) is False

    def test_what_was_deleted_for_good_or_never_was_is_not_discarded(self, mailbox: Mailbox) -> None:
        with mailbox.provider() as provider:
            provider.save_draft(our_draft(1))
            mailbox.delete(draft_id(1))
            assert provider.discarded(draft_id(1)) is False
            assert provider.discarded(draft_id(2)) is False

    def test_without_a_trash_folder_nothing_is_discarded(self, mailbox: Mailbox) -> None:
        if FolderRole.TRASH in mailbox.folders:
            mailbox.remove_folder(mailbox.folders[FolderRole.TRASH])
        with mailbox.provider() as provider:
            assert provider.discarded(draft_id(1)) is False

    # -- where there is no Drafts folder ------------------------------------------------------
    def test_without_a_drafts_folder_the_folders_are_named_and_none_is_made(self, mailbox: Mailbox) -> None:
        mailbox.deliver(mail("one"), mailbox.folders[FolderRole.INBOX], NOW)
        mailbox.remove_folder(mailbox.folders[FolderRole.DRAFTS])
        before = mailbox.snapshot()
        with mailbox.provider() as provider:
            for attempt in (
                lambda: provider.save_draft(our_draft(1)),
                provider.drafts,
                lambda: provider.find_draft(draft_id(1)),
            ):
                with pytest.raises(NotSetUp) as raised:
                    attempt()
                assert mailbox.folders[FolderRole.SENT] in str(raised.value)
                assert raised.value.hint
            assert [listing for page in provider.poll(None, NOW) for listing in page.listings]
        assert mailbox.snapshot() == before
