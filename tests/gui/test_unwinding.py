"""What a loop of events within another must not end."""

from PySide6.QtCore import QEventLoop, QObject, QTimer
from shiboken6 import isValid

from studyapp.gui.unwinding import when_unwound


def test_nothing_ends_inside_a_loop_within_the_loop(qtbot):
    owner, told = QObject(), []

    def drag():
        loop = QEventLoop()
        QTimer.singleShot(0, lambda: when_unwound(owner, owner.deleteLater))
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, loop.quit))
        loop.exec()
        told.append(isValid(owner))

    QTimer.singleShot(0, drag)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]
    qtbot.waitUntil(lambda: not isValid(owner))


def test_without_one_it_is_done_at_once(qapp):
    done = []
    when_unwound(qapp, lambda: done.append(1))
    assert done == [1]
