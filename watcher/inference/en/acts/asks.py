"""Whose turn it is: what they want of me, and what only sounds so.

A question of theirs is for me unless it is a courtesy. A request names a thing that I must give: an answer, times, papers,
a task. What to bring to a booked interview, whom to ring in trouble, and "let me know if you have questions" are none.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import IF, NOT, SUITS
from watcher.inference.rules import PERSONS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["ASKS", "WAITS"]

_GIVE = (
    r"(?:send|share|provide|confirm|forward|submit|return|complete|fill|reply|respond|revert|answer|advise|tell|give|supply"
    r"|upload|sign|choose|select|pick|book|schedule|indicate|suggest|propose|let|email|mail|drop|shoot|fire|ping|text|call|ring"
    r"|phone|get|specify|attach|state|quote|name|record|take|do the needful|furnish|mention|update|arrange|prepare and send|click"
    r"|use the link|grab|find (?:a|an|some) (?:time|slot|moment)|log in|log on|sign in|tick|enter|rate|rank|list|note down|look over|review|have a (?:look|read|think)|think|register|verify|whatsapp|pop|toss|apply|come back|chuck|bung|write)"
)
_COURTESY = (
    r"(?:any|further|more|other|additional) (?:questions?|quer(?:y|ies)|concerns?|doubts?|info)|feel free|hesitate|in case of|need (?:anything|help|any|assistance|to (?:cancel|reschedule|move|change))"
    r"|(?:can't|cannot|unable to|can not|not able to) (?:make|attend|come|do|open|access|join)|running late|problems?|anything (?:changes|comes up|else you need)|as soon as (?:we|i)|have trouble|adjustments?"
)
_SOCIAL = (
    r"^(?:\W*(?:hi|hey|hello|dear|hiya|good (?:morning|afternoon|evening))\b[^,!.]{0,40}[,!. ]+)?(?:so |and |well |anyway )?(?:how (?:are|r) (?:you|u|things|ye|y'all)(?: (?:doing|keeping|getting on|all|today|this|feeling|both|going|finding|settling|after|now|then|mate|and)\b|\?|,)|how('s| is| was| were|s| did) (?:your|the|it|things|life|everything|you|that)\b.{0,40}(?:weekend|week|day|trip|holiday|going|summer|christmas|easter|family|break|drive|travels?|life|journey|doing|you)"
    r"|hope|what's up|you well|remember me|who knew|guess what|ready for|isn't|wasn't|aren't|right|eh|really|cool|deal|sounds good|make sense|fair enough|know what)(?!\w)"
)

ASKS: tuple[Rule, ...] = (
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
            r"\b(?:isn't|aren't|wasn't|don't|doesn't|didn't|won't|wouldn't|hasn't|can't) (?:it|they|we|that|he|she|there|i|this)\?+$|, ?(?:eh|right|innit|no|huh|ok|okay)\?+$",
            r"^(?:why|what|how|when|where) (?:join|choose|is|are|do|does|happens|can|should|will) (?:us|we|i|next|the (?:process|role|next step)|our|this role|it work)\b.{0,30}\?",
            r"^(?:and |so )?(?:who knows|what can i say|why not|know anyone|the catch|the best (?:bit|part)|what's not to like|sound familiar|(?:so )?what(?:'s| is| happens)? next|next steps?)\W*$",
            r'"[^"]+\?"\)?\.?$',
            r"^\W*(?:want|need|looking) to (?:stop|unsubscribe|change|know more about)|^not (?:you|interested|looking)|^(?:did|have) (?:you|u) know\b",
        ),
        yes=(
            "Are you free this Thursday, June 4, at 11:00 AM Eastern?",
            "Shall I tell you more?",
            "Would it be of any interest?",
            "u keen?",
            "What is your salary expectation, and with which notice period?",
            "Could I have names and numbers by Thursday?",
            "How are you fixed for a call next week?",
            "How would you be fixed for a Teams call?",
        ),
        no=(
            "How was your weekend?",
            "Hi Sam, how are you?",
            "Any questions?",
            "That was quick, wasn't it?",
            "How are things?",
            "What happens next?",
        ),
    ),
    rule(
        "please_give",
        Kind.ASKS_ME,
        "please|pls|plz|kindly|request you|requested to|would you|could you|can you|need you to|ask you to|be so kind|grateful if|appreciate if|appreciate it if|asked to|do the needful|thank you if|happy for you to|be great if",
        r"\b(?:please|pls|plz|kindly|kindly also|(?:we|i) (?:would |kindly |must |also )*(?:request|ask|need|invite) (?:you|u) to|you are (?:kindly )?(?:requested|asked|required|invited) to|(?:would|could|can|will) (?:you|u)(?: please| kindly| possibly| just| also)?|be so kind (?:as )?to"
        r"|(?:grateful|great|helpful|appreciate(?: it)?|good|brilliant|super|fab|lovely) if you (?:could|would|can))(?: also| just| then| now| do| all| first| both| be able to| quickly)* "
        + _GIVE
        + r"\b",
        sides=PERSONS,
        question=False,
        unless=(
            _COURTESY,
            r"\b(?:please|kindly|pls)(?: just)? (?:call|ring|phone|contact|email|mail|write to|text|use|take|tell|ask|give|mention|quote|state|click|get)\b.{0,40}\b(?:reception|front desk|security|gate|hr front|notice|parking|entrance|lift|seat|a seat|the number above|office at|care|my (?:best|regards)|your name at|this link to join|the link (?:to join|below to join|on the day)|number on the day|if\b|note|reference|ref\b)",
            r"do not (?:reply|respond)|don't (?:reply|send|worry)|no need|take (?:the|a|your) (?:train|time|lift|exit|seat|bus)|pick up your|sign (?:in|up)\b",
            r"\blet (?:me|us|them) (?:know )?(?:if|when) (?:you|u) (?:have|need|get|run|can't|cannot|are (?:lost|late|stuck|running))",
        ),
        guard=r"\b(?:if (?:anything|you (?:can't|cannot|need|have|are unable|wish to cancel|want to cancel|no longer|do not|get lost))|for urgent|in urgent|urgent cases|for immediate|anything urgent|unsubscribe|to opt out|in the event|should you (?:need|have|require|be unable|wish))",
        yes=(
            "Kindly send me your full CV and your current package by Thursday.",
            "Please let me know by Monday 16 February whether you are still interested.",
            "Kindly confirm whether the time is convenient.",
            "Please get it back to me by Tues 5 May.",
            "Please confirm your availability.",
            "Kindly do the needful latest by tomorrow EOD.",
            "It would be great if you could share two references.",
            "Pls share ur updated cv",
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
            "Kindly bring your degree certificate and two forms of ID.",
        ),
    ),
    rule(
        "imperative",
        Kind.ASKS_ME,
        "send|share|let |reply|drop|shoot|fire|ping|give|get|tell|return|sign|complete|fill|submit|confirm|pick|choose|book|respond|revert|text|provide|advise",
        r"^(?:\W*(?:hi|hey|hello|dear|good \w+)\b[^,!.]{0,30}[,!.-]+ ?|\w+[,!-]+ )?(?:(?:and|so|then|also|just|ok|okay|great|perfect|brilliant|super|first|to (?:get started|proceed|begin)|if (?:so|yes|interested|that suits|that sounds good|you are(?: interested)?|you're (?:up for it|keen|happy|interested|game)|it is|this is of interest|you like))[,:]? )*"
        r"(?:send (?:me|us|over|through|it|your|back|in|that|on|a|the|them|his|her|him)|share (?:your|the|it|a|with|some|ur|updated|copy|details)|let (?:me|us) (?:know|have)\b|reply (?:with|to|by|yes)|drop (?:me|us) (?:a|your|an)|shoot (?:me|over|us)|fire (?:me|over|away with|across)|ping (?:me|us)|give (?:me|us) (?:a|your|two|three|some|the|an)|get (?:me|us|it|that|them|back to (?:me|us))"
        r"|tell (?:me|us)|return (?:it|the|a|your|both)|sign (?:and|it|the|both|where)|complete (?:the|it|this|and|your)|fill (?:in|out|it)|submit (?:your|the|it|by|via|here)|confirm(?: (?:your|that|by|if|whether|this|receipt|and|asap|the|ur)\b|[.!]|$)|pick (?:a|one|any|whichever|two|the)|choose (?:a|one|the|any)|book (?:a|your|yourself|in|one)|respond (?:by|with|to)|revert (?:with|by|back|to)|text (?:me|back|yes)|provide (?:your|the|a|us|me|two|three)|advise (?:if|when|whether|of))",
        sides=PERSONS,
        question=False,
        unless=(
            _COURTESY,
            r"^let (?:me|us) (?:know )?(?:if|when) (?:you|u|there|anything|that|this|it) ?(?:have|need|get|run|can't|cannot|are (?:lost|late|stuck)|is anything|'s anything|changes|doesn't|does not|isn't|is a problem|don't)",
            r"^(?:let me (?:see|check|think|introduce|explain|start|say|be|come|have|read|find|try|talk|ask|get|take|tell|know how (?:it|you))\b)|give (?:me|us) (?:a (?:few|couple|bit|day|week|moment|sec|minute|while)|until|till|til|two (?:days|weeks)|three (?:days|weeks)|time|some time|the weekend)|give (?:me|us) (?:a )?(?:call|buzz|ring|shout|bell) (?:if|when(?:ever)? you|with)",
        ),
        guard=r"\b(?:if (?:anything|you (?:can't|cannot|need|have|are unable)))",
        yes=(
            "Send me your availability for next week by end of day Friday please.",
            "If so fire me over an up to date CV.",
            "If interested share your updated CV along with:",
            "Reply to this mail with your repo link.",
            "Let me know what works for you.",
            "Let me know if Tuesday at 3 works.",
            "Confirm your availability for the same.",
        ),
        no=(
            "Let me know if you have any questions.",
            "Let me check with the team.",
            "Give me until this Friday.",
            "Give me a shout if you get lost.",
            "Let me know if this doesn't work.",
            "Let me introduce myself.",
        ),
    ),
    rule(
        "let_me_know",
        Kind.ASKS_ME,
        "let me know|let us know|lmk|tell me|advise|confirm|let me have|let us have|come back to me|get back to me|revert",
        r"\b(?:and|,|-|just|so|but|to|then|can you|could you|you can|you could|must|should|then) (?:let (?:me|us) (?:know|have)|lmk|tell me|get back to me|come back to me|confirm|revert)\b(?:.{0,30}\b(?:if (?:you(?:'re| are|'d| would| want| can| like| could| still)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:works|suits|is)|that (?:works|suits)|it (?:works|suits)|interested|the)|whether|what|when|which|where|who|how|your|by|a (?:few|couple|time)|your availability|some|asap|at your|soon)\b|$|[.!])",
        sides=PERSONS,
        question=False,
        unless=(
            _COURTESY,
            r"\b(?:i'll|i will|we'll|we will|they'll|they will|will|i can|i'd|i am going to|going to|able to|happy to|so i can|so that i can|hope to|want to|promised to|wanted to|like to|asked me to|supposed to|just to|is to) (?:then |also |just )?(?:let|tell|confirm|get|come|revert)",
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
        "need|require|missing|waiting for|awaiting|await|must ask|would like to know|like to know|wondering|curious|look forward|looking forward|expect|want to know|like your|love your|like a copy|like to have|like to see",
        r"\b(?:i|we|they|hr|the (?:client|panel|team|school|hospital|board|director|manager|system|portal))(?:'d|'ll|'s)?(?: will| would| do| also| just| still| only| now| are| am|'m|'re| kindly| urgently| first)* (?:need|require|like to have|want|await|(?:a)?waiting (?:for|on)|like to know|love to know|like to see|be needing|missing) (?:(?:the|some|a|an|two|three|both|all|one|of|from you|from u|an updated|updated|completed|up to date|recent|short|few|more|copies|copy|scanned|signed|current|names?|contact|further|other)[ ,]+)*"
        r"(?:your|ur|you to|it|them|this|that|these|from you|(?:cv|resume|passport|referees?|references?|documents?|details|transcripts?|certificates?|dates?|times?|slots?|availability|portfolio|samples?|confirmation|answer|reply|response|decision|bank|form|number|proof|copies|copy)\b)"
        r"|\b(?:must|have to|need to|should|like to|want to) (?:also )?(?:ask|know|check|understand)(?: you)? (?:what|which|whether|if|how|when|where|your|about your)\b"
        r"|\b(?:wondering|curious) (?:if|whether|what|how) (?:you|u|your)\b|\b(?:look(?:ing)? forward to|await(?:ing)?|waiting (?:for|on)|expecting) (?:hear(?:ing)? (?:back )?(?:from you|your (?:thoughts|answer|views|decision|availability))|your (?:reply|response|answer|confirmation|cv|resume|availability|documents?|feedback|decision|thoughts|acceptance|email|mail|revert|positive|kind|prompt|early))",
        sides=PERSONS,
        question=False,
        unless=(
            r"\b(?:nothing|don't|not|no longer|won't|do not|never|didn't|doesn't|hardly) (?:\w+ )?(?:need|require|want|wait|hear|ask)|is all i need|need (?:it|them|this|that|fiona|\w+'s) (?:signed|signature|approv)|needs? (?:to (?:be|sign|speak|talk|check|see|finish|hear|find|get|meet|discuss|run))",
            r"\b(?:hear(?:ing)?) (?:how|about how|all about)|need a \w+ (?:yesterday|asap)|\bthey still need\b.{0,30}\bfrom (?:the|our|their)\b|who need|wait(?:ing)? for (?:it|them|this|that|the) (?:to|from|board|client|approval)|once|we need it (?:signed|approved)",
        ),
        guard=r"\b(?:if|unless|in case|should you)\b(?! (?:so|you(?:'re| are) (?:interested|keen)))",
        yes=(
            "To put you forward I need your passport page and three referees by Sunday evening.",
            "I need it by Tuesday for our internal form.",
            "Before I present you I must ask what you earn at present.",
            "We are awaiting your confirmation.",
            "I was wondering if you might be open to a chat.",
            "We look forward to your reply.",
            "HR still needs from you the signed form, they are missing your passport copy.",
            "We'd need copies of your certificates.",
        ),
        no=(
            "Nothing needed from you at the moment.",
            "I need to find out where Gordon is with the rebooking.",
            "The panel's scores are done but they need Fiona's signature.",
            "We look forward to meeting you.",
            "We don't need your documents before the day.",
            "I need a PM yesterday.",
        ),
    ),
    rule(
        "question_without_mark",
        Kind.ASKS_ME,
        "you |u |suit|work|interest|free|keen|available",
        r"^(?:\W*(?:hi|hey|hello|dear|good \w+|g'day|morning|afternoon)\b[^,!.]{0,30}[,!.-]+ ?|\w+ ?[,!-]+ )?(?:(?:and|so|but|also|just|quick one|anyway|ok)[,:]? )*"
        r"(?:(?:are|r|would|could|can|do|did|have|will|were) (?:you|u|ya|ye)\b|(?:is|does|would|will) (?:it|that|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week|mon|tue|tues|wed|thu|thurs|fri|\d[\w:.]*)\b.{0,50}\b(?:suit|work|be of interest|interest|ok|okay|good|convenient|possible|fine)\b|(?:you|u|ya) (?:interested|keen|free|game|around|available|still (?:interested|keen|looking|available)|up for|about|in)\b"
        r"|(?:what|when|which|where|how) (?:are|is|would|do|does|could|days?|times?|day|time|about|notice|salary|number|soon|much) (?:your|you|u|works?|suits?|a\b|period|expectation|best|is best|(?:mon|tues|wednes|thurs|fri)day))",
        sides=PERSONS,
        question=False,
        unless=(
            r"\bhow (?:are|r) (?:you|u)\b|\bdo you (?:good|proud)|\b(?:are|have|will) you (?:well|in good)|\bwould you (?:believe|mind if)|can (?:you|u) imagine|\bwhen you\b.{0,20}\b(?:arrive|get here|come|are ready)|^(?:what|how) (?:you|your)\b.{0,60}\b(?:is|was|impressed|said)|^where you|^which (?:you|we)|could you not|^(?:are|is) you\b"
            r"|^(?:what|how|where|when|which) (?:is|does) (?:your|it) \w+ (?:impressed|told|was)",
        ),
        confidence=Confidence.LIKELY,
        yes=(
            "You interested or not",
            "are u free tomorrow arvo for a quick call",
            "would monday at 10 suit",
            "what days work for you",
            "Hi Ana, could you do Thursday instead",
        ),
        no=(
            "You are in.",
            "Would you believe the printer died.",
            "How you handled the complaint impressed us all.",
            "You interviewed well.",
        ),
    ),
    rule(
        "come_back_signed",
        Kind.ASKS_ME,
        "signed|form|assessment|task|test|questionnaire|assignment|exercise|take home|take-home|challenge|link below|referees|references|case study|portfolio",
        r"\b(?:needs?|has|have|is|are|must|should|ought) to (?:come back|be (?:returned|signed|completed|sent|submitted|filled|with (?:us|me)|uploaded|back))\b"
        r"|\b(?:find|here is|here's|here it is|attached is|attached|enclosed|sending you|sent you|set you|share|sharing|below is|giving you|received an? (?:link|invitation) to)\b.{0,40}\b(?:take.?home|assessment|(?:coding |technical |design |written |home |practical )(?:task|test|assignment|challenge|exercise)|case study|questionnaire|assignment|(?:application|registration|reference|consent|screening|onboarding|vetting|referee|medical|health) form)\b"
        r"|\b(?:next step|first step|last step|the next stage|what'?s next)\b.{0,30}\b(?:is|involves|will be|would be)\b.{0,40}\b(?:take.?home|online (?:assessment|test)|(?:coding|technical|design|written|home|practical) (?:task|test|assignment|challenge|exercise)|(?:to )?complete|to send)\b"
        r"|\b(?:like|want|ask(?:ing)?|invite) you to (?:complete|do|take|prepare and send|try|have a go at|sit) .{0,30}\b(?:task|test|assessment|challenge|exercise|assignment|take.?home|case study|form|questionnaire)\b",
        sides=PERSONS,
        unless=(
            NOT
            + r" (?:have to|need to|need)|no later than the (?:board|panel)|(?:has|have|must|needs?) to be (?:signed|approved|completed|returned) (?:off )?(?:by|off|with) (?:the|our|my|finance|hr|both|their|his|her|\w+'s)\b(?! \w+day)|review(?:ing|ed)? (?:your|the) (?:task|test|assessment|exercise)|your (?:completed )?(?:task|assessment|test|exercise) (?:is|was|has|will)"
            r"|programme|agenda|you'll (?:do|have|be (?:given|asked))|on the day|during the interview|thank(?:s| you) for (?:sending|completing|doing|the)|reasonable adjustments",
        ),
        guard=IF,
        confidence=Confidence.LIKELY,
        yes=(
            "Pls find attached our take home.",
            "It needs to come back signed by Friday 13 March.",
            "The next step is an online assessment.",
            "We'd like you to complete a short case study.",
            "Attached is the reference form.",
        ),
        no=(
            "You don't need to complete the assessment before the interview.",
            "The contract has to be signed off by our GM.",
            "Thanks for completing the test.",
            "Your task is being marked.",
        ),
    ),
    rule(
        "needs_my_word",
        Kind.ASKS_ME,
        "suit|works for you|convenient|availability|available|interest|times|could you|can u|your answer|your number|in touch|give me a|call me|ring me|phone me|reach out to|hear from you|appetite|up for|open to|thoughts",
        r"\b(?:whatever|whichever|any (?:time|day) that|when(?:ever)?|what(?:ever)? (?:time|day)) (?:"
        + SUITS
        + r") (?:for )?you\b|\b(?:hope|trust|assume) (?:this|that|the (?:time|date)|it) (?:suits|works|is convenient)\b.{0,40}\b(?:confirm|let me know)"
        r"|\b(?:give|gimme) (?:me|us) (?:a )?(?:call|ring|bell|buzz|shout|tinkle|bell back)\b(?! (?:if|when(?:ever)? you (?:arrive|need|are (?:at|here|lost)|get (?:here|to|lost)|land)|with any|should|on arrival))|^(?:\w+[,!] )?(?:call|ring|phone) me (?:back|when|asap|today|tomorrow|on|at|this|before)\b(?!.{0,30}\b(?:if|with any|questions|lost))"
        r"|\b(?:like|love|want|need|keen|hoping|good|great) to (?:hear|get|have) (?:back from you|from you|your (?:thoughts|view|views|answer|take|availability|decision))\b|\bcould you\b|\bcan u\b",
        sides=PERSONS,
        question=False,
        unless=(
            _COURTESY,
            r"\bcall me (?:old|crazy|if)|you'll hear from|hear from (?:us|me)\b|as soon as you (?:can|could)\b.{0,20}\bthank",
        ),
        guard=r"\b(?:i'll|i will|we'll|we will|if)\b[^,.]{0,30}$",
        confidence=Confidence.LIKELY,
        yes=("Give me a call when you get this.", "I'd love to hear your thoughts.", "could you do 3pm instead"),
        no=(
            "Call me with any questions!",
            "I'll give you a call.",
            "Give me a ring if you get lost.",
            "You'll hear from us on Friday.",
        ),
    ),
)

WAITS: tuple[Rule, ...] = (
    rule(
        "nothing_to_do",
        Kind.WAITS,
        "nothing|no action|not need to do|don't need to do|n't have to do|no need|sit tight|hang tight|hang in|bear with|patien",
        r"\bnothing (?:more |further |else )?(?:is )?(?:needed|required|to (?:do|prepare)|for you to do|you need to do)\b|\bno (?:further )?action\b|"
        + NOT
        + r" (?:need|have) to do anything|\bno need (?:to|for you to) (?:do|reply|respond|answer|prepare)|\b(?:sit|hang) tight\b|\bhang in there\b|\bbear with (?:us|me)\b|\bthank(?:s| you) for (?:your|being) patien",
        yes=("You do not need to do anything further.", "Nothing to prepare.", "hang in there", "No need to reply."),
        no=("There is nothing like it.", "Patients come first here."),
    ),
)
