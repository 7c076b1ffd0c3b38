"""Whatever programs and users do to a Maildir between polls, and wherever a poll breaks off: nothing is missed."""

import datetime as dt
import os
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from providers.maildir import MaildirProvider, cursor, poll
from tests.unit.places import quick_directory

FOLDERS = {"INBOX": "", "Sent": ".Sent", "Work/Acme": ".Work.Acme", "Junk": ".Junk"}
READ = ("", ".Sent", ".Work.Acme")
LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

folders = st.sampled_from(list(FOLDERS.values()))
insides = st.sampled_from(["new", "cur"])
numbers = st.integers(0, 1000)


def flags(file: Path) -> str:
    return "".join(file.name.partition(":")[1:])


class Mailbox(RuleBasedStateMachine):
    """Each (folder, key) that is there at a poll was listed by then, and was listed once."""

    @initialize(page=st.integers(1, 3), settled=st.booleans())
    def start(self, page: int, settled: bool) -> None:
        self.directory = quick_directory()
        self.root = Path(self.directory.name)
        for place in FOLDERS.values():
            for inside in ("cur", "new", "tmp"):
                (self.root / place / inside).mkdir(parents=True)
        self.patched = poll.PAGE, cursor._SETTLED_NS
        poll.PAGE, cursor._SETTLED_NS = page, (20_000_000 if settled else self.patched[1])
        self.cursor: str | None = None
        self.count = 0
        self.listed: list[str] = []

    def teardown(self) -> None:
        if hasattr(self, "patched"):
            poll.PAGE, cursor._SETTLED_NS = self.patched
            self.directory.cleanup()

    def files(self) -> list[Path]:
        return sorted(
            f for place in FOLDERS.values() for i in ("new", "cur") for f in (self.root / place / i).iterdir()
        )

    def pick(self, number: int) -> Path:
        files = self.files()
        return files[number % len(files)]

    def some(self) -> bool:
        return bool(self.files())

    @rule(place=folders, inside=insides, age=st.sampled_from([0, 10**6, 10**9]))
    def deliver(self, place: str, inside: str, age: int) -> None:
        self.count += 1
        file = self.root / place / inside / f"{self.count}.host{':2,S' if inside == 'cur' else ''}"
        file.write_bytes(b"Subject: x\n\nhello\n")
        os.utime(file, (1_700_000_000 - age,) * 2)

    @precondition(some)
    @rule(number=numbers, info=st.sampled_from([":2,", ":2,S", ",U=3:2,RS", ",U=4:2,F"]))
    def change_flags(self, number: int, info: str) -> None:
        file = self.pick(number)
        key = file.name.partition(":")[0].partition(",")[0]
        file.rename(file.parent.parent / "cur" / (key + info))

    @precondition(some)
    @rule(number=numbers, place=folders)
    def move(self, number: int, place: str) -> None:
        file = self.pick(number)
        self.count += 1  # programs give a moved message a new name
        file.rename(self.root / place / file.parent.name / f"{self.count}.moved{flags(file)}")

    @precondition(some)
    @rule(number=numbers)
    def delete(self, number: int) -> None:
        self.pick(number).unlink()

    @rule(pages=st.integers(0, 3))
    def poll_and_crash(self, pages: int) -> None:
        """Keep `pages` pages, then lose the process."""
        self.read(pages)

    @rule()
    def poll_to_the_end(self) -> None:
        self.read(None)
        here = {
            f"{place or '.'}:{file.name.partition(':')[0].partition(',')[0]}"
            for place in READ
            for inside in ("new", "cur")
            for file in (self.root / place / inside).iterdir()
        }
        assert here <= set(self.listed)

    def read(self, pages: int | None) -> None:
        provider = MaildirProvider("home", {"path": str(self.root)}, str)
        with provider:
            for number, page in enumerate(provider.poll(self.cursor, LONG_AGO)):
                if number == pages:
                    break
                assert len(page.listings) <= poll.PAGE
                self.cursor = page.cursor
                self.listed += [listing.ref for listing in page.listings]

    @invariant()
    def nothing_comes_twice(self) -> None:
        if hasattr(self, "listed"):
            assert len(self.listed) == len(set(self.listed))


TestMailbox = Mailbox.TestCase
TestMailbox.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
