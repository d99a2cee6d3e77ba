"""Looks for garbage on the GUI thread alone.

Python looks for it on whichever thread happens to make an object. On another thread, what belongs
to Qt would be destroyed there, with its timers running, and the program would crash. The session
makes one `Garbage` once the first page is on screen.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Does now and then what Python would do by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._looking = QTimer(self, interval=EVERY_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def look(self) -> None:
        """Collect the generations that are due by Python's own thresholds, the oldest first."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return
