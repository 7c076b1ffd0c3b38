"""The promises that a look at the source can check, and that `docs/promises.md` names tests that there are."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for package in ("watcher", "providers") for path in (ROOT / package).rglob("*.py"))
SENDING = ("smtplib", "aiosmtplib", "socketserver", "lmtp", "nntplib", "poplib", "telnetlib", "ftplib")
SENDING_WORDS = re.compile(r"messages\.send|drafts\.send|messages/send|drafts/send|sendmail|SMTP", re.IGNORECASE)
CONNECTING = (
    "socket ssl http urllib.request imaplib imapclient asyncio requests httplib2 httpx googleapiclient google"
    " google_auth_oauthlib"
).split()

ON_THIS_COMPUTER = {ROOT / "watcher" / "daemon" / "watchdog.py": "AF_UNIX"}
"""Modules that open a socket which leads to no other, each with the one family of addresses that it names."""

ON_LOOPBACK = ROOT / "watcher" / "notices" / "webhook.py"
"""The module that hands notices to a webhook; tests/unit/notices/test_webhook.py sees where it connects to."""


def imported(path: Path) -> set[str]:
    """The modules that a module imports, wherever in it, each with the packages it is in."""
    names = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {".".join(name.split(".")[:n]) for name in names for n in range(1, name.count(".") + 2)}


def texts(path: Path) -> set[str]:
    """The string constants of a module that are code, not documentation."""
    tree = ast.parse(path.read_bytes())
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    }


def test_no_module_can_send_mail():
    for path in SOURCES:
        assert not imported(path).intersection(SENDING), path
        assert not [text for text in texts(path) if SENDING_WORDS.search(text)], path


def test_only_providers_of_mail_servers_open_connections():
    connecting = {path for path in SOURCES if imported(path).intersection(CONNECTING)}
    connecting -= {*ON_THIS_COMPUTER, ON_LOOPBACK}
    assert {path.relative_to(ROOT).parts[:2] for path in connecting} == {("providers", "imap"), ("providers", "gmail")}


def test_what_else_opens_a_socket_can_reach_no_other_computer():
    for path, family in ON_THIS_COMPUTER.items():
        assert re.findall(r"socket\.(AF_\w+)", path.read_text(encoding="utf-8")) == [family]
        assert not imported(path).intersection(set(CONNECTING) - {"socket"})


def test_every_test_named_in_the_promises_is_there():
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", (ROOT / "docs" / "promises.md").read_text(encoding="utf-8"))
    assert len(named) > 50
    missing = [
        f"{path}::{test}"
        for path, test in named
        if not re.search(rf"^\s*(def {test}\(|{test} = )", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert not missing
