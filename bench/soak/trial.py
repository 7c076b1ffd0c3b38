"""The trial: mail arrives, servers fail, time goes on when all have had their turn, and Drafts is looked into."""

from __future__ import annotations

import contextlib
import datetime as dt
import heapq
import itertools
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from bench.soak.hosts import Host
from bench.soak.injected import Deed, Injected
from bench.soak.mornings import Morning, compared, saved
from bench.soak.pace import Hand
from bench.soak.vitals import Log, Stand, Vitals, stands, vitals
from tests.corpus.casefile import Case, _moment

__all__ = ["Hour", "Mailbox", "Outcome", "Trial"]

_ROOT = Path(__file__).parents[2]
_SPEED = 20_000.0
"""Seconds in one of the computer's, while nobody has anything to do."""
_STEP = 0.004
"""Real seconds between two looks at how all stand."""
_SLOWLY = 1.5
"""Seconds that time goes on in a step while somebody waits for a server that is away, so that the wait for it takes
minutes and not days; and while the daemon has not noticed that its clock was set."""
_NOTICED = 90.0
"""Seconds within which it has: the supervisor looks every 30."""
_CREEP = 2.0
"""Real seconds after which time goes on by a minute though somebody has not had their turn: they may wait for that."""
_PATIENCE = 60.0
"""Real seconds after which who has had no turn is taken to hang."""
_LATEST = dt.timedelta(hours=4)
"""After nine, when Drafts is looked into even where drafts wait for their turn."""
_DUSK = dt.time(21)
"""When quiet hours begin, and what was not looked into by day is left: new drafts may wait for the morning."""
_HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An account: whose mail comes, and where to."""

    host: Host
    case: Case


@dataclass(frozen=True, slots=True)
class Hour:
    """What was asked of a server within an hour."""

    at: dt.datetime
    account: str
    requests: int
    units: int
    polls: int


@dataclass
class Outcome:
    """What came of it."""

    mornings: dict[str, list[tuple[dt.date, Morning]]] = field(default_factory=dict)
    unseen: dict[str, int] = field(default_factory=dict)
    """Mornings on which a server was down all day, by account."""
    hours: list[Hour] = field(default_factory=list)
    sampled: list[tuple[dt.datetime, Vitals]] = field(default_factory=list)
    """Each simulated hour."""
    delivered: int = 0
    drafts: dict[str, set[str]] = field(default_factory=dict)
    """The Message-IDs of all drafts ever seen, by account."""
    faults: list[str] = field(default_factory=list)
    late: int = 0
    """Mornings on which Drafts could be looked into only hours after nine: a server was down, or drafts took turns."""
    creeps: int = 0
    """Times that somebody was not waited for any longer."""
    longest: dict[bool, float] = field(default_factory=lambda: {False: 0.0, True: 0.0})
    """Real seconds that a turn took at most; True: while the server of another account was frozen."""
    injected: Sequence[Injected] = ()
    seconds: float = 0.0
    """Real ones."""
    log: Log | None = None


class Trial:
    """One; use it as a context manager, then `run`."""

    def __init__(
        self, folder: Path, mailboxes: Sequence[Mailbox], zone: ZoneInfo, country: str, begin: dt.datetime
    ) -> None:
        """Prepare; the mailboxes' hosts are entered by now.

        Args:
            folder: For the configuration, the state and the log.
            mailboxes: All accounts.
            zone: Where their owner lives.
            country: The same.
            begin: The first moment, aware.
        """
        self._mailboxes = {box.host.name: box for box in mailboxes}
        self._zone, self._country, self._begin = zone, country, begin.astimezone(dt.UTC)
        self._config, self._state = folder / "config.toml", folder / "state.db"
        self._folder = folder
        self._slept = self._wrong = dt.timedelta()
        self._events: list[tuple[dt.datetime, int, Callable[[], None]]] = []
        self._numbers = itertools.count()
        self._queued: dict[str, list[tuple[str, bytes, dt.datetime]]] = {name: [] for name in self._mailboxes}
        self._delivered_at: dict[str, dt.datetime] = {}
        self._looking: dict[str, dt.datetime] = {}  # since when Drafts is to be looked into, by account
        self._last_requests = dict.fromkeys(self._mailboxes, (0, 0, 0))
        self._stuck: dict[str, float] = {}  # since when, by the computer's clock, a turn is waited for
        self._crept = self._unnoticed_until = 0.0
        self.outcome = Outcome(
            {name: [] for name in self._mailboxes},
            dict.fromkeys(self._mailboxes, 0),
            drafts={name: set() for name in self._mailboxes},
        )

    # -- the daemon ---------------------------------------------------------------------------
    def configure(self, poll_minutes: int) -> None:
        """Write the configuration of the owner of all these mailboxes."""
        cases = [box.case for box in self._mailboxes.values()]
        addresses = [address for case in cases for address in (case.me["address"], *case.me.get("aliases", []))]
        lines = [
            f"addresses = {json.dumps(addresses)}",
            f'country = "{self._country}"',
            f'[state]\npath = "{self._state}"\n[daemon]\npoll_minutes = {poll_minutes}',
            "[notices]\ndesktop = false",
        ]
        for box in self._mailboxes.values():
            settings = {"name": box.host.name, "provider": box.host.provider, **box.host.settings(self._folder)}
            lines += ["[[accounts]]", *(f"{key} = {json.dumps(value)}" for key, value in settings.items())]
        self._settings = "\n".join(lines) + "\n"
        self._move_to(self._zone.key)

    def _move_to(self, zone: str) -> None:
        head = f'[me]\nname = "Alex Morgan"\ntimezone = "{zone}"\n'
        self._config.write_text(head + self._settings, encoding="utf-8")

    def __enter__(self) -> Self:
        self._hand = Hand(self._folder / "pace")
        log = self._folder / "log"
        command = [sys.executable, "-m", "bench.soak.daemon", str(self._config), str(self._folder / "pace")]
        with log.open("wb") as written:
            self._process = subprocess.Popen(
                [*command, self._begin.isoformat(), str(_SPEED), "7"],
                cwd=_ROOT,
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
            )
        self.outcome.log = self._log = Log(log)
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()

    # -- time ---------------------------------------------------------------------------------
    @property
    def now(self) -> dt.datetime:
        """The right time, whatever the daemon's clock shows."""
        return self._begin + dt.timedelta(seconds=self._hand.steady) + self._slept

    def _at(self, when: dt.datetime, what: Callable[[], None]) -> None:
        heapq.heappush(self._events, (when, next(self._numbers), what))

    def _steady_at(self, right: dt.datetime) -> float:
        return (right - self._begin - self._slept).total_seconds()

    def _set_clock(self) -> None:
        self._hand.set_ahead((self._slept + self._wrong).total_seconds())
        self._unnoticed_until = self._hand.steady + _NOTICED

    # -- all of it ----------------------------------------------------------------------------
    def run(self, days: int, injected: Sequence[Injected], progress: Callable[[str], None]) -> Outcome:
        """Live through so many days.

        Raises:
            RuntimeError: the daemon ended, or somebody hangs
        """
        begun = time.monotonic()
        self.outcome.injected = injected
        self._plan(days, injected, progress)
        end = self._begin + dt.timedelta(days=days)
        while self.now < end:
            self._log.catch_up()
            if self._process.poll() is not None:
                raise RuntimeError(f"the daemon has ended: {self._log.faults[-20:]}")
            while self._events and self._events[0][0] <= self.now:
                heapq.heappop(self._events)[2]()
            self._step(min(end, self._events[0][0]) if self._events else end)
            time.sleep(_STEP)
        self._hand.let_go(self._hand.steady)
        self._process.send_signal(signal.SIGTERM)
        ended = time.monotonic()
        if self._process.wait(10) != 0 or time.monotonic() - ended > 5:
            self.outcome.faults.append("it did not end in time, or not well")
        self._log.catch_up()
        self.outcome.faults += self._log.faults
        self.outcome.seconds = time.monotonic() - begun
        return self.outcome

    def _plan(self, days: int, injected: Sequence[Injected], progress: Callable[[str], None]) -> None:
        end = self._begin + dt.timedelta(days=days)
        for name, box in self._mailboxes.items():
            for message in box.case.raw:
                mail = box.case.folder(message), box.case.mime(message), _moment(message["date"])
                if mail[2] <= self._begin:
                    self._queued[name].append(mail)
                elif mail[2] < end:
                    self._at(mail[2], self._delivery(name, mail))
            self._flush(name)
        for number in range(days * 24):
            self._at(self._begin + number * _HOUR, self._sample)
        first = self._begin.astimezone(self._zone).date()
        for number in range(days + 1):
            morning = dt.datetime.combine(first + dt.timedelta(days=number), dt.time(9), self._zone)
            if self._begin + _HOUR <= morning < end - _HOUR:
                self._at(morning.astimezone(dt.UTC), self._morning(morning, progress))
        for one in injected:
            self._at(one.begin.astimezone(dt.UTC), self._deed(one))

    def _step(self, upto: dt.datetime) -> None:
        """Let time go on, at most up to there, as far as nobody waits for their turn."""
        known, mark, steady = stands(self._state), self._steady_at(upto), self._hand.steady
        if known is None:
            return
        for name, box in self._mailboxes.items():
            stand = known.get(name)
            due = self._due(stand)
            if stand and stand.parked:
                continue
            if box.host.is_up:
                mark = min(mark, self._turn(name, due, steady))
            else:
                mark = min(mark, due + 1 if due > steady else steady + _SLOWLY)
        if steady < self._unnoticed_until:
            mark = min(mark, steady + _SLOWLY)
        self._hand.let_go(mark)
        for name in list(self._looking):
            self._look(name, known.get(name))

    def _due(self, stand: Stand | None) -> float:
        """When an account is polled next, by the steady clock."""
        if stand is None or stand.next_poll is None:
            return 0.0
        return self._steady_at(stand.next_poll - self._wrong)

    def _turn(self, name: str, due: float, steady: float) -> float:
        """How far time may go until this account has had its turn."""
        real = time.monotonic()
        if due > steady:
            if since := self._stuck.pop(name, 0.0):
                beside = any(box.host.is_frozen for box in self._mailboxes.values())
                self.outcome.longest[beside] = max(self.outcome.longest[beside], real - since)
            return due + 1
        since = self._stuck.setdefault(name, real)
        if real - since > _PATIENCE:
            raise RuntimeError(f"{name} had no turn at {self.now}")
        if real - max(since, self._crept) > _CREEP:
            self._crept = real
            self.outcome.creeps += 1
            return steady + 61
        return steady + 1

    # -- mail ---------------------------------------------------------------------------------
    def _delivery(self, name: str, mail: tuple[str, bytes, dt.datetime]) -> Callable[[], None]:
        def deliver() -> None:
            self._queued[name].append(mail)
            self._flush(name)

        return deliver

    def _flush(self, name: str) -> None:
        """Deliver what is on its way, unless the server is down: then it comes when that is back, as mail does."""
        box = self._mailboxes[name]
        while box.host.is_up and self._queued[name]:
            box.host.deliver(*self._queued[name].pop(0))
            self.outcome.delivered += 1
            self._delivered_at[name] = self.now

    # -- what befalls -------------------------------------------------------------------------
    def _deed(self, one: Injected) -> Callable[[], None]:
        if one.account:
            return lambda: self._befall(self._mailboxes[one.account].host, one)
        return {Deed.SLEEP: self._sleep, Deed.CLOCK: self._mistake, Deed.ZONE: self._travel}[one.deed](one)

    def _befall(self, host: Host, one: Injected) -> None:
        if not host.is_up:
            return
        begin, end = {
            Deed.STOP: (host.stop, host.start),
            Deed.FREEZE: (host.freeze, host.thaw),
            Deed.CRASH: (host.crash, lambda: None),
        }[one.deed]
        begin()

        def over() -> None:
            end()
            self._flush(host.name)

        self._at(self.now + one.lasts, over)

    def _sleep(self, one: Injected) -> Callable[[], None]:
        def sleep() -> None:
            self._slept += one.lasts
            self._set_clock()

        return sleep

    def _mistake(self, one: Injected) -> Callable[[], None]:
        def mend() -> None:
            self._wrong = dt.timedelta()
            self._set_clock()

        def mistake() -> None:
            self._wrong = one.wrong
            self._set_clock()
            self._at(self.now + one.lasts, mend)

        return mistake

    def _travel(self, one: Injected) -> Callable[[], None]:
        def configured(zone: str) -> None:
            self._move_to(zone)
            self._process.send_signal(signal.SIGHUP)

        def travel() -> None:
            configured("America/Sao_Paulo")
            self._at(self.now + one.lasts, lambda: configured(self._zone.key))

        return travel

    # -- looking ------------------------------------------------------------------------------
    def _morning(self, nine: dt.datetime, progress: Callable[[str], None]) -> Callable[[], None]:
        def dawn() -> None:
            slept = self.now.astimezone(self._zone).date() > nine.date()
            for name in self._mailboxes:
                if slept or name in self._looking:
                    self.outcome.unseen[name] += 1
                if not slept:
                    self._looking[name] = nine
            held = self.outcome.sampled[-1][1].megabytes if self.outcome.sampled else 0
            progress(f"{nine.date()}: {held:.0f} MB, {self.outcome.delivered} mails, {len(self.outcome.faults)} faults")

        return dawn

    def _look(self, name: str, stand: Stand | None) -> None:
        """Compare Drafts with the truth, once the account was polled since nine, and since its last mail."""
        host, case, since = self._mailboxes[name].host, self._mailboxes[name].case, self._looking[name]
        polled = stand.succeeded if stand else None
        if not host.is_up or polled is None or self._wrong or self._queued[name]:
            return
        if not since.time() <= polled.astimezone(self._zone).time() < _DUSK:
            return
        if (
            polled < since
            or polled <= self._delivered_at.get(name, polled - _HOUR)
            or self._due(stand) <= self._hand.steady
        ):
            return
        if self._log.waiting.get(name) and self.now < since + _LATEST:
            return
        found = compared(case, polled, saved(host.drafts()))
        del self._looking[name]
        day = polled.astimezone(self._zone).date()
        self.outcome.mornings[name].append((day, found))
        self.outcome.late += polled > since + _HOUR
        if found.misses:
            self.outcome.faults.append(f"{name} {day}: {'; '.join(found.misses)}")

    def _sample(self) -> None:
        """Each hour: how the process is, what was asked of whom, and that no process has two drafts."""
        now = self.now
        with contextlib.suppress(FileNotFoundError):
            self.outcome.sampled.append((now, vitals(self._process.pid)))
        for name, box in self._mailboxes.items():
            polls = self._log.counts[name, "polled"] + self._log.counts[name, "failed"]
            sums = (*box.host.requests(), polls)
            before = self._last_requests[name]
            self._last_requests[name] = sums
            self.outcome.hours.append(Hour(now, name, *(a - b for a, b in zip(sums, before, strict=True))))
            if box.host.is_up or box.host.provider != "gmail":
                self._no_double(name)

    def _no_double(self, name: str) -> None:
        box = self._mailboxes[name]
        drafts = saved(box.host.drafts())
        self.outcome.drafts[name] |= {draft.message_id for draft in drafts}
        for key, own in _messages(box.case):
            if sum(bool(draft.answers & own) for draft in drafts) > 1:
                self.outcome.faults.append(f"{name} {self.now}: a second draft in {key}")


def _messages(case: Case) -> Iterator[tuple[str, set[str]]]:
    """The Message-IDs of each process."""
    for key in case.apps:
        yield key, {case.message_id(m["id"]) for m in case.raw if m.get("app") == key}
