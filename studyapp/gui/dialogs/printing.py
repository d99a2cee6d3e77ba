"""Print and export as PDF: what, on which paper, with which notes; the pages beside it.

`gui.printing.commands` opens it. What is chosen is remembered; the preview follows at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QLocale, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.files import portable_name
from studyapp.gui.announcing import announce
from studyapp.gui.dialogs.fitting import fit, scrolled
from studyapp.gui.dialogs.leaving import GoesWithSection
from studyapp.gui.language import said
from studyapp.gui.printing import pdf
from studyapp.gui.printing.composing import Composer, sections_of
from studyapp.gui.printing.preview import Preview
from studyapp.gui.printing.sheet import usual_paper
from studyapp.gui.printing.slices import Progress, Slices
from studyapp.gui.stops import put_in_order, stops_of
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studyapp.gui.context import Context, Desk
    from studyapp.gui.printing.book import Book
    from studyapp.gui.printing.slices import Steps

COMPOSE_AFTER_MS = 120
"""Several choices made quickly are followed once."""
SIZES = (8, 9, 10, 10.5, 11, 12, 13, 14, 16, 18)
"""Of text, in points."""


def open_printing(desk: Desk, *, as_pdf: bool = False) -> PrintDialog:
    """Show the dialog over the window, for the section on show."""
    dialog = PrintDialog(desk.context, desk.place().section, desk.window(), as_pdf=as_pdf)
    dialog.open()
    return dialog


class PrintDialog(QDialog):
    """What is printed and how, with a preview."""

    def __init__(
        self,
        context: Context,
        section_id: str,
        parent: QWidget | None = None,
        *,
        as_pdf: bool = False,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._section_id = section_id
        self._work: Slices | None = None
        self.book: Book | None = None
        """The pages, once all are there."""
        self._wish: Callable[[Book], None] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export as PDF") if as_pdf else self.tr("Print"))
        self.preview = Preview(context)
        self.told = QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self._timer = QTimer(self, singleShot=True, interval=COMPOSE_AFTER_MS)
        self._timer.timeout.connect(self._compose)
        self._lay_out(as_pdf=as_pdf)
        self.finished.connect(self._on_finished)
        GoesWithSection(self, context, section_id)
        self._compose()

    # What it is made of

    def _lay_out(self, *, as_pdf: bool) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        editors = self._editors()
        for title, made in editors:
            form.addRow(title, made) if title else form.addRow(made)
        choices = QWidget()
        side = QVBoxLayout(choices)
        side.setContentsMargins(0, 0, 0, 0)
        side.addLayout(form)
        side.addStretch(1)
        side.addWidget(self.told)
        side.addWidget(self.bar)
        self.told.setWordWrap(True)
        self.told.setProperty("muted", True)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(scrolled(choices))
        both.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(both, 1)
        layout.addWidget(self._buttons(as_pdf=as_pdf))
        put_in_order(stops_of(self))
        editors[0][1].setFocus()
        fit(self, 1080, 760)

    def _editors(self) -> list[tuple[str, QWidget]]:
        paper = self._context.memory.printing.paper or usual_paper()
        sizes = [(size, f"{QLocale().toString(float(size), 'g', 3)} pt") for size in SIZES]
        return [
            (self.tr("Print"), self._choice("scope", self.tr("What is printed"), self._scopes())),
            (
                self.tr("Paper"),
                self._choice("paper", self.tr("Paper"), _named("A4", "Letter"), paper),
            ),
            (self.tr("Margins"), self._choice("margins", self.tr("Margins"), self._margins())),
            (self.tr("Text size"), self._choice("text_size", self.tr("Text size"), sizes)),
            (self.tr("Notes"), self._choice("notes", self.tr("Where notes stand"), self._places())),
            ("", self._switch("highlights", self.tr("Highlights and underlines"))),
            ("", self._switch("answers", self.tr("Answers of cards"))),
            ("", self._switch("addresses", self.tr("Addresses of links, after each section"))),
        ]

    def _scopes(self) -> list[tuple[Any, str]]:
        course = self._context.workspace.course
        chapter = course.trail(self._section_id)[0]
        return [
            ("section", self.tr("This section")),
            ("chapter", self.tr("This chapter: {0}").format(chapter.title)),
            ("course", self.tr("The whole course")),
        ]

    def _margins(self) -> list[tuple[Any, str]]:
        return [
            ("narrow", self.tr("Narrow")),
            ("normal", self.tr("Normal")),
            ("wide", self.tr("Wide")),
        ]

    def _places(self) -> list[tuple[Any, str]]:
        return [
            ("end", self.tr("After each section")),
            ("margin", self.tr("In the margin")),
            ("none", self.tr("Not printed")),
        ]

    def _choice(
        self, name: str, title: str, rows: Sequence[tuple[Any, str]], now: object = None
    ) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMaximumWidth(260)
        for value, words in rows:
            box.addItem(words, value)
        value = getattr(self._context.memory.printing, name) if now is None else now
        box.setCurrentIndex(max(box.findData(value), 0))
        box.currentIndexChanged.connect(lambda _index: self._choose(name, box.currentData()))
        return box

    def _switch(self, name: str, title: str) -> QCheckBox:
        box = QCheckBox(title)
        box.setObjectName(name)
        box.setChecked(getattr(self._context.memory.printing, name))
        box.toggled.connect(lambda on: self._choose(name, on))
        return box

    def _buttons(self, *, as_pdf: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.print_button = buttons.addButton(self.tr("Print…"), role)
        self.pdf_button = buttons.addButton(self.tr("Save as PDF…"), role)
        self.print_button.clicked.connect(self._on_print)
        self.pdf_button.clicked.connect(self._on_pdf)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).clicked.connect(self.reject)
        wished: QPushButton = self.pdf_button if as_pdf else self.print_button
        wished.setDefault(True)
        return buttons

    # Choosing

    def _choose(self, name: str, value: object) -> None:
        memory = self._context.memory
        memory.printing = msgspec.structs.replace(memory.printing, **{name: value})
        self._timer.start()

    def _compose(self) -> None:
        self._stop()
        choices = self._context.memory.printing
        try:
            sections = sections_of(self._context, choices.scope, self._section_id)
            composer = Composer(self._context, choices, sections)
        except StudyError as error:
            self._fail(error)
            return
        self.preview.show_book(composer.book)
        work = self._run(composer.steps(), self._on_composed)
        work.progressed.connect(lambda _progress: self.preview.refresh())

    def _on_composed(self, book: Book) -> None:
        self.book = book
        self.preview.refresh()
        self._rest()
        if self._wish and not self._timer.isActive():
            wish, self._wish = self._wish, None
            wish(book)

    # Acting

    def _on_pdf(self) -> None:
        self._when_composed(self._save)

    def _on_print(self) -> None:
        self._when_composed(self._print)

    def _when_composed(self, act: Callable[[Book], None]) -> None:
        """Do something with the book now, or as soon as it is complete."""
        if self.book and not self._timer.isActive():
            act(self.book)
        else:
            self._wish = act

    def _save(self, book: Book) -> None:
        places = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(places))
        proposed = str(folder / f"{portable_name(book.title) or 'Studyapp'}.pdf")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), proposed, self.tr("PDF (*.pdf)")
        )
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(".pdf")
        saved = self.tr("Saved %Ln page(s) as {0}.", "", book.pages).format(path.name)
        self._run(pdf.saved(book, path, self._context.jobs), lambda _none: self._end(saved))

    def _print(self, book: Book) -> None:
        from studyapp.gui.printing import printer  # noqa: PLC0415 - a library of its own

        chosen = printer.asked_printer(book, self)
        if chosen is not None:
            sent = self.tr("Sent “{0}” to the printer.").format(book.title)
            self._run(printer.printed(book, chosen), lambda _none: self._end(sent))

    def _end(self, words: str) -> None:
        self._context.messages.post(words, id="printing")
        self.accept()

    # Work

    def _run(self, steps: Steps, done: Callable[[Any], None]) -> Slices:
        if self._work:
            self._work.cancel()
        work = self._work = Slices(steps, self)
        work.progressed.connect(self._tell)
        work.done.connect(done)
        work.failed.connect(self._fail)
        return work

    def _on_finished(self, _result: int) -> None:
        self._timer.stop()
        self._wish = None
        self._stop()

    def _stop(self) -> None:
        self.book = None
        if self._work:
            self._work.cancel()
            self._work = None

    def _tell(self, progress: Progress) -> None:
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.now)
        self.bar.show()
        if progress.words:
            self._say(self.tr("Setting “{0}” …").format(progress.words))

    def _rest(self) -> None:
        self.bar.hide()
        pages = self.book.pages if self.book else 0
        self._say(self.tr("%Ln page(s)", "", pages))

    def _fail(self, error: StudyError) -> None:
        self._wish = None
        self.bar.hide()
        self._say(said(str(error)), failed=True)
        announce(self, said(str(error)))

    def _say(self, words: str, *, failed: bool = False) -> None:
        self.told.setText(words)
        if self.told.property("failed") != failed:
            self.told.setProperty("failed", failed)
            self.told.style().polish(self.told)


def _named(*words: str) -> list[tuple[Any, str]]:
    return [(word, word) for word in words]
