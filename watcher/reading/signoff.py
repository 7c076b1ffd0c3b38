"""How people end their mails: the lines under the words, each known by itself."""

from __future__ import annotations

import re

from watcher.reading.names import is_name
from watcher.reading.patterns import one_of

__all__ = ["fits_below", "is_bare_contact", "is_closing", "is_device_line", "is_postscript", "is_small_print", "speaks"]

_MAX_SIGNATURE_LINE = 120
_CLOSING = one_of(
    r"""
    (?:with )?(?:my |our |the )?(?:very )?(?:best|kind|kindest|warm|warmest|friendly|sincere)(?: personal)? regards
    (?:with )?(?:my |our |the )?(?:very )?(?:best|kind|kindest|warm|warmest|good) (?:wishes|greetings)
    (?:with )?(?:best |kind |warm |friendly )?greetings(?: from \w+)?
    ng[aā] mihi(?: nui)?|n[aā]ku noa|noho ora mai|le meas|slán
    best|all best|all the best|all my best|my best|best always|warmest|warmly|kindly|regards|cordially
    respectfully|respectfully yours|sincerely|sincerely yours|yours|yours sincerely|yours faithfully
    yours truly|very truly yours|cheers|ciao|ta|thx|tia
    thanks|thanks a lot|thanks again|thanks so much|thanks very much|thanks in advance|thanks a million|many thanks
    thank you|thank you so much|thank you very much|thank you again|thank you in advance|with thanks|with gratitude
    talk soon|speak soon|see you soon|take care|until then|onwards|in haste
    (?:mit )?(?:freundlichen?|besten?|lieben?|herzlichen?|vielen?|schönen?) (?:grüßen?|grüssen?|gruß|gruss|gruessen?)
    mfg|vg|lg|im auftrag
    cordialement|bien cordialement|bien à vous|salutations|saludos|un saludo|atentamente
    (?:med )?(?:mange|venlig|vennlig|kærlig|hjertelig)e? (?:hilsen|hilsner)|(?:med )?(?:vänlig|bästa)a? hälsning(?:ar)?
    hilsen|mvh
    groeten|met vriendelijke groeten?|saluti|cordiali saluti|atenciosamente|abraços|hälsningar|pozdrawiam
    """,
    r"{}(?:(?: and|,? [&+/]|,) (?:(?:kind|best|warm|nice) )?(?:regards|wishes|thanks|best|weekend|day))?\s?[,.!;:~-]*",
)
_NAME_BEHIND_CLOSING = re.compile(r"(.{2,24}?)(?:,|!|\.| -)? +([^\s,.!?]+(?: [^\s,.!?]+)?)[.!]?")
_POSTSCRIPT = re.compile(r"(?:p\.? ?(?:p\. ?)?s\b\.?|n\.? ?b\b\.?|edit\b) ?[.:,–-]? ?\w", re.IGNORECASE)
_SENT = r"(?:sent|gesendet|envoyée?|enviado|inviato|verzonden|skickat) ?\w*"
_DEVICE = one_of(
    r"""
    {SENT} (?:from|via|with|using|by|mit|von|de|do|depuis|desde|da|dal|met|från|fra)\b[^.!?]{0,50}
    von meinem [^.!?]{0,40}(?:gesendet|geschickt)
    (?:unterwegs|mobil|am handy) (?:getippt|geschrieben|verfasst)|trimis de pe .{1,30}|wysłane z .{1,30}
    get outlook for .{1,20}
    (?:via|from) my (?:iphone|ipad|android|phone)
    """.replace("{SENT}", _SENT),
    r"{}(?:[.,;–-]* ?(?:so |please )?(?:excuse|pardon|forgive|ignore) [^.!?]{0,60})?\.?",
)
_MAIL = r"(?:e-?mails?|messages?|communications?|transmissions?|nachricht|mailbox|address|inbox|courriel|mensaje)"
_SMALL_PRINT = one_of(
    r"""
    \b{MAIL}\b.{0,160}\b(?:confidential|privileged|vertraulich|confidentiel\w*|intended (?:solely|only|for)|in error)\b
    \b{MAIL}\b.{0,80}\b(?:viruses|not monitored|unmonitored|not delivered|not read|open records|public records)\b
    \b(?:confidential|privileged|vertraulich) .{0,80}\bintended\b
    ^\W*(?:disclaimer|confidentiality notice|caution|legal notice)\b
    \bunsubscribe\b|\bopt[- ]out\b
    \bmanage (?:your )?(?:e-?mail |notification )?(?:preferences|notifications)
    \bview (?:this |it |{MAIL} )*in (?:your|a|the) browser
    \byou(?:'re| are)? ?receiv(?:e|ed|ing) this {MAIL}
    \b(?:do not|don't) (?:reply|respond) (?:directly )?to this|\bplease do not reply\b|\breplies to this {MAIL}
    \bsent (?:through|via) .{1,60} on behalf|^powered by\b|\bsystem generated\b|\ball rights reserved\b
    ^©|copyright ©|\(c\) (?:19|20)\d\d
    \bequal opportunit(?:y|ies) employer|\bcommitted to safeguarding\b|\backnowledges? the traditional
    \bregistered (?:in (?:england|scotland|ireland)|office|company)\b|\bcompany (?:no|number|registration)\b
    \bgeschäftsführ|\bamtsgericht\b|\bhandelsregister\b|\bsitz der gesellschaft\b
    \b(?:consider|thinking of|think of|protect|save) the (?:environment|planet|trees)\b|\bbefore printing\b
    \bscanned (?:by|for)\b|\badd us to your address book
    """.replace("{MAIL}", _MAIL)
)
_TAGLINE = one_of(r"""
    [(\"“«*_].*[)\"”»*_]
    .*\b(?:my|our) (?:normal |usual )?(?:working|office|business) (?:days|hours|pattern)\b.*
    .*\b(?:i work|i am in|i'm in|office hours|working (?:days|hours))\b.{0,20}\b(?:mon|tue|wed|thu|fri|part|flex)\w*\b.*
    .*\b(?:book|schedule) (?:a |some )?(?:time|meeting|call|chat) with me\b.*
    .*\b(?:follow|find|visit|join|like) us\b.*
    .*\bconnect with (?:me|us) on\b.*
    .*\bwe(?:'re| are) hiring\b.*
""")
"""What people and companies write below a name that looks like a sentence."""
_READER = one_of(
    r"""
    you|your|yours|you'\w+|i(?!\.)|i'\w+|me|we'll|we will|we are|we're|we have|we've|let|please|kindly|hear
    will|shall|would|could|should|tomorrow|today|tonight|next week
    \d{1,2}(?::\d\d)? ?[ap]\.?m|\d{1,2}:\d\d
    """,
    r"\b{}\b",
)
"""Words by which a line speaks to its reader."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = one_of(
    r"""
    (?:mon|tues|wednes|thurs|fri|satur|sun)days?
    {MONTH}\.? \d{1,2}
    \d{1,2}(?:st|nd|rd|th)?\.? (?:of )?{MONTH}
    """.replace("{MONTH}", _MONTH),
    r"\b{}\b",
)
_BARE_CONTACT = one_of(
    r"""
    \+?\(?\d[\d\s().\/-]{6,20}\d
    [^\s@]+@[^\s@]+\.[a-z]{2,}
    (?:https?://|www\.)\S+
    """,
    r"(?:(?:[tmpcdew]|tel|mob|mobile|cell|phone|direct|office|e-?mail|web)\b[.:)]*\s*)?{}(?: ?(?:ext|x)\.? ?\d+)?",
)


def is_closing(line: str, names: frozenset[str]) -> bool:
    """Whether a line closes the mail ("Best,"), also with the sender's name behind it ("Thanks, Dana")."""
    if _CLOSING.fullmatch(line):
        return True
    behind = _NAME_BEHIND_CLOSING.fullmatch(line)
    return bool(behind and _CLOSING.fullmatch(behind.group(1)) and is_name(behind.group(2), names))


def is_device_line(line: str) -> bool:
    """Whether a telephone or a program wrote this line ("Sent from my iPhone")."""
    return _DEVICE.fullmatch(line) is not None


def is_bare_contact(line: str) -> bool:
    """Whether a line is a telephone number, an address or a link and nothing else."""
    return _BARE_CONTACT.fullmatch(line) is not None


def is_small_print(paragraph: str) -> bool:
    """Whether a paragraph is what companies and mailing programs put under every mail. It names no day."""
    if is_device_line(paragraph):
        return True
    found = _SMALL_PRINT.search(paragraph)
    if found is None or _DAY.search(paragraph):
        return False
    sentences_before = max(paragraph.rfind(end, 0, found.start()) for end in (". ", "! ", "? "))
    return not _READER.search(paragraph, 0, max(sentences_before, 0))


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
