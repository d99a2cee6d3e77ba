"""The pen: every act on words and marks of the page, as commands and popup ask for it.

`Marking` owns it and knows what an act works on. Each act writes through the workspace, whose news
brings the page up to date, and is announced to assistive technology.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.announcing import announce
from studyapp.gui.language import color_title, said, translate

if TYPE_CHECKING:
    from studyapp.annotating import Notes
    from studyapp.gui.context import Context
    from studyapp.gui.marking import Marking
    from studyapp.placing import Placed

ORIGIN = "page"
MOST_WORDS = 16
"""Said of a mark whose end was dragged."""


class Pen:
    """Marks, changes, removes, takes back."""

    def __init__(self, context: Context, marking: Marking) -> None:
        self._context = context
        self._marking = marking

    @property
    def _notes(self) -> Notes:
        return self._context.workspace.notes

    # Words

    def highlight(self, color: str = "") -> None:
        """Highlight in a color, that of the last time by default; or give it to a mark."""
        color = color or self._context.memory.color
        self._context.memory.color = color
        name = color_title(self._context.settings, color)
        if mark := self._marking.mark():
            self._notes.edit(mark.id, color=color, origin=ORIGIN)
            self._say(name)
        elif span := self._marking.span():
            self._add(span, "highlight")
            self._say(translate("Pen", "Highlighted, {}").format(name))

    def highlight_again(self) -> None:
        """Highlight in the color of the last time; make a highlight of an underline."""
        mark = self._marking.mark()
        if mark is not None and mark.kind == "underline":
            self._notes.edit(mark.id, kind="highlight", origin=ORIGIN)
            self._say(translate("Pen", "Highlighted"))
        else:
            self.highlight()

    def underline(self) -> None:
        """Underline; of a mark, change between underline and highlight."""
        mark = self._marking.mark()
        if mark is not None:
            kind = "highlight" if mark.kind == "underline" else "underline"
            self._notes.edit(mark.id, kind=kind, origin=ORIGIN)
            self._say(
                translate("Pen", "Underlined")
                if kind == "underline"
                else translate("Pen", "Highlighted")
            )
        elif span := self._marking.span():
            self._add(span, "underline")
            self._say(translate("Pen", "Underlined"))

    def note(self) -> None:
        """Ask for the note of a mark, of words that are marked for it, or of the whole section."""
        marking = self._marking
        mark, span = marking.focused or marking.mark(), marking.span()
        marking.popup.close()
        if mark is not None:
            marking.note_requested.emit(mark.id)
        elif span is not None:
            marking.note_requested.emit(self._add(span, "highlight"))
        else:
            marking.section_note_requested.emit()

    def bookmark(self) -> None:
        """Put a bookmark beside the line in question, or take it away again."""
        marking, reader = self._marking, self._marking.reader
        caret = reader.selecting.caret_offset()
        here = reader.place() if caret is None else caret
        chosen = marking.span() or reader.sentence.at(here)
        if chosen is None:
            return
        known = [one.id for one in reader.marks.within(*chosen) if one.kind == "bookmark"]
        if known:
            self._notes.remove(known, origin=ORIGIN)
            self._say(translate("Pen", "Bookmark removed"))
        else:
            self._notes.add(marking.section(), chosen, kind="bookmark", origin=ORIGIN)
            self._say(translate("Pen", "Bookmark added"))

    def search(self) -> None:
        """Ask to search for the words in question."""
        self._marking.search_requested.emit(" ".join(self._marking.words().split()))

    # Marks

    def remove(self) -> None:
        """Remove the mark that was clicked, those on the selected words, or that at the caret."""
        marking = self._marking
        ids = [one.id for one in marking.marks()]
        if marking.focused is None and marking.span() is None:
            ids = ids[:1]
        if ids:
            marking.release()
            self._notes.remove(ids, origin=ORIGIN)
            marking.reader.selecting.clear()
            self._say(translate("Pen", "Removed"))

    def stretch(self, step: int, *, at_start: bool) -> None:
        """Move an end of the mark that was clicked by a word."""
        from studyapp.course.sentences import stretched  # noqa: PLC0415 - not at start

        mark, page = self._marking.focused, self._marking.reader.page
        place = self._marking.reader.marks.span(mark.id) if mark else None
        if mark is None or page is None or place is None:
            return
        wanted = stretched(page.text, place, at_start=at_start, step=step)
        if wanted is not None:
            self._notes.relink(mark.id, self._marking.section(), wanted, origin=ORIGIN)
            words = page.text[slice(*wanted)].split()
            said = (
                translate("Pen", "From {}").format(words[0])
                if at_start
                else translate("Pen", "To {}").format(words[-1])
            )
            self._say(said)

    def pull(self, wanted: tuple[int, int]) -> None:
        """Let the mark that was clicked run over another canonical range: an end was dragged."""
        mark, page = self._marking.focused, self._marking.reader.page
        if mark is not None and page is not None:
            self._notes.relink(mark.id, self._marking.section(), wanted, origin=ORIGIN)
            words = page.text[slice(*wanted)]
            self._say(translate("Pen", "Marked: {}").format(_shortened(words)))

    # Taking back

    def undo(self) -> None:
        """Take the last act back."""
        before = self._marking.shown()
        if name := self._notes.undo():
            self._tell(translate("Pen", "Undone: {}").format(said(name)), before)

    def redo(self) -> None:
        """Do again what was undone last."""
        before = self._marking.shown()
        if name := self._notes.redo():
            self._tell(translate("Pen", "Done again: {}").format(said(name)), before)

    def _tell(self, words: str, before: tuple[Placed, ...]) -> None:
        """Say what was done; show it too if nothing on the page does."""
        if before == self._marking.shown():
            self._context.messages.post(words, id="undo")
        else:
            self._say(words)

    def _add(self, span: tuple[int, int], kind: str) -> str:
        marking, color = self._marking, self._context.memory.color
        made = self._notes.add(marking.section(), span, kind=kind, color=color, origin=ORIGIN)
        marking.reader.selecting.clear()
        marking.popup.close()
        return made.id

    def _say(self, words: str) -> None:
        announce(self._marking.reader, words)


def _shortened(words: str) -> str:
    """Return words as one line; of many, those at both ends, which are what has changed."""
    each = words.split()
    if len(each) <= MOST_WORDS:
        return " ".join(each)
    half = MOST_WORDS // 2
    return f"{' '.join(each[:half])} \u2026 {' '.join(each[-half:])}"
