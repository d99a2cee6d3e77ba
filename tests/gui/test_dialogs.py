"""Settings, keys, text controls, links, states: what they show and what they do."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QTreeWidgetItem, QWidget

from studyapp.course.links import Target
from studyapp.gui.appearance import Appearance
from studyapp.gui.catalog import ALL
from studyapp.gui.dialogs.about import AboutDialog
from studyapp.gui.dialogs.comfort import TextControls
from studyapp.gui.dialogs.editors import Choice, Measure, Switch, Words, editor
from studyapp.gui.dialogs.links import LinkDialog, follow
from studyapp.gui.dialogs.settings import SettingsDialog
from studyapp.gui.dialogs.shortcuts import ShortcutEditor, ShortcutOverlay
from studyapp.gui.states import StatePage, Way
from studyapp.model import Location
from studyapp.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context


def test_every_setting_in_a_group_has_an_editor(context: Context, qtbot: QtBot) -> None:
    dialog = SettingsDialog(context, ALL)
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    switches = " ".join(switch.text() for switch in dialog.findChildren(Switch))
    assert [r.title for r in Settings.rows() if r.group and r.title not in said + switches] == []


def test_words_are_set_while_they_are_typed(context: Context, qtbot: QtBot) -> None:
    made = editor(context, Settings.color_pink)
    assert isinstance(made, Words)
    qtbot.addWidget(made)
    made.selectAll()
    qtbot.keyClicks(made, "Doubt")
    assert context.settings.color_pink == "Doubt"
    context.settings.color_pink = "Question"
    assert made.text() == "Question"


def test_a_slider_sets_its_number_and_follows_it(context: Context, qtbot: QtBot) -> None:
    made = editor(context, Settings.text_size)
    assert isinstance(made, Measure)
    qtbot.addWidget(made)
    made.slider.setValue(made.slider.value() + 4)
    qtbot.waitUntil(lambda: context.settings.text_size == 22)
    assert made.value.text() == "22 px"
    context.settings.text_size = 30
    assert made.value.text() == "30 px"


def test_a_fractional_number_keeps_its_places(context: Context, qtbot: QtBot) -> None:
    made = editor(context, Settings.line_height)
    assert isinstance(made, Measure)
    qtbot.addWidget(made)
    assert made.value.text() == "1.55"
    made.slider.setValue(made.slider.value() + 1)
    qtbot.waitUntil(lambda: context.settings.line_height == pytest.approx(1.6))


def test_a_choice_offers_what_the_user_brought(context: Context, qtbot: QtBot) -> None:
    context.settings.theme = "dusk"
    made = editor(context, Settings.theme, [("dusk", "Dusk")])
    assert isinstance(made, Choice)
    qtbot.addWidget(made)
    assert made.currentText() == "Dusk"
    made.setCurrentIndex(made.findData("sepia"))
    made.activated.emit(made.currentIndex())
    assert context.settings.theme == "sepia"


def test_a_switch_sets_and_follows(context: Context, qtbot: QtBot) -> None:
    made = editor(context, Settings.reduced_motion)
    assert isinstance(made, Switch)
    qtbot.addWidget(made)
    made.setChecked(True)
    assert context.settings.reduced_motion
    context.settings.reduced_motion = False
    assert not made.isChecked()


def test_the_text_controls_reset_what_they_set(
    context: Context, parent: QWidget, qtbot: QtBot
) -> None:
    context.settings.text_size, context.settings.column_width = 30, 90
    controls = TextControls(context, parent)
    qtbot.mouseClick(controls.reset_button, Qt.MouseButton.LeftButton)
    assert (context.settings.text_size, context.settings.column_width) == (18, 68)


def item_of(editor: ShortcutEditor, command_id: str) -> QTreeWidgetItem:
    for top in range(editor.list.topLevelItemCount()):
        group = editor.list.topLevelItem(top)
        for place in range(group.childCount()):
            row = group.child(place).data(0, Qt.ItemDataRole.UserRole)
            if row.id == command_id:
                return group.child(place)
    raise AssertionError(command_id)


def test_keys_are_changed_refused_when_taken_and_put_back(context: Context, qtbot: QtBot) -> None:
    made = ShortcutEditor(context, ALL)
    qtbot.addWidget(made)
    item = item_of(made, "go.next")
    made.list.setCurrentItem(item)
    made.field.setKeySequence(QKeySequence("F9"))
    qtbot.mouseClick(made.set_button, Qt.MouseButton.LeftButton)
    assert "Contents Panel" in made.said.text()
    assert context.settings.shortcuts == {}
    made.field.setKeySequence(QKeySequence("Ctrl+J"))
    qtbot.mouseClick(made.set_button, Qt.MouseButton.LeftButton)
    assert context.settings.shortcuts == {"go.next": "Ctrl+J"}
    assert item.text(1) == "Ctrl+J"
    qtbot.mouseClick(made.reset_button, Qt.MouseButton.LeftButton)
    assert context.settings.shortcuts == {}


def test_keys_are_found_by_words_and_shown_as_a_reset_left_them(
    context: Context, qtbot: QtBot
) -> None:
    context.settings.shortcuts = {"go.next": "Ctrl+J"}
    made = ShortcutEditor(context, ALL)
    qtbot.addWidget(made)
    item, other = item_of(made, "go.next"), item_of(made, "notes.undo")
    qtbot.keyClicks(made.filter, "ctrl+j")
    assert not item.isHidden()
    assert not item.parent().isHidden()
    assert other.isHidden()
    assert other.parent().isHidden()
    context.settings.reset()
    assert item.text(1) == "Ctrl+PgDown"
    made.filter.clear()
    assert not other.isHidden()


def test_rows_that_were_found_stand_close_together(context: Context, qtbot: QtBot) -> None:
    dialog = SettingsDialog(context, ALL)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choices.field.setText("text size")
    (row,) = [one for _, rows in dialog.choices.groups for one in rows if one.isVisible()]
    qtbot.waitUntil(lambda: 0 < row.height() < row.sizeHint().height() + 12)


def test_a_reset_of_all_can_be_undone(context: Context, qtbot: QtBot) -> None:
    settings = context.settings
    settings.text_size, settings.shortcuts = 24, {"go.next": "Ctrl+J"}
    dialog = SettingsDialog(context, ALL)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert not dialog.undo_button.isVisible()
    qtbot.mouseClick(dialog.reset_button, Qt.MouseButton.LeftButton)
    assert (settings.text_size, settings.shortcuts) == (18, {})
    assert dialog.undo_button.hasFocus()
    qtbot.keyClick(dialog.undo_button, Qt.Key.Key_Space)
    assert (settings.text_size, settings.shortcuts) == (24, {"go.next": "Ctrl+J"})
    assert dialog.reset_button.hasFocus()
    assert not dialog.undo_button.isVisible()


def test_find_means_the_field_of_the_tab_on_show(context: Context, qtbot: QtBot) -> None:
    dialog = SettingsDialog(context, ALL)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    tabs = dialog.findChild(QTabWidget)
    for page, field in enumerate((dialog.choices.field, tabs.widget(1).filter)):
        tabs.setCurrentIndex(page)
        tabs.tabBar().setFocus()
        qtbot.keyClick(tabs.tabBar(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert field.hasFocus()


def test_the_overlay_shows_the_keys_in_force(
    context: Context, parent: QWidget, qtbot: QtBot
) -> None:
    context.settings.shortcuts = {"go.next": "Ctrl+J"}
    overlay = ShortcutOverlay(context, ALL, parent)
    said = [label.text() for label in overlay.findChildren(QLabel)]
    assert "Next Section" in said
    assert "Ctrl+J" in said
    assert "Ctrl+PgDown" not in said


def test_the_overlay_is_filtered_by_words_and_keys(
    context: Context, parent: QWidget, qtbot: QtBot
) -> None:
    overlay = ShortcutOverlay(context, ALL, parent)
    parent.show()
    overlay.show()
    assert overlay.width() <= 1000
    assert overlay.height() <= 700
    qtbot.keyClicks(overlay.filter, "next f6")
    shown = [label.text() for label in overlay.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Go", "Next Pane", "F6"]


def test_keys_scroll_the_overlay(context: Context, parent: QWidget, qtbot: QtBot) -> None:
    overlay = ShortcutOverlay(context, ALL, parent)
    parent.show()
    overlay.show()
    bar = overlay.area.verticalScrollBar()
    qtbot.keyClick(overlay.filter, Qt.Key.Key_PageDown)
    below = bar.value()
    assert below > 0
    qtbot.keyClick(overlay.filter, Qt.Key.Key_Up)
    assert bar.value() < below


def test_about_names_the_folders(context: Context, qtbot: QtBot) -> None:
    dialog = AboutDialog(context)
    qtbot.addWidget(dialog)
    assert str(context.home.notebook) in [label.text() for label in dialog.findChildren(QLabel)]


class Desk:
    """A desk that notes where it was asked to go."""

    def __init__(self, parent: QWidget) -> None:
        self.went: list[Location] = []
        self.said: list[str] = []
        self.parent = parent
        self.context = SimpleNamespace(
            messages=SimpleNamespace(post=lambda text, *_, **__: self.said.append(text))
        )

    def go(self, place: Location) -> None:
        self.went.append(place)

    def window(self) -> QWidget:
        return self.parent


def test_a_link_to_a_section_leads_to_its_top(parent: QWidget) -> None:
    desk = Desk(parent)
    follow(desk, Target("section", Location("a.md")))
    follow(desk, Target("section", Location("a.md", "part")))
    follow(desk, Target("section", Location("b.md", "x"), message="b.md has no heading x"))
    assert desk.went == [
        Location("a.md", offset=0),
        Location("a.md", "part"),
        Location("b.md", "x"),
    ]
    assert desk.said == ["b.md has no heading x"]


@pytest.mark.parametrize("kind", ["missing", "refused"])
def test_a_link_that_leads_nowhere_says_why(kind: str, parent: QWidget) -> None:
    desk = Desk(parent)
    follow(desk, Target(kind, message="there is no c.md"))
    assert desk.said == ["there is no c.md"]
    assert desk.went == []


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
        ("https://b\u00fccher.de/", "https://b\u00fccher.de/\n(xn--bcher-kva.de)"),
    ],
)
def test_an_address_is_shown_whole(address: str, shown: str, qtbot: QtBot) -> None:
    dialog = LinkDialog(QUrl(address))
    qtbot.addWidget(dialog)
    assert dialog.address.toPlainText() == shown


def test_an_address_can_be_copied_instead(qtbot: QtBot) -> None:
    dialog = LinkDialog(QUrl("https://example.org/a%20b"))
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "https://example.org/a%20b"


def test_a_state_shows_its_ways_out_and_no_older_ones(context: Context, qtbot: QtBot) -> None:
    ran: list[str] = []
    page = StatePage(context.theme)
    qtbot.addWidget(page)
    page.show()
    page.show_state("clock", "First", "", (Way("Old", lambda: ran.append("old")),))
    page.show_state("clock", "Then", "more", (Way("New", lambda: ran.append("new")),))

    def shown() -> list[QPushButton]:
        return [button for button in page.findChildren(QPushButton) if button.isVisible()]

    qtbot.waitUntil(lambda: [button.text() for button in shown()] == ["New"])
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)
    assert ran == ["new"]


def test_the_theme_follows_setting_and_desktop(
    context: Context, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    context.bridge.theme_changed.connect(lambda: told.append(context.theme.id))
    appearance = Appearance(context, qapp)
    context.settings.theme = "sepia"
    monkeypatch.setattr("studyapp.gui.appearance.system_is_dark", lambda: True)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told == ["sepia"]
    context.settings.theme = "system"
    assert told == ["sepia", "dark"]
    monkeypatch.setattr("studyapp.gui.appearance.system_is_dark", lambda: False)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert told == ["sepia", "dark", "light"]
    appearance.deleteLater()


def test_a_theme_of_the_users_own_can_be_chosen(context: Context, home: Path, qapp: object) -> None:
    folder = context.home.config / "themes"
    folder.mkdir(parents=True)
    (folder / "dusk.toml").write_text('title = "Dusk"\nextends = "dark"\n')
    context.themes = type(context.themes)(folder)
    appearance = Appearance(context, qapp)
    context.settings.theme = "dusk"
    assert context.theme.title == "Dusk"
    appearance.deleteLater()
