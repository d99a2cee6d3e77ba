"""What of the page on show is marked as found: by the find bar while it is open, else the search.

Each pane has one, and with it a find bar of its own. The words are looked for on the job lane, in
the page as its file now is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.finding.bar import FindBar
    from studyapp.gui.pageview import PageView

    Spans = Sequence[tuple[int, int]]


class PageHits(QObject):
    """Marks on the page what was found."""

    def __init__(self, context: Context, view: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._search = context.search
        self._view = view
        self._reader = view.reader
        self.bar: FindBar | None = None
        """The find bar, once it was asked for."""
        self._of_search: Spans = ()
        self._asked: tuple[str, object] | None = None
        self._of_bar: tuple[Spans, int] | None = None
        self._search.found.connect(self._on_found)
        context.bridge.theme_changed.connect(self._on_theme)

    def show_page(self) -> None:
        """Mark the page that is now on show."""
        self._asked = None
        self._of_search = ()
        self._look()
        if self.bar is not None and self.finds:
            self.bar.follow_page()

    # The find bar

    @property
    def finds(self) -> bool:
        """Whether the find bar is open."""
        return self.bar is not None and not self.bar.isHidden()

    def find(self) -> None:
        """Open the find bar below the page."""
        if not self._view.shows_page:
            return
        if self.bar is None:
            from studyapp.gui.finding.bar import FindBar  # noqa: PLC0415 - not at start

            self.bar = FindBar(self._context, self._reader)
            self.bar.found.connect(lambda spans, place: self.take_bar((spans, place)))
            self.bar.closed.connect(lambda: self.take_bar(None))
            self._view.add_foot(self.bar)
        self.bar.begin()

    def end(self) -> None:
        """Close the find bar."""
        if self.bar is not None:
            self.bar.end()

    def _on_theme(self) -> None:
        if self.bar is not None:
            self.bar.apply_theme()

    # What is marked

    def take_bar(self, found: tuple[Spans, int] | None) -> None:
        """Mark what the find bar found, with the place of the current one; None when it closed."""
        self._of_bar = found
        self._show()

    def _on_found(self) -> None:
        # Once all is found: what marks the page must not come before what finds
        if self._search.results is None or self._search.results.complete:
            self._look()

    def _look(self) -> None:
        """Have the words of the search looked for on the page, if they are other ones."""
        query, page, section = self._search.query, self._reader.page, self._reader.section
        text = "" if query.like else query.text.strip()
        if page is None or section is None or not text:
            self._asked, self._of_search = None, ()
            self._show()
            return
        if self._asked == (text, page):
            return
        asked = self._asked = (text, page)
        workspace, section_id = self._context.workspace, section.id

        def show(spans: Spans) -> None:
            if self._asked == asked:
                self._of_search = spans
                self._show()

        self._context.jobs.run(
            lambda _tick: workspace.search.marks(text, section_id),
            done=show,
            failed=lambda _error: None,
            key=f"marks of search {id(self)}",  # each pane has its own
        )

    def _show(self) -> None:
        spans, current = self._of_bar or (self._of_search, -1)
        self._reader.found.show(spans, current)
