"""How sentences announce a position: what it is called stands behind, or between, words that say that it is one."""

from __future__ import annotations

from watcher.inference.en.names.employers import COMPANY
from watcher.inference.en.names.naming import JOB, Naming, naming
from watcher.model import Confidence

__all__ = ["NAMES_POSITION"]

_SURE, _LIKELY = Confidence.SURE, Confidence.LIKELY
_OPEN = r"(?:(?!\b(?:the|our|your|this|an?|for|to)\b)[^.?!])"

NAMES_POSITION: tuple[Naming, ...] = (
    naming(
        "applied_for",
        " for| as | to be",
        rf"\b(?i:appl(?:y|ying|ied)|application(?: (?:(?:no|number|id|ref)\b\.? ?)?[#\w./-]{{1,20}})?|candidature|considered|shortlisted|interview(?:ed)?|screening|screen|resume|CV|offer|process|regret|round|hand|submission|(?:your|my|the) (?:file|form|papers|documents|package|profile))"
        rf"(?: \([^()]{{1,20}}\))?(?: (?:to|with|at) {COMPANY})? (?:for|as|to be(?:come)?):?(?: the| our| an?)? (?:{JOB}(?: of| as)? )?(?P<words>.{{3,110}})",
        _SURE,
        yes=(
            ("Thank you for applying for Senior Data Platform Engineer at Lumenry.", "Senior Data Platform Engineer"),
            ("Your application for the post of Head of Mathematics arrived.", "Head of Mathematics"),
            ("Thanks for applying to be a Senior Content Editor at Tallgrass.", "Senior Content Editor"),
            ("Application #20877 for High School Principal has been lodged.", "High School Principal"),
            ("You have successfully applied for: Teacher of History.", "Teacher of History"),
            ("Your file for Manager of School Programs landed safely.", "Manager of School Programs"),
            ("Your application for Director, Biostatistics, is in.", "Director, Biostatistics"),
        ),
        no=("Your application for a visa was sent.",),
    ),
    naming(
        "for_it",
        "For |Regarding |Concerning |As to ",
        r"^(?:For|Regarding|Concerning|As to)(?: the)? (?P<words>[A-ZÀ-Þ].{3,110})",
        _LIKELY,
        yes=(("For Practice Manager - Sylvania (R-2304), conversations go on with others.", "Practice Manager"),),
        no=("For Monday I have nothing.", "For Dana, the manager, it is new."),
    ),
    naming(
        "interest_in",
        " in ",
        r"\binterest(?:ed)?(?: \w+)? in (?:(?:the|our|an?) )?(?P<words>[A-ZÀ-Þ].{3,110})",
        _LIKELY,
        yes=(
            ("We appreciate your interest in Nurse Practitioner, Urgent Care.", "Nurse Practitioner"),
            ("Thank you for the interest shown in Validation Engineer (CIP/SIP).", "Validation Engineer (CIP/SIP)"),
        ),
        no=("Thank you for your interest in us.",),
    ),
    naming(
        "position_of",
        " of | as | for |: | is ",
        rf"\b(?i:{JOB}) (?:of|as|for|:|is)(?: an?| the)? (?P<words>.{{3,110}})",
        _SURE,
        yes=(
            ("We offer you the position of Clinical Nurse Manager 1, Day Surgery.", "Clinical Nurse Manager 1"),
            ("The role is Plant Manager.", "Plant Manager"),
        ),
        no=("The role is open.",),
    ),
    naming(
        "recruiter_for",
        "recruiter for|recruiting for|lead on|recruit for|handle |handling |looking after ",
        r"\b(?:I(?:['’]m| am) (?:the recruiter for|recruiting for|handling|looking after|the lead on)|I (?:recruit for|handle)) (?:the )?(?P<words>[A-ZÀ-Þ].{3,110})",
        _LIKELY,
        yes=(("I am the recruiter for Senior QA Engineer - Payments.", "Senior QA Engineer"),),
        no=("I handle the diary.",),
    ),
    naming(
        "have_you_as",
        " as ",
        r"\b(?:[Hh]ave|[Ll]ike|[Ww]ant|[Jj]oin|[Ss]ee|[Ww]elcome|[Aa]ppoint|[Tt]ake) (?:you(?: on)?|us)(?: on board)? as (?:(?:our|an?|the|its|their) )?(?P<words>.{3,110})",
        _LIKELY,
        yes=(
            ("We'd like to have you as Fleet Maintenance Supervisor.", "Fleet Maintenance Supervisor"),
            ("Would you join us as our Head Baker?", "Head Baker"),
        ),
        no=("We see you as part of the family.",),
    ),
    naming(
        "vacancy_named",
        "acancy|equisition|osition|ost ",
        r"\b(?i:vacancy|requisition|position|post)(?: (?:(?:no|number|ref|id)\b\.? ?)?[\w./-]*\d[\w./-]*,?)? (?P<words>[A-ZÀ-Þ].{3,110})",
        _SURE,
        yes=(
            ("for the vacancy Project Engineer (Roads), Northern Roads", "Project Engineer (Roads)"),
            ("for vacancy 871-VW-014, Clinical Pharmacist", "Clinical Pharmacist"),
        ),
        no=("The vacancy is open.",),
    ),
    naming(
        "the_role",
        "he |ur |his |bove | a | an |A ",
        rf"\b(?i:the|our|your|this|above|an?) (?P<words>{_OPEN}{{3,80}}?) (?i:{JOB})\b",
        _SURE,
        yes=(
            ("Thank you for completing the take-home for our Data Engineer role.", "Data Engineer"),
            ("about the groom job", "Groom"),
            ("I would like to apply for the Field Sampler post.", "Field Sampler"),
        ),
        no=("It was the last role.",),
        closed=True,
    ),
    naming(
        "need_a",
        "need|eek|ook|ire|iring|find|ecruit|earch|tuck|ot |with|after|want",
        r"\b(?i:need(?:s|ing)?|looking for|seeking|hir(?:e|ing)|(?<!had to )(?<!have to )find|recruit(?:ing)?|search(?:ing)? for|stuck for|(?<!you )got|want(?:s|ing)?|(?<!look )(?<!looking )after)(?: an?| one| our first| another| a new| its first)? (?!for (?:[A-Z]\w+ )+(?:Infrastructure|Operations|Relations|Services|Engineering|Experience|Platforms?|Success|Systems|Products?|Tools|Finance|Sales|Marketing)\b)(?P<words>.{3,90})",
        _LIKELY,
        yes=(
            ("I need a sous chef.", "Sous chef"),
            ("For our principal I am needing one Sous Chef on ship.", "Sous Chef"),
            ("Got a practice up the hill looking for a lead hygienist.", "Lead hygienist"),
            ("I'm recruiting an E&I Supervisor for a major operator.", "E&I Supervisor"),
            (
                "The firm also has a chain, growing north, wanting a Head of Finance Operations.",
                "Head of Finance Operations",
            ),
        ),
        no=(
            "We need a decision.",
            "I look after a developer in Riyadh.",
            "I look after hiring for Developer Infrastructure.",
            "Have you got a picker ticket?",
        ),
    ),
)
