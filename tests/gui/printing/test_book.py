"""What stands on the pages: highlights, notes, answers, and the paper itself."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage, QPainter

from studyapp.files import bundled
from studyapp.gui.printing.choices import Choices
from studyapp.gui.printing.sheet import PAPERS, Sheet, usual_paper
from studyapp.gui.reader.markpaint import mixed
from studyapp.gui.theme import ROLES, Themes
from tests.gui.printing.conftest import composed
from tests.gui.test_theme import CALLOUTS, HIGHLIGHTS, SHAPES, TEXT, ratio

HERON = "heron.md"
COURSE = {
    "course.toml": 'id = "birds"\ntitle = "Birds"\n',
    HERON: "# The heron\n\nIt stands and waits, grey over still water.\n\n"
    "What does it eat?::Fish.\n\nIt ==waits== long. #flashcards\n\n"
    "See [a page](https://example.org/heron).\n",
    "untitled.md": "No heading here.\n",
}


@pytest.fixture
def course(open_course):
    return open_course(COURSE)


def mark(context, quote: str, **more: object) -> None:
    start = context.workspace.page(HERON).text.index(quote)
    context.workspace.notes.add(HERON, (start, start + len(quote)), **more)


def words_of(book) -> str:
    return "\n".join(part.galley.setter.document.toPlainText() for part in book.parts)


def colors_of(book) -> Counter[str]:
    """Return how often each color is on the first page."""
    sheet = book.sheet
    image = QImage(round(sheet.width), round(sheet.height), QImage.Format.Format_RGB32)
    image.fill(book.typography.theme["page"])
    painter = QPainter(image)
    book.paint(painter, 0)
    painter.end()
    pixels = Counter(memoryview(image.constBits()).cast("I"))
    return Counter({QColor(pixel).name(): count for pixel, count in pixels.items()})


def test_highlights_stand_under_the_words_where_they_are_wanted(course):
    mark(course, "stands and waits", color="green")
    mark(course, "grey over still water", kind="underline", color="pink")
    with_them, without = composed(course, HERON), composed(course, HERON, highlights=False)
    green = with_them.typography.theme["highlight_green"].name()
    assert colors_of(with_them)[green] > 200
    assert colors_of(without)[green] == 0
    pink = with_them.typography.theme["line_pink"].name()
    assert colors_of(with_them)[pink] > 10
    assert colors_of(without)[pink] == 0


def test_where_highlights_overlap_both_colors_show(course):
    mark(course, "stands and waits", color="yellow")
    mark(course, "and waits, grey", color="blue")
    book = composed(course, HERON)
    one, other = (book.typography.theme[f"highlight_{name}"] for name in ("yellow", "blue"))
    between = mixed(one, other)
    found = colors_of(book)
    assert all(found[color.name()] > 20 for color in (one, other, between))


def test_notes_follow_their_section_under_their_numbers(course):
    mark(course, "grey over still water", note="Like *slate*.")
    mark(course, "stands and waits", note="For hours.")
    course.workspace.notes.add(HERON, None, kind="note", note="Read again.")
    book = composed(course, HERON)
    shown = words_of(book)
    assert shown.index("Your notes") < shown.index("Read again.") < shown.index("For hours.")
    assert shown.index("For hours.") < shown.index("“grey over still water”")
    assert "Like slate." in shown
    numbers = [number.text for number in book.parts[0].galley.marked.numbers]
    assert numbers == ["2", "3"]


def test_notes_stand_in_the_margin_beside_their_passages(course):
    mark(course, "stands and waits", note="For hours.")
    book = composed(course, HERON, notes="margin")
    (aside,) = book.parts[0].asides
    assert "For hours." in aside.galley.setter.document.toPlainText()
    assert "Your notes" not in words_of(book)
    position = book.parts[0].galley.marked.numbers[0].position
    assert aside.place == book.parts[0].galley.place_of(position)
    assert book.sheet.beside > 100


def test_a_note_too_long_for_the_margin_follows_the_section(course):
    mark(course, "stands and waits", note="For hours and hours. " * 400)
    book = composed(course, HERON, notes="margin")
    assert book.parts[0].asides == ()
    assert "Your notes" in words_of(book)


def test_notes_may_be_left_out(course):
    mark(course, "stands and waits", note="For hours.")
    book = composed(course, HERON, notes="none")
    assert "For hours." not in words_of(book)
    assert book.parts[0].galley.marked.numbers == ()


def test_a_note_whose_passage_is_gone_is_printed_and_says_so(course):
    mark(course, "grey over still water", note="Like slate.")
    file = course.workspace.course.root / HERON
    file.write_text("# The heron\n\nQuite another bird stands here today, in the reeds.\n")
    shown = words_of(composed(course, HERON))
    assert "Like slate." in shown
    assert "no longer in the text" in shown


def test_answers_are_printed_only_if_they_are_wanted(course):
    assert "Fish." in words_of(composed(course, HERON))
    assert "Fish." not in words_of(composed(course, HERON, answers=False))


def test_addresses_of_links_are_listed_only_if_they_are_wanted(course):
    assert "https://example.org/heron" in words_of(composed(course, HERON))
    assert "https://" not in words_of(composed(course, HERON, addresses=False))


def test_a_page_without_a_title_gets_that_of_its_section(course):
    title = course.workspace.course.by_id["untitled.md"].title
    assert words_of(composed(course, "untitled.md")).startswith(title)


@pytest.mark.parametrize(
    "choices", [{}, {"paper": "Letter"}, {"notes": "margin"}, {"text_size": 18.0}]
)
def test_the_text_stands_on_the_paper(qapp, choices):
    sheet = Sheet.chosen(Choices(**choices))
    width, height = PAPERS[sheet.paper]
    assert sheet.width * sheet.scale == pytest.approx(width)
    assert sheet.height * sheet.scale == pytest.approx(height)
    assert (
        sheet.left + sheet.column + sheet.channel * bool(sheet.beside) + sheet.beside < sheet.width
    )
    assert sheet.top + sheet.room < sheet.height


@pytest.mark.parametrize(("country", "paper"), [("en_US", "Letter"), ("de_DE", "A4")])
def test_the_paper_is_that_of_the_country(country, paper):
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        assert usual_paper() == paper
    finally:
        QLocale.setDefault(before)


def test_the_colors_of_print_can_be_read_on_white():
    theme = Themes(bundled("resources") / "printing").find("print")
    assert theme["page"] == QColor("white")
    assert theme.colors.keys() == ROLES
    for text, ground in TEXT:
        assert ratio(theme.over(text, ground), theme.over(ground)) >= 4.5, text
    for shape, ground in SHAPES:
        assert ratio(theme[shape], theme.over(ground)) >= 3, shape
    for role in CALLOUTS:
        assert ratio(theme[role], theme["page"]) >= 4.5, role
    assert all(ratio(theme["ink"], theme[role]) >= 7 for role in HIGHLIGHTS)
