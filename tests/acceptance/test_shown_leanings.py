"""How they lean, and under which number they are reached: shown with the words, and explained."""

import pytest

from tests.acceptance.conftest import NOW

MAIL = """\
From: Hannah Brice <hannah@marrowandrye.example>
To: Elin Sorley <elin.sorley@harbourpost.example>
Subject: Re: Operations Manager
Date: Tue, 17 Nov 2026 10:00:00 +0000
Message-ID: <lean@marrowandrye.example>
In-Reply-To: <bakery-5.sample@marrowandrye.example>

Hi Elin,

{words}

Best wishes,
Hannah Brice
Owner, Marrow & Rye
Direct: 020 7946 0123
"""
TOWARDS = "Thank you for your patience. The team is very interested but needs a bit more time."
AWAY = "It is all taking longer than planned. We encourage you to continue looking at other opportunities."


@pytest.mark.parametrize(
    ("words", "leaning", "shown", "kind"),
    [
        (TOWARDS, "towards", "They lean towards you: “The team is very interested", "leans towards"),
        (AWAY, "away", "An offer is unlikely: “We encourage you to continue", "leans away"),
    ],
)
def test_a_lean_is_shown_and_explained_and_closes_nothing(quick, home, words, leaning, shown, kind):
    path = home.mail / "cur" / "lean:2,S"
    path.write_text(MAIL.format(words=words), encoding="utf-8")
    rest = ("--config", home.config, "--now", NOW)
    found = quick("scan", *rest, "--json").data["applications"]
    (bakery,) = [a for a in found if a["company"] == "Marrow & Rye"]
    assert bakery["status"] == "waiting_on_them"
    assert quick("show", "Marrow", *rest, "--json").data["leaning"] == leaning
    said = " ".join(quick("show", "Marrow", *rest).out.split())
    assert shown in said
    assert "+44 20 7946 0123" in said
    explained = quick("explain", path, "--config", home.config).out
    assert kind in explained
    assert "has phone" in explained
