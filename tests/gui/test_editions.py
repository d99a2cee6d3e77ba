"""After an update of the course: the banner, the review, linking, and what is kept quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from studyapp.gui.editions.differences import MOST, differences
from studyapp.gui.editions.review import ReviewPage
from studyapp.gui.editions.updates import Updates
from studyapp.gui.hub.entries import entries_of, source_of
from studyapp.gui.linking import Linking
from studyapp.gui.noting.cards import CardModel, badge
from studyapp.gui.pageview import PageView
from studyapp.notes.outcomes import Outcome

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context
    from studyapp.gui.editions.reviewrow import ReviewRow
    from studyapp.model import Annotation, Location

STORK, GULL, TERNS = "01-waders/02-stork.md", "02-gulls/01-herring.md", "03-terns.md"
BEFORE = (
    "# Herring gull\n\nIt is loud all day long on every roof of the town.\n\n"
    "Its back is as grey as the sea in winter.\n\n"
    "It eats what the boats leave behind in the harbor at night.\n"
)


def mark(context: Context, section: str, words: str, **more: object) -> Annotation:
    text = context.workspace.page(section).text
    start = text.index(words)
    return context.workspace.notes.add(section, (start, start + len(words)), **more)  # type: ignore[arg-type]


def write(context: Context, section: str, text: str) -> None:
    (context.workspace.course.root / section).write_text(text, encoding="utf-8")
    context.workspace.reload()


@pytest.fixture
def view(context: Context, qtbot: QtBot) -> PageView:
    made = PageView(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def updates(context: Context, view: PageView) -> Updates:
    """Three passages in the gull: one will stay, one change, one vanish; one moves to the terns."""
    write(context, GULL, BEFORE)
    mark(context, GULL, "loud all day long on every roof", color="green")
    mark(context, GULL, "as grey as the sea in winter", color="blue", note="Look *closely*")
    mark(context, GULL, "what the boats leave behind in the harbor", color="pink")
    mark(context, STORK, "High up", color="yellow")
    made = Updates(context, view, view)
    made.start()
    return made


def new_edition(context: Context) -> None:
    root = context.workspace.course.root
    moved = "It is loud all day long on every roof of the town."
    beside = "Its back is as grey as the sky in winter."
    (root / TERNS).write_text(f"Terns are small.\n\n{moved}\n\n{beside}\n", encoding="utf-8")
    write(context, GULL, f"# Herring gull\n\n{beside}\n\nIt likes chips.\n")


@pytest.fixture
def changed(updates: Updates, context: Context, qtbot: QtBot) -> Updates:
    new_edition(context)
    qtbot.waitUntil(updates.banner.isVisible)
    return updates


@pytest.fixture
def review(changed: Updates, context: Context, view: PageView) -> ReviewPage:
    page = ReviewPage(context, changed)
    view.show_aside(page)
    page.open()
    return page


def outcomes(updates: Updates) -> set[Outcome]:
    return {row.outcome for row in updates.rows()}


def card(review: ReviewPage, outcome: Outcome, words: str = "") -> ReviewRow:
    return next(
        one
        for one in review.in_order()
        if one.row.outcome is outcome and one.row.old.startswith(words)
    )


def test_without_a_change_nothing_is_said(updates: Updates, context: Context, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: context.workspace.whereabouts.surveyed)
    assert not updates.banner.isVisible()
    assert updates.rows() == []


def test_without_notes_nothing_is_looked_for(
    context: Context, view: PageView, qtbot: QtBot
) -> None:
    updates = Updates(context, view, view)
    updates.look()
    qtbot.waitUntil(lambda: not updates.gathering)
    assert not context.workspace.whereabouts.surveyed


def test_an_update_is_told_in_one_line(changed: Updates) -> None:
    assert changed.banner.text.text() == (
        "The course has changed. Your notes: 1 in place, 1 moved, 1 changed, 1 not found."
    )
    assert outcomes(changed) == {Outcome.MOVED, Outcome.CHANGED, Outcome.ORPHANED}


def test_the_same_words_at_an_uncertain_place_are_not_told_as_changed(
    changed: Updates, context: Context, view: PageView, qtbot: QtBot
) -> None:
    text = (context.workspace.course.root / STORK).read_text(encoding="utf-8")
    write(context, STORK, text.replace("High up", "High up in a poplar"))
    qtbot.waitUntil(lambda: "1 uncertain" in changed.banner.text.text())
    assert "1 changed, 1 uncertain" in changed.banner.text.text()
    review = ReviewPage(context, changed)
    view.show_aside(review)
    review.open()
    told = {one.row.old: one for one in review.in_order()}["High up"]
    assert told.accessibleName() == "Same words, place uncertain: High up"
    assert told.row.new == "High up"
    words = [label.text() for label in told.findChildren(QLabel)]
    assert any("too little of what surrounded them" in text for text in words)
    assert "Text changed" in [
        label.text() for label in card(review, Outcome.CHANGED, "as grey").findChildren(QLabel)
    ]
    told.buttons["accept"].click()
    assert "uncertain" not in changed.banner.text.text()


def test_cards_tell_what_moved_from_what_changed_and_what_is_uncertain(
    changed: Updates, context: Context, qtbot: QtBot
) -> None:
    text = (context.workspace.course.root / STORK).read_text(encoding="utf-8")
    write(context, STORK, text.replace("High up", "High up in a poplar"))
    qtbot.waitUntil(lambda: "1 uncertain" in changed.banner.text.text())
    notes, whereabouts = context.workspace.notes, context.workspace.whereabouts
    told = {
        card.annotation.color: card
        for one in (STORK, GULL, TERNS)
        for card in whereabouts.of_section(one)
    }
    assert {color: badge(card) for color, card in told.items()} == {
        "yellow": "Same words, place uncertain",
        "blue": "Text changed",
        "green": "Moved",
        "pink": "Passage not found",
    }
    source = source_of(context.workspace.course, notes.all(), whereabouts.report())
    entries = entries_of([source], {})
    assert {one.card.annotation.color: badge(one.card) for one in entries} == {
        color: badge(card) for color, card in told.items()
    }
    cards = CardModel(context.settings)
    cards.set_cards([told["blue"], told["yellow"]])
    tips = [cards.data(cards.index(row), Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert tips[0] is None
    assert "too little of what surrounded them" in tips[1]


def test_closing_the_banner_is_remembered_for_this_edition(
    changed: Updates, context: Context, view: PageView, qtbot: QtBot
) -> None:
    changed.banner.close_button.click()
    assert not changed.banner.isVisible()
    again = Updates(context, view, view)
    again.look()
    qtbot.waitUntil(lambda: not again.gathering)
    assert again.rows() == []
    assert len(again.all_rows()) == 3
    write(context, GULL, "# Herring gull\n\nIts back is grey like the sky in winters.\n")
    qtbot.waitUntil(lambda: bool(changed.rows()))
    assert changed.banner.isVisible()


def test_old_and_new_stand_side_by_side_with_the_differing_words_marked() -> None:
    old, new = differences("as grey as the sea in winter", "as grey as the sky in winter")
    assert [piece.text for piece in old if piece.kind == "deleted"] == ["sea"]
    assert [piece.text for piece in new if piece.kind == "inserted"] == ["sky"]
    assert "".join(piece.text for piece in new) == "as grey as the sky in winter"


def test_a_very_long_passage_is_cut() -> None:
    old, _ = differences("word " * 5000, "word " * 5000)
    assert len("".join(piece.text for piece in old)) == MOST + 1


def test_accept_takes_the_text_as_it_is_now(
    review: ReviewPage, changed: Updates, context: Context
) -> None:
    card(review, Outcome.CHANGED).buttons["accept"].click()
    assert outcomes(changed) == {Outcome.MOVED, Outcome.ORPHANED}
    assert len(review.in_order()) == 2
    quotes = {one.anchor.quote for one in context.workspace.notes.all() if one.anchor}
    assert "as grey as the sky in winter" in quotes
    context.workspace.notes.undo()
    assert outcomes(changed) == {Outcome.MOVED, Outcome.CHANGED, Outcome.ORPHANED}
    assert len(review.in_order()) == 3


def test_all_moved_are_accepted_in_one_step(
    review: ReviewPage, changed: Updates, context: Context
) -> None:
    review.accept_moved.click()
    assert outcomes(changed) == {Outcome.CHANGED, Outcome.ORPHANED}
    assert review.accept_moved.isHidden()
    assert context.workspace.notes.undo() == "Accept Change"
    assert Outcome.MOVED in outcomes(changed)


def test_the_buttons_of_a_narrow_card_take_another_line_and_keep_their_words(
    review: ReviewPage, view: PageView, qtbot: QtBot
) -> None:
    view.resize(440, 700)
    buttons = [*card(review, Outcome.CHANGED).buttons.values()]
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    last = max(button.geometry().bottom() for button in buttons)
    assert last < card(review, Outcome.CHANGED).height()


def test_keys_alone_settle_everything(
    review: ReviewPage, changed: Updates, context: Context, qtbot: QtBot
) -> None:
    first = review.in_order()[0]
    assert review.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second = review.focusWidget()
    assert second is review.in_order()[1]
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(review.focusWidget(), Qt.Key.Key_A)
    qtbot.keyClick(review.focusWidget(), Qt.Key.Key_K)
    qtbot.keyClick(review.focusWidget(), Qt.Key.Key_Delete)
    assert review.said.text() == "All is settled."
    assert not changed.banner.isVisible()
    assert len(context.workspace.notes.removed()) == 1
    assert review.focusWidget() is review.close_button


def test_show_in_text_and_escape_leave_the_review(review: ReviewPage, qtbot: QtBot) -> None:
    wishes: list[Location] = []
    ended: list[bool] = []
    review.go_requested.connect(wishes.append)
    review.done.connect(lambda: ended.append(True))
    qtbot.keyClick(card(review, Outcome.MOVED), Qt.Key.Key_Return)
    qtbot.keyClick(review.in_order()[0], Qt.Key.Key_Escape)
    assert [wish.section for wish in wishes] == [TERNS]
    assert ended == [True]


def test_what_was_kept_can_be_seen_again(review: ReviewPage, changed: Updates) -> None:
    changed.keep_all()
    review.refresh()
    assert review.in_order() == []
    review.open()
    assert len(review.in_order()) == 3
    assert review.said.text() == "3 kept as they are"


def test_cards_say_what_they_are(review: ReviewPage) -> None:
    lost = card(review, Outcome.ORPHANED)
    assert lost.accessibleName() == "Not found: what the boats leave behind in the harbor"
    assert set(lost.buttons) == {"link", "keep", "remove"}
    assert set(card(review, Outcome.MOVED).buttons) == {"accept", "link", "keep", "show"}
    named = [part.accessibleName() for part in card(review, Outcome.CHANGED).findChildren(QWidget)]
    assert "as grey as the [deleted: sea] in winter" in named


def test_a_new_theme_redraws_the_cards(review: ReviewPage, context: Context) -> None:
    context.bridge.theme_changed.emit()
    assert len(review.in_order()) == 3


def test_a_lost_passage_is_linked_to_what_is_selected(
    changed: Updates, context: Context, view: PageView
) -> None:
    linking = Linking(context, view, view)
    lost = next(row for row in changed.rows() if row.outcome is Outcome.ORPHANED)
    workspace = context.workspace
    view.show_page(workspace.course.by_id[STORK], workspace.page(STORK), 0)
    linking.begin(lost.annotation.id)
    assert linking.banner.isVisible()
    assert not linking.banner.buttons[0].isEnabled()
    reader = view.reader
    start = workspace.page(STORK).text.index("It claps")
    cursor = reader.textCursor()
    cursor.setPosition(reader.position_of(start))
    cursor.setPosition(reader.position_of(start + 8), cursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)
    assert linking.banner.buttons[0].isEnabled()
    linking.banner.buttons[0].click()
    known = workspace.notes.get(lost.annotation.id)
    assert known
    assert known.anchor
    assert (known.section, known.anchor.quote) == (STORK, "It claps")
    assert not linking.banner.isVisible()
    assert Outcome.ORPHANED not in outcomes(changed)
    assert workspace.notes.undo() == "Relink"


def test_linking_is_given_up(changed: Updates, context: Context, view: PageView) -> None:
    linking = Linking(context, view, view)
    linking.begin(changed.rows()[0].annotation.id)
    linking.banner.close_button.click()
    assert not linking.waits
    linking.begin("no such note")
    assert not linking.waits
