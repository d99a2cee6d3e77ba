"""Puts off the end of widgets until no drag, menu or dialog waits in a loop of events of its own.

Whatever loop runs deletes what is due: also the widget whose mouse event began the loop, and which
Qt goes on with once it has ended. The session ends a window through this, the notes an editor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

AGAIN_MS = 50


def when_unwound(owner: QObject, act: Callable[[], object]) -> None:
    """Act as soon as no loop runs but that of the program: now, or later if `owner` still lives."""
    if QThread.currentThread().loopLevel() > 1:
        QTimer.singleShot(AGAIN_MS, owner, lambda: when_unwound(owner, act))
    else:
        act()
