"""Long work of the GUI thread, done in slices too short to be noticed.

Qt lays text out only on that thread. The work is a generator that pauses every few milliseconds; it
yields `WAIT` when it can go on only later, how far it is in between, and returns its result.
"""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from studyapp.model import StudyError

if TYPE_CHECKING:
    from studyapp.gui.jobs import Jobs, Work

SLICE_MS = 10.0
WAIT_MS = 8


class Progress(NamedTuple):
    """How far the work is."""

    now: int
    total: int
    words: str = ""


WAIT = Progress(-1, -1)
"""Yielded while something else has to come first."""

Steps = Generator[Progress | None, None, Any]


def on_lane(jobs: Jobs, work: Work) -> Steps:
    """Do work on the job lane and return its result; ended early, the job is cancelled."""
    got: list[Any] = []
    job = jobs.run(work, done=got.append, failed=got.append)
    try:
        while not got:
            yield WAIT
    finally:
        job.cancel()
    if isinstance(got[0], StudyError):
        raise got[0]
    return got[0]


class Slices(QObject):
    """Work under way.

    Signals: `progressed(Progress)`; then `done(result)` or `failed(StudyError)`.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether the work is still under way."""
        return self._timer.isActive()

    def cancel(self) -> None:
        """Stop; neither `done` nor `failed` will be emitted."""
        self._timer.stop()
        self._steps.close()

    def finish(self) -> Any:  # noqa: ANN401 - whatever the work returns
        """Wait for the end and return the result; StudyError if it failed."""
        loop = QEventLoop()
        ended: list[Any] = []
        for signal in (self.done, self.failed):
            signal.connect(ended.append)
            signal.connect(lambda _outcome: loop.quit())
        loop.exec()
        if isinstance(ended[0], StudyError):
            raise ended[0]
        return ended[0]

    def _go_on(self) -> None:
        until = perf_counter() + SLICE_MS / 1000
        try:
            while perf_counter() < until:
                told = next(self._steps)
                if told is WAIT:
                    self._timer.setInterval(WAIT_MS)
                    return
                if told is not None:
                    self.progressed.emit(told)
        except StopIteration as end:
            self._timer.stop()
            self.done.emit(end.value)
        except StudyError as error:
            self._timer.stop()
            self.failed.emit(error)
        else:
            self._timer.setInterval(0)
