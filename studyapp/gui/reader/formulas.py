"""Formulas, typeset in a process of their own and kept on disk.

The view makes one `Formulas`; `math.py` asks it for what a page shows. A formula is kept without
color and at one size, and is scaled and colored when it is drawn.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, Signal
from PySide6.QtSvg import QSvgRenderer

from studyapp.files import write_derived
from studyapp.gui.language import grouped, translate
from studyapp.gui.reader.raster import Rasters
from studyapp.model import StudyError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor, QPainter

    from studyapp.gui.reader.worker import Worker
    from studyapp.gui.reader.worker_main import Answer

FORMULA_SIZE = 24.0
"""Text size at which formulas are typeset and kept."""
LONGEST = 2_000
"""Characters of a formula; a longer one is shown as its source."""
LARGEST = 400_000
"""Characters of its SVG: some 40 ms to draw."""
WIDEST = 20_000.0
VERSION = 2
"""Part of the name of a kept formula: to be raised when typesetting changes."""

_VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


@dataclass(frozen=True, slots=True)
class Formula:
    """A typeset formula at `FORMULA_SIZE`; lengths in pixels."""

    svg: str
    left: float
    width: float
    ascent: float
    descent: float

    @classmethod
    def parse(cls, source: str) -> Formula | None:
        """Read the measures from an SVG; None if they make no sense."""
        found = _VIEW_BOX.search(source)
        if not found:
            return None
        left, top, width, height = (float(part) for part in found.groups())
        if not (0 < width < WIDEST and 0 < height < WIDEST):
            return None
        return cls(source, left, width, max(-top, 0.0), max(height + top, 0.0))


Key = tuple[str, bool]
"""TeX, and whether it stands on a line of its own."""


class Formulas(QObject):
    """Every formula asked for: from memory, from disk, or typeset meanwhile.

    `ready` tells, some time after the asking, which formulas can now be had or are given up.
    """

    ready = Signal(set)

    def __init__(self, cache: Path, worker: Worker | None = None) -> None:
        super().__init__()
        self._folder = cache / "formulas"
        self._worker = worker
        self._known: dict[Key, Formula | str] = {}
        self._asked: set[Key] = set()
        self._rasters = Rasters(24 << 20)

    @property
    def busy(self) -> bool:
        """Whether any formula is still to come."""
        return bool(self._asked)

    def picture(self, tex: str, *, display: bool) -> Formula | None:
        """Return a formula; None while it is being typeset, and when it cannot be."""
        known = self._find((tex, display))
        return known if isinstance(known, Formula) else None

    def trouble(self, tex: str, *, display: bool) -> str:
        """Return why a formula cannot be typeset, or an empty string."""
        known = self._known.get((tex, display))
        return known if isinstance(known, str) else ""

    def _find(self, key: Key) -> Formula | str | None:
        known = self._known.get(key)
        if known is None and key not in self._asked:
            known = self._refused(key[0]) or self._kept(key)
            if known is None:
                self._ask(key)
            else:
                self._known[key] = known
        return known

    def _ask(self, key: Key) -> None:
        # Not needed for a first page without new formulas
        from studyapp.gui.reader.worker import Worker  # noqa: PLC0415
        from studyapp.gui.reader.worker_main import FormulaRequest  # noqa: PLC0415

        self._asked.add(key)
        self._worker = self._worker or Worker()
        request = FormulaRequest(key[0], display=key[1], size=FORMULA_SIZE)
        self._worker.ask(request, lambda answer: self._answered(key, answer))

    def _refused(self, tex: str) -> str:
        if len(tex) <= LONGEST:
            return ""
        said = translate("Formula", "the formula is longer than {} characters")
        return said.format(grouped(LONGEST))

    def _path(self, key: Key) -> Path:
        name = hashlib.blake2b(
            f"{VERSION}{key[1]}{key[0]}".encode(errors="replace"), digest_size=16
        )
        return self._folder / f"{name.hexdigest()}.svg"

    def _kept(self, key: Key) -> Formula | None:
        try:
            return Formula.parse(self._path(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _answered(self, key: Key, answer: Answer) -> None:
        why = answer.error or _unfit(answer.result)
        formula = None if why else Formula.parse(answer.result)
        self._known[key] = formula or why or translate("Formula", "it has no extent")
        if formula:
            with contextlib.suppress(StudyError):  # a full disk only means typesetting it again
                write_derived(self._path(key), formula.svg.encode())
        self._asked.discard(key)
        self.ready.emit({key})

    def paint(
        self, painter: QPainter, base: QPointF, formula: Formula, scale: float, color: QColor
    ) -> None:
        """Draw a formula with the left end of its baseline at a point."""
        above = ceil(formula.ascent * scale)  # whole pixels, so that the baseline falls between two
        height = above + ceil(formula.descent * scale)
        rect = QRectF(base.x(), base.y() - above, formula.width * scale, height)

        def draw(target: QPainter, whole: QRectF) -> None:
            inner = QRectF(
                whole.left(), 0, whole.width(), (formula.ascent + formula.descent) * scale
            )
            inner.moveTop(whole.top() + above - formula.ascent * scale)
            source = formula.svg.replace("currentColor", color.name())
            QSvgRenderer(QByteArray(source.encode())).render(target, inner)

        self._rasters.draw(painter, rect, (formula.svg, color.rgba()), draw)


def _unfit(source: str) -> str:
    """Return why a typeset formula must not be drawn, or an empty string."""
    from studyapp.gui.reader import svg  # noqa: PLC0415 - only after typesetting

    if len(source) > LARGEST:
        return translate("Formula", "it is too large")
    return svg.examine(source.encode()).refusal  # a color may name another file
