"""The highlights and notes of a section on paper: bands and lines, and numbers beside the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor

from studyapp.gui.reader.paint import Band
from studyapp.model import COLORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studyapp.gui.printing.choices import Choices
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


class Underline(NamedTuple):
    """A line under a stretch of document positions."""

    start: int
    end: int
    color: QColor


class Number(NamedTuple):
    """A number that stands beside a document position."""

    position: int
    text: str


@dataclass(slots=True)
class Marked:
    """What is painted of the annotations of a galley."""

    bands: list[Band] = field(default_factory=list[Band])
    underlines: list[Underline] = field(default_factory=list[Underline])
    numbers: list[Number] = field(default_factory=list[Number])


def marked(
    placed: Sequence[Placed], positions: Positions, theme: Theme, choices: Choices
) -> Marked:
    """Return where the annotations of a section stand in its galley, as far as they are wanted."""
    made = Marked()
    filled: list[Band] = []
    for one in placed if choices.highlights else ():
        if one.found is None:
            continue
        start, end = positions.range_to_document(one.found.start, one.found.end)
        color = _color(one)
        if not color or start == end:
            continue
        if one.annotation.kind == "underline":
            made.underlines.append(Underline(start, end, _line_color(theme, color)))
        else:
            filled.append(Band(start, end, theme[f"highlight_{color}"]))
    made.bands = [*filled, *_overlaps(filled)]
    for note in numbered(placed) if choices.notes != "none" else ():
        if note.placed.found:
            place = positions.to_document(note.placed.found.start)
            made.numbers.append(Number(place, str(note.number)))
    return made


def _color(one: Placed) -> str:
    """Return the color of a mark; a note or a bookmark may have none."""
    annotation = one.annotation
    if annotation.kind == "bookmark":
        return ""
    if annotation.color in COLORS:
        return annotation.color
    return COLORS[0] if annotation.kind in {"highlight", "underline"} else ""


def _line_color(theme: Theme, color: str) -> QColor:
    return theme.colors.get(f"line_{color}", theme[f"highlight_{color}"].darker(160))


def _overlaps(bands: Sequence[Band]) -> Iterator[Band]:
    """Yield what lies on two bands, in the color between theirs; PDF of Qt's cannot blend."""
    edges = sorted({edge for band in bands for edge in (band.start, band.end)})
    for start, end in pairwise(edges):
        here = [band for band in bands if band.start < end and band.end > start][-2:]
        if len(here) == 2:
            yield Band(start, end, _between(here[0].color, here[1].color), 0.0)


def _between(one: QColor, other: QColor) -> QColor:
    return QColor.fromRgbF(
        (one.redF() + other.redF()) / 2,
        (one.greenF() + other.greenF()) / 2,
        (one.blueF() + other.blueF()) / 2,
    )
