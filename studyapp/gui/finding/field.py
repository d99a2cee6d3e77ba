"""The search field in the toolbar: letters go to the `Search`, arrows walk through what it found.

The toolbar makes it and gives it its place; the command of the search gives it the keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from studyapp.gui import icons
from studyapp.gui.asideclicks import ENTER

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context

WIDTH, LEAST_WIDTH = 420, 140
HINT_EDGES = 72
"""Pixels of the field that its icons and edges take."""
PAGE = 6
"""Hits that Page Down goes on."""
MOST_LETTERS = 500
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class SearchField(QLineEdit):
    """A rounded field. Signal: `left()` when Esc was pressed with nothing in it."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._search = context.search
        self._key = ""
        self.setObjectName("search")
        self.setMaxLength(MOST_LETTERS)
        self.setAccessibleName(self.tr("Search the course"))
        self.setAccessibleDescription(
            self.tr("Results come while you type; Down and Up walk through them, Enter opens one.")
        )
        self._look = QAction(self.tr("Search"), self)
        self._clear = QAction(self.tr("Clear the search"), self, visible=False)
        self.addAction(self._look, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self._search.clear)
        self.textEdited.connect(self._search.ask)
        self._search.asked.connect(self._on_asked)
        self.apply_theme()

    def name_key(self, key: str) -> None:
        """Say in the empty field which key leads here."""
        self._key = key
        self._show_hint()

    def _show_hint(self) -> None:
        words = self.tr("Search the course")
        whole = f"{words}   {self._key}" if self._key else words
        room = self.width() - HINT_EDGES
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self.setPlaceholderText(whole if fits else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key out where there is no room for all of it."""
        super().resizeEvent(event)
        self._show_hint()

    def take(self) -> None:
        """Take the keyboard, ready to type over what is there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        for action, name in ((self._look, "search"), (self._clear, "x")):
            action.setIcon(icons.icon(name, self._context.theme, "panel_muted"))

    def _on_asked(self) -> None:
        text = self._search.query.text
        self._clear.setVisible(bool(text))
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0 if self._search.query.like else len(text))

    def event(self, event: QEvent) -> bool:
        """Keep keys that mean something here from the commands that have them elsewhere."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the results, open one, clear."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._search.move(STEPS[key])
        elif key in ENTER:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._search.choose(stay=control, aside=shift)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self._search.query.is_empty and not self.text():
            self.left.emit()
        else:
            self.clear()
            self._search.clear()
