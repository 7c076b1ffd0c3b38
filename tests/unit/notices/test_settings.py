"""The [notices] section of the configuration."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import get_args

import pytest

from watcher.config import load
from watcher.errors import ConfigError
from watcher.notices.channels import Command, Desktop, Webhook, channels_of
from watcher.notices.kinds import NewsKind
from watcher.notices.settings import Notices, _Kind

PEOPLE = '[me]\nname = "Sam Lee"\naddresses = ["sam@home.example"]\ntimezone = "Europe/London"\n'


@pytest.fixture
def notices(tmp_path):
    def loaded(section: str) -> Notices:
        path = tmp_path / "config.toml"
        path.write_text(f"{PEOPLE}[notices]\n{section}\n", encoding="utf-8")
        return load(path).notices

    return loaded


def test_by_default_the_desktop_is_told_of_everything(notices):
    assert notices("") == Notices()
    assert channels_of(notices("")) == (Desktop(),)


def test_all_of_it(notices, tmp_path):
    found = notices(
        'desktop = false\ncommand = ["~/bin/tell", "me"]\nwebhook = "http://127.0.0.1:8123/x"\non = ["replied"]\n'
        'private = true\ndigest_file = "today.txt"\ndigest_at = "07:05"'
    )
    assert found.kinds == {NewsKind.REPLIED}
    assert found.private
    assert found.digest_file == tmp_path / "today.txt"
    assert found.digest_at == dt.time(7, 5)
    assert channels_of(found) == (Command(("~/bin/tell", "me")), Webhook("http://127.0.0.1:8123/x"))


def test_a_digest_may_go_home(notices):
    assert notices('digest_file = "~/today.txt"').digest_file == Path.home() / "today.txt"


def test_everything_can_be_switched_off(notices):
    assert channels_of(notices('desktop = false\ncommand = []\nwebhook = ""')) == ()
    assert notices("on = []").kinds == frozenset()


def test_every_kind_can_be_named():
    assert set(get_args(_Kind)) == set(NewsKind)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("desktp = true", "line 6: notices.desktp: unknown key 'desktp', did you mean 'desktop'?"),
        ('desktop = "yes"', "line 6: notices.desktop: should be true or false"),
        ('command = "tell me"', "line 6: notices.command: should be a list"),
        ('command = ["a\\u0000b"]', "holds a NUL"),
        ('webhook = "http://hooks.example/x"', "line 6: notices.webhook: 'hooks.example' is not this computer"),
        ('webhook = "https://127.0.0.1/"', "line 6: notices.webhook: not the address of a webhook"),
        ('on = ["replies"]', "notices.on[0]: should be 'draft_saved', 'replied', 'date_passed' or 'parked'"),
        ('digest_at = "half past eight"', "line 6: notices.digest_at: not a time of day: 'half past eight'"),
        ('digest_file = ""', "line 6: notices.digest_file: is empty"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(notices, section, said):
    with pytest.raises(ConfigError) as told:
        notices(section)
    assert said in str(told.value)
