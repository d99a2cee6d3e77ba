"""One Markdown file as a course of one section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.course.layouts.base import Contents, Layout
from studyapp.course.sources import SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.course.folder import Folder


def accepts(path: Path) -> bool:
    """Return whether a path is a Markdown file."""
    return path.suffix.lower() in SUFFIXES and path.is_file()


def read(folder: Folder, file: str) -> Contents:
    """Return the one section; who names a draft wants to see it."""
    folder.note(file)
    section = folder.section(file, even_draft=True)
    return Contents((section,) if section else (), title=section.title if section else "")


LAYOUT = Layout("file", accepts, read)
