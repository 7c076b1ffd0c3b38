"""How they lean while nothing is decided: *very interested, needs a bit more time*, or *look at other opportunities*.

What the two mean is an adviser's: the first is a good sign, the second says that an offer is unlikely. Neither is an
answer, and neither names a day for one. Praise alone leans nowhere: refusals are full of it.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import any_of
from watcher.inference.rules import PERSONS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["LEANINGS"]

_LIKELY = Confidence.LIKELY

# -- towards ----------------------------------------------------------------------------------------
_THEY = any_of(
    "we|they|he|she|i|everyone|everybody|all|both|team|panel|committee|board|clients?|managers?|director|founders?",
    "partners?|owners?|boss|employer|company|department|hospital|school|practice|group|side",
)
_ARE = any_of(
    r" (?:is|are|am|was|were|remains?|stays?|(?:continues?|seems?) to be)(?: all| both| still)?",
    r"'(?:s|re|m)(?: all| both| still)?",
)
_MUCH = any_of(
    "very|really|extremely|genuinely|definitely|super|still|most|so|seriously|highly|strongly|certainly|rather|quite",
    "all|absolutely|much",
)
_EAGER = "(?:interested|keen|excited|enthusiastic|positive)"
_KEEN = rf"(?:{_MUCH} )+{_EAGER}"
_NEED_TIME = any_of(
    r"\b(?:needs?|needed|takes?|taking|asks? for|requires?|wants?|has|have) (?:just |only |us |them |me )?"
    r"(?:a |some |a bit of )?(?:little |bit |few |touch |tad |while )?(?:bit )?(?:more|longer|extra|additional|another)\b",
    r"(?<!\bno )\b(?:more|extra|additional|a little|a bit of|some) time\b",
    r"\b(?:be|takes?|taking|is|are) (?:a (?:little|bit|while) |somewhat )?longer\b|\ba (?:little|bit) longer\b",
    r"\b(?:slowed|delay|delays|delayed|held (?:it|us|things|everything) up|dragging)\b",
    r"\bbear with (?:us|them|me)\b|\bbe(?:ing)? patient\b|\byour patience\b",
    r"\b(?:not|n't) (?:quite )?ready (?:yet )?to (?:decide|commit|make)",
    r"\bnot (?:yet )?in a position to (?:decide|commit|make)\b",
)
_WAITING = r"\b(?:waiting (?:for|on)|still (?:discussing|talking|deciding|aligning)|sign-?off|approval)\b"
_WITH_ME = any_of(
    r"you\b",
    r"(?:have|hav|hir|see|get|gett|tak|mov|progress|proceed|bring)(?:e|ing)? (?:things |this |it )?(?:\w+ )?(?:with )?you\b",
    r"your (?:candidacy|candidature)\b",
)
_FAVOURED = any_of(
    "front[- ]?runners?",
    "(?:the |our |their |his |her |my )?top of (?:the|our|their|his|her|my) list",
    r"strong(?:est)? contenders?|favou?rites?|very much in the running",
    "(?:first|preferred|top) choice|(?:preferred|top|leading|strongest) candidates?",
)
_HOPELESS = r"\b(?:unfortunately|regret|afraid|unable to offer|not be (?:moving|proceeding|progressing)|decided not|cannot offer)\b"
_NOT_YET_TRUE = r"\b(?:if|unless|whether|should)\b"

# -- away -------------------------------------------------------------------------------------------
_GO_ON = "(?:continue|keep|go on|carry on)(?: on)?"
_SEARCH = any_of(
    "(?:to )?(?:look|explor|pursu|search|apply|interview|consider|talk|speak)(?:e|ing)?",
    "(?:with )?(?:your|any|the) (?:job )?(?:search|other)|job[- ]?hunting",
)
_OTHER_THINGS = r"\b(?:other|alternative|additional|different) (?:\w+ )?" + any_of(
    "opportunit|option|role|position|job|offer|possibilit|opening|vacanc|process|avenue|compan|employer|interview",
    "conversation|application|irons",
)
_ELSEWHERE = any_of(
    _OTHER_THINGS,
    r"\b(?:elsewhere|your (?:job )?search|your options open|(?:on )?the market|further afield|irons in the fire)\b",
    r"\baround(?=\W*$|[,;]| (?:too|as well|for|while|meanwhile|in the mean))",
)
_LOOK = "(?:look(?: at| for| into)?|explore|pursue|consider|entertain|accept|follow up|search)"
_YOU_MAY = any_of(
    r"feel free|free|welcome|wise|sensible|(?:do not|don't) hesitate|you (?:may|might|should|could)(?: (?:want|wish|like|prefer))?",
    "i would|i'd",
)
_WITH_US = (
    r"\b(?:careers? (?:page|site|portal|website)|our (?:website|site|page|other|open|current|talent)|with us|within (?:our|the)"
    r"|at our|(?:we|i) have|that match|which match|future (?:role|opening|vacanc|opportunit)|in (?:the )?future|apply (?:again|for))\b"
)
"""What is offered in the place of a position, mostly with a no: other ones of their own."""
_THEMSELVES = (
    r"\bi(?:'m| am|'ve been| have been)? (?:continue|keep|am) "
    r"|\b(?:we|i|they|he|she)(?:'ll| will| shall|'re| are| must| have to| had to| need to| can| could) (?:\w+ ){0,2}(?:continue|keep|go on|carry on)\b"
)
_ANOTHER = r"(?:(?:you (?:get|have|receive) |there(?:'s| is) )?(?:another|any other|an?|something|anything)(?: good| better| else)?(?: offer| opportunity)?)"
_TAKE_IT = r"\b(?:take (?:it|that)\b(?! up| from)|accept it|go for it|grab it)\b"

LEANINGS: tuple[Rule, ...] = (
    rule(
        "keen_but_slow",
        Kind.LEANS_TOWARDS,
        "interested|keen|excited|enthusiastic|positive",
        rf"\b{_THEY}\b[^,;]{{0,40}}\b{_KEEN}\b.{{0,80}}?{_NEED_TIME}",
        rf"{_NEED_TIME}.{{0,60}}\b{_THEY}{_ARE} {_KEEN}\b",
        rf"\b{_THEY}\b[^,;]{{0,40}}\b{_KEEN} (?:about|on) you\b.{{0,60}}?{_WAITING}",
        sides=PERSONS,
        question=False,
        unless=_HOPELESS,
        guard=_NOT_YET_TRUE,
        yes=(
            "The team is very interested but needs a bit more time.",
            "We are very interested in you and just need a little longer to line everybody up.",
            "The client is really keen, they just need some more time to get the budget signed.",
            "It is taking a little longer than planned, but the director is still very positive.",
            "They're extremely interested, so please bear with us.",
            "Everyone here is genuinely excited about you, we only need a few more days.",
            "They're still very keen, it's just that the CFO is travelling, so it will be a little longer.",
            "We continue to be very interested in your candidacy and appreciate your patience.",
            "The hiring manager is really excited about you and we're only waiting on sign-off.",
        ),
        no=(
            "We are very interested in hearing more about your time at Brightwater.",
            "I am very interested in the position and need no more time.",
            "The panel needs a bit more time.",
            "Thank you for your patience and your interest.",
            "Unfortunately the team, though very interested, needed more time and has now closed the post.",
            "Are they very interested but in need of more time?",
            "If you are very interested, please take a bit more time over the form.",
        ),
    ),
    rule(
        "liked_but_slow",
        Kind.LEANS_TOWARDS,
        "loved|liked|impressed|considering",
        rf"\b{_THEY} (?:\w+ )?(?:loved|(?:really )?liked) (?:you|meeting you|talking to you)\b.{{0,80}}?(?:{_NEED_TIME}|{_WAITING})",
        rf"\b{_THEY}{_ARE} (?:\w+ )?impressed (?:with|by) you\b.{{0,80}}?(?:{_NEED_TIME}|{_WAITING})",
        rf"\b{_THEY}{_ARE} (?:still )?(?:strongly|seriously) considering you\b",
        sides=PERSONS,
        question=False,
        unless=_HOPELESS,
        guard=_NOT_YET_TRUE,
        confidence=_LIKELY,
        yes=(
            "The team liked you a lot and is still discussing internally, so we need a few more days.",
            "The panel loved you and wants to move forward, and we are waiting for budget approval.",
            "We are strongly considering you for the role and need a bit more time.",
        ),
        no=(
            "The team really liked you, but we have chosen somebody else.",
            "They loved you.",
            "Unfortunately, though the panel liked you, approval was never given.",
            "We are considering you for two roles, and need your CV.",
        ),
    ),
    rule(
        "keen_on_you",
        Kind.LEANS_TOWARDS,
        "keen|interested|excited|enthusiastic|positive",
        rf"\b{_THEY}{_ARE} {_KEEN} (?:on|in|about|to) {_WITH_ME}(?!r)",
        rf"\b{_THEY}{_ARE} (?:keen on|enthusiastic about|positive about) you\b",
        sides=PERSONS,
        question=False,
        unless=(
            _HOPELESS,
            r"\b(?:to|in) (?:hear|know|learn|talk|speak|meet|chat)\w* (?:\w+ )?(?:more|from|with|to)? ?you\b",
        ),
        guard=_NOT_YET_TRUE,
        confidence=_LIKELY,
        yes=(
            "We remain very keen on you, for what that's worth.",
            "The client is still very interested in you.",
            "They are really excited about having you.",
            "I can tell you that the whole team is very positive about you.",
            "The director is very interested in moving forward with you.",
            "I hear that the team is enthusiastic about you.",
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
        "front|list|contender|favourite|favorite|choice|candidate|running",
        rf"\byou(?:'re| are| remain)(?: (?:very|still|currently|definitely|certainly|much|our|the|one of|a|their|his|her|at|among))* ?\b{_FAVOURED}\b",
        sides=PERSONS,
        question=False,
        unless=_HOPELESS,
        guard=_NOT_YET_TRUE,
        confidence=_LIKELY,
        yes=(
            "Between us, you are the front-runner.",
            "You're still at the top of our list.",
            "You remain a strong contender, the board only meets in May.",
            "You're definitely one of our top candidates.",
            "You're still very much in the running.",
        ),
        no=(
            "If you are our first choice, you will hear on Monday.",
            "You are among the strong field of applicants.",
            "You're our first candidate on Thursday at 9.30.",
            "Tell me what is at the top of your list.",
            "Unfortunately you were not the front-runner.",
        ),
    ),
    rule(
        "look_elsewhere",
        Kind.LEANS_AWAY,
        "elsewhere|other|around|search|options open|alternative|additional|different|market|further afield|keep looking",
        rf"\b(?:encourage|advise|suggest|recommend|urge|invite|ask|want|prefer|like|welcome)\w* (?:that )?you(?: (?:to|should|do|please|also|still))* "
        rf"(?:{_GO_ON}|not (?:to )?stop|{_LOOK})\b.{{0,40}}?{_ELSEWHERE}",
        rf"(?:^|[,;:-] |\b(?:please|do|meantime|meanwhile|but|so|and|would|i'd|should|best to|free to|welcome to|hesitate to|then|advice is(?: to)?)"
        rf"(?:,? (?:please|do|to|still|just|by all means))* ){_GO_ON} {_SEARCH}\b(?! (?:out|forward|after)\b)",
        rf"\byou (?:may|might|should|could)(?: (?:want|wish|like|prefer) to)? {_GO_ON} {_SEARCH}\b",
        rf"\b{_YOU_MAY}(?: (?:please|of course|also|absolutely|certainly|to))* {_LOOK}\b.{{0,30}}?{_ELSEWHERE}",
        r"\bkeep (?:(?:your|those|the|some) )?(?:options open|(?:other )?irons in the fire|other (?:doors|options|irons|processes|conversations))\b",
        sides=PERSONS,
        question=False,
        unless=(_WITH_US, _THEMSELVES),
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
            "You may want to keep looking while we sort this out.",
            "My honest advice is to carry on interviewing elsewhere.",
            "I can't promise anything, so please continue to explore other roles.",
        ),
        no=(
            "We will keep looking until the position is filled.",
            "We encourage you to look at other opportunities on our careers page.",
            "You are welcome to apply for other opportunities.",
            "I'd like you to consider other positions we have open.",
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
        "wait|hold|turn|another|other|something|anything|understand|search|let us|let this",
        r"\b(?:do not|don't|wouldn't|would not|shouldn't|should not|not to|can't ask you to|cannot ask you to) (?:\w+ ){0,2}?"
        + any_of(
            "wait (?:around )?(?:for|on) (?:us|this|me|them|our)|hold out for|hold off (?:on )?(?:other|your)",
            r"put (?:everything|anything|your (?:job )?search|other \w+|your life) on hold",
            "turn (?:down|away) (?:anything|other|another|any)|let (?:us|this) (?:hold|stop|keep) you|(?:pause|stop) your (?:job )?search",
            "turn (?:anything|other offers|another offer|offers)(?: else)? down",
        )
        + r"\b",
        rf"\bif {_ANOTHER}(?: (?:comes?|turns)(?: up| along| your way)?)?\b.{{0,25}}{_TAKE_IT}",
        rf"\b(?:understand|forgive you|nobody would blame you|no hard feelings) if you (?:\w+ ){{0,3}}?(?:{_LOOK}|went|go) (?:\w+ ){{0,2}}?{_ELSEWHERE}",
        r"(?:\bnot|n't) want you to (?:miss|lose) (?:out on )?(?:other|another)\b",
        sides=PERSONS,
        question=False,
        yes=(
            "Please don't wait for us if something else comes up.",
            "I would not put everything on hold for this one.",
            "You shouldn't turn down other offers on our account.",
            "If you have other offers on the table, please do not let us hold you back.",
            "Don't turn anything else down on our account.",
            "If another offer comes along, take it.",
            "If something else comes up, I would take it.",
            "We would quite understand if you wish to look elsewhere.",
            "We wouldn't want you to miss out on other opportunities while you wait.",
        ),
        no=(
            "Please don't wait for the receptionist, just come up.",
            "Please do not hesitate to call.",
            "If another offer comes along, let us know before you take a decision.",
            "If anything is unclear, take it up with me on the day.",
            "We had to put everything on hold.",
            "I can't wait for us to meet.",
            "I understand that you look at other options too.",
        ),
    ),
    rule(
        "goes_on",
        Kind.GOES_ON,
        "forgotten|still ",
        r"\b(?:not|n't|never) (?:yet )?(?:been )?forgotten (?:about )?you\b|\byou(?:'re| are|'ve been| have been)? not (?:been )?forgotten\b",
        r"\b(?:you are|you're|your (?:application|name|candidacy|file) is) still (?:very much )?"
        r"(?:in the (?:running|mix|frame|race|picture)|under (?:active )?(?:consideration|review)|being considered)\b",
        sides=PERSONS,
        question=False,
        yes=(
            "This is just a short word to say that we have not forgotten you.",
            "You're still very much in the running.",
        ),
        no=("We had forgotten you would be away.", "The post is still in the running order."),
    ),
)
"""Of their people, never of machines: those who write by themselves send them with a no."""
