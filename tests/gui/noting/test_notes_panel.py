"""The notes panel with a real notebook: what it shows, what is on disk after writing in it."""

from __future__ import annotations

import itertools
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from studyapp import files
from studyapp.gui import style
from studyapp.gui.noting.cardview import Beside
from studyapp.gui.noting.draft import PAUSE_MS
from studyapp.gui.noting.saver import Saver
from studyapp.notes.annotationfile import parse
from tests.gui.noting.conftest import HERON, STORK, Mark, open_page

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context
    from studyapp.gui.noting.editor import NoteEditor
    from studyapp.gui.panels.notes import Notes
    from studyapp.model import Annotation


def shown(panel: Notes) -> list[str]:
    return [card.annotation.id for card in panel.view.cards.cards]


def editor(panel: Notes) -> NoteEditor:
    found = panel.view.editor
    assert found is not None
    return found


def on_disk(context: Context, annotation_id: str) -> Annotation:
    path = context.home.notebook / "birds" / "annotations" / f"{annotation_id}.md"
    return parse(path.read_text(encoding="utf-8"))


def write_outside(context: Context, annotation_id: str, note: str) -> None:
    """Change a note as another program would."""
    path = context.home.notebook / "birds" / "annotations" / f"{annotation_id}.md"
    head = path.read_text(encoding="utf-8").split("\n---\n")[0]
    path.write_text(f"{head}\n---\n{note}", encoding="utf-8")
    context.workspace.notes.refresh()


def top(panel: Notes, annotation_id: str) -> int:
    """Return where a card begins, in the list's viewport."""
    row = panel.view.cards.row_of(annotation_id)
    return panel.view.visualRect(panel.view.cards.index(row)).top() + panel.view.gap(row)


def test_a_page_without_notes_says_how_to_make_one(panel: Notes) -> None:
    assert shown(panel) == []
    assert not panel.view.isVisible()
    assert "press H" in panel._empty.text.text()
    assert [button.text() for button in panel._empty.buttons()] == ["Write about this page"]


def test_marks_appear_as_they_are_made_in_the_order_of_the_page(panel: Notes, mark: Mark) -> None:
    late = mark("See the stork")
    early = mark(note="First *words*")
    assert shown(panel) == [early.id, late.id]
    open_page(panel, STORK)
    assert shown(panel) == []
    open_page(panel, HERON)
    assert shown(panel) == [early.id, late.id]


def test_cards_stand_beside_their_passages_and_never_on_each_other(
    panel: Notes, mark: Mark, qtbot: QtBot
) -> None:
    first, second, third = mark("It stands"), mark("waits"), mark("See the stork")
    tops = {first.id: 40.0, second.id: 45.0, third.id: 900.0}
    panel.stand_beside(Beside(tops, 0, 2000, 0))
    qtbot.waitUntil(lambda: top(panel, first.id) == 40)
    assert top(panel, second.id) > top(panel, first.id) + panel.view._delegate.card_height(0, 280)
    assert top(panel, third.id) == 900
    panel.stand_beside(Beside(tops, 500, 2000, 0))
    assert top(panel, third.id) == 400
    panel.stand_beside(None)
    qtbot.waitUntil(lambda: 0 < top(panel, third.id) < 500)


def test_at_the_end_of_the_page_the_last_card_can_be_seen(
    panel: Notes, mark: Mark, qtbot: QtBot
) -> None:
    ids = [mark(words).id for words in ("It stands", "stands", "waits", "heron", "still water")]
    ids += [mark("Grey feathers", note="long " * 100).id for _ in range(8)]
    panel.stand_beside(Beside(dict.fromkeys(ids, 50.0), 0, 400, 0))
    qtbot.waitUntil(lambda: panel.view.verticalScrollBar().maximum() > 400)
    panel.stand_beside(Beside(dict.fromkeys(ids, 50.0), 400, 400, 0))
    bar = panel.view.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_a_click_chooses_and_enter_opens_the_editor(panel: Notes, mark: Mark, qtbot: QtBot) -> None:
    made = mark(note="old")
    with qtbot.waitSignal(panel.mark_chosen) as chosen:
        place = QPoint(60, top(panel, made.id) + 15)
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [made.id]
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert editor(panel).text.toPlainText() == "old"
    assert editor(panel).text.hasFocus() or not panel.isActiveWindow()


def test_what_is_typed_is_saved_in_the_next_pause(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot
) -> None:
    made = mark()
    panel.edit(made.id)
    qtbot.keyClicks(editor(panel).text, "Patience")
    assert on_disk(context, made.id).note == ""
    qtbot.waitUntil(lambda: on_disk(context, made.id).note == "Patience", timeout=PAUSE_MS * 5)
    qtbot.keyClicks(editor(panel).text, " pays")
    panel.finish()
    assert on_disk(context, made.id).note == "Patience pays"
    assert context.workspace.notes.undo() == "Edit Note"
    assert on_disk(context, made.id).note == ""


def test_who_types_without_a_pause_is_saved_too(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot
) -> None:
    made = mark()
    panel.edit(made.id)
    while not on_disk(context, made.id).note:
        qtbot.keyClicks(editor(panel).text, "abc", delay=30)
        assert len(editor(panel).text.toPlainText()) < 600


def test_escape_ends_the_writing_and_saves(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot
) -> None:
    made = mark()
    panel.edit(made.id)
    qtbot.keyClicks(editor(panel).text, "Done")
    qtbot.keyClick(editor(panel).text, Qt.Key.Key_Escape)
    assert panel.view.editor is None
    assert on_disk(context, made.id).note == "Done"
    assert panel.view.id_at(panel.view.currentIndex()) == made.id


def test_another_page_ends_the_writing_and_saves(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot
) -> None:
    made = mark()
    panel.edit(made.id)
    qtbot.keyClicks(editor(panel).text, "Kept")
    open_page(panel, STORK)
    assert panel.view.editor is None
    assert on_disk(context, made.id).note == "Kept"


def test_a_note_on_the_section_is_made_with_its_first_words(
    panel: Notes, context: Context, qtbot: QtBot
) -> None:
    panel.write_on_section()
    assert context.workspace.notes.all() == []
    qtbot.keyClicks(editor(panel).text, "On all of it")
    qtbot.waitUntil(lambda: len(context.workspace.notes.all()) == 1, timeout=PAUSE_MS * 5)
    (made,) = context.workspace.notes.all()
    assert (made.section, made.kind, made.anchor) == (HERON, "note", None)
    qtbot.keyClicks(editor(panel).text, ", twice")
    panel.finish()
    assert [on_disk(context, made.id).note, shown(panel)] == ["On all of it, twice", [made.id]]


def test_a_new_note_without_words_leaves_nothing(panel: Notes, context: Context) -> None:
    panel.write_on_section()
    panel.finish()
    panel.write_freely()
    panel.finish()
    assert (context.workspace.notes.all(), shown(panel)) == ([], [])


def test_tags_and_color_are_saved(panel: Notes, context: Context, mark: Mark, qtbot: QtBot) -> None:
    mark("waits", tags=["exam", "birds"])
    made = mark(color="yellow")
    panel.edit(made.id)
    qtbot.keyClicks(editor(panel).tags, "exam, #new")
    qtbot.keyClick(editor(panel).tags, Qt.Key.Key_Return)
    assert on_disk(context, made.id).tags == ("exam", "new")
    blue = next(dot for dot in editor(panel).colors._dots.values() if dot.color == "blue")
    qtbot.mouseClick(blue, Qt.MouseButton.LeftButton)
    assert on_disk(context, made.id).color == "blue"
    assert editor(panel).colors.color == "blue"


@pytest.mark.parametrize("width", [170, 300])
def test_colors_and_buttons_of_the_editor_fit_a_panel_of_any_width(
    panel: Notes, mark: Mark, width: int, qtbot: QtBot
) -> None:
    style.apply(QApplication.instance(), panel.context.theme)
    panel.resize(width, 500)
    panel.edit(mark().id)
    part = editor(panel)
    dots = list(part.colors._dots.values())
    qtbot.waitUntil(lambda: all(dot.width() >= 20 for dot in dots))
    for one, following in itertools.pairwise([*dots, part._remove, part._done]):
        here, next_one = (QRect(at.mapTo(part, QPoint()), at.size()) for at in (one, following))
        assert not here.intersects(next_one)
        assert part.rect().contains(next_one)
    QApplication.instance().setStyleSheet("")


def test_tags_used_before_are_offered(panel: Notes, mark: Mark, qtbot: QtBot) -> None:
    mark("waits", tags=["exam"])
    panel.edit(mark().id)
    qtbot.keyClicks(editor(panel).tags, "ex")
    completer = editor(panel).tags._completer
    assert completer is not None
    assert completer.currentCompletion() == "exam"


def test_links_to_sections_are_offered_and_written(panel: Notes, mark: Mark, qtbot: QtBot) -> None:
    panel.edit(mark().id)
    qtbot.keyClicks(editor(panel).text, "see [[stor")
    completer = editor(panel).text._titles
    assert completer is not None
    assert completer.currentCompletion() == "The stork"
    completer.activated.emit("The stork")
    assert editor(panel).text.toPlainText() == "see [[The stork]]"


def test_markdown_is_previewed_while_it_is_typed(panel: Notes, mark: Mark, qtbot: QtBot) -> None:
    panel.edit(mark().id)
    preview = editor(panel)._preview
    qtbot.keyClicks(editor(panel).text, "plain words")
    assert not preview.isVisible()
    qtbot.keyClicks(editor(panel).text, " **bold**")
    assert preview.isVisible()
    assert preview.sizeHint().height() > 15


def test_what_another_program_writes_is_shown_while_nothing_is_typed(
    panel: Notes, context: Context, mark: Mark
) -> None:
    made = mark(note="one")
    panel.edit(made.id)
    write_outside(context, made.id, "two")
    assert editor(panel).text.toPlainText() == "two"


def test_what_another_program_writes_is_joined_with_what_is_typed(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot
) -> None:
    made = mark(note="one")
    panel.edit(made.id)
    qtbot.keyClicks(editor(panel).text, " typed here")
    write_outside(context, made.id, "one written elsewhere")
    assert "one typed here" in editor(panel).text.toPlainText()
    assert "one written elsewhere" in editor(panel).text.toPlainText()
    panel.finish()
    saved = on_disk(context, made.id).note
    assert "one typed here" in saved
    assert "one written elsewhere" in saved


def test_an_annotation_removed_elsewhere_closes_its_editor(
    panel: Notes, context: Context, mark: Mark
) -> None:
    made = mark()
    panel.edit(made.id)
    context.workspace.notes.remove(made.id, origin="page")
    assert (panel.view.editor, shown(panel)) == (None, [])


def test_delete_removes_the_chosen_card_and_can_be_undone(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot
) -> None:
    made = mark()
    panel.choose(made.id)
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert shown(panel) == []
    context.workspace.notes.undo()
    assert shown(panel) == [made.id]


def test_a_full_disk_is_told_and_nothing_typed_is_lost(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = mark()
    panel.edit(made.id)

    def full(path: object, data: object) -> None:
        raise files.unwritable(context.home.notebook, OSError(28, "No space left on device"))

    with monkeypatch.context() as broken:
        broken.setattr(files, "write_atomic", full)
        qtbot.keyClicks(editor(panel).text, "precious")
        panel.finish()
        message = context.messages.current
        assert message is not None
        assert "no space left on device" in message.text.lower()
    context.workspace.notes.refresh()
    assert on_disk(context, made.id).note == "precious"


def test_cards_are_read_out_with_quote_and_note(panel: Notes, mark: Mark) -> None:
    mark(note="Patience", color="green", tags=["x"])
    index = panel.view.cards.index(0)
    said = panel.view.cards.data(index, Qt.ItemDataRole.AccessibleTextRole)
    for words in ("Green", "It stands and waits.", "Patience", "#x"):
        assert words in said
    assert ".." not in said
    assert QAccessible.queryAccessibleInterface(panel.view).childCount() >= 1


def test_every_control_of_the_editor_has_a_name(panel: Notes, mark: Mark) -> None:
    panel.edit(mark().id)
    part = editor(panel)
    for control in (part.text, part.tags, part._remove, part._done, *part.colors._dots.values()):
        assert control.accessibleName()


def test_a_link_in_a_card_is_followed_with_its_section(
    panel: Notes, mark: Mark, qtbot: QtBot
) -> None:
    made = mark(note="[[The stork]]")
    place = QPoint(30, top(panel, made.id) + 45)
    with qtbot.waitSignal(panel.link_followed) as followed:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert followed.args == [HERON, "wiki:The stork"]


def test_a_note_of_any_size_and_script_is_painted(panel: Notes, mark: Mark, qtbot: QtBot) -> None:
    mark("waits", note="# Big\n\n" + "```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n" * 30)
    mark("stands", note="😀 " * 3000)
    mark("heron", note="שלום עולם\n\n日本語の注\n\n$x^2$")
    mark("water", note="[" * 5000)
    picture = panel.grab()
    assert not picture.isNull()
    assert len(shown(panel)) == 4


def test_typing_does_not_wait_for_a_slow_disk(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = mark()
    panel.edit(made.id)
    asked, answer = threading.Event(), threading.Event()
    write = files.write_atomic

    def slowly(path: Path, data: bytes) -> object:
        asked.set()
        assert answer.wait(20)
        return write(path, data)

    monkeypatch.setattr(files, "write_atomic", slowly)
    qtbot.keyClicks(editor(panel).text, "first")
    qtbot.waitUntil(asked.is_set, timeout=PAUSE_MS * 5)
    # The disk has not answered yet, and the next words are taken in all the same
    qtbot.keyClicks(editor(panel).text, " and more")
    assert editor(panel).text.toPlainText() == "first and more"
    assert context.workspace.notes.get(made.id).note == "first"
    assert on_disk(context, made.id).note == ""
    answer.set()
    qtbot.waitUntil(lambda: on_disk(context, made.id).note == "first and more", timeout=10_000)
    assert context.workspace.notes.undo() == "Edit Note"
    assert on_disk(context, made.id).note == ""


def test_leaving_while_the_disk_is_slow_saves_all(
    panel: Notes, context: Context, mark: Mark, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = mark()
    panel.edit(made.id)
    asked = threading.Event()
    write = files.write_atomic

    def slowly(path: Path, data: bytes) -> object:
        asked.set()
        time.sleep(0.2)
        return write(path, data)

    monkeypatch.setattr(files, "write_atomic", slowly)
    qtbot.keyClicks(editor(panel).text, "first")
    qtbot.waitUntil(asked.is_set, timeout=PAUSE_MS * 5)
    qtbot.keyClicks(editor(panel).text, " and last")
    panel.finish()
    assert on_disk(context, made.id).note == "first and last"
    qtbot.waitUntil(lambda: not panel._saver.busy)
    assert on_disk(context, made.id).note == "first and last"
    assert context.workspace.notes.notebook is not None
    assert context.workspace.notes.notebook.unwritten.edits == {}


def test_an_act_on_many_is_shown_at_once_and_written_by_and_by(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = context.workspace.page(HERON).text
    notes = context.workspace.notes
    ids = [notes.add(HERON, (at, at + 4)).id for at in range(0, 4 * 40, 4) if text[at].strip()]
    saver = Saver(context, context.bridge)
    context.workspace.keeper.write_later = saver.write
    answer = threading.Event()
    write = files.write_atomic

    def slowly(path: Path, data: bytes) -> object:
        assert answer.wait(20)
        return write(path, data)

    monkeypatch.setattr(files, "write_atomic", slowly)
    notes.edit(ids, color="purple")
    assert {one.color for one in notes.all()} == {"purple"}
    assert {on_disk(context, one).color for one in ids} == {""}
    answer.set()
    qtbot.waitUntil(lambda: not saver.busy, timeout=20_000)
    assert {on_disk(context, one).color for one in ids} == {"purple"}
    assert notes.notebook is not None
    assert notes.notebook.unwritten.edits == {}
    assert notes.undo() == "Change Color"
    context.workspace.keeper.close()
    assert {on_disk(context, one).color for one in ids} == {""}
    qtbot.waitUntil(lambda: not saver.busy, timeout=20_000)


def test_an_editor_outlives_a_drag_of_its_words(panel: Notes, mark: Mark, qtbot: QtBot) -> None:
    panel.edit(mark(note="to be dragged").id)
    writing, kept = editor(panel), []

    def drag() -> None:
        """Wait in a loop within the loop, as Qt does until words are dropped."""
        loop = QEventLoop()
        QTimer.singleShot(0, panel.finish)
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, loop.quit))
        loop.exec()
        kept.append(isValid(writing))

    QTimer.singleShot(0, drag)
    qtbot.waitUntil(lambda: bool(kept) and not isValid(writing))
    assert kept == [True]
