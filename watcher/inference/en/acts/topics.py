"""What speaks for a hiring process of mine, and what is an approach.

The words against it are in `elsewhere`: landlords have applicants too.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import JOB, any_of
from watcher.inference.rules import ANYONE, MINE, PERSONS, THEIRS, Rule, rule
from watcher.model import Confidence, Kind, Stage

__all__ = ["TOPICS"]

# `text` tells of a rule that reads of an application of mine: who writes so has not approached me (`matching.fold`).

_LIKELY = Confidence.LIKELY
_WORK = any_of(
    JOB, "interview", r"shortlist\w*", "hiring", r"recruit\w*", "talent", "career", "engineer", "manager", "nurse", "teacher", "lecturer",
    "officer", "assistant", "analyst", "designer", "developer", "electrician", "technician", "director", "coordinator", "specialist",
    "consultant", "chef", "curator", "driver", "translator", "scientist", "accountant", "administrator", "supervisor", "worker",
)  # fmt: skip
_NO_JOB = (
    r"\b(?:loan|mortgage|tenancy|landlord|flat|apartment|rental|visa|passport|planning|school place|nursery|insurance|credit|grant|funding|licen[cs]e"
    r"|flooring|membership|permit|benefit|council tax|vendor|stall|booth|festival|competition|award|scholarship|bursary|allotment|adoption)\b"
)

TOPICS: tuple[Rule, ...] = (
    rule(
        "my_application",
        Kind.HIRING,
        "appl|candida|submission|advert|our ad|my ad|posting|listing|regist",
        rf"\b(?:your|my|the above) (?:\w+ )?(?:application|candidature|candidacy|submission)\b.{{0,100}}?\b{_WORK}\b",
        rf"\b(?:apply|applying|applied) (?:to|for|as|at|with)\b.{{0,80}}?\b(?:{_WORK}|us|our team)\b",
        r"\b(?:your|my|ur) (?:updated |full |current )?candidature\b|\bcandidate (?:profile|home|portal|account)\b",
        r"\byou(?:'ve| have)? (?:now |just |successfully )+applied (?:for|to)\b",
        r"\b(?:answering|replying to|responding to|response to|reply to|seen) (?:my|our) (?:ad|advert|advertisement|posting|listing)\b",
        rf"\bregister(?:ing|ed) (?:with|for|at)\b.{{0,80}}\b{JOB}\b",
        unless=(_NO_JOB, r"\bif (?:your|you) .{0,20}know (?:someone|anyone)"),
        sides=ANYONE,
        text=Stage.APPLIED,
        yes=(
            "Your application for the post of Head Gardener is with the panel.",
            "Thank you for applying for Senior Data Platform Engineer at Lumenry.",
            "You have successfully applied for:",
            "Thank you for answering my advertisement for Fundy & Main.",
            "Thank you for registering with us for the post of Test Engineer.",
        ),
        no=(
            "Your application for 14 Tivoli Close is with the landlord.",
            "Your home loan application has been received.",
            "Your application to replace the flooring was received.",
            "Your CV came across my desk.",
        ),
    ),
    rule(
        "my_papers",
        Kind.HIRING,
        "cv|resume|résumé|profile",
        r"\b(?:your|my|ur) (?:updated |full |current )?(?:cv|resume|r.sum.)\b",
        r"\byour profile (?:has been |is |was |got )?(?:shortlisted|selected|submitted|presented|forwarded|under|to (?:the client|mr|ms|our|my|them))",
        unless=(_NO_JOB, r"\bif (?:your|you) .{0,20}know (?:someone|anyone)"),
        sides=ANYONE,
        yes=("Your CV came across my desk.", "your profile is shortlisted."),
        no=("Your application for the post is with the panel.",),
    ),
    rule(
        "my_interview",
        Kind.HIRING,
        "interview|screen|telephonic|oral board|selection board|assessment cent|hiring|talent acq|take-home|take home|shortlist|short-list|requisition|salary|notice period|ctc|round|intro call|first call",
        r"\byour (?:[\w-]+ ){0,3}?interview\b|\binvit(?:e|ed|ation|ing)(?: you)? (?:to|for) (?:an? |the |our )?(?:[\w-]+ ){0,3}?interview",
        r"\b(?:phone|telephone|telephonic|screening|panel|video|technical|first|second|final|teams|zoom|selection|on-?site|formal|initial|hr) (?:\w+ )?(?:interview|screen|screening|round)\b",
        r"\bscreening call|\boral board|\bselection board|\bassessment (?:centre|center|day)\b|\binterview(?:ed|ing)? you\b|\b(?:selected|admitted you) (?:to|for) (?:the )?interview|\binterview with (?:you|our|the|mr|ms|dr)\b|\bintro(?:ductory)? call",
        r"\bhiring manager\b|\btalent acquisition\b|\btake-?home (?:task|test|assignment)\b|\bsalary expectations?|\bnotice period|\b(?:current|expected) ctc\b",
        r"\byou(?:'ve| have| are|'re)? (?:now )?(?:been )?(?:shortlisted|short-listed|through to)|\bnot been shortlisted|\b(?:second|next|final) round\b",
        unless=(
            r"\binterview(?:ing)? (?:me|them|him|her)\b|\b(?:her|his|their) interview\b|\bsit (?:on|in on)\b|\bwith me\b|shared drive|scor(?:ecard|ing)|\bthe candidate\b|visa interview|podcast|magazine|journalist|our readers",
            r"\binterviews (?:this|thursday|friday|monday|tuesday|wednesday|saturday|in 24)|\b(?:pleasure|nice|good|great) to interview you\b|junior school|grade \d",
            _NO_JOB,
        ),
        sides=ANYONE,
        confidence=_LIKELY,
        yes=(
            "Your interview will take place by MS Teams on Thursday.",
            "We would like to get to know you in a first telephone interview.",
            "As a first step I'd like to run through a short phone screen with you.",
            "What is your salary expectation, and with which notice period?",
        ),
        no=(
            "Can you sit on the panel with me for the interviews?",
            "Thank you for taking the time to interview me.",
            "Interviews this Saturday!",
        ),
    ),
    rule(
        "put_forward",
        Kind.HIRING,
        "present|put|client|submi|referees|references|send you over|sent you over|more about",
        r"\b(?:present(?:ed|ing)?|put(?:ting)?|submit(?:ted|ting)?|sent|sending|send) you(?:r (?:profile|cv|name|details|resume|application))? (?:to|forward|over|across|in front|in for)\b|\bbefore i present you\b",
        r"\b(?:the|my|our|their) (?:client|principal) (?:has|have|is|was|would|wants|will|liked|likes|loved|asked|asks|came|feels|decided|needs)\b",
        r"\byour (?:referees|references)\b|\b(?:two|three) (?:referees|references)\b",
        rf"\b(?:hear|know|learn|tell me) more about (?:the|this|your) (?:[\w-]+ ){{0,3}}?{JOB}\b",
        confidence=_LIKELY,
        sides=ANYONE,
        unless=(
            r"\b(?:landlord|tenan|rental|letting|adoption|visa)",
            r"\bclient (?:meeting|call|account|project|site)\b",
        ),
        yes=(
            "To put you forward I need your passport page.",
            "The client liked you a lot.",
            "Marcus, your references sang.",
            "I'd be honoured to hear more about the position.",
        ),
        no=("The landlord wants two references.",),
    ),
    rule(
        "the_job",
        Kind.HIRING,
        "role|position|post |post.|vacancy|opening|job",
        r"\b(?:the|this|our|above|your|a) (?:[\w&/()-]+ ){0,5}?(?:role|position|vacancy|job opening|job)\b",
        r"\b(?:the|this|above) (?:[\w&/()-]+ ){0,5}?post\b|\bfor the (?:[\w&/()-]+ ){1,5}?(?:role|position|vacancy|post|opening)\b",
        sides=ANYONE,
        confidence=Confidence.UNCLEAR,
        unless=r"\b(?:blog|good job|great job|job alert|play(?:s|ed)? (?:a|the) role|in the post\b|by post|position (?:of the|on the) (?:market|matter)|new jobs?)\b",
        yes=("I am in charge of the Network Planning Lead vacancy.", "I'm checking in on the backend role."),
        no=("Good job on the report!", "The letter is in the post."),
    ),
    rule(
        "system_receipt",
        Kind.HIRING,
        "application|applying|applied|submission",
        r"\bthank(?:s| you) for (?:your application|applying|submitting an application)|\b(?:received|got|have) your application\b",
        r"\b(?:application|submission) (?:has been |was |is |for .{1,80} (?:has been |was |is ))?(?:received|submitted|lodged|complete|validated|registered|under review|in good hands)\b",
        r"\b(?:completed|finished) your (?:submission|application)\b",
        unless=(_NO_JOB, r"\b(?:property|references\. the)\b"),
        confidence=_LIKELY,
        sides=THEIRS,
        text=Stage.APPLIED,
        yes=(
            "Thanks for applying!",
            "Your application has been received.",
            "We've received your application for Lead Practitioner.",
            "You have completed your submission for Programme Officer.",
        ),
        no=("Your application to replace the flooring was received.", "Thank you for your loan application."),
    ),
    rule(
        "an_application",
        Kind.HIRING,
        "appl|your form|ur form|submission",
        r"\b(?:your|ur|the above) (?:letter of |\w+ )?(?:application|submission)\b|\b(?:your|ur) form for\b|^application\b|\byou(?:'ve| have)? applied\b|\bfor applying\b",
        r"\b(?:sending|sent|submitting|filling|filled|completing)(?: us| in| out)? (?:your|ur|the|that lovely|the lovely) form\b",
        confidence=Confidence.UNCLEAR,
        sides=PERSONS,
        text=Stage.APPLIED,
        yes=(
            "Your letter of application has been entered.",
            "This is about your form for Project Manager.",
            "Your application is ok.",
            "Application fine.",
            "Thanks ever so much for sending your form in.",
        ),
        no=("I would like to carry your CV across.",),
    ),
    rule(
        "approach",
        Kind.OUTREACH,
        "across|your |opportunit|recruit|hiring|looking|search|retained|instructed|keen|interest|appetite|open to|open for|gig|client|consider|entertain|explor|passed on|recommended|need a|need an|conversation|in the market|role|principal|game|someone|talk you|stuck|short of|asked me|asked us|tempt|appeal|send you|worth|wants",
        r"\b(?:came|come) across (?:your|ur|you)\b|\b(?:seeing|saw|seen|found|viewed|looking at|looked at|read|reviewed|reading|finished) your (?:profile|cv|linkedin|resume|work|portfolio|translation|article|talk|book|paper)\b",
        r"\byour (?:profile|background|experience|path|work|cv|resume|career|name|talk|post)(?: \w+){0,4} (?:caught my|stood out|impress|is exactly|seems? (?:a|an|like)|looks? (?:like|a|great|very)|came up|was (?:passed|given|recommended)|would be|popped|fits|matches)",
        r"\b(?:i'm|i am|we're|we are|im) (?:currently |just |also |about to )?(?:recruiting|hiring|looking|searching|working (?:with|on behalf of|for)|partnering|assisting|helping|supporting|representing|handling|sourcing|hire|stuck for|short of|after|on the hunt|needing|seeking)\b.{0,140}\b(?:an?|our|my|for|to|one)\b",
        r"\b(?:retained|instructed|engaged|commissioned|mandated) (?:by|to|me to|us to)\b|\bon behalf of (?:a|my|our|one)\b.{0,80}\b(?:looking|search|recruit|seek|client)",
        r"\b(?:my|our|a|premium|one of (?:my|our)) (?:[\w-]+ ){0,3}?(?:client|principal|partner schools?)\b.{0,60}\b(?:is|are|needs?|looking|seeking|after|hiring|requires?|needing)\b",
        rf"\b(?:got|have|have got|there is|there's) (?:an?|\d+|two|three|several|some) (?:[\w/&-]+ ){{1,8}}?{JOB}\b|\b(?:exclusive|confidential|exciting|fantastic) (?:role|opportunity|mandate|position|opening)\b",
        r"\b(?:u|you) (?:are )?(?:keen|interested|game|in the market|open to (?:a |an |new |hearing|exploring))|\b(?:any|an) appetite\b|\b(?:keen|interested) to (?:explore|hear|know|chat)\b",
        r"\b(?:would|could|might) (?:you|i|it|this|that) (?:be (?:open|of (?:any )?interest|interested|up for)|interest you|entertain|consider|you in a)\b|\bis (?:that|this|it) something you(?:'d| would)|\bcould i interest you|\bopen (?:for|to) a (?:confidential|quick|brief|short|chat|conversation|call)",
        r"\bi (?:lead|head|run|own|manage|do|look after) (?:the )?(?:hiring|recruit\w+|engineering|talent|[a-z]+) (?:for|at|of)\b.{0,120}\b(?:need|looking|hire|role|strong match|position)|\bneed (?:an?|our first) (?:[\w-]+ ){0,3}?(?:yesterday|asap|urgently|who|before)\b",
        r"\b(?:asked|asks) (?:me|us) to (?:find|look for|identify|recruit)\b|\bfind (?:somebody|someone) (?:to|for|who)\b|\b(?:might|would|could|does) (?:it|this|that) (?:tempt|appeal|grab)\b|\bsend you (?:the|more|some) (?:details?|spec|brief|jd|info\w*)\b",
        r"\byour name (?:came|keeps|has come|was)\b|\b(?:got|have) an? [^.?!]{2,60} (?:looking for|who needs?|needing|after|that needs?|seeking|in need of)\b|\bworth (?:five|ten|a few|\d+) minutes\b|\bclient (?:will|is|needs|wants|has)\b|\bopen for [A-Z]?\w+\?|\bone of them (?:wants|needs|is looking)\b",
        r"\bseems a strong match|\b(?:passed on|gave me|shared|forwarded) your (?:email|e-mail|number|name|details|cv)\b|\b(?:talk|tempt|lure) you into\b|\bnot happy where (?:you|ur|youre|you're)\b",
        sides=PERSONS,
        unless=r"\bthank(?:s| you) for (?:applying|your (?:application|interest in)|putting in)|your application|\byou applied\b|\bquote\b|\bpilot\b|your resume made",
        confidence=_LIKELY,
        yes=(
            "I came across your profile.",
            "jonah mate got a leading hand sparky gig at Ironbark Resources",
            "Is that something you'd consider?",
            "I have been retained by a design-build rail contractor to find a Design Manager.",
            "We're stuck for a practice nurse 3 days a wk.",
            "Any appetite for a natter?",
            "Your profile is exactly what one of our partner schools is after!",
            "I need a PM yesterday.",
            "A private foundation has instructed me to find its first Head of Collection.",
            "I have an exclusive role w a top tier local bank.",
            "An Amsterdam firm has asked me to find somebody to run its translation desk.",
        ),
        no=(
            "Thank you for applying to Bridgewell Engineering!",
            "Your application came across my desk.",
            "We have received your CV.",
        ),
    ),
    rule(
        "another_opening",
        Kind.OUTREACH,
        "apart|aside|beside|separate|different|unrelated|related|to do with|mix|confuse|another|second|something else|as well|too?|also",
        r"\b(?:(?:apart|aside|separate(?:ly)?|different|distinct) (?:thing )?from|^(?:[a-z]+, )?besides?|(?:not related|unrelated) to|nothing (?:at all )?to do with) (?:the|that|our|my|what)\b",
        r"\b(?:don't|do not|not to be|never) (?:mix|confuse|muddle)(?:d)?(?: (?:this|it|these))?(?: up)? with\b",
        r"^(?:here's |and now |now )?(?:for )?(?:a |an )?(?:something|another|different|second) (?:\w+ )?(?:(?:different|else)(?:[.:,]|$)|altogether\b|entirely\b)",
        rf"^(?:quite |here's |a |an |your |the |something |it's |this is )*(?:separate|another|different|second|other|new|fresh) (?:\w+ )?(?:one|client|hat|thing|matter|animal|kettle|{JOB})(?! you)\b",
        r"\b(?:put|send|say|give|pass|add|mention|throw|propose|suggest|submit|recommend) (?:them |him |her )?(?:you|your (?:name|cv|papers|hat))\b.{0,40}\b(?:as well|too|also)\b",
        confidence=_LIKELY,
        sides=PERSONS,
        yes=(
            "Quite separate from the lakeside lot, so please keep the two in different drawers.",
            "Dolores, nothing to do with the hill.",
            "Not related to the bank one.",
            "Separate one: FP&A Manager, Swords",
            "Priscilla, don't mix this up with the planes.",
            "Should I put you forward as well?",
            "Something quite different",
            "Something else altogether: Sydney",
            "Another kitchen altogether",
            "Beside the ceramics: Hansen Hotels in Kiel look for an Interior Designer.",
            "Should I propose you there also?",
        ),
        no=(
            "Another interview would follow.",
            "Something else they asked",
            "They were separate from each other.",
            "I will send you the form as soon as I can.",
        ),
    ),
    rule(
        "my_interest",
        Kind.HIRING,
        "interest|candida|consider",
        rf"\b(?:my|continued|strong) interest in (?:the|this|your) (?:[\w-]+ ){{0,4}}?{JOB}\b|\bas a candidate\b|\bmy candida(?:cy|ture)\b",
        sides=MINE,
        confidence=_LIKELY,
        yes=("My interest in the curator post is unchanged.", "Thank you for considering me as a candidate."),
        no=("My interest rate went up.",),
    ),
)
