"""A process as a line of signs."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import DANA, MINE, ZONE, decision, interview, mail, moment, process
from watcher.cli.spark import legend, scale_for, spark
from watcher.model import DraftState, Side, Status, Step, StepKind, Thread
from watcher.scan import Process

TODAY = dt.date(2026, 3, 10)
WAITS = Step(StepKind.CHECK_IN, dt.date(2026, 3, 12), (DANA,), "why")


def standing(*entries, step=WAITS, **values) -> Process:
    return Process(
        process(threads=(Thread("t", "x", entries),), **values), step, DraftState.NONE, moment("2026-03-10 09:00")
    )


def drawn(one: Process, width: int = 40) -> str:
    return spark(one, scale_for([one], TODAY, ZONE, width), ZONE).plain


def test_each_day_tells_who_wrote_and_what_was_held():
    one = standing(
        mail(1, "2026-03-02 10:00"),
        mail(2, "2026-03-02 11:00", MINE),
        mail(3, "2026-03-04 10:00", MINE),
        mail(4, "2026-03-06 10:00"),
        mail(5, "2026-03-07 10:00", side=Side.MACHINE),
        interviews=(interview("2026-03-05 10:00"),),
        decision=decision("2026-03-11"),
    )
    assert drawn(one) == "◉·○◆●▪···│◇▸"


def test_what_is_due_today_or_was_stands_before_the_bar():
    assert drawn(standing(mail(1, "2026-03-08 10:00"), step=Step(StepKind.CALL, TODAY, (), "why"))) == "●·▸│"


def test_where_days_do_not_fit_a_sign_stands_for_several():
    one = standing(mail(1, "2026-01-20 10:00"), mail(2, "2026-03-10 08:00", MINE))
    assert drawn(one, 30) == "●" + "·" * 23 + "○│▸"


def test_the_line_of_what_is_over_ends_with_its_last_word():
    assert drawn(standing(mail(1, "2026-03-05 10:00"), mail(2, "2026-03-06 10:00"), status=Status.CLOSED,
                          step=Step(StepKind.NONE, None, (), "closed"))) == "●●    │"  # fmt: skip


def test_the_legend_tells_the_signs_that_are_there_and_no_others():
    one = standing(mail(1, "2026-03-08 10:00"))
    scale = scale_for([one], TODAY, ZONE, 40)
    told = legend([spark(one, scale, ZONE)], scale).plain
    assert told == "● they wrote  ▸ due  │ today  (a sign is a day, from 8 Mar)"


@given(
    st.lists(st.integers(-400, 0), min_size=1, max_size=8),
    st.none() | st.integers(-60, 400),
    st.integers(8, 60),
)
def test_a_line_is_never_wider_than_it_may_be_and_its_last_past_sign_ends_today(days, due, width):
    sent = [moment("2026-03-10 08:00") + dt.timedelta(days=day) for day in sorted(days)]
    step = Step(StepKind.CHECK_IN, TODAY + dt.timedelta(days=due), (), "why") if due is not None else WAITS
    one = standing(*(mail(n, f"{at:%Y-%m-%d %H:%M}") for n, at in enumerate(sent)), step=step)
    scale = scale_for([one], TODAY, ZONE, width)

    assert len(spark(one, scale, ZONE).plain) <= width
    assert scale.place(TODAY) == scale.past - 1
    assert scale.place(TODAY + dt.timedelta(days=1)) == scale.past
