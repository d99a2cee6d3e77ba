"""The sections of a course as a tree model, whole or filtered by title.

The contents panel shows it. Thirteen thousand sections must be there at once, so a row is a number
(its place in reading order) and the structure is three lists made in one walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studyapp.gui import reading_words
from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.model import Course, Section
    from studyapp.progressing import Progress

Index = QModelIndex | QPersistentModelIndex

TOP = -1
"""Stands for the invisible parent of the top sections."""
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Mark` that tells how far a section was read; None for none."""


class Mark(NamedTuple):
    """What a row shows of reading: a state, or for a chapter how much of it is read."""

    state: Standing
    share: float = 1.0
    """Of the sections of a chapter that are read, 0 to 1."""
    is_chapter: bool = False


class SectionTree(QAbstractItemModel):
    """One column of titles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self._numbers: dict[str, int] = {}
        self._parents: list[int] = []
        self._folded: list[str] = []
        self._rows: dict[int, int] = {}
        self._children: dict[int, list[int]] = {TOP: []}
        self._matches: list[int] | None = None
        self._matching: frozenset[int] = frozenset()
        self._progress: Progress | None = None
        self.beside = ""
        """Id of the section that stands in the other pane."""

    def set_progress(self, progress: Progress) -> None:
        """Say who knows what was read."""
        self._progress = progress

    def tell_states(self, section_ids: Iterable[str]) -> None:
        """Tell views that these sections, and so their chapters, stand otherwise now."""
        rows: set[int] = set()
        for section_id in section_ids:
            number = self._numbers.get(section_id, TOP)
            while number != TOP and number not in rows:
                rows.add(number)
                number = self._parents[number]
        for number in rows & self._rows.keys():
            index = self.createIndex(self._rows[number], 0, number)
            self.dataChanged.emit(index, index)

    def set_course(self, course: Course) -> None:
        """Show the sections of a course, all of them."""
        self.beginResetModel()
        self._sections = course.order
        self._numbers = course.places
        parents, numbers = course.parents, self._numbers
        self._parents = [
            numbers[parents[section.id].id] if section.id in parents else TOP
            for section in self._sections
        ]
        self._folded = []
        self._arrange(range(len(self._sections)), None)
        self.endResetModel()

    def filter(self, words: str) -> None:
        """Keep the sections whose title holds every word, and what they stand under."""
        sought = words.casefold().split()
        self._folded = self._folded or [section.title.casefold() for section in self._sections]
        self.beginResetModel()
        if sought:
            matches = [
                number
                for number, title in enumerate(self._folded)
                if all(word in title for word in sought)
            ]
            self._arrange(self._with_ancestors(matches), matches)
        else:
            self._arrange(range(len(self._sections)), None)
        self.endResetModel()

    @property
    def is_filtered(self) -> bool:
        """Whether sections are left out."""
        return self._matches is not None

    @property
    def matches(self) -> list[str] | None:
        """Ids of the sections that match, in reading order; None while nothing is filtered."""
        if self._matches is None:
            return None
        return [self._sections[number].id for number in self._matches]

    def is_match(self, index: Index) -> bool:
        """Return whether a row is there by itself, and not for what stands under it."""
        return self._matches is None or index.internalId() in self._matching

    def index_of(self, section_id: str) -> QModelIndex:
        """Return the row of a section; an invalid index where it is not shown."""
        number = self._numbers.get(section_id, TOP)
        return (
            self.createIndex(self._rows[number], 0, number)
            if number in self._rows
            else QModelIndex()
        )

    def section(self, index: Index) -> Section:
        """Return the section of a row."""
        return self._sections[index.internalId()]

    def _arrange(self, shown: Iterable[int], matches: list[int] | None) -> None:
        self._children, self._rows = {TOP: []}, {}
        for number in shown:
            siblings = self._children.setdefault(self._parents[number], [])
            self._rows[number] = len(siblings)
            siblings.append(number)
        self._matches = matches
        self._matching = frozenset(matches or ())

    def _with_ancestors(self, numbers: Iterable[int]) -> list[int]:
        found: set[int] = set()
        for number in numbers:
            while number != TOP and number not in found:
                found.add(number)
                number = self._parents[number]  # noqa: PLW2901 - climbs to the top
        return sorted(found)

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        number = parent.internalId() if parent is not None and parent.isValid() else TOP
        siblings = self._children.get(number, [])
        if column == 0 and 0 <= row < len(siblings):
            return self.createIndex(row, 0, siblings[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override] - Qt has two of this name
        number = self._parents[index.internalId()] if index.isValid() else TOP
        return QModelIndex() if number == TOP else self.createIndex(self._rows[number], 0, number)

    def rowCount(self, parent: Index | None = None) -> int:
        number = parent.internalId() if parent is not None and parent.isValid() else TOP
        return len(self._children.get(number, ()))

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt's signature
        return 1

    def headerData(
        self,
        section: int,  # noqa: ARG002 - Qt's signature
        orientation: Qt.Orientation,  # noqa: ARG002 - Qt's signature
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the one column, for those who hear it."""
        return self.tr("Section") if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.section(index).title
        if role == STATE_ROLE:
            return self._mark(self.section(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            section = self.section(index)
            return ", ".join(part for part in (section.title, self.told(index)) if part)
        return None

    def told(self, index: Index) -> str:
        """Return in words what the row of a section shows beside its title, if anything."""
        beside = self.tr("in the other pane") if self.section(index).id == self.beside else ""
        return ", ".join(part for part in (beside, self._told_read(index)) if part)

    def _told_read(self, index: Index) -> str:
        """Return in words how far the section of a row was read; nothing while it is unopened."""
        section = self.section(index)
        if self._progress is None:
            return ""
        if section.children:
            return reading_words.of_chapter(self._progress.summary(section.id))
        return reading_words.of_section(self._progress.state(section.id))

    def _mark(self, section: Section) -> Mark | None:
        if self._progress is None:
            return None
        if not section.children:
            state = self._progress.state(section.id)
            return None if state == Standing.UNSEEN else Mark(state)
        sums = self._progress.summary(section.id)
        if sums.changed:
            return Mark(Standing.CHANGED, is_chapter=True)
        if sums.read == sums.sections > 0:
            return Mark(Standing.READ, is_chapter=True)
        share = sums.read / sums.sections if sums.sections else 0.0
        return Mark(Standing.SEEN, share, is_chapter=True) if sums.read else None
