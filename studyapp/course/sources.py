"""The Markdown files of a course: how their names end and read, and their bytes, up to a bound.

Folders, links, layouts and the workspace ask. A page compiled before needs nothing more of a file.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".md", ".markdown")
MAX_BYTES = 20_000_000
"""A file is read up to here; the compiler's guard tells the reader that the rest is missing."""

# A pipe without a writer must not hold us up.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NUMBER = re.compile(r"(?:\d{1,3}[-_. ]+)+(?=\S)")
_GAP = re.compile(r"[\s_-]+")


def read_bounded(path: Path | str) -> bytes:
    """Return a file's bytes, at most one more than `MAX_BYTES`; OSError unless it is a file."""
    handle = os.open(path, _FLAGS)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        return os.read(handle, min(found.st_size, MAX_BYTES) + 1)
    finally:
        os.close(handle)


def readable_name(path: str) -> str:
    """Return a file's or folder's name as a title: `03-article-five.md` becomes "Article five"."""
    name = path.rstrip("/").rpartition("/")[2]
    if name.lower().endswith(SUFFIXES):
        name = name.rpartition(".")[0]
    number = _NUMBER.match(name)
    words = _GAP.sub(" ", name[number.end() :] if number else name).strip() or name
    return words[:1].upper() + words[1:]
