"""One mail said to Alex Kim of London, or by him, and what the rules read in it.

The classifier is left out: it judges whole mails, and hardly by a single sentence.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from watcher.inference import infer
from watcher.inference.en import LANGUAGE
from watcher.inference.language import Language
from watcher.model import Address, Automatic, Confidence, Envelope, Invite, Kind, Message, Person, Side, Statement

RULES_ALONE = replace(LANGUAGE, classifier=lambda _: None)
ALEX = Person("Alex Kim", ("alex@mail.example",), "Europe/London", "GB")


def said(
    text: str = "",
    *,
    subject: str = "Warehouse Supervisor",
    name: str = "Sam Lee",
    email: str = "sam.lee@northgate.example",
    signature: str = "",
    sent: str = "2026-03-03T10:00+00:00",
    mine: bool = False,
    answers: bool = False,
    machine: bool = False,
    automatic: Automatic = Automatic.NOTICE,
    cc: tuple[Address, ...] = (),
    invite: Invite | None = None,
    language: Language = RULES_ALONE,
) -> list[Statement]:
    """What a mail from Sam Lee (from me, from a system) tells, as far as it is clear."""
    me, them = Address(ALEX.addresses[0], ALEX.name), Address(email, name)
    moment = dt.datetime.fromisoformat(sent)
    envelope = Envelope(
        account="home",
        ref="1",
        message_id="<1@test.example>",
        sent=moment,
        received=moment.astimezone(dt.UTC),
        sender=me if mine else them,
        to=(them,) if mine else (me,),
        cc=cc,
        subject=subject,
        in_reply_to="<0@test.example>" if answers else None,
        side=Side.ME if mine else Side.MACHINE if machine else Side.THEM,
        automatic=automatic if machine else None,
    )
    found = infer(Message(envelope, text, signature, invite=invite), ALEX, language)
    return [s for s in found if s.confidence is not Confidence.UNCLEAR]


def kinds(found: list[Statement]) -> set[Kind]:
    return {s.kind for s in found}


def names(found: list[Statement], kind: Kind) -> list[Statement]:
    """Names of a kind, the surest first."""
    order = list(Confidence)
    return sorted((s for s in found if s.kind is kind), key=lambda s: order.index(s.confidence))
