"""On which days holidays fall, by the names that rules give them: data, and the computation of Easter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from watcher.calendar import Calendar

__all__ = ["ANY_HOLIDAY", "NAMES", "feast"]

_MON, _TUE, _THU, _SUN = 0, 1, 3, 6

_FIXED: dict[str, tuple[int, int]] = {
    "new_year": (1, 1),
    "epiphany": (1, 6),
    "australia_day": (1, 26),
    "burns_night": (1, 25),
    "groundhog_day": (2, 2),
    "waitangi_day": (2, 6),
    "valentines_day": (2, 14),
    "st_davids_day": (3, 1),
    "ides_of_march": (3, 15),
    "human_rights_day": (3, 21),
    "lady_day": (3, 25),
    "st_patricks_day": (3, 17),
    "april_fools_day": (4, 1),
    "st_georges_day": (4, 23),
    "kings_day": (4, 27),
    "walpurgis": (4, 30),
    "star_wars_day": (5, 4),
    "europe_day": (5, 9),
    "tax_day": (4, 15),
    "anzac_day": (4, 25),
    "may_day": (5, 1),
    "labour_day": (5, 1),
    "cinco_de_mayo": (5, 5),
    "juneteenth": (6, 19),
    "canada_day": (7, 1),
    "midsummer_day": (6, 24),
    "independence_day_us": (7, 4),
    "bastille_day": (7, 14),
    "assumption": (8, 15),
    "merdeka": (8, 31),
    "michaelmas": (9, 29),
    "heritage_day": (9, 24),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "all_souls": (11, 2),
    "guy_fawkes": (11, 5),
    "veterans_day": (11, 11),
    "martinmas": (11, 11),
    "st_andrews_day": (11, 30),
    "st_nicholas": (12, 6),
    "lucia": (12, 13),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
    "new_years_eve": (12, 31),
}
_NTH: dict[str, dict[str, tuple[int, int, int]]] = {
    # month, weekday, which one (-1 the last), by country; "" elsewhere
    "mlk_day": {"": (1, _MON, 3)},
    "presidents_day": {"": (2, _MON, 3)},
    "family_day": {"": (2, _MON, 3)},
    "clocks_forward": {"": (3, _SUN, -1), "US": (3, _SUN, 2), "CA": (3, _SUN, 2)},
    "clocks_back": {"": (10, _SUN, -1), "US": (11, _SUN, 1), "CA": (11, _SUN, 1)},
    "mothers_day": {"": (5, _SUN, 2)},
    "memorial_day": {"": (5, _MON, -1)},
    "fathers_day": {"": (6, _SUN, 3), "AU": (9, _SUN, 1), "NZ": (9, _SUN, 1)},
    "labor_day": {"": (9, _MON, 1), "AU": (10, _MON, 1), "NZ": (10, _MON, 4)},
    "columbus_day": {"": (10, _MON, 2)},
    "election_eve": {"": (11, _MON, 1)},
    "thanksgiving": {"": (11, _THU, 4), "CA": (10, _MON, 2)},
    "cup_day": {"": (11, _TUE, 1)},
}
_AFTER_EASTER: dict[str, int] = {
    "carnival": -48,
    "shrove_tuesday": -47,
    "ash_wednesday": -46,
    "mothering_sunday": -21,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit_monday": 50,
    "corpus_christi": 60,
}
_SPANS: dict[str, tuple[str, int, str, int]] = {
    # from a feast with some days added, to a feast with some days added
    "the_holidays": ("christmas_eve", 0, "christmas_eve", 8),
    "easter_weekend": ("good_friday", 0, "easter_monday", 0),
    "thanksgiving_weekend": ("thanksgiving", 0, "thanksgiving", 3),
    "thanksgiving_in_canada": ("thanksgiving", -2, "thanksgiving", 0),
    "election_day": ("election_eve", 1, "election_eve", 1),
    "black_friday": ("thanksgiving", 1, "thanksgiving", 1),
    "cyber_monday": ("thanksgiving", 4, "thanksgiving", 4),
}
_IN_CALENDAR = frozenset(
    {"diwali", "holi", "eid", "dussehra", "onam", "pongal", "ganesh", "republic day", "independence day", "gandhi"}
    | {"king's birthday", "victoria day", "chinese new year", "national day", "matariki"}
)
"""Found by their names among the public holidays of the speaker's country."""
_ALSO = {"independence day": "national day", "national day": "independence day"}
"""What the calendars of some countries call it: Nigeria's keeps Independence Day as its National Day."""
_IN_CANADA = (("family day", 2, 15), ("victoria day", 5, 18), ("civic holiday", 8, 1), ("thanksgiving", 10, 8))
"""Mondays of most provinces, so not in the calendar of all: name, month, and the first day it may fall on."""
_BANK_HOLIDAY, _LONG_WEEKEND = "bank_holiday", "long_weekend"
ANY_HOLIDAY = frozenset({_BANK_HOLIDAY, _LONG_WEEKEND})
"""Holidays that have no name."""
_BY_COUNTRY = {
    **{("mothers_day", country): "mothering_sunday" for country in ("GB", "IE")},
    ("family_day", "ZA"): "easter_monday",
    ("thanksgiving_weekend", "CA"): "thanksgiving_in_canada",
    **{("labour_day", country): "labor_day" for country in ("US", "CA", "AU", "NZ")},
}

NAMES = frozenset({*_FIXED, *_NTH, *_AFTER_EASTER, *_SPANS, *_IN_CALENDAR, *ANY_HOLIDAY})
_NO_NAMED_HOLIDAY_IN = 400
"""Days after which the search of a calendar is given up."""


def feast(name: str, start: dt.date, country: str, calendar: Calendar) -> tuple[dt.date, dt.date] | None:
    """The first and last day of the feast that ends on or after `start`; None where the calendar does not know it."""
    if name in _IN_CALENDAR | ANY_HOLIDAY:
        return _search(name, start, country, calendar)
    for year in (start.year - 1, start.year, start.year + 1):
        first, last = _in_year(_BY_COUNTRY.get((name, country), name), year, country)
        if last >= start:
            return first, last
    return None


def _in_year(name: str, year: int, country: str) -> tuple[dt.date, dt.date]:
    if name in _SPANS:
        begin, before, end, after = _SPANS[name]
        first, _ = _in_year(begin, year, country)
        last, _ = _in_year(end, year, country)
        return first + dt.timedelta(days=before), last + dt.timedelta(days=after)
    if name in _FIXED:
        day = dt.date(year, *_FIXED[name])
    elif name in _AFTER_EASTER:
        day = _easter(year) + dt.timedelta(days=_AFTER_EASTER[name])
    else:
        rules = _NTH[name]
        day = _nth_weekday(year, *rules.get(country, rules[""]))
    return day, day


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    if number < 0:
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leaps, leap_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    shift = (32 + 2 * leap_rest + 2 * (rest // 4) - epact - rest % 4) % 7
    month, day = divmod(epact + shift - 7 * ((golden + 11 * epact + 22 * shift) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


def _is_called(holiday: str, names: Iterable[str]) -> bool:
    plain = holiday.lower().replace("’", "'")
    return any(name in plain for name in names)


def _search(name: str, start: dt.date, country: str, calendar: Calendar) -> tuple[dt.date, dt.date] | None:
    names = (name, _ALSO.get(name, name))
    for offset in range(_NO_NAMED_HOLIDAY_IN):
        day = start + dt.timedelta(days=offset)
        named = calendar.holiday_name(day)
        if named is None and (country, day.month, day.weekday()) == ("GB", 8, _MON) and day.day > 24:
            named = "summer bank holiday"  # of most of the UK, so not in the calendar of all of it
        if named is None and country == "CA" and day.weekday() == _MON:
            named = next(
                (name for name, month, first in _IN_CANADA if day.month == month and 0 <= day.day - first < 7), None
            )
        if named is None:
            continue
        if name == _LONG_WEEKEND:
            if day.weekday() == 0:
                return day - dt.timedelta(days=2), day
            if day.weekday() == 4:
                return day, day + dt.timedelta(days=2)
        elif (name == _BANK_HOLIDAY and day.weekday() < 5) or _is_called(named, names):
            return day, day
    return None
