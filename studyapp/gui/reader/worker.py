"""The window's end of `worker_main.py`: asks one thing at a time and kills what takes too long.

`math.py` and `coloring.py` have one each. The process starts a moment after the first question, so
that it never delays a first paint, and ends when there has been nothing to do for a while.
"""

from __future__ import annotations

import atexit
import sys
import weakref
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer

from studyapp.gui.reader.worker_main import Answer
from studyapp.wording import noted

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.reader.worker_main import Request

START_AFTER_MS = 60
START_MS = 30_000
"""For Python to load, once; a virus scanner may look at each file."""
ANSWER_MS = 5_000
IDLE_MS = 8_000

# The caller's own path is appended, and the working folder is not on the path: it may be a course,
# whose files must never be imported.
_START = (
    "import sys; sys.path.append(sys.argv[1]);"
    "from studyapp.gui.reader.worker_main import main; main()"
)


class Worker:
    """A process that answers requests in the order asked."""

    def __init__(self, answer_ms: int = ANSWER_MS) -> None:
        self._answer_ms = answer_ms
        self._waiting: deque[tuple[Request, Callable[[Answer], None]]] = deque()
        self._asked: Callable[[Answer], None] | None = None
        self._ready = False
        self._late = False
        self._process = QProcess()
        self._process.setProgram(sys.executable)
        root = str(Path(__file__).resolve().parents[3])
        self._process.setArguments(["-P", "-c", _START, root])
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._timers = QObject()
        self._limit = self._timer(self._stop_late)
        self._pause = self._timer(self._start)
        self._idle = self._timer(self._process.closeWriteChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._on_error)
        stop = weakref.finalize(self, _end, self._process)
        # Registered later than Qt's own, and so called before Qt takes its objects apart
        stop.atexit = False
        atexit.register(stop)

    def _timer(self, call: Callable[[], object]) -> QTimer:
        timer = QTimer(self._timers)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        return timer

    @property
    def busy(self) -> bool:
        return self._asked is not None or bool(self._waiting)

    def ask(self, request: Request, answered: Callable[[Answer], None]) -> None:
        """Queue a request; `answered` is called from the event loop, never at once."""
        self._waiting.append((request, answered))
        if self._process.state() == QProcess.ProcessState.NotRunning:
            if not self._pause.isActive():
                self._pause.start(START_AFTER_MS)
        elif self._ready and self._asked is None:
            self._ask_next()

    def forget(self) -> None:
        """Drop what waits; the request under way is still answered."""
        self._waiting.clear()

    def _start(self) -> None:
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._process.start()
            self._limit.start(START_MS)

    def _ask_next(self) -> None:
        while self._waiting:
            request, self._asked = self._waiting.popleft()
            try:
                line = msgspec.json.encode(request)
            except UnicodeEncodeError:
                self._settle(Answer(error=noted("Formula", "it holds half a character")))
                continue
            self._idle.stop()
            self._limit.start(self._answer_ms)
            self._process.write(line + b"\n")
            return
        self._limit.stop()
        self._idle.start(IDLE_MS)

    def _read(self) -> None:
        while self._process.canReadLine():
            line = self._process.readLine().data()
            if self._asked is not None:
                self._settle(msgspec.json.decode(line, type=Answer))
            self._ready = True
            self._ask_next()

    def _settle(self, answer: Answer) -> None:
        answered, self._asked = self._asked, None
        if answered is not None:
            answered(answer)

    def _stop_late(self) -> None:
        self._late = True
        self._process.kill()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._give_up(noted("Formula", "the app could not start its helper process"))

    def _ended(self) -> None:
        late, self._late = self._late, False
        ready, self._ready = self._ready, False
        self._limit.stop()
        self._idle.stop()
        self._settle(
            Answer(
                error=noted("Formula", "it took too long")
                if late
                else noted("Formula", "it could not be typeset")
            )
        )
        if not ready:
            self._give_up(noted("Formula", "the app's helper process does not work"))
        elif self._waiting:
            self._pause.start(START_AFTER_MS)

    def _give_up(self, why: str) -> None:
        """Answer all that waits: where no process starts, asking again would not help."""
        waiting, self._waiting = self._waiting, deque()
        for _, answered in waiting:
            answered(Answer(error=why))


def _end(process: QProcess) -> None:
    process.blockSignals(True)
    process.kill()
    process.waitForFinished(2_000)
