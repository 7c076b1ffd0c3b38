"""The user's browser at sign-in, without a screen: it opens the consent page, decides, and goes where it is sent.

As a program, for BROWSER in the environment of another process:

    python browser.py ADDRESS [--deny | --close | --only SCOPE ...] URL
"""

from __future__ import annotations

import argparse
import html
import os
import re
import shlex
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar
from unittest import mock
from urllib.parse import urlencode, urljoin

__all__ = ["Browser"]

_SCOPE = re.compile(r'name="scope" value="([^"]+)"')
_KEY = re.compile(r'name="request" value="([^"]+)"')


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follow no redirect."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)


@dataclass(frozen=True, slots=True)
class Browser:
    """A user who signs in as `address`, and what they then do."""

    address: str
    deny: bool = False
    close: bool = False
    """They close the page, so that the app hears nothing."""
    only: Sequence[str] | None = None
    """They grant these scopes alone."""
    threads: ClassVar[list[threading.Thread]] = []

    def visit(self, url: str) -> str:
        """Go through the consent page at `url` and back to the app; where the app was told what came of it.

        Raises:
            urllib.error.HTTPError: the page refuses
        """
        location = self.decide(url)
        if location:
            _text(location)
        return location

    def decide(self, url: str) -> str:
        """Go through the consent page; where it leads, and nowhere if it is closed."""
        page = _text(url)
        if self.close:
            return ""
        key = _KEY.search(page)
        assert key, page
        scopes = [html.unescape(scope) for scope in _SCOPE.findall(page)]
        form = {
            "request": html.unescape(key[1]),
            "account": self.address,
            "scope": scopes if self.only is None else list(self.only),
            "decision": "deny" if self.deny else "allow",
        }
        return _location(urljoin(url, "/o/oauth2/v2/auth"), urlencode(form, doseq=True).encode())

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: FBT002  the standard library's
        """As `webbrowser` wants it: begin, and come back at once."""
        thread = threading.Thread(target=self.visit, args=(url,), daemon=True)
        self.threads.append(thread)
        thread.start()
        return True

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Let this process open its pages in this browser."""
        with mock.patch("webbrowser.get", return_value=self):
            yield
        while self.threads:
            self.threads.pop().join(30)

    def command(self) -> str:
        """For the variable BROWSER of a process's environment."""
        options = ["--deny"] if self.deny else ["--close"] if self.close else []
        if self.only is not None:
            options = ["--only", *self.only]
        words = [sys.executable, os.path.abspath(__file__), self.address, *options]  # noqa: PTH100
        return f"{shlex.join(words)} -- %s &"


def _text(url: str) -> str:
    with _OPENER.open(url, timeout=30) as answer:
        text: str = answer.read().decode("utf-8", "replace")
        return text


def _location(url: str, form: bytes) -> str:
    """Where a form sends whoever fills it in."""
    try:
        with _OPENER.open(url, form, timeout=30):
            raise AssertionError("the consent page sent nobody anywhere")
    except urllib.error.HTTPError as error:
        with error:
            if error.status != 302:
                raise
            return str(error.headers["Location"])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--deny", action="store_true")
    parser.add_argument("--close", action="store_true")
    parser.add_argument("--only", nargs="*")
    parser.add_argument("url")
    said = parser.parse_args()
    Browser(said.address, said.deny, said.close, said.only).visit(said.url)


if __name__ == "__main__":
    main()
