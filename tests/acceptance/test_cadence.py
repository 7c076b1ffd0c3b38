"""`watcher cadence`: what cadences there are, what they would do, and choosing one."""

import tomllib

import pytest

from tests.acceptance.conftest import NOW, PEOPLE
from watcher.cadence import built_in, names

ALIKE = 'name = "sample"\nprovider = "maildir"\npath = "{}"'


@pytest.fixture
def scanned(quick, home):
    return quick("scan", "--config", home.config, "--now", NOW, "--json").data


def tell(quick, home, *words):
    return quick(*words, "--config", home.config, "--now", NOW)


def step_of(quick, home, company="Marrow"):
    return tell(quick, home, "show", company, "--json").data["next_step"]


def own(home, text, policy="mine.toml"):
    """A cadence of the user's, named by the configuration."""
    (home.folder / "mine.toml").write_text(text, encoding="utf-8")
    home.configure(ALIKE.format(home.mail), people=f'{PEOPLE}\n[cadence]\npolicy = "{policy}"\n')


def test_the_list_tells_each_and_who_follows_it(quick, home):
    listed = quick("cadence", "list", "--config", home.config, "--json").data["cadences"]
    assert [cadence["name"] for cadence in listed] == list(names())
    assert [cadence["used_by"] for cadence in listed][:2] == [[{"what": "configuration", "name": ""}], []]
    shown = quick("cadence", "list", "--config", home.config)
    assert (shown.status, shown.err) == (0, "")
    assert "two-and-done" in shown.out
    assert "a corporate recruiter" in shown.out


@pytest.mark.parametrize("name", names())
def test_each_is_told_in_words_as_data_and_as_a_file(quick, home, name):
    shown = quick("cadence", "show", name, "--config", home.config)
    assert shown.status == 0
    assert "move on" in shown.out
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    data = quick("cadence", "show", name, "--config", home.config, "--json").data
    assert (data["name"], data["end"]["follow_ups"]) == (name, built_in.policy(name).end.follow_ups)
    assert quick("cadence", "show", name, "--config", home.config, "--toml").out == built_in.source(name)


def test_what_is_told_as_data_can_be_a_file(quick, home):
    """The keys are those of the file."""
    data = quick("cadence", "show", "weekly", "--config", home.config, "--json").data
    assert set(tomllib.loads(built_in.source("weekly"))) <= set(data)


@pytest.mark.usefixtures("scanned")
def test_a_preview_shows_what_would_be_due_when(quick, home):
    shown = tell(quick, home, "cadence", "preview", "five-step", "Marrow")
    assert shown.status == 0
    assert "C call" in shown.out
    assert "call Hannah Brice" in shown.out
    data = tell(quick, home, "cadence", "preview", "five-step", "Marrow", "--json").data
    (previewed,) = data["cadences"]
    assert (data["company"], data["from"], previewed["name"]) == ("Marrow & Rye", "2026-11-18", "five-step")
    assert [(step["kind"], step["due"]) for step in previewed["steps"]] == [
        ("call", "2026-11-18"),
        ("move_on", "2026-11-25"),
    ]


@pytest.mark.usefixtures("scanned")
def test_a_preview_of_all_is_a_row_each_and_changes_nothing(quick, home):
    before = home.picture()
    shown = tell(quick, home, "cadence", "preview", "all", "Fairhaven")
    assert home.picture() == before
    for name in names():
        assert any(line.startswith(f"{name} ") for line in shown.out.splitlines())
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    data = tell(quick, home, "cadence", "preview", "all", "Fairhaven", "--json").data
    assert [cadence["name"] for cadence in data["cadences"]] == list(names())


def test_a_process_follows_the_one_it_was_given_until_that_is_taken_back(quick, home, scanned):
    before = step_of(quick, home)
    chosen = tell(quick, home, "cadence", "use", "Marrow", "five-step")
    assert (chosen.status, chosen.out) == (0, "")
    assert "Marrow & Rye: follows the cadence five-step (take it back: watcher undo 1)" in chosen.err
    shown = tell(quick, home, "show", "Marrow", "--json").data
    assert (shown["cadence"], shown["next_step"]["kind"], shown["next_step"]["to"]) == (
        "five-step",
        "call",
        before["to"],
    )
    assert "used by Marrow & Rye" in " ".join(quick("cadence", "list", "--config", home.config).out.split())
    again = quick("scan", "--config", home.config, "--now", NOW, "--json").data["applications"]
    states = {a["company"]: (a["next_step"]["kind"], a["draft"]["state"]) for a in again}
    assert states["Marrow & Rye"] == ("call", "withdrawn")
    others = {a["company"]: a["next_step"] for a in scanned["applications"] if a["company"] != "Marrow & Rye"}
    assert others == {a["company"]: a["next_step"] for a in again if a["company"] != "Marrow & Rye"}
    assert "taken back: follows the cadence five-step" in tell(quick, home, "undo").err
    assert step_of(quick, home) == before


@pytest.mark.usefixtures("scanned")
def test_an_account_can_have_its_own(quick, home):
    home.configure(ALIKE.format(home.mail) + '\npolicy = "five-step"')
    assert step_of(quick, home)["kind"] == "call"
    listed = quick("cadence", "list", "--config", home.config, "--json").data["cadences"]
    assert {c["name"]: c["used_by"] for c in listed}["five-step"] == [{"what": "account", "name": "sample"}]


@pytest.mark.usefixtures("scanned")
def test_a_file_of_the_users_is_followed(quick, home):
    own(home, built_in.source("balanced").replace("business_days = 2 }", "business_days = 4 }"))
    assert (step_of(quick, home)["kind"], step_of(quick, home)["due"]) == ("check_in", "2026-11-19")
    listed = quick("cadence", "list", "--config", home.config, "--json").data["cadences"]
    used = [{"what": "configuration", "name": ""}]
    assert [(c["name"], c["built_in"], c["used_by"]) for c in listed][-1] == ("mine.toml", False, used)


@pytest.mark.usefixtures("scanned")
def test_a_mistake_in_it_is_told_with_file_and_line_and_balanced_is_used_meanwhile(quick, home):
    balanced = step_of(quick, home)
    own(home, built_in.source("balanced").replace("wait = { business_days = 2 }", "wait = { business_days = -2 }"))
    ended = tell(quick, home, "show", "Marrow", "--json")
    said = " ".join(ended.err.split())
    assert (ended.status, ended.data["next_step"]) == (0, balanced)
    assert f"{home.folder}/mine.toml: line " in said
    assert "steps[1].wait.business_days: should be 0 or more, not -2" in said
    assert "until it is mended, the cadence balanced takes its place" in said
    for command in (("show", "mine.toml"), ("preview", "mine.toml", "Marrow"), ("use", "Marrow", "mine.toml")):
        refused = quick("cadence", *command, "--config", home.config)
        assert (refused.status, refused.out) == (2, ""), command


@pytest.mark.usefixtures("scanned")
def test_one_that_a_process_was_given_and_that_breaks_is_told_by_the_scan(quick, home):
    mine = home.folder / "mine.toml"
    mine.write_text(built_in.source("five-step"), encoding="utf-8")
    assert tell(quick, home, "cadence", "use", "Marrow", mine).status == 0
    assert step_of(quick, home)["kind"] == "call"
    mine.unlink()
    ended = tell(quick, home, "scan")
    assert ended.status == 0
    assert "the cadence balanced is used meanwhile" in " ".join(ended.err.split())
    shown = tell(quick, home, "show", "Marrow")
    assert "the cadence balanced is used meanwhile" in " ".join(shown.err.split())
    assert "Next: check in" in shown.out


@pytest.mark.usefixtures("scanned")
def test_whoever_said_it_was_fine_is_written_to(quick, home):
    shown = tell(quick, home, "cadence", "preview", "recruiter", "Tidewater", "--json").data["cadences"][0]["steps"]
    assert [step["why"] for step in shown] == ["the cadence recruiter writes to none of those who wrote"]
    assert "fine to write to s.adeyemi@" in tell(quick, home, "cadence", "welcomes", "Tidewater", "seun").err
    shown = tell(quick, home, "cadence", "preview", "recruiter", "Tidewater", "--json").data["cadences"][0]["steps"]
    assert shown[0]["to"] == ["s.adeyemi@tidewatermuseum.example"]


@pytest.mark.usefixtures("scanned")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "hasty"), "there is no cadence 'hasty'"),
        (("preview", "weekly", "Nobody"), "there is no process 'Nobody'"),
        (("preview", "hasty", "Marrow"), "there are: balanced, persistent"),
        (("use", "Marrow", "hasty"), "there is no cadence 'hasty'"),
        (("use", "Marrow", "hasty.toml"), "no file"),
        (("welcomes", "Marrow", "Bob"), "there is nobody called 'Bob' in this process"),
    ],
)
def test_what_is_not_there_is_said(quick, home, words, said):
    refused = quick("cadence", *words, "--config", home.config)
    assert (refused.status, refused.out) == (2, "")
    assert said in " ".join(refused.err.split())


@pytest.mark.parametrize(
    ("people", "account", "said"),
    [
        ('[cadence]\npolicy = "hasty.toml"', "", "cadence.policy: no such file:"),
        ('[cadence]\nfarewell = "yes"', "", "cadence.farewell: should be true or false"),
        ("", '\npolicy = "weakly"', "accounts[0].policy: unknown cadence 'weakly', did you mean 'weekly'?"),
        ("", "\npolicy = 5", "accounts[0].policy: should be text in quotes"),
    ],
)
def test_a_configuration_that_names_none_is_refused_with_its_line(quick, home, people, account, said):
    home.configure(ALIKE.format(home.mail) + account, people=f"{PEOPLE}\n{people}\n")
    refused = quick("scan", "--config", home.config)
    assert (refused.status, refused.out) == (2, "")
    assert "line " in refused.err
    assert said in " ".join(refused.err.split())


def test_each_command_explains_itself(quick):
    for command in ((), ("list",), ("show",), ("preview",), ("use",), ("welcomes",)):
        shown = quick("cadence", *command, "--help")
        assert shown.status == 0
        assert all(len(line) <= 80 for line in shown.out.splitlines())
