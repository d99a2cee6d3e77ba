r"""Formulas, typeset and standing on the baseline.

The view makes one `Formulas`, and for each document a `MathObject`; `math_format` makes the format
of the one character (U+FFFC) that stands for a formula. Typesetting happens in a process of its own
(`worker.py`) and is kept on disk without color and at one size. Until a formula is there, and where
it cannot be typeset, its TeX is drawn in the code face; when it comes, its line is laid out anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextTable,
)
from PySide6.QtSvg import QSvgRenderer

from studyapp.files import write_derived
from studyapp.gui import fonts
from studyapp.gui.reader.raster import Rasters
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from PySide6.QtGui import QColor, QPainter, QTextDocument

    from studyapp.gui.reader.worker import Worker
    from studyapp.gui.reader.worker_main import Answer

MATH_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
TEX = QTextFormat.Property.UserProperty.value + 100
DISPLAY = TEX + 1

FORMULA_SIZE = 24.0
"""Text size at which formulas are typeset and kept; they are scaled when drawn."""
LONGEST = 2_000
"""Characters of a formula; a longer one is shown as its source."""
LARGEST = 400_000
"""Characters of its SVG: some 40 ms to draw."""
MOST_IN_SECTION = 300
"""The caller sets further formulas of a section as their source."""
INLINE, DISPLAYED = 1.10, 1.16
"""Sizes relative to the text around: math faces look smaller than text faces."""
ABOVE, BELOW = 0.72, 0.42
"""What an inline formula may take of the distance of lines, above and below the baseline."""
WIDEST = 20_000.0
VERSION = 2
"""Part of the name of a kept formula: to be raised when typesetting changes."""

GROWING = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
PITCHED = {QTextBlockFormat.LineHeightTypes.FixedHeight.value, GROWING}
CELL_PADDING = 24.0
AIR = 3.0
ROOMY = QTextCharFormat.VerticalAlignment.AlignMiddle
"""Marks an inline formula whose line grows with it."""

_VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


@dataclass(frozen=True, slots=True)
class Formula:
    """A typeset formula at `FORMULA_SIZE`; lengths in pixels."""

    svg: str
    left: float
    width: float
    ascent: float
    descent: float

    @classmethod
    def parse(cls, source: str) -> Formula | None:
        """Read the measures from an SVG; None if they make no sense."""
        found = _VIEW_BOX.search(source)
        if not found:
            return None
        left, top, width, height = (float(part) for part in found.groups())
        if not (0 < width < WIDEST and 0 < height < WIDEST):
            return None
        return cls(source, left, width, max(-top, 0.0), max(height + top, 0.0))


Key = tuple[str, bool]
"""TeX, and whether it stands on a line of its own."""


class Formulas(QObject):
    """Every formula asked for: from memory, from disk, or typeset meanwhile.

    `ready` tells, some time after the asking, which formulas can now be had or are given up.
    """

    ready = Signal(set)

    def __init__(
        self, cache: Path, parent: QObject | None = None, worker: Worker | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = cache / "formulas"
        self._worker = worker
        self._known: dict[Key, Formula | str] = {}
        self._asked: set[Key] = set()
        self._rasters = Rasters(24 << 20)

    @property
    def busy(self) -> bool:
        """Whether any formula is still to come."""
        return bool(self._asked)

    def picture(self, tex: str, *, display: bool) -> Formula | None:
        """Return a formula; None while it is being typeset, and when it cannot be."""
        known = self._find((tex, display))
        return known if isinstance(known, Formula) else None

    def trouble(self, tex: str, *, display: bool) -> str:
        """Return why a formula cannot be typeset, or an empty string."""
        known = self._known.get((tex, display))
        return known if isinstance(known, str) else ""

    def _find(self, key: Key) -> Formula | str | None:
        known = self._known.get(key)
        if known is None and key not in self._asked:
            known = self._refused(key[0]) or self._kept(key)
            if known is None:
                self._ask(key)
            else:
                self._known[key] = known
        return known

    def _ask(self, key: Key) -> None:
        # Not needed for a first page without new formulas
        from studyapp.gui.reader.worker import Worker  # noqa: PLC0415
        from studyapp.gui.reader.worker_main import FormulaRequest  # noqa: PLC0415

        self._asked.add(key)
        self._worker = self._worker or Worker()
        request = FormulaRequest(key[0], display=key[1], size=FORMULA_SIZE)
        self._worker.ask(request, lambda answer: self._answered(key, answer))

    def _refused(self, tex: str) -> str:
        return f"the formula is longer than {LONGEST:,} characters" if len(tex) > LONGEST else ""

    def _path(self, key: Key) -> Path:
        name = hashlib.blake2b(
            f"{VERSION}{key[1]}{key[0]}".encode(errors="replace"), digest_size=16
        )
        return self._folder / f"{name.hexdigest()}.svg"

    def _kept(self, key: Key) -> Formula | None:
        try:
            return Formula.parse(self._path(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _answered(self, key: Key, answer: Answer) -> None:
        why = answer.error or _unfit(answer.result)
        formula = None if why else Formula.parse(answer.result)
        self._known[key] = formula or why or "it has no extent"
        if formula:
            with contextlib.suppress(StudyError):  # a full disk only means typesetting it again
                write_derived(self._path(key), formula.svg.encode())
        self._asked.discard(key)
        self.ready.emit({key})

    def paint(
        self, painter: QPainter, base: QPointF, formula: Formula, scale: float, color: QColor
    ) -> None:
        """Draw a formula with the left end of its baseline at a point."""
        above = ceil(formula.ascent * scale)  # whole pixels, so that the baseline falls between two
        height = above + ceil(formula.descent * scale)
        rect = QRectF(base.x(), base.y() - above, formula.width * scale, height)

        def draw(target: QPainter, whole: QRectF) -> None:
            inner = QRectF(
                whole.left(), 0, whole.width(), (formula.ascent + formula.descent) * scale
            )
            inner.moveTop(whole.top() + above - formula.ascent * scale)
            source = formula.svg.replace("currentColor", color.name())
            QSvgRenderer(QByteArray(source.encode())).render(target, inner)

        self._rasters.draw(painter, rect, (formula.svg, color.rgba()), draw)


def _unfit(source: str) -> str:
    """Return why a typeset formula must not be drawn, or an empty string."""
    from studyapp.gui.reader import svg  # noqa: PLC0415 - only after typesetting

    if len(source) > LARGEST:
        return "it is too large"
    return svg.examine(source.encode()).refusal  # a color may name another file


def math_format(base: QTextCharFormat, tex: str, *, display: bool) -> QTextCharFormat:
    """Return the format of the character that stands for a formula among text of a format."""
    made = QTextCharFormat(base)
    made.setObjectType(MATH_TYPE)
    made.setProperty(TEX, tex)
    made.setProperty(DISPLAY, display)
    return made


class MathObject(QPyTextObject):
    """Draws the formulas of one document; made for it and kept by it."""

    def __init__(self, formulas: Formulas, document: QTextDocument) -> None:
        super().__init__(document)
        self._formulas = formulas
        self._document = document
        self._missing: dict[Key, set[int]] = {}
        document.documentLayout().registerHandler(MATH_TYPE, self)
        formulas.ready.connect(self._arrived)

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Return what a formula takes of its line.

        Inline it takes no more height than its text, so that the lines keep their distance, unless
        `make_room` has been called for it.
        """
        chars = form.toCharFormat()
        tex, display = _key(chars)
        formula = self._formulas.picture(tex, display=display)
        room = available_width(document, position)
        text_ascent = QFontMetricsF(chars.font()).ascent()
        if formula is None:
            self._missing.setdefault((tex, display), set()).add(position)
            return QSizeF(_source_width(chars, tex, room), text_ascent)
        scale = _scale(formula, chars, room)
        above, below = formula.ascent * scale, formula.descent * scale
        if display:
            return QSizeF(formula.width * scale, ceil(above) + ceil(below))
        if chars.verticalAlignment() == ROOMY:
            return QSizeF(formula.width * scale, 2 * max(above, below) + AIR)
        return QSizeF(formula.width * scale, min(above, text_ascent))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF,
        document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        chars = form.toCharFormat()
        tex, display = _key(chars)
        formula = self._formulas.picture(tex, display=display)
        if formula is None:
            _draw_source(painter, rect, chars, tex)
            return
        scale = _scale(formula, chars, available_width(document, position))
        base = rect.bottomLeft() - QPointF(0, ceil(formula.descent * scale) if display else 0)
        if chars.verticalAlignment() == ROOMY:
            base.setY(_baseline(document, position))
        self._formulas.paint(painter, base, formula, scale, chars.foreground().color())

    def make_room(self, position: int) -> None:
        """Let the lines of a block grow where an inline formula is too tall for their distance.

        Called for a formula once it has been placed; does nothing while it is being typeset.
        """
        cursor = select_object(self._document, position)
        chars = cursor.charFormat()
        tex, display = _key(chars)
        formula = None if display else self._formulas.picture(tex, display=False)
        lines = cursor.blockFormat()
        if formula is None or lines.lineHeightType() not in PITCHED:
            return
        scale = _scale(formula, chars, available_width(self._document, position))
        pitch = lines.lineHeight()
        if formula.ascent * scale > pitch * ABOVE or formula.descent * scale > pitch * BELOW:
            let_lines_grow(cursor)
            roomy = QTextCharFormat()
            roomy.setVerticalAlignment(ROOMY)
            cursor.mergeCharFormat(roomy)

    def _arrived(self, keys: AbstractSet[Key]) -> None:
        for key in keys:
            for position in self._missing.pop(key, ()):
                self._set_again(key, position)

    def _set_again(self, key: Key, position: int) -> None:
        """Lay out a formula's line anew, or say at its source why it is not typeset."""
        why = self._formulas.trouble(key[0], display=key[1])
        if why:
            told = QTextCharFormat()
            told.setToolTip(self.tr("This formula cannot be typeset: {0}").format(why))
            select_object(self._document, position).mergeCharFormat(told)
        self.make_room(position)
        self._document.markContentsDirty(position, 1)


def _key(chars: QTextCharFormat) -> Key:
    return chars.stringProperty(TEX), chars.boolProperty(DISPLAY)


def select_object(document: QTextDocument, position: int) -> QTextCursor:
    """Return a cursor that holds the character at a position."""
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _baseline(document: QTextDocument, position: int) -> float:
    """Return where the baseline of a line is, in the document."""
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    return document.documentLayout().blockBoundingRect(block).top() + line.y() + line.ascent()


def _scale(formula: Formula, chars: QTextCharFormat, room: float) -> float:
    factor = DISPLAYED if chars.boolProperty(DISPLAY) else INLINE
    return min(chars.font().pixelSize() * factor / FORMULA_SIZE, room / formula.width)


def _source_width(chars: QTextCharFormat, tex: str, room: float) -> float:
    return min(QFontMetricsF(_code_font(chars)).horizontalAdvance(tex[:LONGEST]), room)


def _draw_source(painter: QPainter, rect: QRectF, chars: QTextCharFormat, tex: str) -> None:
    font = _code_font(chars)
    width = rect.width() + 1
    shown = QFontMetricsF(font).elidedText(tex[:LONGEST], Qt.TextElideMode.ElideRight, width)
    painter.save()
    painter.setFont(font)
    painter.setPen(chars.foreground().color())
    painter.drawText(rect.bottomLeft(), shown)
    painter.restore()


def _code_font(chars: QTextCharFormat) -> QFont:
    return fonts.font(fonts.CODE, chars.font().pixelSize() * 0.86)


def let_lines_grow(cursor: QTextCursor) -> None:
    """Make the distance of a block's lines their least distance."""
    growing = QTextBlockFormat()
    growing.setLineHeight(cursor.blockFormat().lineHeight(), GROWING)
    cursor.mergeBlockFormat(growing)


def available_width(document: QTextDocument, position: int) -> float:
    """Return how wide an object may be where it stands, in pixels."""
    frame = document.rootFrame().frameFormat()
    block = document.findBlock(position).blockFormat()
    sides = frame.leftMargin() + frame.rightMargin() + block.leftMargin() + block.rightMargin()
    room = document.textWidth() - sides
    around = document.frameAt(position)  # a cursor would ask for the layout that asks for this
    if isinstance(around, QTextTable):
        room = room / around.columns() - CELL_PADDING
    return max(room, 40.0)
