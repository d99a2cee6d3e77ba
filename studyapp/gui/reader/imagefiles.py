"""Opens the picture files of a course, which strangers made, and decodes them.

`images.py` asks. Only regular files of known formats are read, and the size of a picture is checked
before anything is decoded. Nothing here touches the screen, so jobs may decode.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from studyapp.gui.language import grouped, translate
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

MOST_PIXELS = 40_000_000
MOST_BYTES = 64 << 20
DECODED_MB = 64
"""Memory that decoding one picture may take."""
MOST_WRITTEN = 256 << 10
"""Bytes of a picture written into the page itself (`data:`)."""
TALLEST = 4.0
"""Height of a picture, in widths of the column."""
DESIGNED_FOR = 18.0
"""Text size at which a figure without a size of its own has the size of its view box."""
MISSING = translate("Picture", "the course has no such file")

_SIGNATURES = ((b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))
_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)
_WEB = re.compile(r"(?:[a-z][a-z0-9+.-]+:)?//", re.IGNORECASE)
_SHIFTED = QImageIOHandler.Transformation.TransformationRotate90

Key = tuple[str, int, int]
"""Path, time and size of a file; of a picture written into the page its source."""


class UnfitError(Exception):
    """Why a picture cannot be shown."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of a picture before it is drawn."""

    key: Key
    kind: str = ""
    width: float = 1.0
    height: float = 1.0
    path: Path | None = None
    sized: bool = True
    """Whether it has a size in pixels; a figure without one grows with the text."""
    themed: bool = False
    """Whether it takes its colors from the theme."""
    data: bytes = b""
    """Of an SVG, and of a picture written into the page."""
    refusal: str = ""
    """Why it cannot be shown."""

    def fitted(self, room: float, text_size: float, asked: float = 0) -> tuple[float, float]:
        """Return the size at which it is drawn: its own, unless there is less room."""
        scale = 1.0 if self.sized else text_size / DESIGNED_FOR
        if asked:
            scale = asked / self.width if self.kind == "svg" else min(asked / self.width, 1.0)
        scale = min(scale, room / self.width, TALLEST * room / self.height)
        return self.width * scale, self.height * scale


def key_of(source: str, path: Path | None) -> Key:
    """Return what stands for a picture as it is now; UnfitError when there is none."""
    if path is not None:
        status = path.stat()
        return str(path), status.st_mtime_ns, status.st_size
    if _DATA.match(source):
        return source, 0, 0
    if _WEB.match(source):
        raise UnfitError(
            translate("Picture", "it is on the web, and nothing is fetched from there")
        )
    raise UnfitError(MISSING)


def measured(key: Key, path: Path | None) -> Picture:
    """Return what is known of a picture without decoding it; UnfitError when it cannot be shown."""
    data = b"" if path else _written(key[0])
    with _opened(path, data) as device:
        head = bytes(device.peek(256).data())
        kind = _kind(head)
        if kind == "svg":
            return _measured_svg(key, path, device)
        size = _size(QImageReader(device, QByteArray(kind.encode())))
    if size.width() * size.height() > MOST_PIXELS:
        said = translate("Picture", "it has {} by {} pixels, which is too many")
        raise UnfitError(said.format(grouped(size.width()), grouped(size.height())))
    return Picture(key, kind, size.width(), size.height(), path, data=data)


def _measured_svg(key: Key, path: Path | None, device: QIODevice) -> Picture:
    from studyapp.gui.reader import svg  # noqa: PLC0415 - not for every first page

    data = bytes(device.read(svg.LARGEST + 1).data())
    drawing = svg.examine(data)
    if drawing.refusal:
        raise UnfitError(drawing.refusal)
    width, height = drawing.width, drawing.height
    return Picture(key, "svg", width, height, path, drawing.sized, drawing.themed, data)


def _size(reader: QImageReader) -> QSize:
    size = reader.size()
    if size.isEmpty():
        raise UnfitError(translate("Picture", "it is damaged"))
    return size.transposed() if reader.transformation() & _SHIFTED else size


def _kind(head: bytes) -> str:
    found = [kind for signature, kind in _SIGNATURES if head.startswith(signature)]
    if found:
        return found[0]
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return "svg"
    raise UnfitError(translate("Picture", "it is none of PNG, JPEG, WebP, GIF and SVG"))


def _written(source: str) -> bytes:
    """Return the bytes of a picture that is written into the page."""
    if len(source) > MOST_WRITTEN * 4 // 3:
        raise UnfitError(translate("Picture", "a picture written into the page must be small"))
    try:
        return base64.b64decode(source.partition(",")[2], validate=True)
    except binascii.Error:
        raise UnfitError(translate("Picture", "it is damaged")) from None


@contextmanager
def _opened(path: Path | None, data: bytes) -> Generator[QIODevice]:
    """Open the bytes of a picture; never waits, whatever the path leads to."""
    if path is None:
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        yield buffer
        return
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise UnfitError(translate("Picture", "it is not a file"))
        if status.st_size > MOST_BYTES:
            raise UnfitError(translate("Picture", "the file is larger than 64 MB"))
        file = QFile()
        file.open(handle, QIODevice.OpenModeFlag.ReadOnly)
        yield file
        file.close()
    finally:
        os.close(handle)


def decoded(picture: Picture, size: QSize) -> QImage | str:
    """Return a picture as an image of at most a size, or why that cannot be."""
    try:
        with _opened(picture.path, picture.data) as device:
            reader = QImageReader(device, QByteArray(picture.kind.encode()))
            reader.setAutoTransform(True)
            if size.width() < picture.width:
                turned = bool(reader.transformation() & _SHIFTED)
                reader.setScaledSize(size.transposed() if turned else size)
            image = reader.read()
    except UnfitError as error:
        return str(error)
    except OSError as error:
        return unreadable(error)
    return translate("Picture", "it is damaged or too large") if image.isNull() else image


def contents(picture: Picture) -> bytes:
    """Return the bytes of a picture as its file now has them; StudyError if that cannot be."""
    try:
        with _opened(picture.path, picture.data) as device:
            return bytes(device.read(MOST_BYTES).data())
    except (UnfitError, OSError) as error:
        why = unreadable(error) if isinstance(error, OSError) else str(error)
        raise StudyError(translate("Picture", "the picture is not saved"), why) from error


def unreadable(error: OSError) -> str:
    """Return in words why a file cannot be read."""
    if isinstance(error, FileNotFoundError):
        return MISSING
    return translate("Picture", "it cannot be read ({})").format(
        os.strerror(error.errno or 0).lower()
    )
