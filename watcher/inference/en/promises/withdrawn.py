"""Dates taken back, and what makes a promise none: denials, the past, questions."""

from __future__ import annotations

import re

from watcher.inference.en.promises.cues import signal

__all__ = ["DENIED", "GONE_BY", "NO_DATE", "PAST", "STILL_HOLDS", "WONDERS", "happened", "happened_then"]

_DATE = r"(?:date|day|deadline|time ?line|time ?scale|time ?frame|time ?table|eta|clear view|estimate|schedule|timing)"
_CANNOT = (
    r"(?:can't|cannot|can not|cant|couldn't|won't|wont|(?:un|not )able to|not in a position to|(?:don't|do not) (?:want|wish) to|rather not|"
    r"(?:hard|difficult|impossible|hesitant) to|would not like to|refuse to|not going to)"
)
_WILL_NOT = (
    r"(?:won't|will not|wont|(?:(?:is|are) )?(?:isn't|aren't|not|no longer) going to|not be able to|can't|cannot|unlikely to|don't think we'll|"
    r"don't expect to)(?: be able to)?"
)
_KNOWS_NOT = (
    r"(?:(?:don't|do not|dont|doesn't|does not|not yet|won't|hasn't|haven't|not been|nobody|no one|god|who|who can|can't|cannot) (?:\w+ ){0,3}?(?:know|knows|say|said|told|speak|tell|dares to say|dare say)|"
    r"not (?:\w+ )?sure|no idea|unsure|unclear|uncertain|no telling|hard to (?:say|tell)|anyone's guess|no clue)"
)
_WHEN = r"(?:when|which (?:day|week|month)|how (?:long|soon))"

_SAID = r"(?:answer|verdict|decision|results?|outcome|date|announcement|deadline|call|(?:i|we|they) (?:gave|had|set)(?: you)?)"

NO_DATE = signal(
    "no date",
    # none can be given
    rf"{_CANNOT}(?: \w+){{0,3}} (?:give|say|tell|commit|promise|offer|put|predict|guess|name|set|provide|estimate|invent|speak to|pin down|nail down)"
    rf"(?: \w+){{0,5}}? (?:{_DATE}|{_WHEN}|exactly|whether it|to anything)",
    rf"{_KNOWS_NOT}(?: \w+){{0,2}} {_WHEN}",
    r"\b(?:i|we) (?:really |honestly |truly )?(?:couldn't|can't|cannot) (?:say|tell)(?= *(?:[.,;!]|$))", rf"{_CANNOT} (?:say|promise|tell you) §(?= *(?:[.,;!]|$|and|or|either))", r"§(?: also| either| too)? (?:cannot|can't|cant) (?:say|promise|tell)",
    r"\w+(?:'d| would) (?:love|like|wish) to (?:be able to )?(?:say|tell|promise|give|name)[^.;]*\bbut\b", rf"(?:doesn't|don't|does not|do not|won't|will not) (?:tell|give|say) (?:us|me) (?:the|a|any|its|their) (?:\w+ )?{_DATE}",
    r"nobody (?:dares|cares|wants|is able) to (?:say|tell|guess|give|name)",
    r"when (?:they|it|we|he|she|that)(?:'ll| will| does)? (?:\w+ ){0,6}?(?:i )?(?:honestly |really |just |simply )?(?:cannot|can't|can not|don't|do not) (?:say|know|tell|predict)",
    rf"(?:don't|do not|dont|doesn't|does not|didn't|haven't|have not|hasn't|without) (?:yet )?(?:got |have |set |been given |give you )?(?:any|a|another) (?:\w+ ){{0,2}}{_DATE}"
    r"(?! (?:next|for (?:your|the) interview))",
    rf"no (?:new |firm |fixed |exact |set |clear |definite |further |other )*(?:{_DATE})s?(?! (?:for|change))",
    r"(?:until|till) further (?:notice|orders|intimation|instructions)", r"sine die", r"guess is as good as mine", r"up in the air", r"postponed indefinitely", r"open-ended",
    # the one given does not hold
    r"(?:disregard|ignore|forget) (?:the|my|our|that|this) (?:\w+ ){0,2}(?:message|e-?mail|letter|notice|note)\b[^.;]*",
    r"(?:strike|scratch|scrap|forget|ignore|disregard) (?:that|this)(?= *(?:[.,;!:-]|$))",
    r"(?:not|no longer|isn't|is not|hardly) (?:\w+ ){0,2}realistic",
    r"(?:forget|disregard|ignore|scrap|scrub|bin|scratch|strike|rub out|cross out|never mind) (?:about )?(?:the|that|what|my|any|all|our) [^.:]{0,40}?(?:date|deadline|timeline|said|told|wrote|mentioned|gave|§)",
    r"(?:forget|scrap|scratch|scrub|strike|cross out|disregard|ignore|throw out|bin|chuck|never mind)(?: about)? §(?= *(?:[.,;!:-]|$|please|sorry|and|as|since|because|i'm))",
    r"(?:date|day|deadline|term|§)[^.;§]{0,40} (?:lapses|no longer (?:means|applies|holds|stands|counts))",
    rf"{_WILL_NOT} (?:(?:\w+ ){{0,2}}?(?:an?|any|our|your|the|my) )?(?:have|make|manage|hit|meet|decide|know|hear|get|give|happen|work|be (?:able|ready|available|possible)|reach|hold)"
    r"(?: [^.;]{0,50}?)?(?:§| deadline| date| as (?:stated|promised|planned|announced|hoped))",
    r"§ (?:is|are) not to be (?:kept|held|met)|§ (?:cannot|can't|can not) be (?:kept|held|met)|(?:does not|doesn't|will not|won't|cannot|can't|is not going to|isn't going to) (?:become|be) § (?:after all|any ?more|any longer)",
    r"§,? (?:you|we) (?:may|can|should|must) (?:now |again |please )?(?:cross out|strike|forget|ignore|disregard|scratch)",
    r"§ (?:is|was|turned out|'s|isn't|won't|will not|are)(?: \w+){0,2} (?:off the table|happen|going to happen|going to work|too optimistic|no longer|out of the question|not possible)",
    r"(?:that|it|this|which) (?:is not|isn't|won't|will not|is no longer) (?:going to )?(?:happen|be possible|work out|hold)",
    r"(?:date|outcome|decision|answer|result)[^.;]{0,30} (?:won't|will not|wont|cannot|can't) (?:now )?(?:be|hold|come|arrive|stand) [^.;]{0,40}§",
    r"(?:meeting|committee|panel|board|vote|session|decision)[^.;,]{0,40} (?:called off|cancell?ed|scrapped|postponed)(?! (?:to|until|till|by))",
    r"(?:notification|decision|outcome|result|letter|answer)s?[^.;]{0,60} (?:will|shall) not (?:now |yet )?be (?:issued|sent|given|made|announced|released)", r"date[^.;]{0,60} (?:cannot|can't) (?:yet |now )?be (?:given|furnished|provided|named|stated|confirmed|set|fixed)", r"not to (?:give|name|promise|commit to) (?:\w+ )?(?:any )?dates?",
    r"dates?[^.;§]{0,40} (?:not|n't) (?:yet )?(?:been )?(?:approved|fixed|set|known|agreed|decided|confirmed|announced|settled)", r"(?:that|this|which),? (?:(?:i|we)(?: can't| cannot| can not| dare not| daren't| won't| couldn't| may not)|(?:nobody|no one|none of us)(?: can| dare| dares| could)) (?:\w+ )?(?:say|tell|promise|answer)",
    r"(?:never|not once) (?:set|gave|given|named|fixed|promised|mentioned) (?:you )?(?:a|any|the) (?:day|date)\b", r"(?:stop|stopped|quit|give up|given up) (?:quoting|naming|giving|promising|making) (?:\w+ )?(?:days?|dates?)", r"(?:so )?(?:i'm|i am|we're|we are|i'll be|i) (?:quot|nam|giv|promis)(?:ing|e) (?:you )?(?:none|no (?:day|date))", r"put (?:another|a new|any) (?:day|date) in (?:its|the) (?:place|stead)",
    rf"§ (?:{_SAID} )?(?:isn't|is not|ain't|aint|won't|will not|wont|can't|cannot|is out|is off|has gone|falls away|has no)(?= (?:going|coming|to|be|happen|hold|out|any|§|the|a)|\\W|$)",
    r"(?<!never )(?<!never once )(?<!not )missed (?:that|it|the (?:date|deadline))",
    r"(?:is|are|was|has been|have been) (?:hereby |now |herewith )?(?:revoked|rescinded|hereby withdrawn|void)",
    r"(?:row|walk|rowing|walking) back (?:from |on )?(?:what|the|that|my)[^.;]*", r"(?:is|are|was|were|went|goes|gone|flew) (?:right |clean )?out (?:of )?the window",
    yes=(
        "i can't commit to a timeline at this point", "we won't have an answer §", "forget the date i gave you", "i don't know when",
        "no new date has been fixed", "cannot promise §. § also cannot say", "i'd love to say you'll hear §, but no", "the notification in point 3 will not be issued", "it does not become § after all", "§ is not to be kept", "§ you may cross out again", "§ is no longer realistic", "cant give you a date this time", "the two weeks she gave you is out the window",
    ),
    no=("i cannot wait to tell you", "we have no objection to that date", "i don't remember when i laughed so"),
)  # fmt: skip
"""No date can be given, or the one given does not hold."""

DENIED = signal(
    "denied",
    r"(?:won't|will not|wont|wouldn't|would not|shan't|don't|do not|dont|doesn't|does not|didn't|did not|can't|cannot|can not|cant|couldn't|could not|isn't|aren't|(?<!or )(?<!/ )(?<!/)(?<!candidates )(?<!applicants )(?<!those )not|never|no longer|"
    r"i'd be (?:lying|fibbing|bluffing|kidding(?: you)?) (?:if|to say)|unable to|refus(?:es|ing) to|unlikely|nobody|no one|nothing|no (?:decision|news|answer|update|word|feedback|result|verdict|final)|without|neither|hardly)"
    r"(?! (?:only|just|later|least|surprised|hesitate|worry|else))",
    yes=("we will not decide", "no news yet"), no=("candidates not present", "no later than", "not only", "successful or not"),
)  # fmt: skip
"""A negation; what stands behind it in the same clause is denied."""

PAST = signal(
    "past",
    r"(?<!have )told (?:you|u)", r"(?:you|candidates|applicants) were (?:\w+ )?(?:informed|advised|told|notified)", r"did (?:say|tell|promise)", r"promised (?:you|u)", r"(?:i|we) wrote", r"said (?:i|we|it|you|the|that|by|end|this)", r"(?:i|we) said",
    r"(?:we|i|they|he|she|you) (?:had|met|held|took|spoke|discussed|sent|saw|interviewed|heard|made(?! (?:it|the cut))|received)",
    r"(?:i|we) promised", r"(?:was|were) to (?:have )?\w+", r"(?:was|were) ?(?=§)", r"\w+'d have (?:been|had|heard|got|known|\w+ed)",
    r"(?:had|\w+'d) (?:hoped|expected|planned|meant|wanted|said|told|promised|thought|been told|anticipated|intended|aimed)",
    r"(?:was|were) (?:hoping|thinking|about|supposed|going|due|meant|expecting|planning|originally|expected|aiming|scheduled)", r"hoped to", r"meant to", r"(?:would|\w+'d) have (?:loved|liked|wanted|preferred)",
    r"(?:should|would) have (?:been|heard|had|told|let|written|known|\w+ed)", r"originally", r"initially", r"instead of", r"rather than", r"(?:rather|sooner) [^,.;]{1,40}? than ?(?=§)",
    r"(?:could|did|was|were)(?: not|n't) (?:go out|come out|meet|convene|happen|take place|decide|sit|be (?:sent|made|published|held|taken))",
    r"(?<!or )not ?(?=§)", r"no longer", r"as (?:stated|announced|previously)",
    yes=("i told you §", "we had hoped to decide §", "instead of §"), no=("we hope to decide §", "i've been told §"),
)  # fmt: skip
"""What was meant once, and is no promise now."""

STILL_HOLDS = signal(
    "still holds",
    r"(?:that|it|this|which|date|promise) still (?:stands|holds|goes|good)",
    r"back to (?:what|the (?:original|first|old|earlier))",
    r"as (?:(?:i|we|he|she|they|already|previously|just|discussed) )?(?:said|mentioned|promised|told|discussed|agreed|announced|noted|indicated|explained)",
    yes=("as i said, we decide §",),
    no=("i said we decide §",),
)
"""Words that look like the past and keep the promise."""

GONE_BY = signal(
    "gone by",
    r"(?:thanks|thank you|thx|cheers|apologies|sorry)(?: \w+){0,3} (?:for|about)"
    r"(?! (?:your |the |bearing|being|waiting|hanging|asking|checking|patience)*(?:patience|patient|wait|asking|us|me|with|letting|telling|confirming|clarifying))",
    r"(?:thanks|thank you|thx|cheers)(?: (?:so|very) much| again| a million)? *$",  # "for this afternoon" is one §
    r"(?:good|great|nice|lovely|wonderful|pleasure|pleased|glad|fun|delightful|fantastic|splendid|enjoyed|loved|enjoyable|pleasant) .{0,40}?(?<!\w)(?:meet|met|meeting|see|seeing|saw|"
    r"speak|speaking|spoke|talk|talking|talked|chat|chatting|conversations?|having you|visit|interview|interviewing|getting to know|a face to)",
    r"your (?:interview|visit|presentation|application|email|mail|message|note|call)(?: \w+){0,2} (?:of|from|on|went|was|dated)",
    r"(?:you|we|i|it) (?:did|gave|showed|presented|impressed|stood|spent|ran|asked)", r"came", r"arrived", r"happened",
    r"(?:was|were) (?!to |(?:moved|changed|shifted|pushed|postponed|rescheduled|displaced|deferred|delayed|brought forward|put (?:back|off)|preponed|extended)\b|due|told|hoping|going|supposed|promised|informed|asked|wondering|planning|expecting|confident|sure|optimistic|hopeful|certain)\w+(?! .*(?:would|will|'ll|that|of (?:\w+ ){1,3}to (?:promise|offer|say|tell|let)) )",
    yes=("thank you for coming in §", "it was lovely to see you §"), no=("thanks for your patience until §", "we were told §"),
)  # fmt: skip
"""What precedes a day that has been."""

_FUTURE = (
    r"(?:will|shall|should|would|can|could|may|might|must|have|has|going|gonna|expect\w*|hop(?:e|es|ing)|aim\w*|plan\w*|to (?!let\b)\w+|is|are|am|"
    r"\w+'(?:ll|d|s|re|m|ve)|ill|theyll|youll)"
)
_VERBS = r"(?:was|were|went|came|ate|left(?! (?:(?:you|me|us) )?with)|did|took|wrote|found|fell|broke|lost|flew|met|sat|held|told(?= (?:\w*one|\w*body|her|him|them|us|me)\b)|rang|saw|spoke|began|became|ran|won|chose|bought)"
_PLANNED = r"(?:committed|preponed|displaced|changed|rescheduled|deferred|advanced|quoted|indicated|estimated|need|indeed|proceed|exceed|speed|hundred|bed|wed|moved|pushed|shifted|slipped|postponed|delayed|extended|bumped|deferred|stepped|carried|rolled|adjourned|promised|booked|planned|scheduled|confirmed|expected|intended|agreed|set)"
_FINITE = re.compile(
    rf"(?<!\w)(?:(?<!gets )(?<!get )(?<!be )(?P<past>(?!{_PLANNED}\b)(?:(?<!of )(?<!the )(?<!all )(?<!for )\w{{3,}}ed|{_VERBS}))|{_FUTURE})(?!\w)"
)

_SUBORDINATE = re.compile(r"\b(?:as|because|since|that|who|which|when|after|if|and)\b")


def happened(before: str) -> bool:
    """Whether the words of a clause before a day tell what has been: "the board met on", not "we have fixed"."""
    if before.endswith(" to "):  # "my appointment got shoved to Thursday"
        return False
    clause = _SUBORDINATE.split(before)[-1]
    verbs = [match["past"] is not None for match in _FINITE.finditer(clause)]
    return before.endswith((" was ", " were ")) or (bool(verbs) and all(verbs))


_DID = re.compile(
    rf"§,? (?:we|i|they|he|she|you) (?:\w+ly )?(?:{_VERBS}|made|gave|got|(?!{_PLANNED}\b|decided\b)\w{{3,}}ed)(?!\w)"
)


def happened_then(text: str, place: int) -> bool:
    """Whether the words behind a day tell what has been: "on Friday we made a first ranking"."""
    return _DID.match(text, place) is not None


WONDERS = signal(
    "wonders",
    r"(?:as for|(?<!you'll )(?<!you will )know|(?<!able to )say|tell you|sure|idea|asked?|wonder(?:ing|ed)?|no matter|depends on|matter of|see) (?:when|if|whether)",
    yes=("as for when they'll decide §",),
    no=("when they decide §",),
)
"""A question inside a sentence."""
