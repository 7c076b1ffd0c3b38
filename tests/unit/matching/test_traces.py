"""What is linked shares a trace, so nothing is lost by looking at traces first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.builders import ME, mail, says
from watcher.matching.profile import profile
from watcher.matching.threads import threads
from watcher.matching.traces import Traces, may_be_linked, traces
from watcher.model import Address, Entry, Kind, Side

ATS = Address("no-reply@us.greenhouse-mail.io")
HOME = Address("enzomarchetti52@leithpost.example", "Enzo M")


def of(*entries: Entry) -> Traces:
    return traces(profile(threads(entries), ME, frozenset()))


def named(name: str, kind: Kind = Kind.NAMES_COMPANY) -> Entry:
    return mail(1, "2026-03-01 10:00", ATS, says(kind, text=name), subject="", side=Side.MACHINE, system="greenhouse")


def from_domain(domain: str) -> Entry:
    return mail(2, "2026-03-02 10:00", Address(f"jo@{domain}", "Jo"), subject="")


def with_subject(subject: str) -> Entry:
    return mail(3, "2026-03-03 10:00", Address("x@ymail.example", "X"), subject=subject)


def speaking_of(words: str) -> Entry:
    answer = mail(8, "2026-03-02 10:00", HOME, says(Kind.MENTIONS, text=words), subject="")
    return replace(answer, envelope=replace(answer.envelope, in_reply_to="<7@test.example>"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (speaking_of("It Merrow"), named("Merrow Capital")),
        (speaking_of("it peblo"), from_domain("peblo.example")),
        (named("Merrow Capital"), named("Merrow")),
        (named("Federal Film and Video Board"), named("FFVB")),
        (named("Northbridge Advisory"), named("Nothbridge Advisory")),
        (named("Two Crows"), named("TwoCrows")),
        (named("Bridgewell Engineering"), from_domain("bridgewell-eng.example")),
        (named("University of Wexley"), from_domain("wexley.example")),
        (named("Mesa Grande Public Schools"), from_domain("mesagrandeps.example")),
        (named("Go Team"), from_domain("goteam.example")),
        (named("Merrow Capital"), with_subject("Merrow, final round")),
        (from_domain("merrowcapital.example"), with_subject("Merrow capital, final round")),
        (named("Backend Engineer", Kind.NAMES_ROLE), with_subject("Your application: Backend Engineer")),
        (with_subject("Vacancy 334-PH-2207"), with_subject("RE 334-PH-2207")),
        (
            mail(6, "2026-03-04 10:00", HOME, subject=""),
            mail(4, "2026-03-04 10:00", Address("gina@ymail.example", "Gina Marchetti"), subject=""),
        ),
    ],
)
def test_what_may_belong_together_shares_a_trace(one: Entry, other: Entry) -> None:
    assert may_be_linked(of(one), of(other))
    assert may_be_linked(of(other), of(one))


def test_strangers_share_none() -> None:
    assert not may_be_linked(of(named("Merrow Capital")), of(named("Harbour Inns")))
