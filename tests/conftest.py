"""What all suites share: real servers, started once a session where a test asks for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unittest import mock

import pytest

if TYPE_CHECKING:
    from tests.servers.cyrus import Cyrus
    from tests.servers.dovecot import Dovecot
    from tests.servers.gmail import Gmail

pytest.register_assert_rewrite("providers.testing", "tests.servers")


def needs(what: str, *, here: bool) -> None:
    """End the test where something on this machine is missing: in CI it fails, elsewhere it skips and says so."""
    if here:
        return
    reason = f"{what} is not on this machine; tests/servers/install.sh gets it"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A running Dovecot; a test takes an account of its own."""
    from tests.servers.dovecot import Dovecot

    needs("Dovecot", here=Dovecot.is_here())
    with Dovecot() as server:
        yield server


@pytest.fixture(scope="session")
def cyrus() -> Iterator[Cyrus]:
    """A running Cyrus; a test takes an account of its own."""
    from tests.servers.cyrus import Cyrus

    needs("Cyrus", here=Cyrus.is_here())
    with Cyrus() as server:
        yield server


@pytest.fixture(scope="session")
def gmail() -> Iterator[Gmail]:
    """A running Gmail; a test takes an account of its own."""
    from tests.servers.gmail import Gmail

    needs("the Gmail emulator", here=Gmail.is_here())
    with Gmail() as server:
        yield server


@pytest.fixture(autouse=True)
def stays_on_loopback(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where a test uses the Gmail of the tests, fail it if it, or a program it ran, tried to reach another host."""
    if "gmail" not in request.fixturenames:
        yield
        return
    from tests.servers.loopback import guarded, watched

    log = tmp_path_factory.mktemp("guard") / "strayed"
    log.touch()
    with mock.patch.dict(os.environ, guarded(log)), watched() as strayed:
        yield
    strayed += log.read_text(encoding="utf-8").split()
    assert not strayed, f"tried to reach {', '.join(strayed)}"
