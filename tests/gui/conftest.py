"""What the tests of the window share: a home, a small course, a context around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from birds import write_birds
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.files import Home
from studyapp.gui import fonts, language
from studyapp.gui.bridge import Bridge
from studyapp.gui.context import Context
from studyapp.gui.jobs import Jobs, run_now
from studyapp.gui.memory import Memory
from studyapp.gui.messages import Messages
from studyapp.gui.reader.view import Reader
from studyapp.gui.theme import Theme, Themes
from studyapp.settings import Settings
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Themes().find("light")


@pytest.fixture(scope="session")
def compiler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compiler]:
    with Compiler(tmp_path_factory.mktemp("cache")) as made:
        yield made


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    """A small course with two chapters, one of them without a page of its own."""
    return write_birds(tmp_path / "birds")


@pytest.fixture
def context(home: Home, theme: Theme, course_folder: Path, compiler: Compiler) -> Iterator[Context]:
    """A context on the course; its jobs run at once."""
    fonts.register_first()
    settings = Settings(home.config / "settings.json")
    language.use(QApplication.instance(), settings)
    workspace = Workspace(load_course(course_folder, home), home, compiler)
    bridge, messages = Bridge(settings), Messages(theme)
    bridge.follow(workspace)
    themes = Themes(home.config / "themes")
    yield Context(
        home, settings, Memory(), workspace, theme, themes, Jobs(run_now), bridge, messages
    )
    bridge.close()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window that dialogs can belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    return made


@pytest.fixture
def open_reader(context: Context, qtbot: QtBot) -> Callable[..., Reader]:
    """Return what shows a section in a reader of its own, whose course may have been written to."""

    def open_(section_id: str, height: int = 700) -> Reader:
        context.workspace.reload()
        made = Reader(context)
        qtbot.addWidget(made)
        made.resize(900, height)
        made.show()
        qtbot.waitExposed(made)
        section = context.workspace.section(section_id)
        made.show_page(section, context.workspace.page(section.id))
        QApplication.processEvents()
        return made

    return open_
