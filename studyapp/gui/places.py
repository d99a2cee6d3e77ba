"""Goes from place to place in the open course, and remembers the way.

Each pane has one. The window hands every wish to `go`. A page that is not at hand comes a moment
later; whatever is asked in between wins. Where each section was left is kept in the memory.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.gui.history import History
from studyapp.gui.pages import Pages
from studyapp.model import Location

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.gui.pageview import PageView
    from studyapp.model import Section, StudyError
    from studyapp.page import Page


class Places(QObject):
    """Knows where the reader is.

    Signals: `page_shown(Section, Page)`; `settled()` whenever a page, or what is said in its place,
    is on show; `heading_reached(heading_id)` while scrolling.
    """

    page_shown = Signal(object, object)
    settled = Signal()
    heading_reached = Signal(str)

    def __init__(self, context: Context, view: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._reader = view.reader
        self._pages = Pages(context, self, key=f"page {id(self)}")
        self._pages.ready.connect(self._on_page)
        self._pages.slow.connect(lambda section: view.show_opening(section.title))
        self._pages.failed.connect(self._on_failed)
        self._reader.place_changed.connect(self._on_place)
        self._reader.jumping.connect(self._on_jumping)
        self.looks_ahead = True
        """Whether the pages next to the one on show are compiled while it is read."""
        self.begin()

    @property
    def waiting(self) -> bool:
        """Whether a page was asked for and has not come."""
        return self._pages.waiting

    def begin(self) -> None:
        """Take up the course that is now open, with a history of its own."""
        self._pages.drop()
        self.history = History()
        """The way that led here, and the one ahead of it."""
        self._wish = Location("")
        self.last = ""
        """Id of the section that was on show last."""
        self._stood = ("", 0)
        """Its title, and how many come before it: something else may come to stand there."""
        self._left = self._context.memory.course(self._context.workspace.course.id)

    def here(self) -> Location:
        """Return where the page stands; of no section where none is on show."""
        section = self._reader.section if self._view.shows_page else None
        if section is None:
            return Location("")
        offset, page = self._reader.place(), self._reader.page
        return Location(section.id, page.heading_at(offset + 1) if page else "", offset)

    def note(self) -> None:
        """Remember where this section is left; while scrolling that is noted a moment late."""
        here = self.here()
        if here.section and here.offset is not None:
            self._left.offsets[here.section] = here.offset

    def start(self, location: Location | None = None) -> None:
        """Show the first page: the one asked for, else the one left last, else the first."""
        course = self._context.workspace.course
        if not course.order:
            self._view.show_empty()
            self.settled.emit()
            return
        wanted = location.section if location else ""
        if wanted and location and wanted in course.by_id:
            self.go(location, remember=False)
            return
        usual, gone = self._usual()
        self.go(usual, remember=False)
        if wanted and location:
            self._miss(location)
        elif gone:
            self._say(gone)

    def _usual(self) -> tuple[Location, str]:
        """Return where to begin: asked for or on show last, else left last; and what is amiss."""
        course, (title, number) = self._context.workspace.course, self._stood
        lasts = (self._wish.section, self.last, *(() if title else (self._left.section,)))
        if known := next((one for one in lasts if one in course.by_id), ""):
            return Location(known), ""
        instead = course.order[min(number, len(course.order) - 1)]
        if not title:
            return Location(instead.id), ""
        if instead.title == title:
            return Location(instead.id, offset=self._left.offsets.get(self.last)), ""
        words = self.tr("“{}” is no longer in the course; here is what stands in its place.")
        return Location(instead.id, offset=0), words.format(title)

    def go(self, location: Location, *, remember: bool = True) -> None:
        """Show a place; `remember` keeps the place left for the way back."""
        section = self._context.workspace.course.by_id.get(location.section)
        if section is None:
            self._miss(location)
            return
        here = self.here()
        self.note()
        if remember and here.section:
            self.history.left(here, time.monotonic())
        self._wish = location
        self._context.messages.clear("link")
        if here.section == section.id and not self._pages.waiting and self._reader.page:
            self._go_inside(self._pointed(location, self._reader.page))
            self.settled.emit()
        else:
            self._pages.ask(section)

    def refresh(self) -> None:
        """Show the page again as its file now is, at the same place."""
        place = self.here()
        course = self._context.workspace.course
        if place.section in course.by_id:
            self._wish = place
            self._pages.ask(course.by_id[place.section])
        else:
            self.start()

    def neighbor(self, step: int) -> str:
        """Return the id of the section `step` places on in reading order, or an empty string.

        Counted from the section asked for last: it may still be on its way, or unreadable.
        """
        here = self._wish.section
        course = self._context.workspace.course
        found = course.neighbor(here, step) if here in course.by_id else None
        return found.id if found else ""

    def go_back(self) -> None:
        """Return to the place before."""
        if place := self.history.back(self.here()):
            self.go(place, remember=False)

    def go_forward(self) -> None:
        """Return to where `go_back` came from."""
        if place := self.history.forward(self.here()):
            self.go(place, remember=False)

    def can_go(self, step: int) -> bool:
        """Return whether there is a place behind (-1) or ahead (1)."""
        return bool(self.history.behind if step < 0 else self.history.ahead)

    def _on_page(self, section: Section, page: Page) -> None:
        course, wish = self._context.workspace.course, self._pointed(self._wish, page)
        offset = wish.offset
        if offset is None:
            offset = 0 if wish.heading else self._left.offsets.get(section.id, 0)
        self._reader.set_neighbors(course.neighbor(section.id, -1), course.neighbor(section.id, 1))
        self._view.show_page(section, page, offset)
        self.last = section.id
        self._stood = (section.title, course.places.get(section.id, 0))
        if wish.offset is None or wish.end is not None:
            self._go_inside(wish)
        self.page_shown.emit(section, page)
        self.heading_reached.emit(self.here().heading)
        self.settled.emit()
        if self.looks_ahead:
            QTimer.singleShot(0, self._prepare_neighbors)

    def _go_inside(self, location: Location) -> None:
        """Go to a place of the page on show."""
        if location.offset is not None:
            self._reader.go_to(location.offset, location.end, flash=location.end is not None)
        elif location.heading and not self._go_to_heading(location.heading):
            self._say(self.tr("This page has no heading “{}”.").format(location.heading))

    def _miss(self, location: Location) -> None:
        """Say that the course has no such section; look for the words of a link in the others."""
        if location.words:
            from studyapp.gui.addressing import seek_section  # noqa: PLC0415 - only for links

            seek_section(self._context, location, self.go)
        else:
            self._say(self.tr("This course has no section “{}”.").format(location.section))

    def _pointed(self, wish: Location, page: Page) -> Location:
        """Return a wish for words as one for where they stand in the page; say if they are gone.

        A link to a glossary leads to what it says, as the card of the link shows.
        """
        if wish.term:
            from studyapp.gui.peeking.brief import defined  # noqa: PLC0415 - only for links

            found = defined(page, wish.heading, wish.term)
            return Location(wish.section, wish.heading, *found) if found else wish
        if not wish.words:
            return wish
        from studyapp.notes.pointing import find_words  # noqa: PLC0415 - only for links

        if found := find_words(wish.words, page.text):
            return Location(wish.section, wish.heading, found.start, found.end)
        if wish.heading:
            self._say(self.tr("These words are no longer in the section; here is its heading."))
        else:
            self._say(self.tr("These words are no longer in the section; here is its beginning."))
        return Location(wish.section, wish.heading, None if wish.heading else 0)

    def _go_to_heading(self, wanted: str) -> bool:
        """Go to a heading by its id, else by its words."""
        page = self._reader.page
        ids = {h.title.casefold(): h.id for h in reversed(page.headings)} if page else {}
        named = ids.get(wanted.casefold(), "")
        return self._reader.go_to_heading(wanted) or self._reader.go_to_heading(named)

    def _prepare_neighbors(self) -> None:
        self._pages.prepare([found for step in (1, -1) if (found := self.neighbor(step))])

    def _on_failed(self, section: Section, error: StudyError) -> None:
        self._view.show_failure(section, error, self.go_back if self.can_go(-1) else None)
        self.settled.emit()

    def _on_place(self, offset: int, heading_id: str) -> None:
        section = self._reader.section
        if section is not None:
            self._left.offsets[section.id] = offset
            self.heading_reached.emit(heading_id)

    def _on_jumping(self) -> None:
        self.history.left(self.here(), time.monotonic())
        self.settled.emit()

    def _say(self, text: str) -> None:
        self._context.messages.post(text, "warning", id="link", passes=True)
