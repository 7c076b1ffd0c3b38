"""Where a speaker seems to be: decides their holidays, whether 3/4 is in March or in April, and their hour of day."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

__all__ = ["country_of_zone", "speaker_country", "speaker_zone"]

_TOP_LEVEL = {"uk": "GB", "scot": "GB", "wales": "GB", "london": "GB", "gov": "US", "edu": "US", "mil": "US"}
_ZONES = {
    # a zone or more for each country whose applicants write English mail, by which its offsets are known; of two with
    # one offset the first is where more people live
    "US": (
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
        "America/Anchorage", "Pacific/Honolulu",
    ),
    "CA": (
        "America/St_Johns", "America/Halifax", "America/Toronto", "America/Winnipeg", "America/Regina",
        "America/Edmonton", "America/Vancouver",
    ),
    "GB": ("Europe/London",),
    "IE": ("Europe/Dublin",),
    "PT": ("Europe/Lisbon",),
    "DE": ("Europe/Berlin",),
    "FR": ("Europe/Paris",),
    "NL": ("Europe/Amsterdam",),
    "ES": ("Europe/Madrid",),
    "IT": ("Europe/Rome",),
    "CH": ("Europe/Zurich",),
    "AT": ("Europe/Vienna",),
    "BE": ("Europe/Brussels",),
    "SE": ("Europe/Stockholm",),
    "NO": ("Europe/Oslo",),
    "DK": ("Europe/Copenhagen",),
    "PL": ("Europe/Warsaw",),
    "CZ": ("Europe/Prague",),
    "FI": ("Europe/Helsinki",),
    "GR": ("Europe/Athens",),
    "RO": ("Europe/Bucharest",),
    "IL": ("Asia/Jerusalem",),
    "ZA": ("Africa/Johannesburg",),
    "NG": ("Africa/Lagos",),
    "KE": ("Africa/Nairobi",),
    "AE": ("Asia/Dubai",),
    "SA": ("Asia/Riyadh",),
    "PK": ("Asia/Karachi",),
    "IN": ("Asia/Kolkata",),
    "BD": ("Asia/Dhaka",),
    "TH": ("Asia/Bangkok",),
    "SG": ("Asia/Singapore",),
    "MY": ("Asia/Kuala_Lumpur",),
    "HK": ("Asia/Hong_Kong",),
    "PH": ("Asia/Manila",),
    "CN": ("Asia/Shanghai",),
    "JP": ("Asia/Tokyo",),
    "KR": ("Asia/Seoul",),
    "AU": ("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin", "Australia/Perth"),
    "NZ": ("Pacific/Auckland",),
    "BR": ("America/Sao_Paulo",),
    "MX": ("America/Mexico_City",),
}  # fmt: skip
_LIKELIEST = ("US", "GB", "DE", "GR", "AE", "PK", "IN", "BD", "TH", "SG", "JP", "AU", "NZ", "BR", "CA")
"""For an offset that is not of the user's country: the first of these whose offset it is."""


def speaker_country(sent: dt.datetime, sender_domain: str, me_country: str) -> str:
    """The country (ISO 3166-1 alpha-2) in which a message seems to have been written.

    The sender's top-level domain tells most (.co.uk, .ie, .in); else the user's own country, unless the offset that
    the mail was sent with is none of it; then the likeliest country of that offset.

    Args:
        sent: The moment of writing, with the sender's own UTC offset.
        sender_domain: The domain of the sender's address.
        me_country: The user's country.
    """
    ending = sender_domain.rpartition(".")[2].lower()
    if ending in _TOP_LEVEL:
        return _TOP_LEVEL[ending]
    if ending.upper() in _ZONES:
        return ending.upper()
    mine = me_country.upper()
    if mine not in _ZONES or _has_offset(mine, sent):
        return mine
    return next((country for country in _LIKELIEST if country != mine and _has_offset(country, sent)), mine)


def speaker_zone(sent: dt.datetime, sender_domain: str, me_country: str) -> ZoneInfo | None:
    """The time zone in which a message seems to have been written; None where nothing tells.

    An offset of zero says little: many servers write all their dates in UTC, wherever the sender is. It counts where
    the sender's domain or my own country is in such a zone.

    Args:
        sent: The moment of writing, with the sender's own UTC offset.
        sender_domain: The domain of the sender's address.
        me_country: The user's country.
    """
    country, ending = speaker_country(sent, sender_domain, me_country), sender_domain.rpartition(".")[2].lower()
    known = country == me_country.upper() or ending in _TOP_LEVEL or ending.upper() in _ZONES
    zones = _ZONES.get(country, ())
    fitting = [name for name in zones if sent.astimezone(_zone(name)).utcoffset() == sent.utcoffset()]
    if fitting and (known or sent.utcoffset()):
        return _zone(fitting[0])
    return _zone(zones[0]) if known and len(zones) == 1 else None


def country_of_zone(zone: ZoneInfo) -> str:
    """The country of a zone that `speaker_zone` gives; empty for another."""
    return next((country for country, zones in _ZONES.items() if zone.key in zones), "")


def _has_offset(country: str, sent: dt.datetime) -> bool:
    offset = sent.utcoffset()
    if offset not in _offsets(country, sent.year):
        return False
    return any(sent.astimezone(_zone(name)).utcoffset() == offset for name in _ZONES[country])


@lru_cache(maxsize=256)
def _offsets(country: str, year: int) -> frozenset[dt.timedelta | None]:
    """The offsets that a country has on the first day of some month around a year; few have others in between."""
    days = [dt.datetime(year, month, 1, tzinfo=dt.UTC) for month in range(1, 13)]
    return frozenset(day.astimezone(_zone(name)).utcoffset() for name in _ZONES[country] for day in days)


_zone = cache(ZoneInfo)
"""The library keeps few of them."""
