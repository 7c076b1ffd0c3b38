"""What to call a process: the employer and the position, as a person would write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from watcher.domains import domain_begins, domain_is_of, label_of, reads_as_mail_host, registrable, words_of
from watcher.matching.evidence import WEIGHT
from watcher.matching.likeness import company_tokens, roles_agree, same_company
from watcher.matching.profile import Profile
from watcher.model import Application, Confidence, Entry, Kind, Statement

__all__ = ["company_of", "name_of_domain", "named_by", "names_of_domains", "role_of"]


_LAST_WORD = re.compile(
    r"(.{3,}?)-?(academy|agency|authority|aviation|bakery|banks?|books|capital|care|clinics?|colleges?|consulting|council|courier|"
    r"dental|design|digital|education|energy|engineering|family|films?|finance|foods?|foundation|freight|games|group|"
    r"health|holdings|homes?|hospitals?|hospice|hotels?|insurance|interactive|labs|law|legal|learning|life|literacy|logistics|"
    r"marine|media|medical|mutual|news|partners|pharmacy|pharmacies|pharma|pictures|power|press|productions|publishing|rail|retail|robotics|"
    r"school|schools|security|services|shipping|software|solutions|studios?|systems|tech|technologies|technology|"
    r"theatre|transport|travel|trust|university|vets|water|works|produce|supply|builders|farms|airport|a?fc|rfc)"
)
_PLACE = re.compile(
    r"(.{4,}?)-?(bay|city|coast|county|creek|harbou?r|island|lake|park|point|port|(?<!b)ridge|river|town|valley)"
)
"""What stands before those words as one of its own: `brazosvalley-produce`."""
_PART = re.compile(
    r"^(?:the )?(?:department|division|faculty|office|section) of\b"
    r"|\b(?:department|directorate|division|faculty|service|unit)$",
    re.IGNORECASE,
)
"""How parts of firms are called."""
_OF_COMPANIES = frozenset({Kind.NAMES_COMPANY, Kind.MAY_NAME_COMPANY})
_MAX_WORDS = 3
_ONCE = 0.2
"""What one mention weighs: a single word may be a town as well."""
_LIKELY = 0.5
"""What it weighs that a name reads like an employer's, of what it weighs that it is told."""
_SURELY = 1.0
"""Weight from which what is told needs no such help."""
_GUESSED = 0.2
"""Weight up to which a name of several words only reads like an employer's."""
_ENOUGH = 0.5
"""Weight from which a name is believed rather than the mail domain."""


def names_of_domains(entries: Iterable[Entry], hunters: frozenset[str]) -> dict[str, str]:
    """What the firms of a mailbox are called most often, by the domain that bears the name out; no agencies."""
    called: dict[str, Counter[str]] = {}
    for entry in entries:
        domains = {registrable(address.domain) for address in entry.envelope.people if address.domain} - hunters
        for statement in entry.all(Kind.NAMES_COMPANY):
            for domain in domains:
                if statement.confidence is Confidence.SURE and domain_is_of(domain, statement.text):
                    called.setdefault(domain, Counter())[statement.text] += 1
    return {domain: names.most_common(1)[0][0] for domain, names in called.items()}


def company_of(profile: Profile, called: Mapping[str, str]) -> str:
    """The employer most often and most surely named, in its fullest form; empty where nothing tells.

    Where it is named in passing at most, its own mail domain tells more, by what that is called elsewhere. An agency's
    name stands for the client that it has not named yet, and of those who write from home, that of the household.
    """
    named = tuple((name, weight) for name, weight in profile.companies if not _is_of_people(name, profile))
    if not named or named[0][1] < _SURELY:
        named = (*named, *((name, weight * _LIKELY) for name, weight in profile.likely))
    if named:
        name, weight = _best(named, same_company, lambda name: _on_domain(name, profile))
        if weight >= _ENOUGH:
            return name
    if own := [domain for domain in profile.domains - profile.hunters if not reads_as_mail_host(domain)]:
        return name_of_domain(min(own), called)
    for names in (named, profile.agencies):
        if names:
            name, weight = _best(names, same_company, _in_full)
            whole = " " in name and weight > _GUESSED
            if whole or weight > _ONCE or not profile.agencies:
                return name
    return profile.household


def name_of_domain(domain: str, called: Mapping[str, str]) -> str:
    """What the firm with a domain is called, elsewhere if anywhere, else by the domain itself."""
    return called.get(domain) or _in_words(label_of(domain))


def _is_of_people(name: str, profile: Profile) -> bool:
    """Whether a name is but a word of those of people in it ("it's Verity"), and of no mail domain."""
    words = frozenset(words_of(name))
    return words <= profile.named | profile.given and not any(domain_is_of(d, name) for d in profile.domains)


def _in_words(label: str) -> str:
    """A domain's label as words, cut before those that names of firms end in: `jacaranda-trust`, `jacarandatrust`.

    One without a vowel is made of initials.
    """
    if not re.search(r"[aeiouy]", label):
        return label.upper()
    words: list[str] = []
    while (match := _LAST_WORD.fullmatch(label) or (words and _PLACE.fullmatch(label))) and len(words) < _MAX_WORDS:
        label, last = match.groups()
        words.insert(0, last.upper() if last.endswith("fc") else last.title())
    return " ".join((*label.replace("-", " ").title().split(), *words))


def role_of(profile: Profile) -> str:
    """The position most often and most surely named, in its fullest form; empty where none is."""
    return _best(profile.roles, lambda a, b: roles_agree(a, b) is True, lambda _: 0.0)[0] if profile.roles else ""


def named_by(application: Application) -> tuple[Statement, ...]:
    """The surest statement that names the employer, and the surest that names the position, where there are such.

    There is none for an employer that its mail domain alone tells, nor for a name that the user gave.
    """
    said = [s for thread in application.threads for entry in thread.entries for s in entry.statements if s.text]
    company = [s for s in said if s.kind in _OF_COMPANIES and same_company(s.text, application.company)]
    role = [s for s in said if s.kind is Kind.NAMES_ROLE and s.text == application.role]
    surest = (max(each, key=_sureness) for each in (company, role) if each)
    return tuple(surest)


def _sureness(statement: Statement) -> tuple[bool, float]:
    """A rule tells more than what only reads like a name."""
    return statement.kind is not Kind.MAY_NAME_COMPANY, WEIGHT[statement.confidence]


def _in_full(name: str) -> float:
    """A name of several words is likelier a firm's; a single word may be a town."""
    return _ONCE / 2 if " " in name else 0.0


def _on_domain(name: str, profile: Profile) -> float:
    """A name that a mail domain bears out, or one of theirs bears, is likelier the employer, that of a part hardly."""
    first = company_tokens(name)[:2]
    borne = any(domain_is_of(domain, name) or domain_begins(domain, first) for domain in profile.domains)
    own = borne or first[0] in profile.families
    return 1.0 if own else -_ENOUGH if _PART.search(name) else 0.0


def _best(
    weighed: Sequence[tuple[str, float]], alike: Callable[[str, str], bool], bonus: Callable[[str], float]
) -> tuple[str, float]:
    """Of the heaviest family of names that mean the same, the longest form that is not rare in it; and its weight.

    What speaks against a name only places it behind others.
    """
    families: list[list[tuple[str, float]]] = []
    for name, weight in weighed:
        family = next((f for f in families if alike(f[0][0], name)), None)
        if family is None:
            families.append([(name, weight)])
        else:
            family.append((name, weight))
    weighted = [(sum(w for _, w in family), max(bonus(n) for n, _ in family), family) for family in families]
    weight, more, family = max(weighted, key=lambda item: item[0] + item[1])
    heaviest = max(w for _, w in family)
    name, _ = max((f for f in family if f[1] >= heaviest / 5 or f[1] >= 1), key=lambda f: (len(f[0].split()), *f[::-1]))
    return name, weight + max(more, 0.0)
