"""Words that many English rules share, as pieces of regular expressions over plain text (`heard.plain`)."""

from __future__ import annotations

import re

from watcher.inference.sentences import Marks

__all__ = [
    "DAY",
    "DENIED",
    "GREETING",
    "HAVE",
    "IF",
    "JOB",
    "MARKS",
    "NOT",
    "SILENCE",
    "SMALL",
    "SOMEONE_ELSE",
    "SUITS",
    "TALK",
    "any_of",
]

_ABBREVIATIONS = frozenset(
    "mr. mrs. ms. mx. dr. prof. rev. sr. jr. st. no. nr. ref. ext. tel. approx. appr. est. dept. div. govt. "
    "e.g. i.e. eg. ie. cf. vs. viz. incl. excl. max. min. mins. hrs. hr. wk. wks. resp. reg. "
    "a.m. p.m. inc. ltd. pvt. pty. co. corp. bros. assoc. univ. dipl. "
    "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
    "mon. tue. tues. wed. weds. thu. thur. thurs. fri. sat. sun. i.a. p.p. b.sc. m.sc. ph.d. p.e.".split()
)
MARKS = Marks(_ABBREVIATIONS, letters=frozenset("i"), turn=re.compile(r"\bbut\b|\bhowever\b|;"))
"""Where English sentences end."""
SMALL = frozenset(
    "the this that these those there here then now and but for nor yet not yes please thanks thank dear hello hey good "
    "great fine well sorry just also only even still again always never ever soon later first last next after before "
    "since until till while once because though although however meanwhile anyway otherwise perhaps maybe again "
    "nothing something anything everything nobody somebody anybody everybody someone anyone everyone one two three "
    "you your yours she her hers him his they them their theirs our ours its who whom whose what which when where why how "
    "about above across against along among around behind below beside between beyond down during from into near off "
    "onto out over past per than through under upon with within without are was were been being did does doing done had "
    "has have having would can could should might must shall give take let see say tell come make send bring "
    "ask know think hope look bear keep put get got went gone came said told asked sent made took gave kept both each "
    "every either neither any all some such same other another more most less many much few several own too very "
    "quite rather really that's it's there's here's what's who's let's don't can't won't i'm i've i'll we're we've we'll "
    "you're you've you'll they're they've they'll he's she's happy glad speaking regarding concerning as if so at by in "
    "on of to or no an monday tuesday wednesday thursday friday saturday sunday "
    "january february march july august september october november december".split()
)
"""Words that name nobody, though they begin sentences."""


def any_of(*patterns: str) -> str:
    """One of several patterns, as one group."""
    return "(?:" + "|".join(patterns) + ")"


DAY = r"(?:tomorrow|today|tonight|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|\d)"
"""A day, or the figure with which one begins."""

JOB = any_of(
    "roles?",
    "positions?",
    "posts?",
    "jobs?",
    "vacanc(?:y|ies)",
    "openings?",
    "opportunit(?:y|ies)",
    "appointments?",
    "requisitions?",
    "reqs?",
    "seats?",
    "spots?",
    "gigs?",
    "headcounts?",
    "assignments?",
    "placements?",
    "traineeships?",
    "apprenticeships?",
    "internships?",
    "campaigns?",
    "fellowships?",
    "lectureships?",
    "curatorships?",
    "professorships?",
    "berths?",
    "tenures?",
)
"""What an employer has to give."""

TALK = any_of(
    "calls?",
    "chats?",
    "conversations?",
    "talks?",
    "interviews?",
    "meetings?",
    "visits?",
    "sessions?",
    "screen(?:ing)?s?",
    "discussions?",
    "rounds?",
    "natter",
    "catch-?up",
    "panels?",
    "presentations?",
    "trials?",
    "trail",
    "stage",
    "tours?",
    "walk ?-?(?:round|around|through)",
    "assessments?",
    "lessons?",
    "zoom",
    "coffee",
    "tasting",
    "audition",
)
"""Forms of meeting about a job."""

_NEGATED = "do does did wo ca is are was were have has had could would should".split()
NOT = any_of(r"\bnot\b", rf"\b(?:{'|'.join(_NEGATED)})n'?t\b", r"\bcannot\b", r"\bnever\b")
"""A negation, also as thumbs type it ("wont")."""

HAVE = (
    r"(?:'ve|'s|'d| have| has| had| is| are| was| were| been| be|'re| will|'ll| now| since| just| already| decided to)*"
)
"""Auxiliaries and small words between a subject and its verb."""

IF = any_of(
    r"\b(?:if|unless|whether|in case|in the event|assume|until|till|before(?! the (?:panel|board|committee|jury))|once|when|suppose|might|(?<!\d )(?<!\dth )(?<! of )may(?! \d)|yet to|far from)\b",
    r"\bshould (?:you|we|they|the|your)\b",
    r"\b(?:never said|doesn't mean|not saying|hope not)\b",
    r"\b(?:nobody has|no one has|sometimes|often|usually|always|rarely)\b",
)
"""What makes the rest of a clause a thought and not a fact."""

DENIED = any_of(NOT + r"[^,;]{0,25}$", r"\b(?:no|nothing|nobody|no one|none|nor|hardly|without)\b[^,;]{0,12}$")
"""For a guard: what stands just before is denied."""

SOMEONE_ELSE = any_of(
    r"(?:someone|somebody|another|others?|the other|a different)\b",
    r"(?:an?|the|our|one|two|some) (?:[\w-]+ ){0,4}?(?:candidates?|applicants?|persons?|people|colleagues?|employees?|incumbent|insider|apprentice|nephew|niece|cousin|linguist|appointee)\b",
    r"(?:other |stronger |different |some |more )*(?:candidates|applicants|people)\b",
    r"(?:an|the|our) (?:internal|external|existing|insider)",
    r"a (?:bloke|lad|guy|fella|woman|lady|chap|girl|man|fellow|colleague)\b",
    r"(?:a|the) (?:woman|man|lady|gentleman|girl|lad|fellow|chap|bloke|guy|person|one) (?:from|who|with|out of|that)\b",
    r"one of (?:the|our|their|his|her|its)\b",
    r"(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame)\b\.? (?!(?:you|and)\b)\w",
)
"""Whoever got the job in my place."""

SUITS = any_of(
    "suits?",
    "works?",
    r"is (?:good|fine|great|perfect|ok|okay|convenient|all good)",
    r"would (?:suit|work|be (?:good|fine|great|perfect|ok|okay))",
)
"""What people say of a time they like."""

GREETING = (
    r"^(?:\W*(?:hi|hey|hello|dear|hiya|good (?:morning|afternoon|evening|day)|g'day|morning|afternoon|mornin)\b"
    r"[^,!.?]{0,30}[,!.:-]+ ?|[a-z]+(?: [a-z]+)? ?[,!-]+ )?"
)
"""The start of a sentence, with the address that may stand before its first word."""
SILENCE = any_of(
    r"\b(?:i|we)(?:'ll| will| shall) (?:take|read|count) (?:it|that|this|silence|no (?:answer|news|reply)) (?:that|as|for|to mean|is|you)\b",
    r"\bunless (?:i|we) hear (?:otherwise|differently|from you)\b|\bunless you (?:tell|let) (?:me|us) (?:know )?(?:otherwise|that|different)",
    r"\b(?:shout|holler|yell|scream|say(?: so)?|ring(?: me)?|call(?: me)?|text(?: me)?|let (?:me|us) know|tell (?:me|us)|just reply) if (?:that|this|it|the \w+)(?:'s| is| are| does| will)? ?(?:not|n't|no good|no use|a no\b|wrong|a problem|bad|impossible|trouble)",
    r"\bif (?:that|this|it|the \w+)(?:'s| is) (?:no good|no use|a problem|impossible|a no)\b[^.;?]{0,20}\b(?:shout|holler|yell|ring|call|text|tell|let (?:me|us) know|say)\b",
    r"\bno need to (?:reply|write back|answer|confirm|respond) unless\b|\b(?:otherwise|else),? (?:there(?:'s| is) )?no need to (?:reply|write back|answer|confirm|respond)\b",
    r"\b(?:else|otherwise),? (?:i(?:'ll| will)|we(?:'ll| will)|you(?:'re| are) all set|see you)\b",
)
"""How they say that no answer of mine is a yes: "shout if that's no good", "unless I hear otherwise"."""
