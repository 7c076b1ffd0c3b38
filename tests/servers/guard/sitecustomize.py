"""Python imports this at its start where this folder is on PYTHONPATH; see `guarded` in tests/servers/loopback.py."""

import importlib.util
import os
from pathlib import Path

_spec = importlib.util.spec_from_file_location("loopback", Path(__file__).parents[1] / "loopback.py")
assert _spec
assert _spec.loader
_loopback = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_loopback)


def _note(host: str) -> None:
    with Path(os.environ[_loopback.LOG]).open("a", encoding="utf-8") as log:
        log.write(f"{host}\n")


_guard = _loopback.refused(_note)  # kept, since it ends when it is let go
_guard.__enter__()
