"""Who is away and until when, who has left, and who takes over."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from watcher.inference.en.people import NAME
from watcher.inference.en.times import find_times
from watcher.inference.heard import Heard
from watcher.inference.phrases import Phrase
from watcher.inference.rules import LEARNED
from watcher.inference.times import Grain, Modifier, TimeExpression
from watcher.model import Address, Automatic, Confidence, Kind, Side, Statement
from watcher.reading.names import names_of
from watcher.text import shorten

__all__ = ["absences"]

_OUT = (
    r"(?:out of (?:the )?(?:office|town|country|reach)|on (?:annual |sick |parental |maternity |paternity |medical |study |bereavement )?(?:leave|holidays?|vacation|pto)"
    r"|away|off(?= (?:work|sick|today|until|till|til|from|on|this|next|for|to))|travell?ing|ooo|not (?:be )?(?:in|working|available|at my desk)|unavailable|on a (?:course|business trip|cruise)|sailing|at a conference)"
)
_AWAY = Phrase(
    rf"\bi(?:'m| am|'ll be| will be| shall be)?(?: currently| now| also| then| actually)?(?: be)? {_OUT}\b|^(?:currently |now )?{_OUT}\b|\b(?:the|our|my) office (?:is|will be) closed\b|^(?:school|the school|the office) is closed"
)
_BACK = re.compile(
    r"\b(?:back|return(?:ing|s)?|again)(?: (?:to|at|in|from|with)(?: (?:the|my|our|work|leave|annual leave|school|office|desk|holidays?|vacation|you))*| online| again| available| on| only)*\W*$"
)
_RETURNS = re.compile(
    r"\b(?:back|return\w*|resum\w+|again|first day|next (?:\w+ )?day|at (?:my|her|his|their|the) desk|in (?:the )?office|on duty"
    r"|normal (?:service|hours)|repl(?:y|ies)|respond\w*|answer\w*|attend(?:ed)? to|reach(?:able|ed)|available)\b"
)
"""What an automatic reply says of the day on which it ends; of whom, hardly matters there."""
_INCLUDED = re.compile(r"\b(?:up )?to and including\W*$|\b(?:through|thru|up to)\W*$")
_I_WILL_BE_BACK = re.compile(
    r"\b(?:i'm|i am|(?:i|and) (?:will|shall|am)|i'll)(?: be)?(?: (?:then|only|safely|also))? back\b(?! to you)(?: [\w']+){0,4}\W*$"
)
_MINE_BACK = re.compile(r"\b(?:i|i'm|i'll|we|returning|back)\b")
_I_AM_BACK = re.compile(r"[\s,]*(?:i|we)(?:'m| am|'ll be| will be| are| shall be| return| come)? (?:again|back)\b")
_LONGEST = dt.timedelta(days=120)
"""Who is away for longer writes of something else, or will not be the one to answer."""
_OTHERS = re.compile(
    r"\b(?:he|she|they|he's|she's|they're|hes|shes|boss|the (?:director|manager|client|team|panel|board|owner|principal|dean|ceo|cto|hiring manager|department|head)|mr|ms|mrs|dr|everybody|everyone|our (?:gm|ceo|director|manager|head)|his|her)\b"
)

_LEFT = Phrase(
    rf"(?P<who>{NAME})(?:,? [^,.]{{1,40}},)?(?: has| have|’s|'s| is| and [\w&. ]{{1,40}})?(?: now| since| recently| sadly)? (?:left (?:the (?:company|business|firm|school|team|trust|organi[sz]ation|agency|practice)|us|our)|"
    rf"no longer (?:works?|working|with|at|employed|part of|handl\w+|here)|parted (?:ways|company)|moved on\b|departed|quit\b|handed in (?:her|his|their) notice|leaving (?:us|the (?:company|business|firm|team))|retired)"
)
_I_LEAVE = Phrase(
    r"\b(?:(?:today|tomorrow|friday|this|\w+day) (?:is|was|will be) my last (?:day|week)|my last day (?:at|with|here|is|was|will)|i(?:'m| am|'ll be| will be| have|'ve) (?:now )?(?:left|leaving|moving on from|no longer (?:with|at|working|employed))(?! (?:you|the (?:office|room)|for|on|at \d|early|now|my (?:phone|desk)))\b"
    r"|this (?:mailbox|address|inbox|account|e?-?mail address) (?:is|will be|has been) (?:closed|deactivated|no longer (?:monitored|in use|active)|shut))"
)
_GONE_MACHINE = re.compile(
    r"\b(?:has (?:left|departed|resigned|finished (?:with|at))|(?:ha(?:s|ve)|i) retired|\w's last day was|(?<!\bi )have left (?:the|our|us)|(?<!is )(?<!are )(?<!be )(?<!i )(?:finished (?:with|at|up (?:with|at))|retired from|resigned from|left (?:us|our)\b)"
    r"|no longer (?:with|works?|employed|working|at)|is no longer (?:monitored|read|in use|active|valid))\b"
)
_A_NAME = re.compile(NAME)
_FAILED = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_TAKES_OVER = Phrase(
    rf"(?P<who>{NAME})(?: ?\([^()]{{1,30}}\))?,?(?: (?:from [\w ]{{1,30}}|my colleague|(?:in|on) (?:copy|cc)|cc’d|cc'd|copied(?: in| here)?),?)?(?: who)?(?: will| is going to|'ll|’ll| now| has| is|'s|’s)?(?: be)?(?: now)? "
    r"(?:runs? (?:the rest|it|this|things|the (?:search|process))|continu(?:es|e|ing) (?:with|the|this)|tak(?:es|ing|e) (?:over|it from here|care of)|taken over|your (?:new )?(?:contact|point of contact|main contact|recruiter|(?:go-to|person)(?= (?:from|for|now|going)))|adopt(?:s|ing) you|there for you|look(?:s|ing)? after (?:you|your|the|this)|handl(?:es|ing|e) (?:your|the|this|it)|pick(?:s|ing|ed)? (?:this|it|things|the \w+(?: \w+)?) up|pick(?:s|ing|ed)? up (?:my|the|your|this|from)|own(?:s)? (?:the|this|your)"
    r"|guid(?:e|ing) you|help(?:ing)? you (?:from|with)|coordinat(?:e|es|ing) (?:the|your)|be in touch (?:with you )?(?:about|to|from now|instead|going forward))"
)
_HANDED = Phrase(
    rf"\b(?:hand(?:s|ing|ed)? of|hand(?:s|ing|ed)? (?:you|this|it|things|my (?:desk|files?|cases|candidates|caseload|searches)|the (?:search|process|reins|baton)|your (?:file|application|process)|over)(?: over)? to|(?:your|the) (?:new )?(?:contact|point of contact|recruiter)(?: \w+){{0,3}} is|(?:^|[,;-] )over to|pass(?:ing|ed)? (?:you|this|your (?:file|details|application)) (?:on |over )?to|your (?:file|application|candidacy|process) (?:passes|goes|moves|is (?:now )?with|transfers)(?: on| over)?(?: to)?|introduc(?:e|ing)(?: you to)?|"
    rf"(?:contact|write to|reach out to|email|e-mail|refer to|deal with|liaise with|direct (?:\w+ ){{1,4}}to)) (?:my (?:colleague|successor|replacement|teammate)s?,? )?(?P<who>{NAME})"
)
_TAKEN_ON = Phrase(
    rf"(?:^|\b(?:I|I['’]m|I['’]ve|I am|I have|and) )(?:\w+ ){{0,2}}?(?:(?:[Tt]ak(?:en|ing|e)|took) (?:over|charge of|on)|inherited|[Cc]over(?:ing)?(?: for)?|(?:[Ss]tand|[Ss]tood|[Ff]ill|[Ss]tep|[Ss]it)(?:ing|ping|ting|ed|ped)? in for|[Dd]eputis(?:e|ing) for|[Pp]ick(?:ed|ing)? (?:this|it|things|you) up from)(?: (?:from|for|of))?(?: [a-z]+){{0,3}} {NAME}"
    r"|\b(?:hand|pass|turn|giv|gave|left)\w*(?: over)? (?:me (?:all )?(?:her|his|their)|(?:you|this|your \w+|(?:her|his|their|all) (?:\w+ )?\w+)(?: on| over| across)? to me|(?:on |over )?to me by)\b"
    rf"|\bI(?:['’]m| am)? (?:now )?(?:look(?:ing)? after|mind(?:ing)?) {NAME}['’]s\b|(?:{NAME}['’]s|\b(?:her|his|their)) (?:[a-z]+ ){{1,2}}?(?:came|come|passed|fell|landed|moved|went|sits?)(?: over| across| down)? (?:to|with|on|in) (?:me|my)\b"
)
"""The sender goes on with what was somebody else's."""
_ON_BEHALF_OF_ME = re.compile(
    r"\b(?:urgent|in my absence|while i(?:'m| am)|immediate|meantime|emergenc|until i)\b", re.IGNORECASE
)


def absences(heard: Heard) -> Iterator[Statement]:
    """AWAY_UNTIL, GONE and HANDS_OVER."""
    if heard.speech.side is Side.ME:
        return
    automatic = heard.message.envelope.automatic
    if automatic is Automatic.BOUNCE:
        yield from _bounced(heard)
        return
    if automatic in (None, Automatic.AWAY):
        yield from _away(heard)
        yield from _gone(heard)
    if automatic is None:
        yield from _handed_over(heard)


# -- away -----------------------------------------------------------------------------------------
def _away(heard: Heard) -> Iterator[Statement]:
    """The first day back: named as such where one is, else the day after the absence."""
    automatic = heard.message.envelope.automatic is Automatic.AWAY
    if not (automatic or _AWAY.may_be_in(heard) or any(" back " in text for text in heard.texts)):
        return
    out, said_out = None, automatic
    for number, (sentence, text) in enumerate(zip(heard.sentences, heard.texts, strict=True)):
        away = _AWAY.pattern.search(text)
        said_out = said_out or bool(away)
        if not said_out and " back " not in text:
            continue
        times = [time for time in find_times(sentence.text, heard.speech) if _is_ahead(time, heard)]
        if back := _first_day(times, text, _labelled(heard, number), automatic=automatic, said_out=said_out):
            yield _until(back.window.earliest or back.window.latest, sentence.text, "away.back_on")
            return
        for time in times if automatic or (away and not _OTHERS.search(text[: away.start()])) else ():
            closes = time.modifier is Modifier.UNTIL or bool(_INCLUDED.search(text[: time.start]))
            begins = away and away.start() < time.start and time.modifier not in (Modifier.AFTER, Modifier.SINCE)
            lasts = time.window.earliest not in (None, time.window.latest)
            if begins or (out is None and automatic and (closes or lasts)):
                out = _until(_after(time, text, heard), sentence.text, "away.until")
    if out is not None:
        yield out


def _is_ahead(time: TimeExpression, heard: Heard) -> bool:
    soon = time.window.latest - heard.speech.today <= _LONGEST
    return soon and not time.past and time.confidence is not Confidence.UNCLEAR


def _labelled(heard: Heard, number: int) -> str:
    """A sentence with the label before it: "First day back: Tuesday"."""
    before = heard.texts[number - 1] if number and heard.texts[number - 1].endswith(":") else ""
    return f"{before} {heard.texts[number]}"


def _first_day(
    times: Sequence[TimeExpression], text: str, labelled: str, *, automatic: bool, said_out: bool
) -> TimeExpression | None:
    """The day on which they are back; in an automatic reply any day that stands beside a word of return."""
    for time in times:
        before = text[: time.start]
        mine = _MINE_BACK.search(before) and not _OTHERS.search(before)
        if _I_AM_BACK.match(text, time.end) or (mine and _I_WILL_BE_BACK.search(before)):
            return time
        if said_out and mine and _BACK.search(before):
            return time
    if automatic and _RETURNS.search(labelled):
        since = () if _AWAY.pattern.search(text) else (Modifier.AFTER, Modifier.SINCE)
        days = [time for time in times if time.modifier in (Modifier.ON, *since)]
        return max(days, key=lambda time: (time.grain <= Grain.DAY, time.start), default=None)
    return None


def _after(time: TimeExpression, text: str, heard: Heard) -> dt.date:
    """The day back from an absence that lasts to `time`: "until the 9th" is back on the 9th, "through the 9th" is not."""
    last = time.window.latest
    inclusive = time.modifier is not Modifier.UNTIL or re.search(r"\b(?:through|incl\w*)\b", text)
    whole_day = time.window.earliest is None or time.window.earliest == last
    if time.modifier in (Modifier.UNTIL, Modifier.BY, Modifier.BEFORE) and not inclusive and whole_day:
        return last
    return heard.speech.calendar.add_business_days(last, 1)


def _until(day: dt.date, words: str, rule: str) -> Statement:
    return Statement(Kind.AWAY_UNTIL, shorten(words), rule, day=day)


# -- gone -----------------------------------------------------------------------------------------
def _gone(heard: Heard) -> Iterator[Statement]:
    """Who has left, by the rules; where none knows the words and the whole reads like it, whoever it may be."""
    ruled = tuple(_gone_by_rule(heard))
    judged = heard.judged.get(Kind.GONE)
    yield from ruled or (_gone_as_learned(heard, judged.telling().sentence) if judged and judged.enough else ())


def _gone_as_learned(heard: Heard, telling: int) -> Iterator[Statement]:
    """Those whom the sentence that tells most of it names, or the one before: "Imelda is a judge's clerk now".

    Not the sender, who rather has taken over, nor anybody the mail goes to.
    """
    envelope = heard.message.envelope
    present, writers = {address.email for address in envelope.people}, names_of(envelope.sender)
    for number in (telling - 1, telling - 2):  # the first that was judged is the subject
        words = heard.sentences[number].text if 0 <= number < len(heard.sentences) else ""
        names = (re.sub(r"['’]s$", "", match.group()) for match in _A_NAME.finditer(words))
        others = (name for name in names if writers.isdisjoint(name.casefold().split()))
        who = tuple(known for name in others if (known := _known(name, heard)) and known.email not in present)
        if who:
            yield Statement(Kind.GONE, shorten(words), f"gone.{LEARNED}", Confidence.LIKELY, who=who)
            return


def _gone_by_rule(heard: Heard) -> Iterator[Statement]:
    sender = heard.message.envelope.sender
    automatic = heard.message.envelope.automatic is Automatic.AWAY
    if not (automatic or _I_LEAVE.may_be_in(heard) or _LEFT.may_be_in(heard)):
        return
    for sentence, text in zip(heard.sentences, heard.texts, strict=True):
        if _I_LEAVE.pattern.search(text) or (automatic and _GONE_MACHINE.search(text)):
            yield Statement(Kind.GONE, shorten(sentence.text), "gone.sender", who=(sender,))
        elif match := _LEFT.pattern.search(sentence.text):
            who = _known(match["who"], heard)
            if who is not None:
                yield Statement(Kind.GONE, shorten(sentence.text), "gone.named", who=(who,))


def _bounced(heard: Heard) -> Iterator[Statement]:
    """The addresses a delivery failure names (RFC 3464), but for the system's own and mine."""
    envelope = heard.message.envelope
    seen: set[str] = set()
    for sentence in heard.sentences:
        if "delay" in sentence.text.lower():
            return  # a warning: it is still being tried
        for match in _FAILED.finditer(sentence.text):
            email = match.group().lower().rstrip(".")
            own = email in heard.speech.me.addresses or email == envelope.sender.email
            if not own and email not in seen and not email.startswith(("mailer-daemon@", "postmaster@")):
                seen.add(email)
                yield Statement(Kind.GONE, shorten(sentence.text), "gone.bounce", who=(Address(email),))


# -- handed over ----------------------------------------------------------------------------------
def _handed_over(heard: Heard) -> Iterator[Statement]:
    likely = {number for phrase in (_TAKEN_ON, _TAKES_OVER, _HANDED) for number in phrase.likely(heard)}
    for sentence in map(heard.sentences.__getitem__, sorted(likely)):
        who, rule = None, "hands_over"
        if _TAKEN_ON.pattern.search(sentence.text):
            who, rule = heard.message.envelope.sender, "takes_over"
        elif (match := _TAKES_OVER.pattern.search(sentence.text) or _HANDED.pattern.search(sentence.text)) is not None:
            who = None if _ON_BEHALF_OF_ME.search(sentence.text) else _known(match["who"], heard)
        if who is not None:
            yield Statement(Kind.HANDS_OVER, shorten(sentence.text), rule, who=(who,))


def _known(name: str, heard: Heard) -> Address | None:
    """The person of that name among those copied, else the bare name; None for a word that begins a sentence."""
    name = re.sub(r"^(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.? ", "", name).strip()
    first = name.split()[0].lower()
    envelope = heard.message.envelope
    for address in (*envelope.cc, *envelope.to):
        if address.email not in heard.speech.me.addresses and (
            first in address.name.lower().split() or address.local.startswith(first)
        ):
            return Address(address.email, address.name or name)
    if re.split(r"['’]", first)[0] in _NOT_NAMES or any(first in me.split() for me in (heard.speech.me.name.lower(),)):
        return None
    return Address("", name)


_NOT_NAMES = frozenset(
    "hi hello hey dear morning thanks i he she they we it the this that our your you please my who which someone somebody hr everybody everyone all let in as for from and but so since if when while "
    "today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday".split()
)
