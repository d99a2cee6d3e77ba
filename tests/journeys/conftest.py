"""A real session on a real course, driven by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from birds import write_birds

from studyapp.files import Home
from studyapp.gui import memory
from studyapp.gui.session import Session
from studyapp.options import WindowOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    return write_birds(tmp_path / "birds")


@pytest.fixture
def start(qtbot: QtBot, home: Home, course_folder: Path) -> Iterator[Callable[..., Session]]:
    open_ones: list[Session] = []

    def begin(
        course: Path | None = None, section: str = "", heading: str = "", *, new: bool = False
    ) -> Session:
        """Start; only someone `new` is invited to the tour."""
        if not new and not (home.state / memory.FILE).exists():
            memory.save(memory.Memory(), home.state)
        session = Session(WindowOptions(home, course or course_folder, section, heading))
        open_ones.append(session)
        with qtbot.waitActive(session.window):
            session.show()
        qtbot.waitUntil(session.window.is_settled, timeout=20_000)
        return session

    yield begin
    for session in open_ones:
        session.window.close()  # another one than at first where the language was changed
        session.close()
        session.window.deleteLater()
