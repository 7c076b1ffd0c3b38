"""The contract suite over IMAP, on Cyrus: marks in lower case, thread ids (OBJECTID), other limits and other answers."""

import pytest

from providers.testing import Mailbox, ProviderContract
from tests.servers.cyrus import Cyrus
from tests.servers.mailbox import ImapMailbox, roles

pytestmark = pytest.mark.server


class TestCyrus(ProviderContract):
    """Folders of a German account, marked."""

    @pytest.fixture
    def mailbox(self, cyrus: Cyrus) -> Mailbox:
        marks = {"Gesendet": "Sent", "Entwürfe": "Drafts", "Archiv": "Archive", "Papierkorb": "Trash", "Spam": "Junk"}
        account = cyrus.account(*(f"{name} \\{mark}" for name, mark in marks.items()))
        return ImapMailbox(account, roles(*marks))
