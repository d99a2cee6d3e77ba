"""Commands as rows, and the one place that makes menus and keys of them.

A row stands beside its owner: on a panel, else in one of the files `*_commands.py`; `catalog.ALL`
has all of them. Menus, tool buttons, the shortcut overlay and the palette read rows. The window
makes one `Actions` of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from studyapp.gui import icons
from studyapp.gui.language import translate
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from studyapp.gui.context import Desk


FAILED = "command"
"""Id of the message that a command failed."""


def always(desk: Desk) -> bool:  # noqa: ARG001 - the shape of `when`
    """Return that the command can be used at any time."""
    return True


def has_page(desk: Desk) -> bool:
    """Return whether a page is on show, and nothing in its place."""
    return desk.view.shows_page


def nothing(desk: Desk) -> None:
    """Do nothing: the `run` of a row that opens a menu."""


class Command(Struct, frozen=True):
    """Something the user can ask for."""

    id: str
    title: str
    menu: str
    """Title of the menu it stands in; empty only for rows of an inner menu."""
    run: Callable[[Desk], object] = nothing
    shortcut: str = ""
    """Keys in Qt's portable notation; several ways are separated by spaces."""
    icon: str = ""
    when: Callable[[Desk], bool] = always
    """Whether it can be used now; asked again after each change of place and each command."""
    on: Callable[[Desk], bool] | None = None
    """Whether it is switched on, for a command that is a switch."""
    group: str = ""
    """Rows of one group stand together in the menu, between rules, wherever the rows stand."""
    rows: Callable[[Desk], Iterable[Command]] | None = None
    """For a row that is a menu of its own: what is in it, asked whenever it opens."""
    where: Literal["window", "page"] = "window"
    """Where its keys count: anywhere, or only while the page has the keyboard, as for plain letters
    and digits, which are typed elsewhere."""
    name: Callable[[Desk], str] | None = None
    """Its title as things are now, for one that says what it would act on."""


def title_of(command: Command) -> str:
    """Return its title in the user's language."""
    return translate("Command", command.title)


def without_dots(title: str) -> str:
    """Return a title as it stands in a sentence, without the sign that a dialog follows."""
    return title.rstrip(" …")


def menu_title(title: str) -> str:
    """Return the title of a menu in the user's language."""
    return translate("Menu", title)


def keys_of(command: Command, own: Mapping[str, str]) -> list[QKeySequence]:
    """Return the keys of a command: the user's own where they differ."""
    spelled = own.get(command.id, command.shortcut)
    return [QKeySequence.fromString(keys) for keys in spelled.split()]


def shown_keys(keys: Iterable[QKeySequence]) -> list[str]:
    """Return keys as this system spells them."""
    return [key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys]


def clashes(commands: Iterable[Command], own: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return each key that two commands claim, with the ids of both."""
    owners: dict[str, str] = {}
    found: list[tuple[str, str, str]] = []
    for command in commands:
        for key in keys_of(command, own):
            owner = owners.setdefault(key.toString(), command.id)
            if owner != command.id:
                found.append((key.toString(), owner, command.id))
    return found


class Actions(QObject):
    """Every command as an action of the window: its keys work, menus and buttons show its state."""

    def __init__(self, desk: Desk, window: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.rows = {command.id: command for command in commands}
        self._actions = {row.id: self._made(row, window) for row in self.rows.values()}
        for row in self.rows.values():
            self._bind(row)
        self.apply_keys()
        self.apply_theme()

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def _bind(self, row: Command) -> None:
        """Let the keys of a row count where it says."""
        action = self._actions[row.id]
        if row.where == "page":
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._desk.reader.addAction(action)
        else:
            self._window.addAction(action)

    def count_in(self, page: QWidget) -> None:
        """Let the keys that count on the page count on this one."""
        rows = self.rows.values()
        page.addActions([self._actions[row.id] for row in rows if row.where == "page"])

    def apply_keys(self) -> None:
        """Give every action the keys that are in force, and name them in its tooltip."""
        own = self._desk.context.settings.shortcuts
        for command_id, action in self._actions.items():
            action.setShortcuts(keys_of(self.rows[command_id], own))
            _put_tip(action)

    def refresh(self) -> None:
        """Ask every row again whether it can be used and whether it is on."""
        for command_id, action in self._actions.items():
            _put_state(action, self.rows[command_id], self._desk)

    def apply_theme(self) -> None:
        """Draw the icons in the colors of the theme."""
        for command_id, action in self._actions.items():
            if name := self.rows[command_id].icon:
                action.setIcon(icons.icon(name, self._desk.context.theme))

    def menu(self, title: str, parent: QWidget | None = None) -> QMenu:
        """Return a new menu of the rows of this title."""
        menu = QMenu(menu_title(title), parent or self._window)
        self.fill_one(menu, title)
        return menu

    def fill_one(self, menu: QMenu, title: str) -> None:
        """Put the rows of this title into a menu."""
        self._fill(menu, [row for row in self.rows.values() if row.menu == title])

    def fill(self, bar: QMenu | QMenuBar) -> None:
        """Put every menu into a menu bar, or into the menu that stands for one."""
        for title in dict.fromkeys(row.menu for row in self.rows.values() if row.menu):
            bar.addMenu(self.menu(title, bar))

    def _fill(self, menu: QMenu, rows: Iterable[Command]) -> None:
        groups: dict[str, list[Command]] = {}
        for row in rows:
            groups.setdefault(row.group, []).append(row)
        for group in groups.values():
            if not menu.isEmpty():
                menu.addSeparator()
            for row in group:
                if row.rows is None:
                    menu.addAction(self._actions.get(row.id) or self._stated(row, menu))
                else:
                    self._add_inner(menu, row)

    def _add_inner(self, menu: QMenu, row: Command) -> None:
        inner = menu.addMenu(title_of(row))
        inner.setToolTipsVisible(True)
        inner.aboutToShow.connect(lambda: self.refill(inner, row))

    def refill(self, menu: QMenu, row: Command) -> None:
        """Put into a menu what its row now says is in it."""
        menu.clear()
        self._fill(menu, row.rows(self._desk) if row.rows else ())

    def listed(self, parent: QObject) -> Iterator[tuple[Command, QAction, tuple[str, ...]]]:
        """Yield each row that does something, its action, and the titles of what it stands in.

        The rows of inner menus are asked for now, and their actions belong to `parent`.
        """
        for row in self.rows.values():
            if row.rows is None:
                yield row, self._actions[row.id], (menu_title(row.menu),)
            else:
                menus = menu_title(row.menu), title_of(row)
                for inner in row.rows(self._desk):
                    yield inner, self._stated(inner, parent), menus

    def _stated(self, row: Command, parent: QObject) -> QAction:
        action = self._made(row, parent)
        _put_state(action, row, self._desk)
        return action

    def _made(self, row: Command, parent: QObject) -> QAction:
        action = QAction(parent)
        _put_title(action, title_of(row))
        action.setObjectName(row.id)
        action.setCheckable(row.on is not None)
        action.triggered.connect(lambda: self.run(row))
        return action

    def run(self, row: Command) -> None:
        """Carry out a command if it can be used now; what can be mended goes to the message bar.

        Its action may not know yet that it cannot: while a page or a course is on its way.
        """
        try:
            if row.when(self._desk):
                row.run(self._desk)
        except StudyError as error:
            self._desk.context.messages.error(error, id=FAILED)
        self.refresh()


def _put_state(action: QAction, row: Command, desk: Desk) -> None:
    action.setEnabled(row.when(desk))
    if row.on is not None:
        action.setChecked(row.on(desk))
    if row.name is not None and (name := row.name(desk)) != action.iconText():
        _put_title(action, name)
        _put_tip(action)


def _put_title(action: QAction, title: str) -> None:
    # "&" would be taken for a mnemonic; course titles may hold one.
    action.setText(title.replace("&", "&&"))
    action.setIconText(without_dots(title))


def shown_title(action: QAction) -> str:
    """Return the title of a command as it now is."""
    return action.text().replace("&&", "&")


def _put_tip(action: QAction) -> None:
    keys = shown_keys(action.shortcuts())
    action.setToolTip(f"{action.iconText()} ({keys[0]})" if keys else action.iconText())
