"""Keeps the notes panel level with the page: where passages stand, how far the page is scrolled.

The window makes one; it reads from the page and tells the panel, so that neither knows the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

from studyapp.gui.noting.cardview import Beside

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.panels.notes import Notes
    from studyapp.gui.reader.view import Reader

WIDE = 1100
"""Width of a window from which on the cards stand beside their passages."""


def top_of(reader: Reader, offset: int) -> float:
    """Return the top of the line in which a canonical offset stands, in the document's pixels."""
    built = reader.built
    return built.geometry.line_top(reader.position_of(offset)) if built else 0.0


class Standing(QObject):
    """Follows one page and one panel."""

    def __init__(self, reader: Reader, panel: Notes, window: QWidget) -> None:
        super().__init__(window)
        self._panel = panel
        self._window = window
        self._tops: dict[str, float] = {}
        self._measuring = QTimer(self, singleShot=True, interval=0)
        self._measuring.timeout.connect(self._measure)
        self._follow(reader)
        panel.view.cards.modelReset.connect(self._measuring.start)
        panel.view.cards.dataChanged.connect(self._measuring.start)
        panel.laid_out.connect(self._measuring.start)

    def turn_to(self, reader: Reader) -> None:
        """Keep the panel level with another page from now on."""
        if reader is self._reader:
            return
        self._reader.bar.valueChanged.disconnect(self._tell)
        self._reader.bar.rangeChanged.disconnect(self._measuring.start)
        self._follow(reader)

    def _follow(self, reader: Reader) -> None:
        self._reader = reader
        reader.bar.valueChanged.connect(self._tell)
        reader.bar.rangeChanged.connect(self._measuring.start)
        self._measuring.start()

    @property
    def busy(self) -> bool:
        """Whether the places of passages are still to be found."""
        return self._measuring.isActive()

    def _measure(self) -> None:
        """Find out where each passage stands in the document."""
        if not self._panel.isVisible():
            return
        cards = self._panel.view.cards.cards
        starts = {card.annotation.id: card.found.start for card in cards if card.found}
        self._tops = {key: top_of(self._reader, start) for key, start in starts.items()}
        self._tell()

    def _tell(self) -> None:
        if not self._panel.isVisible():
            return
        if self._window.width() < WIDE:
            self._panel.stand_beside(None)
            return
        bar = self._reader.bar
        page = self._reader.viewport().mapTo(self._window, QPoint(0, 0)).y()
        listed = self._panel.view.viewport().mapTo(self._window, QPoint(0, 0)).y()
        self._panel.stand_beside(Beside(self._tops, bar.value(), bar.maximum(), page - listed))
