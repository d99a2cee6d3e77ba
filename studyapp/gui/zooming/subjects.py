"""What of a page can be seen large: its pictures, displayed formulas and tables.

`zoom.py` asks. What the page itself does not show, because it is refused, damaged or still to come,
is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextFormat

from studyapp.page import Figure, Table, own_runs, plain_text, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextTable

    from studyapp.gui.reader.build import Built
    from studyapp.gui.reader.formulas import Formula
    from studyapp.gui.reader.imagefiles import Picture
    from studyapp.gui.reader.pictured import Drawings
    from studyapp.gui.reader.view import Reader
    from studyapp.page import Page

OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be enlarged; one of `picture`, `formula`, `table` is set."""

    first: int
    """Document positions, as of all that stands on the page."""
    last: int
    name: str = ""
    """What the author says it shows."""
    caption: str = ""
    picture: Picture | None = None
    formula: Formula | None = None
    table: Table | None = None
    number: int = 0
    """Of a picture or a formula in its block, of a table in the page: its place among such."""


def subjects(reader: Reader) -> list[Subject]:
    """Return all that can be enlarged of the page on show, in its order."""
    built = reader.built
    if built is None:
        return []
    found = [*_objects(built, reader.drawings), *_tables(built)]
    return sorted(found, key=lambda one: one.first)


def is_drawn_at(reader: Reader, point: QPoint) -> bool:
    """Tell whether there is a picture or formula to enlarge at a point of the viewport."""
    built = reader.built
    if built is None:
        return False
    spot = QPointF(point) + reader.view_offset()
    chars = built.document.documentLayout().formatAt(spot).toCharFormat()
    is_free = _is_object(chars) and not chars.anchorHref()
    return is_free and _can_be_shown(chars, reader.drawings)


def subject_at(reader: Reader, point: QPoint) -> Subject | None:
    """Return what can be enlarged at a point of the viewport."""
    built = reader.built
    if built is None:
        return None
    spot = QPointF(point) + reader.view_offset()
    position = reader.cursorForPosition(point).position()
    over = [one for one in subjects(reader) if one.first <= position <= one.last]
    return next((one for one in over if area(built, one).contains(spot)), None)


def area(built: Built, subject: Subject) -> QRectF:
    """Return where on the page something stands, in document coordinates."""
    if subject.table is not None:
        return _frame(built, built.scenery.tables[subject.number])
    bands = built.geometry.bands(subject.first, subject.last)
    return bands[0] if bands else QRectF()


# Pictures and formulas


def _is_object(chars: QTextCharFormat) -> bool:
    return chars.objectType() > QTextFormat.ObjectTypes.UserObject.value


def _can_be_shown(chars: QTextCharFormat, drawings: Drawings) -> bool:
    from studyapp.gui.reader.images import PICTURE_TYPE  # noqa: PLC0415 - not at start

    if chars.objectType() == PICTURE_TYPE:
        return _picture(chars, drawings) is not None
    return _formula(chars, drawings) is not None


def _picture(chars: QTextCharFormat, drawings: Drawings) -> Picture | None:
    from studyapp.gui.reader.images import PATH, SOURCE  # noqa: PLC0415 - not at start

    path = chars.stringProperty(PATH)
    pictures = drawings.pictures
    picture = pictures.look(chars.stringProperty(SOURCE), Path(path) if path else None)
    return None if pictures.trouble(picture) else picture


def _formula(chars: QTextCharFormat, drawings: Drawings) -> Formula | None:
    from studyapp.gui.reader.math import DISPLAY, TEX  # noqa: PLC0415 - not at start

    if not chars.boolProperty(DISPLAY):
        return None
    return drawings.formulas.picture(chars.stringProperty(TEX), display=True)


def _objects(built: Built, drawings: Drawings) -> Iterator[Subject]:
    from studyapp.gui.reader.images import ALT, PICTURE_TYPE, SOURCE  # noqa: PLC0415 - not at start
    from studyapp.gui.reader.math import TEX  # noqa: PLC0415 - not at start

    for position, chars in _places(built):
        if chars.objectType() == PICTURE_TYPE:
            if picture := _picture(chars, drawings):
                caption = _caption(built, position, chars.stringProperty(SOURCE))
                alt = chars.stringProperty(ALT)
                yield Subject(position, position + 1, alt, caption, picture=picture)
        elif formula := _formula(chars, drawings):
            yield Subject(position, position + 1, chars.stringProperty(TEX), formula=formula)


def _places(built: Built) -> Iterator[tuple[int, QTextCharFormat]]:
    """Yield the place and format of each drawn object that is no link."""
    block = built.document.begin()
    while block.isValid():
        if OBJECT in block.text():
            yield from _places_in(block)
        block = block.next()


def _places_in(block: QTextBlock) -> Iterator[tuple[int, QTextCharFormat]]:
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        chars = piece.charFormat()
        if _is_object(chars) and not chars.anchorHref():
            for place in range(piece.length()):
                yield piece.position() + place, chars
        pieces += 1


def _caption(built: Built, position: int, source: str) -> str:
    """Return the caption of the figure at a position."""
    starts = {segment.start for segment in built.positions.between(position, position + 1)}
    figures = (block for block in walk(built.page.blocks) if isinstance(block, Figure))
    here = (one for one in figures if one.source == source and one.start in starts)
    return next((plain_text(one.caption) for one in here), "")


# Tables


def _frame(built: Built, table: QTextTable) -> QRectF:
    grid = built.geometry.grid(table)
    return QRectF(grid.left, grid.top, grid.right - grid.left, grid.bottom - grid.top)


def _tables(built: Built) -> Iterator[Subject]:
    known = dict(_by_start(built.page))
    for number, table in enumerate(built.scenery.tables):
        first, last = table.firstPosition(), table.lastPosition()
        span = built.positions.range_from_document(first, last)
        block = known.get(span[0]) if span else None
        if block is not None:
            caption = plain_text(block.caption)
            yield Subject(first, last, caption, caption, table=block, number=number)


def _by_start(page: Page) -> Iterator[tuple[int, Table]]:
    """Yield the tables of a page by where the words of their cells begin."""
    for block in walk(page.blocks):
        if isinstance(block, Table):
            cells = Table(block.rows)
            starts = [run.start for run in own_runs(cells) if run.text]
            if starts:
                yield min(starts), block
