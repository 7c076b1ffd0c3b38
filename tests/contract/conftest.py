"""What the suites of the test Gmail share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.servers.gmail import Account, Gmail


@pytest.fixture
def account(gmail: Gmail) -> Account:
    """An empty mailbox."""
    return gmail.account()


@pytest.fixture
def users(account: Account) -> Iterator[Any]:
    """`users()` of Google's client, signed in to the account."""
    from tests.servers.gmail.clients import google_client

    with google_client(account) as client:
        yield client
