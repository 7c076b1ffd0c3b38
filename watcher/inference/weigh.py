"""Rules and classifier held against each other: what is doubted, and what is said without a rule.

A rule sees one sentence, the classifier the whole mail and none of its logic; together they are right far more often
than either (`make learn` prints by how much). What a rule reads and the whole mail gives little for moves nothing;
what the whole mail clearly does needs no rule, but for values (a time, a person), which only rules can read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from watcher.inference.classifier import Judgement, Telling
from watcher.inference.heard import Heard, own_subject
from watcher.inference.rules import MY_EMPLOYERS
from watcher.model import Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["coherent", "weigh"]

_NEED_VALUES = frozenset({Kind.DECIDES_BY, Kind.INTERVIEW, Kind.PROPOSES, Kind.HANDS_OVER, Kind.GONE})
_NEED_A_WORD = frozenset({Kind.HIRING})
"""Of 150 mails of everyday life 33 read like hiring to a classifier that has hardly met such, though none has a word
of it. So some word of it must be there, however little that tells by itself (`en.lexicon`)."""
_OF_A_TIME = (Kind.INTERVIEW, Kind.PROPOSES)
"""What a time can be named for: where a rule says so it has a time to show, of which `en.hours` tells."""
_DATED = 0.5
"""The probability from which they named a day for their answer, though none was read."""
_PERHAPS = frozenset(
    {Kind.REJECTED, Kind.FILLED, Kind.OFFER, Kind.ON_HOLD, Kind.ACCEPTED, Kind.DECLINED, Kind.WITHDRAWN}
)
"""What must not be overheard: who was refused, has the job, or said yes or no to it, writes no follow-up."""
_SOUNDS = 1 / 4
"""The probability from which a mail may do so for all one knows. In mailboxes kept from the learner 18 of 47 did from
this to a third, and two in three between that and a half."""
_LIKE_HIRING = 0.8
"""The probability of hiring from which a mail of theirs clearly reads like it. In 74 mailboxes kept from the learner 20
of 129 wrong drafts, and 3 of 436 right ones, were for processes without any such mail."""
_ALIKE = (
    frozenset({Kind.REJECTED, Kind.FILLED}),
    frozenset({Kind.DECLINED, Kind.WITHDRAWN, Kind.NOT_INTERESTED}),
)
"""Kinds that words alone hardly tell from one another: what speaks for one speaks for a rule that reads another."""

_FAMILIES = (*_ALIKE, _ALIKE[0] | {Kind.ON_HOLD})
"""The same for a rule's own reading: what sounds like a no speaks for one that reads a rest."""
_NO = frozenset().union(*_ALIKE)
_SURE_NO = 1 / 4
"""The part of the limit of doubt that is enough where the words of a no, or of a rest, are sure: people refuse in ever
new tones that the whole hardly knows (unseen mails that did had 0.09 and more, such as did not 0.06 at most)."""
_HOUR = Kind.NAMES_TIME
"""Whoever offers an hour, though no rule can tell what for, takes an interest."""
_REFUTED_BY = {
    _HOUR: frozenset({Kind.NOT_INTERESTED}),
    Kind.DECIDES_BY: _NO | {Kind.OFFER, Kind.ASKS_ME},
    Kind.WAITS: frozenset({Kind.ASKS_ME}),
    Kind.ON_HOLD: frozenset({Kind.REJECTED, Kind.FILLED}),
    Kind.PROPOSES: _NO | {Kind.OFFER, Kind.ON_HOLD},
    Kind.INTERVIEW: _NO | {Kind.OFFER, Kind.ON_HOLD, Kind.ASKS_ME},
    Kind.REJECTED: frozenset({Kind.OFFER}),
    Kind.FILLED: frozenset({Kind.OFFER}),
    Kind.OUTREACH: _NO | {Kind.OFFER, Kind.ON_HOLD},
    Kind.AGREES: _NO,
    Kind.INTERESTED: _NO,
    Kind.THANKS: _NO,
    Kind.NUDGES: _NO,
    Kind.LEANS_TOWARDS: _NO,
    Kind.LEANS_AWAY: _NO,
}
"""What each says against kinds that no rule read. That something moves or is called off says nothing against a no: of
13 mails that did and read like one, 11 were ("we have moved forward with others")."""
_REFUTED_BY_RULES = {
    Kind.NO_DATE: _NO,
    Kind.ON_HOLD: _NO | {Kind.REOPENED},
    Kind.REOPENED: _ALIKE[0],
    Kind.OFFER: _ALIKE[0],
}
"""What each says only where a rule read it."""
_CALLS = ("we call you", "we give you a call")
"""How the `rule` of a `DECIDES_BY` begins that tells of a call: at an hour that was read it is an appointment."""
_WHOLE = "the whole reads like it"


def weigh(statements: Iterable[Statement], heard: Heard) -> Iterator[Statement]:
    """The statements of a mail after a second look at the whole.

    Args:
        statements: What the rules read.
        heard: The mail, as it was judged.
    """
    words = (own_subject(heard.message), *(sentence.text for sentence in heard.sentences))
    judgements = heard.judged
    offered = judgements.get(Kind.PROPOSES)
    dated = judgements.get(Kind.DECIDES_BY)
    said: set[Kind] = set()
    for statement in statements:
        weighed = _weighed(statement, judgements, offered if offered and offered.enough else None)
        if weighed.confidence is not Confidence.UNCLEAR:
            said.add(weighed.kind)
        yield weighed
    said_alike = said.union(*(kinds for kinds in _ALIKE if kinds & said))
    for judged in judgements.values():
        if judged.enough and judged.kind not in said_alike | _NEED_VALUES | _NEED_A_WORD:
            yield _said(judged.kind, judged, words, Confidence.LIKELY)
    yield from (
        _said(judged.kind, judged, words, Confidence.UNCLEAR)
        for judged in judgements.values()
        if _sounds(judged, said_alike)
    )
    hiring = judgements.get(Kind.HIRING)
    if hiring and hiring.probability < _LIKE_HIRING and heard.message.envelope.side is not Side.ME:
        rule = f"of hiring with a probability of {hiring.probability:.2f}"
        yield Statement(Kind.UNLIKE_HIRING, shorten(heard.message.envelope.subject), rule, Confidence.LIKELY)
    if dated and dated.probability >= _DATED and not said & {Kind.DECIDES_BY, Kind.UNREAD_DATE, Kind.NO_DATE}:
        yield _said(Kind.UNREAD_DATE, dated, words, Confidence.LIKELY)


def _sounds(judged: Judgement, said: Collection[Kind]) -> bool:
    """Whether a mail may bring about an outcome of which neither a rule nor the whole is sure."""
    return judged.kind in _PERHAPS - set(said) and _SOUNDS <= judged.probability < judged.limits.enough


def _said(kind: Kind, judged: Judgement, words: Sequence[str], confidence: Confidence) -> Statement:
    """What a judgement says without a rule, in the sentence that speaks most for it."""
    telling = judged.telling()
    return Statement(kind, shorten(words[telling.sentence]), _reads_like(telling), confidence)


def _weighed(statement: Statement, judgements: Mapping[Kind, Judgement], offered: Judgement | None) -> Statement:
    clear = statement.confidence is not Confidence.UNCLEAR
    if statement.kind is Kind.NAMES_TIME and statement.start and clear and offered:
        return replace(statement, kind=Kind.PROPOSES, rule=_reads_like(offered.telling()))
    own = judgements.get(statement.kind)
    if own is None or _speaks_for_itself(statement):
        return statement
    if not clear:
        if not own.enough or statement.kind in _NEED_VALUES:
            return statement  # a value that is ambiguous stays so
        return replace(statement, confidence=Confidence.LIKELY, rule=f"{statement.rule}; {_reads_like(own.telling())}")
    family = next((kinds for kinds in _FAMILIES if statement.kind in kinds), frozenset({statement.kind}))
    sure_no = statement.kind in _NO | {Kind.ON_HOLD} and statement.confidence is Confidence.SURE
    doubt = own.limits.doubt * (_SURE_NO if sure_no else 1)
    if max(judgements[kind].probability for kind in family if kind in judgements) < doubt:
        rule = f"{statement.rule}; doubted, the mail as a whole does not read so"
        return replace(statement, confidence=Confidence.UNCLEAR, rule=rule)
    return statement


def _speaks_for_itself(statement: Statement) -> bool:
    """Whether the rest of a mail makes it no less true: a time, a calendar event.

    Nor do the words of a hiring tell whose it is; and of the day of an answer the whole has had its say
    (`en.promises.settled`).
    """
    dated = statement.kind is Kind.DECIDES_BY
    return dated or statement.kind in _OF_A_TIME or bool(statement.uid) or statement.text == MY_EMPLOYERS


def coherent(statements: Iterable[Statement]) -> list[Statement]:
    """The statements of one mail, what was only judged being doubted where the rest of the mail speaks against it.

    Who names a day for the answer, or a time to talk, has not refused, whatever the tone, nor offered the job; what
    rests is not over; who agrees, thanks or asks for news withdraws nothing; who books a conversation,
    or says when they answer, asks for no more.
    """
    known = list(statements)
    clear = {s.kind for s in known if s.confidence is not Confidence.UNCLEAR and (s.kind is not _HOUR or s.start)}
    booked = {s.words for s in known if s.kind is Kind.INTERVIEW}
    known = [s for s in known if not (s.words in booked and s.rule.startswith(_CALLS))]
    refuted = frozenset().union(*(kinds for sign, kinds in _REFUTED_BY.items() if sign in clear))
    read = {s.kind for s in known if s.kind in clear and not s.rule.startswith(_WHOLE)}
    refuted = refuted.union(*(kinds for sign, kinds in _REFUTED_BY_RULES.items() if sign in read))
    if any(s.text == MY_EMPLOYERS for s in known):
        refuted |= {Kind.HIRING}
    elif any(s.kind is Kind.HIRING and s.confidence is Confidence.SURE and s.text for s in known):
        refuted |= {Kind.NOT_HIRING}  # they say how far an application of mine is
    return [
        replace(s, confidence=Confidence.UNCLEAR) if s.kind in refuted and s.rule.startswith(_WHOLE) else s
        for s in known
    ]


def _reads_like(telling: Telling) -> str:
    told = ", ".join(f'"{words}"' for words in telling.words)
    return f"{_WHOLE}: {told}"
