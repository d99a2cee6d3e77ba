"""A line over the years: steps that stay until the next, or straight from point to point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures_made.canvas import LABEL, QUIET, WIDTH, Box, Style, wrapped
from figures_made.dates import year_of

if TYPE_CHECKING:
    from figures_made.canvas import Canvas

Data = dict[str, Any]


class _Field:
    """The area between the axes."""

    def __init__(self, panel: Data, top: float) -> None:
        self.box = Box(panel.get("left", 40), top + 14, 0, panel["height"])
        self.box = Box(self.box.x, self.box.y, WIDTH - 12 - self.box.x, self.box.height)
        self.start, self.end = panel["from"], panel["to"]
        self.low, self.high = panel["low"], panel["high"]

    def x(self, at: float | str) -> float:
        share = (year_of(at) - self.start) / (self.end - self.start)
        return self.box.x + share * self.box.width

    def y(self, value: float) -> float:
        return self.box.bottom - (value - self.low) / (self.high - self.low) * self.box.height


def draw_lines(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw bands, grid, the line and the words at its points; return the bottom."""
    field = _Field(panel, top)
    for band in panel.get("band", []):
        _band(canvas, band, field)
    _axes(canvas, panel, field)
    _line(canvas, panel, field)
    for point in panel["point"]:
        _point(canvas, point, field)
    bottom = field.box.bottom + 26
    for note in panel.get("foot", []):
        bottom = canvas.lines(2, bottom + 8, wrapped(note, WIDTH - 4, LABEL), QUIET)
    return bottom + 4


def _band(canvas: Canvas, band: Data, field: _Field) -> None:
    left = field.x(band["from"]) if "from" in band else field.box.x
    right = field.x(band["to"]) if "to" in band else field.box.right
    upper = field.y(band["above"]) if "above" in band else field.box.y
    lower = field.y(band["below"]) if "below" in band else field.box.bottom
    canvas.rect(Box(left, upper, right - left, lower - upper), band["fill"], radius=0, edge=False)
    if band.get("text"):
        place = band.get("words", "top")
        y = upper + 20 if place == "top" else lower - 10
        canvas.text(left + 10, y, band["text"], Style(LABEL, 600, "muted"))


def _axes(canvas: Canvas, panel: Data, field: _Field) -> None:
    box = field.box
    for value in panel.get("values", []):
        y = field.y(value)
        canvas.line((box.x, y), (box.right, y), stroke="rule", thick=1)
        canvas.text(box.x - 8, y + 4.5, str(value), Style(LABEL, 400, "muted", "end"))
    if "zero" in panel:
        y = field.y(panel["zero"])
        canvas.line((box.x, y), (box.right, y), stroke="muted", thick=1)
    canvas.line((box.x, box.bottom), (box.right, box.bottom), stroke="muted", thick=1.4)
    for tick in panel["ticks"]:
        x = field.x(tick)
        canvas.line((x, box.bottom), (x, box.bottom + 5), stroke="muted", thick=1.2)
        style = Style(LABEL, 600, "muted", "middle")
        canvas.text(x, box.bottom + 20, str(tick), style)


def _line(canvas: Canvas, panel: Data, field: _Field) -> None:
    points: list[tuple[float, float]] = []
    for point in panel["point"]:
        x, y = field.x(point["at"]), field.y(point["value"])
        if panel.get("steps") and points:
            points.append((x, points[-1][1]))
        points.append((x, y))
    if "runs_to" in panel:
        points.append((field.x(panel["runs_to"]), points[-1][1]))
    canvas.line(*points, stroke="accent", thick=2.6)


def _point(canvas: Canvas, point: Data, field: _Field) -> None:
    x, y = field.x(point["at"]), field.y(point["value"])
    canvas.circle((x, y), 4.5, "accent", "page", 1.5)
    if not point.get("title") and not point.get("text"):
        return
    dx, dy = point.get("shift", (0, -12))
    anchor = point.get("anchor", "middle")
    if abs(dx) + abs(dy) > 40:
        near = 10 if dy < 0 else -4
        canvas.line((x, y), (x + dx * 0.92, y + dy + near), stroke="muted", thick=1)
    titles, texts = point.get("title", "").split("\n"), point.get("text", "").split("\n")
    titles, texts = [t for t in titles if t], [t for t in texts if t]
    height = (len(titles) + len(texts)) * 17.2
    start = y + dy - height + 6 if dy < 0 else y + dy
    start = canvas.lines(x + dx, start, titles, Style(LABEL, 600, "ink", anchor))
    canvas.lines(x + dx, start, texts, Style(LABEL, 400, "muted", anchor))
