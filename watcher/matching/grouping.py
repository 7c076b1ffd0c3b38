"""Threads to processes: which threads belong to one hiring process, joined where a careful person would.

Threads are taken in order of time. Each joins the known process it has the strongest links to, begins a new
one where it speaks of a hiring process of mine, or is left out. Links are counted with weights; a clear
difference of employer or position outweighs a common correspondent, so two positions with one recruiter stay
apart. What is said later may join what came before: the whole is worked out afresh each time.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from watcher.domains import domain_is_of
from watcher.matching.likeness import (
    company_tokens,
    is_company_in,
    is_position_in,
    roles_agree,
    same_company,
    shared_words,
)
from watcher.matching.profile import Profile, profile
from watcher.matching.traces import Traces, may_be_linked, traces
from watcher.model import Automatic, Entry, Person, Side, Thread

__all__ = ["group", "is_closer"]

_ENOUGH = 3.0
"""Weight from which a thread joins a process."""
_SAME_EMPLOYER = 3.0
_OTHER_POSITION, _POSITION_IN_PASSING = -8.0, -6.0
"""What another position weighs where I took it up, which even one recruiter's two threads do not outweigh, and else."""
_OTHER_OPENING = -7.0
"""What it weighs that an agency tells of an opening again: as much as one recruiter at one firm."""
_TOLD = 0.6
"""Weight from which a name was told, and not only mentioned."""
_NO_HIRING = -1.0
"""Evidence at which a thread surely is none of hiring: whoever has the same name is somebody else, or off duty."""
_LIKELY, _CLEAR, _BEYOND_DOUBT = 0.4, 0.75, 1.25
"""Evidence from which a thread that I take part in, one that I do not, and one of which anything says it is none, is a
hiring process of mine."""
_SHORT = 3
"""Letters of a word that is too short for the beginning of a name."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAYS = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name))
"""What is written with a capital and names nobody."""


@dataclass
class _Process:
    """A process while it is being put together."""

    threads: list[Thread]
    profile: Profile
    traces: Traces

    def add(self, threads: Sequence[Thread], me: Person, hunters: frozenset[str]) -> None:
        """Take further threads in, and know what they tell."""
        self.threads = sorted((*self.threads, *threads), key=lambda t: t.entries[0].envelope.sent)
        self.profile = profile(self.threads, me, hunters)
        self.traces = traces(self.profile)


def group(
    threads: Iterable[Thread], me: Person, hunters: frozenset[str], tracked: Collection[str] = ()
) -> list[tuple[Thread, ...]]:
    """The threads of each hiring process of mine; threads of none are left out.

    Args:
        threads: All threads of the account.
        me: The user.
        hunters: Registrable domains of agencies, whose own names tell two processes apart no more than they join them.
        tracked: Message-IDs; a thread with one of them is a process of mine, or part of one, whatever it says.
    """
    processes: list[_Process] = []
    waiting: list[Thread] = []
    for thread in sorted(threads, key=lambda t: t.entries[0].envelope.sent):
        if all(e.envelope.automatic is Automatic.BULK for e in thread.entries):
            continue
        own = profile([thread], me, hunters)
        if (best := _best(own, processes)) is not None:
            best.add([thread], me, hunters)
        elif _begins(own) or any(entry.envelope.message_id in tracked for entry in thread.entries):
            processes.append(_Process([thread], own, traces(own)))
        else:
            waiting.append(thread)
    for thread in waiting:  # too weak to begin a process; it may belong to one that became known after it
        if (best := _best(profile([thread], me, hunters), processes)) is not None:
            best.add([thread], me, hunters)
    _join(processes, me, hunters)
    return [tuple(_own_mail(process)) for process in processes]


def is_closer(
    thread: Thread, one: Sequence[Thread], other: Sequence[Thread], me: Person, hunters: frozenset[str]
) -> bool:
    """Whether a thread is linked more strongly to some threads than to others."""
    own = profile([thread], me, hunters)
    return _link(own, profile(one, me, hunters)) > _link(own, profile(other, me, hunters))


def _join(processes: list[_Process], me: Person, hunters: frozenset[str]) -> None:
    """Make one of those that turn out to be one now that more is known of both."""
    for process in list(processes):
        near = (p for p in processes if p is not process and may_be_linked(p.traces, process.traces))
        others = [p for p in near if _may_be_one(p.profile, process.profile)]
        if (best := _best(process.profile, others)) is not None:
            best.add(process.threads, me, hunters)
            processes.remove(process)


def _may_be_one(one: Profile, other: Profile) -> bool:
    """Whether two processes are linked from either side, and not to different positions or references."""
    roles = [p.roles[0][0] for p in (one, other) if p.roles and p.roles[0][1] >= _TOLD]
    if len(roles) > 1 and not roles_agree(*roles):
        return False
    if one.references and other.references and not one.references & other.references:
        return False
    return _link(one, other) >= _ENOUGH


def _begins(own: Profile) -> bool:
    """Whether a thread by itself is a hiring process of mine: an approach is none before I answered it.

    An agency that tells of an opening writes of nothing else, whatever its words read like.
    """
    offered = own.opens and _is_of_agency(own)
    if own.applied or own.answered:
        return own.hiring >= _LIKELY or (offered and own.answered)
    return own.hiring >= (_BEYOND_DOUBT if own.doubted else _CLEAR) and not (own.approached or offered)


def _best(own: Profile, processes: Sequence[_Process]) -> _Process | None:
    """The process a thread is linked to most, and no other where its subject names the employer of one.

    Of two alike it is that of whose position and employer the subject has more words, then that of which it mentions
    more names that no other does ("Mr Harms would see you in Lübeck"), then the latest.
    """
    left = traces(own)
    scored = [
        (link, _spoken_of(process.profile, own), process)
        for process in processes
        if may_be_linked(left, process.traces) and (link := _link(own, process.profile)) >= _ENOUGH
    ]
    named = [item for item in scored if _in_subject(item[2].profile, own)] or scored
    often = Counter(name for _, _, process in named for name in process.profile.mentioned & own.mentioned)
    alone = frozenset(name for name, processes in often.items() if processes == 1) - _DAYS

    def rank(item: tuple[float, int, _Process]) -> tuple[float, int, int, dt.datetime]:
        link, spoken, process = item
        return link, spoken, len(alone & process.profile.mentioned), process.profile.last

    return max(named, key=rank)[2] if named else None


def _spoken_of(known: Profile, own: Profile) -> int:
    """How many words of a process's position, and of its employer's name, stand in the subjects of a thread.

    So do the people of both, the beginning of that name where the words of the thread have it, and a domain that spells
    it out. That it names the same employer, though in passing, counts for it; that it names another alone, against it.
    """
    told = [name for name, weight in known.companies if weight >= _TOLD]
    roles = (shared_words(name, own.subjects) for name, weight in known.roles if weight >= _TOLD)
    spoken = own.subjects | own.mentioned
    firms = (len(own.subjects.intersection(company_tokens(name))) + is_company_in(name, spoken) for name in told)
    same = [same_company(name, mention) for name in told for mention, _ in own.companies]
    verdict = (1 if any(same) else -1) if same else 0
    spelled = any(domain_is_of(domain, name) for domain in own.domains - own.hunters for name in told)
    return max(roles, default=0) + max(firms, default=0) + verdict + len(own.people & known.people) + spelled


def _link(own: Profile, known: Profile) -> float:
    """How strongly a thread is linked to a process; below `_ENOUGH` they are strangers.

    Whoever writes about something else may name an employer of mine: a name alone links nothing that speaks against
    hiring. An approach I did not answer is no part of the process with the employer that it names, but where it comes
    from the firm that I turned to.
    """
    if own.uids & known.uids:
        return 10.0
    link = _compare_people(own, known)
    if own.references & known.references:
        link += 4.0
    elif own.references and known.references:
        link -= 4.0
    elif _numbers(own) & _numbers(known):
        link += 4.0
    if _is_receipt_for(own, known) or _is_receipt_for(known, own):
        link += 3.0
    if own.hiring >= 0 and not (_is_offer(own) and not _answers_me(own, known)):
        link += _compare_employers(own, known)
    if _are_two_openings(own, known) and not _is_spoken_of(own, known):
        link += _OTHER_OPENING
    return link + _compare_roles(own, known) if link > 0 else 0.0


def _numbers(one: Profile) -> frozenset[str]:
    """The numbers in the subjects that may be a position's, where two have the same: "Your 3402 application"."""
    return frozenset(word for word in one.subjects if word.isdigit() and len(word) > 2 and not _YEAR.fullmatch(word))


def _compare_people(own: Profile, known: Profile) -> float:
    """What it weighs that people are the same, by address or name, or of one family whose firm it is."""
    if own.people & known.people:
        return 4.0
    if own.hiring > _NO_HIRING and own.names & known.names:
        return 3.0
    akin = _is_family(own, known) or _was_announced(own, known) or _is_spoken_of(own, known)
    return 3.0 if own.hiring > 0 and akin else 0.0


def _was_announced(own: Profile, known: Profile) -> bool:
    """Whether who writes from home, naming no employer, is spoken of in the other by first name: "our chair, Jo"."""
    from_home = not own.domains and all(weight < _TOLD for _, weight in own.companies)
    return from_home and bool(own.given & known.told)


def _is_spoken_of(own: Profile, known: Profile) -> bool:
    """Whether one of a firm who is new to the other begins by naming a colleague there, or is named there."""
    colleague = own.opening & known.named - own.named or (own.given - known.named) & known.mentioned
    return bool(colleague and own.domains & known.domains)


def _speaks_of_one(own: Profile, known: Profile) -> bool:
    """Whether it has a name of one of the other's people, or how that begins: Gwen, of Gwendolyn."""
    others = known.named - own.named
    return any(len(word) > _SHORT and name.startswith(word) for word in own.mentioned for name in others)


def _is_family(own: Profile, known: Profile) -> bool:
    """Whether one of a family writes from home in both, or one's firm bears the name of who writes from home."""
    if own.domains and known.domains:
        return False
    if not own.domains and not known.domains:
        kin = own.families & known.families or _share_family(own, known) or _share_family(known, own)
        return bool(kin) and not (own.companies and known.companies)
    firm, home = (own, known) if own.domains else (known, own)
    borne = {company_tokens(name)[0] for name, weight in firm.companies if weight >= _TOLD}
    return bool(home.families & borne)


def _share_family(one: Profile, other: Profile) -> bool:
    """Whether an address of the other ends in a last name of one: `enzomarchetti`."""
    return any(local.endswith(family) for family in one.families if len(family) > 3 for local in other.locals)


def _is_receipt_for(one: Profile, other: Profile) -> bool:
    """Whether one is a machine's word that names no employer, and spells out the position of the other."""
    nameless = not (one.companies or one.domains or one.by_people)
    return nameless and any(w >= _TOLD and is_position_in(name, one.subjects) for name, w in other.roles)


def _is_offer(own: Profile) -> bool:
    """Whether a stranger offers me a position and I did not take it up: an agency may offer any employer's."""
    return (own.approached or (_is_of_agency(own) and not own.applied)) and not own.answered


def _is_of_agency(own: Profile) -> bool:
    return bool(own.domains) and own.domains <= own.hunters


def _answers_me(own: Profile, known: Profile) -> bool:
    """Whether it is from the firm of the other, or from the domain of the employer that I turned to there."""
    told = [name for name, weight in known.companies if weight >= _TOLD] if not known.approached else []
    return bool(own.domains & known.domains) or any(domain_is_of(d, n) for d in own.domains - own.hunters for n in told)


def _are_two_openings(own: Profile, known: Profile) -> bool:
    """Whether each began with word of an opening from one agency: whoever has told of one tells of another."""
    return own.opens and known.opens and bool(own.domains & known.domains & (own.hunters | known.hunters))


def _compare_employers(own: Profile, known: Profile) -> float:
    """What it weighs that the employers are one, by name, subject or domain: one told in three ways is no more one.

    A domain is believed of what speaks for hiring, and of what speaks neither for it nor against it where somebody
    there speaks of a colleague: "gwen will say the same".
    """
    companies = _compare_companies(own, known)
    if not companies and (_in_subject(known, own) or _in_subject(own, known)):
        companies = _SAME_EMPLOYER
    of_them = own.hiring > 0 or (own.hiring == 0 and _speaks_of_one(own, known))
    shared = of_them and (own.domains & known.domains or (companies <= 0 and _domain_names(own, known)))
    return min(companies + _SAME_EMPLOYER, _SAME_EMPLOYER) if shared else companies


def _compare_companies(own: Profile, known: Profile) -> float:
    """What it weighs that the employers named are one, or surely two; who writes from home may name his in passing."""
    ours, theirs = _employers(own, known), _employers(known, own)
    if not ours or not theirs:
        return 0.0
    least = _TOLD if own.domains else min(_TOLD, ours[0][1])
    if any(same_company(a, b) for a, weight in ours if weight >= least for b, w in theirs if w >= _TOLD):
        return _SAME_EMPLOYER
    (best, weight), (best_known, known_weight) = ours[0], theirs[0]
    differ = weight >= 1.0 and known_weight >= 1.0 and not same_company(best, best_known)
    return -5.0 if differ and own.by_people else 0.0  # a machine may go by the name of its maker


def _employers(one: Profile, other: Profile) -> list[tuple[str, float]]:
    """The employers named in one, without what only the other knows for an agency."""
    agencies = other.hunters - one.hunters
    return [(n, w) for n, w in one.companies if not any(domain_is_of(d, n) for d in agencies)]


def _in_subject(known: Profile, own: Profile) -> bool:
    """Whether one that tells no employer has that of the other, or its domain, in a subject: "Merrow, final round"."""
    if any(weight >= _TOLD for _, weight in _employers(own, known)):
        return False
    spelled = " ".join(sorted(own.subjects))
    return any(is_company_in(n, own.subjects) for n, w in known.companies if w >= _TOLD) or any(
        domain_is_of(domain, spelled) for domain in known.domains - known.hunters
    )


def _domain_names(own: Profile, known: Profile) -> bool:
    """Whether the domain on one side is the employer named on the other."""
    pairs = [(d, c) for d in own.domains for c, w in known.companies if w >= _TOLD]
    pairs += [(d, c) for d in known.domains for c, w in own.companies if w >= _TOLD]
    return any(domain_is_of(d, c) for d, c in pairs)


def _compare_roles(own: Profile, known: Profile) -> float:
    verdicts = [roles_agree(a, b) for a, w in own.roles if w >= _TOLD for b, v in known.roles if v >= _TOLD]
    if True in verdicts:
        return 3.0 if roles_agree(own.roles[0][0], known.roles[0][0]) else 2.0
    if verdicts and all(v is False for v in verdicts):
        spelled_out = is_position_in(own.roles[0][0], known.subjects) or is_position_in(known.roles[0][0], own.subjects)
        if spelled_out:
            return 2.0
        return _OTHER_POSITION if own.applied or own.answered else _POSITION_IN_PASSING
    return 0.0


def _own_mail(process: _Process) -> Iterable[Thread]:
    """The threads without bulk mail and without what I wrote to outsiders: a forward to a friend is no word to them."""
    for thread in process.threads:
        kept = tuple(e for e in thread.entries if e is thread.entries[0] or _concerns(e, process.profile.people))
        if kept:
            yield Thread(thread.id, thread.subject, kept)


def _concerns(entry: Entry, theirs: frozenset[str]) -> bool:
    envelope = entry.envelope
    if envelope.side is Side.ME:
        return any(a.email in theirs for a in (*envelope.to, *envelope.cc))
    return envelope.automatic is not Automatic.BULK
