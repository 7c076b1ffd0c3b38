"""Whose turn it is: what they want of me, and what only sounds so.

A question of theirs is for me unless it is a courtesy. A request names a thing that I must give: an answer, times, papers,
a task. What to bring to a booked interview, whom to ring in trouble, and "let me know if you have questions" are none.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import GREETING, NOT, SILENCE, SUITS, any_of
from watcher.inference.rules import PERSONS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["ASKS", "WAITS"]

_LIKELY = Confidence.LIKELY
_SMALL = (
    r"(?:(?:and|so|then|also|just|but|ok|okay|great|perfect|brilliant|super|first|anyway|quick one|to (?:get started|proceed|begin)"
    r"|if (?:so|yes|interested|that suits|that sounds good|it is|this is of interest|you like|you are(?: interested)?"
    r"|you're (?:still )?(?:up for it|keen|happy|interested|game)))[,:]? )*"
)
_GIVE = any_of(
    *"send share provide confirm forward submit return complete fill reply respond revert answer advise tell give supply upload sign"
    " choose select pick book schedule indicate suggest propose let email mail drop shoot fire ping text call ring phone get specify attach"
    " state quote name record take furnish mention update arrange click grab tick enter rate rank list register verify whatsapp pop toss"
    " apply chuck bung write review think acknowledge".split(),
    "do the needful",
    r"(?:use|follow) (?:the|this|my|our) (?:\w+ )?(?:link|page|calendar)",
    "log in",
    "log on",
    "sign in",
    "come back to",
    "look over",
    "note down",
    "have a (?:look|read|think)",
    "find (?:a|an|some) (?:time|slot|moment)",
)
_PAPER = any_of(
    *"cv resume résumé passport referees? references? documents? details transcripts? certificates? dates? times? slots? availability portfolio"
    " samples? confirmation answer reply response decision forms? number proof copies copy feedback thoughts views? licen[cs]e consent".split(),
    "application form",
    "bank details",
    "right to work",
)
_COURTESY = any_of(
    r"\b(?:any|further|more|other|additional) (?:questions?|quer(?:y|ies)|concerns?|doubts?|info)\b",
    r"\bfeel free\b|\bhesitate\b|\bin case of\b|\brunning late\b|\bproblems?\b|\bhave trouble\b|\badjustments?\b|\baccessibility\b",
    r"\bneed (?:anything|help|any|assistance|to (?:cancel|reschedule|move|change))\b|\bas soon as (?:we|i)\b",
    r"\b(?:can't|cannot|unable to|can not|not able to) (?:make|attend|come|do|open|access|join)\b|\banything (?:changes|comes up|is unclear)\b",
)
_SOCIAL = (
    r"^(?:\W*(?:hi|hey|hello|dear|hiya|good (?:morning|afternoon|evening))\b[^,!.]{0,40}[,!. ]+)?(?:so |and |well |anyway )?(?:"
    r"how (?:are|r) (?:you|u|things|ye|y'all)(?: (?:doing|keeping|getting on|all|today|this|feeling|both|going|finding|settling|after|now|mate)\b|\?|,)"
    r"|how('s| is| was| were|s| did) (?:your|the|it|things|life|everything|you|that)\b.{0,40}"
    r"(?:weekend|week|day|trip|holiday|going|summer|christmas|easter|family|break|drive|travels?|life|journey|doing|you)"
    r"|hope|what's up|you well|remember me|who knew|who(?:'d| would) have|guess what|ready for|isn't|wasn't|aren't|right|eh|really|cool|deal|sounds good|make sense"
    r"|fair enough|know what)(?!\w)"
)

ASKS: tuple[Rule, ...] = (
    rule(
        "may_i_put_you_forward",
        Kind.ASKS_ME,
        "send|put|show|propos|submit|throw|forward|pass|give|lay|suggest|mention|enter|count|want in|in on|present|as well|too|also",
        r"\b(?:(?:shall|may|should|can|could|must|will|might|do) (?:i|we)|(?:want|like|ok(?:ay)? for|happy for|all right for|fine for) (?:me|us)(?: to)?|let (?:me|us)|(?:mind|ok(?:ay)?|all right|fine) if (?:i|we))"
        r" (?:send|put|show|propose|submit|throw|forward|pass|give|lay|suggest|mention|enter|present)(?: (?:it|them|him|her|you|your|ur|the same|forward|over|across|on|up|in|to|off) ?)*"
        r"(?:name|cv|resume|r.sum.|profile|papers|details|file|hat|pdf|portfolio|forward|up|in|over|across|there|down|to them|for (?:it|that|this))\b",
        r"\bwant (?:me to put you )?in on (?:that|this|it)\b",
        r"\bwould (?:you|that|it) (?:want to hear about|go for|be up for|look at|consider|fancy|tempt you|interest you) ?(?:that|this|it)?(?: one)? (?:as well|too|also)\b",
        sides=PERSONS,
        question=True,
        unless=r"\b(?:which|when|reference|referee|invoice|parking|visitor|list of|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        yes=(
            "Shall I put your name in?",
            "Must I send you in?",
            "May I send them the same PDF?",
            "Shall I send your CV to them?",
            "Can I show them the same CV?",
            "Want in on that one as well?",
            "Will I put your name down?",
            "Would you let me throw your hat in?",
            "Want me to put you up for that one too?",
            "Would you go for that as well?",
        ),
        no=("Can you send your CV?", "Shall I call you on Monday?", "Shall we say ten?"),
    ),
    rule(
        "question",
        Kind.ASKS_ME,
        "?",
        r"\?",
        sides=PERSONS,
        question=True,
        unless=(
            _SOCIAL,
            r"\b(?:any|further|more|got|have|other) (?:\w+ )?(?:questions?|concerns|queries|doubts)(?: (?:before|for|about|in|on).{0,40})?\?",
            r"\b(?:isn't|aren't|wasn't|don't|doesn't|didn't|won't|wouldn't|hasn't|can't) (?:it|they|we|that|he|she|there|i|this)\?+$",
            r", ?(?:eh|right|innit|no|huh|ok|okay)\?+$",
            r"^(?:why|what|how|when|where) (?:join|choose|is|are|do|does|happens|can|should|will) (?:us|we|i|next|the (?:process|role|next step)|our|this role|it work)\b.{0,30}\?",
            r"^(?:and |so )?(?:who knows|what can i say|why not|the catch|the best (?:bit|part)|what's not to like|sound familiar|(?:so )?what(?:'s| is| happens)? next|next steps?)\W*$",
            r'"[^"]+\?"\)?\.?$',
            r"^(?:and |so |but |guess )?who (?!(?:is|was|are|should|would|could|can|do|did|will|shall|else)\b)\w+(?:s|ed|t)\b(?!.*\b(?:you|your|u|i|we)\b)",
            r"^\W*(?:want|need|looking) to (?:stop|unsubscribe|change|know more about)|^(?:did|have) (?:you|u) know\b|\bwho knew\b",
        ),
        yes=(
            "Are you free this Thursday, June 4, at 11:00 AM Eastern?",
            "Shall I tell you more?",
            "Would it be of any interest?",
            "u keen?",
            "What is your salary expectation, and with which notice period?",
            "Could I have names and numbers by Thursday?",
            "How are you fixed for a call next week?",
            "Would Monday 19th at 10am be OK?",
        ),
        no=(
            "How was your weekend?",
            "Hi Sam, how are you?",
            "Any questions?",
            "That was quick, wasn't it?",
            "How are things?",
            "What happens next?",
            "Who brings their own coat hanger??",
            'You will talk on "What should trainees stop doing?"',
        ),
    ),
    rule(
        "please_give",
        Kind.ASKS_ME,
        "please|pls|plz|kindly|better|request|would you|could you|can you|could u|can u|need you to|ask |be so kind|grateful if|appreciate if|appreciate it if|asked|do the needful|happy for you|be great if|required",
        r"\b(?:please|pls|plz|kindly|kindly also|be so kind (?:as )?to|(?:we|i) (?:would |kindly |must |also )*(?:request|ask|need|invite) (?:that )?(?:you|u)(?: to)?"
        r"|you are (?:kindly )?(?:requested|asked|required|invited) to|you(?:'d| had) better|(?:would|could|can|will) (?:you|u)(?: please| kindly| possibly| just| also)?"
        r"|(?:grateful|great|helpful|appreciate(?: it)?|good|brilliant|super|fab|lovely) if you (?:could|would|can))"
        rf"(?: also| just| then| now| do| all| first| both| be able to| quickly)* {_GIVE}\b",
        sides=PERSONS,
        question=False,
        unless=(
            _COURTESY,
            r"\bfrom (?:now|here|today) on(?:wards)?\b|\bin future\b",
            r"\b(?:survey|voluntary|optional(?:ly)?|anonymous(?:ly)?)\b",
            (
                r"\b(?:please|kindly|pls)(?: just)? (?:call|ring|phone|contact|email|mail|write to|text|use|take|tell|ask|give|mention|quote|state|click|get)\b.{0,40}"
                r"\b(?:reception|front desk|security|gate|hr front|notice|parking|entrance|lift|seat|number above|office at|care|my (?:best|regards)|your name at|this link to join|link (?:to join|below to join|on the day)|number on the day|if|ref(?:erence)?)\b"
            ),
            r"\b(?:do not|don't) (?:reply|respond|send|worry)\b|\bno need\b|\bpick (?:it|me|us|up)\b|\btake (?:the|a|your) (?:train|time|lift|exit|bus)|\bpick up your\b|\bsign in at\b|\baccept (?:my|our)\b|\bwrite (?:only |just |directly )?to (?:me|us)\b|\bbe asked (?:for|to)\b",
            r"\blet (?:me|us|them) (?:know )?(?:if|when) (?:you|u) (?:have|need|get|run|can't|cannot|are (?:lost|late|stuck|running))|\bgive (?:me|us) (?:\d|a (?:few|couple|bit|day|week|moment)|until|till|(?:some |a little |a bit of )?time)\b",
        ),
        guard=any_of(
            r"\bif (?:your|any|the|there) \w+(?: \w+)? (?:changes?|has changed|have changed|is|are) ",
            r"\bif (?:anything|you (?:can't|cannot|need|have|are unable|wish to cancel|want to cancel|no longer|do not|get lost|would like feedback))",
            r"\b(?:urgent|urgently)\b|\bfor immediate|\bunsubscribe|\bto opt out|\bin the event|\bshould you (?:need|have|require|be unable|wish)",
        ),
        yes=(
            "Kindly send me your full CV and your current package by Thursday.",
            "Please let me know by Monday 16 February whether you are still interested.",
            "Kindly confirm whether the time is convenient.",
            "Please get it back to me by Tues 5 May.",
            "Please confirm your availability.",
            "Kindly do the needful latest by tomorrow EOD.",
            "It would be great if you could share two references.",
            "Pls share ur updated cv",
            "We ask that you provide three professional references.",
            "You'd better send me the tickets for the slinging course as well.",
            "Please grab any open time on my page.",
        ),
        no=(
            "Please let me know if you have any questions.",
            "Please do not reply to this message.",
            "Please carry one photo ID for the security desk.",
            "Please note that queries cannot be answered before then.",
            "If you can't make it please let me know.",
            "For urgent matters please call the front desk.",
            "Please find attached the programme for the day.",
            "Please feel free to call me.",
            "Please give me some time for finding out who decides now.",
            "Swathi has left, so please write only to me from now on.",
            "Kindly bring your degree certificate and two forms of ID.",
            "Safety shoes we will provide, please just tell the gate your size.",
            "Please send anything from now on to me rather than Brooke.",
            "Please complete our anonymous self-identification survey if you haven't yet;",
        ),
    ),
    rule(
        "imperative",
        Kind.ASKS_ME,
        "send|say |share|let |reply|drop|shoot|fire|ping|give|get|tell|return|sign|complete|fill|submit|confirm|pick|choose|book|respond|revert|text|provide|advise|ring me|call me|gis",
        GREETING
        + _SMALL
        + r"(?:send (?:me|us|over|through|it|your|back|in|that|on|a|the|them|his|her|him)|share (?:your|the|it|a|with|some|ur|updated|copy|details)"
        r"|let (?:me|us) (?:know|have)\b|say (?:yes|the word|when|which)\b|reply (?:with|to|by|yes)|drop (?:me|us) (?:a|your|an)|shoot (?:me|over|us)|fire (?:me|over|away with|across)|ping (?:me|us)"
        r"|give (?:me|us) (?:a|your|two|three|some|the|an)|gis a|get (?:me|us|it|that|them|back to (?:me|us))|tell (?:me|us)|return (?:it|the|a|your|both)"
        r"|sign (?:and|it|the|both|where)|complete (?:the|it|this|and|your)|fill (?:in|out|it)|submit (?:your|the|it|by|via|here)"
        r"|confirm(?: (?:your|that|by|if|whether|this|receipt|and|asap|the|ur)\b|[.!]|$)|pick (?:a|one|any|whichever|two|the)|choose (?:a|one|the|any)"
        r"|book (?:a|your|yourself|in|one)|respond (?:by|with|to)|revert (?:with|by|back|to)|text (?:me|back|yes)|provide (?:your|the|a|us|me|two|three)|advise (?:if|when|whether|of)"
        r"|(?:call|ring|phone) me (?:back|when|asap|today|tomorrow|on|at|this|before))",
        sides=PERSONS,
        question=False,
        unless=(
            _COURTESY,
            r"\blet (?:me|us) (?:know )?(?:if|when) (?:you|u|there|anything|that|this|it) ?(?:have|need|get|run|can't|cannot|are (?:lost|late|stuck)|is anything|'s anything|changes|doesn't|does not|isn't|is a problem|don't)",
            r"\blet (?:me|us) know (?:if|should) (?!.{0,60}\bor not\b)[^.?]{0,60}(?:n't\b|\bnot\b|\bno longer\b|\b(?:wrong|clash\w*|changed|problems?)\b)",
            r"^(?:let me (?:see|check|think|introduce|explain|start|say|be|come|have|read|find|try|talk|ask|get|take|tell|know how (?:it|you))\b)",
            r"^give (?:me|us|him|her|them) (?:[\w-]+ ){0,4}?(?:fortnight|days?|weeks?|weekend|months?|hours?|minutes?|till?|until)\b",
            r"^give (?:me|us) (?:a (?:few|couple|bit|day|week|moment|sec|minute|while)|until|till|til|two (?:days|weeks)|three (?:days|weeks)|time|some time|the weekend)",
            r"\b(?:give|call|ring|phone) (?:me|us)\b.{0,20}\b(?:if|with any|when(?:ever)? you (?:arrive|need|are (?:at|here|lost)|get (?:here|to|lost)|land))\b",
        ),
        guard=r"\bif (?:anything|you (?:can't|cannot|need|have|are unable))",
        yes=(
            "Send me your availability for next week by end of day Friday please.",
            "If so fire me over an up to date CV.",
            "If interested share your updated CV along with:",
            "Reply to this mail with your repo link.",
            "Let me know what works for you.",
            "Let me know if Tuesday at 3 works.",
            "Confirm your availability for the same.",
            "Say yes and I'll put you in front of the captain.",
            "Give me a call when you get this.",
            "Confirm.",
        ),
        no=(
            "Let me know if the phone number on your resume isn't the best one!",
            "Let me know if you have any questions.",
            "Let me check with the team.",
            "Give me until this Friday.",
            "Give me a shout if you get lost.",
            "Let me know if this doesn't work.",
            "Let me introduce myself.",
            "Call me with any questions!",
        ),
    ),
    rule(
        "let_me_know",
        Kind.ASKS_ME,
        "let me know|let us know|lmk|tell me|advise|confirm|let me have|let us have|come back to me|get back to me|revert",
        r"\b(?:and|,|-|just|so|but|to|then|can you|could you|you can|you could|must|should) (?:let (?:me|us) (?:know|have)|lmk|tell me|get back to me|come back to me|confirm|revert)\b"
        r"(?:.{0,30}\b(?:if (?:you(?:'re| are|'d| would| want| can| like| could| still)|\w+day|this (?:works|suits|is)|that (?:works|suits)|it (?:works|suits)|interested|the)"
        r"|whether|what|when|which|where|who|how|your|by|a (?:few|couple|time)|some|asap|soon)\b|$|[.!])",
        sides=PERSONS,
        question=False,
        unless=(
            _COURTESY,
            (
                r"\b(?:i'll|i will|we'll|we will|they'll|they will|will|i can|i'd|going to|able to|happy to|so i can|so that i can|hope to|want to|promised to|sworn to|agreed to|undertaken to|wanted to|like to|asked me to|supposed to|just to|is to)"
                r" (?:then |also |just )?(?:let|tell|confirm|get|come|revert)"
            ),
        ),
        guard=r"\b(?:i|we|they|he|she)(?:'ll|'d| will| can| would| should| shall)?[^,.;]{0,30}$",
        yes=(
            "Have a look at the profile and let me know if you'd like to be put forward.",
            "Read it in peace, then tell me what you think.",
            "You can let me know by Friday.",
        ),
        no=(
            "I'll check and let you know.",
            "I will talk to Sue and confirm by Friday.",
            "Have a look and let me know if you have questions.",
        ),
    ),
    rule(
        "need_from_you",
        Kind.ASKS_ME,
        "lack|short of|miss|to receive|to have|wants|insists|need|require|must|missing|waiting|await|ask |to know|wondering|curious|forward|expect|your |ur |received|do with|love to|like to|keen to|until|till|without",
        r"\b(?:i|we|they|hr|the (?:client|panel|team|school|hospital|board|director|manager|system|portal))(?:'d|'ll|'s)?(?: will| would| do| also| just| still| only| now| are| am|'m|'re| kindly| urgently| first)*"
        r" (?:need|require|could do with|can do with|like to have|want|await|(?:a)?waiting (?:for|on)|like to see|be needing|missing)"
        r" (?:(?:the|some|a|an|two|three|both|all|one|of|from you|from u|an updated|updated|completed|up to date|recent|short|few|more|copies|copy|scanned|signed|current|names?|contact|further|other)[ ,]+)*"
        rf"(?:your|ur|you to|it|them|this|that|these|from you|{_PAPER}\b)",
        r"\b(?:must|have to|need to|should|like to|love to|want to) (?:also )?(?:ask|know|check|understand)\b(?: by \w+)?(?: you)? (?:(?:what|which|whether|if|how|when|where)\b(?! (?:we|they|he|she|our|their|his|her)\b)|your\b|about your\b)",
        r"\b(?:wondering|curious) (?:if|whether|what|how) (?:you|u|your)\b",
        r"\b(?:look(?:ing)? forward to|await(?:ing)?|waiting (?:for|on)|expecting) (?:hear(?:ing)? (?:back )?(?:from you|your (?:thoughts|answer|views|decision|availability))"
        r"|(?:receiving )?your (?:reply|response|answer|confirmation|cv|resume|availability|documents?|feedback|decision|thoughts|acceptance|email|mail|revert|positive|kind|prompt|early))",
        r"\b(?:good|great|lovely|helpful|handy|useful|glad|pleased) to (?:have|get|see|receive) your (?:[\w-]+ ){1,3}?(?:by|before|no later|not later)\b",
        rf"\b(?:grateful for|(?:would|'d) (?:appreciate|like|love|welcome)|need|just after) (?:your|ur) (?:[\w-]+ ){{0,3}}?{_PAPER}\b|\b(?:like|love|good) to (?:hear|get|have) (?:back from you|your (?:thoughts|view|views|answer|take|availability|decision))\b",
        r"\b(?:must|required to|requested to|asked to|expected to) (?:also )?(?:complete|submit|provide|return|upload|fill|sign|send|confirm|register)\b",
        rf"{NOT} (?:yet )?(?:received|had|got|seen) (?:your|ur) {_PAPER}",
        r"\b(?:should|would|shall|will|'d|'ll) be (?:\w+ )?(?:obliged|grateful|glad|pleased|happy) to (?:receive|have) (?!you\b)",
        r"\bour (?:[a-z]+ ){1,3}?(?:wants|needs|requires|asks for|insists on) (?:(?:proof|copies|sight) of\b|(?:to (?:know|see) )?(?:your\b|(?:the|an?|some|two|three) (?:[\w-]+ ){0,3}?you\b))",
        r"\b(?:we|i|hr|they|your file|the file)(?:'re| are)?(?: \w+){0,2} (?:lacks?|short of|miss(?:es|ing)) (?:only )?(?:the|your|a|an|one|two|three|proof|copies) (?:[\w-]+ ){0,2}?(?:originals?|cop(?:y|ies)|of|references?|certificates?|forms?|signature|pages?|papers?|documents?|proof|letter)\b",
        r"\b(?:like|love|keen|curious|interested|glad) to (?:hear|know|learn|understand)(?: (?:a (?:bit|little) )?more)? (?:about|of|what|how|why) (?:[\w']+ ){0,3}?(?:you|your|ur)\b",
        rf"\b(?:without|(?:until|before) (?:i|we|they)(?:'ve| have)?(?: got| get| received?| seen?)?) (?:\w+ ){{0,3}}?(?:your|ur) (?:[\w-]+ ){{0,2}}?{_PAPER}\b",
        r"\byou(?:'ve| have)(?: got)? (?:until|till|'til) |\buntil the [\w -]{0,30}(?:section|form|profile|part|questionnaire) is (?:complete|filled|signed)",
        sides=PERSONS,
        question=False,
        unless=(
            r"\b(?:nothing|don't|not|no longer|won't|do not|never|didn't|doesn't|hardly) (?:\w+ )?(?:need|require|want|wait|hear|ask)\b|\bis all i need|\bneed (?:it|them|this|that|fiona|\w+'s) (?:signed|signature|approv)",
            r"\b(?!(?:you|u|and|also|candidates?|applicants?)\b)[a-z]+ (?:must|has to|have to) sign\b",
            r"\bneeds? to (?:be|sign|speak|talk|see|finish|hear|find|get|meet|discuss|run|check with)\b|\b(?:hear(?:ing)?) (?:how|about how|all about)|\bneed a \w+ (?:yesterday|asap)|\bwho need\b|\bonce\b",
            r"\bwait(?:ing)? for (?:it|them|this|that|the) (?:to|from|board|client|approval)|\b(?:referees|panel|client|they) (?:for|to)\b.{0,20}\bstatement|\bthank(?:s| you) for\b|\b(?:your|ur) (?:\w+ )?(?:has|have|was|were|is|are) (?:been )?(?:received|safely)",
            r"\b(?:curious|interested) (?:what|how|to see (?:what|how)) (?:you|u)(?:'ll| will)? (?:make|come|do|get|tackle|approach)\b",
            r"\b(?:at the (?:gate|door|desk|entrance)|at (?:reception|security)|on (?:arrival|the day))\b",
            r"\byou (?:will|may|might) be (?:asked|required|expected)\b|\bwithout your (?:application|candidature|submission)\b|\bbring\b|\bneeds? (?:some|more|a (?:bit|little)(?: more| of)?) time\b|\b(?:i|we) (?:generally |always )?like to (?:see|have)\b",
        ),
        guard=r"\b(?:if|unless|in case|should you)\b(?! (?:so|you(?:'re| are) (?:interested|keen)))",
        yes=(
            "To put you forward I need your passport page and three referees by Sunday evening.",
            "I need it by Tuesday for our internal form.",
            "Before I present you I must ask what you earn at present.",
            "We are awaiting your confirmation.",
            "I was wondering if you might be open to a chat.",
            "We look forward to your reply.",
            "HR are still missing your passport copy.",
            "I could do with your date of birth for the gate pass.",
            "I'd love to hear more about your time at Hull.",
            "You have until Thursday evening, and there's no right answer.",
            "I can't put you forward without your consent.",
            "The system won't let me move you on until the right-to-work section is complete.",
            "We'd need copies of your certificates.",
            "I'd be grateful for your phone number.",
            "Candidates must complete the online assessment by 10 March.",
            "We haven't received your references yet.",
            "I'd love to hear your thoughts.",
            "You must sign the form before the day.",
            "We should be obliged to receive two writing samples.",
            "Our security chap wants the addresses you have lived at.",
            "For the file we still lack the originals of your certificates.",
        ),
        no=(
            "Our provost wants to see the budget line again.",
            "Visitors must remove all jewellery and must sign the attached Hygiene Declaration at the gate.",
            "Nothing needed from you at the moment.",
            "I need to find out where Gordon is with the rebooking.",
            "The panel's scores are done but they need Fiona's signature.",
            "We look forward to meeting you.",
            "We don't need your documents before the day.",
            "I need a PM yesterday.",
            "You will be asked to complete a short exercise on the day.",
            "I am curious what you make of the parking app.",
        ),
    ),
    rule(
        "question_without_mark",
        Kind.ASKS_ME,
        "you | u|u |ur |suit|work|do ye|interest|free|keen|available|game",
        GREETING + _SMALL + r"(?:(?:are|r|would|could|can|do|did|have|will|were) (?:you|u|ya|ye)\b"
        r"|(?:is|does|would|will) (?:it|that|this|\w*day|tomorrow|next week|mon|tue|tues|wed|thu|thurs|fri|\d[\w:.]*)\b.{0,50}\b(?:suit|work|do (?:you|ye|ya|u)|be of interest|interest|ok|okay|good|convenient|possible|fine)\b"
        r"|(?:you|u|ya) (?:interested|keen|free|game|around|available|still (?:interested|keen|looking|available|up for|game|about|around|want|in\b)|up for|about|in)\b"
        r"|(?:what|when|which|where|how)(?: ?(?:are|is|would|do|does|could|'?s))? (?:your|ur|you|u|days?|times?|day|time|about|notice|salary|number|soon|much|works?|suits?|best|is best) ?(?:works?|suits?|a\b|period|expectation|best|suit|free|available|\w+day|$|notice|salary|number|start|rate|eta|can|would|do|are|is)?)",
        rf"\b(?:whatever|whichever|any (?:time|day) that|when(?:ever)?|what(?:ever)? (?:time|day)) {SUITS} (?:for )?you\b|\b(?:could|can) (?:you|u) (?:do|make|manage|come|send|bring forward)\b|\b(?:can|could|will|would) (?:u|you)\W*$",
        sides=PERSONS,
        question=False,
        unless=(
            r"\b(?:i|we|nobody|they) (?:never|do not|don'?t|cannot|can'?t|couldn'?t|won'?t) (?:know|say|tell)\W*$",
            r"\bhow (?:are|r) (?:you|u)\b|\bdo you (?:good|proud)|\b(?:are|have|will) you (?:well|in good)|\bwould you (?:believe|mind if)|\bcan (?:you|u) imagine|\bso (?:can|could|will|would) (?:you|u)\b|\bcould you not\b",
            r"\bwhen you\b.{0,20}\b(?:arrive|get here|come|are ready)|^(?:what|how|where|when|which) (?:you|your|is your)\b.{0,60}\b(?:is|was|impressed|said|told|has(?:n't| not)|holds?|stands?|counts?)\b|^where you|^which (?:you|we)\b|\bas soon as you can\b",
        ),
        confidence=_LIKELY,
        yes=(
            "You interested or not",
            "are u free tomorrow arvo for a quick call",
            "would monday at 10 suit",
            "what days work for you",
            "Hi Ana, could you do Thursday instead",
            "Whats ur notice period",
            "u game",
            "Are you still in town or have you moved",
            "does that do ye",
        ),
        no=(
            "You are in.",
            "Would you believe the printer died.",
            "How you handled the complaint impressed us all.",
            "what you had me down for after it hasn't changed, just shunt it along with the rest",
            "when u get told after that is prenishas dept i never know",
            "You interviewed well.",
        ),
    ),
    rule(
        "sets_a_task",
        Kind.ASKS_ME,
        "signed|form|assessment|task|test|questionnaire|assignment|exercise|take home|take-home|challenge|homework|case study|due |back to|send |submit ",
        r"\b(?:needs?|has|have|is|are|must|should|ought) to (?:come back|be (?:returned|signed|completed|sent|submitted|filled|with (?:us|me)|uploaded|back))\b|\bdue (?:back )?(?:on|by|before|at)\b.{0,12}\b(?:\w+day|\d)",
        r"\b(?:find|here is|here's|here it is|here comes|attached is|attached|enclosed|sending you|sent you|set you|share|sharing|below is|giving you|received an? (?:link|invitation) to)\b.{0,40}"
        r"\b(?:take.?home|assessment|homework|the test|(?:coding |technical |design |written |home |practical )(?:task|test|assignment|challenge|exercise)|case study|questionnaire|assignment"
        r"|(?:application|registration|reference|consent|screening|onboarding|vetting|referee|medical|health) form)\b",
        r"\b(?:next step|first step|last step|the next stage|what'?s next)\b.{0,30}\b(?:is|involves|will be|would be)\b.{0,40}"
        r"\b(?:take.?home|online (?:assessment|test)|(?:coding|technical|design|written|home|practical) (?:task|test|assignment|challenge|exercise)|(?:to )?complete|to send)\b",
        r"\b(?:like|want|ask(?:ing)?|invite) you to (?:complete|do|take|prepare and send|try|have a go at|sit) .{0,30}\b(?:task|test|assessment|challenge|exercise|assignment|take.?home|case study|form|questionnaire)\b",
        r"\b(?:send|submit|return|get|hand) (?:it|them|this|that)(?: back| in| over| through| to (?:me|us))* (?:by|before|until|no later)\b|\bas promised, homework\b"
        r"|(?:^|[,.] )(?:and |then |and then )?(?:send|return|hand|mail|post|fire|shoot|get|ping|pop) (?:it|them|this|these|those) (?:to|back|over|in)\b"
        r"|\b(?:task|test|exercise|assignment|questionnaire)\b(?! results?)[^.]{0,20}\b(?:(?:it's|its|it is|is|are) )?(?:attached|enclosed|linked)\b"
        r"|\b(?:task|test|exercise|assignment|questionnaire)\b[^.]{0,20}\b(?:it's|its|it is|is|are) below\b",
        sides=PERSONS,
        unless=(
            r"\b(?:which|minutes|order|decree|resolution|budget|deal|lease|accounts|papers|grant) (?:is|are|has|have|must|needs?|should)(?: still| first)?(?: to)? be signed\b",
            rf"{NOT} (?:have to|need to|need)|\b(?:has|have|must|needs?) to be (?:signed|approved|completed|returned) (?:off )?(?:by|off|with) (?:the|our|my|finance|hr|both|their|his|her|\w+'s)\b(?! \w+day)",
            r"\breview(?:ing|ed)? (?:your|the) (?:task|test|assessment|exercise)|\byour (?:completed )?(?:task|assessment|test|exercise) (?:is|was|has|will)|\bprogramme|agenda|you'll (?:do|have|be (?:given|asked))|on the day|during the interview",
            r"\bthank(?:s| you) for (?:sending|completing|doing|the)|reasonable adjustments|\b(?:board|committee|panel|they|client|manager)\b.{0,30}\bdue\b|(?:decision|answer|report|result|baby)s? (?:is |are )?due|\b(?:am|i'm|she's|wife is) due\b",
        ),
        guard=r"\b(?:if|unless|once|when|after)\b",
        confidence=_LIKELY,
        yes=(
            "Pls find attached our take home.",
            "It needs to come back signed by Friday 13 March.",
            "The next step is an online assessment.",
            "We'd like you to complete a short case study.",
            "Attached is the reference form.",
            "Fire them back to me by October 2 and they go in the pile for the panel.",
            "Please find attached the test, due back on Monday.",
            "Max six hours, and send it in before Sunday evening the 3rd.",
            "As promised: you are through to the exercise, it's attached.",
            "test part attached, just toolpaths and a setup sheet.",
            "Wednesday is the last day we take them in, and send it to Femke, who has the researchers.",
        ),
        no=(
            "You don't need to complete the assessment before the interview.",
            "The contract has to be signed off by our GM.",
            "It will be dealt with by President's Order, which is to be signed on Monday 16 November.",
            "Thanks for completing the test.",
            "Your task is being marked.",
            "I finish up on Friday and am due on the 19th, all going well.",
        ),
    ),
)

WAITS: tuple[Rule, ...] = (
    rule(
        "nothing_to_do",
        Kind.WAITS,
        "nothing|no action|need|n't have to do|sit tight|hang tight|hang in|bear with|patien",
        r"\bnothing (?:more |further |else )?(?:is )?(?:needed|required|to (?:do(?! with)|prepare)|for you to do|you need to do)\b|\bno (?:further )?action\b|\bno need (?:to|for you to) (?:do|reply|respond|answer|prepare)\b",
        rf"{NOT} (?:need|have) to do anything\b|\b(?:sit|hang) tight\b|\bhang in there\b|\bbear with (?:us|me)\b|\bthank(?:s| you) for (?:your|being) patien",
        yes=("You do not need to do anything further.", "Nothing to prepare.", "hang in there", "No need to reply."),
        no=("There is nothing like it.", "Patients come first here.", "Nothing to do with you."),
    ),
    rule(
        "silence_is_a_yes",
        Kind.WAITS,
        "if |unless|silence|take it|otherwise|else",
        SILENCE,
        sides=PERSONS,
        yes=(
            "I'll take it that's fine unless you tell me otherwise.",
            "I'll take silence as a yes.",
            "Shout if that's wrong, otherwise no need to reply.",
            "Please let me know if this is not in order, else I will see you at reception.",
            "If that's no good ring me and I'll change it, otherwise you're all set.",
            "Unless I hear otherwise we start at ten.",
        ),
        no=(
            "Let me know if this works.",
            "I'll take it to the panel.",
            "Tell me if it is any good.",
            "Otherwise I would have called.",
        ),
    ),
)
