"""One time put in the place of another: "not the 3rd but the 13th", "for Monday read Wednesday", "moved from the 9th to the 16th".

What is said of the first is true of the second, whether it stands beside them or was said before.
"""

from __future__ import annotations

from watcher.inference.en.promises.cues import signal

__all__ = ["replacements"]

_IT_IS = r"(?:it's|it is|its|it'll be|it will be|that's|is|but|rather|make (?:it|that))(?: (?:really|actually|in fact|now|rather|to be))?"
_MOVED = (
    r"(?:moved|moves|displaced|postponed|delayed|pushed|shifted|slipped|slips|put|brought|preponed|rescheduled|changed|deferred|adjourned)"
    r"(?: (?:back|off|out|up|forward|on|over|again))?"
)
_REPLACES = signal(
    "replaces",
    rf"(?:not|\w+n't) (?:for |by )?§[^§;.]{{0,40}}?,? {_IT_IS} §", r"(?:not|no longer|\w+n't) (?:[^§;.,]{0,30} )?§,? but §", r"(?:for|instead of) §,? (?:please )?(?:read|substitute|write) §", r"(?:(?<=^)|(?<=[:;,] ))§,? (?:please )?(?:read|substitute) §",
    r"§[^§;.]{0,12} (?:should|must|ought to) (?:have |now )?(?:read|said|been|be|say) §", rf"§(?:(?! and | but )[^§;.]){{0,30}} (?:is|was|has been|have been|got) {_MOVED} (?:to|until|till|for|by)? ?§",
    rf"{_MOVED} from § (?:to|until|till) §", r"(?:wrote|said|typed|put) §[^§;.]{0,12} (?:but|and|when) (?:i |we )?(?:meant|mean|should have said) §",
    yes=("it isn't § that we tell people, it's §", "not § but §", "it does not take place § but §", "for § read §", "correction: § read §", "i wrote § but meant §", "first set §, the board has been moved to §", "moved from § to §"),
    no=("not §, and § is a holiday", "we sit §, and the lunch is moved to §", "we meet §, and § you hear"),
)  # fmt: skip


def replacements(text: str) -> list[tuple[int, int]]:
    """The places of a time that does not hold, and of the one that takes its place, in a sentence in which each is a §."""
    found: list[tuple[int, int]] = []
    for match in _REPLACES.pattern.finditer(text) if text.count("§") > 1 else ():
        old, new = (place for place, sign in enumerate(text[: match.end()]) if sign == "§" and place >= match.start())
        found.append((old, new))
    return found
