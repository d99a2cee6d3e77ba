"""The search panel: what was found, section by section, while one types into the field above.

It shows what the `Search` of the context has; where a hit leads is the window's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from studyapp.gui import icons
from studyapp.gui.announcing import announce
from studyapp.gui.panels.base import Panel
from studyapp.gui.panels.rowmenu import offer
from studyapp.gui.states import StatePage, Way
from studyapp.model import Kind, Location

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.panels.rowmenu import Acts
    from studyapp.model import Change, StudyError

LONGEST_SHOWN = 40
SAY_MS = 700
"""A pause in typing after which the number of results is said."""


class SearchPanel(Panel):
    """Head, results, or what is shown before anything is asked."""

    id = "search"
    title = "Search"
    icon = "search"
    side: ClassVar[Literal["left", "right"]] = "left"
    usual: ClassVar[bool] = False
    shows = frozenset({Kind.COURSE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # What shows results is not needed at start, and panels are imported there
        from studyapp.gui.finding.head import Head, link  # noqa: PLC0415
        from studyapp.gui.finding.resultlist import ResultList  # noqa: PLC0415
        from studyapp.gui.finding.start import StartPage  # noqa: PLC0415

        self.search = context.search
        self.head = Head(context)
        self.list = ResultList(context)
        self.start = StartPage(context)
        self.nothing = StatePage(context.theme, beside=True)
        self.back = link()
        self.back.setText(self.tr("Back to where I was"))
        self._foot = QFrame()
        self._shown: object = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        self._saying = QTimer(self, interval=SAY_MS, singleShot=True)
        self._saying.timeout.connect(self._say)
        self._foot.setObjectName("foot")
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(8, 5, 8, 6)
        foot.addWidget(self.back)
        self._foot.setVisible(self.search.before is not None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)
        self.setFocusProxy(self.list)
        self._connect()
        self.apply_theme()
        self._on_asked()
        self._on_found()

    def _connect(self) -> None:
        search = self.search
        search.asked.connect(self._on_asked)
        search.found.connect(self._on_found)
        search.failed.connect(self._on_failed)
        search.index_changed.connect(self._show_head)
        search.current_changed.connect(self._on_current)
        search.before_changed.connect(lambda: self._foot.setVisible(search.before is not None))
        self.list.hit_opened.connect(self._on_hit)
        self.list.walked.connect(search.select)
        self.list.more_requested.connect(search.ask_more)
        self.list.section_opened.connect(self._on_section)
        offer(self.list, self._acts)
        self.back.clicked.connect(search.back_requested)

    def _on_hit(self, place: int, stay: bool, aside: bool) -> None:
        self.search.choose(place, stay=stay, aside=aside)

    def _on_section(self, section: str, aside: bool) -> None:
        wish = self.aside_requested if aside else self.go_requested
        wish.emit(Location(section))

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        inside = [*self.start.links, *self.nothing.buttons(), self.list]
        return [*self.head.stops(), *inside, self.back]

    def _acts(self, index: QModelIndex) -> Acts:
        row = self.list.rows.row(index)
        if hit := row.hit:
            yield self.tr("Go There"), lambda: self.search.choose(row.place, stay=False)
            yield self.tr("Show, and Stay Here"), lambda: self.search.choose(row.place, stay=True)
            words = hit.snippet
            yield self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(words)
            aside = self.tr("Open in Other Pane")
            yield aside, lambda: self.search.choose(row.place, stay=True, aside=True)
        elif group := row.group:
            yield self.tr("Go There"), lambda: self._on_section(group.section, False)
            yield self.tr("Open in Other Pane"), lambda: self._on_section(group.section, True)

    def refresh(self) -> None:
        """Show the searches of the course that is open."""
        self.start.refresh()

    def follow_page(self) -> None:
        """Take note of the chapter that is open."""
        if self.section is not None:
            self.head.scope.follow(self.section.id)

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        self.head.apply_theme()
        self.back.setIcon(icons.icon("history", self.context.theme, "link"))
        self.start.refresh()
        self.nothing.apply_theme(self.context.theme)
        self.list.apply_theme()

    def _on_changed(self, change: Change) -> None:
        super()._on_changed(change)
        if Kind.COURSE in change.kinds and self.search.query.is_empty:
            self.head.scope.reset()

    def _on_asked(self) -> None:
        if self.search.query.is_empty:
            self.start.refresh()
            self._stack.setCurrentWidget(self.start)
        self._saying.stop()

    def _on_found(self) -> None:
        search = self.search
        question = replace(search.query, limit=0)
        anew = question != self._shown
        self.list.show_results(
            search.results, search.current, anew=anew, explained=search.query.like is None
        )
        self._shown = question
        above = self.head.height()
        self._show_head()
        if layout := self.layout():
            layout.activate()
        if not anew and self.list.underMouse():
            self.list.scroll_by(self.head.height() - above)
        if search.results is not None and search.results.complete:
            self._saying.start()

    def _answer(self) -> QWidget:
        """Return the list, or what to do where there surely is nothing to list."""
        search = self.search
        is_over = search.results is not None and search.results.complete and not search.is_early
        if not is_over or (search.results is not None and search.results.total):
            return self.list
        query = search.query
        is_narrow = bool(query.kinds or query.chapters or query.marked)
        anywhere = Way(self.tr("Search everywhere"), self.head.scope.reset)
        words = " ".join(query.text.split())
        short = words if len(words) <= LONGEST_SHOWN else words[:LONGEST_SHOWN] + "…"
        self.nothing.show_state(
            "search",
            self.tr("Nothing found for “{}”").format(short),
            self.tr("Only a part is searched now.")
            if is_narrow
            else self.tr("Fewer words find more. A ~ after a word finds it misspelled, too."),
            (anywhere,) if is_narrow else (),
        )
        return self.nothing

    def _on_current(self) -> None:
        self.list.mark(self.search.current)
        if self.search.hit is not None and not self.list.hasFocus():
            # The keyboard is in the field
            words = self.tr("{} of {}: {}")
            place, count = self.search.current + 1, len(self.search.hits)
            announce(self, words.format(place, count, self.list.told()))

    def _on_failed(self, error: StudyError) -> None:
        self.context.messages.error(error, id="search")
        self._show_head()

    def _show_head(self) -> None:
        self.head.show_state(self.search.results)
        if not self.search.query.is_empty and self.search.results is not None:
            self._stack.setCurrentWidget(self._answer())

    def _say(self) -> None:
        """Say how many results there are to those who do not see them."""
        if self.search.results is not None:
            announce(self, self.head.counted(self.search.results))
