"""Marking as a reader does it: with mouse, by keys alone; changed, removed, taken back, kept."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolButton, QToolTip

from studyapp.gui.panels.notes import Notes

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session
    from studyapp.placing import Placed


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
BOATS = "boats.md"
TEXT = """# Boats

A boat floats on water. Dr. Reed says it weighs 3.5 tons of water. Few believe him at first.

- oars and a rudder
- a sail, if there is wind

> [!tip]- How it is done
> Pull the secret rope.

| Part | Use |
|---|---|
| keel | keeps it upright |

```python
row(boat)
```

""" + "".join(f"Line {n} of the long rest, which is long enough to scroll.\n\n" for n in range(60))


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "boats"
    folder.mkdir()
    (folder / "course.toml").write_text('id = "boats"\ntitle = "All about boats"\n')
    (folder / BOATS).write_text(TEXT, encoding="utf-8")
    (folder / "other.md").write_text("# Other\n\nNothing here.\n", encoding="utf-8")
    return folder


@pytest.fixture
def session(start: Start) -> Session:
    made = start(section=BOATS)
    made.window.resize(1100, 800)
    made.window.reader.setFocus()
    return made


def text_of(session: Session) -> str:
    page = session.window.reader.page
    assert page
    return page.text


def placed(session: Session) -> list[Placed]:
    return session.context.workspace.whereabouts.of_section(BOATS)


def quotes(session: Session) -> list[str]:
    text = text_of(session)
    return [text[one.found.start : one.found.end] for one in placed(session) if one.found]


def point_of(session: Session, offset: int) -> QPoint:
    """Return the left edge of a character, in the viewport."""
    reader = session.window.reader
    return reader.cursorRect(reader.cursor_at(reader.position_of(offset))).center()


def drag(session: Session, qtbot: QtBot, words: str) -> None:
    """Select words as a hand does."""
    text, viewport = text_of(session), session.window.reader.viewport()
    start = text.index(words)
    one, other = point_of(session, start), point_of(session, start + len(words))
    qtbot.mousePress(viewport, LEFT, pos=one)
    qtbot.mouseMove(viewport, (one + other) / 2)
    qtbot.mouseMove(viewport, other)
    qtbot.mouseRelease(viewport, LEFT, pos=other)


def click(session: Session, qtbot: QtBot, words: str) -> None:
    spot = point_of(session, text_of(session).index(words) + 1) + QPoint(2, 0)
    qtbot.mouseClick(session.window.reader.viewport(), LEFT, pos=spot)


def press(
    session: Session, qtbot: QtBot, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None
) -> None:
    for key in keys:
        qtbot.keyClick(session.window.reader, key, held or Qt.KeyboardModifier.NoModifier)


def button(session: Session, command: str) -> QToolButton:
    """Return a button of the popup."""
    popup = session.window.marking.popup.widget
    assert popup
    buttons = popup.findChildren(QToolButton)
    return next(one for one in buttons if one.defaultAction() is session.window.commands[command])


def popup_shown(session: Session) -> bool:
    popup = session.window.marking.popup.widget
    return popup is not None and popup.isVisible()


def test_mark_with_the_mouse_and_the_popup(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats on water")
    assert popup_shown(session)
    assert session.window.reader.hasFocus()
    qtbot.mouseClick(button(session, "notes.green"), LEFT)
    assert quotes(session) == ["floats on water"]
    assert placed(session)[0].annotation.color == "green"
    assert not popup_shown(session)
    assert session.window.reader.selected_range() is None
    assert session.window.reader.hasFocus()


def test_mark_by_letters_and_digits(session: Session, qtbot: QtBot) -> None:
    for words, key in (
        ("A boat", Qt.Key.Key_3),
        ("weighs 3.5", Qt.Key.Key_H),
        ("keel", Qt.Key.Key_U),
    ):
        drag(session, qtbot, words)
        press(session, qtbot, key)
    found = [(one.annotation.kind, one.annotation.color) for one in placed(session)]
    assert found == [("highlight", "blue"), ("highlight", "blue"), ("underline", "blue")]
    assert quotes(session) == ["A boat", "weighs 3.5", "keel"]


def test_letters_typed_elsewhere_mark_nothing(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats")
    field = session.window.findChild(QLineEdit)
    assert field
    field.setFocus()
    qtbot.keyClicks(field, "h1un")
    assert field.text() == "h1un"
    assert placed(session) == []


def test_the_marks_are_there_after_a_restart(session: Session, start: Start, qtbot: QtBot) -> None:
    drag(session, qtbot, "oars and")
    press(session, qtbot, Qt.Key.Key_2)
    session.window.close()
    again = start(section=BOATS)
    qtbot.waitUntil(lambda: len(again.window.reader.marks.all) == 1)
    assert quotes(again) == ["oars and"]
    assert re.fullmatch(r"[0-9A-Z]{26}", again.window.reader.marks.all[0].id)
    again.window.reader.setFocus()
    drag(again, qtbot, "a sail")
    press(again, qtbot, Qt.Key.Key_H)
    assert [one.annotation.color for one in placed(again)] == ["green", "green"]


def test_mark_by_keys_alone_with_the_caret(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    press(session, qtbot, Qt.Key.Key_F7)
    assert reader.selecting.caret
    press(session, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Home)
    press(session, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, held=CTRL)
    press(session, qtbot, Qt.Key.Key_Right, held=CTRL | SHIFT)
    press(session, qtbot, Qt.Key.Key_Left, held=SHIFT)
    assert reader.selected_text() == "floats"
    qtbot.waitUntil(lambda: popup_shown(session))
    press(session, qtbot, Qt.Key.Key_4)
    assert quotes(session) == ["floats"]
    assert reader.selecting.caret
    press(session, qtbot, Qt.Key.Key_Left, Qt.Key.Key_D)
    assert placed(session) == []
    press(session, qtbot, Qt.Key.Key_Escape)
    assert not reader.selecting.caret


def test_mark_sentence_by_sentence(session: Session, qtbot: QtBot) -> None:
    text = text_of(session)
    press(
        session, qtbot, *[Qt.Key.Key_J] * 3, Qt.Key.Key_H, Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_U
    )
    assert quotes(session) == [
        "A boat floats on water.",
        "Dr. Reed says it weighs 3.5 tons of water.",
    ]
    kinds = [(one.annotation.kind, one.annotation.color) for one in placed(session)]
    assert kinds == [("underline", "green"), ("highlight", "yellow")]
    for _ in range(70):
        press(session, qtbot, Qt.Key.Key_J)
    area = session.window.reader.sentence.range
    assert area
    assert area[0] > text.index("Line 50")
    first, last = (session.window.reader.position_of(offset) for offset in area)
    assert session.window.reader.area_of(first, last)
    press(session, qtbot, Qt.Key.Key_Escape)
    assert session.window.reader.sentence.range is None


def test_what_is_done_is_said_to_assistive_technology(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    for module in ("marking", "pen"):
        monkeypatch.setattr(
            f"studyapp.gui.{module}.announce", lambda _at, words: said.append(words)
        )
    press(session, qtbot, *[Qt.Key.Key_J] * 2, Qt.Key.Key_1, Qt.Key.Key_K, Qt.Key.Key_J)
    press(session, qtbot, Qt.Key.Key_U, Qt.Key.Key_D)
    press(session, qtbot, Qt.Key.Key_Z, held=CTRL)
    assert said == [
        "Boats",
        "A boat floats on water.",
        "Highlighted, Yellow",
        "Boats",
        "A boat floats on water. (Yellow, highlight)",
        "Underlined",
        "Removed",
        "Undone: Remove",
    ]


def test_the_sentence_cursor_passes_over_what_is_folded(session: Session, qtbot: QtBot) -> None:
    seen = []
    for _ in range(9):
        press(session, qtbot, Qt.Key.Key_J)
        seen.append(session.window.reader.sentence.words())
    assert "How it is done" in seen
    assert "Part" in seen
    assert not any("secret" in words for words in seen)


def test_recolor_underline_stretch_remove_undo_and_redo(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "boat floats")
    press(session, qtbot, Qt.Key.Key_1)
    click(session, qtbot, "floats")
    assert popup_shown(session)
    qtbot.mouseClick(button(session, "notes.pink"), LEFT)
    assert placed(session)[0].annotation.color == "pink"
    assert button(session, "notes.pink").defaultAction().isChecked()
    qtbot.mouseClick(button(session, "notes.underline"), LEFT)
    assert placed(session)[0].annotation.kind == "underline"
    qtbot.mouseClick(button(session, "notes.end_on"), LEFT)
    assert quotes(session) == ["boat floats on"]
    press(session, qtbot, Qt.Key.Key_Right, held=SHIFT)
    press(session, qtbot, Qt.Key.Key_Left, held=CTRL | SHIFT)
    assert quotes(session) == ["A boat floats on water"]
    qtbot.mouseClick(button(session, "notes.start_on"), LEFT)
    press(session, qtbot, Qt.Key.Key_Left, held=SHIFT)
    assert quotes(session) == ["boat floats on"]
    qtbot.mouseClick(button(session, "notes.remove"), LEFT)
    assert placed(session) == []
    assert not popup_shown(session)
    undo, redo = (session.window.commands[name] for name in ("notes.undo", "notes.redo"))
    assert undo.text() == "Undo Remove"
    press(session, qtbot, Qt.Key.Key_Z, held=CTRL)
    assert quotes(session) == ["boat floats on"]
    assert (undo.text(), redo.text()) == ("Undo Change Passage", "Redo Remove")
    press(session, qtbot, Qt.Key.Key_Z, held=CTRL | SHIFT)
    assert placed(session) == []
    for _ in range(9):
        press(session, qtbot, Qt.Key.Key_Z, held=CTRL)
    assert (undo.text(), undo.isEnabled(), placed(session)) == ("Undo", False, [])


def test_where_marks_overlap_there_is_a_choice(session: Session, qtbot: QtBot) -> None:
    for words, key in (("A boat floats on", Qt.Key.Key_1), ("floats on water", Qt.Key.Key_3)):
        drag(session, qtbot, words)
        press(session, qtbot, key)
    long, short = (one.annotation.id for one in placed(session))
    marking = session.window.marking
    click(session, qtbot, "floats")
    popup = marking.popup.widget
    assert popup
    choices = [
        one
        for one in popup.findChildren(QToolButton)
        if "boat" in one.accessibleName() or "water" in one.accessibleName()
    ]
    assert [one.accessibleName() for one in choices] == ["floats on water", "A boat floats on"]
    assert marking.focused_id == short
    click(session, qtbot, "floats")
    assert marking.focused_id == long
    click(session, qtbot, "floats")
    assert marking.focused_id == short
    popup.findChildren(QToolButton)
    qtbot.mouseClick(
        next(
            one
            for one in popup.findChildren(QToolButton)
            if one.accessibleName() == "A boat floats on" and one.isVisible()
        ),
        LEFT,
    )
    assert marking.focused_id == long
    press(session, qtbot, Qt.Key.Key_M)
    assert marking.focused_id == short
    press(session, qtbot, Qt.Key.Key_Delete)
    assert quotes(session) == ["A boat floats on"]


def test_marks_of_every_kind_of_block_are_kept_and_shown(session: Session, qtbot: QtBot) -> None:
    reader, text = session.window.reader, text_of(session)
    spans = [("Few believe", "a rudder"), ("Part", "upright"), ("row", "boat)")]
    for first, last in spans:
        reader.selecting.select(text.index(first), text.index(last, text.index(first)) + len(last))
        press(session, qtbot, Qt.Key.Key_2)
    assert [
        (q.startswith(a), q.endswith(b)) for q, (a, b) in zip(quotes(session), spans, strict=True)
    ] == [(True, True)] * 3
    assert len(reader.marks.all) == 3


def test_what_is_folded_away_is_not_painted_until_it_is_opened(
    session: Session, qtbot: QtBot
) -> None:
    text, reader = text_of(session), session.window.reader
    session.context.workspace.notes.add(BOATS, (text.index("secret"), text.index(" rope")))
    assert reader.marks.all == ()
    click(session, qtbot, "How it is done")
    assert len(reader.marks.all) == 1
    click(session, qtbot, "How it is done")
    assert reader.marks.all == ()


def test_the_popup_goes_with_escape_and_comes_only_after_dragging(
    session: Session, qtbot: QtBot
) -> None:
    viewport, text = session.window.reader.viewport(), text_of(session)
    one, other = (point_of(session, text.index(words)) for words in ("boat", "water"))
    qtbot.mousePress(viewport, LEFT, pos=one)
    qtbot.mouseMove(viewport, other)
    assert session.window.reader.selected_text()
    assert not popup_shown(session)
    qtbot.mouseRelease(viewport, LEFT, pos=other)
    assert popup_shown(session)
    press(session, qtbot, Qt.Key.Key_Escape)
    assert not popup_shown(session)
    assert session.window.reader.selected_text()


def test_the_popup_follows_its_words_and_hides_with_them(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "keeps it upright")
    popup, bar = session.window.marking.popup.widget, session.window.reader.bar
    assert popup
    before = popup.y()
    bar.setValue(bar.value() + 60)
    assert popup.y() == before - 60
    bar.setValue(bar.maximum())
    assert not popup.isVisible()
    bar.setValue(0)
    assert popup.isVisible()


@pytest.mark.parametrize("size", [(1100, 800), (760, 420), (560, 340), (1500, 300)])
def test_the_popup_is_never_over_the_words(session: Session, size: tuple[int, int]) -> None:
    window, reader, text = session.window, session.window.reader, text_of(session)
    window.resize(*size)
    random = Random(7)
    shown = 0
    for _ in range(60):
        reader.bar.setValue(random.randrange(reader.bar.maximum() // 2))
        start = random.randrange(len(text) // 2)
        reader.selecting.select(start, start + random.choice((3, 12, 80, 400, 4000)))
        reader.selecting.settled.emit()
        popup, area = window.marking.popup.widget, reader.selecting.area()
        if popup is None or area is None or not popup.isVisible():
            continue
        shown += 1
        words = area.translated(reader.viewport().mapTo(window, QPoint(0, 0)))
        assert not popup.geometry().intersects(words)
        assert window.rect().contains(popup.geometry())
    assert shown > 20


def test_what_is_selected_can_be_searched_for(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "weighs 3.5 tons")
    with qtbot.waitSignal(session.window.marking.search_requested) as asked:
        qtbot.mouseClick(button(session, "notes.search"), LEFT)
    assert asked.args == ["weighs 3.5 tons"]


def test_a_note_is_written_where_it_is_asked_for(session: Session, qtbot: QtBot) -> None:
    window = session.window

    def write(words: str) -> None:
        editor = QApplication.focusWidget()
        assert isinstance(editor, QPlainTextEdit)
        qtbot.keyClicks(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        window.reader.setFocus()

    press(session, qtbot, Qt.Key.Key_N)
    write("On all of it")
    drag(session, qtbot, "rudder")
    press(session, qtbot, Qt.Key.Key_N)
    write("Which h1?")
    press(session, qtbot, Qt.Key.Key_J, Qt.Key.Key_N)
    write("A title")
    click(session, qtbot, "rudder")
    press(session, qtbot, Qt.Key.Key_N)
    write(" And why?")
    found = [(one.annotation.kind, one.annotation.note) for one in placed(session)]
    assert found == [
        ("note", "On all of it"),
        ("highlight", "A title"),
        ("highlight", "Which h1? And why?"),
    ]
    assert [sign.kind for sign in window.reader.marks.signs()] == ["note", "note"]


def test_the_card_of_a_mark_and_the_mark_point_to_each_other(
    session: Session, qtbot: QtBot
) -> None:
    drag(session, qtbot, "rudder")
    press(session, qtbot, Qt.Key.Key_1)
    one = placed(session)[0].annotation.id
    session.window.show_panel("notes")
    panel = session.window.panel("notes")
    assert isinstance(panel, Notes)
    click(session, qtbot, "rudder")
    assert panel.view.cards.cards[panel.view.currentIndex().row()].annotation.id == one
    press(session, qtbot, Qt.Key.Key_Escape)
    assert session.window.reader.marks.focused == ""
    panel.mark_chosen.emit(one)
    assert session.window.reader.marks.focused == one
    assert not popup_shown(session)


def test_a_sign_in_the_margin_leads_to_its_notes_one_by_one(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes, text, reader = session.context.workspace.notes, text_of(session), session.window.reader
    ids = [
        notes.add(BOATS, (text.index(words), text.index(words) + 5), note=f"About <b>{words}").id
        for words in ("boat floats", "weighs")
    ]
    activated: list[str] = []
    session.window.marking.mark_activated.connect(activated.append)
    signs = list(reader.marks.signs())
    assert [len(sign.marks) for sign in signs] == [2]
    spot = (signs[0].rect.center() - reader.view_offset()).toPoint()
    for _ in range(3):
        qtbot.mouseClick(reader.viewport(), LEFT, pos=spot)
    assert activated == [*ids, ids[0]]
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: told.append(words))
    hint = QHelpEvent(QEvent.Type.ToolTip, spot, reader.viewport().mapToGlobal(spot))
    QApplication.sendEvent(reader.viewport(), hint)
    assert "About &lt;b&gt;weighs" in told[0]


def test_a_bookmark_is_put_and_taken_away(session: Session, qtbot: QtBot) -> None:
    press(session, qtbot, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_B)
    assert [
        (one.annotation.kind, q) for one, q in zip(placed(session), quotes(session), strict=True)
    ] == [("bookmark", "A boat floats on water.")]
    assert [sign.kind for sign in session.window.reader.marks.signs()] == ["bookmark"]
    press(session, qtbot, Qt.Key.Key_B)
    assert placed(session) == []


def test_a_bookmark_is_no_ink(session: Session, qtbot: QtBot) -> None:
    press(session, qtbot, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_B, Qt.Key.Key_1, Qt.Key.Key_D)
    assert [one.annotation.kind for one in placed(session)] == ["bookmark"]


def test_the_popup_goes_when_the_keyboard_does(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats on water")
    assert popup_shown(session)
    press(session, qtbot, Qt.Key.Key_F6, held=SHIFT)
    assert not popup_shown(session)


def test_the_menu_of_the_page_works_on_the_mark_under_the_mouse(
    session: Session, qtbot: QtBot
) -> None:
    drag(session, qtbot, "floats on water")
    press(session, qtbot, Qt.Key.Key_1)
    reader = session.window.reader
    spot = point_of(session, text_of(session).index("floats") + 2)
    reader.menu_requested.emit(spot)
    assert session.window.commands["notes.remove"].isEnabled()
    session.window.commands["notes.remove"].trigger()
    assert placed(session) == []


def test_undoing_what_is_elsewhere_says_so(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats on water")
    press(session, qtbot, Qt.Key.Key_1)
    press(session, qtbot, Qt.Key.Key_PageDown, held=CTRL)
    qtbot.waitUntil(lambda: session.window.place().section == "other.md", timeout=20_000)
    press(session, qtbot, Qt.Key.Key_Z, held=CTRL)
    message = session.context.messages.current
    assert message
    assert message.text == "Undone: Highlight"
    assert placed(session) == []


def test_words_are_copied_with_their_source(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats on water")
    press(session, qtbot, Qt.Key.Key_X)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("> floats on water\n>\n> — [Boats](studyapp://boats/boats.md#boats:~:")
    assert "floats%20on%20water" in copied
    assert copied.endswith("), All about boats\n")


def test_colors_are_called_what_the_user_calls_them(session: Session, qtbot: QtBot) -> None:
    session.context.settings.color_yellow = "Exam"
    drag(session, qtbot, "floats")
    action = session.window.commands["notes.yellow"]
    assert (action.text(), action.toolTip()) == ("Highlight: Exam", "Highlight: Exam (1)")
    session.context.settings.color_yellow = "  "
    session.window.commands.refresh()
    assert action.text() == "Highlight: Yellow"


def test_a_page_that_changed_on_disk_is_not_marked_at_the_wrong_words(
    session: Session, qtbot: QtBot, course_folder: Path
) -> None:
    drag(session, qtbot, "floats on")
    (course_folder / BOATS).write_text(
        "# Boats\n\nNew words before all. " + TEXT[10:], encoding="utf-8"
    )
    press(session, qtbot, Qt.Key.Key_H)
    assert placed(session) == []
    qtbot.waitUntil(lambda: "New words" in text_of(session), timeout=20_000)
    assert session.context.messages.current


def test_marks_follow_another_theme_and_size(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats on")
    press(session, qtbot, Qt.Key.Key_1)
    session.context.settings.theme = "dark"
    session.context.settings.text_size = 24
    spot = point_of(session, text_of(session).index("floats") + 3)
    image = session.window.reader.viewport().grab().toImage()
    fill = session.context.theme["highlight_yellow"].name()
    assert fill in {image.pixelColor(spot.x(), spot.y() + y).name() for y in range(-20, 20)}


def test_another_section_has_other_marks(session: Session, qtbot: QtBot) -> None:
    drag(session, qtbot, "floats on")
    press(session, qtbot, Qt.Key.Key_1)
    press(session, qtbot, Qt.Key.Key_PageDown, held=CTRL)
    qtbot.waitUntil(lambda: session.window.place().section == "other.md", timeout=20_000)
    assert session.window.reader.marks.all == ()
    press(session, qtbot, Qt.Key.Key_PageUp, held=CTRL)
    qtbot.waitUntil(lambda: session.window.place().section == BOATS, timeout=20_000)
    assert len(session.window.reader.marks.all) == 1
