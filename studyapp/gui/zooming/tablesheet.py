"""A table that is zoomed and scrolled, its header and first column always in sight.

`overlay.py` shows it and hands on the keys, as it does with the canvas of pictures; `markdown` is
what it copies for other apps that take Markdown.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextLength

from studyapp.gui.reader.columns import ORDINARY, Needs, widths
from studyapp.gui.reader.excerpt import GROUND, Excerpt, ExcerptView
from studyapp.gui.reader.typography import Measures, Typography
from studyapp.page import Style, Table

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QTextTable
    from PySide6.QtWidgets import QScrollBar, QWidget

    from studyapp.gui.reader.geometry import TableGrid
    from studyapp.gui.reader.view import Reader
    from studyapp.page import Cell, Run

RTL = Qt.LayoutDirection.RightToLeft
GUTTER = 20
WIDEST_COLUMN = 26.0
"""A column is no wider than this, in units of the text size; longer words wrap."""
STEP = 1.12
"""Factor of one step of a key."""
SMALLEST, LARGEST = 0.5, 2.5
"""Text of the table, in units of the page's."""
LEAST_FITTED, MOST_FITTED = 0.75, 1.4


class TableSheet(ExcerptView):
    """Shows one table. Signal: `scaled(scale)`, its text in units of the page's."""

    scaled = Signal(float)

    def __init__(self, reader: Reader, section_id: str, ground: QWidget) -> None:
        """Stand over `ground`, in its middle, and take no more room than that has."""
        super().__init__(reader.context)
        self.setParent(ground.parentWidget())
        self._ground = ground
        self._reader = reader
        self._section_id = section_id
        self._table: Table | None = None
        self._room = 0.0
        """Pixels in which all columns stand at scale 1 if no word breaks for it."""
        self.scale = 1.0

    def show_table(self, table: Table) -> None:
        """Show a table as it fits; the one shown last stays where it was."""
        if table is not self._table:
            self._table = table
            for bar in self._bars():
                bar.setValue(0)
        self.fit()

    def redraw(self, table: Table) -> None:
        """Show the same in other colors, where and as large as it is."""
        self._table = table
        self._set(table, self.scale)
        self.stand()

    # Scale and place

    def fit(self) -> None:
        """Show all of it, or the whole width, its words about as large as the page's."""
        table = self._table
        if table is None:
            return
        self._room = self._ground.width() - self.verticalScrollBar().sizeHint().width()
        self._set(table, 1.0)
        room, natural = self._ground.size(), self._natural_size()
        across, down = room.width() / natural.width(), room.height() / natural.height()
        wanted = (0.98 * part for part in (min(across, down), min(across, 1.0)))
        self.zoom_to(next((min(p, MOST_FITTED) for p in wanted if p >= LEAST_FITTED), 1.0))

    def zoom(self, steps: float) -> None:
        """Zoom by steps."""
        self.zoom_to(self.scale * STEP**steps)

    def zoom_to(self, scale: float) -> None:
        """Take a scale."""
        if self._table is None:
            return
        if scale != self.scale:
            self._set(self._table, scale)
        self.stand()
        self.scaled.emit(self.scale)

    def pan(self, across: float, down: float) -> None:
        """Move the view over the table by parts of its size."""
        for bar, part in zip(self._bars(), (across, down), strict=True):
            bar.setValue(round(bar.value() + part * bar.pageStep()))

    def stand(self) -> None:
        """Stand in the middle of the ground, no larger than all of it."""
        if self.excerpt is None:
            return
        room = self._ground.geometry()
        bar, wanted = self.verticalScrollBar().sizeHint().width(), self._natural_size()
        is_high = wanted.height() > room.height()
        is_wide = wanted.width() + bar * is_high > room.width()
        policies = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policies[is_high])
        self.setHorizontalScrollBarPolicy(policies[is_wide])
        size = (wanted + QSize(bar * is_high, bar * is_wide)).boundedTo(room.size())
        left = QPoint((room.width() - size.width()) // 2, (room.height() - size.height()) // 2)
        self.setGeometry(QRect(room.topLeft() + left, size))
        self.raise_()

    @property
    def is_wide(self) -> bool:
        """Whether some of it is out of view sideways."""
        return self.horizontalScrollBar().maximum() > 0

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self.horizontalScrollBar(), self.verticalScrollBar()

    def _set(self, table: Table, scale: float) -> None:
        """Set a table anew, as far scrolled as it was."""
        bars = self._bars()
        parts = [bar.value() / max(bar.maximum(), 1) for bar in bars]
        self.scale = min(max(scale, SMALLEST), LARGEST)
        settings = self._reader.context.settings
        measures = Measures(
            settings.text_size * self.scale, line_height=1.5, family=settings.reader_font
        )
        typography = Typography(self._reader.context.theme, measures)
        typography.gutter = GUTTER
        columns = _widths(typography, table, self._room * self.scale - 2 * GUTTER)
        typography.column_width = round(sum(columns))
        bare = Table(table.rows)
        context, drawings = self._reader.context, self._reader.drawings
        excerpt = Excerpt(context, drawings, self._section_id, (bare,), typography)
        _widen(excerpt, columns)
        self.show_excerpt(excerpt)
        for bar, part in zip(bars, parts, strict=True):
            bar.setValue(round(part * bar.maximum()))

    def _natural_size(self) -> QSize:
        """Return the size that shows all of it."""
        excerpt = self.excerpt
        tables = excerpt.scenery.tables if excerpt else []
        bottom = excerpt.geometry.grid(tables[0]).bottom if excerpt and tables else 0.0
        height = max(self.height_of_all(), ceil(bottom) + 2)
        return QSize(self.lineWrapColumnOrWidth(), height)

    def words(self) -> str:
        """Return what is selected, else the whole table: cells by tabs, rows by lines."""
        excerpt = self.excerpt
        if excerpt is None:
            return ""
        return self.selected_words() or excerpt.words(0, excerpt.document.characterCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint header and first column over what has been scrolled below them."""
        super().paintEvent(event)
        excerpt = self.excerpt
        tables = excerpt.scenery.tables if excerpt else []
        if excerpt is None or not tables:
            return
        grid, offset = excerpt.geometry.grid(tables[0]), self.view_offset()
        height, width = self._header_height(grid), self._first_width(tables[0], grid)
        view = QRectF(self.viewport().rect())
        if width:
            self._paint_held(QRectF(0, 0, width, view.height()), QPointF(grid.left, offset.y()))
        if height:
            self._paint_held(QRectF(0, 0, view.width(), height), QPointF(offset.x(), grid.top))
        if width and height:
            self._paint_held(QRectF(0, 0, width, height), QPointF(grid.left, grid.top))
        self._rule_off(grid, width, height)

    def _header_height(self, grid: TableGrid) -> float:
        """Return how high the header is that is held at the top; 0 for none."""
        height = [*grid.rows, grid.bottom][grid.headers] - grid.top
        is_above = self.view_offset().y() > grid.top + 1
        return height if is_above and 2 * height <= self.viewport().height() else 0.0

    def _first_width(self, table: QTextTable, grid: TableGrid) -> float:
        """Return how wide the first column is that is held at the left; 0 for none."""
        across = table.cellAt(0, 0).columnSpan()
        lengths = table.format().columnWidthConstraints()
        width = lengths[0].rawValue() if lengths else 0.0
        is_beside = self.view_offset().x() > grid.left + 1 and across < table.columns()
        is_rtl = self.document().defaultTextOption().textDirection() == RTL
        fits = across == 1 and 2 * width <= self.viewport().width()
        return width if is_beside and fits and not is_rtl else 0.0

    def _paint_held(self, place: QRectF, origin: QPointF) -> None:
        """Paint what stands at a point of the document into a part of the view."""
        excerpt = self.excerpt
        if excerpt is None:
            return
        strip = QRectF(origin, place.size())
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(place)
            painter.fillRect(place, self._reader.context.theme[GROUND])
            painter.translate(-origin)
            excerpt.painter.under(painter, strip, [])
            excerpt.document.drawContents(painter, strip)

    def _rule_off(self, grid: TableGrid, width: float, height: float) -> None:
        """Draw the edges of what is held."""
        offset = self.view_offset()
        with QPainter(self.viewport()) as painter:
            painter.setPen(self._reader.context.theme["table_rule"])
            if height:
                right = grid.right - offset.x() - 1
                painter.drawLine(QPointF(0, height - 1), QPointF(right, height - 1))
            if width:
                top = max(grid.top - offset.y(), 0)
                painter.drawLine(
                    QPointF(width - 1, top), QPointF(width - 1, grid.bottom - offset.y())
                )


def _widths(typography: Typography, table: Table, room: float) -> list[float]:
    """Return how wide each column asks to be, within reason; together no more than the room."""
    columns = max((sum(cell.columns for cell in row) for row in table.rows), default=1)
    least, most = widths(typography, table, columns, ORDINARY)
    cap = typography.px(WIDEST_COLUMN)
    least = [max(low, 1.0) + 2 for low in least]
    natural = [max(low, min(high + 2, cap)) for low, high in zip(least, most, strict=True)]
    if not sum(least) <= room < sum(natural):
        return natural
    return [share * room / 100 for share in Needs(tuple(least), tuple(natural)).percents(room)]


def _widen(excerpt: Excerpt, columns: list[float]) -> None:
    """Give the columns of a table their widths; the page would have squeezed them."""
    fixed = QTextLength.Type.FixedLength
    for table in excerpt.scenery.tables:
        form = table.format()
        form.setWidth(QTextLength(fixed, sum(columns)))
        form.setColumnWidthConstraints([QTextLength(fixed, width) for width in columns])
        table.setFormat(form)


def markdown(table: Table) -> str:
    """Return a table as Markdown; merged cells stand in the first of their places."""
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    width = max((len(row) for row in rows), default=0)
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    aligns = [cell.align for cell in table.rows[0]] if table.rows else []
    aligns += [""] * (width - len(aligns))
    rule = {"left": ":--", "right": "--:", "center": ":-:"}
    lines.insert(1, f"|{'|'.join(rule.get(align, '---') for align in aligns)}|")
    return "\n".join(lines) + "\n"


def _cell(cell: Cell) -> str:
    return "".join(_marked(run) for run in cell.runs).replace("\n", " ").strip()


def _marked(run: Run) -> str:
    if run.kind == "math":
        return f"${run.text}$"
    words = (run.text if run.shown is None else run.shown).replace("|", "\\|")
    for style, mark in ((Style.CODE, "`"), (Style.ITALIC, "*"), (Style.BOLD, "**")):
        if run.style & style and words.strip():
            words = words.replace(words.strip(), f"{mark}{words.strip()}{mark}")
    return words
