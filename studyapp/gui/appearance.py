"""Puts the chosen theme on the window: when it is changed, and when the desktop turns dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from studyapp.gui import style
from studyapp.gui.theme import SYSTEM, Theme, Themes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from studyapp.gui.context import Context
    from studyapp.settings import Settings


def chosen_theme(themes: Themes, settings: Settings) -> Theme:
    """Return the theme that is in force now."""
    return themes.find(settings.theme, system_dark=system_is_dark())


def system_is_dark() -> bool:
    """Return whether the desktop asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


class Appearance(QObject):
    """Follows the theme setting and the desktop for as long as the window lives."""

    def __init__(self, context: Context, app: QApplication) -> None:
        super().__init__()
        self._context = context
        self._app = app
        context.bridge.settings_changed.connect(self._on_setting)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def apply(self) -> None:
        """Dress the app in the theme that is in force, and tell every part of it."""
        self._context.theme = chosen_theme(self._context.themes, self._context.settings)
        style.apply(self._app, self._context.theme)
        self._context.bridge.theme_changed.emit()

    def _on_setting(self, name: str) -> None:
        if name == "theme":
            self.apply()

    def _on_scheme(self) -> None:
        if self._context.settings.theme == SYSTEM:
            self.apply()
