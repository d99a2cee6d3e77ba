"""Builds the document on show to its end, a slice at a time, while its beginning is being read.

The reader has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from studyapp.gui.reader.build import Built

SLICE_MS = 12  # less than a frame


class Growth(QObject):
    """One document at a time. Signal: `grown()` after each slice but the first."""

    grown = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._built: Built | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, built: Built) -> None:
        """Build the beginning now, and the rest as there is time."""
        self._built = built
        built.build(SLICE_MS * 3)
        if built.finished:
            self._timer.stop()
        else:
            self._timer.start()

    def stop(self) -> None:
        """Build no more: nothing is on show."""
        self._built = None
        self._timer.stop()

    def _go_on(self) -> None:
        if self._built is None or self._built.build(SLICE_MS):
            self._timer.stop()
        self.grown.emit()
