"""How words are set: families, sizes, pitches and colors by role, as Qt formats.

The builder asks for a format by role and style; each combination is made once.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from studyapp.gui import fonts
from studyapp.page import Style

if TYPE_CHECKING:
    from studyapp.gui.theme import Theme
    from studyapp.settings import Settings

ALPHABET = "abcdefghijklmnopqrstuvwxyz "
"""The mean width of these stands for the mean width of a character of running text."""


class Role(NamedTuple):
    """How a kind of block is set: sizes and spaces in units of the text size."""

    family: str
    scale: float
    color: str
    weight: QFont.Weight = QFont.Weight.Normal
    pitch: float | None = None
    """Line pitch in units of its own size; None for the reader's line height."""
    before: float = 0.0
    after: float = 0.8
    tracking: float = 100.0
    """Letter spacing in percent."""


SERIF, SANS, MONO = "text", "ui", "code"
BOLD, SEMIBOLD, MEDIUM = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Medium

ROLES: dict[str, Role] = {
    "body": Role(SERIF, 1.0, "ink"),
    "h1": Role(SANS, 1.95, "heading", BOLD, 1.2, 1.2, 0.75, 98.2),
    "h2": Role(SANS, 1.42, "heading", BOLD, 1.25, 1.75, 0.5, 98.2),
    "h3": Role(SANS, 1.16, "heading", BOLD, 1.3, 1.35, 0.35, 99.0),
    "h4": Role(SANS, 1.0, "heading", SEMIBOLD, 1.35, 1.2, 0.3),
    "h5": Role(SANS, 0.9, "heading", SEMIBOLD, 1.4, 1.1, 0.3),
    "h6": Role(SANS, 0.86, "muted", SEMIBOLD, 1.4, 1.1, 0.3),
    "term": Role(SERIF, 1.0, "ink", BOLD, None, 0.0, 0.15),
    "code": Role(MONO, 0.83, "code_ink", pitch=1.45, after=0.0),
    "cell": Role(SERIF, 0.9, "ink", pitch=1.4, after=0.0),
    "cell_head": Role(SANS, 0.76, "table_header_ink", SEMIBOLD, 1.5, after=0.0),
    "cell_small": Role(SERIF, 0.78, "ink", pitch=1.35, after=0.0),
    "cell_head_small": Role(SANS, 0.66, "table_header_ink", SEMIBOLD, 1.5, after=0.0),
    "caption": Role(SANS, 0.78, "muted", pitch=1.45, after=0.8),
    "note": Role(SERIF, 0.86, "ink", pitch=1.45, after=0.4),
    "label": Role(SANS, 0.86, "ink", SEMIBOLD, 1.4, after=0.35),
    "meta": Role(SANS, 0.8, "muted", pitch=1.5, after=0.3),
    "nav": Role(SANS, 0.86, "ink", MEDIUM, 1.4, after=0.0),
}

SMALLER = {Style.CODE: 0.86, Style.KBD: 0.8, Style.SMALL: 0.85}
UNDERLINE_ALPHA = 90


class Measures(Struct, frozen=True):
    """What the reader chose, in pixels and characters."""

    text_size: float = 18.0
    column: int = 68
    """Characters a line."""
    line_height: float = 1.55
    family: str = fonts.TEXT

    @classmethod
    def chosen(cls, settings: Settings) -> Measures:
        """Return what the settings say."""
        return cls(
            settings.text_size,
            settings.column_width,
            settings.line_height,
            settings.reader_font,
        )


class Typography:
    """Formats for one theme and one set of measures."""

    def __init__(self, theme: Theme, measures: Measures) -> None:
        self.theme = theme
        self.measures = measures
        self._leads: dict[str, float] = {}
        self._advances: dict[tuple[str, str], float] = {}
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        body = QFontMetricsF(self.font("body"))
        self.column_width = round(
            measures.column * body.horizontalAdvance(ALPHABET) / len(ALPHABET)
        )
        self.gutter = round(measures.text_size * 2.4)

    def px(self, units: float) -> float:
        """Return a length given in units of the text size, in pixels."""
        return units * self.measures.text_size

    def size(self, role: str) -> float:
        """Return the font size of a role in pixels."""
        return self.px(ROLES[role].scale)

    def pitch(self, role: str) -> float:
        """Return the distance of lines of a role in pixels."""
        return round(self.size(role) * (ROLES[role].pitch or self.measures.line_height), 1)

    def lead(self, role: str) -> float:
        """Return by how much the pitch of a role exceeds the height of its words, in pixels."""
        if role not in self._leads:
            height = QFontMetricsF(self.font(role)).height()
            self._leads[role] = max(0.0, self.pitch(role) - ceil(height))
        return self._leads[role]

    def advance(self, role: str, words: str) -> float:
        """Return how wide words of a role are, in pixels."""
        key = (role, words)
        if key not in self._advances:
            self._advances[key] = QFontMetricsF(self.font(role)).horizontalAdvance(words)
        return self._advances[key]

    def family(self, kind: str) -> str:
        """Return the family that stands for serif, sans or mono text."""
        return {SERIF: self.measures.family, SANS: fonts.UI, MONO: fonts.CODE}[kind]

    def font(self, role: str, style: int = 0) -> QFont:
        """Return the font of a role in a style."""
        row = ROLES[role]
        kind = (
            MONO
            if style & Style.CODE
            else SANS
            if style & (Style.KBD | Style.QUIET)
            else row.family
        )
        font = QFont(self.family(kind))
        scale = min((SMALLER[s] for s in SMALLER if style & s), default=1.0)
        if kind == row.family and style & Style.CODE:
            scale = 1.0
        font.setPixelSize(max(round(self.size(role) * scale), 6))
        font.setWeight(BOLD if style & (Style.BOLD | Style.CLOZE) else row.weight)
        font.setItalic(bool(style & Style.ITALIC))
        font.setStrikeOut(bool(style & Style.STRIKE))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        if row.tracking != 100.0:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, row.tracking)
        if kind == MONO:
            font.setFeature(
                QFont.Tag("calt"), 0
            )  # "->" in code is two characters, and shown as two
        return font

    def chars(self, role: str, style: int = 0, color: str = "") -> QTextCharFormat:
        """Return the character format of a role in a style; do not change it, copy it."""
        key = (role, style, color)
        if key not in self._formats:
            self._formats[key] = self._make(role, style, color)
        return self._formats[key]

    def _make(self, role: str, style: int, color: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self.font(role, style))
        made.setForeground(self.theme[color or self._color(role, style)])
        if style & Style.SUB:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        if style & Style.SUP:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if style & Style.UNDERLINE:
            made.setFontUnderline(True)
        if style & Style.ABBR:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(self.theme["muted"])
        return made

    def _color(self, role: str, style: int) -> str:
        if style & Style.QUIET:
            return "muted"
        if style & Style.CLOZE:
            return "accent"
        if style & Style.CODE and role != "code":
            return "inline_code_ink"
        return ROLES[role].color

    def linked(
        self, base: QTextCharFormat, href: str, hint: str, color: str = "link"
    ) -> QTextCharFormat:
        """Return a format that leads to `href`, in the color and with the thin line of a link."""
        made = QTextCharFormat(base)
        made.setAnchor(True)
        made.setAnchorHref(href)
        if hint:
            made.setToolTip(hint)
        made.setForeground(self.theme[color])
        line = QColor(self.theme[color])
        line.setAlpha(UNDERLINE_ALPHA)
        made.setFontUnderline(True)
        made.setUnderlineColor(line)
        return made

    def block(self, role: str, top: float, left: float, right: float) -> QTextBlockFormat:
        """Return a block format: line pitch of the role, margins in pixels."""
        made = QTextBlockFormat()
        made.setTopMargin(round(top))
        made.setLeftMargin(round(left))
        made.setRightMargin(round(right))
        made.setLineHeight(self.pitch(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made
