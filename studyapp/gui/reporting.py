"""The diagnostic report: what whoever helps needs to know of an installation, and nothing private.

The Help menu copies it. No words of courses, notes or searches are in it, no titles, and the home
folder of the user is written as `~`.
"""

from __future__ import annotations

import locale
import platform
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from studyapp import __version__
from studyapp.files import bundled
from studyapp.model import StudyError
from studyapp.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.gui.context import Context


def diagnostic_report(context: Context) -> str:
    """Return the report as text, a fact a line."""
    rows = [*_versions(), *_screens(), *_choices(context), *_folders(context), *_sizes(context)]
    width = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{width}}  {value}\n" for name, value in rows)


def _versions() -> Iterator[tuple[str, str]]:
    yield "Studyapp", __version__
    yield "Python", f"{platform.python_version()} ({platform.python_implementation()})"
    yield "Qt", f"{qVersion()}, PySide6 {PySide6.__version__}"
    yield "System", platform.platform()
    yield "Platform", QGuiApplication.platformName()
    yield "Locale", ".".join(part for part in locale.getlocale() if part) or "C"


def _screens() -> Iterator[tuple[str, str]]:
    for number, screen in enumerate(QGuiApplication.screens(), start=1):
        size, ratio = screen.size(), screen.devicePixelRatio()
        yield f"Screen {number}", f"{size.width()} x {size.height()}, scale {ratio:g}"


def _choices(context: Context) -> Iterator[tuple[str, str]]:
    """Tell which settings differ; of those in the user's own words, only that they do."""
    settings = context.settings
    yield "Theme", context.theme.id if context.settings.theme in _titled() else "the user's own"
    changed = [row for row in settings.rows() if settings.value_of(row) != row.default]
    said = [_said(row.name, row.default, settings.value_of(row)) for row in changed]
    yield "Changed settings", ", ".join(said) or "none"
    shown = [panel for panel, on in context.memory.panels.items() if on]
    yield "Panels", ", ".join(shown) or "as usual"


def _said(name: str, usual: object, value: object) -> str:
    return f"{name}={value}" if isinstance(usual, (int, float)) else name


def _titled() -> set[str]:
    return {value for value, _ in Settings.theme.choices}


def _folders(context: Context) -> Iterator[tuple[str, str]]:
    home = context.home
    for name, path in (
        ("App", bundled("resources").parent),
        ("Notebook", home.notebook),
        ("Settings", home.config),
        ("Cache", home.cache),
        ("State and log", home.state),
    ):
        missing = "" if path.is_dir() else " (not there)"
        yield name, f"{without_home(path)}{missing}"


def _sizes(context: Context) -> Iterator[tuple[str, str]]:
    course = context.workspace.course
    yield (
        "Course",
        f"{course.layout}, {len(course.order)} sections, {len(course.problems)} problems",
    )
    try:
        notebook = context.workspace.notes.notebook
        made = sum(context.workspace.notes.counts().values())
        yield "Notes", f"{made} in this course" if notebook else "no notebook yet"
    except StudyError:
        yield "Notes", "the notebook cannot be read"


def without_home(path: Path) -> str:
    """Return a path with the user's home folder, which holds a name, as `~`."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)
