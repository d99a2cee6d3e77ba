"""Searching against SQLite's FTS5, on the same passages in the same run.

The text is made up: words of natural lengths, as often as in a language (Zipf), under headings.
Builds and keystrokes are measured in processor time, since other programs would else be measured
too; of each keystroke the least of several. FTS5 stems, keeps prefixes of two and three letters,
and joins the ten best with their snippets, which is what we do for a keystroke.
"""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from statistics import median, quantiles
from typing import TYPE_CHECKING

from benchmarks.courses import Author
from benchmarks.table import FRAME, Row, milliseconds
from studyapp.page import HeadingRef, Page
from studyapp.search.index import Index, Mark
from studyapp.search.passages import Document, of_section
from studyapp.search.query import parse
from studyapp.search.scopes import Scope
from studyapp.search.session import Session
from studyapp.search.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.table import Bench

MB = 1_000_000
WORDS = 30_000
SECTION = 5_000
"""Characters."""
CREATE = """
create table passage(id integer primary key, section, title, heading, body);
create virtual table found using fts5(title, heading, body, content='passage', content_rowid='id',
  tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');
"""
ASK = """
select p.id, p.section, p.title, p.heading, snippet(found, 2, '<', '>', '…', 32)
from found join passage p on p.id = found.rowid where found match ?
order by bm25(found, 4, 3, 1) limit 10
"""


class Writer:
    """Writes text in which few words are frequent and most are rare."""

    def __init__(self, seed: int) -> None:
        author = Author(seed)
        self._random = Random(seed)
        self.words = list(dict.fromkeys(author.word() for _ in range(WORDS * 2)))[:WORDS]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def take(self, count: int) -> list[str]:
        return self._random.choices(self.words, cum_weights=self._weights, k=count)

    def document(self, number: int) -> Document:
        lines: list[str] = []
        headings: list[HeadingRef] = []
        size = 0
        while size < SECTION:
            is_heading = len(lines) % 5 == 0
            line = " ".join(self.take(4 if is_heading else 60)).capitalize()
            if is_heading:
                headings.append(HeadingRef(2, f"h{len(lines)}", line, size))
            lines.append(line)
            size += len(line) + 1
        page = Page(headings[0].title, "\n".join(lines), (), headings=tuple(headings))
        return of_section(f"{number:05d}.md", page.title, page)

    def queries(self, count: int) -> list[str]:
        """Return what is in the box after a letter was typed: words done, and one not yet done."""
        found: list[str] = []
        for number in range(count):
            done = self.take(number % 3)
            last = self.take(1)[0]
            found.append(" ".join([*done, last[: 1 + number % len(last)]]))
        return found


@dataclass
class Rivals:
    """The same passages in both indexes."""

    index: Index
    database: sqlite3.Connection
    documents: dict[str, Document]
    megabytes: float
    ours: float
    theirs: float

    def session(self) -> tuple[Session, Snapshot]:
        snapshot = Snapshot.open(self.index.folder)
        return Session([snapshot], "en"), snapshot


def rows(bench: Bench) -> Iterator[Row]:
    """Measure builds, keystrokes, the first letter and an update, at several sizes."""
    for size in (1, 4) if bench.quick else (1, 10, 50):
        writer = Writer(size)
        rivals = _built(bench.folder / f"{size}", writer, size)
        if size > 1:  # what is done once, such as imports, is most of a small one
            yield _build(rivals, size)
            yield _size(size, bench.folder / f"{size}")
        yield _keystrokes(rivals, writer, size, bench.rounds(120, 60))
        if size in (4, 10):
            yield _update(rivals, writer, bench.rounds(12, 6))
        if size in (4, 50):
            yield _first_letter(rivals, size, bench.rounds(6, 3))
        rivals.database.close()


def _cpu(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


def _built(folder: Path, writer: Writer, size: int) -> Rivals:
    folder.mkdir()
    documents: dict[str, Document] = {}
    characters = 0
    while characters < size * MB:
        document = writer.document(len(documents))
        documents[document.key] = document
        characters += sum(len(passage.text) for passage in document.passages)
    database = sqlite3.connect(folder / "fts5.db")
    database.executescript(CREATE)
    theirs = _cpu(lambda: _fill(database, documents))
    index = Index(folder / "index", "benchmark")
    wanted = {key: Mark("1") for key in documents}
    ours = _cpu(lambda: index.update(wanted, lambda keys: (documents[key] for key in keys)))
    return Rivals(index, database, documents, characters / MB, ours, theirs)


def _fill(database: sqlite3.Connection, documents: dict[str, Document]) -> None:
    number = 0
    for document in documents.values():
        for passage in document.passages:
            number += 1
            row = (number, document.title, passage.heading, passage.text)
            database.execute(
                "insert into passage values(?, ?, ?, ?, ?)", (number, document.key, *row[1:])
            )
            database.execute(
                "insert into found(rowid, title, heading, body) values(?, ?, ?, ?)", row
            )
    database.commit()


def _build(rivals: Rivals, size: int) -> Row:
    ours, theirs = rivals.ours / rivals.megabytes, rivals.theirs / rivals.megabytes
    return Row(
        f"index {size} MB, processor time",
        f"{ours * 1000:.0f} ms a MB",
        f"FTS5 {theirs * 1000:.0f} ms a MB",
        ours / theirs,
        10,
        6,
    )


def _size(size: int, folder: Path) -> Row:
    ours = sum(path.stat().st_size for path in (folder / "index").iterdir())
    theirs = (folder / "fts5.db").stat().st_size
    return Row(
        f"size of the index of {size} MB",
        f"{ours / MB:.1f} MB",
        f"FTS5 {theirs / MB:.1f} MB",
        ours / theirs,
        1.1,
        1,
    )


def _keystrokes(rivals: Rivals, writer: Writer, size: int, count: int) -> Row:
    session, snapshot = rivals.session()
    queries = writer.queries(count)
    ours, theirs = [], []
    for query in queries:
        ours.append(min(_cpu(lambda query=query: _ask(session, query)) for _ in range(3)))
        theirs.append(
            min(_cpu(lambda query=query: _ask_fts(rivals.database, query)) for _ in range(3))
        )
    snapshot.close()
    return Row(
        f"keystroke in {size} MB, 95 of 100 are faster",
        f"{_p95(ours):.1f} ms, middle {median(ours) * 1000:.1f}",
        f"FTS5 {_p95(theirs):.1f} ms, middle {median(theirs) * 1000:.1f}",
        _p95(ours) / _p95(theirs),
        2,
        1,
    )


def _p95(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=20)[-1] * 1000


def _ask(session: Session, query: str) -> None:
    for _ in session.search(parse(query), Scope(), lambda section: (section,), 10):
        pass


def _ask_fts(database: sqlite3.Connection, query: str) -> None:
    *done, last = query.split()
    words = " ".join([*(f'"{word}"' for word in done), f'"{last}"*'])
    database.execute(ASK, (words,)).fetchall()


def _first_letter(rivals: Rivals, size: int, rounds: int) -> Row:
    def first(letter: str) -> None:
        session, snapshot = rivals.session()
        _ask(session, letter)
        snapshot.close()

    found = [_cpu(lambda letter=letter: first(letter)) for letter in "sanctoriel"[:rounds]]
    return Row(
        f"first letter after opening the index of {size} MB",
        milliseconds(found),
        "a frame of 16 ms",
        median(found) / FRAME,
        12,
        4,
        " frames",
    )


def _update(rivals: Rivals, writer: Writer, rounds: int) -> Row:
    wanted = {key: Mark("1") for key in rivals.documents}

    def edit(number: int) -> None:
        document = writer.document(number)
        wanted[document.key] = Mark(f"edit {number}")
        rivals.index.update(wanted, lambda _: [document])
        session, snapshot = rivals.session()
        _ask(session, document.title)
        snapshot.close()

    found = [_cpu(lambda number=number: edit(number)) for number in range(rounds)]
    return Row(
        f"a section edited to found again, in {rivals.megabytes:.0f} MB",
        milliseconds(found),
        "100 ms",
        median(found) / 0.1,
        1,
        0.4,
    )
