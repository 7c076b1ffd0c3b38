"""Which mailbox `watcher init` is to set up: told by options, known by its domain, or asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from providers import registry
from providers.base import NotSetUp, Option, ProviderError
from watcher import secrets
from watcher.cli.ask import Ask
from watcher.cli.output import complain_of, err
from watcher.errors import WatcherError
from watcher.setup.servers import Server, domain_of, guesses, known, named, typed

__all__ = ["Given", "mailbox_of", "say", "settings_of"]

_GLANCE = 10
"""Seconds to wait for a server that may not be there."""
_MAILDIRS = ("~/Maildir", "~/Mail", "~/.mail", "~/mail")


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says; empty where it does not."""

    address: str = ""
    provider: str = ""
    path: str = ""
    host: str = ""
    user: str = ""
    me: str = ""
    account: str = ""
    settings: Sequence[str] = field(default=())
    """KEY=VALUE each."""
    yes: bool = False


def say(text: str, style: str = "") -> None:
    """Words for the user: wrapped at the terminal's width, and elsewhere in one piece."""
    err().print(text, style=style or None, markup=False, soft_wrap=not err().is_terminal)


def settings_of(provider: str, told: Iterable[str]) -> dict[str, Any]:
    """The settings that --set tells, of the types that the provider's options have.

    Raises:
        WatcherError: one is no KEY=VALUE, or not of its type
    """
    try:
        options = {**registry.load(provider).options, **secrets.OPTIONS}
    except NotSetUp as error:
        raise WatcherError(str(error), hint=error.hint) from error
    found = {}
    for one in told:
        key, equals, text = one.partition("=")
        if not equals or not key.isidentifier():
            raise WatcherError(f"--set takes KEY=VALUE, not {one!r}", hint="such as: --set port=143")
        found[key] = _typed(key, text, options.get(key))
    return found


def _typed(key: str, text: str, option: Option | None) -> Any:
    if option is None or option.type is str:
        return text
    if option.type is list and not text.startswith("["):
        return [part.strip() for part in text.split(",")]
    try:
        return tomllib.loads(f"x = {text}")["x"]
    except tomllib.TOMLDecodeError:
        raise WatcherError(f"--set {key}: {text!r} is not a value for it", hint=option.help) from None


def mailbox_of(ask: Ask, given: Given, address: str) -> tuple[str, dict[str, Any]]:
    """The provider, and the settings of the account.

    Raises:
        WatcherError: it cannot be read by any provider, or nobody says where it is
    """
    provider, found = _found(ask, given, address)
    if given.user:
        found["user"] = given.user
    return provider, {**found, **settings_of(provider, given.settings)}


def _found(ask: Ask, given: Given, address: str) -> tuple[str, dict[str, Any]]:
    if given.provider == "maildir" or given.path:
        return "maildir", {"path": _told_folder(given.path) if given.path else _maildir(ask)}
    if given.provider == "gmail":
        return "gmail", _over_google(ask, given, address)
    if given.provider not in ("", "imap"):
        return given.provider, {}
    if given.host:
        return "imap", _tried([typed_server(given.host)], given, address)
    server = known(address)
    if server is None:
        return _asked(ask, given, address)
    if not server.host:
        raise WatcherError(server.hint, hint="where another program keeps it in a Maildir, name that with --path")
    say(f"{domain_of(address)} is {server.name}.")
    if server.name == "Gmail" and not given.provider:
        return _gmail(ask, given, address)
    return "imap", _over_imap(ask, given, address, server)


def typed_server(text: str) -> Server:
    """The server that --host names.

    Raises:
        WatcherError: it is no name
    """
    try:
        return typed(text)
    except ValueError as error:
        raise WatcherError(str(error), hint="such as: --host imap.mail.example") from None


# -- known servers ------------------------------------------------------------------------------
def _over_imap(ask: Ask, given: Given, address: str, server: Server) -> dict[str, Any]:
    found = server.settings(address)
    if server.hint:
        say(f"{server.hint}.")
    told = {one.partition("=")[0] for one in given.settings}
    for key, question in server.asks.items():
        if key not in told:
            found[key] = ask.text(question, f"--set {key}=...")
    return found


def _gmail(ask: Ask, given: Given, address: str) -> tuple[str, dict[str, Any]]:
    """By an app password, or by a browser: that is for its user to say."""
    ready = _is(Path.is_file, str(registry.load("gmail").options["client_file"].default))
    if ready or not ask.terminal or given.yes:
        way = 2 if ready else 1
    else:
        say("It can be read in two ways:")
        way = ask.choose(
            "Which one",
            (
                "with an app password, over IMAP: two minutes",
                "with a sign-in by your browser, over Gmail's own API: ten minutes once (docs/gmail.md)",
            ),
            "--provider imap or --provider gmail",
        )
    if way == 1:
        return "imap", _over_imap(ask, given, address, named("Gmail"))
    return "gmail", _over_google(ask, given, address)


def _over_google(ask: Ask, given: Given, address: str) -> dict[str, Any]:
    if any(one.startswith("client_file=") for one in given.settings):
        return {"address": address}
    usual = str(registry.load("gmail").options["client_file"].default)

    def check(answer: str) -> str:
        if not _is(Path.is_file, answer):
            raise ValueError(f"there is no file {answer}; docs/gmail.md, step 5, says how to get it")
        return answer

    if _is(Path.is_file, usual):
        return {"address": address, "client_file": usual}
    say("That needs an OAuth client of your own, as a JSON file; docs/gmail.md goes through it step by step.")
    file = ask.text("Where is the file", "--set client_file=FILE", check=check)
    return {"address": address, "client_file": file}


# -- others -------------------------------------------------------------------------------------
def _asked(ask: Ask, given: Given, address: str) -> tuple[str, dict[str, Any]]:
    domain = domain_of(address)
    say(f"I do not know where {domain} has its mail.")
    choices = (
        f"look for it: does imap. or mail.{domain} answer?",
        "with Google (Workspace)",
        "with Microsoft 365",
        "on a server whose name I know",
        "in a Maildir on this computer",
    )
    for _ in range(len(choices)):
        way = ask.choose("Which one", choices, "--host NAME, or --path DIR for a Maildir")
        if way == 2:
            return _gmail(ask, given, address)
        if way == 3:
            return "imap", _over_imap(ask, given, address, named("Microsoft 365"))
        if way == 5:
            return "maildir", {"path": _maildir(ask)}
        servers = [typed_server(ask.text("Its name", "--host NAME"))] if way == 4 else list(guesses(domain))
        try:
            return "imap", _tried(servers, given, address)
        except ProviderError as error:
            complain_of(servers[0].host, str(error), error.hint)
    raise WatcherError("no server was found; nothing was written", hint="ask whoever runs it for its IMAP server")


def _maildir(ask: Ask) -> str:
    usual = next((name for name in _MAILDIRS if _is(Path.is_dir, name)), "")
    return ask.text("The folder of the Maildir", "--path DIR", usual, _folder)


def _told_folder(text: str) -> str:
    try:
        return _folder(text)
    except ValueError as error:
        raise WatcherError(str(error), hint="name the folder that your mail is in, with --path DIR") from None


def _folder(text: str) -> str:
    """A folder that is there, named so that it means the same from everywhere."""
    if not _is(Path.is_dir, text):
        raise ValueError(f"there is no folder {text}")
    return text if text.startswith("~") else str(Path(text).absolute())


def _is(kind: Callable[[Path], bool], text: str) -> bool:
    """Whether there is a file or folder of this name, ~ being anybody's home, and it may be seen."""
    try:
        return kind(Path(text).expanduser())
    except (OSError, RuntimeError, ValueError):
        return False


def _tried(servers: Sequence[Server], given: Given, address: str) -> dict[str, Any]:
    """The settings for the first of these servers that answers.

    Raises:
        ProviderError: none does; what the first one's trouble was
    """
    if any(one.startswith(("port=", "security=")) for one in given.settings):
        return servers[0].settings(address)  # told precisely, and tried with all that was told
    trouble: ProviderError | None = None
    for server in _with_starttls(servers):
        try:
            _reach(server.settings(address), given)
        except ProviderError as error:
            trouble = trouble or error
        else:
            return server.settings(address)
    assert trouble is not None  # noqa: S101  there is one server at least
    raise trouble


def _with_starttls(servers: Sequence[Server]) -> list[Server]:
    """Those, and for a single one with TLS the same with STARTTLS, as older servers have it."""
    if len(servers) == 1 and servers[0].port == 993:
        return [servers[0], Server(servers[0].name, servers[0].host, 143, "starttls")]
    return list(servers)


def _reach(settings: Mapping[str, Any], given: Given) -> None:
    kind = registry.load("imap")
    defaults = {key: option.default for key, option in kind.options.items()}
    told = {**settings, **settings_of("imap", given.settings), "timeout": _GLANCE}
    kind("init", {**defaults, **told}, lambda: "").reach()
