"""The card of a link: what it says, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from studyapp.gui.peeking.previews import Preview
from studyapp.gui.reader.links import Link, links_from

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.gui.context import Context
    from studyapp.gui.peeking.card import Card
    from studyapp.gui.reader.view import Reader

PAGE = """\
# Links

A [stork](01-waders/02-stork.md "A tall bird"), its [nests](01-waders/02-stork.md#nests),
[far](#far), [[The heron]], a [chapter](02-gulls), a [lost one](nowhere.md), a
[lost part](01-waders/02-stork.md#wings),
[out](../../etc/passwd), [script](javascript:alert(1)), the
[web](https://example.org/a/long/way?to=go), [mail](mailto:a@example.org), a [file](paper.pdf), a
[pun](https://xn--mnchen-3ya.de/) and a note.[^n]

{filler}

## Far

Down here, with [a link](01-waders/02-stork.md).

[^n]: Of *storks*, see [there](01-waders/02-stork.md#nests).
"""


@pytest.fixture
def reader(open_reader: Callable[..., Reader], course_folder: Path) -> Reader:
    filler = "\n\n".join(["Words without end. " * 30] * 12)
    (course_folder / "04-links.md").write_text(PAGE.format(filler=filler), encoding="utf-8")
    (course_folder / "paper.pdf").write_bytes(b"%PDF")
    return open_reader("04-links.md")


def link_of(reader: Reader, words: str) -> Link:
    document = reader.document()
    for link in links_from(document, 0, 1):
        cursor = reader.cursor_at(link.first)
        cursor.setPosition(link.last, cursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == words:
            return link
    raise AssertionError(words)


def card_of(reader: Reader, words: str) -> Card:
    """Return the card of a link, asked for by key."""
    reader.links.focus(link_of(reader, words))
    assert reader.peek.open_nearest()
    assert reader.peek.card
    return reader.peek.card


def told(reader: Reader, words: str) -> str:
    preview = card_of(reader, words).preview
    assert preview
    return preview.told()


def test_a_section_is_shown_with_crumb_title_first_lines_and_time(reader: Reader) -> None:
    preview = card_of(reader, "stork").preview
    assert preview
    assert (preview.kind, preview.crumb, preview.title) == ("section", "Waders", "The stork")
    assert preview.told().startswith("The stork. Waders. A tall bird. It claps.")
    assert preview.foot.endswith("min to read")


def test_a_heading_is_shown_from_there_on(reader: Reader) -> None:
    preview = card_of(reader, "nests").preview
    assert preview
    assert (preview.crumb, preview.title) == ("Waders  \u203a  The stork", "Nests")
    assert "High up." in preview.told()
    assert not preview.remark


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("far", "Far. On this page. Down here, with a link."),
        ("The heron", "The heron. Waders. It stands and waits."),
        ("chapter", "Gulls"),
        ("lost one", "A broken link. No section 'nowhere.md'."),
        ("lost part", "The stork. Waders. No heading 'wings' in 'The stork'."),
        ("out", "This link is not followed. '../../etc/passwd' is not opened"),
        ("web", "example.org. https://example.org/a/long/way?to=go. Opens in your browser"),
        ("mail", "Mail. mailto:a@example.org. Opens in your mail program"),
        ("file", "paper.pdf. A file of the course."),
        ("1", "Footnote 1. Of storks, see there."),
    ],
)
def test_what_a_card_says(reader: Reader, words: str, said: str) -> None:
    assert said in told(reader, words)


def test_an_address_in_another_script_is_spelled_out(reader: Reader) -> None:
    assert "(xn--mnchen-3ya.de)" in told(reader, "pun")


def test_what_a_screen_reader_gets_is_on_the_card(reader: Reader) -> None:
    card = card_of(reader, "nests")
    assert card.accessibleName() == "Nests"
    assert "High up." in card.accessibleDescription()


@pytest.mark.parametrize("size", [(900, 700), (700, 420), (480, 320)])
@pytest.mark.parametrize("words", ["stork", "nests", "web", "1", "pun"])
def test_a_card_never_covers_its_link_nor_leaves_the_window(
    reader: Reader, words: str, size: tuple[int, int]
) -> None:
    reader.resize(*size)
    QApplication.processEvents()
    card = card_of(reader, words)
    link = reader.peek.link
    assert link
    area = reader.area_of(link.first, link.last)
    assert area
    area.translate(reader.viewport().mapTo(reader.window(), QPoint(0, 0)))
    assert not card.geometry().intersects(area)
    assert QRect(QPoint(0, 0), reader.window().size()).contains(card.geometry())


def test_a_long_page_fades_out_and_a_long_note_scrolls(reader: Reader) -> None:
    card = card_of(reader, "stork")
    assert card.view.fades
    assert card.view.verticalScrollBar().maximum() > 0
    section = reader.section
    page = reader.page
    assert section
    assert page
    blocks = tuple(page.blocks[1:8])
    card.show_preview(Preview("note", "Footnote 9", section_id=section.id, blocks=blocks))
    assert not card.view.fades
    assert card.view.height() < card.view.height_of_all()


def test_the_first_link_in_view_is_the_nearest(reader: Reader) -> None:
    assert reader.peek.open_nearest()
    assert reader.peek.link == link_of(reader, "stork")


def test_the_link_of_the_sentence_is_the_nearest(reader: Reader) -> None:
    far = link_of(reader, "a link")
    reader.hold.scroll_to(reader.built, far.first, 0.3)
    page = reader.page
    assert page
    reader.sentence.range = reader.sentence.at(page.text.index("Down here"))
    assert reader.peek.open_nearest()
    assert reader.peek.link == far


def test_another_page_takes_the_card_away(reader: Reader, context: Context) -> None:
    card = card_of(reader, "stork")
    section = context.workspace.section("03-terns.md")
    reader.show_page(section, context.workspace.page(section.id))
    assert not card.isVisible()
    assert reader.links.focused is None


def test_the_colors_of_a_card_are_those_of_the_theme(reader: Reader, context: Context) -> None:
    before = card_of(reader, "stork").grab().toImage()
    context.theme = context.themes.find("dark")
    reader.apply_settings()
    after = card_of(reader, "stork").grab().toImage()
    spot = before.rect().center().x(), 14
    assert before.pixelColor(*spot).lightnessF() > 0.9
    assert after.pixelColor(*spot).lightnessF() < 0.2
