"""Bringing Drafts to what it should be: one draft for a step that is due, none where none is, the user's left alone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from providers.base import Draft, NotSetUp, Provider, ProviderError, fingerprint, is_ours
from watcher.drafting.body import Writer
from watcher.drafting.desk import Desk
from watcher.drafting.fate import fate
from watcher.drafting.identity import message_id
from watcher.drafting.letter import Letter, compose
from watcher.drafting.mime import UnsafeDraft, build
from watcher.drafting.signing import usual_signature
from watcher.drafting.stationery import PLAIN, Stationery
from watcher.drafting.wanted import Wanted, apart, state_of
from watcher.model import Application, DraftState, Person, Side, Step
from watcher.store import DraftRecord, Life, Store

__all__ = ["Reconciled", "Wanted", "reconcile"]

_ATTEMPTS_LOOKED_FOR = 8
"""Where an attempt at a step has no record, it or a later one may be there from before the state was lost."""
_THE_USERS = {Life.EDITED: DraftState.EDITED, Life.DISMISSED: DraftState.DISMISSED, Life.SENT: DraftState.SENT}
"""What the user did with a draft. It settles the step: no other draft is made for it."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What came of it, by application id."""

    states: Mapping[str, DraftState]
    """Of each process handed in."""
    notes: Mapping[str, str]
    """A sentence for the user, where there is something to tell."""
    failure: ProviderError | None
    """The mailbox failed on the way. The states are true all the same; the next scan goes on from there."""


def reconcile(  # noqa: PLR0913 - all that it depends on is handed in, and named where it is
    account: str,
    wanted: Sequence[Wanted],
    provider: Provider,
    store: Store,
    me: Person,
    now: dt.datetime,
    *,
    stationery: Stationery = PLAIN,
    may_save: Callable[[], bool] = lambda: True,
    dry_run: bool = False,
) -> Reconciled:
    """Save the drafts that are due, withdraw those that no longer fit, leave what the user touched.

    Args:
        account: Its name.
        wanted: All its processes, as they stand at `now`.
        provider: Open.
        store: Where the records of drafts are kept; in a dry run one in memory.
        me: Who writes.
        now: Its day in my zone decides what is due.
        stationery: What letters are written on.
        may_save: Asked before each draft that is to be saved; those it lets wait stay due. Nothing else asks it.
        dry_run: Look, but save and remove nothing.

    Raises:
        StateError: the state cannot be written; nothing was saved without a committed intent
    """
    desk = Desk(account, provider, store, dry_run=dry_run)
    entries = (entry for one in wanted for thread in one.application.threads for entry in thread.entries)
    me = replace(me, signature=me.signature or usual_signature(entries))
    run = _Run(account, wanted, desk, store, Writer(me, stationery), now, may_save)
    failure = None
    try:
        if run.has_work:
            run.carry_out(provider.drafts(run.prints))
    except ProviderError as error:
        failure = error
    return Reconciled(run.states, run.notes, failure)


class _Run:
    """One reconciliation: what is wanted, what is there, and what has been done so far."""

    def __init__(
        self,
        account: str,
        wanted: Sequence[Wanted],
        desk: Desk,
        store: Store,
        writer: Writer,
        now: dt.datetime,
        may_save: Callable[[], bool],
    ) -> None:
        today = now.astimezone(ZoneInfo(writer.me.timezone)).date()
        self._account, self._wanted, self._desk, self._store = account, wanted, desk, store
        self._writer, self._now, self._may_save = writer, now, may_save
        self._due = [
            each
            for one in wanted
            if one.is_draft and one.step.to and one.step.due and one.step.due <= today
            for each in apart(one)
        ]
        self._first_time = not desk.records
        self._there: dict[str, list[Draft]] = defaultdict(list)
        self.states = {one.application.id: DraftState.NONE for one in wanted}
        self.states |= {one.application.id: DraftState.DUE for one in self._due}
        self.notes: dict[str, str] = {}

    @property
    def has_work(self) -> bool:
        """Whether Drafts needs to be looked into at all."""
        return bool(self._due) or any(record.life.is_open for record in self._desk.records.values())

    @property
    def prints(self) -> dict[str, str]:
        """The Message-IDs of the drafts that may be there, by their prints."""
        return {record.print: record.message_id for record in self._desk.records.values() if record.life.is_open}

    def carry_out(self, drafts: Sequence[Draft]) -> None:
        """Look first, then take out, then put in.

        Args:
            drafts: All that is in Drafts, just read.
        """
        for draft in drafts:
            self._there[draft.message_id].append(draft)
        self._observe()
        fitting = {record.message_id for one in self._due if (record := self._fitting(one.step)) is not None}
        due = {(one.step.kind, one.step.anchor) for one in self._due}
        for record in list(self._desk.records.values()):
            if record.message_id in fitting:
                self._desk.keep(replace(record, life=Life.SAVED))
            elif record.life in (Life.SAVED, Life.WITHDRAWING):
                self._withdraw(record)
            elif record.life is Life.INTENT and (record.kind, record.anchor) not in due:
                self._desk.keep(replace(record, life=Life.WITHDRAWN))  # never saved, and no longer called for
        provided: dict[str, list[DraftState]] = defaultdict(list)
        for one in self._due:
            provided[one.application.id].append(self._provide(one))
            self.states[one.application.id] = state_of(provided[one.application.id])

    # -- what is there ------------------------------------------------------------------------------
    def _observe(self) -> None:
        """Bring every record up to what is in Drafts and among the mail."""
        records = list(self._desk.records.values())
        seen = self._store.known(self._account, [record.message_id for record in records if record.life.is_open])
        for record in records:
            life = fate(
                record,
                self._there.get(record.message_id, ()),
                seen_sent=record.message_id in seen,
                answered_otherwise=self._answered_otherwise(record.in_reply_to, record.message_id),
                wrote_since=self._wrote_since(record),
                discarded=self._discarded(record),
            )
            self._desk.keep(replace(record, life=life))
            if life is not record.life or life is Life.EDITED:
                self._tell(record)

    def _answered_otherwise(self, answered: str, message_id: str = "", left: Collection[Life] = (Life.EDITED,)) -> bool:
        """Whether a draft that we know nothing of answers this message, and stands for no other record than this one.

        One that the user saved anew stands for the record of what they changed; `left` are the lives of records for
        which one may stand.
        """
        there, records = self._there, self._desk.records
        unknown = [d for key, drafts in there.items() if key not in records and not is_ours(key) for d in drafts]
        changed = [r for r in records.values() if r.life in left and r.message_id not in there]
        stand_for = sum(r.in_reply_to == answered and r.message_id != message_id for r in changed)
        return bool(answered) and sum(draft.in_reply_to == answered for draft in unknown) > stand_for

    def _wrote_since(self, record: DraftRecord) -> bool:
        application = self._application(record)
        entries = (entry for thread in application.threads for entry in thread.entries) if application else ()
        return any(e.envelope.side is Side.ME and e.envelope.sent >= record.intended for e in entries)

    def _discarded(self, record: DraftRecord) -> bool:
        """Whether a draft that arrived though we never heard of it was thrown away since."""
        missing = record.life is Life.INTENT and record.message_id not in self._there
        return missing and self._desk.discarded(record)

    def _application(self, record: DraftRecord) -> Application | None:
        """The process a draft belongs to now: that of the message it answers, or the one it was made for."""
        applications = [one.application for one in self._wanted]
        for application in applications:
            if any(record.in_reply_to == e.envelope.message_id for t in application.threads for e in t.entries):
                return application
        return next((application for application in applications if application.id == record.application), None)

    def _fitting(self, step: Step) -> DraftRecord | None:
        """The draft of ours, untouched, that is just what the step calls for."""
        records = self._records(step)
        if not records or any(record.life in _THE_USERS for record in records):
            return None
        newest = records[0]
        return newest if newest.life in (Life.SAVED, Life.WITHDRAWING) and newest.to == _emails(step) else None

    def _records(self, step: Step) -> list[DraftRecord]:
        """The records of a step, the newest attempt first."""
        records = self._desk.records.values()
        found = [record for record in records if (record.kind, record.anchor) == (step.kind, step.anchor)]
        return sorted(found, key=lambda record: record.attempt, reverse=True)

    # -- what is done -------------------------------------------------------------------------------
    def _withdraw(self, record: DraftRecord) -> None:
        try:
            self._desk.withdraw(record)
            self._tell(record)
        except NotSetUp as error:  # a mailbox that can remove nothing can still be given drafts
            if (application := self._application(record)) is not None:
                self.states[application.id] = DraftState.EXISTS
                self.notes[application.id] = f"the draft no longer fits, and could not be taken out: {error}"

    def _provide(self, one: Wanted) -> DraftState:
        """See to it that a step that is due has its draft, unless the user has settled it."""
        records = self._records(one.step)
        settled = next((state for record in records if (state := _THE_USERS.get(record.life))), None)
        if settled is not None:
            return settled
        if any(record.life in (Life.SAVED, Life.WITHDRAWING) for record in records):
            return DraftState.EXISTS
        me = self._writer.me
        letter = one.note(me) if one.note else compose(one.application, one.step, self._writer, self._now)
        tried = records[0] if records else None
        is_new = tried is None or tried.life is not Life.INTENT
        first = (tried.attempt + is_new) if tried else 1
        try:
            attempts = [self._written(one, letter, first + n) for n in range(_ATTEMPTS_LOOKED_FOR if is_new else 1)]
        except UnsafeDraft as error:
            self.notes[one.application.id] = f"no draft was made: {error}"
            return DraftState.NONE
        before = [attempt for attempt, _ in attempts] if is_new else []
        if before and (state := self._from_before(one, before, letter.in_reply_to)) is not None:
            return state
        if letter.told:
            self.notes[one.application.id] = "; ".join(letter.told)
        return self._save(*attempts[0], before, letter.thread_hint) if self._may_save() else DraftState.DUE

    def _save(
        self, record: DraftRecord, content: bytes, before: Sequence[DraftRecord], thread_hint: str | None
    ) -> DraftState:
        """Put a draft in, unless it is there, or the user threw away one of those that nobody remembers."""
        if before and self._desk.discarded(*before):
            self._desk.keep(replace(record, life=Life.DISMISSED))
            return DraftState.DISMISSED
        if self._desk.save(record, content, thread_hint):
            return DraftState.CREATED
        kept = self._desk.records.get(record.message_id)
        return DraftState.DUE if kept is None else _THE_USERS.get(kept.life, DraftState.EXISTS)

    def _from_before(self, one: Wanted, attempts: Sequence[DraftRecord], answered: str) -> DraftState | None:
        """What became of a draft that was made before the state was lost, or one of an earlier day took its place.

        A draft of the user's that answers the same mail may be ours as they changed it. Without any state it counts as
        that for good; else none is put beside it while it is there.
        """
        seen = self._store.known(self._account, [record.message_id for record in attempts])
        for record in attempts:
            found = self._there.get(record.message_id)
            if found or record.message_id in seen:
                return self._known_again(replace(record, life=fate(record, found) if found else Life.SENT))
        if not self._answered_otherwise(answered, left=_THE_USERS):
            return None
        if self._first_time:
            return self._known_again(replace(attempts[0], life=Life.EDITED))
        self.notes[one.application.id] = "a draft of yours answers the same mail, so none was put beside it"
        return DraftState.EDITED

    def _known_again(self, record: DraftRecord) -> DraftState:
        self._desk.keep(record)
        return _THE_USERS.get(record.life, DraftState.EXISTS)

    def _written(self, one: Wanted, letter: Letter, attempt: int) -> tuple[DraftRecord, bytes]:
        """The intent of saving a letter, and its bytes."""
        now = self._now.astimezone(ZoneInfo(self._writer.me.timezone)).replace(microsecond=0)
        identity = message_id(self._account, one.step.kind, one.step.anchor, attempt, letter.from_.domain)
        content = build(letter, identity, now)
        record = DraftRecord(
            account=self._account,
            message_id=identity,
            application=one.application.id,
            kind=one.step.kind,
            anchor=one.step.anchor,
            attempt=attempt,
            to=_emails(one.step),
            in_reply_to=letter.in_reply_to,
            print=fingerprint(content),
            intended=now.astimezone(dt.UTC),
            life=Life.INTENT,
        )
        return record, content

    def _tell(self, before: DraftRecord) -> None:
        """Report what became of a draft that no step calls for; a step that is due has its own to tell."""
        application, life = self._application(before), self._desk.records[before.message_id].life
        state = DraftState.WITHDRAWN if life is Life.WITHDRAWN else _THE_USERS.get(life)
        if application is None or state is None or self.states[application.id] is DraftState.DUE:
            return
        self.states[application.id] = state
        if life is Life.EDITED:
            self.notes[application.id] = "the draft you changed or took back no longer fits; it is left to you"


def _emails(step: Step) -> tuple[str, ...]:
    return tuple(sorted(person.email for person in step.to))
