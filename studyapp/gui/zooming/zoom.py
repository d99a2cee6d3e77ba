"""When something of the page is enlarged: by a click, or by key.

The reader makes one. A click on a table waits for the second one of a double click, and counts only
where nothing was selected or marked: in tables one marks, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint

    from studyapp.gui.reader.build import Built
    from studyapp.gui.reader.view import Reader
    from studyapp.gui.zooming.overlay import Overlay
    from studyapp.gui.zooming.subjects import Subject

GLASS = 24


class Zoom(QObject):
    """What can be enlarged of one reader's page."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._overlay: Overlay | None = None
        self._built: Built | None = None
        self._count = 0
        self._was_idle = True
        self._clicked: Subject | None = None
        self._shape_before: QCursor | None = None
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._on_waited)
        reader.selecting.begun.connect(self._on_pressed)
        reader.clicked.connect(self._on_clicked)
        reader.marks.moved.connect(self._on_laid_out)

    @property
    def overlay(self) -> Overlay | None:
        """What is open over the window."""
        return self._overlay

    # The mouse

    def hover(self, point: QPoint) -> None:
        """Show by the shape of the mouse that a picture can be enlarged."""
        from studyapp.gui.zooming.subjects import is_drawn_at  # noqa: PLC0415 - not at start

        over = is_drawn_at(self._reader, point)
        viewport = self._reader.viewport()
        if over and self._shape_before is None:
            self._shape_before = QCursor(viewport.cursor())
            viewport.setCursor(
                glass(self._reader.context.theme["ink"], viewport.devicePixelRatioF())
            )
        elif not over and self._shape_before is not None:
            viewport.setCursor(self._shape_before)
            self._shape_before = None

    def _on_pressed(self) -> None:
        self._waiting.stop()
        reader = self._reader
        busy = reader.textCursor().hasSelection() or reader.marks.focused or reader.selecting.caret
        self._was_idle = not busy

    def _on_clicked(self, point: QPoint) -> None:
        reader = self._reader
        if reader.marks.sign_at(point) or reader.marks.at(point):
            return
        from studyapp.gui.zooming.subjects import subject_at  # noqa: PLC0415 - not at start

        subject = subject_at(reader, point)
        if subject is None:
            return
        if subject.table is None:
            self._open(subject)
        elif self._was_idle:
            self._clicked = subject
            self._waiting.start(QApplication.doubleClickInterval())

    def _on_waited(self) -> None:
        if self._clicked is not None and not self._reader.textCursor().hasSelection():
            self._open(self._clicked)

    # Open

    def open_at(self, position: int) -> bool:
        """Enlarge what stands at a document position; tell whether it can be."""
        found = (one for one in self._all() if one.first <= position < max(one.last, one.first + 1))
        subject = next(found, None)
        if subject is not None:
            self._open(subject)
        return subject is not None

    def open_nearest(self) -> bool:
        """Enlarge what has the keyboard, else what is nearest to the caret or mid-view."""
        reader = self._reader
        focused = reader.links.focused
        if focused is not None and self.open_at(focused.first):
            return True
        if reader.selecting.caret and self.open_at(reader.textCursor().position()):
            return True
        subject = self._in_middle()
        if subject is not None:
            self._open(subject)
        return subject is not None

    def _in_middle(self) -> Subject | None:
        built = self._reader.built
        if built is None:
            return None
        from studyapp.gui.zooming.subjects import area  # noqa: PLC0415 - not at start

        view = QRectF(self._reader.viewport().rect()).translated(self._reader.view_offset())
        areas = [(one, area(built, one)) for one in self._all()]
        seen = [(one, rect) for one, rect in areas if rect.intersects(view)]
        middle = view.center().y()

        def distance(pair: tuple[Subject, QRectF]) -> float:
            return max(pair[1].top() - middle, middle - pair[1].bottom(), 0)

        return min(seen, key=distance)[0] if seen else None

    def _all(self) -> Sequence[Subject]:
        from studyapp.gui.zooming.subjects import subjects  # noqa: PLC0415 - not at start

        return subjects(self._reader)

    def _open(self, subject: Subject) -> None:
        from studyapp.gui.zooming.overlay import Overlay  # noqa: PLC0415 - not at start

        self._reader.peek.close()
        self._built = self._reader.built
        found = self._all()
        place = next(n for n, one in enumerate(found) if one.first == subject.first)
        self._count = len(found)
        self._overlay = Overlay(self._reader, found, place)
        self._overlay.closed.connect(self._on_closed)
        self._overlay.open()

    def _on_laid_out(self) -> None:
        """Draw what is open anew when its page was; close it when that is no longer on show."""
        before, built = self._built, self._reader.built
        if self._overlay is None or before is None or built is before:
            return
        if built is not None and not built.finished and built.page is before.page:
            return
        found = self._all()
        if built is None or built.page is not before.page or len(found) != self._count:
            self._overlay.dismiss()
        else:
            self._built = built
            self._overlay.renew(found)

    def _on_closed(self, position: int) -> None:
        """Go back to the page, to what was seen last."""
        self._overlay = None
        reader, built = self._reader, self._reader.built
        if built is not None:
            reader.hold.reveal(built, position, position + 1)
        reader.setFocus(Qt.FocusReason.PopupFocusReason)


def glass(ink: QColor, ratio: float) -> QCursor:
    """Return a magnifying glass as the shape of the mouse."""
    pixmap = QPixmap(round(GLASS * ratio), round(GLASS * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    halo = QColor(Qt.GlobalColor.white if ink.lightnessF() < 0.5 else Qt.GlobalColor.black)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, width in ((halo, 4.2), (ink, 1.9)):
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawEllipse(QPointF(10, 10), 6.5, 6.5)
            painter.drawLine(QPointF(15, 15), QPointF(21, 21))
            painter.drawLine(QPointF(7.2, 10), QPointF(12.8, 10))
            painter.drawLine(QPointF(10, 7.2), QPointF(10, 12.8))
    return QCursor(pixmap, 10, 10)
