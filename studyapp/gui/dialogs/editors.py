"""An editor for each kind of setting: what the settings dialog and the text controls are made of.

Editors act at once and follow changes made elsewhere, so that two that show the same setting agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QToolButton,
    QWidget,
)

from studyapp.gui import icons
from studyapp.gui.announcing import announce
from studyapp.gui.language import said
from studyapp.gui.stops import Part
from studyapp.model import StudyError
from studyapp.settings import Settings
from studyapp.wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.gui.context import Context
    from studyapp.settings import Setting

APPLY_MS = 40
"""While a slider is dragged the page follows at this pace."""
LONGEST_WORDS = 40


def editor(context: Context, row: Setting[Any], further: Sequence[tuple[Any, str]] = ()) -> QWidget:
    """Return the editor that fits a setting; `further` choices are those known only here."""
    if isinstance(row.default, bool):
        return Switch(context, row)
    if row.choices:
        return Choice(context, row, further)
    if isinstance(row.default, str):
        return Words(context, row)
    return Measure(context, row)


def title_of(row: Setting[Any]) -> str:
    """Return what a setting is called in the user's language."""
    return said(worded("Setting", row.title))


def help_of(row: Setting[Any]) -> str:
    """Return what is said about a setting in the user's language."""
    return said(worded("Setting", row.help)) if row.help else ""


def _shown(value: float, row: Setting[Any]) -> str:
    number = QLocale().toString(value, "f", 2) if isinstance(value, float) else str(value)
    return f"{number} {said(worded('Setting', row.unit))}" if row.unit else number


def put(context: Context, row: Setting[Any], value: object) -> None:
    """Set a value; one that is refused or cannot be stored is told in the message bar."""
    try:
        context.settings.put(row, value)
    except StudyError as error:
        context.messages.error(error, id="settings")


class Switch(QCheckBox):
    """On or off."""

    def __init__(self, context: Context, row: Setting[bool]) -> None:
        super().__init__(title_of(row))
        self.setToolTip(help_of(row))
        self._context, self._row = context, row
        self.toggled.connect(lambda on: put(context, row, on))
        context.bridge.settings_changed.connect(self._on_setting)
        self._on_setting(row.name)

    def _on_setting(self, name: str) -> None:
        if name == self._row.name:
            self.setChecked(self._context.settings.value_of(self._row))


class Words(QLineEdit):
    """A few words."""

    def __init__(self, context: Context, row: Setting[str]) -> None:
        super().__init__()
        self.setAccessibleName(title_of(row))
        self.setPlaceholderText(said(worded("Setting", row.default)))
        self.setMaxLength(LONGEST_WORDS)
        self._context, self._row = context, row
        self.textEdited.connect(lambda words: put(context, row, words))
        context.bridge.settings_changed.connect(self._on_setting)
        self._on_setting(row.name)

    def _on_setting(self, name: str) -> None:
        value = self._context.settings.value_of(self._row)
        shown = self.placeholderText() if value == self._row.default else value
        if name == self._row.name and shown != self.text():
            self.setText(shown)


class Choice(QComboBox):
    """One of several."""

    def __init__(
        self, context: Context, row: Setting[str], further: Sequence[tuple[Any, str]]
    ) -> None:
        super().__init__()
        self.setAccessibleName(title_of(row))
        self.setToolTip(help_of(row))
        self._context, self._row = context, row
        listed = {value for value, _ in row.choices}
        for value, title in row.choices:
            self.addItem(said(worded("Setting", title)), value)
        for value, title in further:
            if value not in listed:
                self.addItem(title, value)
        self.activated.connect(lambda: put(context, row, self.currentData()))
        context.bridge.settings_changed.connect(self._on_setting)
        self._on_setting(row.name)

    def _on_setting(self, name: str) -> None:
        if name == self._row.name:
            value = self._context.settings.value_of(self._row)
            if self.findData(value) < 0:
                self.addItem(str(value), value)
            self.setCurrentIndex(self.findData(value))


class Measure(Part):
    """A number in a range: a slider between steps down and up, and what it stands at."""

    def __init__(self, context: Context, row: Setting[Any]) -> None:
        super().__init__()
        self._context, self._row = context, row
        self._step = row.step or 1
        low, high = row.range or (0, 0)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        # In steps from zero: of a whole number, the slider's own value is what is read out
        self.slider.setRange(round(low / self._step), round(high / self._step))
        self.slider.setAccessibleName(title_of(row))
        self.slider.setToolTip(help_of(row))
        self.slider.setMinimumWidth(100)
        self.less = self._step_button("minus", self.tr("Less"), -1)
        self.more = self._step_button("plus", self.tr("More"), 1)
        self.value = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        longest = _shown(100, Settings.column_width)  # so that sliders below each other are alike
        self.value.setMinimumWidth(self.fontMetrics().horizontalAdvance(longest))
        self._lay_out()
        self.setFocusProxy(self.slider)
        self._timer = QTimer(self, singleShot=True, interval=APPLY_MS)
        self._timer.timeout.connect(self._apply)
        self.slider.valueChanged.connect(self._on_moved)
        context.bridge.settings_changed.connect(self._on_setting)
        context.bridge.theme_changed.connect(self._draw_icons)
        self._draw_icons()
        self._on_setting(row.name)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.less)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.more)
        layout.addWidget(self.value)

    def _step_button(self, icon: str, name: str, step: int) -> QToolButton:
        """Return a button for the mouse; the keyboard has the arrows of the slider."""
        button = QToolButton()
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("icon_name", icon)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(name)
        button.setAccessibleName(f"{title_of(self._row)}: {name}")
        button.clicked.connect(lambda: self.slider.setValue(self.slider.value() + step))
        return button

    def _draw_icons(self) -> None:
        for button in (self.less, self.more):
            button.setIcon(icons.icon(button.property("icon_name"), self._context.theme))

    def _number(self) -> float:
        number = self.slider.value() * self._step
        return round(number, 4) if isinstance(self._row.default, float) else round(number)

    def _on_moved(self) -> None:
        self._say(self._number())
        announce(self.slider, self.value.text())
        if not self._timer.isActive():
            self._timer.start()

    def _apply(self) -> None:
        put(self._context, self._row, self._number())

    def _on_setting(self, name: str) -> None:
        if name == self._row.name and not self._timer.isActive():
            value = self._context.settings.value_of(self._row)
            self.slider.blockSignals(True)
            self.slider.setValue(round(value / self._step))
            self.slider.blockSignals(False)
            self._say(value)

    def _say(self, number: float) -> None:
        self.value.setText(_shown(number, self._row))
        self.less.setEnabled(self.slider.value() > self.slider.minimum())
        self.more.setEnabled(self.slider.value() < self.slider.maximum())
