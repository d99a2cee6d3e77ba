"""Pictures: measured before they are decoded, never larger than they are, dressed for the theme."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from studyapp.gui import fonts
from studyapp.gui.jobs import Jobs, run_now
from studyapp.gui.reader.images import PictureObject, Pictures, picture_format
from studyapp.gui.reader.picturelooks import render_svg
from studyapp.gui.theme import Themes

THEMES = ["light", "sepia", "dark", "contrast"]
FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320">{}</svg>'


def save(path, width=200, height=100, color="#336699", format_="PNG"):
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(color))
    assert image.save(str(path), format_)
    return path


@pytest.fixture
def pictures(qapp):
    fonts.register_first()
    return Pictures()


@pytest.fixture
def words(qapp):
    chars = QTextCharFormat()
    chars.setFont(fonts.font(fonts.TEXT, 18))
    return chars


def painted(pictures, picture, theme_id="light", width=200.0, height=100.0, ratio=1.0):
    """Draw a picture on the page of a theme."""
    theme = Themes().find(theme_id)
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme["page"])
    painter = QPainter(image)
    pictures.paint(painter, QRectF(0, 0, width, height), picture, theme)
    painter.end()
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_formats(pictures, tmp_path, kind):
    path = save(tmp_path / "a.bin", format_=kind)
    picture = pictures.look("a.bin", path)
    assert (picture.width, picture.height, picture.refusal) == (200, 100, "")
    color = painted(pictures, picture).pixelColor(100, 50)
    assert abs(color.red() - 0x33) < 6
    assert abs(color.blue() - 0x99) < 6


def test_an_animated_gif_is_shown_at_its_start(pictures, tmp_path):
    # One red pixel, then one blue: the smallest such file
    frames = "21f90400000000002c000000000100010000020244{}003b"
    head = "474946383961010001008000{}"
    (tmp_path / "a.gif").write_bytes(
        bytes.fromhex(head.format("00ff00000000ff") + frames.format("01"))
    )
    picture = pictures.look("a.gif", tmp_path / "a.gif")
    assert (picture.kind, picture.width, picture.height) == ("gif", 1, 1)


def test_a_picture_is_never_enlarged_and_never_wider_than_the_column(pictures, tmp_path):
    picture = pictures.look("a", save(tmp_path / "a.png", 400, 100))
    assert picture.fitted(600, 18) == (400, 100)
    assert picture.fitted(200, 18) == (200, 50)
    assert picture.fitted(600, 18, asked=100) == (100, 25)
    assert picture.fitted(600, 18, asked=4000) == (400, 100)


def test_a_figure_grows_with_the_text(pictures, tmp_path):
    (tmp_path / "a.svg").write_text(FIGURE.format("<path/>"))
    picture = pictures.look("a.svg", tmp_path / "a.svg")
    assert picture.fitted(2000, 18) == (640, 320)
    assert picture.fitted(2000, 36) == (1280, 640)
    assert picture.fitted(320, 36) == (320, 160)


def test_a_very_tall_picture_is_bounded(pictures, tmp_path):
    picture = pictures.look("a", save(tmp_path / "a.png", 100, 3000))
    width, height = picture.fitted(200, 18)
    assert height == 800
    assert width == pytest.approx(800 / 30)


def test_a_turned_photograph_is_shown_upright(pictures, tmp_path):
    path = save(tmp_path / "a.jpg", 200, 100, format_="JPEG")
    data = path.read_bytes()
    # An Exif block that says: turn by 90 degrees
    exif = bytes.fromhex("ffe100224578696600004d4d002a00000008000101120003000000010006000000000000")
    path.write_bytes(data[:2] + exif + data[2:])
    picture = pictures.look("a.jpg", path)
    assert (picture.width, picture.height) == (100, 200)
    image = painted(pictures, picture, width=50, height=100)
    assert image.pixelColor(25, 90).blue() > 0x80


def test_a_changed_file_is_looked_at_again(pictures, tmp_path):
    path = tmp_path / "a.png"
    assert pictures.look("a", save(path, 10, 10)).width == 10
    save(path, 30, 1000)
    assert pictures.look("a", path).width == 30


@pytest.mark.parametrize("theme_id", THEMES)
def test_a_figure_without_colors_of_its_own_stands_on_the_page(pictures, tmp_path, theme_id):
    (tmp_path / "a.svg").write_text(
        FIGURE.format('<path d="M300 0H340V320H300Z" fill="currentColor"/>')
    )
    picture = pictures.look("a.svg", tmp_path / "a.svg")
    theme = Themes().find(theme_id)
    image = painted(pictures, picture, theme_id, 640, 320)
    assert image.pixelColor(20, 100).name() == theme["page"].name()
    assert image.pixelColor(320, 100).name() == theme["ink"].name()


@pytest.mark.parametrize("theme_id", ["dark", "contrast"])
def test_a_transparent_picture_gets_a_light_plate_in_the_dark(pictures, tmp_path, theme_id):
    path = tmp_path / "a.png"
    image = QImage(200, 100, QImage.Format.Format_ARGB32)
    image.fill(0)
    image.setPixelColor(100, 50, QColor("black"))
    image.save(str(path))
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="9"/></svg>'
    )
    for name in ("a.png", "a.svg"):
        shown = painted(pictures, pictures.look(name, tmp_path / name), theme_id)
        assert shown.pixelColor(30, 30).lightness() > 200
        assert shown.pixelColor(0, 0).name() == Themes().find(theme_id)["page"].name()


@pytest.mark.parametrize("theme_id", ["light", "sepia"])
def test_white_becomes_the_page_in_light_themes(pictures, tmp_path, theme_id):
    picture = pictures.look("a", save(tmp_path / "a.png", color="white"))
    shown = painted(pictures, picture, theme_id)
    assert shown.pixelColor(100, 50).name() == Themes().find(theme_id)["page"].name()


def test_a_white_picture_does_not_glare_in_the_dark(pictures, tmp_path):
    picture = pictures.look("a", save(tmp_path / "a.png", color="white"))
    assert 200 < painted(pictures, picture, "dark").pixelColor(100, 50).lightness() < 245


def test_figures_are_sharp_at_any_ratio(pictures, tmp_path):
    (tmp_path / "a.svg").write_text(
        FIGURE.format('<path d="M320 0H640V320H320Z" fill="var(--ink)"/>')
    )
    picture = pictures.look("a.svg", tmp_path / "a.svg")
    image = painted(pictures, picture, "light", 64, 32, ratio=2.0)
    theme = Themes().find("light")
    assert image.pixelColor(63, 30).name() == theme["page"].name()
    assert image.pixelColor(64, 30).name() == theme["ink"].name()


def test_a_picture_written_into_the_page(pictures, tmp_path):
    data = base64.b64encode(save(tmp_path / "a.png", 20, 10).read_bytes()).decode()
    picture = pictures.look(f"data:image/png;base64,{data}", None)
    assert (picture.width, picture.height) == (20, 10)
    assert painted(pictures, picture).pixelColor(100, 50).name() == "#336699"


def test_a_large_picture_is_decoded_by_a_job(qapp, tmp_path):
    waiting = []
    jobs = Jobs(waiting.append)
    pictures = Pictures(jobs)
    picture = pictures.look("a", save(tmp_path / "a.png", 1000, 1000))
    told = []
    pictures.ready.connect(lambda: told.append(1))
    empty = painted(pictures, picture)
    assert empty.pixelColor(100, 50).name() != "#336699"
    assert pictures.busy
    painted(pictures, picture)
    assert len(waiting) == 1
    waiting[0]()
    assert told == [1]
    assert not pictures.busy
    assert painted(pictures, picture).pixelColor(100, 50).name() == "#336699"


def test_a_damaged_picture_leaves_its_reason(qapp, tmp_path):
    pictures = Pictures(Jobs(run_now))
    path = save(tmp_path / "a.png", 1000, 1000)
    path.write_bytes(path.read_bytes()[:200])
    picture = pictures.look("a", path)
    assert picture.refusal == ""
    painted(pictures, picture)
    assert "damaged" in pictures.trouble(picture)


class Sheet:
    """A document with a picture."""

    def __init__(self, pictures, words, theme_id="light"):
        self.theme = Themes().find(theme_id)
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setTextWidth(400)
        self.object = PictureObject(pictures, self.theme, self.document)
        self.words = words
        self.cursor = QTextCursor(self.document)

    def picture(self, source, path, **wishes):
        form = picture_format(self.words, source, path, "A lighthouse", **wishes)
        self.cursor.insertText("\ufffc", form)
        return self.object.intrinsicSize(self.document, self.cursor.position() - 1, form)

    def image(self):
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(self.theme["page"])
        painter = QPainter(image)
        self.document.drawContents(painter)
        painter.end()
        return image


def test_a_picture_in_a_document(pictures, words, tmp_path):
    sheet = Sheet(pictures, words)
    size = sheet.picture("a.png", save(tmp_path / "a.png", 800, 200), stands_alone=True)
    assert (size.width(), size.height()) == (400, 100)
    assert sheet.image().pixelColor(200, 50).name() == "#336699"


def test_a_picture_that_comes_late_is_drawn_anew(pictures, words, tmp_path, qtbot):
    sheet = Sheet(pictures, words)
    sheet.picture("a.png", save(tmp_path / "a.png", 800, 200), stands_alone=True)
    with qtbot.waitSignal(sheet.document.documentLayout().update[QRectF]) as drawn:
        pictures.ready.emit()
    assert drawn.args[0].contains(QRectF(0, 0, 400, 100))


@pytest.mark.parametrize("theme_id", THEMES)
@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("gone.png", "no such file"),
        ("https://example.org/a.png", "nothing is fetched"),
        ("//example.org/a.png", "nothing is fetched"),
        ("data:text/html;base64,AAAA", "no such file"),
    ],
)
def test_what_cannot_be_shown_leaves_a_box(pictures, words, theme_id, source, why):
    assert why in pictures.look(source, None).refusal
    sheet = Sheet(pictures, words, theme_id)
    size = sheet.picture(source, None, stands_alone=True)
    assert size.width() == 400
    image = sheet.image()
    colors = {image.pixelColor(x, y).name() for x in range(400) for y in range(64)}
    assert len(colors) > 10


def test_a_picture_among_words_makes_its_line_grow(pictures, words, tmp_path):
    sheet = Sheet(pictures, words)
    lines = QTextBlockFormat()
    lines.setLineHeight(28, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    sheet.cursor.setBlockFormat(lines)
    sheet.cursor.insertText("words " * 20, words)
    sheet.picture("a.png", save(tmp_path / "a.png", 20, 60))
    sheet.object.make_room(sheet.cursor.position() - 1)
    sheet.document.size()
    layout = sheet.document.firstBlock().layout()
    last = layout.lineAt(layout.lineCount() - 1)
    assert last.height() >= 60


def test_missing_pictures_among_words_keep_the_line(pictures, words):
    sheet = Sheet(pictures, words)
    size = sheet.picture("gone.png", None)
    assert size.height() < 28
    assert 60 < size.width() < 200


def test_a_picture_in_a_table_leaves_room_for_the_other_columns(pictures, words, tmp_path):
    sheet = Sheet(pictures, words)
    table = sheet.cursor.insertTable(1, 4)
    sheet.cursor = table.cellAt(0, 2).firstCursorPosition()
    size = sheet.picture("a.png", save(tmp_path / "a.png", 800, 200))
    assert 40 < size.width() <= 100
    sheet.document.size()


def test_words_of_a_drawing_have_a_size_whatever_the_font_of_the_window(qapp, qtbot):
    before = qapp.font()
    pixels = QFont(before)
    pixels.setPixelSize(13)
    qapp.setFont(pixels)  # as the window does; Qt's warning of a size of 0 would fail this test
    words = '<text x="5" y="20">Ebb</text>'
    source = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">{words}</svg>'
    image = QImage(90, 30, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        render_svg(painter, QRectF(0, 0, 90, 30), source.encode())
    qapp.setFont(before)
    dark = [x for x in range(90) for y in range(30) if image.pixelColor(x, y).lightness() < 128]
    assert 15 < max(dark) - min(dark) < 60
