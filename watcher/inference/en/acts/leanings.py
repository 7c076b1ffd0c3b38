"""How they lean while nothing is decided: *very interested, needs a bit more time*, or *look at other opportunities*.

What the two mean is an adviser's: the first is a good sign, the second says that an offer is unlikely. Neither is an
answer, and neither names a day for one. Praise alone leans nowhere: refusals are full of it.
"""

from __future__ import annotations

from watcher.inference.rules import PERSONS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["LEANINGS"]

_LIKELY = Confidence.LIKELY
_THEY = (
    r"(?:we|they|he|she|i|everyone|everybody|all|both|team|panel|committee|board|client|clients|manager|managers|director"
    r"|founders?|partners?|owners?|boss|employer|company|department|hospital|school|practice|group|side)"
)
_MUCH = r"(?:very|really|extremely|genuinely|definitely|super|still|most|so|seriously|highly|strongly|certainly|rather|quite|all|absolutely)"
_KEEN = rf"(?:{_MUCH} )+(?:(?:much|very|really) )*(?:interested|keen|excited|enthusiastic|positive)"
_NEED_TIME = (
    r"\b(?:need|needs|needed|take|takes|taking|ask for|asks for|require|requires|want|wants|have|has) (?:just |only |us |them |me )?(?:a |some |a bit of )?"
    r"(?:(?:little|bit|few|bit of|touch|tad|while) )?(?:bit )?(?:more|longer|extra|additional)\b"
    r"|(?<!\bno )\b(?:more|extra|additional|a little|a bit of|some) time\b|\bbear with (?:us|them|me)\b|\bbe(?:ing)? patient\b|\b(?:taking|takes|take) (?:a (?:little|bit) )?longer\b"
    r"|\b(?:not|n't) (?:quite )?ready (?:yet )?to (?:decide|commit|make)|\bnot (?:yet )?in a position to (?:decide|commit|make)\b"
)
_HOPELESS = r"\b(?:unfortunately|regret|afraid|unable to offer|not be (?:moving|proceeding|progressing)|decided not|cannot offer)\b"

_GO_ON = r"(?:continue|keep|keep on|go on|carry on|start|begin)"
_SEARCH = r"(?:looking|exploring|pursuing|searching|applying|interviewing|considering|talking|speaking|job[- ]?hunting|your (?:job )?search|(?:with )?your other)"
_ELSEWHERE = (
    r"\b(?:other|alternative|additional|different) (?:\w+ )?(?:opportunit|option|role|position|job|offer|possibilit|opening|vacanc|process|avenue|compan|employer|interview|conversation|application|irons)"
    r"|\baround(?=\W*$|[,;]| (?:too|as well|for|while|meanwhile|in the mean))|\b(?:elsewhere|your (?:job )?search|other irons|irons in the fire|your options open|on the market|further afield)\b"
)
_WITH_US = (
    r"\b(?:careers? (?:page|site|portal|website)|our (?:website|site|page|other|open|current|talent)|with us|within (?:our|the)|at our|that match|which match|future (?:role|opening|vacanc|opportunit)|in (?:the )?future"
    r"|apply (?:again|for))\b"
)
"""What is offered in the place of a position, mostly with a no: other ones of their own."""

LEANINGS: tuple[Rule, ...] = (
    rule(
        "keen_but_slow",
        Kind.LEANS_TOWARDS,
        "interested|keen|excited|enthusiastic|positive",
        rf"\b{_THEY}\b(?:[^,;]{{0,40}})?\b{_KEEN}\b.{{0,80}}?(?:{_NEED_TIME})",
        rf"(?:{_NEED_TIME}).{{0,60}}\b{_THEY}(?: (?:is|are|am|was|were|remain|remains|stay|stays)|'s|'re|'m) (?:\w+ )?{_KEEN}\b",
        sides=PERSONS,
        question=False,
        unless=_HOPELESS,
        yes=(
            "The team is very interested but needs a bit more time.",
            "We are very interested in you and just need a little longer to line everybody up.",
            "The client is really keen, they just need some more time to get the budget signed.",
            "It is taking a little longer than planned, but the director is still very positive.",
            "They're extremely interested, so please bear with us.",
            "Everyone here is genuinely excited about you, we only need a few more days.",
        ),
        no=(
            "We are very interested in hearing more about your time at Brightwater.",
            "I am very interested in the position and need no more time.",
            "The panel needs a bit more time.",
            "Unfortunately the team, though very interested, needed more time and has now closed the post.",
            "Are they very interested but in need of more time?",
            "If you are very interested, please take a bit more time over the form.",
        ),
        guard=r"\b(?:if|unless|whether|should)\b",
    ),
    rule(
        "keen_on_you",
        Kind.LEANS_TOWARDS,
        "keen|interested|excited|enthusiastic|positive",
        rf"\b{_THEY}(?: (?:is|are|am|was|were|remain|remains|stay|stays)|'s|'re|'m)(?: all| both)? {_KEEN} (?:on|in|about|to) "
        r"(?:you\b(?!r)|(?:have|having|hire|hiring|see|get|getting|take|taking|move|moving|progress|progressing|proceed|proceeding|bring|bringing) (?:things |this |it )?(?:\w+ )?(?:with )?you\b(?!r)|your (?:candidacy|candidature))",
        sides=PERSONS,
        question=False,
        unless=(
            _HOPELESS,
            r"\b(?:to|in) (?:hear|hearing|know|learn|talk|speak|meet|chat)\w* (?:\w+ )?(?:more|from|with|to)? ?you\b",
        ),
        confidence=_LIKELY,
        yes=(
            "We remain very keen on you, for what that's worth.",
            "The client is still very interested in you.",
            "They are really excited about having you.",
            "I can tell you that the whole team is very positive about you.",
        ),
        no=(
            "We are very keen to hear from you.",
            "We're really excited to meet you on Thursday.",
            "We are very interested in your profile.",
            "The committee was very positive about your research.",
            "Unfortunately, though we were very keen on you, the post has gone.",
        ),
    ),
    rule(
        "ahead_of_others",
        Kind.LEANS_TOWARDS,
        "front|list|contender|favourite|favorite|choice|strongest|leading candidate|top candidate|preferred candidate",
        r"\byou(?:'re| are| remain|'re still| are still)(?: (?:very|still|currently|definitely|certainly|much|our|the|one of|a|their|his|her|at|among))* "
        r"(?:front[- ]?runners?|top of (?:the|our|their|his|her|my) list|strong(?:est)? contenders?|favou?rites?|(?:first|preferred|top) (?:choice|candidate)|leading candidates?|strongest candidates?)\b",
        sides=PERSONS,
        question=False,
        unless=_HOPELESS,
        guard=r"\b(?:if|unless|whether|should)\b",
        confidence=_LIKELY,
        yes=(
            "Between us, you are the front-runner.",
            "You're still at the top of our list.",
            "You remain a strong contender, the board only meets in May.",
        ),
        no=(
            "If you are our first choice, you will hear on Monday.",
            "You are among the strong field of applicants.",
            "Tell me what is at the top of your list.",
            "Unfortunately you were not the front-runner.",
        ),
    ),
    rule(
        "look_elsewhere",
        Kind.LEANS_AWAY,
        "elsewhere|other|around|search|options open|alternative|additional|different|on the market|further afield",
        rf"\b(?:encourage|advise|suggest|recommend|urge|invite|ask|want|prefer|like|welcome)\w* (?:that )?you(?: (?:to|should|do|please|also|still))* (?:{_GO_ON}|not (?:to )?stop|look|explore|pursue|consider|search)\b.{{0,40}}?(?:{_ELSEWHERE})",
        rf"(?:^|[,;:-] |\b(?:please|do|meantime|meanwhile|but|so|and|would|i'd|should|best to|free to|welcome to|hesitate to|then)(?:,? (?:please|do|to|still|just|by all means))* ){_GO_ON}(?: on)? {_SEARCH}\b(?:.{{0,30}}?(?:{_ELSEWHERE}))?",
        rf"\b(?:feel free|free|welcome|wise|sensible|(?:do not|don't) hesitate|you should|i would|i'd)(?: (?:please|of course|also|absolutely|certainly|to))* (?:look(?: at| for| into)?|explore|pursue|consider|accept|follow up)\b.{{0,30}}?(?:{_ELSEWHERE})",
        r"\bkeep (?:(?:your|those|the|some) )?(?:options open|(?:other )?irons in the fire|other (?:doors|options|irons|processes|conversations))\b",
        sides=PERSONS,
        question=False,
        unless=(
            _WITH_US,
            r"\bi(?:'m| am|'ve been| have been)? (?:continue|keep|am) |\b(?:we|i|they|he|she)(?:'ll| will| shall| are going to|'re going to|'re| are| must| have to| had to| need to| can| could) (?:\w+ )?(?:continue|keep|keep on|go on|carry on|start)\b",
        ),
        guard=r"\b(?:if|whether|why|that you|understand|hear|know|gather|see)\b",
        yes=(
            "We encourage you to continue looking at other opportunities.",
            "In the meantime we would encourage you to pursue other options.",
            "Please do keep looking elsewhere while this drags on.",
            "Keep looking around, I would do the same in your place.",
            "To be honest, I'd keep your options open.",
            "Please feel free to explore other opportunities in the meantime.",
            "We suggest that you continue with your other applications.",
            "I would advise you to carry on with your job search.",
        ),
        no=(
            "We will keep looking until the position is filled.",
            "We encourage you to look at other opportunities on our careers page.",
            "You are welcome to apply for other opportunities.",
            "Are you still looking at other opportunities?",
            "I understand that you are looking at other opportunities.",
            "I remain at your disposal for other opportunities.",
            "We continue to look at other candidates.",
            "Feel free to look around the office when you arrive.",
            "I'd look for something from me around December 2nd.",
            "Keep looking out for an invitation from our system.",
            "If you continue looking at other opportunities, please let me know.",
        ),
    ),
    rule(
        "do_not_wait",
        Kind.LEANS_AWAY,
        "wait|hold|turn|another offer|other offer",
        r"\b(?:do not|don't|wouldn't|would not|shouldn't|should not|not to|can't ask you to|cannot ask you to)(?: (?:\w+ ){0,2}?)?(?: )?(?:wait (?:around )?(?:for|on) (?:us|this|me|them|our)|hold out for|put (?:everything|anything|your (?:job )?search|other \w+|your life) on hold|hold off (?:on )?(?:other|your)|turn (?:down|away) (?:anything|other|another|any)|turn (?:anything|other offers|another offer|offers) down)\b",
        r"\bif (?:you (?:get|have|receive)|there is|there's)? ?(?:another|any other|an?) (?:good )?(?:offer|opportunity) (?:comes?|turns up|elsewhere|.{0,20})?\b.{0,25}\b(?:take it|accept it|go for it|you should take|grab it)\b",
        sides=PERSONS,
        question=False,
        yes=(
            "Please don't wait for us if something else comes up.",
            "I would not put everything on hold for this one.",
            "You shouldn't turn down other offers on our account.",
            "If another offer comes along, take it.",
        ),
        no=(
            "Please don't wait for the receptionist, just come up.",
            "Please do not hesitate to call.",
            "If another offer comes along, let us know before you take a decision.",
            "We had to put everything on hold.",
            "I can't wait for us to meet.",
        ),
    ),
)
"""Of their people, never of machines: those who write by themselves send them with a no."""
