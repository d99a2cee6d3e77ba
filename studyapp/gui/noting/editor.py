"""The editor of a note, in the place of its card: words, preview, tags, color.

The notes panel opens one at a time. Words are saved by a `Draft` while they are typed; Esc and
Ctrl+Enter end the writing, and nothing has to be confirmed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import fonts, icons
from studyapp.gui.noting.carddelegate import BAR, RADIUS, SIDE, wrapped
from studyapp.gui.noting.colordots import ColorDots
from studyapp.gui.noting.draft import Draft
from studyapp.gui.noting.tagline import TagLine
from studyapp.gui.noting.writing import NoteText

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.gui.noting.rendering import NoteDocuments
    from studyapp.gui.noting.saver import Saver
    from studyapp.model import Annotation

MARKUP = re.compile(r"[*_`#\[\]>|$=~]|^\s*[-+\d]", re.MULTILINE)
"""Without any of these a note looks as it is written, and needs no preview."""
TALLEST_PREVIEW = 240


class NoteEditor(QWidget):
    """Writes one note.

    Signals: `done()`, `resized()` when it needs another height, `made(id)`; `entered()` when the
    keyboard comes to it.
    """

    done = Signal()
    entered = Signal()
    resized = Signal()
    made = Signal(str)

    def __init__(
        self,
        context: Context,
        annotation: Annotation | None,
        section: str,
        documents: NoteDocuments,
        saver: Saver,
        origin: str,
    ) -> None:
        super().__init__()
        self._context = context
        self._section = annotation.section if annotation else section
        self._origin = origin
        self._ended = False
        annotation_id = annotation.id if annotation else ""
        self.draft = Draft(context, saver, annotation_id, section, origin)
        self.draft.setParent(self)
        self.text = NoteText(context, self)
        self.text.setPlainText(self.draft.text)
        self._preview = Preview(documents, self._section, self)
        self.tags = TagLine(context, annotation.tags if annotation else (), self)
        self.colors = ColorDots(context, annotation.color if annotation else "", self)
        self._quote = QuoteLabel(
            annotation.anchor.quote if annotation and annotation.anchor else ""
        )
        self._lay_out(annotation)
        self._connect(documents)
        self._on_text()

    def _lay_out(self, annotation: Annotation | None) -> None:
        self._remove = self._button("trash-2", self.tr("Remove (can be undone)"))
        self._done = self._button("check", self.tr("Done (Ctrl+Enter)"))
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(2)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(2)
        self._ways.addStretch(1)
        self._ways.addWidget(self._remove)
        self._ways.addWidget(self._done)
        self._foot.addWidget(self.colors, 0, Qt.AlignmentFlag.AlignLeft)
        self._foot.addLayout(self._ways, 1)
        self.colors.setVisible(bool(annotation and annotation.anchor))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE + 18, 11, SIDE + 10, 8)
        self._column.setSpacing(7)
        for part in (self._quote, self.text, self._preview, self.tags):
            self._column.addWidget(part)
        self._column.addLayout(self._foot)
        self._quote.setVisible(bool(self._quote.quote))

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon, self._context.theme))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _connect(self, documents: NoteDocuments) -> None:
        self.text.textChanged.connect(self._on_text)
        self.text.ended.connect(self.done)
        self.tags.ended.connect(self.done)
        self.text.resized.connect(self.resized)
        self.tags.changed.connect(self._on_tags)
        self.colors.chosen.connect(self._on_color)
        self._remove.clicked.connect(self._on_remove)
        self._done.clicked.connect(self.done)
        documents.compiled.connect(self._show_preview)
        self.draft.joined.connect(self.text.replace)
        self.draft.made.connect(self.made)
        for widget in (self.text, self.tags):
            widget.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the colors where there is no room beside them."""
        super().resizeEvent(event)
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        wanted = self.colors.sizeHint().width() + self._ways.sizeHint().width()
        is_wide = room >= wanted or self.colors.isHidden()
        ways = QBoxLayout.Direction
        direction = ways.LeftToRight if is_wide else ways.TopToBottom
        if direction != self._foot.direction():
            self._foot.setDirection(direction)
            self.resized.emit()

    def take_annotation(self, annotation: Annotation) -> None:
        """Show what has changed about the annotation meanwhile."""
        self.draft.look()
        self.tags.show_tags(annotation.tags)
        self.colors.show_color(annotation.color)
        self.update()

    def close_draft(self) -> None:
        """Save what is still to be saved."""
        if self._ended:
            return  # the focus leaves a field that is going away
        self.draft.take(self.text.toPlainText())
        self.draft.save()

    def end(self) -> None:
        """Save what is still to be saved, and let go of everything: the editor is done with."""
        self._ended = True
        self.draft.take(self.text.toPlainText())
        self.draft.end()

    def _on_text(self) -> None:
        self.draft.take(self.text.toPlainText())
        self._show_preview()

    def _show_preview(self) -> None:
        text = self.text.toPlainText()
        before = self._preview.sizeHint()
        self._preview.show_note(text if MARKUP.search(text) else "")
        if self._preview.sizeHint() != before:
            self.resized.emit()

    def _on_tags(self, tags: list[str]) -> None:
        self.close_draft()
        if self.draft.annotation_id:
            notes = self._context.workspace.notes
            notes.edit(self.draft.annotation_id, tags=tags, origin=self._origin)

    def _on_color(self, color: str) -> None:
        notes = self._context.workspace.notes
        notes.edit(self.draft.annotation_id, color=color)
        self.update()

    def _on_remove(self) -> None:
        self.close_draft()
        if self.draft.annotation_id:
            self._context.workspace.notes.remove(self.draft.annotation_id)
        self.done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save as soon as the writing is left; it stays open."""
        if event.type() == QEvent.Type.FocusOut:
            self.close_draft()
        elif event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect()).adjusted(SIDE + 0.8, 0.8, -SIDE - 0.8, -0.8)
            painter.setPen(QPen(theme["accent"], 1.6))
            painter.setBrush(theme["card_page"])
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
            role = f"line_{self.colors.color}"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme[role] if role in theme.colors else theme["faint"])
            bar = QRectF(SIDE + 7, 11, BAR, self.height() - 21)
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)


class QuoteLabel(QLabel):
    """The passage that the note is on, in at most two lines."""

    def __init__(self, quote: str) -> None:
        super().__init__()
        self.quote = " ".join(quote.split())
        self.setFont(fonts.font(fonts.TEXT, 14))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.quote[:1000])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setText("\n".join(wrapped(self.quote[:400], self.font(), self.width(), 2)))
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        lines = len(wrapped(self.quote[:400], self.font(), max(self.width(), 40), 2))
        return QSize(40, lines * self.fontMetrics().height())


class Preview(QWidget):
    """The note as it will look, below the words."""

    def __init__(self, documents: NoteDocuments, section: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._documents = documents
        self._section = section
        self._note = ""
        self.setAccessibleName(self.tr("Preview"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_note(self, note: str) -> None:
        """Show this note; nothing when it is empty."""
        self._note = note
        self.setVisible(bool(note))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self._note:
            return QSize(40, 0)
        document = self._documents.document(self._note, self._section, max(self.width(), 40))
        return QSize(40, min(round(document.height), TALLEST_PREVIEW) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(QPen(self.palette().mid().color(), 1))
            painter.drawLine(0, 0, self.width(), 0)
            document = self._documents.document(self._note, self._section, max(self.width(), 40))
            document.paint(painter, QPointF(0, 8), QRectF(self.rect()).adjusted(0, 8, 0, 0))
