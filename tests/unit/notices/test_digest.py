"""What a day is about."""

from __future__ import annotations

import datetime as dt

from tests.unit.builders import DANA, ZONE, decision, interview, reply
from tests.unit.notices.scene import NOW, standing_process
from watcher.model import DraftState, Mark, MarkKind, Side, Status, Step, StepKind
from watcher.notices.digest import digest_of, told
from watcher.store import Standing

TODAY = NOW.date()
CALL = Step(StepKind.CALL, dt.date(2026, 3, 13), (DANA,), "silence")
CHECK_IN = Step(StepKind.CHECK_IN, TODAY, (DANA,), "silence")
REPLY = Step(StepKind.REPLY, None, (), "they asked")
ATTEND = Step(StepKind.ATTEND, TODAY, (), "booked")


def digest(*found, standings=()):
    return digest_of(found, standings, NOW, ZONE)


def test_each_process_stands_where_it_belongs():
    turn = standing_process(REPLY, id="turn", my_turn=True, status=Status.WAITING_ON_ME)
    call = standing_process(CALL, id="call")
    to_come = standing_process(CHECK_IN, DraftState.DUE, id="come")
    saved = standing_process(CHECK_IN, DraftState.EXISTS, id="saved")
    edited = standing_process(CHECK_IN, DraftState.EDITED, id="edited")
    sent = standing_process(CHECK_IN, DraftState.SENT, id="sent")
    meets = standing_process(ATTEND, id="meets", interviews=(interview("2026-03-16 14:00"),), status=Status.SCHEDULED)
    wrote = standing_process(id="wrote", last_of_theirs=reply(Side.THEM, "2026-03-15 00:00"))
    before = standing_process(id="before", last_of_theirs=reply(Side.THEM, "2026-03-14 23:59"))
    by_today = standing_process(id="today", decision=decision("2026-03-16"))
    passed = standing_process(id="passed", decision=decision("2026-03-15"))
    long_ago = standing_process(id="ago", decision=decision("2026-03-14"))
    found = digest(turn, call, to_come, saved, edited, sent, meets, wrote, before, by_today, passed, long_ago)
    parts = {
        "my_turn": found.my_turn,
        "due": found.due,
        "drafts": found.drafts,
        "interviews": found.interviews,
        "replies": found.replies,
        "dates": found.dates,
    }
    assert {name: {p.application.id for p in members} for name, members in parts.items()} == {
        "my_turn": {"turn"},
        "due": {"call", "come"},
        "drafts": {"saved", "edited"},
        "interviews": {"meets"},
        "replies": {"wrote"},
        "dates": {"today", "passed"},
    }


def test_in_words():
    turn = standing_process(REPLY, my_turn=True, last_of_theirs=reply(Side.THEM, "2026-03-15 18:10"))
    call = standing_process(CALL, company="Tidewater", role="")
    passed = standing_process(company="Gannet Bay", decision=decision("2026-03-15"))
    parked = Standing("work", parked=NOW)
    assert told(digest(turn, call, passed, standings=[parked, Standing("home")]), ZONE) == (
        "Monday 16 March 2026\n"
        "\n"
        "Accounts that wait for you\n"
        "  work: `watcher status` says why\n"
        "\n"
        "Your turn\n"
        "  Acme Robotics, Backend Engineer: reply to Dana Ruiz, who wrote yesterday  [abc123]\n"
        "\n"
        "Due\n"
        "  Tidewater: call Dana Ruiz, due since Friday 13 March  [abc123]\n"
        "\n"
        "Replies since yesterday\n"
        "  Acme Robotics, Backend Engineer: Dana Ruiz wrote yesterday at 18:10  [abc123]\n"
        "\n"
        "The day they named\n"
        "  Gannet Bay, Backend Engineer: they meant to answer by yesterday, and have not  [abc123]\n"
    )


def test_a_quiet_day_says_so():
    assert told(digest(standing_process()), ZONE) == "Monday 16 March 2026\n\nNothing needs you today.\n"


def test_a_muted_process_is_not_in_it():
    muted = standing_process(
        Step(StepKind.NONE, None, (), "you muted it"),
        decision=decision("2026-03-16"),
        last_of_theirs=reply(Side.THEM, "2026-03-16 09:00"),
        marks=(Mark(MarkKind.MUTE, "", NOW),),
    )
    assert digest(muted).is_empty


def test_no_name_breaks_a_line():
    hostile = standing_process(CALL, company="Acme\n\nDue\n  \x1b[31mPay\x07 " + "x" * 300, role="\u202ea\rb")
    lines = told(digest(hostile), ZONE).splitlines()
    assert len(lines) == 4
    assert "\x1b" not in lines[3]
    assert len(lines[3]) < 250
