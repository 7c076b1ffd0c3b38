"""Reading employers off the mail of people who write no capitals: "i run brigalow plant hire in rocky, 60 machines".

Where no capital tells a name, it stands behind the words by which its author says who they are, and ends at a mark or at
a small word that no name holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from watcher.inference.en.names.employers import capitalized, clean_company, ends_as_firm, is_organisation, is_unit
from watcher.inference.en.names.evidence import first_name, is_of_family, is_person, people_of, statement
from watcher.inference.heard import Heard
from watcher.model import Confidence, Kind, Side, Statement

__all__ = ["FRAMES", "Frame", "is_small", "uncapitalised"]

_SMALL = (
    r"(?:an?|the|my|our|your|ur|his|her|its|their|this|that|these|those|it|it's|i|im|i'm|u|you|we|we're|he|she|they|me|us|him|them"
    r"|in|on|at|for|to|from|with|w/?|by|out|off|up|down|over|near|below|above|beside|beyond|opposite|across|round|about|into|since|until|till|while|before|after|behind"
    r"|is|are|was|were|be|been|am|has|have|had|got|do|does|did|will|would|can|could|should|may|might|must|need|needs|want|wants"
    r"|look|looking|but|so|or|if|as|than|cos|because|when|where|who|which|what|how|why|not|no|yes|now|then|here|there|today"
    r"|tomorrow|yesterday|just|also|too|still|some|any|all|every|both|few|many|much|more|most|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|last|next|early|late|and|again|sorry|thanks|speaking|calling|writing)(?![\w'-])"
)
_WORD = rf"(?!{_SMALL})[^\W\d_][\w'&.-]*"
_END = rf"(?=\s*(?:[.,;:!?()/-]|$)| {_SMALL}| \d)"
NAME = rf"(?!of |from )(?P<article>the (?!(?:old|new|other|same|big|main|whole|local|first|best) ))?(?P<name>{_WORD}(?:(?: &| of| \+)? {_WORD}){{0,3}}?(?: (?:and|n) {_WORD}(?=\s*(?:[.,;:!?()]|$)| in\b| at\b))?){_END}"
"""A run of words without a small one, but for those that join names."""
_SMALL_WORD = re.compile(_SMALL)
_NEVER = 99
_BEGINS = re.compile(r"\W*([^\W\d_])")


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that a firm's name stands behind; {sender} is the first name of whoever writes.

    Of `least` words a name is believed without any word that firms are called by.
    """

    name: str
    before: str
    least: int
    yes: tuple[tuple[str, str], ...]
    no: tuple[str, ...]


FRAMES: tuple[Frame, ...] = (
    Frame(
        "runs_small",
        r"\b(?:i|we|me and [\w' ]{2,20}?|i've|we've|who)(?: (?:now|just|also|have|both))? (?:run|own|started|founded|opened|set up) ",
        2,
        yes=(
            ("i run brigalow plant hire in rocky, 60 machines", "Brigalow Plant Hire"),
            ("i run shambani direct, veg boxes", "Shambani Direct"),
            ("me and my brother own coppice & daughters", "Coppice & Daughters"),
        ),
        no=("i run the night shift", "we run two vans", "i run marathons", "i own a cafe by the canal"),
    ),
    Frame(
        "sets_up_small",
        r"\b(?:im|i'm|i am|i've been|we're|we are|me (?:and|n|&) [\w' ]{2,20}? (?:are|r))(?: (?:now|just|also|after|busy))? (?:running|starting(?: up)?|founding|opening(?: up)?|setting up|building(?: up)?|launching|buying|taking (?:on|over)) ",
        _NEVER,
        yes=(
            ("im after setting up the merriman study centre in ennis, 90 students", "Merriman Study Centre"),
            ("me n rhea are building dabba labs, demand prediction", "Dabba Labs"),
            ("im buying otter bend family dental from the old owner", "Otter Bend Family Dental"),
        ),
        no=("im running late for the night shift", "we are opening a second site in june", "we're building something here"),
    ),
    Frame(
        "has_small",
        r"\b(?:i|we)(?:'ve)? (?:got|have) ",
        _NEVER,
        yes=(
            ("lorne wismer, i got kettle creek machining down here, nine guys and a dog", "Kettle Creek Machining"),
            ("con here, i have the thornbush tide brewery below in the harbour", "Thornbush Tide Brewery"),
        ),
        no=("i got the drawings", "we have two vans and a workshop", "i have a cafe by the canal"),
    ),
    Frame(
        "sender_of_small",
        r"\b{sender}(?: [\w'-]+)?(?: here)?,? (?:of|at|off|w/) ",
        2,
        yes=(
            ("it is sam lee of lee and associates, i sat behind you", "Lee & Associates"),
            ("its sam off mulcahy haulage", "Mulcahy Haulage"),
        ),
        no=("sam of all people", "sam lee at reception"),
    ),
    Frame(
        "sender_from_small",
        r"\b{sender}(?: [\w'-]+)?(?: here)?(?:,? from | with |, | \(|,? - )",
        _NEVER,
        yes=(
            ("sam here from studio halfweg (its me and a dog)", "Studio Halfweg"),
            ("hey its sam, wilks roofing", "Wilks Roofing"),
            ("hi! sam from tarn apiaries, you're the one with the labels", "Tarn Apiaries"),
            ("alex, sam from tilbury ropes here", "Tilbury Ropes"),
        ),
        no=("sam here from the office", "sam lee from the old depot", "sam lee from new ross", "sam here, all good", "sam here with good news for you"),
    ),
    Frame(
        "here_of_small",
        r"\bhere(?:,| -)? (?:(?:from|of|with|at) )?",
        _NEVER,
        yes=(("hey rohan, arjun here, nimbu labs.", "Nimbu Labs"),),
        no=("sam here, long time no see", "i'm here, finally"),
    ),
    Frame(
        "we_are_small",
        r"\b(?:we are|we're|this is|it's|its)(?: [\w' ]{1,25}? (?:at|from|of))? ",
        _NEVER,
        yes=(("we are three people at kitewing software, and busy", "Kitewing Software"),),
        no=("this is urgent", "we are late"),
    ),
    Frame(
        "few_at_small",
        r"\bwe(?: are|'re|re) (?:just |only )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?: people| of us)? (?:at|here at) (?!home\b|work\b|school\b|sea\b|present\b|lunch\b)",
        1,
        yes=(("we are four at tareheim, kelp on longlines", "Tareheim"),),
        no=("we are four at the table", "we're three at home", "we are five at lunch"),
    ),
    Frame(
        "called_small",
        r"(?:\b(?:company|start-?up|studio|firm|business|shop|outfit|charity|venture|practice|school|kitchen|farm|co-?op|team|app|place) (?:is |that is |that's )?(?:called|named)|\bunder the name(?: of)?) [\"']?",
        1,
        yes=(
            ("run a few trucks out of dubbo under the name western plains cartage.", "Western Plains Cartage"),
            ("i'm starting a company called murmur, voice notes for people", "Murmur"),
            ("my outfit is called greywater plumbing, five vans", "Greywater Plumbing"),
        ),
        no=("a company called on friday.", "the shop called me"),
    ),
    Frame(
        "founds_small",
        r"\b(?:here|myself|i am|i'?m|this is)(?:[\w .'-]{0,40},)? (?:(?:co-?)?(?:building|starting|running|founding)|(?:the )?(?:co-?)?founder of) (?=[\w' -]+(?:,| \())",
        1,
        yes=(("yo caleb, deshawn ward here, building quillby (newsletters for union locals)", "Quillby"),),
        no=("i'm running late, sorry.", "we are building software, and more of it"),
    ),
    Frame(
        "chief_at_small",
        r"\b(?:c[eoft]o|chief \w+ officer|managing director|md|head of \w+|vp \w+)(?: (?:at|of|for)|,| @) (?!(?:home|work|school|sea)\b)",
        1,
        yes=(
            ("hi laszlo, marek here, cto at fernwind.", "Fernwind"),
            ("rosa, head of product at larkmoor, we met at the fair", "Larkmoor"),
        ),
        no=("the cto at home rests", "our cto at the moment is me", "i am cto of it all"),
    ),
    Frame(
        "works_at_small",
        r"\b(?:owner|founder|manager|boss|foreman|director|partner|sec(?:retary)?|treasurer|chair(?:man|woman)?|clerk|trustee|hiring|staffing|job|work|works|shifts?) (?:of|at|for|behind|with) ",
        _NEVER,
        yes=(("i do the hiring for marlow & pike", "Marlow & Pike"), ("im the owner of redfern motors", "Redfern Motors"), ("idwal roberts, secretary of the capel bryn slate museum", "Capel Bryn Slate Museum")),
        no=("i'm the manager of the bar", "we're hiring for two sites"),
    ),
)  # fmt: skip


def uncapitalised(heard: Heard) -> Iterator[Statement]:
    """The firms that people who write no capitals say they are of."""
    if heard.speech.side is not Side.THEM or not _writes_small(heard):
        return
    sender = re.escape(first_name(heard.message.envelope.sender) or "\n")
    for sentence, text in zip(heard.sentences, heard.texts, strict=True):
        for frame in FRAMES:
            for match in re.finditer(frame.before.replace("{sender}", sender) + NAME, text):
                name = clean_company(capitalized(match["name"]))
                least = 2 if text.startswith(" here", match.end()) else frame.least
                told = not match["article"] and len(name.split()) >= least and not is_unit(name)
                owned = name.lower().startswith((f"{sender}'s ", f"{sender}s ")) or is_of_family(name, heard)
                called = is_organisation(name) and (ends_as_firm(name) or not match["article"])
                if name and (told or owned or called) and not is_person(name, people_of(heard)):
                    yield statement(Kind.NAMES_COMPANY, name, sentence.text, frame.name, Confidence.LIKELY)


def is_small(word: str) -> bool:
    """Whether a word is one of those that no name holds, so whoever's name ends like it: "down" in `owain.mixdown`."""
    return bool(_SMALL_WORD.match(word))


def _writes_small(heard: Heard) -> bool:
    """Whether most sentences of a mail begin with a small letter."""
    begins = [match[1].islower() for sentence in heard.sentences if (match := _BEGINS.match(sentence.text))]
    return begins.count(True) > len(begins) / 2
