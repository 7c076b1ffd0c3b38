"""Writing a file so that nobody ever reads half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["put"]


def put(content: bytes, file: Path) -> None:
    """Replace the file at once, with the mode it had. A new one is for the user alone; its folder must be there.

    Raises:
        OSError: it cannot be written; what was there stays as it was
    """
    mode = file.stat().st_mode & 0o777 if file.is_file() else 0o600
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
