"""The index of a course: where it rests, whether it is current, and how it is brought up to date.

`searching` calls these; so does the process of its own that builds a large index, both ends of
whose pipe are here. It is started afresh, as the compiler's is (`course.worker`), reads the course
for itself, and prints a line for each section done. When the caller is gone or no longer wants it,
it is killed: the index keeps what was committed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import msgspec

from studyapp.course.chapter import chapter_page
from studyapp.course.compiler import Compiler
from studyapp.course.links import read_inside
from studyapp.course.loader import load_course, path_of
from studyapp.course.sources import readable_name
from studyapp.files import Home, as_text
from studyapp.model import StudyError
from studyapp.search.index import BusyError, Index, Mark
from studyapp.search.passages import of_section
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from studyapp.model import Course, Section
    from studyapp.search.index import Counts
    from studyapp.search.passages import Document

    Tick = Callable[[int, int], object]

FORMAT = 1
"""Of the index; others are thrown away."""
FAILED = 3
"""Exit status of the process when the user can mend it; its last line says what."""
# The working folder may be a course, whose files must never be imported. The caller's own version
# of the app is taken, should another be installed.
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); import studyapp;"
    " sys.path.append(sys.path.pop(0)); from studyapp.indexing import main; main()"
)


def text_index(course: Course, home: Home, edition: str) -> Index:
    """Return the index of a course's text, whether it is there or not."""
    return Index(_folder(course, home) / _edition(edition) / "text", as_text(course.root))


def notes_index(course: Course, home: Home, edition: str) -> Index:
    """Return the index of the notes on a course, whether it is there or not."""
    return Index(_folder(course, home) / _edition(edition) / "notes", as_text(home.notebook))


def _folder(course: Course, home: Home) -> Path:
    name = os.fsencode(course.root) + b"\0" + course.id.encode("utf-8", "surrogatepass")
    return home.cache / "search" / hashlib.blake2b(name, digest_size=10).hexdigest()


def update(
    course: Course, home: Home, compiler: Compiler, tick: Tick | None = None, *, thorough: bool
) -> Counts:
    """Bring the index up to date in this process; see `Searching.update`."""
    index = text_index(course, home, compiler.edition)
    _drop_editions(index.folder.parent)
    wanted = wanted_marks(course, index.marks() or {}, thorough=thorough)
    try:
        return index.update(wanted, lambda keys: _documents(course, compiler, keys, tick))
    except BusyError as error:
        why = translate("Search", "another window or command is doing so")
        raise StudyError(
            translate("Search", "cannot bring the index up to date"),
            why,
            translate("Search", "try again later"),
        ) from error


def _drop_editions(current: Path) -> None:
    """Remove what other versions of the app have built of this course."""
    with suppress(OSError):
        for other in current.parent.iterdir():
            if other != current:
                shutil.rmtree(other, ignore_errors=True)


def _documents(
    course: Course, compiler: Compiler, keys: list[str], tick: Tick | None
) -> Iterator[Document]:
    sections = [course.by_id[key] for key in keys]
    for section in sections:
        if not section.file:
            yield of_section(section.id, section.title, chapter_page(section))
    files = [section for section in sections if section.file]
    items = ((one, _bytes(course, one), readable_name(one.file)) for one in files)
    if len(files) == 1:  # the threads that compile several are not worth it
        section, data, name = next(items)
        yield of_section(section.id, section.title, compiler.page(data, name))
        return
    for done, (section, page) in enumerate(compiler.pages(items)):
        if tick:
            tick(done, len(files))
        yield of_section(section.id, section.title, page)


def wanted_marks(
    course: Course, marks: Mapping[str, Mark], *, thorough: bool = False
) -> dict[str, Mark]:
    """Return what the index should hold; files that look the same are not read."""
    base = str(course.root) + os.sep
    wanted: dict[str, Mark] = {}
    for section in course.order:
        if not section.file:
            titles = "\n".join((section.title, *(child.title for child in section.children)))
            wanted[section.id] = Mark(_hash(titles.encode("utf-8", "surrogatepass")))
            continue
        try:
            status = os.stat(base + section.file)  # noqa: PTH116 - as in course.folder
        except OSError:
            continue
        glance = f"{status.st_size} {status.st_mtime_ns} {section.title}"
        known = marks.get(section.id)
        if thorough or known is None or known.glance != glance:
            title = section.title.encode("utf-8", "surrogatepass")
            known = Mark(_hash(title + b"\0" + _bytes(course, section)), glance)
        wanted[section.id] = known
    return wanted


def changed_keys(wanted: Mapping[str, Mark], marks: Mapping[str, Mark]) -> list[str]:
    """Return the keys whose content the index does not hold."""
    held = {key: mark.content for key, mark in marks.items()}
    return [key for key, mark in wanted.items() if held.get(key) != mark.content]


def _bytes(course: Course, section: Section) -> bytes:
    try:
        return read_inside(course.root, section.file)
    except OSError:
        return b""  # gone since the course was read; the next look finds that


def _hash(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=12).hexdigest()


@lru_cache(4)
def _edition(compiler: str) -> str:
    """Return a name for indexes that are made by this version of the app alone.

    It changes with the sources that decide what an index holds, so that there is no number to
    forget.
    """
    hashed = hashlib.blake2b(f"{FORMAT} {compiler}".encode(), digest_size=8)
    folder = Path(__file__).parent / "search"
    with suppress(OSError):  # no sources beside this module: the version must do
        for module in sorted(folder.glob("*.py")):
            hashed.update(module.read_bytes())
    return hashed.hexdigest()


def update_apart(course: Course, home: Home, tick: Tick | None) -> None:
    """Bring the index of a course up to date in a process of its own, and wait for it.

    `tick(done, total)` is called for each section; what it raises kills the process and goes up.
    """
    root = str(Path(__file__).resolve().parents[1])
    process = subprocess.Popen(  # noqa: S603 - our own program; nothing of a course is in the words
        [sys.executable or "", "-P", "-c", _START, root],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    stdin, stdout = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    try:
        folders = (home.notebook, home.cache, home.config, home.state, path_of(course))
        stdin.write(msgspec.json.encode([os.fsencode(folder) for folder in folders]) + b"\n")
        stdin.flush()
        last = _follow(stdout, tick)
        if process.wait():
            why = last or translate("Search", "the process that does so ended early")
            raise StudyError(
                translate("Search", "cannot build the index"),
                why,
                translate("Search", "look for room on the disk"),
            )
    finally:
        process.kill()
        process.wait()
        for pipe in (stdin, stdout):
            with suppress(OSError):
                pipe.close()


def _follow(stdout: IO[bytes], tick: Tick | None) -> str:
    """Pass progress on; return the last line that is none."""
    last = ""
    for line in stdout:
        done, _, total = line.decode("utf-8", "replace").strip().partition(" ")
        if done.isdigit() and total.isdigit():
            if tick:
                tick(int(done), int(total))
        else:
            last = line.decode("utf-8", "replace").strip()
    return last


def main() -> None:
    """Index the course that is named on standard input; runs in the process of its own."""
    told = msgspec.json.decode(sys.stdin.buffer.readline(), type=list[bytes])
    notebook, cache, config, state, path = [Path(os.fsdecode(folder)) for folder in told]
    home = Home(notebook, cache, config, state)
    threading.Thread(target=_end_with_caller, daemon=True).start()
    try:
        course = load_course(path, home)
        with Compiler(home.cache) as compiler:
            update(course, home, compiler, _report, thorough=False)
    except StudyError as error:
        sys.stdout.write(f"{error}\n")
        sys.stdout.flush()
        sys.exit(FAILED)


def _report(done: int, total: int) -> None:
    sys.stdout.write(f"{done} {total}\n")
    sys.stdout.flush()


def _end_with_caller() -> None:
    # Not through `sys.stdin`, whose lock Python would wait for at its end.
    while os.read(0, 1024):
        pass
    os._exit(FAILED)
