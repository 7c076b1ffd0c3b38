"""A call that is due: shown with its script, a note in Drafts where that is wanted, and done."""

import email
import email.policy

import icalendar
import pytest

from tests.acceptance.conftest import PEOPLE

# a week after the date that the bakery named, Friday 13 November 2026, the cadence calls first
DUE = "2026-11-20T09:00+00:00"
BEFORE, AFTER = "2026-11-18T09:00+00:00", "2026-11-20T12:00+00:00"


@pytest.fixture
def calling(home):
    """The sample mailbox under the cadence that calls first, with or without notes in Drafts."""

    def configured(calls: str = "") -> None:
        people = f'{PEOPLE}\n\n[cadence]\npolicy = "persistent"\n\n[calls]\n{calls}\n'
        home.configure(f'name = "sample"\nprovider = "maildir"\npath = "{home.mail}"', people=people)

    return configured


@pytest.fixture
def run(quick, home):
    return lambda *words, now=DUE: quick(*words, "--config", home.config, "--now", now)


def drafts(home):
    parse = email.message_from_bytes
    return [parse(path.read_bytes(), policy=email.policy.default) for path in home.drafts]


def notes(home):
    return [draft for draft in drafts(home) if draft["Subject"].startswith("To call: ")]


def scanned(run, **how):
    """What is known of the bakery's process after a scan."""
    found = run("scan", "--json", **how).data["applications"]
    return next(a for a in found if a["company"] == "Marrow & Rye")


def test_its_script_is_shown(run, calling):
    calling()
    assert scanned(run)["next_step"]["kind"] == "call"
    shown = " ".join(run("show", "Marrow").out.split())
    assert "Call: Hannah Brice" in shown
    assert "the switchboard of Marrow & Rye (its website has the number)" in shown
    assert "On their voicemail: Hello Hannah, this is Elin Sorley. I enjoyed" in shown
    call = run("show", "Marrow", "--json").data["call"]
    assert call["number"] is None
    assert call["from"] == "2026-11-20T10:00:00+00:00"
    assert len(call["points"]) == 3


def test_a_step_that_is_no_call_has_no_script(run, calling):
    calling()
    scanned(run)
    assert run("show", "Gannet", "--json").data["call"] is None
    assert "voicemail" not in run("show", "Gannet").out


def test_my_notes_are_what_to_speak_of(run, calling):
    calling()
    scanned(run)
    run("note", "Marrow", "your new ovens, which I know from Ferndale")
    assert "“your new ovens, which I know from Ferndale”" in " ".join(run("show", "Marrow").out.split())


def test_by_default_nothing_of_it_comes_into_drafts(run, home, calling):
    calling()
    scanned(run)
    assert notes(home) == []


def test_a_note_comes_once_to_myself_and_goes_when_the_call_is_made(run, home, calling):
    calling('note_in_drafts = true\nphone = "07700 900123"')
    assert scanned(run, now=BEFORE)["next_step"]["kind"] == "call"
    assert notes(home) == []
    assert scanned(run)["draft"]["state"] == "created"
    assert scanned(run)["draft"]["state"] == "exists"
    (note,) = notes(home)
    assert note["To"] == note["From"] == "Elin Sorley <elin.sorley@harbourpost.example>"
    assert (note["In-Reply-To"], note["References"], note["Cc"], note["Bcc"]) == (None, None, None, None)
    assert "07700 900123" in note.get_content()
    run("done", "Marrow", now="2026-11-20T10:05+00:00")
    after = scanned(run, now=AFTER)
    assert (after["next_step"]["kind"], after["next_step"]["due"]) == ("check_in", "2026-12-04")
    assert notes(home) == []


def test_a_note_that_i_changed_or_deleted_is_mine(run, home, calling):
    calling("note_in_drafts = true")
    scanned(run)
    (path,) = [path for path in home.drafts if b"To call: " in path.read_bytes()]
    path.unlink()
    assert scanned(run)["draft"]["state"] == "dismissed"
    assert notes(home) == []


def test_the_calendar_has_it_in_its_hours(run, calling):
    calling()
    scanned(run)
    events = icalendar.Calendar.from_ical(run("calendar").out).walk("VEVENT")
    (call,) = [event for event in events if event["summary"] == "Call Marrow & Rye"]
    assert call.start.isoformat() == "2026-11-20T10:00:00+00:00"


@pytest.mark.parametrize(
    ("calls", "said"),
    [
        ('note_in_drafts = "yes"', "calls.note_in_drafts: should be true or false"),
        ('phone = "call me"', "calls.phone: not a telephone number: 'call me'"),
        ("notes = true", "unknown key 'notes'"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(run, calling, calls, said):
    calling(calls)
    ended = run("scan")
    assert ended.status == 2
    assert said in " ".join(ended.err.split())
    assert "line " in ended.err
