"""How they speak of interviews that are to come: proposed, booked, moved.

A booking or a proposal also needs a time; `watcher.inference.en.interviews` finds it beside the words.
"""

from __future__ import annotations

from watcher.inference.en.acts.business import NO_MEETING
from watcher.inference.en.vocabulary import DAY, IF, NOT, TALK, any_of
from watcher.inference.rules import PERSONS, THEIRS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["BOOKED", "CHANGED", "PROPOSED"]

_LIKELY = Confidence.LIKELY
_SOMEBODY_MOVES = (
    r"\b(?:s?he|they|who|colleague|director|manager|team|office|firm|family|one|boss)(?:'?s|'?re)?\b(?! (?:call|interview|panel|round|talk))"
    r"(?: [\w']+){0,5}? mov(?:ing|ed|es|e) (?:away\b|house\b|in with\b|(?:back |over |across |down |up )?(?:to|into) (?!the \d|next|this|\d)(?!"
    + DAY
    + "))"
)
"""A person or a firm goes elsewhere; who moves a meeting moves it, or me, to a day."""

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
        r"\b(?<!unless you )(?:let (?:me|us) know|confirm|tell me|advise) (?:if|whether|which|that) (?:[\w']+ ){0,6}?(?:suits?|works?|convenient|available|possible|time|slot|ok|okay|prefer|free)\b",
        r"\bif (?:that|this|it)(?:'s| is|s)? (?:any good|good|ok|okay|fine|convenient|any use|works?|suits?|not too)\b",
        r"\bif (?:you|u)(?: (?:can|could|are|r|like|fancy|want)|'re|re|'d like)\b(?: to| able to)?(?:$|[,.!]|.{0,8}\b(?:make|do|come|free|around|available|about|up for)\b)",
        r"\b(?:choose|pick|select) (?:one|a|any|whichever|from)\b|\b(?:you|u) (?:pick|choose)(?=\W*$|[.!,;])|\byour (?:choice|pick|call)\b|\b(?:options|slots|times)\b.{0,30}:?$",
        sides=PERSONS,
        yes=(
            "would monday at 10 suit",
            "Kindly confirm whether the time is convenient.",
            "Let me know if Thursday at 3 works.",
            "I can fit you in tomorrow at 9.15 if you can make it.",
            "Please choose one of these slots: Monday 10:00, Tuesday 14:00.",
        ),
        no=(
            "Thursday at 3 works.",
            "You are scheduled for Monday at 9.",
            "I'll call you at 4, unless you tell me that it's a bad time.",
        ),
    ),
    rule(
        "how_about",
        Kind.PROPOSES,
        "gap|slot|space|opening|window|how about|what about|how's|hows|shall we|propos|suggest|could|can |offers|thinking",
        r"\b(?:how about|what about|how'?s|shall we(?: say)?|(?:i|we)(?: would|'d)? (?:propose|suggest)|proposes|proposed (?:time|slot|date))\b",
        r"\b(?:i|we|they|he|she)(?:'ve|'s)?(?: have| has)?(?: got| still)? (?:an?|another|two|three|some) (?:\w+ )?(?:gap|slot|space|opening|window)s?(?: free| open| left)? (?:at|on|this|next|tomorrow)\b",
        r"\b(?:i|we|they|he|she) (?:could|can|would be able to) (?:do|offer|meet|see you|speak)\b|\bcould (?:meet|see|squeeze|fit) you\b|\b(?:he|she) (?:offers|suggests)\b|\b(?:was )?thinking (?:of )?\w*day\b",
        sides=PERSONS,
        question=False,
        guard=r"\b(?:before|until|as soon as)\b",
        confidence=_LIKELY,
        yes=(
            "How about Tuesday at 3.",
            "I could do Thursday at 2 or Friday at 10.",
            "I'd suggest Wednesday 11am.",
            "I have a gap at 10 on Thursday and another at 3.",
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
        rf"\b{TALK}s? (?:re-?)?(?:scheduled|booked|confirmed|arranged)\b",
        r"^(?:all )?(?:re)?(?:scheduled|booked|fixed|confirmed|confirming|locked in|set|done|sorted)\b|\bits locked in\b",
        r"\bi(?:'ve| have)? (?:now |also |just )?(?:scheduled|booked|confirmed|arranged|set(?: up)?|put|pencilled|locked|blocked|organi[sz]ed)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=(
            NOT + r" (?:\w+ )?(?:scheduled|booked|fixed|confirmed|set|arranged)",
            r"\b(?:provisional|nothing|none|tentative)|^the (?:full )?board\b",
            NO_MEETING,
        ),
        yes=(
            "Your on-site final round is fixed for Friday 25th September, 11:00 AM to 1:00 PM.",
            "You are scheduled for the oral board interview on Thursday, June 18.",
            "The selection interview takes place on Tuesday, 9 June 2026, 11:00 to 12:00.",
            "Interview scheduled: Mon, Mar 9, 2026 3:30pm - 4:15pm",
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
        "call|ring|phone|dial|buzz|bell|meet|met |see |seen|heard|speak|talk|video|zoom|interview|receiv|expect|host",
        r"\b(?:i|we|he|she|they|who|[a-z]+)(?:'ll| will|'s going to| is going to|ll| shall|'m going to| are going to)(?: then| be)?"
        r" (?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|dial(?:ling)?|buzz(?:ing)?|bell|give (?:you|u)|meet(?:ing)?|see(?:ing)?|interview(?:ing)?|receiv(?:e|ing)|speak(?:ing)?|talk(?:ing)?|telephon(?:e|ing)|zoom(?:ing)?|video call|facetime|host(?:ing)?|welcome|expect(?:ing)?)\b",
        r"\b(?:see|meet|catch|expect|expecting) (?:you|u|ya)\b|^(?:so )?(?:bell|ring|call|phon|zoom)in[g']? (?:you|u|ya)\b",
        r"\byou(?:'ll| will| are(?: to)?|'re(?: to)?)(?: then| now)? be(?:ing)? (?:seen|interviewed|received|called|phoned|met|heard|welcomed|hosted)\b",
        rf"\b(?:talk|speak|chat)(?: to you| with you| then)?(?: on| at)? {DAY}",
        sides=THEIRS,
        question=False,
        guard=any_of(IF, r"\bcould\b"),
        unless=(NO_MEETING, r"\b(?:after that|by then|sits)\b"),
        yes=(
            "Perfect, I'll ring you tomorrow at 12.30 so",
            "Martin Hesketh, our COO, will call you on Monday 18 May at 5pm for half an hour.",
            "See you on Thursday at 3!",
            "bellin u 2moro half 12 on the number on ur cv",
            "elec super out there will ring u for a phone screen thurs 29th 2.30pm our time",
            "You will be seen by the interview board on Friday, October 16 at 10 a.m.",
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
        "interview|onsite|on-site|visit|call|chat|screen|panel|round|meeting|assessment|audition|trial|trail|session|conversation|presentation|slot|time|coffee|tasting|yours",
        r"\b(?:your|the|our|an?|this|phone|panel|final|telephone|video|technical|zoom|teams)\s(?:[\w'-]+ ){0,4}?"
        r"(?:interview|onsite|on-site|visit|call|chat|screen|panel|round|meeting|assessment|tri?al(?: shift| day)?|audition|conversation|slot|session|discussion|coffee|tasting)s?"
        r"(?: [\w'-]+){0,6}?(?: is| will be|'s| are| on| for| at|:|,|-| -)(?: [\w'-]+){0,4}",
        r"^yours (?:is|will be)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=(
            NO_MEETING,
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
        r"\b(?:want|need|have|expect|got|put|booked|slotted|pencilled) (?:you|u) (?:up here|in|down|to come|for|on|here|at|over|out(?! (?:of (?:here|there|it)|the door|by)\b))\b",
        r"\blook(?:ing)? forward to (?:seeing|meeting|speaking|talking|welcoming|having|chatting)\b|\b(?:i|we) have you down\b",
        r"\byou(?:'re| are|r)? (?:on|in|down|up|meeting|seeing|booked|confirmed|set|all set|good) (?:with|for|to)\b",
        r"(?:^|[,.!:] ?|and |please |then |just |so |kindly )(?:come|drop|swing|pop|be|head|rock|pitch|report|attend|arrive|show|present yourself|join|proceed|go|make your way) (?:on |and )?(?:by|in|out|over|up|down|round|to|here|there|at|along|into|see|us|for|meet|have a)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=(NO_MEETING, r"\bcomplete the\b"),
        yes=(
            "We invite you to our on-site day in Bremen on Thursday, 7 May, 10:00 to 14:30.",
            "the panel would like to interview you on Wednesday 20 May, 10.20-11.20am, via Teams.",
            "I've put you in with Shauna on Monday at 2:30.",
            "You're on with Gordon next Tuesday.",
            "come by tomorrow at 6",
            "Come and see us tomorrow at four, for an hour.",
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
        unless=(NO_MEETING, r"\b(?:if|whether|when|what|which)\b"),
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
        unless=NO_MEETING,
        confidence=_LIKELY,
        yes=("Tuesday 10 March 2026 Time:", "When: Tue Aug 25, 2026 15:00"),
        no=("It takes time.",),
    ),
)

CHANGED: tuple[Rule, ...] = (
    rule(
        "moved_to",
        Kind.MOVES,
        '" read|" please|" kindly|reset|slid|preponed|advanced|move |moves|moved|movin|moving|defer|carried|held over|bump|resched|re-sched|rearrang|re-arrang|push|brought|bring forward|bringing forward|shift|instead|place|rather than|not |new time|new date|revised|is now|now be|now to|now expected|now booked|now down|changed|postponed|switch|therefore|become|read ',
        r"\b(?:moves?|moved|moving|movin'?|slides by|slid|sliding|reset|re-set|bumped|bumping|(?:pre-?poned|advanced)(?= (?:by|to))|rescheduled|re-scheduled|rearranged|re-arranged|pushed|pushing|brought forward|brought(?= (?:you|it|us|this|that|the|your|our)\b)|bringing|shifted|shifting|changed|switched|postponed|deferred|carried over|held over|put back|(?:bump|push|shift|slide|slip|switch|swap|put)(?= (?:you|us|it|this|that|our|your|the)\b))\b(?: [\w\']+){0,6}? (?:to|by|until|for|till|forward|into|back|along)\b",
        rf"\b(?:new (?:time|date|slot)|revised (?:time|date))\b|\b(?:forgive|accept|bear|stand|survive) (?:us )?(?:a|the|one|another) (?:small |little )?(?:move|shift) to\b|\b(?:is|will be|be) (?:now|therefore) (?:be )?(?:(?:on|at|for)\b|(?={DAY}))|\bis now (?:half|quarter|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\bwill (?:now|therefore) be\b|\b(?:are|'re|is|r) now (?:to (?:come|attend|appear|report|present|meet|be)|expected|down|booked)\b|\bbecomes? (?:the |next |this )?(?={DAY})|\binstead\b|\bin (?:its|their|his|her) place\b|\bnot \d|\brather than\b|\bfor \"[^\"]{{3,40}}\" (?:please |kindly )?read\b|\bread (?:\S*\d|\w+day)[^.;?]{{2,40}} (?:where(?:ver)? it|instead|in place|for)\b",
        sides=THEIRS,
        question=False,
        guard=IF,
        unless=(
            NO_MEETING,
            r"\b(?:budget|your shift|direction|status|chang\w+ (?:his|her|their|my|our) minds?)\b",
            _SOMEBODY_MOVES,
        ),
        yes=(
            "The panel has been moved to Thursday, same time.",
            "It is now Friday 27th March at 11.30am, same link.",
            'In the convocation of 26 May, for "Tuesday 9 June" read "Wednesday 10 June".',
            "Let me make it Tuesday at 4 instead.",
            "your appearance before the panel is deferred from tomorrow to Monday 28 September 2026.",
            "So your tasting becomes Tuesday, same hours.",
            "You are now to come on Wednesday at 11.",
            "I had to bump you to the following Tuesday, same link.",
            "Please read Thursday 11 June wherever it says Friday 12 June.",
        ),
        no=(
            "The decision has been pushed to Friday.",
            "The board has been brought forward to this Thursday because the chairman is off to Greece.",
            "If it is moved to Thursday I will tell you.",
            "Our search has moved forward in another direction.",
            "Our finance director told me today shes moving to Boise.",
            "It was closed internally, one colleague from Mysuru is moving into it.",
            "The place becomes lively towards Christmas.",
            "Our first pick has changed his mind and gone to sea.",
        ),
    ),
)
