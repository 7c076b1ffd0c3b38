"""How people speak of interviews: booked, proposed, agreed to, moved, cancelled, held.

A booking or a proposal also needs a time; `watcher.inference.en.interviews` finds it beside the words.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import IF, NOT, SUITS, TALK
from watcher.inference.rules import ANYONE, MINE, PERSONS, THEIRS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["BOOKED", "CALLED_OFF", "HELD", "MY_ANSWERS", "PROPOSED"]

_LIKELY = Confidence.LIKELY
_SOMEONE = r"(?:i|we|he|she|they|you|[a-z]+(?: [a-z'-]+){0,3})"

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
        "suit|work|convenient|ok|good|free|available|availability|possible|around|confirm|let me know|choose|pick|options|slot|prefer|either",
        r"\b(?:would|does|do|will|if|whether|could) (?:[\w:.]+ ){1,9}?(?:suit|work|be (?:ok|okay|good|fine|convenient|possible|free|available)|convenient)\b",
        r"\b(?:are|r) (?:you|u) (?:free|available|around|about|able)\b",
        r"\b(?:could|can|would) (?:you|u) (?:do|make|manage|come|drop|pop|join|be)\b",
        r"\b(?:let (?:me|us) know|confirm|tell me|advise) (?:if|whether|which|that) (?:[\w']+ ){0,6}?(?:suits?|works?|convenient|available|possible|time|slot|ok|okay|prefer|free)\b",
        r"\b(?:choose|pick|select) (?:one|a|any|whichever|from)\b",
        r"\b(?:options|slots|possible times|available times|following times|times)\b.{0,30}:?$",
        sides=PERSONS,
        confidence=_LIKELY,
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
        "how about|what about|how's|hows|shall we|let's say|lets say|propos|suggest|offer you|could do|can do|would like to have|we can offer|thinking",
        r"\b(?:how about|what about|how(?:'?s| is| does)|shall we(?: say)?|(?:i|we)(?: would|'d)? (?:propose|suggest)|proposed (?:time|slot|date)|(?:i|we|they|he|she) (?:could|can|would be able to) (?:do|offer|meet|see you|speak)|was thinking|thinking of)\b",
        sides=PERSONS,
        question=False,
        confidence=_LIKELY,
        yes=("How about Tuesday at 3.", "I could do Thursday at 2 or Friday at 10.", "I'd suggest Wednesday 11am."),
        no=("See you on Tuesday at 3.",),
    ),
)

BOOKED: tuple[Rule, ...] = (
    rule(
        "is_scheduled",
        Kind.INTERVIEW,
        "schedul|booked|fixed|confirm|set |arrang|locked|pencil|slotted|takes place|take place|held|will be|conducted|organis|organiz|planned|in the diary|in the calendar|locked in|invited",
        r"\b(?:is|are|was|been|'s|'re|have|has|you|it|now|all|hereby|got|to)(?: \w+){0,2} (?:re-?)?(?:scheduled|booked|fixed|confirmed|set(?: up)?|arranged|locked(?: in)?|pencilled(?: in)?|penciled(?: in)?|slotted(?: in)?|planned|organi[sz]ed)\b",
        r"\b(?:takes|will take|taking|to take) place\b",
        r"\bwill be (?:held|conducted|on|at)\b",
        r"^(?:all )?(?:re)?(?:scheduled|booked|fixed|confirmed|confirming|locked in|set|done)\b",
        r"\bi(?:'ve| have)? (?:now |also |just )?(?:scheduled|booked|confirmed|arranged|set(?: up)?|put|pencilled|locked|blocked|organi[sz]ed)\b",
        r"\bits locked in\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=NOT
        + r" (?:\w+ )?(?:scheduled|booked|fixed|confirmed|set|arranged)|\b(?:provisional|nothing|none|tentative)|\b(?:expires?|deadline|closes|closing date|cut-off|start date|onboarding|orientation|induction)\b",
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
        "call|ring|phone|dial|buzz|meet|see |speak|talk|video|zoom|interview",
        r"\b(?:i|we|he|she|they|who|[a-z]+)(?:'ll| will|'s going to| is going to|ll| shall|'m going to| are going to)(?: then| be)? (?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|dial(?:ling)?|buzz(?:ing)?|give (?:you|u)|meet(?:ing)?|see(?:ing)?|interview(?:ing)?|speak(?:ing)?|talk(?:ing)?|telephon(?:e|ing)|zoom(?:ing)?|video call|facetime|host(?:ing)?|join(?:ing)?|pick you up)\b(?: (?:with|to))? ?(?:you|u|ya|with|for|on|at|$|tomorrow|mon|tue|wed|thu|fri)?",
        r"\b(?:see|meet|catch) (?:you|u|ya)\b",
        r"\b(?:talk|speak|chat)(?: to you| with you| then)?(?: on| at| tomorrow| mon\w*| tue\w*| wed\w*| thu\w*| fri\w*)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=r"\b(?:let you know|with (?:the|our|an) (?:outcome|decision|answer|verdict|news|result|feedback)|whichever way|either way|one way or the other|good or bad|decid\w+|the board (?:meets|sits)|panel (?:meets|sits)|after that|by then)\b",
        yes=(
            "Perfect, I'll ring you tomorrow at 12.30 so",
            "Martin Hesketh, our COO, will call you on Monday 18 May at 5pm for half an hour.",
            "See you on Thursday at 3!",
            "elec super out there will ring u for a phone screen thurs 29th 2.30pm our time",
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
        "interview|onsite|on-site|visit|call|chat|screen|panel|round|meeting|assessment|trial|day|conversation|presentation|slot|time",
        r"\b(?:your|the|our|an?|this|phone|panel|final|telephone|video)\s(?:[\w'-]+ ){0,4}?(?:interview|onsite|on-site|visit|call|chat|screen|panel|round|meeting|assessment|trial(?: shift| day)?|conversation|slot|session|discussion)s?(?: [\w'-]+){0,5}?(?: is| will be|'s| are| on| for| at|:|,|-| -)(?: [\w'-]+){0,4}",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=r"\b(?:deadline|closes|closing|expires?|submit|complete|send|return|by the|would like to|like to have|want to have|let's|decid\w+|hear from|outcome|board meeting|team meeting|talent meeting|shortlist\w* call)\b",
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
        "invite|like to interview|like to meet|like to see|like you to|want you|expect you|put you|down for|on with|you're on|come |drop |swing |pop |be here|be there|be at|join us|booked you|got you",
        r"\b(?:invite|inviting|invited) (?:you|u)? ?(?:to|for|in)\b",
        r"\b(?:would|'d) (?:be pleased to |be delighted to )?(?:like|love) to (?:interview|meet|see|invite|welcome|host) (?:you|u)\b",
        r"\b(?:would|'d) like you to (?:come|meet|attend|visit|join|present|interview)\b",
        r"\b(?:want|need|have|expect|got|put|booked|slotted|pencilled) (?:you|u) (?:up here|in|down|to come|for|on|here|at|over|out)\b",
        r"\byou(?:'re| are|r)? (?:on|in|down|up|meeting|seeing|booked|confirmed|set|all set|good) (?:with|for|to)\b",
        r"(?:^|[,.!] |and |please |then |just )(?:come|drop|swing|pop|be|head|rock|pitch) (?:on )?(?:by|in|out|over|up|down|round|to|here|there|at|along|into)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=r"\b(?:deadline|closes|complete the|webinar|open (?:day|evening|house)|rsvp|mixer|barbecue|induction|onboarding|first day)\b",
        yes=(
            "We invite you to our on-site day in Bremen on Thursday, 7 May, 10:00 to 14:30.",
            "the panel would like to interview you on Wednesday 20 May, 10.20-11.20am, via Teams.",
            "I've put you in with Shauna on Monday at 2:30.",
            "You're on with Gordon next Tuesday.",
            "come by tomorrow at 6",
        ),
        no=("If we invite you it will be on Monday at 9.", "Come to our open day on Saturday at 10."),
    ),
    rule(
        "my_time_works",
        Kind.INTERVIEW,
        "work|perfect|sounds good|great|is good|suits|fine|let's|lets|done|deal|go with|it is|ideal|confirmed",
        r"\b(?:works|suits|is (?:perfect|good|great|fine|ideal)|it is)\b",
        r"^(?:perfect|great|brilliant|lovely|sounds good|done|deal|confirmed|excellent|super|ok|okay|fab|ideal|noted)\b",
        r"\b(?:let'?s|we'?ll) (?:do|say|go (?:with|for)|make it|take|meet|talk|speak)\b",
        sides=PERSONS,
        question=False,
        guard=IF,
        unless=r"\b(?:if|whether|when|what|which|decid\w+|deadline|answer|outcome|hear from)\b",
        confidence=_LIKELY,
        yes=("Thursday at 10 works, I'll send a link.", "Great, Tuesday 3pm then.", "Let's do Wednesday at 11."),
        no=("Let me know what works.", "Would Thursday at 10 work?"),
    ),
    rule(
        "moved_to",
        Kind.INTERVIEW,
        "moved|move|bump|resched|re-sched|rearrang|re-arrang|push|brought forward|bring forward|bring it forward|shift|instead|new time|revised|is now|now be|changed|postponed|switch",
        r"\b(?:moved|moving|bumped|bumping|rescheduled|re-scheduled|rearranged|re-arranged|pushed|pushing|brought forward|bringing|shifted|shifting|changed|switched|postponed|put back)\b(?: \w+){0,6}? (?:to|by|until|for|till|forward)\b",
        r"\b(?:new (?:time|date|slot)|revised (?:time|date))\b",
        r"\b(?:is|will) now (?:be )?(?:on|at|for)?\b",
        r"\binstead\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=r"\b(?:deadline|decision|start date|answer|outcome|closing date|result|hear|board|committee|feedback|budget|your shift)\b",
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
        "cancel|postpon|called off|call off|is off|are off|not proceed|not now proceed|not take place|not go ahead|not happen|can't make|cannot make|can't do|unable to|won't be able|reschedul|re-schedul|rearrang|re-arrang|rain check|raincheck|have to move|need to move|has to move|push",
        r"\b(?:have|had|has|need|needs|going|forced|must|obliged)(?: to)? (?:unfortunately )?(?:cancel|postpone|call off|reschedule|re-schedule|rearrange|re-arrange|put off|move|push(?: back)?)\b(?! (?:on|forward|ahead|quickly|fast|to|house|home|the (?:decision|start|deadline))\b(?! (?:our|the|your) (?:"
        + TALK
        + r")))",
        r"\b(?:"
        + TALK
        + r"|tomorrow|today|monday|tuesday|wednesday|thursday|friday|it|we|everything|that)(?: \w+){0,5}?(?:'s| is| are| has| have| was| were)(?: now| been| all| to be| unfortunately)* (?:cancel(?:l)?ed|postponed|called off|off\b(?! (?:the|on|to|limits|with))|put off)",
        r"\b"
        + NOT
        + r" (?:now |be able to |able to |be )?(?:proceed|take place|go(?:ing)? ahead|happen(?:ing)?|taking place|proceeding)\b.{0,40}?(?:$|owing|due|as|because|on|this|tomorrow|today|\.|,|\w+day)",
        r"\b(?:i|we|he|she|they|[a-z]+)(?: am| is| are|'m|'s|'re| will| won't)?(?: "
        + NOT
        + r"| unable to|'t| no longer)(?: longer)?(?: be able to| able to)? (?:make|do|attend|manage) (?:it|our|the|tomorrow|today|this|that|monday|tuesday|wednesday|thursday|friday|your|you)\b",
        r"\bcancel(?:l)?(?:ing|ed)? (?:our|the|your|tomorrow|today|this|that|monday|tuesday|wednesday|thursday|friday)\b",
        r"\brain ?check\b",
        sides=THEIRS,
        question=None,
        guard=r"\b(?:if|unless|should (?:you|we)|whether|in case|when|please)\b",
        unless=r"\b(?:if (?:you|for any reason|this|that)|need to cancel\b.{0,20}\bplease|reply to (?:cancel|reschedule)|24 hours|cancellation (?:fee|policy)|decision|(?:role|position|vacancy|post|search|requisition|campaign|offer)(?: \w+){0,3} (?:cancel|is off|was cancel|has been cancel)|start date|subscription|order|can't (?:do|make) (?:a|any) (?:decision|promise)|date for|hiring|told you|i said|what i)\b|\bnot (?:proceed|go(?:ing)? ahead|proceeding) with (?:you|your|any|the application)",
        yes=(
            "I have to cancel tomorrow, sorry for the short notice.",
            "the interviews scheduled for 16 April will not now proceed owing to the unavailability of a board member.",
            "Gordon got called out to a derailment in Tulsa and tomorrow is off.",
            "We need to reschedule our call.",
            "The interview on Tuesday has been cancelled.",
            "I can't make our call tomorrow.",
            "We have to postpone Friday's interview.",
        ),
        no=(
            "If you need to cancel, please give 24 hours' notice.",
            "The position has been cancelled.",
            "We need to move quickly.",
            "We will not be proceeding with your application.",
            "Should you be unable to make it, please call.",
        ),
    ),
    rule(
        "i_ask_to_move",
        Kind.MOVES,
        "move|reschedul|push|another time|another day|other time|different time|different day|can't make|cannot make|instead|postpone|won't be able|unable to|cancel|rain check|bring forward|something has come up|something came up",
        r"\b(?:could|can|may|might|any (?:way|chance)|is there (?:any|a)|would it be|possible|wondering|like|need|have|hope|ask|mind|if) (?:[\w',]+ ){0,8}?(?:move|moving|reschedule|rescheduling|push(?:ing)?(?: back| out| it)?|postpone|postponing|shift(?:ing)?|swap(?:ping)?|bring(?:ing)? (?:it )?forward|change|changing)\b(?: [\w']+){0,3}? ?(?:\b(?:it|our|the|to|marek|things|back|tomorrow|today|monday|tuesday|wednesday|thursday|friday|call|interview|slot|time|appointment|meeting|by)\b|$|\?)",
        r"\b(?:can't|cannot|can not|cant|won't be able to|unable to|not able to|won't) (?:now |actually |unfortunately )?(?:make|do|manage|attend|come|join)\b",
        r"\b(?:another|a different|some other|any other) (?:time|day|slot)\b",
        r"\b(?:have|need|had) to (?:cancel|reschedule|postpone)\b",
        r"\bsomething(?: has|'s)? c[ao]me up\b",
        sides=MINE,
        unless=r"\b(?:start date|notice|move (?:house|to (?:the (?:next|second|final)|canada|london|berlin)|forward|ahead|on)|relocat\w*|if (?:you|they|that|he|she) (?:can't|cannot|need)|another (?:day or two|time zone)|can't (?:wait|make (?:up|promises|it any)|do (?:better|less|without|relocation))|move for|offer|salary|looking at a move|career)\b",
        yes=(
            "Any way we could move Marek to Thursday, same hour?",
            "Could we push it back to Friday?",
            "I'm afraid I can't make Tuesday after all.",
            "I need to reschedule our call.",
            "Would another day be possible?",
        ),
        no=(
            "I could move to London.",
            "I'm looking at a move this autumn.",
            "I can't wait!",
            "If you need another date, say so.",
        ),
    ),
)

MY_ANSWERS: tuple[Rule, ...] = (
    rule(
        "agree",
        Kind.AGREES,
        "work|suit|good|fine|great|perfect|ok|confirm|yes|see you|talk to you|speak|be there|please|it is|no worries|no problem|sure|happy|manage|can do|do that|deal|sounds|looking forward|look forward|be on|accept|done|absolutely|definitely|will do|convenient|cool|sweet|lovely|all good|take|bang on|count on|available|free",
        r"\b(?:works|suits|is (?:good|fine|great|perfect|ok|okay|all good|convenient|ideal|lovely)|sounds (?:good|great|perfect|fine)|would (?:work|suit|be (?:good|great|perfect|fine))|it is|is a go)\b",
        r"^(?:\W*(?:hi|hey|hello|dear|good \w+|g'day)\b[^,!.]{0,30}[,!.-]+ ?|\w+ ?[,!-]+ )?(?:yes|yep|yeah|yup|sure|confirmed|perfect|great|absolutely|definitely|ok|okay|brilliant|wonderful|lovely|sounds|no (?:worries|problem)|will do|of course|certainly|happy to|i (?:can|could) (?:manage|do|make) (?:that|it))\b",
        r"\b(?:i(?:'ll| will| shall)|see (?:you|u|ya)|talk (?:to you|then)|speak (?:to you|then|on)|catch you) (?:be (?:there|at|on|in|ready)|then|on|at|there|tomorrow|next|this|soon|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*)\b",
        r"\b(?:confirm(?:ing|ed)?|accept(?:ing|ed)?)\b",
        r"\b(?:no worries|no problem|all good|can do|manage that|do that|make (?:it|that)|that time|take the|i'll take)\b",
        r"\bplease\W*$",
        r"\blook(?:ing)? forward to (?:it|that|speaking|talking|meeting|seeing|our|the|monday|tuesday|wednesday|thursday|friday|tomorrow)\b",
        sides=MINE,
        guard=IF + "|" + NOT,
        unless=(
            r"\b(?:can't|cannot|unable|not available|any (?:day|time|of)|whenever|whatever|most days|after \d|before \d|preferably|could do|otherwise|any time|works on most|either)\b|\?\s*$|\b(?:not|n't) (?:work|suit|able)|\bif (?:that|it|this)'s (?:ok|any)|accept (?:the|your) offer|please (?:tell|let|send|find|give|pass|see|thank|share|use|could|keep)",
        ),
        yes=(
            "Yes, Thursday at 11:00 AM works.",
            "Monday, 20 April at 16:00 suits me very well.",
            "Confirmed, Thursday 3 September at 4 pm.",
            "Tuesday 28 April at 15:00 please.",
            "Monday 10am is all good, smoko's at 10 anyway.",
            "Tuesday 20th at 7am, no worries, see you at the mill.",
            "I can manage that: tomorrow, 4.15pm, on the number below.",
            "Hi Quinn, yes please, Tuesday the 25th at 11 it is.",
            "Wednesday the 10th at 3 PM is good.",
            "Thank you, I shall be there at 8.40 with my certificates.",
        ),
        no=(
            "I can't make Thursday at 11.",
            "After 2 pm works on most days.",
            "Could we say Friday at 10?",
            "I could do Monday 9th or Tuesday 10th, any time after 1pm.",
            "If that works for you, fine.",
        ),
    ),
)

HELD: tuple[Rule, ...] = (
    rule(
        "thanks_for_coming",
        Kind.HELD,
        "thank|good to|great to|nice to|lovely|pleasure|enjoyed|great m|good m|nice m|great c|good c|heard it|had fun|had a great time|your interview|your visit|spoken very|spoke very|after your|from your|following your|impressed",
        r"\bthank(?:s| you)\b.{0,30}?\bfor (?:\w+ )?(?:coming(?! back| forward)|visiting|attending|meeting|speaking|talking|chatting|presenting|interviewing|joining|making the (?:trip|journey)|(?:taking|your|the) (?:time|call|chat|visit|conversation|interview|pleasant|good|great|lovely)(?: \w+)? ?(?:today|yesterday|on \w+|this|last|earlier|to (?:meet|speak|talk|chat|interview)|conversation|chat|call|interview|with)|the (?:pleasant |good |nice |great )?(?:conversation|chat|call|interview|visit|talk))",
        r"\b(?:good|great|nice|lovely|wonderful|a pleasure|pleasure|enjoyed|fantastic|brilliant|super) (?:to (?:have )?(?:meet|met|chat|chatted|speak|spoken|talk|talked|see|seen)|meeting|chatting|speaking|talking|seeing|having|our (?:chat|call|conversation|talk|meeting))\b(?! you (?:next|on|tomorrow|soon|then)\b)",
        r"\b(?:enjoyed|liked|loved) (?:meeting|speaking|talking|chatting|seeing|interviewing|your (?:presentation|lesson|interview|visit|task))\b",
        r"\b(?:heard it was|had (?:a (?:great|good|lovely) time|fun)(?: with you)?\b|(?:spoken|spoke) very (?:positively|highly)|was a (?:pleasure|fun one))",
        r"\b(?:after|following|from|since|regard(?:ing)? to|with regard to|further to) (?:your|our|the) (?:\w+ ){0,2}?(?:interview|visit|call|telephonic round|screening|conversation|chat|meeting|on-?site|panel)\b",
        r"\byou interviewed (?:well|very)\b",
        sides=THEIRS,
        question=False,
        unless=r"\b(?:look(?:ing)? forward|would be|e-?meet|virtually|will be|can't wait|hope|next week|tomorrow|your application|reaching out|hear (?:from|that|back)|'d be|like to)\b",
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
