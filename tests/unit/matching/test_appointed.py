"""Which hour a message books, by rules and by what was learned."""

from __future__ import annotations

import datetime as dt
import json
from importlib.resources import files

from tests.unit.builders import DANA, MINE, mail, moment, says
from watcher.matching.appointed import Candidates, Standing, appointed, candidates
from watcher.matching.bookings import Bookings
from watcher.matching.forest import Forest
from watcher.model import Confidence, Entry, Kind, Statement

NOTHING = Standing((), None, 0, (), (), (), moving=False, settled=False)
OF_THEIRS = Forest(("of theirs",), [((0, 0.5, 1, 2), -3.0, 2.0)])
"""What learned that we meet at what they offered, and at nothing else."""
BLANK = Forest((), [])
"""What learned nothing."""
WHOLE = says(Kind.SOUNDS_LIKE, text="interview=6.2 asks_me=2.0")


def at(start: str, kind: Kind = Kind.INTERVIEW, **values: object) -> Statement:
    return says(kind, start=moment(start), **values)


def standing(*proposed: Statement, ahead: tuple[dt.datetime, ...] = ()) -> Standing:
    return Standing(ahead, ahead[-1] if ahead else None, 0, proposed, (), (), moving=False, settled=False)


def starts(found: Candidates) -> list[str]:
    return [f"{time.start:%m-%d %H:%M}" for time in found.times]


YES = mail(1, "2026-03-02 10:00", MINE, says(Kind.AGREES, words="Fine by me."), WHOLE)
FRIDAY = at("2026-03-06 14:00", Kind.PROPOSES, words="Friday at two?")


def test_all_hours_are_looked_at_that_a_message_may_mean() -> None:
    theirs = mail(
        1,
        "2026-03-02 10:00",
        DANA,
        at("2026-03-04 09:00", Kind.NAMES_TIME),
        says(Kind.NAMES_TIME, day=dt.date(2026, 3, 5)),
        says(Kind.NAMES_TIME, text="16:30 screen"),
    )

    found = starts(candidates(theirs, standing(FRIDAY), []))

    assert found[0] == "03-04 09:00"
    assert "03-05 14:00" in found  # the day, at the hour that stood offered
    assert "03-06 16:30" in found  # the hour, on the day that stood offered
    assert "03-06 14:00" in found


def test_what_is_booked_or_over_need_not_be_booked() -> None:
    assert starts(candidates(YES, standing(FRIDAY, ahead=(moment("2026-03-06 14:00"),)), [])) == []
    assert starts(candidates(YES, standing(at("2026-03-01 14:00")), [])) == []


def test_what_rules_book_is_always_looked_at() -> None:
    assert starts(candidates(YES, NOTHING, [at("2026-03-01 14:00")])) == ["03-01 14:00"]


def test_what_was_learned_books_where_no_rule_does_in_the_words_of_the_message() -> None:
    (booked,) = appointed(YES, standing(FRIDAY), [], OF_THEIRS)

    assert (booked.kind, booked.start, booked.words) == (Kind.INTERVIEW, FRIDAY.start, "Fine by me.")


def test_what_was_learned_takes_back_what_a_rule_books_where_it_is_sure_enough() -> None:
    other = at("2026-03-04 09:00")

    assert appointed(YES, NOTHING, [other], OF_THEIRS) == []
    assert appointed(YES, NOTHING, [other], BLANK) == [other]


def test_a_calendar_and_several_hours_speak_for_themselves() -> None:
    event = mail(1, "2026-03-02 10:00", DANA, at("2026-03-04 09:00", uid="a"), WHOLE)
    two = [at("2026-03-04 09:00"), at("2026-03-05 09:00")]

    assert appointed(event, standing(FRIDAY), [at("2026-03-04 09:00")], OF_THEIRS) == [at("2026-03-04 09:00")]
    assert appointed(YES, standing(FRIDAY), two, OF_THEIRS) == two


def test_of_a_message_that_was_not_judged_rules_say() -> None:
    unjudged = Entry(YES.envelope, YES.statements[:1])

    assert appointed(unjudged, standing(FRIDAY), [], OF_THEIRS) == []


def test_how_an_hour_sounds_beside_the_others_is_counted() -> None:
    nine, two = at("2026-03-04 09:00", Kind.NAMES_TIME), at("2026-03-04 14:00", confidence=Confidence.LIKELY)
    odds = [says(Kind.SOUNDS_LIKE, text=f"{s.start.isoformat()}={v}") for s, v in ((nine, -2.0), (two, 1.5)) if s.start]
    entry = mail(1, "2026-03-02 10:00", DANA, nine, two, WHOLE, *odds)

    found = candidates(entry, NOTHING, [two])
    figures = dict(zip(starts(found), found.figures, strict=True))

    assert figures["03-04 14:00"]["hour leads"] == 3.5
    assert figures["03-04 09:00"]["hour sounds"] == -2.0
    assert figures["03-04 09:00"]["later here"] == 1
    assert figures["03-04 09:00"]["sounds interview"] == 6.2
    assert [figures[start]["by rule"] for start in ("03-04 09:00", "03-04 14:00")] == [0, 2]


def test_a_process_is_read_by_whatever_weighs() -> None:
    bookings = Bookings(lambda entry, before, ruled: appointed(entry, before, ruled, OF_THEIRS))
    for entry in (mail(1, "2026-03-01 10:00", DANA, FRIDAY, says(Kind.ASKS_ME)), YES):
        bookings.read(entry, lambda _statement, _effect: None)

    assert [interview.start for interview in bookings.interviews()] == [FRIDAY.start]


def test_what_a_rule_would_have_booked_is_explained() -> None:
    told = list[str]()
    bookings = Bookings(lambda entry, before, ruled: appointed(entry, before, ruled, OF_THEIRS))
    bookings.read(
        mail(1, "2026-03-01 10:00", DANA, at("2026-03-04 09:00"), WHOLE), lambda _, effect: told.append(effect)
    )

    assert told == ["books nothing, by how the whole sounds"]
    assert bookings.interviews() == ()


def test_each_figure_that_was_learned_from_is_counted() -> None:
    learned = json.loads(files("watcher.matching").joinpath("appointed.json").read_text(encoding="utf-8"))
    (figures,) = candidates(YES, standing(FRIDAY), []).figures

    counted = {name for name in learned["features"] if not name.startswith("sounds ")}
    assert counted == {name for name in figures if not name.startswith("sounds ")}
    assert {name.removeprefix("sounds ") for name in learned["features"]} - counted <= set(Kind)
