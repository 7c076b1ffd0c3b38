"""What the computer says of its user."""

import os

import pytest

from watcher.setup import system


@pytest.fixture
def etc(tmp_path, monkeypatch):
    monkeypatch.delenv("TZ", raising=False)
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def linked(etc, target):
    (etc / "localtime").symlink_to(target)


@pytest.mark.parametrize(
    "target",
    [
        "/usr/share/zoneinfo/Europe/Lisbon",
        "/var/db/timezone/zoneinfo/Europe/Lisbon",
        "/usr/share/zoneinfo/posix/Europe/Lisbon",
    ],
)
def test_the_zone_is_where_the_link_leads(etc, target):
    linked(etc, target)
    assert system.timezone(etc) == "Europe/Lisbon"


def test_the_variable_comes_first(etc, monkeypatch):
    linked(etc, "/usr/share/zoneinfo/Europe/Lisbon")
    monkeypatch.setenv("TZ", ":America/Chicago")
    assert system.timezone(etc) == "America/Chicago"


def test_debians_file_does_as_well(etc):
    (etc / "localtime").write_bytes(b"TZif2")
    (etc / "timezone").write_text("Asia/Tokyo\n")
    assert system.timezone(etc) == "Asia/Tokyo"


@pytest.mark.parametrize(
    "name", ["", "UTC", "Etc/UTC", "../../etc/passwd", "/etc/passwd", "EST5EDT,M3.2.0", "Nowhere/At_All", "GMT0"]
)
def test_a_zone_that_nobody_lives_in_is_no_proposal(etc, monkeypatch, name):
    monkeypatch.setenv("TZ", name)
    assert system.timezone(etc) == ""


@pytest.mark.usefixtures("etc")
def test_the_country_is_that_of_the_zone_else_of_the_language(monkeypatch):
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert system.country("America/Chicago") == "US"
    assert system.country("") == "AT"
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert system.country("") == ""


@pytest.mark.parametrize(
    ("comment", "name"),
    [("Elin Sorley,,,", "Elin Sorley"), ("& Sorley", "Elin Sorley"), ("root", ""), ("", ""), ("a\x1b[2J b", "")],
)
def test_the_name_stands_in_the_password_file(monkeypatch, comment, name):
    user = type("User", (), {"pw_gecos": comment, "pw_name": "elin"})
    monkeypatch.setattr("pwd.getpwuid", lambda _: user)
    assert system.full_name() == name


def test_nobody_has_no_name(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 987_654)
    assert system.full_name() == ""
