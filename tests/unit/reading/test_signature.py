"""Signatures come off the words; sentences never do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reading.mails import ME, alternative, html, mail, reading
from watcher.model import Person
from watcher.reading.names import is_name

WORDS = "Hi Maya,\n\nThank you for the call. We will decide on Friday."
SIGNATURES = {
    "closing and name": "Best,\nDana",
    "closing, blank line, name": "Kind regards,\n\nDana Ruiz",
    "closing on the line of the name": "Thanks, Dana",
    "closing without a name": "Many thanks",
    "name alone": "Dana",
    "a dash and a name": "- Dana",
    "an initial": "D.",
    "name and title": "Dana Ruiz\nSenior Technical Recruiter, Acme Robotics",
    "name, title, company, numbers": "Dana Ruiz (she/her)\nTalent Partner | Acme\nM: +1 312 555 0142\nwww.acme.example",
    "title on the line of the name": "Dana Ruiz | Talent Acquisition Partner\nAcme, 12 Main Street",
    "upper case": "Thanks & Regards\nDANA RUIZ\nLead Consultant",
    "on behalf": "Mit freundlichen Grüßen\n\ni. A. Dana Ruiz\nHR Business Partner",
    "marker": "-- \nDana Ruiz\nYou can reach me at 555 0142",
    "closing above a marker": "Best,\nDana\n\n-- \nDana Ruiz\nTalent, Acme",
    "name twice": "Cheers,\nDana\n\nDana Ruiz\nTalent, Acme",
    "somebody else's name below a closing": "Regards\n\nOrla Heneghan\nHuman Resources Dept.\nAcme Group",
    "somebody else's name over a number": "Orla Heneghan\nHuman Resources\n(312) 555-0142",
    "iPhone": "Sent from my iPhone",
    "name and iPhone": "Dana\nSent from my iPhone",
    "iPhone with an excuse": "Dana\nSent from my iPhone, please excuse any typos.",
    "a notice in wrapped lines": "Dana Ruiz\n\nThis e-mail and any files transmitted with it are confidential and intended\n"
    "solely for the use of the individual to whom they are addressed. If you have\nreceived it in error please notify the "
    "sender and delete it.",
    "Outlook for iOS": "Get Outlook for iOS",
    "disclaimer": "Dana\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. If you "
    "have received it in error please notify us at once.",
    "environment": "Dana Ruiz\nAcme\nPlease consider the environment before printing this e-mail.",
    "equal opportunity": "Dana Ruiz, PHR\nTalent Acquisition | Acme\nAn Equal Opportunity Employer",
    "working hours": "Dana Ruiz\nTalent, Acme\nMy working days are Mon-Thurs",
    "a tagline": 'Dana Ruiz\nAcme\n"We build what you dream"',
    "unsubscribe": "Dana Ruiz\nAcme\nTo unsubscribe from these messages, reply UNSUBSCRIBE.",
    "traditional owners": "Dana Ruiz\nAcme\n\nAcme acknowledges the Traditional Owners of the lands on which we work.",
    "register": "Dana Ruiz\nAcme GmbH\nGeschäftsführer: Dr. H. Brinkmann | Amtsgericht Bremen HRB 1",
    "a link to a calendar": "Dana Ruiz\nBook a time with me: https://cal.example/dana",
    "kisses": "Dana x",
    "bold in plain text": "*Dana Ruiz*\n_Senior Recruiter_ | Acme",
    "pictures": "Dana Ruiz\n[cid:image001.png@01D7]\n<https://acme.example>",
    "short for another name": "Cheers,\nDee",
    "a site called by her name": "Dana Ruiz\nEnvironment & lighting\ndanaruiz.example",
    "initials with dots": "D.R.",
    "two languages": "Mange hilsner / best,\nDana",
    "greetings from a town": "With friendly greetings from Munich\n\nDana Ruiz",
    "a telephone in German": "unterwegs getippt",
    "a telephone in Portuguese": "Enviado do meu iPhone",
}


@pytest.mark.parametrize("kind", SIGNATURES)
def test_a_signature_comes_off_the_words(kind):
    message = reading(mail(f"{WORDS}\n\n{SIGNATURES[kind]}\n"))
    assert message.text == WORDS
    assert set(message.signature.split()) == set(SIGNATURES[kind].split()) - {"--"}


@pytest.mark.parametrize("kind", SIGNATURES)
def test_a_signature_between_words_and_quote_comes_off_too(kind):
    quote = "On Tue, Mar 3, 2026 at 10:11 AM Maya Chen <maya@chen.example> wrote:\n> When do you decide?\n"
    assert reading(mail(f"{WORDS}\n\n{SIGNATURES[kind]}\n\n{quote}")).text == WORDS


KEPT = [
    "Hi Maya,\n\nThanks!\n\nI'll call you on Friday at noon.",
    "Hi Maya,\n\nI'm Dana, I look after engineering hiring at Acme.\n\nWhich day suits you?",
    "Dana here from Acme.\n\nYou will hear from us by Friday.",
    "Hi Maya,\n\nPlease send your CV along with:\n\nTotal exp:\nCurrent CTC:\nNotice period:",
    "Hi Maya,\n\nTwo slots:\n\nTuesday 10 March, 2pm\nWednesday 11 March, 9am",
    "Hi Maya,\n\nYou will meet:\n\nOmar Haddad\nLee Wong",
    "Hi Maya,\n\nYou will meet:\n\nDana Ruiz\nOmar Haddad, CTO\nLee Wong, Staff Engineer",
    "Referees:\n\nCol Hendry, 0491 570 157, col.hendry@northpower.example\nSandra Whitty, 0491 570 158, s@n.example",
    "Thanks,\n\nyou will hear from us by Friday.",
    "Hi Maya,\n\nPlease keep this confidential.",
    "Hi Maya,\n\nBook a slot here: https://cal.example/dana",
    "Hi Maya,\n\nMy number:\n\n312 555 0142",
    "Hi Maya,\n\nWe decide on 13 March. Please do not reply to this address, I read dana.ruiz@acme.example.",
    "Best of luck, Dana told me about it. We decide on Friday.",
    (
        "Hi Maya!\n\nDana from Acme. First step for everyone on the team is an online assessment: numbers, some writing, one "
        "case about a flooded warehouse.\n\nHere is the link, drop me a note when you are through."
    ),
]


@pytest.mark.parametrize("body", KEPT)
def test_a_sentence_is_never_cut(body):
    assert reading(mail(body)).text.split() == body.split()


ADDED = {
    "a postscript": ("Best,\nDana\n\nP.S. We decide on Friday.", "P.S. We decide on Friday."),
    "a postscript without dots": ("Dana Ruiz\nAcme\n\nPS: bring your laptop", "PS: bring your laptop"),
    "a sentence below the name": (
        "Thanks,\nDana\n\nYou will hear from us by Friday.",
        "You will hear from us by Friday.",
    ),
    "a sentence right below the name": (
        "Thanks,\nDana\nYou will hear from us by Friday.",
        "You will hear from us by Friday.",
    ),
    "a sentence of two lines": (
        "Dana\n\nYou will hear from us by the end of next week, for the panel meets only on\nThursday.",
        "You will hear from us by the end of next week, for the panel meets only on Thursday.",
    ),
}


@pytest.mark.parametrize("kind", ADDED)
def test_what_the_author_added_below_the_name_is_kept(kind):
    below, kept = ADDED[kind]
    message = reading(mail(f"{WORDS}\n\n{below}\n"))
    assert message.text == f"{WORDS}\n\n{kept}"
    assert "Dana" in message.signature


SENTENCE = "You will hear from us by Friday."
LINES = [
    "", "", "Best,", "Thanks!", "Dana", "Dana Ruiz", "Senior Recruiter | Acme", "M: +1 312 555 0142", "Sent from my iPhone",
    "This e-mail is confidential and intended only for you.", "P.S. see you", "Hi Maya,", "Regards", "Groet,", "- bring an ID",
    "Please consider the environment before printing.", "www.acme.example", "Omar Haddad", "D.",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=9), st.lists(st.sampled_from(LINES), max_size=9))
@settings(max_examples=300, deadline=None)
def test_a_sentence_is_kept_wherever_it_stands(above, below):
    assert SENTENCE in " ".join(reading(mail("\n".join([*above, SENTENCE, *below]))).text.split())


def test_the_name_in_the_address_signs_where_none_is_displayed():
    assert reading(mail(f"{WORDS}\n\nDana\n", From="dana.ruiz@acme.example")).text == WORDS


def test_a_name_written_last_name_first_signs():
    assert reading(mail(f"{WORDS}\n\nDr. Dana Ruiz\nAcme\n", From='"Ruiz, Dana (Dr.)" <d@acme.example>')).text == WORDS


@pytest.mark.parametrize(("line", "signs"), [("MQ / Tidewater", True), ("M.Q.", True), ("marniequill.example", False)])
def test_initials_sign_and_a_site_does_not(line, signs):
    assert is_name(line, frozenset({"marnie", "quill"})) is signs


def test_another_persons_name_does_not_sign():
    body = "Hi,\n\nPlease write to:\n\nOmar"
    assert reading(mail(body)).text.split() == body.split()


def test_a_signature_marked_in_html_comes_off_its_plain_twin():
    signed = "Orla Heneghan\nWe would love to hear from you!"
    page = f'<p>{WORDS}</p><div class="gmail_signature">Orla Heneghan<br>We would love to hear from you!</div>'
    message = reading(alternative(f"{WORDS}\n\n{signed}\n", page))
    assert (message.text, message.signature) == (WORDS, signed)


@pytest.mark.parametrize(
    "mark", ['class="gmail_signature"', 'id="Signature"', 'class="moz-signature"', 'id="x_Signature"']
)
def test_a_signature_marked_in_html_comes_off(mark):
    page = f"<p>We will decide on Friday.</p><div {mark}>Orla<br>You can reach me at 555 0142.</div>"
    message = reading(html(page))
    assert (message.text, message.signature) == ("We will decide on Friday.", "Orla\nYou can reach me at 555 0142.")


def test_the_small_grey_lines_at_the_end_of_a_page_are_its_footer():
    page = (
        '<p>We got your application.</p><p style="font-size:11px;color:#888">SlotPicker: fewer emails, you love it.</p>'
    )
    assert reading(html(page)).text == "We got your application."
    assert reading(html(page.replace("</p><p style", "</p><p class"))).text.endswith("you love it.")
    assert reading(html(page + "<p>We decide on Friday.</p>")).text.endswith("We decide on Friday.")


def test_my_own_signature_comes_off_as_configured():
    me = Person(ME.name, ME.addresses, ME.timezone, ME.country, signature="Mayita\nI am on 555 0142")
    body = "See you Friday!\n\nMayita\nI am on 555 0142\n"
    assert reading(mail(body, From="maya@chen.example"), me=me).text == "See you Friday!"


def test_a_mail_that_is_nothing_but_a_name_keeps_it():
    assert reading(mail("Dana")).text == "Dana"
    assert reading(mail("Thanks,\nDana")).text == "Thanks,"
