"""How likely each name in a mail is that of the employer, as learned from mailboxes whose employers are known.

Rules know an employer by the words around its name, and people find others: "Vantry have asked me to find them ...".
So each run of capitalised words is weighed by its neighbours, its own words, where it stands, and whether a mail domain
bears it out. The weights are data, learned by `tests/corpus/learn_names.py`; they know nothing of the rules, so that
each speaks for the other. In 14 mailboxes that nobody had seen, 69 of 82 employers were named right by the rules, 73 by
what was learned, 74 by both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from watcher.domains import domain_begins, domain_is_of, is_freemail, registrable, words_of
from watcher.inference.en.names.employers import clean_company, ends_as_firm, runs
from watcher.inference.en.names.evidence import is_person, people_of
from watcher.inference.en.names.positions import positions
from watcher.inference.heard import Heard
from watcher.inference.weights import Weights
from watcher.model import Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["Mention", "features", "likely_employers", "mentions"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\s\w]")
_JOINT = re.compile(r" (?:of the|of|and|&|for|de la|de|y) ")
"""What may join a name to another rather than be part of it: "Head of Wexley College"."""
_NEAR = 40
"""Characters before and behind a name in which its neighbours are looked for."""
_LINES = 8
"""Of a signature."""
_MAX_SUBJECT = 300
_MOST = 60
"""Names looked at in a mail."""
_MANY = 4
"""Words of a name from which more of them tell no more."""
_LIMITS = ((1.1, Confidence.SURE), (-0.4, Confidence.LIKELY), (-1.4, Confidence.UNCLEAR))
"""Log odds from which a name is so sure to be that of the employer: probabilities of 0.75, 0.4 and 0.2."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in a mail."""

    name: str
    where: str
    """`subject`, `words`, `signature` or `display`."""
    text: str
    """The sentence or line in which it stands."""
    before: str
    behind: str


def likely_employers(heard: Heard) -> Iterator[Statement]:
    """MAY_NAME_COMPANY for each name that reads like that of the employer, each once, at its likeliest."""
    weights = _learned()
    best: dict[str, tuple[float, Mention]] = {}
    for mention in mentions(heard):
        odds = weights.log_odds(features(mention, heard))
        if mention.name not in best or odds > best[mention.name][0]:
            best[mention.name] = (odds, mention)
    for odds, mention in best.values():
        level = next((sure for least, sure in _LIMITS if odds >= least), None)
        if level is not None and not _is_of_position(mention):
            yield Statement(
                Kind.MAY_NAME_COMPANY, shorten(mention.text), f"reads_as_name.{mention.where}", level, text=mention.name
            )


def mentions(heard: Heard) -> Iterator[Mention]:
    """The names in a mail, whole, and what is left of them without what may only be joined to them."""
    return islice(_mentions(heard), _MOST)


def _mentions(heard: Heard) -> Iterator[Mention]:
    for where, text in _texts(heard):
        for match in runs(text):
            for begin, end in _parts(match.group(), begins=not text[: match.start()].strip()):
                start, stop = match.start() + begin, match.start() + end
                if name := _cleaned(text[start:stop]):
                    before, behind = text[max(start - _NEAR, 0) : start], text[stop : stop + _NEAR]
                    yield Mention(name, where, text, before, behind)


def _texts(heard: Heard) -> Iterator[tuple[str, str]]:
    """What names stand in, and where that is."""
    envelope = heard.message.envelope
    yield "subject", envelope.subject[:_MAX_SUBJECT]
    yield from (("words", sentence.text) for sentence in heard.sentences)
    yield from (("signature", line) for line in heard.message.signature.split("\n")[:_LINES])
    if envelope.side is not Side.ME:
        yield "display", envelope.sender.name


def _parts(run: str, *, begins: bool) -> Iterator[tuple[int, int]]:
    """Where names begin and end in a run of capitalised words, of which the first may begin a sentence as well."""
    yield 0, len(run)
    first, _, rest = run.partition(" ")
    if begins and rest[:1].isupper():
        yield len(first) + 1, len(run)
    for joint in _JOINT.finditer(run):
        yield joint.end(), len(run)
        if "&" not in joint.group():
            yield 0, joint.start()


def _is_of_position(mention: Mention) -> bool:
    """Whether a name is part of that of a position: "Podcast editor"."""
    at = mention.text.find(mention.name)
    return any(found.start <= at < found.end for found in positions(mention.text))


@lru_cache(maxsize=4096)
def _cleaned(words: str) -> str:
    name = clean_company(words)
    return name if words_of(name) else ""


def features(mention: Mention, heard: Heard) -> list[str]:
    """What is seen of a name: its neighbours, its words, whose domain it is, where it stands."""
    envelope, where, side = heard.message.envelope, mention.where, heard.speech.side
    second, first = ("^", "^", *_words(mention.before))[-2:]
    third, fourth = (*_words(mention.behind), "$", "$")[:2]
    words = words_of(mention.name)
    few = min(len(words), _MANY)
    own, any_own = domain_is_of(envelope.sender.domain, mention.name), _is_borne_out(mention.name, _domains(heard))
    return [
        *(f"{where} {side}", f"{where} <1 {first}", f"<1 {first}", f"<2 {second} {first}", f"<2. {second}"),
        *(f"{where} >1 {third}", f">1 {third}", f">2 {third} {fourth}", f">2. {fourth}"),
        *[f"w {word}" for word in set(words)],
        *(f"first {words[0]}", f"last {words[-1]}", f"{where} n {few}"),
        f"begins {not mention.before.strip()} {where} {few}",
        *(f"domain {own} {side}", f"domain {own} {where}", f"domains {any_own}"),
        f"firm {ends_as_firm(mention.name)} {any_own}",
        f"person {is_person(mention.name, people_of(heard))}",
    ]


def _words(text: str) -> list[str]:
    return ["#" if word.isdigit() else word.lower().replace("’", "'") for word in _TOKEN.findall(text)]


def _is_borne_out(name: str, domains: frozenset[str]) -> bool:
    first = words_of(name)[:2]
    return any(domain_is_of(domain, name) or domain_begins(domain, first) for domain in domains)


@lru_cache(maxsize=4)
def _domains(heard: Heard) -> frozenset[str]:
    """The domains of firms that a mail comes from or goes to."""
    shown = (a.domain for a in heard.message.envelope.people)
    return frozenset(registrable(domain) for domain in shown if domain and not is_freemail(domain))


@cache
def _learned() -> Weights:
    return Weights.read(__package__, "names.json")
