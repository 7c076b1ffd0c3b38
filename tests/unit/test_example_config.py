"""`config.example.toml` shows every key, and works."""

import re
import tomllib
from pathlib import Path

import pytest

from providers import registry
from watcher import config, secrets
from watcher.config import _File

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def uncommented() -> str:
    """The example with every optional key and section in force."""
    return re.sub(r"(?m)^#(?=\[|\w+ = )", "", EXAMPLE.read_text(encoding="utf-8"))


@pytest.fixture
def example(tmp_path):
    def written(text: str) -> Path:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_it_loads_as_it_stands(example):
    loaded = config.load(example(EXAMPLE.read_text(encoding="utf-8")))
    assert [account.name for account in loaded.accounts] == ["home"]


def test_it_loads_with_every_optional_key_in_force(example):
    loaded = config.load(example(uncommented()))
    assert [account.provider for account in loaded.accounts] == ["imap", "gmail", "maildir"]
    assert loaded.state_path.name == "state.db"


@pytest.mark.parametrize("section", ["me", "state", "cadence", "drafts", "calls", "scan", "daemon", "notices"])
def test_it_has_every_key_of_the_section(section):
    known = _File.model_fields[section].annotation.model_fields
    assert set(tomllib.loads(uncommented())[section]) == set(known)


@pytest.mark.parametrize("kind", registry.kinds())
def test_it_has_every_key_of_the_provider(kind):
    account = next(a for a in tomllib.loads(uncommented())["accounts"] if a["provider"] == kind)
    assert set(account) >= {"name", "provider", *registry.load(kind).options}


def test_it_has_every_source_of_a_password():
    for key in secrets.OPTIONS:
        assert re.search(rf"(?m)^#?{key} = ", EXAMPLE.read_text(encoding="utf-8")), key


def test_what_is_commented_out_is_at_its_default():
    shown = {account["provider"]: account for account in tomllib.loads(uncommented())["accounts"]}
    for kind in registry.kinds():
        for key, option in registry.load(kind).options.items():
            if option.default:
                assert shown[kind][key] == option.default, key
