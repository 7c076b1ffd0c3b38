"""The vocabulary: what every stage hands to the next, and nothing else.

Frozen dataclasses and enumerations without behaviour; this module imports nothing of ours.
The words are defined once here and used exactly so everywhere:

MESSAGE      one mail, as read: an *envelope* (who, when, in reply to what) and the words its author wrote now
STATEMENT    one thing a message tells, with the very words it rests on and the rule that read them
ENTRY        what is kept of a message: its envelope and its statements, never its body
THREAD       messages that answer one another
APPLICATION  one hiring process with one employer, over as many threads and addresses as it takes
CONTACT      a person on their side, with a role
STEP         what the cadence says is next, when it is due, to whom, and why
DRAFT        a follow-up of ours in the Drafts folder
MARK         what the user tells the program: a note, that a call was made, a correction of what was read

Instants are aware datetimes; days are dates in the zone of whoever spoke. There is no naive datetime.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "Address",
    "Application",
    "Automatic",
    "Confidence",
    "Contact",
    "Decision",
    "DraftState",
    "Entry",
    "Envelope",
    "Fact",
    "Interview",
    "Invite",
    "Kind",
    "Mark",
    "MarkKind",
    "Message",
    "Person",
    "Reply",
    "Role",
    "Side",
    "Stage",
    "Statement",
    "Status",
    "Step",
    "StepKind",
    "Thread",
    "Window",
]


class Side(StrEnum):
    """Who speaks in a message."""

    ME = "me"
    THEM = "them"
    MACHINE = "machine"
    """No person wrote it: an applicant tracking system, a calendar, an out-of-office reply, a bounce."""


class Automatic(StrEnum):
    """What kind of machine wrote a message."""

    NOTICE = "notice"
    """A system writes about a process: an applicant tracking system, a booking system."""
    CALENDAR = "calendar"
    """A calendar program announces an event without a word of its sender."""
    AWAY = "away"
    """An out-of-office or other automatic reply (RFC 3834)."""
    BOUNCE = "bounce"
    """A delivery failure (RFC 3464)."""
    BULK = "bulk"
    """A newsletter, an alert, an advertisement (RFC 2369, RFC 2919, Precedence: bulk)."""


class Kind(StrEnum):
    """What a statement does. A statement is the speaker's: `asks_me` in my own mail does not exist."""

    # when they will answer
    DECIDES_BY = "decides_by"
    """They will answer within `window`; in my own words, that they told me so. Where that counts from what another mail
    dated, there is no `window`, and `text` tells the distance: "meeting 2 business_days", "date 7 days" (see
    `matching.counted`)."""
    MEETS = "meets"
    """They meet, or see others, within `window`, which is what their answer may count from."""
    NO_DATE = "no_date"
    """They take back the date they gave, or say that they can give none."""
    UNREAD_DATE = "unread_date"
    """They name a day for their answer, by all that the mail sounds like, and no rule could read which. While it is
    unclear whether they name one, a `window` that it may be."""
    # the interview
    INTERVIEW = "interview"
    """An interview is booked from `start` to `end`."""
    PROPOSES = "proposes"
    """They offer the time `start`; it is booked once I agree."""
    AGREES = "agrees"
    """I agree to a time they proposed (`start` where I repeat it)."""
    NAMES_TIME = "names_time"
    """A time ahead is named, and the words do not tell what for: who is arranging a meeting knows, so matching decides.
    Half a time may be said: a `day` alone, or in `text` an hour alone ("15:00", with its stage "15:00 screen") or a
    place in a list ("#1", "#-1")."""
    CANCELS = "cancels"
    """A booked interview does not take place; a new time may follow."""
    MOVES = "moves"
    """I ask to move a booked interview, which stands until they answer; they say that it changes.

    `text` has by how many minutes it moves, "-60" an hour ahead, where no new time is told.
    """
    HELD = "held"
    """An interview took place, at `start` where the words tell when."""
    STAGE = "stage"
    """A stage (`text`) was reached without a booking."""
    # whose turn it is
    ASKS_ME = "asks_me"
    """They want something of me: an answer, times, papers, a task."""
    WAITS = "waits"
    """They say that I need do nothing now."""
    # outcomes
    REJECTED = "rejected"
    FILLED = "filled"
    OFFER = "offer"
    ON_HOLD = "on_hold"
    REOPENED = "reopened"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    # how they lean, while nothing is decided
    LEANS_TOWARDS = "leans_towards"
    """They are very interested, and need more time."""
    GOES_ON = "goes_on"
    """They say that it goes on, and no more: "we have not forgotten you"."""
    LEANS_AWAY = "leans_away"
    """They tell me to go on looking elsewhere: an offer is unlikely. It is no rejection."""
    # what my own message is
    APPLIES = "applies"
    """An application was made: by my letter, or confirmed by their system."""
    INTERESTED = "interested"
    """I answer an approach with interest."""
    NOT_INTERESTED = "not_interested"
    THANKS = "thanks"
    NUDGES = "nudges"
    # people
    AWAY_UNTIL = "away_until"
    """The sender is back on `day`."""
    GONE = "gone"
    """`who` has left or does not get mail: never write there again."""
    HANDS_OVER = "hands_over"
    """`who` takes over from the sender."""
    HAS_ROLE = "has_role"
    """`who` has the role `text` (a `Role`) in this process."""
    HAS_PHONE = "has_phone"
    """`who` is called under `text` (E.164, with ";ext=" where there is an extension); nobody: the firm's own number."""
    SIGNS = "signs"
    """`text` stands under the words: in my own mail all that I sign with, in theirs the name alone."""
    # what it is about
    AUTOMATIC = "automatic"
    """No person wrote this."""
    HIRING = "hiring"
    """The message belongs to a hiring process of mine."""
    OUTREACH = "outreach"
    """A recruiter approaches me; nothing is a process of mine until I answer. `text` may be `BEGINS_APART`."""
    NOT_HIRING = "not_hiring"
    """It speaks of something else that only sounds alike: a tenancy, a sale, hiring I do for my employer."""
    UNLIKE_HIRING = "unlike_hiring"
    """The words of the whole mail do not clearly read like those of a hiring, whatever single ones of them say."""
    NAMES_COMPANY = "names_company"
    MAY_NAME_COMPANY = "may_name_company"
    """`text` reads like the name of the employer, though no rule need say so."""
    NAMES_ROLE = "names_role"
    NAMES_OTHER_ROLE = "names_other_role"
    """Another position at the same employer that I have applied for, and that this is not about."""
    NUMBERED = "numbered"
    """`text` is the reference number of a position."""
    MENTIONS = "mentions"
    """`text` has the words that may be names of people it speaks of; what is a name, matching knows by who writes."""
    SOUNDS_LIKE = "sounds_like"
    """`text` has how much the whole mail sounds like each thing that it may do, in log odds above the least that counts
    ("interview=6.2 asks_me=2.0"); or the log odds of one of its hours to be one at which we meet
    ("2026-03-10T14:00:00-05:00=2.1")."""
    RARE_WORDS = "rare_words"
    """`text` has the words of it that few mails have, each with how rare it is: "tram:3 lisbon:4"."""


BEGINS_APART = "begins apart"
"""Of an approach: the mail says at once that it is of another matter than what it answers."""


class Confidence(StrEnum):
    """How sure a rule is. What is unclear is shown, and moves nothing by itself."""

    SURE = "sure"
    LIKELY = "likely"
    UNCLEAR = "unclear"


class Stage(StrEnum):
    """How far a process has come, in this order."""

    CONTACTED = "contacted"
    APPLIED = "applied"
    SCREEN = "screen"
    INTERVIEW = "interview"
    ONSITE = "onsite"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Status(StrEnum):
    """What a process is doing now."""

    WAITING_ON_THEM = "waiting_on_them"
    WAITING_ON_ME = "waiting_on_me"
    SCHEDULED = "scheduled"
    ON_HOLD = "on_hold"
    CLOSED = "closed"


class Role(StrEnum):
    """What a contact is in the process."""

    HEADHUNTER = "headhunter"
    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring_manager"
    INTERVIEWER = "interviewer"
    COORDINATOR = "coordinator"


class StepKind(StrEnum):
    """What the cadence says is next."""

    THANK_YOU = "thank_you"
    CHECK_IN = "check_in"
    SECOND_CHECK_IN = "second_check_in"
    CALL = "call"
    MOVE_ON = "move_on"
    REPLY = "reply"
    ATTEND = "attend"
    NONE = "none"


class DraftState(StrEnum):
    """What became of the draft of a step."""

    NONE = "none"
    DUE = "due"
    """A scan without --dry-run would save it."""
    CREATED = "created"
    EXISTS = "exists"
    EDITED = "edited"
    """The user changed it: it is theirs."""
    DISMISSED = "dismissed"
    """The user deleted it: never made again."""
    SENT = "sent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox (RFC 5322, 3.4): `email` in lower case, `name` as displayed or empty."""

    email: str
    name: str = ""

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2]

    @property
    def local(self) -> str:
        return self.email.rpartition("@")[0]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days in the speaker's zone, both ends included. `earliest` is None where only the end was named."""

    earliest: dt.date | None
    latest: dt.date


@dataclass(frozen=True, slots=True)
class Invite:
    """The first event of a calendar part (RFC 5545). Times are aware; `cancelled` by METHOD or STATUS."""

    uid: str
    sequence: int
    method: str
    start: dt.datetime
    end: dt.datetime
    summary: str = ""
    location: str = ""
    description: str = ""
    organizer: Address | None = None
    attendees: tuple[Address, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who wrote to whom, when, and in answer to what.

    Every text here was cleaned on the way in: no control characters, no line breaks, bounded length.
    """

    account: str
    ref: str
    """Where the provider finds the message again; opaque."""
    message_id: str
    """With its angle brackets; one made from the content where the mail has none."""
    sent: dt.datetime
    """The moment of writing, with the sender's own UTC offset; that of arrival where Date is absent or absurd."""
    received: dt.datetime
    """The moment of arrival, UTC."""
    sender: Address
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str = ""
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    thread_hint: str | None = None
    """The provider's own thread id, where it has one."""
    side: Side = Side.THEM
    automatic: Automatic | None = None
    """Which machine wrote it; None for a person."""
    system: str = ""
    """The applicant tracking system that carried it ("greenhouse"), or empty."""

    @property
    def people(self) -> tuple[Address, ...]:
        """Sender and recipients."""
        return (self.sender, *self.to, *self.cc)


@dataclass(frozen=True, slots=True)
class Message:
    """One mail as read."""

    envelope: Envelope
    text: str
    """The words its author wrote now: no quotes, no signature, nothing hidden. Paragraphs stand a blank line apart."""
    signature: str = ""
    """The lines under the words: name, title, employer, telephone. Empty where none."""
    forwarded: str = ""
    """What the author forwarded, where they did; somebody else's words."""
    invite: Invite | None = None
    attachments: tuple[str, ...] = ()
    """File names, for what they tell (an application comes with a CV); never opened."""
    lossy: bool = False
    """Something could not be decoded: no date of it is acted on alone."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a message tells. Which of the fields below `rule` are set depends on the kind; see `Kind`."""

    kind: Kind
    words: str
    """The words it rests on, as written (at most 300 characters)."""
    rule: str
    """The name of the rule that read them."""
    confidence: Confidence = Confidence.SURE
    window: Window | None = None
    day: dt.date | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    who: tuple[Address, ...] = ()
    """People it speaks of; an address may be empty where only a name was given."""
    text: str = ""
    uid: str = ""
    """Identity of the calendar event, so that an update replaces it."""

    @property
    def names_day(self) -> dt.date | None:
        """The day it names, with an hour or without."""
        return self.start.date() if self.start else self.day


@dataclass(frozen=True, slots=True)
class Entry:
    """What the store keeps of a message."""

    envelope: Envelope
    statements: tuple[Statement, ...] = ()

    def has(self, *kinds: Kind) -> bool:
        return any(s.kind in kinds for s in self.statements)

    def all(self, *kinds: Kind) -> tuple[Statement, ...]:
        return tuple(s for s in self.statements if s.kind in kinds)


@dataclass(frozen=True, slots=True)
class Thread:
    """Messages that answer one another, oldest first."""

    id: str
    subject: str
    entries: tuple[Entry, ...]
    apart: str = ""
    """The id of another thread in which it began as an answer: it carries on that subject, and speaks of another."""


@dataclass(frozen=True, slots=True)
class Person:
    """The user: what [me] of the configuration says."""

    name: str
    addresses: tuple[str, ...]
    timezone: str
    country: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person on their side."""

    address: Address
    role: Role
    why: str = ""
    """What the role rests on."""
    last_wrote: dt.datetime | None = None
    """None: named or invited, never wrote."""
    reachable: bool = True
    """False for no-reply addresses and for people who left."""
    back_on: dt.date | None = None
    phone: str = ""
    """The number in their signature, as `Kind.HAS_PHONE` has it; the one that reaches them most directly."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A message that a person wrote, or a call that I made."""

    by: Side
    address: str
    at: dt.datetime
    message_id: str
    called: bool = False
    """By telephone, as I told; `message_id` then names the call and no message."""


@dataclass(frozen=True, slots=True)
class Interview:
    """A booked interview; `hosts` are those known to hold it."""

    start: dt.datetime
    end: dt.datetime
    stage: Stage
    message_id: str
    hosts: tuple[Address, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """The day by which they said they would answer, while it holds."""

    window: Window
    words: str
    stated_by: Side
    message_id: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a process's history: one statement, when, by whom, and what it did to the state."""

    at: dt.datetime
    by: Side
    address: str
    message_id: str
    statement: Statement
    effect: str


class MarkKind(StrEnum):
    """What the user can tell of a process."""

    NOTE = "note"
    """Something of the conversation that a follow-up may take up; the value is the user's own words."""
    WENT_BADLY = "went_badly"
    """The last interview went badly."""
    CALLED = "called"
    """The call that was due is made."""
    ATTACH = "attach"
    """A file to go with the next letter; the value is its absolute path."""
    WELCOMES = "welcomes"
    """The person with the address that the value is said it was fine to write to them."""
    CADENCE = "cadence"
    """The process follows the cadence that the value names."""
    # corrections, which count from when they were told
    SNOOZE = "snooze"
    """Nothing is due before the day that the value is (ISO 8601), unless they write first."""
    MUTE = "mute"
    """Nothing is due in the process any more."""
    CLOSE = "close"
    """The process is over, whatever its mail says."""
    REOPEN = "reopen"
    """The process goes on: what ended it or put it on hold until then does not count."""
    DECISION = "decision"
    """They answer by the day that the value is (ISO 8601); empty: they named none."""
    CONTACT = "contact"
    """Follow-ups go to the mailbox that the value is (RFC 5322, 3.4)."""
    COMPANY = "company"
    ROLE = "role"
    STAGE = "stage"
    """The process has come to the `Stage` that the value is."""
    # which mail belongs to which process
    MERGE = "merge"
    """The process that holds the message with the Message-ID that the value is belongs to this one."""
    SPLIT = "split"
    """The thread that holds the message with the Message-ID that the value is belongs to another process."""
    FORGET = "forget"
    """It is no hiring process of mine."""
    TRACK = "track"
    """The thread that holds the message is a hiring process of mine, or part of one."""
    IGNORE = "ignore"
    """Mail from the address, or from anybody at the domain, that the value is belongs to no process of any account."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing the user told."""

    kind: MarkKind
    message_id: str
    """The newest message of the process when it was told, by which it is found whatever its id becomes; empty for what
    is said of no single one."""
    at: dt.datetime
    value: str = ""
    number: int = 0
    """Given by the store."""


@dataclass(frozen=True, slots=True)
class Application:
    """One hiring process as it stands at a moment: the fold of its entries' statements."""

    id: str
    account: str
    company: str
    role: str
    stage: Stage
    status: Status
    outcome: Kind | None
    """The closing or holding statement that counts now, None while the process runs."""
    threads: tuple[Thread, ...]
    contacts: tuple[Contact, ...]
    """In order of preference for a follow-up; the unreachable last."""
    last_of_mine: Reply | None
    last_of_theirs: Reply | None
    interviews: tuple[Interview, ...]
    """Booked and not cancelled, oldest first."""
    decision: Decision | None
    my_turn: bool
    follow_ups: tuple[Reply, ...]
    """My nudges since they last wrote, the calls that I told of among them."""
    leaning: str = ""
    """How they lean by the latest that they said of it: "towards", "away", or empty; nothing once it is decided."""
    unread_date: str = ""
    """The words of their last message that seem to name a day for their answer, where no rule could read which."""
    unread_until: dt.date | None = None
    """The day that those words name all the same: it may be that of their answer."""
    unread_outcome: str = ""
    """The words since they last wrote that may be a no, an offer or a hold, and are not sure enough to count."""
    doubt: str = ""
    """Why it may be no hiring process of mine, or not all of one, with what I can tell the program of it."""
    marks: tuple[Mark, ...] = ()
    """What I told of it, oldest first."""
    history: tuple[Fact, ...] = field(default=(), repr=False)

    @property
    def last_reply(self) -> Reply | None:
        """The newest message that a person wrote, whichever side."""
        replies = [reply for reply in (self.last_of_mine, self.last_of_theirs) if reply is not None]
        return max(replies, key=lambda reply: reply.at, default=None)

    def last_held(self, now: dt.datetime) -> Interview | None:
        """The interview that ended last."""
        return max((i for i in self.interviews if i.end <= now), key=lambda i: i.end, default=None)


@dataclass(frozen=True, slots=True)
class Step:
    """What the cadence says is next. `due` is a day in the user's zone; None where there is nothing to wait for."""

    kind: StepKind
    due: dt.date | None
    to: tuple[Address, ...]
    why: str
    anchor: str = ""
    """What it follows: the Message-ID of their last mail, of my last nudge, of the interview. Kind and anchor together
    identify a step for good, so each gets one draft."""
    apart: bool = False
    """Each of `to` is written to by themselves, each in words of their own."""
    letter: str = ""
    """Which letter it calls for where that is not its kind's own: "inquiry", "status", "gracious", "keep_in_touch"."""
    held: str = ""
    """Why no draft is written of it, though its kind is one of those that are."""

    @property
    def is_draft(self) -> bool:
        return not self.held and self.kind in (StepKind.THANK_YOU, StepKind.CHECK_IN, StepKind.SECOND_CHECK_IN)

    def is_held_on(self, today: dt.date) -> bool:
        """Whether its draft would be due by a day, were it written."""
        return bool(self.held) and self.due is not None and self.due <= today
