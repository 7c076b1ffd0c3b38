"""A scan: the way a mail goes, from the mailbox to the right draft, as one short module.

poll ──▶ reading ──▶ inference ──▶ store ──▶ matching ──▶ cadence ──▶ drafting
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from providers.base import Listing, Narrowing, Page, Provider, ProviderError, Quota, SignInRefused
from watcher import inference, reading
from watcher.cadence import Cadences, next_step, paused
from watcher.calendar import Calendar
from watcher.calls.note import note_of
from watcher.calls.script import script_of
from watcher.drafting import Letter, Wanted, reconcile
from watcher.drafting.stationery import PLAIN, Stationery
from watcher.matching import applications
from watcher.model import (
    Application,
    Automatic,
    DraftState,
    Entry,
    Envelope,
    MarkKind,
    Person,
    Reply,
    Side,
    Status,
    Step,
    StepKind,
)
from watcher.reading.names import is_person
from watcher.sought import sought
from watcher.store import Store

__all__ = ["AccountReport", "Circumstances", "Process", "processes", "scan_account"]

Progress = Callable[[int, Page], None]
"""Called after each page with the messages done, and the page, which tells what is to come."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a scan runs under, the same for all accounts."""

    me: Person
    cadences: Cadences
    calendar: Calendar
    """The user's business days."""
    now: dt.datetime
    look_back: dt.timedelta
    """How far the first poll of a mailbox goes back."""
    stationery: Stationery = PLAIN
    """What letters are written on."""
    call_notes: bool = False
    """Put the script of a call that is due into Drafts, as a note to myself."""
    phone: str = ""
    """What I leave on a voicemail; empty: the number in my signature."""
    may_save: Callable[[], bool] = lambda: True
    """Asked before each new draft; those that it lets wait stay due."""
    dry_run: bool = False

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.me.timezone)


@dataclass(frozen=True, slots=True)
class Process:
    """One hiring process as a scan leaves it."""

    application: Application
    step: Step
    draft: DraftState
    at: dt.datetime
    """The moment at which it stands so."""
    note: str = ""
    """What the user should know of its draft or its cadence."""


@dataclass(frozen=True, slots=True)
class AccountReport:
    """What a scan of one account came to. `error` and `hint` are sentences for the user, None where it went well."""

    name: str
    new_messages: int = 0
    quarantined: int = 0
    processes: tuple[Process, ...] = ()
    error: str | None = None
    hint: str = ""
    refused: bool = False
    """The error is that the server does not accept the sign-in."""
    quota: Quota | None = None
    """What was spent of what the mailbox's server counts."""

    @property
    def ok(self) -> bool:
        return self.error is None


def scan_account(
    name: str, provider: Provider, store: Store, around: Circumstances, progress: Progress
) -> AccountReport:
    """Poll one account, and bring its Drafts to what they should be.

    A mailbox that fails is reported, not raised, so that the others are scanned all the same; what was read
    before it failed is kept.

    Raises:
        StateError: the state cannot be kept, so nothing more is done
    """
    new = 0
    failure: ProviderError | None = None
    states: Mapping[str, DraftState] = {}
    notes: Mapping[str, str] = {}
    try:
        with provider:
            for page in poll(name, provider, store, around):
                new += len(page.listings)
                progress(new, page)
            found = processes(name, store, around)
            wanted = [Wanted(process.application, process.step, _note(process, around)) for process in found]
            me = _writing(provider, wanted, around)
            done = reconcile(
                name,
                wanted,
                provider,
                store,
                me,
                around.now,
                stationery=around.stationery,
                may_save=around.may_save,
                dry_run=around.dry_run,
            )
            states, notes, failure = done.states, done.notes, done.failure
    except ProviderError as error:
        found, failure = processes(name, store, around), error
    return AccountReport(
        name,
        new_messages=new,
        quarantined=len(store.quarantined(name)),
        processes=tuple(
            replace(p, draft=states.get(p.application.id, p.draft), note=notes.get(p.application.id, p.note))
            for p in found
        ),
        error=str(failure) if failure else None,
        hint=failure.hint if failure else "",
        refused=isinstance(failure, SignInRefused),
        quota=provider.quota(),
    )


def poll(name: str, provider: Provider, store: Store, around: Circumstances) -> Iterator[Page]:
    """Read what is new into the store; gives each page once it is kept, together with its cursor."""
    cursor = store.cursor(name, inference.VERSION)
    wanted = sought(name, store, around.me, around.now)
    for page in provider.poll(cursor, around.now - around.look_back, wanted):
        kept, quarantined = _read(name, provider, page.listings, store if cursor else None, around.me)
        store.keep_page(name, kept, quarantined, page.cursor, inference.VERSION)
        yield page


def processes(name: str, store: Store, around: Circumstances) -> list[Process]:
    """The processes of an account as the store has them, each with its next step; the mailbox is not asked."""
    marks = store.marks(name)
    found = applications(store.entries(name), around.me, around.now, store.application_ids(name), marks)
    found = tuple(replace(application, follow_ups=_with_calls(application)) for application in found)
    ids = {e.envelope.message_id: a.id for a in found for t in a.threads for e in t.entries}
    if not around.dry_run:
        store.keep_application_ids(name, ids)
    return [_process(application, around) for application in found]


def _process(application: Application, around: Circumstances) -> Process:
    policy, trouble = around.cadences.of(application)
    step = paused(next_step(application, policy, around.calendar, around.now, around.zone), application)
    note = trouble or _held(step, around) or _since_closed(application)
    return Process(application, step, DraftState.NONE, around.now, note)


def _held(step: Step, around: Circumstances) -> str:
    """What to know of a step that is due and not written."""
    return f"no draft is written, for {step.held}" if step.is_held_on(around.now.astimezone(around.zone).date()) else ""


def _since_closed(application: Application) -> str:
    """What to know of a process that I closed, and in which they wrote again."""
    closed = [mark.at for mark in application.marks if mark.kind is MarkKind.CLOSE]
    theirs = application.last_of_theirs
    if application.status is not Status.CLOSED or application.outcome or theirs is None or theirs.at <= max(closed):
        return ""
    return f"they wrote since you closed it; take it up again by: watcher reopen {application.id}"


def _with_calls(application: Application) -> tuple[Reply, ...]:
    """My follow-ups since they last wrote, a call that I told of among them; two on one day are one."""
    heard = application.last_of_theirs
    calls = {
        (mark.message_id, day): Reply(Side.ME, "", mark.at, f"{mark.message_id} called {day}", called=True)
        for mark in application.marks
        for day in [f"{mark.at.astimezone(dt.UTC):%Y%m%d}"]
        if mark.kind is MarkKind.CALLED and (heard is None or mark.at > heard.at)
    }
    return tuple(sorted((*application.follow_ups, *calls.values()), key=lambda reply: reply.at))


def _note(process: Process, around: Circumstances) -> Callable[[Person], Letter] | None:
    """What writes the script of a call for me to find in Drafts; nothing where I do not want it there."""
    if process.step.kind is not StepKind.CALL or not around.call_notes:
        return None

    def written(me: Person) -> Letter:
        script = script_of(process.application, process.step, me, around.now, around.calendar, around.phone)
        return note_of(script, me)

    return written


def _writing(provider: Provider, wanted: Sequence[Wanted], around: Circumstances) -> Person:
    """Me as I write from this mailbox: from addresses that it may send from, under the signature that I keep there.

    What the configuration says comes first. The mailbox is asked only where something is due.
    """
    me, today = around.me, around.now.astimezone(around.zone).date()
    if not any(one.is_draft and one.step.due and one.step.due <= today for one in wanted):
        return me
    signatures = {alias.address: alias.signature for alias in provider.aliases()}
    usable = tuple(address for address in me.addresses if address.lower() in signatures) or me.addresses
    kept = (signatures.get(address.lower(), "") for address in usable)
    return replace(me, addresses=usable, signature=me.signature or next(filter(None, kept), ""))


def _read(
    name: str, provider: Provider, listings: Sequence[Listing], store: Store | None, me: Person
) -> tuple[list[Entry], list[tuple[str, str]]]:
    """Entries of what could matter, and what could not be read with the reason. `store` knows what was read before."""
    kept: list[Entry] = []
    quarantined: list[tuple[str, str]] = []
    wanted = {listing.ref: listing for listing in listings}
    if provider.narrowing is Narrowing.HEADERS:
        wanted = {listing.ref: listing for listing in _could_matter(name, listings, store, me)}
    for raw in provider.fetch(list(wanted)):
        listing = wanted[raw.ref]
        try:
            message = reading.read(
                raw.content,
                account=name,
                ref=raw.ref,
                received=listing.received,
                me=me,
                thread_hint=listing.thread_hint,
            )
            kept.append(Entry(message.envelope, inference.infer(message, me)))
        except reading.Unreadable as error:
            quarantined.append((raw.ref, str(error)))
        except Exception as error:  # noqa: BLE001  one bad message never stops the mailbox; it is shown as unread
            quarantined.append((raw.ref, f"a rule failed on it: {type(error).__name__}"))
    return kept, quarantined


def _could_matter(name: str, listings: Iterable[Listing], store: Store | None, me: Person) -> list[Listing]:
    """Those whose text is worth fetching: no bulk mail, and nothing that was read before from another folder.

    A recruiter's mail may carry a list's header fields; so bulk that a person seems to have sent is read, and judged
    by its words.
    """
    envelopes: list[tuple[Listing, Envelope | None]] = []
    for listing in listings:
        try:
            envelope = reading.read_envelope(
                listing.header, account=name, ref=listing.ref, received=listing.received, me=me
            )
        except reading.Unreadable:
            envelope = None  # the whole message may tell more, or goes into quarantine with its reason
        envelopes.append((listing, envelope))
    ids = [envelope.message_id for _, envelope in envelopes if envelope]
    known = store.known(name, ids) if store else set()
    return [
        listing
        for listing, envelope in envelopes
        if envelope is None or (_may_be_personal(envelope) and envelope.message_id not in known)
    ]


def _may_be_personal(envelope: Envelope) -> bool:
    return envelope.automatic is not Automatic.BULK or is_person(envelope.sender.name)
