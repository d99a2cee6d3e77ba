"""Long work of the GUI thread, done in slices too short to be noticed.

Qt lays text out only on that thread. The work is a generator that pauses every few milliseconds; it
yields `WAIT` when it can go on only later, how far it is in between, and returns its result.
"""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, SignalInstance

from studyapp.gui.jobs import Cancelled
from studyapp.model import StudyError

if TYPE_CHECKING:
    from studyapp.gui.jobs import Jobs, Tick, Work

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
    got: list[tuple[Any, Exception | None]] = []
    # Any error is raised here: a job that only tells the crash hook would be waited for forever
    job = jobs.run(lambda tick: _outcome(work, tick), done=got.append)
    try:
        while not got:
            yield WAIT
    finally:
        job.cancel()
    result, error = got[0]
    if error:
        raise error
    return result


def _outcome(work: Work, tick: Tick) -> tuple[Any, Exception | None]:
    try:
        return work(tick), None
    except Cancelled:
        raise
    except Exception as error:  # noqa: BLE001 - raised again by who waits
        return None, error


class Slices(QObject):
    """Work under way.

    Signals: `progressed(Progress)`; then `done(result)` or `failed(StudyError)`, and `ended()` in
    any case, also after an error that is a bug and goes to the crash hook.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._outcome: Any = None
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
        """Wait for the end and return the result, or raise what the work raised."""
        loop = QEventLoop()
        self.ended.connect(loop.quit)
        loop.exec()
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome

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
            self._end(end.value, self.done)
        except StudyError as error:
            self._end(error, self.failed)
        except Exception as error:
            self._end(error)
            raise
        else:
            self._timer.setInterval(0)

    def _end(self, outcome: Any, told: SignalInstance | None = None) -> None:  # noqa: ANN401 - as above
        self._timer.stop()
        self._outcome = outcome
        if told is not None:
            told.emit(outcome)
        self.ended.emit()
