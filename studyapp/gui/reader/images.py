"""Pictures of a course: measured when a page is built, drawn when they come into view.

The view makes one `Pictures`, and for each document a `PictureObject`; `picture_format` makes the
format of the one character (U+FFFC) that stands for a picture. Large pictures are decoded by jobs.
A picture that cannot be shown leaves a quiet box with the reason.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImageReader,
    QPyTextObject,
    QTextCharFormat,
    QTextFormat,
)

from studyapp.gui import fonts
from studyapp.gui.reader.imagefiles import (
    DECODED_MB,
    Key,
    Picture,
    UnfitError,
    decoded,
    key_of,
    measured,
    unreadable,
)
from studyapp.gui.reader.objects import (
    ABOVE,
    PITCHED,
    available_width,
    let_lines_grow,
    select_object,
)
from studyapp.gui.reader.picturelooks import (
    dressing,
    fill_rounded,
    paint_box,
    paint_pill,
    paint_svg,
)
from studyapp.gui.reader.raster import Rasters, drawn, pixel_ratio, pixel_size, put

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter, QTextDocument

    from studyapp.gui.jobs import Jobs
    from studyapp.gui.theme import Theme

PICTURE_TYPE = QTextFormat.ObjectTypes.UserObject.value + 2
SOURCE = QTextFormat.Property.UserProperty.value + 120
PATH, ALT, WIDTH, STANDS_ALONE = SOURCE + 1, SOURCE + 2, SOURCE + 3, SOURCE + 4

AT_ONCE = 600_000
"""Pixels decoded while painting; a larger picture comes a moment later."""
KNOWN = 256
BOX_LINES = 3.6
"""Height of the box in place of a figure, in units of the text size."""


class Pictures(QObject):
    """Every picture looked at, and the images drawn of them.

    `ready` is emitted when a picture that has been drawn as an empty plate can be drawn.
    """

    ready = Signal()

    def __init__(self, jobs: Jobs | None = None, parent: QObject | None = None) -> None:
        """Decode large pictures as jobs; without `jobs` everything is decoded when it is drawn."""
        super().__init__(parent)
        self._jobs = jobs
        self._known: OrderedDict[Key, Picture] = OrderedDict()
        self._rasters = Rasters(64 << 20)
        self._asked: set[object] = set()
        self._broken: dict[Key, str] = {}
        QImageReader.setAllocationLimit(DECODED_MB)

    @property
    def busy(self) -> bool:
        """Whether a picture is still being decoded."""
        return bool(self._asked)

    def look(self, source: str, path: Path | None) -> Picture:
        """Return what is known of a picture; without a file its source must hold it."""
        try:
            return self._look(key_of(source, path), path)
        except UnfitError as error:
            return Picture((source, 0, 0), refusal=str(error))
        except OSError as error:
            return Picture((source, 0, 0), refusal=unreadable(error))

    def _look(self, key: Key, path: Path | None) -> Picture:
        if key not in self._known:
            self._known[key] = measured(key, path)
        self._known.move_to_end(key)
        while len(self._known) > KNOWN:
            self._known.popitem(last=False)
        return self._known[key]

    def trouble(self, picture: Picture) -> str:
        """Return why a picture cannot be shown, or an empty string."""
        return picture.refusal or self._broken.get(picture.key, "")

    def paint(self, painter: QPainter, rect: QRectF, picture: Picture, theme: Theme) -> None:
        """Draw a picture that has no trouble."""
        if picture.kind == "svg":
            key = (picture.key, theme.id)
            self._rasters.draw(painter, rect, key, lambda p, r: paint_svg(p, r, picture, theme))
            return
        ratio = pixel_ratio(painter, rect)
        key = (picture.key, rect.width(), rect.height(), ratio, theme.id)
        image = self._rasters.find(key)
        if image is None:
            image = self._decode(key, picture, rect, ratio, theme)
        if image is None:
            fill_rounded(painter, rect, theme["hover"])
        else:
            put(painter, rect, image, ratio)

    def _decode(
        self, key: object, picture: Picture, rect: QRectF, ratio: float, theme: Theme
    ) -> QImage | None:
        """Decode a picture and return it, unless it is so large that a job has to do it."""
        size = pixel_size(rect, ratio)

        def finish(image: QImage | str) -> QImage | None:
            if isinstance(image, str):
                self._broken[picture.key] = image
                return None
            paint = dressing(image, theme)
            finished = drawn(rect, ratio, paint)
            self._rasters.keep(key, finished)
            return finished

        if self._jobs is None or picture.width * picture.height <= AT_ONCE:
            return finish(decoded(picture, size))
        if key not in self._asked:
            self._asked.add(key)

            def arrived(image: QImage | str) -> None:
                self._asked.discard(key)
                finish(image)
                self.ready.emit()

            self._jobs.run(lambda _tick: decoded(picture, size), done=arrived, first=True)
        return None


def picture_format(
    base: QTextCharFormat,
    source: str,
    path: Path | None,
    alt: str,
    *,
    width: int = 0,
    stands_alone: bool = False,
) -> QTextCharFormat:
    """Return the format of the character that stands for a picture.

    `path` is its file, checked to lie in the course; `width` what the page asks for, 0 for its own.
    """
    made = QTextCharFormat(base)
    made.setObjectType(PICTURE_TYPE)
    for key, value in (
        (SOURCE, source),
        (PATH, str(path or "")),
        (ALT, alt),
        (WIDTH, width),
        (STANDS_ALONE, stands_alone),
    ):
        made.setProperty(key, value)
    return made


class PictureObject(QPyTextObject):
    """Draws the pictures of one document; made for it and kept by it."""

    def __init__(self, pictures: Pictures, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._pictures = pictures
        self._theme = theme
        self._document = document
        self._seen: dict[tuple[str, str], Picture] = {}
        document.documentLayout().registerHandler(PICTURE_TYPE, self)
        pictures.ready.connect(self._repaint)

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        chars = form.toCharFormat()
        room = available_width(document, position)
        picture = self._picture(chars)
        if not picture.refusal:
            asked = chars.intProperty(WIDTH)
            return QSizeF(*picture.fitted(room, chars.font().pixelSize(), asked))
        size = chars.font().pixelSize()
        if chars.boolProperty(STANDS_ALONE):
            return QSizeF(room, size * BOX_LINES)
        name = QFontMetricsF(fonts.font(fonts.UI, size * 0.8)).horizontalAdvance(_name(chars))
        return QSizeF(min(name + size * 2.0, room), size * 1.1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF,
        _document: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        chars = form.toCharFormat()
        picture = self._picture(chars)
        why = self._pictures.trouble(picture)
        if not why:
            self._pictures.paint(painter, rect, picture, self._theme)
        elif chars.boolProperty(STANDS_ALONE):
            paint_box(painter, rect, chars.font().pixelSize(), _name(chars), why, self._theme)
        else:
            paint_pill(painter, rect, chars.font().pixelSize(), _name(chars), self._theme)

    def make_room(self, position: int) -> None:
        """Let the lines of a block grow where a picture among words is taller than they are."""
        cursor = select_object(self._document, position)
        lines = cursor.blockFormat()
        height = self.intrinsicSize(self._document, position, cursor.charFormat()).height()
        if lines.lineHeightType() in PITCHED and height > lines.lineHeight() * ABOVE:
            let_lines_grow(cursor)

    def _picture(self, chars: QTextCharFormat) -> Picture:
        source, path = chars.stringProperty(SOURCE), chars.stringProperty(PATH)
        if (source, path) not in self._seen:
            found = self._pictures.look(source, Path(path) if path else None)
            self._seen[source, path] = found
        return self._seen[source, path]

    def _repaint(self) -> None:
        layout = self._document.documentLayout()
        # Named: of the two signals of this name, PySide takes the one without a rectangle
        update = layout.update[QRectF]  # pyright: ignore[reportIndexIssue] - the stub forgets it
        update.emit(QRectF(QPointF(), layout.documentSize()))


def _name(chars: QTextCharFormat) -> str:
    """Return what to call a picture that cannot be shown."""
    return chars.stringProperty(ALT) or Path(chars.stringProperty(SOURCE)[:200]).name
