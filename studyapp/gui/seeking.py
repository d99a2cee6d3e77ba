"""From what was found to the page: goes to hits, keeps the way back, opens what belongs to it.

The window makes one; the commands of `search_commands` ask it. It hears what the `Search` of the
context wishes, and goes there in the active pane, or in the other one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.gui.language import translate
from studyapp.model import Location, StudyError

if TYPE_CHECKING:
    from studyapp.gui.finding.bar import FindBar
    from studyapp.gui.pane import Pane
    from studyapp.gui.window import Window
    from studyapp.search.hits import Hit

PANEL = "search"
MOST_RECENT = 20
MOST_TAKEN = 120
"""Characters of a selection that are taken over as what to search for."""
FEW_WORDS = 6
"""Words selected that are searched for as they stand; of more, passages like them are sought."""


class Seeking(QObject):
    """Puts search, page and panel together."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._search = window.context.search
        self._landed = ""
        """Section of the hit that was gone to last."""
        self._opened_over: str | None = None
        """Panel that gave way when the search opened its own; empty for none."""
        self._was_empty = True
        self._search.asked.connect(self._on_asked)
        self._search.before_changed.connect(self._refresh_commands)
        self._search.chosen.connect(self._on_chosen)
        self._search.back_requested.connect(self.back)
        window.panes.made.connect(self._take_pane)

    def _take_pane(self, pane: Pane) -> None:
        pane.marking.search_requested.connect(self.search_words)
        pane.places.page_shown.connect(lambda section, _page: self._note(section.id))

    @property
    def bar(self) -> FindBar | None:
        """The find bar of the active pane, once it was asked for."""
        return self._window.panes.active.hits.bar

    # The field and the panel

    def focus(self) -> None:
        """Put the keyboard into the field, with the words that are selected on the page."""
        reader = self._window.reader
        words = " ".join(reader.selected_text().split()) if reader.hasFocus() else ""
        if 0 < len(words) <= MOST_TAKEN:
            self._search.ask(words)
        self._take()

    def _take(self) -> None:
        self._window.set_focus_mode(False)
        self._window.toolbar.field.take()
        self._open_panel()

    def leave(self) -> None:
        """Give the keyboard back to the page, and the side to the panel that was there."""
        if self._opened_over is not None:
            over, self._opened_over = self._opened_over, None
            if over:
                self._window.sides.show(over, remember=False)
            else:
                self._window.sides.show(PANEL, shown=False, remember=False)
            self._refresh_commands()
        self._window.reader.setFocus()

    def ask(self, text: str) -> None:
        """Search for some words, in the field and all."""
        self._search.ask(" ".join(text.split()))
        self._take()

    def close_bar(self) -> bool:
        """Close the find bar of the active pane; tell whether it was open."""
        bar = self.bar
        is_open = bar is not None and not bar.isHidden()
        if bar is not None and is_open:
            bar.finish()
        return is_open

    def escape(self) -> bool:
        """End the search, if there is one; tell whether there was."""
        if self._search.query.is_empty:
            return False
        self._search.clear()
        self.leave()
        return True

    def _open_panel(self) -> None:
        sides = self._window.sides
        if sides.is_shown(PANEL):
            return
        lefts = [one for one in sides.ids if sides.side(one) == "left" and sides.is_shown(one)]
        self._opened_over = lefts[0] if lefts else ""
        sides.show(PANEL, remember=False)
        self._refresh_commands()

    def _on_asked(self) -> None:
        is_empty = self._search.query.is_empty
        if not is_empty:
            self._open_panel()
        if is_empty != self._was_empty:
            self._was_empty = is_empty
            self._refresh_commands()

    def _refresh_commands(self) -> None:
        self._window.commands.refresh()

    # Hits

    def _on_chosen(self, hit: Hit, stay: bool, aside: bool) -> None:
        start, end = hit.start, hit.end
        if hit.kind == "notes":
            start, end = self._place_of_note(hit)
        if not hit.section:
            self._context.messages.post(self.tr("This note belongs to no page."), id="search")
            return
        place = Location(hit.section, offset=start, end=end if end > start else None)
        if aside:
            self._window.go_aside(place)
            return
        here = self._window.place()
        is_on = here.section == self._landed and self._search.before is not None
        if not is_on and here.section:
            self._search.set_before(here)
        self._landed = hit.section
        self._window.go(place, remember=not is_on)
        if not stay:
            self._window.reader.setFocus()

    def _place_of_note(self, hit: Hit) -> tuple[int, int]:
        """Return where the words of a note stand in the page as it now is."""
        workspace = self._context.workspace
        annotation = workspace.notes.get(hit.key)
        found = workspace.whereabouts.place(annotation).found if annotation else None
        return (found.start, found.end) if found else (hit.start, hit.start)

    def back(self) -> None:
        """Return to where the reader was before the first hit."""
        before = self._search.before
        if before is not None:
            self._landed = ""
            self._search.set_before(None)
            self._window.go(before)
            self._window.reader.setFocus()

    def step(self, step: int) -> None:
        """Go to the next place of the find bar if it is open, else to the next hit."""
        if self.bar is not None and not self.bar.isHidden():
            self.bar.step(step)
        elif not self._search.query.is_empty:
            self._search.step(step)
        else:
            self.find()

    # Other ways to find

    def find(self) -> None:
        """Open the find bar below the page."""
        self._window.panes.active.hits.find()

    def where_else(self) -> None:
        """Look for the passages most like what is selected, or like the words at hand."""
        reader = self._window.reader
        span, section = reader.selected_range(), reader.section
        if span is None or section is None:
            raise StudyError(
                translate("Search", "nothing to look for"),
                translate("Search", "no words are selected"),
                translate("Search", "select a passage"),
            )
        words = " ".join(reader.selected_text().split())
        self._window.marking.release()
        self._search.ask_like(section.id, *span, words)

    def search_words(self, words: str) -> None:
        """Search for what was marked or selected: few words as they are, a passage by its like."""
        words = " ".join(words.split())
        if len(words.split()) > FEW_WORDS and self._window.reader.selected_range():
            self.where_else()
        else:
            self.ask(f'"{words}"' if " " in words else words)

    def switch(self) -> None:
        """Open the quick switcher."""
        from studyapp.gui.finding.switcher import Switcher  # noqa: PLC0415 - not at start

        switcher = Switcher(self._context, self._window)
        switcher.go_requested.connect(self._window.go)
        switcher.aside_requested.connect(self._window.go_aside)
        switcher.open_over(self._window)

    def _note(self, section_id: str) -> None:
        """Remember which sections were open last, for the quick switcher."""
        memory = self._context.memory.course(self._context.workspace.course.id)
        others = [one for one in memory.recent if one != section_id]
        memory.recent[:] = [section_id, *others][:MOST_RECENT]
