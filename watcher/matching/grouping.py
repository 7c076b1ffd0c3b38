"""Threads to processes: which threads belong to one hiring process, joined where a careful person would.

Threads are taken in order of time. Each joins the known process it has the strongest links to (`links`), begins a new
one where it speaks of a hiring process of mine, or is left out. What is said later may join what came before: the whole
is worked out afresh each time.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from watcher.domains import registrable, words_of
from watcher.matching import linkage
from watcher.matching.acquaintances import TOLD
from watcher.matching.likeness import roles_agree
from watcher.matching.links import (
    ENOUGH,
    is_of_agency,
    names_employer,
    names_position,
    spoken_of,
    strength,
    words_of_employer,
    words_of_position,
)
from watcher.matching.matter import chosen_by_words
from watcher.matching.profile import Profile, profile
from watcher.matching.threads import DAYS
from watcher.matching.traces import Traces, may_be_linked, traces
from watcher.model import Address, Automatic, Entry, Person, Side, Thread
from watcher.reading.quotes import is_passed_on

__all__ = ["group", "is_closer"]

_OUTWEIGHED = 3.0
"""How much stronger another link must be than that to a process with the same position."""
_TOLD_IN_SUBJECT = 1.5
"""What it adds to a link that a subject has words of that position alone: more than that somebody wrote there once."""
_TOLD_IN_FULL = 2
"""Words of an employer's name in a subject that tell it from another that begins alike: Kestrel Hill, Kestrel Lane."""
_LIKELY, _CLEAR, _BEYOND_DOUBT = 0.4, 0.75, 1.25
"""Evidence from which a thread that I take part in, or that has the receipt for my application, one that I do not take
part in, and one of which anything says it is none, is a hiring process of mine."""


@dataclass(eq=False)
class _Process:
    """A process while it is being put together."""

    threads: list[Thread]
    profile: Profile
    traces: Traces

    def may_take(self, thread: Thread) -> bool:
        """Whether a thread may be of it: set apart from nothing in it, and handed on to none but its people."""
        first = thread.entries[0]
        strange = _passes_on(first) and not any(self._is_of_them(address) for address in first.envelope.to)
        return not (strange or (thread.apart and any(each.id == thread.apart for each in self.threads)))

    def _is_of_them(self, address: Address) -> bool:
        return address.email in self.profile.people or registrable(address.domain) in self.profile.domains

    def add(self, threads: Sequence[Thread], me: Person, hunters: frozenset[str]) -> None:
        """Take further threads in, and know what they tell."""
        self.threads = sorted((*self.threads, *threads), key=lambda t: t.entries[0].envelope.sent)
        self.profile = profile(self.threads, me, hunters)
        self.traces = traces(self.profile)


_Scored = tuple[float, int, _Process]
"""How strongly a thread is linked to a process, how many words its subjects have of it, and the process."""


def group(
    threads: Iterable[Thread],
    me: Person,
    hunters: frozenset[str],
    tracked: Collection[str] = (),
    judge: linkage.Judge | None = None,
) -> list[tuple[Thread, ...]]:
    """The threads of each hiring process of mine; threads of none are left out.

    Args:
        threads: All threads of the account.
        me: The user.
        hunters: Registrable domains of agencies, whose own names tell two processes apart no more than they join them.
        tracked: Message-IDs; a thread with one of them is a process of mine, or part of one, whatever it says.
        judge: Says of which process a thread is; that of the program if None.
    """
    judge = judge or linkage.judge()
    processes: list[_Process] = []
    offers: list[_Process] = []
    waiting: list[Thread] = []
    for thread in sorted(threads, key=lambda t: t.entries[0].envelope.sent):
        if all(e.envelope.automatic is Automatic.BULK for e in thread.entries):
            continue
        own = profile([thread], me, hunters)
        if own.turned_to and (offer := _taken_up(own, offers)) is not None:
            offer.add([thread], me, hunters)
            offers.remove(offer)
            processes.append(offer)
            waiting = [each for each in waiting if each not in offer.threads]
        elif (best := _home(thread, own, processes, judge)) is not None:
            best.add([thread], me, hunters)
        elif _begins(own) or any(entry.envelope.message_id in tracked for entry in thread.entries):
            processes.append(_Process([thread], own, traces(own)))
        else:
            waiting.append(thread)
            offers += [_Process([thread], own, traces(own))] if own.opens else []
    for thread in waiting:  # too weak to begin a process; it may belong to one that became known after it
        if (best := _home(thread, profile([thread], me, hunters), processes, judge)) is not None:
            best.add([thread], me, hunters)
    _join(processes, me, hunters, judge)
    return [tuple(_own_mail(process)) for process in processes]


def is_closer(
    thread: Thread, one: Sequence[Thread], other: Sequence[Thread], me: Person, hunters: frozenset[str]
) -> bool:
    """Whether a thread is linked more strongly to some threads than to others."""
    own = profile([thread], me, hunters)
    return strength(own, profile(one, me, hunters)) > strength(own, profile(other, me, hunters))


def _join(processes: list[_Process], me: Person, hunters: frozenset[str], judge: linkage.Judge) -> None:
    """Make one of those that turn out to be one now that more is known of both."""
    for process in list(processes):
        near = (p for p in processes if p is not process and may_be_linked(p.traces, process.traces))
        near = (p for p in near if all(map(p.may_take, process.threads)) and all(map(process.may_take, p.threads)))
        others = [p for p in near if _may_be_one(p.profile, process.profile)]
        if (best := _best(process.profile, others, judge)) is not None:
            best.add(process.threads, me, hunters)
            processes.remove(process)


def _may_be_one(one: Profile, other: Profile) -> bool:
    """Whether two processes are linked from either side, and not to different positions or references."""
    roles = [p.roles[0][0] for p in (one, other) if p.roles and p.roles[0][1] >= TOLD]
    if len(roles) > 1 and not roles_agree(*roles):
        return False
    if one.references and other.references and not one.references & other.references:
        return False
    return strength(one, other) >= ENOUGH


def _begins(own: Profile) -> bool:
    """Whether a thread by itself is a hiring process of mine: an approach is none before I answered it.

    An agency that tells of an opening writes of nothing else, whatever its words read like.
    """
    offered = own.opens and is_of_agency(own)
    if own.applied or own.answered:
        return own.hiring >= _LIKELY or (offered and own.answered)
    enough = _BEYOND_DOUBT if own.doubted else _LIKELY if own.received else _CLEAR
    return own.hiring >= enough and not (own.approached or offered)


def _home(thread: Thread, own: Profile, processes: Iterable[_Process], judge: linkage.Judge) -> _Process | None:
    """The process a thread of some profile is linked to most, of those that may take it."""
    return _best(own, [process for process in processes if process.may_take(thread)], judge)


def _best(own: Profile, processes: Sequence[_Process], judge: linkage.Judge) -> _Process | None:
    """The process a thread is of, as it is judged by what rules say and by all that it has in common with each."""
    left = traces(own)
    near = [process for process in processes if may_be_linked(left, process.traces)]
    ruled = _by_rules(own, near)
    place = judge(own, [process.profile for process in near], near.index(ruled) if ruled else None) if near else None
    return None if place is None else near[place]


def _by_rules(own: Profile, processes: Sequence[_Process]) -> _Process | None:
    """The process a thread is linked to most, and no other where its subject names the employer of one.

    Of two alike it is that of whose position and employer the subject has more words, then that of which it has more
    names that no other does ("Mr Harms would see you in Lübeck"), then more words of the position ("on the Regional
    Operations Manager req"), then that in which the same person wrote last, then the latest. Where an agency writes,
    which has many, words tell more than who writes.
    """
    links = ((strength(own, each.profile), each) for each in processes)
    scored = [(link, spoken_of(process.profile, own), process) for link, process in links if link >= ENOUGH]
    surest = max((link for link, _, _ in scored), default=0.0)
    named = [item for item in scored if names_employer(item[2].profile, own)] or scored
    named = _told_in_full(named, own, words_of_employer)
    near = [item for item in named if item[0] > surest - _OUTWEIGHED]
    named = [item for item in near if names_position(item[2].profile, own)] or named
    named = _told_in_full(named, own, words_of_position)
    if len(named) < 2:
        return named[0][2] if named else None
    if not is_of_agency(own):  # which deals with me for many
        named = [item for item in named if item[2].profile.people & own.people] or named
    if (told := chosen_by_words(own, [process.profile for _, _, process in named])) is not None:
        return named[told][2]
    spoken = own.mentioned | own.subjects
    in_subject = [words_of_position(process.profile, own.subjects) for _, _, process in named]
    most = max(in_subject)
    of_subject = named[in_subject.index(most)][2] if most and in_subject.count(most) == 1 else None
    often = Counter(name for process in processes for name in _names_in(process.profile) & spoken)
    alone = frozenset(name for name, processes in often.items() if processes == 1) - DAYS

    def rank(item: _Scored) -> tuple[float, float, float, float, bool, dt.datetime]:
        link, words, process = item
        known = process.profile
        names, position = len(alone & _names_in(known)), words_of_position(known, own.mentioned)
        people = words + len(own.people & known.people)
        link += _TOLD_IN_SUBJECT * (process is of_subject)
        telling = (words, names, position, link) if is_of_agency(own) else (link, people, names, position)
        return *telling, known.correspondent in own.people, known.last

    return max(named, key=rank)[2]


def _told_in_full(
    scored: list[_Scored], own: Profile, words: Callable[[Profile, frozenset[str]], int]
) -> list[_Scored]:
    """Those whose name the subjects have most words of, where these are enough to tell it; else all."""
    told = [words(process.profile, own.subjects) for _, _, process in scored]
    most = max(told, default=0)
    return [item for item, count in zip(scored, told, strict=True) if count == most >= _TOLD_IN_FULL] or scored


def _taken_up(own: Profile, offers: Sequence[_Process]) -> _Process | None:
    """The opening somebody told me of that I answer in a mail of its own, by the employer's name."""
    told = (offer for offer in offers if own.turned_to & offer.profile.people)
    return next((offer for offer in told if names_employer(offer.profile, own)), None)


def _names_in(known: Profile) -> frozenset[str]:
    """All that may be names in a process: of its people, of whom they speak, and of the firms that stand between."""
    return known.mentioned | known.named | {word for name, _ in known.agencies for word in words_of(name)}


def _own_mail(process: _Process) -> Iterable[Thread]:
    """The threads without bulk mail and without what I wrote to outsiders: a forward to a friend is no word to them."""
    people = process.profile.people
    for thread in process.threads:
        first = thread.entries[0]
        kept = tuple(e for e in thread.entries if _concerns(e, people) or (e is first and not _passes_on(e)))
        if kept:
            yield replace(thread, entries=kept)


def _passes_on(entry: Entry) -> bool:
    """Whether I hand on what somebody wrote."""
    return entry.envelope.side is Side.ME and is_passed_on(entry.envelope.subject)


def _concerns(entry: Entry, theirs: frozenset[str]) -> bool:
    envelope = entry.envelope
    if envelope.side is Side.ME:
        return any(a.email in theirs for a in (*envelope.to, *envelope.cc))
    return envelope.automatic is not Automatic.BULK
