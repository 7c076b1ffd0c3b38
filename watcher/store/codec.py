"""Entries as JSON and back. Pydantic does the work; what a field is, `watcher.model` says."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from watcher.model import Entry, Envelope, Statement
from watcher.text import MAX_WORDS, shorten

__all__ = ["decode_entry", "encode_envelope", "encode_statements"]

_ENVELOPE = TypeAdapter(Envelope)
_STATEMENTS = TypeAdapter(tuple[Statement, ...])


def encode_envelope(envelope: Envelope) -> Any:
    """The headers that are kept, as JSON values. Fields at their default are left out."""
    return _ENVELOPE.dump_python(envelope, mode="json", exclude_defaults=True)


def encode_statements(statements: tuple[Statement, ...]) -> Any:
    """The statements as JSON values. Whatever a rule hands over, at most 300 characters of a mail are kept of each."""
    encoded: list[dict[str, Any]] = _STATEMENTS.dump_python(statements, mode="json", exclude_defaults=True)
    for statement in encoded:
        for field in ("words", "text"):
            if len(statement.get(field, "")) > MAX_WORDS:
                statement[field] = shorten(statement[field])
    return encoded


def decode_entry(envelope: Any, statements: Any) -> Entry:
    """The inverse of both.

    Raises:
        ValueError: the values are not what `watcher.model` describes
    """
    return Entry(_ENVELOPE.validate_python(envelope), _STATEMENTS.validate_python(statements))
