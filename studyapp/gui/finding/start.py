"""What the search panel shows before anything is asked: searches of before, and how to ask.

`panels.search` shows it while the field is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import icons, style
from studyapp.gui.language import translate
from studyapp.wording import noted

if TYPE_CHECKING:
    from studyapp.gui.context import Context

WAYS = (
    ("north sea", noted("StartPage", "both words")),
    ('"north sea"', noted("StartPage", "side by side")),
    ("north OR south", noted("StartPage", "one of them")),
    ("north -sea", noted("StartPage", "without the second")),
    ("deter*", noted("StartPage", "what begins so")),
    ("deterence~", noted("StartPage", "what is spelled alike")),
    ("title:north", noted("StartPage", "in titles; also heading:")),
    ("chapter:3", noted("StartPage", "in chapter 3; or by name")),
    ("in:notes", noted("StartPage", "in notes, text or cards")),
    ("tag:exam", noted("StartPage", "with a tag; color:green")),
)
"""An example of each way to ask, and what it finds."""
LEAST_BESIDE = 250
"""Pixels of the panel in which both stand beside each other."""


class StartPage(QScrollArea):
    """Saved and recent searches as links, and the ways to ask in one line each."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._search = context.search
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.links: list[QPushButton] = []
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the searches that there are now."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(10, 4, 10, 12)
        column.setSpacing(2)
        self.links = []
        saved = self._search.saved
        recent = [one for one in self._search.recent if one not in saved]
        for title, searches, icon in (
            (self.tr("Kept searches"), saved, "star"),
            (self.tr("Recent searches"), recent, "history"),
        ):
            if searches:
                column.addWidget(_heading(title))
                for text in searches:
                    column.addLayout(self._row(text, icon))
        column.addWidget(_heading(self.tr("Ways to ask")))
        column.addLayout(self._ways())
        column.addStretch(1)
        self.setWidget(page)

    def _row(self, text: str, icon: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        link = QPushButton(text.replace("&", "&&"))
        link.setProperty("row", True)
        link.setFlat(True)
        link.setIcon(icons.icon(icon, self._context.theme, "panel_muted"))
        link.setIconSize(QSize(14, 14))
        link.clicked.connect(lambda _=False: self._search.ask(text))
        forget = QToolButton()
        forget.setIcon(icons.icon("x", self._context.theme, "panel_muted"))
        forget.setIconSize(QSize(12, 12))
        forget.setAccessibleName(self.tr("Forget {}").format(text))
        forget.setToolTip(self.tr("Forget this search"))
        forget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        forget.clicked.connect(lambda _=False: self._forget(text))
        row.addWidget(link, 1)
        row.addWidget(forget)
        self.links.append(link)
        return row

    def _forget(self, text: str) -> None:
        for kept in (self._search.saved, self._search.recent):
            if text in kept:
                kept.remove(text)
        self.refresh()

    def _ways(self) -> QGridLayout:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(2, 2, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._pairs = []
        for example, meaning in WAYS:
            code = QLabel(example, textFormat=Qt.TextFormat.PlainText)
            code.setProperty("code", True)
            said = QLabel(
                translate("StartPage", meaning), wordWrap=True, textFormat=Qt.TextFormat.PlainText
            )
            said.setProperty("muted", True)
            self._pairs.append((code, said))
        self._place_ways()
        return self._grid

    def _place_ways(self) -> None:
        """Put what each finds beside its example, or below where the panel is narrow."""
        below = self.width() < LEAST_BESIDE
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        for number, (code, said) in enumerate(self._pairs):
            self._grid.addWidget(code, 2 * number, 0, 1, 2 if below else 1, corner)
            row, column = (2 * number + 1, 0) if below else (2 * number, 1)
            self._grid.addWidget(said, row, column, 1, 2 if below else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < LEAST_BESIDE) != (self.width() < LEAST_BESIDE):
            self._place_ways()


def _heading(title: str) -> QLabel:
    label = QLabel(title)
    label.setFont(style.interface_font(QFont.Weight.DemiBold))
    label.setContentsMargins(2, 10, 0, 4)
    return label
