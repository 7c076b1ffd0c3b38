"""How they say no.

A rejection closes a process for good, so these rules want the words themselves; a closing formula ("we wish you every
success") or a promise to keep a CV proves little alone.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import DENIED, HAVE, IF, JOB, NOT, SOMEONE_ELSE, any_of
from watcher.inference.rules import Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["REJECTIONS"]

_ME = (
    r"(?:your (?:application|candidature|candidacy|submission|profile|cv|name|proposal|file)|you)(?: for [^.]{1,80}?)?"
)
_UNABLE = any_of(NOT, "unable to", "no longer", "decided against", "chosen not to", "opted not to", "decided not to")
_LATER = r"\b(?:until|before|yet|till|once|while|without your|this week|today|quickly|as fast|as soon)\b"

REJECTIONS: tuple[Rule, ...] = (
    rule(
        "regret",
        Kind.REJECTED,
        "regret|unfortunate|sorry|sadly|disappoint|afraid|bad news|negative|good news|better news|great news|not the |not what ",
        rf"\b(?:regret\w*|unfortunately|sorry|sadly|disappoint\w*|afraid)\b.{{0,200}}?\b{_ME}{HAVE} ?{NOT}"
        r" (?:been |quite )?(?:successful|selected|shortlisted|progress\w*|tak\w+|accepted|chosen|considered|placed|made?"
        r"|get|got|mov\w+|going|through|put|appointed|among)\b",
        r"\b(?:regret\w*|unfortunately|sorry|sadly|afraid)\b.{0,160}?\b(?:unsuccessful|been rejected)\b",
        r"\b(?:regret\w*|unfortunately|sorry|sadly|afraid)\b.{0,160}?\bnot to"
        r" (?:proceed|progress|move|continue|take|pursue|offer|go|invite|hire|appoint)\b",
        r"\b(?:regret\w*|unfortunately|sorry|sadly|afraid)\b.{0,160}?"
        r"\b(?:can't|cannot|unable to|not able to|not in a position to|won't|will not)(?: be able to)?"
        r" (?:offer you|take you|progress (?:you|your)|proceed with you|move you|invite you|consider you|give you (?:the|this|a))\b",
        rf"\b(?:regret\w*|unfortunately|sorry|sadly|afraid)\b.{{0,160}}?{NOT} be"
        r" (?:progressing|moving|taking|proceeding|going|continuing|offering|inviting|pursuing|considering)\b",
        r"\b(?:give|send|bring|have|with|got) (?:you )?(?:an? |the )?(?:negative|bad|disappointing) (?:answer|news|reply|outcome)\b",
        r"\b(?:must|have to|need to|am going to|hate to) (?:disappoint|let) you(?: down|\.|,|$| this time)",
        r"\b(?:bearer of )?bad news\b.{0,60}?\b(?:decided|gone|went|gave|given|chose\w*|not|another|someone|somebody|no)\b",
        r"\b(?:not|isn\'t|no) (?:the )?(?:good|better|great) news\b(?! (?:yet|for (?:a|the) (?:date|timeline)))",
        r"\bnot (?:quite )?(?:what|the (?:news|answer|outcome|result|reply|call|mail|email|message|note)(?: that)?) (?:we|you|i|either of us|any of us)"
        r"(?:'d| had| were| was)? (?:both |all )?(?:want|hop|look|wish|expect)",
        guard=IF,
        unless=(
            rf"{NOT} .{{0,40}}{_LATER}",
            r"\binterviews? scheduled|postpone|alternative|another (?:date|time)|new date|wrong (?:day|date|time|link)\b",
            r"\bnot (?:yet )?a(?: final| flat| hard)? no\b",
        ),
        yes=(
            "We regret to inform you that your application has not been successful.",
            "Unfortunately you have not been shortlisted on this occasion.",
            "I'm sorry to say we won't be progressing your application any further.",
            "Unfortunately, we are unable to offer you the post.",
            "Sadly the panel decided not to proceed.",
            "I'm afraid you weren't selected for the traineeship.",
            "It is with regret that I must give you a negative answer.",
            "The Board regrets to inform you that, with 63 points, you have not been placed on the list.",
            "I know this is not the outcome you were hoping for.",
            "A day later than promised and not what we wanted.",
        ),
        no=(
            "I regret to advise that the interviews scheduled for 16 April will not now proceed.",
            "Unfortunately we are not able to move as quickly as we would like.",
            "Unfortunately we won't be making a decision this week.",
            "If you are unfortunately unsuccessful, we will write to you.",
            "I'm sorry, I have not been able to read your CV until today.",
            "Unfortunately Thursday does not work for Mr Okafor.",
            "Not what any of us wanted, but it's a pause and not a no.",
        ),
    ),
    rule(
        "not_forward",
        Kind.REJECTED,
        "forward|further|ahead|proceed|progress|advanc|continu|next stage|next round|next step|pursu|without you",
        rf"(?:{_UNABLE}|\bwithout) (?:be |to be |to |been |currently )?(?:able to |going to |in a position to )?"
        r"(?:mov|tak|go|progress|proceed|continu|advanc|bring|carry|put|pursu)(?:e|ing|y|ting|s)?\b.{0,60}?"
        r"\b(?:forward|further|ahead|to the next|onwards?|with (?:you\b|your|this application|this candidature))"
        rf"(?!.{{0,40}}{_LATER})",
        rf"{_UNABLE} (?:be |to be |to )?(?:progress|proceed|continu|advanc|pursu)(?:e|ing)? (?:your|you|with your)\b(?!.{{0,40}}{_LATER})",
        r"\b(?:won\'t|will not|not|n\'t) be progressing\b(?=[.,!]|$| (?:you|your|it|this|with|further|at))",
        rf"\b(?:(?:are|'re|am|'m|be|is|have|has) (?:now )?(?:mov|go|carry|press|proceed|continu)(?:ing|ed)|(?:decided|chosen|going|have|had) to (?:move|go|carry|press|proceed|continue))(?: on| ahead| forward)* without (?:{_ME})\b(?=[^?]*$)",
        guard=IF + r"|\bwhy\b",
        unless=r"\b(?:the|this) (?:project|merger|sale|purchase|plan|renovation|acquisition)\b|documents?|paperwork",
        yes=(
            "At this point we will not be taking your candidature forward.",
            "We have decided not to move forward with your application.",
            "We won't be progressing you to the next stage.",
            "The client is not proceeding with your profile.",
            "We're not going to take things further.",
            "We are moving on without your application this time.",
            "After careful review we are unable to progress your application further.",
        ),
        no=(
            "We can't move forward without your references.",
            "We are not moving forward until the board has met.",
            "If we decide not to move forward with you, you will hear either way.",
            "We have not yet decided whether to take your application forward.",
            "We look forward to meeting you.",
            "I can't proceed until I have your documents.",
            "The appointment cannot go any further while the review lasts.",
            "We can't go on without you!",
        ),
    ),
    rule(
        "gone_with_another",
        Kind.REJECTED,
        "gone|went|going|go |goes|proceed|mov|opted|chos|select|appoint|hire|hiring|pick|offered|took|take|prefer|fell|fallen|pursu"
        "|gave|given|to give|to offer|to hand|put forward|nominat|named|backed|recommend|voted|plumped|favour|favor|advanc|land|settl|award|accept|retain|promot|decid|lost out|pipped|nod|direction|ranked|pipped|beaten|closed|filled|finali|sealed|confirm|keep|kept",
        r"\b(?:gone|went|going|goes?|proceed(?:ing|ed)?|mov(?:e|ing|ed)|settled|landed|ran?)(?: forward| ahead| on)? (?:with|for|on|to)"
        rf" (?:only )?(?:the )?{SOMEONE_ELSE}",
        r"\b(?:opted|decided) (?:for|on|in favou?r of|to (?:hire|go with|proceed with|appoint|move (?:forward|ahead) with|offer (?:it|the \w+) to|take(?: on)?))"
        rf" {SOMEONE_ELSE}",
        r"\b(?:chose|chosen|selected|appointed|hired|picked|took|taken(?: on)?|retained|promoted|preferred|engaged|recruited)"
        rf" (?:to (?:move (?:forward|ahead) with|go with|proceed with|hire|appoint|offer) )?{SOMEONE_ELSE}",
        rf"\b(?:offered|given|gave|awarded|gone)(?: it| the [^.,]{{1,50}}?| this [^.,]{{1,50}}?)? to {SOMEONE_ELSE}",
        rf"\b(?:preference to|fell on|fallen on|(?:to |be )?pursu(?:e|ing)|in favou?r of|advancing|accepted by|gets? the nod:?|(?:lost|losing) out to|pipped by|beaten by|edged out by) (?:the )?{SOMEONE_ELSE}",
        r"\b(?:one of|someone|somebody) (?:the|our|their)?.{0,40}\b(?:has|have) been (?:promoted|appointed|chosen|given) (?:to|the|into|for)\b",
        r"\b(?:go|going|gone|went|head(?:ed|ing)?|mov(?:ed|ing)|turned|chosen to go|decided to go|opted to go)(?: forward| on| ahead)?(?: in)? (?:a different|another) (?:way|direction|route)\b",
        r"\b(?:another|other|one|an internal|the other) (?:candidate|applicant|person)s?\b.{0,30}\b(?:ranked|rated|placed|scored) (?:higher|ahead|above|more highly)\b",
        rf"\b(?:it|{JOB}|van|bench|chair|seat|spot|desk) (?:goes|went|has gone|is going) to (?:my|his|her|their|our) (?:own )?(?:cousin|nephew|niece|son|daughter|brother|sister|uncle|aunt|wife|husband|mate|friend)\b(?!')",
        r"\b(?:pipped|beaten|edged) (?:out |to (?:the|it) (?:post )?)?by\b",
        r"\b(?:we|they|he|she|client|board|panel|owners?)(?:'re|'ve| are| have| is| has)? (?:going|gone|went|go) (?:w|with|for) (?:him|her|them)\b(?=[.,!;]|$| in the end| because)",
        rf"\bappointment of {SOMEONE_ELSE}",
        r"\b(?:confirm|appoint|keep|kept)(?:s|ed|ing)? (?:the|our) (?:[\w-]+ ){1,3}?who (?:has|had|is|was)(?: now| been| already)* (?:acting|doing|covering|standing in|filling in|minding|holding)\b",
        rf"\b(?:closed|filled|finali[sz]ed|sealed)(?: it| (?:the|this|that|their|our) [^.,]{{1,50}}?)? with {SOMEONE_ELSE}",
        r"\b(?:panel|board|committee|jury|council|client|partners?|directors?|trustees|owners?|they|he|she)(?: has| have|'ve| then)?"
        rf" (?:put forward|nominated|named|backed|recommended|voted for|plumped for|settled on|prefers?) {SOMEONE_ELSE}",
        r"\b(?:gone|went|going) (?:w|with|for) (?:some|an)(?:one|body|other)\b|\b(?:gave|given|handed|offered) (?:it|the (?:job|role|post|gig|spot)) to (?:his|her|their|the|a|an|one|some\w+|another)\b",
        r"\b(?:appoint|hir|promot|fill|recruit)\w*(?: [\w-]+){0,4} (?:from within|internally|in-house)\b",
        rf"\b(?:told|asked|instructed|decided|chosen|voted|agreed|wants?|going) to (?:take|hire|appoint|have|engage|use) {SOMEONE_ELSE}(?: \w+){{0,3}} instead\b",
        rf"\b(?:told|asked|instructed|decided|chosen|voted|agreed|wants?|going)(?: us| me| them)? to (?:give|offer|award|hand)"
        rf" (?:it|the [^.,]{{1,50}}?|this [^.,]{{1,50}}?) to {SOMEONE_ELSE}",
        guard=any_of(
            IF,
            r"\b(?:nobody|no one|why)\b",
            DENIED,
            r"\b(?:plan|hope|want|would like|need|intend|aim|ready|about|still have|have yet|likely) to\b[^,;]{0,10}$",
        ),
        unless=(
            r"\bother candidates? (?:to (?:see|meet|interview)|are|is|on|this|next|remain|in the)\b",
            r"\b(?:has|have|did|could)(?: now)?(?: not|n't) (?:join|start|accept|take)|(?:drop|back|pull)(?:ped|ed)? out|fell through",
            r"\b(?:you and|including you|you are one|you're one|as one of the candidates)\b",
            r"\b(?:see|meet|meeting|interview(?:ing)?|speak(?:ing)? to|select|appoint|choose|pick|hire) (?:another|the (?:final|successful|last|right)|one of the|a|our) (?:candidate|applicant|person)s? (?:by|on|next|in|at|after)\b",
            r"\b(?:one|the) other (?:candidate|person|one)s? (?:to|on)\b",
            r"\bmov(?:e|ing) (?:on|forward) (?:to|with) (?:the )?(?:next|second|final)",
            r"\bcandidates? (?:early |late )?(?:next|this|by|on) (?:week|month|monday|tuesday|wednesday|thursday|friday)",
            r"\btook (?:another|some|other people)(?: \w+)? (?:day|week|time|while|look|call)s?\b|\bone of (?:the|our) (?:few|best|strongest|finalists|first)\b.{0,20}\byou",
            r"\b(?:selected|chosen|shortlisted|preferred|successful) candidates?\b",
            r"\b(?:to (?:(?:run|lead|handle|conduct) (?:the|our|this) (?:search|process|recruitment|interviews)|chair|(?:see|meet|interview) (?:you|candidates|applicants|people))|as (?:our|the|their|its) (?:new )?(?:chair|chief|head|director|ceo|interim|agency))\b|\bfirm\b",
            r"\b(?:another|other|different) (?:room|time|day|date|building|floor|office|place|location|slot|link|department|team|city|town|country|project|employer|company)\b",
            r"^(?:who|what|which|how)\b.*\?",
        ),
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
            "My uncle has put his foot down and the van goes to my cousin.",
            "The Council has confirmed the officer who has been acting since May.",
            "In the end we have chosen a candidate with more experience in bakery.",
            "The Bureau retained a candidate with French as mother tongue.",
            "One of the eight linguists has been promoted to run the desk.",
            "The trustees have chosen to appoint from within.",
            "In the end the board went with the woman from Tuam.",
            "one of the partners knows a guy, has run 3 bakeries, we're going w him.",
            "Council has ratified the appointment of a current County employee to the position.",
            "They have closed the Sr Backend requirement with an internal candidate from Pune.",
            "The panel put forward another of the five and the CEO went along with it.",
            "But they have chosen Mr Lyall, who knows the distilleries.",
            "The director has been told to take somebody junior instead.",
            "She has asked us to give it to the gentleman who has been acting in the post since January.",
            "While yours was among them, our search has moved forward in another direction.",
        ),
        no=(
            "We have one more candidate on Tuesday.",
            "We haven't gone with anyone else yet.",
            "The selected candidate has not joined.",
            "If we go with another candidate I will tell you myself.",
            "We will move forward with the next round of candidates next week.",
            "The client wants to see one other candidate before deciding.",
            "Before we choose a candidate the board has to sign off.",
            "We hope to appoint a candidate by Easter.",
            "We usually promote from within.",
            "It took another week to get the signature.",
            "The board meets to discuss the appointment.",
            "We went with them to see the site.",
            "I put forward another of your colleagues as well, hope that is all right.",
            "They have retained Mr Lyall's firm to run the search with us.",
            "She is moving to another department in spring.",
            "It went to my brother's address by mistake.",
        ),
    ),
    rule(
        "unsuccessful",
        Kind.REJECTED,
        "your name|your application|success|select|shortlist|short-list|short list|reject|progress|the cut|declin|turned|chosen|got the|get the|make it|made it|through|not you|list|rejected|knocked|among|profile|experience|recommend|status|outcome|result|appointed|closed|archived|ended|one of them|other candidate",
        rf"\b{_ME}{HAVE}(?: unfortunately| regrettably)? ?{NOT}(?: been| be)?(?: quite)?"
        r" (?:successful|selected|shortlisted|short-listed|short listed|progressed|accepted|chosen|placed on|among the|mak(?:e|ing) (?:the (?:cut|shortlist|short list|list|grade|final)|it)"
        r"|made the (?:cut|shortlist|short list|list|final)|get the|got the|(?:get|go|got) through)\b",
        rf"\b{_ME}{HAVE} (?:been )?(?:unsuccessful|rejected|declined|turned down)\b",
        r"\b(?:it|and it|sadly it|but it)(?:'s| is| was|wasn't|isn't) (?:not|n't)? ?(?:going to be )?you\b(?=[.,!]|$)",
        r"\b(?:rejected|declined|turned down|passed on|knocked back) (?:ur|your|you)\b",
        r"\byou(?:\'ve| have| were| are)(?: sadly)?(?:n\'t| not) (?:been )?(?:among|one of) (?:(?:those|the) (?:selected|chosen|shortlisted|successful|finalists|candidates)|them(?=[.,;!]|$))",
        r"\b(?:profile|experience|background|cv|application|qualifications?|skills?)(?: \w+){0,2}? (?:does(?:n\'t| not)|do(?:n\'t| not)|is(?:n\'t| not)|are(?:n\'t| not))(?: quite| really| closely)? (?:match|meet|fit|align|what (?:we|they)(?:\'re| are) (?:after|looking|seeking)|enough)",
        r"\b(?:not|n\'t) to recommend (?:you|your)\b",
        rf"\b(?:your name|your application)(?: \w+)? ?{NOT} (?:appear|figure|feature|find (?:a )?place|rank)\b",
        r"\b(?:status|outcome|result)\b[^.;?]{0,120}?(?:: ?|\b(?:to|is|now) )(?:not (?:progress(?:ed|ing)|selected|successful|shortlisted|hired|appointed|recommended|retained|advanc(?:ed|ing)|proceeding|moving forward|taken forward)|unsuccessful|rejected|declined)\b|^not (?:progressed|selected|shortlisted|successful|appointed)\W*$",
        r"\byour (?:application|candidacy|candidature|profile)(?: for [^.;]{0,60})? (?:is|has been|was|has)(?: been)?(?: now)? (?:moved to |set to |marked (?:as )?)?(?:closed|archived|ended|deactivated|dispositioned)\b",
        r"\bother candidates? (?:preferred|selected|chosen)\b",
        guard=any_of(IF, DENIED, r"\b(?:why|sorry that|how)\b"),
        unless=r"\bif (?:you|your)|\?$|(?:shall|will) be notified|deemed|until|unless|before",
        yes=(
            "Just to let you know you've not been shortlisted for Lead Practitioner.",
            "Your application for the Care Assistant post was unsuccessful on this occasion.",
            "I am directed to state that your name could not find place in the panel.",
            "The status of your application has changed to: Not selected.",
            "You were not selected for this position.",
            "Your status for EBC/3381 has changed from INTERVIEWED to NOT APPOINTED.",
            "Other answers came nearer to what the team is after, and your application is now closed.",
            "Your candidature has been rejected by the client.",
            "You didn't make the shortlist this time.",
            "We see three people for conversation and you are not one of them.",
            "Your application for R-20877 has been moved to Closed - Other Candidates Preferred.",
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
        rf"{_UNABLE}(?: able to| in a position to)? (?:be able to |be in a position to |be |to )?"
        r"(?:offer(?:ing)?|invit(?:e|ing)|mak(?:e|ing)|extend(?:ing)?) you (?:an? |the |this |that )?(?:[\w-]+ ){0,3}?"
        rf"(?:offer|{JOB}|employment|interview|place|to (?:an? |the )?(?:interview|next))\b",
        r"\b(?:withdraw(?:n|ing)?|rescind(?:ed|ing)?|retract(?:ed|ing)?|revok(?:e|ed|ing)|pull(?:ed|ing)?|take back|taken back) (?:the|our|your|this|that|my) (?:\w+ )?offer\b",
        guard=IF,
        unless=(_LATER, r"\b(?:reserve|right to|can always)\b"),
        yes=(
            "We are unable to offer you the position.",
            "We won't be inviting you to interview.",
            "Regrettably we cannot offer you a place this year.",
            "We are not in a position to make you an offer of employment.",
            "Head office has frozen every hire and we have to withdraw the offer.",
        ),
        no=(
            "We cannot offer you an alternative date.",
            "I can't offer you a firm start date yet.",
            "We can't make you an offer until the budget is signed off.",
            "If we are unable to offer you a place, we will say so.",
            "We reserve the right to withdraw the offer.",
        ),
    ),
    rule(
        "not_you",
        Kind.REJECTED,
        "you|application|candidature|candidacy|submission|includ",
        rf"{_UNABLE} (?:be )?(?:going to |able to |to |in a position to )?(?:engag|hir|appoint|employ|select|recruit|shortlist|short-list|retain|nominat)(?:e|ed|ing)? (?:you|your (?:application|candidature|candidacy|cv|profile))\b(?!.{{0,40}}{_LATER})",
        rf"\b(?:your|the|this) (?:application|candidature|candidacy|submission)(?: (?:for|to|as|no)\b[^.,;]{{1,60}}?)?(?: is| was| has| have| had| could| can| will| shall)? ?(?:therefore |thus |unfortunately |hence )?{NOT}(?: be| been)?"
        rf" (?:consider|includ|admit|retain|pursu|taken|accept|progress|select|shortlist|eligible)\w*\b(?!.{{0,40}}{_LATER})",
        rf"{_UNABLE}(?: be)?(?: able to)? includ(?:e|ed|ing) (?:it|you|your \w+)\b.{{0,40}}\b(?:selection|short-?list|short list|round|pool)\b",
        guard=any_of(IF, r"\b(?:why|sorry that|how)\b"),
        unless=r"\?$|\bunless\b|\blate\b|\bincomplete\b|\b(?:you |nor |or )(?:or |nor )?(?:anybody|anyone)\b|\bfor the (?:time being|moment)\b|\bfor now\b",
        yes=(
            "I do not engage you.",
            "We won't be appointing you, and I owe you the reason.",
            "The application is therefore not considered.",
            "Your candidature for the post of registrar could not be retained.",
            "We could not include it in the further selection.",
        ),
        no=(
            "We can't appoint you until the council has signed.",
            "Your application has not been considered yet.",
            "Incomplete applications are not considered.",
            "I wonder why your application was not considered.",
            "I have not included it in the list of papers.",
            "I can't appoint you or anybody else for the time being.",
        ),
    ),
    rule(
        "stops_here",
        Kind.REJECTED,
        "stops|ends|over|cross|strike|struck|scratch|the other|gone with|went with|chose|picked|hired|asked|taken|took|offered|settled|decided",
        r"\b(?:it|this|that|(?:our|the|your) (?:road|story|journey|process|conversation))(?: one| all)? (?:stops|ends|is over)(?: here| there)? for (?:this one|you|us|your \w+)\b",
        r"\b(?:you (?:can|may|could|should)|better) (?:safely )?(?:cross|strike|scratch) (?:it|us|them|this|that|him|her|\w+)(?: one)?(?: \w+)? (?:off|out|from)\b",
        r"\b(?:i|we|they|he|she)(?:'ve| have| has|'s)?(?: now| had to| therefore)* (?:cross(?:ed)?|struck|strike|scratch(?:ed)?) (?:you|your name) (?:off|out|from)\b",
        r"\bit(?:'s| is| was) (?!(?:you|u)\b)\w+ (?:whom |who |that )?(?:we|they|i)(?:'ve| have| had)? (?:gone with|went with|chose\w*|picked|hired|asked|taken|took|offered|settled on|decided (?:on|for))\b",
        r"\bit (?:was|is) the other (?:one |candidate |person )?(?:who|that|we|they)",
        guard=any_of(IF, DENIED),
        unless=r"\?$",
        confidence=Confidence.LIKELY,
        yes=(
            "But they want somebody who does it every day, and then it stops for this one.",
            "On Orchid, you can cross it out.",
            "You may strike us off your list.",
            "So I have crossed you off for the adviser.",
            "It's her we have gone with.",
            "We spoke of two people, and it was the other whom we asked.",
        ),
        no=(
            "If it ends there for you, say so.",
            "They have not crossed you off.",
            "It is you we have chosen.",
            "The meeting ends at four for us.",
            "Please cross out what does not apply.",
        ),
    ),
    rule(
        "decided_against",
        Kind.REJECTED,
        "decided|consider|pass|fit|match|ends here|end here|a no|answer is no|no luck|no good|no go|no joy|said no|turned|not this time"
        "|on this occasion|missed out|not to be|part ways|closing|close the loop|let you down|came down to|second|runner",
        r"\bdecided not to (?:hire|offer|interview|pursue|invite|appoint|take (?:you|your)|progress you)\b",
        r"\bno longer (?:being |be |under )?consider(?:ed|ing|ation)?\b",
        rf"{NOT} (?:be(?:ing)? )?consider(?:ed|ing)(?: you| your \w+)? (?:for|further|any further)\b",
        r"\b(?:has|have|had|'ve|going to|decided to|will|'ll)(?: to)? pass(?:ed|ing)? (?:on (?:you|your|this|the|it)\b|this time|at this time)",
        rf"{NOT}(?: been| be)?(?: quite| the| a| an)*(?: right| good| strong| perfect| close)* (?:fit|match) (?:for (?:this|the|our|us|what)|at this|right now|on this)",
        r"\b(?:this|it|our (?:process|journey)|the process)(?: one)?(?: sadly)? (?:ends|has to end|must end) here",
        r"\b(?:it's|it is|it was|that's|client said|they said|came back with a|(?:answer|verdict) (?:is|was)) (?:a )?no (?:from|i'm afraid|this time|on|for now|go\b|mate|in the end)",
        r"\b(?:answer|verdict|decision) (?:is|was) (?:a |sadly |unfortunately )?no(?=[.,!]|$)",
        r"^(?:so |sadly |sorry,? |i'm afraid )?(?:(?!that\b|this\b|which\b|saturday\b|sunday\b|\w+day\b)[\w&'-]+ ){1,3}(?:is|was|are) a no(?=[.,!;]|$| (?:from|i'm|sadly|sorry))",
        r"\bno (?:luck|good|go|joy)\b(?= ?(?:mate|this|i'm|sorry|with|,|\.|they|for (?:you|us)|$))",
        r"\b(?:but|so|sorry|afraid|it's|sadly|unfortunately|is|just|,) ?not (?:this time|on this occasion|to be(?: this time)?\b)",
        r"\b(?:have|has|'ve|they|client|board|board have) turned you down|\byou(?:'ve| have)? (?:just |narrowly )?missed out",
        r"\bclosing (?:out )?your (?:application|file)\b|\byou(?:'ve)? (?:c[ao]me|placed|finished|ranked) (?:in )?(?:a (?:very )?(?:close )?)?(?:second|third|fourth|fifth)\b|\byou were (?:the )?runner-?up",
        guard=any_of(IF, DENIED),
        unless=(
            r"\bnot a no\b|isn't a no|is(?: not|n't) (?:over|the end)|could be a (?:good|strong|great)|(?:great|good|strong) fit for|would(?:n't| not)",
            r"\bother candidates\b.*\bnot\b|passed? (?:on )?(?:your|the|it) .{0,40}\bto\b|pass (?:on )?.{0,30} to (?:the|my|our)|late|incomplete|for you to decide",
        ),
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
            "The answer is no.",
            "Tamarisk is a no.",
            "You came a very close second.",
            "You placed second of nineteen.",
        ),
        no=(
            "Not a no!!",
            "Saturday is a no.",
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
        r"\b(?:is|are|'re|was|were|decided to|will be) only (?:advanc|mov|tak|progress|consider|see|interview)\w*\b.{0,60}?"
        r"\b(?:people|candidates|those|applicants|folks|ones)\b.{0,12}\b(?:who|with|that)\b",
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
        "on file|on our |in our |in mind|on record|on the books|near me",
        r"\b(?:keep|hold|retain|kept|held|store)(?:ing)? (?:your|you|ur) ?(?:\w+ ){0,3}?"
        r"(?:on file|on record|(?:on|in) our (?:system|database|talent pool|books|records|files)|in mind|on the books)\b.{0,60}?"
        r"\b(?:should|if|in case|for|when)\b.{0,30}\b(?:similar|suitable|other|another|else|future|anything|something|more|new|opportunit\w+|opens?|comes? up|arises?)\b",
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
)
