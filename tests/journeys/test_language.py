"""The language is another one at once: the window is built anew where the reader was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox

from studyapp.gui.dialogs.settings import SettingsDialog
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session

HERON = "01-waders/01-heron.md"


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


def test_menus_dates_and_buttons_change_and_the_reader_stays(
    start: Callable[..., Session], qtbot: QtBot
) -> None:
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


def test_what_is_being_written_is_kept(start: Callable[..., Session], qtbot: QtBot) -> None:
    session = start(section=HERON)
    session.window.show_panel("notes")
    session.window.commands["notes.note"].trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "Not yet saved")
    change(session, qtbot, "de")
    notes = session.context.workspace.notes
    assert [one.annotation.note for one in notes.of_section(HERON)] == ["Not yet saved"]
    session.window.commands["notes.undo"].trigger()
    assert "Rückgängig" in session.window.commands["notes.undo"].text()


def test_it_is_chosen_in_the_settings_which_stay_open(
    start: Callable[..., Session], qtbot: QtBot
) -> None:
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
