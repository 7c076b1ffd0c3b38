"""The classifier, and rules held against it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.lessons import single
from tests.unit.inference.hearing import ALEX, RULES_ALONE
from watcher.inference import infer
from watcher.inference.classifier import Classifier, features
from watcher.inference.en import ALIKE, LANGUAGE
from watcher.inference.rules import LEARNED
from watcher.inference.weigh import coherent
from watcher.model import Confidence, Invite, Kind, Side, Statement

SMALL = {
    "kinds": {
        "rejected": {"intercept": -2.0, "doubt": 0.2, "enough": 0.6},
        "offer": {"intercept": -2.0, "doubt": 0.2, "enough": 0.6},
    },
    "features": {
        "sorry": [300, 900, -600],
        "lad": [400, 1600, 0],
        "a lad": [400, 1600, 0],
        "pleased": [300, -600, 1800],
        "the": [100, 0, 0],
    },
}


def small() -> Classifier:
    return Classifier.read(json.dumps(SMALL), {})


def judged(*sentences: str) -> dict[Kind, float]:
    return {each.kind: each.probability for each in small().judge(sentences)}


def test_words_that_weigh_for_a_kind_make_it_probable():
    assert judged("sorry, we gave it to a lad from leeds")[Kind.REJECTED] > 0.6
    assert judged("pleased to have the team complete")[Kind.OFFER] > 0.6


def test_a_mail_without_known_words_is_as_probable_as_any():
    assert judged("xyzzy") == judged("") == pytest.approx({Kind.REJECTED: 0.119, Kind.OFFER: 0.119}, abs=0.001)


def test_a_judgement_names_the_sentence_and_the_words_that_weigh_most():
    rejected, _ = small().judge(("the subject", "the hours are long.", "gave it to a lad"))
    assert rejected.enough
    sentence, words = rejected.telling()
    assert sentence == 2
    assert set(words[:2]) == {"lad", "a lad"}


def test_figures_days_and_months_count_by_their_sort():
    assert features("on friday at 10:30", ALIKE) == features("on tuesday at 9:15", ALIKE)
    assert features("by 3 march", ALIKE) == features("by 14 june", ALIKE)
    assert features("the 3rd", ALIKE) != features("the 3", ALIKE)


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    for each in small().judge((text,)):
        assert 0 <= each.probability <= 1


def read(
    text: str, by: str = "them", subject: str = "", *, learned: Classifier | None = None
) -> dict[Kind, Confidence]:
    language = replace(LANGUAGE, classifier=lambda _: learned) if learned else LANGUAGE
    found = infer(single({"by": by, "text": text, "subject": subject}, "1"), ALEX, language)
    return {s.kind: s.confidence for s in found}


def test_what_the_whole_mail_does_needs_no_rule():
    text = "Sorry mate. It went to a lad from Leeds."
    alone = infer(single({"by": "them", "text": "Sorry mate. The lad, a lad."}, "1"), ALEX, RULES_ALONE)
    assert not [s for s in alone if s.kind is Kind.REJECTED]
    assert read(text, learned=small())[Kind.REJECTED] is not Confidence.UNCLEAR


def test_a_rule_that_the_whole_mail_gives_little_for_moves_nothing():
    text = "I regret to inform you that your application has not been successful."
    alone = infer(single({"by": "them", "text": text}, "1"), ALEX, RULES_ALONE)
    assert [s.confidence for s in alone if s.kind is Kind.REJECTED] == [Confidence.SURE]
    doubting = json.loads(json.dumps(SMALL))
    doubting["features"]["regret"] = [300, -3000, 0]
    assert read(text, learned=Classifier.read(json.dumps(doubting), {}))[Kind.REJECTED] is Confidence.UNCLEAR


def test_sure_words_of_a_no_are_doubted_less():
    text = "I regret to inform you that your application has not been successful."
    doubting = json.loads(json.dumps(SMALL))
    doubting["kinds"]["rejected"] |= {"intercept": -2.0, "doubt": 0.4, "enough": 0.9}
    doubting["features"] = {"other": [100, 0, 0]}
    assert read(text, learned=Classifier.read(json.dumps(doubting), {}))[Kind.REJECTED] is Confidence.SURE


def test_what_the_whole_mail_may_do_is_told_and_moves_nothing():
    careful = json.loads(json.dumps(SMALL))
    careful["kinds"]["rejected"]["enough"] = 0.95
    learned = Classifier.read(json.dumps(careful), {})
    assert read("Sorry mate.", learned=learned)[Kind.REJECTED] is Confidence.UNCLEAR
    assert Kind.REJECTED not in read("Dear all.", learned=learned)


@pytest.mark.parametrize(
    ("known", "judged"),
    [
        (Kind.ON_HOLD, Kind.REJECTED),
        (Kind.PROPOSES, Kind.FILLED),
        (Kind.WAITS, Kind.ASKS_ME),
        (Kind.DECIDES_BY, Kind.ASKS_ME),
        (Kind.THANKS, Kind.WITHDRAWN),
        (Kind.NUDGES, Kind.NOT_INTERESTED),
    ],
)
def test_what_is_only_judged_gives_way_to_what_speaks_against_it(known: Kind, judged: Kind) -> None:
    alone = Statement(judged, "words", "the whole reads like it: words", Confidence.LIKELY)

    assert coherent([alone]) == [alone]
    refuted = coherent([Statement(known, "words", "a rule"), alone])[1]
    assert refuted.confidence is Confidence.UNCLEAR


@pytest.mark.parametrize("known", [Kind.MOVES, Kind.CANCELS])
def test_that_something_moves_or_is_called_off_says_nothing_against_a_no(known: Kind) -> None:
    judged = Statement(Kind.REJECTED, "words", "the whole reads like it: words", Confidence.LIKELY)

    assert coherent([Statement(known, "words", "a rule"), judged])[1] is judged


def test_a_question_that_the_whole_does_not_bear_out_is_doubted():
    words = "Could you send me your number?"
    learned = json.loads(json.dumps(SMALL))
    learned["kinds"] = {
        "rejected": SMALL["kinds"]["rejected"],
        "asks_me": {**SMALL["kinds"]["offer"], "intercept": 2.0},
    }
    assert read(words, learned=Classifier.read(json.dumps(learned), {}))[Kind.ASKS_ME] is Confidence.SURE

    learned["kinds"]["asks_me"]["intercept"] = -9.0
    assert read(words, learned=Classifier.read(json.dumps(learned), {}))[Kind.ASKS_ME] is Confidence.UNCLEAR


def test_what_is_doubted_and_what_is_learned_can_be_told():
    found = infer(
        single({"by": "them", "text": "Sorry. The lad, a lad."}, "1"),
        ALEX,
        replace(LANGUAGE, classifier=lambda _: small()),
    )
    (rejected,) = [s for s in found if s.kind is Kind.REJECTED]
    assert rejected.words == "The lad, a lad."
    assert '"a lad"' in rejected.rule


def dated(text: str, weight: int, invite: Invite | None = None) -> list[Statement]:
    about = {
        "kinds": {"decides_by": {"intercept": -2.0, "doubt": 0.1, "enough": 0.9}},
        "features": {"grapevine": [300, weight]},
    }
    language = replace(LANGUAGE, classifier=lambda _: Classifier.read(json.dumps(about), {}))
    dates = (Kind.DECIDES_BY, Kind.NO_DATE, Kind.UNREAD_DATE)
    message = replace(single({"by": "them", "text": text}, "1"), invite=invite)
    return [s for s in infer(message, ALEX, language) if s.kind in dates]


def test_a_day_for_their_answer_that_no_rule_can_read_is_told_where_the_mail_surely_names_one():
    text = "Thanks for coming. The grapevine hums when the swallows leave."
    assert [(s.kind, s.words) for s in dated(text, 1200)] == [
        (Kind.UNREAD_DATE, "The grapevine hums when the swallows leave.")
    ]
    assert dated(text, 300) == []


def test_the_whole_mail_has_a_say_in_whether_a_day_is_that_of_their_answer():
    text = "The grapevine hums. Petra rings round the finalists on Thursday."
    (promise,) = dated(text, 1200)
    assert (promise.kind, promise.confidence) == (Kind.DECIDES_BY, Confidence.LIKELY)
    assert promise.rule.startswith(LEARNED)
    assert dated(text, -1200) == []


def test_a_learned_day_is_no_answers_where_it_is_that_of_their_invitation():
    text = "The grapevine hums. Petra rings round the finalists on Thursday."
    noon = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
    assert dated(text, 300, Invite("1", 0, "REQUEST", noon, noon + dt.timedelta(hours=1))) == []
    assert dated(text, 900, Invite("1", 0, "REQUEST", noon + dt.timedelta(days=2), noon + dt.timedelta(days=3)))


def test_a_promise_in_known_words_needs_no_more():
    (promise,) = dated("The grapevine hums. You'll hear from us by Friday.", -900)
    assert (promise.kind, promise.confidence) == (Kind.DECIDES_BY, Confidence.SURE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The grapevine hums. We'll let you know by Friday.", Kind.DECIDES_BY),
        ("The grapevine hums. I can't commit to a timeline at this point.", Kind.NO_DATE),
    ],
)
def test_no_day_is_unread_where_one_is_read_or_taken_back(text: str, kind: Kind):
    assert [s.kind for s in dated(text, 1200)] == [kind]


def test_the_learned_weights_know_what_no_rule_was_written_for():
    # one plain mail a kind, from each side; the figures are printed by `make learn`
    said = {
        Kind.REJECTED: "Hi Sam, thanks again for the tour and the chat. It was close between the last two and in the end the "
        "committee preferred somebody with more years on wards. I wish I had better news, and all the best with your search.",
        Kind.OFFER: "Great news! Everyone loved meeting you and we'd like you to join us. Salary is 52k, start in June. The "
        "contract will follow by post, shout if anything in it looks odd.",
        Kind.ON_HOLD: "Bit of an awkward one: head office has paused all hiring while the merger goes through, so this role is "
        "on ice for now. I hope to pick it up with you in the autumn.",
    }
    for kind, text in said.items():
        assert read(text)[kind] is not Confidence.UNCLEAR, kind
    assert LANGUAGE.classifier(Side.ME) is not LANGUAGE.classifier(Side.THEM)
