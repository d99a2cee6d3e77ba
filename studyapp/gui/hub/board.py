"""All notes: of this section, of the course, of all courses, and what was removed.

The list is filtered while one types and by chips that combine; it opens at what is nearest to the
page's place. What is selected is recolored, tagged, removed, copied or restored together.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from studyapp.gui.hub import scopes
from studyapp.gui.hub.actionrow import ActionRow
from studyapp.gui.hub.acts import Acts
from studyapp.gui.hub.cardlist import CardList
from studyapp.gui.hub.filtering import HubView, filtered, grouped, nearest, ordered
from studyapp.gui.hub.head import HubHead
from studyapp.gui.hub.model import HubModel
from studyapp.gui.hub.shelf import Shelf
from studyapp.gui.hub.wording import day_title, empty_text
from studyapp.gui.hub.words import WordFinder
from studyapp.gui.states import StatePage, Way, show_unreadable_notes
from studyapp.gui.stops import Part
from studyapp.model import Location, StudyError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.hub.entries import Entry
    from studyapp.gui.hub.filtering import Order
    from studyapp.gui.hub.shelf import Kept
    from studyapp.model import Section


LOW_HEIGHT = 400
"""Pixels; in a lower panel all filters would leave no room for two notes."""


class Board(Part):
    """Switch, filters, list, actions.

    Signals: `go_requested(Location)`; `course_requested(Path, Location)`, to open another course at
    a place; `relink_requested(annotation_id)`, to say which passage a note belongs to.
    """

    go_requested = Signal(object)
    course_requested = Signal(object, object)
    relink_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.section: Section | None = None
        self.shelf = Shelf(context, self)
        self.model = HubModel(context.settings, self)
        self.list = CardList(context, self.model)
        self.head = HubHead(context)
        self.scopes, self.bar, self.lost = self.head.scopes, self.head.bar, self.head.lost
        self.actions_row = ActionRow(context)
        self.acts = Acts(context, self.list, self.model, self.actions_row, self)
        self.empty = StatePage(context.theme, beside=True)
        self.empty.hide()
        self._order: Order = "place"
        self._chosen: tuple[object, ...] = ()
        self._finder = WordFinder((), self.shelf.index)
        self._wanted = ""
        """An annotation to go to once its course is open."""
        self._lay_out()
        self._connect()
        self.apply_theme()

    def _lay_out(self) -> None:
        self.empty.setMinimumHeight(28)  # in a low window the filters are more
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.setContentsMargins(8, 0, 4, 0)
        below.setSpacing(0)
        below.addWidget(self.list, 1)
        below.addWidget(self.actions_row)
        column.addLayout(below, 1)
        column.addStretch(0)  # where nothing is listed, nothing else grows

    def _connect(self) -> None:
        self.bar.tag_counts = lambda: self.shelf.tags(self._base())
        self.actions_row.tag_counts = lambda: self.shelf.tags(self.shelf.kept.here)
        self.shelf.ready.connect(self._on_ready)
        self.shelf.indexed.connect(self._on_indexed)
        self.shelf.failed.connect(self._on_failed)
        self.scopes.chosen.connect(self._on_scope)
        self.bar.changed.connect(self._on_filter)
        self.bar.entered.connect(self._open_current)
        self.bar.left_down.connect(self._into_list)
        self.head.clear.clicked.connect(self.clear_filters)
        self.lost.toggled.connect(lambda _on: self._apply())
        self.list.opened.connect(self._open_current)
        self.list.chosen.connect(self._show_actions)
        self.list.installEventFilter(self)
        self.actions_row.link_wished.connect(self._link)
        self.head.order.chosen.connect(self.set_order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of a low panel to the notes."""
        super().resizeEvent(event)
        self.head.set_low(self.height() < LOW_HEIGHT)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        stops = [*self.head.stops(), *self.empty.buttons(), self.list]
        return [*stops, *self.actions_row.buttons()]

    # What is shown

    @property
    def scope(self) -> str:
        """Where it looks: one of `scopes`."""
        return self.scopes.scope

    def refresh(self) -> None:
        """Read the annotations again."""
        self.shelf.read()

    def follow_page(self, section: Section | None) -> None:
        """Look into another section; go on to the passage for which a course was opened."""
        self.section = section
        if self.scope == scopes.SECTION:
            self._apply()
        self._show_counts()
        wanted, self._wanted = self._wanted, ""
        if wanted and self.context.workspace.notes.get(wanted):
            self._go_to(wanted)

    def _on_ready(self) -> None:
        self._show_counts()
        self._apply()

    def _on_indexed(self) -> None:
        if self.bar.criteria.words:
            self._apply()

    def _on_failed(self, error: StudyError) -> None:
        """Say why nothing can be listed, in the place of all that would act on it."""
        self.model.set_rows((), {})
        for part in (self.head, self.list, self.actions_row):
            part.hide()
        show_unreadable_notes(self.empty, error, self.context.home.notebook, self.refresh)
        self.empty.show()

    def _on_scope(self, scope: str) -> None:
        if scope in (scopes.ALL, scopes.TRASH):
            self.shelf.want_others()
        self._apply()

    def _on_filter(self) -> None:
        if not self.bar.criteria.words and self._order == "relevance":
            self._order = "place"
        self._apply()

    def clear_filters(self) -> None:
        """Show everything of the scope again."""
        self.lost.setChecked(False)
        self.bar.clear()
        self.bar.line.setFocus()

    def _base(self) -> Sequence[Entry]:
        """Return the entries of the scope, and get ready to find words in them."""
        kept, index = self.shelf.kept, self.shelf.index
        here = self.section.id if self.section else ""
        chosen = self.scope, here, self.lost.isChecked()
        if self._chosen != (*chosen, kept, index):
            self._chosen = (*chosen, kept, index)
            self._finder = WordFinder(self._entries(kept, here), index)
        return self._finder.entries

    def _entries(self, kept: Kept, here: str) -> Sequence[Entry]:
        if self.scope == scopes.TRASH:
            return kept.trash
        if self.lost.isChecked():
            return self.shelf.lost
        if self.scope == scopes.ALL:
            return [*kept.here, *kept.others]
        if self.scope == scopes.COURSE:
            return kept.here
        return [entry for entry in kept.here if entry.card.section == here]

    def _apply(self) -> None:
        """Show what the filters leave of the scope, in the order chosen."""
        base, wanted = self._base(), self.bar.criteria
        rows = filtered(self._finder, wanted)
        order = "time" if self.scope == scopes.TRASH else self._order
        if self.scope != scopes.TRASH:
            rows = ordered(rows, order, wanted.words)
        headers = grouped(rows, order, self._group_title)
        self._keep_selection(lambda: self.model.set_rows(rows, headers))
        is_filtered = not wanted.is_empty or self.lost.isChecked()
        self.head.show_found(len(rows), len(base), is_filtered=is_filtered)
        self._show_empty(is_filtered=is_filtered)
        self.head.order.show_order(order, has_words=bool(wanted.words))
        self.head.order.setVisible(self.scope != scopes.TRASH)
        self._show_actions()

    def _group_title(self, entry: Entry) -> tuple[str, str]:
        if self._order == "time" or self.scope == scopes.TRASH:
            return day_title(entry.day), ""
        title = entry.title or self.tr("Free notes")
        several = self.scope == scopes.ALL and bool(self.shelf.kept.others)
        of = entry.course_title if several else "", entry.gone_from
        return title, "  ".join(part for part in of if part)

    def _keep_selection(self, change: Callable[[], object]) -> None:
        """Change the rows and select what was selected, else what is nearest to the page."""
        chosen = {entry.id for entry in self.list.selected()}
        current = self.list.current()
        change()
        rows = self.model.rows
        if not rows:
            return
        here = self.model.row_of(current.id) if current else -1
        numbers = [here] if here >= 0 else []
        if len(chosen) > 1:
            numbers = [n for n, row in enumerate(rows) if row.place[2] in chosen]
        if numbers and here >= 0:
            if not self.list.selectionModel().hasSelection() or len(numbers) != len(chosen):
                self.list.select(numbers, here)
            return
        nearest = 0 if self._order == "relevance" else self._nearest()
        self.list.select([nearest], nearest)
        self.list.scrollTo(self.model.index(nearest), CardList.ScrollHint.PositionAtCenter)

    def _nearest(self) -> int:
        """Return the row whose passage is nearest to the place of the page."""
        course = self.context.workspace.course
        if self.section is None or self.section.id not in course.places:
            return 0
        offset = self.context.memory.course(course.id).offsets.get(self.section.id, 0)
        return nearest(self.model.rows, course.id, course.places[self.section.id], offset)

    def _show_counts(self) -> None:
        self.scopes.show_counts(self.shelf.counts(self.section.id if self.section else ""))
        self.head.show_lost(len(self.shelf.lost))

    def _show_empty(self, *, is_filtered: bool) -> None:
        self.head.show()
        # First: a list that is hidden while it has the keyboard would give it to anyone
        self.setFocusProxy(self.list if self.model.rows else self.scopes.buttons[self.scope])
        self.empty.setVisible(not self.model.rows and self.shelf.loaded)
        self.list.setVisible(bool(self.model.rows) or not self.shelf.loaded)
        icon, title, text = empty_text(self.scope, is_filtered=is_filtered)
        clear = Way(self.tr("Clear the filters"), self.clear_filters)
        self.empty.show_state(icon, title, text, (clear,) if is_filtered else ())

    def _show_actions(self) -> None:
        chosen = self.list.selected() if self.model.rows else []
        self.actions_row.show_selected(chosen, in_trash=self.scope == scopes.TRASH)

    def set_order(self, order: Order) -> None:
        """List by place, by time, or the best first."""
        self._order = order
        self._apply()

    @property
    def view(self) -> HubView:
        """Where it looks and what for."""
        return HubView(self.scope, self.lost.isChecked(), self._order, self.bar.criteria)

    def resume(self, view: HubView) -> None:
        """Look there and for that again."""
        self._order = view.order
        self.scopes.show_scope(view.scope)
        self.lost.blockSignals(True)
        self.lost.setChecked(view.is_lost)
        self.lost.blockSignals(False)
        self.bar.resume(view.criteria)
        self._on_scope(view.scope)

    # Wishes

    def _open_current(self) -> None:
        entry = self.list.current()
        if entry is None:
            return
        if self.scope == scopes.TRASH:
            self.acts.restore()
        elif entry.course == self.context.workspace.course.id:
            self._go_to(entry.id)
        else:
            self._open_other(entry)

    def _go_to(self, annotation_id: str) -> None:
        """Go to where an annotation is now."""
        workspace = self.context.workspace
        annotation = workspace.notes.get(annotation_id)
        if annotation is None:
            return
        try:
            placed = workspace.whereabouts.place(annotation)
        except StudyError as error:
            self.context.messages.error(error, id="hub")
            return
        if placed.section in workspace.course.by_id:
            start, end = placed.found[:2] if placed.found else (None, None)
            self.go_requested.emit(Location(placed.section, offset=start, end=end))

    def _open_other(self, entry: Entry) -> None:
        notebook = self.context.workspace.notes.notebook
        known = notebook.course_description(entry.course) if notebook else {}
        path = str(known.get("path", ""))
        if path:
            self._wanted = entry.id
            self.course_requested.emit(Path(path), Location(entry.card.section))
        else:
            text = self.tr("It is not known where the course “{}” is.").format(entry.course_title)
            self.context.messages.post(text, "warning", id="hub")

    def _link(self) -> None:
        if entry := self.list.current():
            self.relink_requested.emit(entry.id)

    # Keys, menu, theme

    def focus_filter(self) -> None:
        """Put the keyboard into the filter, ready to type over what is there."""
        self.bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.line.selectAll()

    def show_lost(self) -> None:
        """List the passages that are not found."""
        self.scopes.show_scope(scopes.COURSE)
        self.lost.setChecked(True)

    def _into_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the list its keys: remove, copy, and the menu."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Delete and self.scope != scopes.TRASH:
                self.acts.remove()
                return True
            if _is_copy(event):
                self.acts.copy()
                return True
        if event.type() == QEvent.Type.ShortcutOverride and _is_copy(event):
            event.accept()  # it is the notes that are copied, not words of the page
            return True
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        return super().eventFilter(watched, event)

    def menu(self) -> QMenu:
        """Return a menu of what can be done with what is selected."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.scope != scopes.TRASH:
            menu.addAction(self.tr("Show in Text")).triggered.connect(self._open_current)
            menu.addSeparator()
        self.actions_row.fill(menu)
        return menu

    def _open_menu(self, event: QContextMenuEvent) -> None:
        if not self.list.selected():
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.list.visualRect(self.list.currentIndex())
            place = self.list.viewport().mapToGlobal(rect.center())
        self.menu().popup(place)

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        self.head.apply_theme()
        self.empty.apply_theme(self.context.theme)
        self.actions_row.apply_theme()
        self.list.viewport().update()
        self.update()


def _is_copy(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
