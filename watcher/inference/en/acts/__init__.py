"""What English messages do, by theme: tables of rules, and what more than one sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.inference.en.acts.asks import ASKS, WAITS
from watcher.inference.en.acts.endings import MY_ENDINGS
from watcher.inference.en.acts.filled import FILLED
from watcher.inference.en.acts.leanings import LEANINGS
from watcher.inference.en.acts.mine import MINE_RULES
from watcher.inference.en.acts.outcomes import OUTCOMES
from watcher.inference.en.acts.rejections import REJECTIONS
from watcher.inference.en.people import NAME
from watcher.inference.en.vocabulary import JOB, TALK
from watcher.inference.heard import Heard, plain
from watcher.inference.phrases import Phrase
from watcher.inference.rules import Found, Table, state
from watcher.model import Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["RULES", "acts"]

RULES = REJECTIONS + FILLED + OUTCOMES + MY_ENDINGS + ASKS + WAITS + LEANINGS + MINE_RULES
_RULES = Table(RULES)

_ABOUT_THEM = re.compile(
    r"^(?:and |so |but )?(?:why|when|how long|how come|what happened|who)\b(?!.*\b(?:you|your|u|ur|we|suits?|works?)\b)"
)
_ASKED_YOU = re.compile(r"^(?:(?:and|so|but|oh|aw),? )?(?:did|do|have|had) (?:you|u)\b")
_AND_I = re.compile(
    r"^(?:i|we) (?:did|do|have|had)(?:n't| not)?(?=[,.!;]|$| and | but | either)|^(?:me (?:neither|too)|same here)\b"
)
"""A question of small talk is one that its asker answers for themselves: "Did you remember your clocks? I did not."."""
_OF_THE_DAY = re.compile(
    r"^(?:[^,!?]{1,30}[,!] )?(?:did (?:you|u|ye)|how(?:'d|d| did| are| was| is|'s) (?:you|u|ye|y'all|youse|the)|have (?:you|u|ye) (?:seen|heard|got)|is it|was it|is there|are ye|were you)\b"
    r"(?! (?:ok|okay|possible|alright|fine|still|right|correct|true|that)\b)"
    rf"(?!.*\b(?:{JOB}|{TALK}|my|our|me|us|mails?|emails?|messages?|links?|forms?|letters?|invit\w+|documents?|papers?|offers?|contracts?|send|sent"
    r"|book|decide|manage|sign|apply|think|consider|time(?! change)|date|day|work|start|free|available|interest\w*|salary|notice|come|find|make it|want|mean|need|like|suit|search|hunt|go|get on)\b)"
)
"""A question of the weather, the news or the match, before they come to what they write for: "Did you get the snow?"."""
_NO_ANSWER = re.compile(
    r"\b(?:no need to (?:answer|reply|respond)|(?:just|only) (?:kidding|joking|teasing)|kidding,|you don't (?:have to|need to|get to) (?:answer|say)|you don't get a say|don't answer that)\b"
)
"""What takes a question back in the next breath."""
_GO_ON = 3
"""Sentences that follow such a question: with fewer it is what they write for."""
_FIGURES = re.compile(r"\d[\d ]|[$£€₦₹¥]")
"""What pay is told with, alone or beside other things."""
_TERMS = (
    re.compile(
        r"[$£€₦₹¥]\s?\d[\d., ]{2,}|\b\d{2,3}[., ']?\d{3}\b(?: \w+)? (?:(?:a|per|in the|every) (?:year|month|annum)|gross|base)|\b\d{2,3} ?k\b"
        r"|\b\d{2,3} base\b"
    ),
    re.compile(
        r"\b(?:start(?:ing|s)?(?: date)?|first day|begin(?:ning|s)?|from)\b(?: \w+){0,3} (?:on )?(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\b|[a-z]{3,9}day,? |(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    ),
    re.compile(
        r"\b(?:contract|letter)\b|\b(?:sign|signed|signature|countersign\w*)\b|\byou (?:get|have got|have) the (?:job|position|post|role|place)\b"
    ),
)
"""What an offer tells together: the pay as one sum, the first day, and what there is to sign or to have."""
_PERKS = re.compile(
    r"\b\d{2,3}(?: ?k|[., ]?\d{3})?(?:,| and| plus| \+)? (?:(?:a|the|your) )?(?:van|car|truck|pension|phone|dental|insurance|holidays?|per year|a year|an hour|a week|a month)\b"
)
"""Pay as the small say it: "92, the van, phone", "68 a year"."""
_WANTED = re.compile(
    r"\b(?:if (?:you|u)(?:'ll|ll| will| would) have (?:us|it|me)|it'?s (?:yours|urs|there for you|here for you)|(?:we|i|everyone|everybody)(?: all| both)? wants? you\b(?! (?:to (?:meet|see|speak|talk|come|interview|send|know|have))))"
)
"""What is said to nobody but who is to have the job; with its pay it is an offer."""
_EXPECTATION = re.compile(
    r"\b(?:between|up to) \W?\d|\b(?:range|band|bracket|(?:your|salary) expect\w*|depending|negotia\w+)\b|\d ?k? ?(?:-|–|to) ?[$£€]?\d+ ?(?:k|,?000)\b"
)
_APPOINTED = Phrase(
    r"\b(?:[Bb]oard|[Cc]ommittee|[Pp]anel|[Cc]ouncil|[Tt]rustees|[Gg]overnors|[Dd]irectors?|[Pp]artners|[Oo]wners?|[Cc]lient|[Tt]hey|[Ww]e|[Hh]e|[Ss]he)"
    r"(?: of [A-Z]\w+)?(?:,? (?:has|have|had|then|duly|finally|since)|['’]ve)* (?:appointed|chose|chosen|picked|selected|hired|elected|gone (?:with|for)|went (?:with|for)"
    rf"|settled on|offered (?:it|the \w+) to|given (?:it|the \w+) to|gave (?:it|the \w+) to) (?=\S+ [A-Z])(?P<who>{NAME})"
    rf"|^(?:[A-Z]\w+, )?(?:[Ww]e(?:['’]re| are) )?[Gg]oing with (?!Zoom|Teams|Google|Skype|Option|Plan)(?P<short>{NAME})\W*$"
)
"""Who has the job, by name: "the Board of Health appointed Dena Sprague"; in short, "Winn, going with Petty."."""
_TO_SEARCH = re.compile(
    r" (?:&|and) |,? (?:to (?:run|lead|chair|handle|help|advise)|for (?:the|our) (?:search|recruitment))\b"
)
"""What a firm or an agency is engaged for, and not to have the job."""
_PAPERS = re.compile(
    r"(?:^|[^a-z])(?:cv|resume|résumé|lebenslauf|curriculum|cover[ _-]?letter|application|bewerbung)(?:[^a-z]|$)"
)


def acts(heard: Heard) -> Iterator[Statement]:
    """What the sentences do, each kind once a sentence, by the first rule that reads it."""
    said: set[tuple[int, Kind]] = set()
    for found in _RULES.find(heard):
        key = (found.number, found.rule.kind)
        if key not in said and not _answers_itself(found, heard):
            said.add(key)
            yield state(found)
    if not any(kind in (Kind.OFFER, Kind.OUTREACH) for _, kind in said):
        yield from _terms(heard)
    if not any(kind in (Kind.REJECTED, Kind.FILLED) for _, kind in said):
        yield from _appointed(heard)
    if _sends_papers(heard) and not any(kind is Kind.APPLIES for _, kind in said):
        words = shorten(heard.message.envelope.subject)
        yield Statement(Kind.APPLIES, words, "papers attached", Confidence.LIKELY)


def _terms(heard: Heard) -> Iterator[Statement]:
    """The terms of employment, whatever the words around them: what it pays, from when, and a paper to sign.

    Of those who have no papers, what it pays and that they want me.
    """
    if heard.speech.side is not Side.THEM or not any(_FIGURES.search(text) for text in heard.texts):
        return
    pay, *others = (next((n for n, text in enumerate(heard.texts) if term.search(text)), None) for term in _TERMS)
    pays = pay is not None or any(_PERKS.search(text) for text in heard.texts)
    wanted = pays and any(_WANTED.search(text) for text in heard.texts)
    told = wanted or (pay is not None and None not in others)
    if told and not any(_EXPECTATION.search(text) for text in heard.texts):
        words = shorten(heard.sentences[pay or 0].text)
        yield Statement(Kind.OFFER, words, "terms of employment", Confidence.LIKELY)


def _appointed(heard: Heard) -> Iterator[Statement]:
    """Whom they name as the one who has the job; not me."""
    mine = set(plain(heard.speech.me.name).split())
    for number in _APPOINTED.likely(heard) if heard.speech.side is not Side.ME else ():
        sentence = heard.sentences[number]
        found = _APPOINTED.pattern.search(sentence.text)
        name = (found["who"] or found["short"]) if found else ""
        other = name and mine.isdisjoint(plain(name).split()) and not name.endswith(("'s", "’s"))
        if found and other and not _TO_SEARCH.match(sentence.text, found.end()):
            yield Statement(Kind.FILLED, shorten(sentence.text), "another by name", Confidence.LIKELY)


def _answers_itself(found: Found, heard: Heard) -> bool:
    """Whether a question waits for no answer: small talk, or answered at once by who asks: "Why? Nobody can say."."""
    text, following = heard.texts[found.number], heard.sentences[found.number + 1 : found.number + 2]
    if found.rule.name != "question":
        return False
    if following and _NO_ANSWER.search(heard.texts[found.number + 1]):
        return True
    if _OF_THE_DAY.search(text) and len(heard.sentences) - found.number > _GO_ON:
        return not any(each.is_question for each in heard.sentences[found.number + 1 :])
    if not following or following[0].paragraph != found.sentence.paragraph:
        return False
    if _ABOUT_THEM.search(text):
        return not following[0].is_question
    return bool(_ASKED_YOU.search(text) and _AND_I.search(heard.texts[found.number + 1]))


def _sends_papers(heard: Heard) -> bool:
    """Whether I write to somebody first, with a CV: whatever the words, I apply."""
    envelope = heard.message.envelope
    first = envelope.in_reply_to is None and not re.match(r"(?:re|aw|sv|fwd?|wg)\s*:", envelope.subject.lower())
    attached = any(_PAPERS.search(name.lower().replace("_", " ")) for name in heard.message.attachments)
    return envelope.side is Side.ME and first and attached
