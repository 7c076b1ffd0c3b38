"""Gmail's search, as far as it is documented well enough to be sure; anything else is refused, never guessed.

Operators: <https://support.google.com/mail/answer/7190>; seconds since 1970 in `after:` and `before:`, and no aliases
behind `from:me`: <https://developers.google.com/workspace/gmail/api/guides/filtering>.

    word "some words" from: to: cc: bcc: subject: in: is: category: label: rfc822msgid: after: before:
    -term   {any of these}   (all of these)   (one OR another)

Where the documentation leaves a doubt, this search finds less than Gmail may, so that a client is right either way:
`after:` and `before:` leave out the second they name; `to:` looks at To alone; OR beside other terms needs brackets;
trash and spam are there only for a caller that asks for them with includeSpamTrash as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.servers.gmail.errors import ApiError
from tests.servers.gmail.index import Entry, words

__all__ = ["Matcher", "matcher"]

Matcher = Callable[[Entry], bool]

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>-?(?:[a-z0-9_]+:)?[({])
      | (?P<close>[)}])
      | (?P<term>-?(?:[a-z0-9_]+:)?(?:"[^"]*"|[^\s(){}"]+))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TERM = re.compile(r"(?P<minus>-?)(?:(?P<name>[a-z0-9_]+):)?(?P<value>.*)", re.IGNORECASE | re.DOTALL)
_IN = {
    "inbox": "INBOX",
    "sent": "SENT",
    "draft": "DRAFT",
    "drafts": "DRAFT",
    "spam": "SPAM",
    "trash": "TRASH",
    "chats": "CHAT",
}
_HIDDEN = {("in", "spam"), ("in", "trash"), ("in", "anywhere")}
_IS = {"unread": "UNREAD", "starred": "STARRED", "important": "IMPORTANT"}
_CATEGORY = {
    "primary": "PERSONAL",
    "social": "SOCIAL",
    "promotions": "PROMOTIONS",
    "updates": "UPDATES",
    "forums": "FORUMS",
}
_TEXT_FIELDS = frozenset({"from", "to", "cc", "bcc", "subject"})
_OPERATORS = _TEXT_FIELDS | {"in", "is", "category", "label", "rfc822msgid", "after", "before"}


def matcher(query: str, me: str, label_ids: dict[str, str], *, everywhere: bool) -> Matcher:
    """What tells whether a message is found.

    Args:
        query: As in the `q` parameter.
        me: The address behind `from:me` and `to:me`.
        label_ids: The ids of the user's labels by their names in lower case.
        everywhere: Whether spam and trash are searched too.

    Raises:
        ApiError: 501, it holds something that this search is not sure about
    """
    return _Parser(query, me, label_ids, everywhere=everywhere).whole()


class _Parser:
    def __init__(self, query: str, me: str, label_ids: dict[str, str], *, everywhere: bool) -> None:
        self._query = query
        self._everywhere = everywhere
        self._me = me
        self._label_ids = label_ids
        self._tokens = list(self._scanned())

    def _scanned(self) -> list[tuple[str, str]]:
        tokens, at = [], 0
        text = self._query.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if not found:
                raise self._unsure(f"what begins at {text[at : at + 20]!r}")
            tokens.append((str(found.lastgroup), found[str(found.lastgroup)]))
            at = found.end()
        return tokens

    def whole(self) -> Matcher:
        found = self._group("", field="")
        if self._tokens:
            raise self._unsure("a bracket that nothing opens")
        return found

    def _group(self, closing: str, *, field: str) -> Matcher:
        """Terms up to the closing bracket, or to the end; all of them must match, in braces or with OR any."""
        terms: list[Matcher] = []
        ors = 0
        while self._tokens:
            kind, token = self._tokens.pop(0)
            if kind == "close":
                if token != closing:
                    raise self._unsure("brackets that do not match")
                break
            if token == "OR":
                ors += 1
                if len(terms) != ors:
                    raise self._unsure("OR without a term on either side, or beside terms without it")
            elif token in ("AND", "AROUND"):
                raise self._unsure(token)
            else:
                if ors and len(terms) > ors:
                    raise self._unsure("OR beside terms without it: put them in brackets")
                terms.append(self._opened(token, field) if kind == "open" else self._term(token, field))
        else:
            if closing:
                raise self._unsure("a bracket that nothing closes")
        if (ors and len(terms) != ors + 1) or (closing and not terms):
            raise self._unsure("OR or brackets without a term")
        if closing == "}" and ors:
            raise self._unsure("OR within braces")
        together = any if ors or closing == "}" else all
        return lambda entry: together(term(entry) for term in terms)

    def _opened(self, token: str, field: str) -> Matcher:
        minus, name = token.startswith("-"), token.strip("-({").rstrip(":").lower()
        if name and (name not in _TEXT_FIELDS or field):
            raise self._unsure(f"{name}: before a bracket")
        inner = self._group(")" if token.endswith("(") else "}", field=name or field)
        return (lambda entry: not inner(entry)) if minus else inner

    def _term(self, token: str, field: str) -> Matcher:
        found = _TERM.fullmatch(token)
        assert found
        name, value = (found["name"] or "").lower(), found["value"]
        if name and (name not in _OPERATORS or field):
            raise self._unsure(f"{name}:")
        if (name, value.lower()) in _HIDDEN and not found["minus"] and not self._everywhere:
            raise self._unsure(f"in:{value} without includeSpamTrash")
        inner = self._operator(name or field, value)
        return (lambda entry: not inner(entry)) if found["minus"] else inner

    def _operator(self, name: str, value: str) -> Matcher:
        if not name or name in _TEXT_FIELDS:
            return self._text(name, value)
        if name in ("after", "before"):
            return self._time(name, value)
        if name == "rfc822msgid":
            wanted = value.strip('"').strip("<>")
            return lambda entry: entry.message_id.strip("<>") == wanted
        value = value.strip('"').lower()
        if name == "in" and value == "anywhere":
            return lambda _: True
        if name == "is" and value == "read":
            return lambda entry: "UNREAD" not in entry.labels
        label = {
            "in": _IN.get(value),
            "is": _IS.get(value),
            "category": f"CATEGORY_{_CATEGORY[value]}" if value in _CATEGORY else None,
            "label": self._label_ids.get(value),
        }[name]
        if label is None:
            raise self._unsure(f"{name}:{value}")
        return lambda entry: label in entry.labels

    def _text(self, field: str, value: str) -> Matcher:
        if field in ("from", "to", "cc", "bcc") and value.lower() == "me":
            value = self._me
        if value[:1] in ("+", "-") or re.search(r"[*:]", value) or not words(value).strip():
            raise self._unsure(repr(value))
        wanted = words(value)
        if field:
            return lambda entry: wanted in entry.fields[field]
        return lambda entry: wanted in entry.text

    def _time(self, name: str, value: str) -> Matcher:
        if not re.fullmatch(r"\d{9,11}", value):
            raise self._unsure(f"{name}: with anything but seconds since 1970")
        second = int(value)
        if name == "after":
            return lambda entry: entry.received_ms // 1000 > second
        return lambda entry: entry.received_ms // 1000 < second

    def _unsure(self, what: str) -> ApiError:
        return ApiError(501, "unsupported", f"this test server's search knows nothing of {what}; in {self._query!r}")
