"""The words of a notice, and its form for programs.

A notice names the employer and what to do. What comes from mail is cleaned again and bounded, and stands behind words
of ours, so that none of it is an option, a command or a second line. A private notice names nobody.
"""

from __future__ import annotations

import datetime as dt
import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from watcher.cadence.case import spoken
from watcher.model import Kind, StepKind
from watcher.notices.kinds import NewsKind
from watcher.notices.news import News
from watcher.text import clean_line, shorten

__all__ = ["Notice", "bounded", "notices_of", "sample", "task", "when"]

_SCHEMA: Final = 1
_SINGLY: Final = 3
"""So many pieces of news are told one by one; more in one notice that sums them up."""
_MOST: Final = 50
"""Pieces of news in the form for programs at most."""
_LONGEST_NAME: Final = 60
_NAMED: Final = 3
"""Employers that a notice of many things names."""

_TASKS: Final = {
    StepKind.THANK_YOU: "thank {}",
    StepKind.CHECK_IN: "check in with {}",
    StepKind.SECOND_CHECK_IN: "check in again with {}",
    StepKind.CALL: "call {}",
    StepKind.MOVE_ON: "move on",
    StepKind.REPLY: "reply to {}",
    StepKind.ATTEND: "meet {}",
}
_OUTCOMES: Final = {
    Kind.REJECTED: "It reads as a no.",
    Kind.FILLED: "It reads as if the position is filled.",
    Kind.OFFER: "It reads as an offer.",
    Kind.ON_HOLD: "It reads as if all is on hold.",
}
_COUNTED: Final = {
    NewsKind.DRAFT_SAVED: ("draft to read and send", "drafts to read and send"),
    NewsKind.REPLIED: ("reply", "replies"),
    NewsKind.DATE_PASSED: ("date that passed", "dates that passed"),
    NewsKind.PARKED: ("account that is parked", "accounts that are parked"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown, a line each, and the same for programs as JSON values."""

    title: str
    body: str
    form: Mapping[str, Any]


def notices_of(news: Sequence[News], now: dt.datetime, *, private: bool) -> list[Notice]:
    """The notices that tell of some news: one each, or one of all where there are many.

    Args:
        news: What to tell of, the oldest first.
        now: The moment, in the user's zone.
        private: Name nobody.
    """
    if len(news) > _SINGLY:
        return [_of_many(news, now, private=private)]
    return [_notice(*_words(one, now.date(), private=private), [one], now, private=private) for one in news]


def sample(now: dt.datetime) -> Notice:
    """A notice of nothing, to see whether it arrives."""
    return _notice("Test of your notices", "If you can read this, they reach you.", [], now, private=True)


def bounded(name: str) -> str:
    """A name from mail as it may be shown: one short line."""
    return shorten(clean_line(name), _LONGEST_NAME)


def task(kind: StepKind, who: str) -> str:
    """What there is to do with somebody: "check in with Dana Ruiz"; empty where it is nothing."""
    return _TASKS[kind].format(bounded(who) or "them") if kind in _TASKS else ""


def when(day: dt.date, today: dt.date) -> str:
    """A day in a sentence: "today", "on Tuesday 17 March"."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - today).days)
    return near or f"on {spoken(day)}"


def _notice(title: str, body: str, news: Sequence[News], now: dt.datetime, *, private: bool) -> Notice:
    told = [_form(one, private=private) for one in news[:_MOST]]
    return Notice(title, body, {"schema": _SCHEMA, "at": _iso(now), "title": title, "body": body, "news": told})


def _words(news: News, today: dt.date, *, private: bool) -> tuple[str, str]:
    """Title and body of one piece of news."""
    if news.kind is NewsKind.PARKED:
        return _of_account(news, private=private)
    employer = "an employer" if private or not news.company else bounded(news.company)
    look = f"`watcher show {news.process}`"
    if news.kind is NewsKind.DRAFT_SAVED:
        what = task(news.step, "" if private else news.who)
        said = "What to say is in Drafts." if news.step is StepKind.CALL else "It is in Drafts: read it, then send it."
        body = f"{what[:1].upper()}{what[1:]}. {said}" if what else said
        return (f"Draft for {employer}", f"{body} {look}" if private else body)
    if news.kind is NewsKind.DATE_PASSED:
        day = spoken(news.day) if news.day else "a day"
        said = f"They meant to answer by {day}. {_next(news, today)}"
        return (f"Date passed: {employer}", look if private else said.strip())
    said = f"{_from_its_first_letter(bounded(news.who)) or 'Their system'} wrote. {_next(news, today)}"
    return (f"Reply from {employer}", look if private else said.strip())


def _from_its_first_letter(name: str) -> str:
    """A name that begins a line, without the marks before it: no line of a notice may look like an option."""
    return name[next((at for at, sign in enumerate(name) if sign.isalnum()), len(name)) :]


def _of_account(news: News, *, private: bool) -> tuple[str, str]:
    if private:
        return "An account is parked", "`watcher status` tells which, and what to do."
    name = bounded(news.account)
    return f"Account {name} is parked", f"Its sign-in was refused three times: `watcher auth {shlex.quote(name)}`"


def _next(news: News, today: dt.date) -> str:
    """What is next after news of a process, as a sentence."""
    if news.kind is NewsKind.REPLIED and news.outcome in _OUTCOMES:
        return _OUTCOMES[news.outcome]
    if news.step is StepKind.REPLY and (news.due is None or news.due <= today):
        return "It is your turn to answer."
    if news.step is StepKind.ATTEND:
        return f"You meet {when(news.day, today)}." if news.kind is NewsKind.REPLIED and news.day else ""
    if news.due is None or not (what := task(news.step, "")):
        return ""
    return f"Next: {what.removesuffix(' with them')} {when(max(news.due, today), today)}."


def _of_many(news: Sequence[News], now: dt.datetime, *, private: bool) -> Notice:
    """One notice of many things."""
    counts = Counter(one.kind for one in news)
    told = ", ".join(f"{counts[kind]} {_COUNTED[kind][counts[kind] > 1]}" for kind in NewsKind if counts[kind])
    names = list(dict.fromkeys(bounded(one.company) for one in reversed(news) if one.company))
    if names and not private:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        told += f": {', '.join(names[:_NAMED])}{more}"
    return _notice(f"{len(news)} things are new", f"{told}. `watcher list` shows them.", news, now, private=private)


def _form(news: News, *, private: bool) -> dict[str, Any]:
    """One piece of news for programs; null where there is nothing, or where it would name somebody in private."""
    names = {"account": news.account, "company": news.company, "role": news.role, "who": news.who}
    return {
        "kind": news.kind,
        "at": _iso(news.at),
        "process": news.process or None,
        **{key: None if private else bounded(name) or None for key, name in names.items()},
        "step": None if news.step is StepKind.NONE else news.step,
        "due": _iso(news.due),
        "day": _iso(news.day),
        "outcome": news.outcome,
    }


def _iso(moment: dt.date | None) -> str | None:
    return moment.isoformat() if moment else None
