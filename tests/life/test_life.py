"""Any life of a draft, on each kind of mailbox: always the same ones, unless a profile says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.life.gmail import GmailWorld
from tests.life.machine import Lives
from tests.life.world import DovecotWorld, MaildirWorld, World
from tests.servers.dovecot import Dovecot
from tests.servers.gmail import Gmail

STEPS = 25


def lives(examples: int) -> settings:
    """So many lives; those of a profile where one is chosen, which are others each time."""
    chosen = settings.get_current_profile_name() == "long"
    return settings(
        max_examples=settings.default.max_examples if chosen else examples,
        derandomize=not chosen,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.slow
def test_on_a_maildir() -> None:
    class OnMaildir(Lives):
        def new_world(self, root: Path) -> World:
            return MaildirWorld(root / "Maildir")

    run_state_machine_as_test(OnMaildir, settings=lives(500))


@pytest.mark.slow
@pytest.mark.server
def test_on_a_dovecot(dovecot: Dovecot) -> None:
    class OnDovecot(Lives):
        def new_world(self, root: Path) -> World:  # it is on the server
            return DovecotWorld(dovecot.account("Sent", "Drafts", "Trash"))

    run_state_machine_as_test(OnDovecot, settings=lives(60))


@pytest.mark.slow
@pytest.mark.server
def test_on_gmail(gmail: Gmail) -> None:
    class OnGmail(Lives):
        def new_world(self, root: Path) -> World:
            return GmailWorld(gmail.account(), root)

    run_state_machine_as_test(OnGmail, settings=lives(20))
