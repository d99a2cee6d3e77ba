"""Garbage is looked for on the GUI thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.gui.garbage import EVERY_MS, Garbage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Knot(QObject):
    """An object that only the search for garbage frees."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_what_is_garbage_goes_on_this_thread_alone(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    parent = QObject()
    Garbage(parent)
    knot = Knot()
    weakref.finalize(knot, lambda: threads.append(threading.current_thread()))
    del knot

    def busy() -> None:
        kept = [[number] for number in range(200_000)]
        assert kept

    worker = threading.Thread(target=busy)
    worker.start()
    worker.join()
    assert threads == []
    assert not gc.isenabled()
    many = [[number] for number in range(5_000)]
    qtbot.waitUntil(lambda: bool(threads), timeout=20 * EVERY_MS)
    assert threads == [threading.main_thread()]
    assert many
