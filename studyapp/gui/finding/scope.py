"""Where to search: switches for text, notes and cards, this chapter, chosen chapters, my marks.

The head of the search panel shows them. Without any, everything is searched; each narrows it down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from studyapp.gui.finding.chips import Chip, Flow

if TYPE_CHECKING:
    from studyapp.gui.context import Context


class ScopeBar(QWidget):
    """The switches; what is chosen goes to the `Search`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._search = context.search
        self._chapter = ""
        """The top section of the page on show."""
        self._chosen: frozenset[str] = frozenset()
        self.kinds = {
            "text": Chip(self.tr("Text"), self.tr("Search the text of the course")),
            "notes": Chip(self.tr("Notes"), self.tr("Search what you marked and wrote")),
            "cards": Chip(self.tr("Cards"), self.tr("Search questions and answers")),
        }
        self.marked = Chip(
            self.tr("Highlights"), self.tr("Search only in what you highlighted or underlined")
        )
        self.here = Chip(self.tr("This chapter"), self.tr("Search the chapter you are in"))
        self.chapters = Chip(self.tr("Chapters…"), self.tr("Choose the chapters to search"))
        self.chapters.setCheckable(False)
        self.chapters.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.chapters)
        self._menu.aboutToShow.connect(self._fill)
        self.chapters.setMenu(self._menu)
        flow = Flow()
        for chip in self.chips():
            flow.addWidget(chip)
        self.setLayout(flow)
        self.marked.toggled.connect(self._on_marked)
        for chip in self.kinds.values():
            chip.toggled.connect(self._on_kind)
        for chip in self._switches():
            chip.toggled.connect(self._tell)
        self._search.asked.connect(self._on_asked)
        self._on_asked()

    def chips(self) -> list[Chip]:
        """Return the switches in order."""
        return [*self._switches(), self.chapters]

    def _switches(self) -> list[Chip]:
        return [*self.kinds.values(), self.marked, self.here]

    def follow(self, section_id: str) -> None:
        """Take note of the page on show."""
        course = self._context.workspace.course
        self._chapter = course.trail(section_id)[0].id if section_id in course.by_id else ""
        if self.here.isChecked():
            self._tell()

    def reset(self) -> None:
        """Search everywhere: another course is open."""
        self._chosen = frozenset()
        for chip in self._switches():
            chip.setChecked(False)
        self._tell()

    def _on_asked(self) -> None:
        """Show where it is searched, if another part has said so."""
        query = self._search.query
        if (query.kinds, query.chapters, query.marked) == self._where():
            return
        self._chosen = query.chapters
        shown = [self.kinds[kind] for kind in query.kinds] + [self.marked] * query.marked
        for chip in self._switches():
            chip.blockSignals(True)
            chip.setChecked(chip in shown)
            chip.blockSignals(False)
        self._show_chapters()

    def _where(self) -> tuple[frozenset[str], frozenset[str], bool]:
        """Return the kinds, the chapters, and whether only marks are searched, as switched here."""
        kinds = frozenset(kind for kind, chip in self.kinds.items() if chip.isChecked())
        here = frozenset({self._chapter}) if self.here.isChecked() and self._chapter else None
        return kinds, here or self._chosen, self.marked.isChecked()

    def _on_marked(self, on: bool) -> None:
        """Highlights are a kind of their own."""
        for chip in self.kinds.values() if on else ():
            chip.setChecked(False)

    def _on_kind(self, on: bool) -> None:
        if on:
            self.marked.setChecked(False)

    def _fill(self) -> None:
        self._menu.clear()
        every = self._menu.addAction(self.tr("All chapters"))
        every.setCheckable(True)
        every.setChecked(not self._chosen)
        every.triggered.connect(lambda: self._choose(frozenset()))
        self._menu.addSeparator()
        for section in self._context.workspace.course.sections:
            row = self._menu.addAction(section.title.replace("&", "&&"))
            row.setCheckable(True)
            row.setChecked(section.id in self._chosen)
            row.triggered.connect(
                lambda _=False, one=section.id: self._choose(self._chosen ^ {one})
            )

    def _switch(self, chapter: str) -> None:
        self._choose(self._chosen ^ {chapter})

    def _choose(self, chapters: frozenset[str]) -> None:
        self._chosen = chapters
        self.here.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        if self.here.isChecked():
            self._chosen = frozenset()
        self._show_chapters()
        kinds, chapters, marked = self._where()
        self._search.narrow(kinds=kinds, chapters=chapters, marked=marked)
        self.updateGeometry()

    def _show_chapters(self) -> None:
        count = len(self._chosen)
        titles = [self._title(one) for one in self._chosen]
        several = self.tr("%n chapter(s)", "", count)
        self.chapters.setText(
            self.tr("Chapters…") if not count else titles[0] if count == 1 else several
        )
        self.chapters.setProperty("active", bool(count))
        self.chapters.style().polish(self.chapters)

    def _title(self, section_id: str) -> str:
        section = self._context.workspace.course.by_id.get(section_id)
        title = section.title if section else section_id
        return title if len(title) <= 24 else f"{title[:23]}…"
