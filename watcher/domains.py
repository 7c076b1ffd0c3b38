"""Mail domains: which part somebody registered, and whether it reads as a company's own."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

__all__ = [
    "GENERIC",
    "LEGAL",
    "domain_begins",
    "domain_is_of",
    "is_freemail",
    "is_private",
    "label_of",
    "reads_as_mail_host",
    "registrable",
    "words_of",
]

# What a company's name may end in or hold without being told apart by it
LEGAL = frozenset(
    "inc llc llp ltd limited gmbh corp corporation co company plc ag sa sas bv nv ab as oy pvt private pty kg "
    "se srl spa group holdings holding the and of for de la careers career jobs recruitment recruiting "
    "recruiters talent hiring team hr people".split()
)
GENERIC = frozenset(
    "university college school academy city county council hospital trust bank institute foundation society "
    "services solutions systems technologies technology engineering consulting partners labs global "
    "international".split()
)
# Where private people have their mailboxes: two addresses there have nothing to do with each other
_FREEMAIL = frozenset(
    "googlemail.com me.com mac.com proton.me protonmail.com pm.me web.de fastmail.com fastmail.fm zoho.com mail.com "
    "hey.com tutanota.com tuta.io comcast.net verizon.net att.net sbcglobal.net bellsouth.net earthlink.net cox.net "
    "charter.net btinternet.com virginmedia.com talktalk.net ntlworld.com sky.com eircom.net bigpond.com "
    "optusnet.com.au xtra.co.nz rediffmail.com rogers.com shaw.ca telus.net sympatico.ca free.fr orange.fr "
    "wanadoo.fr sfr.fr laposte.net libero.it virgilio.it tiscali.it t-online.de freenet.de posteo.de mailbox.org "
    "bluewin.ch ziggo.nl kpnmail.nl telenet.be skynet.be telia.com online.no seznam.cz wp.pl o2.pl abv.bg ukr.net "
    "mail.ru qq.com 163.com 126.com naver.com daum.net".split()
)
_FREEMAIL_EVERYWHERE = frozenset("gmail outlook hotmail live msn yahoo ymail aol icloud gmx yandex".split())
"""Providers known by one name under many suffixes."""
_MAIL_HOST = re.compile(r"mail|inbox|(?:box|post|brev)$")
_PRIVATE = re.compile(r"[a-z][a-z._-]{4,}(?:(?:19|20)\d\d|[04-9]\d)")
"""Letters and a year: nobody is called so at work."""
_APOSTROPHES = re.compile(r"['’`]")
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)
"""Letters that are no other with an accent."""
_SMALL = frozenset("the and of for de la".split())
_TELLING = 8
"""Letters from which the beginning of a domain is more than chance."""
_FEW_LETTERS = 3


@lru_cache(4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case letters, without accents and apostrophes."""
    bare = unicodedata.normalize("NFKD", name.translate(_WHOLE_LETTERS)).encode("ascii", "ignore").decode()
    plain = bare.lower().replace("&", " and ")
    return tuple(_NO_LETTERS.sub(" ", _APOSTROPHES.sub("", plain)).split())


@cache
def _suffixes() -> object:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(4096)
def registrable(domain: str) -> str:
    """The part of a domain that somebody registered (`mail.acme.co.uk` → `acme.co.uk`), offline."""
    found = _suffixes().privatesuffix(domain.lower())  # type: ignore[attr-defined]  # the library ships no types
    return str(found or domain.lower())


def label_of(domain: str) -> str:
    """The first label of what somebody registered: what a firm calls itself in it (`mail.acme.co.uk` → `acme`)."""
    return registrable(domain).split(".")[0]


@lru_cache(65536)
def domain_is_of(domain: str, company: str) -> bool:
    """Whether a domain reads as a company's own: its label is made of the words of the name, or begins them.

    `bridgewell-eng` is of Bridgewell Engineering, `wexley` of the University of Wexley, `mesagrandeps` of Mesa Grande
    Public Schools; `maplecourthotels` is not of Maplecourt Living.
    """
    label = _NO_LETTERS.sub("", label_of(domain))
    words = words_of(company)
    if not label or not words:
        return False
    if len(label) >= _FEW_LETTERS and label == _initials(words):
        return True
    return _made_of(label, words, distinctive=False)


def is_freemail(domain: str) -> bool:
    """Whether a domain is known to give mailboxes to anybody."""
    return registrable(domain) in _FREEMAIL or label_of(domain) in _FREEMAIL_EVERYWHERE


def reads_as_mail_host(domain: str) -> bool:
    """Whether a domain is known to give mailboxes to anybody, or is called like those that do."""
    return is_freemail(domain) or bool(_MAIL_HOST.search(label_of(domain)))


def domain_begins(domain: str, words: tuple[str, ...]) -> bool:
    """Whether a domain begins with several words of a name: `openshelfliteracy` with Open Shelf."""
    first = "".join(words)
    return len(words) > 1 and len(first) >= _TELLING and label_of(domain).startswith(first)


def is_private(email: str) -> bool:
    """Whether an address is one that a person has at home: where anybody has mail, or made of a name and a year."""
    local, _, domain = email.lower().rpartition("@")
    return reads_as_mail_host(domain) or bool(_PRIVATE.fullmatch(local))


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL)


def _made_of(label: str, words: tuple[str, ...], *, distinctive: bool) -> bool:
    """Whether `label` can be cut into words of the name: each at most once, whole or three of its first letters.

    Behind a word that tells the name apart, the rest may be a number or the initials of the words that are left.
    """
    if not label:
        return distinctive
    if distinctive and (label.isdigit() or (len(label) > 1 and label == _initials(words))):
        return True
    for i, word in enumerate(words):
        longest = next((n for n in range(min(len(word), len(label)), 0, -1) if word[:n] == label[:n]), 0)
        for length in range(longest, 0, -1):
            whole = length == len(word)
            if length < _FEW_LETTERS and not whole:
                break
            tells = distinctive or (whole and len(word) >= _FEW_LETTERS and word not in GENERIC and word not in LEGAL)
            if _made_of(label[length:], words[:i] + words[i + 1 :], distinctive=tells):
                return True
    return False
