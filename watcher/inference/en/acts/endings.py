"""How I end a process myself: by accepting, by declining an offer, by withdrawing."""

from __future__ import annotations

from watcher.inference.en.vocabulary import DENIED, GREETING, IF, NOT, TALK, any_of
from watcher.inference.rules import MINE, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["MY_ENDINGS"]

_OFFERED = r"(?:offer|job|role|position|post|contract|place)"

MY_ENDINGS: tuple[Rule, ...] = (
    rule(
        "accept",
        Kind.ACCEPTED,
        "accept|signed|my word|my hand|my yes|my signature|do i sign|i'm in|i am in|say yes|it's a yes|a yes|comes back|come back|answer is yes|take the job|take it|on board",
        r"\bi(?:'m| am|'d| would| will|'ve| have|'ll)?(?: now| hereby| just| writing| gladly| happily| be| very| so| formally| pleased| delighted| thrilled| happy| like| love| want| wish)*"
        r"(?: to)?(?: formally| hereby| gladly)? accept(?:ed|ing)?(?: (?:the|your|this|it|with)\b|[.,!]|$)",
        r"\b(?:happy|delighted|thrilled|pleased|glad|excited|like|love|honou?red) to (?:formally |officially |be able to )?accept\b",
        r"\bsigned (?:[\w-]+ ){0,3}?(?:offer|letter|contract|copy|agreement|paperwork)\b|\b(?:offer|letter|contract|agreement|copy)(?: \w+){0,3}? signed\b|\bi(?:'?ve| have)(?: just| now| already)? signed\b(?! (?:up|with|in for|on with|an?\b))",
        r"\byou(?:'ve| have) (?:got )?my (?:word|hand|yes|signature)\b(?! (?:that|it|on that))",
        r"^(?:deal[.,!] )?signed (?:in|on|via|through|and)\b",
        GREETING
        + r"(?:very |so |more than )?(?:happy|delighted|thrilled|pleased|glad) to accept\b|\b(?:love|like|happy|delighted|going|glad) to take (?:the|this|your) (?:job|role|position|post|offer)(?=[.,!]|$)",
        r"\b(?:it's|that's|it is|that is|answer is) a?(?: big| definite| firm| very happy)? ?yes\b|\b(?:i|we|to) (?:gladly |happily )?say yes(?: to (?:the|your))?\b|\bcomes? back signed\b|\bwhere do i sign\b",
        guard=any_of(IF, DENIED, r"\b(?:tempted|able|unable|could|another|day|reasons?|ready)\b"),
        unless=(
            r"accept(?:ed|ing)? (?:the |your |this )?(?:(?:calendar|meeting|teams|zoom|kind) )?(?:invit\w*|interview|slot|time|call|meeting|apolog\w+|another|an offer|a position|a job|a role|elsewhere|that|my)\b",
            r"\b(?:another|elsewhere|unsigned|nda|consent|yet|waiver|application form|tomorrow|timesheet|signed up|signed with)\b|^(?:could|can|would|should|may|if|what|do|is|are|how|when)\b.*\?$",
        ),
        sides=MINE,
        yes=(
            "Signed letter attached, I'm in.",
            "I'm delighted to accept the offer.",
            "I hereby accept your offer of employment.",
            "I am writing to accept your offer.",
            "I would like to formally accept.",
            "Please find the contract signed and scanned.",
            "Yes, yes and yes, where do I sign?",
            "Signed in the portal last night, I start on 1 April.",
            "I sat down, I stood up again, and I have signed.",
            "You have my word.",
        ),
        no=(
            "I have accepted the calendar invitation.",
            "Before I accept, could we talk about the start date?",
            "I've accepted another position.",
            "I can't accept the offer as it stands.",
            "Please accept my apologies.",
            "The signed NDA is attached.",
            "I have signed up for the webinar.",
            "You have my word that it stays between us.",
        ),
    ),
    rule(
        "decline",
        Kind.DECLINED,
        "decided|declin|turn|say no|accept|pass|take the|take it|take up|taking the|taking your|taking up|taking it|taking this|not to take|to take",
        rf"\b(?:declin(?:e|ing)|turn(?:ing)? down) (?:the|your|this) (?:[\w-]+ )?{_OFFERED}",
        rf"\bturn(?:ing)? (?:it|this|you|(?:the|your) {_OFFERED}) down\b|\b(?:going|have|had|decided|need|want|must) to say no\b|\bmust say no\b",
        rf"\b(?:decided|going|i'm) (?:not to|not going to) (?:take|accept) (?:the|your|this|it)\b|{NOT} going to (?:take|accept) (?:it|the (?:job|offer|role|post|position))\b",
        r"\bdecided (?:not to (?:take|accept|go ahead with)|against(?: taking)?) (?:the|your|this|it)\b",
        r"\b(?:have|had|decided|going|afraid i must|must) (?:to )?(?:respectfully |regretfully )?decline\b",
        rf"(?:{NOT}|unable to) (?:be )?(?:able to )?(?:accept(?:ing)?|tak(?:e|ing)(?: up| on)?) (?:the|your|this) (?:[\w-]+ )?{_OFFERED}\b",
        rf"(?:{NOT}|unable to) (?:be )?(?:able to )?accept(?:ing)? (?:it|this)\b",
        guard=r"\b(?:if|unless|whether|before|rather than|hate to|sorry to hear|until)\b",
        unless=r"\b(?:invit\w*|meeting|calendar|until|before|without|unless|yet)\b|\?$|say no more|say no to coffee|accept (?:the|your|this) (?:invit|time|slot)",
        sides=MINE,
        yes=(
            "I'm going to say no to Harbour Lane, I'm afraid.",
            "After much thought I have decided to decline your offer.",
            "I will have to turn it down.",
            "I am unable to accept the position.",
            "I'll say it straight: I won't be taking the supervisor job.",
            "I can't take the position, the numbers at home don't add up on three days.",
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
        "my name|myself|strike|count me|rule me|leave me|stop the|end the|close my|end my|stop my|stay|withdraw|bow out|bowing|pull out|pulling out|name out|remove me|take me o|no longer|drop out|dropping out|duck out|step back|stepping|step aside|another offer"
        "|another position|another job|another role|elsewhere|not continue|continu|proceed|pursu|other offer|different offer|taking a|taken a|took a|accepted a|new job|go ahead without|signed with|took the|yes to|step out",
        r"\bwithdraw(?:ing|n)? (?:from|my)\b|\b(?:take|taking|took|strike|striking|scratch|cross|count|counting|rule|leave) (?:my name|myself|me) (?:out|off|from)\b|\b(?:stop|end|close) (?:the|my|this) (?:process|application|procedure|file|candidacy)\b|\bi(?:'m| am|'ll| will| shall)? (?:be )?stay(?:ing)? (?:put|where i am)\b|\bremove (?:me|my (?:name|application|candidacy)) from\b",
        r"\b(?:withdraw|bow(?:ing)? out|pull(?:ing)? out|drop(?:ping)? out|duck(?:ing)? out|step(?:ping)? (?:back|aside|away|out)(?: from)?)(?= (?:now|of|at|here|from|gracefully|and)|[.,!]|$)",
        r"\bno longer (?:interested|available for (?:the|this)|looking|in a position to (?:continue|pursue)|wish(?:ing)? to (?:be considered|proceed|pursue|continue)|want to|able to (?:continue|pursue)|pursuing|on the market|in the market)\b",
        r"\b(?:accept(?:ed|ing)|tak(?:en|ing)|took|signed|start(?:ed|ing)|gone (?:with|for)|going (?:with|for)) (?:an?|the|another) ?(?:new |different |other |permanent )?(?:offer|position|job|role|post|one)\b(?! (?:of|as|seriously)\b)|\btook the other (?:one|job|offer)\b|\b(?:said|saying) yes to (?:an?|another|the other)\b",
        rf"(?:{NOT}|\bnot to) (?:be )?(?:going to )?(?:to )?(?:continu(?:e|ing)|pursu(?:e|ing)|proceed(?:ing)?) (?:with|this|it|the|my|any)\b",
        r"\b(?:accepted|taken) (?:something|a job) (?:elsewhere|else)\b|\b(?:have|i've|just|meanwhile|since) (?:just |meanwhile |now )?signed with\b",
        guard=any_of(IF, r"\b(?:nor|rather than|don't want to|did i|i'd hate|last contractor|would it help)\b"),
        unless=(
            rf"^(?!.*\b(?:tell|let) (?:her|him|them|everyone)\b).*\?$|{NOT} (?:want(?:ing)? |planning |going |trying )?to (?:withdraw|pull|drop|bow|step|duck)\b|has taken|have you|pulled out|before (?:i )?(?:taking|accepting|take|accept)",
            r"\b(?:pulled|dropped) out\b.{0,20}\byou said|continue with (?:the|my) (?:interest|training|studies)",
        ),
        sides=MINE,
        yes=(
            "I have to take my name out of the hat for the PM job.",
            "The commute isn't workable, so I'd like to bow out now.",
            "I would like to withdraw my application.",
            "I've accepted another offer and am no longer looking.",
            "I'm taking a position in Charlotte.",
            "Please remove me from consideration.",
            "I've decided not to pursue this any further.",
            "Pippa dear, I have to duck out.",
            "Would you tell her that I'm stepping out, and that it has nothing to do with her?",
            "I have meanwhile signed with an organisation here at home.",
            "Please strike my name from the list.",
            "Please count me out, and thank the doctor for the argument.",
            "Please stop the process as far as I am concerned.",
            "My firm matched what you would pay and I'm staying put.",
        ),
        no=(
            "I don't want to withdraw, I only need another week.",
            "Would it help if I withdraw from the other post?",
            "The last contractor pulled out, you said.",
            "I have another offer, so a word by Friday would help.",
            "We are staying put in Leeds for the school.",
        ),
    ),
    rule(
        "pass",
        Kind.WITHDRAWN,
        "pass|the next |the other |whoever|not for me|n't for me|right for me|right fit|somebody|someone|my word|not be coming|not be joining|n't be coming|n't be joining",
        r"\b(?:i'll|i will|i'm|i am|gonna|going to|have to|i'd|must)(?: have to| gonna| going to| need to)*(?: have to)? (?:take a )?pass\b(?! (?:(?:it|this|that|them|your \w+) (?:on|to|along)|on your|along|your|them)\b)",
        rf"\b(?:it|this|that|the \w+)(?:'s| is)?(?: just)? ?{NOT} (?:really |quite )?for me\b",
        rf"{NOT} (?:quite |really )?(?:the )?right (?:for me|fit|move|role|job|time)\b",
        rf"\b(?:give|offer|leave|keep) (?:the|my|this|that) (?:{_OFFERED}|spot|seat) (?:to|for) (?:some(?:one|body)|another|a person|whoever|the (?:next|other) (?:guy|person|one|candidate|in line|on the list))\b",
        r"\b(?:given|gave) (?:my word to (?:an?|the|another)|(?:them|him|her) my word)\b",
        rf"{NOT} be (?:coming to (?:work|you|the)|joining (?:you|the|your))\b(?!.*\b(?:{TALK}|office|station)\b)",
        guard=r"\b(?:if|unless|whether|before)\b",
        unless=r"\?$|pass (?:by|through|the (?:exam|test|course|interview|audit))",
        sides=MINE,
        confidence=Confidence.LIKELY,
        yes=(
            "so I'm gonna have to pass.",
            "Please give the place to somebody who can.",
            "It kills me a bit, but you can give my spot to the next guy.",
            "I have since given my word to a lodge in the north.",
            "The other place made me an offer, and today I gave them my word.",
            "I will not be coming to the Harris.",
            "I'll pass this time.",
            "It's not for me in the end.",
        ),
        no=(
            "I will not be joining the call on Friday.",
            "I'll pass it on to Ray.",
            "I have to pass the exam first.",
            "If it's not for me I will say so.",
        ),
    ),
)
