"""One writer at a time, among all processes on this machine that have the notebook open.

`notes.notebook` holds the lock for as long as one act takes. The system lets go of it when a
process dies.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from studyapp.files import unwritable

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


@contextmanager
def locked(path: Path) -> Generator[None, None, None]:
    """Hold the lock that a file stands for, waiting for it if another process has it."""
    try:
        handle = _opened(path)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
