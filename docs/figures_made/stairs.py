"""Steps that rise: each a box, set further to the right the higher it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures_made.boxes import draw_box, draw_note
from figures_made.canvas import LABEL, WIDTH, Box, Style, wrapped

if TYPE_CHECKING:
    from figures_made.canvas import Canvas

Data = dict[str, Any]


def draw_stairs(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw the steps, the first lowest; return the bottom."""
    steps = panel["step"]
    height, gap, shift = panel["height"], panel["gap_between"], panel["shift"]
    left, width = panel.get("left", 4), panel["width"]
    tops: list[float] = []
    y = top + (len(steps) - 1) * (height + gap) + 4
    y += sum(step.get("under", 0) for step in steps)
    for place, step in enumerate(steps):
        y -= step.get("under", 0)
        tops.append(y)
        draw_box(canvas, Box(left + place * shift, y, width, height), {"anchor": "start", **step})
        if step.get("beside"):
            room = WIDTH - (left + place * shift + width) - 16
            lines = wrapped(step["beside"], room, LABEL)
            start = y + height / 2 - len(lines) * 17.2 / 2
            style = Style(LABEL, 400, "muted")
            canvas.lines(left + place * shift + width + 14, start, lines, style)
        if step.get("line"):
            _threshold(canvas, step, y + height + (gap + step["under"]) / 2)
        y -= height + gap
    bottom = tops[0] + height + 6
    if "bracket" in panel:
        _bracket(canvas, panel["bracket"], tops, height)
    for note in panel.get("note", []):
        draw_note(canvas, note, top)
    return bottom


def _threshold(canvas: Canvas, step: Data, y: float) -> None:
    start = step.get("line_from", 4)
    canvas.line((start, y), (WIDTH - 4, y), stroke=step["line_role"], thick=4)
    style = Style(LABEL, 700, step["line_role"], "end")
    canvas.text(WIDTH - 4, y - 9, step["line"], style)


def _bracket(canvas: Canvas, bracket: Data, tops: list[float], height: float) -> None:
    first, last = bracket["rungs"]
    low, high, x = tops[first] + height, tops[last], bracket["x"]
    canvas.line((x + 8, high), (x, high), (x, low), (x + 8, low))
    lines = wrapped(bracket["label"], bracket["width"], LABEL, 600)
    start = (low + high) / 2 - len(lines) * 17.2 / 2
    canvas.lines(x - 10, start, lines, Style(LABEL, 600, "ink", "end"))
