"""Work off the GUI thread: one lane, values in, values out.

The window makes one `Jobs` and hands it round in the `Context`. Work is a function `work(tick)`; it
gets values and returns values, and calls `tick(now, total)` now and then, which reports how far it
is and stops it when it was cancelled. One thread runs one job at a time, so two jobs never meet;
`done` and `failed` are called on the GUI thread. Tests pass `run_now` as the lane.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Protocol

from msgspec import Struct, field
from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.model import StudyError

PROGRESS_AFTER_MS = 600
"""Quick work never flickers."""
PROGRESS_EVERY_MS = 100
JOIN_SECONDS = 2.0

Tick = Callable[[int, int], None]
Work = Callable[[Tick], Any]

log = logging.getLogger(__name__)


class Cancelled(Exception):  # noqa: N818 - an outcome, not an error
    """Raised by `tick` inside work that is no longer wanted."""


class Job(Struct, eq=False):
    """A piece of work that was handed in; may be cancelled at any time."""

    work: Work
    done: Callable[[Any], None] | None = None
    failed: Callable[[StudyError], None] | None = None
    key: str = ""
    title: str = ""
    """Shown while it takes long; work without a title is never shown."""
    now: int = 0
    total: int = 0
    result: Any = None
    error: BaseException | None = None
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the work to stop; neither `done` nor `failed` will be called."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def tick(self, now: int = 0, total: int = 0) -> None:
        """Report progress from inside the work; raises Cancelled when it is no longer wanted."""
        self.now, self.total = now, total
        if self.cancelled:
            raise Cancelled

    def release(self) -> None:
        """Let go of what the work was made of, on the GUI thread.

        The lane may be the last to hold the job; widgets must not be destroyed there.
        """
        self.work, self.done, self.failed, self.result = _nothing, None, None, None

    def carry_out(self) -> None:
        """Run the work and keep its outcome; called on the lane."""
        try:
            self.tick()
            self.result = self.work(self.tick)
        except Cancelled:
            self.cancel()
        except Exception as error:  # noqa: BLE001 - raised again on the GUI thread
            self.error = error


def _nothing(_tick: Tick) -> None:
    """Stand in for work that is done."""


class Lane(Protocol):
    """Where work runs: calls what it is given, one after the other."""

    def __call__(self, call: Callable[[], None], /) -> None: ...


def run_now(call: Callable[[], None]) -> None:
    """Run work at once, on the thread that asks: the lane of tests."""
    call()


class ThreadLane:
    """A lane on a thread of its own, started with the first call."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def __call__(self, call: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
            self._thread.start()
        self._calls.put(call)

    def close(self) -> None:
        """Let the running call end, for a moment at most."""
        self._calls.put(None)
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)

    def _run(self) -> None:
        while (call := self._calls.get()) is not None:
            call()
            del call


class Jobs(QObject):
    """The queue before the lane.

    Signals: `progressed(Job)` while a titled job has been running for long, `settled(Job)` after
    any job.
    """

    progressed = Signal(object)
    settled = Signal(object)
    _returned = Signal(object)

    def __init__(self, lane: Lane | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane or ThreadLane()
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._returned.connect(self._on_returned)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._on_watch)

    @property
    def busy(self) -> bool:
        """Whether any work runs or waits."""
        return self._running is not None or bool(self._waiting)

    def run(
        self,
        work: Work,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[StudyError], None] | None = None,
        key: str = "",
        title: str = "",
        first: bool = False,
    ) -> Job:
        """Queue work and return its job.

        A waiting job of the same `key` gives way to this one; `first` puts it before all that wait.
        An error that the user can mend goes to `failed`; any other is a bug and reaches the crash
        hook.
        """
        job = Job(work, done, failed, key, title)
        if key:
            self._waiting = deque(other for other in self._waiting if other.key != key)
        if first:
            self._waiting.appendleft(job)
        else:
            self._waiting.append(job)
        self._start_next()
        return job

    def close(self) -> None:
        """Drop what waits, stop what runs; called when the app ends."""
        self._waiting.clear()
        self._watch.stop()
        if self._running is not None:
            self._running.cancel()
        if isinstance(self._lane, ThreadLane):
            self._lane.close()

    def _start_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        job = self._running = self._waiting.popleft()
        if job.title:
            self._watch.start(PROGRESS_AFTER_MS)
        self._lane(lambda: self._carry_out(job))

    def _carry_out(self, job: Job) -> None:
        job.carry_out()
        # Emitted on the lane's thread, received on the thread of this object.
        self._returned.emit(job)

    def _on_returned(self, job: Job) -> None:
        self._running = None
        self._watch.stop()
        self._start_next()
        self.settled.emit(job)
        try:
            self._report(job)
        finally:
            job.release()

    def _report(self, job: Job) -> None:
        if job.cancelled:
            return
        if job.error is None:
            if job.done is not None:
                job.done(job.result)
        elif isinstance(job.error, StudyError) and job.failed is not None:
            job.failed(job.error)
        else:
            raise job.error

    def _on_watch(self) -> None:
        if self._running is not None:
            self._watch.setInterval(PROGRESS_EVERY_MS)
            self.progressed.emit(self._running)
