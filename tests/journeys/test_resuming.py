"""A restart resumes exactly where one stopped, whatever else is another then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from driving import PATIENCE, settle

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session


LONG = "long.md"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    folder.mkdir()
    parts = []
    for number in range(400):
        parts.append(f"## Part {number}" if number % 10 == 0 else "")
        parts.append(" ".join(f"word{number}x{place}" for place in range(45)))
    (folder / LONG).write_text("# Long\n\n" + "\n\n".join(parts) + "\n")
    (folder / "short.md").write_text("# Short\n\nA few words.\n")
    return folder


def read_on(session: Session, qtbot: QtBot, offset: int) -> int:
    """Go to a place and scroll on from there, as a reader does; return where the page stands."""
    reader = session.window.reader
    reader.go_to(offset)
    settle(session, qtbot)
    reader.scroll_pages(1)
    settle(session, qtbot)
    return reader.place()


def words_at_top(session: Session) -> str:
    reader = session.window.reader
    assert reader.page is not None
    return reader.page.text[reader.place() :].split()[0]


@pytest.mark.parametrize("offset", [2_000, 80_000, 150_000])
def test_a_restart_resumes_at_the_line(
    offset: int, start: Start, qtbot: QtBot, course: Path
) -> None:
    session = start(course, section=LONG)
    left = read_on(session, qtbot, offset)
    words = words_at_top(session)
    session.window.close()
    again = start(course)
    settle(again, qtbot)
    assert again.window.place().section == LONG
    assert again.window.reader.place() == left
    assert words_at_top(again) == words


def test_other_sizes_do_not_move_the_place_however_often(
    start: Start, qtbot: QtBot, course: Path
) -> None:
    session = start(course, section=LONG)
    left = read_on(session, qtbot, 80_000)
    session.window.close()
    for text_size, column, width in ((27, 50, 900), (14, 90, 1400), (18, 68, 700), (31, 45, 1200)):
        session = start(course)
        session.window.resize(width, 600)
        session.context.settings.text_size = text_size
        session.context.settings.column_width = column
        settle(session, qtbot)
        assert session.window.reader.place() == left
        session.window.close()


def test_a_place_left_a_moment_ago_is_kept_when_another_course_is_opened(
    start: Start, qtbot: QtBot, course: Path, course_folder: Path
) -> None:
    session = start(course, section=LONG)
    left = read_on(session, qtbot, 80_000)
    session.window.open_course(course_folder)
    qtbot.waitUntil(lambda: session.context.workspace.course.id == "birds", timeout=PATIENCE)
    settle(session, qtbot)
    session.window.open_course(course)
    qtbot.waitUntil(lambda: session.context.workspace.course.id != "birds", timeout=PATIENCE)
    settle(session, qtbot)
    assert session.window.reader.place() == left


def test_scrolling_on_ends_the_hold_on_a_place(start: Start, qtbot: QtBot, course: Path) -> None:
    session = start(course, section=LONG)
    reader = session.window.reader
    reader.go_to(80_000)
    settle(session, qtbot)
    before = reader.place()
    reader.bar.setValue(reader.bar.value() + 200)
    assert reader.place() > before
