"""What stands before the sections: the title page and the table of contents, set as galleys too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen, QTextBlockFormat, QTextOption

from studyapp.gui.language import translate
from studyapp.gui.reader.document import Setting, quiet
from studyapp.page import Run, Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from studyapp.gui.printing.galley import Galley
    from studyapp.gui.printing.typesetting import PaperSetter
    from studyapp.model import Course

TAB = "\t"
DEEPER = 1.3
"""How far an entry stands in from the one above it in rank, in units of the text size."""


class Entry(NamedTuple):
    """A line of the table of contents."""

    level: int
    title: str
    address: str
    page: int
    """Counted from 1."""


def write_title_page(setter: PaperSetter, course: Course, title: str) -> Iterator[None]:
    """Set the title page: of the course, or of a chapter of it."""
    if title != course.title:
        _say(setter, course.title, "label", 0)
        setter.leave(setter.typography.px(0.6))
    setter.text_block((quiet(title),), Setting(), "h1")
    if course.description:
        _say(setter, course.description, "body", 0.4)
    if course.authors:
        _say(setter, ", ".join(course.authors), "label", 1.6)
    facts = [
        translate("Printing", "Version {}").format(course.version) if course.version else "",
        course.license,
    ]
    if any(facts):
        _say(setter, " · ".join(fact for fact in facts if fact), "meta", 0.6)
    yield


def _say(setter: PaperSetter, words: str, role: str, before: float) -> None:
    setter.text_block((quiet(words),), Setting(), role, before)


def write_contents(setter: PaperSetter, entries: Sequence[Entry]) -> Iterator[None]:
    """Set the table of contents; the numbers stand at the end of the line, on a tab."""
    setter.text_block((quiet(translate("Printing", "Contents")),), Setting(), "h1")
    px, column = setter.typography.px, setter.typography.column_width
    wide = px(2.2)
    for place, entry in enumerate(entries):
        setting = Setting().inside(px(DEEPER) * entry.level, wide)
        is_chapter = entry.level == 0
        style = int(Style.BOLD) if is_chapter else 0
        number = Run("", 0, style, shown=f"{TAB}{entry.page}")
        title = Run("", 0, style, shown=entry.title, link=entry.address)
        role = "nav" if entry.level < 2 else "meta"
        before = 0.75 if is_chapter and place else 0.12
        setter.text_block((title, number), setting, role, before)
        setter.recolor_block("heading" if is_chapter else "ink")
        form = QTextBlockFormat()
        form.setRightMargin(0)
        tab = QTextOption.Tab(column - setting.start, QTextOption.TabType.RightTab)
        form.setTabPositions([tab])
        setter.cursor.mergeBlockFormat(form)
        if is_chapter:
            setter.tie()
        yield


def paint_leaders(painter: QPainter, galley: Galley, page: int) -> None:
    """Draw the dots between a title and its number."""
    typography = galley.setter.typography
    pen = QPen(typography.theme["faint"], 1.3, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 4.5])
    painter.setPen(pen)
    for start, end, baseline in galley.tab_gaps(page):
        if end - start > typography.px(1.2):
            gap = typography.px(0.5)
            painter.drawLine(QPointF(start + gap, baseline), QPointF(end - gap, baseline))
