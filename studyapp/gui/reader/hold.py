"""Keeps a place in view while Qt still lays out what is below and corrects its guess of the length.

The view scrolls through it to words, and lets go when the reader scrolls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar

    from studyapp.gui.reader.build import Built

AT_TOP = 4
"""Scrolled by no more pixels than this, a page is at its top."""
ABOVE = 8
"""Pixels left above the first line of a block that is brought to the top."""


class Hold:
    """The place that was gone to last, until the reader scrolls on."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self._held: tuple[Built, int, float] | None = None
        self._value = 0
        bar.rangeChanged.connect(lambda _least, _most: self._again())
        bar.sliderPressed.connect(self.let_go)

    def scroll_to(self, built: Built, position: int, part: float = 0.0) -> None:
        """Bring a document position to the top of the view, or to a part of its height below."""
        self._held = (built, position, part)
        block = built.document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        within = line.y() if line.isValid() and line.lineNumber() else -ABOVE
        top = built.geometry.rect(block).top() + within
        wanted = max(0, round(top - part * self._bar.pageStep()))
        self._bar.setMaximum(max(self._bar.maximum(), wanted))
        self._bar.setValue(wanted)
        self._value = wanted

    @property
    def top(self) -> int | None:
        """The document position that was brought to the top, as long as its line stands there.

        It may be within its line: where lines break otherwise, it is not where the line begins.
        """
        is_top = self._held is not None and not self._held[2] and self._bar.value() == self._value
        return self._held[1] if self._held and is_top else None

    def keep(self, built: Built, position: int) -> None:
        """Bring what was at the top back there: the lines are others. A place held goes first."""
        if self._bar.value() > AT_TOP:
            self._held = self._held or (built, position, 0.0)
        self._again()

    def reveal(self, built: Built, first: int, last: int) -> None:
        """Scroll so that a document range is in view, as little as it takes."""
        self.let_go()
        rects = built.geometry.bands(first, last)
        if not rects:
            return
        top, bottom = rects[0].top() - ABOVE, rects[-1].bottom() + ABOVE
        view, height = self._bar.value(), self._bar.pageStep()
        if top < view or (bottom > view + height and bottom - top > height):
            self._bar.setValue(round(top))
        elif bottom > view + height:
            self._bar.setValue(round(bottom - height))

    def let_go(self) -> None:
        """Hold no place any more."""
        self._held = None

    def _again(self) -> None:
        if self._held:
            self.scroll_to(*self._held)
