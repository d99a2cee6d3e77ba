"""Where the annotations of a course stand in it as it now is.

`whereabouts` asks for the annotations of the section on show, and once for all after a course has
changed. Values only: nothing here writes. What compares texts is imported when a text has changed,
which the first page must not wait for.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING

from studyapp.model import Found, State, StudyError
from studyapp.notes.describing import stands_there, text_hash
from studyapp.placing import Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from studyapp.book import Book
    from studyapp.model import Anchor, Annotation
    from studyapp.notes.anchoring import Edition
    from studyapp.notes.outcomes import Moved

EDITIONS = 8
"""Comparisons of two texts that are kept for the next look at a section."""


class Finder:
    """Finds passages in the text of a section; remembers what it compared."""

    def __init__(self, old_text: Callable[[str], str | None]) -> None:
        """`old_text` returns a kept text by its hash."""
        self._old_text = old_text
        self._editions: dict[tuple[str, str], Edition] = {}

    def find(self, anchor: Anchor, text: str, name: str) -> Found | None:
        """Return where a passage is in `text`, whose hash is `name`."""
        if anchor.text == name and stands_there(anchor, text):
            return Found(anchor.start, anchor.end, State.ANCHORED)
        edition = self._editions.get((anchor.text, name))
        if edition is None:
            from studyapp.notes.anchoring import Edition  # noqa: PLC0415 - see above

            old = text if anchor.text == name else self._old_text(anchor.text)
            edition = Edition(old, text)
            while len(self._editions) >= EDITIONS:
                del self._editions[next(iter(self._editions))]
            self._editions[anchor.text, name] = edition
        return edition.locate(anchor)


def _is_verbatim(anchor: Anchor, found: Found | None, text: str) -> bool:
    """Return whether the words of a passage, where it was found, are those that were marked."""
    return found is not None and text[found.start : found.end] == anchor.quote


def placed_in(
    annotations: Iterable[Annotation], section: str, text: str, finder: Finder
) -> list[Placed]:
    """Return the annotations that were made on a section, each with its place in its text."""
    name = text_hash(text)
    placed: list[Placed] = []
    for annotation in annotations:
        if annotation.anchor is None:
            placed.append(Placed(annotation, section, None, State.ANCHORED))
            continue
        found = finder.find(annotation.anchor, text, name)
        state = found.state if found else State.ORPHANED
        same = state is State.CHANGED and _is_verbatim(annotation.anchor, found, text)
        placed.append(Placed(annotation, section, found, state, same))
    return placed


class Survey:
    """What became of every passage of a course; made off the GUI thread after an update."""

    def __init__(
        self,
        annotations: Iterable[Annotation],
        book: Book,
        old_text: Callable[[str], str | None],
    ) -> None:
        """Take what is needed; `run` does the work and may be called on another thread."""
        self._annotations = [one for one in annotations if one.anchor is not None]
        self._book = book
        self._course = book.course
        self._old_text = old_text

    def run(self, tick: Callable[[int, int], object] = lambda _now, _total: None) -> list[Moved]:
        """Return a row for each passage; `tick(done, total)` may raise to end it."""
        by_section: defaultdict[str, list[Annotation]] = defaultdict(list)
        for annotation in self._annotations:
            by_section[annotation.section].append(annotation)
        rows: list[Moved] = []
        sought: list[Annotation] = []
        for done, (section, made) in enumerate(by_section.items()):
            tick(done, len(by_section))
            for row in self._in_own_section(section, made):
                if row.found is None:
                    sought.append(row.annotation)
                else:
                    rows.append(row)
        return [*rows, *self._anywhere(sought, tick)]

    def _in_own_section(self, section: str, made: list[Annotation]) -> Iterable[Moved]:
        from studyapp.notes.updating import report  # noqa: PLC0415 - see above

        texts = dict(self._texts([section] if section in self._course.by_id else []))
        return report(made, self._old_texts(made), texts)

    def _anywhere(
        self, sought: list[Annotation], tick: Callable[[int, int], object]
    ) -> Iterable[Moved]:
        """Look for passages in all sections, which takes long in a large course."""
        if not sought:
            return ()
        from studyapp.notes.updating import report  # noqa: PLC0415 - see above

        texts: dict[str, str] = {}
        for done, section in enumerate(self._course.order):
            tick(done, len(self._course.order))
            texts.update(self._texts([section.id]))
        return report(sought, self._old_texts(sought), texts)

    def _texts(self, sections: Iterable[str]) -> Iterator[tuple[str, str]]:
        for section in sections:
            with suppress(StudyError):  # a file that cannot be read holds no passage now
                yield section, self._book.page(section).text

    def _old_texts(self, annotations: Iterable[Annotation]) -> Mapping[str, str]:
        names = {one.anchor.text for one in annotations if one.anchor}
        return {name: text for name in names if (text := self._old_text(name)) is not None}
