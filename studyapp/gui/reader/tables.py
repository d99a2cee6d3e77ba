"""How tables are set; `blocks.py` hands them over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLength, QTextTableCellFormat, QTextTableFormat

from studyapp.gui.language import grouped, translate
from studyapp.gui.reader.columns import STACKED, Fitting
from studyapp.gui.reader.document import Setting, Typesetter, quiet
from studyapp.gui.reader.scenery import HEADER_CELL, Dressed
from studyapp.page import plain_text

if TYPE_CHECKING:
    from PySide6.QtGui import QTextTable, QTextTableCell

    from studyapp.gui.reader.columns import Dress
    from studyapp.page import Cell, Run, Table

GAP = 0.95
"""Space around a table, in units of the text size."""
SLACK = 2.0
"""Pixels that Qt's own roundings may take of a table's columns."""
MOST_CELLS = 4000
"""A larger table is set as lines: Qt needs a tenth of a millisecond for each cell."""


def set_table(setter: Typesetter, block: Table, setting: Setting) -> None:
    """Set a table with its caption; one too large for Qt as lines."""
    px = setter.typography.px
    if block.caption:
        setter.text_block(block.caption, setting, "caption", 0.5)
        setter.leave(px(0.35))
    if sum(len(row) for row in block.rows) > MOST_CELLS:
        _table_as_lines(setter, block, setting)
        return
    columns = max((sum(cell.columns for cell in row) for row in block.rows), default=0)
    if columns:
        _real_table(setter, block, setting, columns)


def _table_as_lines(setter: Typesetter, block: Table, setting: Setting) -> None:
    told = translate("Page", "A table of {} rows, shown as lines").format(grouped(len(block.rows)))
    setter.text_block((quiet(told),), setting, "caption", 0.5)
    for row in block.rows:
        runs: list[Run] = []
        for cell in row:
            runs += [*cell.runs, quiet(" \u00b7 ")]
        setter.text_block(tuple(runs[:-1]), setting, "cell")


def _real_table(setter: Typesetter, block: Table, setting: Setting, columns: int) -> None:
    px = setter.typography.px
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(0)
    form.setCellSpacing(0)
    form.setLeftMargin(setting.end if setting.rtl else setting.start)
    form.setRightMargin(setting.start if setting.rtl else setting.end)
    fitting, indent = Fitting(setter.typography, block, columns), setting.start + setting.end
    dress = fitting.dress(setter.column - indent)
    stacked = dress == STACKED
    _divide(form, (100.0,) if stacked else fitting.percents(dress, setter.column - indent))
    setter.scenery.dressed.append(Dressed(fitting, dress, indent))
    if setting.rtl:
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    table = setter.open_table(form, len(block.rows), 1 if stacked else columns, px(GAP))
    if stacked:
        _set_cards(setter, table, block)
    else:
        _set_rows(setter, table, block, dress)
    setter.close_table(table, px(GAP))


def _divide(form: QTextTableFormat, percents: tuple[float, ...]) -> None:
    """Give each column its share of the whole width; without shares, as much as it needs."""
    share = QTextLength.Type.PercentageLength
    form.setWidth(QTextLength(share, 100) if percents else QTextLength())
    form.setColumnWidthConstraints([QTextLength(share, percent) for percent in percents])


def fit_again(table: QTextTable, dressed: Dressed, column: float) -> None:
    """Divide a table anew for a column of text that is so many pixels wide."""
    if dressed.dress == STACKED:
        return
    form = table.format().toTableFormat()
    percents = dressed.fitting.needs(dressed.dress).percents(column - dressed.indent - SLACK)
    before = [one.rawValue() for one in form.columnWidthConstraints()]
    if before != list(percents):
        _divide(form, percents)
        table.setFormat(form)


def _set_rows(setter: Typesetter, table: QTextTable, block: Table, dress: Dress) -> None:
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(block.rows):
        _set_row(setter, table, number, row, taken, dress)


def _set_row(
    setter: Typesetter,
    table: QTextTable,
    number: int,
    row: tuple[Cell, ...],
    taken: set[tuple[int, int]],
    dress: Dress,
) -> None:
    column = 0
    for cell in row:
        while (number, column) in taken:
            column += 1
        if column >= table.columns():
            return
        _set_cell(setter, table.cellAt(number, column), cell, dress)
        rows = min(cell.rows, table.rows() - number)
        columns = min(cell.columns, table.columns() - column)
        if rows > 1 or columns > 1:
            table.mergeCells(number, column, rows, columns)
            taken |= {(number + r, column + c) for r in range(rows) for c in range(columns)}
        column += columns


def _set_cards(setter: Typesetter, table: QTextTable, block: Table) -> None:
    """Set the headings as one line, and each row as a card: what is in its columns, named."""
    heads = block.rows[0]
    role = _open_cell(setter, table.cellAt(0, 0), STACKED, header=True)
    for column, cell in enumerate(heads):
        if cell.runs and any(before.runs for before in heads[:column]):
            setter.aside(" \u00b7 ", role)
        setter.runs(cell.runs, role)
    for number, row in enumerate(block.rows[1:], 1):
        role = _open_cell(setter, table.cellAt(number, 0), STACKED, header=False)
        setter.runs(row[0].runs, "label")
        for head, cell in zip(heads[1:], row[1:], strict=True):
            if cell.runs:
                form = setter.typography.block(role, setter.typography.px(0.25), 0, 0)
                setter.cursor.insertBlock(form, setter.typography.chars(role))
                setter.aside(f"{plain_text(head.runs)}\u2002", STACKED.head)
                setter.runs(cell.runs, role)


def _set_cell(setter: Typesetter, place: QTextTableCell, cell: Cell, dress: Dress) -> None:
    role = _open_cell(setter, place, dress, header=cell.header)
    setter.runs(cell.runs, role)
    if cell.align:
        setter.align(cell.align)


def _open_cell(setter: Typesetter, place: QTextTableCell, dress: Dress, *, header: bool) -> str:
    """Go on in a cell; return the role of what stands in it."""
    px = setter.typography.px
    role = dress.head if header else dress.cell
    form = QTextTableCellFormat()
    form.merge(setter.typography.chars(role))
    form.setLeftPadding(px(dress.padding))
    form.setRightPadding(px(dress.padding))
    form.setTopPadding(px(0.3))
    form.setBottomPadding(px(0.32))
    form.setVerticalAlignment(QTextTableCellFormat.VerticalAlignment.AlignTop)
    form.setProperty(HEADER_CELL, header)
    place.setFormat(form)
    setter.cell_block(place.firstCursorPosition(), role)
    return role
