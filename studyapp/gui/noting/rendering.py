"""A note's Markdown as a small document, set like the pages of the course but in a card.

Cards and the preview of the editor ask. A note goes the way of every page, through the guarded
compiler and the typesetter; while it is being compiled its words are shown as they are.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal

from studyapp.gui import fonts
from studyapp.gui.reader.excerpt import Excerpt, as_note
from studyapp.gui.reader.pictured import Drawings
from studyapp.gui.reader.typography import Measures, Typography
from studyapp.page import Paragraph, Run

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from studyapp.gui.context import Context
    from studyapp.page import Block, Page

TEXT_SIZE = 13.5
KEPT = 300
"""Documents of notes that are kept: a screen has about ten."""
LONGEST = 20_000
"""Characters of a note that are set as a document; beyond them it is read in its editor."""


class NoteDocument(Excerpt):
    """One note, laid out for a width."""

    def __init__(
        self, context: Context, section: str, blocks: tuple[Block, ...], width: int
    ) -> None:
        typography = Typography(
            context.theme, Measures(TEXT_SIZE, column=40, line_height=1.4, family=fonts.UI)
        )
        typography.gutter = 0
        typography.column_width = width
        super().__init__(context, Drawings(context), section, blocks, typography)

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return self.document.size().height()

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF) -> None:
        """Draw what of it is in `clip`, which like `origin` is in the painter's coordinates."""
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        painter.translate(origin)
        inner = clip.translated(-origin)
        self.painter.under(painter, inner, [])
        self.document.drawContents(painter, inner)
        painter.restore()

    def link_at(self, place: QPointF) -> str:
        """Return the link under a point of the document; empty for none."""
        href = self.document.documentLayout().anchorAt(place)
        return href.removeprefix("link:")


class NoteDocuments(QObject):
    """Documents of notes, made when asked for. Signal: `compiled()` when better ones can be had."""

    compiled = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: OrderedDict[tuple[Any, ...], NoteDocument] = OrderedDict()
        self._asked: set[str] = set()
        context.bridge.theme_changed.connect(self._kept.clear)

    def document(self, note: str, section: str, width: int) -> NoteDocument:
        """Return a note as a document; its words alone until it is compiled."""
        page = self._page(note)
        key = (note, section, width, page is not None)
        known = self._kept.pop(key, None)
        if known is None:
            blocks = as_note(page.blocks) if page else _words(note)
            known = NoteDocument(self._context, section, blocks, width)
        self._kept[key] = known
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return known

    def _page(self, note: str) -> Page | None:
        compiler = self._context.workspace.compiler
        data = note[:LONGEST].encode("utf-8", "replace")
        page = compiler.cached(data)
        if page is None and note not in self._asked:
            self._asked.add(note)
            self._context.jobs.run(
                lambda _tick: compiler.page(data),
                done=lambda _page: self._on_compiled(note),
                failed=lambda _error: None,
            )
        return page

    def _on_compiled(self, note: str) -> None:
        self._asked.discard(note)
        self.compiled.emit()


def _words(note: str) -> tuple[Block, ...]:
    lines = (" ".join(line.split()) for line in note[:LONGEST].splitlines())
    return tuple(Paragraph((Run("", 0, shown=line),)) for line in lines if line)
