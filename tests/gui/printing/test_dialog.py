"""The dialog: what is chosen is remembered and shown; what is asked for is done or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog

from studyapp.gui.dialogs.printing import PrintDialog
from studyapp.gui.memory import load, save
from studyapp.gui.printing.printer import printed
from studyapp.gui.printing.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

HERON = "01-waders/01-heron.md"


@pytest.fixture
def opened(qtbot: QtBot, context: Context) -> Callable[..., PrintDialog]:
    def begin(*, wait: bool = True) -> PrintDialog:
        dialog = PrintDialog(context, HERON)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        if wait:
            qtbot.waitUntil(lambda: "page" in dialog.told.text(), timeout=20_000)
        return dialog

    return begin


@pytest.fixture
def chosen_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that the user names when asked."""
    path = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def pages(dialog: PrintDialog) -> int:
    return int(dialog.told.text().split()[0])


def choose(dialog: PrintDialog, name: str, value: object) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))


def test_the_pages_follow_what_is_chosen(qtbot, opened):
    dialog = opened()
    few = pages(dialog)
    choose(dialog, "text_size", 18)
    qtbot.waitUntil(lambda: "page" in dialog.told.text() and pages(dialog) > few, timeout=20_000)
    choose(dialog, "text_size", 8)
    choose(dialog, "margins", "narrow")
    qtbot.waitUntil(lambda: "page" in dialog.told.text() and pages(dialog) <= few, timeout=20_000)
    choose(dialog, "scope", "course")
    qtbot.waitUntil(lambda: "page" in dialog.told.text() and pages(dialog) > few, timeout=20_000)


def test_choices_are_remembered(qtbot, opened, context, home):
    dialog = opened()
    choose(dialog, "paper", "Letter")
    choose(dialog, "notes", "margin")
    dialog.findChild(QCheckBox, "answers").setChecked(False)
    save(context.memory, home.state)
    printing = load(home.state).printing
    assert (printing.paper, printing.notes, printing.answers) == ("Letter", "margin", False)
    again = opened()
    assert again.findChild(QComboBox, "paper").currentText() == "Letter"
    assert not again.findChild(QCheckBox, "answers").isChecked()


def test_the_pages_are_painted_in_the_preview(opened):
    dialog = opened()
    preview = dialog.preview
    image = preview.grab().toImage()
    ratio = image.devicePixelRatio()
    middle = preview.page_rect(0).center() * ratio
    colors = {
        image.pixelColor(x, y).name()
        for x in range(middle.x() - 90, middle.x() + 90)
        for y in range(middle.y() - 90, middle.y() + 90, 3)
    }
    assert "#ffffff" in colors
    assert len(colors) > 8, "letters are there too"


def test_saving_writes_the_file_and_says_so(qtbot, opened, context, chosen_file):
    dialog = opened()
    count = pages(dialog)
    dialog.pdf_button.click()
    qtbot.waitUntil(chosen_file.exists, timeout=20_000)
    qtbot.waitUntil(lambda: context.messages.current is not None, timeout=20_000)
    assert len(pypdfium2.PdfDocument(chosen_file)) == count
    assert "out.pdf" in context.messages.current.text


def test_saving_may_be_asked_for_before_the_pages_are_there(qtbot, opened, chosen_file):
    dialog = opened(wait=False)
    choose(dialog, "scope", "course")
    dialog.pdf_button.click()
    qtbot.waitUntil(chosen_file.exists, timeout=20_000)
    assert "Contents" in [mark.get_title() for mark in pypdfium2.PdfDocument(chosen_file).get_toc()]


def test_a_file_that_cannot_be_written_is_told_in_the_dialog(qtbot, opened, monkeypatch, tmp_path):
    (tmp_path / "a-file").write_text("")
    path = str(tmp_path / "a-file" / "out.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    dialog = opened()
    dialog.pdf_button.click()
    qtbot.waitUntil(lambda: "a-file" in dialog.told.text(), timeout=20_000)
    assert dialog.told.property("failed")
    assert dialog.isVisible()
    assert dialog.print_button.isEnabled()


def test_closing_stops_the_work(qtbot, opened, context, chosen_file):
    dialog = opened(wait=False)
    choose(dialog, "scope", "course")
    dialog.pdf_button.click()
    dialog.reject()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    assert dialog.book is None
    assert not any(work.busy for work in dialog.findChildren(Slices))
    assert not chosen_file.exists()


def test_every_control_has_a_name(opened):
    dialog = opened()
    for box in dialog.findChildren(QComboBox):
        assert box.accessibleName()
    assert dialog.preview.accessibleName()
    assert dialog.bar.accessibleName()


def test_a_printer_that_writes_a_file_gets_the_pages(opened, tmp_path, qtbot):
    dialog = opened()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    printer.setFromTo(2, 3)
    Slices(printed(dialog.book, printer)).finish()
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == 2
    assert f"2 of {pages(dialog)}" in document[0].get_textpage().get_text_range()
