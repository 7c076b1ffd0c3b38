"""What a time can be of without being a meeting with me: a deadline, an answer, a meeting of other people."""

from __future__ import annotations

import re

__all__ = ["NO_MEETING", "OTHER_BUSINESS", "OTHER_PEOPLE"]

_WITH_OTHERS = (
    r"\b(?:other|another|last|next|final|remaining)(?: \w+){0,2} (?:candidate|applicant|finalist)s?\b|\b(?:someone|somebody) else\b"
    r"|\b(?:his|her|one more|two more) interviews?\b"
    r"|\b(?:i|we|he|she|they)(?:'m|'re|'s|'ll| am| are| is| will| have| has)?(?: be)?(?: a)? (?:speak|talk|see|meet|call|chat)(?:s|ing)?"
    r"(?: to| with)? (?:the|our|my|his|him|them|her)\b(?! \d| call)"
)
"""Somebody meets, and I am not there."""
NO_MEETING = (
    r"\b(?:expires?|lapses?|deadline|closes?|closing date|(?:filing|application|posting|submission) (?:period|window)|cut-off|start date|onboarding|orientation|induction|first day|open (?:day|evening|house)|webinar|rsvp|mixer|barbecue"
    r"|outcome|decision|decid\w+|deliberat\w+|answer|verdict|results?|hear (?:from|back|by|on)|in touch|to (?:discuss|compare|rank|score)|feedback|whichever way|either way|one way or|let you know"
    r"|(?:board|committee|jury|council|governors)(?: \w+)? (?:meets?|meeting|sits?|convenes?)(?! (?:with )?you)"
    r"|(?:(?<!interview )(?<!selection )(?<!your )board|committee|council|governors) (?:has|have|is|was)(?: now| just)?(?: been)? (?:brought forward|put (?:back|off)|moved|pushed|bumped))\b"
    rf"|{_WITH_OTHERS}"
)
"""What is no meeting with me, whatever word of one stands beside it."""
OTHER_BUSINESS = re.compile(
    NO_MEETING
    + r"|\b(?:submit|send|upload|return|complete|deliver|kick-?off|starts? (?:on|work|mon|tue|wed|thu|fri)\w*|your boots|joining us as"
    r"|(?:might|may) (?:well )?(?:want|wish|like|need|have) to|make up|announce\w*|settle|published|displayed|released|imagine)\b"
)
"""What a time can be of without being a meeting: a deadline, their answer, a start of work."""
OTHER_PEOPLE = re.compile(
    r"\b(?:on leave|on holiday|away|back (?:on|at|in)|out of office|in meetings|not in|train|bus|boat|ferry|flight|plane|lands?|doors|parking|candidates"
    r"|congress|conference|teach\w*|cousin|mate|race|road|closed|shut)\b"
)
"""What other people do at a time: an absence, a journey, a meeting without me."""
