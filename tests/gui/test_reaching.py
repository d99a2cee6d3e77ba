"""Every command can be reached by menu, palette, keys and mouse: each is tried on the real window.

One window serves all cases. Its rows note that they ran instead of running; all can be used.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from birds import write_birds
from msgspec.structs import replace
from popups import close_popups
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from studyapp.files import Home
from studyapp.gui import catalog
from studyapp.gui.commands import always
from studyapp.gui.dialogs.palette import Palette
from studyapp.gui.panels import PANELS
from studyapp.gui.session import Session
from studyapp.options import WindowOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.commands import Command

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
ROWS = [row for row in catalog.ALL if row.rows is None]
HERON = "01-waders/01-heron.md"
OWN = {("hub", "Ctrl+C"): "it is the notes that are copied"}
"""Keys that a panel has a use of its own for."""
KEYS = [(row.id, keys) for row in ROWS for keys in row.shortcut.split()]
IDS = [row.id for row in ROWS]
PATIENCE = 20
ROOM = 640
"""Height of a menu that fits into a window 700 high, in pixels."""


class Tried:
    """The window, and what ran in it."""

    def __init__(self, session: Session, ran: list[str], real: set[str]) -> None:
        self.window = session.window
        self.ran = ran
        self.real = real
        """Commands that do here what they do."""

    def action(self, command_id: str) -> QAction:
        return self.window.commands[command_id]

    def row(self, command_id: str) -> Command:
        return self.window.commands.rows[command_id]

    def main_menu(self) -> QMenu:
        menu = self.window.toolbar.menu_button.menu()
        menu.aboutToShow.emit()
        return menu


def noting(row: Command, ran: list[str], real: set[str]) -> Command:
    """Return a row that can always be used and says that it ran."""

    def run(desk):
        ran.append(row.id)
        if row.id in real:
            row.run(desk)

    def inner(desk):
        return [noting(one, ran, real) for one in row.rows(desk)]

    return replace(row, run=run, when=always, name=None, rows=row.rows and inner)


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        QApplication.processEvents()
        assert time.monotonic() < end


@pytest.fixture(scope="module")
def opened(qapp, tmp_path_factory) -> Iterator[Tried]:
    folder, ran, real = tmp_path_factory.mktemp("reaching"), [], {"app.palette"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalog, "ALL", tuple(noting(row, ran, real) for row in catalog.ALL))
        home = Home.at(folder / "home")
        session = Session(WindowOptions(home, write_birds(folder / "birds"), HERON, ""))
    window = session.window
    session.show()
    window.resize(1000, 700)
    window.activateWindow()
    until(lambda: window.isActiveWindow() and window.is_settled())
    # So that every panel has a row to put the keyboard on
    window.reader.selecting.select(20, 30)
    window.marking.pen.highlight("yellow")
    window.seeking.ask("feathers")
    until(lambda: window.is_settled() and bool(session.context.search.results))
    yield Tried(session, ran, real)
    window.close()
    session.close()


@pytest.fixture
def tried(opened: Tried) -> Iterator[Tried]:
    opened.window.commands.refresh()
    opened.ran.clear()
    opened.window.reader.setFocus()
    yield opened
    close_popups()
    opened.window.activateWindow()  # offscreen, a popup takes the place of the active window
    until(opened.window.isActiveWindow)


def walk(menu: QMenu) -> Iterator[tuple[QMenu, QAction]]:
    """Yield every entry of a menu and of those in it, each with the menu that it stands in."""
    for action in menu.actions():
        if inner := action.menu():
            inner.aboutToShow.emit()
            yield from walk(inner)
        elif not action.isSeparator():
            yield menu, action


def entry(tried: Tried, command_id: str) -> tuple[QMenu, QAction]:
    """Return the last place of a command in the main menu: the palette's first one is on top."""
    found = [one for one in walk(tried.main_menu()) if one[1].objectName() == command_id]
    assert found, f"{command_id} stands in no menu"
    return found[-1]


# Menus


@pytest.mark.parametrize("command_id", IDS)
def test_it_stands_in_a_menu(tried: Tried, command_id: str) -> None:
    _, action = entry(tried, command_id)
    assert action is tried.action(command_id)


def test_the_menu_begins_with_the_palette(tried: Tried) -> None:
    assert tried.main_menu().actions()[0] is tried.action("app.palette")


def test_what_an_inner_menu_holds_stands_there_too(tried: Tried) -> None:
    held = {action.objectName() for _, action in walk(tried.main_menu())}
    assert {"theme.system", "theme.sepia", "course.no_recent"} <= held


def test_each_menu_fits_the_screen_of_a_small_machine(tried: Tried) -> None:
    menus = {menu.title(): menu for menu, _ in walk(tried.main_menu())}
    assert [title for title, menu in menus.items() if menu.sizeHint().height() > ROOM] == []


@pytest.mark.parametrize("command_id", IDS)
def test_a_click_on_its_entry_runs_it(tried: Tried, command_id: str) -> None:
    menu, action = entry(tried, command_id)
    main = tried.main_menu()
    main.popup(tried.window.mapToGlobal(QPoint(740, 50)))
    QTest.mouseClick(main, LEFT, pos=main.actionGeometry(menu.menuAction()).center())
    until(lambda: QApplication.activePopupWidget() is menu)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert tried.ran == [command_id]


# The palette


def palette(tried: Tried) -> Palette:
    QTest.keyClick(tried.window.reader, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = QApplication.activePopupWidget()
    assert isinstance(found, Palette)
    tried.ran.clear()
    return found


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_its_title_typed_into_the_palette_finds_and_runs_it(tried: Tried, row: Command) -> None:
    box = palette(tried)
    QTest.keyClicks(box.field, row.title.rstrip("…"))
    assert box.entries()[0].row.id == row.id
    QTest.keyClick(box.field, Key.Key_Return)
    assert tried.ran == [row.id]


def test_the_palette_lists_every_row(tried: Tried) -> None:
    listed = [one.row.id for one in palette(tried).entries()]
    assert sorted(set(listed)) == sorted(listed)
    assert set(listed) >= set(IDS)


@pytest.mark.parametrize("command_id", IDS)
def test_a_click_on_its_row_of_the_palette_runs_it(tried: Tried, command_id: str) -> None:
    box = palette(tried)
    place = [one.row.id for one in box.entries()].index(command_id)
    item = box.list.item(place)
    box.list.scrollToItem(item)
    QTest.mouseClick(box.list.viewport(), LEFT, pos=box.list.visualItemRect(item).center())
    assert tried.ran == [command_id]


# Keys


def press(widget: QWidget, keys: str) -> None:
    pressed = QKeySequence.fromString(keys)[0]
    QTest.keyClick(widget, pressed.key(), pressed.keyboardModifiers())


@pytest.mark.parametrize(("command_id", "keys"), KEYS)
def test_its_keys_on_the_page_run_it_alone(tried: Tried, command_id: str, keys: str) -> None:
    press(tried.window.reader, keys)
    assert tried.ran == [command_id]


@pytest.mark.parametrize("panel_id", [panel.id for panel in PANELS])
def test_keys_run_their_commands_from_a_panel_too(tried: Tried, panel_id: str) -> None:
    everywhere = [
        (one, keys)
        for one, keys in KEYS
        if tried.row(one).where == "window" and (panel_id, keys) not in OWN
    ]
    panel = tried.window.panel(panel_id)
    tried.window.show_panel(panel_id)
    until(tried.window.is_settled)
    ran = {}
    for _, keys in everywhere:
        close_popups()
        tried.window.activateWindow()
        until(tried.window.isActiveWindow)
        panel.setFocus()
        assert panel.isAncestorOf(QApplication.focusWidget())
        tried.ran.clear()
        press(QApplication.focusWidget(), keys)
        ran[keys] = list(tried.ran)
    assert ran == {keys: [command_id] for command_id, keys in everywhere}


def steps_to(menu: QMenu, action: QAction) -> None:
    """Walk down a menu by the arrow key until an entry is marked."""
    for _ in menu.actions():
        QTest.keyClick(menu, Key.Key_Down)
        if menu.activeAction() is action:
            return
    raise AssertionError(action.text())


def drive(menu: QMenu, inner: QMenu, action: QAction) -> None:
    try:
        assert QApplication.activePopupWidget() is menu
        steps_to(menu, inner.menuAction())
        QTest.keyClick(menu, Key.Key_Right)
        until(lambda: QApplication.activePopupWidget() is inner)
        if inner.activeAction() is not action:
            steps_to(inner, action)
        QTimer.singleShot(0, close_popups)  # what opens the menu again keeps the key waiting, too
        QTest.keyClick(inner, Key.Key_Return)
    finally:
        close_popups()


@pytest.mark.parametrize("command_id", IDS)
def test_f10_and_arrows_lead_to_it(tried: Tried, command_id: str) -> None:
    tried.real.add("view.menu")
    inner, action = entry(tried, command_id)
    # The menu keeps the key waiting until it is closed
    QTimer.singleShot(0, lambda: drive(tried.main_menu(), inner, action))
    QTest.keyClick(tried.window.reader, Key.Key_F10)
    tried.real.discard("view.menu")
    assert tried.ran == ["view.menu", command_id]
