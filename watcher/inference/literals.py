r"""What a regular expression cannot match without: plain pieces of text, read off the expression itself.

Looking for a few plain words is many times as fast as trying an expression at every letter, and most sentences hold
none of them. Ripgrep and RE2 do the same inside; Python's `re` does not.

Read are the constructs that our tables use: letters, escapes, sets, groups, looks, bars, and `?`, `*`, `+`, `{m,n}`.
What is not understood asks for nothing, so that an expression is tried too often rather than too seldom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["literals"]

_SHORTEST = 2
"""Letters; a single one is in nearly every sentence."""
_PIECE = re.compile(
    r"""(?P<look>\(\?<?[=!]) | (?P<plain>\((?:\?:|\?P<\w+>)?(?!\?)) | (?P<other>\(\?) | (?P<end>\)) | (?P<bar>\|)
    | (?P<repeat>[?*+]\??|\{\d*(?P<comma>,\d*)?\}\??) | (?P<any>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[a-zA-Z]|[.^$])
    | (?P<escaped>\\.) | (?P<letter>.)""",
    re.VERBOSE | re.DOTALL,
)


def literals(pattern: str) -> frozenset[str]:
    """Plain texts of which every match of `pattern` holds one at least; empty where that cannot be told.

    Raises:
        ValueError: The brackets do not match, which `re.compile` says better.
    """
    pieces = [(match.lastgroup or "", match.group()) for match in _PIECE.finditer(pattern)]
    return _Reader([("repeat" if kind == "comma" else kind, text) for kind, text in reversed(pieces)]).branches()


@dataclass
class _Reader:
    """Reads pieces from the end of a list."""

    pieces: list[tuple[str, str]]
    run: str = ""
    """Letters that follow one another, so far."""
    wanted: list[frozenset[str]] = field(default_factory=list)
    """For each part of the present branch the texts of which it holds one."""

    def branches(self) -> frozenset[str]:
        """What is needed up to the end of a group: something of every branch, or nothing."""
        needed = [self.branch()]
        while self.pieces and self.pieces.pop()[0] == "bar":
            needed.append(self.branch())
        return frozenset().union(*needed) if all(needed) else frozenset()

    def branch(self) -> frozenset[str]:
        """The part of a row that asks for most: whose shortest text is longest, and then that has fewest."""
        outside, self.run, self.wanted = (self.run, self.wanted), "", []
        while self.pieces and self.pieces[-1][0] not in ("bar", "end"):
            self._part()
        self._end_run()
        best = max(self.wanted, key=lambda texts: (min(map(len, texts)), -len(texts)), default=frozenset())
        self.run, self.wanted = outside
        return best

    def _part(self) -> None:
        kind, text = self.pieces.pop()
        if kind in ("letter", "escaped"):
            self._letter(text[-1])
            return
        self._end_run()
        if kind in ("plain", "look", "other"):
            needed = self.branches()
            if not self._may_be_missing() and kind == "plain" and needed:
                self.wanted.append(needed)

    def _letter(self, letter: str) -> None:
        follows = self.pieces[-1][0] == "repeat" if self.pieces else False
        missing = self._may_be_missing()
        if not missing:
            self.run += letter
        if follows:
            self._end_run()

    def _may_be_missing(self) -> bool:
        """Whether what was just read can match nothing; its sign of repetition is read as well."""
        if not self.pieces or self.pieces[-1][0] != "repeat":
            return False
        sign = self.pieces.pop()[1]
        return sign[0] in "?*" or sign.startswith(("{0", "{,"))

    def _end_run(self) -> None:
        if len(self.run) >= _SHORTEST:
            self.wanted.append(frozenset({self.run}))
        self.run = ""
