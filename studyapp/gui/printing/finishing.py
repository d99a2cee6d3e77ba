"""Gives a PDF what Qt's writer cannot: outline, links inside, language; in a process of its own.

`pdf.py` starts it. pypdf makes some hundred thousand objects, and where those are made the window
stands still while Python looks for garbage. Nothing of Qt is imported.
"""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

SECONDS = 120
PLACE = "studyapp-place:"
"""Scheme of a link to a place in the printed pages; here real links are made of them."""
USUAL = ((b"<0009>", b"<0020>"), (b"<00A0>", b"<0020>"), (b"<02BC>", b"<2019>"))
"""Characters that share a glyph with a more usual one: tab, no-break space, modifier apostrophe."""
_LISTED = re.compile(rb"\[[^\]]*\]")
# The working folder is not on the path: it may be a course, whose files must never be imported.
# The package is the caller's own, whichever is installed
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); import studyapp; del sys.path[0];"
    "from studyapp.gui.printing.finishing import main; main()"
)


class Spot(NamedTuple):
    """A place in the printed pages."""

    page: int
    """Counted from 0."""
    top: float
    """Distance from the upper edge of the sheet, in pixels."""


class Bookmark(NamedTuple):
    """A line of the outline that PDF readers show beside the pages."""

    level: int
    title: str
    spot: Spot


class Facts(msgspec.Struct, frozen=True):
    """What is written about the pages."""

    title: str
    authors: str
    language: str
    subject: str
    outline: tuple[Bookmark, ...]
    spots: dict[str, Spot]
    scale: float
    """Points of a pixel of the spots."""


def finished_elsewhere(data: bytes, facts: Facts) -> bytes:
    """Return what `finished` returns, done by another process."""
    root = str(Path(__file__).resolve().parents[3])
    told = msgspec.msgpack.encode(facts)
    done = subprocess.run(  # noqa: S603 - this very module
        [sys.executable, "-P", "-c", _START, root],
        input=len(told).to_bytes(8) + told + data,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout


def main() -> None:
    """Finish the PDF that comes in, behind its facts."""
    given = sys.stdin.buffer.read()
    end = 8 + int.from_bytes(given[:8])
    facts = msgspec.msgpack.decode(given[8:end], type=Facts)
    sys.stdout.buffer.write(finished(given[end:], facts))


def finished(data: bytes, facts: Facts) -> bytes:
    """Return a PDF with outline, links and facts."""
    from pypdf import PdfWriter  # noqa: PLC0415 - only when a PDF is written
    from pypdf.generic import NameObject, TextStringObject  # noqa: PLC0415

    writer = PdfWriter(BytesIO(data), incremental=True)
    pages = list(writer.pages)
    for page in pages:
        _lead(page, pages, facts)
    _mend_letters(pages)
    _outline(writer, pages, facts)
    writer.add_metadata({"/Subject": facts.subject} if facts.subject else {})
    root: Any = writer.root_object
    if facts.language:
        root[NameObject("/Lang")] = TextStringObject(facts.language)
    if facts.outline:
        root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _goal(pages: list[Any], spot: Spot, facts: Facts) -> Any:  # noqa: ANN401 - pypdf's own array
    from pypdf.generic import (  # noqa: PLC0415 - only when a PDF is written
        ArrayObject,
        FloatObject,
        NameObject,
        NullObject,
    )

    page = pages[spot.page]
    top = float(page.mediabox.top) - max(spot.top - 12, 0) * facts.scale
    return ArrayObject(
        [page.indirect_reference, NameObject("/XYZ"), NullObject(), FloatObject(top), NullObject()]
    )


def _lead(page: Any, pages: list[Any], facts: Facts) -> None:  # noqa: ANN401 - pypdf's own page
    """Let the links of a page lead to printed places, and drop those that lead nowhere."""
    from pypdf.generic import ArrayObject, NameObject  # noqa: PLC0415 - only when a PDF is written

    notes = page.get("/Annots")
    if notes is None:
        return
    kept = ArrayObject()
    for note in notes.get_object():
        link = note.get_object()
        address = str(link.get("/A", {}).get("/URI", ""))
        if not address.startswith(PLACE):
            kept.append(note)
        elif spot := facts.spots.get(address) or facts.spots.get(address.partition("#")[0]):
            del link["/A"]
            link[NameObject("/Dest")] = _goal(pages, spot, facts)
            kept.append(note)
    page[NameObject("/Annots")] = kept


def _mend_letters(pages: list[Any]) -> None:
    """Let glyphs that stand for several characters be read as the usual one of them.

    Qt names the first character that a typeface draws with a glyph: a tab for a space, say.
    """
    fonts = {
        font.idnum: font.get_object()
        for page in pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    for font in fonts.values():
        letters = font["/ToUnicode"].get_object()
        data = letters.get_data()
        mended = _LISTED.sub(_with_usual, data)
        if mended != data:
            letters.set_data(mended)


def _with_usual(listed: re.Match[bytes]) -> bytes:
    found = listed[0]
    for seldom, usual in USUAL:
        found = found.replace(seldom, usual)
    return found


def _outline(writer: Any, pages: list[Any], facts: Facts) -> None:  # noqa: ANN401 - pypdf's own
    from pypdf.generic import Fit  # noqa: PLC0415 - only when a PDF is written

    above: list[Any] = []
    for mark in facts.outline:
        del above[mark.level :]
        parent = above[-1] if above else None
        top = float(pages[mark.spot.page].mediabox.top) - max(mark.spot.top - 12, 0) * facts.scale
        above += [
            writer.add_outline_item(
                title=mark.title,
                page_number=mark.spot.page,
                parent=parent,
                fit=Fit.xyz(top=top),
                is_open=mark.level < 1,
            )
        ]
