"""What a thread and a process have in common, in figures."""

from tests.unit.builders import DANA, ME, OMAR, mail, says
from watcher.matching.comparison import compare
from watcher.matching.profile import Profile, profile
from watcher.matching.threads import threads
from watcher.model import Entry, Kind


def about(*entries: Entry) -> Profile:
    return profile(threads(entries), ME, frozenset())


def role(name: str) -> Profile:
    return about(mail(1, "2026-03-01 10:00", DANA, says(Kind.NAMES_ROLE, text=name), subject="a"))


def test_positions_agree_differ_or_say_too_little() -> None:
    own = role("Data Scientist")

    verdicts = [each["position"] for each in compare(own, [role("Data Scientist"), role("Chef"), about()])]

    assert verdicts == [1.0, -1.0, 0.0]


def test_what_one_process_has_and_no_other_is_counted_for_it_alone() -> None:
    trams = mail(1, "2026-03-01 10:00", DANA, says(Kind.MENTIONS, text="Trams Lisbon"), subject="a")
    boats = mail(2, "2026-03-01 10:00", OMAR, says(Kind.MENTIONS, text="Boats Lisbon"), subject="b")
    later = mail(3, "2026-03-04 10:00", OMAR, says(Kind.MENTIONS, text="Trams Lisbon"), subject="c")

    first, second = compare(about(later), [about(trams), about(boats)])

    assert first["names_of_it_alone"] == second["names_of_it_alone"] + 1
    assert (first["addresses"], second["addresses"]) == (0, 1)
    assert first["more_addresses"] == -1
    assert second["more_addresses"] == 1


def test_of_a_single_process_nothing_is_more_than_of_others() -> None:
    (only,) = compare(role("Chef"), [role("Chef")])

    assert not [name for name in only if name.startswith("more_")]


def test_long_ago_is_long_ago() -> None:
    old = about(mail(1, "2024-03-01 10:00", DANA))
    (told,) = compare(about(mail(2, "2026-03-01 10:00", DANA)), [old])

    assert told["days_since"] == 60
