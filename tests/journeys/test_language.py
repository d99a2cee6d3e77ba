"""The language is another one at once: the window is built anew where the reader was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from birds import FILES
from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QEventLoop,
    QLocale,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from studyapp.course.links import Target
from studyapp.gui import history, language
from studyapp.gui.dialogs.comfort import TextControls
from studyapp.gui.dialogs.crash import CrashDialog
from studyapp.gui.dialogs.daterange import DateRange
from studyapp.gui.dialogs.links import follow
from studyapp.gui.dialogs.settings import SettingsDialog
from studyapp.gui.finding.start import WAYS
from studyapp.gui.panels.hub import Hub
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.hub.board import Board
    from studyapp.gui.session import Session

HERON, STORK = "01-waders/01-heron.md", "01-waders/02-stork.md"


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def change(session: Session, qtbot: QtBot, language: str) -> None:
    before = session.window
    session.context.settings.language = language
    qtbot.waitUntil(lambda: session.window is not before, timeout=20_000)
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)


def test_menus_dates_and_buttons_change_and_the_reader_stays(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    session.window.go(Location(HERON, "part-5"))
    qtbot.waitUntil(session.window.is_settled)
    session.window.show_panel("outline", shown=False)
    place = session.window.place()
    change(session, qtbot, "de")
    window = session.window
    assert (window.place().section, window.place().heading) == (HERON, place.heading)
    assert not window.panel_shown("outline")
    assert window.isVisible()
    assert window.toolbar.menu_button.toolTip() == "Menü"
    assert window.commands["page.copy"].text() == "Kopieren"
    assert "Strg+C" in window.commands["page.copy"].toolTip()
    assert QLocale().language() == QLocale.Language.German
    change(session, qtbot, "en")
    assert session.window.commands["page.copy"].text() == "Copy"
    assert QLocale().language() == QLocale.Language.English
    assert session.window.place().section == HERON


def test_what_is_being_written_is_kept(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    session.window.show_panel("notes")
    session.window.commands["notes.note"].trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "Not yet saved")
    change(session, qtbot, "de")
    whereabouts = session.context.workspace.whereabouts
    assert [one.annotation.note for one in whereabouts.of_section(HERON)] == ["Not yet saved"]
    session.window.commands["notes.undo"].trigger()
    assert "Rückgängig" in session.window.commands["notes.undo"].text()


def test_the_filters_of_all_notes_stay(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    notes = session.context.workspace.notes
    notes.add(HERON, (0, 9), color="yellow", tags=["exam"])
    notes.add(HERON, (0, 5), color="green", note="green one", tags=["exam"])
    session.window.show_panel("hub")
    board = hub_board(session)
    qtbot.waitUntil(lambda: board.shelf.loaded)
    board.scopes.buttons["all"].click()
    board.bar.line.setText("green")
    board.bar.dots[1].click()
    board.bar.put(kinds=frozenset({"highlight"}), tags=frozenset({"exam"}))
    board.bar.put(first_day=QDate.currentDate().addDays(-6).toString(Qt.DateFormat.ISODate))
    board.set_order("time")
    wanted = board.view
    change(session, qtbot, "de")
    board = hub_board(session)
    qtbot.waitUntil(lambda: board.shelf.has_others)
    assert board.view == wanted
    assert board.bar.line.text() == "green"
    assert [dot.isChecked() for dot in board.bar.dots] == [False, True, False, False, False]
    names = [chip.accessibleName() for chip in board.bar.chips()]
    assert names == [
        "Art: Hervorhebungen",
        "Schlagwörter: #exam",
        "Zustand",
        "Datum: Letzte 7 Tage",
    ]
    assert [row.card.annotation.note for row in board.model.rows] == ["green one"]
    board.clear_filters()
    assert len(board.model.rows) == 2


def hub_board(session: Session) -> Board:
    panel = session.window.panel("hub")
    assert isinstance(panel, Hub)
    return panel.board


def test_it_is_chosen_in_the_settings_which_stay_open(start: Start, qtbot: QtBot) -> None:
    session = start()
    before = session.window
    session.window.commands["app.settings"].trigger()
    box = next(
        one for one in session.window.findChildren(QComboBox) if one.accessibleName() == "Language"
    )
    box.setCurrentIndex(box.findData("de"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: session.window is not before, timeout=20_000)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(SettingsDialog)))
    dialog = session.window.findChildren(SettingsDialog)[0]
    assert dialog.windowTitle() == "Einstellungen"
    buttons = dialog.findChildren(QDialogButtonBox)[0].buttons()
    assert "Schließen" in [one.text().replace("&", "") for one in buttons]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


# A language made up for the test: what is not in brackets was never asked for


class Brackets(QTranslator):
    def translate(self, _context, source, _comment=None, number=-1):
        said = source.replace("%Ln", str(number)).replace("%n", str(number))
        return f"«{said}»"

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def in_brackets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    made: list[Brackets] = []

    def use(app: QCoreApplication, _settings: object) -> None:
        made.append(Brackets(app))
        app.installTranslator(made[-1])

    monkeypatch.setattr(language, "use", use)
    yield
    for one in made:
        QCoreApplication.removeTranslator(one)


EVERYTHING = """---
objectives: [tell birds apart]
terms: [plumage]
as_of: 2024
sources: [{title: Atlas, url: "https://example.org", accessed: 2024-05-01}]
---
# Everything

One word[^1] and ![a bird](no-such.png).

[^1]: A footnote.

Question::Answer

```mermaid
graph TD
```
"""
OWN = (
    *(word for text in (*FILES.values(), EVERYTHING) for word in text.split("\n")),
    *(example for example, _ in WAYS),
    *(
        "One word1 and",
        "A footnote",
        "Birds of the coast",
        "Terns",
        "tell birds apart",
        "plumage",
        "Atlas",
        "example.org",
    ),
    *("Studyapp", "Python", "Qt", "Letter", "pt", "Aa", "https://", "px"),
)
"""What is no word of the app: the course, examples of questions, names."""


def said_by(widget: QWidget | QAction) -> Iterator[str]:
    """Yield all that a widget shows or tells a screen reader."""
    yield widget.toolTip()
    if isinstance(widget, QWidget):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    match widget:
        case QAction() | QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QTabWidget():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QTreeWidget():
            items = [widget.headerItem()] + [
                widget.topLevelItem(place) for place in range(widget.topLevelItemCount())
            ]
            yield from (item.text(0) for item in items if item)
        case QMenu():
            yield widget.title()
        case _:
            pass


def unbracketed(root: QWidget) -> set[str]:
    parts = [root, *root.findChildren(QWidget), *root.findChildren(QAction)]
    said = {text for part in parts for text in said_by(part)}
    return {text for text in said if _has_words(text) and "«" not in text}


def _has_words(text: str) -> bool:
    for own in sorted(OWN, key=len, reverse=True):
        if own.strip("# "):
            text = text.replace(own.strip("# "), "")
    return len([letter for letter in text if letter.isalpha()]) > 1


def test_all_that_the_window_says_is_translated(
    start: Start, qtbot: QtBot, course_folder: Path, in_brackets: None
) -> None:
    (course_folder / "04-all.md").write_text(EVERYTHING, encoding="utf-8")
    session = start(section="04-all.md")
    window = session.window
    for panel in window.sides.ids:
        window.show_panel(panel)
        qtbot.waitUntil(window.is_settled)
    window.commands["find.open"].trigger()
    window.reader.selectAll()
    window.commands["notes.underline"].trigger()
    window.commands["notes.bookmark"].trigger()
    window.toolbar.field.setText("word")
    qtbot.waitUntil(window.is_settled)
    menu = QMenu()
    window.commands.fill(menu)
    for inner in menu.findChildren(QMenu):
        inner.aboutToShow.emit()
    assert unbracketed(window) | unbracketed(menu) == set()


def test_all_that_dialogs_say_is_translated(start: Start, qtbot: QtBot, in_brackets: None) -> None:
    window = start(section=HERON).window
    for command in ("app.settings", "help.shortcuts", "help.about", "view.text", "page.pdf"):
        window.commands[command].trigger()
    window.commands["go.switch"].trigger()
    follow(window, Target("web", url="https://example.org"))
    CrashDialog("Studyapp", window).show()
    DateRange(window).show()
    qtbot.waitUntil(window.is_settled)
    families = set(QFontDatabase.families())
    folders = {str(getattr(window.context.home, name)) for name in ("notebook", "config", "state")}
    dialogs = [*window.findChildren(QDialog), *window.findChildren(TextControls)]
    assert sorted(type(one).__name__ for one in dialogs) == [
        "AboutDialog", "CrashDialog", "DateRange", "LinkDialog", "PrintDialog", "SettingsDialog",
        "ShortcutOverlay", "Switcher", "TextControls",
    ]  # fmt: skip
    for dialog in dialogs:
        assert unbracketed(dialog) - families - folders == set(), dialog
        dialog.close()


def test_all_that_is_written_around_the_text_is_translated(
    start: Start, qtbot: QtBot, course_folder: Path, in_brackets: None
) -> None:
    (course_folder / "04-all.md").write_text(EVERYTHING, encoding="utf-8")
    reader = start(section="04-all.md").window.reader
    block, bare = reader.document().begin(), []
    while block.isValid():
        words = block.text()
        if _has_words(words) and "«" not in words and words not in reader.page.text:
            bare.append(block.text())
        block = block.next()
    assert bare == []
    assert "«Check yourself»" in reader.document().toPlainText()
    assert "«Diagram shown as its source»" in reader.document().toPlainText()


# What a window has beside the page goes over to the next


def test_the_ways_back_and_forward_stay(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MERGE_SECONDS", 0)
    session = start(section=HERON)
    for section in (STORK, "03-terns.md"):
        session.window.go(Location(section))
        qtbot.waitUntil(session.window.is_settled)
    session.window.commands["go.back"].trigger()
    qtbot.waitUntil(session.window.is_settled)
    change(session, qtbot, "de")
    assert session.window.commands["go.back"].isEnabled()
    session.window.commands["go.forward"].trigger()
    qtbot.waitUntil(session.window.is_settled)
    assert session.window.place().section == "03-terns.md"


def test_search_find_bar_and_focus_mode_stay(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    session.window.seeking.ask("stork")
    session.window.panel("search").head.scope.kinds["text"].click()
    session.window.commands["find.open"].trigger()
    bar = session.window.seeking.bar
    bar.words.click()
    qtbot.keyClicks(bar.field, "waits")
    qtbot.waitUntil(session.window.is_settled)
    session.window.set_focus_mode(True)
    change(session, qtbot, "de")
    window = session.window
    assert window.focus_mode()
    assert window.header.isHidden()
    qtbot.waitUntil(lambda: window.seeking.bar is not None)
    assert window.seeking.bar.field.text() == "waits"
    assert window.seeking.bar.words.isChecked()
    qtbot.waitUntil(lambda: window.seeking.bar.count.text() == "1 von 1")
    window.set_focus_mode(False)
    assert window.toolbar.field.text() == "stork"
    assert window.panel_shown("search")
    assert window.panel("search").head.scope.kinds["text"].isChecked()
    qtbot.waitUntil(lambda: bool(session.context.search.hits))


def test_both_panes_stay_and_the_same_one_has_the_say(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    session.window.commands["pane.split"].trigger()
    session.window.go(Location(STORK))
    qtbot.waitUntil(session.window.is_settled)
    change(session, qtbot, "de")
    first, second = session.window.panes.shown
    assert (first.places.here().section, second.places.here().section) == (HERON, STORK)
    assert session.window.panes.active is second


def test_settings_stay_at_the_language(start: Start, qtbot: QtBot) -> None:
    session = start()
    session.window.commands["app.settings"].trigger()
    session.window.findChildren(SettingsDialog)[0].move(120, 90)
    change(session, qtbot, "de")
    (dialog,) = session.window.findChildren(SettingsDialog)
    assert (dialog.pos().x(), dialog.pos().y()) == (120, 90)
    assert dialog.focusWidget().accessibleName() == "Sprache"
    dialog.close()


def test_the_language_in_force_under_another_name_changes_nothing(
    start: Start, qtbot: QtBot
) -> None:
    session = start()
    window = session.window
    session.context.settings.language = language.chosen(session.context.settings)
    QApplication.processEvents()
    assert session.window is window


def test_the_window_outlives_a_drag_that_began_in_it(start: Start, qtbot: QtBot) -> None:
    session = start()
    before, kept = session.window, []

    def drag() -> None:
        """Wait in a loop within the loop, as Qt does until words are dropped."""
        loop = QEventLoop()
        session.context.settings.language = "de"
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, loop.quit))
        loop.exec()
        kept.append(session.window is before)

    QTimer.singleShot(0, drag)
    qtbot.waitUntil(lambda: session.window is not before, timeout=20_000)
    assert kept == [True]
