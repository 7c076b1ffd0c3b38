"""HTML mail as plain text in the conventions of plain text mail, so that one set of rules reads both.

What a reader would not see goes (preheaders, zero-size and white-on-white text). What the mail client marks as a quote
becomes lines that begin with "> "; what it marks as a signature stands below a line "-- ".
Rendering is inscriptis over lxml: html.parser and what builds on it take minutes over hostile input (CVE-2025-6069).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from watcher.reading.limits import MAX_HTML

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # its stubs lag behind: trees are typed here, elements of iterators not

__all__ = ["has_signature", "signature", "to_text"]

_QUOTE, _SIGNATURE, _SMALL, _END = "\ue000", "\ue001", "\ue002", "\ue003"
"""Characters of the private use area (they mean nothing in a mail) that mark places while the text is rendered."""
_MARKS = f"[{_QUOTE}-{_END}]"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSEEN_TAGS = frozenset(
    {"script", "style", "head", "title", "meta", "link", "template", "noscript", "object", "embed", "svg", "math"}
    | {"iframe", "audio", "video", "canvas", "map", "select", "textarea", "button", "input"}
)
_NO_SIZE = r"0(?:\.0+)?(?:px|pt|em|rem|%)?(?:!important)?(?=;|$)"
_HIDDEN = re.compile(
    rf"display:none|visibility:hidden|mso-hide:all|(?:^|;)opacity:{_NO_SIZE}"
    rf"|(?:^|;)max-height:{_NO_SIZE}|(?:^|;)(?:width|height):{_NO_SIZE}.*(?:^|;)(?:width|height):{_NO_SIZE}"
)
_FONT_SIZE = re.compile(r"(?:^|;)font(?:-size)?:([^;]*)")
_NO_FONT = re.compile(_NO_SIZE)
_WHITE = r"(?:#fff(?:fff)?|white|rgb\(255,255,255\))\b"
_WHITE_TEXT = re.compile(rf"(?:^|;)color:{_WHITE}")
_BACKGROUND = re.compile(r"(?:^|;)background(?:-color|-image)?:([^;]+)")
_SMALL_SIZE = re.compile(r"(?:^|;)font-size:(?:(?:[1-9]|1[01])(?:\.\d+)?px|[1-8](?:\.\d+)?pt|x{1,2}-small)")
_COLOUR = re.compile(r"(?:^|;)color:(#(?:[0-9a-f]{6}|[0-9a-f]{3})\b|[a-z]+)")
_PREHEADER = re.compile(r"\b(?:preheader|pre-header|preview-?text)\b", re.IGNORECASE)
_QUOTE_CLASS = re.compile(r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote|tutanota_quote|moz-email-headers-table)\b")
_SIGNATURE_CLASS = re.compile(
    r"\b(?:gmail_signature|protonmail_signature_block|moz-signature|ms-outlook-mobile-signature)\b"
)
_SIGNATURE_ID = re.compile(
    r"^(?:x_)*(?:Signature|AppleMailSignature|lineBreakAtBeginningOfSignature|ms-outlook-mobile)"
)
_MAX_ANCESTORS = 60


def to_text(html: str) -> str:
    """The visible text of an HTML mail, of its first 500,000 characters."""
    tree = _tree(html)
    if tree is None:
        return ""
    for kind, is_kind in ((_QUOTE, _is_quote), (_SIGNATURE, _is_signature), (_SMALL, _is_small)):
        for element in _outermost(tree, is_kind):
            _mark(element, kind)
    return _conventional(_render(tree))


def has_signature(html: str) -> bool:
    """Whether a mail client may have marked a signature; a quick look."""
    return "ignature" in html or "ms-outlook-mobile" in html


def signature(html: str) -> str:
    """The text of the first element that a mail client marked as the author's signature; empty where none is."""
    tree = _tree(html)
    if tree is None:
        return ""
    for element in _outermost(tree, lambda e: _is_quote(e) or _is_signature(e)):
        if not _is_quote(element):
            element.tail = None
            return _render(element)
    return ""


# -- the tree -----------------------------------------------------------------------------------
def _tree(html: str) -> HtmlElement | None:
    """The document without what nobody sees; None where there is nothing in it."""
    import lxml.etree
    import lxml.html

    html = re.sub(f"{_MARKS}|\0", "", html[:MAX_HTML])
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html)
    try:
        tree = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(remove_comments=True, remove_pis=True))
    except (lxml.etree.LxmlError, ValueError):
        return None
    elements: list[Any] = list(tree.iter("*"))
    sized = _around_sized(elements)
    for element in elements:
        if element.getparent() is not None and _is_unseen(element, sized):
            element.drop_tree()
    paragraphs: list[Any] = list(tree.iter("p"))
    for paragraph in paragraphs:
        if "MsoNormal" in paragraph.get("class", ""):  # Outlook's name for a line, not for a paragraph
            paragraph.tag = "div"
            if not paragraph.text_content().strip():
                paragraph.append(lxml.html.Element("br"))
    return tree


def _around_sized(elements: list[HtmlElement]) -> set[HtmlElement]:
    """The elements with something in them that sets a font size: a size of zero around it hides nothing of it."""
    found: set[HtmlElement] = set()
    for element in reversed(elements):
        size = _FONT_SIZE.search(_style(element))
        if element in found or (size and not _NO_FONT.match(size.group(1))):
            parent = element.getparent()
            if parent is not None:
                found.add(parent)
    return found


def _is_unseen(element: HtmlElement, sized: set[HtmlElement]) -> bool:
    if element.tag in _UNSEEN_TAGS or element.get("hidden") is not None:
        return True
    if _PREHEADER.search(element.get("class", "") + " " + element.get("id", "")):
        return True
    style = _style(element)
    if not style:
        return False
    size = _FONT_SIZE.search(style)
    if size and _NO_FONT.match(size.group(1)) and element not in sized:
        return True
    return bool(_HIDDEN.search(style)) or (bool(_WHITE_TEXT.search(style)) and _is_on_white(element))


def _style(element: HtmlElement) -> str:
    return re.sub(r"\s+", "", element.get("style", "")[:2000]).lower()


def _is_on_white(element: HtmlElement) -> bool:
    """Whether no element around it sets another background."""
    around: HtmlElement | None = element
    for _ in range(_MAX_ANCESTORS):
        if around is None:
            return True
        stated = _BACKGROUND.search(_style(around))
        colour = stated.group(1) if stated else re.sub(r"\s+", "", around.get("bgcolor", "")).lower()
        if colour or around.get("background"):
            return bool(re.match(_WHITE, colour)) and not around.get("background")
        around = around.getparent()
    return True


def _is_quote(element: HtmlElement) -> bool:
    if element.tag == "blockquote" and element.get("type", "").lower() == "cite":
        return True
    return bool(_QUOTE_CLASS.search(element.get("class", "")))


def _is_signature(element: HtmlElement) -> bool:
    if element.get("data-smartmail") == "gmail_signature" or _SIGNATURE_CLASS.search(element.get("class", "")):
        return True
    return bool(_SIGNATURE_ID.search(element.get("id", "")))


def _is_small(element: HtmlElement) -> bool:
    """Whether it is set in the small grey letters of a footer."""
    style = _style(element)
    size, colour = _SMALL_SIZE.search(style), _COLOUR.search(style)
    return bool(size and colour) and _is_grey(colour.group(1) if colour else "")


def _is_grey(colour: str) -> bool:
    digits = colour.removeprefix("#")
    if digits == colour:
        return "gray" in colour or "grey" in colour or colour == "silver"
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[i : i + 2] for i in (0, 2, 4)]
    levels = [int(pair, 16) for pair in pairs]
    return min(levels) >= 0x50 and max(levels) <= 0xD0 and max(levels) - min(levels) <= 0x20


def _outermost(tree: HtmlElement, wanted: Callable[[HtmlElement], bool]) -> Iterator[HtmlElement]:
    """The elements that are `wanted`, in order, none within another."""
    skipped: set[HtmlElement] = set()
    for element in list(tree.iter("*")):
        if element in skipped:
            continue
        if wanted(element):
            skipped.update(element.iter("*"))
            yield element


def _mark(element: HtmlElement, kind: str) -> None:
    """Put marks on lines of their own at both ends of an element's content."""
    start, end = _line(kind), _line(kind + _END)
    start.tail, element.text = _NOT_XML.sub("", element.text or ""), None
    element.insert(0, start)
    element.append(end)


def _line(mark: str) -> HtmlElement:
    import lxml.html

    line = lxml.html.Element("div")
    line.text = mark
    return line


# -- text ---------------------------------------------------------------------------------------
def _render(tree: HtmlElement) -> str:
    from inscriptis.css_profiles import CSS_PROFILES
    from inscriptis.html_engine import Inscriptis
    from inscriptis.model.config import ParserConfig

    try:
        return str(Inscriptis(tree, ParserConfig(css=CSS_PROFILES["strict"])).get_text())
    except RecursionError:
        return "\n".join(text for piece in tree.itertext() if (text := piece.strip()))


def _conventional(text: str) -> str:
    """`text` with the marks turned into what plain text mail writes in their place."""
    lines: list[str] = []
    small: set[int] = set()
    inside: list[str] = []
    for line in text.split("\n"):
        mark = line.strip()
        if mark.endswith(_END):
            inside.remove(mark[0]) if mark[0] in inside else None
        elif mark in (_QUOTE, _SIGNATURE, _SMALL):
            inside.append(mark)
            if mark == _SIGNATURE and _QUOTE not in inside and "-- " not in lines:
                lines.append("-- ")
        else:
            small |= {len(lines)} if _SMALL in inside and mark else set()
            lines.append(f"> {line}" if _QUOTE in inside else line)
    _set_footer_apart(lines, small)
    return re.sub(_MARKS, "", "\n".join(lines))


def _set_footer_apart(lines: list[str], small: set[int]) -> None:
    """Put the marker of a signature above the small grey lines that end a text which is not all small and grey."""
    start = len(lines)
    while start and (start - 1 in small or not lines[start - 1].strip() or lines[start - 1].startswith(">")):
        start -= 1
    footer = [number for number in small if number >= start]
    if footer and start and "-- " not in lines:
        lines.insert(min(footer), "-- ")
