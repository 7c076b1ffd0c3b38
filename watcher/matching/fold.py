"""An application's state at a moment: a fold over its messages' statements, oldest first.

The rules of the fold are those of `tests/corpus/README.md`, "What is true of an application". Each statement that
changed something leaves a `Fact` in the history with what it did, so that every answer can be explained.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from watcher.calendar import Calendar
from watcher.matching.bookings import Bookings
from watcher.matching.dates import Dates
from watcher.model import (
    Automatic,
    Confidence,
    Entry,
    Fact,
    Kind,
    Reply,
    Side,
    Stage,
    Statement,
    Status,
)

__all__ = ["CLOSING", "Progress", "Told", "progress", "stage_of", "status_of"]

_STAGES = list(Stage)
CLOSING = frozenset({Kind.REJECTED, Kind.FILLED, Kind.WITHDRAWN, Kind.ACCEPTED, Kind.DECLINED})
"""The outcomes that end a process."""
_REFUSED = frozenset({Kind.REJECTED, Kind.FILLED})
_MINE_ONLY = frozenset({Kind.ACCEPTED, Kind.DECLINED, Kind.WITHDRAWN})
_MY_NO = {Kind.NOT_INTERESTED: Kind.WITHDRAWN}
"""Once a process runs, my lack of interest ends it."""
_THEIRS_ONLY = frozenset({Kind.REJECTED, Kind.FILLED, Kind.OFFER, Kind.ON_HOLD, Kind.REOPENED})
_FROM_MACHINES = frozenset({Kind.REJECTED, Kind.FILLED, Kind.OFFER, Kind.ON_HOLD, Kind.REOPENED, Kind.STAGE})
_DECIDING = _THEIRS_ONLY - {Kind.REOPENED}
_GOING_ON = frozenset({Kind.DECIDES_BY, Kind.PROPOSES})
_NOT_OVER = _GOING_ON | {Kind.INTERVIEW, Kind.CANCELS}
_TAKEN_FOR_YES = "silence_is_a_yes"
"""The rule by which they want no answer where a time suits me."""
_SURELY_NOT_OVER = frozenset({Kind.NO_DATE, Kind.WAITS, Kind.GOES_ON})
"""What nobody says of a process that is over, the latter where its words are sure: so none of it leaves a doubt."""
_TELLING = (
    *(*CLOSING, *_THEIRS_ONLY, *_NOT_OVER, *_SURELY_NOT_OVER),
    *(Kind.MOVES, Kind.ASKS_ME, Kind.MEETS, Kind.HELD, Kind.STAGE),
)
"""What tells what their message is for."""
_LEANINGS = {
    Kind.LEANS_TOWARDS: ("towards", "they lean towards you"),
    Kind.LEANS_AWAY: ("away", "an offer is unlikely"),
}
"""To how an application tells of each, and its history."""
_SILENCE, _SILENCE_AFTER_INTERVIEW = 3, 4
"""Business days after which a message of mine is a nudge, whatever its words."""
_LONG = 30


@dataclass
class Progress:
    """The state of one process while its messages are read."""

    zone: ZoneInfo
    dates: Dates
    stage: Stage = Stage.APPLIED
    outcome: Kind | None = None
    assumed: bool = False
    """The outcome is likely only, or a machine's word: what a person goes on with after it takes it back."""
    closed: bool = False
    """I said that it is over, whatever its mail says."""
    my_turn: bool = False
    unread_outcome: str = ""
    leaning: str = ""
    last_of_mine: Reply | None = None
    last_of_theirs: Reply | None = None
    met: bool = False
    """One of us spoke of a meeting that was held, booked by mail or not."""
    heard: int = 0
    """How many messages of theirs were read, machines' included."""
    follow_ups: list[Reply] = field(default_factory=list)
    bookings: Bookings = field(default_factory=Bookings)
    history: list[Fact] = field(default_factory=list)


Told = tuple[dt.datetime, Callable[[Progress], None]]
"""A moment at which the user corrected the state, and how."""


def progress(
    entries: Iterable[Entry],
    now: dt.datetime,
    zone: ZoneInfo,
    calendar: Calendar,
    told: Iterable[Told] = (),
    *,
    apart: bool = False,
) -> Progress:
    """Fold the messages written by `now`, oldest first, and between them what the user told.

    Days are the user's, by `zone` and `calendar`. What was told, oldest first, counts until a later message says more.
    `apart` tells that it began as another matter in a thread of theirs.
    """
    state = Progress(zone, Dates(calendar))
    to_come = deque(correction for correction in told if correction[0] <= now)
    for position, entry in enumerate(entries):
        if entry.envelope.sent > now:
            break
        while to_come and to_come[0][0] < entry.envelope.sent:
            to_come.popleft()[1](state)
        if position == 0 and _approaches(entry, apart=apart):
            state.stage = Stage.CONTACTED
        _read(state, entry)
    for _, correct in to_come:
        correct(state)
    _spend(state, now)
    return state


def _read(state: Progress, entry: Entry) -> None:
    envelope = entry.envelope
    machine, mine = envelope.automatic is not None, envelope.side is Side.ME
    was_mine, quiet = state.my_turn, _quiet_days(state, entry)
    booked = state.bookings.read(entry, lambda s, effect: _note(state, entry, s, effect))
    if booked is not None:
        state.my_turn = False
        state.stage = max(state.stage, booked, key=_STAGES.index)
        if state.outcome in _REFUSED | {Kind.ON_HOLD} and not _clearly(entry, *_REFUSED):
            state.outcome = None
        _overtake(state, entry)
    state.met = state.met or _clearly(entry, Kind.HELD, Kind.THANKS)
    if envelope.automatic is not Automatic.AWAY:  # an absence note answers whoever writes, and knows nothing of me
        _read_outcome(state, entry, machine=machine, mine=mine, booked=booked is not None)
    for statement in entry.all(Kind.STAGE):
        state.stage = max(state.stage, Stage(statement.text), key=_STAGES.index)
    state.heard += 0 if mine else 1
    _read_leaning(state, entry)
    if machine:
        if envelope.automatic is Automatic.NOTICE:
            _read_doubt(state, entry)
        return
    reply = Reply(envelope.side, envelope.sender.email, envelope.sent, envelope.message_id)
    if mine:
        if not was_mine and booked is None and _is_follow_up(state, entry, quiet):
            state.follow_ups.append(reply)
        _read_doubt(state, entry)
        state.last_of_mine = reply
        state.my_turn = False
    else:
        state.last_of_theirs = reply
        state.follow_ups.clear()
        state.dates.vague = None
        _read_doubt(state, entry)
        _read_ball(state, entry, booked=booked is not None)
        if state.dates.decision and envelope.sent.astimezone(state.zone).date() > state.dates.decision.window.latest:
            state.dates.decision = None  # it is spent: they wrote after it
    explained, offers = _clearly(entry, *_TELLING), _clearly(entry, Kind.OFFER)
    state.dates.read(entry, lambda s, effect: _note(state, entry, s, effect), offers=offers, explained=explained)


def _overtake(state: Progress, entry: Entry) -> None:
    """Who invites me to a further conversation has answered, where that is behind the day by which they were to."""
    decision, day = state.dates.decision, entry.envelope.sent.astimezone(state.zone).date()
    ahead = [i for i in state.bookings.interviews() if i.message_id == entry.envelope.message_id]
    if decision and ahead and ahead[-1].start.astimezone(state.zone).date() > decision.window.latest >= day:
        state.dates.decision = None


def _approaches(entry: Entry, *, apart: bool) -> bool:
    """Whether the first message of a process is an approach: of a person of theirs who speaks of no application."""
    envelope = entry.envelope
    applied = entry.has(Kind.APPLIES) or any(s.text == Stage.APPLIED for s in entry.all(Kind.HIRING))
    return (
        envelope.side is Side.THEM
        and envelope.automatic is None
        and not ((envelope.in_reply_to and not apart) or applied)
    )


def _read_outcome(state: Progress, entry: Entry, *, machine: bool, mine: bool, booked: bool) -> None:
    before = state.outcome
    for statement in entry.statements:
        kind = _MY_NO.get(statement.kind, statement.kind) if mine else statement.kind
        answered = kind is Kind.ACCEPTED and state.outcome is Kind.OFFER and not entry.has(*_MINE_ONLY - {kind})
        if not _tells_an_outcome(kind, statement, machine=machine, mine=mine, answered=answered):
            continue
        likely = statement.confidence is Confidence.LIKELY
        once = likely and not _says_twice(entry, statement)
        if (once and _too_early(state, entry, kind)) or (likely and mine and booked):
            continue  # who agrees to meet has not said no
        if kind is Kind.REOPENED:
            if state.outcome is not None and (state.outcome is before or state.outcome not in CLOSING):
                state.outcome = None
                _note(state, entry, statement, "open again")
            continue
        if kind is Kind.WITHDRAWN and state.outcome in (Kind.OFFER, Kind.DECLINED):
            kind = Kind.DECLINED
        elif kind is Kind.DECLINED and statement.confidence is Confidence.LIKELY and state.outcome is not Kind.OFFER:
            kind = Kind.WITHDRAWN  # what was not offered cannot be declined
        state.outcome, state.assumed = kind, machine or statement.confidence is not Confidence.SURE
        _note(state, entry, statement, f"{kind.value.replace('_', ' ')}")
    _go_on(state, entry)


def _tells_an_outcome(kind: Kind, statement: Statement, *, machine: bool, mine: bool, answered: bool) -> bool:
    """Whether a statement, taken for this kind, is an outcome that its side can tell; unclear ones only if asked."""
    if (statement.confidence is Confidence.UNCLEAR and not answered) or kind not in CLOSING | _THEIRS_ONLY:
        return False
    return kind not in (_THEIRS_ONLY if mine else _MINE_ONLY) and not (machine and kind not in _FROM_MACHINES)


def _says_twice(entry: Entry, said: Statement) -> bool:
    """Whether another sentence of a message says the same."""
    return any(s.words != said.words and s.confidence is not Confidence.UNCLEAR for s in entry.all(said.kind))


def _too_early(state: Progress, entry: Entry, kind: Kind) -> bool:
    """Whether a likely outcome is not to be believed yet.

    It is not where it is a machine's first word, a no in a first word that asks something, an offer before any talk, or
    a yes to none before we met: "yes please" to an interview is no yes to the job.
    """
    first = state.heard == 0
    machine = entry.envelope.automatic is not None
    asks = kind in _REFUSED and _clearly(entry, Kind.ASKS_ME, Kind.OUTREACH)
    met = state.met or any(i.end <= entry.envelope.sent for i in state.bookings.interviews())
    talked = met or _STAGES.index(state.stage) > _STAGES.index(Stage.APPLIED)
    early = {Kind.OFFER: not talked, Kind.ACCEPTED: not met and state.outcome is not Kind.OFFER}
    return (first and (machine or asks)) or early.get(kind, False)


def _read_doubt(state: Progress, entry: Entry) -> None:
    """An outcome that a message may tell; none where it tells one for sure, or goes on in any way."""
    deciding = _MINE_ONLY - {Kind.ACCEPTED} if entry.envelope.side is Side.ME else _DECIDING
    if deciding is _DECIDING and entry.envelope.automatic is None:
        state.unread_outcome = ""  # they wrote again
    clear = {s.kind for s in entry.statements if s.confidence is not Confidence.UNCLEAR}
    sure = {s.kind for s in entry.statements if s.confidence is Confidence.SURE}
    if clear & (CLOSING | _THEIRS_ONLY | _NOT_OVER) or sure & _SURELY_NOT_OVER or state.outcome in CLOSING:
        return
    for statement in entry.all(*deciding):
        if statement.confidence is Confidence.UNCLEAR and not _too_early(state, entry, statement.kind):
            state.unread_outcome = statement.words
            _note(state, entry, statement, f"perhaps {statement.kind.value.replace('_', ' ')}")


def _go_on(state: Progress, entry: Entry) -> None:
    """Who names a day for an answer, or offers a time, has not refused before, and took no no of mine for one."""
    going_on = [s for s in entry.all(*_GOING_ON) if s.confidence is not Confidence.UNCLEAR]
    theirs = entry.envelope.side is Side.THEM
    if theirs and going_on and state.assumed and state.outcome in CLOSING and not _clearly(entry, *CLOSING):
        state.outcome = None
        _note(state, entry, going_on[0], "goes on after all")


def _read_ball(state: Progress, entry: Entry, *, booked: bool) -> None:
    """Their message: does it ask something of me? A booking in the same breath answers its own question.

    So does that they take my silence for a yes: "could we make it Friday? Shout if that's no good".
    """
    asks = [s for s in entry.all(Kind.ASKS_ME, Kind.PROPOSES) if s.confidence is not Confidence.UNCLEAR]
    answered = all(s.kind is Kind.PROPOSES for s in asks) or any(
        s.rule == _TAKEN_FOR_YES for s in entry.all(Kind.WAITS)
    )
    if asks and not (booked and answered):
        state.my_turn = True
        _note(state, entry, asks[0], "your turn")
        if state.outcome is Kind.ON_HOLD and not _clearly(entry, Kind.ON_HOLD):
            state.outcome = None  # nobody asks anything of a process that rests
    elif entry.has(Kind.WAITS):
        state.my_turn = False
        _note(state, entry, entry.all(Kind.WAITS)[0], "their turn")


def _quiet_days(state: Progress, entry: Entry) -> int:
    """Business days without a word of anybody, and without an interview, before a message."""
    at = entry.envelope.sent
    words = [reply.at for reply in (state.last_of_mine, state.last_of_theirs) if reply]
    moments = words + [i.end for i in state.bookings.interviews() if i.end <= at]
    if not moments:
        return 0
    day, end = max(moments).astimezone(state.zone).date(), at.astimezone(state.zone).date()
    days = (day + dt.timedelta(days=n + 1) for n in range(min((end - day).days, _LONG)))
    return sum(state.dates.calendar.is_business_day(each) for each in days)


def _is_follow_up(state: Progress, entry: Entry, quiet: int) -> bool:
    """A nudge of mine, by its words, or because it comes out of the blue while it was theirs to answer.

    Nobody writes after days of silence but to ask how things stand, however they put it; a first word after an
    interview is a thank-you for some days yet. (In the corpus nothing else comes after three such business days.)
    """
    nudges = [s for s in entry.all(Kind.NUDGES) if s.confidence is not Confidence.UNCLEAR]
    if not nudges and (entry.has(Kind.APPLIES, *_MINE_ONLY) or state.outcome in (*CLOSING, Kind.OFFER)):
        return False
    mine = state.last_of_mine
    unthanked = any(
        mine is None or i.end > mine.at for i in state.bookings.interviews() if i.end <= entry.envelope.sent
    )
    if not nudges and quiet < (_SILENCE_AFTER_INTERVIEW if unthanked else _SILENCE):
        return False
    said = nudges[0] if nudges else Statement(Kind.NUDGES, entry.envelope.subject, "after silence", Confidence.LIKELY)
    _note(state, entry, said, "you followed up")
    return True


def _read_leaning(state: Progress, entry: Entry) -> None:
    """How they lean, the last that a message says of it; of a process that is decided nothing."""
    leans = [s for s in entry.all(*_LEANINGS) if s.confidence is not Confidence.UNCLEAR]
    if state.outcome in (*CLOSING, Kind.OFFER):
        state.leaning = ""
    elif leans and entry.envelope.side is Side.THEM:
        state.leaning, effect = _LEANINGS[leans[-1].kind]
        _note(state, entry, leans[-1], effect)


def _spend(state: Progress, now: dt.datetime) -> None:
    """A date is spent once an interview ended after it, or the process closed."""
    held = [i for i in state.bookings.interviews() if i.end <= now]
    held_after = (
        state.dates.decision
        and held
        and held[-1].end.astimezone(state.zone).date() > state.dates.decision.window.latest
    )
    over = state.closed or state.outcome in CLOSING
    if held_after or over:
        state.dates.decision = None
    if over:
        state.dates.vague = None


def _clearly(entry: Entry, *kinds: Kind) -> bool:
    return any(s.confidence is not Confidence.UNCLEAR for s in entry.all(*kinds))


def _note(state: Progress, entry: Entry, statement: Statement, effect: str) -> None:
    envelope = entry.envelope
    state.history.append(
        Fact(envelope.sent, envelope.side, envelope.sender.email, envelope.message_id, statement, effect)
    )


def status_of(state: Progress, now: dt.datetime) -> Status:
    """What the process is doing at `now`."""
    if state.closed or state.outcome in CLOSING:
        return Status.CLOSED
    if state.outcome is Kind.OFFER:
        return Status.WAITING_ON_ME
    if any(i.end > now for i in state.bookings.interviews()):
        return Status.SCHEDULED
    if state.my_turn:
        return Status.WAITING_ON_ME
    return Status.ON_HOLD if state.outcome is Kind.ON_HOLD else Status.WAITING_ON_THEM


def stage_of(state: Progress) -> Stage:
    """The stage reached, the outcome included."""
    closing = {
        Kind.REJECTED: Stage.REJECTED,
        Kind.FILLED: Stage.REJECTED,
        Kind.WITHDRAWN: Stage.WITHDRAWN,
        Kind.OFFER: Stage.OFFER,
        Kind.ACCEPTED: Stage.OFFER,
        Kind.DECLINED: Stage.OFFER,
    }
    return closing.get(state.outcome, state.stage) if state.outcome else state.stage
