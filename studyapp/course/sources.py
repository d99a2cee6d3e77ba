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


def read_bounded(path: Path | str) -> bytes:
    """Return a file's bytes, at most one more than `MAX_BYTES`; OSError unless it is a file."""
    with open(path, "rb", buffering=0, opener=_opener) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        return file.read(min(found.st_size, MAX_BYTES) + 1)


def _opener(path: str, flags: int) -> int:
    # A pipe without a writer must not hold us up.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def readable_name(path: str) -> str:
    """Return a file's or folder's name as a title: `03-article-five.md` becomes "Article five"."""
    name = path.rstrip("/").rpartition("/")[2]
    if name.lower().endswith(SUFFIXES):
        name = name.rpartition(".")[0]
    words = re.sub(r"[\s_-]+", " ", _NUMBER.sub("", name) or name).strip() or name
    return words[:1].upper() + words[1:]


_NUMBER = re.compile(r"^(?:\d{1,3}[-_. ]+)+(?=\S)")
