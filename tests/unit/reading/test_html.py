"""What a reader of an HTML mail sees, and nothing else."""

from __future__ import annotations

import pytest

from tests.unit.reading.mails import html, reading

SEEN = "We decide on Friday."
HIDDEN = {
    "display": '<div style="display:none">{}</div>',
    "display, spaced": '<div style="color:red; DISPLAY : none !important">{}</div>',
    "visibility": '<span style="visibility:hidden">{}</span>',
    "no font": '<div style="font-size:0px;line-height:0">{}</div>',
    "Outlook": '<div style="mso-hide:all">{}</div>',
    "no height": '<div style="max-height:0;overflow:hidden">{}</div>',
    "no size": '<div style="width:0;height:0px;overflow:hidden">{}</div>',
    "opacity": '<div style="opacity:0">{}</div>',
    "white on white": '<span style="color:#FFFFFF">{}</span>',
    "white on white, said": '<p style="color:white;background-color:#fff">{}</p>',
    "white in a white table": '<table bgcolor="#ffffff"><tr><td><font style="color:#fff">{}</font></td></tr></table>',
    "hidden": "<p hidden>{}</p>",
    "a preheader": '<div class="preheader">{}</div>',
    "script": "<script>{}</script>",
    "style": "<style>{}</style>",
    "title": "<title>{}</title>",
    "a comment": "<!-- {} -->",
    "a conditional comment": "<!--[if mso]>{}<![endif]-->",
    "a template": "<template>{}</template>",
    "within a hidden element": '<div style="display:none"><p>{}</p></div>',
}
VISIBLE = {
    "white on blue": '<table bgcolor="#336699"><tr><td style="color:white">{}</td></tr></table>',
    "white on a picture": '<div style="background-image:url(x)"><p style="color:#fff">{}</p></div>',
    "a size within no size": '<div style="font-size:0"><p style="font-size:14px">{}</p></div>',
    "half a height": '<div style="max-height:0.5em">{}</div>',
    "a font size that only begins with 0": '<p style="font-size:0.9em">{}</p>',
    "small": '<p style="font-size:11px">{}</p>',
    "a cell": "<table><tr><td>{}</td></tr></table>",
    "unclosed": "<p>{}",
    "bare": "{}",
}


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_text_is_not_read(way):
    assert reading(html(f"<p>{SEEN}</p>{HIDDEN[way].format('We decide on Monday.')}")).text == SEEN


@pytest.mark.parametrize("way", VISIBLE)
def test_visible_text_is_read(way):
    assert reading(html(VISIBLE[way].format(SEEN))).text == SEEN


PAGES = {
    "<p>One.</p><p>Two.</p>": "One.\n\nTwo.",
    "<div>One.</div><div><br></div><div>Two.</div>": "One.\n\nTwo.",
    '<p class="MsoNormal">One.</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Two.</p>': "One.\n\nTwo.",
    '<p class="MsoNormal">When: Friday</p><p class="MsoNormal">Where: Zoom</p>': "When: Friday\nWhere: Zoom",
    "Tuesday<br>Wednesday": "Tuesday\nWednesday",
    "<p>We <b>decide</b> on\n   <i>Fri</i>day.</p>": "We decide on Friday.",
    "a&nbsp;b &amp; c&#8203;d": "a b & cd",
    "<p>Book <a href='https://x.example'>here</a></p><img src=x alt=logo>": "Book here",
    "<?xml version='1.0' encoding='utf-8'?><html><body>x</body></html>": "x",
    "<table><tr><td>Date</td><td>Friday</td></tr><tr><td>Time</td><td>2pm</td></tr></table>": "Date Friday\nTime 2pm",
    "": "",
    "<html></html>": "",
}


@pytest.mark.parametrize("page", PAGES)
def test_lines_and_paragraphs_stand_as_they_are_seen(page):
    assert reading(html(page)).text == PAGES[page]
