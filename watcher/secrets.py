"""Where an account's password or token comes from: the keyring, or for machines without a desktop one of three others.

    keyring              service "interview-watcher", user = the account's name; where nothing else is set
    password_credential  a systemd credential: LoadCredential=NAME:... in the unit
    password_command     a program that prints it, as `["pass", "mail/home"]`; run without a shell
    password_file        a file that its owner alone may read

What comes of a sign-in in a browser (Gmail's refresh token) is kept in the keyring, or in the password_file where the
configuration names one.

A secret is asked for when a provider signs in, handed over, and kept nowhere. No message of an error holds one: what
went wrong inside a library is told by the name of its error alone.
"""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from providers.base import NotSetUp, Option

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

__all__ = [
    "OPTIONS",
    "SERVICE",
    "forget_secret",
    "keep_token",
    "keyring_name",
    "secret_for",
    "store_secret",
    "token_file",
]

SERVICE: Final = "interview-watcher"

OPTIONS: Final[Mapping[str, Option]] = {
    "password_credential": Option(str, "the systemd credential that holds the password or token"),
    "password_command": Option(list, "a program and its arguments; the first line it prints is the password or token"),
    "password_file": Option(str, "a file that only you may read (mode 0600), with the password or token"),
}
"""The keys of an `[[accounts]]` section that this module reads."""

_KEYRING_SECONDS = 60
"""A desktop may ask for the keyring's own password meanwhile; a service must not hang on that for ever."""
_COMMAND_SECONDS = 60
_MAX_BYTES = 64 * 1024
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_REFUSED = {
    "keyring.backends.fail.Keyring": "there is no keyring on this machine",
    "keyring.backends.null.Keyring": "the keyring is switched off",
    "keyrings.alt.file.PlaintextKeyring": "the only keyring there is would keep the password as plain text",
}
_T = TypeVar("_T")


def secret_for(account: str, settings: Mapping[str, Any]) -> Callable[[], str]:
    """What gives the account's password or token each time it is called, and touches nothing before.

    It raises `NotSetUp` where there is none, or it cannot be had without risk.

    Args:
        account: The account's name.
        settings: Those of `OPTIONS` that its section of the configuration sets.
    """

    def secret() -> str:
        ways = {key: settings[key] for key in OPTIONS if settings.get(key)}
        match list(ways):
            case []:
                return _usable(account, _from_keyring(account))
            case ["password_credential"]:
                return _usable(account, _from_credential(ways["password_credential"]))
            case ["password_command"]:
                return _usable(account, _from_command(ways["password_command"]))
            case ["password_file"]:
                return _usable(account, _from_file(ways["password_file"]))
            case several:
                raise NotSetUp(f"{account} has {' and '.join(several)}", hint="keep one of them")

    return secret


def keyring_name() -> str:
    """What the keyring is called that passwords are kept in.

    Raises:
        NotSetUp: there is none to trust
    """
    return str(_backend().name)


def store_secret(account: str, secret: str) -> None:
    """Keep a password or token in the keyring, and see that it is there.

    Raises:
        NotSetUp: there is no keyring to trust, it is locked, or it does not keep what it is given
    """
    _usable(account, secret)
    backend = _backend()
    _ask(lambda: backend.set_password(SERVICE, account, secret))
    if _ask(lambda: backend.get_password(SERVICE, account)) != secret:
        raise NotSetUp(
            f"the keyring ({backend.name}) did not keep the password of {account}", hint=_other_ways(account)
        )


def forget_secret(account: str) -> bool:
    """Remove the account's password or token from the keyring; whether there was one.

    Raises:
        NotSetUp: as `store_secret`
    """
    backend = _backend()
    if _ask(lambda: backend.get_password(SERVICE, account)) is None:
        return False
    _ask(lambda: backend.delete_password(SERVICE, account))
    return True


def token_file(account: str, settings: Mapping[str, Any]) -> Path | None:
    """Where a token that comes of a sign-in is to be kept; None for the keyring. Seen to before the sign-in begins.

    Args:
        account: The account's name.
        settings: As for `secret_for`.

    Raises:
        NotSetUp: there is no place for it
    """
    set_ = [key for key in OPTIONS if settings.get(key)]
    if not set_:
        _backend()
        return None
    if set_ != ["password_file"]:
        raise NotSetUp(
            f"{account} takes its token from {' and '.join(set_)}, where it cannot be put by this program",
            hint="take that line out, so that it goes into the keyring, or set password_file instead",
        )
    path = _file(settings["password_file"])
    if not path.parent.is_dir():
        raise NotSetUp(f"there is no folder {path.parent} for password_file", hint=f"mkdir -m 700 {path.parent}")
    return path


def keep_token(account: str, token: str, file: Path | None) -> None:
    """Keep what came of a sign-in, in the keyring or in this file, and see that it is there.

    Raises:
        NotSetUp: it cannot be kept there
    """
    if file is None:
        store_secret(account, token)
        return
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with open(fresh, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as handle:
            handle.write(_usable(account, token) + "\n")
            handle.flush()
            os.fsync(handle.fileno())
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise NotSetUp(f"{file} cannot be written: {error.strerror}", hint="correct password_file") from None
    if _from_file(str(file)) != token:
        raise NotSetUp(f"{file} did not keep the token of {account}", hint=_other_ways(account))


# -- the keyring --------------------------------------------------------------------------------
def _from_keyring(account: str) -> str:
    backend = _backend()
    secret = _ask(lambda: backend.get_password(SERVICE, account))
    if secret is None:
        raise NotSetUp(
            f"the keyring has no password for {account}",
            hint=f"`watcher auth {account}` stores one; {_other_ways(account)}",
        )
    return secret


def _backend() -> KeyringBackend:
    """The best keyring there is, or `NotSetUp`: some of keyring's backends lose secrets or write them down openly."""
    import keyring

    best = _ask(keyring.get_keyring)
    backends: Sequence[KeyringBackend] = getattr(best, "backends", None) or [best]  # a chain of several
    for backend in backends:
        if _name(backend) not in _REFUSED:
            return backend
    raise NotSetUp(_REFUSED[_name(backends[0])], hint=_other_ways("the account"))


def _name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _other_ways(account: str) -> str:
    return f"without a keyring, set password_file, password_command or password_credential for {account}"


def _ask(question: Callable[[], _T]) -> _T:
    """Ask the keyring in a thread of its own, since its backends wait without limit for a prompt to be answered."""
    from keyring.errors import KeyringLocked

    answer: Future[_T] = Future()

    def ask() -> None:
        try:
            answer.set_result(question())
        except Exception as error:  # noqa: BLE001  backends raise errors of D-Bus and of their own; told below
            answer.set_exception(error)

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    try:
        return answer.result(_KEYRING_SECONDS)
    except KeyringLocked:
        problem, hint = "the keyring is locked", "unlock it, as by signing in to the desktop"
    except TimeoutError:
        problem, hint = f"the keyring did not answer within {_KEYRING_SECONDS} seconds", "see whether it asks something"
    except Exception as error:  # noqa: BLE001  as above; its text may hold what was to be stored
        problem, hint = f"the keyring failed ({type(error).__name__})", "see whether it is running"
    raise NotSetUp(problem, hint=f"{hint}; {_other_ways('the account')}")


# -- without a keyring --------------------------------------------------------------------------
def _from_credential(name: str) -> str:
    directory = os.environ.get("CREDENTIALS_DIRECTORY")
    hint = f"start the watcher as a systemd service with LoadCredential={name}:PATH"
    if not directory:
        raise NotSetUp(f"there are no systemd credentials to take {name!r} from", hint=hint)
    if "/" in name:
        raise NotSetUp(f"{name!r} is not the name of a credential", hint=hint)
    return _first_line(Path(directory) / name, hint)


def _from_file(name: str) -> str:
    path = _file(name)
    return _first_line(path, f"chmod 600 {path}", private=True)


def _file(name: str) -> Path:
    path = Path(name).expanduser()
    if not path.is_absolute():
        raise NotSetUp(f"password_file {name!r} does not tell the whole path", hint="begin it with / or ~/")
    return path


def _first_line(path: Path, hint: str, *, private: bool = False) -> str:
    """The first line of a regular file; if `private`, one that nobody but us can read or could have written."""
    try:
        with open(path, "rb", opener=lambda name, _: os.open(name, _READ)) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise NotSetUp(f"{path} is not a file", hint=hint)
            if private and status.st_uid != os.geteuid():
                raise NotSetUp(f"{path} belongs to another user", hint="it has to be yours")
            if private and stat.S_IMODE(status.st_mode) & 0o077:
                raise NotSetUp(f"{path} can be read or written by others", hint=hint)
            return _decoded(file.readline(_MAX_BYTES + 1), str(path))
    except OSError as error:
        raise NotSetUp(f"{path} cannot be opened: {error.strerror}", hint=hint) from None


def _from_command(command: Sequence[str]) -> str:
    program = command[0]
    try:
        process = subprocess.Popen(  # noqa: S603  the user's own choice; no shell, so nothing in it is expanded
            [str(Path(program).expanduser()), *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "a NUL in its arguments"
        raise NotSetUp(f"{program} cannot be run: {reason}", hint="correct password_command") from None
    with process:
        try:
            output, _ = process.communicate(timeout=_COMMAND_SECONDS)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)  # with all it started, which might hold on to the pipe
            if isinstance(error, subprocess.TimeoutExpired):
                problem = f"{program} did not end within {_COMMAND_SECONDS} seconds"
                raise NotSetUp(problem, hint="it must not ask anything") from None
            raise
    if process.returncode:
        problem = f"{program} failed with exit status {process.returncode}"
        raise NotSetUp(problem, hint="run password_command yourself to see why")
    return _decoded(output.split(b"\n", 1)[0], program)


def _decoded(line: bytes, source: str) -> str:
    try:
        return line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise NotSetUp(f"what {source} gives is not UTF-8 text", hint="the first line is the password") from None


def _usable(account: str, secret: str) -> str:
    if not secret.strip():
        raise NotSetUp(f"the password of {account} is empty", hint="the first line is the password")
    if len(secret) > _MAX_BYTES or any(character in secret for character in "\0\r\n"):
        raise NotSetUp(
            f"the password of {account} is more than one line of text", hint="the first line is the password"
        )
    return secret
