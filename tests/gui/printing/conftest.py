"""Fixtures of printing: a course from files or from a folder, and the book that is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from studyapp.course.loader import load_course
from studyapp.gui import fonts
from studyapp.gui.bridge import Bridge
from studyapp.gui.context import Context
from studyapp.gui.jobs import Jobs, run_now
from studyapp.gui.memory import Memory
from studyapp.gui.messages import Messages
from studyapp.gui.printing.choices import Choices
from studyapp.gui.printing.composing import Composer
from studyapp.gui.printing.slices import Slices
from studyapp.gui.theme import Themes
from studyapp.settings import Settings
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from studyapp.course.compiler import Compiler
    from studyapp.files import Home
    from studyapp.gui.printing.book import Book
    from studyapp.gui.theme import Theme


class OpenCourse(Protocol):
    """Opens a course: a folder, or texts by the names of their files."""

    def __call__(self, course: Path | Mapping[str, str]) -> Context: ...


@pytest.fixture
def open_course(
    home: Home, theme: Theme, compiler: Compiler, tmp_path: Path
) -> Iterator[OpenCourse]:
    fonts.register_first()
    fonts.register_rest()
    bridges: list[Bridge] = []

    def begin(course: Path | Mapping[str, str]) -> Context:
        folder = course if not hasattr(course, "items") else written(course, tmp_path / "course")
        settings = Settings(home.config / "settings.json")
        workspace = Workspace(load_course(folder, home), home, compiler)
        bridge, messages = Bridge(settings), Messages(theme)
        bridge.follow(workspace)
        bridges.append(bridge)
        themes = Themes(home.config / "themes")
        return Context(
            home, settings, Memory(), workspace, theme, themes, Jobs(run_now), bridge, messages
        )

    yield begin
    for bridge in bridges:
        bridge.close()


def written(files: Mapping[str, str], folder: Path) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def composed(context: Context, section_id: str = "", **choices: object) -> Book:
    """Return the book of one section, or of the whole course."""
    course = context.workspace.course
    sections = [course.by_id[section_id]] if section_id else list(course.order)
    wanted = Choices(paper="A4", **choices)
    return Slices(Composer(context, wanted, sections).steps()).finish()
