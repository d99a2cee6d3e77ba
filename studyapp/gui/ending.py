"""Ends the program in order when the system asks for it: at the end of a session, by Ctrl+C.

Without this a signal ends the interpreter on the spot, and the last words of a note with it. The
session makes an `Ending` after the first page and closes its window when it is asked.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class Ending(QObject):
    """Hears signals of the system, where there are any. Signal: `asked()`."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen from now on; on the main thread only."""
        super().__init__(parent)
        self._before: dict[int, object] = {}
        if os.name != "posix":
            return
        # Qt waits in C, where no handler of Python runs: the number of the signal wakes it
        self._out, self._in = os.pipe()
        os.set_blocking(self._in, False)
        self._notifier = QSocketNotifier(self._out, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._in, warn_on_full_buffer=False)
        for number in (getattr(signal, name) for name in NAMES):
            self._before[number] = signal.signal(number, _heard)

    def close(self) -> None:
        """Listen no more."""
        if not self._before:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type] - what `signal` returned
        self._before = {}
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in (self._out, self._in):
            os.close(end)

    def _on_signal(self) -> None:
        os.read(self._out, 64)
        self.asked.emit()


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that it was sent is read from the pipe."""
