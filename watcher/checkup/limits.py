"""A limit to what may wait for ever."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

__all__ = ["Begun", "begin", "within"]

_T = TypeVar("_T")
Begun = Future[_T]


def begin(question: Callable[[], _T], name: str = "doctor") -> Begun[_T]:
    """Have it answered in a thread of its own, which the end of the program does not wait for."""
    answer: Future[_T] = Future()

    def ask() -> None:
        try:
            answer.set_result(question())
        except BaseException as error:  # noqa: BLE001  whoever waits for the answer gets it
            answer.set_exception(error)

    threading.Thread(target=ask, name=name, daemon=True).start()
    return answer


def within(seconds: float, question: Callable[[], _T]) -> _T:
    """The answer.

    Raises:
        TimeoutError: there is none in that time
        whatever the question raises
    """
    return begin(question).result(seconds)
