"""What narrows the hub down: words, colors, kind, tags, state, date; all of them together.

The panel hears `changed()` and reads `criteria`; it says which tags there are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import icons
from studyapp.gui.asideclicks import ENTER
from studyapp.gui.finding.chips import Flow
from studyapp.gui.hub.filtering import Criteria
from studyapp.gui.language import grouped, in_order
from studyapp.gui.noting.colordots import Dot
from studyapp.model import COLORS, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from studyapp.gui.context import Context

MOST_TAGS = 40
"""Tags that the menu lists, the most used ones; others are found by typing them."""


class FilterBar(QWidget):
    """The filters. Signals: `changed()`; `entered()` and `left_down()` by keys in the line."""

    changed = Signal()
    entered = Signal()
    left_down = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.criteria = Criteria()
        self.line = FilterLine(context)
        self.dots = [Dot(context, color) for color in COLORS]
        self.kind = Chip(context, self.tr("Kind"))
        self.tags = Chip(context, self.tr("Tags"))
        self.state = Chip(context, self.tr("State"))
        self.date = Chip(context, self.tr("Date"))
        self.tag_counts: Callable[[], Mapping[str, int]] = dict
        """Tells which tags there are, and how many notes have each."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = Flow()
        for chip in self.chips():
            row.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addLayout(row)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda words: self.put(words=words))
        self.line.entered.connect(self.entered)
        self.line.left_down.connect(self.left_down)
        for dot in self.dots:
            dot.toggled.connect(self._on_dot)
        self._offer_kinds()
        self.tags.menu().aboutToShow.connect(self._offer_tags)
        self._offer_dates()

    def chips(self) -> list[Chip]:
        """Return the menus of the bar."""
        return [self.kind, self.tags, self.state, self.date]

    def put(self, **changes: object) -> None:
        """Change what is wanted."""
        wanted = replace(self.criteria, **changes)  # type: ignore[arg-type] - fields by name
        if wanted != self.criteria:
            self.criteria = wanted
            self.changed.emit()

    def clear(self) -> None:
        """Want everything again."""
        self.criteria = Criteria()
        parts = (self.line, *self.dots, *self.chips())
        for part in parts:
            part.blockSignals(True)
        self.line.clear()
        for dot in self.dots:
            dot.setChecked(False)
        for chip in self.chips():
            chip.choose(())
        for part in parts:
            part.blockSignals(False)
        self.line.show_clear()
        self.changed.emit()

    def resume(self, wanted: Criteria) -> None:
        """Want what another bar wanted, without telling."""
        self.criteria = wanted
        for part in (self.line, *self.dots):
            part.blockSignals(True)
        self.line.setText(wanted.words)
        for dot in self.dots:
            dot.setChecked(dot.color in wanted.colors)
        for part in (self.line, *self.dots):
            part.blockSignals(False)
        self.line.show_clear()
        self._offer_kinds()
        self._offer_tags()
        self._show_days()

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        self.line.apply_theme()
        for chip in self.chips():
            chip.apply_theme()

    def _on_dot(self) -> None:
        self.put(colors=frozenset(dot.color for dot in self.dots if dot.isChecked()))

    def _offer_kinds(self) -> None:
        wanted = self.criteria
        kinds = {
            "highlight": self.tr("Highlights"),
            "underline": self.tr("Underlines"),
            "note": self.tr("Notes"),
            "bookmark": self.tr("Bookmarks"),
            "question": self.tr("Questions"),
            "card": self.tr("Cards"),
        }
        states = {
            str(State.ANCHORED): self.tr("In place"),
            str(State.CHANGED): self.tr("Changed or uncertain"),
            str(State.ORPHANED): self.tr("Not found"),
        }
        self.kind.offer(kinds, lambda chosen: self.put(kinds=chosen), wanted.kinds)
        self.state.offer(states, lambda chosen: self.put(states=chosen), wanted.states)

    def _offer_tags(self) -> None:
        counts = self.tag_counts()
        used = sorted(counts, key=lambda tag: (-counts[tag], tag))
        offered = dict.fromkeys([*in_order(self.criteria.tags), *used[:MOST_TAGS]])
        titles = {tag: f"#{tag}  ({grouped(counts.get(tag, 0))})" for tag in offered}
        self.tags.offer(titles, lambda chosen: self.put(tags=chosen), chosen=self.criteria.tags)
        if not titles:
            self.tags.add(self.tr("No tags here yet")).setEnabled(False)

    def _offer_dates(self) -> None:
        """Offer spans of days that end today, and any span."""
        self._spans = QActionGroup(self.date)
        self._spans.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for days, title in self._day_titles().items():
            action = self.date.add(title, self._spans)
            action.triggered.connect(
                lambda on, title=title, days=days: self._on_days(title, days if on else 0)
            )
        self.date.menu().addSeparator()
        action = self.date.add(self.tr("From … to …"), self._spans)
        action.triggered.connect(lambda on: self._ask_range() if on else self._on_days("", 0))

    def _day_titles(self) -> dict[int, str]:
        return {1: self.tr("Today"), 7: self.tr("Last 7 days"), 30: self.tr("Last 30 days")}

    def _show_days(self) -> None:
        """Show on the chip the days that are wanted."""
        first, last = (_day(self.criteria.first_day), _day(self.criteria.last_day))
        days = first.daysTo(QDate.currentDate()) + 1 if first.isValid() else 0
        titles = self._day_titles()
        if last.isValid():
            self.date.choose((self.tr("From … to …"),))
            self._say_range(first, last)
        elif days in titles:
            self.date.choose((titles[days],))
            self.date.say(titles[days])

    def _say_range(self, first: QDate, last: QDate) -> None:
        shown = [QLocale().toString(day, QLocale.FormatType.ShortFormat) for day in (first, last)]
        self.date.say(self.tr("{} to {}").format(*shown))

    def _on_days(self, title: str, days: int) -> None:
        """Want the last so many days, today with them; 0 for any time."""
        self.date.say(title if days else "")
        first = _iso(QDate.currentDate().addDays(1 - days)) if days else ""
        self.put(first_day=first, last_day="")

    def _ask_range(self) -> None:
        from studyapp.gui.dialogs.daterange import DateRange  # noqa: PLC0415 - seldom

        dialog = DateRange(self)
        dialog.chosen.connect(self._on_range)
        dialog.rejected.connect(self._on_no_range)
        dialog.open()

    def _on_range(self, first: QDate, last: QDate) -> None:
        self._say_range(first, last)
        self.put(first_day=_iso(first), last_day=_iso(last))

    def _on_no_range(self) -> None:
        self.date.choose(())
        self._on_days("", 0)


def _iso(day: QDate) -> str:
    return day.toString(Qt.DateFormat.ISODate)


def _day(iso: str) -> QDate:
    return QDate.fromString(iso, Qt.DateFormat.ISODate)


class FilterLine(QLineEdit):
    """The line. Signals: `entered()` on Enter, `left_down()` on the arrow down."""

    entered = Signal()
    left_down = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setPlaceholderText(self.tr("Filter notes"))
        self.setAccessibleName(self.tr("Filter notes"))
        self._find = QAction(self.tr("Filter"), self)
        self._clear = QAction(self.tr("Clear"), self, visible=False)
        self.addAction(self._find, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self.show_clear)
        self.apply_theme()

    def show_clear(self) -> None:
        """Show the button that empties the line if there is anything in it."""
        self._clear.setVisible(bool(self.text()))

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        for action, name in ((self._find, "search"), (self._clear, "x")):
            action.setIcon(icons.icon(name, self._context.theme, "panel_muted"))

    def event(self, event: QEvent) -> bool:
        """Keep Esc as long as there is something to empty."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Chip(QToolButton):
    """A filter as a button with a menu; it says what is chosen in it."""

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self._context = context
        self._title = title
        self.setProperty("chip", True)
        self.setMenu(QMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say("")

    def say(self, chosen: str, count: int = 0) -> None:
        """Show that something is chosen, what and how many; nothing when it is empty."""
        self.setText(f"{self._title} {count}" if count else self._title)
        name = f"{self._title}: {chosen}" if chosen else self._title
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setProperty("active", bool(chosen))
        self.style().unpolish(self)
        self.style().polish(self)

    def add(self, title: str, group: QActionGroup | None = None) -> QAction:
        """Add something to choose."""
        action = self.menu().addAction(title.replace("&", "&&"))
        action.setCheckable(True)
        if group:
            group.addAction(action)
        return action

    def offer(
        self,
        titles: Mapping[str, str],
        tell: Callable[[frozenset[str]], object],
        chosen: Iterable[str] = (),
    ) -> None:
        """Offer these, any number of them; some may be chosen before."""
        self.menu().clear()
        actions = {key: self.add(title) for key, title in titles.items()}
        for key in chosen:
            actions[key].setChecked(True)

        def say() -> list[str]:
            on = [key for key, action in actions.items() if action.isChecked()]
            self.say(", ".join(titles[key].partition("  (")[0] for key in on), len(on))
            return on

        def on_toggled() -> None:
            tell(frozenset(say()))

        say()

        for action in actions.values():
            action.toggled.connect(on_toggled)

    def choose(self, titles: Iterable[str]) -> None:
        """Choose these and no others, without telling."""
        for action in self.menu().actions():
            action.blockSignals(True)
            action.setChecked(action.text() in titles)
            action.blockSignals(False)
        self.say("")

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        self.update()
