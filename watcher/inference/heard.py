"""A message as inference hears it: cut into sentences, beside the plain text that patterns match."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from watcher.inference.classifier import Classifier, Judgement
from watcher.inference.cues import holds
from watcher.inference.sentences import MAX_SENTENCE, Marks, Sentence, split
from watcher.inference.speech import Speech
from watcher.model import Kind, Message

__all__ = ["Heard", "hear", "own_subject", "plain", "with_subject"]

_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})

_ANSWER = re.compile(r"\s*(?:re|aw|sv|vs|antw|fwd?|wg|tr|rv|rif|odp)\s?:", re.IGNORECASE)
"""What mail programs put before the subject of an answer or a forward."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A message, its circumstances, and its sentences.

    `texts` are the sentences as patterns expect them (see `plain`); every character keeps its place. One is told from
    another by its identity alone, so what is found in it can be kept for all who ask.
    """

    message: Message
    speech: Speech
    marks: Marks
    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    held: tuple[frozenset[str], ...]
    """For each sentence the texts that it holds of those by which rules are found (`cues.holds`)."""
    anywhere: frozenset[str]
    """All that the sentences and the subject hold."""
    judged: Mapping[Kind, Judgement]
    """What the mail as a whole reads like; empty where nothing was learned of such mail."""


def hear(message: Message, speech: Speech, marks: Marks, classifier: Classifier | None = None) -> Heard:
    """Cut a message into sentences, and judge the whole.

    Args:
        message: As read.
        speech: Who wrote it, when and where.
        marks: How sentences end in its language.
        classifier: For the side that wrote it.
    """
    sentences = split(message.text, marks)
    texts = tuple(plain(sentence.text) for sentence in sentences)
    subject = plain(message.envelope.subject[:MAX_SENTENCE])
    judgements = classifier.judge((plain(own_subject(message)), *texts)) if classifier else ()
    judged = {each.kind: each for each in judgements}
    held = tuple(map(holds, texts))
    return Heard(message, speech, marks, sentences, texts, held, holds(subject).union(*held), judged)


@lru_cache(maxsize=4)
def with_subject(heard: Heard) -> Heard:
    """The same with the subject as its first sentence: it often names what the words leave out."""
    subject = heard.message.envelope.subject[:MAX_SENTENCE]
    sentence, text = Sentence(subject, -1, subject.rstrip().endswith("?")), plain(subject)
    sentences, texts, held = (sentence, *heard.sentences), (text, *heard.texts), (holds(text), *heard.held)
    return replace(heard, sentences=sentences, texts=texts, held=held)


def own_subject(message: Message) -> str:
    """The subject, where its author chose it: of an answer's only the mark of one is left, the rest is another's."""
    subject = message.envelope.subject[:MAX_SENTENCE]
    answer = _ANSWER.match(subject)
    return answer.group() if answer else subject


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """`text` in lower case, with straight quotes and plain dashes, and of the same length."""
    if text.isascii():
        return text.lower()
    straight = text.translate(_TYPOGRAPHY)
    lower = straight.lower()
    return lower if len(lower) == len(text) else straight  # a few capitals, like "İ", are two characters in lower case
