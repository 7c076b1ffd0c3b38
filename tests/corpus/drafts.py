"""Print drafts over the corpus, to be read one by one as whoever gets them would: `make drafts`.

The mails are read as the program reads them; the moments are the cases' own. Steps that the default cadence does not
call for (a candid inquiry, thanks to each apart, a farewell) are put in where they could stand, and a few processes get
what only the user knows: a note, that an interview went badly, a file. Behind the letters stand their figures.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from tests.corpus.casefile import Case
from tests.corpus.oracle import person
from watcher import inference, reading
from watcher.cadence import contact_for, next_step, policy
from watcher.calendar import calendar_for
from watcher.drafting.body import Writer, letter_name
from watcher.drafting.letter import Letter, compose
from watcher.drafting.stationery import Stationery, Tone
from watcher.matching import applications
from watcher.model import Application, Entry, Kind, Mark, MarkKind, Person, Role, Side, Step, StepKind

HERE = Path(__file__).parent
WANTED = {
    "thank_you": 7,
    "thank_you apart": 4,
    "check_in": 7,
    "check_in_after_date": 7,
    "second_check_in": 5,
    "inquiry": 3,
    "status": 3,
    "gracious": 2,
    "keep_in_touch": 2,
}
"""How many letters of each kind: forty."""
TOLD: dict[str, tuple[MarkKind, str]] = {
    "jonah": (MarkKind.NOTE, "the MCC replacement, as I ran the same program at a water utility for three years"),
    "harriet": (MarkKind.NOTE, "I have used worked examples with two year groups since, and they took to them."),
    "lucia": (MarkKind.NOTE, "your same-day clinic for walk-ins"),
    "samuel": (MarkKind.NOTE, "your plan to move the cavity work to the new lab"),
    "hinemoa": (MarkKind.WENT_BADLY, ""),
    "rohan": (MarkKind.WENT_BADLY, ""),
    "nadia": (MarkKind.WENT_BADLY, ""),
}
"""What the user of a case tells."""
TONES = (Tone.PLAIN, Tone.WARM, Tone.FORMAL)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A letter that could be written."""

    case: str
    me: Person
    application: Application
    step: Step
    now: dt.datetime
    kind: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", metavar="N", type=int, help="print this letter alone")
    only = parser.parse_args().only
    letters = [(one, tone, written(one, tone)) for one, tone in chosen(list(candidates()))]
    for number, (one, tone, letter) in enumerate(letters, 1):
        if only in (None, number):
            show(number, one, tone, letter)
    if only is None:
        summary([said(letter) for _, _, letter in letters])


# -- what could be written --------------------------------------------------------------------------
def candidates() -> Iterator[Candidate]:
    """Every letter that a step calls for at a moment of a case, and those that it could call for."""
    for path in sorted([*(HERE / "dev").glob("*.yaml"), *(HERE / "own").glob("*.yaml")]):
        case, raw = Case(path), yaml.safe_load(path.read_text(encoding="utf-8"))
        me = replace(person(case), signature=raw["me"].get("signature", ""))
        entries = list(read(case, me))
        for now in case.checks:
            known = [entry for entry in entries if entry.envelope.sent <= now]
            for application in applications(known, me, now, {}):
                yield from steps(path.stem, me, marked(path.stem, application, now), now)


def read(case: Case, me: Person) -> Iterator[Entry]:
    for folder, content, arrived in case.messages(dt.datetime.max.replace(tzinfo=dt.UTC)):
        message = reading.read(content, account=case.name, ref=folder, received=arrived, me=me)
        yield Entry(message.envelope, inference.infer(message, me))


def marked(case: str, application: Application, now: dt.datetime) -> Application:
    if case not in TOLD or application.last_held(now) is None:
        return application
    kind, value = TOLD[case]
    return replace(application, marks=(Mark(kind, "", now - dt.timedelta(hours=1), value),))


def steps(case: str, me: Person, application: Application, now: dt.datetime) -> Iterator[Candidate]:
    balanced, zone = policy("balanced"), ZoneInfo(me.timezone)
    step = next_step(application, balanced, calendar_for(me.country), now, zone)
    today = now.astimezone(zone).date()

    def candidate(of: Step, kind: str) -> Candidate:
        return Candidate(case, me, application, of, now, kind)

    if step.is_draft and step.due and step.due <= today:
        yield candidate(step, letter_name(application, step, today))
        if step.kind is StepKind.THANK_YOU and len(step.to) > 1:
            yield from (candidate(replace(step, to=(to,), apart=True), "thank_you apart") for to in step.to)
        roles = {c.role for c in application.contacts if c.address in step.to}
        if step.kind is not StepKind.THANK_YOU and roles & {Role.HEADHUNTER, Role.RECRUITER}:
            yield candidate(replace(step, letter="status"), "status")
            yield candidate(replace(step, letter="inquiry"), "inquiry")
    contact = contact_for(application, balanced)
    theirs = application.last_of_theirs
    if contact is None or theirs is None or theirs.by is Side.MACHINE:
        return
    if letter := {Kind.REJECTED: "gracious", Kind.FILLED: "keep_in_touch"}.get(application.outcome or Kind.HIRING):
        last = Step(StepKind.THANK_YOU, today, (contact.address,), "it is over", theirs.message_id, letter=letter)
        yield candidate(last, letter)


# -- what is ----------------------------------------------------------------------------------------
def chosen(found: Sequence[Candidate]) -> Iterator[tuple[Candidate, Tone]]:
    """As many letters of each kind as are wanted, from as many cases and countries as there are, the tones in turn."""
    cases: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    number = 0
    for kind, wanted in WANTED.items():
        open_, count = [one for one in found if one.kind == kind], 0
        while count < wanted and open_:
            untold = {one.case: one.case not in TOLD for one in open_}
            best = min(open_, key=lambda one: (cases[one.case], untold[one.case], countries[one.me.country], one.case))
            group = [best]
            if kind == "thank_you apart":  # one pair shows whether each has its own words
                group = [one for one in open_ if (one.case, one.now) == (best.case, best.now)][:2]
            for one in group:
                yield one, TONES[number % len(TONES)]
            number += 1
            cases[best.case] += 1
            countries[best.me.country] += 1
            open_ = [one for one in open_ if one.case != best.case]
            count += len(group)


def written(one: Candidate, tone: Tone) -> Letter:
    return compose(one.application, one.step, Writer(one.me, Stationery(tone)), one.now)


# -- how it reads -----------------------------------------------------------------------------------
def said(letter: Letter) -> str:
    """The paragraphs alone, without greeting and signature."""
    return "\n".join(letter.body.split("\n\n")[1:-1]) if letter.body.count("\n\n") > 1 else letter.body


def reading_ease(text: str) -> float:
    """Flesch's reading ease: 60 to 70 is plain English, 90 is read by a child of eleven."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    sentences = max(1, len(re.findall(r"[.!?](?=\s|$)", text)))
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * sum(map(syllables, words)) / max(1, len(words))


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end."""
    groups = len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$|(?<=[^td])ed$", "", word.lower())))
    return max(1, groups)


def show(number: int, one: Candidate, tone: Tone, letter: Letter) -> None:
    text = said(letter)
    figures = f"{len(text.split())} words, {text.count('?')} questions, reading ease {reading_ease(text):.0f}"
    print(f"━━ {number}. {one.kind}, {tone}, {one.me.country} ({one.case}, {one.now:%d %b}): {figures}")
    print(f"To: {', '.join(p.name or p.email for p in letter.to)}\nSubject: {letter.subject}\n\n{letter.body}")
    for remark in letter.told:
        print(f"(to the user: {remark})\n")


def summary(texts: Sequence[str]) -> None:
    rows = {
        "words": [len(text.split()) for text in texts],
        "questions": [text.count("?") for text in texts],
        "reading ease": [round(reading_ease(text)) for text in texts],
    }
    print(f"━━ {len(texts)} letters")
    for name, values in rows.items():
        print(f"{name:14} {min(values):>4} to {max(values):>4}, median {statistics.median(values):g}")


if __name__ == "__main__":
    main()
