"""What stands above the list of the hub: where to look, what to look for, how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import icons
from studyapp.gui.elided import ElidedLabel
from studyapp.gui.hub.filterbar import FilterBar
from studyapp.gui.hub.orders import OrderButton
from studyapp.gui.hub.scopes import Scopes
from studyapp.gui.hub.wording import counted, lost_briefly, lost_title
from studyapp.gui.language import grouped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studyapp.gui.context import Context


SIDE = 8
"""Pixels left and right."""


class HubHead(QWidget):
    """Puts the parts in rows; the panel connects them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.scopes = Scopes(context)
        self.lost = QPushButton()
        """Shows the passages that are not found; there only if there are any."""
        self.bar = FilterBar(context)
        self.order = OrderButton(context)
        self._lost_titles = ("",)
        self.count = ElidedLabel()
        self.clear = QToolButton()
        self.more = QToolButton()
        """Shows the filters that a low panel folds away; there only in one."""
        self._is_low = False
        self._dress()
        self._lay_out()

    def _dress(self) -> None:
        self.count.setProperty("muted", True)
        self.lost.setCheckable(True)
        self.lost.setProperty("notice", True)
        self.lost.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.lost.hide()
        self.clear.setText(self.tr("Clear filters"))
        self.more.setText(self.tr("Filters"))
        self.more.setToolTip(self.tr("More filters"))
        self.more.setAccessibleName(self.more.toolTip())
        self.more.setCheckable(True)
        self.more.hide()
        self.more.toggled.connect(self._fold)
        for button in (self.clear, self.more):
            button.setProperty("quiet", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Nothing jumps when they come and go
        policy = self.order.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.order.setSizePolicy(policy)
        self.count.setMinimumHeight(self.clear.sizeHint().height())

    def _lay_out(self) -> None:
        self._filters = QWidget()
        dots = QHBoxLayout()
        dots.setSpacing(4)
        for dot in self.bar.dots:
            dots.addWidget(dot)
        dots.addStretch(1)
        self._row = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._row)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self._line.addLayout(dots, 1)
        self._line.addWidget(self.order)
        self._facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts.setContentsMargins(4, 0, 0, 0)
        self._facts.addWidget(self.count, 1)
        self._facts.addWidget(self.more)
        self._facts.addWidget(self.clear)
        inner = QVBoxLayout(self._filters)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.bar)
        inner.addWidget(self._row)
        inner.addLayout(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 0)
        column.setSpacing(8)
        for part in (self.scopes, self.lost, self._filters):
            column.addWidget(part)
        # Not Fixed, which would be the height of another width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the order below the colors, and the way back below the count, in a narrow panel."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        rows = (
            (self._line, (*self.bar.dots, self.order)),
            (self._facts, (self.count, self.more, self.clear)),
        )
        for row, parts in rows:
            is_wide = sum(one.sizeHint().width() + 5 for one in parts) <= self._filters.width()
            row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._fit_lost()

    def set_low(self, low: bool) -> None:
        """Fold away the filters that seldom matter, for they would leave no room for notes."""
        if low != self._is_low:
            self._is_low = low
            self.more.setVisible(low)
            self._fold()

    def _fold(self) -> None:
        shown = not self._is_low or self.more.isChecked()
        for part in (*self.bar.chips(), self._row):
            part.setVisible(shown)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        switch = list(self.scopes.buttons.values())
        filters = [self.bar.line, *self.bar.chips(), *self.bar.dots]
        return [*switch, self.lost, *filters, self.order, self.more, self.clear]

    def show_found(self, number: int, of: int, *, is_filtered: bool) -> None:
        """Say how many notes are listed, and of how many; of none, nothing can be filtered."""
        self._filters.setVisible(bool(of) or is_filtered)
        few = self.tr("{} of {}").format(grouped(number), grouped(of))
        self.count.say(few if is_filtered else counted(number))
        self.clear.setVisible(is_filtered)

    def show_lost(self, number: int) -> None:
        """Say how many passages are not found."""
        if not number:
            self.lost.setChecked(False)
        self._lost_titles = lost_title(number), lost_briefly(number)
        self.lost.setToolTip(lost_title(number))
        self.lost.setAccessibleName(lost_title(number))
        self.lost.setVisible(bool(number))
        self._fit_lost()

    def _fit_lost(self) -> None:
        """Say it in fewer words where the panel is narrow."""
        for title in self._lost_titles:
            self.lost.setText(title)
            if self.lost.sizeHint().width() <= self.width() - 2 * SIDE:
                break

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        self.bar.apply_theme()
        self.order.apply_theme()
        self.lost.setIcon(icons.icon("unlink", self._context.theme, "callout_warning"))
