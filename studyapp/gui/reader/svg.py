"""SVG pictures of a course: refused when drawing one could hang or read a file.

`images.py` hands in the bytes of a file. QtSvg draws while nothing else can run and cannot be
stopped, so what it is given is measured first: every shape counts, a reference counts all that it
stands for. What an author may write is told in docs/figures.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from studyapp.gui.language import translate
from studyapp.wording import noted

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 1 << 20
DEEPEST = 30
"""Levels of nesting; QtSvg itself stops at 32."""
MOST_ELEMENTS = 20_000
MOST_COST = 5_000
"""What may be drawn, in flat shapes that fill a screen (0.3 ms each): at most about 1.5 seconds."""
GRADIENT, PATTERN, MASK, FILTER = 3, 20, 25, 300
"""What a reference costs beside the shapes it draws (measured in flat shapes)."""
LONGEST_SHEET = 20_000

REFUSED_ELEMENTS = {
    "image": noted("Picture", "it holds another picture"),
    "feImage": noted("Picture", "it holds another picture"),
    "foreignObject": noted("Picture", "it holds a web page"),
}
COSTS = {"path": 2, "pattern": PATTERN, "mask": MASK, "filter": FILTER}
SHEET_TARGETS = {"linearGradient", "radialGradient", "solidColor"}

_DASHES = re.compile(rb"stroke-dasharray\s*[:=]\s*[\"']?([\d.,\s]*)")
_REFERENCE = re.compile(r"url\(\s*['\"]?\s*([^)'\"\s]*)")
_LENGTH = re.compile(r"\s*([\d.]+(?:e\d+)?)\s*(px|pt|mm|cm|in|em|)\s*$")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "mm": 3.7795, "cm": 37.795, "in": 96.0, "em": 16.0}
_UNSIZED = (300.0, 150.0)


class Drawing(NamedTuple):
    """What is known of an SVG before it is drawn."""

    width: float
    height: float
    sized: bool
    """Whether the file says how large it wants to be."""
    themed: bool
    """Whether it takes its colors from the theme."""
    refusal: str


@dataclass
class _Element:
    name: str
    cost: int = 1
    children: list[_Element] = field(default_factory=list)
    references: list[tuple[str, int]] = field(default_factory=list)
    """Ids drawn with this element, and how often."""


def examine(data: bytes) -> Drawing:
    """Read an SVG without drawing it; `refusal` says why it must not be drawn."""
    if len(data) > LARGEST:
        return Drawing(
            *_UNSIZED,
            sized=False,
            themed=False,
            refusal=translate("Picture", "it is larger than 1 MB"),
        )
    reader = _Reader()
    try:
        reader.read(data)
        reader.count()
    except _RefusedError as error:
        return Drawing(*_UNSIZED, sized=False, themed=False, refusal=str(error))
    except (expat.ExpatError, ValueError, LookupError):
        return Drawing(
            *_UNSIZED,
            sized=False,
            themed=False,
            refusal=translate("Picture", "it is not a valid SVG"),
        )
    themed = b"var(--" in data or b"currentColor" in data
    return Drawing(*reader.size(), sized="width" in reader.root, themed=themed, refusal="")


class _RefusedError(Exception):
    """Why a picture is not drawn."""


class _Reader:
    """Takes an SVG apart with expat, which resolves nothing and fetches nothing."""

    def __init__(self) -> None:
        self.root: Mapping[str, str] = {}
        self._open: list[_Element] = []
        self._top = _Element("")
        self._elements = 0
        self._by_id: dict[str, _Element] = {}
        self._sheet: list[str] = []
        self._costs: dict[int, int] = {}
        self._dash = 1 / 2_000

    def read(self, data: bytes) -> None:
        self._dash = _dash_cost(data)
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = self._instruction
        parser.Parse(data, True)

    def _doctype(self, *_args: object) -> None:
        raise _RefusedError(translate("Picture", "it declares a document type"))

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise _RefusedError(translate("Picture", "it refers to another file"))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if not self._open:
            if name != "svg":
                raise _RefusedError(translate("Picture", "it is not an SVG"))
            self.root = attributes
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) >= DEEPEST:
            raise _RefusedError(translate("Picture", "it has too many parts or too deep ones"))
        if name in REFUSED_ELEMENTS:
            raise _RefusedError(translate("Picture", REFUSED_ELEMENTS[name]))
        element = _Element(name, COSTS.get(name, 1) + round(self._dash * _corners(attributes)))
        element.references = list(_references(name, attributes))
        (self._open[-1] if self._open else self._top).children.append(element)
        self._open.append(element)
        self._by_id.setdefault(attributes.get("id", ""), element)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1].name == "style":
            self._sheet.append(text)
        elif self._open:
            self._open[-1].cost += len(text.strip()) // 3

    def count(self) -> None:
        """Refuse what would take too long to draw."""
        self._check_sheet("".join(self._sheet))
        for name in ("clipPath", "linearGradient", "radialGradient"):
            for element in (e for e in self._by_id.values() if e.name == name):
                element.cost = GRADIENT
        width, height = self.size()
        area = max(1.0, height / width * 4 / 3)  # tall ones are drawn as wide as others
        if self._cost(self._top, ()) * area > MOST_COST:
            raise _RefusedError(translate("Picture", "it would take too long to draw"))

    def _check_sheet(self, sheet: str) -> None:
        if len(sheet) > LONGEST_SHEET:
            raise _RefusedError(translate("Picture", "its style sheet is too long"))
        if "@import" in sheet or "\\" in sheet:
            raise _RefusedError(translate("Picture", "it refers to another file"))
        for target in _REFERENCE.findall(sheet):
            element = self._by_id.get(_local(target))
            if element and element.name not in SHEET_TARGETS:
                raise _RefusedError(translate("Picture", "its style sheet draws other parts of it"))

    def _cost(self, element: _Element, above: tuple[int, ...]) -> int:
        """Return what an element costs, with all that it holds and refers to."""
        key = id(element)
        if key in above:
            raise _RefusedError(translate("Picture", "it refers to itself"))
        if key not in self._costs:
            path = (*above, key)
            cost = element.cost + sum(self._cost(child, path) for child in element.children)
            for target, times in element.references:
                drawn = self._by_id.get(target)
                cost += times * self._cost(drawn, path) if drawn else 0
            if len(path) > 4 * DEEPEST or cost > MOST_COST:
                raise _RefusedError(translate("Picture", "it would take too long to draw"))
            self._costs[key] = cost
        return self._costs[key]

    def size(self) -> tuple[float, float]:
        """Return the size in pixels: as the file says, else that of its view box."""
        box = [float(part) for part in self.root.get("viewBox", "").replace(",", " ").split()]
        inner = (box[2], box[3]) if len(box) == 4 and min(box[2:]) > 0 else _UNSIZED
        width, height = (_pixels(self.root.get(side, "")) for side in ("width", "height"))
        if not width and not height:
            return inner
        width = width or height * inner[0] / inner[1]
        return width, height or width * inner[1] / inner[0]


def _pixels(length: str) -> float:
    found = _LENGTH.match(length)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0


def _local(target: str) -> str:
    """Return the id that a reference names; refuse one that leads out of the file."""
    if not target.startswith("#"):
        raise _RefusedError(translate("Picture", "it refers to another file"))
    return target[1:]


def _references(name: str, attributes: Mapping[str, str]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for key, value in attributes.items():
        attribute = key.rpartition(":")[2]
        if attribute == "style" and "\\" in value:
            raise _RefusedError(
                translate("Picture", "it is written so as to hide what it refers to")
            )
        if attribute == "href" and name not in {"a", "script"}:
            found.append((_local(value.strip()), 1))
        times = _corners(attributes) if "marker" in attribute or "marker" in value else 1
        found += [(_local(target), times) for target in _REFERENCE.findall(value)]
    return found


def _corners(attributes: Mapping[str, str]) -> int:
    """Return how many points a path has at most: a marker may stand at each."""
    return 1 + len(attributes.get("d", attributes.get("points", ""))) // 4


def _dash_cost(data: bytes) -> float:
    """Return what each point of an outline costs: dashes are cut one by one."""
    dashes = [found[1].replace(b",", b" ").split() for found in _DASHES.finditer(data)]
    if not any(dashes):
        return 1 / 2_000
    finest = min(sum(float(part) for part in parts) for parts in dashes if parts)
    return 1.0 if finest < 2 else 1 / 6
