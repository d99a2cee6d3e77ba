"""The tour for whoever is new: an invitation above the first page, and the way back to the course.

The tour itself is a page of the guide, which is a course like any other. The window makes one
`Tour`; the session begins it before the first page is shown, the Help menu takes it at any time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.course.loader import path_of
from studyapp.files import bundled
from studyapp.gui.banner import Banner
from studyapp.gui.memory import INVITED
from studyapp.gui.states import Way
from studyapp.model import Kind, Location

if TYPE_CHECKING:
    from studyapp.gui.context import Desk
    from studyapp.gui.pageview import PageView
    from studyapp.model import Change

GUIDE = "guide"
"""The folder of the guide among the bundled courses."""
PAGE = "00-tour.md"


class Tour(QObject):
    """Invites once, leads there, and back."""

    def __init__(self, desk: Desk, view: PageView) -> None:
        super().__init__(desk.window())
        self._desk = desk
        self._view = view
        self._banner: Banner | None = None
        desk.context.bridge.changed.connect(self._on_changed)

    @property
    def banner(self) -> Banner:
        """What is said above the page; made on first use, for it seldom is."""
        if self._banner is None:
            self._banner = Banner(self._desk.context, "graduation-cap", self._close)
            self._view.add_banner(self._banner)
        return self._banner

    def begin(self) -> None:
        """Invite who has never been here; offer the way back to who stopped within the tour."""
        if self._desk.context.memory.tour == INVITED:
            self.banner.close_button.hide()  # "Not now" does the same
            self.banner.say(
                self.tr("New here? See in three minutes what you can do."),
                (Way(self.tr("Take the tour"), self.take), Way(self.tr("Not now"), self._close)),
            )
        else:
            self._offer_way_back()

    def take(self) -> None:
        """Open the tour, and keep which course is left for it."""
        context = self._desk.context
        context.memory.tour = ""
        left = path_of(context.workspace.course)
        if left.resolve() != _guide().resolve():
            context.memory.left_for_tour = str(left)
        self._desk.open_course(_guide(), Location(PAGE, offset=0))
        self._desk.reader.setFocus()

    def back(self) -> None:
        """Return to the course that was left, where it was left."""
        left, self._desk.context.memory.left_for_tour = self._desk.context.memory.left_for_tour, ""
        self._desk.open_course(Path(left))
        self._desk.reader.setFocus()

    def _close(self) -> None:
        """Say no more of it."""
        memory = self._desk.context.memory
        memory.tour = memory.left_for_tour = ""
        self.banner.hide()
        self._desk.reader.setFocus()

    def _on_changed(self, change: Change) -> None:
        if Kind.COURSE in change.kinds:
            self._offer_way_back()

    def _offer_way_back(self) -> None:
        context = self._desk.context
        is_guide = path_of(context.workspace.course).resolve() == _guide().resolve()
        if context.memory.left_for_tour and is_guide:
            self.banner.close_button.show()
            said = self.tr("You are on the tour. Your course waits where you left it.")
            self.banner.say(said, (Way(self.tr("Back to my course"), self.back),))
        elif context.memory.tour != INVITED and self._banner is not None:
            context.memory.left_for_tour = ""
            self._banner.hide()


def _guide() -> Path:
    return bundled("content") / GUIDE
