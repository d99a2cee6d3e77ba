"""Pictures and formulas made to harm: none may stall or crash the window, or leave the course."""

from __future__ import annotations

import os
import socket
import struct
import time
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QImage, QPainter, QTextCharFormat, QTextCursor, QTextDocument

from studyapp.course.links import file_inside
from studyapp.gui.jobs import Jobs
from studyapp.gui.reader import worker as worker_module
from studyapp.gui.reader.coloring import Coloring
from studyapp.gui.reader.formulas import Formulas
from studyapp.gui.reader.images import PictureObject, Pictures, picture_format
from studyapp.gui.reader.math import MathObject, math_format
from studyapp.gui.reader.scenery import CodeArea
from studyapp.gui.reader.worker import Worker
from studyapp.gui.theme import Themes

STALL = 2.0
"""Seconds for which the window may not move."""

# What Qt says of a damaged picture in its log is not the matter here
pytestmark = pytest.mark.qt_log_level_fail("CRITICAL")


@pytest.fixture
def pictures(qapp):
    return Pictures()


@pytest.fixture
def heartbeat(qtbot):
    """The longest time between two turns of the event loop, as a list that grows."""
    gaps, last = [0.0], [time.perf_counter()]

    def beat():
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer(interval=5)
    timer.timeout.connect(beat)
    timer.start()
    yield gaps
    timer.stop()


def draw(pictures, path, source="a.svg"):
    """Look at a picture and draw it; return why it is not shown, and how long all took."""
    start = time.perf_counter()
    picture = pictures.look(source, path)
    if not picture.refusal:
        image = QImage(1312, 800, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.scale(2, 2)
        width, height = picture.fitted(656, 18)
        pictures.paint(painter, QRectF(0, 0, width, height), picture, Themes().find("dark"))
        painter.end()
    return pictures.trouble(picture), time.perf_counter() - start


# SVG

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 640 400">'
)
FULL = '<rect width="640" height="400" {}/>'


def chain(count, outer, inner, fan=1):
    """Definitions that each draw the one before, `fan` times."""
    return "".join(outer.format(n, inner.format(n - 1) * fan) for n in range(1, count))


BOMBS = {
    "uses of uses": chain(9, '<g id="a{}">{}</g>', '<use xlink:href="#a{}"/>', 10)
    + '<g id="a0"><path d="M0 0H9"/></g><use href="#a8"/>',
    "use of itself": '<g id="a"><use href="#a"/></g>',
    "deep groups": "<g>" * 100_000 + "</g>" * 100_000,
    "many groups": "<g/>" * 150_000,
    "blurs": '<filter id="f"><feGaussianBlur stdDeviation="8"/></filter>'
    + FULL.format('filter="url(#f)"') * 50,
    "blurs of blurs": '<filter id="f"><feGaussianBlur stdDeviation="50"/></filter>'
    + '<g filter="url(#f)">' * 25
    + FULL.format("")
    + "</g>" * 25,
    "masks of masks": '<mask id="m0">'
    + FULL.format('fill="#fff"')
    + "</mask>"
    + chain(9, '<mask id="m{}">{}</mask>', FULL.format('mask="url(#m{})"'), 2)
    + FULL.format('mask="url(#m8)"'),
    "masks": '<mask id="m"><rect width="640" height="400"/></mask>'
    + FULL.format('mask="url(#m)"') * 400,
    "patterns of patterns": '<pattern id="p0" width="1" height="1"><path d="M0 0H1"/></pattern>'
    + chain(
        20,
        '<pattern id="p{}" width="2" height="2">{}</pattern>',
        FULL.format('fill="url(#p{})"'),
        9,
    )
    + FULL.format('fill="url(#p19)"'),
    "markers of markers": chain(
        9,
        '<marker id="m{0}">{1}</marker>',
        '<path d="M0 0L1 1L2 0L3 3" marker-mid="url(#m{})"/>',
    )
    + f'<path d="M0 0{"L9 9L1 1" * 5000}" marker-mid="url(#m8)"/>',
    "gradients": '<radialGradient id="g"><stop offset="0"/></radialGradient>'
    + FULL.format('fill="url(#g)"') * 9_000,
    "shapes": FULL.format('fill-opacity=".1"') * 12_000,
    "outlines": '<path d="M0 0C900 900 -900 900 640 0Z" stroke="#000" stroke-width="90"/>' * 9_000,
    "dashes": f'<path d="M0 0{"L640 400L0 0" * 9_000}" stroke="#000" stroke-dasharray="0.1"/>',
    "dashes by sheet": "<style>path{stroke:#000;stroke-dasharray:.05 .05}</style>"
    f'<path d="M0 0{"L640 400L0 0" * 9_000}"/>',
    "selectors": f"<style>{'.a,' * 90_000}.b{{fill:red}}</style>" + '<path class="a b"/>' * 4_000,
    "rules": f"<style>{''.join(f'.a{n}{{fill:red}}' for n in range(20_000))}</style>"
    + '<path class="a1"/>' * 4_000,
    "a long word": f'<text font-size="20">{"W" * 900_000}</text>',
    "huge words": '<text y="300" font-size="300" stroke="#000">Hello World Hello</text>' * 4_000,
    "huge numbers": '<path d="M-1e30 -1e30L1e30 1e30" stroke="#000" stroke-width="1e9"/>',
    "a tall picture": FULL.format('fill="url(#g)"') * 3_000,
    "entities": "&lol;",
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_svg_stalls_the_window(pictures, tmp_path, name):
    path = tmp_path / "a.svg"
    head = HEAD.replace("640 400", "64 4000") if name == "a tall picture" else HEAD
    path.write_text(head + BOMBS[name] + "</svg>")
    _, seconds = draw(pictures, path)
    assert seconds < STALL


def test_entities_are_not_expanded(pictures, tmp_path):
    path = tmp_path / "a.svg"
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    path.write_text(f'<!DOCTYPE svg [<!ENTITY l0 "lol">{entities}]>{HEAD}<text>&l9;</text></svg>')
    why, seconds = draw(pictures, path)
    assert "document type" in why
    assert seconds < STALL


def test_a_picture_reads_no_other_file(pictures, tmp_path):
    secret = tmp_path / "secret.png"
    red = QImage(640, 400, QImage.Format.Format_RGB32)
    red.fill(0xFFFF0000)
    red.save(str(secret))
    for reference in (secret.as_uri(), str(secret), "secret.png"):
        path = tmp_path / "a.svg"
        path.write_text(f'{HEAD}<image xlink:href="{reference}" width="640" height="400"/></svg>')
        assert "another picture" in draw(pictures, path)[0]
        path.write_text(f'{HEAD}<defs><path id="p" fill="url({reference})"/></defs></svg>')
        assert "another file" in draw(pictures, path)[0]


def test_a_picture_asks_no_server(pictures, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        for inside in (
            f'<image href="{address}.png" width="9" height="9"/>',
            f'<a href="{address}"><rect width="9" height="9"/></a>',
            f'<script href="{address}.js"/><rect width="9" height="9"/>',
            f'<rect width="9" height="9" style="fill:url({address})"/>',
            f'<style>@import url("{address}.css");</style>',
        ):
            (tmp_path / "a.svg").write_text(HEAD + inside + "</svg>")
            draw(pictures, tmp_path / "a.svg")
        draw(pictures, None, f"{address}.png")
        with pytest.raises(BlockingIOError):
            server.accept()


TAGS = st.sampled_from(
    [
        "g",
        "use",
        "rect",
        "path",
        "text",
        "pattern",
        "mask",
        "marker",
        "filter",
        "symbol",
        "clipPath",
    ]
)
VALUES = st.sampled_from(
    ["url(#a)", "url(#b)", "#a", "1e9", "-5", "0", "M0 0L9 9", "50%", "NaN", "inherit", "3 .01"]
)
ATTRIBUTES = (
    "id href fill stroke mask filter marker-mid d width height stroke-width stroke-dasharray "
    "transform opacity font-size viewBox"
)
KEYS = st.sampled_from(ATTRIBUTES.split())
ELEMENTS = st.recursive(
    st.builds(lambda tag: (tag, {}, []), TAGS),
    lambda inner: st.tuples(TAGS, st.dictionaries(KEYS, VALUES, max_size=4), st.lists(inner)),
    max_leaves=25,
)


def written(element) -> str:
    tag, attributes, inner = element
    names = {"id": "a" if tag in {"g", "pattern", "mask"} else "b"}
    pairs = " ".join(f'{key}="{names.get(key, value)}"' for key, value in attributes.items())
    return f"<{tag} {pairs}>{''.join(map(written, inner))}</{tag}>"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(elements=st.lists(ELEMENTS, max_size=4))
def test_odd_svgs_are_drawn_or_refused_in_time(pictures, tmp_path, elements):
    path = tmp_path / "a.svg"
    path.write_text(HEAD + "".join(map(written, elements)) + "</svg>")
    _, seconds = draw(pictures, path)
    assert seconds < STALL


# Pixels and files


def png(width, height, rows=0, bits=1):
    """A black PNG; with fewer rows than it says."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    line = bytes(1 + (width * bits + 7) // 8)
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(line) for _ in range(rows)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("width", "height"), [(65_000, 65_000), (30_000, 30_000), (2**31 - 1, 1), (40_000_001, 1)]
)
def test_too_many_pixels_are_refused_before_decoding(pictures, tmp_path, width, height):
    (tmp_path / "a.png").write_bytes(png(width, height))
    why, seconds = draw(pictures, tmp_path / "a.png")
    assert why
    assert seconds < 0.5


def test_a_small_file_of_many_pixels_does_not_stall(qtbot, heartbeat, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(png(6_000, 6_000, rows=6_000, bits=8))
    assert path.stat().st_size < 500_000
    pictures = Pictures(Jobs())
    assert draw(pictures, path)[1] < 0.5
    qtbot.waitUntil(lambda: not pictures.busy, timeout=30_000)
    assert max(heartbeat) < STALL


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        png(100, 100)[:40],
        png(100, 100),
        b"\xff\xd8\xff\xe0" + b"\x00" * 50,
        b"GIF89a\xff\xff\xff\xff\x80\x00\x00",
        b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 40,
        b"<?xml version='1.0'?>",
        b"MZ\x90\x00",
        b"%PDF-1.4",
        b"II*\x00\x08\x00\x00\x00",
        b"\x1f\x8b\x08\x00",
    ],
)
def test_damaged_and_foreign_files_leave_a_reason(pictures, tmp_path, data):
    (tmp_path / "a.png").write_bytes(data)
    why, seconds = draw(pictures, tmp_path / "a.png")
    assert why
    assert seconds < 0.5


@pytest.mark.skipif(os.name != "posix", reason="Windows has neither pipes nor devices as files")
def test_pipes_devices_and_folders_are_not_read(pictures, tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "zero.png").symlink_to("/dev/zero")
    (tmp_path / "folder.png").mkdir()
    for name in ("pipe.png", "zero.png", "folder.png"):
        why, seconds = draw(pictures, tmp_path / name)
        assert why, name
        assert seconds < 0.5, name


@pytest.mark.parametrize(
    "source",
    [
        "/etc/passwd",
        "../secret.png",
        "../../../../etc/passwd",
        "..%2fsecret.png",
        "file:///etc/passwd",
        "figures/../../secret.png",
        "link.png",
        "folder/secret.png",
        "\\\\server\\share\\a.png",
        "//server/share/a.png",
        "a\x00.png",
        "http://127.0.0.1/a.png",
        "data:text/html;base64,PHA+",
    ],
)
def test_no_picture_comes_from_outside_the_course(pictures, tmp_path, source):
    course = tmp_path / "course"
    course.mkdir()
    (tmp_path / "secret.png").write_bytes(png(10, 10, rows=10))
    if os.name == "posix":
        (course / "link.png").symlink_to(tmp_path / "secret.png")
        (course / "folder").symlink_to(tmp_path)
    path = file_inside(course, "a.md", source)
    assert path is None
    assert pictures.look(source, path).refusal


@pytest.mark.parametrize(
    "source",
    [
        "data:image/png;base64," + "A" * 4_000_000,
        "data:image/png;base64,!!!!",
        "data:image/svg+xml;base64,PHN2Zz48aW1hZ2UgaHJlZj0iL2V0Yy9wYXNzd2QiLz48L3N2Zz4=",
        "x" * 1_000_000,
        "\u202egnp.a",
    ],
)
def test_odd_sources_leave_a_box(pictures, source):
    document = QTextDocument()
    document.setTextWidth(500)
    PictureObject(pictures, Themes().find("light"), document)
    start = time.perf_counter()
    for alone in (True, False):
        form = picture_format(QTextCharFormat(), source, None, "", stands_alone=alone)
        QTextCursor(document).insertText("\ufffc", form)
    image = QImage(500, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    assert pictures.look(source, None).refusal
    assert time.perf_counter() - start < STALL


# Formulas and code

FORMULAS = {
    "deep": "{" * 990 + "x" + "}" * 990,
    "fractions": r"\frac{1}{" * 120 + "x" + "}" * 120,
    "roots": r"\sqrt{" * 280 + "x" + "}" * 280,
    "powers": "x" + "^{x" * 490 + "}" * 490,
    "subscripts": "x_1" * 600,
    "primes": "x" + "'" * 1900,
    "rows": r"\begin{matrix}" + r"a&b&c&d\\" * 180 + r"\end{matrix}",
    "words": r"\text{" + "x" * 1900 + "}",
    "macro": r"\def\a{\a\a}\a",
    "new command": r"\newcommand{\a}{\a\a}\a",
    "wide": r"\kern99999999em x",
    "high": r"\rule{1em}{99999999em}",
    "input": r"\input{/etc/passwd}",
    "link": r"\href{file:///etc/passwd}{x}",
    "color": r"\color{url(http://127.0.0.1/)}x",
    "entities": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
    "surrogate": "\ud800",
    "nothing": "",
}


@pytest.mark.parametrize("name", FORMULAS)
def test_no_formula_stalls_the_window(qtbot, heartbeat, tmp_path, name):
    formulas = Formulas(tmp_path)
    document = QTextDocument()
    document.setTextWidth(500)
    MathObject(formulas, document)
    for display in (True, False):
        form = math_format(QTextCharFormat(), FORMULAS[name], display=display)
        QTextCursor(document).insertText("\ufffc", form)
    document.size()
    qtbot.waitUntil(lambda: not formulas.busy, timeout=60_000)
    image = QImage(500, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    qtbot.wait(20)
    assert max(heartbeat) < STALL
    kept = "".join(path.read_text() for path in tmp_path.rglob("*.svg"))
    assert "href" not in kept
    assert "url(" not in kept


def test_a_formula_that_never_ends_is_given_up(qtbot, heartbeat, monkeypatch, tmp_path):
    formulas = Formulas(tmp_path, worker=Worker(answer_ms=1_500))
    endless = r"\begin{pmatrix}" * 60 + "x" + r"\end{pmatrix}" * 60
    formulas.picture(endless, display=True)
    formulas.picture("x", display=True)
    qtbot.waitUntil(lambda: not formulas.busy, timeout=60_000)
    assert "too long" in formulas.trouble(endless, display=True)
    assert formulas.picture("x", display=True) is not None
    assert max(heartbeat) < STALL


def test_code_that_never_ends_is_left_plain(qtbot, heartbeat, monkeypatch):
    endless = "import sys, time; print(flush=True); sys.stdin.readline(); time.sleep(600)"
    monkeypatch.setattr(worker_module, "_START", endless)
    worker = Worker(answer_ms=200)
    document = QTextDocument("x = 1")
    Coloring(worker).color(document, (CodeArea(0, "python", ("x = 1",)),), Themes().find("light"))
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    assert document.firstBlock().layout().formats() == []
    assert max(heartbeat) < STALL


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", "(" * 150_000),
        ("json", "[" * 150_000),
        ("html", "<" * 150_000),
        ("javascript", "/" * 150_000),
        ("perl", "s{" * 60_000),
        ("markdown", "*" * 150_000),
        ("../../etc/passwd", "x"),
        ("a" * 100_000, "x"),
        ("\x00\ud800", "x"),
    ],
)
def test_no_code_stalls_the_window(qtbot, heartbeat, language, text):
    worker = Worker(answer_ms=3_000)
    document = QTextDocument("x")
    Coloring(worker).color(document, (CodeArea(0, language, (text,)),), Themes().find("light"))
    qtbot.waitUntil(lambda: not worker.busy, timeout=60_000)
    assert max(heartbeat) < STALL
