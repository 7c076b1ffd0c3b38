"""The end of a log that is a file."""

import datetime as dt

import pytest

from watcher.errors import WatcherError
from watcher.service.logfile import tail


def test_the_last_lines_come_with_their_time(tmp_path):
    log = tmp_path / "watcher.log"
    log.write_text(
        "timestamp=2026-03-16T09:00:11Z level=info event=started\nwatcher: \x1b[1mno\x07 such file\n"
        "timestamp=soon level=info\ntimestamp=2026-03-16T09:00:12Z level=info event=ended\n"
    )
    first, *_, last = tail(log, 4)
    assert (first.at, first.text) == (dt.datetime(2026, 3, 16, 9, 0, 11, tzinfo=dt.UTC), "level=info event=started")
    assert [entry.text for entry in tail(log, 3)][:2] == ["watcher: [1mno such file", "timestamp=soon level=info"]
    assert tail(log, 1) == [last]


def test_of_a_very_long_one_the_end_is_read(tmp_path):
    log = tmp_path / "watcher.log"
    log.write_text("x" * (3 << 20) + "\nthe end\n")
    assert [entry.text for entry in tail(log, 1)] == ["the end"]


def test_none_yet_is_no_trouble_and_one_that_cannot_be_read_is(tmp_path):
    assert tail(tmp_path / "none", 5) == []
    with pytest.raises(WatcherError, match="cannot be read"):
        tail(tmp_path, 5)
