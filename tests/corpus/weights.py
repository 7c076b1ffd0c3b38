"""The files of learned weights, one feature a line, so that changes can be read."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["write"]


def write(path: Path, learned: Mapping[str, Any]) -> None:
    """Write what was learned: its "features" one a line, what goes before them on the first."""
    head = ", ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in learned.items() if key != "features")
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(value, separators=(',', ':'))}"
        for name, value in learned["features"].items()
    ]
    body = ",\n".join(lines)
    path.write_text(f'{{{head},\n"features": {{\n{body}\n}}}}\n', encoding="utf-8")
    print(f"{path.name}: {len(lines)} features, {path.stat().st_size >> 10} kB", file=sys.stderr)
