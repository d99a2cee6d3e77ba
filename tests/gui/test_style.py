"""Style: every control in the theme's colors, the focus seen, no stub beside a selected row."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QTextBrowser,
    QToolButton,
    QTreeView,
)
from wcag import ratio

from studyapp.gui import icons, style
from studyapp.gui.theme import Themes


@pytest.fixture(params=["light", "sepia", "dark", "contrast"])
def each(request, qapp):
    theme = Themes().find(request.param)
    style.apply(qapp, theme)
    yield theme
    qapp.setStyleSheet("")


def tree() -> QTreeView:
    model = QStandardItemModel()
    chapter = QStandardItem("Chapter")
    chapter.appendRows([QStandardItem("One"), QStandardItem("Two")])
    model.appendRow(chapter)
    view = QTreeView()
    view.setModel(model)
    model.setParent(view)
    view.setHeaderHidden(True)
    view.expandAll()
    view.resize(240, 160)
    return view


def test_the_sheet_names_only_roles(each):
    assert "$" not in style.sheet(each)


def test_the_palette_follows_the_theme(qapp, each):
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == each["panel_ink"]
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == each["selected"]


def test_a_selected_row_is_one_pill_from_edge_to_edge(qtbot, each):
    view = tree()
    qtbot.addWidget(view)
    index = view.model().index(1, 0, view.model().index(0, 0))
    view.setCurrentIndex(index)
    picture = view.viewport().grab().toImage()
    y = view.visualRect(index).bottom() - 4
    row = {picture.pixelColor(x, y).name() for x in range(8, view.viewport().width() - 8)}
    assert row == {each["selected"].name()}


def test_the_chevron_of_a_selected_row_can_be_seen(qtbot, each):
    view = tree()
    qtbot.addWidget(view)
    index = view.model().index(0, 0)
    view.setCurrentIndex(index)
    area = view.visualRect(index)
    picture = view.viewport().grab().toImage()
    chevron = {
        picture.pixelColor(x, y).name()
        for x in range(2, area.left())
        for y in range(area.top() + 4, area.bottom() - 4)
    }
    assert len(chevron) > 1


def test_rows_leave_room_for_a_finger(qtbot, each):
    view = tree()
    qtbot.addWidget(view)
    assert view.visualRect(view.model().index(0, 0)).height() >= 26


@pytest.mark.parametrize("control", [QCheckBox, QRadioButton])
def test_a_checked_box_looks_different(qtbot, each, control):
    box = control("Choice")
    qtbot.addWidget(box)
    off = box.grab().toImage()
    box.setChecked(True)
    assert box.grab().toImage() != off


@pytest.mark.parametrize("control", [QComboBox, QSpinBox, QLineEdit])
def test_a_field_shows_its_ground_and_its_focus(qtbot, each, control):
    field = control()
    qtbot.addWidget(field)
    field.resize(120, 32)
    field.show()
    qtbot.waitExposed(field)
    field.clearFocus()
    away = field.grab().toImage()
    assert away.pixelColor(60, 5) == each["input"]
    field.activateWindow()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(field.hasFocus)
    ring = field.grab().toImage()
    assert each["focus"].name() in {ring.pixelColor(60, y).name() for y in range(3)}
    assert each["focus"].name() not in {away.pixelColor(60, y).name() for y in range(3)}


def test_lists_and_menus_paint_in_every_theme(qtbot, each):
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems(["One", "Two"])
    rows.setCurrentRow(0)
    picture = rows.viewport().grab().toImage()
    assert (
        picture.pixelColor(200, rows.visualItemRect(rows.item(0)).center().y()) == each["selected"]
    )
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Checked").setCheckable(True)
    off = menu.grab().toImage()
    menu.actions()[0].setChecked(True)
    menu.addMenu("More")
    assert menu.grab().toImage() != off


def test_what_clears_a_field_is_drawn_in_the_colors_of_the_theme(qtbot, each):
    field = QLineEdit(clearButtonEnabled=True)
    qtbot.addWidget(field)
    cross = field.style().standardIcon(QStyle.StandardPixmap.SP_LineEditClearButton)
    middle = cross.pixmap(16, 16).toImage().pixelColor(8, 8)
    assert middle.name() == each["panel_muted"].name()


def test_what_is_on_in_a_menu_is_framed_and_not_only_in_another_color(qtbot, each):
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(icons.icon("search", each), "Panel")
    action.setCheckable(True)
    edge = menu.actionGeometry(action).adjusted(0, 0, -menu.actionGeometry(action).width() + 34, 0)
    off = framed(menu.grab().toImage(), edge, each)
    action.setChecked(True)
    on = framed(menu.grab().toImage(), edge, each)
    assert on - off > 40


def framed(picture, area, theme):
    """Return how many pixels of an area stand out from the ground of menus."""
    places = itertools.product(range(area.left(), area.right()), range(area.top(), area.bottom()))
    return sum(ratio(picture.pixelColor(*place), theme["input"]) >= 3 for place in places)


def test_a_button_that_is_on_has_an_edge_in_high_contrast(qtbot, qapp):
    theme = Themes().find("contrast")
    style.apply(qapp, theme)
    button = QToolButton(checkable=True, checked=True)
    qtbot.addWidget(button)
    button.resize(32, 32)
    picture = button.grab().toImage()
    assert ratio(picture.pixelColor(16, 0), theme["chrome"]) >= 3
    qapp.setStyleSheet("")


def test_a_second_theme_replaces_the_first(qapp):
    style.apply(qapp, Themes().find("light"))
    first = qapp.styleSheet()
    style.apply(qapp, Themes().find("dark"))
    assert qapp.styleSheet() != first
    assert qapp.palette().color(QPalette.ColorRole.Window) == Themes().find("dark")["panel"]
    qapp.setStyleSheet("")


def test_a_combo_box_has_room_for_its_words(qtbot, each):
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("Literata")
    box.resize(box.sizeHint())
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    field = box.style().subControlRect(control, option, part, box)
    assert field.width() >= box.fontMetrics().horizontalAdvance("Literata")
    assert field.left() >= 8


def test_the_ground_of_a_text_changes_with_the_theme(qapp, qtbot):
    style.apply(qapp, Themes().find("light"))
    text = QTextBrowser()
    qtbot.addWidget(text)
    for name in ("light", "dark", "contrast", "sepia"):
        theme = Themes().find(name)
        style.apply(qapp, theme)
        assert text.viewport().grab().toImage().pixelColor(5, 5) == theme["page"]
    qapp.setStyleSheet("")


def test_the_interface_is_never_tiny(qapp):
    assert style.interface_font().pixelSize() >= 13
