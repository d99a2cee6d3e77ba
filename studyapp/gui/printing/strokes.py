"""Tells Qt's PDF engine not to outline the shapes of an SVG that have no outline.

QtSvg draws such an outline with an empty brush. On a screen that draws nothing; in a PDF it comes
out in the color of the filling, and every formula is bold. A line of no width is not drawn at all.
`typesetting.py` passes every SVG through here before it is drawn on paper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    rb"|<(?P<end>/)?(?:\w+:)?(?P<name>\w+)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/)?>",
    re.DOTALL,
)
_STROKE = re.compile(rb"(?<![\w-])stroke\s*(?:=\s*[\"']|:)\s*([^;\"'}]+)")
_CLASS = re.compile(rb"\sclass\s*=\s*[\"']([^\"']*)")
_STYLE = re.compile(rb"\sstyle\s*=\s*([\"'])(.*?)\1", re.DOTALL)
_RULE = re.compile(rb"([^{}]+)\{([^}]*)\}")
_SHAPES = frozenset({b"path", b"rect", b"circle", b"ellipse", b"line", b"polyline", b"polygon"})
_NONE = frozenset({b"", b"none", b"transparent"})
_NO_WIDTH = b"stroke-width:0"


def without_stray_strokes(data: bytes) -> bytes:
    """Return an SVG in which every shape without an outline says that it has none."""
    if not _STROKE.search(data):
        return data.replace(b"<svg", b'<svg stroke-width="0"', 1)
    return b"".join(_pieces(data, _sheet(data)))


def _sheet(data: bytes) -> Mapping[bytes, bytes]:
    """Return what the style sheets say of strokes: class or element to color."""
    sheets = re.findall(rb"<style[^>]*>(.*?)</style>", data, re.DOTALL)
    found: dict[bytes, bytes] = {}
    for names, body in (rule for sheet in sheets for rule in _RULE.findall(sheet)):
        stroke = _STROKE.search(body)
        if stroke:
            found.update({name.strip(): stroke[1].strip() for name in names.split(b",")})
    return found


def _pieces(data: bytes, sheet: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """Yield the SVG, with a word added to the tags that need it."""
    strokes = [b""]
    done = 0
    for tag in _TAG.finditer(data):
        name = tag["name"]
        if not name:
            continue
        if tag["end"]:
            strokes[1:] = strokes[1:-1]
            continue
        stroke = _stroke_of(name, tag["rest"], sheet) or strokes[-1]
        if name in _SHAPES and stroke in _NONE:
            yield data[done : tag.start("rest")]
            yield _thinned(tag["rest"])
            done = tag.end("rest")
        if not tag["empty"]:
            strokes.append(stroke)
    yield data[done:]


def _stroke_of(name: bytes, rest: bytes, sheet: Mapping[bytes, bytes]) -> bytes:
    """Return the stroke that an element has of its own: its style before its class, if any."""
    style = _STYLE.search(rest)
    own = style and _STROKE.search(style[2])
    classes = _CLASS.search(rest)
    named = (
        [sheet[b"." + one] for one in classes[1].split() if b"." + one in sheet] if classes else []
    )
    if own or named:
        return own[1].strip() if own else named[-1]
    attribute = _STROKE.search(rest)
    return sheet.get(name, b"") or (attribute[1].strip() if attribute else b"")


def _thinned(rest: bytes) -> bytes:
    style = _STYLE.search(rest)
    if style:
        return rest[: style.end(2)] + b";" + _NO_WIDTH + rest[style.end(2) :]
    return rest + b' style="' + _NO_WIDTH + b'"'
