"""What stands around the words: boxes, bullets, tables, rules and places, noted while building.

The builder fills a `Scenery`, the painter draws it, the view finds places in it. Block numbers are
those of the QTextDocument; lengths are pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field
from PySide6.QtGui import QTextFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QTextTable

    from studyapp.gui.reader.columns import Dress, Fitting

HEADER_CELL = QTextFormat.Property.UserProperty.value + 500
"""Property of the format of a table cell: whether it heads its column."""


class Box(Struct):
    """A painted frame around consecutive blocks."""

    kind: str
    """quote, callout, code, cards, meta, notice, answer, nav."""
    left: float
    """Distance of its edges from those of the column."""
    right: float
    hue: str = ""
    icon: str = ""
    label: str = ""
    """Language of a code box, shown in its corner."""
    fold: int = -1
    opened: bool = True
    rtl: bool = False
    first: int = -1
    last: int = -1
    above: float = 0.0
    """Distance of its top edge from the first line."""
    below: float = 0.0


class Marker(NamedTuple):
    """What is painted beside the first line of a block."""

    kind: str
    """bullet, number, task, rule."""
    text: str
    """The number, or the bullet; also what a copy puts before the line."""
    level: int
    checked: bool
    edge: float
    """Where the text begins, from the start edge of the column."""
    rtl: bool


class CodeArea(NamedTuple):
    """A code box to be colored: its first block, its language, its lines as shown."""

    first: int
    language: str
    lines: tuple[str, ...]


class Dressed(NamedTuple):
    """How a table was set: in which dress, and what of the column was not its own."""

    fitting: Fitting
    dress: Dress
    indent: float


class Mark(NamedTuple):
    """A painted stretch of words (document positions)."""

    start: int
    end: int
    kind: str
    """mark, code, kbd."""


class Scenery(Struct):
    """All that is painted or jumped to in one document."""

    boxes: list[Box] = field(default_factory=list)
    markers: dict[int, Marker] = field(default_factory=dict)
    tables: list[QTextTable] = field(default_factory=list)
    dressed: list[Dressed] = field(default_factory=list)
    """How each of the tables was set."""
    marks: list[Mark] = field(default_factory=list)
    code: list[CodeArea] = field(default_factory=list)
    headings: dict[str, int] = field(default_factory=dict)
    """Heading id to document position."""
    notes: dict[str, int] = field(default_factory=dict)
    """Footnote id to the document position of the note."""
    references: dict[str, int] = field(default_factory=dict)
    """Footnote id to the document position of its first mention."""
