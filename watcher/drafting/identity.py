"""The Message-ID of a draft: the same for the same step, so that a draft is found again even if the state is lost."""

from __future__ import annotations

import hashlib

from watcher.model import StepKind

__all__ = ["message_id"]


def message_id(account: str, kind: StepKind, anchor: str, attempt: int, domain: str) -> str:
    """`<watcher.{32 hex digits}@{domain}>`, made of what identifies the step and of nothing else.

    Args:
        account: The account's name.
        kind: The step's kind.
        anchor: What the step follows.
        attempt: From 1; higher where an earlier draft of the same step was withdrawn.
        domain: That of the address of mine it is written from.
    """
    parts = "\0".join((account, kind.value, anchor, str(attempt)))
    return f"<watcher.{hashlib.sha256(parts.encode()).hexdigest()[:32]}@{domain}>"
