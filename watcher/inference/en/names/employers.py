"""What an employer is called: cleaning a name, telling an agency's, and reading it off a mail domain."""

from __future__ import annotations

import re
from functools import lru_cache

from watcher.domains import words_of
from watcher.inference.cues import Wanted, holds
from watcher.inference.heard import plain

__all__ = [
    "COMPANY",
    "NAME",
    "capitalized",
    "clean_company",
    "ends_as_firm",
    "has_legal_form",
    "is_agency",
    "is_organisation",
    "is_unit",
    "may_hold_organisation",
    "runs",
]

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD = rf"(?!I\b)(?:(?:St|Ste|Mt|Ft)\.|[{_CAPITAL}][\w'’&+.-]*\w(?:(?<=s)['’](?= [{_CAPITAL}]))?|[{_CAPITAL}]\b|\d+[{_CAPITAL}][\w-]*|(?<![\w’'-])[a-z]{{1,2}}[{_CAPITAL}][a-z]\w+)"
COMPANY = rf"(?:[Tt]he )?{_WORD}(?:(?: of the| of| and| &| for| de la| de| des| du| del| di| von| van| y| et| und)? {_WORD}){{0,5}}(?![\w’-])"
"""A run of capitalised words with the small words that join them; in text as written."""
NAME = re.compile(COMPANY)

_LEGAL = re.compile(
    r"(?<!&)[,\s]+(?:inc|llc|llp|ltd|limited|gmbh(?: & co\.? kg)?|corp|corporation|co|plc|ag|s\.?a\.?|sas|b\.?v|n\.?v|ab|a/s|oy|pvt|pty|kg|se|srl|spa|private limited|pvt\.? ltd|pte\.?(?: ltd)?|sdn\.? bhd|bhd|cc|aps|oyj|kft|e\.?v|s\.?r\.?o|l\.l\.c|fz(?:e|co|c)|dac|nl|as)\.?$",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"[\s,|-]+(?:(?:the )?(?:careers?|jobs?|hiring|(?:e-)?recruit(?:ing|ment|ers?)?|talent(?: acquisition)?|hr|human resources|people(?: (?:&|and) culture)?|people|staffing|notifications?|no-?reply|workday|candidate|applications?|portal|via \w+)"
    r"(?: (?:team|department|dept\.?|portal|services?|office|centre|center|support))*|team)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:the|your|team|dear|hi|hello|from|at|to|with|re|fw|fwd|(?:gm|md|ceo|coo|cfo|cto|[as]?vp) of)\s+)+",
    re.IGNORECASE,
)
_CORPORATE = re.compile(
    r"^(?:corporation of (?:the )?(?=(?:city|town|county|district|village|municipality) of\b)"
    r"|(?:board of )?(?:governors|trustees|directors) of (?:the )?)",
    re.IGNORECASE,
)
"""What stands before the name of an employer where it signs in full, or those who run it do."""
_NO_COMPANY = frozenset(
    "not madam madame monsieur sirs it's that's here's there's let's hey awesome brilliant excellent lovely perfect wonderful sorry mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec interview invitation application your you next step steps update updated canceled cancelled re fwd confirmation offer letter status thank thanks onsite panel phone screening call posting requisition req "
    "screen intro introduction role position job vacancy opportunity monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december teams zoom google meet microsoft webex hr recruiter recruiting recruitment talent hiring careers team people human resources department dept linkedin indeed greenhouse lever workday icims "
    "smartrecruiters ashby teamtailor glassdoor no-reply noreply reply notification notifications cv resume candidate candidates this that what when where we our us it its the i they he she me my and or if please kindly "
    "dear hi hello regards sincerely best today tomorrow yesterday week new urgent confidential final first second third round stage telephone telephonic video onboarding welcome feedback decision "
    "reminder action required important following referees references assessment test task home take message about received complete completed submitted english math maths london remote hybrid good great congratulations "
    "gcse engr mr mrs ms miss dr prof sir uk us usa eu europe india ireland canada australia germany time times date dates day ref id number iphone android outlook gmail sent english "
    "easter christmas xmas lent passover ramadan eid diwali thanksgiving whitsun spring summer autumn winter noon midnight".split()
)
_OF_AN_HOUR = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty half quarter past to".split()
)
"""Words of which the hour is told: "FIVE TO TWO" is no firm."""
_ALONE = frozenset(
    "hall academy school hospital college company office centre center bank agency council trust board city university clinic hotel museum faculty "
    "doctor dentist chef boss madam sir captain chief professor matron minister chairman chairwoman governor "
    "library station campus county team department head commission ministry society institute directorate german french spanish italian dutch portuguese polish swedish danish norwegian finnish greek turkish arabic mandarin japanese british irish scottish welsh american european african asian musée université universität universidad institut lycée hôpital".split()
)
"""Words that name a firm only together with others, or a person by what he is."""
_DEPARTMENTS = frozenset("department dept desk division section unit ward".split())
"""Words that parts of firms end in."""
_MAY_BEGIN = frozenset(
    "department best good first new next us english london second great human home time india europe ireland canada australia talent final people easter spring summer autumn winter".split()
)
"""Of these, the words that also begin names of firms."""
_BRACKET = re.compile(r"\s*[(<\[].*$")
_PRONOUN = re.compile(r"^(?:(?:they|we|you|he|she|it|that|who)['’](?:re|ll|ve|s|d)\b\s*)+", re.IGNORECASE)
"""What begins a sentence before a name: "They're Vantry Foods"."""
_POSSESSIVE = re.compile(r"['’]s$")
_JOINTS = frozenset("of and the for & de la".split())
_AND_COMPANY = re.compile(r" (?:and|n|\+) (?=(?:Associates|Brothers|Bros|Co|Daughters|Partners|Sons?)\b)")
_EDGES = " ,;:-–—|/\"'“”!?.•"
_SMALL_END = re.compile(r"(?: (?:I|A|It|We|You|The|In|On|At|Hi|Dear|R\d)| Board of Directors)$")
_GENERIC = re.compile(
    r"^(?:top|tier|local|leading|global|major|premium|private|international (?:firm|company|bank|school|group)|boutique)\b"
    r"|\b(?:confidential|series|multinational|mnc|start-?up|renowned|reputed|exclusive|well-known|family-owned"
    r"|your|our|my|new|job|jobs|role|vacancy|opportunity|invitation|interview|application|update|next steps?|follow[- ]?up|result|notice|question|hello|welcome|confirmed?)\b",
    re.IGNORECASE,
)
"""Words of which a part of a subject is made that is no name."""
_NO_NAME = re.compile(r"[@:/\\]|\d{3,}|\.(?:com|io|org|net|co)\b")
_AGENCY_NAME = re.compile(
    r"\b(?:\w+(?<!s)hire\b|recruit(?:ment|ing|ers?)|search(?: partners| group| associates)?|staffing|personnel|consult(?:ants|ancy|ing partners)|headhunt\w*|resourcing|manpower|labour hire|locums|talent (?:solutions|partners|group|bridge)|\w*talent(?!s\b)\w*|placements?|selection|executive search|careers|vacancies|teachers abroad|(?:recruitment|employment|staffing|nursing|temp) agency|employment services)\b(?!\s+(?:team|department|dept|services|office|portal|manager|officer|coordinator|executive|partner|advisor|adviser|acquisition|administrator|assistant|lead|specialist|analyst|engine))",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:council|county|city|government|ministry|nhs|hospitals?|university|college|schools?|academ(?:y|ies)|police)\b",
    re.IGNORECASE,
)
"""Whose own office for hiring is called as agencies are: "County Council Resourcing"."""
_AGENCY_DOMAIN = re.compile(
    r"recruit|staffing|headhunt|(?<!re)search(?!light)|personnel|resourcing|manpower|consultants|talent|teachers|placement|hiring|jobs4|locum|careers|selection|employ|labourhire"
)


@lru_cache(maxsize=256)
def runs(text: str) -> tuple[re.Match[str], ...]:
    """The runs of capitalised words in a text; several readers look for names in the same sentences."""
    return tuple(NAME.finditer(text))


def capitalized(words: str) -> str:
    """A name as a person would write it where its author uses no capitals at all."""
    if words != words.lower():
        return words
    name = " ".join(w if w in _JOINTS else w[:1].upper() + w[1:] for w in words.split())
    return _AND_COMPANY.sub(" & ", name)


@lru_cache(maxsize=1024)
def clean_company(words: str) -> str:
    """An employer's name as a person would write it; empty where the words cannot be one."""
    name = _PRONOUN.sub("", _BRACKET.sub("", words).strip(_EDGES))
    name = _CORPORATE.sub("", _BEFORE.sub("", name))
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
    if all(part.lower() in _OF_AN_HOUR for part in parts):
        return ""
    if parts[0].lower().rstrip(".,").replace("’", "'") in _NO_COMPANY - _MAY_BEGIN:
        return ""
    if name.isupper() and (len(parts) > 1 or len(name) > 6):
        return " ".join(part if len(part) <= 2 else part.capitalize() for part in parts)
    return name


_UNITS = frozenset(
    "people culture talent acquisition human resource resources hr recruitment recruiting hiring finance accounts admin "
    "administration operations ops engineering product design marketing sales support customer service services legal "
    "compliance research development technology it data security facilities procurement student academic staff "
    "appointments corporate regional team department division unit office faculty section desk the of and "
    "flight production creative editorial programs programmes learning school studies sciences environmental systems "
    "hub centre center global group personnel licensed executive search staffing resourcing sourcing selection senior technical junior lead planning transit "
    "personas talento cultura recursos humanos ressources humaines personalabteilung y et und "
    "capital management civil construction consumer retail brand industrial commercial clinical nursing allied".split()
)
"""Words of which the names of departments are made."""

_HEADS = frozenset(
    "head director chief chair dean vp president manager secretary office division section faculty school".split()
)
_FIRMS = frozenset(
    "academy acoustics actuarial advertising advisory advocaten aeronautics aerospace agency airline airways "
    "alliance analytics apiaries apiary apparel aquaculture aquarium architects associates association assurance "
    "atelier auctioneers auctions authority automation automotive aviation avionics bar bakehouse bakers bakery bank "
    "barbers beverages biologics biomedical biosciences biotech bistro board boatworks boatyard bookshop boutique "
    "brasserie brewers brewery brewing broadband broadcasting broking builders bullion bureau butchers cable cafe "
    "cantina capital care cargo carpentry carriers cartage catering cellars cement center centre ceramics chain chambers "
    "chapel charity cheese chemicals chiropractic chocolates choir church cider cinema circus cleaners cleaning "
    "clinic clothing club coaches coalition coffee collective college commission community company components "
    "composites computing confectioners confectionery confections conservancy construction constructions "
    "consultancy consulting contracting contractors cooperative corporation council county courier couriers crafts "
    "creamery crematorium crossfit cruises cycles dairies dairy decor deli demolition dental dentistry depot "
    "dermatology designs devices diagnostics dialysis diner distillers distillery distributors district dockyard "
    "drainage drilling drones drywall editions electric electrical electronics elektro elevators embroidery "
    "endodontics enterprises entertainment environmental equestrian estates events excavation excavations "
    "expeditions exploration exports fabrication fabrications fabrics fabrik farm federation fencing ferries "
    "fertilisers fertility films finserv firearms fireworks fisheries fitness fixtures flooring floral florist "
    "flowers fondation food footwear forestry forests forge forwarders forwarding foundation foundry framing "
    "freight freightways fuels fulfillment fulfilment fund fundacion funeral furniture gallery games garage gardens "
    "gasthof genetics genomics geosciences geotechnical glass glazing grain graphics grocer group groupe guild gym "
    "hardware hatchery haulage hauliers healthcare heating heritage hire holdings home horticulture hospice "
    "hospital hostel hotel housing hvac hydraulics imaging imports industrial industries infirmary infosystems "
    "infotech infrastructure initiative inn institute institution instituto instruments insulation insurance "
    "interactive interiors international ironworks irrigation izakaya jewellers jewellery joinery kennels kitchen "
    "klinik lab laboratories laboratory landscapers landscapes landscaping laundry law leasing leather lettings "
    "library lifts lighting line linen lithography livery livestock locksmiths lodge logistics lumber machinery "
    "machining manufacturing marine maritime masonry masons meats mechanical medicine medtech metals metrology "
    "microsystems mill milling mills minerals mines mining mobility montessori motel motorcycles motors movers "
    "musee museum mutual network nurseries nursery nutrition observatory opera optical opticians optics optometry "
    "orchard orchestra organics originals orthodontics orthopaedics osteria outdoor outfitters packaging paints "
    "panels parcel parish partners partnership patisserie paving payments pediatrics petrochemicals petroleum "
    "pharma pharmaceuticals pharmacy photography photonics physio physiotherapy pictures pipelines pizzeria "
    "plastics plating playgroup playhouse plumbing podiatry police pottery poultry practice preschool press "
    "printers produce productions properties property publishing pumps quarry racing radio radiology rail railway "
    "ranch readymix realty records recycling refrigeration rehab rehabilitation reinsurance relocations removals "
    "renewables renovations rentals repairs resort resources restaurant retirement rigging ristorante roasters "
    "roastery robotics roofing saddlery sails salmon salon savings sawmill scaffolding scheme school seafood search "
    "seeds semiconductor seminary services shelter ship shipping shipyard shutters signage silks soap society "
    "software softworks solar solicitors solutions spa spices sport stables stationery steel stichting stiftung "
    "stonework storage store structures studio subsea supermarket supplies supply surgery surgical surveyors "
    "systems tableware tannery taqueria tavern taxis technologies technology telecom telecommunications telematics "
    "tents textiles thatching theater theatre therapeutics tiles tiling timber tooling tools tourism tours towage "
    "towing toys tractors traders trades trailers transit transport trattoria travel trucking trust turbines tutors "
    "tyre tyres underwriters uniforms union universidad universita universitat universite university upholstery "
    "utilities valves venture verlag veterinary vets vineyard wagons warehousing water wealth welding wellness "
    "werke wholesale windows wine winery woodwork works workshop yacht yarns zoo".split()
)
"""What firms and institutions are called by beside what tells them apart; each may have an s behind it."""
_INSTITUTIONS = ("city", "ministry", "department", "bureau", "coop", "co-op")
_INSTITUTION = re.compile(r"(?:the )?(?:city|ministry|department|bureau) of\b|.*\bco-?op(?:erative)?\b", re.IGNORECASE)


_HINTS = Wanted(((frozenset((*(word.removesuffix("s") for word in _FIRMS), "&", *_INSTITUTIONS)),),))


def may_hold_organisation(text: str) -> bool:
    """Whether a text could hold a name of which `is_organisation` is true; a look that costs little."""
    return not text.isascii() or _HINTS.met(holds(plain(text)))


def is_organisation(name: str) -> bool:
    """Whether a name has a word of those that firms and institutions are called by."""
    if " " not in name or any(c.isdigit() for c in name) or _GENERIC.search(name):
        return False
    if "&" in name or _INSTITUTION.match(name):
        return True
    return any(word in _FIRMS or word.removesuffix("s") in _FIRMS for word in words_of(name))


def has_legal_form(text: str) -> bool:
    """Whether a text ends with the legal form of a firm: "Pettipas Land Surveying Ltd."."""
    return _LEGAL.search(text) is not None


def ends_as_firm(name: str) -> bool:
    """Whether the last word of a name, which says what it is, is one of those: "the workshop machine" is no firm."""
    word = (words_of(name) or ("",))[-1]
    return "&" in name or word in _FIRMS or word.removesuffix("s") in _FIRMS


def is_unit(name: str) -> bool:
    """Whether a name is that of a department, or of an office in one: "People Team", "Head of Policy"."""
    words = re.findall(r"\w+", name.lower())
    named = all(word in _UNITS or word.removesuffix("s") in _UNITS for word in words)
    return named or (words[1:2] == ["of"] and words[0] in _HEADS)


def is_agency(name: str, domain: str = "") -> bool:
    """Whether a firm fills positions for others, by its name or its mail domain."""
    return bool(
        (_AGENCY_NAME.search(name) and not _PUBLIC.search(name))
        or (domain and _AGENCY_DOMAIN.search(domain.rpartition(".")[0].rpartition(".")[2]))
    )
