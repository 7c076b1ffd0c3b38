#!/usr/bin/env python3
"""Let an independent reader annotate a mailbox without its truth, and compare what they read with it.

`render` prints the mails as a reader sees them; `compare` replays annotation and truth at each of the case's moments
and counts how often they agree. README.md, "Reading blind", says how to annotate.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from email import message_from_bytes, policy
from email.utils import format_datetime
from itertools import product
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))  # it is run as a script as well
from tests.corpus.casefile import RECIPIENT_ORDER, STAGES, Case, Truth, _day, _moment
from tests.corpus.score import Tally, default_checks, same_company, same_stage

__all__ = ["compare", "read_as", "render", "rendered_ids"]

OUTCOMES = {"rejected", "filled", "offer", "accepted", "declined", "withdrawn", "on_hold", None}
SAYS = {"decision", "asks_me", "interview", "outcome", "stage", "kind", "auto", "back_on", "gone"}
SHOWN = {"from", "to", "cc", "date", "subject", "in-reply-to", "message-id", "references", "mime-version"}
"""Headers that `render` shows in its own words, or leaves out since a case's ids tell which messages belong together."""
VIEWS: dict[str, Callable[[Truth], Any]] = {
    "grouping": lambda t: set(t.messages),
    "company": lambda t: t.company,
    "stage": lambda t: t.stage,
    "status": lambda t: t.status,
    "decision date": lambda t: t.decision and t.decision["latest"],
    "interview": lambda t: t.interview,
    "next step": lambda t: t.kind,
    "due day": lambda t: t.due,
    "recipient": lambda t: t.to,
}
WHOLE = "whole application"
NOT_OF_WHOLE = {"stage", "interview"}
"""As in `score.py`: the whole is what the user acts on."""


def rendered_ids(case: Case) -> dict[str, str]:
    """The id a reader knows each message by, in order of time, by its id in the case (which tells what it belongs to)."""
    return {message["id"]: f"m{number:02}" for number, message in enumerate(case.raw, 1)}


def render(case: Case) -> str:
    """Every message as a reader sees it, oldest first, beneath what is known of the mailbox's owner."""
    me, ids = case.me, rendered_ids(case)
    owner = f"Owner: {me['name']}\nAddresses: {', '.join([me['address'], *me.get('aliases', [])])}"
    home = f"Time zone: {me['timezone']}\nCountry: {me.get('country', 'US')}"
    return "\n".join([owner, home, *(line for message in case.raw for line in _mail(case, message, ids)), ""])


def _mail(case: Case, message: dict[str, Any], ids: dict[str, str]) -> Iterator[str]:
    """The lines of one message; what it quotes is named, not repeated."""
    yield f"\n=== {ids[message['id']]}"
    yield f"From: {case.quoted_name(message['from'])}"
    yield f"To: {_names(case, message.get('to', ['me']))}"
    if message.get("cc"):
        yield f"Cc: {_names(case, message['cc'])}"
    yield f"Date: {format_datetime(_moment(message['date']))}"
    yield f"Subject: {message['subject']}"
    answered, forwarded = message.get("reply_to"), message.get("forwards")
    if answered and not message.get("broken_threading"):
        yield f"In-Reply-To: {ids[answered]}"
    headers = message_from_bytes(case.mime(message), policy=policy.default).items()
    yield from (f"{k}: {v}" for k, v in headers if k.lower() not in SHOWN and not k.lower().startswith("content-"))
    if message.get("attachments"):
        yield f"Attachments: {', '.join(message['attachments'])}"
    if invite := message.get("invite"):
        zone = ZoneInfo(invite.get("timezone", "UTC"))
        start, end = (format_datetime(_moment(invite[key]).astimezone(zone)) for key in ("start", "end"))
        yield f"Invite: {invite.get('method', 'REQUEST')}: {invite['summary']}"
        yield f"  from {start} to {end} ({zone.key})"
        yield f"  organizer {_names(case, invite.get('organizer', message['from']))}"
        yield f"  attendees {_names(case, invite.get('attendees', ['me']))}"
        yield f"  at {invite.get('location', 'a video link')}"
    client = message.get("client", "plain")
    yield "\n" + case._bodies({**message, "reply_to": None, "forwards": None}, client)[0]
    if client in ("ats", "bulk"):
        yield message.get("footer", "You receive this message because of your account settings.")
    elif quoted := (answered if answered and message.get("quote", True) else forwarded):
        yield f"[{'forwards' if forwarded else 'quotes'} {ids[quoted]}]"


def _names(case: Case, people: str | list[str]) -> str:
    return ", ".join(case.quoted_name(who) for who in ([people] if isinstance(people, str) else people))


def read_as(path: Path, annotation: dict[str, Any]) -> Case:
    """The case at `path` with a reader's view in place of its truth; its people go by their addresses.

    Raises:
        ValueError: the annotation uses a word or an id that means nothing here
    """
    case = Case(path)
    known = {rendered: key for key, rendered in rendered_ids(case).items()}
    for message in case.raw:
        if not case.is_me(message["from"]):
            message["from"] = case.address(message["from"]).lower()
    case.people = {a.lower(): _person(a.lower(), given) for a, given in (annotation.get("people") or {}).items()}
    case.apps = {key: {"company": "", **app} for key, app in (annotation.get("apps") or {}).items()}
    for key, app in case.apps.items():
        _among([app.get("starts_as", "applied")], {"applied", "contacted"}, f"starts_as of {key}")
        if first := app.get("tracked_from"):
            _among([first], known, f"tracked_from of {key}")
            app["tracked_from"] = known[first]
    read = annotation.get("messages") or {}
    _among(read, known, "messages")
    for rendered, key in known.items():
        view = read.get(rendered) or {}
        _among(view, {"app", "says"}, rendered)
        _among([view.get("app")], {*case.apps, None}, f"app of {rendered}")
        says = _says(view.get("says") or {}, rendered)
        case.by_id[key] |= {"app": view.get("app"), "says": says}
        for host in (says.get("interview") or {}).get("with", []):
            case.people.setdefault(host, {"address": host})
    return case


def _person(address: str, given: str | dict[str, Any]) -> dict[str, Any]:
    """A person as a case has them: given by their role, or as {role: coordinator, noreply: true}."""
    person = {"role": given} if isinstance(given, str) else given or {}
    _among(person, {"role", "noreply"}, address)
    _among([person.get("role")], RECIPIENT_ORDER, f"role of {address}")
    return {"address": address, "noreply": bool(re.search(r"no.?t?.?reply", address)), **person}


def _says(says: dict[str, Any], where: str) -> dict[str, Any]:
    """What a message tells, checked word by word, its people's addresses in lower case."""
    _among(says, SAYS, where)
    _among([says.get("outcome")], OUTCOMES, f"outcome of {where}")
    _among([says.get("kind")], {"thank_you", "follow_up", None}, f"kind of {where}")
    booking, decision = says.get("interview"), says.get("decision")
    _among([says.get("stage")], {*STAGES, None}, f"stage of {where}")
    try:
        if booking is not None:
            _among(booking, {"start", "end", "stage", "with", "slot", "status"}, f"interview of {where}")
            _among([booking.get("stage", "screen")], STAGES, f"stage of {where}")
            hosts = [who.lower() for who in booking.get("with", [])]
            if booking.get("status") != "cancelled":
                _ = _moment(booking["start"]), _moment(booking["end"])
            says = says | {"interview": booking | {"with": hosts}}
        if decision:
            _among(decision, {"latest", "accept"}, f"decision of {where}")
            _ = _day(decision["latest"]), [_day(day) for day in decision.get("accept", ())]
        _ = says.get("back_on") and _day(says["back_on"])
        return says | {"gone": says["gone"].lower()} if says.get("gone") else says
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"{where}: {error}") from error


def _among(words: Iterable[Any], known: Collection[Any], where: str) -> None:
    if wrong := [word for word in words if word not in known]:
        raise ValueError(f"{where}: {wrong[0]!r} is none of {', '.join(sorted(map(str, known)))}")


def compare(truth: Case, reader: Case, tally: Tally) -> None:
    """Add to `tally`, at each of the truth's checks, on what the two agree.

    An application the reader does not track counts against every figure, one only the reader tracks against its
    grouping and the whole.
    """
    partner = _matched(truth, reader)
    for now in truth.checks or default_checks(truth):
        ours, theirs = truth.truth(now), reader.truth(now)
        where = f"{truth.name} {truth.local_day(now)}"
        for key, here in ours.items():
            _judge(f"{where} {key}", here, theirs.pop(partner.get(key, ""), None), tally)
        for figure, extra in product(("grouping", WHOLE), theirs.values()):
            tally.add(figure, hit=False, note=f"{where}: truth not tracked, reader {' '.join(extra.messages)}")


def _matched(truth: Case, reader: Case) -> dict[str, str]:
    """The reader's application for each of the truth's: those sharing most messages first, each taken once."""
    pairs = [
        (sum(m.get("app") == ours and reader.by_id[m["id"]]["app"] == theirs for m in truth.raw), ours, theirs)
        for ours in truth.apps
        for theirs in reader.apps
    ]
    matched: dict[str, str] = {}
    for shared, ours, theirs in sorted(pairs, key=lambda pair: -pair[0]):
        if shared and ours not in matched and theirs not in matched.values():
            matched[ours] = theirs
    return matched


def _judge(label: str, truth: Truth, reader: Truth | None, tally: Tally) -> None:
    missed = []
    for figure, view in VIEWS.items():
        ours, theirs = view(truth), view(reader) if reader else "not tracked"
        hit = reader is not None and _agrees(figure, truth, reader)
        if figure == "grouping" and reader:  # what only the one has
            ours, theirs = ours - theirs, theirs - ours
        if not tally.add(figure, hit, f"{label}: truth {_shown(ours)}, reader {_shown(theirs)}"):
            missed.append(figure)
    tally.add(WHOLE, set(missed) <= NOT_OF_WHOLE, f"{label}: {', '.join(missed)}")


def _agrees(figure: str, truth: Truth, reader: Truth) -> bool:
    """Whether the two say the same, as `score.py` judges the program."""
    ours, theirs = VIEWS[figure](truth), VIEWS[figure](reader)
    if figure in ("company", "stage"):
        return bool((same_company if figure == "company" else same_stage)(theirs, ours))
    window = {"decision date": (truth.decision or {}).get("accept"), "due day": truth.accept_due}.get(figure)
    return bool(ours == theirs or (window and theirs and window[0] <= theirs <= window[1]))


def _shown(view: Any) -> str:
    return (" ".join(sorted(view)) or "none") if isinstance(view, set) else str(view)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("render", help="print the mails as a reader sees them").add_argument("case", type=Path)
    command = commands.add_parser("compare", help="count how often readers agree with the truth")
    command.add_argument("case", type=Path)
    command.add_argument("annotations", type=Path, nargs="+")
    command.add_argument("--misses", action="store_true", help="print each disagreement with both views")
    options = parser.parse_args()
    if options.command == "render":
        sys.stdout.write(render(Case(options.case)))
        return
    tallies = {path: Tally() for path in options.annotations}
    for path, tally in tallies.items():
        try:
            reader = read_as(options.case, yaml.safe_load(path.read_text(encoding="utf-8")) or {})
            compare(Case(options.case), reader, tally)
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise SystemExit(f"{path}: {error}") from error
        for miss in tally.misses if options.misses else ():
            print(f"{path.stem}: {miss}")
    print(f"{'':20}" + "".join(f"{path.stem:>22}" for path in tallies))
    for figure in (*VIEWS, WHOLE):
        counts = [(tally.hits[figure], tally.totals[figure]) for tally in tallies.values()]
        print(f"{figure:20}" + "".join(f"{f'{h} / {n} {h / n if n else 1:7.1%}':>22}" for h, n in counts))


if __name__ == "__main__":
    main()
