"""Marking as a reader does it: with mouse, by keys alone; changed, removed, taken back, kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QToolButton

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session
    from studyapp.placing import Placed


class Start(Protocol):
    """Starts the app on the small course, or another one."""

    def __call__(
        self, course: Path | None = None, section: str = "", heading: str = ""
    ) -> Session: ...


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
BOATS = "boats.md"
TEXT = """# Boats

A boat floats on water. Dr. Reed says it weighs 3.5 tons of water. Few believe him at first.

- oars and a rudder
- a sail, if there is wind

> [!tip]- How it is done
> Pull the secret rope.

| Part | Use |
|---|---|
| keel | keeps it upright |

```python
row(boat)
```

""" + "".join(f"Line {n} of the long rest, which is long enough to scroll.\n\n" for n in range(60))


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "boats"
    folder.mkdir()
    (folder / "course.toml").write_text('id = "boats"\ntitle = "All about boats"\n')
    (folder / BOATS).write_text(TEXT, encoding="utf-8")
    (folder / "other.md").write_text("# Other\n\nNothing here.\n", encoding="utf-8")
    return folder


@pytest.fixture
def session(start: Start) -> Session:
    made = start(section=BOATS)
    made.window.resize(1100, 800)
    made.window.reader.setFocus()
    return made


def text_of(session: Session) -> str:
    page = session.window.reader.page
    assert page
    return page.text


def placed(session: Session) -> list[Placed]:
    return session.context.workspace.notes.of_section(BOATS)


def quotes(session: Session) -> list[str]:
    text = text_of(session)
    return [text[one.found.start : one.found.end] for one in placed(session) if one.found]


def point_of(session: Session, offset: int) -> QPoint:
    """Return the left edge of a character, in the viewport."""
    reader = session.window.reader
    return reader.cursorRect(reader.cursor_at(reader.position_of(offset))).center()


def drag(session: Session, qtbot: QtBot, words: str) -> None:
    """Select words as a hand does."""
    text, viewport = text_of(session), session.window.reader.viewport()
    start = text.index(words)
    one, other = point_of(session, start), point_of(session, start + len(words))
    qtbot.mousePress(viewport, LEFT, pos=one)
    qtbot.mouseMove(viewport, (one + other) / 2)
    qtbot.mouseMove(viewport, other)
    qtbot.mouseRelease(viewport, LEFT, pos=other)


def click(session: Session, qtbot: QtBot, words: str) -> None:
    spot = point_of(session, text_of(session).index(words) + 1) + QPoint(2, 0)
    qtbot.mouseClick(session.window.reader.viewport(), LEFT, pos=spot)


def press(
    session: Session, qtbot: QtBot, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None
) -> None:
    for key in keys:
        qtbot.keyClick(session.window.reader, key, held or Qt.KeyboardModifier.NoModifier)


def button(session: Session, command: str) -> QToolButton:
    """Return a button of the popup."""
    popup = session.window.marking.popup.widget
    assert popup
    buttons = popup.findChildren(QToolButton)
    return next(one for one in buttons if one.defaultAction() is session.window.commands[command])


def popup_shown(session: Session) -> bool:
    popup = session.window.marking.popup.widget
    return popup is not None and popup.isVisible()


def test_mark_with_the_mouse_and_the_popup(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats on water")
    assert popup_shown(session)
    assert session.window.reader.hasFocus()
    qtbot.mouseClick(button(session, "notes.green"), LEFT)
    assert quotes(session) == ["floats on water"]
    assert placed(session)[0].annotation.color == "green"
    assert not popup_shown(session)
    assert session.window.reader.selected_range() is None
    assert session.window.reader.hasFocus()


def test_mark_by_letters_and_digits(session: Session, qtbot: QtBot) -> None:
    for words, key in (
        ("A boat", Qt.Key.Key_3),
        ("weighs 3.5", Qt.Key.Key_H),
        ("keel", Qt.Key.Key_U),
    ):
        drag(session, qtbot, words)
        press(session, qtbot, key)
    found = [(one.annotation.kind, one.annotation.color) for one in placed(session)]
    assert found == [("highlight", "blue"), ("highlight", "blue"), ("underline", "blue")]
    assert quotes(session) == ["A boat", "weighs 3.5", "keel"]


def test_letters_typed_elsewhere_mark_nothing(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats")
    field = session.window.findChild(QLineEdit)
    assert field
    field.setFocus()
    qtbot.keyClicks(field, "h1un")
    assert field.text() == "h1un"
    assert placed(session) == []


def test_the_marks_are_there_after_a_restart(session: Session, start: Start, qtbot: QtBot) -> None:
    drag(session, qtbot, "oars and")
    press(session, qtbot, Qt.Key.Key_2)
    session.window.close()
    again = start(section=BOATS)
    qtbot.waitUntil(lambda: len(again.window.reader.marks.all) == 1)
    assert quotes(again) == ["oars and"]
    assert re.fullmatch(r"[0-9A-Z]{26}", again.window.reader.marks.all[0].id)
    assert QGuiApplication.focusWindow()
