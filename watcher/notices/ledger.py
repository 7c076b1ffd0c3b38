"""What was told, kept in the state, so that each thing is told once over all restarts.

News is marked before it is handed to a channel: who is killed in that moment may tell it never, and none tells it
twice. Whatever waits for the end of quiet hours is not marked, and found anew after a restart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from watcher.notices.news import News, fresh, news_of
from watcher.scan import Process
from watcher.store import Store

__all__ = ["claim", "unheard"]


def unheard(
    account: str, found: Sequence[Process], store: Store, began: dt.datetime, now: dt.datetime, zone: ZoneInfo
) -> tuple[News, ...]:
    """What is new in an account and not told yet; where nothing is, that it was looked at is kept.

    The first look at an account marks all of its past as told.

    Args:
        account: Its name.
        found: Its processes as a scan left them.
        store: The state, of this thread.
        began: When the scan began.
        now: The moment that the scan was of.
        zone: Whose days they are.

    Raises:
        StateError: it cannot be read or written
    """
    told = store.told(account)
    there = news_of(found, store.drafts(account), now, zone)
    new = fresh(there, told, began)
    if told.until is None:
        past = [key for news in there if news not in new for key in news.keys]
        store.keep_told(account, past, began, until=began)
    elif not new:
        store.keep_told(account, (), began, until=began)
    return new


def claim(
    account: str, news: Sequence[News], store: Store, now: dt.datetime, looked: dt.datetime | None
) -> tuple[News, ...]:
    """Mark news as told; those of it that nobody marked before, which are now to be told.

    Args:
        account: Its name.
        news: Of this account.
        store: The state, of this thread.
        now: When it is told.
        looked: When the look that found it began; None where it comes of no look at mail.

    Raises:
        StateError: it cannot be marked, so nothing is to be told
    """
    told = store.told(account)
    ours = tuple(each for each in news if not told.keys.issuperset(each.keys))
    store.keep_told(account, [key for each in ours for key in each.keys], now, until=looked)
    return ours
