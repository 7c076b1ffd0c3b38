"""Words by which a mail is told from others."""

from tests.unit.inference.hearing import said
from watcher.inference.en.rare import RAREST, words
from watcher.model import Automatic, Kind


def rare_words(text: str, **values: object) -> list[str]:
    return [s.text for s in said(text, **values) if s.kind is Kind.RARE_WORDS and ".subject" not in s.rule]  # type: ignore[arg-type]  # whatever `said` takes


def test_the_rarest_come_first_and_common_ones_not_at_all() -> None:
    (found,) = rare_words("Thank you for the talk about the zygomorphic trams.")
    told = [word.partition(":")[0] for word in found.split()]
    assert told[0] == "zygomorphic"
    assert f"zygomorphic:{RAREST}" in found.split()
    assert not {"thank", "you", "for", "the"} & set(told)


def test_my_own_name_tells_nothing() -> None:
    assert rare_words("Dear Alex Kim,") == []


def test_bulk_mail_speaks_of_no_matter() -> None:
    assert rare_words("zygomorphic", machine=True, automatic=Automatic.BULK) == []


def test_endings_make_no_other_word() -> None:
    assert [*words("trams tram")] == ["tram", "tram"]
    assert [*words("Printing, printed, prints")] == ["print"] * 3


def test_a_long_mail_has_no_more_than_fit_a_statement() -> None:
    (found,) = rare_words(" ".join(f"zyg{chr(97 + n % 26)}{chr(97 + n // 26)}xq" for n in range(500)))
    assert len(found) <= 300
