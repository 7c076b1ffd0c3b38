"""Dates taken back, and answers that name none: the words by which English says so."""

from __future__ import annotations

import re

__all__ = ["DENIED", "GONE_BY", "NO_DATE", "PAST", "STILL_HOLDS", "WONDERS"]

_DATE = r"(?:date|day|deadline|timeline|time ?line|time ?scale|time ?frame|eta|idea when|clear view|estimate|schedule|timing|answer on timing)"

NO_DATE = re.compile(
    rf"\b(?:can't|cannot|can not|cant|couldn't|won't|wont|unable to|not able to|not in a position to|don't want to|do not want to|do not wish to|rather not|hard to|difficult to|impossible to|hesitant to|would not like to|refuse to|not going to)(?: \w+){{0,3}} "
    rf"(?:give|say|tell|commit|promise|offer|put|predict|guess|name|set|provide|estimate|invent|speak to|pin down|nail down)\b(?: \w+){{0,5}}? (?:{_DATE}|when|how (?:long|soon)|exactly|whether it|to anything)\b|"
    rf"\b(?:don't|do not|dont|doesn't|does not|didn't|haven't|have not|have|has|there is|there's|with|set|fixed|without) (?:yet )?(?:got |have |set |been given |give you )?(?:no|any|a|another) (?:\w+ ){{0,2}}{_DATE}\b(?! (?:next|for (?:your|the) interview))|"
    r"\b(?:(?:don't|do not|dont|doesn't|does not|not yet|don't yet|won't|nobody|no one|god|who|can't|cannot) (?:\w+ ){0,2}?(?:know|knows|say|tell|dares to say|dare say)|not (?:\w+ )?sure|no idea|unsure|unclear|uncertain|no telling|hard to (?:say|tell)|anyone's guess|no clue)(?: \w+){0,2} (?:when|which (?:day|week|month)|how (?:long|soon))\b|"
    r"\bnobody (?:dares|cares|wants|is able) to (?:say|tell|guess)\b|"
    r"\bwhen (?:they|it|we|he|she|that)(?:'ll| will| does)? (?:\w+ ){0,6}?(?:i )?(?:honestly |really |just |simply )?(?:cannot|can't|can not|don't|do not) (?:say|know|tell|predict)|"
    rf"\bno (?:new |firm |fixed |exact |set |clear |definite |further |other )*(?:date|timeline|timescale|timeframe|eta)(?:s)?\b(?! (?:for|change))|"
    r"\b(?:not|no longer|isn't|is not|hardly) (?:\w+ ){0,2}realistic\b|\buntil further notice\b|\bguess is as good as mine\b|\bup in the air\b|\bpostponed indefinitely\b|\bopen-ended\b|"
    r"\b(?:forget|disregard|ignore|scrap|scratch|strike|never mind) (?:about )?(?:the|that|what|my|any|all|our)\b[^.]{0,40}?(?:\bdate|\bdeadline|\btimeline|\bsaid|\btold|\bwrote|\bmentioned|§)|"
    r"\b(?:won't|will not|wont|not going to|isn't going to|is not going to|no longer going to|not be able to|can't|cannot|can't|unlikely to|don't think we'll|don't expect to|aren't going to|are not going to)(?: be able to)? "
    r"(?:(?:\w+ ){0,2}?(?:an?|any|our|your|the|my) )?(?:have|make|manage|hit|meet|decide|know|hear|get|give|happen|work|be (?:able|ready|available|possible)|reach|hold)\b[^.;]{0,50}?(?:§|\bdeadline|\bdate|as (?:stated|promised|planned|announced|hoped))|"
    r"§ (?:is|was|turned out|'s|isn't|won't|will not|is no longer|is not|are)(?: \w+){0,2} (?:off the table|happen|going to happen|going to work|too optimistic|no longer|out of the question|not possible)|"
    r"\b(?:that|it|this|which) (?:is not|isn't|won't|will not|is no longer) (?:going to )?(?:happen|be possible|work out|hold)\b|"
    r"\b(?:date|outcome|decision|answer|result)\b[^.;]{0,30} (?:won't|will not|wont|cannot|can't) (?:now )?(?:be|hold|come|arrive|stand)\b[^.;]{0,40}§|"
    r"\b(?:missed (?:that|it|the (?:date|deadline)))\b"
)
"""No date can be given, or the one given does not hold."""

DENIED = re.compile(
    r"\b(?:won't|will not|wont|wouldn't|would not|shan't|don't|do not|dont|doesn't|does not|didn't|did not|can't|cannot|can not|cant|couldn't|isn't|aren't|not|never|no longer|unable to|unlikely|nobody|no one|nothing|no (?:decision|news|answer|update|word|feedback|result|verdict|final)|without|neither|hardly)\b"
    r"(?!(?: only| just| later| least| surprised| hesitate| worry| else))"
)
"""A negation; what stands behind it in the same clause is denied."""

PAST = re.compile(
    r"\b(?:told (?:you|u)|did (?:say|tell|promise)|(?:we|i|they|he|she) (?:had|met|held|took|spoke|discussed|sent|saw|interviewed|heard|made|received) |promised (?:you|u)|said (?:i|we|it|you|the|that|by|end|this)|i said|we said|(?:had|'d) (?:hoped|expected|planned|meant|wanted|said|told|promised|thought|been told|anticipated|intended|aimed)|"
    r"(?:was|were) (?:hoping|thinking|about|supposed|going|due|meant|expecting|planning|originally|expected|aiming|scheduled) (?:to)?|hoped to|originally (?:\w+ ){0,2}|(?:should|would) have (?:been|heard|had|told|let|written|known|\w+ed)|meant to|initially|instead of|rather than|not§|not (?=§)|no longer|as (?:stated|announced|previously))\b"
)
"""What was meant once, and is no promise now: "I told you Friday", "we had hoped to decide this week"."""

STILL_HOLDS = re.compile(
    r"\bas (?:i|we|he|she|they|already|previously|just|discussed)? ?(?:said|mentioned|promised|told|discussed|agreed|announced|noted|indicated|explained)\b"
)
"""Words that look like `PAST` and keep the promise: "as I said"."""

GONE_BY = re.compile(
    r"\b(?:(?:thanks|thank you|thx|cheers|apologies|sorry)(?: \w+){0,3} (?:for|about) (?!(?:your |the |bearing|being|waiting|hanging|asking|checking|patience)*(?:patience|patient|wait|asking|us|me|with))|"
    r"(?:good|great|nice|lovely|wonderful|pleasure|pleased|glad|fun|delightful|fantastic|splendid|enjoyed|loved|enjoyable|pleasant)\b.{0,40}?\b(?:meet|met|meeting|see|seeing|saw|speak|speaking|spoke|talk|talking|talked|chat|chatting|"
    r"conversations?|having you|visit|interview|interviewing|getting to know)|your (?:interview|visit|presentation|application|email|mail|message|note|call)(?: \w+){0,2} (?:of|from|on|went|was|dated)|"
    r"(?:you|we|i|it) (?:did|gave|showed|presented|impressed|stood|spent|ran|asked)|came|arrived|happened|(?:was|were) (?!told|hoping|going|supposed|promised|informed|asked|wondering|planning|expecting)\w+)\b"
)
"""What precedes a day that has been: "thank you for coming in on Thursday"."""

WONDERS = re.compile(
    r"\b(?:as for|know|say|tell you|sure|idea|asked?|wonder(?:ing)?|no matter|depends on|matter of|see) (?:when|if|whether)\b"
)
"""A question inside a sentence: "as for when they'll decide"."""
