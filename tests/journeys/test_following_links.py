"""A link copied from the page leads back to its words, wherever they now stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from driving import said, section, settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from studyapp.addresses import address_of, read_address, words_at
from studyapp.gui.addressing import go_to_address
from studyapp.model import Location

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.session import Session


HERON = "01-waders/01-heron.md"
STORK = "01-waders/02-stork.md"
GULL = "02-gulls/02-black-headed.md"
WORDS = "In winter its head is white."
COPY_LINK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _what_is_pointed_out_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyapp.gui.reader.foundwords.FLASH_MS", 600_000)


def copied_elsewhere(start: Start, qtbot: QtBot) -> tuple[Session, str]:
    """Start on another page with a link to the words in the clipboard; return both."""
    session = start(section=GULL)
    reader = session.window.reader
    assert reader.page is not None
    place = reader.page.text.index(WORDS)
    reader.selecting.select(place, place + len(WORDS))
    qtbot.keyClick(session.window, Qt.Key.Key_C, COPY_LINK)
    link = QGuiApplication.clipboard().text()
    session.window.go(Location(HERON))
    settle(session, qtbot)
    return session, link


def flashed(session: Session) -> str:
    """Return the words of the page that are pointed out."""
    reader = session.window.reader
    built = reader.built
    bands = reader.found.bands()
    assert built is not None
    if not bands:
        return ""
    first, last = bands[0].start, bands[0].end
    start = built.positions.from_document(first, forward=True)
    return built.page.text[start : built.positions.from_document(last)]


def test_a_link_to_words_leads_back_to_them(start: Start, qtbot: QtBot) -> None:
    session, link = copied_elsewhere(start, qtbot)
    assert "Link to these words copied" in said(session)
    session.window.follow(HERON, link)
    settle(session, qtbot)
    assert section(session) == GULL
    assert flashed(session) == WORDS


def test_it_leads_to_them_after_the_section_was_edited(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session, link = copied_elsewhere(start, qtbot)
    file = course_folder / GULL
    edited = file.read_text().replace("In winter", "New words before.\n\nMore of them. In winter")
    file.write_text(edited)
    session.window.follow(HERON, link)
    settle(session, qtbot)
    assert flashed(session) == WORDS


def test_words_that_are_gone_are_told_and_the_heading_is_shown(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session, link = copied_elsewhere(start, qtbot)
    (course_folder / GULL).write_text("# Black-headed gull\n\nA small one.\n")
    session.window.follow(HERON, link)
    settle(session, qtbot)
    assert section(session) == GULL
    assert said(session) == "These words are no longer in the section; here is its heading."
    assert flashed(session) == ""


def test_the_words_of_a_renamed_section_are_found(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session, link = copied_elsewhere(start, qtbot)
    session.context.messages.dismiss()
    (course_folder / GULL).rename(course_folder / "02-gulls/09-hooded.md")
    session.window.reload()
    qtbot.waitUntil(lambda: "02-gulls/09-hooded.md" in session.context.workspace.course.by_id)
    session.window.follow(HERON, link)
    qtbot.waitUntil(lambda: section(session) == "02-gulls/09-hooded.md", timeout=20_000)
    settle(session, qtbot)
    assert flashed(session) == WORDS
    assert "its words are now in “Black-headed gull”" in said(session)


def test_words_of_a_section_that_is_gone_altogether_are_told(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    words = words_at("Words of a page that never was.", 0, 31)
    session.window.follow(HERON, address_of(Location("gone.md", words=words), "birds"))
    qtbot.waitUntil(lambda: "its words are in no other" in said(session), timeout=20_000)
    assert section(session) == HERON


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("../../etc/passwd", "leads out of the course"),
        ("nowhere.md", "nowhere.md"),
        ("02-stork.md#no-such-heading", "no-such-heading"),
        ("studyapp://elsewhere/a.md", "is not known here"),
    ],
)
def test_why_a_link_leads_nowhere_is_told_and_goes_by_itself(
    start: Start, link: str, words: str
) -> None:
    session = start(section=HERON)
    session.window.follow(HERON, link)
    message = session.context.messages.current
    assert message is not None
    assert words in message.text
    assert (message.kind, message.is_fleeting) == ("warning", True)


def test_a_link_into_another_course_opens_it(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    guide = "studyapp://studyapp-guide/01-reading/index.md"
    go_to_address(session.window, guide)
    qtbot.waitUntil(lambda: session.context.workspace.course.id == "studyapp-guide", timeout=20_000)
    settle(session, qtbot)
    assert section(session) == "01-reading/index.md"
    words = words_at("It stands and waits.", 0, 20)
    go_to_address(session.window, address_of(Location(HERON, words=words), "birds"))
    qtbot.waitUntil(lambda: session.context.workspace.course.id == "birds", timeout=20_000)
    settle(session, qtbot)
    assert flashed(session) == "It stands and waits."


@pytest.mark.parametrize(
    "address",
    [
        "studyapp://%2Fetc/passwd",
        "studyapp://../01-waders/01-heron.md",
        "studyapp://unknown/c.md#:~:text=x",
        "studyapp://" + "a" * 10_000 + "/c.md",
        "studyapp://x",
    ],
)
def test_hostile_addresses_lead_nowhere(address: str, start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    go_to_address(session.window, address)
    settle(session, qtbot)
    assert section(session) == HERON
    assert session.context.workspace.course.id == "birds"
    assert said(session)
    assert len(said(session)) < 300


def test_a_link_to_a_place_carries_its_words(start: Start, qtbot: QtBot) -> None:
    session = start(section=STORK)
    reader = session.window.reader
    assert reader.page is not None
    reader.go_to(1500)
    qtbot.keyClick(session.window, Qt.Key.Key_C, COPY_LINK)
    named = read_address(QGuiApplication.clipboard().text())
    assert named is not None
    place = session.window.place()
    assert place.offset is not None
    assert named.place.words[0].start == place.offset
    assert reader.page.text[place.offset :].startswith(named.place.words[0].quote)
    assert "Link to this place copied" in said(session)


def test_another_start_hands_over_an_address(start: Start, qtbot: QtBot, home: Home) -> None:
    session = start(section=HERON)
    qtbot.waitUntil(lambda: session._door is not None)
    words = words_at(WORDS, 0, len(WORDS))
    address = address_of(Location(GULL, words=words), "birds")
    course = str(session.context.workspace.course.root)
    session._door.asked.emit({"course": course, "section": "", "heading": "", "address": address})
    settle(session, qtbot)
    assert section(session) == GULL
    assert flashed(session) == WORDS


def test_a_link_in_a_page_shows_in_its_card_what_it_leads_to(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    words = words_at(WORDS, 0, len(WORDS))
    link = address_of(Location(GULL, words=words), "birds")
    (course_folder / HERON).write_text(f"# The heron\n\nSee [the gull]({link}).\n")
    session = start(section=HERON)
    peek = session.window.reader.peek
    session.window.commands["page.preview"].trigger()
    qtbot.waitUntil(lambda: peek.is_open and peek.card is not None, timeout=20_000)
    qtbot.waitUntil(lambda: peek.card.title.text() == "Black-headed gull", timeout=20_000)
    peek.close()
    session.window.follow(HERON, link)
    settle(session, qtbot)
    assert flashed(session) == WORDS


@pytest.mark.parametrize("heading", ["#n", ""])
def test_a_link_to_a_glossary_leads_to_the_term_and_flashes_it(
    start: Start, qtbot: QtBot, course_folder: Path, heading: str
) -> None:
    terms = "".join(f"N{n}\n: A word.\n\n" for n in range(60))
    glossary = f"# Glossary\n\n## N\n\n{terms}Nest\nEyrie\n: Where eggs are laid.\n\n## S\n"
    (course_folder / "09-glossary.md").write_text(glossary)
    linked = f"They build [nests](09-glossary.md{heading}) and [fly](09-glossary.md#n)."
    (course_folder / "08-links.md").write_text(linked)
    session = start(section="08-links.md")
    reader = session.window.reader
    for flash, offset in (("Nest", "Nest\n"), ("", "N\nN0")):
        reader.setFocus()
        qtbot.keyClick(reader, Qt.Key.Key_Tab)
        qtbot.keyClick(reader, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: section(session) == "09-glossary.md", timeout=20_000)
        settle(session, qtbot)
        assert flashed(session) == flash
        assert reader.page
        place = reader.page.text.index(offset)
        assert reader.area_of(reader.position_of(place), reader.position_of(place) + 4)
        session.window.places.go_back()
        qtbot.waitUntil(lambda: section(session) == "08-links.md", timeout=20_000)
        settle(session, qtbot)
