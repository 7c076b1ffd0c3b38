"""What only sounds like hiring: a tenancy, a sale, a school place, and the hiring I do for my own employer.

Landlords have applicants, salesmen wait for decisions, schools shortlist, and at my own job I sit on panels. These rules
look for the thing that is spoken of, not for the form of words.
"""

from __future__ import annotations

from watcher.inference.rules import ANYONE, MINE, MY_EMPLOYERS, PERSONS, THEIRS, Rule, rule
from watcher.model import Confidence, Kind

__all__ = ["ELSEWHERE"]

_LIKELY = Confidence.LIKELY
_JOB_TALK = r"\b(?:interview|your application for (?:the )?(?:post|role|position)|vacancy|shortlisted|your (?:cv|resume|candidature)|salary|(?:the|this) (?:role|position))\b"
_OTHERS = r"(?:him|her|them|everybody|(?:both|the) (?:\w+ )?(?:candidates?|applicants?|kids|girls|boys|lads|students|graduates|two|three))(?: (?:all|both))?"
"""Who waits for an answer and is not the one that the mail is to."""

ELSEWHERE: tuple[Rule, ...] = (
    rule(
        "home",
        Kind.NOT_HIRING,
        "landlord|landlady|tenan|letting|rent|propert|flat|apartment|viewing|inspection|condo|mortgage|house|estate agent|deposit|guarantor|vendor",
        r"\b(?:landlord|landlady|tenan(?:cy|ts?)|lettings|letting agents?|(?:the |your )(?:flat|apartment|property)|rental application|rent(?:al)? (?:payment|arrears)|estate agents?|house viewing|open home)\b",
        r"\b(?:condominiums?|hausverwaltung|self-disclosure|guarantor|clear-to-close|your offer (?:of .{1,12} )?to the (?:owner|seller|vendor)|coming to the inspection|owner is reviewing|owner will choose)\b",
        sides=ANYONE,
        unless=(
            r"\b(?:property (?:manager|director|assistant|lawyer)|lettings? (?:manager|negotiator|consultant)|leasing manager|waterfront property|last property|flat (?:hierarch|structure|rate))\b",
            r"\b(?:role|position|vacancy)\b",
        ),
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
        "loan|mortgage|underwrit|credit|insur|claim|premium|policy|refund|invoice|compensation|grant|funding|concept note|scholarship|bursar|award|objection|support",
        r"\b(?:(?:home|car|personal|your|student) loans?|loan (?:application|officer|decision)|(?:(?:your|our) mortgage|mortgage (?:application|offer|rate|deal|broker|lender|approval)s?)|underwriting|credit (?:union (?:account|loan|share)s?|committee|card|limit)|sanction decision)\b",
        r"\b(?:insurance (?:claim|policy|premium)|your (?:\w+ ){0,3}?claim|compensation claim|your (?:invoice|refund|policy|premium|objection|appeal|grant))\b",
        r"\b(?:concept note|project funding|grant (?:application|proposal|committee|panel)|funding (?:application|committee|panel)|(?:scholarship|bursary|award) (?:application|panel|committee)|prototype support)\b",
        sides=ANYONE,
        unless=_JOB_TALK
        + r"|\bunderwriter|\b(?:claims?|loan|grants?) (?:handler|manager|adjuster|assistant|officer)|funding (?:round|came|through)|their funding",
        yes=(
            "The credit committee meets tomorrow evening.",
            "Your file is with underwriting.",
            "Thank you for your claim.",
            "We acknowledge your organisation's concept note.",
        ),
        no=(
            "Your interview for the Mortgage Adviser role is on Monday.",
            "It would have to pay a mortgage, but yes.",
            "The claims handler position is open.",
            "Come up the side stairs, the front door is the credit union.",
        ),
    ),
    rule(
        "trade",
        Kind.NOT_HIRING,
        "quote|quotation|proposal|rfp|tender|renew|licen|subscription|pric|pilot|purchase|order|discount|demo|trial|vendor|promo|webinar|register|registration|rsvp|receipt|congress|stall|booth|procurement|invited|seats|places|key account|room nights|our offer|customer",
        r"\b(?:(?:the|our|your|revised|my|this) (?:\w+ )?(?:quote|quotation|rfp|proposal|tender|renewal)|rfp|(?<!please )(?<!always )(?<!to )quote [a-z]{0,3}-?\d+|hold (?:the|that|this) (?:price|[\w ]{1,20} at that price|\d+ ?%|discount)|steel prices|promo(?:tional)? pricing|request for renewal)\b",
        r"\b(?:seat renewal|purchase order|your (?:order|subscription|receipt|licen[cs]e|(?:free )?trial(?! (?:shift|day|lesson)))|the pilot|free trial|our offer \d+|key account|room nights|\d+ ?% (?:off|discount)|buying committee|procurement (?:decision|committee)|our demo)\b",
        r"\b(?:webinar|rsvp|register by|registration closes|places are limited|seats go fast|save your seat|you'?re (?:warmly )?invited|inaugural lecture|newsletter|customers?,|(?:food|market|craft) (?:vendor|stall)|vendor application)\b",
        sides=ANYONE,
        unless=_JOB_TALK,
        yes=(
            "Has Northpower made a call yet on the quote?",
            "Did leadership make a decision on the 5-seat renewal?",
            "Thanks for the revised proposal.",
            "Please register by 3 June.",
        ),
        no=("Your interview for the Tender Manager post.", "Please quote STR04471 in all correspondence."),
    ),
    rule(
        "family_and_health",
        Kind.NOT_HIRING,
        "appointment|physio|dent|hygien|school|nursery|waitlist|parents|tutor|well visit|vaccin|admission|enrol|barbecue|wedding|leaving do|birthday|footy|set \\d|set |places|families|grade|junior",
        r"\b(?:your|this is to confirm your|\w+'s) (?:appointment|well visit|check-?up|vaccination) (?:with|is|on|at|for|has|reminder)\b|\b(?:appointment (?:reminder|confirm\w+)|(?:physio\w*|dental|dentist|hygienist) (?:appointment|check-?up|visit)|physiotherapy with)\b",
        r"\b(?:dear parents|school place|waitlist|nursery place|parents'? evening|set \d|school office|all families|year \d places|your (?:son|daughter|child)|enrol(?:l?ment)? (?:of|form)|junior school|grade \d)\b",
        r"\b(?:barbecue|leaving do|birthday (?:party|do)|footy|wedding)\b|\b(?:his|her) interview with\b|\bplaces and \d+ applications\b",
        sides=ANYONE,
        unless=r"\b(?:your interview|invite you to interview|your application for (?:the )?(?:post|role|position)|vacancy|dental nurse|shortlisted|your (?:cv|resume))\b",
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
        "panel|interview|candidate|cvs|scor|sift|shortlist|feedback form|pick|coming for|other side|shortlist|applicant|for the|drive|chair|lucky|successful|recommendation|hire together|dear ",
        r"\b(?:sit|sitting|be)(?: with (?:me|us)\b.{0,30}?)? (?:on|in on) (?:the|a|our|my) (?:\w+ )?(?:panel|interviews?)\b|\b(?:on my|my) panel\b|\byou(?:'re| are) on (?:the|my|our) panel\b|\bpanel with me\b|\bblocking you (?:for|to)\b|\bother side of the table with me\b",
        r"\b(?:need|want|have|like) you (?:in on|on|for) (?:the|a|our) (?:[\w-]+ ){0,4}?(?:interviews?|panel)\b|\b(?:interview|panel|interviews) (?:it |them |him |her )?with (?:me|us both)\b|\b(?:do|take|hold|run|join) the (?:\w+ )?interviews? with (?:me|us)\b",
        r"\bcvs? (?:are |is )?(?:in|on) the (?:shared )?(?:drive|folder)|\b(?:our|your) (?:scores|scoring|picks|scorecards?|score sheets?|scoring sheets?|recommendation)\b|\b(?:feedback form|scorecard) (?:to be |must be |needs to be )?(?:filled|completed|submitted)",
        r"\b(?:two|three|four|five|six|\d+) (?:[\w-]+ ){0,4}?(?:candidates|interviews|for (?:an )?interviews?|for the (?:[\w-]+ ){1,4}?(?:spot|post|role|position|job|slots?)|coming for)\b.{0,80}\b(?:thursday|friday|monday|tuesday|wednesday|saturday|sunday|each|you and me|tomorrow|today|panel|back to back|on leave|drive|room|chair|slots)\b",
        r"\b(?:three|two|four|\d) coming (?:in )?for the\b|\bwe(?:'ll| will)? (?:tell|phone|ring) (?:them|the (?:group|lucky|others))\b|\b(?:call|ring|phone) the (?:successful|lucky)\b|\bagree(?:d|ing)? to (?:sift|shortlist|interview|sit) (?:for|with|on) (?:my|me|us|our|the)\b|\bcan you (?:interview|screen|meet|assess) (?:the |a |two |three |our )?(?:\w+ )?(?:candidate|applicant)s?\b",
        r"^dear (?:colleagues|students|staff|team)\b|\byou said you can do the interview\b|\bhr (?:would like|wants|needs) (?:our|your)\b|\bcould you chair\b|\binterview panel\b.{0,40}\b(?:batch|you)\b",
        sides=PERSONS,
        text=MY_EMPLOYERS,
        unless=r"\b(?:you (?:and|are one of)|your (?:interview|application|candidacy)|your panel|meet the panel|the panel (?:will|would|has|asks?)|next (?:step|stage|round))\b",
        yes=(
            "can you sit on the panel with me for the Healthcare Assistant interviews on Tuesday 24th?",
            "three coming for the ECT post on Thursday.",
            "You will sit with me and Dr. Obi on the panel for the four interns.",
            "blocking you for two SDE II candidates tomorrow as Karthik is on leave.",
            "need you in on the first year apprentice interviews Thursday week morning",
            "two for the Catering Coordinator spot on Thursday, back to back.",
            "that's five people coming for Saturday Assistant on the 6th, half an hour each.",
            "you're on my panel for the article clerks, four interviews on Tuesday from 9.",
            "Dear colleagues, the three of us interview the trainees on Friday.",
            "I'd like you on the other side of the table with me.",
            "HR wants our pick by that Friday so don't be shy.",
            "Thanks for agreeing to sift for my Policy Officer.",
        ),
        no=(
            "The panel would like to interview you on Wednesday.",
            "We have two other candidates to see.",
            "If it moves ahead, the next step is a loop of three back to back interviews, normally on a Thursday.",
        ),
    ),
    rule(
        "an_answer_for_others",
        Kind.NOT_HIRING,
        "promise|told|tell|owe",
        rf"\b(?:promised?|owe) {_OTHERS} (?:(?:that )?they(?:'d|'ll| will| would) (?:hear|know)|an answer|a decision|a result|a name|a yes or|our (?:answer|decision))\b",
        rf"\b(?:told|tell) {_OTHERS} (?:that )?(?:(?:we|they)(?:'d|'ll| will| would)|the result|by (?:the )?(?:weekend|\w+day))\b",
        sides=PERSONS,
        text=MY_EMPLOYERS,
        confidence=_LIKELY,
        yes=(
            "He has another offer running so we promised him a yes or no on Friday.",
            "We owe the candidates an answer by Friday.",
            "HR have promised the candidates they'll hear by Friday 5 March.",
            "I told both girls we'd tell them by Wednesday.",
            "I told the kids they will all have an answer by Friday.",
        ),
        no=(
            "I told them you all are likely picking up limbs too.",
            "They have promised me an answer by Friday.",
            "May I tell her you'll come?",
            "I told him you'd be up.",
        ),
    ),
    rule(
        "candidate_writes_to_me",
        Kind.NOT_HIRING,
        "interview me|interviewing me|interviewed by|let |tell |consider|meeting|my interview|my application|choose me|chose me|hire me|my cv|my resume|picked me|apply for|applying for|application for|at your convenience",
        r"\b(?:thank(?:s| you)|appreciate|grateful)\b.{0,80}\b(?:interview(?:ing)? me|consider(?:ing)? (?:me|my application)|meeting (?:with )?me about|(?:be|being|been) interviewed by you)\b",
        r"\byou(?:'ll| will| would|'d)? (?:let|tell) (?:me|us|(?:the )?(?:two|three|four|five|\w+) of us) (?:know )?(?:by [\w ]{3,20} )?(?:who (?:gets|got|has)|whether (?:i|we)|if (?:i|we) (?:got|have|made|am)|your decision|the outcome|the result)\b",
        r"\b(?:on|about|after|regarding|for|of) my (?:interview|application)\b|\b(?:choose|chose|picked?|hire) me\b|\bi (?:attach|enclose|send) my (?:cv|resume)\b",
        r"\bi(?:'m| am) (?:now )?applying for (?:the|a|any|your) (?:[\w-]+ ){0,4}?(?:post|position|role|vacancy|job|internship|traineeship|apprenticeship)\b",
        r"\bi (?:hereby |now |wish to |would like to |'d like to |want to |am writing to |write to )?(?:apply|submit my application) for (?:the|a|any|your) (?:[\w-]+ ){0,3}?(?:post|position|role|vacancy|job|internship|traineeship)\b",
        sides=PERSONS,
        text=MY_EMPLOYERS,
        yes=(
            "Thank you for taking the time to interview me for the EIT position.",
            "I am writing to follow up on my interview for Field Officer.",
            "did you choose me?",
            "Am I right that you'll let the three of us know by Friday who gets it?",
            "I sincerely appreciate the opportunity to be interviewed by you and Ms Dee.",
            "I hereby apply for the post of auxiliary worker at your centre.",
            "I'm applying for the trainee vet nurse job at Prospect Road Vets.",
        ),
        no=("Thank you for letting us interview you.", "Will you let me know by Friday if you can come?"),
    ),
    rule(
        "i_hire",
        Kind.NOT_HIRING,
        "from us|from hr|will be in touch|we will let|we'll let|candidates|coming in|coming by|your application|your letter|your interest|your interview|lively interview|interview you|went for|apply again|shortlist|you did well|will write to|one more|student to see|got the",
        r"\b(?:hr|we|my (?:manager|colleague)|\w+ and i|our team|the partners) (?:will|'ll|have|has|are|would|need) .{0,40}\b(?:be in touch with (?:all|you|the|every)|let (?:you|all|the|every\w+) .{0,20}know|one more (?:person|candidate)|decid|meet(?:ing)? (?:the )?other|inform (?:you|all)|write to (?:all|you|the))\b",
        r"\b(?:an answer|a decision|hear) from us\b|\ball the (?:[\w-]+ )?candidates\b|\bthank(?:s| you) for (?:coming (?:in|by)|your (?:application|letter and)|applying|interviewing with us|your interest in (?:the|our)|a (?:\w+ )?interview)\b",
        r"\bwe (?:would|'d) like to (?:invite|interview|offer) you\b|\bpleasure to interview you\b|\bwe went for (?:someone|another)\b|\bdo apply again\b|\byou(?:'re| are) on our shortlist\b|\b(?:i|we) have one more (?:person|student|candidate) to (?:see|meet)\b|\bif you got the\b",
        sides=MINE,
        unless=r"\bfrom us (?:both|all) (?:at home|here)|let us know",
        yes=(
            "HR will be in touch with all the EIT candidates by the end of the week.",
            "Priscilla and I have one more person to meet, and you'll have an answer from us by Friday.",
            "Thank you for coming in yesterday.",
            "it was a pleasure to interview you yesterday.",
        ),
        no=("Thank you for letting me come in yesterday.", "Could you let us know?", "Thank you for the interview."),
    ),
    rule(
        "friend_asks",
        Kind.NOT_HIRING,
        "how d|how was|hows|how's|break a leg|when |if u get|did |drinks are on|buying|supposed|isn't today|isnt today|after|decide|deciding|heard back",
        r"\bhow(?:'s| is|s| did| was|d)? (?:the|it|that|your)?\b ?.{0,30}\b(?:go|going|interview|phone screen|onsite|call|went)\b ?(?:with|at|\?|go|,)|\bbreak a leg\b|\bis ?n'?t today (?:the day|when)\b",
        r"\bwhen (?:do|will|are|did|is) (?:they|he|she|the next|the trustees|u|you|ye) (?:\w+ )?(?:decide|hear|know|find|round|tell|deciding)|\bdid (?:they|he|she|\w+) (?:\w+ )?(?:grill|say when|offer|call|like|tell you)\b",
        r"\b(?:call|ring) me after\b|\b(?:drinks are on|ur buying|you're buying)\b|\b(?:they'll|theyll|they will|he's|she's|hes) (?:decide|deciding)\b|\bsupposed to (?:tell|call|ring|let) you\b",
        sides=PERSONS,
        confidence=_LIKELY,
        yes=(
            "WELL how did it go with Larchfield??",
            "how was the onsite??? drive safe.",
            "hows the phone screen with ironbark go??",
            "break a leg tomorrow!!",
            "When do they decide?",
            "Wasn't Maplecourt supposed to tell you yesterday??",
            "Isnt today when Teeny gives you the answer?",
        ),
        no=("How would Tuesday suit?", "We will decide on Friday."),
    ),
    rule(
        "mass_recruiting",
        Kind.NOT_HIRING,
        "c2c|corp|hotlist|bench|distribution list|suitable profiles|urgent|walk-in|text yes|reply available|job alert|jobs|1-click|recruiters are|processing fee|selected candidate|freelance platform",
        r"\bc2c\b|\bcorp[- ]to[- ]corp\b|\bhotlist\b|\bbench (?:sales|consultants|resources)\b|\bdistribution list\b|\bshare (?:the )?suitable profiles\b|\burgent (?:requirement|opening|hiring)s?\b|\bwalk-in\b",
        r"\btext yes\b|\breply available\b|\bjob alerts?\b|\b\d+\+? (?:\w+ ){0,4}?new (?:\w+ ){0,4}?jobs?\b|\bnew (?:\w+ )?jobs (?:for you|in|near|within|matching)\b|\bjobs (?:for you|you may like)\b|\b1-click apply\b|\brecommended jobs\b|\brecruiters are hiring\b|\bprocessing fee\b|\bdear selected candidate\b",
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
