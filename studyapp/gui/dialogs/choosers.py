"""Choices that show themselves: themes as swatches, typefaces in their own letters.

`settingrow` puts them in the place of the plain editors of these two settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QGridLayout

from studyapp.gui import fonts, icons, style
from studyapp.gui.dialogs.editors import help_of, put, title_of
from studyapp.gui.language import translate
from studyapp.gui.stops import Part
from studyapp.gui.theme import SYSTEM, Theme
from studyapp.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studyapp.gui.context import Context

IN_A_ROW = 3
SWATCH = QSize(98, 56)
EDGE = 5
"""Pixels around a swatch: the ring of the focus stands off from that of the chosen one."""
FACE_SCALE = 1.15


class Swatch(QAbstractButton):
    """One theme: its page, its words; the system's is half light and half dark."""

    def __init__(self, context: Context, value: str, title: str, themes: tuple[Theme, ...]) -> None:
        super().__init__()
        self.value = value
        self._context, self._themes = context, themes
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button to assistive technology
        self.setToolTip(title)
        self.setMinimumSize(SWATCH)

    def sizeHint(self) -> QSize:
        """Return the size that a name of usual length needs."""
        return SWATCH

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name in the theme's own colors, and a ring around the one chosen."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            card = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
            self._draw_card(painter, card)
            theme = self._context.theme
            if self.isChecked() or self.underMouse():
                painter.setPen(QPen(theme["accent" if self.isChecked() else "scroll_hover"], 2))
                painter.drawRoundedRect(card, 7, 7)
            if self.hasFocus():
                painter.setPen(QPen(theme["focus"], 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)

    def _draw_card(self, painter: QPainter, card: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(card, 7, 7)
        painter.setClipPath(shape)
        share = card.width() / len(self._themes)
        for place, theme in enumerate(self._themes):
            part = QRectF(card.left() + place * share, card.top(), share, card.height())
            painter.fillRect(part, theme["page"])
            painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
            self._write(painter, card, theme)
            painter.setClipPath(shape)
        painter.setClipping(False)
        painter.setPen(QPen(self._context.theme["input_border"], 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card, 7, 7)

    def _write(self, painter: QPainter, card: QRectF, theme: Theme) -> None:
        painter.setPen(theme["ink"])
        painter.setFont(fonts.font(self._context.settings.reader_font, 19))
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(card.adjusted(0, 2, 0, 0), middle, "Aa")
        painter.setFont(style.interface_font(scale=0.85))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(card.width() - 8)
        )
        low = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(card.adjusted(0, 0, 0, -4), low, words)
        if self.isChecked():
            corner = QRectF(card.topRight() + QPointF(-19, 4), QSize(14, 14).toSizeF())
            icons.paint(painter, "check", corner, theme["accent"])


class Swatches(Part):
    """The themes side by side; arrows go from one to the next, and put it on."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for place, swatch in enumerate(self._made()):
            self._group.addButton(swatch, place)
            grid.addWidget(swatch, place // IN_A_ROW, place % IN_A_ROW)
            swatch.toggled.connect(lambda on, one=swatch: on and self._choose(one))
        self.setAccessibleName(title_of(Settings.theme))
        context.bridge.settings_changed.connect(self._on_setting)
        context.bridge.theme_changed.connect(self.update)
        self._on_setting("theme")

    @property
    def swatches(self) -> list[Swatch]:
        """The buttons, in order."""
        return [one for one in self._group.buttons() if isinstance(one, Swatch)]

    def _made(self) -> list[Swatch]:
        themes = self._context.themes
        halves = (themes.find("light"), themes.find("dark"))
        system = Swatch(self._context, SYSTEM, self.tr("System"), halves)
        return [
            system,
            *(
                Swatch(self._context, one.id, translate("Theme", one.title), (one,))
                for one in themes.all()
            ),
        ]

    def _choose(self, swatch: Swatch) -> None:
        put(self._context, Settings.theme, swatch.value)

    def _on_setting(self, name: str) -> None:
        if name == "theme":
            chosen = self._context.settings.theme
            for swatch in self.swatches:
                is_chosen = swatch.value == chosen
                # Tab stops at the chosen one, from which arrows lead to the others
                policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.NoFocus
                if is_chosen:
                    swatch.setChecked(True)
                    self.setFocusProxy(swatch)
                swatch.setFocusPolicy(policy)
        if name in ("theme", "reader_font"):
            for swatch in self.swatches:
                swatch.update()


class Faces(QComboBox):
    """The typefaces of the page, each in its own letters: the bundled ones, then the machine's."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(title_of(Settings.reader_font))
        self.setToolTip(help_of(Settings.reader_font))
        self.setMaxVisibleItems(12)
        bundled = [value for value, _ in Settings.reader_font.choices]
        for family in bundled:
            self._add(family)
        self.insertSeparator(self.count())
        # Those with a dot or an at are the system's own business
        others = (one for one in QFontDatabase.families() if one not in bundled)
        for family in others:
            if family[0] not in ".@":
                self._add(family)
        self.activated.connect(lambda: put(context, Settings.reader_font, self.currentText()))
        context.bridge.settings_changed.connect(self._on_setting)
        self._on_setting("reader_font")

    def _add(self, family: str) -> None:
        self.addItem(family)
        font = style.interface_font(scale=FACE_SCALE)
        if QFontDatabase.WritingSystem.Latin in QFontDatabase.writingSystems(family):
            font.setFamily(family)
        self.setItemData(self.count() - 1, font, Qt.ItemDataRole.FontRole)

    def _on_setting(self, name: str) -> None:
        if name != "reader_font":
            return
        family = self._context.settings.reader_font
        if self.findText(family) < 0:
            self._add(family)
        self.setCurrentIndex(self.findText(family))
        font = style.interface_font()
        font.setFamily(family)
        self.setFont(font)
