"""Pictures and tables seen large, by mouse and by key, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from studyapp.gui.zooming.subjects import Subject, area, subjects
from studyapp.model import Location

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session
    from studyapp.gui.zooming.overlay import Overlay

Keys = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SECTION = "04-pictures.md"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
    '<rect width="20" height="10" fill="var(--accent)"/></svg>'
)
PAGE = (
    """\
# Pictures

![A square](square.png "The square, drawn")

![A drawing](drawing.svg)

[![Linked](square.png)](01-waders/02-stork.md)

![Outside](../../outside.png)

| Name | Year |
|:--|--:|
"""
    + "".join(f"| Treaty {n} of a long name | {1949 + n} |\n" for n in range(40))
    + "\nTable: Of treaties\n"
)


@pytest.fixture
def session(start: Start, course_folder: Path) -> Session:
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(course_folder / "square.png"))
    image.save(str(course_folder.parent / "outside.png"))
    (course_folder / "drawing.svg").write_text(SVG, encoding="utf-8")
    (course_folder / SECTION).write_text(PAGE, encoding="utf-8")
    return start(section=SECTION)


def subject(session: Session, name: str) -> Subject:
    return next(one for one in subjects(session.window.reader) if one.name == name)


def middle(session: Session, name: str) -> QPoint:
    """Return the middle of a subject in the viewport, brought into view."""
    reader = session.window.reader
    assert reader.built
    found = subject(session, name)
    reader.hold.reveal(reader.built, found.first, found.first + 1)
    rect = area(reader.built, found).translated(-reader.view_offset()).toRect()
    return rect.intersected(reader.viewport().rect()).center()


def click(session: Session, qtbot: QtBot, name: str) -> Overlay:
    point = middle(session, name)
    viewport = session.window.reader.viewport()
    QTest.mouseMove(viewport, point)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: session.window.reader.zoom.overlay is not None)
    return overlay(session)


def overlay(session: Session) -> Overlay:
    found = session.window.reader.zoom.overlay
    assert found
    return found


def test_a_click_on_a_picture_shows_it_over_the_window(session: Session, qtbot: QtBot) -> None:
    shown = click(session, qtbot, "A square")
    assert shown.isVisible()
    assert shown.geometry() == session.window.rect()
    assert shown.hasFocus()
    assert shown.caption.text() == "The square, drawn"
    assert "A square" in shown.accessibleName()
    assert shown.canvas.scale == 2.0


def test_the_mouse_shows_what_can_be_enlarged(session: Session) -> None:
    viewport = session.window.reader.viewport()
    point = middle(session, "A square")
    QTest.mouseMove(viewport, point - QPoint(3, 3))
    QTest.mouseMove(viewport, point)
    assert viewport.cursor().shape() == Qt.CursorShape.BitmapCursor
    QTest.mouseMove(viewport, QPoint(60, 8))
    assert viewport.cursor().shape() != Qt.CursorShape.BitmapCursor


def test_keys_zoom_and_esc_returns_to_the_page(session: Session, qtbot: QtBot) -> None:
    shown = click(session, qtbot, "A drawing")
    whole = shown.canvas.scale
    qtbot.keyClick(shown, Keys.Key_1)
    assert shown.canvas.scale == 1.0
    qtbot.keyClick(shown, Keys.Key_Plus)
    assert shown.canvas.scale == pytest.approx(1.25)
    assert shown.percent.text() == "125 %"
    qtbot.keyClick(shown, Keys.Key_Minus)
    assert shown.canvas.scale == pytest.approx(1.0)
    qtbot.keyClick(shown, Keys.Key_0)
    assert shown.canvas.scale == whole
    qtbot.keyClick(shown, Keys.Key_Escape)
    assert session.window.reader.zoom.overlay is None
    assert session.window.reader.hasFocus()
    assert session.window.place().section == SECTION


def test_a_click_beside_the_picture_closes_it(session: Session, qtbot: QtBot) -> None:
    shown = click(session, qtbot, "A square")
    qtbot.mouseClick(shown.canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert session.window.reader.zoom.overlay is None


def test_arrows_go_from_picture_to_picture(session: Session, qtbot: QtBot) -> None:
    shown = click(session, qtbot, "A square")
    assert shown.count.text() == "1 of 3"
    assert not shown.buttons["previous"].isEnabled()
    qtbot.keyClick(shown, Keys.Key_Right)
    assert shown.subject.name == "A drawing"
    qtbot.keyClick(shown, Keys.Key_Right)
    assert shown.sheet.isVisible()
    qtbot.keyClick(shown, Keys.Key_Right)
    assert shown.count.text() == "3 of 3"
    qtbot.keyClick(shown, Keys.Key_Left)
    assert not shown.sheet.isVisible()


def test_no_command_of_the_window_runs_below(session: Session, qtbot: QtBot) -> None:
    shown = click(session, qtbot, "A square")
    for key, mods in ((Keys.Key_PageDown, CTRL), (Keys.Key_F, CTRL), (Keys.Key_F9, SHIFT)):
        qtbot.keyClick(shown, key, mods)
    assert shown.hasFocus()
    assert session.window.place().section == SECTION
    assert not session.window.panel_shown("search")


def test_tab_stays_among_the_buttons(session: Session, qtbot: QtBot) -> None:
    shown = click(session, qtbot, "A square")
    visited = []
    for _ in range(10):
        qtbot.keyClick(session.window.focusWidget(), Keys.Key_Tab)
        visited.append(session.window.focusWidget())
    assert all(one is shown or one in shown.buttons.values() for one in visited)
    assert shown.buttons["close"] in visited
    assert all(one.accessibleName() for one in shown.buttons.values())


def test_a_picture_is_copied(session: Session, qtbot: QtBot) -> None:
    shown = click(session, qtbot, "A square")
    qtbot.keyClick(shown, Keys.Key_C, CTRL)
    assert QGuiApplication.clipboard().image().size().toTuple() == (120, 80)


def save(session: Session, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Save what is enlarged by key; return the kinds of files that are offered."""
    offered: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *said: offered.append(said[3]) or (str(path), "")
    )
    qtbot.keyClick(overlay(session), Keys.Key_S, CTRL)
    return offered[0]


def test_a_picture_is_saved_as_its_file_is(
    session: Session,
    qtbot: QtBot,
    course_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    click(session, qtbot, "A square")
    path = tmp_path / "saved"
    assert save(session, qtbot, path, monkeypatch) == "PNG (*.png)"
    saved = path.with_suffix(".png")
    assert saved.read_bytes() == (course_folder / "square.png").read_bytes()
    message = session.context.messages.current
    assert message
    assert message.text == "Saved as saved.png."


def test_a_drawing_is_saved_in_the_colors_in_which_it_is_seen(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(session, qtbot, "A drawing")
    path = tmp_path / "drawing.png"
    save(session, qtbot, path, monkeypatch)
    image = QImage(str(path))
    assert image.width() == 1600
    assert image.pixelColor(800, 400) == session.context.theme["accent"]


def test_a_picture_that_cannot_be_saved_says_why(
    session: Session,
    qtbot: QtBot,
    course_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = click(session, qtbot, "A square")
    (tmp_path / "full").touch()
    save(session, qtbot, tmp_path / "full" / "a.png", monkeypatch)
    assert "a.png" in shown.caption.text()
    (course_folder / "square.png").unlink()
    save(session, qtbot, tmp_path / "a.png", monkeypatch)
    assert shown.caption.text().startswith("The picture is not saved: the course has no such file")


def test_a_picture_that_is_a_link_leads_on(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    qtbot.keyClick(reader, Keys.Key_Tab)
    qtbot.keyClick(reader, Keys.Key_Tab)
    qtbot.keyClick(reader, Keys.Key_Tab)
    link = reader.links.focused
    assert link
    found = reader.area_of(link.first, link.last)
    assert found
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=found.center())
    qtbot.waitUntil(lambda: "stork" in session.window.place().section, timeout=20_000)
    assert reader.zoom.overlay is None


def test_tab_and_enter_enlarge_a_picture(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    qtbot.keyClick(reader, Keys.Key_Tab)
    qtbot.keyClick(reader, Keys.Key_Tab)
    qtbot.keyClick(reader, Keys.Key_Return)
    assert overlay(session).subject.name == "A drawing"


def test_z_enlarges_what_is_in_the_middle_of_the_view(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    reader.bar.setValue(reader.bar.maximum())
    qtbot.keyClick(reader, Keys.Key_Z)
    assert overlay(session).subject.table
    qtbot.keyClick(overlay(session), Keys.Key_Z)
    assert reader.zoom.overlay is None


def test_z_with_nothing_in_view_says_so(session: Session, qtbot: QtBot) -> None:
    session.window.go(Location("02-gulls/01-herring.md"))
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)
    qtbot.keyClick(session.window.reader, Keys.Key_Z)
    assert session.window.reader.zoom.overlay is None
    message = session.context.messages.current
    assert message
    assert "No picture or table" in message.text


def test_a_table_keeps_its_header_and_is_copied(session: Session, qtbot: QtBot) -> None:
    session.window.resize(800, 500)
    shown = click(session, qtbot, "Of treaties")
    sheet = shown.sheet
    assert sheet.isVisible()
    before = sheet.grab().toImage()
    qtbot.keyClick(shown, Keys.Key_PageDown)
    assert sheet.verticalScrollBar().value() > 0
    after = sheet.grab().toImage()
    head = QRect(30, 4, 220, 22)
    assert before.copy(head) == after.copy(head)
    below = head.translated(0, 34)
    assert before.copy(below) != after.copy(below)
    qtbot.keyClick(shown, Keys.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Name\tYear"
    assert lines[40] == "Treaty 39 of a long name\t1988"
    qtbot.mouseClick(shown.buttons["markdown"], Qt.MouseButton.LeftButton)
    assert "| Treaty 0 of a long name | 1949 |" in QGuiApplication.clipboard().text()
    qtbot.keyClick(shown, Keys.Key_Plus)
    assert sheet.scale > 1.0


@pytest.mark.parametrize("name", ["A drawing", "Of treaties"])
def test_what_is_open_is_drawn_in_another_theme(session: Session, qtbot: QtBot, name: str) -> None:
    shown = click(session, qtbot, name)
    qtbot.keyClick(shown, Keys.Key_Plus)
    qtbot.keyClick(shown, Keys.Key_Plus)

    def scale() -> float:
        return shown.sheet.scale if name == "Of treaties" else shown.canvas.scale

    def colors() -> set[str]:
        drawn = shown.grab().toImage()
        places = ((x, y) for x in range(0, drawn.width(), 3) for y in range(0, drawn.height(), 3))
        return {drawn.pixelColor(*place).name() for place in places}

    before, size = colors(), scale()
    session.context.settings.theme = "dark"
    assert session.window.reader.zoom.overlay is shown
    assert shown.isVisible()
    theme = session.context.theme
    role = "ink" if name == "Of treaties" else "accent"
    assert {theme[role].name(), theme["page"].name()} <= colors()
    assert theme[role].name() not in before
    assert scale() == size


def test_what_is_open_stays_while_the_page_behind_is_set_anew(
    session: Session, qtbot: QtBot
) -> None:
    shown = click(session, qtbot, "A square")
    session.window.resize(500, 600)
    qtbot.waitUntil(session.window.is_settled)
    assert session.window.reader.zoom.overlay is shown
    qtbot.keyClick(shown, Keys.Key_Escape)
    assert session.window.reader.zoom.overlay is None


def test_selected_cells_are_what_is_copied(session: Session, qtbot: QtBot) -> None:
    shown = click(session, qtbot, "Of treaties")
    cursor = shown.sheet.textCursor()
    place = shown.sheet.toPlainText().index("Treaty 3 ")
    cursor.setPosition(place)
    cursor.setPosition(place + 8, cursor.MoveMode.KeepAnchor)
    shown.sheet.setTextCursor(cursor)
    qtbot.keyClick(shown, Keys.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Treaty 3"


def test_a_click_in_a_table_that_ends_a_selection_opens_nothing(
    session: Session, qtbot: QtBot
) -> None:
    reader = session.window.reader
    point = middle(session, "Of treaties")
    reader.selecting.select(0, 5)
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not reader.zoom._waiting.isActive()
    qtbot.mouseDClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseRelease(reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert reader.textCursor().hasSelection()
    assert reader.zoom.overlay is None


def test_refused_pictures_do_not_open(session: Session) -> None:
    assert [one.name for one in subjects(session.window.reader)] == [
        "A square",
        "A drawing",
        "Of treaties",
    ]


def test_the_menu_enlarges_what_is_under_the_mouse(session: Session, qtbot: QtBot) -> None:
    viewport = session.window.reader.viewport()
    for name in ("A drawing", "Of treaties"):
        spot = middle(session, name)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, viewport.mapToGlobal(spot))
        QApplication.sendEvent(viewport, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text() == "Enlarge Picture or Table")
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        assert overlay(session).subject.name == name
        qtbot.keyClick(overlay(session), Keys.Key_Escape)


def test_a_wide_table_keeps_its_first_column(
    session: Session, qtbot: QtBot, course_folder: Path
) -> None:
    head = "| Question |" + "".join(f" Case {n} |" for n in range(12))
    rows = "".join(f"| Asked {n} |" + f" an answer of {n} |" * 12 + "\n" for n in range(30))
    page = f"# Wide\n\n{head}\n|{'---|' * 13}\n{rows}"
    (course_folder / SECTION).write_text(page, encoding="utf-8")
    session.window.reload()
    reader = session.window.reader
    qtbot.waitUntil(lambda: "Wide" in reader.toPlainText(), timeout=20_000)
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)
    session.window.resize(800, 500)
    qtbot.keyClick(reader, Keys.Key_Z)
    sheet = overlay(session).sheet
    bar = sheet.horizontalScrollBar()
    assert bar.maximum() > 0
    grid = sheet.excerpt.geometry.grid(sheet.excerpt.scenery.tables[0])
    bar.setValue(round(grid.left))
    column = QRect(2, 40, 60, 200)
    before = sheet.viewport().grab(column).toImage()
    qtbot.keyClick(overlay(session), Keys.Key_Right)
    assert bar.value() > 100
    assert sheet.viewport().grab(column).toImage() == before
    beside = QRect(150, 40, 200, 200)
    there = sheet.viewport().grab(beside).toImage()
    qtbot.keyClick(overlay(session), Keys.Key_Right)
    assert sheet.viewport().grab(beside).toImage() != there
    qtbot.keyClick(overlay(session), Keys.Key_PageDown)
    corner = sheet.viewport().grab(QRect(0, 0, 60, 20)).toImage()
    qtbot.keyClick(overlay(session), Keys.Key_Left)
    assert sheet.viewport().grab(QRect(0, 0, 60, 20)).toImage() == corner


def test_a_table_is_wrapped_into_the_window_as_long_as_no_word_breaks(
    start: Start, course_folder: Path, qtbot: QtBot
) -> None:
    cells = " | ".join(["words that go on and on"] * 5)
    rows = f"| A | B | C | D | E |\n|---|---|---|---|---|\n| {cells} |\n"
    (course_folder / SECTION).write_text(rows, encoding="utf-8")
    session = start(section=SECTION)
    session.window.resize(640, 500)
    qtbot.waitUntil(session.window.is_settled)
    assert session.window.reader.zoom.open_nearest()
    shown = session.window.reader.zoom.overlay
    assert shown
    qtbot.waitUntil(shown.sheet.isVisible)
    assert shown.sheet.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(shown, Keys.Key_1)
    assert shown.sheet.horizontalScrollBar().maximum() == 0
    for _ in range(6):
        qtbot.keyClick(shown, Keys.Key_Plus)
    assert shown.sheet.horizontalScrollBar().maximum() > 0
