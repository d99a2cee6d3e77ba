"""What of the page is selected, by mouse or by keyboard, and when that has come to rest.

The reader makes one and hands it what mouse and keys do; whoever marks asks it. Caret mode, in
which arrows move and select as in an editor, is switched here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor

from studyapp.gui.reader.copying import copied_text

if TYPE_CHECKING:
    from studyapp.gui.reader.view import Reader

PAUSE_MS = 350
"""A selection made by keyboard is taken for finished after such a pause."""
CARET = Qt.TextInteractionFlag.TextSelectableByKeyboard


class Selecting(QObject):
    """Follows the selection.

    Signals: `begun()` when the mouse goes down; `settled()` when a selection has been made;
    `cleared()` when there is none; `caret_switched(on)`; `caret_moved()` while it is shown.
    """

    begun = Signal()
    settled = Signal()
    cleared = Signal()
    caret_switched = Signal(bool)
    caret_moved = Signal()

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._pressed = False
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._settle)
        reader.selectionChanged.connect(self._on_changed)
        reader.cursorPositionChanged.connect(lambda: self.caret and self.caret_moved.emit())

    def range(self) -> tuple[int, int] | None:
        """Return the canonical range of the selection; None if it holds no word of the text."""
        span, built = self.span(), self._reader.built
        return built.positions.range_from_document(*span) if built and span else None

    def span(self) -> tuple[int, int] | None:
        """Return the document range of the selection; None if there is none.

        Across cells of a table, Qt selects whole cells and tells where the last one begins.
        """
        cursor = self._reader.textCursor()
        if not cursor.hasSelection():
            return None
        table = cursor.currentTable() if cursor.hasComplexSelection() else None
        if table is None:
            return cursor.selectionStart(), cursor.selectionEnd()
        row, rows, column, columns = cells_of(cursor)
        first, last = table.cellAt(row, column), table.cellAt(row + rows - 1, column + columns - 1)
        return first.firstPosition(), last.lastPosition()

    def text(self) -> str:
        """Return the selection as clean text."""
        span, built = self.span(), self._reader.built
        if built is None or span is None:
            return ""
        return copied_text(built.document, built.positions, built.scenery, *span)

    def select(self, start: int, end: int) -> None:
        """Select a canonical range."""
        if built := self._reader.built:
            first, last = built.positions.range_to_document(start, end)
            cursor = QTextCursor(built.document)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            self._reader.setTextCursor(cursor)

    def clear(self) -> None:
        """Select nothing; the caret stays where the selection ended."""
        cursor = self._reader.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.position())
            self._reader.setTextCursor(cursor)

    def area(self) -> QRect | None:
        """Return what of the selection is in view, in the viewport."""
        span = self.span()
        return self._reader.area_of(*span) if span else None

    # What mouse and keys do

    def press(self) -> None:
        """Take note that a button of the mouse is down: what is selected is not settled yet."""
        self._pressed = True
        self._pause.stop()
        self.begun.emit()

    def release(self) -> None:
        """Take note that it is up again."""
        self._pressed = False
        self._settle()

    def let_go(self) -> None:
        """Take note that no button is down: where the selection was dragged away, none came up."""
        if self._pressed:
            self.release()

    def _on_changed(self) -> None:
        if not self._reader.textCursor().hasSelection():
            self._pause.stop()
            self.cleared.emit()
        elif not self._pressed:
            self._pause.start()

    def _settle(self) -> None:
        if self.range() is not None:
            self.settled.emit()

    # The caret

    @property
    def caret(self) -> bool:
        """Whether a caret is shown that keys move."""
        return bool(self._reader.textInteractionFlags() & CARET)

    def switch_caret(self, *, on: bool) -> None:
        """Show the caret, in the words on screen, or hide it."""
        reader = self._reader
        if on == self.caret:
            return
        flags = reader.textInteractionFlags()
        reader.setTextInteractionFlags(flags | CARET if on else flags & ~CARET)
        reader.setCursorWidth(2)
        if on:
            if not self._is_in_view():
                reader.setTextCursor(reader.cursor_at(reader.position_of(reader.place())))
        else:
            self.clear()
        self.caret_switched.emit(on)

    def caret_offset(self) -> int | None:
        """Return where the caret is in the canonical text; None while it is not shown."""
        built = self._reader.built
        if built is None or not self.caret:
            return None
        return built.positions.from_document(self._reader.textCursor().position(), forward=True)

    def _is_in_view(self) -> bool:
        rect = self._reader.cursorRect()
        return self._reader.viewport().rect().contains(rect.center()) and rect.top() > 0


def cells_of(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """Return which cells are selected: first row, rows, first column, columns."""
    # PySide6 returns what its stub takes by reference
    return cursor.selectedTableCells()  # type: ignore[call-arg, return-value]
