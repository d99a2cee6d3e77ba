"""The links of the page: found under the mouse, reached by keys, followed.

A click or Enter folds, jumps to a note and back, enlarges a picture, or tells the window. The
reader makes one `PageLinks`; the keyboard goes from link to link, and to pictures, in the order of
the page.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextFormat

from studyapp.gui.announcing import announce
from studyapp.gui.asideclicks import wants_aside
from studyapp.gui.reader.document import APP_LINK
from studyapp.gui.reader.paint import Band

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent, QTextBlock, QTextCharFormat, QTextDocument

    from studyapp.gui.reader.build import Built
    from studyapp.gui.reader.view import Reader

LINK, NOTE, PICTURE, GO = "link:", "note:", "picture:", f"{APP_LINK}go:"
"""How addresses of the document begin, beside other ones of the app (`APP_LINK`)."""


class Link(NamedTuple):
    """A stretch of document positions that leads somewhere."""

    first: int
    last: int
    href: str
    """As the document has it; `PICTURE` for a picture, which leads to itself enlarged."""


def follow(
    reader: Reader, href: str, words: str, *, aside: bool = False, section_id: str = ""
) -> None:
    """Follow a link by the address that the document gives it, `aside` in the other pane.

    It may be written in another section than the one on show. Its words say which entry of a
    glossary is meant.
    """
    if href.startswith(APP_LINK):
        _follow_own(reader, href.removeprefix(APP_LINK))
    elif href.startswith(NOTE):
        _jump(reader, href.removeprefix(NOTE))
    elif href:
        here = reader.section.id if reader.section else ""
        reader.link_followed.emit(section_id or here, href.removeprefix(LINK), aside, words)


def leads_away(link: Link) -> bool:
    """Return whether a link leads to another place, and does nothing on its page."""
    return link.href.startswith(LINK)


def _follow_own(reader: Reader, wish: str) -> None:
    verb, _, rest = wish.partition(":")
    if verb == "fold" and rest.isdigit():
        reader.toggle_fold(int(rest))
    elif verb == "back":
        _jump(reader, rest, back=True)
    elif verb == "go":
        reader.section_requested.emit(rest)


def _jump(reader: Reader, note: str, *, back: bool = False) -> None:
    """Go to a footnote, or back to where it is named first."""
    built = reader.built
    if built is None:
        return
    places = built.scenery.references if back else built.scenery.notes
    if note in places:
        reader.jumping.emit()
        reader.hold.scroll_to(built, places[note], 0.3)


def links_from(document: QTextDocument, position: int, step: int) -> Iterator[Link]:
    """Yield what can be followed after a position (`step` 1), or before it (-1), nearest first."""
    block = document.findBlock(position)
    while block.isValid():
        found = links_of(block)
        if step > 0:
            yield from (link for link in found if link.first >= position)
            block = block.next()
        else:
            yield from (link for link in reversed(found) if link.last <= position)
            block = block.previous()


def links_of(block: QTextBlock) -> list[Link]:
    """Return the links and pictures of a block."""
    found: list[Link] = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if href := _address(piece.charFormat()):
            link = Link(piece.position(), piece.position() + piece.length(), href)
            before = found[-1] if found else None
            if before and before.href == href != PICTURE and before.last == link.first:
                found[-1] = before._replace(last=link.last)
            else:
                found.append(link)
        pieces += 1
    return found


def _address(chars: QTextCharFormat) -> str:
    if href := chars.anchorHref():
        return href
    if chars.objectType() > QTextFormat.ObjectTypes.UserObject.value:
        from studyapp.gui.reader.images import PICTURE_TYPE  # noqa: PLC0415 - not at start

        return PICTURE if chars.objectType() == PICTURE_TYPE else ""
    return ""


class PageLinks(QObject):
    """What the mouse presses and the keyboard has reached."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._reached: tuple[Built, Link] | None = None
        self._aside = False
        self.pressed = ""
        """Address of the link on which the mouse went down."""
        self._pressed_words = ""
        # Qt itself would select each link that it goes to
        keys = Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        reader.setTextInteractionFlags(reader.textInteractionFlags() & ~keys)
        reader.anchorClicked.connect(lambda _url: self._on_anchor())

    @property
    def focused(self) -> Link | None:
        """The link that the keyboard has reached; None after a click and on another page."""
        reached = self._reached
        return reached[1] if reached and reached[0] is self._reader.built else None

    def bands(self) -> list[Band]:
        """Return the ring around the link that has the keyboard."""
        link, theme = self.focused, self._reader.context.theme
        if link is None or not (self._reader.hasFocus() or self._reader.peek.is_open):
            return []
        return [Band(link.first, link.last, theme["hover"], 4.0, theme["focus"])]

    def press(self, event: QMouseEvent) -> None:
        """Take note that a button of the mouse went down in the viewport."""
        self.pressed = self._reader.anchorAt(event.position().toPoint())
        link = self.at(event.position().toPoint()) if self.pressed else None
        self._pressed_words = self.text_of(link) if link else ""
        self._aside = wants_aside(event)
        self.clear()

    def release(self, event: QMouseEvent) -> None:
        """Follow in the other pane what the middle button was pressed on, which Qt does not."""
        is_middle = event.button() == Qt.MouseButton.MiddleButton
        if is_middle and self.pressed == self._reader.anchorAt(event.position().toPoint()):
            follow(self._reader, self.pressed, self._pressed_words, aside=True)

    def clear(self) -> None:
        """Let no link have the keyboard."""
        if self._reached is not None:
            self._reached = None
            self._reader.viewport().update()

    def at(self, point: QPoint) -> Link | None:
        """Return the link at a point of the viewport."""
        href = self._reader.anchorAt(point)
        if not href:
            return None
        cursor = self._reader.cursorForPosition(point)
        near = (
            link
            for link in links_of(cursor.block())
            if link.href == href and link.first <= cursor.position() <= link.last
        )
        return next(near, None)

    def step(self, step: int) -> bool:
        """Go to the next link (1) or the one before (-1); tell whether there was one."""
        built = self._reader.built
        if built is None:
            return False
        link = next(links_from(built.document, self._start(step), step), None)
        if link is None:
            self.clear()
            return False
        self.focus(link)
        announce(self._reader, self.words(link))
        return True

    def focus(self, link: Link) -> None:
        """Let a link have the keyboard, and bring it into view."""
        built = self._reader.built
        if built is not None:
            self._reached = (built, link)
            self._reader.hold.reveal(built, link.first, link.last)
            self._reader.viewport().update()

    def text_of(self, link: Link) -> str:
        """Return the words of a link as they stand on the page."""
        cursor = self._reader.cursor_at(link.first)
        cursor.setPosition(link.last, cursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\ufffc", "").strip()

    def words(self, link: Link) -> str:
        """Return what a link is called, for a screen reader."""
        words = self.text_of(link)
        if link.href == PICTURE:
            title = self._reader.cursor_at(link.last).charFormat().toolTip()
            return self.tr("Picture: {}").format(words or title)
        if link.href.startswith(NOTE):
            return self.tr("Footnote {}").format(words)
        return self.tr("Link: {}").format(words)

    def _start(self, step: int) -> int:
        """Return where to look from: behind the link reached last, else at the edge of the view."""
        link = self.focused
        if link is not None:
            return link.last if step > 0 else link.first
        view = self._reader.viewport().rect()
        edge = view.topLeft() if step > 0 else view.bottomRight()
        return self._reader.cursorForPosition(edge).position()

    def follow_nearest_aside(self) -> bool:
        """Follow the link at hand in the other pane; tell whether there was one."""
        link = self.nearest(leads_away)
        if link is not None:
            follow(self._reader, link.href, self.text_of(link), aside=True)
        return link is not None

    def follow_focused(self, *, aside: bool = False) -> bool:
        """Follow the link that has the keyboard, or the caret; tell whether there was one."""
        link = self.focused or self._at_caret()
        if link is None:
            return False
        if link.href == PICTURE:
            self._reader.zoom.open_at(link.first)
        else:
            follow(self._reader, link.href, self.text_of(link), aside=aside)
        return True

    def _at_caret(self) -> Link | None:
        if not self._reader.selecting.caret:
            return None
        cursor = self._reader.textCursor()
        links = links_of(cursor.block())
        return next((one for one in links if one.first <= cursor.position() < one.last), None)

    def nearest(self, accepts: Callable[[Link], bool]) -> Link | None:
        """Return the link that has the keyboard, else the one in view nearest to the words at hand.

        These are what is selected, the sentence, the caret; else the top of the view.
        """
        focused = self.focused
        if focused is not None and accepts(focused):
            return focused
        blocks = self._reader.visible_blocks()
        seen = [
            link
            for link in chain.from_iterable(map(links_of, blocks))
            if accepts(link) and self._reader.area_of(link.first, link.last)
        ]
        first, last = self._at_hand()
        return min(
            seen, key=lambda link: max(first - link.first, link.last - last, 0), default=None
        )

    def _at_hand(self) -> tuple[int, int]:
        reader, built = self._reader, self._reader.built
        if span := reader.selecting.span():
            return span
        if built and reader.sentence.range:
            return built.positions.range_to_document(*reader.sentence.range)
        if reader.selecting.caret:
            return reader.textCursor().position(), reader.textCursor().position()
        return 0, 0

    def _on_anchor(self) -> None:
        # The address is taken from the document: a QUrl would have rewritten it
        if self.pressed:
            follow(self._reader, self.pressed, self._pressed_words, aside=self._aside)
