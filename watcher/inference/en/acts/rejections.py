"""How they say no, and that the job is gone.

A rejection closes a process for good, so these rules want the words themselves; a closing formula ("we wish you every
success") or a promise to keep a CV proves nothing alone.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import IF, JOB, NOT, SOMEONE_ELSE
from watcher.inference.rules import Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["REJECTIONS"]

_OTHERS_ONLY = r"\bother candidates? (?:to (?:see|meet|interview)|are|is|on|this|next|remain|in the)\b"

REJECTIONS: tuple[Rule, ...] = (
    rule(
        "regret",
        Kind.REJECTED,
        "regret|unfortunately|sorry to|sadly|disappoint|afraid|bad news|not the news|no good news",
        r"(?:regret|unfortunate|unfortunately|sorry|sadly|disappoint\w*|afraid|bad news|not the news)\b.{0,160}?\b(?:"
        r"(?:(?:your|the) (?:application|candidature|candidacy|profile|submission)|you)(?: for .{1,60}?)?"
        r"(?:'ve| have| has|'re| are| is| was| were| will| did|'ll)? ?"
        + NOT
        + r"(?: be| been| quite)? (?:successful|selected|shortlisted|progress\w*|tak\w+|accepted|chosen|considered|make|made|get|got|mov\w+|going|through|put)"
        r"|unsuccessful|been rejected|not (?:been )?(?:successful|shortlisted)"
        r"|not to (?:proceed|progress|move|continue|take|pursue|offer|go|invite|hire)"
        r"|(?:can't|cannot|unable to|not able to|not in a position to|won't be able to|will not be able to) (?:offer you|take you(?: on)?\b|progress|proceed with you|move you|invite you|consider you)"
        r"|" + NOT + r" be (?:progress|mov|tak|proceed|go|continu|offer|invit|pursu|consider)ing\b)",
        guard=IF,
        unless=NOT
        + r" .{0,40}\b(?:until|before|as (?:quickly|fast|soon)|this week|today|alternative|another (?:date|time))\b|interviews? scheduled|postpone",
        yes=(
            "We regret to inform you that your application has not been successful.",
            "Unfortunately you have not been shortlisted on this occasion.",
            "I'm sorry to say we won't be progressing your application any further.",
            "Unfortunately, we are unable to offer you the post.",
            "Sadly the panel decided not to proceed.",
            "I'm afraid you weren't selected for the traineeship.",
        ),
        no=(
            "I regret to advise that the interviews scheduled for 16 April will not now proceed.",
            "Unfortunately we are not able to move as quickly as we would like.",
            "Unfortunately we won't be making a decision this week.",
            "If you are unfortunately unsuccessful, we will write to you.",
            "I'm sorry, I have not been able to read your CV until today.",
        ),
    ),
    rule(
        "not_forward",
        Kind.REJECTED,
        "forward|further|ahead|proceed|progress|advanc|continu|next stage|next round|next step",
        r"(?:"
        + NOT
        + r"|unable to|no longer|decided against|chosen not to|opted not to|without) (?:be |to be |to |been |currently )?(?:able to |going to |in a position to )?"
        r"(?:mov|tak|go|progress|proceed|continu|advanc|bring|carry|put|pursu)(?:e|ing|y|t?ting)?\b"
        r"(?:.{0,60}?\b(?:forward|further|ahead|any further|to the next|onwards?|with (?:you|your|this) ?(?:application|candidature|candidacy|profile)?)"
        r"| (?:your|you|with your)\b)"
        r"(?!.{0,40}\b(?:until|without|unless|before|till|yet|on (?:mon|tues|wednes|thurs|fri)day|quickly|this week|today)\b)",
        guard=IF + r"|\bwhy\b",
        unless=r"\b(?:the|this) (?:project|merger|sale|purchase|plan|renovation|acquisition)\b|documents?|paperwork",
        yes=(
            "At this point we will not be taking your candidature forward.",
            "We have decided not to move forward with your application.",
            "We won't be progressing you to the next stage.",
            "The client is not proceeding with your profile.",
            "We're not going to take things further.",
            "After careful review we are unable to progress your application further.",
        ),
        no=(
            "We can't move forward without your references.",
            "We are not moving forward until the board has met.",
            "If we decide not to move forward with you, you will hear either way.",
            "We have not yet decided whether to take your application forward.",
            "We look forward to meeting you.",
            "I can't proceed until I have your documents.",
        ),
    ),
    rule(
        "gone_with_another",
        Kind.REJECTED,
        "gone|went|going|go |proceed|mov|opted|chose|select|appoint|hired|picked|offered|took|taken|preference|prefer|fell on|fallen on|pursu|gave|given|favour|favor|advanc|landed on|settled on",
        r"(?:(?:gone|went|going|go|goes|proceed|proceeding|proceeded|moving|move|moved|settled|landed|ran|run)(?: forward| ahead| on)? (?:with|for|on)"
        r"|opted (?:for|to (?:hire|go with|proceed with|appoint|move forward with))|chose|chosen|select(?:ed)?|appoint(?:ed)?|hired?|picked|took|taken(?: on)?"
        r"|(?:offered|given|gave|awarded|accepted) (?:it|the .{1,50}?|this .{1,50}?)? ?(?:to|by)|preference to|preferred|fell on|fallen on|pursue|pursuing|in favou?r of|advancing|decided (?:on|for))"
        r" (?:only )?(?:to )?(?:move (?:forward|ahead) with |go with |proceed with |hire |appoint )?(?:the |an? )?(?:\w+ ){0,2}?"
        + SOMEONE_ELSE,
        guard=IF + "|" + NOT + r"|\b(?:nobody|no one|why)\b",
        unless=_OTHERS_ONLY
        + r"|(?:has|have|did|could)(?: now)?(?: not|n't) (?:join|start|accept|take)|(?:drop|back|pull)(?:ped|ed)? out|fell through|next week|you and|including you"
        r"|(?:select|appoint|choose|pick|hire|take|see|meet|interview)(?:ing)? (?:another|the (?:final|successful)|one of the) (?:candidate|applicant)s? (?:by|on|next|in|at)\b"
        r"|(?:one|the) other (?:candidate|person|one)s? (?:to|on)\b|(?:move|moving) (?:on|forward) (?:to|with) (?:the )?(?:next|second|final)"
        r"|\b(?:who|what) .{0,40}\?",
        yes=(
            "I've gone with someone who's already got hospital critical power experience.",
            "Management has decided to proceed with a candidate having more Azure exposure.",
            "We have appointed the internal candidate, by one vote.",
            "The choice was very close and it fell on a candidate who already knows our system.",
            "For this requisition we have given preference to other applicants.",
            "nah no good mate they took a bloke who was already on site",
            "We've decided to pursue other candidates whose experience more closely matches our needs.",
            "We opted for another applicant in the end.",
            "They offered it to somebody with more ICU time.",
            "In the end we have chosen a candidate with more experience in bakery.",
        ),
        no=(
            "We have one more candidate on Tuesday.",
            "We haven't gone with anyone else yet.",
            "The selected candidate has not joined.",
            "If we go with another candidate I will tell you myself.",
            "We will move forward with the next round of candidates next week.",
            "The client wants to see one other candidate before deciding.",
            "Before we choose a candidate the board has to sign off.",
        ),
    ),
    rule(
        "unsuccessful",
        Kind.REJECTED,
        "success|select|shortlist|short-list|short list|reject|progress|the cut|declin|turned|chosen|got the|get the",
        r"(?:(?:your|the) (?:application|candidature|candidacy|submission|profile|cv)|\byou)(?: for .{1,80}?)?"
        r"(?:'ve| have| has|'re| are| is| was| were|'s| did)?(?: now| unfortunately| regrettably)?(?:"
        r" ?"
        + NOT
        + r"(?: been| be)?(?: quite)? (?:successful|selected|shortlisted|short-listed|short listed|progressed|accepted|chosen|make the (?:cut|shortlist|short list)|made the (?:cut|shortlist|short list)|get the|got the|make it)"
        r"| (?:been )?(?:unsuccessful|rejected|declined|turned down))\b",
        guard=IF + r"|\b(?:why|sorry that|how)\b",
        unless=r"\bif (?:you|your)|\?$|shall be notified|will be notified|deemed",
        yes=(
            "Just to let you know you've not been shortlisted for Lead Practitioner.",
            "Your application for the Care Assistant post was unsuccessful on this occasion.",
            "You were not selected for this position.",
            "Your candidature has been rejected by the client.",
            "You didn't make the shortlist this time.",
            "Your application has not been successful.",
        ),
        no=(
            "Unsuccessful candidates will be notified by post.",
            "If you have not been shortlisted you will not hear from us.",
            "We have not rejected your application, it is simply in a queue.",
            "Not being shortlisted says nothing about you.",
            "If you have heard nothing by then, please assume your application was unsuccessful.",
        ),
    ),
    rule(
        "cannot_offer",
        Kind.REJECTED,
        "offer|invit",
        r"(?:"
        + NOT
        + r"|unable to|no longer)(?: able to| in a position to)? (?:be able to |be in a position to |be |to )?(?:offer(?:ing)?|invit(?:e|ing)|mak(?:e|ing)|extend(?:ing)?) you"
        r" (?:an? |the |this |that )?(?:\w+ ){0,3}?(?:offer|"
        + JOB
        + r"|employment|interview|place|to (?:an? |the )?(?:interview|next))",
        guard=IF,
        yes=(
            "We are unable to offer you the position.",
            "We won't be inviting you to interview.",
            "Regrettably we cannot offer you a place this year.",
            "We are not in a position to make you an offer of employment.",
        ),
        no=(
            "We cannot offer you an alternative date.",
            "I can't offer you a firm start date yet.",
            "We can't make you an offer until the budget is signed off.",
            "If we are unable to offer you a place, we will say so.",
        ),
        unless=r"\b(?:until|before|yet|till)\b",
    ),
    rule(
        "decided_against",
        Kind.REJECTED,
        "decided|consider|pass|fit|match|ends here|end here|a no|no luck|no good|no go|no joy|turned|not this time|on this occasion|missed out|not to be|part ways|close the loop|closing",
        r"\bdecided not to (?:hire|offer|interview|pursue|invite|take (?:you|your)|progress you)|"
        r"(?:\bno longer|"
        + NOT
        + r") (?:be(?:ing)? |under )?consider(?:ed|ing|ation)?(?: you| your)?(?: (?:for|further|any)\b|$|[.,])|"
        r"(?:has|have|had|'ve|going to|decided to|will|'ll)(?: to)? pass(?:ed|ing)? (?:on (?:you|your|this|the|it)|this time|at this time)|"
        r"\b(?:is|are|was|were|not|isn't|aren't|wasn't)(?: not)?(?: quite| the| a| an)*(?: right| good| strong| perfect| close)*(?: fit| match) (?:for (?:this|the|our|us|what)|at this|right now|on this)|"
        r"\b(?:this|it|our (?:process|journey)|the process)(?: one)?(?: sadly)? ends here|"
        r"\b(?:it's|it is|it was|that's|a|be a|client said|they said|came back with a) no (?:from|i'm afraid|this time|on|for now|go\b|mate)|"
        r"\b(?:no (?:luck|good|go|joy))\b(?= ?(?:mate|this|i'm|sorry|with|,|\.|they|$))|"
        r"\b(?:but|so|sorry|afraid|it's|sadly|unfortunately|is|just|,) ?not (?:this time|on this occasion|to be(?: this time)?\b)|"
        r"\b(?:have|has|'ve|they|client) turned you down|\byou(?:'ve| have)? (?:just )?missed out|closing (?:out )?your (?:application|file)",
        guard=IF + "|" + NOT + r" (?:a |said )",
        unless=r"\b(?:not|isn't|n't) a no\b|is "
        + NOT
        + r" (?:over|the end)|could be a (?:good|strong|great)|great fit for|(?:a|strong|good|great) (?:fit|match) (?:for|at)(?!.*(?:\bnot|n't))"
        r"|\bother candidates\b.*\bnot\b|would(?:n't| not)|passed (?:on )?(?:your|the|it) .{0,40}\bto\b|pass (?:on )?.{0,30} to (?:the|my|our)|late|incomplete",
        yes=(
            "Marek is only advancing people with a quota, so this one ends here for us.",
            "The client has decided to pass on your profile.",
            "You are no longer being considered for this role.",
            "It isn't quite the right fit for us at this time.",
            "They came back with a no I'm afraid.",
            "Great chat, but not this time.",
            "They've decided not to hire after all.",
            "Sorry, not on this occasion.",
            "no luck this time mate",
        ),
        no=(
            "Not a no!!",
            "You are a great fit for this role.",
            "I passed on your CV to the hiring manager.",
            "We are not considering anyone else for it, only the salary is open.",
            "I'll pass on your thanks to the team.",
            "If it's not the right fit for you, just say so.",
            "Applications received late will not be considered further.",
        ),
    ),
    rule(
        "only_those",
        Kind.REJECTED,
        "only ",
        r"\b(?:is|are|'re|was|were|decided to|will be) only (?:advancing|moving|taking|progressing|advance|take|progress|see|seeing|interview\w*|considering|consider)\b.{0,30}?(?:forward )?.{0,30}?\b(?:people|candidates|those|applicants|folks|ones)\b.{0,12}\b(?:who|with|that)\b",
        guard=IF,
        unless=r"\b(?:like you|such as you|including you|so you)\b",
        confidence=Confidence.LIKELY,
        yes=("The director is only taking forward candidates who have run a night shift.",),
        no=(
            "We are only seeing people who live close by, so you're in luck: lots like you.",
            "We only have one round.",
        ),
    ),
    rule(
        "kept_on_file",
        Kind.REJECTED,
        "on file|on our |in our |in mind|on record|on the books",
        r"\b(?:keep|hold|retain|kept|held|store)(?:ing)? (?:your|you|ur) ?(?:cv|resume|r.sum.|details|application|profile|documents|information|name|data)? ?.{0,25}?"
        r"\b(?:on file|on record|(?:on|in) our (?:system|database|talent pool|books|records|files)|in mind|on the books)\b.{0,60}?"
        r"\b(?:should|if|in case|for|when)\b.{0,30}\b(?:similar|suitable|other|another|else|future|anything|something|more|new|opportunit\w+|opens?|comes? up|arises?|arise)\b",
        guard=IF,
        confidence=Confidence.LIKELY,
        yes=(
            "We'll keep your CV on file should anything suitable come up.",
            "With your permission we will hold your CV on our system for six months should a similar vacancy arise.",
            "I will keep you in mind for future opportunities.",
        ),
        no=(
            "If we can't take you further this time we will keep your CV on file for other roles.",
            "We keep your data on file for six months.",
            "Keep your phone on, I'll ring if anything changes.",
        ),
    ),
    rule(
        "filled",
        Kind.FILLED,
        "filled|taken|closed|cancel|withdrawn|no longer|gone to|job to|role to|position to|post to",
        r"\b(?:"
        + JOB
        + r"(?: .{0,50}?)?|it|this|this one|that one|that)(?:'s| is| was| has| have| had|'ve)(?: now| since| already| just| sadly| unfortunately| been| gone| officially)*"
        r" (?:filled|taken|gone to (?:a|an|the|someone|somebody|another)\b|no longer (?:available|open|vacant|required|being filled|going ahead|exists?)|(?:closed|cancelled|canceled|withdrawn|pulled|scrapped|eliminated)(?: on our (?:end|side)| by the client| by management)?(?=[.,!]|$| on our| by | due| owing| because| and| as| so| for good| internally))"
        r"|\b(?:have|has|'ve|'s) (?:now |since |already |just )*filled (?:the|this|that|it)\b"
        r"|\b(?:gave|given|handed|offered) the .{1,60}? (?:" + JOB + r") to\b",
        guard=IF + "|" + NOT + r"|\b(?:expect|hope|want|will)\b",
        unless=r"for (?:new )?applications|to (?:new )?(?:applications|applicants)|\bapplications? (?:is|are|has|have) (?:now )?closed|will be|interview .{0,40}(?:cancel|withdrawn|taken)|call .{0,20}cancel|not (?:been |yet )?filled|\bform\b|seats?\b.{0,20}\bwebinar",
        yes=(
            "The above position has since been filled by an internal transfer.",
            "the director came back and gave the Highway Design Lead job to somebody he used to work with.",
            "The role is no longer available.",
            "We have now filled the post.",
            "Unfortunately this vacancy has been cancelled due to budget cuts.",
            "It's been filled mate, sorry.",
        ),
        no=(
            "We will keep looking until the position is filled.",
            "The post will be filled by September.",
            "The position is closed for applications.",
            "The role has not been filled.",
            "The interview on Tuesday has been cancelled.",
            "If the vacancy has been filled we will tell you.",
        ),
    ),
)
