"""Cues: the words by which English tells whose business a date is.

Most dates in a hiring mail are no promise of an answer: my deadlines, interviews, first days, closing dates, absences,
offers that lapse. Each kind has its words, and a date belongs to those that stand nearest (`attach`). Patterns see one
sentence in plain lower case, in which every time expression is a single § (`masked`); in my own mail, which reports
what they said, the persons are turned round first, so that one table serves both sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

__all__ = ["CUES", "Cue", "Sort"]


class Sort(Enum):
    """What a cue says of a date beside it."""

    ANSWERS = auto()
    """They answer, decide, or let me know."""
    CALLS = auto()
    """They call or write, which is an answer unless it is an appointment or brings papers."""
    CORRECTS = auto()
    """A date takes another's place; whose date it is, other words say."""
    DELIBERATES = auto()
    """They meet, read, see others; the answer comes after."""
    ASKS = auto()
    """I am to do something."""
    APPOINTS = auto()
    """A conversation takes place."""
    ELSE = auto()
    """Something else happens: work begins, a posting closes, somebody is away, an offer lapses, money is paid."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A way of saying; `yes` are sentences it is found in, `no` such as it is not."""

    name: str
    sort: Sort
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


_YOU = (
    r"(?:you(?: (?:all|both|guys|folks|lot|two|three|four))?|u|ya|ye|y'all|yous?|everyone|everybody|(?:both|each|all) of you|"
    r"all (?:\w+ )?(?:of you|candidates|applicants|interviewees|finalists|\w+)|(?:the )?(?:candidates|applicants|finalists|"
    r"interviewees)|people|folks|the (?:two|three|four|five|six) of you)"
)
_OUTCOME = (
    r"(?:decisions?|verdicts?|outcomes?|results?|answers?|feedback|feed back|responses?|repl(?:y|ies)|(?:final|last) word|"
    r"news|updates?|notifications?|determinations?|announcements?|conclusions?|yes(?: ?/ ?| or (?:a )?| and )?(?:no|nay)|"
    r"y(?:ea|ay) or (?:a )?nay|yay/nay|go/no-go|thumbs[- ]up|next steps|final status|offer decisions?|resolution|"
    r"recommendation|selections?|choice)"
)
_OUR = (
    r"(?:(?:our|the|a|an|any|some|their|his|her|its|my|this|that|no|final|firm|first|definite|definitive|clear|straight|"
    r"proper|formal|official|hiring|selection|interview|screening|good|quick|more|or|bad|full|written|prompt|real|honest|"
    r"committee's|board's|panel's|client's|\w{3,14}'s) )*"
)
_MODAL = (
    r"(?:'ll|'d|ll| will| would| should| shall| can| could| might| may| must| ought to| are going to| is going to| gonna|"
    r" are (?:likely|due|set) to| can expect to| should expect to| may expect to| expect to| are to| need to)"
)
_HARDLY = r"(?: (?:all|both|each|definitely|certainly|probably|then|also|surely|hopefully|only|finally|likely|of course|not|only|be able to|be the first(?: one| person)? to|get to|at least|still|always|most likely|have to))*"

_CHANNEL = (
    r"(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|telephon(?:e|ing)|text(?:ing)?|e-?mail(?:ing)?|mail(?:ing)?|"
    r"messag(?:e|ing)|ping(?:ing)?|buzz(?:ing)?|holler(?:ing)? at|shout(?:ing)? at|writ(?:e|ing)(?: to)?|contact(?:ing)?|dial(?:ling)?)"
)
_CALL = r"(?:ring|bell|call|buzz|shout|tinkle|bell|text|line|note|message|e-?mail|mail|holler|phone call|letter|heads[- ]up)"

CUES = (
    # -- they answer -----------------------------------------------------------------------------
    Cue(
        "you hear",
        Sort.ANSWERS,
        rf"\b{_YOU}(?:{_MODAL})?{_HARDLY}(?: be)? hear(?:ing)?\b(?! of\b| that\b)",
        ("you should hear from us §", "everyone hears", "youll hear §", "you'll be hearing from me §"),
        ("we hear you", "i heard that"),
    ),
    Cue("hear back", Sort.ANSWERS, r"\b(?:expect(?:ing)?|plan(?:ning)?|likely|going|ought|count(?:ing)?) (?:to|on) (?:be )?hear(?:ing)?\b|\b(?:to|can|will|shall) (?:be )?hear(?:ing)?(?: back)? (?:from (?:us|me|them|him|her|our|the)|back|§|by|our|either|one)", ("expect to hear from us §", "plan on hearing from us §")),
    Cue(
        "you know",
        Sort.ANSWERS,
        rf"\b{_YOU}{_MODAL}{_HARDLY} (?:know|learn|find out|see(?= the (?:result|outcome)))\b(?! (?:that|how|the|about|me|my|a|our team)\b)|\byoull know\b|\b{_YOU}{_MODAL} know the (?:outcome|result|answer|decision)",
        ("you'll know where you stand §", "you will know §", "youll know then"),
        ("as you know, we close §", "you should know that we close §"),
    ),
    Cue("we know", Sort.ANSWERS, rf"\b(?:we|i|they|he|she){_MODAL}{_HARDLY} (?:know|hear|have (?:heard|decided|chosen|news))\b(?! (?:that|how|the|about|from you)\b)|(?:^|[.,;:] )(?:should|will|ill|we'll|i'll) know\b", ("will know §", "we'll know §", "should know more §")),
    Cue(
        "you are told",
        Sort.ANSWERS,
        r"\b(?:be|get) (?:communicated|announced|made (?:known|public)|relayed|declared|conveyed|published|revealed)\b(?: to (?:you|all))?|\b(?:be|are|is|get|gets|being|been) (?:(?:\w+ly|also|then|all|both) )?(?:notified|informed|told|contacted|advised|intimated|rung|telephoned|phoned|e-?mailed|updated|written to|apprised|messaged|called)\b(?! (?:off|in|up|away)\b)",
        ("candidates will be notified §", "you'll be told §", "applicants are informed in writing §"),
        ("as was agreed",),
    ),
    Cue(
        "we let you know",
        Sort.ANSWERS,
        rf"\b(?:let|letting|keep|keeping) {_YOU} (?:\w+ ){{0,3}}?(?:know|posted|updated|informed|in the (?:loop|picture)|abreast|have (?:it|{_OUR}{_OUTCOME}))\b|\blet you know\b|\bkeep you (?:posted|updated|informed)\b",
        ("i'll let you know §", "we will let all four of you know §"),
        ("let me know §",),
    ),
    Cue(
        "we tell you",
        Sort.ANSWERS,
        rf"\b(?:tell|telling|inform|informing|notify|notifying|update|updating|advise|advising|answer|answering) {_YOU}\b",
        ("we'll tell you §", "will update you §"),
        ("tell me §",),
    ),
    Cue(
        "we get back",
        Sort.ANSWERS,
        r"\b(?:(?:get(?:ting)?|com(?:e|ing)|report(?:ing)?|circl(?:e|ing)|write|writ(?:e|ing)|be|swing(?:ing)?|loop(?:ing)?|check(?:ing)?) back (?:to|with) (?!work|me\b|us\b|the)\w+|(?:circl(?:e|ing)|report(?:ing)?) back\b(?! (?:to|with) (?:me|us)\b)|(?:get|come|be) back (?:in touch|with (?:an?|our|the|you|some)|(?=§))|back to you\b)",
        ("we'll get back to you §", "i'll circle back §"),
        ("get back to me §", "she gets back §"),
    ),
    Cue(
        "we reply",
        Sort.ANSWERS,
        r"\b(?:revert(?:ing)?|follow(?:ing)? up|touch(?:ing)? base|clos(?:e|ing) (?:the|this) loop|reach(?:ing)? out|reconnect|respond(?:ing)?|reply(?:ing)?|(?:be|get|getting|being) in (?:touch|contact)|in touch|regroup on this|pick (?:this|it) up (?:again )?with you)\b",
        ("we shall revert §", "i'll be in touch §"),
    ),
    Cue("we announce", Sort.ANSWERS, rf"\b(?:announc(?:e|ing)|relay(?:ing)?|shar(?:e|ing)|releas(?:e|ing)|communicat(?:e|ing)|publish(?:ing)?|pass(?:ing)? on|confirm(?:ing)?|deliver(?:ing)?|provid(?:e|ing)) {_OUR}(?:interview )?(?:{_OUTCOME}|status|shortlist|list|finalists?|names?)\b|\bpass (?:it|that|this) on\b|\bin a position to (?:say|tell|confirm|share|let)\b", ("we will announce the result §", "plan to confirm the interview shortlist §")),
    Cue(
        "we decide",
        Sort.ANSWERS,
        r"(?<!you )(?<!you'll )(?<!you will )(?<!you can )(?<!you must )(?<!to help you )\b(?:decid(?:e|es|ing)|choos(?:e|es|ing)|chosen|decided(?= (?:by|§|and))|pick(?:s|ing)? (?:our|the|a|an|some\w+|one|between|who|his|her|their)\b|"
        r"mak(?:e|es|ing) (?:(?:our|the|a|an|his|her|their|my|that|this|its|final|hiring|up|an official|the final) )+(?:decision|choice|call|selection|pick|mind|minds|offers?|appointment|recommendation|determination)|"
        r"mak(?:e|es|ing) (?:someone|somebody|you|one of you) an offer|mak(?:e|ing) (?:offers|decisions|the calls|an appointment)|"
        r"(?:decision|recommendation|selection|appointment|offers?|choice|call)s? (?:will|shall|should|to|would|can|is to|are to) be (?:made|taken|reached)|"
        r"(?:reach|reaching|come to|arrive at|arriving at|taken?|taking) (?:a|our|its|the|their|my)(?: final| hiring)? (?:decision|conclusion|verdict|agreement)|"
        r"(?:conclude|concluding|complete|completing|finali[sz]e|finali[sz]ing|wrap(?:ping)? up|finish(?:ing)?(?: up)?|close(?: out)?|closing(?: out)?) (?:the|our|this|its|their)(?: (?:hiring|recruitment|selection|interview|whole|entire))* (?:process|search|deliberations?|recruitment|decision|selection|evaluation|matter)\b|"
        r"(?:wrap(?:ped|ping)?|close|closing|closed|button(?:ed)?|tie|tied|sort|sorted|nail|nailed|sew|sewn|settle|settled|figure|firm) (?:(?:this|it|things|that|everything|all) )?(?:up|out|down|off)\b(?: (?:with|by))?|"
        r"finali[sz](?:e|ed|ing)|pull(?:ing)? the trigger|extend(?:ing)? (?:an |the |our )?offers?|offers (?:go|will go|are made|made)|"
        r"have (?:somebody|someone) (?:identified|chosen|selected|picked)|sign(?:ed|s)? off on (?:it|you|this|the)|set the list|decisions? (?:time|day))\b",
        ("we decide §", "we're making our decision §", "we pick our person §", "will have chosen §", "wrap this up §"),
        ("before you decide §", "we plan to hire §"),
    ),
    Cue(
        "the outcome",
        Sort.ANSWERS,
        rf"(?<!your )(?<!other )(?<!whose )(?<!positive )(?<!great )\b{_OUTCOME}\b(?!'? (?:form|feedback form|from (?:you|your|tuesday|monday|the interview)))|\bword (?:from|on|by|back|either|one|of|as)\b|\bhave word\b",
        ("a decision §", "our answer §", "the final word §", "feedback §"),
        ("your decision §",),
    ),
    Cue("letters go out", Sort.ANSWERS, r"\b(?:letters?|offers?|notices|decisions|results|e-?mails|invitations|rejections) (?:will )?(?:go(?:es)?|are going|is going|be (?:sent|going)|get sent|are sent|come|comes) (?:out|in the post)\b|\b(?:notification|offer|decision|outcome) letters?\b", ("offers go out §", "that's when the letters go out")),
    Cue("you stand", Sort.ANSWERS, r"\bwhere (?:you stand|we (?:land(?:ed)?|stand|are(?: at)?|come out|came out|got to|ended up)|things stand)\b|\b(?:one way or (?:the other|another)|either way|whichever way|good or bad|whether or not you)\b", ("one way or the other §",), ()),
    Cue("if you hear nothing", Sort.ANSWERS, rf"\bif (?:you|u) (?:have|do|did|haven't|don't|havent|dont|'ve)(?: not|n't)? (?:yet )?(?:hear|heard|receive|received|had|got)\b[^§]{{0,40}}(?=§)", ("if you have not heard from us §",), ("if i do not hear §",)),
    Cue(
        "be patient until",
        Sort.ANSWERS,
        r"\b(?:bear(?:ing)? with (?:us|me)|(?:give|gives|giving|gave|grant|allow|lend) (?:us|me|it|them|him|her|the team|things)|gimme|(?:sit|hang|hold|stay) (?:tight|on|in there|fire|tuned|put)|be patient(?: with us)?|wait(?:ing)?|(?:appreciate|thank you for|thanks for|need|ask for) your patience|leave it with (?:me|us)|hang tight)(?: (?:a little|a bit|just))?(?: (?:more|longer))? (?=§)",
        ("bear with us §", "give me §", "sit tight §"),
    ),
    Cue("that is when", Sort.ANSWERS, r"(?<=§ )(?:is|will be|would be|is likely) (?:when|the day|our (?:target|goal|deadline|decision))\b|\b(?:that's|that is|thats|which is) when\b", ("§ is when i'd expect to ring you",)),
    Cue("target", Sort.ANSWERS, r"\b(?:target(?:ing|ed)?(?: (?:date|timeline|day|decision))?|eta|aim(?:ing)? (?:for|at)|shoot(?:ing)? for|timeline for (?:a |the |our )?(?:decision|offer)s?|our (?:goal|aim|deadline|timeline|timescale)) (?:is |for |: ?|- ?|to |of )*(?=§)|\bdecision (?:date|day|deadline)\b", ("target: §", "aiming for §")),
    Cue("new date", Sort.ANSWERS, r"\b(?:new|revised|updated|realistic|current|decision) (?:date|target|timeline|eta|timescale)(?: is| will be| would be|:| -)* ?(?=§)", ("new date: §",)),
    Cue("make it", Sort.CORRECTS, r"\b(?:make (?:it|that|this)|let's (?:say|call it|make it)|can we say|call it|say|figure on|bank on|plan on|pencil(?:ling)? in|pencil(?:l)?ed in|reckon on|looking at|looking like|looks like|it'll be|it will be|it's going to be|going to be|it is going to be|will now be|now be) (?=§)", ("make it §", "we're now looking at §")),
    Cue(
        "it slips",
        Sort.ANSWERS,
        rf"\b{_OUTCOME}\b[^§]{{0,30}}\b(?:slip(?:s|ped)?|slid(?:es)?|moved?|moves|pushed|pushes|shift(?:s|ed)?|postponed|delayed|extended|bumped|deferred|rescheduled)\b(?: (?:back|out))?",
        ("our decision slips §", "the decision has been moved §"),
    ),
    Cue("we will be ready", Sort.ANSWERS, rf"\b(?:have|get|having|with|without|offer|give|giving|gave|got|send|sending|bring) (?:{_YOU} )?(?:something|anything|more|it) (?:for you|to you|back|to (?:tell|report|say|share)|in writing)\b|\bin writing\b|\b(?:say|tell) (?:anything|something|more)\b", ("i'll have something for you §",)),
    # -- they call or write ------------------------------------------------------------------------
    Cue("we call you", Sort.CALLS, rf"\b{_CHANNEL} (?:{_YOU}|with (?:the|our|my|a))\b|\bcall(?:ing)? around\b|\bill holler\b", ("i'll call you §", "we ring people §"), ("call me §",)),
    Cue("we give you a call", Sort.CALLS, rf"\b(?:giv(?:e|ing)|drop(?:ping)?|shoot(?:ing)?|send(?:ing)?|fir(?:e|ing) off|get(?:s|ting)?|receiv(?:e|ing)|expect(?:ing)?|have|fling|pop|look (?:out )?for|watch (?:out )?for) (?:{_YOU} )?(?:an?|my|our|the|his|her) (?:quick |short |follow-up |phone |brief )?{_CALL}\b", ("i'll give you a bell §", "youll get a call §", "look out for my call §"), ("give me a call §",)),
    Cue("we send you", Sort.CALLS, rf"\bwatch your (?:inbox|phone|mail|email)\b|\bcheck your (?:inbox|email|phone)\b", ("watch your inbox §",)),
    # -- they deliberate --------------------------------------------------------------------------
    Cue(
        "they meet",
        Sort.DELIBERATES,
        r"\b(?:meet(?:s|ing)?|sit(?:s|ting)?(?: down)?|conven(?:e|es|ing)|vot(?:e|es|ing)|debrief(?:s|ing)?|huddle|review(?:s|ing)?|discuss(?:es|ing)?|(?:go(?:es|ing)?|look(?:s|ing)?) (?:over|through|at)|talk(?:s|ing)?(?: about| it)?|(?:come|comes|get|gets|getting) together|compar(?:e|es|ing) notes|panel is|board is|committee is|sign(?:s|ed)? (?:it )?off|gets? signed|get approved|approves?|acts on|certif(?:y|ies)|releases?|on the (?:agenda|table)|regroup|collect(?:s|ing)?|calibrat\w+|sleep on it|closes? (?:the|its) (?:quarter|books))\b",
        ("the panel meets §", "debrief is at §"),
    ),
    Cue(
        "they see others",
        Sort.DELIBERATES,
        r"\b(?:see(?:ing|s)?|interview(?:s|ing)?|candidates?|conversations?|onsites?|finish(?:ing)? (?:up )?(?:interviews|rounds?|first rounds)|interviews (?:end|run|finish|wrap|conclude|are|continue|go)|(?:wrap(?:ping)? up|conclud(?:e|ing)|complet(?:e|ing)|finish(?:ing)?) (?:the |our |all )?(?:\w+ )?interviews|more to see|final (?:panel|round)|(?:last|other|remaining|further) (?:interview|candidate|applicant)s?|shortlist(?:s|ing)? (?:takes|is|meeting|will))\b",
        ("interviews run §", "we have one more candidate §"),
    ),
    Cue("they are back", Sort.DELIBERATES, r"\b(?<!get )(?<!getting )(?<!come )(?<!circle )(?<!be )(?<!hear )(?<!him )(?:(?:is|are|'s|'re|will be|gets?|comes?|flies|lands|be|hes|shes) back|returns?|returning|flies in|flying in|fl(?:y|ies) back|gets? in|back (?:in the (?:office|building)|from)|first day back|grab (?:her|him))\b", ("she is back §", "he returns §")),
    # -- I am to do something ---------------------------------------------------------------------
    Cue(
        "you do",
        Sort.ASKS,
        r"\b(?:let|tell|send|e-?mail|call|ring|phone|text|drop|ping|contact|inform|advise|notify|update|get back to|come back to|revert to|reply to|confirm (?:to|with)|give(?! (?:us|me) §)(?! (?:us|me) (?:some|a bit|a little|the weekend|time)))(?:ing)? (?:me|us)\b|"
        r"\b(?:please|kindly|pls|plz|do) (?!(?:note that (?:we|the|you|a decision|our))|allow|expect|give us|give me|bear|wait|be (?:informed|patient|advised)|don't|do not|hang|sit|hold|look|watch|accept|ignore|disregard|forget|feel)(?:\w+ly )?\w+|"
        r"\b(?:could|can|would|will) (?:you|u)\b(?! (?:bear|hold|hang|wait|be (?:told|notified|informed|contacted)|give (?:us|me)))|"
        r"\b(?:need|require|want|like|love|expect|appreciate|await|looking for|must have|received?)(?: to have| to get)? (?:your|yours|you to|a (?:reply|response|answer|decision|confirmation|yes or no) from you|it back|them back|to hear from you|back from you|your)\b|"
        r"(?<!have )(?<!get )(?<!receive )(?<!be )(?<!you )\byour (?:\w+ )?(?:decision|answer|response|reply|feedback)\b|\byour (?:\w+ )?(?:availability|confirmation|acceptance|references?|documents?|signature|signed|completed|application|submission|booking|notice|deadline)\b|"
        r"\bhear(?:ing)? (?:back )?from you\b|\b(?:don't|do not|not) hear (?:back )?from you\b|\bi don't hear\b|"
        r"\b(?:submit|return (?:it|the|your|them|both|this)|sign (?:and|the|it)|complete (?:it|the|this|your)|fill (?:in|out)|upload|rsvp|register|to be returned|due (?:back|date|in)|is due\b|are due\b|take-home|assignment|questionnaire|coding challenge|deadline (?:is|for applications|for))|"
        r"(?:^|[.!] |, )(?:re(?:ply|spond) (?:to|with|by)|send|submit|complete|call|e-?mail|bring|return|sign)\b|\b(?:give|get|send|let) us (?:\w+ ){0,2}(?:answer|decision|response|reply|confirmation)|\b(?:i|we) (?:will |would |'ll |'d |d )?(?:need|want|require|expect|would like) (?:a|an|your|his|her|their) (?:final |firm )?(?:decision|answer|response|reply|commitment)\b|\bwould like our (?:decision|answer)\b|"
        r"\bif you (?:wish|want|would like|can|could|are (?:able|interested|still)|have (?:any|questions)|need)\b|\bnudge\b|\btry me\b|\bchase me\b",
        ("let me know §", "please send it §", "could you come §", "the take-home is due back §"),
        ("we will let you know §", "give us §", "please allow us §"),
    ),
    # -- a conversation ---------------------------------------------------------------------------
    Cue(
        "we talk",
        Sort.APPOINTS,
        r"\b(?:(?:your|the|an|a|first|second|third|next|final|quick|short|phone|video|technical|onsite|on-site|trial) (?:\w+ )?(?:interview|screen(?:ing)?|trial(?: (?:day|shift))?|shift|tour|assessment(?: day| centre| center)?|visit|catch-up)|trial shift|interviews? (?:is|are|will|for|on|at|has|have been|confirmed|scheduled|booked)|"
        r"(?:quick|short|phone|video|zoom|teams|intro(?:ductory)?) (?:call|chat|meeting)|"
        r"(?:is|are|been|be|'s|re) (?:\w+ )?(?:booked|scheduled|confirmed|arranged|planned|re-?scheduled|set up|set for|pencilled)|"
        r"(?:are|r) (?:you|u) (?:free|available|around)|(?:come (?:in|by|out|down|along|over)|stop by|swing by|drop by|invite you|see you|looking forward to (?:seeing|meeting|speaking|talking)|speak (?:to|with) you|meet (?:you|with you|up|with|the team)|join us|chat with|introduce you|walk you through|host you|come and say|at \d+(?:am|pm)?$|how (?:does|about|is)|calendar invite|invite)|you (?:interview|meet|'re on) with|move your|to (?:go (?:over|through)|discuss|talk (?:about|through)) (?:the|an?|your) (?:offer|role|details|package|terms)|careers fair)\b",
        ("your interview is confirmed for §", "are you free §"),
    ),
    # -- anything else ----------------------------------------------------------------------------
    Cue(
        "work begins",
        Sort.ELSE,
        r"\b(?:start(?:s|ing)?(?: date| work)?|begin(?:s|ning)?|commence[sd]?|joining|join (?:us|the)|onboard\w*|on board|first (?:day|week) (?:would|will|is|at|of (?:work|school|term))|orientation|induction|training|contract (?:runs|would|is|begins|from|out)|in the seat|reports? for|in post|to be filled|be filled|fill(?:ed|ing)? (?:the|this|it)|laptop|equipment|badge|hire[ds]?|trained|shadow|pay ?check|salary|paid|pays?|payroll|benefits|enrol\w*|vest\w*|bonus)\b",
        ("the role starts §",),
    ),
    Cue(
        "a posting closes",
        Sort.ELSE,
        r"\b(?:(?:posting|post|ad|advert|advertisement|vacancy|position|role|portal|window|applications?|recruitment|shortlist|submissions?) (?:\w+ )?(?:close[sd]?|closing|will close|open|opens|remain)|clos(?:es|ing)(?: date)?\b(?! (?:the loop|this out))|deadline|cut-?off|applications? (?:received|must|will be accepted|are accepted)|appl(?:y|ied) by|reviewed? begins|review of applications|accepting applications)\b",
        ("the posting closes §",),
    ),
    Cue(
        "somebody is away",
        Sort.ELSE,
        r"\b(?:out of (?:the )?(?:office|town|country)|(?:am|are|is|be|'m|'s|'re|been) (?:out|off|away|closed|shut|gone|travell?ing|in (?:nz|meetings)|on a)\b|on (?:annual |paternity |maternity |parental |sick )?(?:leave|vacation|holidays?|pto|hols|a cruise|honeymoon|a (?:business |fishing )?trip)|off (?:sick|work|on)|offices? (?:is|are|will be|closes?|reopens?|shuts?)|reopens?|shuts? down|annual leave|holiday from|offsite|off-site|limited access|leaving (?:the|us|for)|in the diary|covering for)\b",
        ("i'm out of the office §", "she is on leave §"),
    ),
    Cue(
        "an offer lapses",
        Sort.ELSE,
        r"\b(?:valid|expir(?:e|es|y|ing)|lapses?|remains? (?:open|valid|in effect|in force|on file|active)|active until|in effect|on file|sign(?:ed)? (?:acceptance|offer|contract|copy)|fare|good (?:till|until)|open until|hold (?:it|the \w+|your)|visa|background check|clearance|stamping|probation|notice period)\b",
        ("the offer is valid §",),
    ),
    Cue("others decide", Sort.ELSE, r"\b(?:landlord|tenan(?:t|cy|ts)|flat|apartment|lease|mortgage|loan|underwrit\w+|clear-to-close|renewal|invoice|quote|subscription|licen[cs]e renewal|warranty|(?:other|another) (?:firm|company|offer|employer|place)|fair|conference|election)\b", ("the landlord decides §",)),
)  # fmt: skip

