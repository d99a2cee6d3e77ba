"""The line above the page: where it stands in the course, how long it is, and the way to the next.

Each pane has one and tells it what is on show; wishes go up as signals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from studyapp.gui import icons
from studyapp.gui.ornament import Ornament

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from studyapp.gui.commands import Actions
    from studyapp.gui.context import Context
    from studyapp.model import Section

HEIGHT, LOW = 48, 34
"""Of the line, in pixels, and in a low pane."""
ACTIVE_LINE = 2
TITLE_WIDTH = 200
"""So much of the page's own title is shown before anything else."""
BETWEEN = "  ·  "
STEPS = {"go.previous": -1, "go.next": 1}
CRUMB_LEAST = 72
"""Narrower than this a crumb says nothing, and is left out."""
SEPARATOR_WIDTH = 16


class Header(QWidget):
    """Breadcrumb, time left and place, previous and next.

    Signals: `go_requested(section_id)`; `step_requested(step)` to the section before or after;
    `read_requested()` to count what has changed as read; `close_requested()`, of the pane;
    `touched()` by the mouse.
    """

    go_requested = Signal(str)
    step_requested = Signal(int)
    read_requested = Signal()
    close_requested = Signal()
    touched = Signal()

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._scrolled = self._active = False
        self.crumbs = Breadcrumb(context)
        self.crumbs.go_requested.connect(self.go_requested)
        self.facts = QLabel()
        self.facts.setProperty("muted", True)
        self._time = self._place = ("", "")
        self.changed = self._changed_button()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.crumbs, 1)
        row.addWidget(self.changed)
        row.addWidget(self.facts)
        self._steps = {step: _face(actions[id_]) for id_, step in STEPS.items()}
        for step, button in self._steps.items():
            button.clicked.connect(lambda _=False, step=step: self.step_requested.emit(step))
            row.addWidget(button)
        self.close_button = _face(actions["pane.close"])
        self.close_button.clicked.connect(self.close_requested)
        self.close_button.hide()
        row.addWidget(self.close_button)
        self.setFixedHeight(HEIGHT)
        self.setAutoFillBackground(True)
        self.apply_theme()

    def show_section(self, trail: tuple[Section, ...], minutes: int, number: int, of: int) -> None:
        """Show another section: its trail from the top down, and its place in the course."""
        self.crumbs.show_trail(trail)
        time = self.tr("%n minute(s)", "", minutes)
        place = self.tr("{} of {}").format(number, of)
        self._place = place, self.tr("section {}").format(place)
        self.show_time(time, time)

    def show_time(self, text: str, spoken: str) -> None:
        """Show how much there is left to read, in few words and in full ones for hearing."""
        self._time = text, spoken
        self._fit()
        heard = (self._time[1], self._place[1])
        self.facts.setAccessibleName(", ".join(part for part in heard if part))

    def show_changed(self, changed: bool) -> None:
        """Say that the section was read, and has changed since; or say so no more."""
        self.changed.setVisible(changed)
        self._fit()

    def _changed_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("Changed since you read it"))
        button.setToolTip(self.tr("Mark as read as it now is"))
        button.setAccessibleDescription(button.toolTip())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # The tick is what one can do about it, and so comes after what is said
        is_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        flipped = Qt.LayoutDirection.LeftToRight if is_left else Qt.LayoutDirection.RightToLeft
        button.setLayoutDirection(flipped)
        button.clicked.connect(self.read_requested)
        button.hide()
        return button

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [*self.crumbs.buttons, self.changed, *self._steps.values(), self.close_button]

    def show_steps(self, *, back: bool, on: bool) -> None:
        """Say whether there is a section before and one after."""
        for step, known in ((-1, back), (1, on)):
            self._steps[step].setEnabled(known)

    def show_among(self, *, others: bool, active: bool) -> None:
        """Show whether there are other panes, and whether the keyboard works in this one."""
        self.close_button.setVisible(others)
        self._active = others and active
        self._fit()
        self.update()

    def set_low(self, low: bool) -> None:
        """Be thin, for each line of a low pane counts."""
        self.setFixedHeight(LOW if low else HEIGHT)

    def clear(self) -> None:
        """Show no section."""
        self.crumbs.show_trail(())
        self._time = self._place = ("", "")
        self._fit()
        self.changed.hide()

    def set_scrolled(self, scrolled: bool) -> None:
        """Draw a line below once words are hidden under it."""
        if scrolled != self._scrolled:
            self._scrolled = scrolled
            self.update()

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._context.theme["page"])
        self.setPalette(palette)
        self.changed.setIcon(icons.icon("check", self._context.theme, "due"))
        self.crumbs.apply_theme()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a press beside the buttons, too."""
        self.touched.emit()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = BETWEEN.join(part for part, _ in (self._time, self._place) if part)
        brief = whole.partition(BETWEEN)[0]
        wide, narrow = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        for style, facts in ((wide, whole), (narrow, whole), (narrow, brief), (narrow, "")):
            self.changed.setToolButtonStyle(style)
            self.facts.setText(facts)
            if self._row.minimumSize().width() + self.crumbs.lacks() <= self.width():
                break

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line below, and the one that tells where the keyboard works."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            if self._scrolled:
                painter.fillRect(
                    0, self.height() - 1, self.width(), 1, self._context.theme["border"]
                )
            if self._active:
                painter.fillRect(0, 0, self.width(), ACTIVE_LINE, self._context.theme["accent"])


def _face(action: QAction) -> QToolButton:
    """Return a button that looks like a command, for a pane that may not be the one it acts on."""
    button = QToolButton()
    button.setIconSize(QSize(18, 18))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def dress() -> None:
        button.setIcon(action.icon())
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.iconText())

    action.changed.connect(dress)
    dress()
    return button


class Breadcrumb(QWidget):
    """The sections from the top down to the one on show, each a button.

    Where there is no room for all, the outer ones go first; what remains is elided.
    """

    go_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._trail: tuple[Section, ...] = ()
        self.buttons: list[QToolButton] = []
        self._separators: list[Ornament] = []
        self._title_width = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(CRUMB_LEAST)
        self.setAccessibleName(self.tr("Place in the course"))

    def show_trail(self, trail: tuple[Section, ...]) -> None:
        """Show another trail."""
        if trail == self._trail:
            return
        self._trail = trail
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons, self._separators = [], []
        for section in trail:
            if self.buttons:
                self._separators.append(self._separator())
                self._row.addWidget(self._separators[-1])
            self.buttons.append(self._crumb(section, is_last=section is trail[-1]))
            self._row.addWidget(self.buttons[-1])
        self._row.addStretch(1)
        self._fit()
        self.apply_theme()

    def lacks(self) -> int:
        """Return how many pixels beyond its least width it needs for the title of the page."""
        return max(min(self._title_width, TITLE_WIDTH) - self.minimumWidth(), 0)

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        theme = self._context.theme
        for separator in self._separators:
            ratio = self.devicePixelRatioF()
            separator.setPixmap(icons.pixmap("chevron-right", theme["faint"], 14, ratio))
        for button in self.buttons:
            is_last = button is self.buttons[-1]
            palette = button.palette()
            ink = theme["panel_ink" if is_last else "panel_muted"]
            palette.setColor(QPalette.ColorRole.ButtonText, ink)
            button.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._fit()

    def _separator(self) -> Ornament:
        separator = Ornament()
        separator.setFixedWidth(SEPARATOR_WIDTH)
        return separator

    def _crumb(self, section: Section, *, is_last: bool) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(section.title)
        button.setToolTip(section.title)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        # The last one is the page itself: it leads to its top
        button.setAccessibleDescription(
            self.tr("This section: go to its top") if is_last else self.tr("Go to this chapter")
        )
        button.clicked.connect(lambda _=False, target=section.id: self.go_requested.emit(target))
        return button

    def _fit(self) -> None:
        """Give each crumb its words, elided where they do not fit; drop the outer ones first."""
        for button, section in zip(self.buttons, self._trail, strict=True):
            button.setText(section.title.replace("&", "&&"))
        wanted = [button.sizeHint().width() for button in self.buttons]
        self._title_width = wanted[-1] if wanted else 0
        widths = shares(wanted, self.width())
        for place, (button, width) in enumerate(zip(self.buttons, widths, strict=True)):
            self._elide(button, self._trail[place].title, width)
            if place:
                self._separators[place - 1].setVisible(widths[place - 1] > 0)

    def _elide(self, button: QToolButton, title: str, width: int) -> None:
        metrics, wanted = button.fontMetrics(), button.sizeHint().width()
        button.setVisible(width > 0)
        button.setFixedWidth(width)
        if 0 < width < wanted:
            room = width - (wanted - metrics.horizontalAdvance(title))
            shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
            button.setText(shown.replace("&", "&&"))


def shares(wanted: list[int], room: int) -> list[int]:
    """Return how wide each crumb may be, 0 for one that is dropped.

    The last is the page itself and shrinks only when it stands alone; the outer ones shrink first.
    """
    widths = list(wanted)
    for place in range(len(wanted) - 1):
        excess = sum(widths) + SEPARATOR_WIDTH * sum(width > 0 for width in widths[:-1]) - room
        if excess <= 0:
            return widths
        least = min(wanted[place], CRUMB_LEAST)
        fits = widths[place] - excess >= least
        widths[place] = widths[place] - excess if fits else 0
    return [*widths[:-1], min(widths[-1], room)] if widths else []
