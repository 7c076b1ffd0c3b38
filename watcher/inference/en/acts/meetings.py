"""How they speak of interviews: proposed, booked, moved, called off, held.

A booking or a proposal also needs a time; `watcher.inference.en.interviews` finds it beside the words.
"""

from __future__ import annotations

import re

from watcher.inference.en.vocabulary import IF, NOT, TALK, any_of
from watcher.inference.rules import PERSONS, THEIRS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["BOOKED", "CALLED_OFF", "CHANGED", "HELD", "OTHER_BUSINESS", "PROPOSED"]

_LIKELY = Confidence.LIKELY
_DAY = r"(?:tomorrow|today|tonight|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|\d)"
_WITH_OTHERS = (
    r"|\b(?:other|another|last|next|final|remaining)(?: \w+){0,2} (?:candidate|applicant|finalist)s?\b|\b(?:someone|somebody) else\b"
    r"|\b(?:his|her|one more|two more) interviews?\b"
    r"|\b(?:i|we|he|she|they)(?:'m|'re|'s|'ll| am| are| is| will| have| has)?(?: be)?(?: a)? (?:speak|talk|see|meet|call|chat)(?:s|ing)?"
    r"(?: to| with)? (?:the|our|my|his|him|them|her)\b(?! \d| call)"
)
"""Somebody meets, and I am not there."""
_OTHER = (
    r"\b(?:expires?|lapses?|deadline|closes?|closing date|cut-off|start date|onboarding|orientation|induction|first day|open (?:day|evening|house)|webinar|rsvp|mixer|barbecue"
    r"|outcome|decision|decid\w+|deliberat\w+|answer|verdict|results?|hear (?:from|back|by|on)|in touch|to (?:discuss|compare|rank|score)|feedback|whichever way|either way|one way or|let you know"
    r"|(?:board|committee|jury|council|governors)(?: \w+)? (?:meets?|meeting|sits?|convenes?)(?! (?:with )?you))\b"
    + _WITH_OTHERS
)
OTHER_BUSINESS = re.compile(
    _OTHER
    + r"|\b(?:submit|send|upload|return|complete|deliver|by the|kick-?off|starts? (?:on|work|mon|tue|wed|thu|fri)\w*|your boots|joining us as"
    r"|make up|announce\w*|settle|published|displayed|released|imagine)\b"
)
"""What a time can be of without being a meeting: a deadline, their answer, a start of work."""
OTHER_PEOPLE = re.compile(
    r"\b(?:on leave|on holiday|away|back (?:on|at|in)|out of office|in meetings|not in|train|bus|boat|ferry|flight|plane|lands?|doors|parking|candidates"
    r"|congress|conference|teach\w*|cousin|mate|race|road|closed|shut)\b"
)
"""What other people do at a time: an absence, a journey, a meeting without me."""

PROPOSED: tuple[Rule, ...] = (
    rule(
        "asked_for_a_time",
        Kind.PROPOSES,
        "?",
        r"\?",
        sides=PERSONS,
        question=True,
        yes=("Does Monday, 20 April at 16:00 suit you?", "Zoom Wed the 10th 3pm?"),
        no=("Monday at 2.",),
    ),
    rule(
        "would_suit",
        Kind.PROPOSES,
        "suit|work|convenient|ok|good|free|available|availability|possible|around|confirm|let me know|choose|pick|options|slot|prefer|either|tell me|if ",
        r"\b(?:would|does|do|will|if|whether|could) (?:[\w:.]+ ){1,9}?(?:suit|work|be (?:ok|okay|good|fine|convenient|possible|free|available)|convenient)\b",
        r"\b(?:are|r) (?:you|u) (?:free|available|around|about|able)\b|\b(?:could|can|would) (?:you|u) (?:do|make|manage|come|drop|pop|join|be)\b",
        r"\b(?:let (?:me|us) know|confirm|tell me|advise) (?:if|whether|which|that) (?:[\w']+ ){0,6}?(?:suits?|works?|convenient|available|possible|time|slot|ok|okay|prefer|free)\b",
        r"\bif (?:that|this|it)(?:'s| is|s)? (?:any good|good|ok|okay|fine|convenient|any use|works?|suits?|not too)\b",
        r"\b(?:choose|pick|select) (?:one|a|any|whichever|from)\b|\b(?:you|u) (?:pick|choose)\b|\byour (?:choice|pick|call)\b|\b(?:options|slots|times)\b.{0,30}:?$",
        sides=PERSONS,
        yes=(
            "would monday at 10 suit",
            "Kindly confirm whether the time is convenient.",
            "Let me know if Thursday at 3 works.",
            "Please choose one of these slots: Monday 10:00, Tuesday 14:00.",
        ),
        no=("Thursday at 3 works.", "You are scheduled for Monday at 9."),
    ),
    rule(
        "how_about",
        Kind.PROPOSES,
        "how about|what about|how's|hows|shall we|propos|suggest|could|can |offers|thinking",
        r"\b(?:how about|what about|how'?s|shall we(?: say)?|(?:i|we)(?: would|'d)? (?:propose|suggest)|proposes|proposed (?:time|slot|date))\b",
        r"\b(?:i|we|they|he|she) (?:could|can|would be able to) (?:do|offer|meet|see you|speak)\b|\bcould (?:meet|see|squeeze|fit) you\b|\b(?:he|she) (?:offers|suggests)\b|\b(?:was )?thinking (?:of )?\w*day\b",
        sides=PERSONS,
        question=False,
        guard=r"\b(?:before|until|as soon as)\b",
        confidence=_LIKELY,
        yes=(
            "How about Tuesday at 3.",
            "I could do Thursday at 2 or Friday at 10.",
            "I'd suggest Wednesday 11am.",
            "She offers Monday the 18th or Tuesday the 19th, both at 8.",
        ),
        no=("See you on Tuesday at 3.", "Before I can do anything I will ring you on Tuesday at 3."),
    ),
)

BOOKED: tuple[Rule, ...] = (
    rule(
        "is_scheduled",
        Kind.INTERVIEW,
        "schedul|booked|fixed|confirm|set |arrang|locked|pencil|slotted|place|held|will be|conducted|organis|organiz|planned|invited|sit ",
        r"\b(?:is|are|was|been|'s|'re|have|has|you|it|now|all|hereby|got|to)(?: \w+){0,2} (?:re-?)?(?:scheduled|booked|fixed|confirmed|set(?: up)?|arranged|locked(?: in)?|pencill?ed(?: in)?|slotted(?: in)?|planned|organi[sz]ed)\b",
        r"\b(?:takes|will take|taking|to take) place\b|\bwill be (?:held|conducted|on|at)\b|\bwill sit\b",
        r"^(?:all )?(?:re)?(?:scheduled|booked|fixed|confirmed|confirming|locked in|set|done|sorted)\b|\bits locked in\b",
        r"\bi(?:'ve| have)? (?:now |also |just )?(?:scheduled|booked|confirmed|arranged|set(?: up)?|put|pencilled|locked|blocked|organi[sz]ed)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=(
            NOT + r" (?:\w+ )?(?:scheduled|booked|fixed|confirmed|set|arranged)",
            r"\b(?:provisional|nothing|none|tentative)|^the (?:full )?board\b",
            _OTHER,
        ),
        yes=(
            "Your on-site final round is fixed for Friday 25th September, 11:00 AM to 1:00 PM.",
            "You are scheduled for the oral board interview on Thursday, June 18.",
            "The selection interview takes place on Tuesday, 9 June 2026, 11:00 to 12:00.",
            "your interview has been re-arranged for Wednesday 29 April 2026 at 10.00am",
        ),
        no=(
            "Nothing is scheduled yet.",
            "If you are scheduled for Monday, ignore this.",
            "The offer is confirmed until its deadline.",
        ),
    ),
    rule(
        "will_call",
        Kind.INTERVIEW,
        "call|ring|phone|dial|buzz|meet|see |speak|talk|video|zoom|interview|receiv|expect|host",
        r"\b(?:i|we|he|she|they|who|[a-z]+)(?:'ll| will|'s going to| is going to|ll| shall|'m going to| are going to)(?: then| be)?"
        r" (?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|dial(?:ling)?|buzz(?:ing)?|give (?:you|u)|meet(?:ing)?|see(?:ing)?|interview(?:ing)?|receiv(?:e|ing)|speak(?:ing)?|talk(?:ing)?|telephon(?:e|ing)|zoom(?:ing)?|video call|facetime|host(?:ing)?|welcome|expect(?:ing)?)\b",
        r"\b(?:see|meet|catch|expect|expecting) (?:you|u|ya)\b",
        rf"\b(?:talk|speak|chat)(?: to you| with you| then)?(?: on| at)? {_DAY}",
        sides=THEIRS,
        question=False,
        guard=any_of(IF, r"\bcould\b"),
        unless=(_OTHER, r"\b(?:after that|by then|sits)\b"),
        yes=(
            "Perfect, I'll ring you tomorrow at 12.30 so",
            "Martin Hesketh, our COO, will call you on Monday 18 May at 5pm for half an hour.",
            "See you on Thursday at 3!",
            "elec super out there will ring u for a phone screen thurs 29th 2.30pm our time",
            "Mrs Perrin, our director, will receive you on Zoom on Thursday 8 October at 10:00.",
        ),
        no=(
            "I'll call you Tuesday morning at 9 with the outcome.",
            "The board meets Tuesday at 6.",
            "If I see you at 3, good.",
        ),
    ),
    rule(
        "your_interview_is",
        Kind.INTERVIEW,
        "interview|onsite|on-site|visit|call|chat|screen|panel|round|meeting|assessment|trial|trail|session|conversation|presentation|slot|time|coffee|tasting|yours",
        r"\b(?:your|the|our|an?|this|phone|panel|final|telephone|video|technical|zoom|teams)\s(?:[\w'-]+ ){0,4}?"
        r"(?:interview|onsite|on-site|visit|call|chat|screen|panel|round|meeting|assessment|tri?al(?: shift| day)?|conversation|slot|session|discussion|coffee|tasting)s?"
        r"(?: [\w'-]+){0,6}?(?: is| will be|'s| are| on| for| at|:|,|-| -)(?: [\w'-]+){0,4}",
        r"^yours (?:is|will be)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=(
            _OTHER,
            r"\b(?:submit|complete|send|return|by the|would like to|like to have|want to have|let's|proposes?|suggests?|last night's|yesterday's)\b",
            r"\b(?:board|team|talent|committee|staff|leadership) meeting\b",
        ),
        confidence=_LIKELY,
        yes=(
            "Your onsite is Wednesday the 16th, 1 to 4 pm at the Waterfront property.",
            "They want you up here for an onsite: Thursday June 25, 9:30 to 1:00.",
            "Panel interview: Monday 9 February, 2pm, by Teams.",
        ),
        no=("Please complete the assessment by Friday at 5.",),
    ),
    rule(
        "invites_me",
        Kind.INTERVIEW,
        "invit|look|interview you|meet you|see you|see us|see me|have you|like you to|want you|wishes to|expect you|put you|down for|on with|you're on|come |drop |swing |pop |be here|be there|be at|join us|booked you|got you|report to|attend|present yourself|show up|rock up|arrive|proceed|go to|make your way",
        r"\b(?:invite|inviting|invited) (?:you|u)? ?(?:to|for|in)\b",
        r"\b(?:would|'d|wish(?:es)? to|wants? to) ?(?:be pleased to |be delighted to )?(?:like to |love to )?(?:interview|meet|see|invite|welcome|host) (?:you|u)\b",
        r"\b(?:would|'d) like you to (?:come|meet|attend|visit|join|present|interview)\b",
        r"\b(?:want|need|have|expect|got|put|booked|slotted|pencilled) (?:you|u) (?:up here|in|down|to come|for|on|here|at|over|out)\b",
        r"\blook(?:ing)? forward to (?:seeing|meeting|speaking|talking|welcoming|having|chatting)\b|\b(?:i|we) have you down\b",
        r"\byou(?:'re| are|r)? (?:on|in|down|up|meeting|seeing|booked|confirmed|set|all set|good) (?:with|for|to)\b",
        r"(?:^|[,.!:] ?|and |please |then |just |so |kindly )(?:come|drop|swing|pop|be|head|rock|pitch|report|attend|arrive|show|present yourself|join|proceed|go|make your way) (?:on )?(?:by|in|out|over|up|down|round|to|here|there|at|along|into|see|us|for)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=(_OTHER, r"\bcomplete the\b"),
        yes=(
            "We invite you to our on-site day in Bremen on Thursday, 7 May, 10:00 to 14:30.",
            "the panel would like to interview you on Wednesday 20 May, 10.20-11.20am, via Teams.",
            "I've put you in with Shauna on Monday at 2:30.",
            "You're on with Gordon next Tuesday.",
            "come by tomorrow at 6",
            "Report to the Central Office, Room 204, on Thursday, February 4, at 1:15 PM.",
            "The Chair wishes to interview you by Zoom at four o'clock on Tuesday the 18th.",
        ),
        no=("If we invite you it will be on Monday at 9.", "Come to our open day on Saturday at 10."),
    ),
    rule(
        "my_time_works",
        Kind.INTERVIEW,
        "work|perfect|sounds good|great|is good|suits|fine|let's|lets|done|deal|go with|it is|ideal|confirmed|right|ok|okay|noted|super|lovely|brilliant",
        r"\b(?:works|suits|is (?:perfect|good|great|fine|ideal|right)|it is)\b",
        r"^(?:perfect|great|brilliant|lovely|sounds good|done|deal|confirmed|excellent|super|ok|okay|fab|ideal|noted|right)\b",
        r"\b(?:let'?s|we'?ll) (?:do|say|go (?:with|for)|make it|take|meet|talk|speak)\b",
        sides=PERSONS,
        question=False,
        guard=IF,
        unless=(_OTHER, r"\b(?:if|whether|when|what|which)\b"),
        confidence=_LIKELY,
        yes=(
            "Thursday at 10 works, I'll send a link.",
            "Great, Tuesday 3pm then.",
            "Let's do Wednesday at 11.",
            "Wednesday at 8 it is, until 9.",
        ),
        no=("Let me know what works.", "Would Thursday at 10 work?"),
    ),
    rule(
        "labelled",
        Kind.INTERVIEW,
        "time:|when:|date:|time :|date :|when :",
        r"\b(?:date(?: (?:and|&|/) time)?|time|when|day) ?:",
        sides=THEIRS,
        unless=_OTHER,
        confidence=_LIKELY,
        yes=("Tuesday 10 March 2026 Time:", "When: Tue Aug 25, 2026 15:00"),
        no=("It takes time.",),
    ),
)

CHANGED: tuple[Rule, ...] = (
    rule(
        "moved_to",
        Kind.MOVES,
        "reset|slid|move |moves|moved|movin|moving|bump|resched|re-sched|rearrang|re-arrang|push|brought forward|bring forward|bringing forward|shift|instead|place|rather than|not |new time|new date|revised|is now|now be|changed|postponed|switch|therefore",
        r"\b(?:moves?|moved|moving|movin'?|slides by|slid|sliding|reset|re-set|bumped|bumping|rescheduled|re-scheduled|rearranged|re-arranged|pushed|pushing|brought forward|bringing|shifted|shifting|changed|switched|postponed|put back)\b(?: [\w\']+){0,6}? (?:to|by|until|for|till|forward|into|back|along)\b",
        rf"\b(?:new (?:time|date|slot)|revised (?:time|date))\b|\b(?:is|will be|be) (?:now|therefore) (?:be )?(?:(?:on|at|for)\b|(?={_DAY}))|\bwill (?:now|therefore) be\b|\binstead\b|\bin (?:its|their|his|her) place\b|\bnot \d|\brather than\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=(_OTHER, r"\b(?:budget|your shift)\b"),
        yes=(
            "The panel has been moved to Thursday, same time.",
            "It is now Friday 27th March at 11.30am, same link.",
            "Let me make it Tuesday at 4 instead.",
        ),
        no=("The decision has been pushed to Friday.", "If it is moved to Thursday I will tell you."),
    ),
)

CALLED_OFF: tuple[Rule, ...] = (
    rule(
        "called_off",
        Kind.CANCELS,
        "cancel|postpon|called off|call off|off|not proceed|not now proceed|not take place|not go ahead|not happen|not sit|can't|cannot|unable|won't|resched|re-sched|rearrang|re-arrang|rain check|raincheck|to move|push|not be|n't be",
        r"\b(?:have|had|has|need|needs|going|forced|must|obliged)(?: to)? (?:unfortunately )?(?:cancel|postpone|call off|reschedule|re-schedule|rearrange|re-arrange|put off|push back|(?:move|push)(?= (?:our|the|your|it|this|tomorrow|today|\w+day)\b))(?! (?:the|a|our|your) (?:decision|start|deadline|role|position|vacancy|post|search))",
        rf"\b(?:{TALK}|tomorrow|today|tonight|{_DAY}|it|we)(?: \w+){{0,5}}?(?:'s| is| are| has| have| was| were)(?: now| been| all| to be| unfortunately)* (?:cancel(?:l)?ed|postponed|called off|off(?=[.,!;]|$| (?:i'm|because|as|due|sorry|for|and))|put off)",
        rf"\b(?:{TALK}|it)(?: [\w'/.]+){{0,6}}? ?(?:{NOT}|no longer) (?:now |be able to |able to |be )?(?:proceed|held|sit|take place|go(?:ing)? ahead|happen(?:ing)?|taking place|proceeding)\b",
        rf"\b(?:i|we|he|she|they|[a-z]+)(?: am| is| are|'m|'s|'re)? ?(?:{NOT}|unable to|no longer able to)(?: be able to| able to)? (?:make|do|attend|manage) (?:it|our|tomorrow|today|tonight|this|that|{_DAY}|your|the (?:call|interview|meeting|chat))\b(?! (?:if|when))",
        rf"\bcancel(?:l)?(?:ing|ed)? (?:our|the|your|tomorrow|today|this|that|{_DAY})\b(?! (?:role|position|vacancy|post|search|offer|hire|order|subscription))",
        rf"\b(?:today|tomorrow|tonight|this (?:morning|afternoon)|{_DAY}) (?:it )?(?:can't|cannot|won't) (?:be|work|happen)\b|\brain ?check\b",
        sides=THEIRS,
        guard=r"\b(?:if|unless|should (?:you|we)|whether|in case|when|please)\b",
        unless=(
            r"^(?:re|aw|sv|fwd?|wg)\s*:",
            r"\b(?:if (?:you|for any reason|this|that)|need to cancel\b.{0,20}\bplease|reply to (?:cancel|reschedule)|24 hours|cancellation (?:fee|policy)|start date|subscription|orders?|hiring)\b",
            r"\b(?:role|position|vacancy|post|search|requisition|campaign|offer)(?: \w+){0,3} (?:cancel|is off|was cancel|has been cancel)|can't (?:do|make) (?:a|any) (?:decision|promise)|date for|told you|i said|what i\b",
            rf"{NOT} (?:proceed|go(?:ing)? ahead|proceeding|be proceeding) with (?:you|your|any|the application)|\b(?:board|committee|council|staff|team|ownership|owners') meeting|day off|\boffice\b|decid|decision|unable to (?:offer|give)",
        ),
        yes=(
            "I have to cancel tomorrow, sorry for the short notice.",
            "the interviews scheduled for 16 April will not now proceed owing to the unavailability of a board member.",
            "Gordon got called out to a derailment in Tulsa and tomorrow is off.",
            "We need to reschedule our call.",
            "The interview on Tuesday has been cancelled.",
            "I can't make our call tomorrow.",
            "We have to postpone Friday's interview.",
            "Due to the panel not being quorate the interviews of 16 April will not sit.",
            "today it can't be, Jordi sits in an airplane that doesn't leave.",
        ),
        no=(
            "If you need to cancel, please give 24 hours' notice.",
            "The position has been cancelled.",
            "We need to move quickly.",
            "We will not be proceeding with your application.",
            "Should you be unable to make it, please call.",
            "Last night's School Board meeting was called off for lack of a quorum.",
        ),
    ),
    rule(
        "falls_through",
        Kind.CANCELS,
        "stepp|call|stand|stood|fall|drop|toast|dead|gone|void|no go|washout|scrap|scrub|scratch|bail|pull|lose|disregard|ignore|don't|do not|no |not |hold|back the slot|out of the|without|adjourn|defer|cancel",
        rf"\b(?:{TALK}|hearing|slot|tomorrow|tonight|today|{_DAY}|the \d\w*)(?: [\w'/.]+){{0,6}}?(?:'s| is| are| has been| have been| has to be| must be| stands?| stood| will not| won't| falls?)(?: therefore| now| unfortunately| all)* "
        r"(?:stepped down|(?:be )?(?:adjourned|deferred|dropped|scrapped|scrubbed|cancel(?:l)?ed|removed|withdrawn|released)|hold\b|away|flat|through|a washout|washed out|toast|dead|gone\b(?! (?:out|off|to|through|against|down))|void|a no[ -]go|out(?: of the question)?\b|off the (?:table|cards|menu))",
        rf"\b(?:drop|scratch|scrap|bail on|pull out of|lose|pulling the plug on|call off|give back)(?: [\w']+){{0,3}}? (?:{TALK}|appointment|slot|tomorrow|tonight|today|this (?:arvo|afternoon|morning)|{_DAY}|tmrw|\d\S* ?(?:o'clock|am|pm)?)\b",
        r"\bcall(?:ing)? (?:[\w']+ ){1,3}off\b",
        rf"\b(?:disregard|ignore|tak(?:e|ing))\b(?: [\w']+){{0,3}} (?:{TALK}|letter inviting|invit\w+)\b(?: [\w']+){{0,4}}(?: out of| for| from|$|[.,])",
        rf"\bno (?:[\w']+ )?(?:{TALK}|founders|final|{_DAY})(?: [\w']+){{0,2}} (?:today|tomorrow|tonight|this|on {_DAY}|at \d+)\b|\bso no {_DAY}\b|\b(?:not|isn't) (?:going to )?happen(?:ing)? (?:today|tomorrow|tonight|this)",
        r"\b(?:please )?(?:do not|don't|no need to) (?:come|travel|drive|set off|get in the car|turn up)\b|\bstand(?:ing)? (?:you|everyone|everybody) down\b|\bstand down\b|\bhold (?:your|our) (?:interview|audition|appointment|session)\b(?<=n't hold)",
        sides=THEIRS,
        question=False,
        guard=r"\b(?:if|unless|should (?:you|we)|whether|in case|when)\b",
        unless=(
            r"\b(?:role|position|vacancy|post|search|requisition|campaign|offer|application|decision|parking|train|bus|deadline|budget|late|early|alone|without|panic|worry|forget)\b",
            r"\b(?:later|earlier) than\b|\bcancellation (?:fee|policy)|\b24 hours\b",
        ),
        confidence=_LIKELY,
        yes=(
            "the interview earlier fixed for 20th May has been stepped down due to an urgent engagement.",
            "so no founders tomorrow.",
            "Thursday's a washout.",
            "The interview board scheduled for 17 June stands adjourned.",
            "So Friday falls away.",
            "I have to drop our 11 o'clock.",
            "Please don't come in on Friday.",
            "gotta scrap our Wednesday call.",
        ),
        no=(
            "Don't come late on Friday.",
            "There is no interview for this role.",
            "If the lesson is dropped I will ring.",
            "The position has been withdrawn.",
        ),
    ),
)

HELD: tuple[Rule, ...] = (
    rule(
        "thanks_for_coming",
        Kind.HELD,
        "thank|good to|great to|nice to|lovely|pleasure|enjoyed|great m|good m|nice m|great c|good c|heard it|had fun|had a great time|your interview|your visit|spoken very|spoke very|after your|from your|following your|impressed|liked|loved",
        r"\bthank(?:s| you)\b.{0,30}?\bfor (?:\w+ )?(?:coming(?! back| forward)|visiting|attending|meeting|speaking|talking|chatting|presenting|interviewing|joining|making the (?:trip|journey))\b",
        rf"\bthank(?:s| you)\b.{{0,30}}?\bfor (?:taking|your|the) (?:time(?! off)|(?:\w+ )?{TALK})\b(?! (?:request|invitation|next|on monday|tomorrow))",
        r"\b(?:good|great|nice|lovely|wonderful|a pleasure|pleasure|enjoyed|fantastic|brilliant|super) (?:to (?:have )?(?:meet|met|chat|chatted|speak|spoken|talk|talked|see|seen)|meeting|chatting|speaking|talking|seeing|having|our (?:chat|call|conversation|talk|meeting))\b(?! you (?:next|on|tomorrow|soon|then)\b)",
        r"\b(?:enjoyed|liked|loved) (?:meeting|speaking|talking|chatting|seeing|interviewing|your (?:presentation|lesson|interview|visit|task))\b",
        r"\b(?:heard it was|had (?:a (?:great|good|lovely) time|fun)(?: with you)?\b|(?:spoken|spoke) very (?:positively|highly)|was a (?:pleasure|fun one))",
        rf"\b(?:after|following|from|since|regard(?:ing)? to|with regard to|further to) (?:your|our|the) (?:\w+ ){{0,2}}?{TALK}\b|\byou interviewed (?:well|very)\b",
        sides=THEIRS,
        question=False,
        unless=r"\b(?:look(?:ing)? forward|would be|e-?meet|virtually|will be|can't wait|hope|next week|tomorrow|your application|reaching out|hear (?:from|that|back)|'d be|like to|invite)\b",
        confidence=_LIKELY,
        yes=(
            "Thank you for attending for interview on Wednesday last.",
            "Good to chat this morning.",
            "Lovely talking to you earlier Aoife.",
            "thank you for the pleasant conversation yesterday.",
            "Martin enjoyed speaking to you.",
            "good to meet you too.",
            "Marek had fun.",
        ),
        no=(
            "It would be great to meet you next week.",
            "nice to e-meet you.",
            "Thanks for coming back to me.",
            "We look forward to meeting you.",
        ),
    ),
)
