"""What a pane looks like: header, page, find bar; or what is said in place of a page.

It is handed pages; it knows where in the course the page stands and nothing of how it came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studyapp.gui.header import Header
from studyapp.gui.language import said
from studyapp.gui.messages import sentence
from studyapp.gui.reader.view import Reader
from studyapp.gui.states import StatePage, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from studyapp.gui.commands import Actions
    from studyapp.gui.context import Context
    from studyapp.model import Section, StudyError
    from studyapp.page import Page

READER_SETTINGS = frozenset({"text_size", "column_width", "line_height", "reader_font"})
LEAST_WIDTH, LEAST_HEIGHT = 240, 160
"""Of a pane, in pixels: a header and some lines."""
LOW_HEIGHT = 400
"""A pane lower than this spends little on what is not its page."""


class PageView(QWidget):
    """Header, page and find bar in a column.

    Signals, the wishes of a state: `course_requested()`, `guide_requested()`, `retry_requested()`.
    """

    course_requested = Signal()
    guide_requested = Signal()
    retry_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.reader = Reader(context)
        self._state: StatePage | None = None
        self.header: Header | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.reader)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.banners: list[QWidget] = []
        """What stands right above the page, shown or not."""
        context.bridge.theme_changed.connect(self._on_theme)
        context.bridge.settings_changed.connect(self._on_setting)

    def add_header(self, actions: Actions) -> Header:
        """Put the header above the page, once there are actions for its buttons."""
        self.header = Header(self._context, actions)
        self._column.insertWidget(0, self.header)
        self.header.stackUnder(self._stack)  # heard in the order in which it is seen
        self.header.set_low(self.height() < LOW_HEIGHT)
        bar = self.reader.verticalScrollBar()
        bar.valueChanged.connect(lambda value: self.header and self.header.set_scrolled(value > 4))
        return self.header

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the header thin in a low pane."""
        super().resizeEvent(event)
        if self.header is not None:
            self.header.set_low(self.height() < LOW_HEIGHT)

    def page_bottom(self) -> int:
        """Return where the page ends, and what stands at its foot begins."""
        return self._stack.geometry().bottom() + 1

    def add_banner(self, banner: QWidget) -> None:
        """Put a banner right above the page."""
        before = banner.parentWidget()
        if before is self:
            return
        if isinstance(before, PageView):
            before.banners.remove(banner)
        self.banners.append(banner)
        self._column.insertWidget(self._column.indexOf(self._stack), banner)

    def take_banners(self, other: PageView) -> None:
        """Take over the banners of a view that is closed."""
        for banner in tuple(other.banners):
            self.add_banner(banner)

    def show_aside(self, widget: QWidget) -> None:
        """Show something else in the place of the page."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def show_reader(self) -> None:
        """Show the page again, if there is one."""
        if self.reader.section is not None:
            self._stack.setCurrentWidget(self.reader)

    def add_foot(self, bar: QWidget) -> None:
        """Put a bar below the page."""
        self._column.addWidget(bar)

    @property
    def state(self) -> StatePage:
        """What is shown in place of a page; made on first use, for most courses never need it."""
        if self._state is None:
            self._state = StatePage(self._context.theme)
            self._stack.addWidget(self._state)
        return self._state

    def show_page(self, section: Section, page: Page, offset: int) -> None:
        """Show a page with these words at its top."""
        workspace = self._context.workspace
        course = workspace.course
        self.reader.show_page(section, page, offset)
        self.reader.setAccessibleName(self.tr("Page: {}").format(section.title))
        if self.header is not None:
            self.header.show_section(
                course.trail(section.id),
                workspace.minutes(section.id),
                course.places[section.id] + 1,
                len(course.order),
            )
        self._stack.setCurrentWidget(self.reader)

    @property
    def shows_page(self) -> bool:
        """Whether a page is on show, and no state."""
        return self._stack.currentWidget() is self.reader and self.reader.section is not None

    def show_opening(self, title: str) -> None:
        """Say that a page or a course takes a moment."""
        self._show_state("clock", self.tr("Opening…"), title)

    def show_empty(self) -> None:
        """Say that the course has no pages."""
        self._show_state(
            "book-open",
            self.tr("This course has no pages yet"),
            self.tr("Put files that end in .md into {} and read it again.").format(
                self._context.workspace.course.root
            ),
            (self._retry(self.tr("Read again")), self._other(), self._guide()),
        )

    def show_failure(
        self, section: Section, error: StudyError, back: Callable[[], object] | None = None
    ) -> None:
        """Say why a page cannot be shown, and what may help: `back` too, if there is a way."""
        root = self._context.workspace.course.root
        if root.is_dir():
            title = self.tr("“{}” cannot be read").format(section.title)
            ways = (self._retry(self.tr("Try again")),)
            if back is not None:
                ways = (*ways, Way(self.tr("Back"), back))
        else:
            title = self.tr("The folder of this course is gone")
            error.why, error.hint = str(root), ""
            ways = (self._retry(self.tr("Try again")), self._other(), self._guide())
        text = "\n".join(sentence(said(words)) for words in (error.why, error.hint) if words)
        self._show_state("unlink", title, text, ways)

    def _show_state(self, icon: str, title: str, text: str, ways: tuple[Way, ...] = ()) -> None:
        self.state.show_state(icon, title, text, ways)
        if ways and self.header is not None:
            self.header.clear()
        self._stack.setCurrentWidget(self.state)

    def _retry(self, title: str) -> Way:
        return Way(title, self.retry_requested.emit)

    def _other(self) -> Way:
        return Way(self.tr("Open another course"), self.course_requested.emit)

    def _guide(self) -> Way:
        return Way(self.tr("Open the guide"), self.guide_requested.emit)

    def _on_theme(self) -> None:
        self.reader.apply_settings()
        if self._state is not None:
            self._state.apply_theme(self._context.theme)
        if self.header is not None:
            self.header.apply_theme()

    def _on_setting(self, name: str) -> None:
        if name in READER_SETTINGS:
            self.reader.apply_settings()
