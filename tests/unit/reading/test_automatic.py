"""Who wrote it: a person, or which kind of machine."""

from __future__ import annotations

import pytest

from tests.unit.reading.mails import alternative, envelope, html, mail, parts, reading
from watcher.model import Address, Automatic, Side
from watcher.reading.systems import is_account

AWAY, BOUNCE, BULK, CALENDAR, NOTICE = (
    Automatic.AWAY, Automatic.BOUNCE, Automatic.BULK, Automatic.CALENDAR, Automatic.NOTICE,
)  # fmt: skip
ACK = "Hi Maya,\n\nThank you for applying to Acme Robotics! We have received your application and will review it.\n\nThe Acme Team"
PERSONAL = "Hi Maya,\n\nI have your resume here and I like it. Are you free on Friday?\n\nDana"
OUT = "I am out of the office until Monday 16 March.\n\nDana"
ICS = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:1
DTSTART:20260310T190000Z
DTEND:20260310T200000Z
SUMMARY:Interview: Maya Chen / Acme
LOCATION:https://meet.example/abc
ORGANIZER;CN=Dana Ruiz:mailto:dana.ruiz@acme.example
ATTENDEE;CN=Maya Chen:mailto:maya.chen@gmail.com
END:VEVENT
END:VCALENDAR"""


def invitation(text: str, **fields: str | None) -> bytes:
    return parts(("Content-Type: text/plain", text), ("Content-Type: text/calendar; method=REQUEST", ICS), **fields)


# -- by the header alone ------------------------------------------------------------------------
BY_HEADER: list[tuple[Automatic | None, str, dict[str, str | None]]] = [
    (None, "a person", {}),
    (None, "a person about a leave", {"Subject": "Out of office next week"}),
    (None, "a person whose server says no", {"Auto_Submitted": "no"}),
    (None, "a person's answer through a list program", {"List_Unsubscribe": "<https://x>", "In_Reply_To": "<a@b.c>"}),
    (None, "a recruiter through their system", {"From": '"Dana Ruiz (Acme)" <dana.ruiz@hire.lever.co>'}),
    (None, "an agency called like a system", {"From": "Jo Bloggs <jo@lever-recruitment.example>"}),
    (AWAY, "auto-replied", {"Auto_Submitted": "auto-replied"}),
    (AWAY, "auto-replied with a comment", {"Auto_Submitted": "auto-replied; owner-email=x"}),
    (AWAY, "Outlook", {"Subject": "Automatic reply: Interview", "X_Auto_Response_Suppress": "All"}),
    (AWAY, "out of office", {"Subject": "Out of Office: Interview"}),
    (AWAY, "out of office, answering", {"Subject": "Out of the office Re: Interview"}),
    (AWAY, "an answered automatic reply", {"Subject": "Re: Auto-Reply: Interview"}),
    (AWAY, "German", {"Subject": "Abwesenheitsnotiz: Gespräch"}),
    (AWAY, "French", {"Subject": "Réponse automatique : Entretien"}),
    (AWAY, "X-Autoreply", {"X_Autoreply": "yes"}),
    (AWAY, "an old autoresponder", {"Precedence": "auto_reply"}),
    (AWAY, "a read receipt", {"Content_Type": "multipart/report; report-type=disposition-notification; boundary=b"}),
    (BOUNCE, "a report", {"Content_Type": "multipart/report; report-type=delivery-status; boundary=b"}),
    (BOUNCE, "postfix", {"From": "MAILER-DAEMON@mx.example", "Subject": "Undelivered Mail Returned to Sender"}),
    (BOUNCE, "Gmail", {"From": "Mail Delivery Subsystem <mailer-daemon@googlemail.com>", "X_Failed_Recipients": "a@b.example"}),
    (BOUNCE, "Exchange", {"From": "postmaster@acme.example", "Subject": "Undeliverable: Interview"}),
    (BOUNCE, "an empty envelope", {"Return_Path": "<>", "Subject": "Delivery Status Notification (Failure)"}),
    (NOTICE, "a delay", {"From": "mailer-daemon@googlemail.com", "Subject": "Delivery Status Notification (Delay)"}),
    (NOTICE, "Greenhouse", {"From": "Acme Robotics <no-reply@us.greenhouse-mail.io>"}),
    (NOTICE, "Greenhouse with bulk fields", {"From": "Acme <no-reply@greenhouse.io>", "List_Unsubscribe": "<https://x>"}),
    (NOTICE, "Workday", {"From": "Acme Careers <acme@myworkday.com>"}),
    (NOTICE, "Lever", {"From": "Acme <no-reply@hire.lever.co>"}),
    (NOTICE, "iCIMS", {"From": "Acme Careers <acme+autoreply@talent.icims.com>"}),
    (NOTICE, "NeoGov", {"From": "City of Marlowe <info@governmentjobs.com>"}),
    (NOTICE, "SuccessFactors", {"From": "Acme <career5-noreply@successfactors.eu>"}),
    (NOTICE, "SmartRecruiters", {"From": "Acme <notification@smartrecruiters.com>"}),
    (NOTICE, "Ashby", {"From": "Acme Hiring Team <no-reply@ashbyhq.com>"}),
    (NOTICE, "a company's own system", {"From": "Acme Careers <do-not-reply@jobs.acme.example>"}),
    (NOTICE, "a company's own system through a mailing program", {
        "From": "Acme Careers <noreply@acme.example>", "Subject": "Your application to Acme", "List_Unsubscribe": "<https://x>"}),
    (NOTICE, "generated", {"Auto_Submitted": "auto-generated"}),
    (BULK, "a newsletter", {"List_Id": "<news.acme.example>", "List_Unsubscribe": "<https://x>"}),
    (BULK, "precedence", {"Precedence": "bulk"}),
    (BULK, "job alerts", {"From": "LinkedIn Job Alerts <jobalerts-noreply@linkedin.com>", "List_Unsubscribe": "<https://x>"}),
    (BULK, "a crowd", {"To": ", ".join(f"a{n}@b.example" for n in range(80))}),
    (CALENDAR, "accepted", {"Subject": "Accepted: Interview @ Tue Mar 10"}),
    (CALENDAR, "accepted in German", {"Subject": "Zugesagt: Gespräch"}),
    (CALENDAR, "Google", {"From": "Google Calendar <calendar-notification@google.com>"}),
    (CALENDAR, "Calendly", {"From": "Calendly <no-reply@calendly.com>"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "fields"), [(a, f) for a, _, f in BY_HEADER], ids=[name for _, name, _ in BY_HEADER]
)
def test_the_header_tells_a_machine(expected, fields):
    found = envelope(mail(**fields))
    assert found.automatic is expected
    assert found.side is (Side.THEM if expected is None else Side.MACHINE)


SYSTEMS = {
    "no-reply@us.greenhouse-mail.io": "greenhouse", "x@greenhouse.io": "greenhouse", "x@hire.lever.co": "lever",
    "acme@myworkday.com": "workday", "x@acme.wd5.myworkdayjobs.com": "workday", "x@talent.icims.com": "icims",
    "x@governmentjobs-notices.example": "neogov", "x@notify.smartrecruiters.com": "smartrecruiters",
    "x@app.bamboohr.com": "bamboohr", "x@acme.teamtailor-mail.com": "teamtailor", "x@m.personio.de": "personio",
    "x@pageuppeople.com": "pageup", "x@applytojob.com": "jazzhr", "x@linkedin.com": "linkedin", "x@workablemail.com": "workable",
    "x@acme.example": "", "x@lever.example": "", "x@greenhouse-cafe.example": "", "x@gem-stones.example": "", "x@icims.com.evil.example": "",
}  # fmt: skip


@pytest.mark.parametrize("address", SYSTEMS)
def test_a_system_is_known_by_its_domain(address):
    assert envelope(mail(From=f"Acme <{address}>")).system == SYSTEMS[address]


# -- with the words -----------------------------------------------------------------------------
PERSONS = {
    "a recruiter's words that a system passes on": mail(
        "Lindsey Cho, Recruiter, wrote:\n\nHi Maya, your resume looks strong. You should hear from me by the 26th.",
        From='"Lindsey Cho (via iCIMS)" <no-reply@talent.icims.com>'),
    "one person who writes and signs for an office": mail(
        "Dear Maya,\n\nThank you for your application. Three people have read it.\n\nKind regards\n\nJenifer Pascoe\nPeople Officer",
        From="Jenifer Pascoe <recruitment@trelawney.example>"),
    "words passed on under the company's name": mail(
        "New message from Dana Ruiz\n\nAre you free on Friday?", From="Acme <no-reply@us.greenhouse-mail.io>"),
    "a recruiter writing in their system": mail(PERSONAL, From='"Dana Ruiz (Acme)" <no-reply@us.greenhouse-mail.io>'),
    "a recruiter signing under the company's name": mail(
        "Hi Maya,\n\nI'm Dana and I look after hiring here. When are you free?\n\nBest,\nDana Ruiz", From="Acme <no-reply@hire.lever.co>"),
    "a short question signed by first name": mail(
        "Hi Maya, are you free Tuesday at 3?\n\nThanks,\nDana", From='"Dana Ruiz" <no-reply@us.greenhouse-mail.io>'),
    "a passed-on message above a notice that answers are lost": html(
        "<p>Dana Ruiz wrote:</p><p>Hi Maya, are you free?</p><p style='font-size:10px;color:#999'>Please do not reply to this mail.</p>",
        From="Acme <no-reply@us.greenhouse-mail.io>"),
    "an acknowledgement that a person signs": mail(
        "Dear Ms Chen,\n\nMany thanks for your application, safely received.\n\nRegards\nPauline Frith\nPA", From="HR <hr@acme.example>"),
    "thanks for applying from a person": mail("Hi Maya,\n\nThanks for applying! Want to talk on Tuesday?"),
    "a rejection from a person": mail("Hi Maya,\n\nWe have gone with other candidates this time.\n\nDana"),
    "an approach through a mailing program": mail(
        "Hi Maya,\n\nI came across your profile. Would you talk?\n\nDana Ruiz\nAcme", List_Unsubscribe="<https://x>"),
    "an invitation with a person's words": invitation("Tuesday works. See the invite, talk soon!"),
    "an invitation with few of them": invitation("moved to 4, clash with townhall"),
    "an invitation with words above a program's": invitation(
        "Hi Maya, looking forward to meeting you.\n\nMicrosoft Teams meeting\nJoin on your computer or mobile app\nMeeting ID: 123 456"),
    "an invitation with no for a beginning": invitation("No sweat, done, Thursday at 11. Good luck!"),
    "an acceptance with words": invitation("Looking forward to it!", Subject="Accepted: Interview"),
    "a letter accepted": mail("Hi Maya, we have your signed letter, thank you.\n\nDana", Subject="Accepted: your offer letter"),
    "a disclaimer like a machine's": mail(
        "Hi Maya,\n\nAre you free on Friday?\n\nDana Ruiz\n\nIf you got this message in error please do not reply to this mail."),
    "a recruiter who reads another mailbox": mail("Please do not reply to this address, I read dana@acme.example.\n\nDana"),
    "a person who tells of another's invitation": mail(
        "Dear Maya,\n\nMr Harms invites you to the works on 25 March at 11:00. Does it suit you?\n\nDana"),
    "a leave told by a person": mail("I am on leave from Monday, so let us talk on Friday. Does 3pm suit you?"),
}  # fmt: skip


@pytest.mark.parametrize("case", PERSONS)
def test_a_persons_words_are_a_persons(case):
    assert reading(PERSONS[case]).envelope.automatic is None


GOOGLE = (
    "You have been invited to the following event.\n\nInterview: Maya Chen / Acme\nWhen: Tue Mar 10, 2026 2pm - 3pm (CST)\n"
    "Where: https://meet.example/abc\nWho:\n* Dana Ruiz - organizer\n\nYes - Maybe - No\n\nInvitation from Google Calendar"
)
TEAMS = (
    "________________________________\nMicrosoft Teams meeting\nJoin on your computer, mobile app or room device\n"
    "Click here to join the meeting\nMeeting ID: 123 456 789\nPasscode: aBc12\nDownload Teams | Join on the web\nLearn more | Meeting options"
)
ZOOM = (
    "Dana Ruiz is inviting you to a scheduled Zoom meeting.\n\nTopic: Interview\nTime: Mar 10, 2026 02:00 PM Central Time\n\n"
    "Join Zoom Meeting\nhttps://zoom.example/j/123\n\nMeeting ID: 123 456\nPasscode: 99\nOne tap mobile\n+13125550142,,123# US (Chicago)"
)
MACHINES = {
    "a form letter from a system": (NOTICE, mail(ACK, From="Acme Robotics <no-reply@us.greenhouse-mail.io>")),
    "a form letter under a person's name": (NOTICE, mail(ACK, From='"Dana Ruiz" <no-reply@us.greenhouse-mail.io>')),
    "a form letter from a person's address at a system": (NOTICE, mail(ACK, From='"Dana Ruiz" <dana@hire.lever.co>')),
    "a form letter of a firm called like a person": (NOTICE, mail(
        "Dear Maya,\n\nThank you for your application.\n\nCalder Reed", From="Calder Reed <careers@calderreed.example>")),
    "a form letter from a team": (NOTICE, mail(ACK, From="Acme Careers <careers@acme.example>")),
    "a rejection nobody signs": (NOTICE, mail(
        "Dear applicant,\n\nwe will not be moving forward with your application.", From="Acme Careers <careers@acme.example>")),
    "a mail that says it is automated": (NOTICE, mail("Your test is ready.\n\nThis is an automated message.", From="Acme <tests@a.example>")),
    "a page that says nobody reads answers": (NOTICE, html(
        "<p>Your test is ready.</p><p>This mailbox is not monitored.</p>", From="Acme <tests@acme.example>")),
    "a firm called like a person, at a system": (NOTICE, mail(
        "It is now in our system.\n\nCalder Reed Talent Acquisition\nThis mailbox is not attended.", From="Calder Reed <calder@myworkday.com>")),
    "a notice of a system without a form": (NOTICE, mail("Your assessment is waiting.", From="Acme <no-reply@hire.lever.co>")),
    "an application sent through a job board": (NOTICE, mail(
        "Your application was sent to Acme.", From="LinkedIn <jobs-noreply@linkedin.com>", List_Unsubscribe="<https://x>")),
    "jobs from a job board": (BULK, mail(
        "30 new jobs for you", From="LinkedIn <jobs-noreply@linkedin.com>", List_Unsubscribe="<https://x>")),
    "a newsletter signed by a person": (BULK, mail(
        "Dear friends,\n\nI am proud of our robots.\n\nDana Ruiz", List_Unsubscribe="<https://x>", Precedence="bulk")),
    "Google's invitation": (CALENDAR, invitation(GOOGLE)),
    "Google's invitation without its event": (CALENDAR, mail(GOOGLE)),
    "an invitation in somebody's name": (CALENDAR, invitation("Dana Ruiz has invited you to an event.\n\nTuesday 10 March, 2pm")),
    "an invitation with Teams alone": (CALENDAR, invitation(TEAMS)),
    "an invitation with Zoom alone": (CALENDAR, invitation(ZOOM)),
    "an invitation without words": (CALENDAR, invitation("")),
    "an acceptance without words": (CALENDAR, invitation("", Subject="Accepted: Interview")),
    "an acceptance by a program": (CALENDAR, invitation("Dana Ruiz has accepted this invitation.", Subject="Accepted: Interview")),
    "a cancelled event": (CALENDAR, invitation("This event has been cancelled.\n\nInterview: Maya Chen / Acme\nTue Mar 10, 2026")),
    "an event that moved": (CALENDAR, invitation(
        "This event has been updated\nChanged: time\n\nInterview: Maya Chen / Acme\nThu 19 Mar 2026 17:00 - 17:30 (Madrid time)")),
    "an absence nothing marks": (AWAY, mail("Thank you for your email. I am currently out of the office until Monday.")),
    "an absence": (AWAY, mail(OUT, Auto_Submitted="auto-replied")),
}  # fmt: skip


@pytest.mark.parametrize("case", MACHINES)
def test_a_machines_words_are_a_machines(case):
    expected, content = MACHINES[case]
    found = reading(content).envelope
    assert (found.automatic, found.side) == (expected, Side.MACHINE)


# -- bounces ------------------------------------------------------------------------------------
def test_a_bounce_names_everybody_it_did_not_reach():
    report = "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; Brenda@keystone.example\nAction: failed\nStatus: 5.1.1"
    content = parts(
        ("Content-Type: text/plain", "Your message could not be delivered."),
        ("Content-Type: message/delivery-status", report),
        ("Content-Type: message/rfc822", "Subject: Re: Interview\n\nAre you there? We decide on Friday."),
        subtype="report; report-type=delivery-status",
        From="MAILER-DAEMON@mx.example",
    )
    assert reading(content).text == "Your message could not be delivered.\n\nFinal-Recipient: brenda@keystone.example"


def test_an_address_named_in_the_words_of_a_bounce_is_not_repeated():
    words = "Your message wasn't delivered to brenda@keystone.example."
    assert reading(mail(words, X_Failed_Recipients="brenda@keystone.example")).text == words


# -- me -----------------------------------------------------------------------------------------
def test_what_i_wrote_is_mine_even_where_my_calendar_wrote_it():
    found = reading(invitation("", From="Maya <maya@chen.example>", Subject="Accepted: Interview")).envelope
    assert (found.side, found.automatic) == (Side.ME, CALENDAR)
    assert reading(mail(ACK, From="maya@chen.example")).envelope.automatic is None


def test_the_html_of_a_form_letter_counts_as_its_text():
    assert (
        reading(alternative("View in HTML", f"<p>{ACK}</p>", From="Jobs <jobs@a.example>")).envelope.automatic is NOTICE
    )


@pytest.mark.parametrize(
    ("address", "name", "system", "told"),
    [
        ("northfold@myworkday.com", "Northfold Minerals", "workday", True),
        ("halvorsenklee@hire.lever.co", "Halvorsen Klee", "lever", True),
        ("dana@hire.lever.co", "Dana Ruiz", "lever", False),
        ("dana@acme.example", "Dana", "", False),
    ],
)
def test_a_customers_address_at_a_system_is_told_from_a_persons(address, name, system, told):
    assert is_account(Address(address, name), system) is told
