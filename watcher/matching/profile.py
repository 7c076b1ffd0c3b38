"""What a thread, or a process as far as it is known, is about: its people, employers, positions and evidence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from watcher.domains import words_of
from watcher.matching import called
from watcher.matching.agencies import go_between
from watcher.matching.called import Weighed
from watcher.matching.evidence import evidence
from watcher.matching.likeness import roles_agree
from watcher.matching.persons import family_of, firm_of, name_key
from watcher.matching.references import references
from watcher.matching.threads import sets_apart
from watcher.model import Automatic, Confidence, Entry, Kind, Person, Side, Stage, Thread
from watcher.reading.names import is_person

__all__ = ["Profile", "profile", "their_people"]


_PARTS = re.compile(r"\s[-–|]\s|[:,|]")
"""What stands between the parts of a subject."""
_NO = frozenset({Kind.REJECTED, Kind.FILLED})
_DECIDED = (*_NO, Kind.OFFER, Kind.REOPENED, Kind.PROPOSES, Kind.INTERVIEW, Kind.DECIDES_BY)
_SAID = (Confidence.SURE, Confidence.LIKELY)


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a thread or of several taken together."""

    correspondent: str
    """The address of the person who wrote last."""
    people: frozenset[str]
    """Addresses on their side that a person writes from, is written to at, or is invited at."""
    reached: frozenset[str]
    """Addresses that I wrote to."""
    turned_to: frozenset[str]
    """Those that I wrote to first, where it began with me."""
    names: frozenset[str]
    """Full names of those people and of whom they name, see `persons.name_key`."""
    given: frozenset[str]
    """First names of the people who wrote."""
    told: frozenset[str]
    """First names by which they speak of others: "our chair, Dermot"."""
    named: frozenset[str]
    """Words of the names of all who wrote or were written to, on their side."""
    opening: frozenset[str]
    """Words that may be names, in their mail where that is the first: it says for itself what it belongs to."""
    mentioned: frozenset[str]
    """Words that may be names, in any mail."""
    rare: Mapping[str, int]
    """Words that few mails have, with how rare they are (`Kind.RARE_WORDS`)."""
    families: frozenset[str]
    """Last names of the people who wrote."""
    household: str
    """The one last name, as written, of all who wrote, where none of them has an address at a firm."""
    locals: frozenset[str]
    """What stands before the @ in their addresses, without figures: the whole of a name at times."""
    domains: frozenset[str]
    """Registrable domains of an employer or agency; freemail and applicant tracking systems are none."""
    companies: Weighed
    """Names of employers with their weight, heaviest first."""
    likely: Weighed
    """Names that read like an employer's, whether or not a rule says so."""
    agencies: Weighed
    """Names of firms that fill positions for others, likewise."""
    hunters: frozenset[str]
    """Registrable domains of such firms."""
    roles: Weighed
    other_roles: frozenset[str]
    """Positions at the same employer that it says I have applied for beside its own."""
    uids: frozenset[str]
    subjects: frozenset[str]
    """The words of the subjects."""
    references: frozenset[str]
    """Reference numbers of positions, from the subjects."""
    numbers: frozenset[str]
    """Those and what else the words name: not all of them need be a position's."""
    first: dt.datetime
    last: dt.datetime
    hiring: float
    """Evidence that this is a hiring process of mine; negative speaks against it."""
    doubted: bool
    """Something in it says that it is no hiring process of mine."""
    approached: bool
    """It began with their approach, not with my application."""
    applied: bool
    """I applied, by their word or mine."""
    received: bool
    """A machine says that my application is there."""
    by_people: bool
    """A person wrote in it, and not machines alone."""
    answered: bool
    """We both wrote, and I did more than decline."""
    refused: bool
    """They told me no, and nothing since."""
    asked: bool
    """Somebody wrote in his own name to ask me something."""
    opens: bool
    """It began with a person's mail that tells of an opening."""
    apart: bool
    """It began as an answer in a thread that speaks of something else."""
    another: bool
    """It began with a person's mail that sets it apart from what came before: "separate from the other thing"."""


def their_people(entries: Iterable[Entry], me: Person) -> frozenset[str]:
    """The addresses of people on their side: who wrote, whom they wrote to, whom they named, and whom I applied to.

    Whom else I wrote to counts where he is a colleague of those: my forward to a friend brings no friend in.
    Systems are not people, though people write through them.
    """
    entries = list(entries)
    theirs: set[str] = set()
    for entry in entries:
        envelope = entry.envelope
        if envelope.side is Side.ME and entry is not entries[0]:
            continue
        nobody = bool(envelope.system) or envelope.automatic in (Automatic.NOTICE, Automatic.BOUNCE)
        people = (*envelope.to, *envelope.cc) if nobody else envelope.people
        told = {who.email for s in entry.statements for who in s.who} - ({envelope.sender.email} if nobody else set())
        theirs.update(told, (a.email for a in people))
    theirs -= {"", *me.addresses}
    firms = {firm for email in theirs if (firm := firm_of(email, me))}
    written_to = {a.email for e in entries if e.envelope.side is Side.ME for a in (*e.envelope.to, *e.envelope.cc)}
    return frozenset(theirs | {email for email in written_to - set(me.addresses) if firm_of(email, me) in firms})


def _people_named(entries: Iterable[Entry], theirs: frozenset[str]) -> frozenset[str]:
    """The full names of people on their side, as displayed or told."""
    shown = (a.name for e in entries for a in e.envelope.people if a.email in theirs)
    told = (who.name for e in entries if e.envelope.side is Side.THEM for s in e.statements for who in s.who)
    return frozenset(name_key(name) for name in (*shown, *told) if name.count(" ") and is_person(name))


def _first_names(entries: Iterable[Entry], theirs: frozenset[str]) -> frozenset[str]:
    """As displayed, and as signed by people who show no more than an initial."""
    wrote = [e for e in entries if e.envelope.side is Side.THEM and e.envelope.sender.email in theirs]
    signed = (s.text.split(maxsplit=1)[0] for e in wrote for s in e.all(Kind.SIGNS) if s.text.strip())
    shown = (e.envelope.sender.name.split()[0] for e in wrote if _by_person(e, theirs))
    return frozenset(name.casefold() for name in (*shown, *signed) if name.isalpha())


def _first_names_told(entries: Iterable[Entry]) -> frozenset[str]:
    theirs = (s for e in entries if e.envelope.side is Side.THEM for s in e.statements if s.confidence in _SAID)
    return frozenset(who.name.casefold() for s in theirs for who in s.who if who.name.isalpha())


def _mentioned(entries: Iterable[Entry]) -> frozenset[str]:
    """As written and without accents, as names of people and words of firms are compared."""
    told = [s.text for e in entries for s in e.all(Kind.MENTIONS)]
    return frozenset(word for text in told for word in (*text.casefold().split(), *words_of(text)))


def _rare(entries: Iterable[Entry]) -> Mapping[str, int]:
    told = (word.rpartition(":") for e in entries for s in e.all(Kind.RARE_WORDS) for word in s.text.split())
    return {word: int(level) for word, _, level in told}


def _household(writers: Iterable[str]) -> str:
    """The last name that all these have, as the last of them writes it; empty where there are several."""
    written = {
        family: word for name in writers for word in name.split() if (family := family_of(name)) == word.casefold()
    }
    name = next(iter(written.values()), "") if len(written) == 1 else ""
    return name[:1].upper() + name[1:] if len(name.strip(".")) > 1 else ""


def _by_person(entry: Entry, theirs: frozenset[str]) -> bool:
    sender = entry.envelope.sender
    return entry.envelope.side is Side.THEM and sender.email in theirs and is_person(sender.name)


def profile(threads: Iterable[Thread], me: Person, hunters: frozenset[str]) -> Profile:
    """The profile of some threads taken together. Bulk mail in them counts for nothing.

    Args:
        threads: What is taken together.
        me: Whose addresses are none of theirs.
        hunters: Registrable domains of agencies: what goes by their names is no employer of mine.
    """
    threads = list(threads)
    entries = sorted(
        (_as_meant(e) for t in threads for e in _spoken(t) if e.envelope.automatic is not Automatic.BULK),
        key=lambda e: e.envelope.sent,
    )
    people = their_people(entries, me)
    domains = frozenset(firm for email in people if (firm := firm_of(email, me)))
    hunters |= go_between(entries, me, domains)
    companies, agencies = called.companies(entries, hunters)
    mine = [e for e in entries if e.envelope.side is Side.ME]
    applied = any(e.has(Kind.APPLIES) for e in entries)
    apart = any(thread.apart for thread in threads[:1])
    return Profile(
        correspondent=next((e.envelope.sender.email for e in reversed(entries) if _by_person(e, people)), ""),
        people=people,
        reached=frozenset(a.email for e in mine for a in (*e.envelope.to, *e.envelope.cc)),
        turned_to=frozenset(a.email for e in entries[:1] if e.envelope.side is Side.ME for a in e.envelope.to),
        names=_people_named(entries, people),
        given=_first_names(entries, people),
        told=_first_names_told(entries),
        named=frozenset(
            word for e in entries for a in e.envelope.people if a.email in people for word in name_key(a.name).split()
        ),
        opening=_mentioned(e for e in entries[:1] if e.envelope.side is Side.THEM),
        mentioned=_mentioned(entries),
        rare=_rare(entries),
        families=frozenset(f for e in entries if _by_person(e, people) and (f := family_of(e.envelope.sender.name))),
        household="" if domains else _household(e.envelope.sender.name for e in entries if _by_person(e, people)),
        locals=frozenset(re.sub(r"\d+$", "", email.partition("@")[0]) for email in people),
        domains=domains,
        companies=companies,
        likely=called.likely_companies(entries, hunters, agencies),
        agencies=agencies,
        hunters=hunters,
        roles=called.roles(entries),
        other_roles=frozenset(s.text for e in entries for s in e.all(Kind.NAMES_OTHER_ROLE)),
        subjects=frozenset(word for e in entries for word in words_of(e.envelope.subject)),
        references=frozenset(r for e in entries for r in references(e.envelope.subject)),
        numbers=frozenset(r for e in entries for line in _numbered(e) for r in references(line)),
        uids=frozenset(s.uid for e in entries for s in e.statements if s.uid),
        first=entries[0].envelope.sent if entries else dt.datetime.max.replace(tzinfo=dt.UTC),
        last=entries[-1].envelope.sent if entries else dt.datetime.min.replace(tzinfo=dt.UTC),
        hiring=evidence(entries),
        doubted=any(s.confidence in _SAID for e in entries for s in e.all(Kind.NOT_HIRING)),
        approached=not applied
        and any(s.confidence in _SAID for e in entries if e.envelope.side is Side.THEM for s in e.all(Kind.OUTREACH)),
        applied=applied,
        received=any(e.envelope.automatic and _is_receipt(e) for e in entries),
        by_people=any(e.envelope.automatic is None for e in entries),
        answered=len(mine) < len(entries) and not all(_declines(e) for e in mine),
        refused=_is_over(entries),
        asked=any(e.has(Kind.ASKS_ME) for e in entries if _by_person(e, people)),
        opens=bool(entries) and (apart or _tells_of_an_opening(entries[0])),
        apart=apart,
        another=bool(entries) and (apart or sets_apart(entries[0])),
    )


def _is_over(entries: Sequence[Entry]) -> bool:
    """Whether the last that they decided is a no."""
    told = [
        s.kind for e in entries if e.envelope.side is not Side.ME for s in e.all(*_DECIDED) if s.confidence in _SAID
    ]
    return bool(told) and told[-1] in _NO


def _is_receipt(entry: Entry) -> bool:
    return any(s.text == Stage.APPLIED and s.confidence in _SAID for s in entry.all(Kind.HIRING))


def _as_meant(entry: Entry) -> Entry:
    """The message with its own position where it is called another of mine, but the subject says that it is meant."""
    if not entry.has(Kind.NAMES_OTHER_ROLE):
        return entry
    parts = _PARTS.split(entry.envelope.subject)
    meant = {s for s in entry.all(Kind.NAMES_OTHER_ROLE) if any(roles_agree(part, s.text) is True for part in parts)}
    return replace(
        entry, statements=tuple(replace(s, kind=Kind.NAMES_ROLE) if s in meant else s for s in entry.statements)
    )


def _numbered(entry: Entry) -> Iterable[str]:
    return (entry.envelope.subject, *(f"ref {s.text}" for s in entry.all(Kind.NUMBERED)))


def _spoken(thread: Thread) -> Iterable[Entry]:
    """The mails of a thread, without a subject that speaks of another process."""
    return map(_without_subject, thread.entries) if thread.apart else thread.entries


def _without_subject(entry: Entry) -> Entry:
    statements = tuple(s for s in entry.statements if ".subject" not in s.rule)
    return replace(entry, envelope=replace(entry.envelope, subject=""), statements=statements)


def _declines(entry: Entry) -> bool:
    """Whether I say in so many words that I am not interested; what only sounds like it leaves out no process."""
    return any(not s.rule.startswith("the whole reads like it") for s in entry.all(Kind.NOT_INTERESTED))


def _tells_of_an_opening(entry: Entry) -> bool:
    """Whether a person writes first to say that somebody is wanted: an approach, or "a boat yard wants a welder".

    That it is another than the one before ("quite apart from the other thing") says so, whatever the rest reads like.
    """
    wanted = any(s.kind is Kind.OUTREACH or s.rule == "role.need_a" for s in entry.statements if s.confidence in _SAID)
    return sets_apart(entry) or (_begins_theirs(entry) and wanted)


def _begins_theirs(entry: Entry) -> bool:
    """Whether a person of theirs writes of himself, and answers nothing."""
    return entry.envelope.side is Side.THEM and not entry.envelope.in_reply_to and entry.envelope.automatic is None
