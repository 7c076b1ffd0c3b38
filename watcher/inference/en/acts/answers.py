"""What I answer about times: that one suits me, that a booked one must move, or that I shall not come.

They agree to a time of mine in the same plain words.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import GREETING, IF, NOT, TALK, any_of
from watcher.inference.rules import MINE, PERSONS, Rule, rule
from watcher.model import Kind

__all__ = ["ANSWERS"]

_DAY = r"(?:tomorrow|next|this|soon|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|the \d)"

ANSWERS: tuple[Rule, ...] = (
    rule(
        "agree",
        Kind.AGREES,
        "possible|work|suit|good|fine|great|perfect|ok|confirm|yes|see you|talk|speak|be there|please|it is|no worries|no problem|sure|happy|manage|can do|do that|deal|sounds|look|be on|accept|done|absolutely"
        "|we settled|we agreed|we arranged|we fixed|ideal|best|took|booked|pick|chose|grabbed|selected|definitely|will do|convenient|cool|sweet|lovely|all good|take|agree|attend|i'm in|i can|is right|noted|count me",
        r"\b(?:works|suits|is (?:good|fine|great|perfect|ok|okay|all good|convenient|ideal|lovely|right|noted)|sounds (?:good|great|perfect|fine)|would (?:work|suit|be (?:good|great|perfect|fine|ideal|lovely|best|convenient))|it is)\b|^(?:that|it)(?:'s| is) possible\b",
        GREETING
        + r"(?:yes|yep|yeah|yup|sure|confirmed|perfect|great|absolutely|definitely|ok|okay|brilliant|wonderful|lovely|sounds|no (?:worries|problem)|will do|of course|certainly|happy (?:to|with)|deal|noted|i (?:can|agree)|i (?:can|could) (?:manage|do|make) (?:that|it))\b",
        rf"\b(?:i(?:'ll| will| shall)|see (?:you|u|ya)|talk (?:to you)?|speak (?:to you)?|catch you) (?:be (?:there|at|on|in|ready)|attend|come|ring|call|join|then|on|at|there|{_DAY})\b",
        r"\b(?:i|we) (?:hereby |can |do )?(?:confirm(?:ing|ed)?|accept(?:ing|ed)?|agree)\b|\bmay say yes\b|\b(?:happy|delighted|pleased|glad) (?:to (?:attend|come|join|meet|be there|make)|with)\b|\b(?:i'm|i am|count me) in\b",
        r"\b(?:no worries|no problem|all good|can do|manage that|do that|make (?:it|that)|that time|take the|i'll take|i(?:'ve| have)?(?: just)? (?:took|taken|booked|pick|picked|chosen|chose|grabbed|selected))\b|\bplease\W*$",
        r"\b(?:what|as) we(?:'ve| have)? (?:just )?(?:settled|agreed|arranged|fixed)\b",
        r"\blook(?:ing)? forward to (?:it|that|speaking|talking|meeting|seeing|our|the|monday|tuesday|wednesday|thursday|friday|tomorrow)\b",
        sides=MINE,
        guard=any_of(IF, NOT),
        unless=(
            r"\b(?:can't|cannot|unable|not available|any (?:day|time|of)|whenever|whatever|most days|after \d|before \d|preferably|could do|otherwise|any time|works on most|either|or)\b|\?\s*$",
            r"\b(?:not|n't) (?:work|suit|able)|\bif (?:that|it|this)'s (?:ok|any)|accept (?:the|your) offer|please (?:tell|let|send|find|give|pass|see|thank|share|use|could|keep)|\bwait (?:for|until)\b",
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
            "I will attend on Tuesday, 15th September at 9.00 a.m.",
            "I hereby confirm my participation in the interview of 26 November at 10.30.",
            "I agree, the 22nd at 11 in the morning here.",
            "Done, I took Thursday at 11.",
        ),
        no=(
            "I can't make Thursday at 11.",
            "After 2 pm works on most days.",
            "Could we say Friday at 10?",
            "I could do Monday 9th or Tuesday 10th, any time after 1pm.",
            "If that works for you, fine.",
        ),
    ),
    rule(
        "agree_plainly",
        Kind.AGREES,
        "yours|grand|super|splendid|excellent|sorted|booked|it would|it does|that would|goes|fits|changed|moved|updated|rebooked|amended|work|suit|good|fine|great|perfect|ok|confirm|yes|yep|yeah|aye|gladly|pleasure|see you|be there|no problem|no worries|sounds|look|agree|will do|can do|happy|i can|i am|i do|i will|i would|sure|deal|done",
        r"\b(?:that|this|it|the (?:time|date|day)|time|both)(?: time| date| slot| day)?(?: all)?(?: (?:works|suits|fits|goes)| will do|(?: is|'?s|'ll be) (?:good|fine|great|perfect|ok|okay|convenient|grand|lovely|no (?:problem|bother)))\b(?! (?:to|back|on|off|up|in)\b)|^(?:works|suits|fine|perfect) (?:for|by|with) me\b",
        GREETING
        + r"(?:yes(?: please)?|yep|yeah|sure|confirmed|perfect|absolutely|ok|okay|brilliant|wonderful|lovely|great|grand|super|splendid|excellent|sorted|booked|sounds (?:good|great|perfect|fine|lovely|ideal)(?: (?:to|for) (?:me|us))?|no (?:worries|problem)|will do|of course|certainly|agreed|deal|aye|with pleasure|gladly|i (?:can|agree|confirm))(?:,? (?:(?:it|that|this|i|we|he|she)(?:'s|'ll| (?:does|do|is|am|can|will|would|works|suits))(?: (?:me|us|him|her|fine|good|great|perfect|ok|well))?|thanks|thank you|that (?:works|suits)[^.]{0,20}|see you then|for me|i can|please))*\W*$",
        GREETING + r"i (?:can|am|do|will|would)(?: indeed| of course| gladly| certainly| be)?(?=[.,!]|$| and i)",
        r"\b(?:see you|talk|speak)(?: to you)? then\b|\b(?:it|that|the (?:slot|hour|time))(?:'s| is)(?: now| all)* yours\b|\bi(?:'ll| will| shall) be there\b|^(?:it|that|this) (?:would|does|will)(?:,? (?:indeed|perfectly|nicely|with pleasure|thank you|thanks|please))*\W*$"
        r"|\bi(?:'ve| have) (?:now |just )?(?:changed|moved|updated|rebooked|amended|rearranged|rescheduled) (?:it|that|this|the|you)\b|\blook(?:ing)? forward to (?:it|meeting|seeing|speaking|talking|our)\b|\b(?:i|we) (?:hereby |can |gladly |happily )?confirm(?: (?:my|the|that|this)\b|[.,!]|$)",
        sides=MINE | PERSONS,
        guard=any_of(IF, NOT),
        unless=r"\?\s*$|\b(?:any|whatever|whenever|either) (?:day|time|hour|of)|\bor\b|\bif (?:that|it|this)\b",
        yes=(
            "That works for me, thank you.",
            "Perfect, see you then.",
            "It goes.",
            "I can!",
            "I can, and I'll bring the drawings.",
            "I am of course.",
            "Yes please!",
            "Yes it does, thank you.",
            "Sounds good to me.",
            "That's fine.",
            "Yes, that's fine.",
            "It would, with pleasure.",
            "Still had it, now it's yours.",
            "No problem, I've changed it.",
            "I confirm my attendance.",
            "Looking forward to it.",
        ),
        no=(
            "I'm in the field until the 23rd.",
            "Here it is.",
            "I am in Leeds all day.",
            "It goes back to my first job.",
            "If that works for you, fine.",
            "Any hour on Monday would be fine.",
        ),
    ),
    rule(
        "agree_and_go_on",
        Kind.AGREES,
        "it does|it would|it will|it is|it goes|it works|more than|very |quite |yes|yep|yeah|aye|sure|perfect|lovely|great|wonderful|brilliant|grand|super|gladly|happy to|with pleasure|no bother|no problem|of course|certainly|absolutely",
        GREETING
        + r"(?:(?:it|that|this) (?:does|would|will|is|goes|works)|(?:more than |very |quite |all )?(?:yes|yep|yeah|aye|sure|ok|okay|fine|perfect|lovely|great|wonderful|brilliant|grand|super|happy|gladly)"
        r"|happy to|with pleasure|no bother|no problem|of course|certainly|absolutely)"
        r"(?:[.!]|, (?!but\b|though\b|only\b|not\b|let me\b|when\b|what\b|where\b|how\b|who\b|i(?:'ll| will) (?:check|ask|see|look|confirm|let|get|come back))[^?]*)$",
        sides=MINE,
        guard=NOT,
        unless=r"\b(?:but|however|unfortunately|another (?:day|time)|instead|offer|contract|any (?:day|time|hour)|either|or)\b",
        yes=(
            "It does, I wish her well.",
            "More than OK.",
            "Lovely, I know the place.",
            "Yes, and I'll bring my hard hat.",
            "Of course, I have no classes then.",
        ),
        no=(
            "Great, let me see what the school says.",
            "Yes, but not before ten.",
            "Sure, I'll check with my boss.",
            "Lovely, when would suit?",
            "It does not.",
            "Perfect, either works.",
        ),
    ),
    rule(
        "ask_to_move",
        Kind.MOVES,
        "move|made it|had it|did it|instead|then|reschedul|push|another|different|other time|can't|cannot|can not|cant|instead|postpone|won't|unable|not able|cancel|rain check|bring|come up|came up|swap|shift|chang",
        r"\b(?:could|can|may|might|any (?:way|chance)|is there (?:any|a)|would it be|possible|wondering|like|need|have|hope|ask|mind|if) (?:[\w',]+ ){0,8}?"
        r"(?:mov(?:e|ing)|reschedul(?:e|ing)|push(?:ing)?(?: back| out)?|postpon(?:e|ing)|shift(?:ing)?|swap(?:ping)?|bring(?:ing)? (?:it )?forward|chang(?:e|ing))"
        r"(?: [\w']+){0,3}? ?(?:\b(?:it|our|the|to|things|back|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|call|interview|slot|time|appointment|meeting|by)\b|$|\?)",
        r"\b(?:can't|cannot|can not|cant|won't be able to|unable to|not able to|won't) (?:now |actually |unfortunately )?(?:make|do|manage|attend|come|join)\b(?! (?:up|promises|sense|a decision|any))",
        r"\b(?:could|can|would|might) (?:we|it|you) (?:possibly |perhaps |maybe )?(?:do|say|make it|be|manage|meet)\b.{0,60}\binstead\b|\binstead\?",
        rf"\b(?:mind|possible|okay?|all right|alright|trouble|if) (?:[\w']+ ){{0,3}}?(?:if )?(?:we|i|you) (?:made|had|did|took|met) (?:it|that) (?:on |for )?{_DAY}",
        r"\b(?:unfortunately|afraid|sorry)\b.{0,60}\b(?:on shift|working|away|booked|busy|teaching|on call|at work|travelling|abroad)\b.{0,20}\bthen\b",
        r"\b(?:another|a different|some other|any other) (?:time|day|slot)\b|\b(?:have|need|had) to (?:reschedule|postpone)\b|\bsomething(?: has|'s)? c[ao]me up\b",
        sides=MINE,
        unless=(
            r"\b(?:start date|notice|move (?:house|to (?:the (?:next|second|final)|canada|london|berlin)|forward|ahead|on)|relocat\w*|if (?:you|they|that|he|she) (?:can't|cannot|need)|another (?:day or two|time zone)|can't (?:wait|make (?:up|promises|it any)|do (?:better|less|without|relocation))|move for|offer|salary|looking at a move|career)\b",
        ),
        yes=(
            "Any way we could move Marek to Thursday, same hour?",
            "Would you mind awfully if we made it Wednesday?",
            "Could we push it back to Friday?",
            "I'm afraid I can't make Tuesday after all.",
            "I need to reschedule our call.",
            "Would another day be possible?",
            "Could we do Friday at 3 instead?",
        ),
        no=(
            "I could move to London.",
            "I'm looking at a move this autumn.",
            "I can't wait!",
            "If you need another date, say so.",
        ),
    ),
    rule(
        "call_off",
        Kind.CANCELS,
        "cancel|call off|scratch|scrap",
        rf"\b(?:cancel(?:l?ing)?|call(?:ing)? off|scratch(?:ing)?|scrap(?:ping)?) (?:[\w']+ ){{0,3}}?(?:{TALK}|appointment|slot|tomorrow|tonight|today|{_DAY}|the \d)",
        r"\b(?:have|need|had|must|obliged|forced)(?: to)? (?:cancel|call (?:it|this|that) off)\b",
        sides=MINE,
        question=False,
        guard=any_of(IF, NOT),
        unless=r"\b(?:you|they|he|she|who|was|been) (?:had to |have to |need to )?cancel",
        yes=(
            "Please cancel tonight with Raymond.",
            "I have to cancel Thursday's call, I am sorry.",
            "Something came up and I must cancel.",
        ),
        no=(
            "If I have to cancel I will ring.",
            "I cancelled my holiday.",
            "You had to cancel our last call.",
        ),
    ),
)
