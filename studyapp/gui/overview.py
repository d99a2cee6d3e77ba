"""The window's part in looking over notes: hub, updates of the course, linking, files.

The window makes one `Overview`, gives it the panels as they are made, and starts it once the first
page is painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.gui.linking import Linking
from studyapp.gui.notebookwatch import NotebookWatch
from studyapp.gui.panels.hub import Hub
from studyapp.gui.unwritten import Unwritten
from studyapp.model import Location

if TYPE_CHECKING:
    from studyapp.gui.context import Desk
    from studyapp.gui.editions.review import ReviewPage
    from studyapp.gui.editions.updates import Updates
    from studyapp.gui.hub.shelf import Shelf
    from studyapp.gui.panels.base import Panel


class Overview(QObject):
    """Passes wishes on between hub, review, banners and page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window())
        self._desk = desk
        self._reviewing = desk.view
        """The pane in which the review is, or was last."""
        self._review: ReviewPage | None = None
        self._updates: Updates | None = None
        self._shelf: Shelf | None = None
        self.linking = Linking(desk.context, desk.view, self)
        desk.panes.activated.connect(lambda pane: self.linking.turn_to(pane.view))
        self.watch = NotebookWatch(desk.context, desk.window())
        self.unwritten = Unwritten(desk.context, desk.window())

    def start(self) -> None:
        """Begin to look for what has changed."""
        self.watch.start()
        self.updates.start()

    @property
    def busy(self) -> bool:
        """Whether notes are about to be read or looked for."""
        reads = self._shelf is not None and self._shelf.busy
        return reads or (self._updates is not None and self._updates.gathering)

    @property
    def updates(self) -> Updates:
        """What became of the notes; made when first looked for, after the first page."""
        if self._updates is None:
            from studyapp.gui.editions.updates import Updates  # noqa: PLC0415 - not at start

            self._updates = Updates(self._desk.context, self._desk.view, self)
            self._updates.failed.connect(self.watch.tell)
            self._updates.review_requested.connect(self.review)
        return self._updates

    def take_panel(self, panel: Panel) -> None:
        """Connect the hub, once it is made."""
        if isinstance(panel, Hub):
            self._shelf = panel.board.shelf
            panel.board.course_requested.connect(self._desk.open_course)
            panel.board.relink_requested.connect(self._relink)

    def review(self) -> None:
        """Show what an update of the course did, in the place of the page."""
        page = self.review_page
        self._reviewing = self._desk.view
        self._reviewing.show_aside(page)
        page.open()

    @property
    def review_page(self) -> ReviewPage:
        """The review; made on first use, for most courses seldom change."""
        if self._review is None:
            from studyapp.gui.editions.review import ReviewPage  # noqa: PLC0415 - seldom

            self._review = ReviewPage(self._desk.context, self.updates)
            self._review.go_requested.connect(self._desk.go)
            self._review.relink_requested.connect(self._relink)
            self._review.done.connect(self._back)
        return self._review

    def _relink(self, annotation_id: str) -> None:
        """Let a passage be chosen: in the section it was in, unless one is chosen already."""
        workspace, reader = self._desk.context.workspace, self._desk.reader
        known = workspace.notes.get(annotation_id)
        is_chosen = self._desk.view.shows_page and reader.selected_range() is not None
        if known and known.section in workspace.course.by_id and not is_chosen:
            offset = known.anchor.start if known.anchor else 0
            self._desk.go(Location(known.section, offset=offset))
        self.linking.begin(annotation_id)

    def _back(self) -> None:
        self._reviewing.show_reader()
        self._desk.reader.setFocus()
