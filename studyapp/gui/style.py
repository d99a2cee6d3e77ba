"""How the window's controls look: a palette, a short style sheet and a few hand-drawn parts.

The app calls `apply` at start and after each change of theme. The base is Qt's Fusion style; the
sheet is resources/style.qss. What a style sheet can only do with picture files (chevrons, ticks,
arrows) is drawn by `_Look` instead.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QIcon,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOptionComplex, QTreeView

from studyapp.files import bundled
from studyapp.gui import fonts, icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QStyleOption, QWidget

    from studyapp.gui.theme import Theme

_SMALLEST_TEXT = 13
_ROW_PADDING = 12
_FIELD_PADDING = 5


def apply(app: QApplication, theme: Theme) -> None:
    """Give every control of the app the theme's colors."""
    app.setFont(interface_font())
    app.setPalette(palette(theme))
    look = app.findChild(_Look)
    if look is None:
        app.setStyle(_Look(theme))
    else:
        look.theme = theme
    app.setStyleSheet(sheet(theme))


def interface_font(weight: QFont.Weight = QFont.Weight.Normal, scale: float = 1.0) -> QFont:
    """Return the font of the controls: as large as the system's own, but never tiny."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    pixels = max(_SMALLEST_TEXT, QFontInfo(system).pixelSize())
    return fonts.font(fonts.UI, pixels * scale, weight)


def palette(theme: Theme) -> QPalette:
    """Return the colors that Qt's own painting uses."""
    role = QPalette.ColorRole
    result = QPalette()
    for target, source in (
        (role.Window, "panel"),
        (role.WindowText, "panel_ink"),
        (role.Base, "input"),
        (role.AlternateBase, "hover"),
        (role.Text, "panel_ink"),
        (role.PlaceholderText, "panel_muted"),
        (role.Button, "panel"),
        (role.ButtonText, "panel_ink"),
        (role.BrightText, "danger"),
        (role.Highlight, "selected"),
        (role.HighlightedText, "selected_ink"),
        (role.Link, "link"),
        (role.LinkVisited, "visited"),
        (role.ToolTipBase, "tooltip"),
        (role.ToolTipText, "tooltip_ink"),
        (role.Light, "hover"),
        (role.Midlight, "hover"),
        (role.Mid, "border"),
        (role.Dark, "input_border"),
        (role.Shadow, "input_border"),
        (role.Accent, "accent"),
    ):
        result.setColor(target, theme.over(source, "panel"))
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, theme["faint"])
    return result


def sheet(theme: Theme) -> str:
    """Return the style sheet with the theme's colors filled in."""
    colors = {role: theme.css(role) for role in theme.colors}
    source = (bundled("resources") / "style.qss").read_text(encoding="utf-8")
    selection = theme.over("selection", "input").name()
    return Template(source).substitute(colors, text_selection=selection)


class _Look(QProxyStyle):
    """Fusion, but for the parts that would need pictures and for the rows of trees and lists."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self.theme = theme
        element = QStyle.PrimitiveElement
        self._primitives = {
            element.PE_IndicatorBranch: self._draw_branch,
            element.PE_PanelItemViewRow: self._draw_row,
            element.PE_PanelItemViewItem: self._draw_item,
            element.PE_FrameFocusRect: self._draw_focus,
            element.PE_FrameTabBarBase: self._draw_nothing,
            element.PE_IndicatorCheckBox: self._draw_check_box,
            element.PE_IndicatorItemViewItemCheck: self._draw_check_box,
            element.PE_IndicatorRadioButton: self._draw_radio_button,
            element.PE_IndicatorMenuCheckMark: self._draw_menu_check,
            element.PE_IndicatorArrowDown: self._draw_arrow_down,
            element.PE_IndicatorArrowRight: self._draw_arrow_right,
        }

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._primitives.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(option, painter, widget)
        painter.restore()

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # noqa: N803 - Qt's name
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        if standardIcon == QStyle.StandardPixmap.SP_LineEditClearButton:
            return icons.icon("x", self.theme, "panel_muted")
        return super().standardIcon(standardIcon, option, widget)  # pyright: ignore[reportArgumentType] - the stub forgets None

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        arrows = _FIELD_ARROWS.get(control)
        if arrows is None:
            super().drawComplexControl(control, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_field(option, painter)
        color = self.theme[
            "panel_muted" if _is(option, QStyle.StateFlag.State_Enabled) else "scroll"
        ]
        for part, name in arrows:
            area = self.subControlRect(control, option, part, widget)  # pyright: ignore[reportArgumentType] - the stub forgets None
            icons.paint(painter, name, _square(area, 14), color)
        painter.restore()

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        area = super().subControlRect(control, option, part, widget)  # pyright: ignore[reportArgumentType] - the stub forgets None
        is_words = part == QStyle.SubControl.SC_ComboBoxEditField
        if control == QStyle.ComplexControl.CC_ComboBox and is_words:
            area.adjust(_FIELD_PADDING, 0, -_FIELD_PADDING, 0)
        return area

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        wanted = super().sizeFromContents(kind, option, size, widget)  # pyright: ignore[reportArgumentType] - the stub forgets None
        if kind == QStyle.ContentsType.CT_ComboBox:
            wanted.setWidth(wanted.width() + 2 * _FIELD_PADDING)
        elif kind == QStyle.ContentsType.CT_ItemViewItem:
            wanted.setHeight(max(wanted.height(), option.fontMetrics.height() + _ROW_PADDING))
        return wanted

    def _draw_branch(self, option: QStyleOption, painter: QPainter, _: QWidget | None) -> None:
        if _is(option, QStyle.StateFlag.State_Children):
            is_open = _is(option, QStyle.StateFlag.State_Open)
            closed = (
                "chevron-right"
                if option.direction == Qt.LayoutDirection.LeftToRight
                else "chevron-left"
            )
            selected = _is(option, QStyle.StateFlag.State_Selected)
            color = self.theme["selected_ink" if selected else "panel_muted"]
            name = "chevron-down" if is_open else closed
            place = _square(option.rect, 14)
            # From Qt's cache: a long list has many, and drawing vectors takes half a millisecond
            ratio = icons.ratio_of(painter)
            painter.drawPixmap(place.topLeft(), icons.pixmap(name, color, 14, ratio))

    def _draw_row(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """Draw a tree's row as one pill from edge to edge, below its chevron and its words."""
        if isinstance(widget, QTreeView):
            self._draw_pill(option, painter, _whole_row(option.rect, widget))

    def _draw_item(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        if not isinstance(widget, QTreeView):
            self._draw_pill(option, painter, option.rect)

    def _draw_pill(self, option: QStyleOption, painter: QPainter, area: QRect) -> None:
        selected = _is(option, QStyle.StateFlag.State_Selected)
        hovered = _is(option, QStyle.StateFlag.State_MouseOver) and _is(
            option, QStyle.StateFlag.State_Enabled
        )
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme["selected" if selected else "hover"])
            painter.drawRoundedRect(QRectF(area).adjusted(0, 0.5, 0, -0.5), 6, 6)

    def _draw_focus(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """Draw the ring only for those who came by keyboard."""
        if _is(option, QStyle.StateFlag.State_KeyboardFocusChange):
            area = _whole_row(option.rect, widget) if isinstance(widget, QTreeView) else option.rect
            painter.setPen(QPen(self.theme["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 6, 6)

    def _draw_field(self, option: QStyleOption, painter: QPainter) -> None:
        focused = _is(option, QStyle.StateFlag.State_HasFocus)
        painter.setPen(
            QPen(self.theme["focus" if focused else "input_border"], 2 if focused else 1)
        )
        painter.setBrush(self.theme["input"])
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _indicator_colors(self, option: QStyleOption) -> tuple[QColor, QColor]:
        """Return outline and fill of a check box or radio button."""
        if not _is(option, QStyle.StateFlag.State_Enabled):
            return self.theme["scroll"], self.theme["panel"]
        if _is(option, QStyle.StateFlag.State_Off):
            return self.theme["panel_muted"], self.theme["input"]
        return self.theme["accent"], self.theme["accent"]

    def _draw_check_box(self, option: QStyleOption, painter: QPainter, _: QWidget | None) -> None:
        outline, fill = self._indicator_colors(option)
        box = _square(option.rect, 15)
        painter.setPen(QPen(outline, 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        if not _is(option, QStyle.StateFlag.State_Off):
            mark = "check" if _is(option, QStyle.StateFlag.State_On) else "minus"
            icons.paint(painter, mark, box.adjusted(1.5, 1.5, -1.5, -1.5), self.theme["on_accent"])

    def _draw_radio_button(
        self, option: QStyleOption, painter: QPainter, _: QWidget | None
    ) -> None:
        outline, fill = self._indicator_colors(option)
        box = _square(option.rect, 15)
        painter.setPen(QPen(outline, 1.5))
        painter.setBrush(fill)
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
        if _is(option, QStyle.StateFlag.State_On):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme["on_accent"])
            painter.drawEllipse(box.center(), 2.5, 2.5)

    def _draw_nothing(self, option: QStyleOption, painter: QPainter, _: QWidget | None) -> None:
        """Leave out the line that Qt draws above the tabs; the chosen one is underlined."""

    def _draw_menu_check(self, option: QStyleOption, painter: QPainter, _: QWidget | None) -> None:
        if _is(option, QStyle.StateFlag.State_On):
            icons.paint(painter, "check", _square(option.rect, 16), self.theme["accent"])

    def _draw_arrow_down(self, option: QStyleOption, painter: QPainter, _: QWidget | None) -> None:
        icons.paint(painter, "chevron-down", _square(option.rect, 14), self.theme["panel_muted"])

    def _draw_arrow_right(self, option: QStyleOption, painter: QPainter, _: QWidget | None) -> None:
        icons.paint(painter, "chevron-right", _square(option.rect, 14), self.theme["panel_muted"])


_FIELD_ARROWS = {
    QStyle.ComplexControl.CC_ComboBox: ((QStyle.SubControl.SC_ComboBoxArrow, "chevron-down"),),
    QStyle.ComplexControl.CC_SpinBox: (
        (QStyle.SubControl.SC_SpinBoxUp, "chevron-up"),
        (QStyle.SubControl.SC_SpinBoxDown, "chevron-down"),
    ),
}


def _is(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _square(area: QRect, size: float) -> QRectF:
    """Return a square of at most this size in the middle of an area."""
    size = min(size, area.width(), area.height())
    return QRectF(
        area.x() + (area.width() - size) / 2, area.y() + (area.height() - size) / 2, size, size
    )


def _whole_row(area: QRect, view: QTreeView) -> QRect:
    return QRect(0, area.y(), view.viewport().width(), area.height())
