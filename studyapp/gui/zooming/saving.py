"""An enlarged picture or formula in a file of its own.

`overlay.py` asks. A picture of the course can be had as its file is; whatever is drawn, as PNG.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from studyapp.files import portable_name, write_atomic
from studyapp.gui.language import translate
from studyapp.gui.reader.imagefiles import contents

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.zooming.art import Art
    from studyapp.gui.zooming.subjects import Subject


class Way(NamedTuple):
    """A format that a picture can be saved in."""

    title: str
    suffixes: tuple[str, ...]
    data: Callable[[], bytes]


OWN = {"png": (".png",), "jpeg": (".jpg", ".jpeg"), "gif": (".gif",), "svg": (".svg",)}


def save_picture(parent: QWidget, subject: Subject, art: Art) -> Path | None:
    """Ask for a file and save there; return it. None if nobody chose one."""
    ways = _ways(subject, art)
    place = QStandardPaths.StandardLocation.PicturesLocation
    folder = Path(QStandardPaths.writableLocation(place))
    title = subject.name if subject.picture else ""
    proposed = portable_name(title) or translate("Zoom", "Formula")
    filters = [f"{way.title} ({' '.join(f'*{one}' for one in way.suffixes)})" for way in ways]
    name, _ = QFileDialog.getSaveFileName(
        parent,
        translate("Zoom", "Save picture"),
        str(folder / f"{proposed}{ways[0].suffixes[0]}"),
        ";;".join(filters),
    )
    if not name:
        return None
    path = Path(name)
    way = next((one for one in ways if path.suffix.lower() in one.suffixes), None)
    if way is None:
        path, way = path.with_name(f"{path.name}{ways[0].suffixes[0]}"), ways[0]
    write_atomic(path, way.data())
    return path


def _ways(subject: Subject, art: Art) -> list[Way]:
    """Return the formats, the one that is nearest to what is shown first."""
    drawn = Way("PNG", OWN["png"], lambda: _png(art.copy()))
    picture = subject.picture
    if picture is None or picture.themed or picture.kind not in OWN:
        return [drawn]
    own = Way(picture.kind.upper(), OWN[picture.kind], lambda: contents(picture))
    return [own] if picture.kind == "png" else [own, drawn]


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
