"""A sheet that a figure is drawn on: colors by role, words measured, nothing over anything else.

Every renderer draws on a `Canvas`. Lengths are pixels of the 640 wide picture. `Canvas.svg` refuses
a sheet on which words would overlap, leave the picture or cross the edge of a box.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

WIDTH = 640
LABEL, NAME = 13, 15
LINE = 1.32
"""Distance of two lines of text, in font sizes."""

ROLES = {
    "ink": "#23262b",
    "heading": "#14171b",
    "muted": "#5f6670",
    "faint": "#8a919b",
    "rule": "#d9dce1",
    "page": "#fdfcf9",
    "card": "#f5f4f0",
    "accent": "#2f6db5",
    "on-accent": "#ffffff",
    "fill1": "#e3ecf7",
    "fill2": "#e2f0e6",
    "fill3": "#f7ecd9",
    "fill4": "#f7e2df",
    "fill5": "#ebe4f5",
    "fill6": "#dcf0f0",
    "line1": "#2f6db5",
    "line2": "#2e7d4f",
    "line3": "#9a6108",
    "line4": "#b3372f",
    "line5": "#6f4bb3",
    "line6": "#1f7a7d",
}

# Widths of the interface's letters (Inter) in hundredths of the font size.
_WIDTHS = {
    char: width
    for width, chars in (
        (25, "ijl\u2018\u2019"),
        (28, "I !,.:·';"),
        (34, "`t|()/[]\\"),
        (38, "fr"),
        (43, '1{}“”-_"^'),
        (51, "*\u2013?s"),
        (56, "kxzžavyäLcJ7"),
        (59, "eé5FhnuüE"),
        (62, "oö2bdgpq3689#0Z"),
        (65, "$&PRS4BT+<=>~K€"),
        (69, "XYAV"),
        (74, "DCHU"),
        (77, "GNOQ"),
        (83, "w"),
        (88, "…mM"),
        (98, "→@%W—"),
    )
    for char in chars
}
_BOLD = 1.045
_SPARE = 1.06
"""Room for faces that are wider than Inter."""


class FigureError(Exception):
    """A figure that cannot be drawn well: what is wrong with it."""


def color(role: str) -> str:
    """Return a role as SVG takes it; "none" stays."""
    return role if role == "none" else f"var(--{role}, {ROLES[role]})"


def width_of(words: str, size: float, weight: int = 400) -> float:
    """Return how wide a line of text may become, with some room to spare."""
    bold = _BOLD if weight >= 600 else 1.0
    return sum(_WIDTHS.get(char, 66) for char in words) * size / 100 * bold * _SPARE


def wrapped(words: str, width: float, size: float, weight: int = 400) -> list[str]:
    """Break a text into lines that fit; a newline in it breaks too."""
    lines: list[str] = []
    for part in words.split("\n") if words else []:
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width_of(longer, size, weight) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    for line in lines:
        if width_of(line, size, weight) > width:
            raise FigureError(f"'{line}' is wider than {width:g}")
    return lines


def number(value: float) -> str:
    """Return a coordinate with at most one decimal."""
    return f"{round(value, 1):g}"


@dataclass(frozen=True)
class Box:
    """A rectangle on the sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: Box) -> bool:
        """Tell whether the two overlap."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: Box) -> bool:
        """Tell whether the other lies wholly within this one."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom


@dataclass
class Style:
    """How a line of text looks."""

    size: float = LABEL
    weight: int = 400
    role: str = "ink"
    anchor: str = "start"


TITLE = Style(NAME, 600)
STRONG = Style(LABEL, 600)
QUIET = Style(LABEL, 400, "muted")


class Canvas:
    """Shapes and words in the order in which they are drawn."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._words: list[tuple[str, Box]] = []
        self._edges: list[Box] = []

    def text(self, x: float, y: float, words: str, style: Style, *, halo: bool = False) -> None:
        """Write one line; `y` is its baseline. A halo hides the grid behind it."""
        width = width_of(words, style.size, style.weight) / _SPARE
        left = {"start": x, "middle": x - width / 2, "end": x - width}[style.anchor]
        box = Box(left, y - style.size * 0.76, width, style.size * 0.98)
        self._words.append((words, box))
        if halo:
            behind = Box(box.x - 3, box.y - 1, box.width + 6, box.height + 2)
            self.rect(behind, "page", radius=2, edge=False)
        attributes = {
            "x": number(x),
            "y": number(y),
            "text-anchor": "" if style.anchor == "start" else style.anchor,
            "font-size": number(style.size),
            "font-weight": "" if style.weight == 400 else style.weight,
            "fill": color(style.role),
        }
        self._parts.append(f"<text {_written(attributes)}>{escape(words, quote=False)}</text>")

    def lines(self, x: float, y: float, lines: list[str], style: Style) -> float:
        """Write lines below one another, the top of the first at `y`; return the bottom."""
        step = style.size * LINE
        for place, line in enumerate(lines):
            self.text(x, y + step * place + style.size * 0.98, line, style)
        return y + step * len(lines)

    def rect(
        self,
        box: Box,
        fill: str,
        stroke: str = "none",
        *,
        radius: float = 8,
        dashes: str = "",
        thick: float = 1.5,
        edge: bool = True,
    ) -> None:
        """Draw a rectangle; one with an edge may not be crossed by words."""
        if edge:
            self._edges.append(box)
        attributes = {
            "x": number(box.x),
            "y": number(box.y),
            "width": number(box.width),
            "height": number(box.height),
            "rx": number(min(radius, box.width / 2, box.height / 2)),
            "fill": color(fill),
            "stroke": "" if stroke == "none" else color(stroke),
            "stroke-width": "" if stroke == "none" else number(thick),
            "stroke-dasharray": dashes,
        }
        self._parts.append(f"<rect {_written(attributes)}/>")

    def path(
        self,
        drawn: str,
        stroke: str = "muted",
        *,
        fill: str = "none",
        thick: float = 2,
        dashes: str = "",
    ) -> None:
        """Draw a path from its SVG commands."""
        attributes = {
            "d": drawn,
            "fill": color(fill),
            "stroke": "" if stroke == "none" else color(stroke),
            "stroke-width": "" if stroke == "none" else number(thick),
            "stroke-dasharray": dashes,
            "stroke-linejoin": "round" if stroke != "none" else "",
        }
        self._parts.append(f"<path {_written(attributes)}/>")

    def line(self, *points: tuple[float, float], **look: object) -> None:
        """Draw straight pieces from point to point; the look is that of `path`."""
        drawn = " L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.path("M" + drawn, **look)  # type: ignore[arg-type]

    def circle(
        self,
        center: tuple[float, float],
        radius: float,
        fill: str,
        stroke: str = "none",
        thick: float = 1.5,
    ) -> None:
        attributes = {
            "cx": number(center[0]),
            "cy": number(center[1]),
            "r": number(radius),
            "fill": color(fill),
            "stroke": "" if stroke == "none" else color(stroke),
            "stroke-width": "" if stroke == "none" else number(thick),
        }
        self._parts.append(f"<circle {_written(attributes)}/>")

    def mark(self, center: tuple[float, float], shape: str, role: str, size: float = 5) -> None:
        """Draw a small sign: dot, ring, square or diamond."""
        x, y = center
        if shape == "square":
            side = size * 1.8
            box = Box(x - side / 2, y - side / 2, side, side)
            self.rect(box, role, radius=1, edge=False)
        elif shape == "diamond":
            reach = size * 1.3
            corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
            drawn = " L".join(f"{number(a)} {number(b)}" for a, b in corners)
            self.path(f"M{drawn} Z", "none", fill=role)
        elif shape == "ring":
            self.circle(center, size, "page", role, 2.5)
        else:
            self.circle(center, size, role)

    def arrow(self, *points: tuple[float, float], role: str = "muted", dashes: str = "") -> None:
        """Draw straight pieces that end in a head."""
        (x0, y0), (x, y) = points[-2], points[-1]
        length = max(1e-6, ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5)
        dx, dy = (x - x0) / length, (y - y0) / length
        neck = (x - dx * 9, y - dy * 9)
        self.line(*points[:-1], neck, stroke=role, dashes=dashes)
        wings = ((neck[0] - dy * 6, neck[1] + dx * 6), (x, y), (neck[0] + dy * 6, neck[1] - dx * 6))
        drawn = " L".join(f"{number(a)} {number(b)}" for a, b in wings)
        self.path(f"M{drawn} Z", "none", fill=role)

    def svg(self, height: float) -> str:
        """Return the picture; raise FigureError where words are in the way of something."""
        self._look_over(Box(0, 0, WIDTH, height))
        size = f'viewBox="0 0 {WIDTH} {number(height)}" width="{WIDTH}" height="{number(height)}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        return "\n".join([head, *("  " + part for part in self._parts), "</svg>\n"])

    def _look_over(self, sheet: Box) -> None:
        for place, (words, box) in enumerate(self._words):
            if not sheet.holds(box):
                raise FigureError(f"'{words}' leaves the picture")
            for others, other in self._words[:place]:
                if box.meets(other):
                    raise FigureError(f"'{words}' lies over '{others}'")
            for edge in self._edges:
                if box.meets(edge) and not edge.holds(box):
                    raise FigureError(f"'{words}' crosses the edge of a box")


def _written(attributes: dict[str, object]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in attributes.items() if value != "")
