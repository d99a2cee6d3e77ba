"""Searching as a reader does it: type, see, walk, jump, go on across sections, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from driving import PATIENCE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from studyapp.gui.finding.switcher import Switcher
from studyapp.gui.panels.search import SearchPanel
from studyapp.model import Location

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.finding.bar import FindBar
    from studyapp.gui.session import Session


Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
WADERS, HERON, STORK = "01-waders/index.md", "01-waders/01-heron.md", "01-waders/02-stork.md"


@pytest.fixture
def course_folder(course_folder: Path) -> Path:
    """The birds, with something to find in three sections, a card, and a rare word."""
    (course_folder / STORK).write_text(
        "# The stork\n\nA long bill, long legs.\n\n"
        + "It claps. " * 200
        + "\n\n## Nests\n\nNests of storks weigh a tonne. High up on chimneys.\n\n"
        + "It claps again. " * 200
        + "\n\n#flashcards\n\nWhere does a stork nest?::On chimneys.\n",
        encoding="utf-8",
    )
    (course_folder / "03-terns.md").write_text(
        "# Terns\n\nTerns nest on shingle, not on chimneys. A tern weighs little.\n",
        encoding="utf-8",
    )
    return course_folder


@pytest.fixture
def session(start: Start, qtbot: QtBot) -> Session:
    made = start(section=HERON)
    made.window.resize(1200, 800)
    made.context.search.index.look()
    qtbot.waitUntil(lambda: not made.context.search.index.busy, timeout=PATIENCE)
    return made


def panel(session: Session) -> SearchPanel:
    found = session.window.panel("search")
    assert isinstance(found, SearchPanel)
    return found


def is_answered(session: Session) -> bool:
    search = session.context.search
    return bool(search.results and search.results.complete and not search.busy)


def type_in(session: Session, qtbot: QtBot, words: str) -> None:
    """Press the key of the field and type."""
    qtbot.keyClick(session.window.focusWidget(), Key.Key_F, CTRL | SHIFT)
    field = session.window.toolbar.field
    assert field.hasFocus()
    qtbot.keyClicks(field, words)
    qtbot.waitUntil(lambda: is_answered(session), timeout=PATIENCE)


def press(session: Session, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier | None = None):
    qtbot.keyClick(session.window.focusWidget(), key, held or Qt.KeyboardModifier.NoModifier)


def until_at(session: Session, qtbot: QtBot, section: str) -> None:
    qtbot.waitUntil(lambda: session.window.place().section == section, timeout=PATIENCE)
    qtbot.waitUntil(session.window.is_settled, timeout=PATIENCE)


def found_words(session: Session) -> list[str]:
    """Return the words that are marked as found on the page."""
    reader = session.window.reader
    assert reader.page
    return [reader.page.text[start:end] for start, end in reader.found.spans]


def sections(session: Session) -> list[str]:
    results = session.context.search.results
    return [group.section for group in results.groups] if results else []


def test_type_see_walk_and_jump(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "chimneys")
    shown = panel(session)
    assert shown.isVisible()
    assert set(sections(session)) == {STORK, "03-terns.md"}
    assert shown.head.counted(session.context.search.results) == "3 results"
    press(session, qtbot, Key.Key_Down)
    press(session, qtbot, Key.Key_Down)
    press(session, qtbot, Key.Key_Up)
    assert session.context.search.current == 0
    hit = session.context.search.hit
    assert hit
    press(session, qtbot, Key.Key_Return)
    until_at(session, qtbot, hit.section)
    window = session.window
    assert window.reader.hasFocus()
    page = window.reader.page
    assert page
    assert page.text[hit.start : hit.end] == "chimneys"
    qtbot.waitUntil(lambda: bool(found_words(session)), timeout=PATIENCE)
    assert set(found_words(session)) == {"chimneys"}
    first, last = window.reader.position_of(hit.start), window.reader.position_of(hit.end)
    area = window.reader.area_of(first, last)
    assert area
    assert window.reader.viewport().rect().contains(area)


def test_results_come_while_one_types_and_narrow_down(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "wei")
    assert set(sections(session)) == {STORK, "03-terns.md"}
    qtbot.keyClicks(session.window.toolbar.field, "gh a tonne")
    qtbot.waitUntil(lambda: is_answered(session), timeout=PATIENCE)
    assert sections(session)[0] == STORK


def test_f3_goes_on_across_sections_and_around(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "chimneys")
    hits = session.context.search.hits
    press(session, qtbot, Key.Key_Return)
    until_at(session, qtbot, hits[0].section)
    for hit in (*hits[1:], hits[0]):
        press(session, qtbot, Key.Key_F3)
        until_at(session, qtbot, hit.section)
        assert session.context.search.hit == hit
        assert session.window.reader.hasFocus()
    press(session, qtbot, Key.Key_F3, SHIFT)
    until_at(session, qtbot, hits[-1].section)


def test_back_to_where_i_was_by_key(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    reader.bar.setValue(400)
    qtbot.waitUntil(lambda: bool(session.window.place().offset), timeout=PATIENCE)
    before = session.window.place()
    type_in(session, qtbot, "chimneys")
    press(session, qtbot, Key.Key_Return)
    until_at(session, qtbot, session.context.search.hits[0].section)
    for _ in range(3):
        press(session, qtbot, Key.Key_F3)
        qtbot.waitUntil(session.window.is_settled, timeout=PATIENCE)
    press(session, qtbot, Key.Key_Left, ALT)
    until_at(session, qtbot, HERON)
    assert session.window.place().offset == before.offset


def test_back_to_where_i_was_by_button(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "tern")
    shown = panel(session)
    assert not shown.back.isVisible()
    press(session, qtbot, Key.Key_Return)
    until_at(session, qtbot, "03-terns.md")
    qtbot.mouseClick(shown.back, LEFT)
    until_at(session, qtbot, HERON)
    assert not shown.back.isVisible()


def test_commands_can_be_used_when_there_is_something_to_do(session: Session, qtbot: QtBot) -> None:
    commands = session.window.commands
    session.window.show_panel("contents")
    states = [commands[name] for name in ("search.clear", "search.back")]
    assert [one.isEnabled() for one in states] == [False, False]
    type_in(session, qtbot, "tern")
    assert [one.isEnabled() for one in states] == [True, False]
    assert not commands["panel.contents"].isChecked()
    press(session, qtbot, Key.Key_Return)
    until_at(session, qtbot, "03-terns.md")
    assert [one.isEnabled() for one in states] == [True, True]
    qtbot.keyClick(session.window.reader, Key.Key_Up, ALT)
    until_at(session, qtbot, HERON)
    press(session, qtbot, Key.Key_Escape)
    assert [one.isEnabled() for one in states] == [False, False]
    assert commands["panel.contents"].isChecked()


def test_ctrl_enter_keeps_the_keyboard_in_the_field(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "tern")
    press(session, qtbot, Key.Key_Return, CTRL)
    until_at(session, qtbot, "03-terns.md")
    assert session.window.toolbar.field.hasFocus()


def test_esc_clears_the_marks_and_gives_the_side_back(session: Session, qtbot: QtBot) -> None:
    session.window.show_panel("contents")
    type_in(session, qtbot, "grey")
    qtbot.waitUntil(lambda: len(found_words(session)) > 100, timeout=PATIENCE)
    assert not session.window.panel_shown("contents")
    press(session, qtbot, Key.Key_Escape)
    assert session.window.toolbar.field.text() == ""
    assert found_words(session) == []
    press(session, qtbot, Key.Key_Escape)
    assert session.window.panel_shown("contents")
    assert session.window.reader.hasFocus()


def test_esc_on_the_page_ends_the_search(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "grey")
    press(session, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(found_words(session)), timeout=PATIENCE)
    press(session, qtbot, Key.Key_Escape)
    assert found_words(session) == []
    assert session.window.toolbar.field.text() == ""


def test_a_click_opens_a_hit_and_moves_no_row(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "chimneys")
    shown = panel(session)
    index = shown.list.rows.index_of_hit(2)
    before = shown.list.visualRect(index)
    spot = shown.list.viewport().mapTo(session.window, before.center())
    qtbot.mouseClick(shown.list.viewport(), LEFT, pos=before.center())
    until_at(session, qtbot, session.context.search.hits[2].section)
    after = shown.list.visualRect(shown.list.rows.index_of_hit(2))
    assert shown.list.viewport().mapTo(session.window, after.center()) == spot


def test_a_slip_is_forgiven_and_the_right_word_offered(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "chimmneys")
    shown = panel(session)
    assert set(sections(session)) == {STORK, "03-terns.md"}
    assert shown.list.rows.why(session.context.search.hits[0]) == "spelled alike"
    assert shown.head.suggestion.isVisible()
    qtbot.mouseClick(shown.head.suggestion, LEFT)
    qtbot.waitUntil(lambda: is_answered(session), timeout=PATIENCE)
    assert session.window.toolbar.field.text() == "chimneys"


def test_a_wrong_query_is_explained_and_searched_all_the_same(
    session: Session, qtbot: QtBot
) -> None:
    type_in(session, qtbot, '(chimneys place:"here')
    problems = panel(session).head.problems
    assert problems.isVisible()
    assert "A parenthesis is not closed." in problems.text()
    assert sections(session)


def test_nothing_found_says_so(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "xyzzyplugh")
    assert panel(session).head.count.text() == "Nothing found"


def test_switches_say_where_to_search(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "chimneys")
    scope = panel(session).head.scope
    qtbot.mouseClick(scope.kinds["cards"], LEFT)
    qtbot.waitUntil(lambda: is_answered(session), timeout=PATIENCE)
    assert [hit.kind for hit in session.context.search.hits] == ["cards"]
    qtbot.mouseClick(scope.kinds["cards"], LEFT)
    qtbot.mouseClick(scope.here, LEFT)
    qtbot.waitUntil(lambda: sections(session) == [STORK], timeout=PATIENCE)


def test_notes_and_highlights_are_found_at_once(session: Session, qtbot: QtBot) -> None:
    workspace = session.context.workspace
    page = workspace.page(HERON)
    start = page.text.index("stands and waits")
    workspace.notes.add(HERON, (start, start + 16), kind="highlight", color="yellow")
    workspace.notes.add(HERON, kind="note", note="Ask about patience on a chimney.")
    type_in(session, qtbot, "in:notes patience")
    qtbot.waitUntil(lambda: len(session.context.search.hits) == 1, timeout=PATIENCE)
    type_in(session, qtbot, "waits")
    qtbot.mouseClick(panel(session).head.scope.marked, LEFT)
    qtbot.waitUntil(
        lambda: [hit.kind for hit in session.context.search.hits] == ["notes"], timeout=PATIENCE
    )
    press(session, qtbot, Key.Key_Return)
    until_at(session, qtbot, HERON)


def test_searches_are_remembered_and_kept(session: Session, qtbot: QtBot) -> None:
    shown = panel(session)
    type_in(session, qtbot, "tern")
    press(session, qtbot, Key.Key_Return)
    until_at(session, qtbot, "03-terns.md")
    type_in(session, qtbot, "chimneys")
    qtbot.mouseClick(shown.head.star, LEFT)
    qtbot.keyClick(session.window.toolbar.field, Key.Key_Escape)
    assert [link.text() for link in shown.start.links] == ["chimneys", "tern"]
    qtbot.mouseClick(shown.start.links[1], LEFT)
    qtbot.waitUntil(lambda: is_answered(session), timeout=PATIENCE)
    assert session.window.toolbar.field.text() == "tern"


def test_rows_are_told_in_full(session: Session, qtbot: QtBot) -> None:
    type_in(session, qtbot, "chimneys")
    rows = panel(session).list.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    told = [rows.data(rows.index(row), role) for row in range(rows.rowCount())]
    assert any("Waders" in one and "The stork" in one and "2 results" in one for one in told)
    assert any("Nests of storks weigh a tonne. High up on chimneys." in one for one in told)
    assert any(one.endswith("card") for one in told)


def test_search_while_the_index_is_being_built(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    type_in_field = session.window.toolbar.field
    qtbot.keyClick(session.window.focusWidget(), Key.Key_F, CTRL | SHIFT)
    qtbot.keyClicks(type_in_field, "chimneys")
    qtbot.waitUntil(lambda: session.context.search.is_early, timeout=PATIENCE)
    assert "being prepared" in panel(session).head.state.text()
    qtbot.waitUntil(lambda: len(sections(session)) == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: panel(session).head.state.text() == "", timeout=PATIENCE)


def test_an_edited_file_is_found_anew(session: Session, qtbot: QtBot, course_folder: Path) -> None:
    type_in(session, qtbot, "puffin")
    assert sections(session) == []
    (course_folder / "03-terns.md").write_text("# Terns\n\nNo puffin is a tern.\n")
    session.window.reload()
    qtbot.waitUntil(lambda: sections(session) == ["03-terns.md"], timeout=PATIENCE)


def test_an_empty_course_has_nothing_to_find(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    session = start(tmp_path / "empty")
    qtbot.keyClick(session.window.focusWidget(), Key.Key_F, CTRL | SHIFT)
    qtbot.keyClicks(session.window.toolbar.field, "anything")
    qtbot.waitUntil(lambda: panel(session).head.count.text() == "Nothing found", timeout=PATIENCE)
    qtbot.keyClick(session.window.toolbar.field, Key.Key_Return)
    qtbot.keyClick(session.window, Key.Key_F3)
    qtbot.keyClick(session.window.toolbar.field, Key.Key_Escape)
    assert session.context.search.results is None


def test_another_course_ends_the_search(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    type_in(session, qtbot, "chimneys")
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.md").write_text("# One\n\nOnly one page.\n")
    session.window.open_course(other)
    until_at(session, qtbot, "one.md")
    assert session.window.toolbar.field.text() == ""
    type_in(session, qtbot, "only")
    qtbot.waitUntil(lambda: sections(session) == ["one.md"], timeout=PATIENCE)


def select(session: Session, words: str) -> None:
    page = session.window.reader.page
    assert page
    start = page.text.index(words)
    session.window.reader.selecting.select(start, start + len(words))
    session.window.reader.setFocus()


def test_the_field_takes_what_is_selected(session: Session, qtbot: QtBot) -> None:
    select(session, "Grey feathers")
    qtbot.keyClick(session.window.reader, Key.Key_F, CTRL | SHIFT)
    assert session.window.toolbar.field.selectedText() == "Grey feathers"
    qtbot.waitUntil(lambda: is_answered(session), timeout=PATIENCE)
    assert sections(session) == [HERON]


def test_search_this_looks_for_the_very_words(session: Session, qtbot: QtBot) -> None:
    select(session, "stands and waits")
    qtbot.keyClick(session.window.reader, Key.Key_F)
    assert session.window.toolbar.field.text() == '"stands and waits"'
    qtbot.waitUntil(lambda: is_answered(session), timeout=PATIENCE)
    assert [hit.section for hit in session.context.search.hits] == [HERON]


# Find in page


def opened_bar(session: Session, qtbot: QtBot) -> FindBar:
    session.window.reader.setFocus()
    qtbot.keyClick(session.window.reader, Key.Key_F, CTRL)
    bar = session.window.seeking.bar
    assert bar
    assert bar.isVisible()
    assert bar.field.hasFocus()
    return bar


def find(qtbot: QtBot, bar: FindBar, words: str, count: str) -> None:
    bar.field.selectAll()
    qtbot.keyClicks(bar.field, words)
    qtbot.waitUntil(lambda: bar.count.text() == count, timeout=PATIENCE)


def test_find_in_page_counts_marks_goes_on_and_wraps(session: Session, qtbot: QtBot) -> None:
    bar = opened_bar(session, qtbot)
    find(qtbot, bar, "part", "1 of 8")
    assert found_words(session) == ["Part"] * 8
    qtbot.keyClick(bar.field, Key.Key_Return)
    assert bar.count.text() == "2 of 8"
    qtbot.keyClick(bar.field, Key.Key_F3)
    assert bar.count.text() == "3 of 8"
    qtbot.keyClick(bar.field, Key.Key_Return, SHIFT)
    qtbot.keyClick(bar.field, Key.Key_F3, SHIFT)
    qtbot.keyClick(bar.field, Key.Key_F3, SHIFT)
    assert bar.count.text() == "8 of 8"
    assert "from the end" in bar.notice.text()
    value = session.window.reader.bar.value()
    assert value > 0
    qtbot.keyClick(bar.field, Key.Key_Escape)
    assert not bar.isVisible()
    assert session.window.reader.hasFocus()
    assert found_words(session) == []
    assert session.window.reader.bar.value() == value


def test_find_in_page_has_switches_and_explains_a_bad_expression(
    session: Session, qtbot: QtBot
) -> None:
    bar = opened_bar(session, qtbot)
    find(qtbot, bar, "feather", "1 of 480")
    qtbot.mouseClick(bar.words, LEFT)
    qtbot.waitUntil(lambda: bar.count.text() == "Not found", timeout=PATIENCE)
    qtbot.mouseClick(bar.words, LEFT)
    qtbot.mouseClick(bar.case, LEFT)
    find(qtbot, bar, "grey", "Not found")
    qtbot.mouseClick(bar.expression, LEFT)
    find(qtbot, bar, "Part [2-4]", "1 of 3")
    find(qtbot, bar, "Part [2-", "Not found")
    assert "regular expression" in bar.notice.text()


def test_find_in_page_begins_with_what_is_selected(session: Session, qtbot: QtBot) -> None:
    page = session.window.reader.page
    assert page
    start = page.text.index("Part 5")
    session.window.reader.selecting.select(start, start + 6)
    bar = opened_bar(session, qtbot)
    assert bar.field.text() == "Part 5"
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1", timeout=PATIENCE)


def test_the_find_bar_follows_the_page(session: Session, qtbot: QtBot) -> None:
    bar = opened_bar(session, qtbot)
    find(qtbot, bar, "claps", "Not found")
    qtbot.keyClick(session.window, Key.Key_PageDown, CTRL)
    until_at(session, qtbot, STORK)
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 400", timeout=PATIENCE)


# Elsewhere


def test_where_else_shows_passages_like_the_selection(session: Session, qtbot: QtBot) -> None:
    window = session.window
    window.go(Location(STORK))
    until_at(session, qtbot, STORK)
    page = window.reader.page
    assert page
    start = page.text.index("Nests of storks")
    window.reader.selecting.select(start, start + 50)
    window.reader.setFocus()
    qtbot.keyClick(window.reader, Key.Key_W)
    qtbot.waitUntil(lambda: is_answered(session), timeout=PATIENCE)
    assert sections(session)[0] == "03-terns.md"
    assert panel(session).isVisible()


def switcher(session: Session, qtbot: QtBot) -> Switcher:
    qtbot.keyClick(session.window.reader, Key.Key_O, CTRL)
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, Switcher)]
    assert found
    return found[-1]


def test_the_switcher_forgives_slips_and_goes_there(session: Session, qtbot: QtBot) -> None:
    box = switcher(session, qtbot)
    qtbot.keyClicks(box.field, "herrng")
    qtbot.waitUntil(
        lambda: [target.title for target in box.targets()][:1] == ["Herring gull"],
        timeout=PATIENCE,
    )
    qtbot.keyClick(box.field, Key.Key_Return)
    until_at(session, qtbot, "02-gulls/01-herring.md")


def test_the_switcher_knows_headings_and_what_was_open_last(session: Session, qtbot: QtBot) -> None:
    session.window.go(Location(STORK))
    until_at(session, qtbot, STORK)
    box = switcher(session, qtbot)
    assert [target.section for target in box.targets()][:1] == [HERON]
    qtbot.keyClicks(box.field, "nests")
    qtbot.waitUntil(
        lambda: any(target.heading == "nests" for target in box.targets()), timeout=PATIENCE
    )
    row = next(n for n, target in enumerate(box.targets()) if target.heading)
    rect = box.list.visualItemRect(box.list.item(row))
    qtbot.mouseClick(box.list.viewport(), LEFT, pos=rect.center() + QPoint(0, 0))
    qtbot.waitUntil(lambda: session.window.place().heading == "nests", timeout=PATIENCE)
