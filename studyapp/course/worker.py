"""A process of its own that compiles pages: a page that hangs, overflows or crashes harms nothing.

Both ends of the pipe are here. `Worker` is the end that `course.compiler` holds; `main` is the
child, which Python starts afresh (no fork, no re-import of the caller's `__main__`). Each message
is its length in eight bytes and then the message: a request is packed (source, title), an answer
is a packed `Page`.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pkgutil
import signal
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import msgspec

from studyapp.course import guards
from studyapp.course.plain import plain_page
from studyapp.wording import noted, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from studyapp.page import Flaw, Page

START_SECONDS = 30.0
"""For Python and the Markdown parser to load, once; a virus scanner may look at each file."""
GRACE_SECONDS = 2.0
MEMORY_BYTES = 2 << 30

_LENGTH = struct.Struct("<Q")
# The caller's own path is appended, and not the working folder: that may be a course, whose files
# must never be imported.
_START = "import sys; sys.path.append(sys.argv[1]); from studyapp.course.worker import main; main()"


class WorkerStoppedError(Exception):
    """The process ended before it had answered."""

    def __init__(self, *, late: bool) -> None:
        super().__init__("out of time" if late else "ended")
        self.late = late
        """Whether it was stopped because its time was over."""


class Worker:
    """A process that compiles one page at a time. One thread at a time may use it."""

    def __init__(self, compile_with: str, seconds: float) -> None:
        """Start the process and return at once; it loads the parser meanwhile."""
        root = str(Path(__file__).resolve().parents[2])
        self._seconds = seconds
        self._ready = False
        self._late = False
        # Nothing of a course is in the arguments.
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable or "", "-P", "-c", _START, root, compile_with, str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._stdin = cast("IO[bytes]", self._process.stdin)
        self._stdout = cast("IO[bytes]", self._process.stdout)

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def compile(self, data: bytes, title: str) -> bytes:
        """Return the packed page; WorkerStoppedError, and a dead worker, when there is none."""
        try:
            self._wait_until_ready()
            with self._limit(self._seconds):
                _send(self._stdin, msgspec.msgpack.encode((data, title)))
                return _receive(self._stdout)
        except (OSError, EOFError, ValueError) as error:  # ValueError: closed by `stop`
            self.stop()
            raise WorkerStoppedError(late=self._late) from error
        except BaseException:
            # Interrupted between question and answer: the next answer would be the wrong one.
            self.stop()
            raise

    def stop(self) -> None:
        """End the process, whatever it does; may be called twice and from another thread."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._stdin, self._stdout):
            with contextlib.suppress(OSError):
                pipe.close()

    def _wait_until_ready(self) -> None:
        if not self._ready:
            with self._limit(START_SECONDS):
                _receive(self._stdout)
            self._ready = True

    @contextlib.contextmanager
    def _limit(self, seconds: float) -> Generator[None]:
        """Kill the process when the time is over, which ends the read that waits for it."""
        timer = threading.Timer(seconds, self._stop_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def _stop_late(self) -> None:
        self._late = True
        self._process.kill()


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    (length,) = _LENGTH.unpack(_read(pipe, _LENGTH.size))
    return _read(pipe, length)


def _read(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def main() -> None:
    """Compile what is asked for until the caller is gone; runs in the process of its own."""
    _, _, compile_with, seconds = sys.argv
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the caller's affair
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not end up among the answers
    _bound_memory()
    compile_page = pkgutil.resolve_name(compile_with)
    _send(answers, b"")
    with contextlib.suppress(EOFError, OSError):
        while True:
            data, title = msgspec.msgpack.decode(_receive(requests), type=tuple[bytes, str])
            # The caller kills a late worker. Should the caller be gone, this ends it, even when
            # some regular expression holds the interpreter.
            faulthandler.dump_traceback_later(float(seconds) + GRACE_SECONDS, exit=True)
            page = compile_guarded(data, title, compile_page)
            faulthandler.cancel_dump_traceback_later()
            _send(answers, page)


def _bound_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    # macOS knows the limit but does not always accept it.
    with contextlib.suppress(OSError, ValueError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def compile_guarded(data: bytes, title: str, compile_page: Callable[..., Page]) -> bytes:
    """Return the packed page of a file: plain text if it is refused or cannot be compiled."""
    source, flaws = guards.decode(data)
    why = guards.oversize(data) or guards.refusal(source)
    if not why:
        try:
            return _pack(compile_page(source, title=title), flaws)
        # Whatever a course does to the compiler, the reader shows it and the worker goes on.
        except Exception as error:  # noqa: BLE001
            why = _told(error)
    return _pack(plain_page(source, why, title), flaws)


def _told(error: Exception) -> str:
    match error:
        case RecursionError():
            return noted("Notice", "it is nested too deeply")
        case MemoryError():
            return noted("Notice", "it needs too much memory")
        case _:
            said = translate("Notice", "it could not be compiled ({}: {})")
            return said.format(type(error).__name__, str(error)[:250])


def _pack(page: Page, flaws: tuple[Flaw, ...]) -> bytes:
    return msgspec.msgpack.encode(guards.with_flaws(page, flaws))
