"""What can be done with the notes that are selected in the hub, as a row of buttons below the list.

The panel says how many are selected and in which scope; it hears the wishes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from studyapp.gui import icons
from studyapp.gui.language import color_title, in_order
from studyapp.gui.noting.tagline import split_tags
from studyapp.model import COLORS, State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QColor, QResizeEvent

    from studyapp.gui.context import Context
    from studyapp.gui.hub.entries import Entry

MOST_TAGS = 25


class ActionRow(QWidget):
    """Buttons.

    Signals, the wishes: `color_wished(color)`, `tag_wished(add, drop)` with lists of tags,
    `copy_wished()`, `remove_wished()`, `restore_wished()`, `link_wished()`.
    """

    color_wished = Signal(str)
    tag_wished = Signal(list, list)
    copy_wished = Signal()
    remove_wished = Signal()
    restore_wished = Signal()
    link_wished = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: Sequence[Entry] = ()
        self.tag_counts: Callable[[], Mapping[str, int]] = dict
        """Tells which tags there are, and how many notes have each."""
        self.said = QLabel()
        self.said.setProperty("muted", True)
        self.link = self._button("link", self.tr("Link again"), self.link_wished.emit)
        self.color = self._menu_button("highlighter", self.tr("Color"), self._fill_colors)
        self.tag = self._menu_button("tag", self.tr("Tags"), self._fill_tags)
        self.copy = self._button("copy", self.tr("Copy as Markdown"), self.copy_wished.emit)
        self.remove = self._button(
            "trash-2", self.tr("Remove (can be undone)"), self.remove_wished.emit
        )
        self.restore = self._button("rotate-ccw", self.tr("Restore"), self.restore_wished.emit)
        for button in (self.link, self.restore):
            button.setText(button.accessibleName())
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 0, 6)
        row.setSpacing(2)
        row.addWidget(self.said)
        row.addStretch(1)
        for button in self.buttons():
            row.addWidget(button)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons in order."""
        return [self.link, self.restore, self.color, self.tag, self.copy, self.remove]

    def show_selected(self, entries: Sequence[Entry], *, in_trash: bool) -> None:
        """Offer what can be done with these."""
        self._entries = entries
        lost = len(entries) == 1 and entries[0].card.state is State.ORPHANED and not in_trash
        several = self.tr("%Ln selected", "", len(entries))
        self.said.setText(several if len(entries) > 1 else "")
        self.said.setVisible(bool(self.said.text()))
        self.setVisible(bool(entries))
        self.restore.setVisible(in_trash)
        self.link.setVisible(lost)
        for button in (self.color, self.tag, self.remove):
            button.setVisible(not in_trash)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of buttons to their tooltips where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [one for one in (self.said, *self.buttons()) if not one.isHidden()]
        for style in (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        ):
            for button in (self.link, self.restore):
                button.setToolButtonStyle(style)
            if sum(one.sizeHint().width() + 2 for one in shown) + 4 <= self.width():
                break

    def apply_theme(self) -> None:
        """Draw the icons in the colors of the theme."""
        for button in self.buttons():
            button.setIcon(icons.icon(button.objectName(), self._context.theme))

    def fill(self, menu: QMenu) -> None:
        """Put the same into a menu."""
        for button in self.buttons():
            if button.isHidden():
                continue
            if inner := button.menu():
                menu.addMenu(inner).setText(button.accessibleName())
            else:
                action = menu.addAction(button.icon(), button.accessibleName())
                action.triggered.connect(button.click)

    def _button(
        self, icon: str, name: str, wish: Callable[[], object] | None = None
    ) -> QToolButton:
        button = QToolButton()
        button.setObjectName(icon)
        button.setIconSize(QSize(17, 17))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if wish is not None:
            button.clicked.connect(wish)
        return button

    def _menu_button(self, icon: str, name: str, fill: Callable[[QMenu], object]) -> QToolButton:
        button = self._button(icon, name)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _fill_colors(self, menu: QMenu) -> None:
        menu.clear()
        for color in COLORS:
            swatch = _swatch(self._context.theme[f"highlight_{color}"])
            action = menu.addAction(swatch, color_title(self._context.settings, color))
            action.triggered.connect(lambda _on, color=color: self.color_wished.emit(color))

    def _fill_tags(self, menu: QMenu) -> None:
        """Offer a line for new tags and the known ones, with a tick at those that all have."""
        menu.clear()
        line = QLineEdit(placeholderText=self.tr("Add tags"))
        line.setAccessibleName(self.tr("Add tags"))
        line.returnPressed.connect(lambda: self._on_new(menu, line))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(line)
        menu.addAction(holder)
        had = [set(entry.card.annotation.tags) for entry in self._entries]
        here = set().union(*had)
        counts = self.tag_counts()
        used = sorted(counts.keys() - here, key=lambda tag: (-counts[tag], tag))
        for tag in [*in_order(here), *used][:MOST_TAGS]:
            action = menu.addAction(f"#{tag}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(all(tag in tags for tags in had))
            action.triggered.connect(lambda on, tag=tag: self._on_tag(tag, on=on))
        line.setFocus()

    def _on_tag(self, tag: str, *, on: bool) -> None:
        self.tag_wished.emit([tag] if on else [], [] if on else [tag])

    def _on_new(self, menu: QMenu, line: QLineEdit) -> None:
        tags = split_tags(line.text())
        menu.close()
        if tags:
            self.tag_wished.emit(tags, [])


def _swatch(color: QColor) -> QIcon:
    picture = QPixmap(16, 16)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(1, 1, 14, 14)
    return QIcon(picture)
