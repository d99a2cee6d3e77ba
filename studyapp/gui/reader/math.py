"""Formulas in a page: standing on the baseline, or on a line of their own.

The builder makes a `MathObject` for each document; `math_format` makes the format of the one
character that stands for a formula. Until a formula is typeset, and where it cannot be, its TeX is
drawn in the code face; when it comes, its line is laid out anew.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPyTextObject, QTextCharFormat, QTextFormat

from studyapp.gui import fonts
from studyapp.gui.language import translate
from studyapp.gui.reader.formulas import FORMULA_SIZE, LONGEST, Formula, Formulas, Key
from studyapp.gui.reader.objects import (
    ABOVE,
    BELOW,
    PITCHED,
    available_width,
    baseline,
    let_lines_grow,
    select_object,
)
from studyapp.gui.reader.unlaid import lay_out_rest

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QPainter, QTextDocument

MATH_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
TEX = QTextFormat.Property.UserProperty.value + 100
DISPLAY = TEX + 1

MOST_IN_SECTION = 300
"""The builder sets further formulas of a section as their source."""
INLINE, DISPLAYED = 1.10, 1.16
"""Sizes relative to the text around: math faces look smaller than text faces."""
AIR = 3.0
ROOMY = QTextCharFormat.VerticalAlignment.AlignMiddle
"""Marks an inline formula whose line grows with it."""


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
            base.setY(baseline(document, position))
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
            told.setToolTip(
                self.tr("This formula cannot be typeset: {0}").format(translate("Formula", why))
            )
            select_object(self._document, position).mergeCharFormat(told)
        self.make_room(position)
        self._document.markContentsDirty(position, 1)
        lay_out_rest(self._document)


def _key(chars: QTextCharFormat) -> Key:
    return chars.stringProperty(TEX), chars.boolProperty(DISPLAY)


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
