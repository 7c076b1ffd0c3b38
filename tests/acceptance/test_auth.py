"""`watcher auth`, without a keyring: what a machine without a desktop says."""

import subprocess

import pytest

from tests.acceptance.conftest import WATCHER, environment

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


def test_an_account_that_there_is_not(watcher, home):
    ended = watcher("auth", "work", "--config", home.config)
    assert (ended.status, ended.out) == (2, "")
    assert "the configuration has: sample" in ended.err


def test_without_a_password_nothing_is_changed(watcher, home):
    ended = watcher("auth", "sample", "--config", home.config)
    assert (ended.status, ended.out) == (2, "")
    assert "no password was given" in ended.err


@pytest.mark.parametrize("options", [[], ["--forget"]])
def test_without_a_keyring_it_names_the_other_ways(home, options):
    done = subprocess.run(
        [WATCHER, "auth", "sample", *options, "--config", home.config], env=environment(home.folder) | NO_KEYRING,
        input="hunter2\n", capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "password_file" in done.stderr
    assert "hunter2" not in done.stderr
