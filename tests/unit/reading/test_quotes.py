"""The words written now, apart from what was quoted and forwarded: as many mail clients write it as we know."""

from __future__ import annotations

import pytest

from tests.unit.reading.mails import alternative, html, mail, reading

NEW = "Tuesday at 2 works for me."
OLD = "Could you do Tuesday at 2? We decide on Friday 13 March."
QUOTED = "> Could you do Tuesday at 2?\n> We decide on Friday 13 March."
INTRODUCTIONS = {
    "Gmail": "On Tue, Mar 3, 2026 at 10:11 AM Dana Ruiz <dana@acme.example> wrote:",
    "Gmail, wrapped": "On Tue, Mar 3, 2026 at 10:11 AM Dana Ruiz, Senior Recruiter <\ndana.ruiz@acme.example> wrote:",
    "Gmail, wrapped twice": "On Tue, Mar 3, 2026 at 10:11 AM\nDana Ruiz, Senior Technical Recruiter\n<dana@acme.example> wrote:",
    "Apple": "On Mar 3, 2026, at 10:11 AM, Dana Ruiz <dana@acme.example> wrote:",
    "Thunderbird": "On 3/3/26 10:11, Dana Ruiz wrote:",
    "Thunderbird, name first": "Dana Ruiz <dana@acme.example> wrote:",
    "mutt": "On Tue, Mar 03, 2026 at 10:11:00AM -0600, Dana Ruiz wrote:",
    "Proton": "------- Original Message -------\nOn Tuesday, March 3rd, 2026 at 10:11 AM, Dana <dana@acme.example> wrote:",
    "Yahoo": "On Tuesday, March 3, 2026, 10:11:00 AM CST, Dana Ruiz <dana@acme.example> wrote:",
    "German": "Am Di., 3. März 2026 um 10:11 Uhr schrieb Dana Ruiz <dana@acme.example>:",
    "German Thunderbird": "Am 03.03.26 um 10:11 schrieb Dana Ruiz:",
    "French": "Le mar. 3 mars 2026 à 10:11, Dana Ruiz <dana@acme.example> a écrit :",
    "Spanish": "El mar, 3 mar 2026 a las 10:11, Dana Ruiz (<dana@acme.example>) escribió:",
    "Dutch": "Op di 3 mrt 2026 om 10:11 schreef Dana Ruiz <dana@acme.example>:",
    "Swedish": "Den tis 3 mars 2026 kl 10:11 skrev Dana Ruiz <dana@acme.example>:",
    "Italian": "Il giorno mar 3 mar 2026 alle ore 10:11 Dana Ruiz <dana@acme.example> ha scritto:",
    "Polish": "wt., 3 mar 2026 o 10:11 Dana Ruiz <dana@acme.example> napisał(a):",
    "Portuguese": "Em ter., 3 de mar. de 2026 às 10:11, Dana Ruiz <dana@acme.example> escreveu:",
    "old Gmail abroad": "2026-03-03 10:11 GMT+01:00 Dana Ruiz <dana@acme.example>:",
}
OUTLOOK = (
    "From: Dana Ruiz <dana@acme.example>\nSent: Tuesday, March 3, 2026 10:11 AM\nTo: Maya Chen\nSubject: Interview"
)
HEADERS = {
    "Outlook": OUTLOOK,
    "Outlook with a rule": f"{'_' * 32}\n{OUTLOOK}",
    "Outlook with a rule and a blank line": f"{'_' * 32}\n\n{OUTLOOK}",
    "Outlook in bold": "*From:* Dana Ruiz <dana@acme.example>\n*Sent:* Tuesday, March 3, 2026 10:11 AM\n*To:* Maya\n*Subject:* Hi",
    "Outlook 2003": f"-----Original Message-----\n{OUTLOOK}",
    "Outlook with Cc and a long To": OUTLOOK.replace("Maya Chen", "Maya Chen; Omar Haddad;\n Lee Wong\nCc: Ann")
    + "\nImportance: High",
    "Outlook without an address": OUTLOOK.replace(" <dana@acme.example>", ""),
    "Outlook in German": "Von: Dana Ruiz <d@acme.example>\nGesendet: Dienstag, 3. März 2026 10:11\nAn: Maya Chen\nBetreff: Gespräch",
    "Outlook in French": "De : Dana Ruiz <d@acme.example>\nEnvoyé : mardi 3 mars 2026 10:11\nÀ : Maya Chen\nObjet : Entretien",
    "Outlook in Spanish": "De: Dana Ruiz\nEnviado el: martes, 3 de marzo de 2026 10:11\nPara: Maya Chen\nAsunto: Entrevista",
    "iPhone": f"\n{OUTLOOK.replace('Sent', 'Date')}",
}


@pytest.mark.parametrize("client", INTRODUCTIONS)
def test_a_reply_above_its_quote_is_the_reply(client):
    assert reading(mail(f"{NEW}\n\n{INTRODUCTIONS[client]}\n{QUOTED}\n")).text == NEW


@pytest.mark.parametrize("client", INTRODUCTIONS)
def test_a_reply_below_its_quote_is_the_reply(client):
    assert reading(mail(f"{INTRODUCTIONS[client]}\n\n{QUOTED}\n\n{NEW}\n")).text == NEW


@pytest.mark.parametrize("client", INTRODUCTIONS)
def test_what_follows_an_introduction_unmarked_is_quoted(client):
    assert reading(mail(f"{NEW}\n\n{INTRODUCTIONS[client]}\n\n{OLD}\n")).text == NEW


@pytest.mark.parametrize("client", HEADERS)
def test_a_reply_above_the_header_of_the_older_mail_is_the_reply(client):
    message = reading(mail(f"{NEW}\n\n{HEADERS[client]}\n\n{OLD}\n", Subject="RE: Interview"))
    assert (message.text, message.forwarded) == (NEW, "")


def test_answers_between_quoted_lines_are_all_kept():
    body = f"{INTRODUCTIONS['Gmail']}\n> Could you do Tuesday?\n\nYes, at 2.\n\n> And your notice period?\n\nThree months.\n"
    assert reading(mail(body)).text == "Yes, at 2.\n\nThree months."


def test_answers_right_under_quoted_lines_are_kept():
    body = (
        "> Could you do Tuesday at two in the afternoon, or else on Wednesday morning?\nYes.\n> And your notice?\nNone."
    )
    assert reading(mail(body)).text == "Yes.\nNone."


def test_the_overhang_of_a_quoted_line_that_was_wrapped_again_is_no_answer():
    body = f"{NEW}\n\n> We will certainly come to a decision about the position before the end\nof the week.\n> Dana\n"
    assert reading(mail(body)).text == NEW


def test_an_apple_quote_with_its_introduction_inside_is_a_quote():
    assert reading(mail(f"{NEW}\n\n> {INTRODUCTIONS['Apple']}\n> \n{QUOTED}")).text == NEW


NOT_QUOTES = [
    "Then the panel wrote:\n\nWe liked her.",
    "On Monday the 9th we meet, and as the CTO wrote: bring your laptop.",
    "Here is the plan:\n\nFrom: 2pm\nTo: 3pm\nDate: Tuesday 10 March",
    "Interview details\n\nDate: Tuesday 10 March 2026\nTime: 2pm\nSubject: System design\nTo: bring an ID",
    "From our side all is set.\nTo be sure, please confirm.",
    "Total exp:\nCurrent CTC:\nExpected CTC:\nNotice period:",
    "You can reach Omar <omar@acme.example> at:\n\n555 0100",
    "On Friday at 10:30 the panel wrote:\n\nWe liked her.",
    "We agreed on 3 things:\n- one\n- two",
    "Am Freitag um 10:30 treffen wir uns, und dann schreiben wir dir:",
    "Le 3 mars à 10:30, nous avons décidé :",
    "Lindsey Cho, Recruiter, wrote:\n\nHi Maya, are you free on Friday?",
]


@pytest.mark.parametrize("body", NOT_QUOTES)
def test_what_only_looks_like_a_quote_is_kept(body):
    assert " ".join(reading(mail(body)).text.split()) == " ".join(body.split())


# -- forwards -----------------------------------------------------------------------------------
GMAIL_FORWARD = (
    "---------- Forwarded message ---------\nFrom: Alain T <alain@acme.example>\nDate: Tue, Mar 3, 2026 at 7:58 AM\n"
    "Subject: Maya\nTo: Dana Ruiz <dana@acme.example>"
)
FORWARDS = {
    "Gmail": ("Fwd: Maya", f"{GMAIL_FORWARD}\n\n{OLD}"),
    "Apple": ("Fwd: Maya", f"Begin forwarded message:\n\n> From: Alain <a@acme.example>\n> Subject: Maya\n> \n> {OLD}"),
    "Outlook": ("FW: Maya", f"{OUTLOOK}\n\n{OLD}"),
    "Outlook 2003": ("FW: Maya", f"-----Original Message-----\n{OUTLOOK}\n\n{OLD}"),
    "Outlook in German": ("WG: Maya", f"{HEADERS['Outlook in German']}\n\n{OLD}"),
    "Thunderbird": ("Fwd: Maya", f"-------- Forwarded Message --------\nSubject: Maya\nFrom: a@acme.example\n\n{OLD}"),
}


@pytest.mark.parametrize("client", FORWARDS)
def test_a_forward_is_the_words_above_and_what_was_forwarded(client):
    subject, forwarded = FORWARDS[client]
    message = reading(mail(f"See below, good news!\n\n{forwarded}\n", Subject=subject))
    assert message.text == "See below, good news!"
    assert OLD in message.forwarded
    assert not message.forwarded.startswith(">")


def test_a_forward_without_a_word_has_none():
    message = reading(mail(f"{GMAIL_FORWARD}\n\n{OLD}", Subject="Fwd: Maya"))
    assert (message.text, OLD in message.forwarded) == ("", True)


def test_a_reply_to_a_forward_forwards_nothing():
    message = reading(mail(f"{NEW}\n\n{INTRODUCTIONS['Gmail']}\n> {GMAIL_FORWARD}\n> {OLD}", Subject="Re: Fwd: Maya"))
    assert (message.text, message.forwarded) == (NEW, "")


# -- HTML ---------------------------------------------------------------------------------------
PAGES = {
    "Gmail": '<div dir="ltr">{new}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Mar 3, 2026 at '
    '10:11 AM Dana &lt;<a href="mailto:d@x.example">d@x.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">{old}'
    "</blockquote></div>",
    "Apple": '<div>{new}</div><div><br><blockquote type="cite"><div>On Mar 3, 2026, at 10:11 AM, Dana wrote:</div>{old}'
    "</blockquote></div>",
    "Thunderbird": '<p>{new}</p><div class="moz-cite-prefix">On 3/3/26 10:11, Dana Ruiz wrote:<br></div><blockquote type="cite" '
    'cite="mid:1">{old}</blockquote>',
    "Outlook on the web": '<div>{new}</div><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg"><b>From:</b> '
    "Dana<br><b>Sent:</b> Tuesday, March 3, 2026 10:11 AM<br><b>To:</b> Maya<br><b>Subject:</b> Interview</div><div>{old}</div>",
    "Outlook": '<p class="MsoNormal">{new}</p><p class="MsoNormal">&nbsp;</p><div style="border:none;border-top:solid #E1E1E1 1.0pt">'
    '<p class="MsoNormal"><b>From:</b> Dana Ruiz &lt;d@x.example&gt; <br><b>Sent:</b> Tuesday, March 3, 2026 10:11 AM<br>'
    "<b>To:</b> Maya<br><b>Subject:</b> RE: Interview</p></div><p class=MsoNormal>{old}</p>",
    "Yahoo": '<div>{new}</div><div class="yahoo_quoted"><div>On Tuesday, March 3, 2026, Dana wrote:</div><div>{old}</div></div>',
    "Proton": '<div>{new}</div><div class="protonmail_quote">On Tuesday, Dana wrote:<br><blockquote class="protonmail_quote">{old}'
    "</blockquote></div>",
}


@pytest.mark.parametrize("client", PAGES)
def test_a_reply_in_html_is_the_reply(client):
    assert reading(html(PAGES[client].format(new=NEW, old=OLD), Subject="Re: Interview")).text == NEW


def test_answers_between_quotes_in_html_are_all_kept():
    page = "<blockquote type=cite>Tuesday?</blockquote><p>Yes, at 2.</p><blockquote type=cite>Notice?</blockquote><p>None.</p>"
    assert reading(html(page)).text.split("\n\n") == ["Yes, at 2.", "None."]


def test_a_forward_in_html_is_the_words_above_and_what_was_forwarded():
    page = (
        f'<div>Good news!</div><div class="gmail_quote"><div>{GMAIL_FORWARD.replace(chr(10), "<br>")}</div>{OLD}</div>'
    )
    message = reading(html(page, Subject="Fwd: Maya"))
    assert (message.text, OLD in message.forwarded) == ("Good news!", True)


def test_an_indented_paragraph_in_html_is_no_quote():
    assert reading(html("<p>The plan:</p><blockquote>Tuesday at 2 with Omar</blockquote>")).text.endswith("with Omar")


def test_plain_text_is_read_before_the_html_that_says_the_same():
    assert reading(alternative("Plain.", "<p>HTML.</p>")).text == "Plain."
