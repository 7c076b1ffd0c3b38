"""How sentences name an employer. Patterns are for text as written: capitals tell a name.

Each row stands with examples: the sentence and the name to be found in it, and sentences that name none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from watcher.inference.en.names.employers import COMPANY
from watcher.inference.en.vocabulary import any_of
from watcher.model import Confidence

__all__ = ["JOB", "NAMES_EMPLOYER", "Naming", "naming"]

_SURE, _LIKELY, _UNCLEAR = Confidence.SURE, Confidence.LIKELY, Confidence.UNCLEAR

JOB = any_of(
    *"role position post vacancy job opening opportunity requisition search appointment traineeship apprenticeship internship gig spot".split()
)
_MET = any_of(
    "interviews?", "trial(?: shift| day)?", "shift", "visit", "tour", "tasting", "onsite", "meeting", "call", "chat"
)
_POST = any_of(
    *"president vp director manager head chief chair chairman chairwoman owner founder partner principal boss lead leader ceo cto cfo coo cmo md fd gm colleague supervisor foreman dean recruiter officer".split()
)
_PERSON = r"[A-ZÀ-ÞĀ-Ž][\w'’-]+(?: [A-ZÀ-ÞĀ-Ž][\w'’-]+)?"


_SOMEWHERE = (
    r"(?: (?:in|at|near|outside|up in|out in|down in) (?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}\b|, (?:an? |the )?[\w '’-]{3,40},)?"
)
"""Where or what a firm is, said behind its name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One way to name an employer (group "name") or a position (group "words" holds it at its beginning).

    Without a confidence it is said of people and things as well: believed where the name itself sounds like a firm's.
    So is what is unclear, and then it is unclear still.
    """

    name: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    confidence: Confidence | None
    yes: tuple[tuple[str, str], ...]
    no: tuple[str, ...]
    of_themselves: bool = False
    """Said by them only: in my own mail it would name me."""
    of_clients: bool = False
    """Believed of an agency's answer, which tells at last whom it writes for."""
    at_once: bool = False
    """Believed of an agency's first mail as well."""
    closed: bool = False
    """What stands between the words can be nothing but the name, whether its noun is known or not."""


def naming(
    name: str,
    cues: str,
    pattern: str,
    confidence: Confidence | None,
    *,
    yes: tuple[tuple[str, str], ...],
    no: tuple[str, ...],
    **flags: bool,
) -> Naming:
    """A row of the tables; `cues` stand apart by bars."""
    return Naming(name, tuple(cues.split("|")), re.compile(pattern), confidence, yes, no, **flags)


_NAME = rf"(?P<name>{COMPANY})"
_WHOLE = rf"(?>{_NAME})(?! (?!d\.o\.o|s\.r\.o|sp\. ?z|a\.s\.|(?:in|at|on|near|out|off|over|down|and|or|but|so|if|as|for|with|from|who|which|based|here)\b)[a-z])"
"""A name that no further word goes on from: "MAS licensed custodian" is none."""

NAMES_EMPLOYER: tuple[Naming, ...] = (
    naming(
        "applied_to",
        "appl",
        rf"\b(?i:appl(?:y|ying|ied) (?:to|with|at)|application (?:to|with|at)) (?:work (?:at|with|for) )?{_NAME}",
        _SURE,
        yes=(("Thank you for applying to Acme Robotics.", "Acme Robotics"), ("Further to your application to Amberley Council for the role", "Amberley Council")),
        no=("You applied to the right people.",),
    ),
    naming(
        "interest_in",
        "interest",
        rf"\b(?i:interest(?:ed)?) (?:in|shown in) (?:working (?:at|for|with) |joining |a career (?:at|with) )?{_NAME}(?! (?:[\w-]+ ){{0,4}}{JOB}\b)",
        _LIKELY,
        yes=(("Thank you for your interest in Maplecourt Hotels.", "Maplecourt Hotels"),),
        no=("Thanks for your interest in the Electrical Maintenance Coordinator position.",),
    ),
    naming(
        "role_at",
        " at ",
        rf"\b(?i:{JOB}|careers?|recruitment|recruiting|hiring|process|team|here|work(?:ing)?|in) (?:here )?at {_NAME}",
        _SURE,
        yes=(("The role at Northern Rail Works is open.", "Northern Rail Works"),),
        no=("We met at noon.",),
    ),
    naming(
        "role_with",
        " with | at ",
        rf"\b(?:(?i:{JOB}|careers?|process|work(?:ing)?) with|(?i:{_MET}) (?:with|at)) {_NAME}",
        None,
        yes=(("Your interview with Western Regional Health Trust will take place on Teams.", "Western Regional Health Trust"), ("trial shift at Maple & Finch", "Maple & Finch")),
        no=("Your interview with Marek Dolezal is on Tuesday.",),
    ),
    naming(
        "application_listed",
        "pplication",
        rf"\b[Aa]pplication\b.{{3,120}}, {_NAME}, (?:has|was|is)\b",
        _LIKELY,
        yes=(("Your application for Teacher, vacancy reference 10442, Southbank Institute of Trades, has been lodged.", "Southbank Institute of Trades"),),
        no=("Your application has been lodged.",),
    ),
    naming(
        "joining",
        "oin|elcome to|hoosing",
        rf"\b(?i:join(?:ing)?|welcome to|choosing) {_NAME}",
        None,
        yes=(("Welcome to Vesta Energy!", "Vesta Energy"),),
        no=("Please join Zoom five minutes early.",),
    ),
    naming(
        "on_behalf_of",
        "n behalf of|equest of|ed by |cting for ",
        rf"\b(?:[Oo]n behalf of|[Aa]t the request of|(?i:commissioned|retained|instructed|mandated|engaged) by|[Aa]cting for) {_NAME}",
        _SURE,
        yes=(("On behalf of Bridgewell Engineering I am thrilled to extend you an offer.", "Bridgewell Engineering"),),
        no=("On behalf of a family-owned retailer I am looking for a director.", "It was commissioned by the mayor."),
    ),
    naming(
        "client_is",
        " is | are |: |= ",
        rf"\b(?i:client|lead|district|trust|charity|council|employer|company|school|hospital|firm|contractor|operator|organi[sz]ation|business|hotel|practice|principal|studio|museum|foundation|college|bank|restaurant|place|outfit|house|people|boutique|mill|factory|brewery|farm|lab|chambers|shop)"
        rf"(?:(?: (?:I|we) [a-z' ]{{3,25}})? (?:is|are|in question is|concerned is)|\s?[:=]| name\s?[:=]) {_WHOLE}",
        _SURE,
        yes=(("Client is PAYTIDE TECHNOLOGIES.", "Paytide Technologies"), ("Client: Corvid Freight, Tacoma", "Corvid Freight"), ("The boutique I mentioned is Penhallow Marsh, and", "Penhallow Marsh"), ("The school is Al Noor Heights School, Muscat.", "Al Noor Heights School"), ("My firm is Plava Flota d.o.o., seven yachts.", "Plava Flota")),
        no=("The client is happy with you.", "Client is MAS licensed custodian, 40 pax.", "The firm is German owned."),
        of_themselves=True,
    ),
    naming(
        "my_client",
        "client",
        rf"\b(?:[Mm]y|[Oo]ur|[Tt]he|[Ee]nd|[Tt]heir|[Hh]iring)(?: end)?[ -]client,? {_NAME}",
        _SURE,
        yes=(("My client Corvid Freight is opening a second office.", "Corvid Freight"), ("our client, Delmar Foods, would like to meet you", "Delmar Foods")),
        no=("My client Friday was happy.", "My client wants to see you."),
        of_themselves=True,
    ),
    naming(
        "has_received",
        "receiv|application",
        rf"(?:^|[,;:.] ){_NAME} (?:(?:has|have)(?: now| already| safely)?(?: (?:received|accepted|got|logged|registered|viewed|opened|reviewed|considered|shortlisted))?|(?:acknowledges|confirms)(?:(?: safe)? receipt of)?|thanks you for) your (?:\w+ ){{0,2}}?(?:application|CV|resume|submission|documents|form|papers|file)\b",
        _SURE,
        yes=(
            ("Heart of Mercia NHS Trust has received your application for vacancy 334.", "Heart of Mercia NHS Trust"),
            ("Aldane Healthcare has your application", "Aldane Healthcare"),
            ("Harrow Hound Rescue has viewed your application for Kennel Lead.", "Harrow Hound Rescue"),
            ("The Shelter Programme acknowledges receipt of your application.", "Shelter Programme"),
            ("Slieve Education Board acknowledges your application for 031.", "Slieve Education Board"),
        ),
        no=("We have received your application.",),
    ),
    naming(
        "is_hiring",
        " is | are |need|seek|want|require| like | ha",
        rf"(?:^|[,;:.] |\b(?:that|hear|heard|see|saw|says|told me|gather|believe|understand) ){_NAME}{_SOMEWHERE}(?: (?:is|are)(?: now| currently| also| again)? (?:after(?! \w+ing\b)|looking for|looking to|seeking|hiring|recruiting|in need of|searching for|on the hunt)\b"
        rf"| (?:needs?|seeks?|wants?|requires?|would like|ha(?:s|ve) (?:\w+ )?(?:an opening|a vacancy|a position|a role|a need) for) (?:an?|another|their next|its next) (?!word\b|chat\b|call\b|meeting\b|visit\b|copy\b|look\b|second\b|third\b|further\b|few\b|reply\b|decision\b|reference\b))",
        _LIKELY,
        yes=(
            ("Calder Finch is after an Account Director.", "Calder Finch"),
            ("Petvara, the pet insurers, are after a Claims Lead.", "Petvara"),
            ("I hear Celtway Audio is after a podcast editor.", "Celtway Audio"),
            ("I saw the notice: Te Awa Trust is looking for a social worker", "Te Awa Trust"),
            ("While the toddlers nap: Summit Ridge Dialysis in Akron needs a Clinic Administrator, thirty chairs.", "Summit Ridge Dialysis"),
        ),
        no=("She is looking for you.", "Tomorrow is after the holiday.", "Gracie is after telling me about you.", "Priya wants a word with you."),
    ),
    naming(
        "called",
        "called|named|r the name",
        rf"\b(?:(?i:company|start-?up|studio|firm|business|shop|outfit|charity|venture|practice|agency|school|kitchen|farm|co-?op|team|platform|app|fintech|bank|retailer|brand|chain|maker|manufacturer|publisher|hotel|restaurant|clinic|lab|gallery|museum|winery|brewery|developer|supplier|foundation|theatre|place|house) (?:is |that is |that's )?(?:called|named)|(?i:they|it|who|that)(?:['’](?:re|s)| are| is) called|under the name(?: of)?) [\"“']?{_NAME}",
        _LIKELY,
        yes=(("a small studio called Two Crows", "Two Crows"), ("a fintech called Marbleline who are building a team", "Marbleline"), ("we bake under the name Rye & Salt", "Rye & Salt"), ("Ha, it isn't, they're called Vantry Health.", "Vantry Health")),
        no=("The company called me.", "A company called on Friday."),
        of_themselves=True,
    ),
    naming(
        "it_is",
        "s | is |concerns|be ",
        rf"\b(?:[Ii]t|[Tt]hat)(?:['’]?s| is| concerns| would be) {_NAME}(?= (?:in|at|on|near|out|off)\b|[.,;:!?(]|$| [(-])",
        _LIKELY,
        yes=(("It's Corrib Bay Hospital in Galway.", "Corrib Bay Hospital"), ("It's the Hibernian College on Leeson St!", "Hibernian College"), ("it concerns Ostfalen Retail Group in Dortmund", "Ostfalen Retail Group")),
        no=("It's Friday.", "That is great."),
        of_themselves=True,
    ),
    naming(
        "the_employer_is",
        " is ",
        rf"\b[Tt]he (?:\w+ )?(?!(?:time|date|day|place|venue|address|person|contact|boss|owner|name|panel|subject|title|post|role|job|position|town|city|street|road)\b)[a-z][\w-]+ is {_NAME}(?=[.;:,(]| (?:in|at|near|outside) [A-ZÀ-Þ]|$)",
        None,
        yes=(("I can tell you now that the smelter is Hexrivier Chrome; keep it to yourself.", "Hexrivier Chrome"),),
        no=("The post is Head of Finance.", "The day is Tuesday."),
        of_themselves=True,
        of_clients=True,
        at_once=True,
    ),
    naming(
        "one_for_you",
        ": ",
        rf"\b(?:you|search|mandate|assignment|brief|role|opening|vacancy): {_NAME}(?=,? (?:in|near|outside|over in|up in|down in|based in) [A-ZÀ-Þ])",
        None,
        yes=(("Another search I can't read without thinking of you: Marram Oat Drinks, in Norfolk.", "Marram Oat Drinks"),),
        no=("A note for you: Monday in Leeds is off.",),
        of_themselves=True,
        of_clients=True,
        at_once=True,
    ),
    naming(
        "answers_who",
        ",|.|(| is ",
        rf"(?:^|: )(?:F(?:or|OR) (?=[A-Z]{{3}}))?{_NAME}(?=[.,(](?! (?:the|our|their|his|her|my|a) (?:[\w-]+ ){{0,3}}{_POST}\b)| \(| (?:in|at) [A-ZÀ-Þ]| it is\b| is the (?:one|name|client)\b)",
        None,
        yes=(
            ("Northpeak Outfitters it is, and Ana, the CMO, wants to meet you.", "Northpeak Outfitters"),
            ("Snowline Pediatric Dentistry, Frisco.", "Snowline Pediatric Dentistry"),
            ("I have permission to lift the veil: Indaba Re, the glass building", "Indaba Re"),
        ),
        no=("Monday, then.", "Dear Ana, thanks.", "Dale Foundry, the regional vice president, will ring you."),
        of_themselves=True,
        of_clients=True,
    ),
    naming(
        "sent_to",
        "ubmitted|ent |resented|orwarded|rofile is|ile is|v is|V is|for ",
        rf"\b(?i:submitted|sent|presented|forwarded|file is|profile is|cv is|advert(?:isement)? for|ad for|sourcing for|search for) (?:you )?(?:over )?(?:to |with |now with )?{_NAME}",
        None,
        yes=(("your file is with Al Noor Heights School.", "Al Noor Heights School"), ("Thank you for answering my advertisement for Fundy & Main.", "Fundy & Main")),
        no=("I have sent Omar the notes.",),
        of_clients=True,
    ),
    naming(
        "i_am_at",
        " at | from | with | for ",
        rf"\b(?:[Ii](?:['’]?m| am| run| lead| manage| head| own| work| hire| recruit| look after| handle| do)|here)\b(?! (?:having|meeting|seeing|talking|speaking|due|off)\b)(?: [\w'’-]+){{0,6}}? (?:at|from|with|for|@) {_NAME}",
        _LIKELY,
        yes=(
            ("I'm Dana, I look after engineering hiring at Acme Robotics.", "Acme Robotics"),
            ("I'm one of the GPs at Harbour Lane Medical Practice.", "Harbour Lane Medical Practice"),
            ("I run the customs desk at Orbital Freight.", "Orbital Freight"),
            ("im with Falcon Dunes now, 2 Challengers", "Falcon Dunes"),
        ),
        no=("I am free at noon.", "I'm having lunch with Brian Otieno on Tuesday."),
        of_themselves=True,
    ),
    naming(
        "we_are",
        "e are |E ARE |e're |e’re |his is ",
        rf"\b(?i:we are|we['’]re|this is) {_NAME}",
        None,
        yes=(("WE ARE KIRANACO FOODS, MASALA AND PAPAD.", "Kiranaco Foods"), ("We are Harbour Lane Medical Practice in Leeds.", "Harbour Lane Medical Practice")),
        no=("We are Open on Monday.", "This is Dana Reed."),
        of_themselves=True,
    ),
    naming(
        "we_are_named",
        "e are |e're |e’re ",
        rf"\b[Ww]e(?: are|['’]re) (?!{_PERSON} and ){_NAME}(?=, (?:an? |\d)| [(-])",
        _LIKELY,
        yes=(("We are Strelitz House, 14 rooms among the vines.", "Strelitz House"), ("We're Tern & Tide, a small bakery.", "Tern & Tide")),
        no=("We are Open on Monday.", "We are Ana and Ben, the owners."),
        of_themselves=True,
    ),
    naming(
        "we_are_a",
        "e are |e're |e’re |'m a|’m a|am a",
        rf"\b(?i:we are|we['’]re|i am|i['’]m) (?:an?|the) [^.;,]{{3,60}}, {_NAME}(?=[,.]|$)",
        _LIKELY,
        yes=(("We're a small press in Aberystwyth, Gwasg y Wennol, and looking for an editor.", "Gwasg y Wennol"),),
        no=("We are a team of nine, and busy.", "We're a small firm in a village, Tuesday suits."),
        of_themselves=True,
    ),
    naming(
        "employer_apposed",
        ", ",
        rf", {_NAME},? (?:who (?:are |is )?|(?:are |is ))?(?:after|looking for|seeking|hiring|needing|wanting|in need of) (?:an?|their|its|someone|somebody)\b",
        _LIKELY,
        yes=(("Tier 2 builder down Geelong way, Brennan Civil, after an estimator.", "Brennan Civil"),),
        no=("As I said, Ana wants a word with you.", "Sorry, Dee needs someone's number.", "She is, after a fashion."),
        of_themselves=True,
    ),
    naming(
        "works_at",
        " at | from | with | for | @ ",
        rf"\b(?i:recruiter|talent|owner|manager|director|head|founder|CEO|CTO|COO|GPs?)(?: (?:of|for)(?: [\w'’&-]+){{1,3}}?)? (?:at|from|with|for|@) {_NAME}",
        _LIKELY,
        yes=(("Darlene Fisk, ED manager at Copper Ridge, is calling you.", "Copper Ridge"), ("the Head of Talent for Orbital Freight", "Orbital Freight")),
        no=("The owner lands back from Verbier on the 18th.",),
        of_themselves=True,
    ),
    naming(
        "from_here",
        " from ",
        rf"(?:^|[,!.] |\b[Ii]t['’]?s |\b[Tt]his is |\b[Ii]['’]?m )(?!(?:Hello|Hi|Hey|Greetings|Good \w+|Back|News|Best|Thanks|Regards)\b){_PERSON},? (?:here )?from (?!the \w+ in\b)(?>{_NAME})(?!(?:['’]s)? (?:job|days|gig|project|shoot|contract|years|desk)\b)",
        _LIKELY,
        yes=(("Hiya Grace, Pippa from Little Wells, we met at the dam.", "Little Wells"), ("Jordan from Kestrel here", "Kestrel")),
        no=("Both of them are from Clare.", "Hello from Kyoto", "Lucien, from the Gare du Nord job.", "It's Ana from the Women in Fintech group.", "Delmar, from Oliver's desk"),
        of_themselves=True,
    ),
    naming(
        "here_of",
        "here, |here - ",
        rf"\bhere(?:,| -) (?:(?:from|of|with|at) )?{_NAME}",
        None,
        yes=(("Ana here, Boxwell Studios.", "Boxwell Studios"),),
        no=("Sam here, long time no see.", "I'm here, finally."),
        of_themselves=True,
    ),
    naming(
        "company_apposed",
        ", ",
        rf"\b(?:an?|my|our)(?: [\w-]+)? (?:company|firm|start-?up|studio|shop|practice|venture|outfit|charity|co-?operative|collective|brand|press|bakery|brewery), {_NAME}(?=[,.:;(]|$)",
        _LIKELY,
        yes=(("I start a company, Saltbox, tools for small fishing boats.", "Saltbox"),),
        no=("We are a small firm, Monday is busy.",),
        of_themselves=True,
    ),
    naming(
        "begun_as",
        " as ",
        rf"\b(?:(?:spun|set|started|span|founded|registered)\b[\w ]{{0,20}}|trad(?:e|es|ing)|known) (?:(?:out|up|off|now) )?as {_NAME}",
        _LIKELY,
        yes=(("We've spun it out as Haar Floating Wind, five of us now.", "Haar Floating Wind"), ("We trade as Two Crows.", "Two Crows")),
        no=("I started as Head Chef.", "She trades as much as she can."),
        of_themselves=True,
    ),
    naming(
        "word_from",
        " from ",
        rf"\b(?i:question|message|note|news|word|update|letter|offer) from {_NAME}",
        _LIKELY,
        yes=(("A question from De Zeearend", "De Zeearend"),),
        no=("A question from the panel", "Friendly greetings from Munich"),
    ),
    naming(
        "building",
        "uilding |tarting |unning |ounding |ounder of ",
        rf"(?:\bhere|\b[Mm]yself|\b[Ii] am|\b[Ii]['’]?m|\b[Tt]his is)(?:[\w .'’-]{{0,40}},)? (?:(?:co-?)?(?:building|starting|running|founding)|(?:the )?(?:co-?)?founder of) {_NAME}(?=,| \()",
        _LIKELY,
        yes=(("Myself K.V. Subba Rao, running TestMitra, a small testing company", "TestMitra"),),
        no=("I'm running late, sorry.",),
        of_themselves=True,
    ),
    naming(
        "i_run",
        "I |i |ve |e ",
        rf"\b(?:[Ii]|[Ww]e|have|['’]ve)(?: just| now)? (?:own|run|founded|started|manage|head|lead|opened|set up|launched|bought|tak(?:en|ing) (?:on|over)|took (?:on|over)|inherited) (?![A-Z&]{{2,4}}(?:[.,;!]|$| (?:for|at|and|here|in)\b))(?>{_NAME})(?!(?:['’]s)? (?:team|desk|side|division|function|program(?:me)?|project|account|candidates|files|people|searches|roles|portfolio|list|clients)\b)",
        _SURE,
        yes=(("Me and Iman have started Två Tigrar for real.", "Två Tigrar"), ("I own The Copper Kettle on Mill Street.", "Copper Kettle"), ("I run Maplecourt Living in Burlington.", "Maplecourt Living"), ("I've taken on the Plough and Harrow in Wrotham.", "Plough and Harrow")),
        no=("I run engineering.", "I lead the AHP team.", "I lead QA.", "I have inherited Oliver's candidates."),
        of_themselves=True,
    ),
    naming(
        "appointed_at",
        "appointed | made | named | become ",
        rf"\b(?:[Ii]|[Ww]e)\b[^.;:]{{0,20}} (?:appointed|made|named|become)\b[^.;:,]{{0,30}} {_POST} (?:of the|at) {_NAME}(?! (?:team|desk|side|department|function)\b)",
        _LIKELY,
        yes=(("I have been appointed director of the Maison du Verre, and we need a registrar.", "Maison du Verre"),),
        no=("He was made director of operations.", "I was made head of Claims."),
        of_themselves=True,
    ),
    naming(
        "mentioned",
        "",
        rf"(?<![\w.’'-]){_NAME}",
        _UNCLEAR,
        yes=(
            ("I am the whole of Hargrave Law in Altrincham.", "Hargrave Law"),
            ("Sr. Agnes is leaving St. Brendan Academy as Head of School.", "St. Brendan Academy"),
        ),
        no=("I live in York.",),
    ),
    naming(
        "their_team",
        "eam|epartment",
        rf"^(?i:the |your )?(?P<name>{COMPANY}) (?i:recruit(?:ing|ment)|hiring|talent|careers?|hr|people)(?: [Aa]cquisition)? (?i:team|department)$",
        _LIKELY,
        yes=(("Your Nordhaven Recruiting Team", "Nordhaven"), ("Larchfield Clinic Talent Team", "Larchfield Clinic")),
        no=("The hiring team",),
        of_themselves=True,
    ),
    naming(
        "team_of",
        "eam ",
        rf"^[Tt]eam {_NAME}$",
        _LIKELY,
        yes=(("Team Lumenry", "Lumenry"),),
        no=("Team meeting",),
        of_themselves=True,
    ),
)  # fmt: skip
