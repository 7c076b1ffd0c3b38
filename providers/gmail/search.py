"""What is sought, in the words of Gmail's search box.

https://support.google.com/mail/answer/7190. Only operators described there: after:, in:, from:, category:, a leading
minus, quotes, and braces for "any of". A moment is in seconds since 1970, since a date would be midnight in California
(https://developers.google.com/workspace/gmail/api/guides/filtering).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["discarded", "everything", "mine", "telling"]

_LEFT_OUT = "-in:chats -in:drafts"  # spam and trash are not searched unless asked for
_WORD = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_SENDER = re.compile(r"(?:[a-z0-9][a-z0-9._+-]{0,63}@)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*")
_LENGTH = 1000
"""Characters of one query. Google's library turns a GET of more than 2,048 into a POST, which is not on our list."""


def everything(since: dt.datetime) -> str:
    """Whatever arrived since, in the inbox, sent or filed; perhaps a little of what came before."""
    return f"after:{int(since.timestamp()) - 1} {_LEFT_OUT}"


def mine(since: dt.datetime) -> str:
    """What I sent."""
    return f"after:{int(since.timestamp()) - 1} in:sent"


def telling(since: dt.datetime, words: Iterable[str], senders: Iterable[str]) -> Iterator[str]:
    """What has one of these words or senders, bulk mail that Gmail filed under promotions apart.

    What is no plain word or address is left out, so that nothing in it is taken for an operator.
    """
    start = f"{everything(since)} -category:promotions"
    quoted = [f'"{word}"' if " " in word else word for word in words if _WORD.fullmatch(word)]
    named = [f"from:{sender}" for sender in senders if _SENDER.fullmatch(sender)]
    for terms in (quoted, named):
        for some in _within(terms, _LENGTH - len(start) - 3):
            yield f"{start} {{{' '.join(some)}}}"


def discarded(message_id: str) -> str:
    """A message in Trash by its Message-ID."""
    return f"in:trash rfc822msgid:{message_id.strip('<>')}"


def _within(terms: Sequence[str], length: int) -> Iterator[list[str]]:
    """The terms in groups, none longer than so many characters when joined."""
    group: list[str] = []
    for term in terms:
        if group and sum(map(len, group)) + len(group) + len(term) > length:
            yield group
            group = []
        group.append(term)
    if group:
        yield group
