"""What stands around the results: where to search, how many there are, what was not understood.

`panels.search` shows `Head` above the list and the way back below it, where it moves no row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from studyapp.gui import icons
from studyapp.gui.finding.scope import ScopeBar
from studyapp.gui.language import grouped, percent, said

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.search.hits import Results


class Head(QWidget):
    """Scope, count, suggestion, problems."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._search = context.search
        self.scope = ScopeBar(context)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.star = QToolButton()
        self.star.setCheckable(True)
        self.star.setIconSize(QSize(16, 16))
        self.star.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.star.clicked.connect(self._on_star)
        self.suggestion = link()
        self.suggestion.clicked.connect(self._on_suggestion)
        self.state = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.problems = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        for label in (self.state, self.problems):
            label.setProperty("muted", True)
        self._lay_out()
        self.apply_theme()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.count, 1)
        self.count.setMinimumHeight(self.star.sizeHint().height())
        row.addWidget(self.star)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 8, 4)
        column.setSpacing(6)
        column.addWidget(self.scope)
        column.addLayout(row)
        for widget in (self.suggestion, self.problems, self.state):
            column.addWidget(widget)
            widget.hide()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [*self.scope.chips(), self.star, self.suggestion]

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        is_saved = self.star.isChecked()
        role = "accent" if is_saved else "panel_muted"
        self.star.setIcon(icons.icon("star", self._context.theme, role))

    def show_state(self, results: Results | None) -> None:
        """Show what there is to say of an answer; without one, that none has come yet."""
        asked = not self._search.query.is_empty
        self.star.setVisible(asked and not self._search.query.like)
        self.star.setChecked(self._search.query.text.strip() in self._search.saved)
        self._name_star()
        self.count.setVisible(asked)
        self.count.setText(self.counted(results))
        self._show_suggestion(results.suggestion if results else "")
        self._show(self.problems, "\n".join(map(said, results.problems)) if results else "")
        self._show(self.state, self._state_of_index())

    def counted(self, results: Results | None) -> str:
        """Return in words how many results there are and how many of them are shown."""
        if results is None:
            return "" if self._search.is_early else self.tr("Searching…")
        shown, total = len(results.hits), results.total
        if not total and self._search.is_early:
            return ""
        if not total:
            return self.tr("Nothing found") if results.complete else self.tr("Searching…")
        if self._search.query.like:
            return self.tr("Where else: %Ln passage(s)", "", shown)
        if shown < total:
            return self.tr("{} of %Ln result(s)", "", total).format(grouped(shown))
        return self.tr("%Ln result(s)", "", total)

    def _state_of_index(self) -> str:
        keeper = self._search.index
        if keeper.busy:
            now, of = keeper.progress
            share = f" {percent(now / of)}" if of else ""
            if self._search.is_early:
                return self.tr("The course is being prepared for searching…") + share
            return self.tr("Still being prepared: there may be more.") + share if of else ""
        if self._search.unbuilt:
            return self.tr("This course is not yet prepared for searching.")
        return ""

    def _show_suggestion(self, suggestion: str) -> None:
        self.suggestion.setText(self.tr("Did you mean “{}”?").format(suggestion))
        self.suggestion.setProperty("words", suggestion)
        self.suggestion.setVisible(bool(suggestion))

    def _show(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _on_suggestion(self) -> None:
        self._search.ask(str(self.suggestion.property("words")))

    def _on_star(self) -> None:
        self._search.save(kept=self.star.isChecked())
        self._name_star()

    def _name_star(self) -> None:
        name = self.tr("Keep this search no more") if self.star.isChecked() else ""
        name = name or self.tr("Keep this search")
        self.star.setToolTip(name)
        self.star.setAccessibleName(name)
        self.apply_theme()


def link() -> QPushButton:
    """Return a button that looks like a link."""
    button = QPushButton()
    button.setProperty("link", True)
    button.setFlat(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
