"""How they say that the job is gone: somebody has it, or nobody will."""

from __future__ import annotations

from watcher.inference.en.vocabulary import DENIED, IF, JOB, NOT, SOMEONE_ELSE, any_of
from watcher.inference.rules import Rule, rule
from watcher.model import Kind

__all__ = ["FILLED"]

_SEATS = (
    "desk",
    "chair",
    "role",
    "position",
    "post",
    "job",
    "vacanc",
    "seat",
    "spot",
    "gig",
    "appointment",
    "berth",
    "ship",
)
_THE_SEAT = rf"(?:the|this|that|our) (?:[\w'-]+ ){{0,5}}?(?:{JOB}|desk|chair)"
"""What somebody has who has the job."""

FILLED: tuple[Rule, ...] = (
    rule(
        "seat_taken",
        Kind.FILLED,
        f"{'|'.join(_SEATS)}|it is |it's |it was |it will ",
        rf"\b(?:gave|given|giving|hand(?:ed|ing)|award(?:ed|ing)|offered|entrusted|promised) {_THE_SEAT} to\b(?! (?:you|me|us)\b)",
        rf"\b(?:mov|plac|put|promot|slott?|transferr|shift|hir|appoint|recruit|install|nam|stepp)(?:e|ed|ing)? {SOMEONE_ELSE}(?: [\w'-]+){{0,4}}?"
        rf" (?:in|into|to|for|as|on) {_THE_SEAT}\b",
        rf"\bit(?:'s| is| was|'ll be| will be) (?!(?:you|we|i|me|us|the|a|an|our)\b)(?:[\w.'-]+ ){{1,4}}?(?:who|that) (?:will |is to |shall |is going to |has )?(?:tak|get|got|fill|ha[sv]|becom|land|won)\w* {_THE_SEAT}\b",
        rf"\b(?!(?:you|we|i|who|whoever|that|it|which|candidate|person|successor)\b)[\w-]+(?:'ll| will| is to| shall| is going to| has agreed to)(?: now)? (?:take|fill|get|have|occupy)(?: on| over| up)? {_THE_SEAT}\b(?! (?:description|down|along|back|to|out|from|off|paper)\b)",
        guard=any_of(IF, DENIED, r"\b(?:who|whoever|wants?|hopes?|likes?|plans?)\b"),
        unless=r"\?$|\b(?:interim|acting|temporar\w+|time being|cover|advert\w*|agency|search to|recruitment to|to market|job description|place of|slots? to)\b",
        yes=(
            "the director came back and gave the Highway Design Lead job to somebody he used to work with.",
            "The directors have given the desk to the bookkeeper, who has been doing the work since January.",
            "In the end the owner handed the post to her brother-in-law.",
            "The CPO moved one of his own analysts into the PM seat and thanked everybody.",
            "They have promoted a colleague to the position.",
            "It is Mr Gbedemah who will take the post.",
            "A lady from Tartu will take up the position in May.",
        ),
        no=(
            "We gave the role to you because we trust you.",
            "Whoever takes the post will report to me.",
            "We have given the search to an agency.",
            "Who will take the post?",
            "It is the director who will fill the post, not I.",
            "Bernd will take the desk for the time being.",
            "My colleague will take the post down to the mailroom.",
            "If they hand the job to somebody else I will tell you.",
            "We put one of our colleagues in charge of the visit.",
        ),
    ),
    rule(
        "job_is_gone",
        Kind.FILLED,
        "employ|hire|fill|make do|manage|get by|carry on|do with|concluded|taken|closed|cancel|withdraw|no longer|gone|gave|given|handed|scrap|pulled|eliminat|no |went to|chair|axed|cut |abolish|readvertis|re-advertis|recruit|hiring|decided not|exist",
        rf"\b(?:{JOB}(?: (?!might|may|could|if|until)[^.,;]{{0,50}}?)?|it|this|this one|that one|that)(?:'s| is| was| has| have| had|'ve)(?: now| since| already| just| sadly| unfortunately| been| gone| officially| all| thereby| thus| therefore)*"
        r" (?:filled|taken|axed|abolished|cut|ceased to exist|gone to (?:an?|the|someone|somebody|another)\b|no longer (?:available|open|vacant|required|being filled|going ahead|exists?|needed))\b",
        rf"\b(?:{JOB}|requirement)(?: [^.,;]{{0,50}}?)?(?:'s| is| was| has| have| had| got)(?: \w+)? (?:closed|filled|met|covered|staffed)"
        r"\b[^.,;]{0,20}? (?:through (?:an? |the |our )?(?:in-house|internal|transfer)|via (?:an? |the |our )?(?:in-house|internal|transfer)|internally|in-house|from within)\b",
        rf"\b{JOB}(?: [^.,;]{{0,50}}?)?(?:'s| is| was| has| have| had)(?: now| since| already| just| sadly| unfortunately| been| officially)*"
        r" (?:closed|concluded|cancelled|canceled|withdrawn|pulled|scrapped|eliminated|gone)(?=[.,!]|$| (?:on our|by|due|owing|because|and|as|so|for good|internally|altogether|completely|following|after|without|pending|in)\b)",
        r"\b(?:have|has|'ve|'s|had)(?: to)? (?:now |since |already |just )*(?:filled|withdrawn?|scrapped?|cancell?(?:ed)?|closed|pulled|eliminated?|axed|cut) (?:the|this|that|our)"
        rf" (?:[\w-]+ ){{0,5}}?{JOB}\b(?! (?:interview|call|screen|meeting|panel|round))",
        r"\b(?:board|management|company|council|client|they|we|owner|faculty|university) (?:scrapped|withdrew|cancelled|canceled|pulled|axed|cut|eliminated|filled) (?:the|this|that)"
        rf" (?:[\w-]+ ){{0,4}}?{JOB}\b",
        rf"\b(?:there(?:'s| is| are)|is) no (?:longer (?:a|any) )?(?:{JOB}|chair|desk)(?: any ?(?:more|longer)| to (?:offer|fill|give)| for (?:you|anybody|anyone)| now| left|[.,]|$)",
        r"\b(?:it's|it has|that's) (?:closed|done|over) on our (?:end|side)\b",
        rf"\b(?:{JOB}|chair|slot) (?:has (?:now )?gone|went|goes) to\b|\bthat (?:{JOB}|chair|slot|one)(?:'s| is| has)(?: been)? gone\b",
        rf"{NOT} (?:employ|hire|recruit|take on)(?:ing)? (?:anyone|anybody)\b(?!.{{0,20}}\b(?:until|till|before|yet|else))",
        rf"\b(?:no longer|not|n\'t)(?: be)? (?:be )?(?:recruiting|hiring|filling|appointing|going ahead)(?: for| to| with)?(?: anyone)? (?:for )?(?:this|the|that) (?:[\w-]+ ){{0,3}}?{JOB}",
        r"\b(?:decided|chosen|going|have|had) to (?:make do|manage|get by|carry on|do) (?:with(?: just| only)? (?:the|our|what|who)|without(?! (?:you|me|us|him|her|them|the|a)\b)|as we are)",
        rf"\bdecided not to (?:fill|recruit(?: for| to)?|proceed with) (?:the|this|that|any) (?:[\w-]+ ){{0,3}}?{JOB}",
        guard=any_of(IF, DENIED, r"\b(?:expect|hope|want)\b"),
        unless=(
            r"\b(?:told|wrote to|informed) you\b.{0,80}\bhad (?:now |since )?(?:been|gone)\b",
            r"\bfor (?:new )?applications|to (?:new )?(?:applications|applicants)|will be (?:\w+ )?(?:filled|closed|taken|cancel\w+|withdrawn|covered)|interview .{0,40}(?:cancel|withdrawn|taken)|call .{0,20}cancel",
            r"\b(?:form|seats?)\b.{0,20}\b(?:filled|webinar)|filled (?:in|out)\b(?! by)|taken (?:up|by the board|seriously|into)|advertise|position (?:taken|filled) with",
        ),
        yes=(
            "The above position has since been filled by an internal transfer.",
            "The role is no longer available.",
            "The vacancy has thereby ceased to exist.",
            "The post has gone to the chairman's nephew, and therefore no call will be required.",
            "We have now filled the post.",
            "Unfortunately this vacancy has been cancelled due to budget cuts.",
            "It's been filled mate, sorry.",
            "Board scrapped the post so there is no job for anybody.",
            "With him gone the Faculty has withdrawn the Exhibitions Curator vacancy.",
            "so there is no vacancy any longer",
            "HR have dropped him straight into it, so there's no chair any more.",
            "Having said that, the Billing requirement got closed yesterday through an internal job posting.",
            "As you'll see below the senior job at the hospital is gone.",
            "With the roof to pay for we decided to make do with the two of us this year.",
        ),
        no=(
            "Some months ago I told you that the position had been cancelled.",
            "We will keep looking until the position is filled.",
            "The post will be filled by September.",
            "The position is closed for applications.",
            "The role has not been filled.",
            "The interview on Tuesday has been cancelled.",
            "If the vacancy has been filled we will tell you.",
            "From tonight this mailbox is closed.",
            "The vacancy was closed yesterday through the portal, and we have begun to read.",
        ),
    ),
)
