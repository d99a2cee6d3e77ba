"""The notes beside the page: each card next to its passage, written where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout

from studyapp.gui import icons, style
from studyapp.gui.announcing import announce
from studyapp.gui.elided import ElidedLabel
from studyapp.gui.noting.saver import MESSAGE
from studyapp.gui.panels.base import Panel
from studyapp.gui.panels.rowmenu import offer
from studyapp.gui.states import StatePage, Way, show_unreadable_notes
from studyapp.gui.unwinding import when_unwound
from studyapp.model import Annotation, Kind, State, StudyError
from studyapp.placing import Placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.noting.cardview import Beside
    from studyapp.gui.noting.editor import NoteEditor
    from studyapp.gui.panels.rowmenu import Acts
    from studyapp.model import Section

NEW = ""
"""Id of a note that is not made before its first words are typed."""


class Notes(Panel):
    """Cards with a title above.

    Signals: `mark_chosen(id)` when a card is chosen, `page_scrolled(pixels)` by a wheel over the
    cards, `link_followed(section, link)`, `laid_out()` when it has been shown or sized,
    `top_wanted()` when the top of the page is to be seen; `turned()` to the notes of another page;
    `entered()` when the keyboard comes to the note that is being written.
    """

    id = "notes"
    title = "Notes"
    icon = "message-square"
    side: ClassVar[Literal["left", "right"]] = "right"
    shortcut = "F8"
    usual = False
    shows = frozenset({Kind.NOTES, Kind.COURSE})

    mark_chosen = Signal(str)
    page_scrolled = Signal(int)
    link_followed = Signal(str, str)
    laid_out = Signal()
    top_wanted = Signal()
    turned = Signal()
    entered = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        # Not at start, where the panel's name alone is needed
        from studyapp.gui.noting.cardview import CardView  # noqa: PLC0415
        from studyapp.gui.noting.rendering import NoteDocuments  # noqa: PLC0415
        from studyapp.gui.noting.saver import Saver  # noqa: PLC0415

        super().__init__(context, parent)
        self._documents = NoteDocuments(context, self)
        self._saver = Saver(context, self)
        self.view = CardView(context, self._documents)
        self.head = ElidedLabel(self.tr("Notes on this page"))
        self._add = QToolButton()
        self._empty = StatePage(context.theme, beside=True)
        self._new: Placed | None = None
        self.listed: Section | None = None
        """The section whose notes are listed."""
        self.is_on_show: Callable[[str], bool] = lambda _section: False
        """Tells whether a section is on show in any pane."""
        self._lay_out()
        self.view.chosen.connect(self._on_chosen)
        self.view.edit_requested.connect(self.edit)
        self.view.remove_requested.connect(self._on_remove)
        self.view.scrolled.connect(self.page_scrolled)
        self.view.link_followed.connect(self._on_link)
        offer(self.view, self._acts)
        self.apply_theme()

    def _lay_out(self) -> None:
        self._add.setToolTip(self.tr("Add a note"))
        self._add.setAccessibleName(self.tr("Add a note"))
        self._add.setIconSize(QSize(16, 16))
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._add)
        menu.addAction(self.tr("Note on This Section"), self.write_on_section)
        menu.addAction(self.tr("Free Note"), self.write_freely)
        self._add.setMenu(menu)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 0)
        head.addWidget(self.head, 1)
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self._add, *self._empty.buttons(), self.view]

    def apply_theme(self) -> None:
        """Take on the colors of the context's theme."""
        font = style.interface_font(QFont.Weight.DemiBold)
        self.head.setFont(font)
        self._add.setIcon(icons.icon("plus", self.context.theme))
        self._empty.apply_theme(self.context.theme)
        self.view.relayout()
        self.view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.laid_out.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.laid_out.emit()

    # What is shown

    def refresh(self) -> None:
        """Read the annotations of the section again."""
        if self.listed is None:
            return
        try:
            placed = self.context.workspace.whereabouts.of_section(self.listed.id)
        except StudyError as error:
            folder = self.context.home.notebook
            show_unreadable_notes(self._empty, error, folder, self.refresh)
            placed = []
        else:
            self._say_empty()
        cards = [*([self._new] if self._new else []), *placed]
        self.view.cards.set_cards(cards)
        self.head.say(self._heading(), str(len(placed) or ""))
        self._empty.setVisible(not cards)
        self.view.setVisible(bool(cards))
        self._update_editor()
        self.view.relayout()

    def _say_empty(self) -> None:
        self._empty.show_state(
            "highlighter",
            self.tr("No notes on this page yet"),
            self.tr("Select words and press H to mark them, or N to write a note about them."),
            (Way(self.tr("Write about this page"), self.write_on_section),),
        )

    def _update_editor(self) -> None:
        """Show in the editor what others have changed; close it if the annotation is removed."""
        editor = self.view.editor
        if editor is None or self.view.editing == NEW:
            return
        known = self.context.workspace.notes.get(self.view.editing)
        if known is not None and not known.status:
            editor.take_annotation(known)
        else:
            self._let_go(self.view.close_editor())

    def _heading(self) -> str:
        if self.is_held and self.listed is not None:
            return self.tr("Notes on “{}”").format(self.listed.title)
        return self.tr("Notes on this page")

    @property
    def is_held(self) -> bool:
        """Whether a note is being written on a page that is on show beside the active one.

        One looks into the other pane in order to write: the note stays open until it is ended, or
        its page leaves the window. One without words is nothing to stay for.
        """
        if self._lists_active or self.listed is None or self.view.editor is None:
            return False
        return bool(self.view.editor.draft.text) and self.is_on_show(self.listed.id)

    @property
    def _lists_active(self) -> bool:
        ids = [one.id if one else "" for one in (self.listed, self.section)]
        return ids[0] == ids[1]

    def follow_page(self) -> None:
        """Show the notes of another section, unless one of the page in the other pane is open."""
        if self.is_held:
            self.refresh()
            return
        if self._lists_active:
            self.listed = self.section
            self.refresh()
        else:
            self.finish()

    def stand_beside(self, beside: Beside | None) -> None:
        """Put the cards beside their passages, or one below the other in a narrow window."""
        self.view.stand_beside(beside)

    def choose(self, annotation_id: str) -> None:
        """Mark the card of an annotation that was chosen in the page."""
        self.view.choose(annotation_id)

    def _on_chosen(self, annotation_id: str) -> None:
        self.entered.emit()
        if annotation_id != self.view.editing:
            self.finish()
        self.mark_chosen.emit(annotation_id)

    def _on_link(self, annotation_id: str, link: str) -> None:
        row = self.view.cards.row_of(annotation_id)
        self.link_followed.emit(self.view.cards.cards[row].section, link)

    def _acts(self, index: QModelIndex) -> Acts:
        card, view = self.view.cards.cards[index.row()], self.view
        annotation_id = card.annotation.id
        if annotation_id:
            yield self.tr("Edit Note"), lambda: view.edit_requested.emit(annotation_id)
        if annotation_id and card.found is not None:
            yield self.tr("Show in Text"), lambda: view.chosen.emit(annotation_id)
        if annotation_id:
            yield self.tr("Remove"), lambda: view.remove_requested.emit(annotation_id)

    def _on_remove(self, annotation_id: str) -> None:
        self.context.workspace.notes.remove(annotation_id)

    # Writing

    def edit(self, annotation_id: str) -> None:
        """Open the editor in the place of a card, and put the keyboard into it."""
        known = self.context.workspace.notes.get(annotation_id)
        if known is not None and annotation_id != self.view.editing:
            self._open(annotation_id, known, known.section)
            self.mark_chosen.emit(annotation_id)

    def write_on_section(self) -> None:
        """Begin a note on the section on show."""
        if self.section is not None:
            self._write_new(self.section.id)

    def write_freely(self) -> None:
        """Begin a note that belongs to no section."""
        self._write_new("")

    def _write_new(self, section: str) -> None:
        self.finish()
        blank = Annotation(NEW, "note", section, None)
        self._new = Placed(blank, section, None, State.ANCHORED)
        self.refresh()
        self.top_wanted.emit()
        self._open(NEW, None, section)

    def _open(self, annotation_id: str, known: Annotation | None, section: str) -> None:
        from studyapp.gui.noting.editor import NoteEditor  # noqa: PLC0415 - not at start

        if annotation_id != NEW:
            self.finish()
        editor = NoteEditor(self.context, known, section, self._documents, self._saver, self.id)
        editor.done.connect(self._on_done)
        editor.made.connect(self._on_made)
        editor.entered.connect(self.entered)
        self.view.open_editor(annotation_id, editor)
        editor.text.moveCursor(QTextCursor.MoveOperation.End)
        editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_made(self, annotation_id: str) -> None:
        """Take a new note, whose first words were saved, for one of the cards."""
        self._new = None
        self.view.rename_editing(annotation_id)
        self.refresh()

    def _on_done(self) -> None:
        editing = self.view.editing
        self.finish()
        self.view.choose(editing)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        failed = self.context.messages.current
        if failed is None or failed.id != MESSAGE:
            announce(self, self.tr("Note saved"))

    def finish(self) -> None:
        """End the writing, saved as it stands."""
        editor = self.view.close_editor()
        self._new = None
        self._let_go(editor)
        if not self._lists_active:
            self.listed = self.section
            self.refresh()
            self.turned.emit()
        elif editor is not None:
            self.refresh()

    @staticmethod
    def _let_go(editor: NoteEditor | None) -> None:
        if editor is not None:
            editor.end()
            when_unwound(editor, editor.deleteLater)  # its words may be on a drag
