"""Two pages side by side: split, follow a link over there, mark, find, close, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from studyapp.gui.panels.contents import Contents
from studyapp.gui.panels.notes import Notes

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from studyapp.gui.pane import Pane
    from studyapp.gui.session import Session


Key, LEFT, MIDDLE = Qt.Key, Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
WADERS, HERON, STORK = "01-waders/index.md", "01-waders/01-heron.md", "01-waders/02-stork.md"
HERRING, TERNS = "02-gulls/01-herring.md", "03-terns.md"


class Learner:
    """Who sits before a window."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self.qtbot = session, qtbot
        self.window, self.panes = session.window, session.window.panes

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key wherever the keyboard is."""
        self.qtbot.keyClick(self.focused(), key, held)
        self.settle()

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def settle(self) -> None:
        self.qtbot.waitUntil(self.window.is_settled, timeout=20_000)

    def until(self, *sections: str) -> None:
        """Wait until the panes show these."""
        self.qtbot.waitUntil(lambda: tuple(self.sections()) == sections, timeout=20_000)
        self.settle()

    def sections(self) -> list[str]:
        return [pane.places.here().section for pane in self.panes.shown]

    def first(self) -> Pane:
        return self.panes.shown[0]

    def second(self) -> Pane:
        return self.panes.shown[1]

    def row(self, section: str) -> tuple[QWidget, QPoint]:
        """Return a row of the contents, as what to click and where."""
        panel = self.window.panel("contents")
        assert isinstance(panel, Contents)
        panel.tree.expandAll()
        place = panel.tree.visualRect(panel.model.index_of(section)).center()
        return panel.tree.viewport(), QPoint(100, place.y())

    def click_row(
        self, section: str, held: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT
    ) -> None:
        viewport, place = self.row(section)
        self.qtbot.mouseClick(viewport, button, held, place)
        self.settle()

    def point_of(self, pane: Pane, words: str) -> QPoint:
        """Return where words stand, in the viewport of a pane."""
        page, reader = pane.reader.page, pane.reader
        assert page
        offset = page.text.index(words)
        reader.reveal(offset, offset + len(words))
        cursor = reader.cursor_at(reader.position_of(offset))
        return reader.cursorRect(cursor).center() + QPoint(3, 0)

    def click_words(
        self,
        pane: Pane,
        words: str,
        held: Qt.KeyboardModifier = PLAIN,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        spot = self.point_of(pane, words)
        self.qtbot.mouseClick(pane.reader.viewport(), button, held, spot)
        self.settle()

    def marks(self, pane: Pane) -> list[tuple[int, int]]:
        return [(mark.first, mark.last) for mark in pane.reader.marks.all]


@pytest.fixture
def learner(start: Start, qtbot: QtBot) -> Learner:
    session = start(section=HERON)
    session.window.resize(1400, 800)
    made = Learner(session, qtbot)
    made.settle()
    return made


def split(learner: Learner) -> None:
    learner.press(Key.Key_Backslash, CTRL)
    learner.qtbot.waitUntil(lambda: learner.panes.is_split)
    learner.settle()


def test_split_shows_the_same_words_beside_and_again_is_one(learner: Learner) -> None:
    learner.window.reader.go_to_heading("part-4")
    learner.settle()
    place = learner.window.place().offset
    split(learner)
    assert learner.sections() == [HERON, HERON]
    first, second = learner.first(), learner.second()
    assert first.places.here().offset == second.places.here().offset == place
    assert second.reader.hasFocus()
    assert learner.panes.active is second
    assert first.view.geometry().right() < second.view.geometry().left()
    assert first.header.close_button.isVisible()
    learner.press(Key.Key_Backslash, CTRL)
    assert learner.panes.shown == [second]
    assert not first.view.isVisible()
    assert not second.header.close_button.isVisible()
    assert learner.window.place().heading == "part-4"
    assert learner.window.reader.hasFocus()


def test_each_pane_scrolls_and_goes_by_itself(learner: Learner) -> None:
    split(learner)
    first, second = learner.first(), learner.second()
    before = first.reader.bar.value()
    learner.press(Key.Key_Space)
    assert second.reader.bar.value() > before
    assert first.reader.bar.value() == before
    learner.press(Key.Key_PageDown, CTRL)
    learner.until(HERON, STORK)
    learner.press(Key.Key_F6, SHIFT)
    assert first.reader.hasFocus()
    assert not learner.window.commands["go.back"].isEnabled()
    learner.press(Key.Key_PageUp, CTRL)
    learner.until(WADERS, STORK)
    learner.press(Key.Key_F6, CTRL)
    assert second.reader.hasFocus()
    learner.press(Key.Key_Left, ALT)
    learner.until(WADERS, HERON)
    learner.press(Key.Key_F6, CTRL)
    learner.press(Key.Key_Left, ALT)
    learner.until(HERON, HERON)


def test_a_link_opens_over_there_and_the_keyboard_stays(learner: Learner) -> None:
    first = learner.panes.active
    learner.click_words(first, "the stork", CTRL)
    learner.until(HERON, STORK)
    second = learner.second()
    learner.qtbot.waitUntil(lambda: second.places.here().heading == "nests")
    assert learner.panes.active is first
    assert first.reader.hasFocus()
    learner.click_row(TERNS, button=MIDDLE)
    learner.until(HERON, TERNS)
    learner.click_words(first, "the stork", button=MIDDLE)
    learner.until(HERON, STORK)
    learner.click_words(first, "the stork")
    learner.until(STORK, STORK)


def test_a_link_opens_over_there_by_key_and_by_menu(learner: Learner, qtbot: QtBot) -> None:
    first = learner.panes.active
    spot = learner.point_of(first, "the stork")
    learner.press(Key.Key_O)
    learner.until(HERON, STORK)
    assert first.reader.hasFocus()
    learner.click_row(TERNS, CTRL)
    learner.until(HERON, TERNS)
    first.reader.setFocus()
    learner.press(Key.Key_Tab)
    assert first.reader.links.focused
    learner.press(Key.Key_Return, CTRL)
    learner.until(HERON, STORK)
    learner.click_row(TERNS, CTRL)
    learner.until(HERON, TERNS)
    viewport = first.reader.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    spot = learner.point_of(first, "the stork")
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, spot, viewport.mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Open Link in Other Pane"
    menu.actions()[0].trigger()
    menu.close()
    learner.until(HERON, STORK)


def test_a_title_of_the_switcher_opens_over_there(learner: Learner) -> None:
    learner.press(Key.Key_O, CTRL)
    learner.qtbot.keyClicks(learner.focused(), "herring")
    learner.settle()
    learner.press(Key.Key_Return, CTRL)
    learner.until(HERON, HERRING)
    assert learner.panes.active is learner.first()


def test_rows_open_over_there_with_ctrl(learner: Learner) -> None:
    learner.click_row(TERNS, CTRL)
    learner.until(HERON, TERNS)
    learner.click_row(HERRING, CTRL)
    learner.until(HERON, HERRING)
    learner.click_row(STORK)
    learner.until(STORK, HERRING)
    learner.window.panel("contents").setFocus()
    learner.press(Key.Key_Up)
    learner.press(Key.Key_Return, CTRL)
    learner.until(STORK, HERON)


def test_panels_and_title_follow_the_pane_that_is_active(learner: Learner) -> None:
    learner.window.show_panel("outline")
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    outline, contents = learner.window.panel("outline"), learner.window.panel("contents")
    assert isinstance(contents, Contents)
    assert (outline.section.id, contents.tree.page_id) == (HERON, HERON)
    place = learner.second().reader.viewport().rect().center()
    learner.qtbot.mouseClick(learner.second().reader.viewport(), LEFT, pos=place)
    assert learner.panes.active is learner.second()
    assert (outline.section.id, contents.tree.page_id) == (STORK, STORK)
    assert learner.window.windowTitle().startswith("The stork")
    learner.qtbot.mouseClick(learner.first().header, LEFT, pos=QPoint(300, 40))
    assert learner.panes.active is learner.first()
    assert learner.first().reader.hasFocus()
    assert learner.window.windowTitle().startswith("The heron")


def test_the_contents_mark_the_page_beside_more_quietly(learner: Learner) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    contents = learner.window.panel("contents")
    assert isinstance(contents, Contents)

    def told(section: str) -> str:
        index = contents.model.index_of(section)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def stripe(section: str) -> set[int]:
        rect = contents.tree.visualRect(contents.model.index_of(section))
        drawn = contents.tree.viewport().grab().toImage()
        return {drawn.pixel(1, y) for y in range(rect.top(), rect.bottom())}

    assert told(STORK).startswith("The stork, in the other pane")
    assert "in the other pane" not in told(HERON)
    assert stripe(STORK) - stripe(HERRING)
    assert stripe(HERON) - stripe(HERRING) != stripe(STORK) - stripe(HERRING)
    learner.panes.activate(learner.second())
    assert "in the other pane" in told(HERON)
    assert "in the other pane" not in told(STORK)
    learner.panes.close()
    assert "in the other pane" not in told(STORK)
    assert "in the other pane" not in told(HERON)


def test_buttons_of_a_header_turn_the_page_of_its_own_pane(learner: Learner) -> None:
    learner.click_row(TERNS, CTRL)
    learner.until(HERON, TERNS)
    back, on, close = learner.second().header.stops()[-3:]
    assert back.isEnabled()
    assert not on.isEnabled()
    assert learner.first().header.stops()[-2].isEnabled()
    learner.qtbot.mouseClick(back, LEFT)
    learner.until(HERON, "02-gulls/02-black-headed.md")
    assert learner.panes.active is learner.second()
    learner.qtbot.mouseClick(close, LEFT)
    learner.until(HERON)
    assert learner.panes.active is learner.first()


def test_a_mark_shows_in_both_panes_of_one_section(learner: Learner) -> None:
    split(learner)
    first, second = learner.first(), learner.second()
    learner.press(Key.Key_J)
    learner.press(Key.Key_J)
    learner.press(Key.Key_H)
    assert len(learner.marks(second)) == 1
    assert learner.marks(first) == learner.marks(second)
    learner.press(Key.Key_F6, CTRL)
    learner.press(Key.Key_Z, CTRL)
    assert learner.marks(first) == learner.marks(second) == []
    learner.press(Key.Key_J)
    learner.press(Key.Key_2)
    learner.press(Key.Key_B)
    assert len(learner.marks(first)) == 2
    assert learner.marks(first) == learner.marks(second)


def test_a_note_belongs_to_the_page_it_is_written_on(learner: Learner) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    learner.press(Key.Key_F6, CTRL)
    learner.press(Key.Key_J)
    learner.press(Key.Key_N)
    learner.qtbot.keyClicks(learner.focused(), "It claps")
    learner.press(Key.Key_Escape)
    whereabouts = learner.session.context.workspace.whereabouts
    learner.qtbot.waitUntil(lambda: bool(whereabouts.of_section(STORK)))
    assert [one.annotation.note for one in whereabouts.of_section(STORK)] == ["It claps"]
    assert whereabouts.of_section(HERON) == []


def written_beside(learner: Learner) -> Notes:
    """Begin a note in the first pane, then click into the second."""
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    learner.first().reader.setFocus()
    learner.press(Key.Key_J)
    learner.press(Key.Key_N)
    learner.qtbot.keyClicks(learner.focused(), "As the stork")
    learner.click_words(learner.second(), "claps")
    assert learner.panes.active is learner.second()
    panel = learner.window.panel("notes")
    assert isinstance(panel, Notes)
    return panel


def test_a_note_stays_open_while_one_looks_into_the_other_pane(learner: Learner) -> None:
    panel = written_beside(learner)
    editor = panel.view.editor
    assert editor
    assert editor.isVisible()
    assert not editor.text.hasFocus()
    whereabouts = learner.session.context.workspace.whereabouts
    assert [one.annotation.note for one in whereabouts.of_section(HERON)] == ["As the stork"]
    learner.qtbot.mouseClick(editor.text.viewport(), LEFT)
    assert learner.panes.active is learner.first()
    learner.press(Key.Key_End)
    learner.qtbot.keyClicks(learner.focused(), " does")
    learner.press(Key.Key_Escape)
    assert [one.annotation.note for one in whereabouts.of_section(HERON)] == ["As the stork does"]
    assert panel.listed
    assert panel.listed.id == HERON


def test_a_note_is_saved_and_closed_once_its_page_is_gone(learner: Learner) -> None:
    panel = written_beside(learner)
    learner.panes.close(learner.first())
    learner.until(STORK)
    assert panel.view.editor is None
    assert panel.listed
    assert panel.listed.id == STORK
    whereabouts = learner.session.context.workspace.whereabouts
    assert [one.annotation.note for one in whereabouts.of_section(HERON)] == ["As the stork"]


def test_a_note_without_words_does_not_stay_open(learner: Learner) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    learner.first().reader.setFocus()
    learner.press(Key.Key_J)
    learner.press(Key.Key_N)
    learner.click_words(learner.second(), "claps")
    panel = learner.window.panel("notes")
    assert isinstance(panel, Notes)
    assert panel.view.editor is None
    assert panel.listed
    assert panel.listed.id == STORK


def test_find_is_of_one_pane(learner: Learner) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    learner.press(Key.Key_F6, CTRL)
    learner.press(Key.Key_F, CTRL)
    second = learner.second()
    assert second.hits.bar
    assert second.hits.bar.field.hasFocus()
    learner.qtbot.keyClicks(learner.focused(), "claps")
    learner.qtbot.waitUntil(lambda: second.hits.bar.count.text().endswith("of 600"))
    assert second.reader.found.bands()
    assert learner.first().reader.found.bands() == []
    learner.press(Key.Key_Escape)
    assert second.reader.hasFocus()
    assert not second.hits.finds


def test_in_a_narrow_pane_the_find_bar_has_room_to_type_and_to_explain(learner: Learner) -> None:
    learner.window.show_panel("outline")
    split(learner)
    learner.press(Key.Key_F, CTRL)
    bar = learner.second().hits.bar
    assert bar
    learner.qtbot.mouseClick(bar.expression, LEFT)
    learner.qtbot.keyClicks(learner.focused(), "Part [2-")
    learner.qtbot.waitUntil(lambda: bool(bar.notice.text()))
    assert bar.field.width() >= 150
    learner.qtbot.waitUntil(
        lambda: bar.notice.height() >= bar.notice.heightForWidth(bar.notice.width())
    )
    learner.qtbot.keyClick(bar.field, Key.Key_Backspace)
    learner.qtbot.keyClicks(bar.field, "4]")
    learner.qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    assert bar.expression.isVisible()
    assert bar.expression.isChecked()
    learner.press(Key.Key_F6, CTRL)
    learner.press(Key.Key_W, CTRL)
    learner.qtbot.waitUntil(lambda: bar.words.y() < bar.field.geometry().bottom())


def test_a_result_opens_over_there_and_flashes_its_words(learner: Learner) -> None:
    learner.press(Key.Key_F, CTRL | SHIFT)
    learner.qtbot.keyClicks(learner.focused(), "claps again")
    search = learner.session.context.search
    learner.qtbot.waitUntil(
        lambda: any(hit.section == STORK for hit in search.hits) and learner.window.is_settled(),
        timeout=20_000,
    )
    learner.press(Key.Key_Return, SHIFT)
    learner.until(HERON, STORK)
    assert learner.panes.active is learner.first()
    page = learner.second().reader.page
    assert page
    assert learner.second().places.here().offset != 0


def test_swap_changes_places_and_nothing_else(learner: Learner) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    first, second = learner.first(), learner.second()
    learner.press(Key.Key_Backslash, CTRL | ALT)
    assert learner.panes.shown == [second, first]
    assert second.view.x() < first.view.x()
    assert learner.panes.active is first
    assert learner.sections() == [STORK, HERON]
    learner.press(Key.Key_W, CTRL)
    learner.until(STORK)


def test_a_small_window_puts_the_second_below(learner: Learner) -> None:
    split(learner)
    first, second = learner.first(), learner.second()
    first.reader.go_to_heading("part-3")
    learner.window.resize(760, 700)
    learner.qtbot.waitUntil(lambda: second.view.y() > first.view.y())
    assert learner.window.width() == 760
    assert first.view.width() == second.view.width()
    assert first.places.here().heading == "part-3"
    learner.window.resize(1400, 800)
    learner.qtbot.waitUntil(lambda: second.view.x() > first.view.x())
    assert first.places.here().heading == "part-3"
    learner.window.commands["pane.below"].trigger()
    assert second.view.y() > first.view.y()
    learner.window.commands["pane.below"].trigger()
    assert second.view.x() > first.view.x()


def test_focus_mode_keeps_both(learner: Learner) -> None:
    split(learner)
    learner.press(Key.Key_F11)
    assert learner.first().reader.isVisible()
    assert learner.second().reader.isVisible()
    assert learner.first().header.isHidden()
    learner.press(Key.Key_Escape)
    assert learner.first().header.isVisible()
    learner.press(Key.Key_W, CTRL)
    learner.press(Key.Key_F11)
    split(learner)
    assert learner.second().header.isHidden()


def test_esc_closes_the_find_bar_before_it_leaves_focus_mode(learner: Learner) -> None:
    split(learner)
    learner.press(Key.Key_F11)
    learner.press(Key.Key_F, CTRL)
    learner.second().reader.setFocus()
    learner.press(Key.Key_Escape)
    assert not learner.second().hits.finds
    assert learner.window.focus_mode()
    learner.press(Key.Key_Escape)
    assert not learner.window.focus_mode()
    assert learner.panes.is_split


def test_both_panes_are_back_after_a_restart(learner: Learner, start: Start, qtbot: QtBot) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    learner.second().reader.go_to_heading("nests")
    learner.first().reader.go_to_heading("part-2")
    qtbot.waitUntil(lambda: learner.first().places.here().heading == "part-2")
    learner.window.panes.splitter.setSizes([300, 700])
    learner.window.panes.splitter.splitterMoved.emit(300, 1)
    places = [pane.places.here() for pane in learner.panes.shown]
    learner.window.close()
    again = Learner(start(), qtbot)
    qtbot.waitUntil(lambda: again.panes.is_split)
    again.until(HERON, STORK)
    assert [pane.places.here() for pane in again.panes.shown] == places
    assert again.panes.active is again.first()
    again.window.resize(1400, 800)
    first, second = again.panes.splitter.sizes()
    assert first / (first + second) == pytest.approx(0.3, abs=0.02)
    again.press(Key.Key_W, CTRL)
    again.until(STORK)
    again.window.close()
    once_more = Learner(start(), qtbot)
    once_more.until(STORK)


def test_two_places_of_one_section_are_both_kept(
    learner: Learner, start: Start, qtbot: QtBot
) -> None:
    split(learner)
    learner.second().reader.go_to_heading("part-6")
    learner.first().reader.go_to_heading("part-2")
    places = [pane.places.here() for pane in learner.panes.shown]
    assert [place.heading for place in places] == ["part-2", "part-6"]
    learner.window.close()
    again = Learner(start(), qtbot)
    again.until(HERON, HERON)
    assert [pane.places.here() for pane in again.panes.shown] == places


def test_each_course_has_its_own_split(learner: Learner, course_folder: Path) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    learner.press(Key.Key_F1)
    learner.qtbot.waitUntil(
        lambda: learner.session.context.workspace.course.root != course_folder, timeout=20_000
    )
    learner.settle()
    assert not learner.panes.is_split
    learner.window.open_course(course_folder)
    learner.until(HERON, STORK)
    assert not learner.window.commands["go.back"].isEnabled()


def test_both_panes_stay_when_the_language_changes(learner: Learner, qtbot: QtBot) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    learner.press(Key.Key_F6, CTRL)
    session, before, locale = learner.session, learner.window, QLocale()
    session.context.settings.language = "de"
    qtbot.waitUntil(lambda: session.window is not before, timeout=20_000)
    again = Learner(session, qtbot)
    again.until(HERON, STORK)
    assert again.panes.shown[0].reader.accessibleName() == "Seite, Bereich 1 von 2"
    QLocale.setDefault(locale)


def test_both_pages_follow_their_files(learner: Learner, course_folder: Path) -> None:
    learner.click_row(STORK, CTRL)
    learner.until(HERON, STORK)
    file = course_folder / STORK
    file.write_text(file.read_text() + "\nWritten outside.\n")
    reader = learner.second().reader
    learner.qtbot.waitUntil(
        lambda: "Written outside" in (reader.page.text if reader.page else ""), timeout=20_000
    )
    learner.until(HERON, STORK)
    (course_folder / STORK).unlink()
    learner.press(Key.Key_F5)
    learner.qtbot.waitUntil(lambda: learner.sections() == [HERON, "02-gulls"], timeout=20_000)
    said = learner.session.context.messages.current
    assert said
    assert said.text.startswith("“The stork” is no longer in the course")


def test_attention_counts_for_the_active_pane_alone(learner: Learner) -> None:
    learner.click_row(TERNS, CTRL)
    learner.until(HERON, TERNS)
    progress = learner.session.context.workspace.progress
    learner.press(Key.Key_M, CTRL)
    assert progress.state(HERON) == "read"
    assert progress.state(TERNS) != "read"
    assert learner.first().header.facts.text().startswith("Read")
    learner.press(Key.Key_F6, CTRL)
    learner.press(Key.Key_M, CTRL)
    assert progress.state(TERNS) == "read"
