"""The log: a line a record, and of mail and secrets nothing that does not belong there."""

from __future__ import annotations

import io
import json
import logging
import warnings
from collections.abc import Iterator
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.logs import start_log


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Logging as the other tests have it."""
    root = logging.getLogger()
    handlers = list(root.handlers)
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers


def logged(level: str, *, as_json: bool = True, verbose: bool = True, **values: object) -> str:
    stream = io.StringIO()
    getattr(start_log(stream, as_json=as_json, verbose=verbose), level)("polled", **values)
    return stream.getvalue()


def test_a_record_has_its_moment_level_and_event():
    record = json.loads(logged("info", account="home", new=3))
    assert record.pop("timestamp").endswith("Z")
    assert record == {"level": "info", "event": "polled", "account": "home", "new": 3}


def test_for_people_it_is_key_and_value():
    line = logged("warning", as_json=False, account="home", trouble="no answer")
    assert line.endswith('Z level=warning event=polled account=home trouble="no answer"\n')


@pytest.mark.parametrize("level", ["info", "warning", "error"])
def test_above_debug_there_is_no_subject_no_body_and_no_address(level):
    line = logged(
        level, subject="Your interview", body="Dear Sam", trouble='no user "sam@home.example", said <a@b.example>'
    )
    assert "interview" not in line
    assert "Dear" not in line
    assert "@" not in line
    assert "(an address)" in line


def test_debug_shows_more_to_who_asks_for_it_alone():
    assert "Acme" in logged("debug", company="Acme")
    assert logged("debug", verbose=False, company="Acme") == ""


@given(st.text(), st.booleans(), st.sampled_from(["debug", "info"]))
def test_whatever_is_logged_is_one_line_without_controls(text, as_json, level):
    line = logged(level, as_json=as_json, trouble=text)
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert not {category(sign) for sign in line[:-1]} & {"Cc", "Cs", "Zl", "Zp"}
    assert len(line) < 2_000


def test_other_libraries_are_not_heard(capsys):
    start_log(io.StringIO(), as_json=True, verbose=True)
    logging.getLogger("imapclient").error("LOGIN sam secret")
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.warn("secret", stacklevel=1)
    assert "secret" not in "".join(capsys.readouterr())
