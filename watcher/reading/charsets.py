"""Which character sets a mail may name. Python knows codecs that are no character sets, and some that are traps."""

from __future__ import annotations

import codecs
import re

__all__ = ["STATEFUL", "charset", "safe_words"]

_TEXT = frozenset(
    """
    ascii utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be utf-7
    iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11
    iso8859-13 iso8859-14 iso8859-15 iso8859-16
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp850 cp852 cp855 cp866 cp874
    koi8-r koi8-u mac-roman mac-cyrillic mac-latin2 tis-620
    gb2312 gbk gb18030 hz big5 big5hkscs cp950 euc_jp euc_jis_2004 shift_jis shift_jisx0213 cp932
    iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_3 iso2022_jp_ext iso2022_kr euc_kr cp949 johab
    """.split()
)
_LARGER = {"ascii": "utf-8", "iso8859-1": "cp1252", "gb2312": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
STATEFUL = ("iso2022", "hz", "utf-7")
"""Beginnings of the names of those that write all of their characters as ASCII octets."""
_WORD = re.compile(rb"=\?([^?\s]{1,80})\?([bBqQ])\?")


def charset(name: str) -> str | None:
    """Python's name of the character set that a mail calls `name`; None where it is no known one.

    A set is read as the larger one that contains it, which is often what was meant: ASCII as UTF-8, Latin 1 as
    Windows 1252.
    """
    try:
        known = codecs.lookup(name.strip("'\" ")).name if name else "ascii"
    except (LookupError, ValueError):
        return None
    return _LARGER.get(known, known) if known in _TEXT else None


def safe_words(value: bytes) -> bytes:
    """A header value in which every encoded word (RFC 2047) names a known character set, and the rest is UTF-8."""
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        value = value.decode("cp1252", "replace").encode("utf-8")

    def word(match: re.Match[bytes]) -> bytes:
        named = match.group(1).partition(b"*")[0].decode("ascii", "replace")  # RFC 2231 adds a language
        return b"=?" + (charset(named) or "utf-8").encode("ascii") + b"?" + match.group(2) + b"?"

    return _WORD.sub(word, value)
