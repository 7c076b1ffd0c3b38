"""What the whole mail sounds like, in figures."""

from tests.unit.inference.hearing import said
from watcher.inference.en import LANGUAGE
from watcher.model import Automatic, Kind, Statement


def sounds(text: str, **values: object) -> list[Statement]:
    return [s for s in said(text, language=LANGUAGE, **values) if s.kind is Kind.SOUNDS_LIKE]  # type: ignore[arg-type]  # whatever `said` takes


def test_all_that_a_mail_may_do_is_told_with_how_much_it_sounds_so() -> None:
    (whole,) = sounds("Unfortunately we have decided to go with another candidate. We wish you all the best.")
    told = dict(each.split("=") for each in whole.text.split())

    assert float(told["rejected"]) > 5 > float(told.get("offer", 0))
    assert "rejected" in whole.words


def test_each_hour_of_theirs_is_told_and_none_of_mine() -> None:
    text = "Your interview is on Thursday at 3pm. The office shuts at 6pm on Friday."

    _, *hours = sounds(text)
    odds = [float(hour.text.rpartition("=")[2]) for hour in hours]

    assert len(hours) == 2
    assert odds[0] > odds[1]
    assert len(sounds(text, mine=True)) == 1


def test_a_machine_that_nothing_was_learned_of_sounds_like_nothing() -> None:
    assert sounds("I am away.", machine=True, automatic=Automatic.AWAY) == []
