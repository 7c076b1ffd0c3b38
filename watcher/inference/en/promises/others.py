"""The cues of dates that are no promise of an answer."""

from __future__ import annotations

from watcher.inference.en.promises.cues import Sort, cue

__all__ = ["OTHERS"]

OTHERS = (
    # -- they deliberate, and answer after ---------------------------------------------------------
    cue(
        "they meet", Sort.DELIBERATES,
        r"(?:meeting|sitting|session|vote|hearing)[^.;,§]{0,12} (?:been|is|was|be) (?:called|scheduled|arranged|convened|fixed|set)",
        r"(?<!you )(?:meet(?:s|ing)?|(?:re)?conven(?:e|es|ing)|sit(?:s|ting)?(?: down)?|vot(?:e|es|ing)|debrief(?:s|ing)?|huddle|review(?:s|ing)?|discuss(?:es|ing)?|calibrat\w+|"
        r"(?:go(?:es|ing)?|look(?:s|ing)?) (?:over|through|at)|talk(?:s|ing)?(?: about| it)?|(?:come|comes|get|gets|getting) together|compar(?:e|es|ing) notes|"
        r"(?:panel|board|committee|debrief) is|approv(?:e|es|al|als)|acts on|certif(?:y|ies)|releases?|on the (?:\w+ )?(?:agenda|table)|before the (?:full )?(?:board|exco|committee|council|trustees|partners|panel)|regroup|collect(?:s|ing)?|sleep on it|reports?(?! to))",
        r"sign(?:s|ed)? (?:it )?off", r"gets? (?:it )?(?:signed|approved)", r"closes? (?:the|its) (?:quarter|books)", r"write up (?:our|the|their) notes", r"(?:have|get) (?:their|the) feedback in",
        r"(?:(?<!the )(?<!a )lifts?|lifted|unfreezes?|resumes?)",
        yes=("the panel meets §", "debrief is at §"),
    ),
    cue(
        "they see others", Sort.DELIBERATES,
        r"(?:see(?:ing|s)?|interview(?:s|ing)?|(?<!to )(?<!all )(?<!to the )(?<!successful )(?<!chosen )(?<!new )candidates?|conversations?|onsites?)(?=(?: (?!you)\w+){0,2} §)",
        r"finish(?:ing)? (?:up )?(?:interviews|rounds?|first rounds)", r"interviews (?:end|run|finish|wrap|conclude|are|continue|go)",
        r"(?:wrap(?:ping)? up|conclud(?:e|ing)|complet(?:e|ing)|finish(?:ing)?) (?:the |our |all )?(?:[\w-]+ )*?(?:interviews|chats|calls|screens|conversations|rounds?|phase)",
        r"more to see", r"final (?:panel|round)", r"(?:last|other|remaining|further|one more|two more) (?:\w+ )?(?:interview|candidate|applicant|person)s?", r"shortlisting",
        yes=("interviews run §", "we have one more candidate §"),
    ),
    cue(
        "they are back", Sort.DELIBERATES,
        r"(?<!get )(?<!getting )(?<!come )(?<!circle )(?<!be )(?<!hear )(?<!him )(?:(?:is|are|\w+'s|\w+'re|will be|gets|comes|flies|lands|be|hes|shes|i'm) back(?! to (?:what|where|the (?:original|first|old)))|"
        r"not back|back(?= §)(?<!\w back)|returns?|returning|re-?open(?:s|ing)?|flies in|flying in|fl(?:y|ies) back|gets? in|first day back|grab (?:her|him)|"
        r"back (?:in the (?:office|building)|from (?!them|him|her|you|us|me|the (?:client|team|panel|manager)|hr)))",
        yes=("she is back §", "he returns §", "the office reopens §"), no=("we'll get back to you §", "something back from them §"),
    ),
    # -- I am to do something ---------------------------------------------------------------------
    cue(
        "you do", Sort.ASKS,
        r"let us have your", r"let us know",
        r"let (?:me|us) (?:know|have|hear)", r"(?:tell|send|e-?mail|call|ring|phone|text|drop|ping|contact|inform|advise|notify|update|get back to|come back to|revert to|reply to|confirm (?:to|with)|"
        r"give(?! (?:us|me) (?:§|some|a bit|a little|the weekend|time)))(?:ing)? (?:me|us)",
        r"(?:i'd|we'd|i would|we would|he'd|she'd) (?:love|like|want|prefer|appreciate|need) (?:an?|your|to have your) (?:yes|no|answer|decision|reply|response)", r"wants? to (?:know|hear)(?= §)",
        r"wants? (?:an?|your) (?:firm )?(?:answer|decision|reply|response|commitment)(?! from (?:the|my|our|them|him|her))",
        r"no need to(?: \w+)?", r"(?<!when )you (?:decide|choose)", r"§,? (?:please|pls|plz)(?! \w)", r"you (?:may|can) (?:also )?(?:request|ask|apply|appeal|reach)(?: [^§.,;]{0,40}(?= §))?",
        r"you (?:must|need to|have to|ought to) (?:answer|decide|tell|reply|respond|choose|accept|sign|return|send)", r"if i were you", r"do (?:let|send|confirm|come|bring|reply|return|give|get)", r"(?:please|kindly|pls|plz) (?!(?:told|gave|said|offered|agreed|explained|push|move|shift|put (?:it|this|that)|note that (?:we|the|you|a decision|our)|allow|expect|give us|give me|bear|wait|await|grant (?:us|me)|be (?:informed|patient|advised)|don't|do not|read|understand|hang|sit|hold|"
        r"look|watch|accept|ignore|disregard|forget|feel|assume|forgive|excuse|pardon|know|rest assured|have patience))(?:\w+ly )?\w+",
        r"(?:could|can|would|will) (?:you|u)(?! (?:bear|hold|hang|wait|be (?:told|notified|informed|contacted)|give (?:us|me)))",
        r"(?:give|get|send|let) us (?:\w+ ){0,2}(?:answer|decision|response|reply|confirmation)", r"(?:you|u)(?:'ve| have|'d have| would have|'ll have| will have)(?: got)? (?=§)", r"take (?=§)",
        r"(?:we'd |i'd |we |i )?(?:needs?|requires?|wants?|like|expect|appreciate|await|have) (?:to have |to get |to know )(?:your|yours)", r"(?:we'd |i'd |we |i )?(?:needs?|requires?|wants?|like|expect|appreciate|await) (?:to have |to get |to know )?(?:your|yours|you to(?! (?:know|hear|find out))|(?:a|an) (?:reply|response|answer|decision|confirmation|yes or no) "
        r"from you|it (?:signed )?back|them back|to hear from you|back from you|whether you)",
        r"(?:\w+|we'd|i'd)(?: will| would|'ll)? needs?(?: to)? know",
        r"(?:i|we) (?:will |would |'ll |'d |d )?(?:need|want|require) (?:a|an|your|his|her|their) (?:final |firm )?(?:decision|answer|response|reply|commitment)", r"would like our (?:decision|answer)",
        yes=("let me know §", "please send it §", "could you come §", "we'd need to know §"),
        no=("we will let you know §", "give us §", "please allow us §"),
    ),
    cue(
        "your answer", Sort.ASKS,
        r"(?<!have )(?<!get )(?<!receive )(?<!be )(?<!you )(?<!giving you )your (?:\w+ )?(?:decision|answer|response|reply|feedback)",
        r"(?<!on )(?<!of )(?<!for )your (?:\w+ )?(?:timeline|timing|availability|confirmation|acceptance|references?|documents?|signature|signed|completed|application|submission|booking|notice|deadline|candidature|attendance)",
        r"hear(?:ing)? (?:back )?from you", r"(?:don't|do not|not) hear (?:back )?from you", r"i don't hear",
        r"if you (?:wish|want|would like|can|could|get|are (?:able|interested|still)|have (?:any|questions)|need|feel)", r"nudge", r"try me", r"chase me", r"you can (?:view|see|visit|pick up|collect)",
        yes=("your decision §", "hear from you §"),
        no=("you'll have your answer §",),
    ),
    cue(
        "a task", Sort.ASKS,
        r"(?:submit|return (?:it|the|your|them|both|this)|sign (?:and|the|it)|complete (?:it|the|this|your)|fill (?:in|out)|upload|rsvp|register|to be returned|due (?:back|in)|due date|"
        r"take-home|assignment|questionnaire|coding challenge|late submissions|by repl(?:y|ying)|reply(?:ing)? here|log in|deadline (?:is|for applications|for))",
        r"(?<![\w§] )(?<!\w, )(?:re(?:ply|spond|vert) (?:to|with|by)|send|submit|choose|select|pick|tell|think|complete|call(?! it)|e-?mail|bring|return|sign|confirm (?:your|that you|the)|share|provide|forward|prepare|upload)(?: (?:it|them|this))?(?: back)?",
        r"needs? (?:it|them|this|both)(?= §)", r"(?:must|needs? to|has to|have to|to|wants? to|should) be (?:completed|submitted|returned|received|handed in|filled|signed|back|uploaded|paid|settled)(?! (?:you|to you))", r"appeal\w*", r"(?:may|can|must|should) be (?:requested|lodged|submitted|returned|had|obtained|collected)(?: in writing)?", r"(?:signify|confirm|convey) (?:your )?accept\w+(?: in writing)?", r"whether you accept", r"(?:must|to) accept",
        yes=("the take-home is due back §", "send it back §", "choose a slot §"),
    ),
    # -- a conversation ---------------------------------------------------------------------------
    cue(
        "we talk", Sort.APPOINTS,
        r"(?:your|the|an|a|first|second|third|next|final|quick|short|phone|video|technical|onsite|on-site|trial) (?:\w+ )?(?:interview|screen(?:ing)?|trial(?: (?:day|shift))?|shift|tour|assessment"
        r"(?: day| centre| center)?|visit|catch-up)", r"trial shift", r"interviews? (?:is|are|will|for|on|at|has|have been|confirmed|scheduled|booked)",
        r"(?:quick|short|phone|video|zoom|teams|intro(?:ductory)?) (?:call|chat|meeting)", r"available for interview",
        r"(?:is|are|been|be|\w+'s|re|you) (?:\w+ )?(?:booked|scheduled|confirmed|arranged|planned|re-?scheduled|set up|set for|pencilled)",
        r"(?:are|r) (?:you|u) (?:free|available|around)",
        r"(?:come (?:in|by|out|down|along|over)|stop by|swing by|drop by|invite you|see you|looking forward to (?:seeing|meeting|speaking|talking)|meet (?:you|with you|up|with|the team)|join us|"
        r"chat with|same (?:time|hours|place|link|room|slot)|demo day|(?:would|'d) (?:like|love) (?:you )?to (?:meet|interview|see|talk|speak|chat|come)|(?:your|an?) (?:\w+[ -]){0,2}(?:interview|demo|lesson|on-?site)|your (?:\w+[ -]){0,2}(?:panel|slot|session|morning)|convenient time|introduce you|walk you through|host you|come and say|how (?:does|about|is)|calendar invite|invite|webinar)",
        r"you(?:'ll| will|'re| are)? (?:be )?(?:interview(?:ing)? with|meet(?:ing)?|on with|see(?:ing)? (?!the (?:outcome|result)))", r"booked you", r"move your", r"to (?:go (?:over|through)|discuss|talk (?:about|through)) (?:the|an?|your) (?:offer|role|details|package|terms)",
        r"confirming (?=§)", r"(?:all the best|good luck) (?=§)", r"what does your", r"can u work|can you work", r"plan for",
        yes=("your interview is confirmed for §", "are you free §"),
    ),
    # -- anything else ----------------------------------------------------------------------------
    cue(
        "work begins", Sort.ELSE,
        r"(?:start(?:s|ing)?(?: dates?| work)?|(?<!the )begin(?:s|ning)?|commence[sd]?|joining|join (?:us|the)|onboard\w*|on board|first (?:day|week) (?:would|will|is|at|of (?:work|school|term))|orientation|induction|"
        r"training|contract (?:runs|would|is|begins|from|gets)|in the seat|reports? for|in post|to be filled|be filled|fill(?:ed|ing)? (?:the|this|it)|laptop|equipment|badge|hire[ds]?|trained|"
        r"shadow|pay ?check|salary|paid|pays?|payroll|benefits|enrol\w*|vest\w*|bonus|based in|probationary|order your|days' holiday)",
        yes=("the role starts §",),
    ),
    cue(
        "a posting closes", Sort.ELSE,
        r"(?:posting|post|ad|advert|advertisement|vacancy|position|role|portal|window|applications?|recruitment|shortlist|submissions?) (?:\w+ )?(?:close[sd]?|closing|will close|open|opens|remain)",
        r"clos(?:es|ing)(?: date)?(?! (?:the loop|this out|this position|out))", r"deadline", r"cut-?off", r"applications? (?:received|must|will be accepted|are accepted)", r"appl(?:y|ied) by",
        r"reviewed? begins", r"review of applications", r"accepting applications", r"(?:seat|req|requisition) (?:is|has been|was) approved",
        yes=("the posting closes §",),
    ),
    cue(
        "somebody is away", Sort.ELSE,
        r"(?:(?:we|they|schools?) break up|knock(?:s|ing)? off|out of (?:the )?(?:office|town|country)|ooo|(?:am|are|is|be|i'm|\w+'s|\w+'re|been) (?:out|off|away|closed|shut|dark|gone|travell?ing|in (?:nz|meetings)|on a)|"
        r"on (?:annual |paternity |maternity |parental |sick |long service )?(?:leave|course|training|vacation|holidays?|pto|hols|a cruise|honeymoon|a (?:business |fishing )?trip)|off (?:sick|work|on)|"
        r"(?:offices?|we|hr)(?:'s| is| are| will be| closes?| close| reopens?| shuts?)(?: shut| closed)?(?= (?:between|§))|shuts? down|annual leave|holiday from|offsite|off-site|limited access|maintenance|"
        r"leaving (?:the|us|for)|(?:is|are|am|i'm|\w+'s) (?=§ (?:in|abroad|away|off|out|overseas)\b)|in the diary|covering for)",
        yes=("i'm out of the office §", "she is on leave §"),
    ),
    cue(
        "an offer lapses", Sort.ELSE,
        r"(?:(?:takes?|taking|comes?|coming) (?:in)?(?:to )?(?:effect|force)|valid|expir(?:e|es|y|ing)|lapses?|(?:remains?|stands?) (?:open|valid|in effect|in force|on file|active)|offers?(?: to you)? stands?|active until|in effect|on file|sign(?:ed)? (?:acceptance|offer|contract|copy)|"
        r"fare|counter-?sign\w*|have you (?:signed|on board|started)|good (?:till|until)|open until|hold (?:it|the \w+|your)|visa|background check|clearance|stamping|probation|notice period|failing which|expenses|your (?:travel )?claim|reimburse\w*|refund|paperwork (?:will|comes|follows|from|is)|to accept|last date)",
        yes=("the offer is valid §",),
    ),
    cue(
        "others decide", Sort.ELSE,
        r"(?:landlord|tenan(?:t|cy|ts)|flat|apartment|lease|mortgage|loan|underwrit\w+|clear-to-close|renewal|invoice|quote|subscription|warranty|(?:other|another) (?:firm|company|offer|employer|place)|"
        r"q[1-4] results?|(?:quarterly|annual|financial|trading|medical|blood|lab|exam|drug|x-ray|semester|degree)(?: test)? results?|results?(?: \S+){0,6} (?:to|from) the (?:clinic|lab|hospital|doctor)|viva|dissertation|"
        r"have an? (?:lovely|great|good|nice|wonderful|super|fantastic|relaxing|restful|brilliant|pleasant|happy)|fair|conference|merry|happy (?:new year|easter|holidays|thanksgiving|diwali))",
        yes=("the landlord decides §",),
    ),
)  # fmt: skip
