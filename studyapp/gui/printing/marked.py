"""The highlights and notes of a section on paper: marks as on screen, numbers beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studyapp.gui.reader.markpaint import MarkPainter
from studyapp.gui.reader.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.gui.printing.choices import Choices
    from studyapp.gui.reader.geometry import Geometry
    from studyapp.gui.reader.positions import Positions
    from studyapp.gui.theme import Theme
    from studyapp.placing import Placed


class Note(NamedTuple):
    """A note with its number in the section."""

    number: int
    placed: Placed

    @property
    def words(self) -> str:
        """What was written, in Markdown."""
        return self.placed.annotation.note

    @property
    def quote(self) -> str:
        """The passage as it was marked; empty for a note on the whole section."""
        anchor = self.placed.annotation.anchor
        return anchor.quote if anchor else ""

    @property
    def is_lost(self) -> bool:
        """Whether its passage is not in the text any more."""
        return self.placed.found is None and bool(self.quote)


def numbered(placed: Iterable[Placed]) -> list[Note]:
    """Return the annotations that have words, in the order of the text, counted from 1."""
    worded = [one for one in placed if one.annotation.note.strip()]
    return [Note(number, one) for number, one in enumerate(worded, 1)]


class Number(NamedTuple):
    """A number that stands beside a document position."""

    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """What is painted of the annotations of a galley."""

    marks: MarkPainter | None = None
    """Highlights and underlines, if they are wanted."""
    numbers: tuple[Number, ...] = ()


def marked(
    placed: Sequence[Placed],
    positions: Positions,
    geometry: Geometry,
    theme: Theme,
    choices: Choices,
) -> Marked:
    """Return where the annotations of a section stand in its galley, as far as they are wanted."""
    notes = numbered(placed) if choices.notes != "none" else []
    numbers = tuple(
        Number(positions.to_document(note.placed.found.start), str(note.number))
        for note in notes
        if note.placed.found
    )
    if not choices.highlights:
        return Marked(None, numbers)
    return Marked(MarkPainter(theme, geometry, Marks(placed, positions)), numbers)
