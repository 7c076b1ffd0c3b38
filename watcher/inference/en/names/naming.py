"""What a way to name an employer or a position is, and the words that such ways share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from watcher.inference.en.names.employers import COMPANY
from watcher.inference.en.vocabulary import any_of
from watcher.model import Confidence

__all__ = ["JOB", "MET", "NAMED", "PERSON", "POST", "SOMEWHERE", "WHOLE", "Naming", "naming"]

JOB = any_of(
    *"role position post vacancy job opening opportunity requisition search appointment traineeship apprenticeship internship gig spot".split()
)
MET = any_of(
    "interviews?", "trial(?: shift| day)?", "shift", "visit", "tour", "tasting", "onsite", "meeting", "call", "chat"
)
POST = any_of(
    *"president vp director manager head chief chair chairman chairwoman owner founder partner principal boss lead leader ceo cto cfo coo cmo md fd gm colleague supervisor foreman dean recruiter officer".split()
)
PERSON = r"[A-ZÀ-ÞĀ-Ž][\w'’-]+(?: [A-ZÀ-ÞĀ-Ž][\w'’-]+)?"
SOMEWHERE = (
    r"(?: (?:in|at|near|outside|up in|out in|down in) (?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}\b|, (?:an? |the )?[\w '’-]{3,40},)?"
)
"""Where or what a firm is, said behind its name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One way to name an employer (group "name") or a position (group "words" holds it at its beginning).

    Without a confidence it is said of people and things as well: believed where the name itself sounds like a firm's.
    So is what is unclear, and then it is unclear still.
    """

    name: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    confidence: Confidence | None
    yes: tuple[tuple[str, str], ...]
    no: tuple[str, ...]
    of_themselves: bool = False
    """Said by them only: in my own mail it would name me."""
    of_clients: bool = False
    """Believed of an agency's answer, which tells at last whom it writes for."""
    at_once: bool = False
    """Believed of an agency's first mail as well."""
    closed: bool = False
    """What stands between the words can be nothing but the name, whether its noun is known or not."""


def naming(
    name: str,
    cues: str,
    pattern: str,
    confidence: Confidence | None,
    *,
    yes: tuple[tuple[str, str], ...],
    no: tuple[str, ...],
    **flags: bool,
) -> Naming:
    """A row of the tables; `cues` stand apart by bars."""
    return Naming(name, tuple(cues.split("|")), re.compile(pattern), confidence, yes, no, **flags)


NAMED = rf"(?P<name>{COMPANY})"
WHOLE = rf"(?>{NAMED})(?! (?!d\.o\.o|s\.r\.o|sp\. ?z|a\.s\.|(?:in|at|on|near|out|off|over|down|and|or|but|so|if|as|for|with|from|who|which|based|here)\b)[a-z])"
"""A name that no further word goes on from: "MAS licensed custodian" is none."""
