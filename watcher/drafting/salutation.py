"""How a letter opens and closes: by the tone, by what people sign with, and by what is usual where they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from watcher.drafting.names import enumerated, full_name, known_as
from watcher.drafting.stationery import Tone
from watcher.model import Address

__all__ = ["closing", "greeting"]

_MAX_GREETED = 4
"""People greeted by their names."""
_FIRST_NAMES = frozenset("US CA GB IE AU NZ ZA NL SE DK NO FI IS IL PH".split())
"""Where people who write about work say "Hi" to one another; elsewhere a letter begins with "Dear"."""
_NORTH_AMERICA, _SINCERELY = frozenset({"US", "PH"}), frozenset("GB IE AU NZ ZA IN KE NG GH SG HK MY PK LK MT".split())
_WARM = {True: ("Best,", "Warm regards,", "All the best,"), False: ("Best wishes,", "All the best,", "Warm regards,")}
_PLAIN = {True: ("Best regards,", "Kind regards,"), False: ("Kind regards,", "Best regards,", "Best wishes,")}


def greeting(
    people: Sequence[Address], tone: Tone, country: str, company: str = "", signed: Mapping[str, str] | None = None
) -> str:
    """The line a letter opens with: "Hi Dana,", "Dear Mrs Frith,", "Hi Greg and Mandeep,", "Dear Dana Ruiz,".

    A person is called what they sign with; who writes under a title is addressed by it. A role address or an
    employer's name is greeted with "Hello,".

    Args:
        people: Who is written to.
        tone: Of the letter; a formal one says both names of whoever does not sign with the first alone.
        country: Where they are (ISO 3166-1 alpha-2).
        company: The employer, whose name is nobody's.
        signed: What people sign with, by address.
    """
    name_of = full_name if tone is Tone.FORMAL else known_as
    names = [(signed or {}).get(person.email) or name_of(person, company) for person in people]
    if not names or not all(names) or len(names) > _MAX_GREETED:
        several = "Dear all," if tone is Tone.FORMAL else "Hello all,"
        return several if len(names) > 1 else "Hello,"
    dear = tone is Tone.FORMAL or any(" " in name for name in names)
    dear = dear or (tone is Tone.PLAIN and country.upper() not in _FIRST_NAMES)
    return f"{'Dear' if dear else 'Hi'} {enumerated(names)},"


def closing(tone: Tone, country: str, choice: int, *, by_name: bool) -> str:
    """The line above my name: "Best regards,", in Britain "Yours sincerely," where the letter is formal.

    Args:
        tone: Of the letter.
        country: Where its readers are.
        choice: Decides among those that fit.
        by_name: Whether it opened with a name; "Yours sincerely" answers one.
    """
    here = country.upper()
    if tone is Tone.FORMAL:
        if here in _NORTH_AMERICA:
            return "Sincerely,"
        if here == "CA":
            return "Yours truly,"
        return "Yours sincerely," if by_name and here in _SINCERELY else "Kind regards,"
    usual = (_WARM if tone is Tone.WARM else _PLAIN)[here in _NORTH_AMERICA or here == "CA"]
    return usual[choice % len(usual)]
