"""Letters of the user's own, in a tone of their choice, and what is said of a template that is none."""

import pytest

from tests.acceptance.conftest import NOW


@pytest.fixture
def configured(home):
    """Add a [drafts] section; gives the folder for templates."""
    folder = home.config.parent / "letters"
    folder.mkdir()

    def add(tone: str = "plain"):
        section = f'\n[drafts]\ntone = "{tone}"\ntemplates = "letters"\n'
        home.config.write_text(home.config.read_text(encoding="utf-8") + section, encoding="utf-8")
        return folder

    return add


def drafts(home) -> str:
    found = [
        path.read_text(encoding="utf-8") for path in home.folder.rglob("*") if path.parent.parent.name == ".Drafts"
    ]
    return "\n".join(found)


def test_a_template_of_ones_own_is_used(quick, home, configured):
    (configured() / "check_in.j2").write_text("I ask about {{ matter }}.\n\nIs it open?\n", encoding="utf-8")
    (home.config.parent / "letters" / "check_in_after_date.j2").write_text("I ask.\n\nIs it open?\n", encoding="utf-8")
    done = quick("scan", "--config", home.config, "--now", NOW)
    assert done.status == 0
    assert "templates:" not in done.err
    assert "Is it open?" in drafts(home)


def test_one_that_loops_is_told_with_its_line_and_the_built_in_one_is_written(quick, home, configured):
    source = "I ask.\n\n{% for x in matter %}{% for y in matter %}Is it?{% endfor %}{% endfor %}\n"
    (configured() / "check_in.j2").write_text(source, encoding="utf-8")
    (home.config.parent / "letters" / "check_in_after_date.j2").write_text("I {{ aks }}.\n\nWell?\n", encoding="utf-8")
    done = quick("scan", "--config", home.config, "--now", NOW)
    said = " ".join(done.err.split())
    assert done.status == 0
    assert "check_in.j2: line 3: a letter cannot loop" in said
    assert "check_in_after_date.j2: line 1: unknown name 'aks'" in said
    assert "the built-in letter takes its place" in said
    assert "I ask." not in drafts(home)
    assert "From: " in drafts(home)


def test_a_tone_that_there_is_not_is_told_with_its_line(quick, home, configured):
    configured("breezy")
    done = quick("scan", "--config", home.config, "--now", NOW)
    assert done.status == 2
    assert "line 16: drafts.tone: should be 'warm', 'plain' or 'formal', not 'breezy'" in " ".join(done.err.split())


def test_a_file_to_attach_is_kept_and_goes_with_the_next_letter(quick, home):
    quick("scan", "--config", home.config, "--now", NOW, "--dry-run")
    quick("scan", "--config", home.config, "--now", NOW)
    file = home.folder / "work.pdf"
    file.write_bytes(b"%PDF")
    done = quick("note", "Gannet", "--attach", file, "--config", home.config, "--now", NOW)
    assert (done.status, "to be attached" in done.err) == (0, True)
    refused = quick("note", "Gannet", "--attach", home.folder / "gone.pdf", "--config", home.config, "--now", NOW)
    assert refused.status == 2
    assert "cannot be attached: no such file" in " ".join(refused.err.split())
