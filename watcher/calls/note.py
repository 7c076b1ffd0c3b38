"""A call as a note to myself: a draft of our own kind, from me to me, that answers nothing."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from watcher.calls.script import Script
from watcher.calls.text import as_text
from watcher.drafting.letter import Letter
from watcher.model import Address, Person

__all__ = ["note_of"]


def note_of(script: Script, me: Person) -> Letter:
    """The script as a draft to my own first address, so that whoever sends it has sent it to nobody else."""
    myself = Address(me.addresses[0], me.name)
    where = f", {script.what}" if script.what else ""
    return Letter(
        from_=myself,
        to=(myself,),
        subject=f"To call: {script.whom}{where}",
        in_reply_to="",
        references=(),
        thread_hint=None,
        body="A note to yourself. When the call is made, tell the watcher: watcher done\n\n"
        + as_text(script, ZoneInfo(me.timezone)),
    )
