"""Where the words of a note are typed: a text field that grows, and completes links to sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QSizePolicy

from studyapp.gui import fonts
from studyapp.gui.asideclicks import ENTER

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QAbstractItemView, QWidget

    from studyapp.gui.context import Context

FEWEST_LINES, MOST_LINES = 2, 14
OPENING = "[["


class NoteText(QPlainTextEdit):
    """The field. Signals: `ended()` on Esc or Ctrl+Enter, `resized()` when it grew or shrank."""

    ended = Signal()
    resized = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._height = 0
        self._titles: QCompleter | None = None
        self.setFont(fonts.font(fonts.UI, 13.5))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Write a note… Markdown and [[links]] work"))
        self.setAccessibleName(self.tr("Note"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self.textChanged.connect(self._complete)

    def replace(self, text: str) -> None:
        """Put in another text, leaving the cursor where it was as far as that is possible."""
        place = self.textCursor().position()
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        lines = min(max(round(self.document().size().height()), FEWEST_LINES), MOST_LINES)
        return QSize(60, lines * self.fontMetrics().lineSpacing() + 22)

    def _fit(self) -> None:
        height = self.sizeHint().height()
        if height != self._height:
            self._height = height
            self.updateGeometry()
            self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window, which would only take the focus away."""
        if keeps_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Esc or Ctrl+Enter; leave keys to the list of titles while it is open."""
        enter = event.key() in ENTER
        if self._lists_titles() and (enter or _is_escape(event)):
            event.ignore()  # the list takes it
        elif _is_escape(event) or (
            enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    # Links to sections

    def _complete(self) -> None:
        begun = self._begun_link()
        if begun is None:
            if self._titles:
                list_of(self._titles).hide()
            return
        completer = self._titles or self._made_completer()
        completer.setCompletionPrefix(begun)
        if completer.completionCount() and self.hasFocus():
            rect = self.cursorRect()
            rect.setWidth(max(220, self.width() - rect.left()))
            completer.complete(rect)
            list_of(completer).setCurrentIndex(completer.completionModel().index(0, 0))
        else:
            list_of(completer).hide()

    def _lists_titles(self) -> bool:
        return self._titles is not None and list_of(self._titles).isVisible()

    def _begun_link(self) -> str | None:
        """Return what was typed of a link's title; None when no link is being typed."""
        cursor = self.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()]
        _, opened, begun = line.rpartition(OPENING)
        return begun if opened and "]]" not in begun else None

    def _made_completer(self) -> QCompleter:
        titles = [section.title for section in self._context.workspace.course.order]
        completer = QCompleter(QStringListModel(titles, self), self)
        completer.setWidget(self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        completer.activated.connect(self._insert_title)
        self._titles = completer
        return completer

    def _insert_title(self, title: str) -> None:
        begun = self._begun_link() or ""
        cursor = self.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun)
        )
        cursor.insertText(title + "]]")
        self.setTextCursor(cursor)


def keeps_escape(event: QEvent) -> bool:
    """Tell whether an event asks if a field wants Esc for itself."""
    is_asked = event.type() == QEvent.Type.ShortcutOverride
    return is_asked and isinstance(event, QKeyEvent) and _is_escape(event)


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape


def list_of(completer: QCompleter) -> QAbstractItemView:
    """Return the list that a completer opens, made when it is first asked for."""
    return cast("QAbstractItemView", completer.popup())
