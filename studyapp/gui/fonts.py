"""The bundled typefaces: text, interface, code; so that a page looks the same on every machine.

The app registers the faces of the first screen before it paints and the others once it has painted.
Static faces only: from variable ones Qt makes a smeared, artificial bold.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from studyapp.files import bundled
from studyapp.model import StudyError

TEXT = "Literata"
UI = "Inter"
CODE = "JetBrains Mono"

_FIRST = (
    "Literata-Regular",
    "Literata-Italic",
    "Literata-Bold",
    "Inter-Regular",
    "Inter-SemiBold",
    "Inter-Bold",
    "JetBrainsMono-Regular",
)
_REST = (
    "Literata-BoldItalic",
    "Inter-Medium",
    "Inter-Italic",
    "JetBrainsMono-Bold",
    "JetBrainsMono-Italic",
)

_log = logging.getLogger(__name__)


def register_first() -> None:
    """Register the faces that a first screen of text, headings and code is set in."""
    # Qt warns of each script that a face does not cover, and takes another face all the same.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    _register(_FIRST)


def register_rest() -> None:
    """Register the faces that a first screen seldom needs."""
    _register(_REST)


def _register(names: tuple[str, ...]) -> None:
    try:
        folder = bundled("resources") / "fonts"
    except StudyError as error:
        _log.warning("%s", error)
        return
    for name in names:
        if QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf")) < 0:
            _log.warning("typeface %s cannot be loaded; the system's is used instead", name)


def font(
    family: str, pixels: float, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False
) -> QFont:
    """Return a font that spaces its letters evenly at any zoom."""
    result = QFont(family)
    result.setPixelSize(max(1, round(pixels)))
    result.setWeight(weight)
    result.setItalic(italic)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result
