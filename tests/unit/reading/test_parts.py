"""Which parts hold the author's words, and how their octets become characters."""

from __future__ import annotations

import base64

import pytest

from tests.unit.reading.mails import alternative, html, mail, parts, reading

TEXT = "Content-Type: text/plain; charset=utf-8"
HTML = "Content-Type: text/html; charset=utf-8"


def message(*bodies: tuple[str, str], subtype: str = "mixed") -> str:
    return reading(parts(*bodies, subtype=subtype)).text


def test_plain_text_is_preferred_unless_it_only_points_to_the_html():
    assert reading(alternative("We decide on Friday.", "<p>Other.</p>")).text == "We decide on Friday."
    for pointer in ("", " \n ", "Please view this email in your browser.", "Your mail client does not support HTML."):
        assert reading(alternative(pointer, "<p>We decide on Friday.</p>")).text == "We decide on Friday."


def test_plain_text_that_is_html_after_all_is_rendered():
    assert (
        reading(mail("<html><body><p>We decide</p><p>on Friday.</p></body></html>")).text == "We decide\n\non Friday."
    )


def test_texts_around_an_attachment_are_one_text():
    pdf = "Content-Type: application/pdf\nContent-Disposition: attachment; filename=cv.pdf", "x"
    found = reading(parts((TEXT, "See my CV."), pdf, (TEXT, "Are you free on Friday?")))
    assert (found.text, found.attachments) == ("See my CV.\n\nAre you free on Friday?", ("cv.pdf",))


def test_text_that_only_has_a_name_is_read():
    assert (
        reading(mail("We decide on Friday.", Content_Type='text/plain; name="mail.txt"')).text == "We decide on Friday."
    )


def test_text_with_a_name_beside_other_text_is_an_attachment():
    found = reading(parts((TEXT, "See the job."), (f'{TEXT}; name="job.txt"', "We decide on Friday.")))
    assert (found.text, found.attachments) == ("See the job.", ("job.txt",))


def test_attached_text_is_never_words():
    assert message((f"{TEXT}\nContent-Disposition: attachment", "We decide on Friday."), (TEXT, "Hi.")) == "Hi."


def test_a_mail_within_the_mail_speaks_for_somebody_else():
    inner = "Subject: x\nContent-Type: text/plain\n\nWe decide on Friday."
    assert message((TEXT, "See below."), ("Content-Type: message/rfc822", inner)) == "See below."
    assert reading(mail(inner, Content_Type="message/rfc822")).text == ""


def test_the_text_of_a_signed_mail_is_read_and_of_an_encrypted_one_is_not():
    assert (
        message((TEXT, "We decide."), ("Content-Type: application/pgp-signature", "x"), subtype="signed")
        == "We decide."
    )
    assert message((TEXT, "x"), ("Content-Type: application/octet-stream", "x"), subtype="encrypted") == ""


def test_the_related_html_in_an_alternative_is_found():
    related = f'Content-Type: multipart/related; boundary="b2"\n\n--b2\n{HTML}\n\n<p>We decide.</p>\n--b2--'
    header, _, body = related.partition("\n\n")
    assert message((TEXT, " "), (header, body), subtype="alternative") == "We decide."


def test_a_missing_or_broken_boundary_leaves_the_text():
    assert "We decide." in reading(mail("We decide.", Content_Type="multipart/mixed")).text
    assert "We decide." in reading(mail("We decide.", Content_Type="multipart/mixed; boundary=other")).text
    assert reading(mail(f"--b\n{TEXT}\n\nWe decide.", Content_Type="multipart/mixed; boundary=b")).text == "We decide."


@pytest.mark.parametrize(
    "kind", ["text", "text/", "/plain", "", "text/plain; charset", "TEXT/PLAIN; CHARSET=UTF-8;;", "nonsense/"]
)
def test_a_broken_content_type_is_plain_text(kind):
    assert reading(mail("We decide.", Content_Type=kind)).text == "We decide."


# -- octets -------------------------------------------------------------------------------------
OCTETS = {
    ("utf-8", "8bit"): "Grüße".encode(),
    ("iso-8859-1", "8bit"): "Grüße".encode("latin-1"),
    ("ISO-8859-1", "quoted-printable"): b"Gr=FC=DFe",
    ("windows-1252", "8bit"): "Grüße".encode("cp1252"),
    ("utf-8", "base64"): base64.b64encode("Grüße".encode()),
    ("us-ascii", "8bit"): "Grüße".encode(),
    ("", ""): "Grüße".encode(),
    ("utf-16", "base64"): base64.b64encode("Grüße".encode("utf-16")),
    ("utf-7", "7bit"): "Grüße".encode("utf-7"),
}


@pytest.mark.parametrize(("charset", "encoding"), OCTETS)
def test_octets_become_characters(charset, encoding):
    kind = f'text/plain; charset="{charset}"' if charset else None
    found = reading(mail(OCTETS[charset, encoding], Content_Type=kind, Content_Transfer_Encoding=encoding or None))
    assert (found.text, found.lossy) == ("Grüße", False)


def test_japanese_in_seven_bits_is_read():
    found = reading(mail("金曜日に決めます。".encode("iso-2022-jp"), Content_Type="text/plain; charset=iso-2022-jp"))
    assert (found.text, found.lossy) == ("金曜日に決めます。", False)


LOSSY = {
    "octets that are none of the charset's": mail("Grüße".encode("latin-1"), Content_Type="text/plain; charset=utf-8"),
    "an unknown charset": mail("Grüße".encode(), Content_Type="text/plain; charset=klingon"),
    "base64 with a hole": mail(
        "R3LDvMOfZ", Content_Type="text/plain; charset=utf-8", Content_Transfer_Encoding="base64"
    ),
    "more than a person writes": mail("Friday. " * 200_000),
}


@pytest.mark.parametrize("kind", LOSSY)
def test_what_was_lost_is_told(kind):
    assert reading(LOSSY[kind]).lossy


def test_an_unknown_charset_that_does_not_matter_is_not_lossy():
    assert not reading(mail("Friday.", Content_Type="text/plain; charset=klingon")).lossy


def test_the_message_that_mail_parser_trips_over_is_read_all_the_same(monkeypatch):
    import mailparser

    def trip(_: bytes) -> None:
        raise AttributeError("'NoneType' object has no attribute 'index'")

    whole = html(
        "<p>Gr&uuml;&szlig;e</p>", Subject="=?utf-8?q?Gr=C3=BC=C3=9Fe?=", From="=?utf-8?q?Gr=C3=A1?= <g@x.example>"
    )
    expected = reading(whole)
    monkeypatch.setattr(mailparser, "parse_from_bytes", trip)
    assert reading(whole) == expected
    assert expected.text == expected.envelope.subject == "Grüße"


def test_mail_parser_never_sees_an_attachment(monkeypatch):
    import mailparser

    seen: list[bytes] = []
    parse = mailparser.parse_from_bytes
    monkeypatch.setattr(mailparser, "parse_from_bytes", lambda octets: (seen.append(octets), parse(octets))[1])
    header = "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=cv.pdf"
    reading(parts((TEXT, "See my CV."), (header, base64.b64encode(b"SECRET" * 1000).decode())))
    assert seen
    assert not any(b"attachment" in octets or b"U0VDUkVU" in octets for octets in seen)
