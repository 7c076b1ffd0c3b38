"""My own mail: what I report of their promises, turned round so that it reads as theirs."""

from __future__ import annotations

import re

__all__ = ["chases", "reports", "turned"]

_REPORTS = re.compile(
    r"\b(?:(?!i\b)\w+ (?:had |have |has |also |kindly )?(?:mentioned|said|told|indicated|noted|promised|expected|hoped|"
    r"planned|thought|suggested|explained|wrote|estimated|advised)|(?:you|they|he|she) (?:hope|plan|expect|aim|intend)|"
    r"you(?:'d| were| are|'re)? (?:hoping|planning|expecting|aiming|looking)|as (?:agreed|discussed|mentioned|promised|"
    r"you)|per (?:our|your)|i (?:wrote down|jotted|noted)|i(?:'ve| have| also)? (?:understand|understood|gather|know|believe|was told|heard|hear)|"
    r"i'll (?:wait|look|watch|sit|hang|keep)|look(?:ing)? forward to (?:hearing|your|the|news)|"
    r"i(?:'ll| will|'d| shall| should)? (?:hear|know|get my|have (?:my|your)|get your|be (?:told|notified|informed|contacted)))\b"
)
_CHASES = re.compile(
    r"\b(?:check(?:ing)? in|follow(?:ing)? up|circling back|touch(?:ing)? base|any (?:news|update|word)|"
    r"(?:have|had)(?:n't| not) heard|wonder(?:ing|ed)?|wanted to ask|did (?:you|the|they)|has (?:the|there|a)|"
    r"have (?:you|they) (?:made|decided|had|been)|where (?:things|you) (?:stand|landed|land)|status of|nudge|latest on|got neither|(?:heard|got|had|received) (?:nothing|no)|came and went|has passed|still nothing)\b"
)
_TURNS = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "i'll": "you'll", "i'd": "you'd", "i'm": "you're",
    "i've": "you've", "you": "we", "your": "our", "yours": "ours", "you'll": "we'll", "you'd": "we'd",
    "you're": "we're", "you've": "we've",
}  # fmt: skip
_PERSON = re.compile(r"\b(?:you|your|yours|i|me|my|mine)\b(?:'(?:ll|d|m|re|ve)\b)?")


def reports(text: str) -> bool:
    """Whether a plain sentence of mine tells what they said."""
    return _REPORTS.search(text) is not None


def chases(text: str) -> bool:
    """Whether a plain sentence of mine asks after an answer: the date it recalls has passed."""
    return _CHASES.search(text) is not None


def turned(text: str) -> str:
    """My report in their mouth: "you said I'd hear by Friday" as "we said you'd hear by Friday"."""
    return _PERSON.sub(lambda person: _TURNS.get(person.group(), person.group()), text)
