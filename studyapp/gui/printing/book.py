"""The printed pages: sections behind each other, with their numbers, headers and places.

`composing.py` fills a `Book`; the preview, the PDF and the printer ask it to paint its pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from studyapp.gui.language import translate
from studyapp.gui.printing.finishing import Bookmark, Spot
from studyapp.gui.printing.front import paint_leaders
from studyapp.gui.printing.typesetting import place_of

if TYPE_CHECKING:
    from studyapp.gui.printing.beside import Place
    from studyapp.gui.printing.galley import Galley
    from studyapp.gui.printing.sheet import Sheet
    from studyapp.gui.printing.typesetting import PaperTypography
    from studyapp.model import Course

RUNNING = 0.86
"""Size of header and footer, in the size of their role."""


class Aside(NamedTuple):
    """A note in the margin."""

    number: int
    galley: Galley
    place: Place


@dataclass(slots=True)
class Part:
    """What begins on a page of its own."""

    galley: Galley
    title: str = ""
    """Named in the header; without one there is neither header nor footer."""
    section: str = ""
    level: int = 0
    headings: tuple[tuple[int, str, str], ...] = ()
    """Level, id and title of each heading below the first."""
    asides: tuple[Aside, ...] = ()
    kind: str = "section"
    """section, title or contents."""

    @property
    def pages(self) -> int:
        """How many pages it takes; notes in the margin may need more than the text."""
        return max([len(self.galley.leaves), *(aside.place.page + 1 for aside in self.asides)])


@dataclass(slots=True)
class Book:
    """Parts on sheets of paper."""

    course: Course
    sheet: Sheet
    typography: PaperTypography
    title: str
    parts: list[Part] = field(default_factory=list[Part])
    complete: bool = False
    """Whether no more parts are to come, so that the number of pages is known."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return sum(part.pages for part in self.parts)

    def spots(self) -> dict[str, Spot]:
        """Return where each section, heading and note is: the goals of links."""
        found: dict[str, Spot] = {}
        start = 0
        for part in self.parts:
            if part.section:
                scenery = part.galley.setter.scenery
                found[place_of(part.section)] = Spot(start, 0.0)
                notes = {f"note:{name}": at for name, at in scenery.notes.items()}
                for name, position in {**scenery.headings, **notes}.items():
                    page, top = part.galley.place_of(position)
                    found[place_of(part.section, name)] = Spot(start + page, self.sheet.top + top)
            start += part.pages
        return found

    def outline(self) -> list[Bookmark]:
        """Return the outline: chapters, sections, and the headings in them."""
        found: list[Bookmark] = []
        start = 0
        for part in self.parts:
            if part.kind == "contents":
                found.append(Bookmark(0, part.title, Spot(start, 0.0)))
            if part.section:
                found.append(Bookmark(part.level, part.title, Spot(start, 0.0)))
                found += self._headings(part, start)
            start += part.pages
        return found

    def _headings(self, part: Part, start: int) -> list[Bookmark]:
        places = part.galley.setter.scenery.headings
        found: list[Bookmark] = []
        for level, name, title in part.headings:
            if name in places:
                page, top = part.galley.place_of(places[name])
                spot = Spot(start + page, self.sheet.top + top)
                found.append(Bookmark(part.level + level, title, spot))
        return found

    # Painting

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, its upper left corner at the painter's origin, in pixels."""
        part, own = self._part_at(page)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if part.title:
            self._header(painter, part)
        self._text(painter, part, own)
        if part.title:
            self._footer(painter, page)
        painter.restore()

    def _text(self, painter: QPainter, part: Part, own: int) -> None:
        painter.save()
        painter.translate(self.sheet.left, self.sheet.top)
        if part.kind == "title":
            painter.translate(0, self.sheet.room * 0.24)
        if own < len(part.galley.leaves):
            part.galley.paint(painter, own)
        if part.kind == "contents":
            paint_leaders(painter, part.galley, own)
        for aside in part.asides:
            if aside.place.page == own:
                self._aside(painter, aside)
        painter.restore()

    def _part_at(self, page: int) -> tuple[Part, int]:
        for part in self.parts:
            if page < part.pages:
                return part, page
            page -= part.pages
        raise IndexError(page)

    def _aside(self, painter: QPainter, aside: Aside) -> None:
        left = self.sheet.column + self.sheet.channel
        painter.translate(left, aside.place.top)
        aside.galley.paint(painter, 0)
        painter.translate(-left, -aside.place.top)

    def _header(self, painter: QPainter, part: Part) -> None:
        """Draw what the page belongs to: course and section, on a line."""
        metrics = self._set_font(painter)
        area = self._across(self.sheet.top * 0.62 - metrics.height(), metrics.height())
        share = area.width() * 0.47
        elide = Qt.TextElideMode.ElideRight
        course = metrics.elidedText(self.course.title, elide, share)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, course)
        if part.title != self.course.title:
            title = metrics.elidedText(part.title, elide, share)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight, title)
        painter.setPen(QPen(self.typography.theme["table_rule"], 0.8))
        y = area.bottom() + area.height() * 0.4
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _footer(self, painter: QPainter, page: int) -> None:
        """Draw which page this is, and of how many."""
        metrics = self._set_font(painter)
        area = self._across(self.sheet.height - self.sheet.top * 0.62, metrics.height())
        total = str(self.pages) if self.complete else "…"
        told = translate("Printing", "{0} of {1}").format(page + 1, total)
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, told)

    def _set_font(self, painter: QPainter) -> QFontMetricsF:
        font = self.typography.font("meta")
        font.setPixelSize(round(font.pixelSize() * RUNNING))
        painter.setFont(font)
        painter.setPen(self.typography.theme["muted"])
        return QFontMetricsF(font)

    def _across(self, top: float, height: float) -> QRectF:
        """Return a line across the text and the notes beside it."""
        sheet = self.sheet
        beside = sheet.channel + sheet.beside if sheet.beside else 0.0
        return QRectF(sheet.left, top, sheet.column + beside, height)
