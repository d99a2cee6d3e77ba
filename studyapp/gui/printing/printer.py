"""Sends a `Book` to a printer that the system's own dialog has chosen.

Imported only when something is printed: QtPrintSupport is a library of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from studyapp.gui.language import translate
from studyapp.gui.printing.slices import Progress
from studyapp.model import StudyError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.printing.book import Book
    from studyapp.gui.printing.slices import Steps


def asked_printer(book: Book, parent: QWidget) -> QPrinter | None:
    """Return the printer that the user chooses, set up for the book's paper; None for none."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(book.title)
    printer.setFullPage(True)
    size = QSizeF(book.sheet.width, book.sheet.height) * book.sheet.scale
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    paper = QPageSize(size, QPageSize.Unit.Point, "", match)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, book.pages)
    return printer if dialog.exec() else None


def printed(book: Book, printer: QPrinter) -> Steps:
    """Print in steps; StudyError when the printer does not take it."""
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or book.pages, book.pages)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / book.sheet.width, paper.height() / book.sheet.height)
    with QPainter(printer) as painter:
        if not painter.isActive():
            name = printer.printerName() or printer.outputFileName()
            raise StudyError(
                translate("Printing", "cannot print"),
                translate("Printing", "{} does not answer").format(name),
                translate("Printing", "see whether it is switched on"),
            )
        painter.scale(scale, scale)
        for number, page in enumerate(range(first, last)):
            if number:
                printer.newPage()
            book.paint(painter, page)
            yield Progress(number + 1, last - first)
