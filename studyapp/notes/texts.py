"""The texts of sections that annotations were made on, each kept under the hash of its content.

`notes.notebook` keeps them and returns them, `notes.doctor` looks for damaged ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp import files
from studyapp.notes.describing import text_hash

if TYPE_CHECKING:
    from pathlib import Path

_HASH = re.compile(r"[0-9a-f]{16}")


def keep_text(course: Path, text: str) -> str:
    """Keep a text in a course's folder, if it is not there; return the hash that names it."""
    name = text_hash(text)
    if kept_text(course, name) is None:
        path = course / "text" / f"{name}.txt"
        files.write_atomic(path, text.encode("utf-8", "surrogatepass"))
    return name


def kept_text(course: Path, name: str) -> str | None:
    """Return a text kept in a course's folder; None if it is missing or was changed since."""
    if not _HASH.fullmatch(name):
        return None
    try:
        kept = (course / "text" / f"{name}.txt").read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError):
        return None
    # Git may have given it the line ends of Windows.
    texts = (kept, kept.replace("\r\n", "\n"))
    return next((text for text in texts if text_hash(text) == name), None)
