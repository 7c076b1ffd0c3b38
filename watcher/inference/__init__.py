"""Inference: what a message tells, as statements that keep the words they rest on.

message ──▶ sentences ──▶ the language's readers ──▶ statements
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from watcher.calendar import calendar_for
from watcher.inference.country import speaker_country, speaker_zone
from watcher.inference.en import LANGUAGE
from watcher.inference.forwards import TOLD, forwarded_mail
from watcher.inference.heard import hear
from watcher.inference.language import Language
from watcher.inference.mentions import mentions
from watcher.inference.signed import signs
from watcher.inference.speech import Speech
from watcher.inference.weigh import coherent, weigh
from watcher.model import Automatic, Confidence, Kind, Message, Person, Statement
from watcher.text import shorten

__all__ = ["SEARCH", "VERSION", "infer"]

SEARCH = LANGUAGE.search
"""What a mailbox is searched for that cannot be read whole."""

VERSION = 15
"""Raised whenever a rule changes: mail that was read by an older version is read again."""


def infer(message: Message, me: Person, language: Language = LANGUAGE) -> tuple[Statement, ...]:
    """What `message` tells, theme by theme.

    Args:
        message: As read; never quoted words.
        me: The user, for whom "you" stands in their mail and "I" in mine.
        language: What the mail is written in.
    """
    statements = _of_the_topic(coherent([*_passed_on(message, me, language), *_statements(message, me, language)]))
    statements += (*signs(message), *mentions(message, language.small))
    envelope = message.envelope
    if envelope.automatic is not None:
        words = shorten(envelope.subject)
        statements.append(Statement(Kind.AUTOMATIC, words, f"automatic.{envelope.automatic}", text=envelope.automatic))
    return tuple(statements)


def _statements(message: Message, me: Person, language: Language) -> Iterable[Statement]:
    envelope = message.envelope
    country = speaker_country(envelope.sent, envelope.sender.domain, me.country)
    zone = speaker_zone(envelope.sent, envelope.sender.domain, me.country)
    speech = Speech(envelope.sent, envelope.side, me, country, calendar_for(country), zone)
    judges = envelope.automatic in (None, Automatic.NOTICE)
    heard = hear(message, speech, language.marks, language.classifier(envelope.side) if judges else None)
    return weigh((statement for reader in language.readers for statement in reader(heard)), heard)


def _passed_on(message: Message, me: Person, language: Language) -> Iterator[Statement]:
    """What they forward, before what they say of it."""
    forwarded = forwarded_mail(message, me)
    if forwarded is not None:
        told = (s for s in _statements(forwarded, me, language) if s.kind in TOLD)
        yield from (replace(s, rule=f"forwarded: {s.rule}") for s in told)


def _of_the_topic(statements: list[Statement]) -> list[Statement]:
    """Without the names in a message that surely speaks of something else: its bank is no employer of mine."""
    kinds = {s.kind for s in statements}
    elsewhere = any(s.kind is Kind.NOT_HIRING and s.confidence is Confidence.SURE for s in statements)
    if not elsewhere or kinds & {Kind.HIRING, Kind.APPLIES, Kind.OUTREACH}:
        return statements
    return [s for s in statements if s.kind not in (Kind.NAMES_COMPANY, Kind.MAY_NAME_COMPANY, Kind.NAMES_ROLE)]
