"""Builds the document of a page and keeps the last few; the view asks for one and shows it."""

from __future__ import annotations

from collections import OrderedDict
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument

from studyapp.gui.reader.blocks import set_page
from studyapp.gui.reader.document import Typesetter
from studyapp.gui.reader.folds import Fold, around, folds_of
from studyapp.gui.reader.furniture import leading_headings, set_card, set_sources, set_way_on
from studyapp.gui.reader.geometry import Geometry
from studyapp.gui.reader.paint import Painter
from studyapp.gui.reader.pictured import Drawings, Pictured
from studyapp.gui.reader.tables import fit_again
from studyapp.gui.reader.typography import Measures, Typography

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.gui.context import Context
    from studyapp.gui.reader.coloring import Coloring
    from studyapp.model import Section
    from studyapp.page import Page

KEPT = 12
"""Documents kept built: 1.6 MB each for 30 KB of Markdown."""


class Built:
    """A page as a document, with all that is needed to paint it and find places in it."""

    def __init__(self, builder: Builder, section: Section, page: Page) -> None:
        self.section = section
        self.page = page
        self.folds = folds_of(page)
        self.toggled = frozenset(builder.toggled.get(section.id, ()))
        self.finished = False
        self.colored = False
        typography = builder.typography
        pictured = Pictured(builder.context, typography, section.id, builder.drawings)
        colors, column = builder.link_colors(section.id), builder.column
        self._setter = Typesetter(typography, pictured, colors, self._opened, column)
        self.document = self._setter.document
        self.positions = self._setter.positions
        self.scenery = self._setter.scenery
        self.geometry = Geometry(self.document, typography.gutter)
        self.painter = Painter(typography, self.geometry, self.scenery)
        self._steps = self._all_steps(builder)
        self._width, self._fitted = 0.0, 0

    def _opened(self, fold: int, folded: bool) -> bool:
        return folded == (fold in self.toggled)

    def hidden_by(self, offset: int) -> list[int]:
        """Return the numbers of the folds that hide a canonical offset."""
        return [fold.number for fold in around(self.closed(), offset)]

    def closed(self) -> tuple[Fold, ...]:
        """Return the folds that are closed now, with the words they hide."""
        return tuple(f for f in self.folds if not self._opened(f.number, f.folded))

    def _all_steps(self, builder: Builder) -> Iterator[None]:
        head = leading_headings(self.page)
        yield from set_page(self._setter, self.page.blocks[:head])
        set_card(self._setter, self.page.meta)
        yield from set_page(self._setter, self.page.blocks[head:])
        set_sources(self._setter, self.page.meta.sources)
        set_way_on(self._setter, *builder.neighbors)

    def build(self, milliseconds: float) -> bool:
        """Go on building for about so long; return whether the document is finished."""
        until = perf_counter() + milliseconds / 1000
        cursor = self._setter.cursor
        cursor.beginEditBlock()
        while not self.finished and perf_counter() < until:
            self.finished = next(self._steps, self) is self
        if self._width:
            self.fit(self._width)
        cursor.endEditBlock()
        return self.finished

    def fit(self, width: float) -> None:
        """Divide the columns of tables for a document that is so wide, and of those to come."""
        done = self._fitted if width == self._width else 0
        self._setter.column = width - 2 * self.geometry.gutter
        scenery, cursor = self.scenery, self._setter.cursor
        self._width, self._fitted = width, len(scenery.tables)
        cursor.beginEditBlock()  # one change for Qt, which else lays out what is between anew
        for number in range(done, len(scenery.tables)):
            fit_again(scenery.tables[number], scenery.dressed[number], self._setter.column)
        cursor.endEditBlock()

    def suits(self, column: float) -> bool:
        """Tell whether its tables would be dressed the same in a column that is so wide."""
        return all(
            one.fitting.dress(column - one.indent) == one.dress for one in self.scenery.dressed
        )


class Builder:
    """Makes documents with one typography and keeps the latest."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.typography = Typography(context.theme, Measures())
        self.column = float(self.typography.column_width)
        """Width of the column of text that later pages are set for, in pixels."""
        self.neighbors: tuple[Section | None, Section | None] = (None, None)
        self.toggled: dict[str, set[int]] = {}
        self.drawings = Drawings(context)
        self._coloring: Coloring | None = None
        self._kept: OrderedDict[tuple[object, ...], Built] = OrderedDict()
        self._empty = QTextDocument()

    @property
    def busy(self) -> bool:
        """Whether formulas or pictures are still to come."""
        return self.drawings.busy or bool(self._coloring and self._coloring.busy)

    def measure(self, measures: Measures) -> None:
        """Set later pages by these measures and the context's theme of now."""
        self.typography = Typography(self.context.theme, measures)
        self.column = float(self.typography.column_width)
        self._kept.clear()

    def fit_column(self, room: float) -> float:
        """Set later pages into so many pixels, the gutters included; return what is left."""
        gutters = 2 * self.typography.gutter
        self.column = min(float(self.typography.column_width), room - gutters)
        return self.column

    def built(self, section: Section, page: Page) -> Built:
        """Return the document of a page, kept or begun; the view builds it on."""
        key = (section.id, id(page), self.neighbors)
        known = self._kept.pop(key, None)
        if known is None or known.page is not page or not known.suits(self.column):
            known = Built(self, section, page)
        self._kept[key] = known
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return known

    def forget(self) -> None:
        """Keep no document any more."""
        self._kept.clear()

    def toggle(self, built: Built, fold: int) -> None:
        """Open or close a fold of a section; its document will be built anew."""
        self.toggled.setdefault(built.section.id, set()).symmetric_difference_update({fold})
        for key in [key for key, kept in self._kept.items() if kept is built]:
            del self._kept[key]

    def color(self, built: Built) -> None:
        """Color the code of a finished document, after it has been shown."""
        if built.finished and not built.colored:
            built.colored = True
            if built.scenery.code:
                self._color(built)

    def _color(self, built: Built) -> None:
        from studyapp.gui.reader.coloring import Coloring  # noqa: PLC0415 - not at start

        self._coloring = self._coloring or Coloring()
        self._coloring.color(built.document, built.scenery.code, self.typography.theme)

    def empty(self) -> QTextDocument:
        """Return a document without words."""
        return self._empty

    def link_colors(self, section_id: str) -> LinkColors:
        """Return what colors the links of a section."""
        return LinkColors(self.context, section_id)


class LinkColors:
    """Colors a link by whether it leads anywhere."""

    def __init__(self, context: Context, section_id: str) -> None:
        self._context = context
        self._section_id = section_id

    def __call__(self, link: str) -> str:
        """Return the role of the theme in which a link is set."""
        kind = self._context.workspace.resolve(self._section_id, link).kind
        return "danger" if kind in {"missing", "refused"} else "link"
