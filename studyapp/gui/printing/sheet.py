"""The sheet of paper: its size, its margins, and how large the text stands on it.

Galleys and pages are measured in the typesetter's pixels; `Sheet` alone knows how many points one
has. So a page looks the same on a screen, in a PDF and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF

if TYPE_CHECKING:
    from studyapp.gui.printing.choices import Choices

SET_AT = 18.0
"""Text size at which galleys are set, in pixels: the size the reader's measures are made for."""
POINTS_IN_MM = 72 / 25.4
PAPERS = MappingProxyType({"A4": (595.276, 841.89), "Letter": (612.0, 792.0)})
"""Width and height in points."""
MARGINS = MappingProxyType({"narrow": (18.0, 19.0), "normal": (28.0, 25.0), "wide": (38.0, 31.0)})
"""At the sides, and above and below, in millimeters."""
BESIDE, EDGE, CHANNEL = 46.0, 9.0, 5.0
"""Column of notes in the margin, and how far it is from the edge and from the text, in mm."""
INNER = 20.0
"""The other margin when notes stand beside the text."""


def usual_paper() -> str:
    """Return the paper of the user's country."""
    is_metric = QLocale().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    return "A4" if is_metric else "Letter"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's measures, in pixels of the typesetter but for `scale`."""

    paper: str
    scale: float
    """Points of a pixel."""
    width: float
    height: float
    left: float
    top: float
    column: int
    """Width of the text."""
    room: float
    """Height of the text."""
    beside: int
    """Width of the column of notes in the margin; 0 without one."""
    channel: float
    """Distance of that column from the text."""

    @classmethod
    def chosen(cls, choices: Choices) -> Sheet:
        """Return the sheet that was chosen."""
        paper = choices.paper or usual_paper()
        scale = choices.text_size / SET_AT
        width, height = (side / scale for side in PAPERS[paper])
        mm = POINTS_IN_MM / scale
        side, top = (part * mm for part in MARGINS[choices.margins])
        left = right = side
        beside = 0
        if choices.notes == "margin":
            left, right = INNER * mm, (BESIDE + EDGE + CHANNEL) * mm
            beside = round(BESIDE * mm)
        column = round(width - left - right)
        return cls(
            paper, scale, width, height, left, top, column, height - 2 * top, beside, CHANNEL * mm
        )

    @property
    def text(self) -> QRectF:
        """Where the text stands."""
        return QRectF(self.left, self.top, self.column, self.room)
