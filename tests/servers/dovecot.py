"""Dovecot 2.3, as Debian 12 has it: TLS, STARTTLS and plain, passwords and tokens, a user for each test."""

from __future__ import annotations

import base64
import grp
import hashlib
import hmac
import itertools
import json
import os
import pwd
import shutil
import signal
import time
from pathlib import Path
from typing import Self

from tests.servers.account import Account
from tests.servers.certificates import HERE, Authority
from tests.servers.process import Daemon, free_port, user_and_group

__all__ = ["Dovecot"]

_BINARY = "/usr/sbin/dovecot"
_KEY = b"a key that only this test server knows"
_PASSWORD = "battery-staple"
_CONFIGURATION = """
base_dir = {root}/run
state_dir = {root}/run
log_path = {root}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{root}/server.pem
ssl_key = <{root}/server.pem
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
mail_fsync = never
mail_max_userip_connections = 50
mail_plugins = quota
protocol imap {{
  mail_plugins = quota
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap {{
  service_count = 1000
  process_min_avail = 2
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service stats {{
  chroot =
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {root}/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
userdb {{
  driver = passwd-file
  args = username_format=%u {root}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={root}/mail/%u
}}
plugin {{
  quota = maildir:User
  quota_rule = *:storage=1G
}}
mail_location = maildir:~/Maildir
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    special_use = \\Drafts
  }}
  mailbox Sent {{
    special_use = \\Sent
  }}
  mailbox Trash {{
    special_use = \\Trash
  }}
  mailbox Junk {{
    special_use = \\Junk
  }}
  mailbox Archive {{
    special_use = \\Archive
  }}
}}
namespace public {{
  type = public
  separator = /
  prefix = Public/
  location = maildir:{root}/public
  subscriptions = no
}}
"""


class Dovecot(Daemon):
    """A Dovecot of its own; use it as a context manager."""

    name = "Dovecot"
    package = "dovecot-imapd"

    def __init__(self, names: tuple[str, ...] = HERE) -> None:
        """Choose ports.

        Args:
            names: Those in its certificate.
        """
        super().__init__()
        self._names = names
        self.port, self.tls_port = free_port(), free_port()
        self._numbers = itertools.count(1)

    @staticmethod
    def is_here() -> bool:
        return Path(_BINARY).exists()

    def __enter__(self) -> Self:
        user, group = user_and_group()
        uid, gid = pwd.getpwnam(user).pw_uid, grp.getgrnam(group).gr_gid
        self.authority = Authority(self.root)
        self.authority.issue("server.pem", self._names)
        (self.root / "run").mkdir()
        (self.root / "keys/default/HS256").mkdir(parents=True)
        (self.root / "keys/default/HS256/default").write_bytes(base64.b64encode(_KEY))
        (self.root / "oauth2.conf").write_text(
            "introspection_mode = local\nusername_attribute = sub\n"
            f"local_validation_key_dict = fs:posix:prefix={self.root}/keys/\n"
        )
        (self.root / "users").write_text(
            f"full@home.example::{uid}:{gid}::{self.root}/mail/full::userdb_quota_rule=*:storage=20K\n"
        )
        for name in ("", "/.Team"):
            for inside in ("cur", "new", "tmp"):
                (self.root / f"public{name}" / inside).mkdir(parents=True)
        configuration = self.root / "dovecot.conf"
        configuration.write_text(
            _CONFIGURATION.format(
                root=self.root, user=user, group=group, port=self.port, tls_port=self.tls_port, password=_PASSWORD
            )
        )
        self.hand_over()
        self.start([_BINARY, "-F", "-c", str(configuration)], self.port)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def account(self, *folders: str, user: str = "") -> Account:
        """An account with an inbox and these folders; each time another, unless a user is named.

        The user full@home.example has 20 kB of room.
        """
        name = user or f"sam{next(self._numbers)}@home.example"
        account = Account(name, _PASSWORD, self.port, self.tls_port, self.authority.file)
        account.make_folders(*folders)
        return account

    def token(self, user: str, *, lasts: int = 3600, key: bytes = _KEY) -> str:
        """An access token: a JWT signed with HS256 (RFC 7519)."""
        now = int(time.time())
        claims = {"sub": user, "iat": now - 7200, "nbf": now - 7200, "exp": now + lasts}
        body = ".".join(_base64(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims))
        return f"{body}.{_base64(hmac.digest(key, body.encode(), hashlib.sha256))}"

    def maildir(self, account: Account) -> Path:
        return self.root / "mail" / account.user / "Maildir"

    def forget(self, account: Account) -> None:
        """Lose all indexes, as when a mailbox is restored: UIDVALIDITY changes, and UIDs are given anew."""
        for uids in list(self.maildir(account).rglob("dovecot-uidlist")):
            validity = int(uids.read_text().split()[1].lstrip("V"))
            for file in uids.parent.glob("dovecot*"):
                file.unlink()
            uids.write_text(f"3 V{validity + 1000} N1\n")
            shutil.chown(uids, *user_and_group())

    def freeze(self) -> None:
        """Stop what talks to those who are signed in, without a word."""
        for pid in self.children("imap"):
            os.kill(pid, signal.SIGSTOP)

    def thaw(self) -> None:
        for pid in self.children("imap"):
            os.kill(pid, signal.SIGCONT)


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
