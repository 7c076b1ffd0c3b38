"""The contract suite over IMAP, on Dovecot."""

import pytest

from providers.testing import Mailbox, ProviderContract
from providers.testing.drafts import DraftsContract
from providers.testing.reading import ReadingContract
from tests.servers.dovecot import Dovecot
from tests.servers.mailbox import ImapMailbox, roles

pytestmark = pytest.mark.server


class TestDovecot(ProviderContract):
    """Folders marked by the server (SPECIAL-USE), over TLS."""

    @pytest.fixture
    def mailbox(self, dovecot: Dovecot) -> Mailbox:
        folders = roles("Sent", "Drafts", "Archive", "Trash", "Junk")
        account = dovecot.account(*list(folders.values())[1:])
        return ImapMailbox(account, folders, security="tls", port=account.tls_port, ca_file=str(account.ca_file))


class TestDovecotWithoutMarks(DraftsContract):
    """Folders that are known by their names only, of a French account, over STARTTLS: what depends on folders."""

    test_folders_are_known_by_their_roles = ReadingContract.test_folders_are_known_by_their_roles
    test_drafts_trash_and_junk_are_left_out = ReadingContract.test_drafts_trash_and_junk_are_left_out

    @pytest.fixture
    def mailbox(self, dovecot: Dovecot) -> Mailbox:
        folders = roles("Envoyés", "Brouillons", "Archives", "Corbeille", "Indésirables")
        account = dovecot.account(*list(folders.values())[1:])
        return ImapMailbox(account, folders, security="starttls", ca_file=str(account.ca_file))
