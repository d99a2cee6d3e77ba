"""One note in the review of an update: its passage before and now, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.course.sources import readable_name
from studyapp.gui import style
from studyapp.gui.editions.differences import differences
from studyapp.gui.editions.passage import PassageView
from studyapp.gui.finding.chips import Flow
from studyapp.gui.noting.cards import uncertain_hint
from studyapp.gui.noting.plain import plain_note
from studyapp.notes.outcomes import Outcome

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.notes.outcomes import Moved

SHOWN_NOTE = 240
HUES = {
    Outcome.MOVED: "callout_note",
    Outcome.CHANGED: "callout_warning",
    Outcome.ORPHANED: "danger",
}
KEYS = {
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_L: "link",
    Qt.Key.Key_K: "keep",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Return: "show",
    Qt.Key.Key_Enter: "show",
}


class ReviewRow(QWidget):
    """A card. Signals, the wishes: `wished(verb)`, and `step_wished(step)` to another card."""

    wished = Signal(str)
    step_wished = Signal(int)

    def __init__(self, context: Context, row: Moved) -> None:
        super().__init__()
        self._context = context
        self.row = row
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons = self._buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        if self.is_uncertain:
            column.addWidget(_quiet(uncertain_hint()))
        column.addLayout(self._passages())
        if note := " ".join(plain_note(row.annotation.note).split()):
            column.addWidget(_quiet(note[:SHOWN_NOTE] + ("…" if len(note) > SHOWN_NOTE else "")))
        line = Flow()
        for button in self.buttons.values():
            line.addWidget(button)
        column.addLayout(line)
        self.setAccessibleName(f"{self._outcome()}: {row.old[:SHOWN_NOTE]}")

    @property
    def is_uncertain(self) -> bool:
        """Whether the words are as they were, and only their place is not sure."""
        return self.row.outcome is Outcome.CHANGED and self.row.is_verbatim

    def _outcome(self) -> str:
        if self.is_uncertain:
            return self.tr("Same words, place uncertain")
        return {
            Outcome.MOVED: self.tr("Moved"),
            Outcome.CHANGED: self.tr("Text changed"),
            Outcome.ORPHANED: self.tr("Not found"),
        }.get(self.row.outcome, "")

    def _head(self) -> QHBoxLayout:
        outcome = QLabel(self._outcome())
        outcome.setFont(style.interface_font(QFont.Weight.DemiBold))
        palette = outcome.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._context.theme[HUES[self.row.outcome]])
        outcome.setPalette(palette)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(outcome)
        row.addWidget(_quiet(self._places()), 1)
        return row

    def _places(self) -> str:
        before, now = self._title(self.row.annotation.section), self._title(self.row.section)
        moved = self.row.section and self.row.section != self.row.annotation.section
        return f"{before}  →  {now}" if moved else before

    def _title(self, section: str) -> str:
        known = self._context.workspace.course.by_id.get(section)
        return known.title if known else readable_name(section)

    def _passages(self) -> QHBoxLayout:
        old, new = differences(self.row.old, self.row.new)
        now: QWidget = PassageView(self._context, new)
        if not self.row.section:
            old = differences(self.row.old, self.row.old)[0]
            now = _quiet(self.tr("These words are nowhere in the course any more."))
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(_side(self.tr("As you marked it"), PassageView(self._context, old)), 1)
        row.addLayout(_side(self.tr("As it is now"), now), 1)
        return row

    def _buttons(self) -> dict[str, QPushButton]:
        offered = {
            "accept": (
                self.tr("Accept"),
                self.tr("This is the place: the note belongs here (A)")
                if self.is_uncertain
                else self.tr("The note belongs to the text as it now is (A)"),
            ),
            "link": (
                self.tr("Link by selecting"),
                self.tr("Select in the page what it belongs to (L)"),
            ),
            "keep": (self.tr("Keep"), self.tr("Leave it flagged; do not ask again (K)")),
            "remove": (self.tr("Remove"), self.tr("Put it into the trash (Del)")),
            "show": (self.tr("Show in text"), self.tr("Go there (Enter)")),
        }
        unfit = {"remove"} if self.row.section else {"accept", "show"}
        return {verb: self._button(verb, *offered[verb]) for verb in offered if verb not in unfit}

    def _button(self, verb: str, title: str, tip: str) -> QPushButton:
        button = QPushButton(title)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.wished.emit(verb))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act with single keys; go from card to card with the arrows."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key()) if modifiers == Qt.KeyboardModifier.NoModifier else None
        verb = KEYS.get(key) if key else None
        if verb in self.buttons:
            self.wished.emit(verb)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wished.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self.hasFocus()
            painter.setPen(QPen(theme["focus" if focused else "card_border"], 2 if focused else 1))
            painter.setBrush(theme["card_page"])
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
            painter.setPen(Qt.PenStyle.NoPen)
            role = f"line_{self.row.annotation.color}"
            painter.setBrush(theme[role] if role in theme.colors else theme["faint"])
            painter.drawRoundedRect(QRectF(10, 15, 4, self.height() - 30), 2, 2)


def _side(title: str, passage: QWidget) -> QVBoxLayout:
    head = _quiet(title)
    head.setFont(style.interface_font(scale=0.88))
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(head)
    column.addWidget(passage)
    column.addStretch(1)
    return column


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("muted", True)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
