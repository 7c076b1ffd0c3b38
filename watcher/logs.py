"""The log of the daemon: one line a record, on stderr; whoever runs it keeps and rotates it.

Above debug a record holds what is listed here and nothing else: no subject, no body, no address, not in what a server
said either. On any level each value is one line without controls, and no secret is ever handed to the log.
What other libraries log is not shown: none of them was written to be careful with mail.
"""

from __future__ import annotations

import logging
import re
from collections.abc import MutableMapping
from typing import Any, Final, Protocol, TextIO

from watcher.text import clean_line

__all__ = ["Log", "start_log"]

_KEYS: Final = frozenset(
    "account accounts at by channel created error failures file hint interval kind new next pid place processes process"
    " quarantined seconds state step trouble units version waiting withdrawn".split()
)
"""What a record above debug may hold besides its event, level and timestamp."""
_LONGEST: Final = 300
_ADDRESS = re.compile(r"[^\s@<>\"'(,;:=]+@[^\s@<>\"'),;:]+")


class Log(Protocol):
    """What the daemon needs of a logger; structlog's has more."""

    def bind(self, **values: object) -> Log: ...

    def debug(self, event: str, **values: object) -> object: ...

    def info(self, event: str, **values: object) -> object: ...

    def warning(self, event: str, **values: object) -> object: ...

    def error(self, event: str, **values: object) -> object: ...


def start_log(stream: TextIO, *, as_json: bool, verbose: bool) -> Log:
    """Begin to log to a stream, and give the log.

    Args:
        stream: Where lines go.
        as_json: Write each record as a JSON object, else as key=value pairs (logfmt).
        verbose: Records of level debug as well.
    """
    import structlog

    logging.captureWarnings(capture=True)
    root = logging.getLogger()
    root.handlers[:] = [logging.NullHandler()]
    renderer: Any = structlog.processors.JSONRenderer(ensure_ascii=False)
    if not as_json:
        renderer = structlog.processors.LogfmtRenderer(
            key_order=["timestamp", "level", "event", "account"], drop_missing=True
        )
    log: Log = structlog.wrap_logger(
        structlog.WriteLogger(stream),
        processors=[
            structlog.processors.add_log_level,
            _fitting,
            structlog.processors.TimeStamper("%Y-%m-%dT%H:%M:%SZ", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if verbose else logging.INFO),
        cache_logger_on_first_use=True,
    )
    return log


def _fitting(_logger: object, _method: str, record: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The record without what does not belong into a log."""
    level = record["level"]
    fitting: dict[str, Any] = {}
    for key, value in record.items():
        if level != "debug" and key not in _KEYS and key not in ("event", "level"):
            continue
        if isinstance(value, int | float) or value is None:
            fitting[key] = value
        else:
            text = clean_line(str(value), _LONGEST)
            fitting[key] = text if level == "debug" else _ADDRESS.sub("(an address)", text)
    return fitting
