"""Learn how rare each word is: in how few of the single mails, which are each of another matter, it stands.

Writes the words of at least `SEEN` mails by their level: the natural logarithm of all mails by those that have it, less
`COMMON`. Further words are rarer than any of these. Held mails teach nothing: `make learn`.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from watcher.inference.en.rare import RAREST, words  # noqa: E402

HERE = Path(__file__).parent
SEEN = 5
COMMON = 4.5
"""The logarithm up to which a word tells no matter from another: one in 90 mails has it."""


def levels() -> dict[str, str]:
    """The words of each level, in the order of the alphabet."""
    counts: Counter[str] = Counter()
    mails = 0
    for path in sorted((HERE / "mails").glob("*.yaml")):
        for mail in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            counts.update(set(words(f"{mail.get('subject', '')} {mail['text']}")))
            mails += 1
    found: dict[str, list[str]] = {}
    for word in sorted(word for word, count in counts.items() if count >= SEEN):
        level = min(max(round(math.log(mails / counts[word]) - COMMON), 0), RAREST - 1)
        found.setdefault(str(level), []).append(word)
    return {level: " ".join(found[level]) for level in sorted(found)}


def main() -> None:
    """Write them, and say how many there are."""
    found = levels()
    path = ROOT / "watcher" / "inference" / "en" / "rarity.json"
    path.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(*(f"level {level}: {len(line.split())} words" for level, line in found.items()), sep="\n")


if __name__ == "__main__":
    main()
