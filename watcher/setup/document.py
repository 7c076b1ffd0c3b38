"""The text of a configuration: a new one, made of the example, or the user's own with one account added or mended."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from watcher.config import Account, Config, country_of, example
from watcher.errors import WatcherError
from watcher.files import put
from watcher.model import Person
from watcher.setup.edits import with_item, with_section, with_value, written

__all__ = ["account_name", "added", "begun", "changes", "in_force", "keep", "mended", "same_mailbox"]

_HEAD = """\
# The configuration of the follow-up watcher, written by `watcher init`, which also adds further mailboxes.
#
# Keys that begin with # may be left out; where it matters, they stand at their default. `watcher example` prints all
# that there are, for other kinds of mailboxes too; `watcher doctor` looks whether all is well.

"""


def begun(me: Person, name: str, provider: str, settings: Mapping[str, Any]) -> str:
    """A new configuration with one account, every key commented as in `config.example.toml`."""
    shown = example()
    sections, _, blocks = shown[shown.index("\n[me]\n") + 1 :].partition("\n# -- Mailboxes")
    text = _HEAD + sections
    for key, value in (("name", me.name), ("addresses", list(me.addresses)), ("timezone", me.timezone)):
        text = with_value(text, ("me", key), value)
    if me.country != country_of(me.timezone):
        text = with_value(text, ("me", "country"), me.country)
    title, _, blocks = blocks.partition("\n")
    block = next((b for b in blocks.split("\n\n") if re.search(rf'(?m)^#?provider = "{provider}"$', b)), None)
    if block is None:  # somebody else's provider
        return with_section(text.rstrip("\n") + "\n", "[[accounts]]", list(_lines(name, provider, settings)))
    shown_name = re.search(r'(?m)^#?name = "(\w+)"$', block)
    if shown_name:
        block = block.replace(f"`watcher auth {shown_name[1]}`", f"`watcher auth {name}`")
    text += f"\n# -- Mailboxes{title}\n\n" + re.sub(r"(?m)^#(?=\[\[)", "", block.strip("\n")) + "\n"
    for key, value in {"name": name, "provider": provider, **settings}.items():
        text = with_value(text, ("accounts", 0, key), value)
    return text


def added(text: str, me: Person, name: str, provider: str, settings: Mapping[str, Any]) -> str:
    """The text with one more account, and with its address among the user's."""
    return with_section(_with_addresses(text, me), "[[accounts]]", list(_lines(name, provider, settings)))


def mended(text: str, me: Person, account: Account, settings: Mapping[str, Any]) -> str:
    """The text with these settings in the section of an account that is there, and its address among the user's."""
    text = _with_addresses(text, me)
    data = tomllib.loads(text)
    number, section = next((n, s) for n, s in enumerate(data["accounts"]) if s["name"] == account.name)
    for key, value in {**_of_another_host(section, settings), **settings}.items():
        if section.get(key) != value:
            text = with_value(text, ("accounts", number, key), value)
    return text


def _of_another_host(section: Mapping[str, Any], settings: Mapping[str, Any]) -> dict[str, Any]:
    """What a section says of the way to a host that is no longer its own, as it is by default."""
    if settings.get("host", section.get("host")) == section.get("host"):
        return {}
    port = 993 if settings.get("security", "tls") == "tls" else 143
    return {key: usual for key, usual in (("port", port), ("security", "tls")) if key in section}


def _with_addresses(text: str, me: Person) -> str:
    there = {address.lower() for address in tomllib.loads(text)["me"]["addresses"]}
    for address in me.addresses:
        if address.lower() not in there:
            text = with_item(text, ("me", "addresses"), address)
    return text


def _lines(name: str, provider: str, settings: Mapping[str, Any]) -> Iterator[str]:
    for key, value in {"name": name, "provider": provider, **settings}.items():
        yield f"{key} = {written(value)}"


def account_name(domain: str, taken: Iterable[str]) -> str:
    """A name for an account in this domain that no other has: "gmail", "mail-2"."""
    label = re.sub(r"[^a-z0-9-]", "", domain.partition(".")[0].lower()).strip("-")[:40] or "mail"
    used = {name.lower() for name in taken}
    return next(name for name in (label, *(f"{label}-{n}" for n in range(2, 1000))) if name not in used)


def same_mailbox(config: Config, provider: str, settings: Mapping[str, Any]) -> Account | None:
    """The account that reads this mailbox already, if there is one."""
    for account in config.accounts:
        theirs = account.settings
        if account.provider == "maildir" == provider:
            if Path(str(theirs["path"])).expanduser() == Path(str(settings["path"])).expanduser():
                return account
        elif account.provider == provider:
            key = "address" if provider == "gmail" else "user"
            if key in settings and str(theirs.get(key, "")).lower() == str(settings[key]).lower():
                return account
    return None


def changes(before: str, after: str) -> Iterator[str]:
    """The lines that go and come, each with - or + before it; an empty line where others lie between."""
    for line in difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""):
        if line.startswith(("---", "+++")):
            continue
        yield "" if line.startswith("@@") else line


def in_force(text: str) -> Iterator[str]:
    """The lines of a configuration that say something, without what is commented out or empty."""
    gap: tuple[str, ...] = ()
    for header, found in tomllib.loads(text).items():
        for section in found if isinstance(found, list) else filter(None, [found]):
            yield from gap
            yield f"[[{header}]]" if isinstance(found, list) else f"[{header}]"
            yield from (f"{key} = {written(value)}" for key, value in section.items())
            gap = ("",)


def keep(path: Path, before: str | None, after: str) -> None:
    """Write the configuration, at once as a whole: 0600 where it is new, else in its own mode and place.

    Args:
        path: Where it is.
        before: What it held when it was read; None where there was none.
        after: What it is to hold.

    Raises:
        WatcherError: it cannot be written, or somebody else has changed it meanwhile
    """
    file = path.resolve()  # a link to somewhere stays one
    try:
        there = file.read_bytes().decode("utf-8", "replace") if file.exists() else None
        if there != before:
            raise WatcherError(f"{path} was changed meanwhile; nothing was written", hint="run `watcher init` again")
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put(after.encode(), file)
    except OSError as error:
        raise WatcherError(
            f"{path} cannot be written: {error.strerror}", hint="choose another place with --config FILE"
        ) from error
