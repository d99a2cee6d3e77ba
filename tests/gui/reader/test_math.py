"""Formulas: typeset apart, kept on disk, on the baseline; as source where that fails."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTextBlockFormat, QTextCharFormat, QTextDocument
from PySide6.QtGui import QTextCursor as Cursor

from studyapp.gui import fonts
from studyapp.gui.language import grouped
from studyapp.gui.reader.formulas import LONGEST, Formula, Formulas
from studyapp.gui.reader.math import MathObject, math_format

PITCH = 28.0


@pytest.fixture
def formulas(qapp, tmp_path):
    fonts.register_first()
    return Formulas(tmp_path)


@pytest.fixture
def words(qapp):
    chars = QTextCharFormat()
    chars.setFont(fonts.font(fonts.TEXT, 18))
    chars.setForeground(QColor("#203040"))
    return chars


class Sheet:
    """A document with one paragraph of fixed line pitch."""

    def __init__(self, formulas: Formulas, words: QTextCharFormat) -> None:
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setTextWidth(500)
        self.object = MathObject(formulas, self.document)
        self.cursor = Cursor(self.document)
        self.words = words
        lines = QTextBlockFormat()
        lines.setLineHeight(PITCH, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.cursor.setBlockFormat(lines)

    def text(self, text: str) -> None:
        self.cursor.insertText(text, self.words)

    def formula(self, tex: str, *, display: bool = False) -> int:
        self.cursor.insertText("\ufffc", math_format(self.words, tex, display=display))
        return self.cursor.position() - 1

    def baselines(self) -> list[float]:
        self.document.size()
        layout = self.document.firstBlock().layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        return [line.y() + line.ascent() for line in lines]

    def image(self, ratio: float = 1.0) -> QImage:
        image = QImage(round(500 * ratio), round(160 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("white"))
        painter = QPainter(image)
        self.document.drawContents(painter)
        painter.end()
        return image


def typeset(qtbot, formulas: Formulas, *tex: str, display: bool = False) -> None:
    for one in tex:
        formulas.picture(one, display=display)
    qtbot.waitUntil(lambda: not formulas.busy, timeout=30_000)


def ink(image: QImage, left: int, right: int) -> list[int]:
    """Rows that hold ink between two columns."""
    return [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 160 for x in range(left, right))
    ]


def test_a_formula_comes_later_and_then_at_once(qtbot, formulas):
    assert formulas.picture("a+b", display=False) is None
    assert formulas.busy
    with qtbot.waitSignal(formulas.ready, timeout=30_000) as told:
        pass
    assert told.args == [{("a+b", False)}]
    found = formulas.picture("a+b", display=False)
    assert isinstance(found, Formula)
    assert found.width > found.ascent > found.descent > 0


def test_a_kept_formula_needs_no_typesetting(qtbot, formulas, tmp_path):
    typeset(qtbot, formulas, r"\frac{1}{2}")
    again = Formulas(tmp_path)
    assert again.picture(r"\frac{1}{2}", display=False) is not None
    assert not again.busy


def test_a_damaged_file_is_typeset_anew(qtbot, formulas, tmp_path):
    typeset(qtbot, formulas, "x")
    (kept,) = (tmp_path / "formulas").glob("*.svg")
    kept.write_bytes(b"\xff<svg viewBox='broken'")
    again = Formulas(tmp_path)
    typeset(qtbot, again, "x")
    assert again.picture("x", display=False) is not None


@pytest.mark.parametrize("tex", ["x^2", r"\frac{a}{b}", r"\overline{AB}", r"\sqrt{2}"])
def test_kept_formulas_have_no_color_of_their_own(qtbot, formulas, tmp_path, tex):
    typeset(qtbot, formulas, tex)
    (kept,) = (tmp_path / "formulas").glob("*.svg")
    assert "currentColor" in kept.read_text()
    assert "black" not in kept.read_text()


@pytest.mark.parametrize("tex", [r"\frac{a", "{" * 900, "", r"a & b < c", r"\\", r"\kern99999em x"])
def test_what_cannot_be_typeset_says_why(qtbot, formulas, tex):
    typeset(qtbot, formulas, tex)
    assert formulas.picture(tex, display=False) is None
    assert formulas.trouble(tex, display=False)


def test_a_very_long_formula_is_not_even_tried(formulas):
    tex = "x" * (LONGEST + 1)
    assert formulas.picture(tex, display=False) is None
    assert not formulas.busy
    assert grouped(LONGEST) in formulas.trouble(tex, display=False)


def test_a_tag_is_set_beside_the_formula(qtbot, formulas):
    typeset(qtbot, formulas, "x", r"x \tag{7}", display=True)
    plain, tagged = (formulas.picture(tex, display=True) for tex in ("x", r"x \tag{7}"))
    assert tagged.width > plain.width + 40


def test_inline_formulas_leave_the_lines_where_they_are(qtbot, formulas, words):
    typeset(qtbot, formulas, "x^2", r"\frac{a}{b}")
    plain, mixed = Sheet(formulas, words), Sheet(formulas, words)
    plain.text("some words " * 20)
    for number in range(20):
        mixed.text("some words ")
        mixed.object.make_room(mixed.formula("x^2" if number % 2 else r"\frac{a}{b}"))
    expected = plain.baselines()
    assert mixed.baselines()[: len(expected)] == pytest.approx(expected)


def test_a_formula_stands_on_the_baseline(qtbot, formulas, words):
    typeset(qtbot, formulas, "x", "y")
    sheet = Sheet(formulas, words)
    sheet.text("x ")
    sheet.formula("x")
    (baseline,) = sheet.baselines()
    image = sheet.image(2.0)
    text, formula = ink(image, 0, 20), ink(image, 30, 60)
    assert text[-1] == pytest.approx(baseline * 2, abs=2)
    assert formula[-1] == pytest.approx(text[-1], abs=2)


def test_a_deep_part_hangs_below_the_baseline(qtbot, formulas, words):
    typeset(qtbot, formulas, r"\frac{a}{b}")
    sheet = Sheet(formulas, words)
    sheet.formula(r"\frac{a}{b}")
    (baseline,) = sheet.baselines()
    rows = ink(sheet.image(), 0, 30)
    assert rows[0] < baseline - 5
    assert rows[-1] > baseline + 4


def test_a_tall_formula_makes_its_own_line_grow(qtbot, formulas, words):
    matrix = r"\begin{pmatrix}a&b\\c&d\end{pmatrix}"
    typeset(qtbot, formulas, matrix)
    sheet = Sheet(formulas, words)
    sheet.text("some words " * 6)
    sheet.object.make_room(sheet.formula(matrix))
    sheet.text("some words " * 12)
    steps = [b - a for a, b in zip(sheet.baselines(), sheet.baselines()[1:], strict=False)]
    assert max(steps) > PITCH + 5
    assert steps[-1] == pytest.approx(PITCH, abs=0.5)


def test_a_line_is_laid_out_anew_when_its_formula_comes(qtbot, formulas, words):
    sheet = Sheet(formulas, words)
    sheet.formula("x")
    sheet.text("after")
    sheet.document.size()
    line = sheet.document.firstBlock().layout().lineAt(0)
    before = line.naturalTextWidth()
    typeset(qtbot, formulas, "x")
    sheet.document.size()
    line = sheet.document.firstBlock().layout().lineAt(0)
    found = formulas.picture("x", display=False)
    assert line.naturalTextWidth() != before
    assert sheet.object.intrinsicSize(
        sheet.document, 0, math_format(words, "x", display=False)
    ).width() == pytest.approx(found.width * 18 * 1.10 / 24)


def test_a_failing_formula_keeps_its_source_with_the_reason_as_tooltip(qtbot, formulas, words):
    sheet = Sheet(formulas, words)
    position = sheet.formula(r"\frac{a")
    sheet.document.size()
    typeset(qtbot, formulas, r"\frac{a")
    cursor = Cursor(sheet.document)
    cursor.setPosition(position + 1)
    assert "cannot be typeset" in cursor.charFormat().toolTip()
    assert ink(sheet.image(), 0, 80)


def test_a_wide_display_formula_is_made_to_fit(qtbot, formulas, words):
    wide = "+".join(f"a_{{{n}}}" for n in range(60))
    typeset(qtbot, formulas, wide, display=True)
    sheet = Sheet(formulas, words)
    position = sheet.formula(wide, display=True)
    size = sheet.object.intrinsicSize(
        sheet.document, position, math_format(words, wide, display=True)
    )
    assert size.width() == pytest.approx(500)


def test_formulas_take_the_color_of_their_text(qtbot, formulas, words):
    typeset(qtbot, formulas, "x", r"\blacksquare")
    sheet = Sheet(formulas, words)
    sheet.formula(r"\blacksquare")
    image = sheet.image(2.0)
    colors = {image.pixelColor(x, y).name() for x in range(40) for y in range(60)}
    assert "#203040" in colors
