r"""What a regular expression cannot match without: plain pieces of text, read off the expression itself.

Looking for a few plain words is many times as fast as trying an expression at every letter, and most sentences hold
none of them. Ripgrep and RE2 do the same inside; Python's `re` does not.

Read are the constructs that our tables use: letters, escapes, sets, groups, looks, bars, and `?`, `*`, `+`, `{m,n}`.
What is not understood asks for nothing, so that an expression is tried too often rather than too seldom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["ALWAYS", "Needs", "branches", "needs"]

Needs = tuple[tuple[frozenset[str], ...], ...]
"""What a text must hold: for one of several ways, a text of each of its sets. The most telling set is first."""
ALWAYS: Needs = ((),)
"""Nothing is needed."""

_SHORTEST = 2
"""Letters; a single one is in nearly every sentence."""
_TELLING_SIGNS = frozenset("()[]&@#%/$£€")
"""Signs that stand in few."""
_BESIDE = 3
"""Letters of a text that tells something beside another."""
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_PIECE = re.compile(
    r"""(?P<look>\(\?<?[=!]) | (?P<plain>\((?:\?i?:|\?>|\?P<\w+>)?(?!\?)) | (?P<other>\(\?) | (?P<end>\)) | (?P<bar>\|)
    | (?P<repeat>[?*+]\??|\{\d*(?P<comma>,\d*)?\}\??) | (?P<any>\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]
    |\\x..|\\u....|\\[a-zA-Z]) | (?P<escaped>\\.) | (?P<letter>.)""",
    re.VERBOSE | re.DOTALL,
)


def needs(pattern: str) -> Needs:
    """What every text holds, brought into lower case with straight marks (`heard.plain`), in which `pattern` matches.

    Raises:
        ValueError: The brackets do not match, which `re.compile` says better.
    """
    pieces = [(match.lastgroup or "", match.group()) for match in _PIECE.finditer(pattern)]
    ways = _Reader([("repeat" if kind == "comma" else kind, text) for kind, text in reversed(pieces)]).ways()
    return ways if all(ways) else ALWAYS


def branches(pattern: str) -> list[str]:
    """The alternatives of an expression, in order."""
    found, depth, start = [], 0, 0
    for match in _PIECE.finditer(pattern):
        if match.lastgroup in ("look", "plain", "other"):
            depth += 1
        elif match.lastgroup == "end":
            depth -= 1
        elif match.lastgroup == "bar" and not depth:
            found.append(pattern[start : match.start()])
            start = match.end()
    return [*found, pattern[start:]]


@dataclass
class _Reader:
    """Reads pieces from the end of a list."""

    pieces: list[tuple[str, str]]
    run: str = ""
    """Letters that follow one another, so far."""
    wanted: list[frozenset[str]] = field(default_factory=list)
    """For each part of the present branch the texts of which it holds one."""
    inner: Needs = ()
    """The ways of a group that is all that the present branch asks for."""

    def ways(self) -> Needs:
        """What is needed up to the end of a group, branch by branch."""
        ways = [*self.branch()]
        while self.pieces and self.pieces.pop()[0] == "bar":
            ways += self.branch()
        return tuple(ways)

    def branch(self) -> Needs:
        """What a row of parts needs: something of each, or one of the ways of its only part."""
        outside, self.run, self.wanted, self.inner = (self.run, self.wanted, self.inner), "", [], ()
        while self.pieces and self.pieces[-1][0] not in ("bar", "end"):
            self._part()
        self._end_run()
        ways = self.inner if len(self.wanted) == 1 and self.inner else (_most_telling(self.wanted),)
        self.run, self.wanted, self.inner = outside
        return ways

    def _part(self) -> None:
        kind, text = self.pieces.pop()
        if kind in ("letter", "escaped"):
            self._letter(text[-1])
            return
        self._end_run()
        if kind in ("plain", "look", "other"):
            ways = self.ways()
            if not self._may_be_missing() and kind == "plain" and all(ways):
                self.wanted.append(frozenset().union(*(way[0] for way in ways)))
                self.inner = ways

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
        if len(self.run) >= _SHORTEST or self.run in _TELLING_SIGNS:
            self.wanted.append(frozenset({self.run.lower().translate(_PLAIN)}))
        self.run = ""


def _most_telling(wanted: list[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The set whose shortest text has most letters, and then that has fewest; then others that tell something."""
    ranked = sorted(wanted, key=lambda texts: (-_letters(texts), len(texts)))
    return (*ranked[:1], *(texts for texts in ranked[1:] if _letters(texts) >= _BESIDE))


def _letters(texts: frozenset[str]) -> int:
    """Those of the shortest text, which is the likeliest to be met anywhere."""
    return min(len(text.strip()) for text in texts)
