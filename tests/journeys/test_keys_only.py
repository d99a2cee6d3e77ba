"""An hour of study by keys alone: read, find, follow, mark, compare, look closely, print.

Every key goes to the window that has the keyboard, as the system would send it, whatever in it has
the focus. Nothing is clicked, no command is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from studyapp.files import bundled
from studyapp.gui.dialogs.printing import PrintDialog
from studyapp.gui.reader.links import leads_away
from studyapp.gui.zooming.subjects import subjects

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session
    from studyapp.gui.window import Window

Key, PATIENCE = Qt.Key, 20_000
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
ARTICLE, NEXT = "03-foundations/03-article-five.md", "03-foundations/04-cold-war.md"
GLOSSARY = "99-back-matter/glossary.md"


class Typist:
    """Who has a keyboard and no mouse."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.window: Window = session.window
        self.context, self.qtbot = session.context, qtbot

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key, wherever the keyboard is."""
        window = QGuiApplication.focusWindow()
        assert window, "no window has the keyboard"
        QTest.keyClick(window, key, held)
        self.settle()

    def type(self, words: str) -> None:
        for letter in words:
            window = QGuiApplication.focusWindow()
            assert window
            QTest.keyClick(window, letter)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE)

    def settle(self) -> None:
        self.until(self.window.is_settled)

    @property
    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found, "nothing has the keyboard"
        return found

    @property
    def is_in_page(self) -> bool:
        return self.focused is self.window.reader

    @property
    def section(self) -> str:
        return self.window.place().section

    def tab_to(self, widget: QWidget) -> None:
        for _ in range(40):
            if self.focused is widget:
                return
            self.press(Key.Key_Tab)
        pytest.fail("Tab does not get there")


@pytest.fixture
def typist(start: Callable[..., Session], qtbot: QtBot) -> Typist:
    session = start(bundled("content") / "nato", ARTICLE)
    session.window.resize(1280, 860)
    made = Typist(session, qtbot)
    made.settle()
    return made


def test_a_session_of_study(typist: Typist, tmp_path: Path) -> None:
    read_on(typist)
    find_in_the_page(typist)
    search_the_course(typist)
    look_at_a_link_follow_it_and_return(typist)
    mark_and_write(typist)
    compare_two_pages(typist)
    look_at_a_picture(typist)
    run_a_command_by_name(typist)
    save_as_pdf(typist, tmp_path / "article.pdf")


def read_on(typist: Typist) -> None:
    assert typist.is_in_page
    bar = typist.window.reader.bar
    typist.press(Key.Key_Space)
    once = bar.value()
    assert once > 0
    typist.press(Key.Key_PageDown)
    assert bar.value() > once
    typist.press(Key.Key_PageDown, CTRL)
    typist.until(lambda: typist.section == NEXT)
    assert typist.is_in_page
    typist.press(Key.Key_PageUp, CTRL)
    typist.until(lambda: typist.section == ARTICLE)


def find_in_the_page(typist: Typist) -> None:
    typist.press(Key.Key_F, CTRL)
    typist.type("armed attack")
    finder = typist.window.seeking.bar
    assert finder
    typist.until(lambda: "of" in finder.count.text())

    def counted() -> tuple[int, int]:
        place, _, total = finder.count.text().partition(" of ")
        return int(place), int(total)

    place, total = counted()
    assert total > 1
    typist.press(Key.Key_Return)
    assert counted() == (place % total + 1, total)
    typist.press(Key.Key_F3, SHIFT)
    assert counted() == (place, total)
    typist.press(Key.Key_Escape)
    assert finder.isHidden()
    assert typist.is_in_page


def search_the_course(typist: Typist) -> None:
    typist.press(Key.Key_F, CTRL | SHIFT)
    typist.type("flexible response")
    search = typist.context.search
    typist.until(lambda: any(hit.section == NEXT for hit in search.hits) and not search.is_early)
    typist.settle()
    first = search.hits[0]
    typist.press(Key.Key_Return)
    typist.until(lambda: typist.section == first.section)
    assert typist.is_in_page
    typist.press(Key.Key_Escape)
    assert search.query.is_empty
    typist.press(Key.Key_Left, ALT)
    typist.until(lambda: typist.section == ARTICLE)
    assert typist.is_in_page


def look_at_a_link_follow_it_and_return(typist: Typist) -> None:
    reader = typist.window.reader
    typist.press(Key.Key_Home)
    while not reader.links.nearest(lambda link: "glossary" in link.href):
        typist.press(Key.Key_Space)
    before = typist.window.place()
    typist.press(Key.Key_P)
    typist.until(lambda: reader.peek.is_open)
    assert reader.peek.card
    assert typist.focused is reader.peek.card
    assert "Glossary" in reader.peek.card.crumb.text()
    typist.press(Key.Key_Return)
    typist.until(lambda: typist.section == GLOSSARY)
    assert typist.is_in_page
    assert not reader.peek.is_open
    typist.press(Key.Key_Left, ALT)
    typist.until(lambda: typist.window.place() == before)


def mark_and_write(typist: Typist) -> None:
    whereabouts, reader = typist.context.workspace.whereabouts, typist.window.reader
    typist.press(Key.Key_J)
    typist.press(Key.Key_J)
    sentence = reader.sentence.words()
    assert sentence
    typist.press(Key.Key_H)
    (placed,) = whereabouts.of_section(ARTICLE)
    assert placed.annotation.kind == "highlight"
    assert placed.found
    assert typist.context.workspace.page(ARTICLE).text[slice(*placed.found[:2])] == sentence
    typist.press(Key.Key_N)
    typist.type("Who decides?")
    typist.press(Key.Key_Escape)
    typist.until(lambda: whereabouts.of_section(ARTICLE)[0].annotation.note == "Who decides?")
    typist.press(Key.Key_Escape)
    assert typist.is_in_page
    assert reader.sentence.words() == sentence
    typist.press(Key.Key_Escape)
    assert not typist.window.marking.focused
    typist.press(Key.Key_Escape)
    assert not reader.sentence.range


def compare_two_pages(typist: Typist) -> None:
    panes = typist.window.panes
    first = panes.active
    typist.press(Key.Key_Backslash, CTRL)
    assert panes.is_split
    assert panes.active is not first
    assert typist.is_in_page
    while not typist.window.reader.links.nearest(leads_away):
        typist.press(Key.Key_Space)
    typist.press(Key.Key_O)
    typist.until(lambda: first.places.here().section not in ("", ARTICLE))
    assert typist.is_in_page
    assert typist.section == ARTICLE
    typist.press(Key.Key_F6, CTRL)
    assert panes.active is first
    assert typist.is_in_page
    typist.press(Key.Key_W, CTRL)
    assert not panes.is_split
    assert typist.is_in_page
    assert typist.section == ARTICLE


def look_at_a_picture(typist: Typist) -> None:
    reader = typist.window.reader
    while not any(one.picture and reader.area_of(one.first, one.last) for one in subjects(reader)):
        typist.press(Key.Key_Space)
        assert typist.section == ARTICLE
    typist.press(Key.Key_Z)
    overlay = reader.zoom.overlay
    assert overlay
    whole = overlay.canvas.scale
    typist.press(Key.Key_Plus)
    assert overlay.canvas.scale > whole
    typist.press(Key.Key_Escape)
    assert reader.zoom.overlay is None
    assert typist.is_in_page


def run_a_command_by_name(typist: Typist) -> None:
    typist.press(Key.Key_K, CTRL)
    assert isinstance(typist.focused, QLineEdit)
    typist.type("focus mode")
    typist.press(Key.Key_Return)
    assert typist.window.focus_mode()
    assert typist.is_in_page
    typist.press(Key.Key_Escape)
    assert not typist.window.focus_mode()
    assert typist.is_in_page


def save_as_pdf(typist: Typist, path: Path) -> None:
    typist.press(Key.Key_P, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    typist.until(lambda: dialog.book is not None)
    typist.tab_to(dialog.pdf_button)

    def name_the_file() -> None:
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, QFileDialog):
            waiting.start()
            return
        field = asked.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClick(field, Key.Key_A, CTRL)
        QTest.keyClicks(field, str(path))
        for _ in range(2):  # the first one takes what the field would complete
            if asked.isVisible():
                QTest.keyClick(field, Key.Key_Return)

    waiting = QTimer(dialog, singleShot=True, interval=20)
    waiting.timeout.connect(name_the_file)
    waiting.start()
    typist.press(Key.Key_Space)
    typist.until(path.exists)
    typist.until(lambda: QApplication.activeModalWidget() is None)
    document = pypdfium2.PdfDocument(path)
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Who decides?" in words
    assert typist.window.focusWidget() is typist.window.reader
