"""What an employer is called: cleaning a name, telling an agency's, and reading it off a mail domain."""

from __future__ import annotations

import re

__all__ = ["COMPANY", "NAME", "capitalized", "clean_company", "is_agency", "is_organisation"]

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD = rf"(?!I\b)(?:(?:St|Ste|Mt|Ft)\.|[{_CAPITAL}][\w'’&+.-]*\w|[{_CAPITAL}]\b|\d+[{_CAPITAL}][\w-]*)"
COMPANY = rf"(?:[Tt]he )?{_WORD}(?:(?: of the| of| and| &| for| de la| de| des| du| del| di| von| van| y| et| und)? {_WORD}){{0,5}}(?![\w’-])"
"""A run of capitalised words with the small words that join them; in text as written."""
NAME = re.compile(COMPANY)

_LEGAL = re.compile(
    r"[,\s]+(?:inc|llc|llp|ltd|limited|gmbh(?: & co\.? kg)?|corp|corporation|co|plc|ag|s\.?a\.?|sas|b\.?v|n\.?v|ab|a/s|oy|pvt|pty|kg|se|srl|spa|private limited|pvt\.? ltd|pte\.?(?: ltd)?|sdn\.? bhd|bhd|cc|aps|oyj|kft|e\.?v|s\.?r\.?o|l\.l\.c|fz(?:e|co|c)|dac|nl|as)\.?$",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"[\s,|-]+(?:(?:the )?(?:careers?|jobs?|hiring|(?:e-)?recruit(?:ing|ment|ers?)?|talent(?: acquisition)?|hr|human resources|people(?: (?:&|and) culture)?|people|staffing|notifications?|no-?reply|workday|candidate|applications?|portal|via \w+)"
    r"(?: (?:team|department|dept\.?|portal|services?|office|centre|center|support))*|team)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^(?:(?:the|your|team|dear|hi|hello|from|at|to|with|re|fw|fwd)\s+)+", re.IGNORECASE)
_NO_COMPANY = frozenset(
    "madam madame monsieur sirs it's that's here's there's let's hey awesome brilliant excellent lovely perfect wonderful sorry mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec interview invitation application your you next step steps update updated canceled cancelled re fwd confirmation offer letter status thank thanks onsite panel phone screening call "
    "screen intro introduction role position job vacancy opportunity monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december teams zoom google meet microsoft webex hr recruiter recruiting recruitment talent hiring careers team people human resources department dept linkedin indeed greenhouse lever workday icims "
    "smartrecruiters ashby teamtailor glassdoor no-reply noreply reply notification notifications cv resume candidate candidates this that what when where we our us it its the i they he she me my and or if please kindly "
    "dear hi hello regards sincerely best today tomorrow yesterday week new urgent confidential final first second third round stage telephone telephonic video onboarding welcome feedback decision "
    "reminder action required important following referees references assessment test task home take message about received complete completed submitted english math maths london remote hybrid good great congratulations "
    "gcse engr mr mrs ms miss dr prof sir uk us usa eu europe india ireland canada australia germany time times date dates day ref id number iphone android outlook gmail sent english".split()
)
_ALONE = frozenset(
    "hall academy school hospital college company office centre center bank agency council trust board city university clinic hotel museum faculty "
    "library station campus county team department head commission ministry society institute musée université universität universidad institut lycée hôpital".split()
)
"""Words that name a firm only together with others."""
_DEPARTMENTS = frozenset("department dept desk division section unit ward".split())
"""Words that parts of firms end in."""
_MAY_BEGIN = frozenset(
    "department best good first new next us english london second great human home time india europe ireland canada australia talent final people".split()
)
"""Of these, the words that also begin names of firms."""
_BRACKET = re.compile(r"\s*[(<\[].*$")
_POSSESSIVE = re.compile(r"['’]s$")
_EDGES = " ,;:-–—|/\"'“”!?.•"
_SMALL_END = re.compile(r"(?: (?:I|A|It|We|You|The|In|On|At|Hi|Dear|R\d)| Board of Directors)$")
_GENERIC = re.compile(
    r"\b(?:top|tier|local|leading|global|major|premium|confidential|private|series|international (?:firm|company|bank|school|group)|multinational|mnc|start-?up|renowned|reputed|exclusive|well-known|boutique|family-owned"
    r"|your|our|my|new|job|jobs|role|vacancy|opportunity|invitation|interview|application|update|next steps?|follow[- ]?up|result|notice|question|hello|welcome|confirmed?)\b",
    re.IGNORECASE,
)
"""Words of which a part of a subject is made that is no name."""
_NO_NAME = re.compile(r"[@:/\\]|\d{3,}|\.(?:com|io|org|net|co)\b")
_AGENCY_NAME = re.compile(
    r"\b(?:\w+hire\b|hire\b|recruit(?:ment|ing|ers?)|search(?: partners| group| associates)?|staffing|personnel|consult(?:ants|ancy|ing partners)|headhunt\w*|resourcing|manpower|labour hire|locums|talent (?:solutions|partners|group|bridge)|\w*talent(?!s\b)\w*|placements?|selection|executive search|careers|vacancies|teachers abroad|(?:recruitment|employment|staffing|nursing|temp) agency|employment services)\b(?!\s+(?:team|department|dept|services|office|portal|manager|officer|coordinator|executive|partner|advisor|adviser|acquisition|administrator|assistant|lead|specialist|analyst|engine))",
    re.IGNORECASE,
)
_AGENCY_DOMAIN = re.compile(
    r"recruit|staffing|headhunt|search(?!light)|personnel|resourcing|manpower|consultants|talent|teachers|placement|hiring|jobs4|locum|careers|selection|employ|labourhire"
)


def capitalized(words: str) -> str:
    """A name as a person would write it where its author uses no capitals at all."""
    return words.title() if words == words.lower() else words


def clean_company(words: str) -> str:
    """An employer's name as a person would write it; empty where the words cannot be one."""
    name = _BRACKET.sub("", words).strip(_EDGES)
    name = _BEFORE.sub("", name)
    while (shorter := _LEGAL.sub("", _TEAM.sub("", name))) != name:
        name = shorter.strip(_EDGES + ".&")
    name = _POSSESSIVE.sub("", _SMALL_END.sub("", name))
    parts = name.split()
    if not 2 <= len(name) <= 60 or len(parts) > 7 or _NO_NAME.search(name):
        return ""
    if (len(parts) == 1 and name.lower() in _ALONE) or parts[-1].lower() in _DEPARTMENTS:
        return ""
    if all(part.lower().strip(".,&") in _NO_COMPANY or part[0].islower() for part in parts):
        return ""
    if parts[0].lower().rstrip(".,").replace("’", "'") in _NO_COMPANY - _MAY_BEGIN:
        return ""
    if name.isupper() and (len(parts) > 1 or len(name) > 6):
        return " ".join(part if len(part) <= 2 else part.capitalize() for part in parts)
    return name


_ORGANISATION = re.compile(
    r"\b(?:academy|agency|airlines?|airways|analytics|associates|association|authority|bakery|bank|brewery|builders|capital|care|centre|center|charity|chambers|clinic|club|co-?op|co-operative|college|cruise line|line|kitchens?|dentistry|orthodontics|pediatrics|parish|board|initiative|mutual|grain|advocaten|interactive|district|depot|freight|forwarders|chain|fulfil\w*|search|company|consulting|council|county"
    r"|aviation|entertainment|events|farms?|foods?|foundation|fund|gallery|games|garage|group|healthcare|heritage|holdings|homes?|hospice|hospital|hospitals|hotels?|housing|industries"
    r"|infirmary|institute|institution|insurance|international|inn|kitchens?|labs?|laborator(?:y|ies)|law|library|lodge|logistics|manufacturing|mills?|mining|motors|museum|networks?|nursery|opera|orchestra|partners|partnership|payments"
    r"|pharma\w*|pharmacy|police|practice|productions|publishing|rail|railways?|realty|restaurant|resources|robotics|school|schools|scheme|services|ships?|shipping|society|solicitors|solutions|sports?|steel|stores?|structures"
    r"|industrial|therapeutics|biologics|biosciences|diagnostics|chemicals|petroleum|electrical|mechanical|constructions?|contractors?|contracting|minerals|metals|broadcasting|advisory|actuarial|assurance|maritime|marine|aerospace|catering|alliance|coalition|federation|commission|collective|bureau|cooperative"
    r"|studios?|surgery|systems|technologies|technology|telecom|textiles|theatre|timber|tourism|toys|trades|transit|transport|travel|trust|union|university|utilities|ventures|veterinary|fondation|mus[eé]e|université|universit[àä]t|universidad|groupe|stiftung|stichting|fundación|instituto|hôtel|water|wealth|winery|works|city of|ministry of|department of|bureau of)\b|&",
    re.IGNORECASE,
)


def is_organisation(name: str) -> bool:
    """Whether a name has a word of those that firms and institutions are called by."""
    return (
        len(name.split()) > 1
        and not re.search(r"\d", name)
        and not _GENERIC.search(name)
        and bool(_ORGANISATION.search(name))
    )


def is_agency(name: str, domain: str = "") -> bool:
    """Whether a firm fills positions for others, by its name or its mail domain."""
    return bool(
        _AGENCY_NAME.search(name) or (domain and _AGENCY_DOMAIN.search(domain.rpartition(".")[0].rpartition(".")[2]))
    )
