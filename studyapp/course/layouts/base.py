"""What a layout is, and what it says about a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.course.folder import Folder
    from studyapp.model import Section


class Contents(Struct, frozen=True):
    """What a layout found in a folder; what it left empty, the loader fills in."""

    sections: tuple[Section, ...]
    id: str = ""
    title: str = ""
    language: str = ""
    version: str = ""
    license: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""


class Layout(Struct, frozen=True):
    """One way in which a folder, or a file, can be a course."""

    id: str
    accepts: Callable[[Path], bool]
    """Whether this layout reads what lies at a path; asked in the order of `LAYOUTS`."""
    read: Callable[[Folder, str], Contents]
    """Read the folder; the text names the one file, when a file was given as the course."""
