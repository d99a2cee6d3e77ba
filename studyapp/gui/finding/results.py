"""What was found as rows of a list: a line for each section, below it its hits.

The list of the search panel shows it. Rows of one answer that the next one has too stay the same,
so that the list can stay where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.search.hits import Group, Hit, Results

Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One row: a section, a hit, or the wish for more."""

    group: Group | None = None
    """The section that begins here."""
    hit: Hit | None = None
    place: int = -1
    """Place of the hit among all; of a section, that of its first."""

    @property
    def key(self) -> tuple[str, ...]:
        """By what the row is known again in another answer."""
        if self.hit:
            return ("hit", self.hit.kind, self.hit.key, str(self.hit.start), self.hit.heading)
        return ("group", self.group.section) if self.group else ("more",)


class ResultRows(QAbstractListModel):
    """The rows of what was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._explained = True
        self._places: dict[int, int] = {}

    def set_results(self, results: Results | None, *, explained: bool = True) -> None:
        """Show these results; `explained` where it is worth a word why they were found."""
        self._explained = explained
        self.beginResetModel()
        self.rows = list(_rows(results)) if results else []
        self._places = {row.place: n for n, row in enumerate(self.rows) if row.hit}
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """Return the row of an index."""
        return self.rows[index.row()]

    def index_of_hit(self, place: int) -> QModelIndex:
        """Return the index of a hit by its place among all; an invalid one where there is none."""
        row = self._places.get(place)
        return QModelIndex() if row is None else self.index(row)

    def index_of_key(self, key: tuple[str, ...]) -> QModelIndex:
        """Return the index of the row that is known by a key."""
        found = next((n for n, row in enumerate(self.rows) if row.key == key), None)
        return QModelIndex() if found is None else self.index(found)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.told(self.rows[index.row()])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let no one stop at the line of a section: it is passed over by the arrows."""
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags if self.rows[index.row()].group else flags | Qt.ItemFlag.ItemIsSelectable

    def told(self, row: Row) -> str:
        """Return all of a row in words."""
        if row.hit:
            parts = [row.hit.snippet, _heading(row.hit), self.kind_word(row.hit), self.why(row.hit)]
            return ". ".join(part for part in parts if part)
        if row.group:
            return f"{crumbs(row.group.trail)}, {self.counted(row.group.count)}"
        return self.tr("Show more results")

    def counted(self, count: int) -> str:
        return self.tr("%Ln result(s)", "", count)

    def kind_word(self, hit: Hit) -> str:
        """Return what a hit is if it is not of the text itself."""
        return {"notes": self.tr("note"), "cards": self.tr("card")}.get(hit.kind, "")

    def why(self, hit: Hit) -> str:
        """Return a word on why a hit was found, where that is not seen at once."""
        if not self._explained:
            return ""
        if hit.rung == SOME:
            return self.tr("some of the words")
        return {
            "stem": self.tr("other form"),
            "prefix": self.tr("begins so"),
            "fuzzy": self.tr("spelled alike"),
        }.get(hit.why, "")


SOME = 5
"""`search.hits.Rung.SOME`, which is not loaded at start."""


def _rows(results: Results) -> Iterator[Row]:
    place = 0
    for group in results.groups:
        yield Row(group, place=place)
        for hit in group.hits:
            yield Row(hit=hit, place=place)
            place += 1
    if results.complete and len(results.hits) < results.total:
        yield Row()


def crumbs(trail: tuple[str, ...]) -> str:
    """Return titles as a breadcrumb."""
    return " \u203a ".join(trail)


def _heading(hit: Hit) -> str:
    return hit.heading if hit.heading != hit.title else ""
