"""Words that many English rules share, as pieces of regular expressions over plain text (`heard.plain`)."""

from __future__ import annotations

__all__ = ["ABBREVIATIONS", "DENIED", "IF", "JOB", "NOT", "SOMEONE_ELSE", "SUITS", "TALK"]

ABBREVIATIONS = frozenset(
    "mr. mrs. ms. mx. dr. prof. rev. sr. jr. st. no. nr. ref. ext. tel. approx. appr. est. dept. div. govt. "
    "e.g. i.e. eg. ie. cf. vs. viz. incl. excl. max. min. mins. hrs. hr. wk. wks. resp. reg. "
    "a.m. p.m. inc. ltd. pvt. pty. co. corp. bros. assoc. univ. dipl. "
    "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
    "mon. tue. tues. wed. weds. thu. thur. thurs. fri. sat. sun. i.a. p.p. b.sc. m.sc. ph.d. p.e.".split()
)
JOB = (
    r"(?:role|position|post|job|vacancy|opening|opportunity|appointment|requisition|req|seat|spot|gig|headcount"
    r"|assignment|contract|placement|traineeship|apprenticeship|internship|campaign|fellowship)s?"
)
"""What an employer has to give."""

NOT = r"(?:\bnot\b|\b(?:do|does|did|wo|ca|is|are|was|were|have|has|had|could|would|should)n'?t\b|\bcannot\b|\bnever\b)"
"""A negation, also as thumbs type it ("wont")."""

DENIED = NOT + r"[^,;]{0,25}$|\b(?:no|nothing|nobody|no one|nor|hardly|without)\b[^,;]{0,12}$"
"""For a guard: what stands just before is denied."""

IF = (
    r"\b(?:if|unless|whether|should (?:you|we|they|the|your)|in case|in the event|assume|until|till|before|once|when"
    r"|suppose|might|may|haven't|hasn't|hadn't|have not yet|has not yet|yet to|far from|nobody has|no one has|hope not"
    r"|never said|doesn't mean|not saying|(?:sometimes|often|usually|always|rarely)\b)"
)
"""What makes the rest of a clause a thought and not a fact."""

SOMEONE_ELSE = (
    r"(?:someone|somebody|another|others?|a different|an? \w+(?: \w+)? (?:candidate|applicant|person)|a candidate"
    r"|(?:other |stronger |different |some )*(?:candidates|applicants|people)\b|(?:an|the|our) (?:internal|external|existing)"
    r"|an insider|a (?:bloke|lad|guy|fella|woman|lady|chap|girl|man)\b|one of (?:the|our)|the other (?:candidate|one|guy|person))"
)

TALK = (
    r"(?:call|chat|conversation|talk|interview|meeting|meet|visit|session|screen(?:ing)?|discussion|round|natter|catch-?up"
    r"|panel|presentation|demo lesson|trial|tour|walk ?-?(?:round|around|through)|debrief|assessment|lesson|zoom|video ?call|coffee)s?"
)
"""Forms of meeting about a job."""

SUITS = (
    r"(?:suits?|works?|is (?:good|fine|great|perfect|ok|okay|convenient|all good)|would (?:suit|work|be (?:good|fine|great|perfect|ok|okay))"
    r"|do(?:es)?(?:n't| not)? (?:suit|work))"
)
