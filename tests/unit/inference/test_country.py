"""Where a mail was written, as its address and its offset tell."""

from __future__ import annotations

import datetime as dt

import pytest

from watcher.inference.country import country_of_zone, speaker_zone


@pytest.mark.parametrize(
    ("sent", "domain", "mine", "zone"),
    [
        ("2026-03-03T10:00-06:00", "acme.example", "US", "America/Chicago"),
        ("2026-07-03T10:00-07:00", "acme.example", "US", "America/Los_Angeles"),
        ("2026-07-03T10:00+10:00", "acme.example", "AU", "Australia/Sydney"),
        ("2026-03-03T10:00+01:00", "acme.example", "US", "Europe/Berlin"),
        ("2026-03-03T10:00+00:00", "acme.co.uk", "US", "Europe/London"),
        ("2026-03-03T10:00+00:00", "acme.example", "GB", "Europe/London"),
        ("2026-03-03T10:00+00:00", "acme.de", "US", "Europe/Berlin"),
        ("2026-07-03T10:00+00:00", "acme.example", "GB", "Europe/London"),
        ("2026-03-03T10:00+00:00", "acme.example", "US", None),
        ("2026-03-03T10:00+00:00", "acme.com.au", "US", None),
        ("2026-03-03T10:00+05:45", "acme.example", "US", None),
        ("2026-03-03T10:00+01:00", "acme.example", "XX", None),
    ],
)
def test_a_zone_is_told_only_where_something_tells(sent: str, domain: str, mine: str, zone: str | None) -> None:
    found = speaker_zone(dt.datetime.fromisoformat(sent), domain, mine)
    assert (found and found.key) == zone
    assert found is None or country_of_zone(found)
