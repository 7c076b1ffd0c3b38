"""What a message is about: a hiring process of mine, an approach, or something that only sounds alike.

Landlords have applicants, salesmen wait for decisions, schools shortlist, and at my own job I sit on panels. These rules
look for the thing that is spoken of, not for the form of words.
"""

from __future__ import annotations

from watcher.inference.en.vocabulary import JOB
from watcher.inference.rules import ANYONE, MINE, PERSONS, THEIRS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["TOPICS"]

_LIKELY = Confidence.LIKELY
_CANDIDATES = r"(?:candidates?|interviewees?|applicants?|kids|people|graduates?|coming)"
_COUNT = (
    r"(?:two|three|four|five|six|seven|eight|a couple of|a few|several|\d{1,2}|the last|another|our|all (?:the )?|some)"
)

TOPICS: tuple[Rule, ...] = (
    rule(
        "my_application",
        Kind.HIRING,
        "appl|candida|cv|resume|r\u00e9sum\u00e9|profile",
        r"\b(?:your|my) (?:\w+ )?(?:application|candidature|candidacy)\b.{0,100}?\b(?:"
        + JOB
        + r"|interview|shortlist\w*|hiring|recruit\w*|talent|career|engineer|manager|nurse|teacher|lecturer|officer|assistant|analyst|designer|developer|electrician|technician|director|coordinator|specialist|consultant)\b",
        r"\b(?:apply|applying|applied) (?:to|for|as|at|with)\b.{0,80}?\b(?:"
        + JOB
        + r"|us|our team|engineer|manager|nurse|teacher|designer|developer)\b",
        r"\b(?:your|my|ur) (?:updated |full )?(?:cv|resume|r.sum.|candidature|candidacy)\b",
        r"\byour profile (?:has been |is |was |got )?(?:shortlisted|selected|submitted|presented|forwarded|under|to (?:the client|mr|ms|our|my|them))",
        unless=r"\b(?:loan|mortgage|tenancy|landlord|flat|apartment|rental|visa|passport|planning|school place|nursery|insurance|credit|grant|licen[cs]e|flooring|membership|building permit|benefit|council)\b|if (?:your|you) .{0,20}know (?:someone|anyone)",
        sides=ANYONE,
        yes=(
            "Your application for the post of Head Gardener is with the panel.",
            "Thank you for applying for Senior Data Platform Engineer at Lumenry.",
            "Your CV came across my desk.",
            "your profile is shortlisted.",
        ),
        no=(
            "Your application for 14 Tivoli Close is with the landlord.",
            "Your home loan application has been received.",
            "Your application to replace the flooring was received.",
        ),
    ),
    rule(
        "my_interview",
        Kind.HIRING,
        "interview|screen|telephonic|oral board|assessment cent|hiring|recruit|talent acq|take-home|take home|shortlist|short-list|candidature|requisition|salary expect|notice period|current ctc|referees|second round|final round|next round|intro call|first call|first chat|panel",
        r"\byour (?:\w+ ){0,3}?interview\b|\binvit(?:e|ed|ation|ing)(?: you)? (?:to|for) (?:an? |the |our )?(?:\w+[ -]){0,3}?interview|\b(?:phone|telephone|telephonic|screening|panel|video|technical|first|second|final|teams|zoom|selection|on-?site|competency[- ]based|formal|initial|hr) (?:\w+ )?(?:interview|screen|screening|round)\b|\b(?:phone|telephone|telephonic) (?:screen|screening|round)|\bscreening call|\boral board|\bassessment (?:centre|center|day)|\binterview(?:ed|ing)? you\b|\binterview with (?:you|our|the|mr|ms|dr)\b|\bintro(?:ductory)? call",
        r"\bhiring manager\b|\btalent acquisition\b|\btake-?home (?:task|test|assignment)?|\bsalary expectations?|\bnotice period|\b(?:current|expected) ctc|\byou(?:'ve| have| are|'re)? (?:now )?(?:been )?(?:shortlisted|short-listed|through to)|\bnot been shortlisted|\bfinal round|\b(?:second|next) round (?:of interviews?|with|interview)",
        unless=r"\b(?:interview(?:ing)? (?:me|them|him|her)|sit (?:on|in on)|panel with me|with me\b|shared drive|scorecard|your interview (?:questions|panel duty)|you(?:'re| are) interviewing|the candidate|catering|apprentice|podcast|magazine|journalist|visa interview|our readers)\b|\binterviews (?:this|thursday|friday|monday|tuesday|wednesday|saturday|in 24)",
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
        "advert|present you|put you forward|puts? your name|client|submi|portal|referees|references|interview|your cv|send you over|sent you over",
        r"\b(?:answering|replying to|responding to|response to|reply to|seen) (?:my|our) (?:ad|advert|advertisement|posting|listing)\b",
        r"\b(?:present(?:ed|ing)?|put(?:ting)?|submit(?:ted|ting)?|sent|sending|send) you(?:r (?:profile|cv|name|details|resume|application))? (?:to|forward|over|across|in front|in for)\b|\bbefore i present you\b",
        r"\b(?:the|my|our|their) client (?:has|have|is|was|would|wants|will|liked|likes|loved|asked|asks|came|feels|decided|needs)\b",
        r"\b(?:your (?:referees|references))\b|\b(?:two|three) (?:referees|references)\b",
        confidence=_LIKELY,
        unless=r"\b(?:landlord|tenan|rental|letting|flat\b|adoption|visa)",
        yes=(
            "Thank you for answering my advertisement for Fundy & Main.",
            "To put you forward I need your passport page.",
            "The client liked you a lot.",
            "Marcus, your references sang.",
        ),
        no=("The landlord wants two references.", "I saw your advert for the sofa."),
    ),
    rule(
        "the_job",
        Kind.HIRING,
        "role|position|post |post.|vacancy|opening|job",
        r"\b(?:the|this|our|above|your|a) (?:[\w&/()-]+ ){0,5}?(?:role|position|vacancy|job opening|job)\b|\b(?:the|this|above) (?:[\w&/()-]+ ){0,5}?post\b|\bfor the (?:[\w&/()-]+ ){1,5}?(?:role|position|vacancy|post|opening)\b",
        sides=ANYONE,
        confidence=Confidence.UNCLEAR,
        unless=r"\b(?:blog|good job|great job|job alert|play(?:s|ed)? (?:a|the) role|in the post\b|by post|position (?:of the|on the) (?:market|matter)|new jobs?)\b",
        yes=("I am in charge of the Network Planning Lead vacancy.", "I'm checking in on the backend role."),
        no=("Good job on the report!", "The letter is in the post."),
    ),
    rule(
        "system_receipt",
        Kind.HIRING,
        "application|applying|applied",
        r"\b(?:thank(?:s| you) for (?:your application|applying|submitting an application)|(?:received|got|have) your application|application (?:has been |was |is )?(?:received|submitted|lodged|complete|under review|in good hands))",
        unless=r"\b(?:loan|mortgage|tenancy|landlord|property|flat|apartment|rental|visa|passport|planning|school place|nursery|insurance|credit|grant|licen[cs]e|flooring|membership|permit|references\. the)\b",
        confidence=_LIKELY,
        sides=THEIRS,
        yes=(
            "Thanks for applying!",
            "Your application has been received.",
            "We've received your application for Lead Practitioner.",
        ),
        no=("Your application to replace the flooring was received.", "Thank you for your loan application."),
    ),
    rule(
        "approach",
        Kind.OUTREACH,
        "came across|come across|your profile|your background|your experience|caught my|stood out|opportunit|recruiting|hiring|looking for|search|retained|keen|interest|appetite|open to|gig|client|consider|entertain|exploring|passed on|recommended|referred|your name|your work|desperate|stuck for|need a|need an|partner school|conversation|in the market|looking",
        r"\b(?:came|come) across (?:your|ur|you)\b|\byour (?:profile|background|experience|path|work|cv|resume|career|name|talk|post)(?: \w+){0,4} (?:caught my|stood out|impress|is exactly|seems? (?:a|an|like)|looks? (?:like|a|great|very)|came up|was (?:passed|given|recommended)|would be|popped|fits|matches)",
        r"\b(?:i'm|i am|we're|we are|im) (?:currently |just |also |about to )?(?:recruiting|hiring|looking|searching|working (?:with|on behalf of|for)|partnering|assisting|helping|supporting|representing|handling|sourcing|hir(?:e|ing)|stuck for|short of|after|on the hunt)\b.{0,140}\b(?:an?|our|my|for|to)\b|\bretained (?:by|to)\b|\bon behalf of (?:a|my|our|one)\b.{0,80}\b(?:looking|search|recruit|seek|client)|\b(?:my|our|a|premium|one of (?:my|our)) (?:\w+ ){0,3}?(?:client|partner schools?)\b.{0,60}\b(?:is|are|needs?|looking|seeking|after|hiring|requires?)\b",
        r"\b(?:got|have|have got|there is|there's) (?:an?|\d+|two|three|several|some) (?:[\w/&-]+ ){1,8}?(?:"
        + JOB
        + r")\b.{0,100}(?:\?|$|\.)",
        r"\b(?:u|you) (?:keen|interested|in the market|open to (?:a |new |hearing|exploring))|\b(?:any|an) appetite\b|\b(?:would|could|might) (?:you|i|it|this|that) (?:be (?:open|of (?:any )?interest|interested|up for)|interest you|entertain|consider|you in a)\b|\bis (?:that|this|it) something you(?:'d| would)|\bcould i interest you|\bopen (?:for|to) a (?:confidential|quick|brief|short|chat|conversation|call)",
        r"\bi (?:lead|head|run|own|manage|do|look after) (?:the )?(?:hiring|recruit\w+|engineering|talent|[a-z]+) (?:for|at|of)\b.{0,120}\b(?:need|looking|hire|role|strong match|position)|\bneed (?:an?|our first) (?:[\w-]+ ){0,3}?(?:yesterday|asap|urgently|who)|\bseems a strong match|\b(?:passed on|gave me|shared|forwarded) your (?:email|e-mail|number|name|details|cv)\b",
        sides=PERSONS,
        unless=r"\bthank(?:s| you) for (?:applying|your (?:application|interest in)|putting in)|your application|\byou applied\b|\bquote\b|\bpilot\b",
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
        ),
        no=(
            "Thank you for applying to Bridgewell Engineering!",
            "Your application came across my desk.",
            "We have received your CV.",
        ),
    ),
    rule(
        "home",
        Kind.NOT_HIRING,
        "landlord|landlady|tenan|letting|rent|propert|flat|apartment|viewing|inspection|condo|mortgage|house|estate agent|deposit",
        r"\b(?:landlord|landlady|tenan(?:cy|ts?)|lettings|letting agents?|(?:the |your )(?:flat|apartment|property|house)(?! manager)|rental application|rent(?:al)? (?:payment|arrears)|estate agents?|house viewing|open home|condominiums?|hausverwaltung|self-disclosure|guarantor|clear-to-close|your offer to the (?:owner|seller|vendor))\b|\b(?:coming to the inspection|owner is reviewing|owner will choose|tenant)\b",
        sides=ANYONE,
        unless=r"\b(?:property (?:manager|director|assistant|lawyer)|lettings? (?:manager|negotiator|consultant)|leasing manager|(?:role|position|vacancy)|waterfront property|last property|flat (?:hierarch|structure|rate))\b",
        yes=(
            "The landlord has three applications in front of him.",
            "Thanks for coming to the inspection!",
            "Your interest in the apartment has been noted.",
        ),
        no=(
            "We're hiring a Lettings Manager.",
            "Your application for the Property Manager role.",
            "You'll meet us at the Waterfront property.",
        ),
    ),
    rule(
        "money",
        Kind.NOT_HIRING,
        "loan|mortgage|underwrit|credit|insur|claim|premium|policy|refund|invoice|tax return|compensation",
        r"\b(?:(?:home|car|personal|your|student) loans?|loan (?:application|officer|decision)|mortgage|underwriting|credit (?:union|committee|card|limit)|sanction decision|insurance (?:claim|policy|premium)|your (?:\w+ ){0,3}?claim|compensation claim|your (?:invoice|refund|policy|premium))\b",
        sides=ANYONE,
        unless=r"\b(?:role|position|vacancy|interview|underwriter|loan officer role|claims? (?:handler|manager|adjuster|assistant))\b",
        yes=(
            "The credit committee meets tomorrow evening.",
            "Your file is with underwriting.",
            "Thank you for your claim.",
        ),
        no=("Your interview for the Mortgage Adviser role is on Monday.", "The claims handler position is open."),
    ),
    rule(
        "trade",
        Kind.NOT_HIRING,
        "quote|quotation|proposal|rfp|tender|renewal|licen|subscription|pricing|pilot|purchase|order|price|discount|demo|contract renewal|your order|trial|vendor|promo|expired|webinar|register|rsvp|unsubscribe|receipt|congress",
        r"\b(?:(?:the|our|your|revised|my|this) (?:\w+ )?(?:quote|quotation|rfp|proposal|tender|renewal)|rfp|quote [a-z]{0,3}-?\d+|hold (?:the|that|this) (?:price|\w+ at that price|\d+ ?%|discount)|steel prices|promo(?:tional)? pricing|seat renewal|purchase order|your (?:order|subscription|receipt|licen[cs]e|trial)|the pilot|free trial|our offer \d+|key account|room nights|\d+ ?% (?:off|discount)|buying committee|procurement decision)\b|\b(?:webinar|rsvp|register by|registration closes|places are limited|seats go fast|save your seat|you'?re (?:warmly )?invited|inaugural lecture|newsletter|customers?,)\b",
        sides=ANYONE,
        unless=r"\b(?:interview|your (?:application|candidature|cv|resume)|salary|vacancy)\b",
        yes=(
            "Has Northpower made a call yet on the quote?",
            "Did leadership make a decision on the 5-seat renewal?",
            "Thanks for the revised proposal.",
            "Please register by 3 June.",
        ),
        no=("Your interview for the Tender Manager post.",),
    ),
    rule(
        "family_and_health",
        Kind.NOT_HIRING,
        "appointment|physio|dent|hygien|clinic|surgery|school|nursery|waitlist|parents|pupil|tutor|well visit|vaccin|admission|class|course|kindergarten|barbecue|wedding|leaving do|birthday|footy|set change|places for",
        r"\b(?:your|eli's|this is to confirm your|\w+'s) (?:appointment|well visit|check-?up|vaccination)\b|\b(?:physiotherap\w+|hygienist|dentist|dental|vaccination|well visit|appointment (?:with|reminder|confirm\w+))\b|\b(?:dear parents|school place|waitlist|nursery place|parents'? evening|set \d|school office|all families|year \d places|possums room|your (?:son|daughter|child)|enrol(?:l?ment)? (?:of|form))\b|\b(?:barbecue|leaving do|birthday (?:party|do)|footy|wedding)\b",
        sides=ANYONE,
        unless=r"\b(?:interview|your application for (?:the )?(?:post|role|position)|vacancy|dental nurse (?:post|role)|shortlisted|your (?:cv|resume))\b",
        yes=(
            "Your appointment with Claire is on Thursday at 4.40pm.",
            "Dear parents, we could not yet assign all places.",
            "Are you coming to Derek's leaving do?",
        ),
        no=("Your interview for the Dental Hygienist post is on Monday.", "We appointed someone else."),
    ),
    rule(
        "hiring_for_my_employer",
        Kind.NOT_HIRING,
        "panel|interview|candidate|cvs|scores|scorecard|feedback form|picks|coming for|observe|shortlist|applicant|for the|drive|post on",
        r"\b(?:sit|sitting) (?:on|in on) (?:the|a|our) (?:\w+ )?(?:panel|interviews?)\b|\b(?:need|want|have|like) you (?:in on|on|for) (?:the|a|our) (?:[\w-]+ ){0,4}?(?:interviews?|panel)\b|\b(?:interview|panel|interviews) (?:it |them |him |her )?with (?:me|us both)\b|\b(?:do|take|hold|run|join) the (?:\w+ )?interviews? with (?:me|us)\b|\bpanel with me\b|\bblocking you (?:for|to)\b"
        r"|\bcvs? (?:are |is )?(?:in|on) the (?:shared )?(?:drive|folder)|\b(?:our|your) (?:scores|picks|scorecards?|score sheets?)\b|\b(?:feedback form|scorecard) (?:to be |must be |needs to be )?(?:filled|completed|submitted)|\b(?:two|three|four|five|six|\d) (?:[\w-]+ ){0,4}?(?:candidates|for the (?:[\w-]+ ){1,4}?(?:spot|post|role|position|job)|coming for)\b.{0,60}\b(?:thursday|friday|monday|tuesday|wednesday|tomorrow|today|panel|back to back|on leave|drive|room)\b|\b(?:three|two|four|\d) coming (?:in )?for the\b|\bwe(?:'ll| will)? tell (?:them|the group)\b|\bcall the successful candidate\b|\bcan you (?:interview|screen|meet|assess) (?:the |a |two |three |our )?(?:\w+ )?(?:candidate|applicant)s?\b|\byou(?:'re| are) (?:on the panel|interviewing)\b|\byou said you can do the interview\b|\bhr would like our decision\b",
        sides=PERSONS,
        unless=r"\b(?:you (?:and|are one of)|your (?:interview|application|candidacy)|your panel|meet the panel|the panel (?:will|would|has|asks?))\b",
        yes=(
            "can you sit on the panel with me for the Healthcare Assistant interviews on Tuesday 24th?",
            "three coming for the ECT post on Thursday.",
            "blocking you for two SDE II candidates tomorrow as Karthik is on leave.",
            "need you in on the first year apprentice interviews Thursday week morning",
            "two for the Catering Coordinator spot on Thursday, back to back.",
        ),
        no=("The panel would like to interview you on Wednesday.", "We have two other candidates to see."),
    ),
    rule(
        "candidate_writes_to_me",
        Kind.NOT_HIRING,
        "interview me|interviewing me|considering me|your decision|meeting with me|consider my",
        r"\b(?:thank(?:s| you)|appreciate|grateful)\b.{0,80}\b(?:interview(?:ing)? me|consider(?:ing)? (?:me|my application)|meeting (?:with )?me about)\b",
        sides=PERSONS,
        yes=("Thank you for taking the time to interview me for the EIT position.",),
        no=("Thank you for letting us interview you.",),
    ),
    rule(
        "i_hire",
        Kind.NOT_HIRING,
        "from us|from hr|will be in touch|we will let you|we'll let you|candidates|coming in|your application|your interest|come in for|interview you",
        r"\b(?:hr|we|my (?:manager|colleague)|\w+ and i|our team) (?:will|'ll|have|has|are|would|need) .{0,40}\b(?:be in touch with (?:all|you|the|every)|let (?:you|all|the|every\w+) .{0,20}know|one more (?:person|candidate)|decid|meet(?:ing)? (?:the )?other|inform (?:you|all))\b|\b(?:an answer|a decision|hear) from us\b|\ball the (?:[\w-]+ )?candidates\b|\bthank(?:s| you) for (?:coming in|your application|applying|interviewing with us|your interest in (?:the|our))|\bwe (?:would|'d) like to (?:invite|interview|offer) you\b",
        sides=MINE,
        unless=r"\bfrom us (?:both|all) (?:at home|here)|let us know",
        yes=(
            "HR will be in touch with all the EIT candidates by the end of the week.",
            "Priscilla and I have one more person to meet, and you'll have an answer from us by Friday.",
            "Thank you for coming in yesterday.",
        ),
        no=("Thank you for letting me come in yesterday.", "Could you let us know?"),
    ),
    rule(
        "friend_asks",
        Kind.NOT_HIRING,
        "how did|how was|hows|how's|how d|good luck|break a leg|when do they|when will|when will you|fingers crossed|if u get|if you get|did they|when do|drinks are on|ur buying|supposed to tell|told you|call me after|ring me after|they decide|they'll decide|hear back",
        r"\bhow(?:'s| is|s| did| was|d)? (?:the|it|that|your)?\b ?.{0,30}\b(?:go|going|interview|phone screen|onsite|call|went|test drive)\b ?(?:with|at|\?|go|,)|\bbreak a leg\b|\bwhen (?:do|will|are|did|is) (?:they|he|she|the next|u|you|ye) (?:\w+ )?(?:decide|hear|know|find|round|tell|deciding)|\bdid (?:they|he|she|\w+) (?:\w+ )?(?:grill|say when|offer|call|like)\b|\b(?:call|ring) me after\b|\b(?:drinks are on|ur buying|you're buying)\b|\b(?:they'll|theyll|they will|he's|she's|hes) (?:decide|deciding)\b|\bsupposed to (?:tell|call|ring|let) you\b",
        sides=PERSONS,
        confidence=_LIKELY,
        yes=(
            "WELL how did it go with Larchfield??",
            "how was the onsite??? drive safe.",
            "hows the phone screen with ironbark go??",
            "break a leg tomorrow!!",
            "When do they decide?",
            "Wasn't Maplecourt supposed to tell you yesterday??",
        ),
        no=("How would Tuesday suit?", "We will decide on Friday."),
    ),
    rule(
        "mass_recruiting",
        Kind.NOT_HIRING,
        "c2c|corp|hotlist|bench|distribution list|suitable profiles|urgent|walk-in|text yes|reply available|job alert|jobs|1-click|recruiters are",
        r"\bc2c\b|\bcorp[- ]to[- ]corp\b|\bhotlist\b|\bbench (?:sales|consultants|resources)\b|\bdistribution list\b|\bshare (?:the )?suitable profiles\b|\burgent (?:requirement|opening|hiring)s?\b|\bwalk-in\b|\btext yes\b|\breply available\b|\bjob alerts?\b|\b\d+\+? (?:\w+ ){0,4}?new (?:\w+ ){0,4}?jobs?\b|\bnew (?:\w+ )?jobs (?:for you|in|near|within|matching)\b|\bjobs (?:for you|you may like)\b|\b1-click apply\b|\brecommended jobs\b|\brecruiters are hiring\b",
        sides=THEIRS,
        yes=(
            "C2C requirement || Snowflake Architect || Day 1 onsite Dallas TX",
            "We have urgent requirement of 40 Staff Nurses.",
            "14 new nursing jobs in Dublin for you",
        ),
        no=("We have a new opening for you.",),
        confidence=_LIKELY,
    ),
)
