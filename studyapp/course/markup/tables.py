"""Tables, of Markdown or raw HTML, as rows of cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from studyapp.page import Cell, Runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

MOST_CELLS = 50_000
_MOST_SPANNED = 1_000
_ALIGNMENT = re.compile(r"\b(left|center|right)\b")


def rows_of(table: Element) -> list[list[Element]]:
    """Return the cells of a table by row, header rows first; not those of tables in its cells."""
    head: list[list[Element]] = []
    body: list[list[Element]] = []
    for child in table:
        if child.tag == "tr":
            body.append(_cells(child))
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows = head if child.tag == "thead" else body
            rows += [_cells(row) for row in child if row.tag == "tr"]
    return [row for row in [*head, *body] if row]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def read_rows(
    rows: list[list[Element]], line: Callable[[Element], Runs]
) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of cells, each cell composed by `line`."""
    return tuple([tuple(_read_row(row, line)) for row in rows])


def _read_row(row: list[Element], line: Callable[[Element], Runs]) -> Iterator[Cell]:
    for cell in row:
        header = cell.tag == "th"
        spans = _spanned(cell, "colspan"), _spanned(cell, "rowspan")
        yield Cell(line(cell), alignment(cell), header, *spans)


def _spanned(cell: Element, name: str) -> int:
    count = cell.get(name, "")
    return min(max(int(count), 1), _MOST_SPANNED) if count.isdecimal() and len(count) < 9 else 1


def alignment(element: Element) -> Literal["", "left", "center", "right"]:
    """Return how an element asks to be aligned."""
    asked = f"{element.get('style', '')} {element.get('align', '')}"
    if not asked.strip():
        return ""
    match _ALIGNMENT.findall(asked.lower()):
        case ["left"]:
            return "left"
        case ["center"]:
            return "center"
        case ["right"]:
            return "right"
        case _:
            return ""
