"""The button that says in which order the hub lists, and offers the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from studyapp.gui import icons

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.gui.hub.filtering import Order


class OrderButton(QToolButton):
    """By place, by time; best first while words are sought. Signal: `chosen(order)`."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._titles: dict[Order, str] = {
            "place": self.tr("By place"),
            "time": self.tr("By time"),
            "relevance": self.tr("Best first"),
        }
        self._order: Order = "place"
        self._has_words = False
        self.setProperty("quiet", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The words first, then the arrow that says there is a menu
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIconSize(QSize(12, 12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._offer)

    def apply_theme(self) -> None:
        """Draw the arrow in the color of the theme."""
        self.setIcon(icons.icon("chevron-down", self._context.theme, "panel_muted"))

    def show_order(self, order: Order, *, has_words: bool) -> None:
        """Show the order that is in force, and whether words are sought."""
        self._order, self._has_words = order, has_words
        self.setText(self._titles[order])
        self.setAccessibleName(self.tr("Order: {}").format(self._titles[order]))

    def _offer(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for order, title in self._titles.items():
            if order == "relevance" and not self._has_words:
                continue
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(order == self._order)
            group.addAction(action)
            action.triggered.connect(lambda _on, order=order: self.chosen.emit(order))
