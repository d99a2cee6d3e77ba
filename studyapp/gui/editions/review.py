"""The review of an update, in the place of the page: each note whose passage is not as it was.

It is shown when the banner or the menu asks. Every act can be undone; whatever is settled leaves
the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import style
from studyapp.gui.editions.reviewrow import ReviewRow
from studyapp.gui.editions.updates import key_of
from studyapp.gui.stops import laid_out
from studyapp.model import Change, Kind, Location, StudyError
from studyapp.notes.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.context import Context
    from studyapp.gui.editions.updates import Updates
    from studyapp.notes.outcomes import Moved

AT_ONCE = 60
"""Cards that are made at once; more when asked for."""
WIDEST = 1000


class ReviewPage(QWidget):
    """The page. Signals: `go_requested(Location)`, `relink_requested(id)`, `done()`."""

    go_requested = Signal(object)
    relink_requested = Signal(str)
    done = Signal()

    def __init__(self, context: Context, updates: Updates) -> None:
        super().__init__()
        self._context = context
        self._updates = updates
        self._limit = AT_ONCE
        self._shows_kept = False
        self.cards: dict[str, ReviewRow] = {}
        self.title = QLabel(self.tr("What changed"))
        self.setAccessibleName(self.title.text())
        self.said = QLabel()
        self.said.setProperty("muted", True)
        self.accept_moved = QPushButton(self.tr("Accept all moved"))
        self.close_button = QPushButton(self.tr("Back to the page"))
        self._more = QPushButton(self.tr("Show more"))
        self._area = QScrollArea()
        self._ground = QWidget()
        self._column = QVBoxLayout()
        self._lay_out()
        self.accept_moved.clicked.connect(self._accept_moved)
        self.close_button.clicked.connect(self.done)
        self._more.clicked.connect(self._on_more)
        context.bridge.changed.connect(self._on_changed)
        context.bridge.theme_changed.connect(self._on_theme)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(24, 20, 24, 24)
        whole.setSpacing(16)
        whole.addLayout(self._head())
        self._column.setSpacing(12)
        whole.addLayout(self._column)
        whole.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.said)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in (self.accept_moved, self.close_button):
            button.setAutoDefault(False)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    # What is shown

    def open(self) -> None:
        """Show what is not settled; when all is, what was kept as it is."""
        self._dress()
        self._limit = AT_ONCE
        self._shows_kept = not self._updates.rows()
        self.refresh()
        self._focus(0)

    def _rows(self) -> list[Moved]:
        return self._updates.all_rows() if self._shows_kept else self._updates.rows()

    def refresh(self) -> None:
        """Show the rows as they are now; cards that are still right stay."""
        rows = self._rows()
        shown = {key_of(row): row for row in rows[: self._limit]}
        focused = self._focused_place()
        for key in [key for key in self.cards if key not in shown]:
            self._drop(key)
        for place, (key, row) in enumerate(shown.items()):
            if key not in self.cards:
                self.cards[key] = self._made(row)
                self._column.insertWidget(place, self.cards[key])
                self.cards[key].show()  # now: what is not shown yet takes no keyboard
        self._say(rows)
        if focused is not None:
            self._focus(focused)

    def _drop(self, key: str) -> None:
        card = self.cards.pop(key)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _say(self, rows: list[Moved]) -> None:
        moved = sum(row.outcome is Outcome.MOVED for row in rows)
        self.accept_moved.setVisible(bool(moved))
        self._more.setVisible(len(rows) > self._limit)
        count = len(rows)
        if not rows:
            text = self.tr("All is settled.")
        elif self._shows_kept:
            text = self.tr("%Ln kept as they are", "", count)
        else:
            text = self.tr("%Ln note(s) to decide on", "", count)
        self.said.setText(text)

    def _made(self, row: Moved) -> ReviewRow:
        card = ReviewRow(self._context, row)
        card.wished.connect(lambda verb: self._carry_out(verb, row))
        card.step_wished.connect(lambda step: self._step(card, step))
        return card

    # Acts

    def _carry_out(self, verb: str, row: Moved) -> None:
        notes, one = self._context.workspace.notes, row.annotation.id
        acts: dict[str, Callable[[], object]] = {
            "accept": lambda: notes.accept(one),
            "remove": lambda: notes.remove(one),
            "keep": lambda: self._keep(row),
            "link": lambda: self.relink_requested.emit(one),
            "show": lambda: self._show(row),
        }
        self._act(acts[verb])

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except StudyError as error:
            self._context.messages.error(error, id="notebook")

    def _keep(self, row: Moved) -> None:
        self._updates.keep([row])
        self.refresh()

    def _show(self, row: Moved) -> None:
        if row.found is not None:
            start, end, _ = row.found
            self.go_requested.emit(Location(row.section, offset=start, end=end))

    def _accept_moved(self) -> None:
        moved = [row.annotation.id for row in self._rows() if row.outcome is Outcome.MOVED]
        self._act(lambda: self._context.workspace.notes.accept(moved))

    def _on_more(self) -> None:
        self._limit += AT_ONCE
        self.refresh()

    # Focus

    def in_order(self) -> list[ReviewRow]:
        """Return the cards from the top down."""
        return [card for card in laid_out(self._column) if isinstance(card, ReviewRow)]

    def _focused_place(self) -> int | None:
        """Return the place of the card that has the keyboard, in it or in one of its buttons."""
        focus = self.focusWidget() or self
        for place, card in enumerate(self.in_order()):
            if card is focus or card.isAncestorOf(focus):
                return place
        return None

    def _focus(self, place: int) -> None:
        cards = self.in_order()
        if not cards:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        card = cards[min(place, len(cards) - 1)]
        if not card.isAncestorOf(self.focusWidget() or self):
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(card, 0, 24)

    def _step(self, card: ReviewRow, step: int) -> None:
        place = self.in_order().index(card) + step
        if 0 <= place < len(self.cards):
            self._focus(place)

    def event(self, event: QEvent) -> bool:
        """Go back to the page with Esc."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if is_escape and event.type() == QEvent.Type.KeyPress:
            self.done.emit()
            return True
        return super().event(event)

    # Facts

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and {Kind.NOTES, Kind.COURSE} & change.kinds:
            self.refresh()

    def _dress(self) -> None:
        """Take on font and ground; a widget that was never shown would lose them again."""
        theme = self._context.theme
        self.title.setFont(style.interface_font(QFont.Weight.DemiBold, 1.5))
        for part in (self, self._area.viewport(), self._ground):
            palette = part.palette()
            palette.setColor(QPalette.ColorRole.Window, theme["page"])
            part.setPalette(palette)
            part.setAutoFillBackground(True)

    def _on_theme(self) -> None:
        self._dress()
        for key in [*self.cards]:
            self._drop(key)
        if self.isVisible():
            self.refresh()
