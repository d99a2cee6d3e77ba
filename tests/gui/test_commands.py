"""Rows become actions, menus and keys."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from studyapp.gui.commands import Actions, Command, clashes
from studyapp.model import StudyError


class Book:
    """A desk that notes what was asked of it."""

    def __init__(self, theme, own=None):
        self.asked, self.errors, self.dark, self.usable = [], [], False, True
        self.context = SimpleNamespace(
            settings=SimpleNamespace(shortcuts=own or {}),
            theme=theme,
            messages=SimpleNamespace(error=lambda error, **_: self.errors.append(str(error))),
        )


def switch(desk):
    desk.dark = not desk.dark


def refuse(desk):
    raise StudyError("course", "gone")


ROWS = (
    Command("next", "Next", "Go", lambda desk: desk.asked.append("next"), "Ctrl+PgDown Alt+N"),
    Command("back", "Back", "Go", refuse, "Alt+Left", group="history"),
    Command("dark", "Dark & quiet…", "View", switch, on=lambda desk: desk.dark),
    Command("off", "Off", "View", when=lambda desk: desk.usable),
    Command(
        "recent",
        "Recent",
        "Go",
        rows=lambda desk: [Command(f"r{n}", f"Course {n}", "") for n in range(len(desk.asked))],
    ),
    Command("hidden", "Hidden", "", lambda desk: desk.asked.append("hidden"), "F8"),
)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(theme):
    return Book(theme)


@pytest.fixture
def actions(desk, window):
    return Actions(desk, window, ROWS)


def test_a_key_runs_the_command_in_each_of_its_ways(actions, desk, window, qtbot):
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert desk.asked == ["next", "next", "hidden"]


def test_the_users_own_keys_replace_the_given_ones(theme, window):
    desk = Book(theme, {"next": "Ctrl+J", "back": ""})
    actions = Actions(desk, window, ROWS)
    assert [keys.toString() for keys in actions["next"].shortcuts()] == ["Ctrl+J"]
    assert actions["back"].shortcuts() == []
    assert actions["next"].toolTip() == "Next (Ctrl+J)"
    assert actions["back"].toolTip() == "Back"


def test_what_the_user_can_mend_goes_to_the_messages(actions, desk):
    actions["back"].trigger()
    assert desk.errors == ["course: gone"]


def test_switches_and_what_cannot_be_used_are_shown_so(actions, desk):
    desk.usable = False
    actions["dark"].trigger()
    assert actions["dark"].isChecked()
    assert not actions["off"].isEnabled()
    actions["dark"].trigger()
    assert not actions["dark"].isChecked()


def test_a_menu_has_its_groups_together_with_rules_between_them(actions):
    menu = actions.menu("Go")
    assert [a.text() for a in menu.actions()] == ["Next", "Recent", "", "Back"]
    assert [a.text() for a in actions.menu("View").actions()] == ["Dark && quiet…", "Off"]


def test_an_inner_menu_is_filled_whenever_it_opens(actions, desk):
    rows = actions.menu("Go").actions()  # kept: with its action PySide6 lets go of the inner menu
    inner = rows[1].menu()
    desk.asked = ["a", "b"]
    inner.aboutToShow.emit()
    assert [a.text() for a in inner.actions()] == ["Course 0", "Course 1"]
    desk.asked = []
    inner.aboutToShow.emit()
    assert inner.actions() == []


def test_clashing_keys_are_found_whatever_their_spelling():
    rows = [Command("a", "A", "", shortcut="Ctrl+PgDown F3"), Command("b", "B", "", shortcut="f3")]
    assert clashes(rows, {}) == [("F3", "a", "b")]
    assert clashes(rows, {"b": "F4"}) == []
    assert clashes(rows, {"b": "ctrl+pgdown"}) == [("Ctrl+PgDown", "a", "b")]


def test_plain_letters_count_only_on_the_page(desk, window, qtbot):
    page, field = QPlainTextEdit(window, readOnly=True), QLineEdit(window)
    desk.reader = page
    row = Command("mark", "Mark", "", lambda desk: desk.asked.append("mark"), "H", where="page")
    Actions(desk, window, [row])
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_H)
    assert (desk.asked, field.text()) == ([], "h")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_H)
    assert desk.asked == ["mark"]


def test_a_title_says_how_things_are_now(desk, window):
    row = Command("undo", "Undo", "", shortcut="Ctrl+Z", name=lambda desk: " & ".join(desk.asked))
    actions = Actions(desk, window, [row])
    desk.asked = ["Undo", "tell"]
    actions.refresh()
    assert actions["undo"].text() == "Undo && tell"
    assert actions["undo"].toolTip() == "Undo & tell (Ctrl+Z)"
