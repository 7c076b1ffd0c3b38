"""Cyrus IMAP 3.6, as Debian 12 has it, run from where `install.sh` unpacked it: a second make of server."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path
from typing import Self

from tests.servers.account import Account
from tests.servers.certificates import Authority
from tests.servers.process import Daemon, free_port, user_and_group

__all__ = ["Cyrus"]

_HOME = Path(__file__).resolve().parents[2] / ".cache/cyrus"
_PASSWORD = "pass word"
_SETTINGS = """
configdirectory: {root}/config
partition-default: {root}/mail
defaultpartition: default
proc_path: {root}/proc
mboxname_lockpath: {root}/lock
temp_path: {root}/tmp
cyrus_user: {user}
cyrus_group: {group}
admins: cyrus
servername: localhost
unixhierarchysep: yes
altnamespace: yes
allowplaintext: yes
allowusermoves: no
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {root}/sasldb2
sasl_mech_list: PLAIN LOGIN
autocreate_quota: 0
conversations: yes
skiplist_unsafe: yes
specialuse_protect: \\Important
sendmail: /bin/true
tls_server_cert: {root}/server.pem
tls_server_key: {root}/server.pem
"""
_SERVICES = """
START {{
  recover cmd="{programs}/ctl_cyrusdb -C {root}/imapd.conf -r"
}}
SERVICES {{
  imap cmd="{programs}/imapd -C {root}/imapd.conf" listen="127.0.0.1:{port}" prefork=1
  imaps cmd="{programs}/imapd -s -C {root}/imapd.conf" listen="127.0.0.1:{tls_port}" prefork=0
}}
EVENTS {{
}}
"""


class Cyrus(Daemon):
    """A Cyrus of its own; use it as a context manager."""

    name = "Cyrus"
    package = "cyrus-imapd"

    def __init__(self) -> None:
        super().__init__()
        self.port, self.tls_port = free_port(), free_port()
        self._numbers = itertools.count(1)
        self._home = self._reachable()
        libraries = (*self._home.glob("usr/lib/*-linux-gnu"), *self._home.glob("lib/*-linux-gnu"))
        plugins = (*self._home.glob("usr/lib/*/sasl2"), *Path("/usr/lib").glob("*/sasl2"))
        self._environment = {
            "LD_LIBRARY_PATH": ":".join(map(str, libraries)),
            "SASL_PATH": ":".join(map(str, plugins)),
        }

    def _reachable(self) -> Path:
        """Where the programs are for the server's user, who may not enter root's home."""
        if os.geteuid() or all(folder.stat().st_mode & 0o001 for folder in _HOME.parents):
            return _HOME
        return Path(shutil.copytree(_HOME, self.root / "programs", symlinks=True))

    @staticmethod
    def is_here() -> bool:
        return (_HOME / ".complete").exists()

    def __enter__(self) -> Self:
        user, group = user_and_group()
        self.authority = Authority(self.root)
        self.authority.issue("server.pem")
        for folder in ("config/db", "config/socket", "config/proc", "config/log", "mail", "proc", "lock", "tmp"):
            (self.root / folder).mkdir(parents=True)
        values = {
            "root": self.root, "user": user, "group": group, "port": self.port, "tls_port": self.tls_port,
            "programs": self._home / "usr/lib/cyrus/bin",
        }  # fmt: skip
        (self.root / "imapd.conf").write_text(_SETTINGS.format(**values))
        (self.root / "cyrus.conf").write_text(_SERVICES.format(**values))
        self.hand_over()
        self.start(
            [
                str(self._home / "usr/sbin/cyrmaster"), "-C", str(self.root / "imapd.conf"),
                "-M", str(self.root / "cyrus.conf"), "-p", str(self.root / "pid"), "-D",
            ],
            self.port,
            environment=self._environment,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def account(self, *folders: str) -> Account:
        """A new account with an inbox and these folders; "Name \\\\Use" marks one (RFC 6154)."""
        name = f"sam{next(self._numbers)}"
        command = [str(self._home / "usr/sbin/saslpasswd2"), "-p", "-c", "-f", str(self.root / "sasldb2")]
        self.run([*command, "-u", "localhost", name], stdin=_PASSWORD.encode(), environment=self._environment)
        account = Account(name, _PASSWORD, self.port, self.tls_port, self.authority.file)
        for folder in folders:
            title, _, use = folder.partition(" \\")
            account.make_folders(title, use=use and "\\" + use)
        return account
