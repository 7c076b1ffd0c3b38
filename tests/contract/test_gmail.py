"""The contract suite on Gmail: the emulator behind the proxy of `tests.servers.gmail`, over Google's own client."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from providers.testing import Mailbox, ProviderContract
from tests.servers.gmail import Gmail
from tests.servers.gmail.mailbox import GmailMailbox

pytestmark = pytest.mark.server


class _Unhurried(GmailMailbox):
    """An account that no test has to wait for: what a minute may cost is tested by a clock of its own."""

    def settings(self) -> Mapping[str, Any]:
        return {**super().settings(), "units_per_minute": 1_000_000}


class TestGmail(ProviderContract):
    """Folders are labels, and what is new is told by the mailbox's history."""

    @pytest.fixture
    def mailbox(self, gmail: Gmail, tmp_path: Path) -> Mailbox:
        return _Unhurried(gmail.account(), tmp_path)
