"""Which process a thread is of, by rules and by what was learned of many mailboxes."""

import json
from importlib.resources import files

from tests.unit.builders import DANA, ME, OMAR, mail, says
from watcher.matching.comparison import compare
from watcher.matching.forest import Forest
from watcher.matching.grouping import group
from watcher.matching.linkage import by_rules, likeliest
from watcher.matching.profile import Profile, profile
from watcher.matching.threads import threads
from watcher.model import Address, Entry, Kind

HEADHUNTER = Address("lorne@search.example", "Lorne Baptiste")
OWN_ADDRESS = Forest(("addresses",), [((0, 0.5, 1, 2), -5.0, 2.0)])
"""What learned that nobody writes of a process from an address that it does not have."""


def about(*entries: Entry) -> Profile:
    return profile(threads(entries), ME, frozenset())


def of_dana() -> Profile:
    return about(mail(1, "2026-03-01 10:00", DANA, says(Kind.HIRING)))


def of_lorne() -> Profile:
    return about(mail(2, "2026-03-02 10:00", HEADHUNTER, says(Kind.HIRING)))


def test_what_is_likelier_than_not_is_found_where_rules_see_nothing() -> None:
    again = about(mail(3, "2026-03-09 10:00", HEADHUNTER))

    assert likeliest(OWN_ADDRESS)(again, [of_dana(), of_lorne()], None) == 1
    assert likeliest(OWN_ADDRESS)(again, [of_dana()], None) is None


def test_rules_are_believed_unless_it_is_all_but_impossible() -> None:
    omar = about(mail(3, "2026-03-09 10:00", OMAR))
    doubtful, impossible = (Forest(("addresses",), [((0, 0.5, 1, 2), odds, 2.0)]) for odds in (-2.9, -3.1))

    assert likeliest(doubtful)(omar, [of_dana(), of_lorne()], 0) == 0
    assert likeliest(impossible)(omar, [of_dana(), of_lorne()], 0) is None
    assert by_rules(omar, [of_dana(), of_lorne()], 0) == 0


def test_what_is_surely_of_another_is_taken_from_the_one_that_rules_say() -> None:
    again = about(mail(3, "2026-03-09 10:00", HEADHUNTER))

    assert likeliest(OWN_ADDRESS)(again, [of_dana(), of_lorne()], 0) == 1


def test_each_figure_that_was_learned_from_is_counted() -> None:
    learned = json.loads(files("watcher.matching").joinpath("linkage.json").read_text(encoding="utf-8"))
    counted = compare(of_lorne(), [of_dana(), of_lorne()])[0]

    assert set(learned["features"]) == set(counted)


def test_who_wrote_before_goes_on_and_a_stranger_does_not() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, says(Kind.HIRING), subject="a")
    again = mail(2, "2026-03-09 10:00", DANA, says(Kind.HIRING), subject="b")
    stranger = mail(3, "2026-03-09 10:00", Address("shop@zanzibar.example", "Shop"), subject="c")

    (members,) = group(threads([first, again, stranger]), ME, frozenset())

    assert [e.envelope.ref for thread in members for e in thread.entries] == ["1", "2"]
