"""A cadence in words, and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from watcher.cadence.policy import WEEKDAYS, Among, Anchor, Channel, Choice, Policy, Purpose, Rule, Wait, spelled
from watcher.model import Step

__all__ = ["policy_form", "rows", "step_form"]

_SINCE = {
    Anchor.INTERVIEW: "the interview",
    Anchor.STATED_DATE: "the date they named",
    Anchor.LAST_ACTIVITY: "the last word or interview",
    Anchor.LAST_FOLLOW_UP: "your last follow-up",
}
_ONLY = {"met": "who interviewed you", "named": "by name", "welcomes": "who said it was fine to write to them"}
_LETTERS = {"status": "two sentences", "inquiry": "a candid question"}


def rows(policy: Policy) -> Iterator[tuple[str, str]]:
    """What is done, and when: a line each."""
    for rule in policy.rules:
        what = "thank you" if rule.purpose is Purpose.THANK_YOU else "call" if rule.channel is Channel.CALL else "mail"
        yield what, _when(rule)
    yield "move on", _end(policy)
    yield "to", ", ".join(_whom(choice) for choice in policy.contacts)
    if policy.among is Among.CLOSEST:
        yield "", "of several the one who wrote to you most often"
    excluded = (["weekends", "public holidays"] if policy.days_off else []) + [
        f"{WEEKDAYS[day].capitalize()}s" for day in sorted(policy.never_on)
    ]
    if excluded:
        yield "never on", " and ".join(filter(None, [", ".join(excluded[:-1]), excluded[-1]]))
    yield "absence", f"nothing before {policy.after_return} after they are back"
    if policy.candid_after:
        yield "words", f"a recruiter is asked candidly once {policy.candid_after} are over"
    if policy.moves_on_when_away:
        yield "leaning", "move on once they encourage you to look elsewhere"
    if policy.one_more_when_towards:
        yield "leaning", "one follow-up more once they say that they are very interested"
    if policy.farewell:
        yield "farewell", "gracious thanks after a rejection"


def _when(rule: Rule) -> str:
    said = [_since(rule)]
    if rule.inside:
        said.append("inside their days")
    if rule.until:
        said.append(f"until {rule.until} after it")
    if rule.stages:
        said.append(f"where the last interview was {' or '.join(_stage(stage) for stage in sorted(rule.stages))}")
    if rule.each:
        said.append("to each apart")
    if rule.letter:
        said.append(_LETTERS[rule.letter])
    return ", ".join(said)


def _since(rule: Rule) -> str:
    if rule.factor != 1:
        times = "twice" if rule.factor == 2 else f"{rule.factor:g} times"
        over = f"{times} the time that they named"
        return f"{rule.wait} after {over} is over" if rule.wait.count else f"when {over} is over"
    if rule.wait.count:
        return f"{rule.wait} after {_SINCE[rule.anchor]}"
    return f"on {'' if rule.anchor is Anchor.STATED_DATE else 'the day of '}{_SINCE[rule.anchor]}"


def _stage(stage: str) -> str:
    return {"screen": "a first call", "interview": "a full one", "onsite": "on site"}.get(stage, stage)


def _end(policy: Policy) -> str:
    end = policy.end
    cap = end.follow_ups
    most = f" of at most {spelled(cap)}" if cap else ""
    last = "the follow-up" if cap == 1 else f"the last follow-up{most}"
    said = [f"{end.wait} after {last}"]
    if end.call_ends:
        said.append("a call is the last")
    if end.silence:
        said.append(f"or once there were {end.silence} of silence")
    return ", ".join(said)


def _whom(choice: Choice) -> str:
    role = str(choice.role).replace("_", " ")
    return f"{role} {_ONLY[choice.only]}" if choice.only else role


# -- data ---------------------------------------------------------------------------------------


def policy_form(policy: Policy) -> dict[str, Any]:
    """A cadence, key by key as its file has it."""
    end = policy.end
    return {
        "name": policy.name,
        "summary": policy.summary,
        "whose": policy.whose,
        "contacts": [{"role": choice.role, "only": choice.only} for choice in policy.contacts],
        "among": policy.among,
        "never_on": [*(["days off"] if policy.days_off else []), *(WEEKDAYS[day] for day in sorted(policy.never_on))],
        "candid_after": _wait(policy.candid_after),
        "farewell": policy.farewell,
        "steps": [
            {
                "purpose": rule.purpose,
                "anchor": rule.anchor,
                "wait": _wait(rule.wait),
                "until": _wait(rule.until),
                "channel": rule.channel,
                "factor": rule.factor,
                "inside": rule.inside,
                "stages": sorted(rule.stages),
                "each": rule.each,
                "letter": rule.letter,
            }
            for rule in policy.rules
        ],
        "end": {
            "wait": _wait(end.wait),
            "follow_ups": end.follow_ups,
            "silence": _wait(end.silence),
            "call_ends": end.call_ends,
        },
        "absence": {"after_return": _wait(policy.after_return)},
        "leaning": {
            "away": "move on" if policy.moves_on_when_away else "go on",
            "towards": "one more" if policy.one_more_when_towards else "go on",
        },
    }


def step_form(step: Step) -> dict[str, Any]:
    """A step that would come."""
    due = step.due.isoformat() if step.due else None
    return {
        "kind": step.kind,
        "due": due,
        "to": [address.email for address in step.to],
        "why": step.why,
        "letter": step.letter,
        "apart": step.apart,
    }


def _wait(wait: Wait | None) -> dict[str, int] | None:
    return {str(wait.unit): wait.count} if wait else None
