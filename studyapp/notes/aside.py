"""Where files go that are taken out of the notebook: to this device's backups, never to nowhere.

`joining` puts absorbed conflict copies aside, `folders` what was purged, `doctor` what it repairs.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from studyapp import files

if TYPE_CHECKING:
    from pathlib import Path


def keep_copy(path: Path, place: Path) -> None:
    """Put a copy of a file into a folder durably, under a name of its own; raises StudyError."""
    try:
        files.write_atomic(place / f"{time.time_ns()}-{path.name}", path.read_bytes())
    except OSError as error:
        raise files.unwritable(place, error) from error


def set_aside(path: Path, place: Path) -> None:
    """Move a file out of the notebook into a folder; raises StudyError."""
    keep_copy(path, place)
    try:
        path.unlink()
    except OSError as error:
        raise files.unwritable(path, error) from error
