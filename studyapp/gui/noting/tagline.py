"""The tags of a note in one line, completed from those used before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from studyapp.gui.asideclicks import ENTER
from studyapp.gui.noting.writing import keeps_escape, list_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context


def split_tags(line: str) -> list[str]:
    """Return the tags of a line: words, with or without `#`, between spaces or commas."""
    words = (word.strip("#") for word in line.replace(",", " ").split())
    return list(dict.fromkeys(word for word in words if word))


class TagLine(QLineEdit):
    """The line. Signals: `changed(tags)` when the line is left, `ended()` on Esc or Ctrl+Enter."""

    changed = Signal(list)
    ended = Signal()

    def __init__(self, context: Context, tags: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._tags: list[str] = []
        self._completer: QCompleter | None = None
        self.setPlaceholderText(self.tr("Tags"))
        self.setAccessibleName(self.tr("Tags"))
        self.show_tags(tags)
        self.textEdited.connect(self._complete)

    def show_tags(self, tags: Iterable[str]) -> None:
        """Show these tags, unless others are being typed."""
        if split_tags(self.text()) == self._tags:
            self.setText(" ".join(tags))
            self._tags = list(tags)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the tags when the line is left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def _settle(self) -> None:
        tags = split_tags(self.text())
        if tags != self._tags:
            self._tags = tags
            self.changed.emit(tags)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window, which would only take the focus away."""
        if keeps_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._settle()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.ended.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._settle()
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _complete(self) -> None:
        before = self.text()[: self.cursorPosition()]
        word = before.replace(",", " ").rpartition(" ")[2].strip("#")
        completer = self._completer or self._made_completer()
        completer.setCompletionPrefix(word)
        if word and completer.completionCount() and completer.currentCompletion() != word:
            completer.complete()
        else:
            list_of(completer).hide()

    def _made_completer(self) -> QCompleter:
        counts = Counter(tag for one in self._context.workspace.notes.all() for tag in one.tags)
        tags = [tag for tag, _ in counts.most_common()]
        completer = QCompleter(QStringListModel(tags, self), self)
        completer.setWidget(self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._insert)
        self._completer = completer
        return completer

    def _insert(self, tag: str) -> None:
        place = self.cursorPosition()
        before, after = self.text()[:place], self.text()[place:]
        start = max(before.rfind(" "), before.rfind(",")) + 1
        self.setText(before[:start] + tag + (after or " "))
        self.setCursorPosition(start + len(tag) + 1)
