"""The typesetter on paper: nothing folds, links lead to printed places, pictures are sharp.

`galley.py` sets with these in place of the reader's own.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec.structs import replace as replace_fields
from PySide6.QtGui import QFont, QPainter

from studyapp.gui.printing.finishing import PLACE
from studyapp.gui.printing.sheet import SET_AT
from studyapp.gui.printing.strokes import without_stray_strokes
from studyapp.gui.reader import svgcolors
from studyapp.gui.reader.document import APP_LINK, Setting, Typesetter
from studyapp.gui.reader.formulas import Formula, Formulas
from studyapp.gui.reader.imagefiles import decoded
from studyapp.gui.reader.images import PictureObject, Pictures
from studyapp.gui.reader.pictured import Drawings, Pictured
from studyapp.gui.reader.picturelooks import dressing, render_svg
from studyapp.gui.reader.raster import drawn, pixel_size
from studyapp.gui.reader.typography import Measures, Typography

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtCore import QPointF, QRectF, QSizeF
    from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextDocument, QTextFormat

    from studyapp.gui.context import Context
    from studyapp.gui.reader.imagefiles import Picture
    from studyapp.gui.theme import Theme
    from studyapp.page import Run, Runs

FOLD = f"{APP_LINK}fold:"
LINE_HEIGHT = 1.48
"""On paper lines may stand closer than on a screen."""
TALLEST = 0.8
"""Height of a picture, in heights of the text: between its heading and its caption."""
DOTS_AN_INCH = 300
LIGATURES = ("liga", "clig", "dlig", "calt")
"""Off: a PDF of Qt's does not know which letters a joined glyph stands for, and words with one
could neither be found nor copied."""


class PaperTypography(Typography):
    """Formats for a column of paper; lengths are those of text of `SET_AT` pixels."""

    def __init__(self, theme: Theme, family: str, column: int, text_size: float = SET_AT) -> None:
        super().__init__(theme, Measures(text_size, line_height=LINE_HEIGHT, family=family))
        self.column_width = column
        self.gutter = 0

    def font(self, role: str, style: int = 0) -> QFont:
        """Return the font of a role in a style, every letter a glyph of its own."""
        font = super().font(role, style)
        for feature in LIGATURES:
            font.setFeature(QFont.Tag(feature), 0)
        return font


def place_of(section: str, inner: str = "") -> str:
    """Return the address of a printed section, or of a heading or note (`note:id`) in it."""
    return f"{PLACE}{quote(section, safe='')}" + (f"#{quote(inner, safe=':')}" if inner else "")


class PaperSetter(Typesetter):
    """Sets blocks for paper, remembering the role of each."""

    def __init__(
        self,
        typography: PaperTypography,
        pictured: Pictured,
        address: Callable[[str], str],
        closed: Collection[int] = (),
    ) -> None:
        """Take what says where a link leads, and the numbers of the folds that stay closed."""
        super().__init__(
            typography, pictured, lambda _link: "link", lambda fold, _folded: fold not in closed
        )
        self.roles: dict[int, str] = {}
        self.tied: set[int] = set()
        """Blocks that stand over what follows them."""
        self._address = address
        frame = self.document.rootFrame().frameFormat()
        frame.setTopMargin(0)
        frame.setBottomMargin(0)
        self.document.rootFrame().setFrameFormat(frame)

    def start_block(
        self, setting: Setting, role: str = "", before: float | None = None
    ) -> QTextBlockFormat:
        """Begin a block and note its role."""
        made = super().start_block(setting, role, before)
        self.roles[self.cursor.blockNumber()] = role or setting.role
        return made

    def text_block(
        self, runs: Runs, setting: Setting, role: str = "", before: float | None = None
    ) -> None:
        """Set a block of runs, unless it is the handle of a fold."""
        if role == "meta" and runs and runs[0].link.startswith(FOLD):
            return
        super().text_block(runs, setting, role, before)

    def tie(self) -> None:
        """Keep the block set last with what follows it."""
        self.tied.add(self.cursor.blockNumber())

    def run(self, run: Run, role: str) -> None:
        """Insert a run; what only a screen can do is left out."""
        if run.link.startswith(FOLD):
            run = replace_fields(run, link="")
        if not run.link.startswith(APP_LINK):
            super().run(run, role)

    def _linked(self, run: Run, role: str, style: int) -> QTextCharFormat:
        chars = super()._linked(run, role, style)
        if not chars.isAnchor():
            return chars
        address = self._address(chars.anchorHref())
        if not address:
            return self.typography.chars(role, style)
        chars.setAnchorHref(address)
        return chars


class Addresses:
    """Says where the links of a section lead from paper: to printed places and to the web."""

    def __init__(self, context: Context, section: str, printed: Collection[str]) -> None:
        self._workspace = context.workspace
        self._section = section
        self._printed = printed
        self.web: dict[str, None] = {}
        """Addresses met so far, in this order."""

    def __call__(self, href: str) -> str:
        """Return the address for a PDF of a link as the typesetter wrote it; empty for none."""
        if href.startswith("note:"):
            return place_of(self._section, href)
        if href.startswith(PLACE):
            return href
        target = self._workspace.resolve(self._section, href.removeprefix("link:"))
        location = target.location
        if location and location.section in self._printed:
            return place_of(location.section, location.heading)
        if target.url:
            self.web.setdefault(target.url)
        return target.url


class PaperFormulas(Formulas):
    """Draws formulas as shapes without an outline."""

    def paint(
        self, painter: QPainter, base: QPointF, formula: Formula, scale: float, color: QColor
    ) -> None:
        """Draw a formula with the left end of its baseline at a point."""
        source = without_stray_strokes(formula.svg.encode()).decode()
        super().paint(painter, base, replace(formula, svg=source), scale, color)


class PaperDrawings(Drawings):
    """Formulas and pictures for paper, made for the first section that has any."""

    @cached_property
    def formulas(self) -> Formulas:
        """Every formula asked for."""
        return PaperFormulas(self._context.home.cache)

    @cached_property
    def pictures(self) -> Pictures:
        """Every picture looked at; decoded as it is drawn."""
        return PaperPictures()


class PaperPictures(Pictures):
    """Draws photographs as fine as paper shows them; an SVG stays a drawing."""

    def paint(self, painter: QPainter, rect: QRectF, picture: Picture, theme: Theme) -> None:
        """Draw a picture that has no trouble."""
        if picture.kind == "svg":
            source = without_stray_strokes(svgcolors.colored(picture.data, theme))
            render_svg(painter, rect, source)
            return
        # A pixel of the typesetter is about 1/120 inch on paper
        ratio = min(DOTS_AN_INCH / 120, max(picture.width / rect.width(), 1.0))
        image = decoded(picture, pixel_size(rect, ratio))
        if isinstance(image, str):
            return
        painter.save()
        # Drawings would be smeared by the compression that suits photographs
        is_photograph = picture.kind in {"jpeg", "webp"}
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, not is_photograph)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, drawn(rect, ratio, dressing(image, theme)))
        painter.restore()


class PaperPictured(Pictured):
    """Formulas and pictures of one section, none taller than a page."""

    def __init__(
        self,
        context: Context,
        typography: PaperTypography,
        section: str,
        drawings: Drawings,
        room: float,
    ) -> None:
        super().__init__(context, typography, section, drawings)
        self._tallest = room * TALLEST

    @cached_property
    def _images(self) -> PictureObject:
        made = PaperPictureObject(self._drawings.pictures, self._typography.theme, self._document)
        made.tallest = self._tallest
        return made


class PaperPictureObject(PictureObject):
    """Draws the pictures of one galley."""

    tallest = 0.0

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Return the size of a picture, scaled to fit a page."""
        size = super().intrinsicSize(document, position, form)
        return size * min(1.0, self.tallest / max(size.height(), 1.0))
