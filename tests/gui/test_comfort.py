"""The text controls and the settings dialog: live, resettable, by keyboard, in any window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from studyapp import files
from studyapp.gui import language, style
from studyapp.gui.catalog import ALL
from studyapp.gui.dialogs.choosers import Faces, Swatches
from studyapp.gui.dialogs.comfort import ROWS, TextControls
from studyapp.gui.dialogs.editors import Measure
from studyapp.gui.dialogs.notebookrow import ChangeDialog, NotebookRow
from studyapp.gui.dialogs.settingrow import SettingRow
from studyapp.gui.dialogs.settings import SettingsDialog
from studyapp.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context


def shown_row(context: Context, row: object, qtbot: QtBot) -> SettingRow:
    made = SettingRow(context, row)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_way_back_is_shown_only_for_what_was_changed(context: Context, qtbot: QtBot) -> None:
    made = shown_row(context, Settings.text_size, qtbot)
    assert not made.reset.isVisible()
    context.settings.text_size = 30
    assert made.reset.isVisible()
    qtbot.mouseClick(made.reset, Qt.MouseButton.LeftButton)
    assert context.settings.text_size == 18
    assert not made.reset.isVisible()


def test_a_reset_leaves_the_keyboard_in_its_row(context: Context, qtbot: QtBot) -> None:
    context.settings.line_height = 2.0
    made = shown_row(context, Settings.line_height, qtbot)
    made.activateWindow()
    made.reset.setFocus()
    qtbot.keyClick(made.reset, Qt.Key.Key_Space)
    assert context.settings.line_height == pytest.approx(1.55)
    assert isinstance(made.editor, Measure)
    qtbot.waitUntil(made.editor.slider.hasFocus)


def test_steps_beside_a_slider_end_at_its_range(context: Context, qtbot: QtBot) -> None:
    context.settings.text_size = 39
    row = shown_row(context, Settings.text_size, qtbot)
    made = row.editor
    assert isinstance(made, Measure)
    qtbot.mouseClick(made.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: context.settings.text_size == 40)
    assert not made.more.isEnabled()
    assert made.less.isEnabled()


def test_what_a_screen_reader_hears_of_a_slider_is_its_number(
    context: Context, qtbot: QtBot
) -> None:
    row = shown_row(context, Settings.column_width, qtbot)
    made = row.editor
    assert isinstance(made, Measure)
    assert made.slider.value() == context.settings.column_width
    assert made.slider.accessibleName() == "Column width"


def test_arrows_put_on_the_next_theme(context: Context, qtbot: QtBot) -> None:
    context.settings.theme = "light"
    row = shown_row(context, Settings.theme, qtbot)
    made = row.editor
    assert isinstance(made, Swatches)
    chosen = next(one for one in made.swatches if one.isChecked())
    assert chosen.text() == "Light"
    row.activateWindow()
    chosen.setFocus()
    qtbot.waitUntil(chosen.hasFocus)
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert context.settings.theme == "sepia"
    context.settings.theme = "dark"
    assert [one.value for one in made.swatches if one.isChecked()] == ["dark"]


def test_a_theme_of_the_users_own_has_a_swatch(context: Context, qtbot: QtBot) -> None:
    folder = context.home.config / "themes"
    folder.mkdir(parents=True)
    (folder / "dusk.toml").write_text('title = "Dusk"\nextends = "dark"\n')
    context.themes = type(context.themes)(folder)
    made = Swatches(context)
    qtbot.addWidget(made)
    dusk = next(one for one in made.swatches if one.value == "dusk")
    qtbot.mouseClick(dusk, Qt.MouseButton.LeftButton)
    assert context.settings.theme == "dusk"


def test_typefaces_show_themselves(context: Context, qtbot: QtBot) -> None:
    row = shown_row(context, Settings.reader_font, qtbot)
    made = row.editor
    assert isinstance(made, Faces)
    place = made.findText("Inter")
    assert made.itemData(place, Qt.ItemDataRole.FontRole).family() == "Inter"
    made.setCurrentIndex(place)
    made.activated.emit(place)
    assert context.settings.reader_font == "Inter"
    context.settings.reader_font = "No such face"
    assert made.currentText() == "No such face"


def inside(widget: QWidget, window: QWidget) -> bool:
    frame = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
    return frame.contains(QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()))


@pytest.mark.parametrize("spoken", ["en", "de"])
@pytest.mark.parametrize("size", [(1440, 900), (1000, 700), (640, 360)])
def test_the_controls_stay_inside_the_window(
    size: tuple[int, int], spoken: str, context: Context, parent: QWidget, qtbot: QtBot
) -> None:
    context.settings.language = spoken
    language.use(QApplication.instance(), context.settings)
    style.apply(QApplication.instance(), context.theme)
    parent.resize(*size)
    button = QPushButton("Aa", parent)
    button.move(size[0] - 120, 8)
    parent.show()
    controls = TextControls(context, parent)
    qtbot.addWidget(controls)
    controls.open_below(button)
    assert inside(controls, parent)
    needed = controls.area.widget().minimumSizeHint().width()
    assert needed <= controls.area.viewport().width()
    last = controls.rows[-1].editor
    last.setFocus()
    controls.area.ensureWidgetVisible(last, 0, 0)
    at = last.mapTo(controls, QPoint(last.width() // 2, last.height() // 2))
    assert controls.rect().contains(at)
    QApplication.instance().setStyleSheet("")


def test_without_its_button_the_controls_open_in_the_window_all_the_same(
    context: Context, parent: QWidget, qtbot: QtBot
) -> None:
    button = QPushButton("Aa", parent)
    parent.show()
    button.hide()
    controls = TextControls(context, parent)
    qtbot.addWidget(controls)
    controls.open_below(button)
    assert inside(controls, parent)


def test_tab_goes_through_the_controls_and_ends_at_reset(
    context: Context, parent: QWidget, qtbot: QtBot
) -> None:
    context.settings.text_size = 20
    button = QPushButton("Aa", parent)
    parent.show()
    controls = TextControls(context, parent)
    qtbot.addWidget(controls)
    controls.open_below(button)
    visited: list[QWidget] = []
    for _ in range(7):
        focused = QApplication.focusWidget() or controls.focusWidget()
        visited.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    rows = {row.row.name: row for row in controls.rows}
    assert visited[1] is rows["reader_font"].editor
    assert rows["text_size"].reset in visited
    assert visited[-1] is controls.reset_button
    for row in controls.rows:
        assert any(row.editor is one or row.editor.isAncestorOf(one) for one in visited)


def test_resetting_all_is_offered_once_something_was_changed(
    context: Context, parent: QWidget, qtbot: QtBot
) -> None:
    controls = TextControls(context, parent)
    qtbot.addWidget(controls)
    assert not controls.reset_button.isEnabled()
    context.settings.theme, context.settings.reader_font = "dark", "Inter"
    assert controls.reset_button.isEnabled()
    qtbot.mouseClick(controls.reset_button, Qt.MouseButton.LeftButton)
    assert [context.settings.value_of(row) for row in ROWS] == [row.default for row in ROWS]


def test_a_setting_is_found_by_its_words(context: Context, qtbot: QtBot) -> None:
    dialog = SettingsDialog(context, ALL)
    qtbot.addWidget(dialog)
    dialog.show()
    choices = dialog.choices

    def shown() -> list[str]:
        rows = [row for _, rows in choices.groups for row in rows if row.isVisible()]
        return [row.row.name for row in rows if isinstance(row, SettingRow)]

    assert len(shown()) == len([row for row in Settings.rows() if row.group])
    qtbot.keyClicks(choices.field, "line hei")
    assert shown() == ["line_height"]
    assert [title.text() for title, _ in choices.groups if title.isVisible()] == ["Reading"]
    choices.field.setText("zebra")
    assert shown() == []
    choices.field.clear()
    assert "theme" in shown()


def test_the_dialog_follows_the_theme_it_sets(context: Context, qtbot: QtBot) -> None:
    dialog = SettingsDialog(context, ALL)
    qtbot.addWidget(dialog)
    made = [row for _, rows in dialog.choices.groups for row in rows]
    row = next(one for one in made if isinstance(one, SettingRow) and one.row.name == "theme")
    before = row.reset.icon().cacheKey()
    context.theme = context.themes.find("dark")
    style.apply(QApplication.instance(), context.theme)
    context.bridge.theme_changed.emit()
    assert row.reset.icon().cacheKey() != before


@pytest.fixture
def notebook_row(context: Context, qtbot: QtBot) -> NotebookRow:
    made = NotebookRow(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_folder_of_the_notebook_is_shown(notebook_row: NotebookRow, context: Context) -> None:
    assert notebook_row.where.text() == str(context.home.notebook)
    assert not notebook_row.later.isVisible()
    assert not notebook_row.usual.isVisible()


def test_another_folder_is_chosen_for_the_next_start_once_it_is_said_what_that_means(
    notebook_row: NotebookRow, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    notebook_row.take(folder)
    dialog = notebook_row.findChild(ChangeDialog)
    assert dialog is not None
    assert "Nothing is moved" in dialog.said.text()
    assert str(folder) in dialog.said.text()
    assert files.chosen_notebook(context.home.config) is None
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert files.chosen_notebook(context.home.config) == folder
    assert notebook_row.later.text() == f"From the next start: {folder}"
    qtbot.mouseClick(notebook_row.usual, Qt.MouseButton.LeftButton)
    assert files.chosen_notebook(context.home.config) is None
    assert not notebook_row.later.isVisible()


def test_a_folder_of_a_course_is_refused_for_the_notebook(
    notebook_row: NotebookRow, context: Context, course_folder: Path
) -> None:
    notebook_row.take(course_folder)
    assert notebook_row.findChild(ChangeDialog) is None
    assert "a course is never written to" in notebook_row.later.text()
    assert files.chosen_notebook(context.home.config) is None
