"""Single values change, and every other byte stays."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.config import example
from watcher.errors import WatcherError
from watcher.setup.edits import with_item, with_section, with_value, written

FILE = """\
# mine
[me]
name = "Elin"      # as I sign
addresses = ["e@x.example"]

[[accounts]]  # first
name = "home"
provider = "imap"
host = "old.example"   # the server's name
#port = 993            # which port
#[[accounts]]
#name = "other"
#host = "other.example"

[[accounts]]
name = "work"
provider = "imap"
user = 'w'
"""

values = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.integers(-(10**9), 10**9), st.booleans(),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=4),
)  # fmt: skip


@given(values)
def test_what_is_written_is_read_back(value):
    assert tomllib.loads(f"x = {written(value)}")["x"] == value


def changed_lines(before: str, after: str) -> list[str]:
    old = before.splitlines()
    return [line for line in after.splitlines() if line not in old]


def test_a_value_changes_and_its_comment_stays_in_place():
    after = with_value(FILE, ("accounts", 0, "host"), "n.example")
    assert changed_lines(FILE, after) == ['host = "n.example"     # the server\'s name']
    assert after.count("\n") == FILE.count("\n")


def test_a_longer_value_pushes_its_comment():
    after = with_value(FILE, ("me", "name"), "Elin Sorley of Bristol")
    assert changed_lines(FILE, after) == ['name = "Elin Sorley of Bristol"  # as I sign']


def test_what_is_commented_out_comes_into_force():
    after = with_value(FILE, ("accounts", 0, "port"), 143)
    assert changed_lines(FILE, after) == ["port = 143             # which port"]


def test_a_commented_section_is_no_part_of_the_one_before_it():
    after = with_value(FILE, ("accounts", 1, "host"), "w.example")
    assert '#host = "other.example"' in after
    assert tomllib.loads(after)["accounts"][1]["host"] == "w.example"


def test_what_is_missing_comes_behind_the_provider():
    after = with_value(FILE, ("accounts", 1, "port"), 143)
    assert 'provider = "imap"\nport = 143\nuser' in after


@pytest.mark.parametrize(
    "array",
    [
        '["a@x.example"]',
        '[ "a@x.example", ]  # all',
        '[\n  "a@x.example", # home\n  "b@x.example"  # work ]\n]',
        '[\n  "a@x.example",\n  "]",\n] # "c@x.example"]',
        "['a@x.example']",
    ],
)
def test_one_more_item_comes_to_the_end_of_a_list(array):
    text = f'[me]\nname = "E"\naddresses = {array}\n# end\n[scan]\n'
    after = with_item(text, ("me", "addresses"), "new@x.example")
    assert tomllib.loads(after)["me"]["addresses"] == [*tomllib.loads(text)["me"]["addresses"], "new@x.example"]
    for comment in ("# home", "# work", "# all", "# end"):
        assert (comment in after) == (comment in text)
    assert len(after) - len(text) <= len(', "new@x.example"')


def test_line_ends_of_another_system_stay():
    text = FILE.replace("\n", "\r\n")
    after = with_value(with_value(text, ("accounts", 0, "host"), "n.example"), ("accounts", 1, "port"), 143)
    after = with_section(after, "[[accounts]]", ["name = 1"])
    assert after.count("\r\n") == after.count("\n")


@pytest.mark.parametrize("text", ["", "[me]\n", "[me]"])
def test_a_section_comes_to_the_end(text):
    assert with_section(text, "[[accounts]]", ["name = 1"]).startswith(text)
    assert tomllib.loads(with_section(text, "[[accounts]]", ["name = 1"]))["accounts"] == [{"name": 1}]


def test_what_cannot_be_changed_safely_is_left_to_the_user():
    text = 'me = { name = "Elin" }\n'
    with pytest.raises(WatcherError, match="cannot be changed safely") as raised:
        with_value(text, ("me", "name"), "Sam")
    assert raised.value.hint == 'write it there yourself: name = "Sam"'


@given(st.sampled_from([("me", "name"), ("me", "signature"), ("state", "path"), ("accounts", 0, "host"),
                        ("accounts", 0, "port"), ("accounts", 0, "drafts"), ("accounts", 0, "password_command")]), values)  # fmt: skip
def test_in_the_example_any_value_can_be_set_and_nothing_else_changes(where, value):
    text = example()
    after = with_value(text, where, value)
    data, section = tomllib.loads(after), tomllib.loads(after)
    for part in where[:-1]:
        section = section[part]
    assert section[where[-1]] == value
    assert len(changed_lines(text, after)) <= 1
    before = tomllib.loads(text)
    assert {key for key in data if data[key] != before[key]} <= {where[0]}
