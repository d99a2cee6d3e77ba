"""The card beside a link: where it leads, how that begins, and what opens it.

`peek.py` shows and places it. It takes the keyboard only when it was asked for by key, or clicked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studyapp.gui import style
from studyapp.gui.asideclicks import ENTER, wants_aside
from studyapp.gui.reader.excerpt import GROUND, Excerpt, ExcerptView
from studyapp.gui.reader.floating import SHADOW, paint_ground
from studyapp.gui.reader.links import leads_away
from studyapp.gui.reader.typography import Measures, Typography

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QMouseEvent, QPaintEvent

    from studyapp.gui.peeking.previews import Preview
    from studyapp.gui.reader.links import Link
    from studyapp.gui.reader.view import Reader

PAD = 16
COLUMN = 44
"""Characters of a line."""
SCALE, SMALLEST = 0.84, 13.0
"""Its text, in units of the page's; and in pixels at least."""
LINE_HEIGHT = 1.5
PAGE_HEIGHT, NOTE_HEIGHT = 200, 320
"""Pixels of what a page begins with, and of a note, which can be scrolled."""
BAR_GAP = 8
SCROLLS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Card(QWidget):
    """Shows a preview.

    Signals: `followed(href, aside)`, the link itself (empty) or one in it; `dismissed()` by Esc;
    `entered()` and `left()` by the mouse; `abandoned()` when the keyboard has gone elsewhere;
    `resized()` when what it shows has another size.
    """

    followed = Signal(str, bool)
    dismissed = Signal()
    entered = Signal()
    left = Signal()
    abandoned = Signal()
    resized = Signal()

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.window())
        self._reader = reader
        self._preview: Preview | None = None
        self._most = 0
        self.crumb = self._label(muted=True, scale=0.86)
        self.title = self._label(weight=QFont.Weight.DemiBold, scale=1.06)
        self.remark = self._label(scale=0.92)
        self.words = self._label(scale=0.96)
        self.foot = self._label(muted=True, scale=0.86)
        self.view = ExcerptView(reader.context)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.followed.connect(lambda href: self.followed.emit(href, False))
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + PAD, SHADOW + 12, SHADOW + PAD, SHADOW + 12)
        column.setSpacing(5)
        for part in (self.crumb, self.title, self.remark, self.words, self.view, self.foot):
            column.addWidget(part)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.hide()

    def _label(
        self,
        *,
        muted: bool = False,
        scale: float = 1.0,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> QLabel:
        label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.setFont(style.interface_font(weight, scale))
        label.setProperty("muted", muted)
        return label

    @property
    def preview(self) -> Preview | None:
        """What it shows."""
        return self._preview

    def show_preview(self, preview: Preview) -> None:
        """Show a preview; the card is placed by whoever asks."""
        self._preview = preview
        for label, words in (
            (self.crumb, preview.crumb),
            (self.title, preview.title),
            (self.remark, preview.remark),
            (self.words, preview.words),
            (self.foot, preview.foot),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        is_note = preview.kind == "note"
        self.view.setVisible(bool(preview.blocks))
        self.view.fades = not is_note
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_note)
        bars = Qt.ScrollBarPolicy
        bar = bars.ScrollBarAsNeeded if is_note else bars.ScrollBarAlwaysOff
        self.view.setVerticalScrollBarPolicy(bar)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if not is_note else Qt.CursorShape.ArrowCursor
        )
        self.setAccessibleName(preview.title)
        self.setAccessibleDescription(preview.told())
        self._set_blocks(preview)
        self.fit()

    def _set_blocks(self, preview: Preview) -> None:
        typography = self._typography()
        self._column = typography.column_width
        if preview.blocks:
            reader = self._reader
            excerpt = Excerpt(
                reader.context, reader.drawings, preview.section_id, preview.blocks, typography
            )
            self.view.show_excerpt(excerpt)
            layout = excerpt.document.documentLayout()
            # Formulas and pictures that come late make it higher
            layout.documentSizeChanged.connect(lambda _size: self.fit())

    def _typography(self) -> Typography:
        settings = self._reader.context.settings
        size = max(settings.text_size * SCALE, SMALLEST)
        measures = Measures(size, COLUMN, LINE_HEIGHT, settings.reader_font)
        typography = Typography(self._reader.context.theme, measures)
        typography.gutter = 0
        room = self._reader.window().width() - 2 * (PAD + SHADOW) - 24
        typography.column_width = max(min(typography.column_width, room), 160)
        return typography

    def fit(self, most: int = 0) -> None:
        """Take the size of what is shown; of a page or a note at most so many pixels."""
        preview = self._preview
        if preview is None:
            return
        self._most = most or self._most or NOTE_HEIGHT
        is_note = preview.kind == "note"
        height = min(self.view.height_of_all(), NOTE_HEIGHT if is_note else PAGE_HEIGHT, self._most)
        is_long = self.view.height_of_all() > height and is_note
        bar = self.view.verticalScrollBar().sizeHint().width() + BAR_GAP if is_long else 0
        self.view.setFixedSize(self._column + bar, max(height, 1))
        width = self._column + bar if preview.blocks else self._narrow()
        for label in (self.crumb, self.title, self.remark, self.words, self.foot):
            label.setMinimumSize(0, 0)  # which a height for a width would not go below
            label.setFixedSize(width, max(label.heightForWidth(width), 0))
        layout = self.layout()
        if layout:
            layout.activate()
        before = self.size()
        self.setFixedSize(self.sizeHint())
        if before != self.size():
            self.resized.emit()

    def _narrow(self) -> int:
        """Return the width of a card of few words."""
        labels = (self.crumb, self.title, self.remark, self.words, self.foot)
        widest = max(QFontMetricsF(one.font()).horizontalAdvance(one.text()) for one in labels)
        return min(self._column, max(round(widest) + 2, 160))

    # Mouse and keys

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.view.hover(None)
        self.left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is elsewhere, unless the whole window has lost it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.abandoned.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through to the page."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the link under the mouse stand out, which is what a click would follow."""
        super().mouseMoveEvent(event)
        self.view.hover(self._link_at(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that the card is of, or one in it; in a note the view hears clicks."""
        event.accept()
        inside = self.rect().contains(event.position().toPoint())
        if inside and self._preview and self._preview.kind in {"section", "outside"}:
            link = self._link_at(event)
            self.followed.emit(link.href if link else "", wants_aside(event))

    def _link_at(self, event: QMouseEvent) -> Link | None:
        """Return the link under the mouse in what the card shows of a section."""
        if self._preview is None or not self._preview.blocks or self._preview.kind == "note":
            return None
        port = self.view.viewport()
        link = self.view.link_at(port.mapFrom(self, event.position().toPoint()))
        return link if link is not None and leads_away(link) else None

    def event(self, event: QEvent) -> bool:
        """Take the keys that are commands of the window elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = {Qt.Key.Key_Escape} | ENTER | SCROLLS
            if event.key() in own or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Go from link to link of what is shown, and stay in the card."""
        preview = self._preview
        if preview is not None and preview.blocks:
            step, accepts = (1 if on else -1), None if preview.kind == "note" else leads_away
            if not self.view.step(step, accepts):
                self.view.step(step, accepts)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows, Esc goes back to the page, arrows scroll."""
        bar = self.view.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() in ENTER:
            link = self.view.focused
            self.followed.emit(link.href if link else "", wants_aside(event))
        elif event.matches(QKeySequence.StandardKey.Copy):
            if words := self.view.selected_words():
                QGuiApplication.clipboard().setText(words)
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ground(self, self._reader.context.theme, GROUND)
