"""What is done with the notes selected in the hub: each act is one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from studyapp.gui.hub.markdown import as_markdown
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.context import Context
    from studyapp.gui.hub.actionrow import ActionRow
    from studyapp.gui.hub.cardlist import CardList
    from studyapp.gui.hub.model import HubModel


class Acts(QObject):
    """Carries out the wishes of an `ActionRow` on what is selected in a list."""

    def __init__(
        self, context: Context, cards: CardList, model: HubModel, row: ActionRow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._list = cards
        self._model = model
        row.color_wished.connect(self.recolor)
        row.tag_wished.connect(self.tag)
        row.copy_wished.connect(self.copy)
        row.remove_wished.connect(self.remove)
        row.restore_wished.connect(self.restore)

    def recolor(self, color: str) -> None:
        """Give what is selected a color."""
        self._act(lambda: self._context.workspace.notes.edit(self._ids(), color=color))

    def tag(self, add: list[str], drop: list[str]) -> None:
        """Add tags to what is selected, and drop others."""
        self._act(lambda: self._context.workspace.notes.tag(self._ids(), add=add, drop=drop))

    def remove(self) -> None:
        """Put what is selected into the trash."""
        if ids := self._leaving():
            self._act(lambda: self._context.workspace.notes.remove(ids))
            self._tell(self.tr("%Ln note(s) removed.", "", len(ids)))

    def restore(self) -> None:
        """Take what is selected out of the trash."""
        if ids := self._leaving():
            self._act(lambda: self._context.workspace.notes.restore(ids))
            self._tell(self.tr("%Ln note(s) restored.", "", len(ids)))

    def copy(self) -> None:
        """Put what is selected on the clipboard as Markdown."""
        if chosen := self._list.selected():
            QGuiApplication.clipboard().setText(as_markdown(chosen))
            self._tell(self.tr("%Ln note(s) copied.", "", len(chosen)))

    def _ids(self) -> list[str]:
        return [entry.id for entry in self._list.selected()]

    def _leaving(self) -> list[str]:
        """Return what is about to leave the list; the row after it is selected, to go on there."""
        ids = self._ids()
        gone = set(ids)
        rows = [n for n, row in enumerate(self._model.rows) if row.id in gone]
        if rows:
            after = [n for n in (rows[-1] + 1, rows[0] - 1) if 0 <= n < len(self._model.rows)]
            if after:
                self._list.select(after[:1], after[0])
        return ids

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except StudyError as error:
            self._context.messages.error(error, id="notebook")

    def _tell(self, text: str) -> None:
        self._context.messages.post(text, id="hub")
