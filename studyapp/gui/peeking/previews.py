"""What a card says of a link, as values: where it leads, and how that begins.

`peek.py` asks for one link at a time. A page that has never been compiled comes from a job; until
then the preview waits. Where links lead is the workspace's word, with all its guards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QUrl, Signal

from studyapp.addresses import read_address
from studyapp.gui import reading_words
from studyapp.gui.language import said
from studyapp.gui.pages import Pages
from studyapp.gui.peeking.brief import beginning, cut, note_of, words_of
from studyapp.gui.reader.links import GO, LINK, NOTE
from studyapp.model import Location

if TYPE_CHECKING:
    from studyapp.course.links import Target
    from studyapp.gui.reader.view import Reader
    from studyapp.model import Section, StudyError
    from studyapp.page import Block, Page

NOTE_ROOM = 6_000
LONGEST_ADDRESS = 1_000
SOFT_BREAK = "\u200b"


class Preview(Struct, frozen=True):
    """What a card shows of a link."""

    kind: Literal["section", "note", "outside", "broken"]
    title: str
    crumb: str = ""
    section_id: str = ""
    """The section whose blocks these are."""
    blocks: tuple[Block, ...] = ()
    words: str = ""
    """In place of blocks: an address, or what is missing."""
    foot: str = ""
    remark: str = ""
    """What is wrong with it, else the title that its author gave the link."""
    waits: bool = False
    """Whether the blocks are still to come."""

    def told(self) -> str:
        """Return all of it for a screen reader."""
        said = self.words.replace(SOFT_BREAK, "") or words_of(self.blocks)
        parts = (self.title, self.crumb, self.remark, said, self.foot)
        return ". ".join(part for part in parts if part)


class Previews(QObject):
    """Previews for one reader. Signal: `ready(Preview)`, at once or later, maybe again."""

    ready = Signal(object)

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._context = reader.context
        self._wish = Location("")
        self._remark = ""
        self._words = ""
        self._pages = Pages(reader.context, self, key=f"preview {id(self)}")
        self._pages.slow.connect(self._on_slow)
        self._pages.ready.connect(self._on_page)
        self._pages.failed.connect(self._on_failed)

    def ask(self, href: str, words: str = "") -> None:
        """Tell what a link of the page on show leads to; a glossary is looked up for its words."""
        section, page = self._reader.section, self._reader.page
        self._wish, self._remark, self._words = Location(""), "", words
        if section is None or page is None:
            return
        if href.startswith(NOTE):
            self._tell_note(section, page, href.removeprefix(NOTE))
        elif href.startswith(GO):
            self._ask_section(Location(href.removeprefix(GO)))
        else:
            target = self._context.workspace.resolve(section.id, href.removeprefix(LINK))
            self._tell(target)

    def forget(self) -> None:
        """Tell nothing more of what was asked."""
        self._wish = Location("")

    def _tell(self, target: Target) -> None:
        if target.kind == "section" and target.location is not None:
            self._ask_section(target.location, target.message)
        elif target.kind == "address":
            self._tell_address(target.url)
        elif target.kind in ("web", "mail"):
            self.ready.emit(self._outside(target))
        elif target.kind == "file" and target.path is not None:
            words = self.tr("A file of the course. You are asked before another program opens it.")
            self.ready.emit(Preview("outside", target.path.name, foot=words))
        else:
            lost = target.kind == "missing"
            title = self.tr("A broken link") if lost else self.tr("This link is not followed")
            self.ready.emit(Preview("broken", title, words=said(target.message)))

    def _tell_address(self, address: str) -> None:
        named = read_address(address)
        course = self._context.workspace.course
        if named is not None and named.course == course.id and named.place.section in course.by_id:
            self._ask_section(Location(named.place.section, named.place.heading))
        else:
            words = self.tr("A place in another course, or one that has moved. Follow it to see.")
            self.ready.emit(Preview("outside", self.tr("A link to a place"), foot=words))

    def _outside(self, target: Target) -> Preview:
        from studyapp.gui.dialogs.links import spelled  # noqa: PLC0415 - not at start

        url = QUrl(target.url)
        address = spelled(url)
        shown = address if len(address) <= LONGEST_ADDRESS else address[:LONGEST_ADDRESS] + "…"
        broken = "".join(one + SOFT_BREAK if one in "/?&=-_.%" else one for one in shown)
        if target.kind == "mail":
            foot = self.tr("Opens in your mail program, after you have been asked.")
            return Preview("outside", self.tr("Mail"), words=broken, foot=foot)
        title = url.host(QUrl.ComponentFormattingOption.PrettyDecoded) or shown[:60]
        foot = self.tr("Opens in your browser, after you have been asked.")
        return Preview("outside", title, words=broken, foot=foot)

    def _tell_note(self, section: Section, page: Page, note_id: str) -> None:
        note = note_of(page, note_id)
        if note is not None:
            title = self.tr("Footnote {}").format(note.label)
            blocks = cut(note.children, NOTE_ROOM)[0]
            self.ready.emit(Preview("note", title, section_id=section.id, blocks=blocks))

    # Sections

    def _ask_section(self, location: Location, remark: str = "") -> None:
        here, page = self._reader.section, self._reader.page
        self._wish, self._remark = location, said(remark)
        section = self._context.workspace.course.by_id.get(location.section)
        if section is None:
            return
        if here is not None and page is not None and section.id == here.id:
            self._on_page(section, page)
        else:
            self._pages.ask(section)

    def _on_slow(self, section: Section) -> None:
        if section.id == self._wish.section:
            told = self._head(section, section.title)
            self.ready.emit(replace(told, foot=self.tr("Opening…"), waits=True))

    def _on_page(self, section: Section, page: Page) -> None:
        if section.id != self._wish.section:
            return
        title, blocks = beginning(page, self._wish.heading, self._words)
        told = self._head(section, title)
        self.ready.emit(replace(told, blocks=blocks, foot=self._foot(section)))

    def _on_failed(self, section: Section, error: StudyError) -> None:
        if section.id == self._wish.section:
            self.ready.emit(Preview("broken", section.title, words=said(str(error))))

    def _head(self, section: Section, title: str) -> Preview:
        trail = [one.title for one in self._context.workspace.course.trail(section.id)]
        here = self._reader.section
        if not self._wish.heading:
            trail.pop()
        elif here is not None and here.id == section.id:
            trail = [self.tr("On this page")]
        crumb = "  \u203a  ".join(trail)
        return Preview("section", title, crumb, section.id, remark=self._remark)

    def _foot(self, section: Section) -> str:
        workspace = self._context.workspace
        minutes = self.tr("%n min to read", "", workspace.minutes(section.id))
        state = reading_words.of_section(workspace.progress.state(section.id))
        return "  ·  ".join(part for part in (minutes, state) if part)
