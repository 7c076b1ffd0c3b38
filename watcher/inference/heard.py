"""A message as inference hears it: cut into sentences, beside the plain text that patterns match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from watcher.inference.sentences import MAX_SENTENCE, Sentence, split
from watcher.inference.speech import Speech
from watcher.model import Message

__all__ = ["Heard", "hear", "plain", "with_subject"]

_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, its circumstances, and its sentences.

    `texts` are the sentences as patterns expect them (see `plain`); every character keeps its place.
    """

    message: Message
    speech: Speech
    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]


def hear(message: Message, speech: Speech, abbreviations: Iterable[str]) -> Heard:
    """Cut a message into sentences."""
    sentences = split(message.text, abbreviations)
    return Heard(message, speech, sentences, tuple(plain(s.text) for s in sentences))


def with_subject(heard: Heard) -> Heard:
    """The same with the subject as its first sentence: it often names what the words leave out."""
    subject = heard.message.envelope.subject[:MAX_SENTENCE]
    sentence = Sentence(subject, -1, subject.rstrip().endswith("?"))
    return replace(heard, sentences=(sentence, *heard.sentences), texts=(plain(subject), *heard.texts))


def plain(text: str) -> str:
    """`text` in lower case, with straight quotes and plain dashes, and of the same length."""
    straight = text.translate(_TYPOGRAPHY)
    lower = straight.lower()
    return lower if len(lower) == len(text) else straight  # a few capitals, like "İ", are two characters in lower case
