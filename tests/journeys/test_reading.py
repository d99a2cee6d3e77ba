"""What a reader does: open, go around, filter, zoom, change the theme, close and come back."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from driving import said, section
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton

from studyapp.files import bundled
from studyapp.gui.dialogs.links import LinkDialog
from studyapp.gui.panels.contents import Contents

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.session import Session


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WADERS, HERON, STORK = "01-waders/index.md", "01-waders/01-heron.md", "01-waders/02-stork.md"


def contents(session: Session) -> Contents:
    panel = session.window.panel("contents")
    assert isinstance(panel, Contents)
    return panel


def until_at(session: Session, qtbot: QtBot, section_id: str) -> None:
    qtbot.waitUntil(lambda: section(session) == section_id, timeout=20_000)
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)


def click_row(session: Session, qtbot: QtBot, section_id: str) -> None:
    tree = contents(session).tree
    tree.expandAll()
    place = tree.visualRect(contents(session).model.index_of(section_id)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, place.y()))
    until_at(session, qtbot, section_id)


def test_open_a_course_and_click_through_the_tree(start: Start, qtbot: QtBot) -> None:
    session = start()
    assert section(session) == WADERS
    assert "Birds of the coast" in session.window.windowTitle()
    click_row(session, qtbot, HERON)
    assert session.window.reader.page
    assert session.window.reader.page.title == "The heron"
    assert session.window.header.facts.text().endswith("2 of 7")
    assert contents(session).tree.current_id() == HERON


def test_next_previous_back_and_forward_by_key(start: Start, qtbot: QtBot) -> None:
    session = start()
    window = session.window
    for key, wanted in ((Qt.Key.Key_PageDown, HERON), (Qt.Key.Key_PageDown, STORK)):
        qtbot.keyClick(window.reader, key, CTRL)
        until_at(session, qtbot, wanted)
    qtbot.keyClick(window.reader, Qt.Key.Key_PageUp, CTRL)
    until_at(session, qtbot, HERON)
    # Three hops in quick succession are one
    qtbot.keyClick(window.reader, Qt.Key.Key_Left, ALT)
    until_at(session, qtbot, WADERS)
    qtbot.keyClick(window.reader, Qt.Key.Key_Right, ALT)
    until_at(session, qtbot, HERON)
    assert not window.commands["go.forward"].isEnabled()


def test_two_quick_steps_go_two_sections_on(start: Start, qtbot: QtBot) -> None:
    session = start()
    for _ in range(3):
        qtbot.keyClick(session.window.reader, Qt.Key.Key_PageDown, CTRL)
    until_at(session, qtbot, "02-gulls")


def test_f6_goes_from_part_to_part(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    window = session.window
    window.show_panel("outline")
    visited = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        visited.append(window.focusWidget())
    assert visited == [window.panel("outline").list, contents(session).tree, window.reader]
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert contents(session).tree.hasFocus()


def test_tab_goes_through_the_window_as_the_eye_does(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    window = session.window
    window.show_panel("outline")
    window.toolbar.menu_button.setFocus()
    visited = []
    for _ in range(6):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(window.focusWidget())
    panel, crumbs = contents(session), window.header.crumbs.buttons
    assert visited[:4] == [panel.filter, panel.tree, *crumbs]
    assert visited[5] in {window.reader, *window.header.stops()}


def test_a_section_that_cannot_be_read_is_told_and_passed(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session = start(section=HERON)
    (course_folder / STORK).unlink()
    (course_folder / STORK).mkdir()
    state = session.window.view.state
    qtbot.keyClick(session.window.reader, Qt.Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: state.isVisible() or section(session) == "02-gulls", timeout=20_000)
    qtbot.keyClick(session.window, Qt.Key.Key_Left, ALT)
    until_at(session, qtbot, HERON)


def test_the_side_buttons_of_the_mouse_go_back_and_forward(start: Start, qtbot: QtBot) -> None:
    session = start()
    click_row(session, qtbot, HERON)
    page = session.window.reader.viewport()
    qtbot.mouseClick(page, Qt.MouseButton.BackButton)
    until_at(session, qtbot, WADERS)
    qtbot.mouseClick(page, Qt.MouseButton.ForwardButton)
    until_at(session, qtbot, HERON)


def test_filter_by_key_open_the_match_and_return_to_the_page(start: Start, qtbot: QtBot) -> None:
    session = start()
    qtbot.keyClick(session.window, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    panel = contents(session)
    assert panel.filter.hasFocus()
    qtbot.keyClicks(panel.filter, "black")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    until_at(session, qtbot, "02-gulls/02-black-headed.md")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert panel.tree.current_id() == "02-gulls/02-black-headed.md"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert session.window.reader.hasFocus()


def test_a_heading_of_the_outline_brings_its_words_up(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    session.window.show_panel("outline")
    outline = session.window.panel("outline")
    place = outline.list.visualRect(outline.model.index(5)).center()
    qtbot.mouseClick(outline.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: outline.list.reading == "part-5")
    assert session.window.place().heading == "part-5"


def test_zoom_theme_and_focus_mode_keep_the_place(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON, heading="Part 4")
    window, settings = session.window, session.context.settings
    qtbot.waitUntil(lambda: window.place().heading == "part-4")
    before = window.place().offset
    assert before
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Equal, CTRL)
    assert settings.text_size == 20
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert settings.text_size == 18
    settings.theme = "dark"
    assert session.context.theme.dark
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.toolbar.isHidden()
    assert window.header.isHidden()
    assert not contents(session).isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert contents(session).isVisible()
    qtbot.waitUntil(window.is_settled)
    assert window.place().offset == before


def test_close_and_come_back_to_the_same_words(start: Start, qtbot: QtBot) -> None:
    first = start(section=HERON)
    click_row(first, qtbot, STORK)
    first.window.reader.go_to_heading("nests")
    qtbot.waitUntil(lambda: first.window.place().heading == "nests")
    click_row(first, qtbot, HERON)
    first.window.reader.go_to_heading("part-6")
    qtbot.waitUntil(lambda: first.window.place().heading == "part-6")
    offset = first.window.place().offset
    first.window.show_panel("contents", shown=False)
    first.window.resize(720, 560)
    first.window.close()
    second = start()
    assert section(second) == HERON
    assert second.window.place().offset == offset
    assert not second.window.panel_shown("contents")
    assert second.window.size().toTuple() == (720, 560)
    second.window.show_panel("contents")
    click_row(second, qtbot, STORK)
    qtbot.waitUntil(lambda: second.window.place().heading == "nests")


def click_link(session: Session, link: str) -> None:
    session.window.reader.link_followed.emit(session.window.place().section, link, False, "")


def test_a_link_leads_to_another_section_and_its_heading(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    click_link(session, "02-stork.md#nests")
    until_at(session, qtbot, STORK)
    qtbot.waitUntil(lambda: session.window.place().heading == "nests")


def test_a_broken_link_says_what_it_misses(start: Start) -> None:
    session = start(section=HERON)
    click_link(session, "nowhere.md")
    assert "nowhere.md" in said(session)
    assert section(session) == HERON


def test_a_web_address_is_shown_before_it_is_opened(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    session = start(section=HERON)
    click_link(session, "https://example.org/birds")
    dialog = session.window.findChild(LinkDialog)
    assert dialog.isVisible()
    assert dialog.address.toPlainText() == "https://example.org/birds"
    assert opened == []
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert opened == ["https://example.org/birds"]


def test_a_file_edited_outside_is_shown_anew_at_the_same_place(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session = start(section=HERON, heading="part-4")
    qtbot.waitUntil(lambda: session.window.place().heading == "part-4")
    file = course_folder / HERON
    file.write_text(file.read_text() + "\n## A new part\n\nWritten outside.\n")
    reader = session.window.reader
    qtbot.waitUntil(
        lambda: "Written outside" in (reader.page.text if reader.page else ""), timeout=20_000
    )
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)
    assert session.window.place().heading == "part-4"
    # Some editors write another file and put it in the place of the first
    other = file.with_name("~heron.tmp")
    other.write_text(file.read_text() + "\nOnce more.\n")
    other.replace(file)
    qtbot.waitUntil(
        lambda: "Once more" in (reader.page.text if reader.page else ""), timeout=20_000
    )


def test_a_section_added_outside_appears_in_the_tree(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session = start(section=HERON)
    (course_folder / "04-auks.md").write_text("# Auks\n\nBlack and white.\n")
    model = contents(session).model
    qtbot.waitUntil(lambda: model.rowCount() == 4, timeout=20_000)
    click_row(session, qtbot, "04-auks.md")


def test_a_course_that_is_gone_is_told_and_found_again(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session = start(section=HERON)
    away = course_folder.with_name("away")
    course_folder.rename(away)
    qtbot.keyClick(session.window, Qt.Key.Key_PageDown, CTRL)
    state = session.window.view.state
    qtbot.waitUntil(lambda: state.isVisible() and "gone" in state.title.text(), timeout=20_000)
    away.rename(course_folder)
    session.window.view.retry_requested.emit()
    qtbot.waitUntil(lambda: section(session) == STORK, timeout=20_000)


def test_a_course_without_pages_says_so(start: Start, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    session = start(course=empty)
    assert "no pages" in session.window.view.state.title.text()
    assert section(session) == ""


def test_another_course_in_the_same_window_and_back(start: Start, qtbot: QtBot) -> None:
    session = start(section=STORK)
    qtbot.keyClick(session.window, Qt.Key.Key_F1)
    qtbot.waitUntil(
        lambda: session.context.workspace.course.title != "Birds of the coast", timeout=20_000
    )
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)
    assert session.context.workspace.course.root == bundled("content") / "guide"
    assert not session.window.commands["go.back"].isEnabled()
    menu = session.window.commands.menu("Course")
    rows = menu.actions()  # kept: with its action PySide6 lets go of the inner menu
    inner = next(a.menu() for a in rows if a.text() == "Open Recent")
    inner.aboutToShow.emit()
    birds = next(a for a in inner.actions() if a.text().startswith("Birds of the coast"))
    birds.trigger()
    until_at(session, qtbot, STORK)


def test_a_folder_that_is_no_course_leaves_all_as_it_is(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    session = start(section=HERON)
    session.window.open_course(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: said(session) != "", timeout=20_000)
    assert "nowhere" in said(session)
    assert section(session) == HERON


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_hands_over_and_ends(
    start: Start, qtbot: QtBot, home: Home, course_folder: Path
) -> None:
    session = start(section=HERON)
    qtbot.waitUntil(lambda: session._door is not None)
    other = (
        "import json, sys; from studyapp.files import Home; from studyapp.gui import instance;"
        "instance.TIMEOUT_MS = 5000;"
        "instance.hand_over(Home.at(sys.argv[1]), json.loads(sys.argv[2]))"
    )
    wish = json.dumps({"course": str(course_folder), "section": STORK, "heading": "nests"})
    second = subprocess.Popen([sys.executable, "-c", other, str(home.state.parent), wish])
    until_at(session, qtbot, STORK)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: session.window.place().heading == "nests")


def test_a_place_that_is_not_there_is_told_and_the_course_opens(start: Start) -> None:
    session = start(section="99-nothing.md")
    assert section(session) == WADERS
    assert "99-nothing.md" in said(session)


def test_the_link_to_a_place_and_the_words_marked_are_copied(start: Start, qtbot: QtBot) -> None:
    session = start(section=STORK, heading="nests")
    qtbot.waitUntil(lambda: session.window.place().heading == "nests")
    qtbot.keyClick(session.window, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == f"studyapp://birds/{STORK}#nests"


def test_the_overlay_of_keys_opens_with_the_question_mark(start: Start, qtbot: QtBot) -> None:
    session = start()
    qtbot.keyClicks(session.window, "?")
    overlay = QApplication.activeModalWidget()
    assert overlay is not None
    assert overlay.windowTitle() == "Keyboard shortcuts"
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)


def test_every_control_has_a_name(start: Start) -> None:
    session = start(section=HERON)
    nameless = [
        button
        for button in session.window.findChildren(QToolButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert nameless == []


def test_the_memory_survives_a_broken_file(start: Start, home: Home) -> None:
    home.state.mkdir(parents=True)
    (home.state / "memory.json").write_text("{ broken")
    assert section(start()) == WADERS


def test_files_of_the_course_are_never_touched(
    start: Start, qtbot: QtBot, course_folder: Path, tmp_path: Path
) -> None:
    before = tmp_path / "before"
    shutil.copytree(course_folder, before)
    session = start()
    click_row(session, qtbot, HERON)
    session.window.close()
    left = {p.relative_to(course_folder): p.read_bytes() for p in course_folder.rglob("*.*")}
    assert left == {p.relative_to(before): p.read_bytes() for p in before.rglob("*.*")}
