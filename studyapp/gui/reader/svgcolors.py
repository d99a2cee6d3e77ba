"""Figures in the colors of the theme and the faces of the app, as docs/figures.md promises.

`picturelooks.py` calls `colored` with the bytes of an SVG that `svg.py` has let through.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from studyapp.gui import fonts

if TYPE_CHECKING:
    from studyapp.gui.theme import Theme

_FAMILY = re.compile(rb"(font-family\s*[:=]\s*)(\"[^\"]*\"|'[^']*'|[^;}\"'<>]*)")
_ROOT = re.compile(rb"<svg\b")
_VARIABLE = re.compile(rb"var\(\s*--([\w-]+)\s*(?:,\s*([^()]*))?\)")

_ROLES = {
    "ink": "ink",
    "heading": "heading",
    "muted": "muted",
    "faint": "faint",
    "rule": "table_rule",
    "page": "page",
    "accent": "accent",
    "on-accent": "on_accent",
    "note": "callout_note",
    "tip": "callout_tip",
    "warning": "callout_warning",
    "danger": "callout_danger",
}
_KINDS = (
    "token_function",
    "callout_tip",
    "callout_warning",
    "callout_danger",
    "callout_example",
    "callout_question",
)
"""The hues of `fill1` to `fill6` and `line1` to `line6`: blue, green, ochre, red, purple, teal."""


def colored(data: bytes, theme: Theme) -> bytes:
    """Return an SVG in the colors and faces of the theme."""
    palette = colors(theme)

    def color(found: re.Match[bytes]) -> bytes:
        name = found[1].decode()
        if name in _FACES:
            return _FACES[name].encode()
        return palette.get(name, "").encode() or (found[2] or b"").strip() or b"black"

    data = _VARIABLE.sub(color, data)
    data = _FAMILY.sub(lambda found: found[1] + _family(found[2]), data)
    root = f'<svg font-family="{fonts.UI}"' if not _says(data, b"font-family") else "<svg"
    if not _says(data, b"color"):
        root += f' color="{palette["ink"]}"'
    return _ROOT.sub(root.encode(), data, count=1)


_FACES = {"sans": fonts.UI, "serif": fonts.TEXT, "mono": fonts.CODE}


def _says(data: bytes, attribute: bytes) -> bool:
    """Tell whether the root element has an attribute, which must not be given twice."""
    start = _ROOT.search(data)
    tag = data[start.start() : data.find(b">", start.start())] if start else b""
    return re.search(rb"\s" + re.escape(attribute) + rb"\s*=", tag) is not None


def _family(names: bytes) -> bytes:
    """Return the bundled face that stands for a list of families, quoted as the list was."""
    quote = names[:1] if names[:1] in b"\"'" else b""
    lower = names.lower()
    face = fonts.UI
    if b"mono" in lower or b"courier" in lower or b"consol" in lower:
        face = fonts.CODE
    elif fonts.TEXT.lower().encode() in lower or re.search(rb"(?<!sans-)(?<!sans )serif", lower):
        face = fonts.TEXT
    return quote + face.encode() + quote


def colors(theme: Theme) -> dict[str, str]:
    """Return the colors that a figure may name, as docs/figures.md lists them."""
    found = {name: theme.over(role).name() for name, role in _ROLES.items()}
    soft = 0.16 if theme.dark else 0.12
    for number, role in enumerate(_KINDS, 1):
        found[f"line{number}"] = theme.over(role).name()
        found[f"fill{number}"] = _tint(theme, role, soft)
    found["card"] = _tint(theme, "ink", 0.07 if theme.dark else 0.04)
    found["land"] = _tint(theme, "muted", 0.24 if theme.dark else 0.16)
    found["water"] = _tint(theme, "callout_question", soft * 0.6)
    return found


def _tint(theme: Theme, role: str, part: float) -> str:
    """Return the page's color with a part of another in it."""
    page, hue = theme["page"], theme.over(role)
    return QColor.fromRgbF(
        page.redF() + (hue.redF() - page.redF()) * part,
        page.greenF() + (hue.greenF() - page.greenF()) * part,
        page.blueF() + (hue.blueF() - page.blueF()) * part,
    ).name()
