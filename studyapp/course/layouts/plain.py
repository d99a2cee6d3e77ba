"""A plain folder: chapters are folders, sections are files, names give the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.course.layouts.base import Contents, Layout
from studyapp.course.sources import readable_name
from studyapp.model import Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from studyapp.course.folder import Folder

_CHAPTER_PAGES = ("index", "readme")
"""Names of the file that is a folder's own page; the first wins, another is an ordinary section."""


def accepts(path: Path) -> bool:
    """Return whether a path is a folder."""
    return path.is_dir()


def read(folder: Folder, _file: str) -> Contents:
    """Return the tree of a folder, called by the title of its own page if it has one."""
    sections = tree(folder)
    named = sections and _page_rank(sections[0].file) < len(_CHAPTER_PAGES)
    return Contents(sections, title=sections[0].title if named else "")


def tree(folder: Folder, order: Sequence[str] = ()) -> tuple[Section, ...]:
    """Return the sections of a folder: its own page, then what `order` names, then the others."""
    ranks = {path.strip("/"): rank for rank, path in enumerate(order)}
    entries = _ordered(folder.list(), ranks)
    return tuple(section for entry in entries for section in _section(folder, entry, ranks))


def _ordered(entries: list[str], ranks: Mapping[str, int]) -> list[str]:
    return sorted(
        entries, key=lambda path: (_page_rank(path), ranks.get(path.strip("/"), len(ranks)))
    )


def _section(folder: Folder, entry: str, ranks: Mapping[str, int]) -> tuple[Section, ...]:
    """Return the section of a file or folder; none for a draft or a folder without pages."""
    if not entry.endswith("/"):
        section = folder.section(entry)
        return (section,) if section else ()
    entries = _ordered(folder.list(entry), ranks)
    page = entries.pop(0) if entries and _page_rank(entries[0]) < len(_CHAPTER_PAGES) else ""
    children = tuple(section for inner in entries for section in _section(folder, inner, ranks))
    section = folder.section(page, children) if page else None
    if section is None and children:
        section = Section(entry.rstrip("/"), readable_name(entry), "", children)
    return (section,) if section else ()


def _page_rank(path: str) -> int:
    stem = "" if path.endswith("/") else path.rpartition("/")[2].rpartition(".")[0].lower()
    return _CHAPTER_PAGES.index(stem) if stem in _CHAPTER_PAGES else len(_CHAPTER_PAGES)


LAYOUT = Layout("plain", accepts, read)
