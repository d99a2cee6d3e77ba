"""Fields in rows and columns: four fields between two axes, or a row of columns under one head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures_made.boxes import draw_box
from figures_made.canvas import LABEL, QUIET, STRONG, WIDTH, Box, Style, wrapped

if TYPE_CHECKING:
    from figures_made.canvas import Canvas

Data = dict[str, Any]


def draw_matrix(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw four fields, top row first, between a level and an upright axis; return the bottom."""
    left, gap, height = 92, 12, panel["height"]
    width = (WIDTH - left - 6 - gap) / 2
    for place, field in enumerate(panel["field"]):
        x = left + (place % 2) * (width + gap)
        y = top + 6 + (place // 2) * (height + gap)
        draw_box(canvas, Box(x, y, width, height), field)
    bottom = top + 6 + 2 * height + gap
    _upright(canvas, panel["upright"], Box(left - 16, top + 6, 0, bottom - top - 6))
    _level(canvas, panel["level"], Box(left, bottom + 16, WIDTH - left - 6, 0))
    y = bottom + 46
    for note in panel.get("foot", []):
        y = canvas.lines(left, y + 8, wrapped(note, WIDTH - left - 6, LABEL), QUIET)
    return y + 4


def _upright(canvas: Canvas, axis: Data, line: Box) -> None:
    canvas.arrow((line.x, line.bottom), (line.x, line.y))
    x = line.x - 10
    canvas.text(x, line.y + 14, axis["high"], Style(LABEL, 600, "ink", "end"))
    canvas.text(x, line.bottom - 4, axis["low"], Style(LABEL, 600, "ink", "end"))
    lines = wrapped(axis["name"], x - 2, LABEL)
    start = line.y + line.height / 2 - len(lines) * 8.6
    canvas.lines(x, start, lines, Style(LABEL, 400, "muted", "end"))


def _level(canvas: Canvas, axis: Data, line: Box) -> None:
    canvas.arrow((line.x, line.y), (line.right, line.y))
    canvas.text(line.x, line.y + 22, axis["low"], STRONG)
    canvas.text(line.right, line.y + 22, axis["high"], Style(LABEL, 600, "ink", "end"))
    canvas.text(
        line.x + line.width / 2, line.y + 22, axis["name"], Style(LABEL, 400, "muted", "middle")
    )


def draw_grid(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw a head over columns of cells, each row with a name on its left; return the bottom."""
    left, gap, heights = panel["left"], panel.get("gap_between", 10), panel["heights"]
    columns = panel["column"]
    width = (WIDTH - left - 4 - gap * (len(columns) - 1)) / len(columns)
    y = top + 6
    if panel.get("satellites"):
        y = _satellites(canvas, panel, left, width, gap, y)
    start = y
    for row, height in enumerate(heights):
        if panel["rows"][row]:
            lines = wrapped(panel["rows"][row], left - 12, LABEL, 600)
            canvas.lines(2, y + height / 2 - len(lines) * 8.6, lines, STRONG)
        y += height + gap
    for place, column in enumerate(columns):
        x, y = left + place * (width + gap), start
        for row, height in enumerate(heights):
            cell = {"look": panel["looks"][row], "size": 13, **column["cell"][row]}
            draw_box(canvas, Box(x, y, width, height), cell)
            y += height + gap
    y -= gap
    if panel.get("under"):
        y = _under(canvas, panel["under"], Box(left, y + 8, WIDTH - left - 4, 0))
    return y + 8


def _satellites(
    canvas: Canvas, panel: Data, left: float, width: float, gap: float, y: float
) -> float:
    canvas.text(
        left + (WIDTH - left) / 2, y + 14, panel["satellites"], Style(LABEL, 600, "ink", "middle")
    )
    for place in range(len(panel["column"])):
        x, middle = left + place * (width + gap) + width / 2, y + 42
        canvas.line((x, middle + 10), (x, middle + 34), stroke="muted", thick=1.4, dashes="3 4")
        for way in (-1, 1):
            wing = Box(x + way * 16 - 9, middle - 6, 18, 12)
            canvas.rect(wing, "fill1", "line1", radius=1, thick=1.2, edge=False)
        canvas.rect(Box(x - 6, middle - 9, 12, 18), "line1", radius=2, edge=False)
    return y + 80


def _under(canvas: Canvas, under: Data, line: Box) -> float:
    canvas.line(
        (line.x, line.y), (line.x, line.y + 8), (line.right, line.y + 8), (line.right, line.y)
    )
    middle = line.x + line.width / 2
    canvas.text(middle, line.y + 27, under["title"], Style(LABEL, 600, "ink", "middle"))
    canvas.text(middle, line.y + 45, under["text"], Style(LABEL, 400, "muted", "middle"))
    return line.y + 50
