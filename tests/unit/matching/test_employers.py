"""Which of the names in a process is its employer's, by rules and by what was learned."""

from __future__ import annotations

import json
from importlib.resources import files

from tests.unit.builders import DANA, ME, mail, says
from watcher.matching.called import likely_companies, sightings
from watcher.matching.employers import Candidates, candidates, employer_of
from watcher.matching.forest import Forest
from watcher.matching.profile import Profile, profile
from watcher.matching.threads import threads
from watcher.model import Confidence, Entry, Kind, Statement

OFTEN_SEEN = Forest(("seen_often",), [((0, 1.0, 1, 2), -0.5, 1.0)])
"""What learned that the employer's name is seen in more mails than one."""
BLANK = Forest((), [])
"""What learned nothing."""


def about(*entries: Entry) -> Profile:
    return profile(threads(entries), ME, frozenset())


def named(name: str, confidence: Confidence = Confidence.SURE, rule: str = "company.at") -> Statement:
    return says(Kind.NAMES_COMPANY, text=name, confidence=confidence, rule=rule)


def seen(name: str, confidence: Confidence = Confidence.SURE) -> Statement:
    return says(Kind.MAY_NAME_COMPANY, text=name, confidence=confidence, rule="reads_as_name.words")


def choice(*entries: Entry) -> Candidates:
    return candidates(about(*entries), {}, sightings(entries))


TOWN = (
    mail(1, "2026-03-02 10:00", DANA, named("Masham", rule="signature"), seen("Hoyle's Puddings")),
    mail(2, "2026-03-03 10:00", DANA, seen("Hoyle's Puddings"), seen("Masham", Confidence.UNCLEAR)),
)


def test_all_names_that_anything_tells_are_weighed() -> None:
    found = choice(*TOWN)

    assert found.ruled == "Masham"
    assert set(found.names) == {"Masham", "Hoyle's Puddings", "Acme Robotics"}  # the last by the mail domain


def test_a_name_is_held_against_the_others() -> None:
    found = choice(*TOWN)
    figures = dict(zip(found.names, found.figures, strict=True))

    assert figures["Masham"]["told_share"] == 1.0
    assert figures["Masham"]["seen_best"] == -0.9
    assert figures["Masham"]["seen_best_behind"] == 1
    assert figures["Hoyle's Puddings"]["seen_best_lead"] == 2.9
    assert figures["Hoyle's Puddings"]["exactly_often"] == 2


def test_what_was_learned_overrules_rules_where_it_is_sure_enough() -> None:
    assert employer_of(about(*TOWN), {}, sightings(TOWN), OFTEN_SEEN) == "Hoyle's Puddings"
    assert employer_of(about(*TOWN), {}, sightings(TOWN[:1]), OFTEN_SEEN) == "Masham"


def test_a_name_keeps_the_accents_that_one_of_them_writes() -> None:
    trust = (
        mail(1, "2026-03-02 10:00", DANA, named("Totara Stream Trust"), named("Totara Stream Trust", rule="subject")),
        mail(2, "2026-03-03 10:00", DANA, named("Tōtara Stream Trust", rule="signature")),
    )

    assert employer_of(about(*trust), {}, (), BLANK) == "Tōtara Stream Trust"


def test_where_nothing_was_learned_rules_say() -> None:
    assert employer_of(about(*TOWN), {}, sightings(TOWN), BLANK) == "Masham"


def test_nothing_is_called_nothing() -> None:
    nobody = mail(1, "2026-03-02 10:00", DANA.__class__("jo@gmail.com", "Jo"))

    assert employer_of(about(nobody), {}, sightings([nobody])) == ""


def test_what_reads_like_a_name_helps_rules_only_where_none_is_sure() -> None:
    sure = mail(1, "2026-03-02 10:00", DANA, named("Vantry Foods"), seen("Kudipoint"))
    of_an_agency = mail(2, "2026-03-03 10:00", DANA, named("Bluffside Search", rule="agency.signs"), seen("Marquart"))

    assert likely_companies([sure], frozenset(), ()) == ()
    assert likely_companies([of_an_agency], frozenset(), ()) == (("Marquart", 1.0),)


def test_each_figure_that_was_learned_from_is_counted() -> None:
    learned = json.loads(files("watcher.matching").joinpath("employers.json").read_text(encoding="utf-8"))

    assert set(learned["features"]) == set(choice(*TOWN).figures[0])
