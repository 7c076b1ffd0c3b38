"""Holidays by the names people give them."""

from __future__ import annotations

from watcher.inference.times.match import Rule
from watcher.inference.times.value import Ahead, Count, Feast, Range, Unit, WeekOf

__all__ = ["EXAMPLES", "LANDMARKS", "NEGATIVE", "RULES"]

_NAMES = {
    "new_year": "new year's day | new years day | new year's | new years",
    "new_years_eve": "new year's eve | new years eve | nye",
    "epiphany": "epiphany | three kings",
    "mlk_day": "mlk day | martin luther king day | mlk (weekend)?",
    "australia_day": "australia day",
    "waitangi_day": "waitangi day",
    "presidents_day": "presidents (')? day | president's day | presidents' day",
    "valentines_day": "valentine's (day)? | valentines (day)?",
    "st_patricks_day": "(st | saint) (.)? (patrick's | patricks | paddy's) day | (paddy's | paddys) day",
    "carnival": "carnival | rose monday",
    "shrove_tuesday": "shrove tuesday | pancake day | mardi gras",
    "ash_wednesday": "ash wednesday",
    "burns_night": "burns night",
    "groundhog_day": "groundhog day",
    "good_friday": "good friday",
    "easter": "easter (sunday)?",
    "easter_monday": "easter monday",
    "easter_weekend": "(the)? easter (weekend | break | holidays | holiday | bank holiday)",
    "tax_day": "tax day",
    "anzac_day": "anzac day (weekend)? | (the)? anzac weekend",
    "may_day": "may day",
    "labour_day": "labour day (weekend)?",
    "cinco_de_mayo": "cinco de mayo",
    "ascension": "ascension (day)?",
    "pentecost": "pentecost | whitsun | whit sunday",
    "whit_monday": "whit monday",
    "mothers_day": "mother's day | mothers day | mothers' day | mothering sunday",
    "memorial_day": "memorial day (weekend)?",
    "juneteenth": "juneteenth",
    "fathers_day": "father's day | fathers day | fathers' day",
    "canada_day": "canada day",
    "independence_day_us": "(the)? (4th | fourth) of july | july (4th | fourth) | (the)? july 4 (weekend | holiday)",
    "bastille_day": "bastille day",
    "labor_day": "labor day (weekend)?",
    "columbus_day": "columbus day | indigenous peoples (')? day",
    "halloween": "halloween",
    "cup_day": "(melbourne)? cup day",
    "guy_fawkes": "bonfire night | guy fawkes (night)?",
    "veterans_day": "veterans (')? day | remembrance day | armistice day",
    "thanksgiving": "thanksgiving (day)? | turkey day",
    "thanksgiving_weekend": "(the)? thanksgiving (weekend | break | holiday | holidays)",
    "black_friday": "black friday",
    "cyber_monday": "cyber monday",
    "christmas_eve": "christmas eve | xmas eve",
    "christmas": "(christmas | xmas | chrimbo) (day)?",
    "boxing_day": "boxing day | st stephen's day",
    "the_holidays": "the holidays | the holiday (season | break | period) | (the)? (christmas | xmas | winter | festive | year - end) "
                    "(break | holidays | holiday | period | shutdown | shut - down | closure) | the festive season",
    "bank_holiday": "(the)? (bank | public) holiday (weekend)?",
    "long_weekend": "(the | this)? long weekend",
    "diwali": "diwali | deepavali",
    "holi": "holi",
    "eid": "eid",
    "dussehra": "dussehra | dasara",
    "onam": "onam",
    "pongal": "pongal",
    "republic day": "republic day",
    "independence day": "independence day",
    "victoria day": "victoria day",
    "king's birthday": "(the)? (king's | queen's) birthday",
    "chinese new year": "chinese new year | lunar new year | cny",
    "matariki": "matariki",
    "national day": "national day",
}  # fmt: skip

LANDMARKS = frozenset(" ".join(_NAMES.values()).split()) - {"|", "the", "this", "(the", "(", ")", "-", "day", "of"}
"""Words of which every holiday's name holds one."""


RULES = (
    *(Rule(f"holiday: {name}", "feast", pattern, lambda name=name: Feast(name)) for name, pattern in _NAMES.items()),
    Rule("", "holiday", "(the | our | this)? <feast> !present|presents|party|bonus|card|cards|do|tree|market|sale|shopping|spirit", lambda feast: feast),
    Rule("<holiday> <year>", "holiday", "<feast> <year>", lambda feast, year: Feast(feast.name, year=year)),
    Rule("<holiday> <weekday>", "holiday", "<feast> <weekday>", lambda feast, _: feast),
    Rule("<holiday> week", "holiday", "<feast> week", lambda feast: WeekOf(feast)),
    Rule("<month> <holiday>", "holiday", "(the)? <month> (bank | public | long) (holiday | weekend) (weekend)?", lambda month: Feast("bank_holiday", month=month)),
    Rule("next <holiday>", "holiday", "next <feast>", lambda feast: feast),
    Rule("between Christmas and the new year", "span", "between (christmas | xmas) and (the)? new (year | year's | years)", lambda: Range(Ahead(Count(1, 1), Unit.DAY, Feast("boxing_day")), Feast("new_years_eve"))),
)  # fmt: skip

EXAMPLES = (
    ("2026-11-18T14:45-05:00", "before Thanksgiving", "..2026-11-25"),
    ("2026-03-19T10:00+00:00", "before the Easter weekend", "..2026-04-02"),
    ("2026-12-01T10:00+00:00", "this side of Christmas", "..2026-12-24"),
    ("2026-06-10T17:40-04:00", "by Father's Day", "..2026-06-21"),
    ("2026-08-22T09:00+01:00", "by bank holiday Monday, the 31st", "..2026-08-31"),
    ("2026-11-02T08:00+11:00", "Cup Day", "2026-11-03"),
    ("2026-09-01T10:00-04:00", "on Labour Day", "2026-09-07"),
    ("2026-04-20T10:00+02:00", "on Labour Day", "2026-05-01"),
    ("2026-03-03T10:00-06:00", "on Memorial Day", "2026-05-25"),
    ("2026-01-10T10:00+00:00", "Good Friday", "2026-04-03"),
    ("2026-09-10T10:00-04:00", "before Thanksgiving", "..2026-11-25"),
    ("2026-10-01T10:00+05:30", "before Diwali", "..2026-11-06"),
    ("2026-04-20T09:00+01:00", "ahead of the May bank holiday weekend", "..2026-05-01"),
)

NEGATIVE = ("a holiday let", "our Christmas party", "labour costs")
