"""Makes a `Book` of sections, in steps: compiles, sets, waits for pictures, cuts, counts pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.files import bundled
from studyapp.gui.language import grouped, translate
from studyapp.gui.printing.beside import Wish, arranged
from studyapp.gui.printing.book import Aside, Book, Part
from studyapp.gui.printing.front import Entry, write_contents, write_title_page
from studyapp.gui.printing.galley import Galley
from studyapp.gui.printing.marked import marked, numbered
from studyapp.gui.printing.sheet import Sheet
from studyapp.gui.printing.slices import WAIT, Progress, on_lane
from studyapp.gui.printing.typesetting import (
    Addresses,
    PaperDrawings,
    PaperPictured,
    PaperSetter,
    PaperTypography,
    place_of,
)
from studyapp.gui.printing.writing import (
    closed_folds,
    write_addresses,
    write_note,
    write_notes,
    write_page,
    write_sources,
)
from studyapp.gui.reader.document import Setting
from studyapp.gui.theme import Themes
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.printing.choices import Choices
    from studyapp.gui.printing.marked import Note
    from studyapp.gui.printing.slices import Steps
    from studyapp.model import Section
    from studyapp.page import Page
    from studyapp.placing import Placed

MOST_SECTIONS = 500
"""More would take gigabytes while they are set."""
LISTED_HEADINGS = 3
"""Headings down to this level are in the outline."""
NOTE_SIZE = 14.0
"""Text size of notes in the margin, in pixels where the text has 18."""


def sections_of(context: Context, scope: str, section_id: str) -> list[Section]:
    """Return what is printed: a section, its chapter, or the course."""
    course = context.workspace.course
    if scope == "course":
        return list(course.order)
    if scope == "chapter":
        return list(course.trail(section_id)[0].walk())
    return [course.by_id[section_id]]


def inside(href: str) -> str:
    """Return the address that a link of the table of contents leads to."""
    return href.removeprefix("link:")


class Composer:
    """Makes one book."""

    def __init__(self, context: Context, choices: Choices, sections: Sequence[Section]) -> None:
        if len(sections) > MOST_SECTIONS:
            raise StudyError(
                translate("Printing", "{} sections cannot be printed at once").format(
                    grouped(len(sections))
                ),
                translate("Printing", "at most {} fit into memory").format(MOST_SECTIONS),
                translate("Printing", "print chapter by chapter"),
            )
        self._context = context
        self._choices = choices
        self._sections = sections
        self._ids = frozenset(section.id for section in sections)
        self._sheet = Sheet.chosen(choices)
        self._theme = Themes(bundled("resources") / "printing").find("print")
        self._drawings = PaperDrawings(context)
        self._typography = self._typed(self._sheet.column)
        course = context.workspace.course
        self._trails = {section.id: course.trail(section.id) for section in sections}
        self._depth = min((len(trail) for trail in self._trails.values()), default=1)
        is_all = len(sections) > 1 and len(sections) == len(course.order)
        title = course.title if is_all or not sections else sections[0].title
        self.book = Book(course, self._sheet, self._typography, title)

    def _typed(self, column: int, size: float = 18.0) -> PaperTypography:
        family = self._context.settings.reader_font
        return PaperTypography(self._theme, family, column, size)

    def steps(self) -> Steps:
        """Compose; `book` can be painted as far as it has come, and is returned when complete."""
        book = self.book
        if len(self._sections) > 1:
            yield from self._title_page()
        for number, section in enumerate(self._sections):
            yield Progress(number, len(self._sections), section.title)
            book.parts.append((yield from self._section(section)))
        if len(self._sections) > 1:
            yield from self._contents()
        book.complete = True
        yield Progress(len(self._sections), len(self._sections))
        return book

    # Sections

    def _section(self, section: Section) -> Generator[Progress | None, None, Part]:
        page: Page = yield from on_lane(
            self._context.jobs, lambda _tick: self._context.workspace.page(section.id)
        )
        placed = self._placed(section)
        notes = numbered(placed) if self._choices.notes != "none" else []
        pages = yield from self._note_pages(notes)
        is_beside = self._choices.notes == "margin"
        asides = (yield from self._asides(section, notes, pages)) if is_beside else {}
        galley = yield from self._section_galley(
            section, page, [note for note in notes if note.number not in asides], pages
        )
        galley.marked = marked(
            placed, galley.setter.positions, galley.geometry, self._theme, self._choices
        )
        level = len(self._trails[section.id]) - self._depth
        headings = tuple(
            (ref.level - 1, ref.id, ref.title)
            for ref in page.headings
            if 1 < ref.level <= LISTED_HEADINGS
        )
        part = Part(galley, section.title, section.id, level, headings)
        part.asides = self._arranged(galley, notes, asides)
        return part

    def _placed(self, section: Section) -> list[Placed]:
        if not self._choices.highlights and self._choices.notes == "none":
            return []
        return self._context.workspace.whereabouts.of_section(section.id)

    def _note_pages(
        self, notes: Sequence[Note]
    ) -> Generator[Progress | None, None, dict[str, Page]]:
        compiler = self._context.workspace.compiler
        words = [note.words for note in notes]
        if not words:
            return {}
        return (
            yield from on_lane(
                self._context.jobs,
                lambda _tick: {one: compiler.page(one.encode("utf-8", "replace")) for one in words},
            )
        )

    def _section_galley(
        self, section: Section, page: Page, notes: Sequence[Note], pages: dict[str, Page]
    ) -> Generator[Progress | None, None, Galley]:
        closed = closed_folds(page, answers=self._choices.answers)
        addresses = Addresses(self._context, section.id, self._ids)
        setter = self._setter(section.id, self._typography, addresses, closed)

        def write() -> Iterator[None]:
            yield from write_page(setter, section.title, page)
            in_text = tuple(addresses.web)
            write_sources(setter, page.meta.sources)
            if self._choices.addresses:
                known = {source.url for source in page.meta.sources}
                write_addresses(setter, [url for url in in_text if url not in known])
            yield from write_notes(setter, notes, pages)

        return (yield from self._galley(setter, write()))

    def _setter(
        self,
        section: str,
        typography: PaperTypography,
        addresses: Callable[[str], str],
        closed: set[int],
    ) -> PaperSetter:
        room = self._sheet.room
        pictured = PaperPictured(self._context, typography, section, self._drawings, room)
        return PaperSetter(typography, pictured, addresses, closed)

    def _galley(
        self, setter: PaperSetter, steps: Iterator[None], room: float = 0.0
    ) -> Generator[Progress | None, None, Galley]:
        galley = Galley(setter, room or self._sheet.room)
        yield from galley.set(steps)
        yield from self._colored(setter)
        while self._drawings.busy:
            yield WAIT
        yield from galley.cut()
        return galley

    def _colored(self, setter: PaperSetter) -> Generator[Progress | None, None, None]:
        if not setter.scenery.code:
            return
        from studyapp.gui.reader.coloring import Coloring  # noqa: PLC0415 - most pages have no code

        coloring = Coloring()
        coloring.color(setter.document, setter.scenery.code, self._theme)
        while coloring.busy:
            yield WAIT

    # Notes in the margin

    def _asides(
        self, section: Section, notes: Sequence[Note], pages: dict[str, Page]
    ) -> Generator[Progress | None, None, dict[int, Galley]]:
        """Return the notes that stand in the margin, by number; the others follow the section."""
        typography = self._typed(self._sheet.beside, NOTE_SIZE)
        addresses = Addresses(self._context, section.id, self._ids)
        found: dict[int, Galley] = {}
        for note in notes:
            setter = self._setter(section.id, typography, addresses, set())
            setting = Setting(role="note")
            steps = write_note(setter, note.words, pages, setting, f"{note.number}  ")
            galley = yield from self._galley(setter, steps, 1e9)
            if not note.is_lost and galley.height < self._sheet.room * 0.7:
                found[note.number] = galley
        return found

    def _arranged(
        self, galley: Galley, notes: Sequence[Note], asides: dict[int, Galley]
    ) -> tuple[Aside, ...]:
        positions = galley.setter.positions
        wishes: list[tuple[int, Wish]] = []
        for note in notes:
            if note.number in asides:
                found = note.placed.found
                at = positions.to_document(found.start) if found else 0
                page, top = galley.place_of(at)
                wishes.append((note.number, Wish(page, top, asides[note.number].height)))
        places = arranged([wish for _, wish in wishes], self._sheet.room)
        return tuple(
            Aside(number, asides[number], place)
            for (number, _), place in zip(wishes, places, strict=True)
        )

    # Before the sections

    def _title_page(self) -> Generator[Progress | None, None, None]:
        setter = self._setter(self._sections[0].id, self._typography, inside, set())
        steps = write_title_page(setter, self.book.course, self.book.title)
        galley = yield from self._galley(setter, steps)
        self.book.parts.append(Part(galley, kind="title"))

    def _contents(self) -> Generator[Progress | None, None, None]:
        """Set the table of contents once all page numbers are known but for its own pages."""
        own = 1
        while True:
            setter = self._setter(self._sections[0].id, self._typography, inside, set())
            steps = write_contents(setter, self._entries(1 + own))
            galley = yield from self._galley(setter, steps)
            if len(galley.leaves) == own:
                break
            own = len(galley.leaves)
        self.book.parts.insert(1, Part(galley, translate("Printing", "Contents"), kind="contents"))

    def _entries(self, page: int) -> list[Entry]:
        entries: list[Entry] = []
        only_one = len(self._sections) < len(self.book.course.order)
        for part in self.book.parts[1:]:
            entries.append(Entry(part.level, part.title, place_of(part.section), page + 1))
            if only_one:
                entries += self._inner_entries(part, page)
            page += part.pages
        return entries

    def _inner_entries(self, part: Part, page: int) -> Iterator[Entry]:
        places = part.galley.setter.scenery.headings
        for level, name, title in part.headings:
            if level == 1 and name in places:
                own, _ = part.galley.place_of(places[name])
                address = place_of(part.section, name)
                yield Entry(part.level + 1, title, address, page + own + 1)
