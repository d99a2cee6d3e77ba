"""Dates down a scale, with words on both sides: true to scale, the words moved apart.

`scale` pairs years with pixels, so that a crowded time can take more room; where the scale changes
the axis says so. Each kind of mark has a side, a color and a shape of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from figures_made.canvas import LABEL, LINE, WIDTH, Box, FigureError, Style, wrapped
from figures_made.dates import year_of

if TYPE_CHECKING:
    from figures_made.canvas import Canvas

Data = dict[str, Any]
BAND = 48
REACH = 30
"""From the axis to the words."""
GAP = 10
"""Between the words of two marks."""
HEAD = 26


@dataclass
class _Mark:
    data: Data
    kind: Data
    true: float
    height: float
    heads: list[str]
    lines: list[str]
    at: float = 0.0

    @property
    def top(self) -> float:
        return self.at - self.height / 2


@dataclass
class _Cluster:
    marks: list[_Mark] = field(default_factory=list)

    @property
    def height(self) -> float:
        return sum(mark.height + GAP for mark in self.marks) - GAP

    @property
    def top(self) -> float:
        """Where the cluster starts so that its marks are nearest to their dates."""
        above, wished = 0.0, 0.0
        for mark in self.marks:
            wished += mark.true - mark.height / 2 - above
            above += mark.height + GAP
        return wished / len(self.marks)


def draw_timeline(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw the heads, the axis and the marks of both sides; return the bottom."""
    kinds = {kind["id"]: kind for kind in panel["side"]}
    axis = panel.get("axis", WIDTH / 2)
    heads = max(_heads(canvas, kinds, axis, top, side) for side in ("left", "right"))
    start = top + heads + 14
    scale = [(year, start + pixels) for year, pixels in panel["scale"]]
    marks = [_measured(mark, kinds[mark["side"]], scale, axis) for mark in panel["mark"]]
    first, last = scale[0][1], scale[-1][1]
    ends = [last]
    for side in ("left", "right"):
        chosen = sorted(
            (mark for mark in marks if mark.kind["place"] == side), key=lambda mark: mark.true
        )
        ends.append(_spread(chosen, start))
    _axis(canvas, panel, scale, axis, Box(axis - BAND / 2, first, BAND, last - first))
    for mark in marks:
        _draw(canvas, mark, axis, scale)
    return max(ends) + 6


def place_of(year: float, scale: list[tuple[float, float]]) -> float:
    """Return where a year lies on a scale of straight pieces."""
    for (year0, place0), (year1, place1) in pairwise(scale):
        if year0 <= year <= year1:
            return place0 + (year - year0) / (year1 - year0) * (place1 - place0)
    raise FigureError(f"{year:g} is outside the scale")


def _heads(canvas: Canvas, kinds: dict[str, Data], axis: float, top: float, side: str) -> float:
    out = -1 if side == "left" else 1
    x = axis + out * (BAND / 2 + REACH)
    y = top
    for kind in kinds.values():
        if kind["place"] == side:
            canvas.mark((x + out * 6, y + 13), kind["shape"], kind["role"])
            anchor = "end" if out < 0 else "start"
            canvas.text(x + out * 20, y + 18, kind["title"], Style(LABEL, 700, "heading", anchor))
            y += HEAD
    return y - top


def _measured(data: Data, kind: Data, scale: list[tuple[float, float]], axis: float) -> _Mark:
    left = kind["place"] == "left"
    room = (axis if left else WIDTH - axis) - BAND / 2 - REACH - 4
    heads = wrapped(data["title"], room, LABEL, 600)
    lines = wrapped(data.get("text", ""), room, LABEL)
    height = (len(heads) + len(lines)) * LABEL * LINE
    return _Mark(data, kind, place_of(year_of(data["at"]), scale), height, heads, lines)


def _spread(marks: list[_Mark], start: float) -> float:
    """Move marks apart, as little as can be; return the bottom of the last."""
    clusters: list[_Cluster] = []
    for mark in marks:
        clusters.append(_Cluster([mark]))
        while len(clusters) > 1 and clusters[-1].top < clusters[-2].top + clusters[-2].height + GAP:
            last = clusters.pop()
            clusters[-1].marks += last.marks
    end = start - GAP
    for cluster in clusters:
        y = max(cluster.top, end + GAP)
        for mark in cluster.marks:
            mark.at = y + mark.height / 2
            y += mark.height + GAP
        end = y - GAP
    return end


def _axis(
    canvas: Canvas, panel: Data, scale: list[tuple[float, float]], axis: float, band: Box
) -> None:
    canvas.rect(band, "card", "rule", radius=6, thick=1)
    for year in panel["ticks"]:
        y = place_of(year_of(year), scale)
        label = str(year) if isinstance(year, int) else panel["tick_names"][year]
        canvas.text(axis, y + 4.5, label, Style(LABEL, 600, "muted", "middle"))
    for _, y in scale[1:-1]:
        canvas.line((band.x, y - 3), (band.right, y + 3), stroke="page", thick=6)
        for shift in (-4, 4):
            ends = ((band.x - 4, y + shift - 3), (band.right + 4, y + shift + 3))
            canvas.line(*ends, stroke="muted", thick=1.2)


def _draw(canvas: Canvas, mark: _Mark, axis: float, scale: list[tuple[float, float]]) -> None:
    out = -1 if mark.kind["place"] == "left" else 1
    role = mark.kind["role"]
    edge, x = axis + out * BAND / 2, axis + out * (BAND / 2 + REACH)
    if "until" in mark.data:
        end = place_of(year_of(mark.data["until"]), scale)
        shift = 7 + 8 * mark.data.get("slot", 0)
        left = edge + out * shift - 2.5
        canvas.rect(Box(left, mark.true, 5, max(6, end - mark.true)), role, radius=2.5, edge=False)
    points = [(edge, mark.true), (edge + out * 6, mark.true), (x - out * 9, mark.at)]
    canvas.line(*points, (x - out * 4, mark.at), stroke=role, thick=1.3)
    canvas.mark((edge, mark.true), mark.kind["shape"], role, 4.5)
    anchor = "end" if out < 0 else "start"
    y = canvas.lines(x, mark.top, mark.heads, Style(LABEL, 600, "ink", anchor))
    canvas.lines(x, y, mark.lines, Style(LABEL, 400, "muted", anchor))
