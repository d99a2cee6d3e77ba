"""Marking on the page: puts the reader, the workspace's notes and the popup together.

The window makes one. It shows what the workspace gives back after each change, follows clicks,
selection, caret and sentence cursor, and knows what an act would work on: the mark that was
clicked, else what is selected, else the sentence cursor's sentence, else what is under the caret.
The acts themselves are the `pen`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.gui.announcing import announce
from studyapp.gui.language import color_title, translate
from studyapp.gui.markpopup import MarkPopup
from studyapp.gui.pen import Pen
from studyapp.model import Kind, Location, StudyError

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from studyapp.annotating import Notes
    from studyapp.gui.commands import Actions
    from studyapp.gui.context import Context
    from studyapp.gui.reader.marks import PageMark
    from studyapp.gui.reader.view import Reader
    from studyapp.model import Change
    from studyapp.placing import Placed

Span = tuple[int, int]


class Marking(QObject):
    """Marks on the page.

    Signals: `note_requested(id)`, the wish to write the note of an annotation;
    `section_note_requested()`, for one on the page; `mark_focused(id)`, a mark was clicked;
    `mark_activated(id)`, the wish to see one in full; `search_requested(text)`; `outdated()`, the
    page on show is not what its file now holds; `changed()`, what can be done is another.
    """

    note_requested = Signal(str)
    section_note_requested = Signal()
    mark_focused = Signal(str)
    mark_activated = Signal(str)
    search_requested = Signal(str)
    outdated = Signal()
    changed = Signal()

    def __init__(self, context: Context, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.reader = reader
        self._shown: tuple[Placed, ...] = ()
        self._among: list[str] = []
        self._begun = False
        self.pen = Pen(context, self)
        self.popup = MarkPopup(context, reader, self)
        self.popup.chosen.connect(self.focus)
        reader.selecting.begun.connect(self.popup.close)
        reader.selecting.settled.connect(self._on_selected)
        reader.selecting.cleared.connect(self._on_cleared)
        reader.selecting.caret_switched.connect(self._on_caret)
        reader.selecting.caret_moved.connect(self.changed)
        reader.sentence.moved.connect(self._on_sentence)
        reader.clicked.connect(self._on_click)
        reader.menu_requested.connect(self._on_menu)
        reader.marks.activated.connect(self._on_activated)
        reader.marks.grabbed.connect(lambda: self.popup.hold_back(on=True))
        reader.marks.let_go.connect(lambda: self.popup.hold_back(on=False))
        reader.marks.pulled.connect(self._on_pulled)
        reader.marks.interrupted.connect(self._on_interrupted)
        context.bridge.changed.connect(self._on_changed)
        context.bridge.theme_changed.connect(self.popup.close)

    def use(self, actions: Actions) -> None:
        """Take the actions of the popup's buttons, once there are any."""
        self.popup.actions = actions

    # What is shown

    @property
    def notes(self) -> Notes:
        """The annotations of the open course."""
        return self._context.workspace.notes

    @property
    def busy(self) -> bool:
        """Whether the marks of the first page are still to come."""
        return not self._begun and self.reader.section is not None

    def show_page(self) -> None:
        """Show the marks of the page that is now on show; the first page is painted before."""
        self.popup.close()
        if self._begun or not self._context.workspace.keeper.seems_begun:
            self._begin()
        else:
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        self._begun = True
        self.refresh()

    def refresh(self) -> None:
        """Show what the workspace says is annotated on the page."""
        section, page = self.reader.section, self.reader.page
        placed: list[Placed] = []
        if section is not None and page is not None:
            try:
                if self._context.workspace.page(section.id).text != page.text:
                    return  # the page is about to be shown anew
                placed = self._context.workspace.whereabouts.of_section(section.id)
            except StudyError as error:
                self._context.messages.error(error, id="notebook")
        self._shown = tuple(placed)
        self.reader.set_marks(placed)
        if self.popup.is_open and self.focused_id and self.focused is None:
            self.release()
        self.popup.refresh()
        self.changed.emit()

    def shown(self) -> tuple[Placed, ...]:
        """Return what is annotated on the page, as was last read from the workspace."""
        return self._shown

    def _on_changed(self, change: Change) -> None:
        if Kind.NOTES in change.kinds and self._begun:
            self.refresh()

    # What an act works on

    @property
    def focused_id(self) -> str:
        """Id of the mark that was clicked; empty for none."""
        return self.reader.marks.focused

    @property
    def focused(self) -> PageMark | None:
        """The mark that was clicked."""
        return self.reader.marks.get(self.focused_id)

    def span(self) -> Span | None:
        """Return the canonical range of what is selected, else of the sentence cursor."""
        return self.reader.selecting.range() or self.reader.sentence.range

    def marks(self) -> list[PageMark]:
        """Return the marks in reach of an act, the innermost first."""
        if mark := self.focused:
            return [mark]
        if span := self.span():
            return self._inked(*span)
        caret = self.reader.selecting.caret_offset()
        if caret is None:
            return []
        return self._inked(caret, caret + 1) or self._inked(max(caret - 1, 0), caret)

    def _inked(self, start: int, end: int) -> list[PageMark]:
        return [one for one in self.reader.marks.within(start, end) if one.kind != "bookmark"]

    def mark(self) -> PageMark | None:
        """Return the mark that an act changes: that of just these words; None to make a new one."""
        span = self.span() if self.focused is None else None
        if span is None:
            return next((one for one in self.marks() if one.kind != "bookmark"), None)
        spans = self.reader.marks.span
        return next((one for one in self.marks() if spans(one.id) == self._trim(span)), None)

    def can_mark(self) -> bool:
        """Return whether there are words or a mark to act on."""
        return bool(self.span() or self.marks())

    def _trim(self, span: Span) -> Span:
        page = self.reader.page
        words = page.text[slice(*span)] if page else ""
        start = span[0] + len(words) - len(words.lstrip())
        return start, span[1] - (len(words) - len(words.rstrip()))

    def place(self) -> Location:
        """Return where the words in question begin, by heading."""
        section, page = self.reader.section, self.reader.page
        mark = self.mark()
        span = self.reader.marks.span(mark.id) if mark else self.span()
        if section is None or page is None:
            return Location("")
        start = span[0] if span else self.reader.place()
        return Location(section.id, page.heading_at(start), start)

    def section(self) -> str:
        """Return the section on show, once it is seen to be what its file now holds."""
        section, page = self.reader.section, self.reader.page
        if section is None or page is None:
            raise StudyError(
                translate("Marking", "nothing to mark"), translate("Marking", "no page is on show")
            )
        if self._context.workspace.page(section.id).text != page.text:
            self.outdated.emit()
            raise StudyError(
                translate("Marking", "not marked"),
                translate("Marking", "the page has just changed"),
                translate("Marking", "mark it as it now is"),
            )
        return section.id

    def words(self) -> str:
        """Return the words in question as clean text: selected, of the mark, or of the sentence."""
        if text := self.reader.selected_text():
            return text
        page, mark = self.reader.page, self.mark()
        place = self.reader.marks.span(mark.id) if mark else self.span()
        return page.text[slice(*place)] if page and place else ""

    # Marks one after another

    def focus(self, mark_id: str) -> None:
        """Let a mark stand out, and offer what can be done with it."""
        self.point_out(mark_id)
        self.mark_focused.emit(mark_id)
        self._offer()

    def point_out(self, mark_id: str) -> None:
        """Let a mark stand out, with nothing offered."""
        self.reader.marks.focus(mark_id)
        self.changed.emit()

    def release(self) -> None:
        """Let no mark stand out."""
        self.popup.close()
        self.point_out("")

    def open_mark(self) -> None:
        """Offer what can be done with the mark at hand; again, with the next one on these words."""
        if self.popup.is_open and self.focused:
            self._next(self._among)
            return
        self._among = [one.id for one in self.marks()]
        if self._among:
            self.focus(self._among[0])

    def escape(self) -> bool:
        """Stop dragging, close popup, caret or sentence cursor, one at a time; tell if any."""
        reader = self.reader
        if reader.marks.cancel():
            announce(reader, self.tr("Left as it was"))
        elif self.popup.is_open or self.focused:
            self.release()
        elif reader.sentence.range:
            reader.sentence.clear()
        elif reader.selecting.caret:
            reader.selecting.switch_caret(on=False)
        else:
            return False
        return True

    def _on_click(self, point: QPoint) -> None:
        if self.reader.marks.click_margin(point):
            return
        ids = [mark.id for mark in self.reader.marks.at(point)]
        if not ids:
            self.release()
        elif self.focused_id in ids:
            self._next(ids)
        else:
            self._among = ids
            self.focus(ids[0])

    def _on_menu(self, point: QPoint) -> None:
        """Let the commands of the menu work on the mark under the mouse."""
        marks = self.reader.marks.at(point)
        if marks and self.span() is None:
            self.popup.close()
            self.point_out(marks[0].id)

    def _next(self, ids: list[str]) -> None:
        place = ids.index(self.focused_id) if self.focused_id in ids else -1
        self._among = ids
        self.focus(ids[(place + 1) % len(ids)])

    def _offer(self) -> None:
        mark = self.focused
        if mark is None:
            return
        known = [one for one in map(self.reader.marks.get, self._among) if one]
        choices = [(one.id, one.color, self._first_words(one)) for one in known]
        self.popup.open_for_mark(mark.id, choices if mark in known else [])
        announce(self.reader, self._told(mark))

    def _first_words(self, mark: PageMark) -> str:
        page, place = self.reader.page, self.reader.marks.span(mark.id)
        return page.text[slice(*place)][:60].replace("\n", " ") if page and place else ""

    def _told(self, mark: PageMark) -> str:
        parts = [color_title(self._context.settings, mark.color)] if mark.color else []
        parts.append(translate("MarkKind", mark.kind))
        return f"{', '.join(parts)}: {self._first_words(mark)}"

    def _on_activated(self, mark_id: str) -> None:
        self.popup.close()
        self.point_out(mark_id)
        self.mark_activated.emit(mark_id)

    def _on_pulled(self, start: int, end: int) -> None:
        try:
            self.pen.pull((start, end))
        except StudyError as error:
            self._context.messages.error(error, id="notebook")

    def _on_interrupted(self) -> None:
        words = self.tr("The mark or its page has just changed: its ends were not moved")
        self._context.messages.post(words, kind="warning", id="pull")

    # Selection, caret, sentence

    def _on_selected(self) -> None:
        self.point_out("")
        self.reader.sentence.clear()
        self.popup.open_for_selection()

    def _on_cleared(self) -> None:
        if not self.focused_id:
            self.popup.close()
        self.changed.emit()

    def _on_caret(self, on: bool) -> None:
        announce(self.reader, self.tr("Caret on") if on else self.tr("Caret off"))
        self.changed.emit()

    def move_sentence(self, step: int) -> None:
        """Go to the next sentence, or the one before."""
        reader = self.reader
        self.release()
        if reader.sentence.move(step) and reader.sentence.range:
            reader.selecting.clear()
            reader.reveal(*reader.sentence.range)

    def _on_sentence(self) -> None:
        if words := self.reader.sentence.words():
            marks = self.marks()
            told = [self._told(mark).partition(":")[0] for mark in marks if mark.kind != "bookmark"]
            announce(self.reader, f"{words} ({'; '.join(told)})" if told else words)
        self.changed.emit()
