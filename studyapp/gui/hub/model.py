"""The rows of the hub as a model, with the headers that stand above some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from studyapp.gui.noting.cards import badge_hint, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from studyapp.gui.hub.entries import Entry
    from studyapp.gui.hub.filtering import Header
    from studyapp.gui.noting.cards import Index
    from studyapp.settings import Settings


class HubModel(QAbstractListModel):
    """Rows of `Entry`; a header is no row of its own but stands above one."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.rows: Sequence[Entry] = ()
        self.headers: Mapping[int, Header] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.rows[index.row()]
            return ". ".join(part for part in (spoken(row.card, self._settings), row.title) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return badge_hint(self.rows[index.row()].card) or None
        return None

    def set_rows(self, rows: Sequence[Entry], headers: Mapping[int, Header]) -> None:
        """Show these; where the same ones stand in the same order, what is selected stays so."""
        same = len(rows) == len(self.rows) and all(
            one.place[2] == other.place[2] for one, other in zip(rows, self.rows, strict=True)
        )
        if same and headers.keys() == self.headers.keys():
            self.rows, self.headers = rows, headers
            self.layoutChanged.emit()
            return
        self.beginResetModel()
        self.rows, self.headers = rows, headers
        self.endResetModel()

    def row_of(self, annotation_id: str) -> int:
        """Return the row of an annotation; -1 if it has none."""
        ids = (row.place[2] for row in self.rows)
        return next((row for row, one in enumerate(ids) if one == annotation_id), -1)
