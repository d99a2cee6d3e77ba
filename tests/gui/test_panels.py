"""Contents and outline with a real course: following, filtering, opening, copying."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from studyapp.gui.elided import ElidedLabel
from studyapp.gui.panels import PANELS
from studyapp.gui.panels.contents import Contents
from studyapp.gui.panels.outline import Outline
from studyapp.gui.panels.tree import SectionTree
from studyapp.model import Change, Course, Kind, Location, Section

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

HERON, STORK = "01-waders/01-heron.md", "01-waders/02-stork.md"


def open_page(panel: Contents | Outline, section_id: str) -> None:
    workspace = panel.context.workspace
    panel.show_page(workspace.course.by_id[section_id], workspace.page(section_id))


def titles(panel: Contents, parent: QModelIndex | None = None) -> list[str]:
    model = panel.model
    root = parent or QModelIndex()
    return [model.section(model.index(row, 0, root)).title for row in range(model.rowCount(root))]


@pytest.fixture
def contents(context: Context, qtbot: QtBot) -> Contents:
    panel = Contents(context)
    qtbot.addWidget(panel)
    panel.resize(260, 400)
    panel.show()
    return panel


@pytest.fixture
def outline(context: Context, qtbot: QtBot) -> Outline:
    panel = Outline(context)
    qtbot.addWidget(panel)
    panel.resize(260, 400)
    panel.show()
    return panel


def many(chapters: int = 130, sections: int = 100) -> Course:
    made = tuple(
        Section(
            f"{c}",
            f"Chapter {c}",
            "",
            tuple(
                Section(f"{c}/{s}.md", f"Section {c}.{s}", f"{c}/{s}.md") for s in range(sections)
            ),
        )
        for c in range(chapters)
    )
    return Course("many", "Many", None, "plain", made)  # type: ignore[arg-type]


def test_the_model_keeps_qts_rules(qapp: object) -> None:
    model = SectionTree()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_course(many(3, 4))
    assert model.rowCount() == 3
    model.filter("section 2.1")
    assert model.rowCount() == 1
    model.filter("nothing like it")
    assert model.rowCount() == 0
    model.filter("")
    assert model.rowCount() == 3
    assert tester.model() is model


def test_thirteen_thousand_sections_are_there_at_once(qapp: object) -> None:
    course = many()
    assert len(course.order) > 13_000
    model = SectionTree()
    begun = time.process_time()
    model.set_course(course)
    model.filter("section 77")
    model.filter("")
    assert time.process_time() - begun < 1.0


def test_each_letter_filters_thirteen_thousand_at_once(contents: Contents, qtbot: QtBot) -> None:
    contents.model.set_course(many())
    begun = time.process_time()
    qtbot.keyClicks(contents.filter, "section 1")
    assert time.process_time() - begun < 3.0
    assert contents.count.text() != ""


def test_the_tree_opens_what_leads_to_the_page_and_marks_it(contents: Contents) -> None:
    assert titles(contents) == ["Waders", "Gulls", "Terns"]
    open_page(contents, STORK)
    assert contents.tree.current_id() == STORK
    assert contents.tree.isExpanded(contents.model.index(0, 0))
    assert not contents.tree.isExpanded(contents.model.index(1, 0))


def test_a_click_opens_the_page_of_a_section_and_of_a_chapter(
    contents: Contents, qtbot: QtBot
) -> None:
    wishes: list[Location] = []
    contents.go_requested.connect(wishes.append)
    contents.tree.expandAll()
    for section_id in (HERON, "02-gulls"):
        place = contents.tree.visualRect(contents.model.index_of(section_id)).center()
        qtbot.mouseClick(
            contents.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, place.y())
        )
    assert wishes == [Location(HERON), Location("02-gulls")]


def test_keys_move_without_opening_and_enter_opens(contents: Contents, qtbot: QtBot) -> None:
    wishes: list[Location] = []
    contents.go_requested.connect(wishes.append)
    open_page(contents, HERON)
    qtbot.keyClick(contents.tree, Qt.Key.Key_Down)
    assert (contents.tree.current_id(), wishes) == (STORK, [])
    qtbot.keyClick(contents.tree, Qt.Key.Key_Return)
    assert wishes == [Location(STORK)]


def test_typing_in_the_tree_finds_a_title(contents: Contents, qtbot: QtBot) -> None:
    contents.tree.expandAll()
    qtbot.keyClicks(contents.tree, "black")
    assert contents.tree.current_id() == "02-gulls/02-black-headed.md"


def test_the_filter_shows_matches_and_what_they_stand_under(
    contents: Contents, qtbot: QtBot
) -> None:
    qtbot.keyClicks(contents.filter, "gull head")
    assert titles(contents) == ["Gulls"]
    gulls = contents.model.index(0, 0)
    assert titles(contents, gulls) == ["Black-headed gull"]
    assert not contents.model.is_match(gulls)
    assert contents.model.is_match(contents.model.index(0, 0, gulls))
    assert contents.count.text() == "1 section"
    qtbot.keyClicks(contents.filter, " xyz")
    assert contents.count.text() == "No title has these words"


def test_enter_and_f3_step_through_the_matches_and_escape_clears(
    contents: Contents, qtbot: QtBot
) -> None:
    wishes: list[str] = []

    def follow(place: Location) -> None:
        wishes.append(place.section)
        open_page(contents, place.section)

    contents.go_requested.connect(follow)
    open_page(contents, STORK)
    qtbot.keyClicks(contents.filter, "the")
    qtbot.keyClick(contents.filter, Qt.Key.Key_Return)
    qtbot.keyClick(contents.filter, Qt.Key.Key_F3)
    qtbot.keyClick(contents.filter, Qt.Key.Key_F3)
    qtbot.keyClick(contents.filter, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert wishes == [HERON, STORK, HERON, STORK]
    qtbot.keyClick(contents.filter, Qt.Key.Key_Escape)
    assert contents.filter.text() == ""
    assert titles(contents) == ["Waders", "Gulls", "Terns"]
    assert contents.count.isHidden()


def test_what_was_open_is_open_again_after_a_filter(contents: Contents, qtbot: QtBot) -> None:
    contents.tree.expand(contents.model.index(1, 0))
    qtbot.keyClicks(contents.filter, "heron")
    contents.filter.clear()
    assert not contents.tree.isExpanded(contents.model.index(0, 0))
    assert contents.tree.isExpanded(contents.model.index(1, 0))


def test_expanding_by_level_and_below(contents: Contents) -> None:
    contents.expand_level(contents.model.index(0, 0))
    assert contents.tree.isExpanded(contents.model.index(1, 0))
    contents.expand_below(contents.model.index(1, 0), is_open=False)
    assert contents.tree.isExpanded(contents.model.index(0, 0))
    assert not contents.tree.isExpanded(contents.model.index(1, 0))
    contents.expand_all()
    assert contents.tree.isExpanded(contents.model.index(1, 0))
    contents.collapse_all()
    assert not contents.tree.isExpanded(contents.model.index(0, 0))


def test_the_menu_of_a_chapter_offers_more_than_that_of_a_leaf(contents: Contents) -> None:
    chapter = contents._menu(contents.model.index(0, 0))
    leaf = contents._menu(contents.model.index_of("03-terns.md"))
    said = [action.text() for action in chapter.actions()]
    assert "Expand All at This Level" in said
    assert "Expand All at This Level" not in [action.text() for action in leaf.actions()]
    next(a for a in chapter.actions() if a.text() == "Collapse All Under This").trigger()
    assert not contents.tree.isExpanded(contents.model.index(0, 0))


def test_the_contents_are_copied_as_text(contents: Contents) -> None:
    contents.copy_as_text()
    assert QGuiApplication.clipboard().text() == (
        "- Waders\n  - The heron\n  - The stork\n"
        "- Gulls\n  - Herring gull\n  - Black-headed gull\n"
        "- Terns"
    )


def test_a_new_edition_is_shown_and_keeps_what_was_open(
    contents: Contents, course_folder: Path
) -> None:
    open_page(contents, HERON)
    (course_folder / "01-waders" / "03-ibis.md").write_text("# The ibis\n")
    contents.context.workspace.reload()
    assert titles(contents, contents.model.index(0, 0)) == ["The heron", "The stork", "The ibis"]
    assert contents.tree.isExpanded(contents.model.index(0, 0))
    assert contents.tree.current_id() == HERON


def test_a_hidden_panel_waits_until_it_is_seen(contents: Contents, course_folder: Path) -> None:
    contents.hide()
    (course_folder / "04-auks.md").write_text("# Auks\n")
    contents.context.workspace.reload()
    assert titles(contents) == ["Waders", "Gulls", "Terns"]
    contents.show()
    assert titles(contents) == ["Waders", "Gulls", "Terns", "Auks"]


def test_a_panel_does_not_read_again_what_it_changed_itself(contents: Contents) -> None:
    contents.model.filter("heron")
    contents.context.bridge.changed.emit(Change(frozenset({Kind.COURSE}), origin="contents"))
    assert titles(contents) == ["Waders"]


def test_a_row_that_is_clicked_stays_where_it_is(context: Context, qtbot: QtBot) -> None:
    context.workspace.course = many(40, 30)
    panel = Contents(context)
    qtbot.addWidget(panel)
    panel.resize(260, 300)
    panel.show()
    panel.go_requested.connect(
        lambda place: panel.show_page(
            panel.model.section(panel.model.index_of(place.section)), None
        )
    )  # type: ignore[arg-type]
    panel.expand_all()
    bar = panel.tree.verticalScrollBar()
    bar.setValue(5013)
    place = QPoint(120, 3)
    wanted = panel.model.section(panel.tree.indexAt(place)).id
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.tree.page_id == wanted
    assert bar.value() == 5013


def test_the_outline_lists_the_headings_below_the_title(outline: Outline) -> None:
    open_page(outline, HERON)
    assert [heading.title for heading in outline.model.headings] == [f"Part {n}" for n in range(8)]
    assert not outline.list.isHidden()


def test_the_heading_being_read_is_marked(outline: Outline) -> None:
    open_page(outline, HERON)
    outline.follow_place("part-3")
    assert outline.list.currentIndex().row() == 3
    outline.follow_place("")
    assert not outline.list.currentIndex().isValid()


def test_a_click_or_enter_on_a_heading_goes_there(outline: Outline, qtbot: QtBot) -> None:
    wishes: list[Location] = []
    outline.go_requested.connect(wishes.append)
    open_page(outline, HERON)
    place = outline.list.visualRect(outline.model.index(2)).center()
    qtbot.mouseClick(outline.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(outline.list, Qt.Key.Key_Down)
    qtbot.keyClick(outline.list, Qt.Key.Key_Return)
    assert wishes == [Location(HERON, "part-2"), Location(HERON, "part-3")]


def test_a_page_without_headings_says_so(outline: Outline) -> None:
    open_page(outline, "03-terns.md")
    assert outline.list.isHidden()
    assert not outline._empty.isHidden()


@pytest.mark.parametrize("kind", PANELS)
def test_every_panel_says_what_it_is(kind: type[Contents], context: Context, qtbot: QtBot) -> None:
    panel = kind(context)
    qtbot.addWidget(panel)
    assert panel.id
    assert panel.title
    assert panel.side in {"left", "right"}
    panel.apply_theme()


def test_a_title_without_room_ends_in_an_ellipsis_and_keeps_its_count(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.say("Notes on this page", "12")
    label.resize(400, 20)
    label.grab()
    assert (label.shown(), label.toolTip()) == ("Notes on this page  12", "")
    label.resize(90, 20)
    label.grab()
    assert label.shown().endswith("…  12")
    assert label.text() == label.toolTip() == "Notes on this page  12"
