"""Round figures: a cycle of steps, rings within rings, two circles that overlap."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Any

from figures_made.boxes import draw_box, draw_note
from figures_made.canvas import LABEL, NAME, QUIET, TITLE, WIDTH, Box, Style, wrapped

if TYPE_CHECKING:
    from figures_made.canvas import Canvas

Data = dict[str, Any]


def draw_cycle(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw boxes clockwise around a middle, an arrow from each to the next; return the bottom."""
    wide, high = panel["radius"]
    width, height = panel["box"]
    center = (WIDTH / 2, top + high + height / 2 + 6)
    steps = panel["step"]
    angles = [2 * pi * place / len(steps) - pi / 2 for place in range(len(steps))]
    drawn = " ".join(_arc(center, (wide, high)))
    canvas.path(drawn, "muted", thick=2)
    for angle, step in zip(angles, steps, strict=True):
        x, y = center[0] + wide * cos(angle), center[1] + high * sin(angle)
        draw_box(canvas, Box(x - width / 2, y - height / 2, width, height), step)
    for angle in angles:
        _passage(canvas, center, (wide, high), angle + pi / len(steps), panel)
    _middle(canvas, panel, center)
    for note in panel.get("note", []):
        draw_note(canvas, note, top)
    return max(center[1] + high + height / 2 + 6, top + panel.get("height", 0))


def _arc(center: tuple[float, float], radius: tuple[float, float]) -> list[str]:
    (x, y), (wide, high) = center, radius
    half = f"A{wide:g} {high:g} 0 0 1"
    return [f"M{x - wide:g} {y:g}", half, f"{x + wide:g} {y:g}", half, f"{x - wide:g} {y:g} Z"]


def _passage(
    canvas: Canvas,
    center: tuple[float, float],
    radius: tuple[float, float],
    angle: float,
    panel: Data,
) -> None:
    x, y = center[0] + radius[0] * cos(angle), center[1] + radius[1] * sin(angle)
    if panel.get("gates"):
        canvas.mark((x, y), "diamond", panel.get("gate_role", "line4"), 9)
        return
    along = (-radius[0] * sin(angle), radius[1] * cos(angle))
    length = (along[0] ** 2 + along[1] ** 2) ** 0.5
    dx, dy = along[0] / length, along[1] / length
    tips = (
        (x - dx * 7 - dy * 7, y - dy * 7 + dx * 7),
        (x + dx * 7, y + dy * 7),
        (x - dx * 7 + dy * 7, y - dy * 7 - dx * 7),
    )
    canvas.path("M" + " L".join(f"{a:.1f} {b:.1f}" for a, b in tips) + " Z", "none", fill="muted")


def _middle(canvas: Canvas, panel: Data, center: tuple[float, float]) -> None:
    words = panel.get("middle")
    if not words:
        return
    heads = wrapped(words["title"], words.get("width", 200), NAME, 600)
    lines = wrapped(words.get("text", ""), words.get("width", 200), LABEL)
    height = len(heads) * 19.8 + len(lines) * 17.2
    start = center[1] - height / 2
    start = canvas.lines(center[0], start, heads, Style(NAME, 600, "heading", "middle"))
    canvas.lines(center[0], start, lines, Style(LABEL, 400, "muted", "middle"))


def draw_rings(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw rings from the outer to the inner, words right of them; return the bottom."""
    rings = panel["ring"]
    radius = panel["radius"]
    center = (radius + 4, top + radius + 4)
    count = len(rings)
    for place, ring in enumerate(reversed(rings)):
        reach = radius * (count - place) / count
        canvas.circle(center, reach, ring["fill"], ring["line"], 1.6)
    row = (2 * radius - 20) / count
    for place, ring in enumerate(rings):
        reach = radius * (place + 0.5) / count
        y = top + 14 + row * (place + 0.5)
        # Each leader starts inside its ring, at a height between its own words and the center
        lift = (y - center[1]) / (radius * 1.05)
        start = (
            center[0] + reach * (1 - lift * lift) ** 0.5,
            center[1] + reach * lift,
        )
        canvas.circle(start, 4, ring["line"], "page", 1.2)
        right = 2 * radius + 30
        canvas.line(start, (right - 26, y), (right - 6, y), stroke="muted", thick=1.2)
        lines = wrapped(ring["text"], WIDTH - right - 4, LABEL)
        at = y - (19.8 + 17.2 * len(lines)) / 2
        at = canvas.lines(right, at, [ring["title"]], TITLE)
        canvas.lines(right, at, lines, QUIET)
    bottom = center[1] + radius + 12
    if panel.get("foot"):
        ends = ((center[0], bottom + 12), (2 * radius + 20, bottom + 12))
        canvas.arrow(*ends, role="muted")
        canvas.text(2 * radius + 30, bottom + 17, panel["foot"], Style(LABEL, 600))
        bottom += 28
    return bottom


def draw_venn(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw two circles that overlap, with counts and names in the three parts."""
    radius, middle = panel["radius"], panel["middle"]
    y = top + radius + 40
    left, right = panel["left"], panel["right"]
    reach = panel["apart"] / 2
    for side, x in ((left, WIDTH / 2 - reach), (right, WIDTH / 2 + reach)):
        canvas.circle((x, y), radius, side["fill"], "none")
    overlap = (radius**2 - reach**2) ** 0.5
    lens = f"M{WIDTH / 2:g} {y - overlap:.1f} A{radius} {radius} 0 0 1 {WIDTH / 2:g} "
    lens += f"{y + overlap:.1f} A{radius} {radius} 0 0 1 {WIDTH / 2:g} {y - overlap:.1f} Z"
    canvas.path(lens, "none", fill=middle["fill"])
    for side, x, way in ((left, WIDTH / 2 - reach, -1), (right, WIDTH / 2 + reach, 1)):
        canvas.circle((x, y), radius, "none", side["line"], 2)
        style = Style(NAME, 700, side["line"], "end" if way > 0 else "start")
        canvas.text(4 if way < 0 else WIDTH - 4, top + 18, side["title"], style)
        _part(canvas, side, WIDTH / 2 + way * side["from_middle"], y)
    _part(canvas, middle, WIDTH / 2, y)
    return y + radius + 6


def _part(canvas: Canvas, part: Data, x: float, y: float) -> None:
    names = part["names"]
    start = y - (46 + len(names) * 18.5) / 2
    canvas.text(x, start + 30, str(part["count"]), Style(34, 700, "heading", "middle"))
    for place, name in enumerate(names):
        canvas.text(x, start + 58 + place * 18.5, name, Style(LABEL, 400, "ink", "middle"))
