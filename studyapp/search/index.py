"""An index on disk: brought up to date as a whole or not at all, and thrown away freely.

`studyapp.searching` holds one for a course and one for its notes. The manifest says which documents
the index holds, and of which content; it bears the generation that Whoosh commits, so that neither
counts without the other. Whatever is wrong with the folder, the remedy is to build it again.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from studyapp.files import make_folder, unwritable, write_atomic
from studyapp.search import store
from studyapp.search.analysis import terms
from studyapp.search.digests import Digest, Gathering, read_digest
from studyapp.search.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
    from pathlib import Path

    from studyapp.search.passages import Document

BATCH_CHARACTERS = 10_000_000
"""Text that is committed together when an index is built, so that what is done can be searched."""
MANY_SEGMENTS = 8
SMALL_SEGMENT = 2_000
"""Passages; smaller segments are merged when there are many."""
POLL_SECONDS = 0.05


class Mark(NamedTuple):
    """By what a document is known to be unchanged."""

    content: str
    """Hash of all that its passages are made from."""
    glance: str = ""
    """Something quickly looked up (size and time of a file) that stays while the content does."""


class Counts(NamedTuple):
    """What an update did."""

    updated: int = 0
    removed: int = 0


class BusyError(Exception):
    """Another process is writing the index."""


class DamagedError(Exception):
    """The index cannot be used; it must be built again."""


class _Manifest(msgspec.Struct, array_like=True):
    owner: str
    marks: dict[str, Mark]


class Index:
    """An index in a folder of its own."""

    def __init__(self, folder: Path, owner: str) -> None:
        """Name the index; nothing is read or made yet. `owner` says what it is an index of."""
        self.folder = folder
        self._owner = owner

    def generation(self) -> int:
        """Return the number of the last change; -1 when there is no index."""
        return store.generation_of(self.folder)

    def marks(self) -> dict[str, Mark] | None:
        """Return what the index holds; None if there is none, or none that can be used."""
        try:
            data = self._manifest_path(self.generation()).read_bytes()
            manifest = msgspec.msgpack.decode(data, type=_Manifest)
        except (OSError, msgspec.MsgspecError):
            return None
        return manifest.marks if manifest.owner == self._owner else None

    def update(
        self,
        wanted: Mapping[str, Mark],
        documents: Callable[[list[str]], Iterable[Document]],
        patience: float = 10.0,
    ) -> Counts:
        """Make the index hold the documents that are wanted, and no others.

        `documents` is called with the keys of those that are new or changed. BusyError when another
        process has been writing for longer than `patience` seconds; StudyError when the folder
        cannot be written.
        """
        with self._locked(patience):
            self._sweep()
            try:
                return self._brought(wanted, documents)
            except DamagedError:
                self._begin_anew()
                return self._brought(wanted, documents)

    def clear(self, patience: float = 10.0) -> None:
        """Empty the index, whatever state it is in."""
        with self._locked(patience):
            self._begin_anew()

    def _brought(
        self, wanted: Mapping[str, Mark], documents: Callable[[list[str]], Iterable[Document]]
    ) -> Counts:
        marks = self.marks()
        if marks is None:
            self._begin_anew()
            marks = {}
        held = {key: mark.content for key, mark in marks.items()}
        changed = [key for key, mark in wanted.items() if held.get(key) != mark.content]
        removed = [key for key in marks if key not in wanted]
        kept = {key: wanted[key] for key in marks if key in wanted and key not in set(changed)}
        if changed or removed:
            outdated = marks.keys() - kept.keys()
            todo = iter(documents(changed)) if changed else iter(())
            while self._batch(outdated, todo, kept, wanted):
                outdated = set[str]()
        elif marks != wanted:
            self._write_manifest(self.generation(), kept)
        return Counts(len(changed), len(removed))

    def _batch(
        self,
        outdated: set[str],
        todo: Iterator[Document],
        kept: dict[str, Mark],
        wanted: Mapping[str, Mark],
    ) -> bool:
        """Strike out, add some documents and commit; return whether there may be more."""
        with self._segments() as segments, self._writing() as writing:
            for number in _numbers(segments, outdated):
                writing.strike_out(number)
            gathering = Gathering()
            added, more = _add(writing, gathering, todo)
            kept.update({key: wanted[key] for key in added if key in wanted})
            absorbed = _to_absorb(segments)
            for segment, digest in absorbed:
                gone = segment.deleted.union(_numbers([(segment, digest)], outdated))
                writing.absorb(segment, gone, digest.terms, digest.heads)
                gathering.absorb(digest, gone, segment.base)
            gathering.write(
                self.folder, writing.segment, writing.counts("text"), writing.counts("head")
            )
            self._write_manifest(writing.generation, kept)
            writing.commit(frozenset(segment.name for segment, _ in absorbed))
        self._sweep()
        return more

    @contextmanager
    def _segments(self) -> Generator[list[tuple[store.Segment, Digest]]]:
        segments: list[store.Segment] = []
        try:
            segments = store.open_segments(self.folder)[1]
            found = [(segment, read_digest(self.folder, segment.name)) for segment in segments]
        except Exception as error:  # Whoosh has no error of its own for a damaged file
            _close(segments)
            raise DamagedError(str(error)) from error
        try:
            yield found
        finally:
            _close(segments)

    @contextmanager
    def _writing(self) -> Generator[store.Writing]:
        try:
            writing = store.Writing(self.folder)
        except OSError as error:
            raise unwritable(self.folder, error) from error
        except Exception as error:  # see above
            raise DamagedError(str(error)) from error
        try:
            yield writing
        except OSError as error:
            writing.cancel()
            raise unwritable(self.folder, error) from error
        except BaseException:
            writing.cancel()
            raise

    @contextmanager
    def _locked(self, patience: float) -> Generator[None]:
        try:
            make_folder(self.folder)
            lock = store.lock(self.folder)
            end = time.monotonic() + patience
            while not lock.acquire(blocking=False):
                if time.monotonic() > end:
                    raise BusyError
                time.sleep(POLL_SECONDS)
        except OSError as error:
            raise unwritable(self.folder, error) from error
        try:
            yield
        finally:
            lock.release()

    def _begin_anew(self) -> None:
        """Remove what is there, but for the locks, and make an index without documents."""
        try:
            for path in self.folder.iterdir():
                if path.is_file() and path.name not in store.LOCKS:
                    path.unlink(missing_ok=True)
            self._write_manifest(0, {})
            store.create(self.folder)
        except OSError as error:
            raise unwritable(self.folder, error) from error

    def _write_manifest(self, generation: int, marks: dict[str, Mark]) -> None:
        data = msgspec.msgpack.encode(_Manifest(self._owner, marks))
        write_atomic(self._manifest_path(generation), data)

    def _manifest_path(self, generation: int) -> Path:
        return self.folder / f"manifest-{generation}"

    def _sweep(self) -> None:
        """Remove manifests of other generations and what killed writers left."""
        current = self._manifest_path(self.generation()).name
        for pattern in ("manifest-*", f"_{store.NAME}_*.toc.*", ".*.studyapp-tmp"):
            for path in self.folder.glob(pattern):
                if path.name != current:
                    with suppress(OSError):  # a reader may have it open
                        path.unlink()


def _close(segments: Iterable[store.Segment]) -> None:
    for segment in segments:
        segment.close()


def _add(
    writing: store.Writing, gathering: Gathering, todo: Iterator[Document]
) -> tuple[list[str], bool]:
    """Add documents until they are enough for a batch; return their keys, and if that was so."""
    added: list[str] = []
    characters = 0
    for document in todo:
        added.append(document.key)
        title = terms(document.title)
        gathering.begin(document, len(title))
        for place, passage in enumerate(document.passages):
            heading = terms(passage.heading)
            text = weigh(title, heading, terms(passage.text))
            heads = {*(heading if place else (*title, *heading))} - {""}
            gathering.add(passage.kind)
            writing.add(
                document.key, document.section, passage, text, dict.fromkeys(heads, (1, b""))
            )
            characters += len(passage.text)
        if characters > BATCH_CHARACTERS:
            return added, True
    return added, False


def _numbers(segments: list[tuple[store.Segment, Digest]], keys: set[str]) -> Iterator[int]:
    """Yield the passages of some documents that are not yet struck out."""
    for segment, digest in segments:
        gone = {place for place, key in enumerate(digest.keys) if key in keys}
        if gone:
            for number, owner in enumerate(digest.owners, segment.base):
                if owner in gone and number not in segment.deleted:
                    yield number


def _to_absorb(segments: list[tuple[store.Segment, Digest]]) -> list[tuple[store.Segment, Digest]]:
    """Return the small segments when there are many, and those of which little is left."""
    many = len(segments) >= MANY_SEGMENTS
    return [
        (segment, digest)
        for segment, digest in segments
        if (many and segment.size < SMALL_SEGMENT) or len(segment.deleted) * 2 > segment.size
    ]
