"""The vocabulary of hiring: many small words that together tell what a mail is about, where no sentence says it.

Each word counts once in a mail. The weights are our own judgement: 2 where the word is hardly met elsewhere, less where
it is, below 0 where it belongs to tenancies, loans, orders and sales.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.inference.cues import Likely, holds
from watcher.inference.heard import Heard, plain
from watcher.inference.literals import needs
from watcher.model import Confidence, Kind, Statement
from watcher.text import shorten

__all__ = ["lexicon"]

_SURE, _LIKELY, _UNCLEAR = 4.0, 2.5, 0.4
"""Weight from which a mail speaks of hiring; from the last on its words allow that it does, should the whole say so."""

_WEIGHTS = {
    2.0: "curriculum vitae|cv|résumé|resume|shortlist(?:ed|ing)?|interview(?:s|ed|er|ers)?|recruiters?"
    "|headhunters?|talent acquisition|hiring manager|job offer|vacanc(?:y|ies)|candidatures?"
    "|notice period|take-?home|phone screen|screening call|assessment cent(?:re|er)|job description"
    "|salary expectations?|ctc|cover(?:ing)? letter|selection (?:panel|board|committee)|search committee"
    "|hiring committee|oral board|trial (?:shift|day)"
    "|(?:first|second|third|final|last|next|telephonic|technical|hr) round|coding (?:test|task|challenge)"
    "|letter of offer|offer letter|letter of appointment|requisition",
    1.2: "recruit(?:ing|ment)?|hiring|hire|candidates?|applicants?|referees?|head ?count|background check"
    "|probation(?:ary)?|job|competenc(?:y|ies)|human resources|hr|meet the team"
    "|join (?:us|our team|the team)|visa sponsorship|portfolio|case study|day rate|base salary|relocation"
    "|onboarding|reporting to",
    0.8: "role|position|posts?|salary|panel|apply|applied|application|appl(?:ying|icants)|experience"
    "|employ(?:er|ment|ed|ees)?|qualifications?|full[- ]time|part[- ]time|permanent|freelance|careers?"
    "|skills?|background|your profile|openings?|references|degree|certificates?|shifts?|rota|roster|wage"
    "|an hour|per annum|pensionable|start date",
    0.4: "contract|offer|team|opportunity|availability|remote|hybrid|colleagues|projects?|director|manager"
    "|chat|call|start|decision|feedback|task|test|presentation|samples?|client|outcome",
    -1.2: "rent|landlord|landlady|tenan(?:cy|t|ts)|lettings?|lease|mortgage|loan|refund|invoice|parcel|warranty"
    "|rfp|tender|quotation|your order|promo|discount|waitlist|deposit|subscription|premium|survey closes"
    "|repricing|planning permission|compensation claim|your claim|appointment with|unsubscribe|tickets?",
}
_TERMS = {weight: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for weight, words in _WEIGHTS.items()}
_LIKELY_TERMS = Likely((needs(pattern.pattern), weight) for weight, pattern in _TERMS.items())


def lexicon(heard: Heard) -> Iterator[Statement]:
    """HIRING, as sure as the words of the whole mail make it."""
    texts = (plain(heard.message.envelope.subject), *heard.texts)
    terms: dict[str, float] = {}
    best, best_weight = "", 0.0
    for original, text in zip((heard.message.envelope.subject, *(s.text for s in heard.sentences)), texts, strict=True):
        likely = sorted(_LIKELY_TERMS.among(holds(text)), reverse=True)
        here = {word: weight for weight in likely for word in _TERMS[weight].findall(text)}
        terms |= here
        if sum(here.values()) > best_weight:
            best, best_weight = original, sum(here.values())
    total = sum(terms.values())
    if total >= _UNCLEAR:
        confidence = (
            Confidence.SURE if total >= _SURE else Confidence.LIKELY if total >= _LIKELY else Confidence.UNCLEAR
        )
        strongest = sorted((t for t in terms if terms[t] > 0), key=lambda t: -terms[t])[:6]
        yield Statement(Kind.HIRING, shorten(best), f"words of hiring: {', '.join(strongest)}", confidence)
