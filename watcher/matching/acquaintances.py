"""Whether people of two threads, or of a thread and a process, are the same or belong together."""

from __future__ import annotations

from watcher.domains import label_of
from watcher.matching.likeness import company_tokens, is_company_in, same_company
from watcher.matching.profile import Profile
from watcher.reading.names import is_office

__all__ = ["SHORT", "SURELY", "TOLD", "compare_people", "is_spoken_of", "speaks_of_one", "stands_in"]

TOLD = 0.6
"""Weight from which a name was told, and not only mentioned."""
SURELY = 1.0
"""Weight from which a name is told for sure: what is only listed may be a town."""
SHORT = 3
"""Letters of a word that is too short for the beginning of a name."""
_HARDLY = -0.3
"""Evidence down to which who writes from home, and names firm and colleague, may write of hiring in other words."""
_IN_FULL = 0.5
"""What it weighs beside the rest that who writes was announced by first and last name."""
_NO_HIRING = -1.0
"""Evidence at which a thread surely is none of hiring: whoever has the same name is somebody else, or off duty."""


def compare_people(own: Profile, known: Profile) -> float:
    """What it weighs that people are the same, by address or name, or of one family whose firm it is.

    Whom I write to in one mail with somebody of theirs is of them. What surely is none of hiring is none of it, whoever
    writes.
    """
    if own.hiring <= _NO_HIRING:
        return 0.0
    announced = _IN_FULL if own.hiring >= 0 and _is_named_in_full(own, known) else 0.0
    if own.people & known.people or own.reached & known.people or own.people & known.reached:
        return 4.0 + announced
    if announced or (own.hiring > _HARDLY and own.names & known.names):
        return 3.0 + announced
    tests = (_is_family, _was_announced, is_spoken_of, _goes_on, _writes_from_home, _succeeds, stands_in)
    if own.hiring > 0:
        return 3.0 if any(tells(own, known) for tells in tests) else 0.0
    return 3.0 if own.hiring > _HARDLY and _writes_from_home(own, known) else 0.0


def _goes_on(one: Profile, other: Profile) -> bool:
    """Whether somebody new, who tells of no opening and names no employer, begins with a first name of the earlier."""
    earlier, later = sorted((one, other), key=lambda each: each.first)
    begins = later.by_people and not (later.opens or later.approached or later.applied or later.companies)
    theirs = (earlier.given | earlier.named | earlier.locals) - later.named
    return begins and any(len(word) > SHORT and not is_office(word) for word in later.opening & theirs)


def _was_announced(own: Profile, known: Profile) -> bool:
    """Whether who writes from home, naming no employer, is spoken of in the other by first name: "our chair, Jo"."""
    from_home = not own.domains and all(weight < TOLD for _, weight in own.companies)
    return from_home and bool(own.given & known.told)


def _is_named_in_full(own: Profile, known: Profile) -> bool:
    """Whether who writes from the firm of the other was spoken of there by first and last name."""
    spoken_of = known.mentioned & own.given and known.mentioned & own.families
    return bool(spoken_of and own.domains & known.domains)


def stands_in(own: Profile, known: Profile) -> bool:
    """Whether people of two firms fill one position: either speaks of the firm and of the people of the other.

    "Darnell left me the Riverbend openings", of the parent company; "Ms. Wyss has been told", of the agency's client.
    Who is of another firm whose name begins with the same word speaks of his own.
    """
    if own.domains & known.domains or not (own.domains and known.domains):
        return False
    pairs = ((own, known), (known, own))
    firm = any(
        is_company_in(n, a.subjects | a.mentioned) and company_tokens(n)[0] not in _firms_begin(a)
        for a, b in pairs
        for n, w in b.companies
        if w >= SURELY
    )
    return firm and any(a.mentioned & (b.given | b.named) - a.named for a, b in pairs)


def _succeeds(own: Profile, known: Profile) -> bool:
    """Whether somebody new at the same agency names who filled the position of the other: "Kirsty's Motherwell job"."""
    one_agency = any(same_company(a, b) for a, _ in own.agencies for b, _ in known.agencies)
    agents = known.given - own.given if known.domains & known.hunters else frozenset()
    spoken = {word.removesuffix("s") for word in own.subjects} | own.subjects | own.mentioned  # "Kirsty's chair"
    return (one_agency or bool(own.domains & own.hunters)) and not agents.isdisjoint(spoken)


def _writes_from_home(own: Profile, known: Profile) -> bool:
    """Whether one whom no firm's address shows speaks of the firm of the other, and of somebody who is spoken of there.

    "Here Michał from Bursztyn, Kasia is ill", "it's Catrin at the Heritage Trust".
    """
    if not own.by_people or own.domains & known.domains or any(weight >= SURELY for _, weight in own.companies):
        return False
    firm, weight = known.companies[0] if known.companies else ("", 0.0)
    if weight < (TOLD if own.mentioned & known.given else SURELY):
        return False
    words = frozenset(company_tokens(firm))
    told = own.mentioned | own.subjects | own.rare.keys()
    of_firm = is_company_in(firm, told) or len(told & words) > 1
    speaks = own.mentioned & (known.named | known.given | known.mentioned) or own.given & known.mentioned
    nobody_yet = bool(known.turned_to) and not known.given
    return of_firm and (nobody_yet or bool(speaks - words))


def is_spoken_of(own: Profile, known: Profile) -> bool:
    """Whether one of a firm who is new to the other begins by naming a colleague there, or is named there."""
    colleague = own.opening & known.named - own.named or (own.given - known.named) & known.mentioned
    return bool(colleague and own.domains & known.domains)


def speaks_of_one(own: Profile, known: Profile) -> bool:
    """Whether it has a name of one of the other's people, or how that begins: Gwen, of Gwendolyn."""
    others = known.named - own.named
    return any(len(word) > SHORT and name.startswith(word) for word in own.mentioned for name in others)


def _is_family(own: Profile, known: Profile) -> bool:
    """Whether one of a family writes from home in both, or a firm bears the name of who does.

    One of the family at a firm of another name is a stranger, but where the one speaks of the other.
    """
    if own.domains and known.domains:
        return False
    if not own.domains and not known.domains:
        kin = own.families & known.families or _share_family(own, known) or _share_family(known, own)
        bears = own.families & _firms_words(known) or known.families & _firms_words(own)
        return bool(bears or kin) and not (own.companies and known.companies)
    firm, home = (own, known) if own.domains else (known, own)
    named = [(a, b) for a, w in firm.companies if w >= SURELY for b, v in home.companies if v >= SURELY]
    strangers = bool(named) and not any(same_company(a, b) for a, b in named)
    spoken_of = bool(home.mentioned & firm.given | firm.mentioned & home.given)
    bears = home.families & _firms_begin(firm) | firm.families & _firms_begin(home)
    if spoken_of and any(label_of(d).startswith(f) for d in firm.domains for f in home.families if len(f) > SHORT):
        return True
    ends = any(len(word) > SHORT and local.endswith(word) for word in _firms_begin(firm) for local in home.locals)
    return (not strangers and (bool(bears) or ends)) or (spoken_of and bool(home.families & firm.families))


def _firms_begin(one: Profile) -> set[str]:
    """The words that the names of the employers begin with."""
    return {company_tokens(name)[0] for name, weight in one.companies if weight >= TOLD}


def _firms_words(one: Profile) -> set[str]:
    """All words of the names of the employers: "Brødrene Tveit"."""
    return {word for name, weight in one.companies if weight >= TOLD for word in company_tokens(name)}


def _share_family(one: Profile, other: Profile) -> bool:
    """Whether an address of the other ends in a last name of one: `enzomarchetti`."""
    return any(local.endswith(family) for family in one.families if len(family) > 3 for local in other.locals)
