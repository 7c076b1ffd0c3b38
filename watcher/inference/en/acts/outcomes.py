"""What becomes of a process besides a no: an offer, a hold, a second life."""

from __future__ import annotations

from watcher.inference.en.vocabulary import DENIED, IF, JOB, NOT, TALK, any_of
from watcher.inference.rules import Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["OUTCOMES"]

_LIKELY = Confidence.LIKELY
_MAYBE = any_of(
    IF,
    DENIED,
    r"\b(?:hope|hoping|expect|plan|planning|aim|soon|shortly|in a position|able|ready|after|approval)\b[^,;]{0,30}$",
)
_NO_JOB = (
    r"offer(?:ing)? you (?:an? |the |some |this |our )?(?:[\w-]+ )?(?:chance|opportunity to|interview|slot|time|call|meeting|alternative"
    r"|discount|feedback|discussion|tour|visit|trial|place on|look|advice|coffee|date|choice|following|possibility|lift|room|few|more"
    r"|apolog|word|some|explanation|any)"
)
_FROZEN = any_of(
    "on hold",
    "on ice",
    r"on (?:the|a) (?:shelf|back ?burner)",
    "on pause",
    "paused",
    "frozen",
    "suspended",
    "parked",
    "shelved",
    "mothballed",
    "in limbo",
    r"in (?:the|a) (?:drawer|fridge|freezer|deep freeze|refrigerator|icebox|cupboard)",
    "locked",
    "halted",
    "stood down",
    "in abeyance",
    "under review by (?:finance|the board)",
)
_HIRING = any_of(
    "hiring",
    "headcount",
    "recruitment",
    "recruiting",
    "budget",
    "vacancy",
    "staffing",
    "vacancies",
    "appointments?",
    "hires",
)
_LONG = any_of(
    r"until (?:next|after|further|the (?:new|next|spring|summer|autumn|fall|winter)|q[1-4]|january|they|we|the board|it|things|someone)",
    "indefinitely",
    r"to (?:next|q[1-4]|the (?:new|next))",
    "for now",
    "for the (?:moment|time being|foreseeable)",
)

OUTCOMES: tuple[Rule, ...] = (
    rule(
        "offer_you_the_job",
        Kind.OFFER,
        "offer",
        rf"\boffer(?:ing)? you\b(?: (?:the|an?|this|our|that))? ?(?:[^.;]{{0,60}}?\b(?:{JOB}|contract|full-time|part-time|permanent)\b)",
        r"\boffer(?:ing)? you the (?:(?:role|position|post|job|place) )?(?:of|as) ",
        r"\b(?:we|i|they|now|to)(?: \w+)? offer(?:ing)? you the \w+(?:ship|ing)?\b",
        r"\b(?:we're|we are|i'm|i am|they're|they are) (?:now )?offering you\b(?! (?:an?|some|any|this|time|feedback)\b)",
        r"\boffer(?:ing)? you (?:it|this|the lot)\b(?=[.,!]|$)",
        guard=_MAYBE,
        unless=_NO_JOB,
        yes=(
            "It gives me great pleasure to offer you the position of Clinical Nurse Manager 1, Day Surgery.",
            "We would like to offer you the job!",
            "I'm delighted to be offering you a permanent contract with us.",
            "We are pleased to offer you the role.",
            "We offer you the curatorship with our whole hearts.",
            "We're offering you Senior Data Scientist, base $9,800.",
        ),
        no=(
            "If we offer you the role, you would start in May.",
            "I'd like to offer you a slot on Tuesday.",
            "We are not yet able to offer you the position.",
            "We hope to offer you the job once the budget is in.",
            "We can offer you the following times.",
        ),
    ),
    rule(
        "extend_an_offer",
        Kind.OFFER,
        "offer",
        r"\b(?:extend(?:ing|ed)?|mak(?:e|ing)|made|send(?:ing)?|present(?:ing)?|issu(?:e|ing)|enclos(?:e|ing)|attach(?:ing)?|giv(?:e|ing))(?: to)?(?: you)?"
        r" (?:an?|the|this|our|your|my)(?: [\w-]+){0,2} offer\b(?! (?:to|for) (?:another|someone|somebody|a candidate|the (?:other|successful|preferred|chosen)))",
        guard=_MAYBE,
        unless=r"make (?:an?|the) offer (?:to|on|for) (?!you)|\boffers? price|landlord|landlady|vendor|seller|\bcounter-?offer",
        yes=(
            "On behalf of Bridgewell Engineering I am thrilled to extend you an offer for Senior Transportation Engineer.",
            "I'm delighted to enclose your letter of offer.",
            "They want to make you an offer.",
            "We have decided to make you a formal offer.",
        ),
        no=(
            "Before we make an offer we take up references.",
            "If we decide to make you an offer I'd call you.",
            "The panel is not in a position to make an offer today.",
            "I've put your offer to the landlady.",
            "We want to make an offer to the other candidate first.",
        ),
    ),
    rule(
        "offer_letter",
        Kind.OFFER,
        "offer|contract",
        r"\b(?:letter of offer|offer letter|offer of employment|conditional offer|unconditional offer|employment offer|job offer|contract offer|offer pack)\b.{0,40}?"
        r"\b(?:attached|enclosed|below|here|for your (?:review|signature)|is on its way|in the post|commencing)",
        r"\b(?:attached|enclosed|enclose|attach|find|sending you|here is|here's|below is|review)\b.{0,40}?"
        r"\b(?:letter of offer|offer letter|offer of employment|(?:formal|written|our|your|verbal|conditional) offer\b)",
        r"\b(?:congratulations|pleased|delighted|thrilled)\b.{0,60}?\b(?:offer letter|letter of offer|offer of employment|job offer|verbal offer)\b",
        r"\b(?:confirm|pleased to) .{0,20}\b(?:verbal|written|formal) offer\b",
        r"^(?:the |our |this |your )?offer (?:stands|is open|is valid|expires|lapses|remains open)\b",
        r"\b(?:your|the|a) (?:employment )?contract (?:is|for (?:you to )?sign|(?:is )?attached|goes out)\b.{0,30}\b(?:attached|enclosed|sign|your signature)\b",
        guard=IF,
        unless=NOT + r"|\b(?:sample|template|revised proposal|quote|quotation|invoice|framework|supplier)\b",
        confidence=_LIKELY,
        yes=(
            "Please find attached your offer letter.",
            "The offer stands until Friday 8 May.",
            "I'm sending you our formal offer today.",
            "The offer expires at 5 PM on Wednesday, July 15.",
            "The contract is attached.",
        ),
        no=(
            "We have not sent the offer letter.",
            "If the offer letter is attached, sign it.",
            "A sample offer letter is attached.",
        ),
    ),
    rule(
        "job_is_yours",
        Kind.OFFER,
        "yours|urs|got it|got the|for you to|selected|chosen|appointed|appointment|prepared|come |give you|hire you|employ you|take you on|got this|have you|hired|want you|you join|aboard|welcome to the|you to|became our|become our|be our|are our|you as our|you to be our|you start",
        r"\b(?:job|role|post|position|gig|spot|place|station|desk)(?:'?s| is) (?:yours|urs)\b",
        r"\b(?:you|u) got it\b(?=!|\.| -|,|$)|\b(?:love|delighted|like|happy|thrilled|pleased) for you to (?:join|come (?:and )?work|be (?:part|our)|start)\b",
        rf"\byou(?:'ve| have| were) (?:been )?(?:selected|chosen|appointed|hired) (?:for|as|to fill) (?:the|our|a)? ?(?:(?:{JOB}) )?(?:of|as)?\b(?!.{{0,30}}\b(?:interview|round|stage|shortlist|screen|assessment|pool|test|next))",
        r"\b(?:like|love|want) (?:you )?to (?:come (?:and|to) work (?:for|with)|give you the (?:job|role|position|post)|hire you|employ you|take you on)\b|\bwould like you to come and work\b",
        r"\b(?:recommended|approved|confirmed) (?:you for|your) appointment\b|\bprepared to offer\b",
        r"\byou(?:'ve| have)? got (?:the|this) (?:job|role|post|position|gig|spot)\b|\byou(?:'re|r| are|re) hired\b",
        r"\b(?:love|like|delighted|thrilled|happy|honou?red|overjoyed|proud|glad) to have you(?: (?:on board|join|on the team|with us|working|as (?:our|a|the))|!|$|\.)",
        r"\bwelcome (?:aboard|to the team|on board)\b",
        r"\bwant you (?:for|in) the (?:job|role|post|position)\b|\bwant you (?:as|to be) (?:our|the)\b",
        r"\b(?:overjoyed|delighted|thrilled|happy|honou?red|glad|love it|pleased)\b.{0,20}\bif you (?:became|become|joined|took (?:it|the|this|on)|would (?:be|join|become|take))\b",
        r"\b(?:like|love|want|invite|ask) you to (?:be|become|join us as|be our) (?:our|the|a) \w+",
        r"\byou(?:'re| are) our (?:new|next|first choice|choice|man|woman|pick|person|candidate of choice)\b",
        guard=any_of(IF + "(?<!if)", NOT + r"[^,;]{0,25}$", r"\bhow\b"),
        unless=(
            r"\?$|interview|for a (?:chat|call|visit|tour|coffee)|as a (?:guest|candidate|speaker)|back (?:for|in)|our next (?:candidate|interview)",
            r"\bif (?:the (?:job|role|post|position) is yours|you(?:'re| are) (?:hired|our))",
        ),
        confidence=_LIKELY,
        yes=(
            "The job is yours if you want it.",
            "Paul is back and we'd both love to have you!!",
            "you got the job mate",
            "Welcome aboard!",
            "we'd be honoured to have you as our Finance Officer, three days, from 1 July.",
            "We should be overjoyed if you became our editor for translated fiction.",
            "We would like you to join us as a sous chef.",
            "You have been selected for the position of Civil Engineer III.",
            "jobs yours",
        ),
        no=(
            "We'd love to have you in for an interview.",
            "If the job is yours, when could you start?",
            "The choice is yours.",
        ),
    ),
    rule(
        "on_hold",
        Kind.ON_HOLD,
        "drawer|fridge|freezer|refrigerator|cupboard|rest|sleep|wait|hold|ice|shelf|burner|pause|pausing|frozen|freez|suspend|parked|shelved|mothball|limbo|locked|halt|stood down|abeyance|stop",
        rf"\b{_FROZEN}(?![\w-])",
        rf"\b{_HIRING} (?:freeze|stop|pause|ban|moratorium|halt)\b|\b(?:freeze|stop|halt|moratorium|ban) on (?:all )?(?:new )?{_HIRING}",
        rf"\b(?:pausing|freezing|suspending|halting|stopping|stopped|to stop|to pause|to freeze|to suspend) (?:all |the |any |every |our |new )*(?:external )?(?:{_HIRING}|{JOB}|contracts|searches?|process|onboarding)",
        rf"\b(?:freeze|pause|hold|park|shelve|suspend|halt|stop|froze|parked|shelved) (?:this|the|our|all|every|any) (?:[\w-]+ ){{0,2}}?(?:{JOB}|hires?|hiring|search|process)\b(?! (?:until|for) (?:monday|tuesday|wednesday|thursday|friday|you)\b)",
        r"\b(?:put|putting|had to put|place|keep) (?:things|everything|it|this|that|the \w+(?: \w+)?) on (?:pause|hold|ice)\b|\b(?:things|everything) (?:are|is) on (?:pause|hold)\b",
        r"\b(?:pausing|holding off(?: on)?|hold off(?: on)?) (?:the |our |this |all )?(?:search|hiring|recruitment|recruiting|process|role)\b|\b(?:wait|waiting|hold on|holding on) (?:un)?til+ .{3,40} before (?:taking (?:any|some)?|hiring|recruiting)",
        rf"\b(?:(?:the|this|your|our) (?:[\w-]+ ){{0,4}}?(?:{JOB}|matter|search|process|file|business)(?: of (?:the|your) \w+)?)(?: therefore| now| too| must| has to| will have to)* (?:rests?|sleeps?|hibernates?)\b(?! (?:with|on|upon|in))",
        r"\b(?:stood|put|set) the (?:\w+ )?(?:appointment|post|role|position|search|vacancy|hire) (?:down|aside|off)\b",
        guard=any_of(IF + "(?<!until)", DENIED, r"\boff\b"),
        question=False,
        unless=(
            r"\boff (?:the )?(?:shelf|ice|hold|pause)|lifted|thaw|melted|no longer (?:on|frozen|paused)|(?:freeze|pause|hold|stop) (?:is|has|was|had) (?:been )?(?:over|ended|lifted)",
            r"\b(?:put|keep|leave|kept|left) you on hold|\bi'?m on hold\b|on hold (?:for|with) (?:\w+ min|it\b|the)|back on the shelf|paused? (?:for|on) (?:a )?(?:coffee|lunch|breath)",
            rf"\b{TALK}(?: [\w'-]+){{0,4}} (?:is|are|was|were|has|have|had)\b[^,;]{{0,20}}\b{_FROZEN}",
            r"frozen (?:food|goods|screen|section|pipes?)|(?:ends?|ended|after|following) the (?:hiring )?freeze|calendar hold|locked (?:in\b|out|up|the (?:door|date|time))|its locked|parked (?:the car|outside|your)|car ?park|suspended ceiling",
        ),
        yes=(
            "They've put the whole thing on ice until further notice.",
            "our funding round has wobbled and every open role is frozen as of today",
            "have put the sales appointment on the shelf while they talk.",
            "The position is not deleted but parked, nobody here knows for how long.",
            "We have paused hiring for the day unit.",
            "This afternoon we were told of a hiring freeze.",
            "The search is on hold until January.",
            "Corporate locked every food and beverage opening in the region this morning.",
            "we have to freeze this hire until the bridge round signs",
            "yesterday our investor asks to stop all contracts until the round is signed.",
            "The post goes in the drawer with the rest.",
            "So your matter too must sleep.",
        ),
        no=(
            "The appointment is off the shelf.",
            "The hiring freeze has been lifted.",
            "Nothing is on hold, it is only slow.",
            "If the role goes on hold I will tell you.",
            "Please collect by Sunday or it goes back on the shelf.",
            "Sorry I left you on hold for ten minutes.",
            "Its locked in for Thursday.",
            "The interviews for tomorrow are therefore stood down.",
            "The matter rests with the board.",
            "Anything in the drawer?",
        ),
    ),
    rule(
        "put_off",
        Kind.ON_HOLD,
        "until|till|before|next year|next quarter|fiscal|postpon|defer|put off|delay|hold|indefinit|for now|for the",
        rf"\b(?:(?:the|this|our|all|any)(?: [\w-]+){{0,3}} (?:{JOB}|recruitment|hiring|search|recruiting|hire|process)|everything|hiring|recruitment|recruiting)"
        rf"(?:'s| is| has| was|'ve| have|'ll| will)?(?: now| been| be| being| had to be)* (?:postponed|deferred|put off|delayed|pushed(?: out| back)?|moved|held(?: over)?|stopped) {_LONG}",
        r"\bhold(?:ing)? (?:off|everything|all (?:hiring|recruitment|offers)|the (?:search|role|position|post|process|hire|recruitment|vacancy)|hiring|recruitment) (?:un)?til+\b",
        rf"{NOT} (?:be )?(?:hiring|recruiting|appointing|filling (?:it|the \w+))(?: anyone| anybody)? (?:(?:un)?til+|before (?:the|next))\b",
        r"\bnothing will happen (?:before|until)\b|\bno (?:hiring|appointment|recruitment) (?:before|until)\b",
        guard=IF,
        unless=rf"\b{TALK} (?:is|has|was|will)\b",
        yes=(
            "The recruitment has been postponed until the new financial year.",
            "They are holding the search until January.",
            "The hire is deferred to next quarter.",
            "We won't be hiring until the spring.",
            "Nothing will happen before the autumn.",
        ),
        no=(
            "Your interview has been postponed.",
            "The meeting is put off until Tuesday.",
            "I will hold the slot until Friday for you.",
        ),
    ),
    rule(
        "reopened",
        Kind.REOPENED,
        "back|again|shelf|hold|resum|reopen|re-open|restart|freeze|thaw|unfroz|live|alive|not join|dropped|backed|pulled|fell through|declined|turned"
        "|green light|restart|pick up|work|reconsider|revisit|change of heart|changed|lifted|melted|approved|released|unlocked",
        rf"\b(?:we're|we are|(?:it|this|that|{JOB}|search|recruitment|everything|things?|process)(?:'s| is| are))(?: now| finally| officially)? back (?:on\b|in business|up and running|open|(?=!|$|\.))",
        r"^we're back\b|\bback on(?:!|$|\.| track\b| the table\b)",
        r"\b(?:live|open|active|real job|available|advertised|funded|moving|hiring|recruiting|on) again\b(?! (?:on|next|from|at))",
        r"\boff (?:the )?(?:shelf|ice|hold|pause)\b|\b(?:ice|freeze) (?:has |is )?(?:now )?(?:melted|thawed|broken)\b|\bunfrozen\b|\bthawed\b",
        r"\bresum(?:ed?|ing) (?:with you|the (?:search|process|recruitment|hiring|interviews?)|hiring|recruitment|recruiting|interviews)\b",
        r"\b(?:hiring|recruitment|the (?:search|process)) (?:has |is )?(?:now )?(?:resum(?:ed|ing)|restarted|restarting|back)\b",
        r"\bre-?opened\b|\bre-?opening (?:the|this|our)\b",
        r"\b(?:freeze|pause|hold|stop) (?:has been |is |was |has |got )?(?:now )?(?:lifted|over|ended)\b|\bgreen light again|\bcame (?:back )?up again",
        r"\bgreen light\b|\b(?:restart|pick up|resume|reconsider|revisit) (?:the process|where we left|your (?:application|candidacy|candidature))\b|\b(?:didn't|did not|hasn't|has not|isn't) work(?:ed|ing)? out\b",
        rf"\b{JOB}(?: is|'s)? (?:alive|lives|live|unlocked|approved)\b",
        r"\b(?:candidate|person|applicant|first choice|choice|hire|appointee|guy|bloke|lady)(?: (?:we|they) (?:chose|picked|selected|hired|appointed))?(?: who was .{1,30})?"
        rf"(?: has| have| had| did)?(?: now| since| unfortunately)?(?: ?{NOT}| not)? (?:joined|join|dropped out|backed out|pulled out(?! of the (?:interview|call))|fell through|fallen through|declined|withdrawn|withdrew(?! from the (?:interview|call))"
        r"|changed (?:his|her|their) mind|(?:had )?a change of heart|turned (?:it|us|the \w+) down|started and left)\b",
        guard=any_of(
            IF,
            r"\b(?:hope|try|could|as soon as|back to|will|would|won't)\b[^,;]{0,20}$",
            r"\b(?:not|never)\b[^,;]{0,15}$",
        ),
        unless=(
            r"\b(?:i'm|i am|i'll be|she's|he's|will be|is) back (?:on|in|at|from)\b.{0,40}\b(?:monday|tuesday|wednesday|thursday|friday|\d)",
            r"\b(?:may|might|could|should|will) (?:be )?(?:re-?open|resume|come up)|available again (?:from|on|after|next)|get back|is never|would(?:n't)?\b|link is (?:live|open)|portal|once we (?:get|have)|waiting for the green|if it (?:doesn't|didn't)",
            r"\b(?:went|gone|go|put|is|are|placed) (?:back )?on (?:hold|ice)\b",
        ),
        confidence=_LIKELY,
        yes=(
            "round closed last night so Curriculum Designer is a real job again.",
            "we're back!",
            "They are not selling after all, and the appointment is off the shelf.",
            "Corrib Bay got their funding through and the CNS post is live again.",
            "The selected candidate has not joined, and Mr. Kamat has asked us to resume with you.",
            "The freeze has been lifted.",
            "The search is back on.",
            "Our first choice has pulled out.",
            "The successful candidate has had a change of heart.",
            "The ice has melted!",
            "The round is signed and the position lives.",
        ),
        no=(
            "I'm back on Monday and will look then.",
            "The role may be reopened in spring.",
            "If the freeze is lifted I will call you.",
            "I am available again from Monday.",
            "They will resume the search once the board agrees.",
        ),
    ),
)
