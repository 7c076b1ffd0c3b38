"""The text of the systemd user unit, its sandbox included: pure functions.

The sandbox allows what the watcher does and no more: to read, to write into its state and the Maildirs, to reach mail
servers, and to ask the keyring over D-Bus. What it is made of is in systemd.exec(5). Two things make it wider:

- Programs of the user's own, such as a password_command, run in the same sandbox, and nobody knows what they need:
  with them, all of the home may be written, and what they may not do is less.
- Most of it takes a user namespace, since a user's own service manager has no other rights to give away. Where the
  computer allows none to unprivileged users, the unit does without; it would not start otherwise.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from watcher.service.job import NAME, Job

__all__ = ["UNIT", "unit", "unit_path"]

UNIT: Final = f"{NAME}.service"

_HEAD: Final = """\
# Written by `watcher service install` (version {version}), which replaces it.
# Your own settings go into a file beside it, which is kept: systemctl --user edit {unit}
[Unit]
Description=Interview watcher: saves follow-ups into Drafts, and never sends

[Service]
Type=notify
NotifyAccess=main
ExecStart={command}
ExecReload=/bin/kill -HUP $MAINPID
TimeoutStartSec=5min
TimeoutStopSec=10
WatchdogSec=3min

# What is wrong with the command or the configuration (2) is for its user to mend, not to be tried again
Restart=on-failure
RestartSec=30
RestartPreventExitStatus=2
"""
_ALWAYS: Final = """\

# It holds passwords: none of its memory in a file, none of its files for others
LimitCORE=0
UMask=0077

NoNewPrivileges=yes
KeyringMode=private
LockPersonality=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
"""
_ALONE: Final = """\
SystemCallFilter=~@privileged @resources
MemoryDenyWriteExecute=yes
"""
"""Where no other program runs in it: these break what compiles as it runs, such as a password manager's Node."""
_SEPARATE: Final = """\

# What follows takes a user namespace
PrivateUsers=yes
CapabilityBoundingSet=
PrivateMounts=yes
PrivateDevices=yes
ProtectSystem=strict
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
"""
_TEMPORARY: Final = ("/tmp", "/var/tmp")  # noqa: S108  read, not written
_FOOT: Final = """\

[Install]
WantedBy=default.target
"""


def unit(job: Job, *, separate: bool = True) -> str:
    """The unit for a job.

    Args:
        job: What is to run.
        separate: Whether this computer allows user namespaces to its users.
    """
    program, *arguments = job.command
    command = " ".join([_quoted(program), *map(_argument, arguments)])  # a program's own path names no variables
    parts = [_HEAD.format(version=job.version, unit=UNIT, command=command)]
    parts += [f"Environment={_quoted(f'{key}={value}')}\n" for key, value in job.environment]
    if job.credentials:
        parts.append("\n")
    parts += [f"LoadCredential={_doubled(name)}:{_doubled(str(path))}\n" for name, path in job.credentials]
    parts.append(_ALWAYS)
    if not job.runs_others:
        parts.append(_ALONE)
    if separate:
        parts += [_SEPARATE, "" if _needs_tmp(job) else "PrivateTmp=yes\n", _writable(job)]
    return "".join([*parts, _FOOT])


def _needs_tmp(job: Job) -> bool:
    """Whether something that it runs or writes lies where others' temporary files are: a private /tmp would hide it."""
    paths = (Path(job.command[0]), job.state, *job.writable)
    return any(path.is_relative_to(folder) for path in paths for folder in _TEMPORARY)


def _writable(job: Job) -> str:
    """What may be written; a folder that is gone for a while (-) keeps the watcher from nothing else."""
    folders = [_quoted(f"-{folder}") for folder in sorted({job.state, *job.writable})]
    if job.runs_others:
        return f"ReadWritePaths=%h %t {' '.join(folders)}\n"
    return f"ProtectHome=read-only\nReadWritePaths={' '.join(folders)}\n"


def _doubled(text: str) -> str:
    """A text in which systemd finds no specifier."""
    return text.replace("%", "%%")


def _quoted(text: str) -> str:
    """A text as one word, systemd.syntax(7)."""
    escaped = _doubled(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _argument(text: str) -> str:
    """The same in a command line, where $ names a variable, systemd.service(5)."""
    return _quoted(text).replace("$", "$$")


def unit_path(config_home: Path) -> Path:
    """Where a user's own units are, systemd.unit(5)."""
    return config_home / "systemd" / "user" / UNIT
