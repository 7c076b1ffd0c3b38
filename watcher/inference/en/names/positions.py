"""What a position is called: a noun of occupation with the words that belong to it."""

from __future__ import annotations

import re

__all__ = ["HEAD", "ROLE", "clean_role", "is_role"]

_OCCUPATIONS = (
    "account executive|account manager|accountant|actuary|administrator|adviser|advisor|advocate|agent|aide|ambassador|analyst|anesthetist"
    "|apprentice|archaeologist|architect|archivist|artist|assembler|assistant|associate|attendant|attorney|auditor|baker|barista|barman|bartender"
    "|beautician|biologist|bookkeeper|bricklayer|broker|butcher|buyer|captain|cardiographer|caregiver|caretaker|carer|carpenter|cashier|caterer|champion"
    "|chaplain|chef|chemist|chief of staff|cleaner|clerk|clinician|coach|commander|concierge|conductor|consultant|controller|cook|coordinator|co-ordinator|copywriter"
    "|counsel|counsellor|counselor|craftsman|curator|custodian|dean|decorator|dentist|deputy|designer|developer|devops|dietitian|director|dispatcher|doctor|draftsman|draughtsman"
    "|driver|ecologist|economist|editor|educator|electrician|engineer|epidemiologist|estimator|evangelist|examiner|executive|expert|fabricator|facilitator|farmer|fellow|firefighter|fitter"
    "|florist|foreman|forester|founder|fundraiser|gardener|generalist|geologist|grader|groom|groundskeeper|guard|guide|hairdresser|hand|head|headteacher|host|hostess|housekeeper|hygienist|illustrator"
    "|inspector|installer|instructor|intern|interpreter|investigator|janitor|jeweller|joiner|journalist|judge|kitchen porter|labourer|laborer|landscaper|lawyer|lead|leader|lecturer"
    "|librarian|lifeguard|linesman|locksmith|locum|machinist|manager|marketer|mason|master|mathematician|mechanic|mediator|merchandiser|midwife|miller|miner|modeller|nanny|navigator|negotiator"
    "|nurse|nursery nurse|occupational therapist|officer|operative|operator|optician|optometrist|orderly|owner|painter|paralegal|paramedic|partner|pathologist|pharmacist|phlebotomist|photographer|physician|physicist"
    "|physiotherapist|pilot|planner|plasterer|plumber|porter|postdoc|practitioner|president|preparator|principal|printer|producer|professional|professor|programmer|promoter|psychiatrist|psychologist|purchaser|radiographer"
    "|ranger|realtor|receptionist|recruiter|rep|reporter|representative|researcher|retoucher|rigger|roofer|sailor|scaffolder|scheduler|scientist|scrum master|seamstress|secretary|server|setter|sheriff|shepherd|signaller"
    "|solicitor|sommelier|sonographer|sparky|specialist|sre|statistician|steward|stockist|storekeeper|strategist|student|superintendent|supervisor|support worker|surgeon|surveyor|sysadmin|tailor|teacher"
    "|teller|technician|technologist|tester|therapist|tiler|toolmaker|trader|trainee|trainer|translator|treasurer|tutor|underwriter|usher|valuer|vet|veterinarian|videographer|vp|waiter|waitress|warden|warehouseman|welder|worker|writer|zookeeper"
)
HEAD = rf"(?:{_OCCUPATIONS})"
_WORD = r"[A-Za-zÀ-ž0-9][\w&/'’+.#-]*"
_LEVEL = r"(?:I{1,3}|IV|VI?|[1-9]|[LE]\d)"
ROLE = re.compile(
    rf"\b(?P<role>(?:{_WORD} ){{0,5}}?(?i:{HEAD})s?\b(?: (?:of|for|in) (?:the )?{_WORD}(?:(?: and| &|,)? [A-ZÀ-Ž]{_WORD[1:]}){{0,4}})?"
    rf"(?: (?i:{HEAD})\b)?(?: {_LEVEL}\b)?(?: ?\((?!(?:\w+\W?)?\d{{3,}}|m/)[A-Za-z][^()\d]{{1,40}}\))?)"
)
_STOP = re.compile(
    r"^(?:(?:a|an|the|our|your|my|this|that|any|some|one|two|for|of|as|in|at|to|with|is|are|was|be|and|or|new|open|about|above|first|next|another|on|by|from|we|i|you|he|she|they|us|need|needs"
    r"|hiring|seeking|want|wants|looking|find|finding|recruiting|recruit|hire|got|get|have|has|role|post|position|job|vacancy|application|applying|applied|apply|interview|invitation|re|fw|fwd|update|urgent|opportunity"
    r"|interested|interest|being|become|becoming|great|good|experienced|exciting|thank|thanks|dear|hi|hello|not|if|so|but|like|yesterday|currently|also|just|still|telephone|phone|screening|panel|confidential|remote) )+",
    re.IGNORECASE,
)
_NO_ROLE = re.compile(
    r"^(?:(?:the )?(?:hiring|line|your|my|our|account|talent|recruiting|recruitment|property|landlord|owner|our hiring|case|general) (?:manager|team|lead|partner|officer|consultant|specialist|coordinator)|manager|director|lead|head|partner|owner|agent|assistant|associate|officer|student|hand|master|expert"
    r"|fellow|intern|principal|executive|professional|host|guide|doctor|leader|worker|founder|deputy|president|champion|server|rep|vp|\w+ hand|on hand|(?:team|industry|process) (?:leader|expert|owner)|second hand|first hand)$",
    re.IGNORECASE,
)


def clean_role(words: str) -> str:
    """A position as a person would write it; empty where the words name none."""
    role = _STOP.sub("", words.strip(" ,;:-–—|/\"'“”.")).strip(" ,;:-–—|/")
    role = re.sub(
        r"\s*\((?:m/[wf]/d|[mwfdx]/[mwfdx](?:/[mwfdx])?|all genders|h/f|f/h)\)", "", role, flags=re.IGNORECASE
    )
    role = re.sub(
        r"\s*(?:\(|#|\bref\.?:?\s*|\breq(?:uisition)?\.?:?\s*|\bjob id:?\s*)[A-Z]{0,6}[-_/#]?\d[\w/-]*\)?",
        "",
        role,
        flags=re.IGNORECASE,
    )
    role = role.strip(" ,;:-–—|/")
    if not role or len(role) > 80 or _NO_ROLE.match(role):
        return ""
    return role if any(c.isupper() for c in role) else role[0].upper() + role[1:]


def is_role(words: str) -> bool:
    """Whether a short piece of text, such as a part of a subject, names a position."""
    match = ROLE.search(words)
    return bool(match and clean_role(match["role"]))
