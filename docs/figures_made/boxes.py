"""Boxes with words, joined by lines: flows, structure charts, decision trees.

The data gives every box its place, `at = [x, y, width, height]`, and every link its two ends, such
as `from = "council.bottom"`; a share of the side may follow (`"council.bottom@0.25"`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures_made.canvas import (
    LABEL,
    LINE,
    NAME,
    QUIET,
    STRONG,
    Box,
    FigureError,
    Style,
    wrapped,
)

if TYPE_CHECKING:
    from figures_made.canvas import Canvas

PAD = 10
Data = dict[str, Any]

_LOOKS = {
    "accent": ("accent", "accent", ""),
    "card": ("card", "rule", ""),
    "plain": ("page", "muted", ""),
    "dashed": ("page", "muted", "5 4"),
    **{f"fill{n}": (f"fill{n}", f"line{n}", "") for n in range(1, 7)},
    **{f"line{n}": ("page", f"line{n}", "") for n in range(1, 7)},
}


def draw_boxes(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw boxes, links, brackets and notes; return the bottom, `height` below the top."""
    places = {box["id"]: _place(box, top) for box in panel["box"]}
    for box in panel["box"]:
        draw_box(canvas, places[box["id"]], box)
    for link in panel.get("link", []):
        _link(canvas, link, places)
    for line in panel.get("line", []):
        canvas.arrow(*((x, top + y) for x, y in line["points"]), dashes="5 4")
    for bracket in panel.get("bracket", []):
        _bracket(canvas, bracket, top)
    for note in panel.get("note", []):
        draw_note(canvas, note, top)
    return top + panel["height"]


def draw_box(canvas: Canvas, place: Box, box: Data) -> None:
    """Draw one box with its title and text in the middle, or at its top if `top` is set."""
    fill, stroke, dashes = _LOOKS[box.get("look", "plain")]
    radius = place.height / 2 if box.get("round") else 8
    canvas.rect(place, fill, stroke, radius=radius, dashes=dashes)
    write_in(canvas, place, box, on_accent=fill == "accent")


def write_in(canvas: Canvas, place: Box, box: Data, *, on_accent: bool = False) -> None:
    """Write a title and a text, centered in a place, or at its top left."""
    anchor = box.get("anchor", "middle")
    ink, quiet = ("on-accent", "on-accent") if on_accent else ("ink", "muted")
    title = Style(box.get("size", NAME), 600, ink, anchor)
    text = Style(box.get("small", LABEL), 400, quiet if box.get("title") else ink, anchor)
    text.role = box.get("text_role", text.role)
    room = place.width - 2 * PAD
    heads = wrapped(box.get("title", ""), room, title.size, 600)
    lines = wrapped(box.get("text", ""), room, text.size)
    between = 3 if heads and lines else 0
    height = (len(heads) * title.size + len(lines) * text.size) * LINE + between
    if height > place.height - 8:
        raise FigureError(f"'{box.get('title') or box.get('text')}' is higher than its box")
    x = {"start": place.x + PAD, "middle": place.middle[0], "end": place.right - PAD}[anchor]
    y = place.y + 10 if box.get("top") else place.middle[1] - height / 2
    y = canvas.lines(x, y, heads, title) + between
    canvas.lines(x, y, lines, text)


def draw_note(canvas: Canvas, note: Data, top: float) -> None:
    """Write words outside boxes: `at` is the top of the first line."""
    style = Style(
        note.get("size", LABEL),
        600 if note.get("strong") else 400,
        note.get("role", "ink" if note.get("strong") else "muted"),
        note.get("anchor", "start"),
    )
    x, y = note["at"]
    lines = wrapped(note["text"], note.get("width", 640 - x), style.size, style.weight)
    canvas.lines(x, top + y, lines, style)


def _place(box: Data, top: float) -> Box:
    x, y, width, height = box["at"]
    return Box(x, top + y, width, height)


def _end(name: str, places: dict[str, Box]) -> tuple[float, float, str]:
    box, _, side = name.partition(".")
    side, _, share = side.partition("@")
    place, part = places[box], float(share or 0.5)
    across, down = place.x + place.width * part, place.y + place.height * part
    return {
        "top": (across, place.y, "v"),
        "bottom": (across, place.bottom, "v"),
        "left": (place.x, down, "h"),
        "right": (place.right, down, "h"),
    }[side]


def _link(canvas: Canvas, link: Data, places: dict[str, Box]) -> None:
    x0, y0, way = _end(link["from"], places)
    x1, y1, entry = _end(link["to"], places)
    points = [(x0, y0), *_corners((x0, y0, way), (x1, y1, entry), link.get("turn", 0.5)), (x1, y1)]
    look = {"role": link.get("role", "muted"), "dashes": "5 4" if link.get("dashed") else ""}
    if link.get("arrow", True):
        canvas.arrow(*points, **look)
    else:
        canvas.line(*points, stroke=look["role"], dashes=look["dashes"])
    if link.get("label"):
        _label(canvas, link, points)


def _corners(
    start: tuple[float, float, str], end: tuple[float, float, str], turn: float
) -> list[tuple[float, float]]:
    (x0, y0, way), (x1, y1, entry) = start, end
    if abs(x0 - x1) < 1 or abs(y0 - y1) < 1:
        return []
    if way != entry:
        return [(x1, y0)] if way == "h" else [(x0, y1)]
    if way == "h":
        middle = x0 + (x1 - x0) * turn
        return [(middle, y0), (middle, y1)]
    middle = y0 + (y1 - y0) * turn
    return [(x0, middle), (x1, middle)]


def _label(canvas: Canvas, link: Data, points: list[tuple[float, float]]) -> None:
    if "label_at" in link:
        (x, y), anchor = link["label_at"], link.get("label_anchor", "start")
    else:
        (x0, y0), (x1, y1) = points[0], points[-1]
        if abs(x0 - x1) < 1:
            x, y, anchor = x0 + 10, (y0 + y1) / 2 - 4 + 5, "start"
        else:
            x, y, anchor = (x0 + x1) / 2, min(y0, y1) - 8, "middle"
    style = STRONG if link.get("strong", True) else QUIET
    canvas.text(x, y, link["label"], Style(style.size, style.weight, style.role, anchor))


def _bracket(canvas: Canvas, bracket: Data, top: float) -> None:
    x, (y0, y1) = bracket["x"], bracket["y"]
    out = -8 if bracket.get("side", "left") == "left" else 8
    canvas.line((x, top + y0), (x + out, top + y0), (x + out, top + y1), (x, top + y1))
    middle = top + (y0 + y1) / 2
    lines = wrapped(bracket["label"], bracket.get("width", 80), LABEL, 600)
    anchor = "end" if out < 0 else "start"
    start = middle - len(lines) * LABEL * LINE / 2
    canvas.lines(x + out * 1.9, start, lines, Style(LABEL, 600, "ink", anchor))
