"""A few blocks of a page as a document of their own, and the view that shows it.

Set by the typesetter and painted by the painter of the page, so that cards of links, notes and
enlarged tables look like the page. Whoever shows one says how wide and how large.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPalette

from studyapp.gui.reader.blocks import set_page
from studyapp.gui.reader.build import LinkColors
from studyapp.gui.reader.copying import copied_text
from studyapp.gui.reader.document import Typesetter
from studyapp.gui.reader.geometry import Geometry
from studyapp.gui.reader.links import Link, links_from, links_of
from studyapp.gui.reader.offline import OfflineBrowser
from studyapp.gui.reader.paint import Band, Painter
from studyapp.gui.reader.pictured import Drawings, Pictured
from studyapp.page import Heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from studyapp.gui.context import Context
    from studyapp.gui.reader.typography import Typography
    from studyapp.page import Block

GROUND = "card_page"
"""Role of the theme on which excerpts are set."""
TALLEST_HEADING = 4
"""Headings of a note are no larger than these of a page."""
SOFT_END = 44
"""Pixels over which what goes on below the view fades out."""


def as_note(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of a note with headings that fit its size."""
    return tuple(
        replace(block, level=max(block.level, TALLEST_HEADING))
        if isinstance(block, Heading)
        else block
        for block in blocks
    )


class Excerpt:
    """Some blocks of a section, set with a typography whose column is theirs."""

    def __init__(
        self,
        context: Context,
        drawings: Drawings,
        section_id: str,
        blocks: tuple[Block, ...],
        typography: Typography,
    ) -> None:
        pictured = Pictured(context, typography, section_id, drawings)
        setter = Typesetter(typography, pictured, LinkColors(context, section_id), _closed)
        frame = setter.document.rootFrame().frameFormat()
        frame.setTopMargin(0)
        frame.setBottomMargin(0)
        setter.document.rootFrame().setFrameFormat(frame)
        setter.cursor.beginEditBlock()
        for _ in set_page(setter, blocks):
            pass
        setter.cursor.endEditBlock()
        self.document = setter.document
        self.positions = setter.positions
        self.scenery = setter.scenery
        self.geometry = Geometry(self.document, typography.gutter)
        self.painter = Painter(typography, self.geometry, setter.scenery)

    def words(self, first: int, last: int) -> str:
        """Return a stretch of document positions as clean text."""
        return copied_text(self.document, self.positions, self.scenery, first, last)


def _closed(_fold: int, folded: bool) -> bool:
    return not folded


class ExcerptView(OfflineBrowser):
    """Shows an excerpt. Signal: `followed(href)`, a link in it was clicked; as the document has it.

    It never takes the keyboard by itself; whoever shows it hands keys on.
    """

    followed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._excerpt: Excerpt | None = None
        self._pressed = ""
        self.focused: Link | None = None
        """The link that the keyboard has reached."""
        self.hovered: Link | None = None
        """The link under the mouse, where it is to stand out."""
        self.fades = False
        """Whether what goes on below the view fades out, instead of being scrolled to."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags & ~Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self.anchorClicked.connect(lambda _url: self._pressed and self.followed.emit(self._pressed))

    def _apply_theme(self) -> None:
        theme, palette = self._context.theme, self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme[GROUND])
        palette.setColor(QPalette.ColorRole.Text, theme["ink"])
        palette.setColor(QPalette.ColorRole.Highlight, theme.over("selection", GROUND))
        palette.setBrush(QPalette.ColorRole.HighlightedText, Qt.BrushStyle.NoBrush)
        self.setPalette(palette)

    @property
    def excerpt(self) -> Excerpt | None:
        """What is shown."""
        return self._excerpt

    def show_excerpt(self, excerpt: Excerpt) -> None:
        """Show an excerpt from its beginning."""
        self._excerpt, self.focused, self.hovered = excerpt, None, None
        self._apply_theme()
        self.setLineWrapColumnOrWidth(round(excerpt.document.textWidth()))
        self.setDocument(excerpt.document)
        self.verticalScrollBar().setValue(0)

    def height_of_all(self) -> int:
        """Return how high all of it is, in pixels."""
        edge = 2 if self._excerpt and self._excerpt.scenery.tables else 0
        return round(self.document().size().height()) + edge

    def step(self, step: int, accepts: Callable[[Link], bool] | None = None) -> bool:
        """Go to the next link or the one before; tell whether there was one."""
        link = self.focused
        here = (link.last if step > 0 else link.first) if link else 0 if step > 0 else 1 << 30
        found = links_from(self.document(), self._held(here), step)
        self.focused = next(filter(accepts, found) if accepts else found, None)
        if self.focused and self._excerpt:
            top = self._excerpt.geometry.line_top(self.focused.first)
            bar = self.verticalScrollBar()
            if not bar.value() <= top <= bar.value() + self.viewport().height() - SOFT_END:
                bar.setValue(round(top) - SOFT_END)
        self.viewport().update()
        return self.focused is not None

    def _held(self, position: int) -> int:
        return min(position, self.document().characterCount() - 1)

    def link_at(self, point: QPoint) -> Link | None:
        """Return the link at a point of the viewport."""
        href = self.anchorAt(point) if self.viewport().rect().contains(point) else ""
        cursor = self.cursorForPosition(point)
        near = (link for link in links_of(cursor.block()) if link.href == href)
        return next((link for link in near if link.first <= cursor.position() <= link.last), None)

    def hover(self, link: Link | None) -> None:
        """Let the link under the mouse stand out."""
        if link != self.hovered:
            self.hovered = link
            self.viewport().update()

    def selected_words(self) -> str:
        """Return what is selected as clean text."""
        cursor = self.textCursor()
        if not (self._excerpt and cursor.hasSelection()):
            return ""
        return self._excerpt.words(cursor.selectionStart(), cursor.selectionEnd())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the link as the document has it: a QUrl would have rewritten it."""
        self._pressed = self.anchorAt(event.position().toPoint())
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scenery, let Qt draw the words, and let the end fade out."""
        if self._excerpt:
            self._paint_under(QRectF(event.rect()))
        super().paintEvent(event)
        left = self.height_of_all() - self.viewport().height() - self.verticalScrollBar().value()
        if self.fades and left > 1:
            self._paint_soft_end()

    def _paint_under(self, clip: QRectF) -> None:
        excerpt, theme = self._excerpt, self._context.theme
        if excerpt is None:
            return
        bands: list[Band] = []
        if self.hovered:
            first, last, _ = self.hovered
            bands.append(Band(first, last, theme["hover"], 4.0))
        if self.focused:
            first, last, _ = self.focused
            bands.append(Band(first, last, theme["hover"], 4.0, theme["focus"]))
        with QPainter(self.viewport()) as painter:
            painter.translate(-self.view_offset())
            excerpt.painter.under(painter, clip.translated(self.view_offset()), bands)

    def _paint_soft_end(self) -> None:
        area = QRectF(self.viewport().rect())
        area.setTop(area.bottom() - SOFT_END)
        ground = QColor(self._context.theme[GROUND])
        clear = QColor(ground)
        clear.setAlpha(0)
        fading = QLinearGradient(area.topLeft(), area.bottomLeft())
        fading.setColorAt(0, clear)
        fading.setColorAt(0.92, ground)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(area, fading)
