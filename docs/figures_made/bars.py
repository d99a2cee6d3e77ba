"""Amounts as bars: level rows, upright columns, and one sum cut into parts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from figures_made.canvas import LABEL, QUIET, STRONG, WIDTH, Box, Style, width_of, wrapped

if TYPE_CHECKING:
    from figures_made.canvas import Canvas

Data = dict[str, Any]


def draw_bars(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw one bar a row, its name left and its amount right of it; return the bottom."""
    left, most = panel.get("left", 190), panel["most"]
    span = WIDTH - left - panel.get("right", 110)
    y = _legend(canvas, panel, top)
    step = panel.get("step", 46)
    for row in panel["row"]:
        middle = y + step / 2
        _names(canvas, row, panel, middle)
        box = Box(left, middle - 11, max(2, row["value"] / most * span), 22)
        _row_bar(canvas, row, box, span / most)
        y += step
    start = y - step * len(panel["row"])
    canvas.line((left, start + 4), (left, y - 4), stroke="muted", thick=1.2)
    if "arrow" in panel:
        _direction(canvas, panel["arrow"], start + 6, y - 6)
    return _foot(canvas, panel, y)


def _direction(canvas: Canvas, names: Data, top: float, bottom: float) -> None:
    x, style = 12, Style(LABEL, 600, "muted", "middle")
    canvas.text(x, top + 12, names["from"], style)
    canvas.arrow((x, top + 20), (x, bottom - 20))
    canvas.text(x, bottom - 4, names["to"], style)


def _legend(canvas: Canvas, panel: Data, y: float) -> float:
    x = 2.0
    for entry in panel.get("legend", []):
        kind = entry["color"]
        box = Box(x, y + 4, 22, 14)
        canvas.rect(box, f"fill{kind}", f"line{kind}", radius=3, edge=False)
        _stripes(canvas, box, kind, entry.get("style", ""))
        canvas.text(x + 30, y + 15.5, entry["text"], QUIET)
        x += 30 + width_of(entry["text"], LABEL) + 22
    return y + (28 if panel.get("legend") else 0)


def _names(canvas: Canvas, row: Data, panel: Data, middle: float) -> None:
    room = panel.get("left", 190) - 12 - panel.get("indent", 0)
    heads = wrapped(row["name"], room, LABEL, 600)
    lines = wrapped(row.get("note", ""), room, LABEL)
    start = middle - (len(heads) + len(lines)) * LABEL * 1.32 / 2
    x = 2 + panel.get("indent", 0)
    y = canvas.lines(x, start, heads, STRONG)
    canvas.lines(x, y, lines, QUIET)


def _row_bar(canvas: Canvas, row: Data, box: Box, scale: float) -> None:
    kind = row.get("color", 1)
    canvas.rect(box, f"fill{kind}", f"line{kind}", radius=3, edge=False)
    _stripes(canvas, box, kind, row.get("style", ""))
    end = box.right
    if "up_to" in row:
        more = Box(box.right, box.y, (row["up_to"] - row["value"]) * scale, box.height)
        canvas.rect(more, "page", f"line{kind}", radius=0, dashes="4 3", edge=False)
        end = more.right
    if row.get("open"):
        middle = box.middle[1]
        drawn = f"M{end - 1:.1f} {box.y - 5:.1f} l12 {box.height / 2 + 5:.1f} "
        drawn += f"l-12 {box.height / 2 + 5:.1f} Z"
        canvas.path(drawn, f"line{kind}", fill=f"line{kind}", thick=1)
        canvas.text(end + 18, middle + 5, row["amount"], STRONG)
        return
    canvas.text(end + 8, box.middle[1] + 5, row["amount"], STRONG)
    if row.get("beside"):
        x = end + 8 + width_of(row["amount"], LABEL, 600) + 6
        canvas.text(x, box.middle[1] + 5, row["beside"], QUIET)


def _stripes(canvas: Canvas, box: Box, kind: int, style: str) -> None:
    x = box.x + 4
    while style == "striped" and x + 6 < box.right:
        ends = ((x, box.bottom - 2), (x + 6, box.y + 2))
        canvas.line(*ends, stroke=f"line{kind}", thick=1.2)
        x += 8


def _foot(canvas: Canvas, panel: Data, y: float) -> float:
    for note in panel.get("foot", []):
        y = canvas.lines(2, y + 4, wrapped(note, WIDTH - 4, LABEL), QUIET)
    return y + 6


def draw_columns(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw one column for each entry over a base line; return the bottom."""
    height, most = panel.get("height", 250), panel["most"]
    left, base = panel.get("left", 34), top + 36 + height
    for tick in panel["ticks"]:
        y = base - tick / most * height
        canvas.line((left, y), (WIDTH - 4, y), stroke="rule", thick=1)
        canvas.text(left - 8, y + 4.5, str(tick), Style(LABEL, 400, "muted", "end"))
    step = (WIDTH - 4 - left) / len(panel["column"])
    width = panel.get("width", 46)
    for place, column in enumerate(panel["column"]):
        x = left + step * (place + 0.5)
        _column(canvas, column, Box(x - width / 2, base, width, height), most)
    canvas.line((left, base), (WIDTH - 4, base), stroke="muted", thick=1.4)
    for place, (before, after) in enumerate(pairwise(panel["column"]), 1):
        if after.get("break"):
            _break(canvas, left + step * place, base)
        if before.get("event_after"):
            x = left + step * place
            canvas.line((x, top + 4), (x, base), stroke="line4", thick=1.4, dashes="5 3")
            canvas.text(x + 8, top + 14, before["event_after"], Style(LABEL))
    return _foot(canvas, panel, base + 28)


def _break(canvas: Canvas, x: float, base: float) -> None:
    canvas.line((x - 4, base), (x + 4, base), stroke="page", thick=5)
    for shift in (-4, 4):
        ends = ((x + shift - 3, base + 6), (x + shift + 3, base - 6))
        canvas.line(*ends, stroke="muted", thick=1.4)


def _column(canvas: Canvas, column: Data, room: Box, most: float) -> None:
    kind, value = column.get("color", 1), column["value"]
    if "outline" in column:
        tall = column["outline"] / most * room.height
        whole = Box(room.x, room.y - tall, room.width, tall)
        canvas.rect(whole, "none", "faint", radius=2, thick=1, dashes="3 3", edge=False)
    tall = value / most * room.height
    box = Box(room.x, room.y - tall, room.width, tall)
    canvas.rect(box, f"fill{kind}", f"line{kind}", radius=2, edge=False)
    if column.get("style") == "striped":
        y = box.y + 26
        while y < box.bottom - 2:
            ends = ((box.x + 3, y), (box.right - 3, y))
            canvas.line(*ends, stroke=f"line{kind}", thick=1, dashes="3 3")
            y += 8
    middle = room.x + room.width / 2
    inside = column.get("inside", False)
    y = box.y + 17 if inside else box.y - 6
    canvas.text(middle, y, str(column.get("amount", value)), Style(15, 700, "ink", "middle"))
    canvas.text(middle, room.y + 20, column["name"], Style(LABEL, 600, "muted", "middle"))


def draw_coins(canvas: Canvas, panel: Data, top: float) -> float:
    """Draw a whole as one bar with a hair cut off, and the hair enlarged below."""
    whole, part = panel["whole"], panel["part"]
    bar = Box(8, top + 28, WIDTH - 16, 54)
    canvas.text(8, top + 18, whole["heading"], STRONG)
    canvas.rect(bar, "fill1", "line1", radius=2)
    hair = bar.width * part["value"] / whole["value"]
    canvas.text(bar.x + 14, bar.y + 24, whole["name"], Style(15, 600))
    canvas.text(bar.x + 14, bar.y + 43, whole["note"], QUIET)
    canvas.rect(Box(bar.right - hair, bar.y, hair, bar.height), "line3", radius=0, edge=False)
    y = bar.bottom + 104
    cut = f"M{bar.right - hair:.1f} {bar.bottom} L{bar.x} {y} H{bar.right} V{bar.bottom} Z"
    canvas.path(cut, "line3", fill="fill3", thick=1, dashes="4 3")
    lines = wrapped(part["heading"], 215, LABEL, 600)
    canvas.lines(bar.right - 12, y - 10 - len(lines) * 17.2, lines, Style(LABEL, 600, "ink", "end"))
    return _pieces(canvas, part["piece"], Box(bar.x, y, bar.width, 62)) + 6


def _pieces(canvas: Canvas, pieces: list[Data], room: Box) -> float:
    total, x, bottom = sum(piece["value"] for piece in pieces), room.x, room.bottom
    for piece in pieces:
        width = room.width * piece["value"] / total
        kind = piece["color"]
        canvas.rect(Box(x, room.y, width, room.height), f"fill{kind}", f"line{kind}", radius=2)
        style = Style(15, 700, "ink", "middle")
        canvas.text(x + width / 2, room.y + 38, piece["amount"], style)
        lines = wrapped(piece["name"], max(width - 8, piece.get("room", 0)), LABEL)
        left = piece.get("room", 0) > width
        at = (x, "start") if left else (x + width / 2, "middle")
        style = Style(LABEL, 400, "ink", at[1])
        bottom = max(bottom, canvas.lines(at[0], room.bottom + 8, lines, style))
        x += width
    return bottom
