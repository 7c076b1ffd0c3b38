"""What a position is called: a noun of occupation with the words that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Position", "of_a_field", "position", "positions"]

_OCCUPATIONS = frozenset(
    "accountant actuary administrator adviser advisor advocate agent aide ambassador analyst anaesthetist anesthetist "
    "apprentice archaeologist architect archivist artist assembler assistant associate attendant attorney auditor baker "
    "sde swe barista bartender beautician biologist bookkeeper bricklayer broker butcher buyer captain caregiver caretaker carer "
    "carpenter cashier caterer champion chaplain chef chemist cleaner clerk clinician coach commander concierge conductor "
    "consultant controller cook coordinator co-ordinator copywriter counsel counsellor counselor curator custodian dean "
    "decorator dentist deputy designer developer dietitian dietician director dispatcher doctor draughtsman ecologist "
    "economist editor educator electrician engineer epidemiologist estimator examiner executive expert fabricator "
    "facilitator farmer fellow firefighter fitter florist foreman forester founder fundraiser gardener generalist geologist "
    "guard guide hairdresser head headteacher host hostess housekeeper hygienist illustrator inspector installer instructor "
    "intern interpreter investigator janitor jeweller joiner journalist judge labourer laborer landscaper lawyer lead leader "
    "lecturer librarian lifeguard lineman locksmith locum machinist manager marketer mason master mechanic mediator "
    "merchandiser midwife miller miner nanny negotiator nurse officer operative operator optician optometrist orderly owner "
    "painter paralegal paramedic partner pathologist pharmacist phlebotomist photographer physician physicist "
    "physiotherapist pilot planner plasterer plumber porter postdoc practitioner president principal printer producer "
    "professional professor programmer psychiatrist psychologist purchaser qs radiographer ranger realtor receptionist "
    "recruiter rep reporter representative researcher rigger roofer sailor scaffolder scheduler scientist seamstress "
    "secretary server solicitor sommelier sonographer sparky specialist sre statistician steward storekeeper strategist "
    "superintendent supervisor surgeon surveyor tailor teacher teller technician technologist tester therapist tiler "
    "toolmaker trader trainee trainer translator treasurer tutor underwriter usher valuer vet veterinarian videographer vp "
    "waiter waitress warden welder worker writer zookeeper driver devops linguist proofreader sous butler stylist sculptor restorer conservator registrar lector dramaturg gaffer picker packer loader roaster winemaker brewer distiller groom jockey chauffeur courier dispatcher controller dyer weaver tuner luthier glazier sweep assessor adjuster paramedic doula carter keeper bosun mate deckhand skipper stoker signalman archaeologist geographer cartographer meteorologist oceanographer zoologist botanist hydrologist agronomist horticulturist arborist surveyor planner buyer sourcer analyst economist underwriter actuary auditor treasurer bookkeeper cashier clerk typist stenographer chief sdet integrator sister matron vicar curate "
    "actor actress acupuncturist almoner anesthesiologist animator annotator announcer anthropologist arbitrageur "
    "arranger asphalter assayer astronomer astrophysicist auctioneer audiologist audiometrist aupair babysitter "
    "bailiff banksman barback barmaid barman barrister beekeeper bellboy bellhop biochemist bioinformatician "
    "biostatistician blacksmith blaster boatbuilder boatswain boilermaker bookbinder bookmaker broadcaster bursar "
    "busdriver cabinetmaker cantor canvasser cardiologist caseworker cataloger cataloguer celebrant cellarhand "
    "cellarmaster cheesemaker childcarer childminder chiropractor chocolatier choreographer cinematographer "
    "climatologist cobbler colorist colourist columnist composer compositor comptroller confectioner constable "
    "conveyancer copyist costumier criminologist croupier cryptographer cytologist dairyman dancer demographer "
    "demonstrator dermatologist despatcher detective dishwasher docent doorman dosimetrist drainlayer dresser "
    "driller drywaller electromechanic embalmer embryologist engraver entomologist ergonomist ethnographer expediter "
    "farrier fettler fireman firewoman floorlayer galvaniser gamekeeper genealogist geneticist geotechnician "
    "geriatrician ghillie glaciologist glassblower goldsmith gravedigger greenkeeper groundskeeper groundsman "
    "groundworker gunsmith gynaecologist gynecologist haulier headmaster headmistress helmsman herder histologist "
    "historian hospitalist househelp housemaster housemistress hypnotherapist ichthyologist imam immunologist "
    "intensivist invigilator ironworker kinesiologist kitchenhand knitter labeller laundress lineworker lithographer "
    "longshoreman lumberjack magistrate mailman masseur masseuse mathematician metallurgist microbiologist milker "
    "milliner millwright modeler modeller moderator motorman musician neurologist "
    "newsreader notary nurseryman nutritionist obstetrician oncologist organist ornithologist orthoptist orthotist "
    "osteopath paediatrician palaeontologist paleontologist palletiser papermaker paraprofessional pastor patissier "
    "patrolman paymaster payroller pediatrician pentester perfusionist philologist physio pipefitter platelayer "
    "playworker playwright podiatrist policeman postman presenter proctor projectionist prosthetist "
    "psychotherapist purser rabbi radiologist rector reinsurer salesman salesperson saleswoman "
    "schoolteacher screenwriter scriptwriter scrummaster seismologist sergeant shopkeeper "
    "shunter signaller silversmith slinger sociologist solderer stagehand steamfitter steno stevedore "
    "stockist stockman stonemason storeman storewoman stuntman subeditor sysadmin telemarketer telesales thatcher "
    "ticketer topiarist toxicologist trackman trainman transcriber treesurgeon trucker typesetter undertaker "
    "upholsterer valet verger violinist virologist viticulturist volcanologist warehouseman watchmaker webmaster".split()
)
_FORMED = re.compile(
    r"(?!cowork)[a-z]{3,}(?:ologist|ographer|iatrist|trician|maker|keeper|worker|fitter|therapist|technician)"
)
"""How further nouns of occupation are made."""
_VAGUE = frozenset(
    "manager director lead head partner owner agent assistant associate officer master expert fellow intern principal executive "
    "professional host guide doctor leader worker founder deputy president champion server rep vp guard headteacher captain "
    "dean judge recruiter chef mate keeper sweep sous analyst buyer clerk chief".split()
)
"""Alone they are whom one meets, not what one becomes."""
_NOT_MINE = re.compile(
    r"(?:hiring|line|account|talent|recruiting|recruitment|search|loan|relationship|estate|letting|case|your|future) "
    r"(?:manager|lead|partner|officer|consultant|specialist|coordinator|agent|advisor|adviser)|(?:skilled|key) worker",
    re.IGNORECASE,
)
_STOP = frozenset(
    "a an the its our your my his her their this that these those any some one two three four for of as in at to with is are was "
    "were be been and or about above first next another on by from we i you he she they us me it need needs hiring seeking "
    "want wants looking find finding recruiting recruit hire got get have has had role post position job vacancy application "
    "applying applied apply interview invitation re fw fwd update urgent opportunity interested interest being become "
    "becoming great good experienced exciting thank thanks dear hi hello hey hiya yes sir madam not if so but like yesterday currently also just "
    "still telephone phone screening panel confidential up home regarding message documents cv resume round second third "
    "continued offer via per through who which whose there here available suitable ideal perfect best regional's new old ms mr mrs "
    "dr prof when where while it's we're i'm you're i'd we'd real strong proper senior-level ask asked tell told".split()
)
_RANKS, _RANKED = frozenset("first second third".split()), frozenset("officer mate engineer assistant".split())
"""Of the words that are no part of a name, those that are with some: First Officer, Second Mate."""
_TOKEN = re.compile(r"[^\W_][\w&/'’+#.-]*")
_TAIL = re.compile(
    r"(?:(?<=[Vv][Pp])(?: [A-ZÀ-Þ][\w&]+){1,3}|(?<=[Dd]irector)(?: [A-ZÀ-Þ][\w&]+){1,2})?"
    r"(?:,? (?:of|for|in)(?: the)? [A-ZÀ-Þ][\w&/'’+-]*(?:(?: and| &)? [A-ZÀ-Þ][\w&/'’+-]*){0,4})?"
    r"(?: (?:I{1,3}|IV|VI?|[LE]\d|[1-9])(?=$|[,.;:)(]| [-–(]))?"
    r"(?:(?: (?!AM\b|PM\b|AT\b|IN\b|RE\b|FW\b|LLC\b|INC\b|LTD\b|PLC\b)[A-Z]{2,5}(?= [A-Z][a-z]+s\b|[,.;:)]|$| \())?(?: (?:Nights?|Days?|Evenings?|Weekends?))?(?=[,.;:)]|$| \())?"
    r"(?: ?\((?!(?:m/|w/|f/|all g))[A-Za-z][^()\d]{1,40}\))?"
)
_FIELD = re.compile(
    r"(?P<noun>[A-ZÀ-Þ][a-z]+)(?:,| [-–]) [A-ZÀ-Þ][\w&/'’-]+(?: (?:and |& |of )?[A-ZÀ-Þ][\w&/'’-]+){0,3}"
)
_RECRUITS = re.compile(r"recruiter for (?=[A-ZÀ-Þ])", re.IGNORECASE)
"""Who fills a position, and is not what it is called."""
_REFERENCE = re.compile(r"\d{2}")
_MAX_BEFORE = 5
_LETTERS_OF_SHORT_FORMS = 4


@dataclass(frozen=True, slots=True)
class Position:
    """A position named in a text, from `start` to `end`; `name` as a person would write it."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=256)
def positions(text: str) -> tuple[Position, ...]:
    """The positions a text names, in order; several readers look for them in the same words."""
    return tuple(_positions(text))


def _positions(text: str) -> Iterator[Position]:
    words = [word.lower().rstrip(".,'’-") for word in _TOKEN.findall(text)]
    if not any(map(_is_occupation, words)):
        return
    tokens = list(_TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        if not _is_occupation(words[at]) or _RECRUITS.match(text, tokens[at].start()):
            at += 1
            continue
        last = at
        while (
            last + 1 < len(tokens)
            and _is_occupation(words[last + 1])
            and _adjacent(tokens[last], tokens[last + 1], text)
        ):
            last += 1
        first = at
        while (
            first > 0
            and at - first < _MAX_BEFORE
            and _belongs(words[first - 1], tokens[first - 1], tokens[first], text)
        ):
            first -= 1
        tail = _TAIL.match(text, tokens[last].end())
        end = tail.end() if tail else tokens[last].end()
        name = " ".join(text[tokens[first].start() : end].split()).strip(" ,.'’-")
        if len(name) <= 80 and not (name.lower() in _VAGUE or _NOT_MINE.fullmatch(name)):
            yield Position(_as_written(name), tokens[first].start(), end)
        at = last + 1
        while at < len(tokens) and tokens[at].start() < end:
            at += 1


@lru_cache(maxsize=4096)
def _is_occupation(word: str) -> bool:
    return word in _OCCUPATIONS or _FORMED.fullmatch(word) is not None


def _as_written(name: str) -> str:
    """A position without shouting, and with its first letter large."""
    if name.isupper() and max(map(len, name.split())) > _LETTERS_OF_SHORT_FORMS:
        name = " ".join(_quiet(word) for word in name.split())
    return name if name != name.lower() else name[0].upper() + name[1:]


def _quiet(word: str) -> str:
    if len(word) < _LETTERS_OF_SHORT_FORMS:
        return word.lower() if word.lower() in _STOP else word
    return word.capitalize()


def of_a_field(text: str, at: int) -> str:
    """What is vague alone, with its field behind it, at a place of a text, or empty.

    "Buyer, Tabletop and Linens", "Manager - Talent Development".
    """
    match = _FIELD.match(text, at)
    return match.group() if match and match["noun"].lower() in _VAGUE else ""


def position(text: str) -> str:
    """The first position a text names, or empty."""
    return next((found.name for found in positions(text)), "")


def _belongs(word: str, token: re.Match[str], after: re.Match[str], text: str) -> bool:
    """Whether a word before an occupation is part of its name: neither a small word nor a reference number."""
    ranks = word in _RANKS and after.group().lower() in _RANKED
    return (word not in _STOP or ranks) and not _REFERENCE.search(word) and _adjacent(token, after, text)


def _adjacent(one: re.Match[str], other: re.Match[str], text: str) -> bool:
    return text[one.end() : other.start()] in (" ", " & ", " / ", "/") and not one.group().endswith((".", ":"))
