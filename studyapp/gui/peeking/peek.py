"""When the card of a link is shown, and where: after the mouse has rested on it, or by key.

The reader makes one and hands it what the mouse does in its viewport. The card stays while the
mouse goes into it, and goes away on leaving, scrolling, a click, a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from studyapp.gui.announcing import announce
from studyapp.gui.reader.beside import beside
from studyapp.gui.reader.links import GO, LINK, NOTE, Link, follow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.peeking.card import Card
    from studyapp.gui.peeking.previews import Preview, Previews
    from studyapp.gui.reader.build import Built
    from studyapp.gui.reader.view import Reader

REST_MS = 400
"""How long the mouse rests on a link before its card comes."""
LINGER_MS = 280
"""How long a card stays that the mouse has left: it may be on its way into it."""
GIVE_UP_MS = 6_000
"""A page that takes longer is not waited for."""
MARGIN = 4
HEIGHTS = (0, 220, 130, 70, 30)
"""What a card may be high, in pixels of the page it shows, where there is little room."""
MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta}


class Peek(QObject):
    """The card of one reader."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._card: Card | None = None
        self._previews: Previews | None = None
        self._link: Link | None = None
        self._built: Built | None = None
        self._rested: Link | None = None
        self._by_key = False
        self._keyboard: QWidget | None = None
        self._resting = self._timer(REST_MS, self._on_rested)
        self._leaving = self._timer(LINGER_MS, self._put_away)
        self._waiting = self._timer(GIVE_UP_MS, self.close)
        reader.bar.valueChanged.connect(lambda _value: self.close())
        reader.marks.moved.connect(self._on_laid_out)

    def _timer(self, milliseconds: int, call: object) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(call)
        return timer

    @property
    def card(self) -> Card | None:
        """The card, once one was needed."""
        return self._card

    @property
    def is_open(self) -> bool:
        """Whether a card is on show."""
        return self._card is not None and self._card.isVisible()

    @property
    def link(self) -> Link | None:
        """The link whose card is on show, or on its way."""
        return self._link

    # The mouse

    def take(self, event: QEvent) -> bool:
        """Follow the mouse in the viewport; tell whether nobody else may have the event."""
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._on_moved(event)
            case QEvent.Type.Leave:
                self._on_left()
            case QEvent.Type.MouseButtonPress | QEvent.Type.Wheel | QEvent.Type.Hide:
                self.close()
            case QEvent.Type.ToolTip:
                return self.is_open
            case _:
                pass
        return False

    def _on_moved(self, event: QMouseEvent) -> None:
        link = None
        if not event.buttons() and self._reader.context.settings.link_previews:
            link = self._reader.links.at(event.position().toPoint())
        if link is not None and link == self._link:
            self._resting.stop()
            self._leaving.stop()
        elif link is None or not can_preview(link):
            self._on_left()
        elif link != self._rested or not self._resting.isActive():
            self._on_left()
            self._rested = link
            self._resting.start()

    def _on_left(self) -> None:
        self._resting.stop()
        self._rested = None
        if self._link is not None and not self._by_key and not self._leaving.isActive():
            self._leaving.start()

    def _on_rested(self) -> None:
        if self._rested is not None:
            self._open(self._rested, by_key=False)

    # Open and close

    def open_nearest(self) -> bool:
        """Show the card of the link that has the keyboard, or is nearest to the words at hand."""
        link = self._reader.links.nearest(can_preview)
        if link is not None:
            self.open_for(link)
        return link is not None

    def open_for(self, link: Link) -> None:
        """Show the card of a link, with the keyboard in it."""
        self._reader.links.focus(link)
        self._open(link, by_key=True)

    def close(self) -> None:
        """Show no card, and none a moment later; the keyboard goes back to the page."""
        self._resting.stop()
        self._rested = None
        self._put_away()

    def _put_away(self) -> None:
        self._leaving.stop()
        self._waiting.stop()
        self._link = None
        if self._previews is not None:
            self._previews.forget()
        if self._keyboard is not None:
            self._keyboard.removeEventFilter(self)
            self._keyboard = None
        card = self._card
        if card is not None and card.isVisible():
            had_keyboard = card.hasFocus()
            card.hide()
            if had_keyboard:
                self._reader.setFocus(Qt.FocusReason.PopupFocusReason)
            self._reader.viewport().update()

    def _open(self, link: Link, *, by_key: bool) -> None:
        self.close()
        self._link, self._by_key, self._built = link, by_key, self._reader.built
        self._asked().ask(link.href, self._reader.links.text_of(link))

    def _asked(self) -> Previews:
        if self._previews is None:
            from studyapp.gui.peeking.previews import Previews  # noqa: PLC0415 - not at start

            self._previews = Previews(self._reader)
            self._previews.ready.connect(self._on_ready)
        return self._previews

    def _on_ready(self, preview: Preview) -> None:
        if self._link is None:
            return
        self._waiting.stop()
        if preview.waits:
            self._waiting.start()
        if not preview.remark:
            preview = replace(preview, remark=self._title_of(self._link))
        card = self._made()
        card.show_preview(preview)
        if self._by_key:
            announce(self._reader, preview.told())
        if not self._place() and not self.is_open:
            self.close()
            return
        self._watch_keys()
        if self._by_key:
            card.setFocus(Qt.FocusReason.PopupFocusReason)

    def _title_of(self, link: Link) -> str:
        """Return the title that a link was given; the card stands in place of its tooltip."""
        title = self._reader.cursor_at(link.first + 1).charFormat().toolTip()
        return "" if link.href.removeprefix(LINK) == title else title

    def _made(self) -> Card:
        if self._card is None:
            from studyapp.gui.peeking.card import Card  # noqa: PLC0415 - not at start

            card = self._card = Card(self._reader)
            card.followed.connect(self._on_followed)
            card.dismissed.connect(self.close)
            card.abandoned.connect(self.close)
            card.entered.connect(self._leaving.stop)
            card.left.connect(self._on_card_left)
            card.resized.connect(lambda: self.is_open and self._place())
        return self._card

    def _on_card_left(self) -> None:
        if self._card is not None and not self._card.hasFocus():
            self._leaving.start()

    def _on_followed(self, href: str, aside: bool) -> None:
        link, preview = self._link, self._card.preview if self._card else None
        self.close()
        if link is not None:
            self._reader.setFocus(Qt.FocusReason.OtherFocusReason)
            within = preview.section_id if href and preview else ""
            words = "" if href else self._reader.links.text_of(link)
            follow(self._reader, href or link.href, words, aside=aside, section_id=within)

    def _on_laid_out(self) -> None:
        """Close the card of a page that is no longer on show."""
        if self._link is not None and self._reader.built is not self._built:
            self.close()

    # Where

    def _place(self) -> bool:
        """Put the card beside its link, lower where there is little room; tell if there is any."""
        card, words = self._card, self._words()
        if card is None or words is None:
            return False
        for height in HEIGHTS:
            card.blockSignals(True)
            card.fit(height or 10_000)
            card.blockSignals(False)
            corner = beside(card.size(), words, self._areas())
            if corner is not None:
                card.move(corner)
                card.show()
                card.raise_()
                return True
        return False

    def _words(self) -> QRect | None:
        reader, link = self._reader, self._link
        area = reader.area_of(link.first, link.last) if link else None
        return area.translated(self._corner(reader.viewport())) if area else None

    def _areas(self) -> list[QRect]:
        """Return where a card may be: on the page, else above or below it, else anywhere."""
        reader, window = self._reader, self._reader.window().rect()
        page = reader.rect().translated(self._corner(reader))
        column = QRect(page.left(), window.top(), page.width(), window.height())
        areas = page, column, window
        return [one.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN) for one in areas]

    def _corner(self, part: QWidget) -> QPoint:
        return part.mapTo(self._reader.window(), QPoint(0, 0))

    # Keys, while the card was opened by the mouse

    def _watch_keys(self) -> None:
        keyboard = QApplication.focusWidget()
        if self._keyboard is None and keyboard is not None and not self._by_key:
            self._keyboard = keyboard
            keyboard.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc close the card before it does anything else; any other key closes it too."""
        if watched is not self._keyboard or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() not in MODIFIERS:
            self.close()
            return event.key() == Qt.Key.Key_Escape
        return False


def can_preview(link: Link) -> bool:
    """Return whether there is a card for a link."""
    return link.href.startswith((LINK, NOTE, GO))
