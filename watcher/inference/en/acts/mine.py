"""What my own message is: an application, an answer to an approach, a thank-you, a nudge."""

from __future__ import annotations

from watcher.inference.en.vocabulary import GREETING, JOB, NOT, TALK
from watcher.inference.rules import MINE, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["MINE_RULES"]

_SMALL = r"(?:(?:and|so|but|also|just|quick one|anyway|ok|sorry to bother you|well|now|then)[,:]? )*"
_PAPERS = r"(?:cv|resume|r.sum.|c\.v\.|curriculum vitae|application(?: form| documents| letter| pack)?|cover(?:ing)? letter|letter|documents|portfolio|references|referees|certificates|form)"
_PROCESS = r"(?:process|position|role|job|post|vacancy|application|candidature|candidacy|interview|hiring|decision|outcome|result|shortlist|selection|feedback|next steps?|search|opening|panel|committee|board|team|offer|assessment|take.?home|task|test|file|cv|resume|profile)"
_NEWS = r"(?:news|update|updates|word|feedback|movement|progress|decision|developments?|result|outcome|joy|luck|answer|response|reply|verdict|idea when|further (?:word|news)|sign of)"

MINE_RULES: tuple[Rule, ...] = (
    rule(
        "apply",
        Kind.APPLIES,
        "apply|application|applying|interest in|consider me|candidate for|advert|posting|posted|vacancy| ad |attach|enclos|submit",
        r"\b(?:i(?:'d| would)? (?:like|wish|want|am writing|'m writing) to (?:formally )?(?:apply|submit (?:my|an) application|put myself forward|be considered|express my interest)|i(?:'m| am) (?:hereby )?apply(?:ing)?|i (?:hereby )?apply|i(?:'m| am) writing (?:in response|with regard|regarding|about|to apply)|writing to apply|my application for|application (?:documents )?for the|please (?:accept|consider|find (?:attached|enclosed)|see attached)(?: this(?: as)?)? ?my (?:application|cv|resume)|please consider me|(?:respectfully |hereby )?submit(?:ting)? my (?:[\w-]+ ){0,3}?(?:application|cv|resume|documents|sheet|pds))\b"
        r"|\b(?:saw|seen|read|spotted|noticed|came across|responding to|in response to|answer to|reply to|regarding) (?:your|the|an?) (?:\w+ ){0,3}?(?:ad|advert|advertisement|posting|vacancy|job (?:ad|post|posting|advert)|listing|notice)\b|\byour (?:ad|advert|advertisement|posting|listing|notice) (?:for|in|on|at)\b"
        r"|\b(?:attach|attached|enclose|enclosed|find)\b.{0,30}\bmy (?:completed |full |updated )?"
        + _PAPERS
        + r"\b.{0,80}\bfor the .{0,60}\b"
        + JOB
        + r"\b",
        unless=r"\b(?:any (?:news|update|word)|status of|following up|follow up on|checking in|heard|wondering|received my|withdraw|state of|as discussed|last week i applied|i applied|since i applied|loan|tenancy|flat|mortgage|visa|passport)\b",
        sides=MINE,
        yes=(
            "I would like to apply for the post of Head Gardener.",
            "I attach my completed application form and a letter for the post of Head of Mathematics.",
            "Please find attached my CV for the Community Nurse post in the Midlands.",
            "Saw your ad at the servo for a maintenance electrician.",
            "Your posting for a part-time professor gave your address for applications.",
            "please find enclosed my application documents for the position Head of Terminal Services.",
        ),
        no=(
            "Is there any news on my application for the warehouse role?",
            "I applied last week and would like to know the status of it.",
            "My application for the loan is attached.",
        ),
    ),
    rule(
        "interested",
        Kind.INTERESTED,
        "interest|keen|consider|tell me more|hear more|know more|learn more|appetite|love to|happy to|glad to|enjoy|sounds|open to|up for|in the market|attached|why not|could be|i would|i'd|game|curious|chat|talk",
        r"\b(?:yes|yeah|yep|sure|absolutely|definitely|of course)\b.{0,20}\b(?:interested|keen|please|i am|i'd|i would|happy|still)\b|\b(?:i'm|i am|im|am|still|very|quite|certainly|definitely|always|yeah|be) (?:\w+ )?(?:interested|keen|curious|intrigued|game|open to|up for|in the market)\b|\bi (?:could|might|may|would|'d) be(?: (?:interested|open|up for|keen)|,|\.|$| (?:depending|if))|\bi(?:'d| would) (?:certainly |definitely |gladly |very much )?(?:consider|like to (?:hear|know|learn|talk|find)|love to|be (?:glad|happy|delighted|interested|open|keen)|enjoy|want to know|welcome)\b|^i would[.,!]?$|\b(?:tell|hear|know|learn) (?:me )?more\b|\bhave an appetite\b|\bgo on then\b"
        r"|\b(?:sounds|looks) (?:interesting|great|good|intriguing|like (?:a|my|something)|exciting|right up)|\b(?:happy|glad|delighted|keen) to (?:have a |hear|talk|chat|speak|discuss|learn|explore|meet)|\bmy (?:cv|resume) (?:is )?attached|\b(?:cv|resume|r.sum.)(?:'s)? (?:is )?attached",
        unless=NOT
        + r" (?:\w+ )?(?:interested|keen|consider|looking|open|in the market)|\bremain\b|\bwithdraw|not for me|\bno thank",
        sides=MINE,
        confidence=Confidence.LIKELY,
        yes=(
            "Yes, I'd be interested to hear more.",
            "I could be, depending on how much of it is in the field.",
            "I would consider it, my mother's people are from Clare.",
            "Go on then, tell me more.",
            "The JD looks interesting, CV attached.",
            "Yeah keen mate, as long as it's 8/6.",
            "I would.",
            "I do have an appetite, I'm looking at a move this autumn.",
            "I'd enjoy a conversation.",
            "I'm in the market, with one foot.",
        ),
        no=(
            "I'm not interested, thanks.",
            "I'm not in the market just now.",
            "I remain interested in the post.",
            "I am no longer looking.",
        ),
    ),
    rule(
        "not_interested",
        Kind.NOT_INTERESTED,
        "not for me|not interested|not looking|pass|no thank|no, thank|happy where|the right|not open|not keen|not in the market|isn't for me|n't for me|not a fit|not right now|not considering|settled|decline|not something|n't be|don't think|thanks but|unsubscribe|remove me|take me off|not at the moment|just started|can't relocate|not available|cup of tea",
        NOT
        + r" (?:really |quite |something )?(?:for me|interested|looking|open to|keen|in the market|considering|the right (?:time|fit|move|role|moment)|a fit for me|something i)\b|\b(?:i'll|i will|i'm going to|gonna|going to|have to|i'd|i must|think i'll) (?:have to |need to )?(?:pass|decline)\b(?! (?:it|this|that) (?:on|to))|(?<!his )(?<!her )(?<!their )(?<!your )(?<!the )(?<!a )\bno,? thank(?:s| you)\b|\bthanks,? but\b(?=.{0,20}\b(?:no|not|i'm|i am))|\bhappy where i am\b|\bhappy in my (?:current|present)|\b(?:remove me|take me off|unsubscribe)\b|\bmy cup of tea\b|\bonly just started\b|\bjust started (?:a|in a|my|at|with)\b|"
        + NOT
        + r" (?:in a position to|able to) (?:move|relocate|consider)|\bnot (?:right now|at the moment|at this (?:time|stage))\b(?=[.,!]|$)",
        unless=r"\bif (?:it|this|that|you)(?:'s| is|'re| are)? not\b|\?$|not only|not looking (?:forward|for more|for anything)|interested (?:at all|anymore) in [A-Z]|\bbut\b.{0,60}\b(?:yes|curious|listen|hear more|like to hear|enjoy|tell me)\b",
        sides=MINE,
        yes=(
            "Thanks Gemma but not for me, the missus would shoot me.",
            "I'm not looking at the moment.",
            "I'll pass on this one, thank you.",
            "No thanks, I'm happy where I am.",
            "It isn't the right time for me.",
        ),
        no=(
            "I'll pass it on to a friend who may be interested.",
            "If it's not for me to know, say so.",
            "Is that not something you can tell me?",
            "Farid was very kind about his no, thank you for this one also.",
            "I'm happy where I am but not married to it, so yes, I'd enjoy talking about it.",
        ),
    ),
    rule(
        "thank_for_meeting",
        Kind.THANKS,
        "thank|cheers|appreciate|grateful|ta ",
        r"\b(?:thank(?:s| you)|many thanks|thx|cheers|ta|(?:much |really |greatly )?appreciated?|grateful)\b.{0,40}?\b(?:for|the|you|your|that)\b.{0,50}?\b(?:(?:your|the|ur|making|taking|so much|half a|some|so generous with your) (?:(?:\w+ ){0,3})?(?:time|"
        + TALK
        + r"|hospitality|hour|half day|day|morning|afternoon|evening|yesterday|today|welcome|warm welcome|kind welcome|rundown|insights?|shot|opportunity to (?:meet|speak|talk))|(?:interview(?:ing)?|meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|show(?:ing)?|see(?:ing)?|host(?:ing)?|hav(?:e|ing)|welcom(?:e|ing)|walk(?:ing)?|tak(?:e|ing)|stay(?:ing)? up) (?:with )?(?:me|us|the time|time|half|an hour|late|so)\b)",
        unless=r"\b(?:in advance|thank(?:s| you) for (?:your|the) (?:message|mail|email|e-mail|note|reply|quick|prompt|update|invitation|invite|interest|patience|offer|response|information|details|link)|for (?:setting up|arranging|organi[sz]ing|scheduling|the opportunity to (?:apply|interview next|be considered))|look(?:ing)? forward to (?:the|our|meeting|speaking|talking)\b.{0,30}(?:on |next |tomorrow|then|this coming))",
        sides=MINE,
        yes=(
            "Thank you for the conversation this afternoon.",
            "Tasha, thanks for the call this morning and for being straight with me.",
            "many thanks for taking half a day for me yesterday.",
            "Thanks heaps for your time this arvo.",
            "Cheers for the walk round this morning Kev.",
            "Appreciate you staying up late for the call.",
            "thanks a million for the interview and the tour this evening",
        ),
        no=(
            "Thank you for your message.",
            "Thanks for reaching out.",
            "Thanks in advance for your time.",
            "Thanks for setting up the call.",
            "Thank you for the invitation to interview.",
        ),
    ),
    rule(
        "enjoyed_meeting",
        Kind.THANKS,
        "enjoyed|good t|great t|lovely t|nice t|pleasure|treat|valued|glad we|got out of|fun t|good m|great m|lovely m|nice m|loved|good c|great c|good s|great s",
        r"\b(?:enjoyed|loved|valued|got (?:a lot|so much|much)? ?out of) (?:\w+ )?(?:our|the|that|it|hearing|learning|talking|speaking|meeting|chatting|seeing|today|yesterday|my)\b|\bhow much i (?:enjoyed|got out of|valued)\b"
        r"|\b(?:good|great|lovely|nice|wonderful|a pleasure|pleasure|super|fun|a treat|real treat|delight|fantastic|brilliant|a privilege|an honou?r) (?:to (?:have )?(?:talk\w*|speak|spoken|chat\w*|meet|met|see|finally|argue|discuss|hear)|talking|speaking|chatting|meeting|seeing|catching)\b|\bglad we (?:did|talked|spoke|met|had)\b|\bit was a (?:real )?(?:treat|pleasure|delight|joy)\b",
        unless=r"\b(?:hear from you|would be|look forward|i'd|'d be|will be|hearing from you|to hear (?:that|you|back|of|about it)|next week|tomorrow|on monday|enjoyed (?:your|the) (?:talk|article|post|book|weekend)|e-meet)\b|\?$",
        sides=MINE,
        confidence=Confidence.LIKELY,
        yes=(
            "I enjoyed hearing how the fleet scheduler came about.",
            "Good talking with you this afternoon.",
            "Glad we did that, I haven't laughed in an interview before.",
            "It was a treat to argue about worked examples.",
            "I really valued our conversation this afternoon.",
        ),
        no=(
            "Good to hear from you.",
            "It would be great to meet the team.",
            "Great to hear that!",
            "Lovely to hear from you.",
        ),
    ),
    rule(
        "ask_for_news",
        Kind.NUDGES,
        "news|update|word|feedback|movement|progress|decision|developments|result|outcome|joy|answer|response|reply|verdict|idea when|sign of|heard|luck|received|ping ",
        r"\b(?:any|there|some|an|the latest|latest|received?|have|had|get|got|was there any|is there any|without) (?:\w+ ){0,2}?"
        + _NEWS
        + r"\b(?: (?:yet|on|about|regarding|from|as to|for|in|at|since|so far|either|now|with)\b|\?|[.,]|$| (?:i|you) )"
        r"|"
        + NOT
        + r" (?:yet )?(?:heard|received|had) (?:back|anything|a (?:word|thing|reply|notice|response|decision)|any|from you)|\b(?:heard|hear) (?:anything|something)?(?: back)?(?: yet)?(?: from (?:the|them|him|her|\w+))?\?$|\bno (?:ping|word|news|reply|answer|response) (?:yet|so far|since|from)\b",
        unless=r"\b(?:i have|i've got|good|great|exciting|bad|my) news\b|thank(?:s| you) for (?:the|your|this|that|letting) (?:\w+ )?(?:news|update|feedback|response|reply|answer|word|quick|prompt)|look(?:ing)? forward to (?:your|hearing)|appreciate the (?:feedback|update)|word document|in a word|await your|wait for (?:your|the|any)|good luck|no hurry|if you have any|when you have (?:any|an|news)|happy to provide",
        sides=MINE,
        yes=(
            "Is there any news?",
            "was there any word from the panel on the CNM1?",
            "Any feedback on the take home yet?",
            "is there any movement at Ostfalen in the meantime?",
            "I have not received a notice either way.",
            "no ping yet, so I'm pinging you instead",
            "Have you heard anything back from them?",
        ),
        no=(
            "Thank you for the update.",
            "I have some good news.",
            "I look forward to your reply.",
            "Thanks for the quick feedback.",
            "I'll wait for your news in a fortnight.",
        ),
    ),
    rule(
        "check_in",
        Kind.NUDGES,
        "check|follow|touch|circl|where |status|state of|how it goes|how things|poke|nudg|bump|remind|still|reaching out|trying you|what's the go|what's happening|pinging|chas|timeline|timing|float|wanted to ask|allow myself|gentle|curious|inquir|enquir|wonder|interested",
        r"\b(?:check(?:ing)? (?:in|back|up)|follow(?:ing)?(?:-| )?up|following on|touch(?:ing)? base|circl(?:e|ing) back|pok(?:e|ing) my head|nudg(?:e|ing)|bump(?:ing)? this|floating this|gentle reminder|friendly reminder|trying you (?:one more|again)|pinging you|chasing|chase (?:this|up|you)|reaching out again)\b"
        r"|\bwhere (?:do )?(?:i|we|things?|you|it|this|that|the (?:process|role|search|position|team|panel|board|decision)) (?:\w+ )?(?:stand|are|is|land(?:ed)?|at|stands|got to|go from here)\b|\bwhere did (?:you|they|it|things) (?:land|end up|get to)|\b(?:the )?(?:status|state) of (?:the|my|your|this|our|play)\b|\bhow (?:it|things?|the \w+|everything)(?:'s| is| are)? (?:goes|going|looking|progressing|coming along|stands?)\b.{0,40}\b(?:"
        + _PROCESS
        + r"|with)\b|\bwhat(?:'s| is) the (?:go|latest|story|situation|state|status|timeline|timing) (?:with|on|at|for|regarding|of)\b"
        r"|\b(?:ask|wondering?|curious|enquire|inquire|know|find out|see) (?:once more |again |you )?(?:whether|if|about|where|how|when)\b.{0,80}\b(?:decision|decided|decide|shortlist|outcome|result|reached|certified|found (?:a|an|the)|selection|made up|had (?:a|the) chance|heard|chosen|moved|process|candidate|position|application|next steps?|progress)",
        unless=r"\b(?:thank(?:s| you) for (?:following|checking|circling|getting|reaching)|happy to (?:follow up|check)|i(?:'ll| will) (?:follow up|check|circle|chase|nudge|touch)|(?:as a )?follow(?:ing)?(?:-| )up (?:to|from) (?:our|the|your) (?:call|chat|conversation|interview)|where (?:do|should|shall|can|will) (?:i|we) (?:park|go|report|come|meet|stand in)|where (?:the|your) (?:office|building|interview) is|check(?:ing)? (?:in|back) (?:at|to) the hotel|no need to (?:chase|check))\b"
        r"|" + NOT + r" (?:want|mean|wish) to (?:chase|bother)\b(?!.*\bbut\b)|^where (?:are you|is the office|is it)\b",
        sides=MINE,
        yes=(
            "I'm checking in on the backend role.",
            "Touching base on the Senior Transportation Engineer position, since Monday came and went.",
            "Where did you land on the PM spot?",
            "Tuesday's been and gone, what's the go with Ironbark?",
            "Wouldn't mind knowing where I stand.",
            "may I kindly ask about the state of the pre-selection under reference WA-26-031?",
            "I wanted to ask whether the Board certified the selections on June 30.",
            "Following on from the below, may I ask if the shortlist is out yet?",
            "so I thought I'd poke my head in.",
            "Trying you one more time about Muscat.",
        ),
        no=(
            "Thanks for following up.",
            "Where do I park?",
            "As a follow up to our call, here are the slides.",
            "I'll check in at the gate.",
            "I will follow up with my referees.",
        ),
    ),
    rule(
        "has_it_happened",
        Kind.NUDGES,
        "?",
        GREETING + _SMALL + r"(?:has|have|had|did|hasn't|haven't|didn't) (?!(?:you|u|i|we|ye)\b)[a-z']+ .{2,150}\?",
        GREETING
        + _SMALL
        + r"(?:is|are|was|were) (?:there|it|he|she|they|the|your|any\w*|[a-z]+(?: [a-z]+)?) .{0,100}?\b(?:yet|back|decid\w+|decision|through|made|met|still|settled?|sign\w*|chosen|ahead|possib\w+|closed|filled|finish\w*|landed|in|out|over|done|result|outcome|news)\b",
        GREETING
        + _SMALL
        + r"(?:have|had|did|do|are|were|has|been) (?:you|u|y'all|ye|anyone|anybody|somebody) (?:had|been able|heard|made|come to|reached|managed|got (?:a |any )?(?:chance|answer|decision|news|word|round)|decided|settled|manage|hear|get (?:a chance|any|to)|know (?:when|if|whether|more|yet)|any (?:closer|wiser|nearer)|decide|able to (?:decide|make|reach|settle|get)|find out|found out|think|talk|speak)\b",
        GREETING
        + _SMALL
        + r"(?:boss|he|she|they|[\w']+|[\w']+ [\w']+) (?:is |are )?(?:back|decided|through|done|finished)(?: \w+){0,4} yet\?",
        r"\bwhat(?:'d| did| has| have) (?!you (?:send|mean|want|need))(?:\w+ ){1,4}(?:make|think|say|decide|reckon|said|decided)\b",
        r"\bhow did (?:the|my|it|your) .{0,40}\b(?:go|land|turn out|come out|do)\b",
        r"\b(?:when|how soon) (?:might|can|could|should|will|would|do|may) (?:i|we|you|they|the \w+) (?:\w+ )?(?:expect|hear|know|decide|learn|make|have)\b",
        r"\b(?:might|may|could|can) (?:i|we) (?:please |kindly |just )?(?:ask|know|enquire|inquire|learn|hear)\b.{0,60}\b(?:whether|if|when|what|where|how)\b",
        r"\b(?:do|shall|should|may) i (?:proceed|keep hoping|wait|take it|still)\b|\bwhere .{0,20}\b(?:stand|we are)\b.{0,30}\?|(?<!say )\byes or no\b|\bthumbs (?:up|down)\b",
        r"\b(?:has|have|had|did|is|are) (?!(?:you|i|we)\b)[^?]{2,80}\b(?:decid\w+|decision|chosen|choose|voted?|met|meet|yet|deliberate\w*|come to a (?:view|decision)|time to (?:read|look)|reached|looked)\b[^?]{0,60}\?",
        sides=MINE,
        question=True,
        confidence=Confidence.LIKELY,
        unless=(
            r"\b(?:you|u) (?:available|free|able to (?:meet|do|talk|move)|okay with|ok with|sure|in the office|record)\b|\b(?:do|does|would|if) you (?:need|want|require|prefer|mind)\b",
            r"\b(?:parking|park|dress code|bring|zoom|teams|video|address|building|slides?|laptop|lunch|reschedule|move|invite|link|start date|salary|remote|holiday|pension|benefits|contract|roster|shifts?|hours|relocation|visa)\b",
            r"\bis (?:it|that|this) (?:ok|okay|alright|all right|fine|possible) (?:if|to|for)\b|\b(?:there|it) (?:a|an) (?:deadline|limit|preferred|particular)\b|\bsame (?:time|hour|day)\b",
        ),
        yes=(
            "Did the debrief happen?",
            "Has Alain had a chance to weigh in?",
            "Have the winter sections been released yet?",
            "Is Gordon back from Tulsa?",
            "Kev, boss back from NZ yet?",
            "What did Priti make of the sequence?",
            "Has the fog lifted?",
            "Is Marek through his first rounds?",
            "Is it still a possibility for January?",
            "When might I expect to hear?",
            "Mr. Markovic, the one minute must be a long one. Did Mr. Ferreira choose his chef?",
            "Hey Pri, are the votes in?",
            "What'd your brother say?",
            "Do I proceed or not?",
        ),
        no=(
            "What hospital is it?",
            "Who's the contractor?",
            "Are you free on Thursday?",
            "Any way we could move Marek to Thursday, same hour?",
            "Is there parking at the back?",
            "Is it ok if I bring a colleague back?",
            "Have you got a preferred day?",
        ),
    ),
    rule(
        "date_passed",
        Kind.NUDGES,
        "gone|went|were up|has passed|have passed|now passed|was due|had in mind|expecting|had it in my head|would hear|would have heard|by now|we'd hear|hoped to hear|hoping to hear|been a while|some time since|weeks since|slipped",
        r"\b(?:been and gone|came and went|come and gone|weeks? (?:is|are|was|were|has|have) (?:now )?up|(?:date|day|week|friday|monday|tuesday|wednesday|thursday|deadline|weeks?|month)(?: you \w+)? (?:has|have|is|are|was|were)(?: now)? (?:passed|past|behind us|over)|was due (?:on|by|last)|(?:had|were|was) (?:\w+ )?(?:it )?(?:in mind|in my head)|(?:i was|was) (?:expecting|hoping) to (?:hear|have heard)|(?:thought|understood|believed|in my head|mentioned|said)(?: that)? (?:i|we)(?:'d| would) (?:hear|have heard|know)\b.{0,40}\b(?:by (?:last|now|yesterday)|last)|it(?:'s| has) been (?:a while|a (?:few|couple of) weeks?|some time|(?:two|three|four|\d+) weeks?)(?: now)? since)\b",
        sides=MINE,
        confidence=Confidence.LIKELY,
        yes=(
            "Tuesday's been and gone.",
            "It was due on Wednesday as per your mail below.",
            "I was expecting to hear something last week.",
            "The two weeks were up on Friday.",
        ),
        no=("You said we would hear by Friday, I look forward to that.", "The rent was raised."),
    ),
)
