"""From a file's bytes to a `Page`, whatever the bytes are: the only way the app compiles Markdown.

The workspace holds one `Compiler` and asks it from the GUI thread and from the job lane. A page
comes from the cache, else from a worker process with a time limit, else as plain text with a
notice; never as an exception. The parser is imported in the workers alone, and what starts them
only when a page is not in the cache, since the first page must be on screen at once.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
import weakref
from collections import deque
from collections.abc import Sized
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from studyapp import __version__
from studyapp.course.pagecache import PageCache, decode_page
from studyapp.course.sources import MAX_BYTES
from studyapp.files import reason
from studyapp.wording import noted, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from studyapp.course.worker import Worker
    from studyapp.page import Page

K = TypeVar("K")

MARKUP = "studyapp.course.markup:compile_page"
TOGETHER = max(2, min(4, os.cpu_count() or 2))
"""Workers at once for a whole course."""
KEPT = 2
"""Workers kept for the next page: the GUI thread and the job lane may ask at the same time."""
AHEAD = 4
"""Pages under way for each worker, so that one slow page does not make the others wait."""
ATTEMPTS = 2
"""The system may have killed a worker while it was idle."""
RETRY_SECONDS = 24 * 3600.0
"""A page that got no answer is tried again after a day: the machine may have been busy."""


class Compiler:
    """Compiles pages; safe to use from several threads."""

    def __init__(self, cache: Path, seconds: float = 4.0, compile_with: str = MARKUP) -> None:
        """Prepare; no process is started and no folder is made before it is needed.

        `compile_with` names the function `(source, *, title) -> Page` as `module:function`, since
        it is imported in the worker process.
        """
        self._cache = PageCache(cache / "pages")
        self._seconds = seconds
        self._compile_with = compile_with
        self._edition = _edition(compile_with)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._workers: set[Worker] = set()
        self._closed = False
        self._finalizer = weakref.finalize(self, _stop_all, self._workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def edition(self) -> str:
        """What changes whenever the same file may be compiled to another page."""
        return self._edition.hex()

    def cached(self, data: bytes, title: str = "") -> Page | None:
        """Return the page if it was compiled before; this never takes long."""
        return self._cache.get(self._key(data[: MAX_BYTES + 1], title))

    def page(self, data: bytes, title: str = "") -> Page:
        """Return the page of a Markdown file; `title` stands in where the file names none."""
        data = data[: MAX_BYTES + 1]
        key = self._key(data, title)
        return self._cache.get(key) or self._compile(key, data, title)

    def pages(
        self,
        items: Iterable[tuple[K, bytes, str]],
        tick: Callable[[int, int], object] | None = None,
    ) -> Iterator[tuple[K, Page]]:
        """Yield (key, page) for each (key, data, title), in their order, several workers at it.

        `tick(done, total)` is called before each page; total is 0 when items have no length. What
        it raises ends the work.
        """
        # Needed for whole courses only, and not before the first page is on screen.
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        total = len(items) if isinstance(items, Sized) else 0
        executor = ThreadPoolExecutor(TOGETHER, "compile")
        todo = ((key, executor.submit(self.page, data, title)) for key, data, title in items)
        try:
            pending = deque(islice(todo, TOGETHER * AHEAD))
            done = 0
            while pending:
                key, future = pending.popleft()
                if tick is not None:
                    tick(done, total)
                page = future.result()
                pending.extend(islice(todo, 1))
                done += 1
                yield key, page
        finally:
            executor.shutdown(wait=False, cancel_futures=True)

    def warm(self) -> None:
        """Start a worker, so that the first page need not wait for the parser; returns at once."""
        # Should it fail, it fails again where a page can say so.
        with self._lock, suppress(OSError):
            if not self._workers:
                self._idle.append(self._start())

    def close(self) -> None:
        """End the workers; pages asked for later come from the cache or as plain text."""
        with self._lock:
            self._closed = True
            self._idle.clear()
        self._finalizer()

    def _key(self, data: bytes, title: str) -> str:
        named = title.encode("utf-8", "surrogatepass")
        hashed = hashlib.blake2b(self._edition, digest_size=20)
        hashed.update(len(named).to_bytes(8, "little") + named)
        hashed.update(data)
        return hashed.hexdigest()

    def _compile(self, key: str, data: bytes, title: str) -> Page:
        try:
            packed = self._answer(data, title)
            page = decode_page(packed)
        except OSError as error:
            return _plain(
                data,
                translate("Notice", "no process can be started, {}").format(reason(error)),
                title,
            )
        except _Unanswered as error:
            page = _plain(data, error.args[0], title)
            if not self._closed:
                retry = time.time() + RETRY_SECONDS
                self._cache.put(key, msgspec.msgpack.encode(page), until=retry)
        except (msgspec.MsgspecError, RecursionError):
            return _plain(
                data, noted("Notice", "what the compiler made of it cannot be read"), title
            )
        else:
            self._cache.put(key, packed)
        return page

    def _answer(self, data: bytes, title: str) -> bytes:
        from studyapp.course.worker import WorkerStoppedError  # noqa: PLC0415 - see above

        for _ in range(ATTEMPTS):
            try:
                with self._worker() as worker:
                    return worker.compile(data, title)
            except WorkerStoppedError as error:
                if error.late:
                    raise _Unanswered(
                        translate("Notice", "compiling it took more than {} s").format(
                            f"{self._seconds:g}"
                        )
                    ) from error
        raise _Unanswered(noted("Notice", "the compiler ended unexpectedly"))

    @contextmanager
    def _worker(self) -> Generator[Worker]:
        """Lend a worker: an idle one, else a new one."""
        with self._lock:
            worker = self._idle.pop() if self._idle else self._start()
        try:
            yield worker
        finally:
            with self._lock:
                keep = worker.alive and len(self._idle) < KEPT and not self._closed
                if keep:
                    self._idle.append(worker)
                else:
                    self._workers.discard(worker)
            if not keep:
                worker.stop()

    def _start(self) -> Worker:
        from studyapp.course.worker import Worker  # noqa: PLC0415 - see above

        if self._closed:
            raise _Unanswered(noted("Notice", "the app is closing"))
        worker = Worker(self._compile_with, self._seconds)
        self._workers.add(worker)
        return worker


class _Unanswered(Exception):  # noqa: N818 - an outcome, told in a notice
    """No worker made a page, and none is likely to do so soon."""


def _plain(data: bytes, why: str, title: str) -> Page:
    from studyapp.course.guards import decode, with_flaws  # noqa: PLC0415 - seldom
    from studyapp.course.plain import plain_page  # noqa: PLC0415 - seldom

    source, flaws = decode(data)
    return with_flaws(plain_page(source, why, title), flaws)


def _stop_all(workers: set[Worker]) -> None:
    for worker in tuple(workers):
        worker.stop()
    workers.clear()


def _edition(compile_with: str) -> bytes:
    """Return a digest of the sources that decide what a compiled page is.

    So a page kept by another version of the app is never taken for one of this, and there is no
    number to forget when the block model or the compiling changes.
    """
    hashed = hashlib.blake2b(f"{__version__} {compile_with}".encode())
    folder = Path(__file__).parent
    with suppress(OSError):  # no sources beside this module: the version must do
        modules = sorted((*folder.glob("*.py"), *folder.glob("markup/*.py")))
        for module in (folder.parent / "page.py", *modules):
            hashed.update(hashlib.blake2b(module.read_bytes()).digest())
    return hashed.digest()
