"""Bars along a level time axis, a row for each: operations, lanes of a war.

The name of a row stands left of its bars or, with `above = true`, over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures_made.canvas import LABEL, QUIET, STRONG, WIDTH, Box, Style, width_of
from figures_made.dates import year_of

if TYPE_CHECKING:
    from figures_made.canvas import Canvas

Data = dict[str, Any]
EDGE = 8
LEAST = 5
"""A bar is at least this wide."""


class _Axis:
    def __init__(self, panel: Data) -> None:
        self.start, self.end = year_of(panel["from"]), year_of(panel["to"])
        self.left, self.right = panel.get("left", EDGE + 4), WIDTH - panel.get("right", EDGE + 14)

    def at(self, written: float | str) -> float:
        share = (year_of(written) - self.start) / (self.end - self.start)
        return self.left + share * (self.right - self.left)


def draw_lanes(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw the legend, the axis with its grid, and the rows; return the bottom."""
    axis = _Axis(panel)
    y = _legend(canvas, panel, top)
    first = y = y + 24
    rows: list[tuple[Data, float]] = []
    for row in panel["row"]:
        rows.append((row, y))
        y += _height(row, panel)
    _grid(canvas, panel, axis, first, y)
    for row, start in rows:
        _row(canvas, row, axis, start, panel)
    return y + 4


def _height(row: Data, panel: Data) -> float:
    if "group" in row:
        return 30
    if not panel.get("above"):
        return 25
    levels = max((point.get("level", 0) for point in row.get("point", [])), default=-1)
    return 24 + 30 + 20 * (levels + 1) + 12


def _legend(canvas: Canvas, panel: Data, top: float) -> float:
    x = float(panel.get("legend_x", EDGE))
    for entry in panel.get("legend", []):
        _bar(canvas, Box(x, top + 6, 22, 12), entry)
        canvas.text(x + 29, top + 17, entry["text"], QUIET)
        x += 29 + width_of(entry["text"], LABEL) + 20
    return top + (26 if panel.get("legend") else 0)


def _grid(canvas: Canvas, panel: Data, axis: _Axis, first: float, last: float) -> None:
    for tick in panel["ticks"]:
        x = axis.at(tick)
        canvas.line((x, first - 2), (x, last), stroke="rule", thick=1)
        name = panel.get("tick_names", {}).get(str(tick), str(tick))
        canvas.text(x, first - 8, name, Style(LABEL, 600, "muted", "middle"))
    for event in panel.get("event", []):
        x = axis.at(event["at"])
        canvas.line((x, first - 2), (x, last), stroke=event["role"], thick=1.6, dashes="5 3")


def _row(canvas: Canvas, row: Data, axis: _Axis, y: float, panel: Data) -> None:
    if "group" in row:
        canvas.text(EDGE, y + 21, row["group"], Style(LABEL, 700, "heading"))
        return
    above = panel.get("above")
    canvas.text(EDGE, y + 16, row["name"], STRONG if above else Style(LABEL), halo=True)
    if above and row.get("note"):
        x = EDGE + width_of(row["name"], LABEL, 600) + 8
        canvas.text(x, y + 16, row["note"], QUIET, halo=True)
    top, height = (y + 24, 26) if above else (y + 4, 15)
    for bar in row.get("bar", []):
        left = axis.at(bar["from"])
        right = axis.at(bar["to"]) if "to" in bar else axis.right
        box = Box(left, top, max(LEAST, right - left), height)
        _bar(canvas, box, bar)
        if "to" not in bar and bar.get("runs", True):
            _runs_on(canvas, box, bar)
        if bar.get("text"):
            _words(canvas, bar, box)
    for point in row.get("point", []):
        _point(canvas, point, axis.at(point["at"]), top, height)


def _bar(canvas: Canvas, box: Box, bar: Data) -> None:
    kind, style = bar.get("color", 1), bar.get("style", "solid")
    fill, stroke = {
        "solid": (f"line{kind}", "none"),
        "soft": (f"fill{kind}", f"line{kind}"),
        "striped": (f"fill{kind}", f"line{kind}"),
    }[style]
    canvas.rect(box, fill, stroke, radius=3, thick=1.4, edge=False)
    if style == "striped":
        x = box.x + 4
        while x + 5 < box.right:
            ends = ((x, box.bottom - 2), (x + 5, box.y + 2))
            canvas.line(*ends, stroke=f"line{kind}", thick=1.6)
            x += 6


def _runs_on(canvas: Canvas, box: Box, bar: Data) -> None:
    middle, reach = box.y + box.height / 2, box.height / 2
    tip = ((box.right, middle - reach), (box.right + 10, middle), (box.right, middle + reach))
    drawn = " L".join(f"{x:.1f} {y:.1f}" for x, y in tip)
    canvas.path(f"M{drawn} Z", "none", fill=f"line{bar.get('color', 1)}")


def _words(canvas: Canvas, bar: Data, box: Box) -> None:
    role = {"solid": "page", "soft": "ink", "striped": "ink"}[bar.get("style", "solid")]
    x, anchor = box.middle[0], "middle"
    if bar.get("beside") == "right":
        x, anchor, role = box.right + 8, "start", "ink"
    elif bar.get("beside") == "left":
        x, anchor, role = box.x - 8, "end", "ink"
    halo = "beside" in bar
    canvas.text(x, box.middle[1] + 4.5, bar["text"], Style(LABEL, 600, role, anchor), halo=halo)


def _point(canvas: Canvas, point: Data, x: float, top: float, height: float) -> None:
    level, anchor = point.get("level", 0), point.get("anchor", "start")
    y = top + height + 20 + 20 * level
    role = point.get("role", "ink")
    canvas.line((x, top + height / 2), (x, y - 4), stroke=role, thick=1.3)
    canvas.circle((x, top + height / 2), 6.5, "page")
    canvas.mark((x, top + height / 2), point.get("shape", "dot"), role, 4.5)
    words = {"start": x + 6, "end": x - 6, "middle": x}[anchor]
    below = 12 if anchor == "middle" else 0
    canvas.text(words, y + below, point["text"], Style(LABEL, 400, "ink", anchor), halo=True)
