"""The bar at the top of the window: panels, history, the course, search, the look, all commands.

Every button is the face of a command; the window makes the bar once its actions are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from studyapp.gui import icons, style
from studyapp.gui.commands import shown_keys
from studyapp.gui.finding.field import LEAST_WIDTH, WIDTH, SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from studyapp.gui.commands import Actions
    from studyapp.gui.context import Context

ICON_SIZE = 20
TITLE_WIDTH, TITLE_LEAST = 260, 40
"""A longer title of a course is elided, in a narrow window earlier; in pixels."""
GAP = 12
"""Least room on both sides of the search field."""


class ToolBar(QToolBar):
    """Buttons on the left and right, the search field in the middle."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._actions = actions
        self._title = ""
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        for command_id in ("panel.contents", "panel.hub", "go.back", "go.forward"):
            self._add(actions[command_id])
        self.course_button = self._menu_button(self.tr("Course"), self._course_menu())
        self.course_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The title first, then the arrow that says there is a menu
        self.course_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.course_button.setIconSize(QSize(16, 16))
        self.addSeparator()
        self.addWidget(self.course_button)
        self._lead = QWidget()
        self.addWidget(self._lead)
        self.field = SearchField(context)
        self.addWidget(self.field)
        self.addWidget(_spacer())
        self.text_button = self._add(actions["view.text"])
        self.theme_button = self._menu_button(self.tr("Theme"), self._theme_menu())
        self.addWidget(self.theme_button)
        self._add(actions["panel.outline"])
        self.menu_button = self._menu_button(self.tr("Menu"), self._main_menu())
        self.addWidget(self.menu_button)
        self.apply_keys()
        self.apply_theme()

    def show_course(self, title: str) -> None:
        """Name the course that is open."""
        self._title = title
        self.course_button.setToolTip(title)
        self.course_button.setAccessibleName(self.tr("Course: {}").format(title))
        if self.isVisible():
            self._center()

    def apply_keys(self) -> None:
        """Name in the search field the key that leads there."""
        keys = shown_keys(self._actions["search.focus"].shortcuts())
        self.field.name_key(keys[0] if keys else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the search field in the middle of the window as long as there is room."""
        super().resizeEvent(event)
        self._center()

    def _center(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        gap, margins = max(layout.spacing(), 0), layout.contentsMargins()
        self._show_title(TITLE_WIDTH)
        others = [one for action in self.actions() if (one := self.widgetForAction(action))]
        widths = [one.sizeHint().width() + gap for one in others]
        place = others.index(self._lead)
        left = margins.left() + sum(widths[:place])
        right = margins.right() + sum(widths[place + 3 :])
        room = self.width() - left - right - 3 * gap - GAP
        if room < LEAST_WIDTH:
            course = self.course_button.sizeHint().width()
            self._show_title(self._title_width() - LEAST_WIDTH + room)
            gained = course - self.course_button.sizeHint().width()
            left, room = left - gained, room + gained
        width = max(min(WIDTH, room), LEAST_WIDTH)
        lead = (self.width() - width) // 2 - left - gap
        self.field.setFixedWidth(width)
        self._lead.setFixedWidth(max(min(lead, room - width + GAP), 0))

    def _title_width(self) -> int:
        return self.course_button.fontMetrics().horizontalAdvance(self._title)

    def _show_title(self, width: int) -> None:
        """Show as much of the title of the course as there is room for, in pixels."""
        width = max(min(width, TITLE_WIDTH), TITLE_LEAST)
        metrics = self.course_button.fontMetrics()
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, width)
        self.course_button.setText(shown.replace("&", "&&"))

    def apply_theme(self) -> None:
        """Draw the icons in the colors of the theme."""
        theme = self._context.theme
        self.course_button.setIcon(icons.icon("chevron-down", theme, "panel_muted"))
        self.course_button.setFont(style.interface_font(QFont.Weight.DemiBold))
        self.theme_button.setIcon(icons.icon("moon" if theme.dark else "sun", theme))
        self.menu_button.setIcon(icons.icon("menu", theme))
        self.field.apply_theme()

    def _add(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(action.iconText())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        return button

    def _menu_button(self, name: str, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setMenu(menu)
        menu.setAccessibleName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _main_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: menu.isEmpty() and self._fill(menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        menu.addAction(self._actions["app.palette"])
        menu.addSeparator()
        self._actions.fill(menu)

    def _course_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: menu.isEmpty() and self._actions.fill_one(menu, "Course"))
        return menu

    def _theme_menu(self) -> QMenu:
        menu = QMenu(self)
        row = self._actions.rows["view.theme"]
        menu.aboutToShow.connect(lambda: self._actions.refill(menu, row))
        return menu


def _spacer() -> QWidget:
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
