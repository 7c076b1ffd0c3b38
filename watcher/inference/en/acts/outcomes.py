"""What becomes of a process besides a no: an offer, a hold, a second life; and how I end it myself."""

from __future__ import annotations

from watcher.inference.en.vocabulary import DENIED, IF, JOB, NOT
from watcher.inference.rules import MINE, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["MY_OUTCOMES", "OUTCOMES"]

_MAYBE = (
    IF + "|" + NOT + r"|\b(?:hope|hoping|expect|plan|planning|aim|soon|shortly|in a position|able|ready|after|no)\b"
)
_GLAD = r"(?:pleas(?:ed|ure)|delighted|thrilled|happy|excited|glad|proud|honou?red|overjoyed)"
_FROZEN = r"(?:on hold|on ice|on (?:the|a) (?:shelf|back ?burner)|on pause|paused?|frozen|suspended|parked|shelved|mothballed|in limbo)"

OUTCOMES: tuple[Rule, ...] = (
    rule(
        "offer_you_the_job",
        Kind.OFFER,
        "offer",
        r"\b(?:offer(?:ing)? you|offer to you of) (?:the|a|an|this|our|that)?\b ?(?:.{0,60}?\b(?:"
        + JOB
        + r"|job|traineeship|full-time|part-time|permanent)\b"
        r"|(?:role |position |post |job )?(?:of|as) )",
        guard=_MAYBE,
        unless=r"offer you (?:an? |the |some )?(?:\w+ )?(?:chance|opportunity to|interview|slot|time|call|meeting|alternative|discount|feedback|discussion|tour|visit|trial|place on|look)",
        yes=(
            "It gives me great pleasure to offer you the position of Clinical Nurse Manager 1, Day Surgery.",
            "We would like to offer you the job!",
            "I'm delighted to be offering you a permanent contract with us.",
            "We are pleased to offer you the role.",
        ),
        no=(
            "If we offer you the role, you would start in May.",
            "I'd like to offer you a slot on Tuesday.",
            "We are not yet able to offer you the position.",
            "We hope to offer you the job once the budget is in.",
        ),
    ),
    rule(
        "extend_an_offer",
        Kind.OFFER,
        "offer",
        r"\b(?:extend(?:ing|ed)?|mak(?:e|ing)|made|send(?:ing)?|present(?:ing)?|issu(?:e|ing)|enclos(?:e|ing)|attach(?:ing)?|giv(?:e|ing))(?: to)?(?: you)? (?:an?|the|this|our|your|my)(?: \w+)?(?: \w+)? offer\b(?! (?:to|for) (?:another|someone|somebody|a candidate|the other))",
        guard=_MAYBE,
        unless=r"make (?:an?|the) offer (?:to|on|for) (?!you)|\boffers? (?:price|expires?)\b.{0,10}$|landlord|landlady|vendor|seller|\bcounter-?offer",
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
        "offer",
        r"\b(?:letter of offer|offer letter|offer of employment|employment offer|job offer|contract offer|offer pack)\b.{0,40}?\b(?:attached|enclosed|below|here|for your (?:review|signature)|is on its way|in the post|commencing|with the salary)"
        r"|\b(?:attached|enclosed|enclose|attach|find|sending you|here is|here's|below is|review)\b.{0,40}?\b(?:letter of offer|offer letter|(?:formal|written|our|your) offer\b)"
        r"|\b(?:congratulations|pleased|delighted|thrilled)\b.{0,60}?\b(?:offer letter|letter of offer|offer of employment|job offer)\b"
        r"|^(?:the |our |this |your )?offer (?:stands|is open|is valid|expires|lapses|remains open)\b",
        guard=IF,
        unless=NOT + r"|\b(?:sample|template|revised proposal|quote|quotation|invoice)\b",
        yes=(
            "Please find attached your offer letter.",
            "The offer stands until Friday 8 May.",
            "I'm sending you our formal offer today.",
            "The offer expires at 5 PM on Wednesday, July 15.",
        ),
        no=(
            "We have not sent the offer letter.",
            "If the offer letter is attached, sign it.",
            "A sample offer letter is attached.",
        ),
        confidence=Confidence.LIKELY,
    ),
    rule(
        "job_is_yours",
        Kind.OFFER,
        "yours|got the|have you|you're hired|your hired|you are hired|want you|on board|aboard|welcome to the",
        r"\b(?:job|role|post|position|gig|spot)(?:'s| is) yours|you(?:'ve| have)? got (?:the|this) (?:job|role|post|position|gig)|\byou(?:'re|r| are|re) hired"
        r"|\b(?:love|like|delighted|thrilled|happy) to have you(?: (?:on board|join|on the team|with us|working)|!|$|\.)|\bwelcome (?:aboard|to the team|on board)"
        r"|\bwant you (?:for|in) the (?:job|role|post|position)",
        guard=IF + "|" + NOT + r"|\bhow\b",
        unless=r"\?$|interview|for a (?:chat|call|visit|tour|coffee)|as a guest|back (?:for|in)",
        confidence=Confidence.LIKELY,
        yes=(
            "The job is yours if you want it.",
            "Paul is back and we'd both love to have you!!",
            "you got the job mate",
            "Welcome aboard!",
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
        "hold|ice|shelf|burner|pause|pausing|frozen|freez|suspend|parked|shelved|mothball|limbo",
        r"\b"
        + _FROZEN
        + r"(?![\w-])|\b(?:hiring|headcount|recruitment|recruiting|budget|vacancy|staffing) (?:freeze|stop|pause)|\bfreeze on (?:all )?(?:hiring|recruitment|headcount)|\bpausing\b",
        guard=IF + "|" + DENIED + r"|\boff\b",
        unless=r"\boff (?:the )?(?:shelf|ice|hold|pause)|lifted|thaw|(?:put|keep|leave) you on hold|on hold (?:for|with) \w+ min|no longer (?:on|frozen|paused)|(?:freeze|pause|hold) (?:is|has|was|had) (?:been )?(?:over|ended|lifted)|back on the shelf|paused? (?:for|on) (?:a )?(?:coffee|lunch|breath)|frozen (?:food|goods|screen|section)|(?:ends?|ended|after|following) the (?:hiring )?freeze|calendar hold|ice cream",
        yes=(
            "They've put the whole thing on ice until further notice.",
            "our funding round has wobbled and every open role is frozen as of today",
            "have put the sales appointment on the shelf while they talk.",
            "The position is not deleted but parked, nobody here knows for how long.",
            "We have paused hiring for the day unit.",
            "This afternoon we were told of a hiring freeze.",
            "The search is on hold until January.",
        ),
        no=(
            "The appointment is off the shelf.",
            "The hiring freeze has been lifted.",
            "Nothing is on hold, it is only slow.",
            "If the role goes on hold I will tell you.",
            "Please collect by Sunday or it goes back on the shelf.",
            "Sorry I left you on hold for ten minutes.",
        ),
    ),
    rule(
        "put_off",
        Kind.ON_HOLD,
        "until|till|next year|next quarter|fiscal|postpon|defer|put off|delay|hold",
        r"\b(?:(?:the|this|our|all|any)(?: \w+){0,3} (?:"
        + JOB
        + r"|recruitment|hiring|search|recruiting|appointment|hire|process)|everything|hiring|recruitment|recruiting|it)"
        r"(?:'s| is| has| was|'ve| have|'ll| will)?(?: now| been| be| being| had to be)* (?:postponed|deferred|put off|delayed|pushed(?: out| back)?|moved|held(?: over)?) (?:indefinitely|(?:un)?til+ (?:next (?:year|quarter|fiscal|financial|season|term)|after|q[1-4]|the (?:new|next)|january|further)|to (?:next (?:year|quarter|fiscal|financial|season|term)|q[1-4]|the (?:new|next)))"
        r"|\bhold(?:ing)? (?:off|everything|all (?:hiring|recruitment|offers)|the (?:search|role|position|post|process|hire|recruitment|vacancy)|hiring|recruitment) (?:un)?til+\b"
        r"|"
        + NOT
        + r" (?:be )?(?:hiring|recruiting|appointing|filling (?:it|the \w+))(?: anyone| anybody)? (?:un)?til+\b",
        guard=IF,
        yes=(
            "The recruitment has been postponed until the new financial year.",
            "They are holding the search until January.",
            "The hire is deferred to next quarter.",
            "We won't be hiring until the spring.",
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
        "back|again|shelf|hold|resum|reopen|re-open|freeze|thaw|unfroz|live|not joined|not join|dropped|backed|pulled|fell through|declined|turned|green light|lifted|released",
        r"\b(?:we're|we are|(?:it|this|that|"
        + JOB
        + r"|search|recruitment|everything|things?)(?:'s| is| are))(?: now| finally| officially)? back (?:on\b|in business|up and running|open|(?=!|$|\.))|^we're back\b|\bback on(?:!|$|\.| track\b| the table\b)"
        r"|\b(?:live|open|active|real job|available|advertised|funded|moving) again\b|\boff (?:the )?(?:shelf|ice|hold|pause)\b|\bresum(?:ed?|ing) (?:with you|the (?:search|process|recruitment|hiring|interviews?)|hiring|recruitment|recruiting|interviews)\b|\b(?:hiring|recruitment|the (?:search|process)) (?:has |is )?(?:now )?(?:resum(?:ed|ing)|restarted|restarting|back)"
        r"|\bre-?opened\b|\bre-?opening (?:the|this|our)|\b(?:freeze|pause|hold) (?:has been |is |was |has |got )?(?:now )?(?:lifted|over|ended|thawed)|\bunfrozen\b|\bthawed\b|\bgreen light again|\bcame (?:back )?up again"
        r"|\b(?:candidate|person|applicant|choice|one|hire|guy|bloke|lady)(?: we (?:chose|picked|selected|hired|appointed))?(?: who was .{1,30})?(?: has| have| had| did)?(?: now| since| unfortunately)?(?: ?not| ?n't|n't)? (?:joined|join|dropped out|backed out|pulled out|fell through|fallen through|declined|withdrawn|withdrew|changed (?:his|her|their) mind|turned (?:it|us|the \w+) down|started and left)",
        guard=IF + "|" + DENIED + r"|\b(?:hope|try|could|as soon as|back to)\b",
        unless=r"\b(?:i'm|i am|i'll be|she's|he's|will be|is) back (?:on|in|at|from)\b.{0,40}\b(?:monday|tuesday|wednesday|thursday|friday|\d)|(?:may|might|could|should|will) (?:be )?(?:re-?open|resume|come up)|available again (?:from|on|after|next)|get back|is never|would(?:n't)?\b|link is (?:live|open)|portal",
        confidence=Confidence.LIKELY,
        yes=(
            "round closed last night so Curriculum Designer is a real job again.",
            "we're back!",
            "They are not selling after all, and the appointment is off the shelf.",
            "Corrib Bay got their funding through and the CNS post is live again.",
            "The selected candidate has not joined, and Mr. Kamat has asked us to resume with you.",
            "The freeze has been lifted.",
            "The search is back on.",
            "Our first choice has pulled out.",
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

MY_OUTCOMES: tuple[Rule, ...] = (
    rule(
        "accept",
        Kind.ACCEPTED,
        "accept|signed|i'm in|i am in|count me in|say yes|it's a yes",
        r"\b(?:i|and)(?:'m| am|'d| would| will|'ve| have)?(?: now| hereby| just| gladly| happily| be| very| so| formally| absolutely| "
        + _GLAD
        + r"| like| love)*(?: to)?(?: formally| hereby| gladly| confirm that i)? accept(?:ed|ing)?(?: (?:the|your|this|it|with)\b|[.,!]|$)"
        r"|\b(?:happy|delighted|thrilled|pleased|glad|excited|like|love) to (?:formally |officially |be able to )?accept\b"
        r"|\bsigned (?:\w+ ){0,3}?(?:offer|letter|contract|copy|agreement|paperwork|it|and)|\b(?:offer|letter|contract|agreement)(?: \w+){0,3}? signed\b|\bi'?ve signed\b|\b(?:it's|that's) a (?:big |definite |firm )?yes from me|\bsay yes to (?:the|your)",
        guard=IF + "|" + NOT + r"|\b(?:tempted|able|unable|could|another|day|reasons?|ready)\b",
        unless=r"accept(?:ed|ing)? (?:the |your |this )?(?:(?:calendar|meeting|teams|zoom|kind) )?(?:invit\w*|interview|slot|time|call|meeting|apolog\w+|another|an offer|a position|a job|a role|elsewhere)|another|elsewhere|\?$|unsigned|accept (?:my|that)|nda\b|consent|yet\b|waiver|application form|tomorrow|timesheet",
        sides=MINE,
        yes=(
            "Signed letter attached, I'm in.",
            "I'm delighted to accept the offer.",
            "I hereby accept your offer of employment.",
            "I would like to formally accept.",
            "Please find the contract signed and scanned.",
        ),
        no=(
            "I have accepted the calendar invitation.",
            "Before I accept, could we talk about the start date?",
            "I've accepted another position.",
            "I can't accept the offer as it stands.",
            "Please accept my apologies.",
            "The signed NDA is attached.",
        ),
    ),
    rule(
        "decline",
        Kind.DECLINED,
        "decline|turn|say no|accept|pass",
        r"\b(?:declin(?:e|ing)|turn(?:ing)? down) (?:the|your|this) (?:\w+ )?(?:offer|job|role|position|post)|\bturn(?:ing)? (?:it|this|you|the (?:offer|job|role|post)|your offer) down|\b(?:going|have|had|decided|need|want) to say no\b|\b(?:have|had|decided|going|afraid i must|must) (?:to )?(?:respectfully |regretfully )?decline\b"
        r"|"
        + NOT
        + r" (?:be )?(?:able to )?accept(?:ing)? (?:the|your|this|it)\b|\bunable to accept (?:the|your|this|it)\b",
        guard=r"\b(?:if|unless|whether|before|rather than|hate to|sorry to hear|until)\b",
        unless=r"\b(?:invit\w*|meeting|calendar|until|before|without|unless|yet)\b|\?$|say no more|say no to coffee|accept (?:the|your|this) (?:invit|time|slot)",
        sides=MINE,
        yes=(
            "I'm going to say no to Harbour Lane, I'm afraid.",
            "After much thought I have decided to decline your offer.",
            "I will have to turn it down.",
            "I am unable to accept the position.",
        ),
        no=(
            "I'd hate to turn it down, so let me think.",
            "I had to decline the meeting because of a clash.",
            "I cannot accept the offer until I have seen the contract.",
        ),
    ),
    rule(
        "withdraw",
        Kind.WITHDRAWN,
        "withdraw|bow out|bowing|pull out|pulling out|name out|remove me|take me out|no longer|drop out|dropping out|step back|stepping|step aside|another offer|another position|another job|another role|elsewhere|not continue|not to continue|not going to|not proceed|not pursue|not to pursue|other offer|different offer|taking a position|taken a|a new job|go ahead without",
        r"\bwithdraw(?:ing|n)? (?:from|my|from the)\b|\b(?:withdraw|bow(?:ing)? out|pull(?:ing)? out|drop(?:ping)? out|step(?:ping)? (?:back|aside|away)(?: from)?)(?= (?:now|of|at|here|from|gracefully|and)|[.,!]|$)|\b(?:take|taking|took) (?:my name|myself|me) out\b|\bremove (?:me|my (?:name|application|candidacy)) from (?:consideration|the (?:process|running|list|shortlist))"
        r"|\bno longer (?:interested|available for (?:the|this)|looking|in a position to (?:continue|pursue)|wish(?:ing)? to (?:be considered|proceed|pursue|continue)|want to|able to (?:continue|pursue)|pursuing|on the market|in the market)"
        r"|\b(?:accept(?:ed|ing)|tak(?:en|ing)|took|signed|start(?:ed|ing)|gone (?:with|for)|going (?:with|for)) (?:an?|the|another) ?(?:new |different |other )?(?:offer|position|job|role|post|one)\b(?: .{0,30})?\b(?:elsewhere|in|with|at|closer|nearer|from|with|now|somewhere|already)?"
        r"|"
        + NOT
        + r" (?:be )?(?:to )?(?:continu(?:e|ing)|pursu(?:e|ing)|proceed(?:ing)?) (?:with|this|it|the|my|any)|\b(?:accepted|taken) (?:something|a job) (?:elsewhere|else)",
        guard=IF
        + r"|\b(?:not|n't|never|nor|rather than|don't want to|did i|i'd hate)\b(?! going| be\b| continue| to (?:continue|pursue|proceed))",
        unless=r"\?$|"
        + NOT
        + r" (?:want(?:ing)? |planning |going |trying )?to (?:withdraw|pull|drop|bow|step)|has taken|have you|before (?:i )?(?:taking|accepting|take|accept)|tak(?:e|en|ing) (?:the|a) (?:role|position|job) (?:of|as|seriously)",
        sides=MINE,
        yes=(
            "I have to take my name out of the hat for the PM job.",
            "The commute isn't workable, so I'd like to bow out now.",
            "I would like to withdraw my application.",
            "I've accepted another offer and am no longer looking.",
            "I'm taking a position in Charlotte.",
            "Please remove me from consideration.",
            "I've decided not to pursue this any further.",
        ),
        no=(
            "I don't want to withdraw, I only need another week.",
            "Would it help if I withdraw from the other post?",
            "The last contractor pulled out, you said.",
            "I have another offer, so a word by Friday would help.",
        ),
    ),
)
