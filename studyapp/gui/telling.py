"""Tells those who do not see it what has changed in the window: another section, another look.

The window makes one. Acts on words are announced by the pen, results by the search panel and the
find bar, messages by their bar; here is what no part by itself would say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QAbstractSlider, QApplication

from studyapp.gui.announcing import announce
from studyapp.gui.language import grouped, said, translate
from studyapp.settings import Settings
from studyapp.wording import worded

if TYPE_CHECKING:
    from studyapp.gui.pane import Pane
    from studyapp.gui.window import Window


class Telling(QObject):
    """Follows the facts of a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._told: dict[Pane, str] = {}
        """Id of the section announced last; of the first one, the window's title says enough."""
        window.panes.made.connect(self._follow)
        self._context.bridge.theme_changed.connect(self._on_theme)
        self._context.bridge.settings_changed.connect(self._on_setting)

    def _follow(self, pane: Pane) -> None:
        pane.places.settled.connect(lambda: self._on_settled(pane))

    def _on_settled(self, pane: Pane) -> None:
        """Say where one is now, once all of the window knows it."""
        section, before = pane.reader.section, self._told.get(pane, "")
        if section is None or section.id == before:
            return
        self._told[pane] = section.id
        if before:
            *above, own = (one.title for one in self._context.workspace.course.trail(section.id))
            facts = pane.header.facts.accessibleName()
            self._say(". ".join(filter(None, (own, ", ".join(above), facts))))

    def _on_theme(self) -> None:
        title = translate("Theme", self._context.theme.title)
        self._say(self.tr("Theme: {}").format(title))

    def _on_setting(self, name: str) -> None:
        """Say what a size now is; a slider says so itself while it has the keyboard."""
        row = next(row for row in Settings.rows() if row.name == name)
        if row.range is None or isinstance(QApplication.focusWidget(), QAbstractSlider):
            return
        value = self._context.settings.value_of(row)
        shown = QLocale().toString(value, "f", 2) if isinstance(value, float) else grouped(value)
        title, unit = said(worded("Setting", row.title)), said(worded("Setting", row.unit))
        self._say(f"{title}: {shown} {unit if row.unit else ''}".strip())

    def _say(self, words: str) -> None:
        announce(self._window, words)
