"""The command palette: every command by its title, found by words, beginnings, slips and initials.

The command `app.palette` opens it. What it lists is read from the rows through `Actions`; titles
are ranked as the quick switcher ranks those of sections. Without words the commands run last from
here come first, then all by their menus; those that cannot be used now stand below, muted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle

from studyapp.gui import icons
from studyapp.gui.chooser import Chooser, RowDelegate, small
from studyapp.gui.commands import shown_keys, shown_title, title_of, without_dots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from studyapp.gui.commands import Actions, Command
    from studyapp.gui.context import Context, Desk
    from studyapp.search.titles import Titles

ROW = 34
ICON = 18
GAP = 10
MOST_RECENT = 12
"""Commands that are kept as those run last."""


class Entry(NamedTuple):
    """A command as it now is."""

    row: Command
    title: str
    trail: tuple[str, ...]
    """Menu, and what else it is found by: its usual title, in the user's language and English."""
    keys: tuple[str, ...]
    icon: QIcon
    usable: bool
    on: bool
    marks: tuple[tuple[int, int], ...] = ()


def open_palette(desk: Desk) -> None:
    """Show it over the window."""
    palette = Palette(desk.context, desk.commands, desk.window())
    palette.run_requested.connect(desk.commands.run)
    palette.open_over(desk.window())


class Palette(Chooser):
    """Field and list of commands. Signal: `run_requested(Command)`, once it is closed."""

    run_requested = Signal(object)

    def __init__(self, context: Context, actions: Actions, parent: QWidget) -> None:
        super().__init__(context, parent, EntryDelegate(context, ROW))
        self.setWindowTitle(self.tr("Find a command"))
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Words of a command"))
        self.list.setAccessibleName(self.tr("Commands"))
        self._titles: Titles | None = None
        actions.refresh()
        entries = (self._entry(*listed) for listed in actions.listed(self))
        self._entries = _last_first(entries, context.memory.commands)
        self.look("")

    def entries(self) -> list[Entry]:
        """Return what is listed."""
        return [row for row in self.rows() if isinstance(row, Entry)]

    def look(self, text: str) -> None:
        """List the commands that have these words, or begin with them, or nearly so."""
        found = list(self._found(text)) if text.strip() else self._entries
        hint = self.tr("Enter runs it, Esc closes")
        counted = self.tr("%n command(s)", "", len(found))
        ranked = sorted(found, key=lambda entry: not entry.usable)
        said = hint if ranked else self.tr("No command like this")
        self.put(((one, self._told(one)) for one in ranked), said, counted if ranked else "")

    def choose(self, data: object) -> None:
        """Run it, or say that it cannot be run."""
        if not isinstance(data, Entry):
            return
        if not data.usable:
            self.say(self.tr("{} cannot be used now").format(without_dots(data.title)))
            return
        used = self.context.memory.commands
        used[:] = [data.row.id, *(one for one in used if one != data.row.id)][:MOST_RECENT]
        self.close()
        self.run_requested.emit(data.row)

    def _entry(self, row: Command, action: QAction, menus: tuple[str, ...]) -> Entry:
        title, inner = shown_title(action), menus[1:]
        if inner:
            title = self.tr("{}: {}").format(inner[0], title)
        usual = (one for one in (title_of(row), row.title) if one not in title)
        keys = tuple(shown_keys(action.shortcuts()))
        is_on = action.isCheckable() and action.isChecked()
        return Entry(row, title, (menus[0], *usual), keys, action.icon(), action.isEnabled(), is_on)

    def _found(self, text: str) -> Iterator[Entry]:
        from studyapp.search.titles import Titles  # noqa: PLC0415 - not at start

        if self._titles is None:
            known = enumerate(self._entries)
            self._titles = Titles((str(n), (*one.trail, one.title)) for n, one in known)
        for hit in self._titles.find(text, len(self._entries)):
            entry = self._entries[int(hit.section)]
            yield entry._replace(marks=tuple(_letters(entry.title, hit.marks, text)))

    def _told(self, entry: Entry) -> str:
        """Return what is heard of a command."""
        state = self.tr("on") if entry.on else ""
        now = "" if entry.usable else self.tr("not now")
        return ", ".join(filter(None, (entry.title, entry.trail[0], *entry.keys[:1], state, now)))


def _last_first(entries: Iterable[Entry], used: Sequence[str]) -> list[Entry]:
    """Return the commands run last first, then the others in their order."""
    places = {command_id: place for place, command_id in enumerate(used)}
    return sorted(entries, key=lambda entry: places.get(entry.row.id, MOST_RECENT))


def _letters(title: str, words: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Yield the letters that were typed, within the words that answer or as their initials.

    Of a word with a slip it is the whole word.
    """
    from studyapp.search.analysis import asked_terms, spans  # noqa: PLC0415 - not at start

    asked = asked_terms(text)
    for start, end in words:
        word = title[start:end].casefold()
        held = max((term for term in asked if term in word), key=len, default="")
        begins = start + word.index(held)
        yield (begins, begins + len(held)) if held else (start, end)
    firsts = [start for start, _ in spans(title)]
    initials = "".join(title[start] for start in firsts).casefold()
    if not words and len(asked) == 1 and initials.startswith(asked[0]):
        yield from ((start, start + 1) for start in firsts[: len(asked[0])])


class EntryDelegate(RowDelegate):
    """Draws a command in one line: icon, title and menu on one side, keys on the other."""

    def draw(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, data: object
    ) -> None:
        """Draw a command."""
        if not isinstance(data, Entry):
            return
        self._icon(painter, area, option, data)
        beside = small(option.font)
        title, aside = QFontMetrics(option.font), QFontMetrics(beside)
        line = area.adjusted(ICON + GAP, 0, 0, 0)
        line.setTop(area.center().y() - title.height() / 2)
        base = line.top() + title.ascent()
        keys = data.keys[0] if data.keys else ""
        line.setRight(line.right() - aside.horizontalAdvance(keys))
        muted = self.ink(option, "panel_muted")
        painter.setFont(beside)
        painter.setPen(muted)
        painter.drawText(QPointF(line.right(), base), keys)
        painter.setFont(option.font)
        painter.setPen(self.ink(option, "panel_ink" if data.usable else "faint"))
        line.setLeft(self.draw_marked(painter, line, data.title, data.marks) + GAP)
        painter.setFont(beside)
        painter.setPen(muted)
        menu = data.trail[0]
        if not data.usable:
            menu = self.tr("{}  ·  not now").format(menu)
        room = int(line.width()) - GAP
        shown = aside.elidedText(menu, Qt.TextElideMode.ElideRight, room)
        if room > 0:
            painter.drawText(QPointF(line.left(), base), shown)

    def _icon(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, entry: Entry
    ) -> None:
        place = QRect(0, 0, ICON, ICON)
        place.moveCenter(area.center().toPoint())
        place.moveLeft(int(area.left()))
        if entry.on:
            color = self.ink(option, "accent")
            ratio = icons.ratio_of(painter)
            painter.drawPixmap(place.topLeft(), icons.pixmap("check", color, ICON, ratio))
        else:
            mode = QIcon.Mode.Normal if entry.usable else QIcon.Mode.Disabled
            if option.state & QStyle.StateFlag.State_Selected:
                mode = QIcon.Mode.Selected
            entry.icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
