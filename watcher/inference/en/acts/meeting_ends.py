"""What becomes of an interview in their words: it is called off, or it was held."""

from __future__ import annotations

from watcher.inference.en.vocabulary import DAY, NOT, TALK
from watcher.inference.rules import THEIRS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["CALLED_OFF", "HELD"]

_LIKELY = Confidence.LIKELY

CALLED_OFF: tuple[Rule, ...] = (
    rule(
        "called_off",
        Kind.CANCELS,
        "cancel|postpon|called off|call off|off|no longer|not proceed|not now proceed|not take place|not go ahead|not happen|not sit|can't|cannot|unable|won't|resched|re-sched|rearrang|re-arrang|no good|no longer good|no use|possible|rain check|raincheck|to move|push|not be|n't be|n't going|not going|n't work|not work",
        r"\b(?:have|had|has|need|needs|going|forced|must|obliged)(?: to)? (?:unfortunately )?(?:cancel|postpone|call off|reschedule|re-schedule|rearrange|re-arrange|put off|push back|(?:move|push)(?= (?:our|the|your|it|this|tomorrow|today|\w+day)\b))(?! (?:the|a|our|your) (?:decision|start|deadline|role|position|vacancy|post|search))",
        rf"\b(?:{TALK}|tomorrow|today|tonight|{DAY}|it|we)(?: \w+){{0,5}}?(?:'s| is| are| has| have| was| were)(?: now| been| all| to be| unfortunately)* (?:cancel(?:l)?ed|postponed|called off|off(?=[.,!;]|$| (?:i'm|because|as|due|sorry|for|and))|put off)",
        rf"\b(?:{TALK}|it)(?: [\w'/.]+){{0,6}}? ?(?:{NOT}|no longer) (?:now |be able to |able to |be )?(?:proceed|held|sit|take place|go(?:ing)? ahead|happen(?:ing)?|taking place|proceeding)\b",
        rf"\b(?:i|we|he|she|they|[a-z]+)(?: am| is| are|'m|'s|'re)? ?(?:{NOT}|unable to|no longer able to)(?: be able to| able to)? (?:make|do|attend|manage) (?:it|our|tomorrow|today|tonight|this|that|{DAY}|your|the (?:call|interview|meeting|chat))\b(?! (?:if|when))",
        rf"(?:{NOT}|unable to|no longer able to)(?: be able to| able to)? (?:see|meet|ring|call|interview|receive|host|have|talk to|speak (?:to|with)) (?:you|u|ya)(?: at| on| over| here| this| then| for the \w+)* (?:today|tomorrow|tonight|morning|afternoon|{DAY}|after all|as (?:planned|arranged|agreed))\b",
        rf"\bcancel(?:l)?(?:ing|ed)? (?:our|the|your|tomorrow|today|this|that|{DAY})\b(?! (?:role|position|vacancy|post|search|offer|hire|order|subscription))",
        rf"\b(?:today|tomorrow|tonight|this (?:morning|afternoon)|{DAY}) (?:it )?(?:can't|cannot|won't|(?:isn't|is not|ain't) (?:going to|gonna)) (?:be|work|happen)\b|\b(?:today|tomorrow|tonight|{DAY}) (?:doesn't|does not|no longer) works? (?:for us|for him|for her|after all|any ?more|out)\b|\brain ?check\b",
        r"\b(?:today|tomorrow|tonight|this (?:morning|afternoon))(?: is|'s) (?:now |suddenly )?(?:no (?:longer |more )?(?:good|use|option)|not possible|impossible)\b",
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
            "Your interview on 12 March will no longer go ahead.",
            "Due to the panel not being quorate the interviews of 16 April will not sit.",
            "Mrs Okoro can't see you on Monday after all.",
            "so today is no good to me.",
            "Thursday isn't going to work any more, Ana broke her wrist.",
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
        "stepp|stay |let go|give up|shouldn't|needn't|call|stand|stood|fall|drop|toast|dead|gone|void|no go|washout|scrap|scrub|scratch|bail|pull|lose|disregard|ignore|don't|do not|no |not |n't be |hold|back the slot|out of the|without|adjourn|defer|cancel|keep your|save y|bust|write-off|non-starter|a wash",
        rf"\b(?:{TALK}|hearing|slot|tomorrow|tonight|today|{DAY}|the \d\w*)(?: (?!when\b|where\b|while\b|because\b)[\w'/.]+){{0,6}}?(?:'s| is| are| has been| have been| has to be| must be| stands?| stood| will not| won't| falls?)(?: therefore| now| unfortunately| all)* "
        r"(?:stepped down|stood down|(?:be )?(?:adjourned|deferred|dropped|scrapped|scrubbed|cancel(?:l)?ed|removed|withdrawn|released)|hold\b|away|flat|through|a washout|washed out|toast|dead|a (?:bust|write-off|non-starter|wash)|gone\b(?! (?:out|off|to|through|against|down))|void|a no[ -]go|out(?: of the question)?\b|off the (?:table|cards|menu)|no longer (?:stands?|holds?|appl(?:y|ies)|good))",
        rf"\b(?:{TALK}|it|{DAY}|the \d\w*(?: of \w+)?)(?: [\w'/.]+){{0,4}}? (?:(?:no longer|does not|doesn't|do not|don't|cannot|can'?t|won'?t) (?:stand|hold)s?\b|ceases? to stand)(?! (?:in|out|up|back|for|you|us|on|water|against|its|true)\b)",
        rf"\b(?:drop|scratch|scrap|bail on|pull out of|lose|let go of|do without|give up|pulling the plug on|call off|give back)(?: [\w']+){{0,3}}? (?:{TALK}|appointment|slot|tomorrow|tonight|today|this (?:arvo|afternoon|morning)|{DAY}|tmrw|\d\S* ?(?:o'clock|am|pm)?)\b",
        r"\bcall(?:ing)? (?:[\w']+ ){1,3}off\b",
        rf"\b(?:disregard|ignore|tak(?:e|ing))\b(?: [\w']+){{0,3}} (?:{TALK}|letter inviting|invit\w+)\b(?: [\w']+){{0,4}}(?: out of| for| from|$|[.,])",
        rf"\bno (?:[\w']+ )?(?:{TALK}|founders|final|{DAY})(?: [\w']+){{0,7}}? (?:today|tomorrow|tonight|this|on (?:the )?{DAY}|at \d+)\b|\bthere (?:won't|will not|can't|cannot) be (?:an?|any|our|your|the) (?:\w+ )?{TALK}\b|\bso no {DAY}\b|\b(?:not|isn't) (?:going to )?happen(?:ing)? (?:today|tomorrow|tonight|this)",
        r"\b(?:please )?(?:do not|don't|no (?:need|point|use) (?:to|in)|(?:are|'re) not to|need not|needn't|shouldn't|better not) (?:com(?:e|ing)|travel(?:l?ing)?|driv(?:e|ing)|set(?:ting)? off|get in the car|turn up|(?:go|fly|head|catch|get|take|board)(?= (?:\w+ ){0,3}(?:airport|station|train|bus|plane|flight|ferry|boat|in|there)\b))\b|^(?:so |please |just |kindly )*stay (?:at home|home|put|where you are)\b|\bstand(?:ing)? (?:you|everyone|everybody) down\b|\bstand down\b|\bhold (?:your|our) (?:interview|audition|appointment|session)\b(?<=n't hold)",
        rf"{NOT} be (?:see|meet|show|walk|tak|receiv|host|interview)ing (?:you|anybody|anyone|visitors|people|candidates)\b[^.;?]{{0,40}}\b(?:this week|(?:the|this) (?:morning|afternoon|evening)|{DAY})",
        r"\b(?:keep|save) your (?:petrol|fuel|gas|diesel|fare|ticket)\b|\bsave yourself the (?:trip|journey|drive|fare|train)\b",
        sides=THEIRS,
        question=False,
        guard=r"\b(?:if|unless|should (?:you|we)|whether|in case|when)\b",
        unless=(
            r"\b(?:role|position|vacancy|post|search|requisition|campaign|offer|application|decision|parking|deadline|budget|late|early|alone|without|panic|worry|forget)\b",
            r"\b(?:later|earlier) than\b|\bcancellation (?:fee|policy)|\b24 hours\b",
        ),
        confidence=_LIKELY,
        yes=(
            "the interview earlier fixed for 20th May has been stepped down due to an urgent engagement.",
            "so no founders tomorrow.",
            "No call from me at ten today.",
            "There won't be a panel on the 5th, the chair has resigned.",
            "please don't go to the airport in the morning.",
            "The interviews for tomorrow are therefore stood down.",
            "Thursday's a washout.",
            "The interview board scheduled for 17 June stands adjourned.",
            "So Friday falls away.",
            "Alasdair is away with a torch, so tomorrow is a bust.",
            "MD has travelled for a container matter, so it can't hold again.",
            "I have to drop our 11 o'clock.",
            "Please don't come in on Friday.",
            "gotta scrap our Wednesday call.",
            "There's no point in driving over on Thursday, nobody is in.",
            "Please stay at home on Thursday, we had a flood.",
            "We must let go of our appointment of Friday.",
            "Mokoena won't be walking anybody anywhere in the morning.",
            "Keep your petrol.",
            "Owing to the visit of the examiners, the 6th of October no longer stands.",
            "the chair has asked me to say that you are not to come this evening.",
        ),
        no=(
            "Don't come late on Friday.",
            "I'll ring you Thursday at 3.45 when the last bus is out.",
            "There won't be a decision on the 5th.",
            "Don't take the job before we have talked.",
            "There is no interview for this role.",
            "If the lesson is dropped I will ring.",
            "The position has been withdrawn.",
            "It won't hold water.",
            "Friday's offer does not hold us back.",
            "You can stay at home for the first call.",
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
