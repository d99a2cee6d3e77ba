"""All notes in one list: scopes, filters, order, acts on several, the trash."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from birds import write_birds
from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from studyapp.course.loader import load_course
from studyapp.gui.dialogs.daterange import DateRange
from studyapp.gui.hub import scopes, shelf
from studyapp.gui.hub.actionrow import ActionRow
from studyapp.gui.hub.board import Board
from studyapp.gui.hub.entries import Source, entries_of, fold
from studyapp.gui.hub.filtering import Criteria, filtered, grouped, nearest, ordered
from studyapp.gui.hub.words import TextIndex, WordFinder
from studyapp.gui.panels.hub import Hub
from studyapp.model import Anchor, Annotation, Location, State
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context
from studyapp.gui.hub.entries import Entry

WADERS, HERON, STORK = "01-waders/index.md", "01-waders/01-heron.md", "01-waders/02-stork.md"
GULL = "02-gulls/01-herring.md"
SECTIONS = {"0.md": (0, "Zero"), "1.md": (1, "One")}
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def mark(context: Context, section: str, words: str, **more: object) -> Annotation:
    text = context.workspace.page(section).text
    start = text.index(words)
    return context.workspace.notes.add(section, (start, start + len(words)), **more)  # type: ignore[arg-type]


@pytest.fixture
def marked(context: Context) -> list[Annotation]:
    """Six annotations in four sections."""
    return [
        mark(context, HERON, "stands and waits", color="yellow", note="Patience", tags=["exam"]),
        mark(context, HERON, "Grey feathers", color="green", tags=["exam", "looks"]),
        mark(context, STORK, "It claps", color="yellow", kind="underline"),
        mark(context, STORK, "High up", color="blue", note="On chimneys, too"),
        mark(context, GULL, "Loud", color="yellow"),
        context.workspace.notes.add("", kind="note", note="Which birds stay all winter?"),
    ]


@pytest.fixture
def panel(context: Context, marked: list[Annotation], qtbot: QtBot) -> Hub:
    made = Hub(context)
    qtbot.addWidget(made)
    made.resize(300, 700)
    show(made.board, STORK)
    made.show()
    qtbot.waitUntil(lambda: made.board.shelf.loaded)
    return made


@pytest.fixture
def hub(panel: Hub) -> Board:
    return panel.board


def show(board: Board, section: str) -> None:
    workspace, panel = board.context.workspace, board.parent()
    assert isinstance(panel, Hub)
    panel.show_page(workspace.course.by_id[section], workspace.page(section))


def listed(panel: Board) -> list[str]:
    return [
        row.card.annotation.anchor.quote if row.card.annotation.anchor else row.card.annotation.note
        for row in panel.model.rows
    ]


def heads(panel: Board) -> list[tuple[str, int]]:
    return [(header.title, header.count) for _, header in sorted(panel.model.headers.items())]


def pick(panel: Board, scope: str) -> None:
    panel.scopes.buttons[scope].click()


def test_the_course_is_listed_by_place_under_its_sections(hub: Board) -> None:
    assert listed(hub) == [
        "Which birds stay all winter?",
        "stands and waits",
        "Grey feathers",
        "It claps",
        "High up",
        "Loud",
    ]
    assert heads(hub) == [
        ("Free notes", 1),
        ("The heron", 2),
        ("The stork", 2),
        ("Herring gull", 1),
    ]
    assert hub.head.count.text() == "6 notes"


def test_it_opens_at_what_is_nearest_to_the_page(hub: Board) -> None:
    current = hub.list.current()
    assert current
    assert current.card.section == STORK
    assert [entry.id for entry in hub.list.selected()] == [current.id]


def test_enter_goes_to_the_passage(hub: Board, qtbot: QtBot) -> None:
    wishes: list[Location] = []
    hub.go_requested.connect(wishes.append)
    hub.list.select([2], 2)
    qtbot.keyClick(hub.list, Qt.Key.Key_Return)
    text = hub.context.workspace.page(HERON).text
    start = text.index("Grey feathers")
    assert wishes == [Location(HERON, offset=start, end=start + len("Grey feathers"))]


def test_a_click_goes_to_the_passage_and_one_on_a_header_does_not(hub: Board, qtbot: QtBot) -> None:
    wishes: list[Location] = []
    hub.go_requested.connect(wishes.append)
    hub.list.verticalScrollBar().setValue(0)
    rect = hub.list.visualRect(hub.model.index(1))
    viewport = hub.list.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=rect.center())
    above = rect.center()
    above.setY(rect.top() - 12)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=above)
    assert [wish.section for wish in wishes] == [HERON]


def test_the_section_scope_follows_the_page(hub: Board) -> None:
    pick(hub, scopes.SECTION)
    assert listed(hub) == ["It claps", "High up"]
    show(hub, GULL)
    assert listed(hub) == ["Loud"]
    show(hub, WADERS)
    assert listed(hub) == []
    assert hub.empty.isVisible()


def test_typing_filters_and_forgives_an_error(hub: Board, qtbot: QtBot) -> None:
    qtbot.keyClicks(hub.bar.line, "chimmneys")
    assert listed(hub) == ["High up"]
    assert hub.head.count.text() == "1 of 6"
    hub.bar.line.clear()
    qtbot.keyClicks(hub.bar.line, "EXAM feath")
    assert listed(hub) == ["Grey feathers"]
    hub.bar.line.clear()
    qtbot.keyClicks(hub.bar.line, "herring")
    assert listed(hub) == ["Loud"]


def test_filters_combine_and_one_click_clears_them(hub: Board, qtbot: QtBot) -> None:
    hub.bar.dots[0].setChecked(True)
    assert listed(hub) == ["stands and waits", "It claps", "Loud"]
    hub.bar.kind.menu().actions()[1].trigger()
    assert listed(hub) == ["It claps"]
    assert hub.bar.kind.text() == "Kind 1"
    assert hub.bar.kind.accessibleName() == "Kind: Underlines"
    qtbot.keyClicks(hub.bar.line, "nowhere")
    assert listed(hub) == []
    assert hub.empty.title.text() == "Nothing fits these filters"
    qtbot.mouseClick(hub.head.clear, Qt.MouseButton.LeftButton)
    assert len(listed(hub)) == 6
    assert not any(dot.isChecked() for dot in hub.bar.dots)
    assert hub.bar.kind.text() == "Kind"
    assert hub.bar.line.text() == ""


def test_tags_are_offered_with_counts_and_all_chosen_ones_are_wanted(hub: Board) -> None:
    menu = hub.bar.tags.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["#exam  (2)", "#looks  (1)"]
    menu.actions()[0].trigger()
    assert listed(hub) == ["stands and waits", "Grey feathers"]
    menu.actions()[1].trigger()
    assert listed(hub) == ["Grey feathers"]


def test_days_narrow_down(hub: Board) -> None:
    today, week, month, _, span = hub.bar.date.menu().actions()
    week.trigger()
    assert len(listed(hub)) == 6
    assert hub.bar.date.accessibleName() == "Date: Last 7 days"
    today.trigger()
    assert len(listed(hub)) == 6
    today.trigger()
    assert hub.bar.criteria.is_empty
    span.trigger()
    dialog = hub.findChild(DateRange)
    assert dialog
    dialog.first.setDate(QDate.currentDate().addDays(-1))
    dialog.last.setDate(QDate.currentDate().addDays(-9))
    dialog.accept()
    assert listed(hub) == []
    assert hub.bar.criteria.first_day < hub.bar.criteria.last_day
    month.trigger()
    assert len(listed(hub)) == 6


def test_a_span_of_days_that_is_not_chosen_filters_nothing(hub: Board) -> None:
    hub.bar.date.menu().actions()[-1].trigger()
    dialog = hub.findChild(DateRange)
    assert dialog
    dialog.reject()
    assert len(listed(hub)) == 6
    assert not hub.bar.date.menu().actions()[-1].isChecked()


def test_by_time_the_last_comes_first_under_its_day(hub: Board) -> None:
    hub.set_order("time")
    assert listed(hub)[0] == "Which birds stay all winter?"
    assert heads(hub) == [("Today", 6)]


def test_several_are_recolored_in_one_step(hub: Board, qtbot: QtBot) -> None:
    notes = hub.context.workspace.notes
    hub.list.select([1], 1)
    qtbot.keyClick(hub.list, Qt.Key.Key_Down, SHIFT)
    assert hub.actions_row.said.text() == "2 selected"
    hub.actions_row.color.menu().aboutToShow.emit()
    hub.actions_row.color.menu().actions()[4].trigger()
    assert [one.color for one in notes.all() if one.section == HERON] == ["purple", "purple"]
    qtbot.waitUntil(lambda: hub.model.rows[1].card.annotation.color == "purple")
    assert hub.actions_row.said.text() == "2 selected"
    assert notes.undo() == "Change Color"
    assert sorted(one.color for one in notes.all() if one.section == HERON) == ["green", "yellow"]


def test_tags_are_added_and_dropped_for_several(hub: Board) -> None:
    notes = hub.context.workspace.notes
    hub.list.select([1, 2], 1)
    row = hub.actions_row
    row.tag.menu().aboutToShow.emit()
    ticks = {action.text(): action.isChecked() for action in row.tag.menu().actions()[1:]}
    assert ticks == {"#exam": True, "#looks": False}
    row.tag_wished.emit(["waders"], ["exam"])
    assert {one.tags for one in notes.all() if one.section == HERON} == {
        ("waders",),
        ("looks", "waders"),
    }
    assert notes.undo() == "Change Tags"


def test_removed_by_key_and_restored_from_the_trash(hub: Board, qtbot: QtBot) -> None:
    notes = hub.context.workspace.notes
    hub.list.select([3, 4], 4)
    qtbot.keyClick(hub.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(hub.model.rows) == 4)
    current = hub.list.current()
    assert current
    assert current.card.section == GULL
    pick(hub, scopes.TRASH)
    qtbot.waitUntil(lambda: len(hub.model.rows) == 2)
    qtbot.keyClick(hub.list, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(hub.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not hub.model.rows)
    assert len(notes.all()) == 6
    assert notes.undo() == "Restore"
    assert notes.undo() == "Remove"


def test_what_is_selected_is_copied_as_markdown(hub: Board, qtbot: QtBot) -> None:
    hub.list.select([1, 4], 1)
    qtbot.keyClick(hub.list, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == (
        "## Birds of the coast: The heron\n\n> stands and waits\n\nPatience\n\n#exam\n\n"
        "## Birds of the coast: The stork\n\n> High up\n\nOn chimneys, too\n"
    )


def test_keys_alone_are_enough(hub: Board, qtbot: QtBot) -> None:
    wishes: list[Location] = []
    hub.go_requested.connect(wishes.append)
    hub.activateWindow()
    hub.focus_filter()
    qtbot.keyClicks(hub.bar.line, "claps")
    qtbot.keyClick(hub.bar.line, Qt.Key.Key_Down)
    assert hub.list.hasFocus() or hub.focusWidget() is hub.list
    qtbot.keyClick(hub.list, Qt.Key.Key_Home)
    qtbot.keyClick(hub.list, Qt.Key.Key_Return)
    assert [wish.section for wish in wishes] == [STORK]


def test_everything_has_a_name(hub: Board) -> None:
    said = [part.accessibleName() or getattr(part, "text", str)() for part in hub.stops()]
    assert all(said)


def test_notes_of_another_course_are_listed_and_lead_there(
    hub: Board, tmp_path: Path, qtbot: QtBot
) -> None:
    context = hub.context
    folder = write_birds(tmp_path / "others")
    (folder / "course.toml").write_text('id = "others"\ntitle = "Other birds"\n')
    other = Workspace(
        load_course(folder, context.home),
        context.home,
        context.workspace.compiler,
        context.workspace.keeper,
    )
    other.notes.add(GULL, (0, 7), note="Elsewhere")
    pick(hub, scopes.ALL)
    qtbot.waitUntil(lambda: len(hub.model.rows) == 7)
    assert hub.model.headers[6].of == "Other birds"
    assert hub.scopes.buttons[scopes.ALL].accessibleName() == "All: 7"
    wishes: list[tuple[Path, Location]] = []
    hub.course_requested.connect(lambda path, place: wishes.append((path, place)))
    hub.list.select([6], 6)
    qtbot.keyClick(hub.list, Qt.Key.Key_Return)
    assert wishes == [(folder, Location(GULL))]


def test_a_note_made_elsewhere_appears(hub: Board, qtbot: QtBot) -> None:
    mark(hub.context, GULL, "gull", note="New")
    qtbot.waitUntil(lambda: len(hub.model.rows) == 7)
    assert hub.head.count.text() == "7 notes"


def test_an_orphan_is_told_and_can_be_shown_alone(hub: Board, qtbot: QtBot, tmp_path: Path) -> None:
    assert not hub.lost.isVisible()
    workspace = hub.context.workspace
    (workspace.course.root / GULL).write_text("# Herring gull\n\nWords of another kind.\n")
    workspace.reload()
    whereabouts = workspace.whereabouts
    whereabouts.take(whereabouts.survey(workspace.notes.all()).run())
    qtbot.waitUntil(hub.lost.isVisible)
    assert hub.lost.text() == "1 passage not found"
    hub.lost.click()
    assert listed(hub) == ["Loud"]
    wishes: list[str] = []
    hub.relink_requested.connect(wishes.append)
    hub.actions_row.link.click()
    assert wishes == [hub.model.rows[0].id]


# Without a window


def rows(count: int = 4) -> list[Entry]:
    annotations = [
        Annotation(
            f"{n}",
            "note",
            f"{n % 2}.md",
            None,
            note="security dilemma" if n % 2 else "Éléphants",
            modified=(datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=n)).isoformat(),
        )
        for n in range(count)
    ]
    return entries_of([Source("c", "C", annotations, SECTIONS, {}, is_open=True)], {})


def test_rows_are_by_place_and_kept_when_nothing_has_changed() -> None:
    made = rows()
    assert [row.id for row in made] == ["0", "2", "1", "3"]
    source = Source(
        "c",
        "C",
        [row.card.annotation for row in made],
        {"0.md": (0, "Zero"), "1.md": (1, "One")},
        {},
        is_open=True,
    )
    again = entries_of([source], {row.id: row for row in made})
    assert all(one is other for one, other in zip(made, again, strict=True))


def test_notes_of_sections_that_are_gone_stand_together_after_the_course() -> None:
    gone = ["9-end/index.md", "8-old/10-late.md", "8-old/2-soon.md"]
    anchor = Anchor("words", "", "", 7, 12, "0" * 16)
    annotations = [
        Annotation(f"{n:03}", "highlight", section, replace(anchor, start=500 - n, end=505 - n))
        for n, section in enumerate([*gone, "1.md"] * 3)
    ]
    made = entries_of([Source("c", "C", annotations, SECTIONS, {}, is_open=True)], {})
    starts = grouped(made, "place", lambda row: (row.title, row.gone_from))
    assert [(head.title, head.of, head.count) for head in starts.values()] == [
        ("One", "", 3),
        ("Soon", "8-old", 3),
        ("Late", "8-old", 3),
        ("End", "9-end", 3),
    ]
    states = [row.card.state for row in made]
    assert states == [State.ANCHORED] * 3 + [State.ORPHANED] * 9


def test_case_and_accents_do_not_matter() -> None:
    assert fold("Éléphants  and\nÅRHUS") == "elephants and arhus"
    assert [row.id for row in filtered(WordFinder(rows(), TextIndex()), Criteria("elephánt"))] == [
        "0",
        "2",
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("securty", True),
        ("secruity", True),
        ("sekur", True),
        ("dilema sec", True),
        ("dlima", False),
        ("secu", True),
        ("seku", False),
    ],
)
def test_one_error_in_five_letters_is_forgiven(typed: str, found: bool) -> None:
    made = rows()
    index = TextIndex()
    for row in made:
        index.add(row.id, row.text)
    assert bool(filtered(WordFinder(made, index), Criteria(typed))) is found


def test_a_word_that_an_entry_no_longer_has_finds_it_no_more() -> None:
    made = rows(1)
    index = TextIndex()
    index.add(made[0].id, " securities ")
    index.add(made[0].id, made[0].text)
    assert filtered(WordFinder(made, index), Criteria("securitees")) == []


def test_best_first_puts_the_phrase_before_its_words() -> None:
    base = rows(2)
    texts = (" dilemma of security ", " a security dilemma ", " securities and dilemmas ")
    made = [base[0]._replace(text=text) for text in texts]
    found = ordered(made, "relevance", "security dilemma")
    assert [row.text for row in found] == [texts[1], texts[0], texts[2]]


def test_the_nearest_is_in_the_same_section_first() -> None:
    made = [rows(1)[0]._replace(place=(s, o, "")) for s, o in ((0, 5), (1, 900), (1, 40), (3, 50))]
    assert nearest(made, "c", 1, 50) == 2
    assert nearest(made, "c", 1, 500) in {1, 2}
    assert nearest(made, "c", 4, 0) == 3


def test_states_and_groups() -> None:
    made = rows()
    assert (
        filtered(WordFinder(made, TextIndex()), Criteria(states=frozenset({State.ORPHANED}))) == []
    )
    starts = grouped(made, "place", lambda row: (row.title, ""))
    assert [(n, head.title, head.count) for n, head in starts.items()] == [
        (0, "Zero", 2),
        (2, "One", 2),
    ]
    assert grouped(made, "relevance", lambda row: (row.title, "")) == {}


def test_thousands_are_laid_out_and_only_the_screen_is_touched(
    context: Context, qtbot: QtBot
) -> None:
    panel = Board(context)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.show()
    base = rows(2)[0]
    random.seed(1)
    many = [
        base._replace(card=replace(base.card, annotation=replace(base.card.annotation, id=f"{n}")))
        for n in range(20_000)
    ]
    panel.model.set_rows(many, {})
    last = panel.model.index(19_999)
    panel.list.scrollTo(last)
    assert panel.list.viewport().rect().contains(panel.list.visualRect(last))
    assert panel.list.indexAt(panel.list.visualRect(last).center()) == last


def test_a_note_is_shown_as_its_words_and_not_as_its_markup(
    context: Context, hub: Board, qtbot: QtBot
) -> None:
    pick(hub, scopes.COURSE)

    def drawn(note: str) -> QImage:
        notes = context.workspace.notes
        one = next(row for row in hub.model.rows if row.card.annotation.kind == "note")
        notes.edit(one.id, note=note)
        hub.refresh()

        def is_there() -> bool:
            return any(row.card.annotation.note == note for row in hub.model.rows)

        qtbot.waitUntil(lambda: is_there() and not hub.shelf.busy)
        hub.list.select([0], 0)
        return hub.list.viewport().grab(hub.list.visualRect(hub.model.index(0))).toImage()

    plain = drawn("Which birds stay all winter, the stork too?")
    marked = drawn("Which **birds** *stay* all `winter`, [the stork](02-stork.md) too?")
    assert plain == marked
    assert "Which birds stay all winter" in str(hub.model.data(hub.model.index(0)))


def test_while_notes_are_read_the_window_is_heard_and_none_is_missed(
    context: Context, marked: list[Annotation], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "SLICE_SECONDS", 0.0)
    reading = shelf.Shelf(context)
    reading.read()
    for _ in range(2):  # sections of four
        QApplication.processEvents()
    assert reading.busy
    assert not reading.loaded
    late = mark(context, HERON, "waits", color="pink")
    context.workspace.notes.remove(marked[3].id)
    reading.read()
    qtbot.waitUntil(lambda: len(reading.kept.here) == len(marked))
    assert {entry.id for entry in reading.kept.here} == {
        late.id,
        *(one.id for one in marked if one != marked[3]),
    }
    assert [entry.id for entry in reading.kept.trash] == [marked[3].id]


@pytest.mark.parametrize(("width", "in_words"), [(150, False), (400, True)])
def test_acts_on_a_lost_passage_are_never_cut(
    context: Context, qtbot: QtBot, width: int, in_words: bool
) -> None:
    anchor = Anchor("words", "", "", 7, 12, "0" * 16)
    lost = Annotation("1", "highlight", "gone.md", anchor)
    entries = entries_of([Source("c", "C", [lost], SECTIONS, {}, is_open=True)], {})
    row = ActionRow(context)
    qtbot.addWidget(row)
    row.apply_theme()
    row.show_selected(entries, in_trash=False)
    row.resize(width, 40)
    row.show()
    assert row.link.isVisible()
    qtbot.waitUntil(lambda: row.link.width() >= row.link.sizeHint().width())
    has_words = row.link.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert has_words == in_words
