"""Shapes of an SVG without an outline get none in a PDF; those with one keep it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from studyapp.files import bundled
from studyapp.gui.printing.strokes import without_stray_strokes

FIGURES = sorted(bundled("content").rglob("*.svg"))
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'


def thin(inner: str) -> list[bool]:
    """Return which shapes of an SVG are said to have no outline, in order."""
    made = without_stray_strokes(f"{OPEN}{inner}</svg>".encode())
    root = ET.fromstring(made)
    shapes = [one for one in root.iter() if one.tag.rpartition("}")[2] in {"path", "rect", "line"}]
    return ["stroke-width:0" in one.get("style", "") for one in shapes]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<path d="M0 0"/><rect stroke="red"/>', [True, False]),
        ('<g stroke="red"><path/><rect stroke="none"/></g><path/>', [False, True, True]),
        ('<g stroke="red"><g><path/></g></g>', [False]),
        ('<path style="stroke: red"/><path style="fill:red"/>', [False, True]),
        ('<style>.a{stroke:red} .b{fill:red}</style><path class="a"/><path class="b"/>', [0, 1]),
        ("<style>path{stroke:red}</style><path/><rect/>", [False, True]),
        ('<!-- <g stroke="red"> --><path stroke-width="3"/><rect stroke="#fff"/>', [True, False]),
        ("<path stroke='red'></path><path></path>", [False, True]),
        ('<path id="a > b" stroke="red"/><path/>', [False, True]),
    ],
)
def test_only_what_has_no_outline_is_thinned(inner, expected):
    assert thin(inner) == [bool(one) for one in expected]


def test_a_drawing_of_filled_shapes_alone_says_it_once():
    made = without_stray_strokes(f'{OPEN}<path d="M0 0"/><rect/></svg>'.encode())
    assert made.count(b"stroke-width") == 1


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.name)
def test_figures_look_the_same_on_a_screen(qapp, path):
    data = path.read_bytes()
    assert picture(without_stray_strokes(data)) == picture(data)


def picture(data: bytes) -> QImage:
    image = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, 300, 300))
    painter.end()
    return image


def test_a_filled_shape_is_not_larger_in_a_pdf(qapp):
    """The bug of Qt that this is for; should it be mended, the module can go."""
    triangle = f'{OPEN}<path d="M10 10 L30 10 L20 30 Z" fill="#000"/></svg>'.encode()
    assert len(pdf_of(without_stray_strokes(triangle))) < len(pdf_of(triangle))


def pdf_of(data: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, 400, 400))
    painter.end()
    return bytes(buffer.data().data())
