"""The cards of a list of annotations, as rows of a model.

The notes panel fills one; its view shows it with `carddelegate`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from studyapp.gui.language import color_title, translate
from studyapp.gui.noting.dates import friendly
from studyapp.gui.noting.plain import plain_note
from studyapp.model import COLORS, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from studyapp.model import Annotation
    from studyapp.placing import Placed
    from studyapp.settings import Settings

Index = QModelIndex | QPersistentModelIndex

SHOWN_QUOTE = 400
"""Characters of a quote that a card can show in any case."""


class CardModel(QAbstractListModel):
    """Rows of `Placed`."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.cards: list[Placed] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid() or index.row() >= len(self.cards):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.cards[index.row()], self._settings)
        if role == Qt.ItemDataRole.ToolTipRole:
            return badge_hint(self.cards[index.row()]) or None
        return None

    def set_cards(self, cards: Sequence[Placed]) -> None:
        """Show these annotations; a list of the same ones changes in place."""
        same = [card.annotation.id for card in cards] == [c.annotation.id for c in self.cards]
        if same:
            self.cards = list(cards)
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self.cards = list(cards)
        self.endResetModel()

    def row_of(self, annotation_id: str) -> int:
        """Return the row of an annotation; -1 if it has none."""
        ids = (card.annotation.id for card in self.cards)
        return next((row for row, one in enumerate(ids) if one == annotation_id), -1)


def spoken(card: Placed, settings: Settings) -> str:
    """Return a card as assistive technology reads it: what is drawn, the color by its name."""
    one = card.annotation
    color = color_title(settings, one.color) if one.color in COLORS else ""
    quote = one.anchor.quote[:SHOWN_QUOTE] if one.anchor else ""
    kinds = {
        "underline": translate("cards", "Underlined"),
        "bookmark": translate("cards", "Bookmark"),
    }
    parts = (
        badge(card),
        kinds.get(one.kind, ""),
        color,
        quote,
        plain_note(one.note),
        meta_line(card),
    )
    return ". ".join(part.rstrip(". ") for part in parts if part)


def meta_line(card: Placed) -> str:
    """Return the small print of a card: when it was changed, and its tags."""
    one = card.annotation
    return "  ".join(part for part in (friendly(one.modified), tags_line(one)) if part)


def tags_line(annotation: Annotation) -> str:
    """Return the tags of an annotation as they are shown."""
    return " ".join(f"#{tag}" for tag in annotation.tags)


def badge(card: Placed) -> str:
    """Return the word that warns of a card whose passage is not as it was; empty if it is."""
    if card.state is State.ORPHANED:
        return translate("cards", "Passage not found")
    if card.state is not State.CHANGED:
        return ""
    if not card.is_verbatim:
        return translate("cards", "Text changed")
    if card.section != card.annotation.section:
        return translate("cards", "Moved")
    return translate("cards", "Same words, place uncertain")


def badge_hint(card: Placed) -> str:
    """Return what the word that warns of a card means; empty if there is none to explain."""
    is_here = card.section == card.annotation.section
    if card.state is State.CHANGED and card.is_verbatim and is_here:
        return uncertain_hint()
    return ""


def uncertain_hint() -> str:
    """Return why a passage is told of although its words are all there."""
    return translate(
        "cards",
        "The same words stand here, but too little of what surrounded them is left to be sure "
        "that this is the passage you marked.",
    )
