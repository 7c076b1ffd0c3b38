"""How people end their mails: the lines a signature is made of, each known by itself."""

from __future__ import annotations

import re
import unicodedata

from watcher.model import Address

__all__ = [
    "fits_below",
    "is_closing",
    "is_device_line",
    "is_name",
    "is_person",
    "is_postscript",
    "is_small_print",
    "names_of",
    "speaks",
]

_CLOSINGS = """
    best|all best|all the best|all my best|my best|best always|regards|respectfully|respectfully yours|cordially|warmly
    |sincerely|yours|yours sincerely|sincerely yours|yours faithfully|yours truly|very truly yours|cheers|ciao|ta|thx|tia
    |thanks|thanks a lot|thanks again|thanks so much|thanks very much|thanks in advance|thanks a million|many thanks
    |thank you|thank you so much|thank you very much|thank you again|thank you in advance|with thanks|with gratitude
    |talk soon|speak soon|see you soon|take care|until then|onwards|in haste|warmest|kindly
    |mfg|vg|lg|im auftrag|cordialement|bien cordialement|bien à vous|salutations|saludos|un saludo|atentamente|groeten
    |met vriendelijke groet|met vriendelijke groeten|saluti|cordiali saluti|atenciosamente|abraços|hälsningar|pozdrawiam
"""
_CLOSING = re.compile(
    r"(?:(?:with )?(?:my |our )?(?:the )?(?:very )?(?:best|kind|kindest|warm|warmest|friendly|sincere)"
    r"(?: personal)? (?:regards|wishes|greetings)"
    r"|(?:mit )?(?:freundlichen?|besten?|lieben?|herzlichen?|vielen?|schönen?) (?:grüße[n]?|grüssen?|gruß|gruss|gruessen?)"
    r"|" + re.sub(r"\s*\n\s*", "", _CLOSINGS) + r")"
    r"(?:(?: and|,? &| \+|,) (?:(?:kind|best|warm|nice) )?(?:regards|wishes|thanks|best|weekend|day))?\s?[,.!;:~-]*",
    re.IGNORECASE,
)
_NAME_BEHIND_CLOSING = re.compile(r"(.{2,24}?)(?:,|!|\.| -)? +([^\s,.!?]+(?: [^\s,.!?]+)?)[.!]?")
_POSTSCRIPT = re.compile(r"(?:p\.? ?(?:p\. ?)?s\b\.?|n\.? ?b\b\.?|edit\b) ?[.:,–-]? ?\w", re.IGNORECASE)
_DEVICE = re.compile(
    r"(?:sent|gesendet|envoyé|enviado|inviato|verzonden|skickat|von meinem|envoyée) .{0,10}\b(?:from|via|with|using|by|mit"
    r"|von|de|depuis|desde|da|met|från|iphone|ipad)\b.{0,60}|get outlook for .{1,20}|(?:via|from) my (?:iphone|android)",
    re.IGNORECASE,
)
_MAIL = r"(?:e-?mails?|messages?|communications?|transmissions?|nachricht|mailbox|address|courriel|mensaje)"
_SMALL_PRINT = re.compile(
    rf"\b{_MAIL}\b.{{0,160}}\b(?:confidential|privileged|vertraulich|confidentiel\w*|intended (?:solely|only|for)|in error"
    r"|viruses|not monitored|unmonitored|not delivered|open records|public records|subject to)\b"
    r"|\b(?:confidential|privileged|vertraulich) .{0,80}\bintended\b|^\W*(?:disclaimer|confidentiality notice|caution)\b"
    rf"|\bunsubscribe\b|\bopt[- ]out\b|\bmanage (?:your )?(?:e-?mail |notification )?(?:preferences|notifications)"
    rf"|\bview (?:this |it |{_MAIL} )*in (?:your|a|the) browser|\byou(?:'re| are)? ?receiv(?:e|ed|ing) this {_MAIL}"
    rf"|\b(?:do not|don't) (?:reply|respond) (?:directly )?to this|\bplease do not reply\b|\breplies to this {_MAIL}"
    r"|\bsent (?:through|via) .{1,60} on behalf|^powered by\b|\ball rights reserved\b|^©|copyright ©|\(c\) (?:19|20)\d\d"
    r"|\bequal opportunit(?:y|ies) employer|\bregistered (?:in (?:england|scotland|ireland)|office|company)\b"
    r"|\bcompany (?:no|number|registration)\b|\backnowledges? the traditional|\bcommitted to safeguarding\b"
    r"|\b(?:consider|thinking of|think of|protect|save) the (?:environment|planet|trees)\b|\bbefore printing\b"
    r"|\bscanned (?:by|for)\b|\bgeschäftsführ|\bamtsgericht\b|\bhandelsregister\b|\bsitz der gesellschaft\b"
    r"|\badd us to your address book",
    re.IGNORECASE,
)
_TAGLINE = re.compile(
    r"[(\"“«*_].*[)\"”»*_]|.*\b(?:my|our) (?:normal |usual )?(?:working|office|business) (?:days|hours|pattern)\b.*"
    r"|.*\b(?:i work|i am in|i'm in|office hours|working (?:days|hours))\b.{0,20}\b(?:mon|tue|wed|thu|fri|part|flex)\w*\b.*"
    r"|.*\b(?:book|schedule) (?:a |some )?(?:time|meeting|call|chat) with me\b.*"
    r"|.*\b(?:follow|find|visit|join|like) us\b.*|.*\bconnect with (?:me|us) on\b.*|.*\bwe(?:'re| are) hiring\b.*"
    r"|.*\b(?:pronouns|my linkedin)\b.*",
    re.IGNORECASE,
)
_READER = re.compile(
    r"\b(?:you|your|yours|you'\w+|i|i'\w+|me|we'll|we will|we are|we're|we have|we've|let|please|kindly|hear|will|shall"
    r"|would|could|should|tomorrow|today|tonight|next week)\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
"""Words by which a line speaks to its reader."""
_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b",
    re.IGNORECASE,
)
_TITLES = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame ing dipl-ing phd md mba pe rgn chrp phr shrm-cp cpa mag".split()
)
_LEAD = re.compile(r"(?:i\. ?a\.|i\. ?v\.|p\. ?p\.)\s+|[-–—~/*_•>]+ ?", re.IGNORECASE)
_ROLE_BEHIND = re.compile(r"\s*(?:[,|(/•·<\[]| - | – | — | // | @ | at | from ).*")
_VIA = re.compile(r"\s*(?:\(.*\)|\bvia\b.*|\bfrom\b.*|\bat\b.*|@.*|[|/].*|- .*)$", re.IGNORECASE)
_NOT_A_NAME = frozenset(
    """
    the and of for team teams talent acquisition hr careers career jobs job recruiting recruitment hiring people human
    resources support office desk info no reply noreply notification notifications alerts mail mailer system service
    services customer centre center group inc ltd llc gmbh plc university college school hospital clinic bank council city
    department admissions applications candidate candidates experience portal automated automatic updates news
    """.split()
)
_MAX_NAME_WORDS = 4
_MAX_SIGNATURE_LINE = 120


def is_closing(line: str, names: frozenset[str]) -> bool:
    """Whether a line closes the mail ("Best,"), also with the sender's name behind it ("Thanks, Dana")."""
    if _CLOSING.fullmatch(line):
        return True
    behind = _NAME_BEHIND_CLOSING.fullmatch(line)
    return bool(behind and _CLOSING.fullmatch(behind.group(1)) and is_name(behind.group(2), names))


def is_device_line(line: str) -> bool:
    """Whether a telephone or a program wrote this line ("Sent from my iPhone")."""
    return _DEVICE.fullmatch(line) is not None


def is_small_print(paragraph: str) -> bool:
    """Whether a paragraph is what companies and mailing programs put under every mail. It names no day."""
    if is_device_line(paragraph):
        return True
    found = _SMALL_PRINT.search(paragraph)
    return found is not None and not _DAY.search(paragraph) and not _READER.search(paragraph, 0, found.start())


def is_postscript(line: str) -> bool:
    """Whether a line begins what the author added below their name."""
    return _POSTSCRIPT.match(line) is not None


def speaks(line: str) -> bool:
    """Whether a line may tell the reader something: a sentence, or a day."""
    if _TAGLINE.fullmatch(line) or is_small_print(line):
        return False
    is_sentence = len(line.split()) >= 3 or line.endswith(("?", "!"))
    return _DAY.search(line) is not None or (is_sentence and _READER.search(line) is not None)


def fits_below(line: str) -> bool:
    """Whether a line can stand in a signature without anything being lost with it."""
    return is_small_print(line) or (len(line) <= _MAX_SIGNATURE_LINE and not speaks(line))


# -- names --------------------------------------------------------------------------------------
def names_of(sender: Address) -> frozenset[str]:
    """The words of the sender's name, folded; from the address where none is displayed."""
    shown = _VIA.sub("", sender.name) or re.sub(r"[._+-]|\d+", " ", sender.local.partition("+")[0])
    return frozenset(word for word in _words(shown) if word not in _TITLES and word not in _NOT_A_NAME)


def is_person(name: str) -> bool:
    """Whether a display name is a person's rather than a team's: two to four words, none of an office."""
    words = _words(_VIA.sub("", name))
    return 2 <= len(words) <= _MAX_NAME_WORDS and not any(word in _NOT_A_NAME for word in words)


def is_name(line: str, names: frozenset[str]) -> bool:
    """Whether a line is the sender's name, short or long, alone or with a title behind it."""
    bare = _ROLE_BEHIND.sub("", _LEAD.sub("", line, count=1), count=1)
    written = [word for word in bare.replace(",", " ").split() if _fold(word).strip(".") not in _TITLES]
    while len(written) > 1 and written[-1].lower() in ("x", "xx", "xxx", ":)", ";)"):
        written.pop()
    if not 1 <= len(written) <= _MAX_NAME_WORDS or speaks(line):
        return False
    folded = [_fold(word).strip(".!") for word in written]
    if any(_is_one_of(word, names) for word in folded):
        return all(_is_one_of(f, names) or w[:1].isupper() for f, w in zip(folded, written, strict=True))
    initials = {name[:1] for name in names}
    return len("".join(folded)) <= 3 and set("".join(folded)) <= initials


def _is_one_of(word: str, names: frozenset[str]) -> bool:
    """Whether a word is a name of the sender's or its short form ("Col", "Shaneo")."""
    return word in names or any(
        len(short) >= 3 and long.startswith(short) for name in names for short, long in ((word, name), (name, word))
    )


def _words(name: str) -> list[str]:
    return [folded for word in re.split(r"[\s,.]+", name) if (folded := _fold(word).strip("\"'()"))]


def _fold(word: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
