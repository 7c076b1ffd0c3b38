"""How strongly a thread is linked to a process.

Links are counted with weights; a clear difference of employer or position outweighs a common correspondent, so two
positions with one recruiter stay apart.
"""

from __future__ import annotations

from watcher.domains import GENERIC, domain_is_of, label_of
from watcher.matching.acquaintances import SHORT, SURELY, TOLD, compare_people, is_spoken_of, speaks_of_one, stands_in
from watcher.matching.likeness import (
    company_tokens,
    is_company_in,
    is_position_in,
    roles_agree,
    same_company,
    shared_words,
)
from watcher.matching.profile import Profile
from watcher.matching.references import bare_numbers

__all__ = [
    "ENOUGH",
    "is_of_agency",
    "names_employer",
    "names_position",
    "spoken_of",
    "strength",
    "words_of_employer",
    "words_of_position",
]

ENOUGH = 3.0
"""Weight from which a thread joins a process."""
_SAME_EMPLOYER = 3.0
_OTHER_POSITION, _POSITION_IN_PASSING = -8.0, -6.0
"""What another position weighs where I took it up, which even one recruiter's two threads do not outweigh, and else."""
_OTHER_OPENING = -7.0
"""What it weighs that another opening is told of: as much as one recruiter at one firm."""
_AMONG = 0.5
"""Of the weight of the likeliest name, what another needs to be taken for the employer's as well."""


def spoken_of(known: Profile, own: Profile) -> int:
    """How many words of a process's position, and of its employer's name, stand in the subjects of a thread.

    So does the beginning of that name where the words of the thread have it, and a domain that spells
    it out. That it names the same employer, though in passing, counts for it; that it names another alone, against it.
    """
    told = [name for name, weight in known.companies if weight >= TOLD]
    spoken = own.subjects | own.mentioned
    firms = (len(own.subjects.intersection(company_tokens(name))) + is_company_in(name, spoken) for name in told)
    same = [same_company(name, mention) for name in told for mention, _ in own.companies]
    verdict = (1 if any(same) else -1) if same else 0
    spelled = any(domain_is_of(domain, name) for domain in own.domains - own.hunters for name in told)
    position = words_of_position(known, own.subjects)
    return position + max(firms, default=0) + verdict + spelled


def words_of_employer(known: Profile, words: frozenset[str]) -> int:
    """How many of some words are of the name of a process's employer."""
    told = (company_tokens(name) for name, weight in known.companies if weight >= TOLD)
    return max((len(words.intersection(name)) for name in told), default=0)


def words_of_position(known: Profile, words: frozenset[str]) -> int:
    """How many of some words are of a process's position."""
    return max((shared_words(name, words) for name, weight in known.roles if weight >= TOLD), default=0)


def strength(own: Profile, known: Profile) -> float:
    """How strongly a thread is linked to a process; below `ENOUGH` they are strangers.

    Whoever writes about something else may name an employer of mine: a name alone links nothing that speaks against
    hiring. An approach I did not answer is no part of the process with the employer that it names, but where it comes
    from the firm that I turned to.
    """
    if own.uids & known.uids:
        return 10.0
    link = compare_people(own, known)
    one_number = _is_one_number(own, known)
    if one_number:
        link += 4.0
    elif own.references and known.references:
        link += _OTHER_POSITION if _are_numbered_alike(own, known) else -4.0
    elif bare_numbers(own.subjects) & bare_numbers(known.subjects):
        link += 4.0
    if _is_receipt_for(own, known) or _is_receipt_for(known, own):
        link += 3.0
    if own.hiring >= 0 and not (_is_offer(own) and not _answers_me(own, known)):
        link += _compare_employers(own, known)
    apart = (_are_two_openings, _is_set_apart, _are_two_of_mine, _comes_after_a_no)
    if any(tells(own, known) for tells in apart):
        link += _OTHER_OPENING
    if link > 0 and _speaks_of_client(own, known):
        link += _SAME_EMPLOYER
    roles = _compare_roles(own, known)
    if roles > 0 and (_comes_through(own, known) or _comes_through(known, own)):
        link += _SAME_EMPLOYER
    return link + (max(roles, 0.0) if one_number else roles) if link > 0 else 0.0  # whatever else a mail may name


def _is_one_number(own: Profile, known: Profile) -> bool:
    """Whether they have a number in common, be it in words where a subject has none: words speak of others as well."""
    if own.references and known.references:
        return bool(own.references & known.references)
    return bool(own.numbers & known.numbers)


def _are_numbered_alike(own: Profile, known: Profile) -> bool:
    """Whether all their numbers have as many characters: so somebody counted positions, and counted these as two."""
    return len({len(number) for number in own.references | known.references}) == 1


def _is_near(own: Profile, known: Profile) -> bool:
    """Whether somebody at the firm of the other speaks of one there, is the first of it to write, or was announced."""
    return speaks_of_one(own, known) or _is_first_word(own, known) or _foretells(known, own)


def _is_first_word(own: Profile, known: Profile) -> bool:
    """Whether people write in the one, and in the other only a machine had: it writes to those who applied."""
    return own.by_people and known.hiring > 0 and not known.by_people


def _is_receipt_for(one: Profile, other: Profile) -> bool:
    """Whether one is a machine's word that names no employer, and spells out the position of the other."""
    nameless = not (one.companies or one.domains or one.by_people)
    return nameless and any(w >= TOLD and is_position_in(name, one.subjects) for name, w in other.roles)


def _is_offer(own: Profile) -> bool:
    """Whether a stranger offers me a position and I did not take it up: an agency may offer any employer's."""
    return (own.approached or (is_of_agency(own) and not own.applied)) and not own.answered


def is_of_agency(own: Profile) -> bool:
    """Whether all who wrote are of firms that fill positions for others."""
    return bool(own.domains) and own.domains <= own.hunters


def _answers_me(own: Profile, known: Profile) -> bool:
    """Whether it is from the firm of the other, or from the domain of the employer that I turned to there."""
    told = [name for name, weight in known.companies if weight >= TOLD] if not known.approached else []
    return bool(own.domains & known.domains) or any(domain_is_of(d, n) for d in own.domains - own.hunters for n in told)


def _are_two_openings(own: Profile, known: Profile) -> bool:
    """Whether each began with word of an opening from one agency: whoever has told of one tells of another.

    So does who sets it apart from what I had asked for there, and a colleague who approaches me. Who takes candidates
    over tells of what she told.
    """
    at_one = bool(own.domains & known.domains & (own.hunters | known.hunters))
    later, earlier = sorted((own, known), key=lambda one: one.first, reverse=True)
    afresh = (later.another or later.approached) and earlier.by_people
    told = at_one and later.opens and (earlier.opens or afresh)
    return told and not (_is_in_the_wrong_thread(later, earlier) or _is_taken_over(later, earlier))


def _is_in_the_wrong_thread(later: Profile, earlier: Profile) -> bool:
    """Whether what sets itself apart from another thread speaks of the employer of this one, and of no other."""
    names_none = all(weight < TOLD for _, weight in _employers(later, earlier))
    same = _compare_companies(later, earlier) > 0 or (names_none and _speaks_of_client(later, earlier))
    return later.apart and same


def _is_taken_over(later: Profile, earlier: Profile) -> bool:
    """Whether a colleague goes on with what was told; one who approaches me does so with the same position alone."""
    goes_on = not later.approached or _compare_roles(later, earlier) > 0
    return goes_on and is_spoken_of(later, earlier)


def _is_set_apart(own: Profile, known: Profile) -> bool:
    """Whether somebody new says of the later that it is another than what people wrote of before."""
    later = max(own, known, key=lambda one: one.first)
    return later.another and own.by_people and known.by_people and not own.people & known.people


def _comes_after_a_no(own: Profile, known: Profile) -> bool:
    """Whether somebody new at a firm that refused me approaches me, or tells of an opening: it is another."""
    earlier, later = sorted((own, known), key=lambda one: one.first)
    opening = later.by_people and (later.approached or later.opens)
    return earlier.refused and opening and earlier.last < later.first and not own.people & known.people


def _are_two_of_mine(own: Profile, known: Profile) -> bool:
    """Whether I turned to two firms of my own accord, each for itself."""
    both = bool(own.turned_to and known.turned_to)
    strangers = not (own.people & known.people or own.domains & known.domains)
    again = any(not one.companies and _names_one_of(other, one) for one, other in ((own, known), (known, own)))
    return both and strangers and not again and _compare_companies(own, known) <= 0


def _names_one_of(known: Profile, own: Profile) -> bool:
    """Whether one speaks of the employer of the other: "the box of Kress is full, so I take this address"."""
    spoken = own.mentioned | own.named
    return any(is_company_in(name, spoken) for name, weight in known.companies if weight >= TOLD)


def _compare_employers(own: Profile, known: Profile) -> float:
    """What it weighs that the employers are one, by name, subject or domain: one told in three ways is no more one.

    A domain is believed of what speaks for hiring, and of what speaks neither for it nor against it where somebody
    there asks me something or speaks of a colleague: "gwen will say the same".
    """
    companies = _compare_companies(own, known)
    named = _in_subject(known, own) or _in_subject(own, known) or _foretells(own, known) or _foretells(known, own)
    if not companies and named:
        companies = _SAME_EMPLOYER
    of_them = own.hiring > 0 or (own.hiring == 0 and (own.asked or _is_near(own, known)))
    shared = of_them and (own.domains & known.domains or (companies <= 0 and _domain_names(own, known)))
    return min(companies + _SAME_EMPLOYER, _SAME_EMPLOYER) if shared else companies


def _compare_companies(own: Profile, known: Profile) -> float:
    """What it weighs that the employers named are one, or surely two; who writes from home may name his in passing."""
    ours, theirs = _employers(own, known), _employers(known, own)
    if not ours or not theirs:
        return 0.0
    least = TOLD if own.domains else min(TOLD, ours[0][1])
    if any(same_company(a, b) for a, weight in ours if weight >= least for b, w in theirs if w >= TOLD):
        return _SAME_EMPLOYER
    (best, weight), (best_known, known_weight) = ours[0], theirs[0]
    least = TOLD if is_of_agency(own) and own.domains == known.domains else SURELY
    differ = weight >= least and known_weight >= least and not same_company(best, best_known)
    differ = differ and not (
        _is_department(own, known, best, best_known) or _are_of_one_domain(own, known, best, best_known)
    )
    if not differ or not own.by_people:  # a machine may go by the name of its maker
        return 0.0
    return 0.0 if own.hiring > 0 and stands_in(own, known) else -5.0


def _is_department(own: Profile, known: Profile, *names: str) -> bool:
    """Whether one of two names is that of a firm at whose domain both write: so the other is that of a part of it."""
    shared = (own.domains & known.domains) - own.hunters - known.hunters
    return sum(any(domain_is_of(domain, name) for domain in shared) for name in names) == 1


def _are_of_one_domain(own: Profile, known: Profile, *names: str) -> bool:
    """Whether a domain bears out both names: Vasaborg Insurance and Vasaborg Försäkring, of `vasaborg`."""
    domains = (own.domains | known.domains) - own.hunters - known.hunters
    return any(all(domain_is_of(domain, name) for name in names) for domain in domains)


def _employers(one: Profile, other: Profile) -> list[tuple[str, float]]:
    """The employers named in one, without what only the other knows for an agency."""
    agencies = other.hunters - one.hunters
    return [(n, w) for n, w in one.companies if not any(domain_is_of(d, n) for d in agencies)]


def names_employer(known: Profile, own: Profile) -> bool:
    """Whether one names the employer of the other in a subject, or anywhere where an agency writes, which has many."""
    ours, theirs = ([n for n, w in _employers(*pair) if w >= TOLD] for pair in ((own, known), (known, own)))
    told = is_of_agency(own) and any(same_company(a, b) for a in ours for b in theirs)
    return told or (_in_subject(known, own) and not _bears_the_name(own, known))


def _bears_the_name(own: Profile, known: Profile) -> bool:
    """Whether who writes is of another firm whose name begins with the same word: "Pettipas", of `pettipassurveys`."""
    begins = {company_tokens(name)[0] for name, weight in known.companies if weight >= TOLD}
    return any(
        label_of(d).startswith(word) for d in own.domains - known.domains for word in begins if len(word) > SHORT
    )


def names_position(known: Profile, own: Profile) -> bool:
    """Whether both tell surely of one position: each by its name, and not only in passing."""
    ours, theirs = ([n for n, w in one.roles[:1] if w >= SURELY] for one in (own, known))
    return any(roles_agree(a, b) for a in ours for b in theirs)


def _speaks_of_client(own: Profile, known: Profile) -> bool:
    """Whether one speaks of the client for whom an agency fills the position of the other."""
    client = _employers(known, own)[:1]
    return bool(known.domains & known.hunters) and any(is_company_in(name, own.mentioned) for name, _ in client)


def _comes_through(own: Profile, known: Profile) -> bool:
    """Whether a firm speaks of the agency that had told me of a client: "your profile through Udaan Talent"."""
    unnamed = is_of_agency(known) and all(weight < TOLD for _, weight in _employers(known, own))
    of_client = bool(own.domains - own.hunters) and own.hiring > 0
    return unnamed and of_client and any(is_company_in(name, own.mentioned) for name, _ in known.agencies)


def _in_subject(known: Profile, own: Profile) -> bool:
    """Whether one that tells no employer has that of the other, or its domain, in a subject: "Merrow, final round"."""
    if any(weight >= TOLD for _, weight in _employers(own, known)):
        return False
    spelled = " ".join(sorted(own.subjects))
    surely = max((TOLD, *(weight * _AMONG for _, weight in known.companies[:1])))
    return any(is_company_in(n, own.subjects) for n, w in known.companies if w >= surely) or any(
        domain_is_of(domain, spelled) for domain in known.domains - known.hunters
    )


def _foretells(one: Profile, other: Profile) -> bool:
    """Whether the earlier, of which no firm's own address is known, spoke of the firm of the other.

    It did so by the whole name, or by what it calls itself in its domain: "oz from peblo", and then Olena of `peblo`.
    """
    if one.domains - one.hunters or one.first > other.first:
        return False
    told = [company_tokens(name) for name, weight in other.companies if weight >= SURELY]
    names = (*told, *((label_of(domain),) for domain in other.domains - other.hunters))
    return any(one.mentioned.issuperset(name) and any(map(_tells, name)) for name in names)


def _tells(word: str) -> bool:
    """Whether a word may tell a firm apart."""
    return len(word) > SHORT and word not in GENERIC


def _domain_names(own: Profile, known: Profile) -> bool:
    """Whether the domain on one side is the employer named on the other."""
    pairs = [(d, c) for d in own.domains for c, w in known.companies if w >= TOLD]
    pairs += [(d, c) for d in known.domains for c, w in own.companies if w >= TOLD]
    return any(domain_is_of(d, c) for d, c in pairs)


def _compare_roles(own: Profile, known: Profile) -> float:
    if _is_its_other(own, known) or _is_its_other(known, own):
        return _OTHER_POSITION
    verdicts = [roles_agree(a, b) for a, w in own.roles if w >= TOLD for b, v in known.roles if v >= TOLD]
    if True in verdicts:
        return 3.0 if roles_agree(own.roles[0][0], known.roles[0][0]) else 2.0
    if verdicts and all(v is False for v in verdicts):
        spelled_out = is_position_in(own.roles[0][0], known.subjects) or is_position_in(known.roles[0][0], own.subjects)
        if spelled_out:
            return 2.0
        if is_position_in(own.roles[0][0], known.mentioned) or is_position_in(known.roles[0][0], own.mentioned):
            return 0.0  # a part of what it is called in full: "Heritage lead", of a Heritage and Collections Lead
        return _OTHER_POSITION if own.applied or own.answered else _POSITION_IN_PASSING
    return 0.0


def _is_its_other(own: Profile, known: Profile) -> bool:
    """Whether the position of one is what the other calls a further application of mine, and not its own."""
    told = [name for name, weight in own.roles if weight >= TOLD]
    its_own = [name for name, weight in known.roles if weight >= TOLD]
    further = any(roles_agree(other, name) is True for other in known.other_roles for name in told)
    return further and not any(roles_agree(mine, name) is True for mine in its_own for name in told)
