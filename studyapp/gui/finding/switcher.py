"""The quick switcher: a box over the window that leads to any section or heading by its title.

`Seeking` opens it. Titles are found on the job lane, slips forgiven; without letters it shows the
sections that were open last. Headings come from the index, once there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from studyapp.gui.chooser import Chooser, RowDelegate, small
from studyapp.gui.finding.results import crumbs
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Tick
    from studyapp.workspace import Workspace

ROW = 46
MOST = 30
MOST_HEADINGS = 12


class Target(NamedTuple):
    """A place to go to."""

    title: str
    trail: tuple[str, ...]
    """Titles of what it stands in."""
    section: str
    heading: str = ""
    """Id of the heading."""
    marks: tuple[tuple[int, int], ...] = ()


class Switcher(Chooser):
    """Field and list of places. Signals: `go_requested(Location)`, `aside_requested(Location)`."""

    go_requested = Signal(object)
    aside_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent, TargetDelegate(context, ROW))
        self.setWindowTitle(self.tr("Go to a section"))
        self._number = 0
        self.field.setPlaceholderText(self.tr("Go to a section or heading"))
        self.field.setAccessibleName(self.tr("Title of a section or heading"))
        self.list.setAccessibleName(self.tr("Sections and headings"))
        self.look("")

    def targets(self) -> list[Target]:
        """Return what is listed."""
        return [row for row in self.rows() if isinstance(row, Target)]

    def look(self, text: str) -> None:
        """Find titles on the job lane; without words show what was open last."""
        self._number += 1
        number, workspace = self._number, self.context.workspace
        if not text.strip():
            self._show(list(self._recent()))
            return
        self.context.jobs.run(
            lambda tick: _targets(workspace, text, tick),
            done=lambda found: self._show(found) if number == self._number else None,
            failed=self.context.messages.error,
            key="switch",
            first=True,
        )

    def choose(self, data: object) -> None:
        """Go there."""
        self._ask(self.go_requested, data)

    def choose_aside(self, data: object) -> None:
        """Show it in the other pane."""
        self._ask(self.aside_requested, data)

    def _ask(self, wish: SignalInstance, data: object) -> None:
        if isinstance(data, Target):
            self.close()
            wish.emit(Location(data.section, data.heading))

    def _recent(self) -> Iterator[Target]:
        course = self.context.workspace.course
        recent = self.context.memory.course(course.id).recent
        # The first one is on show
        for section_id in recent[1:] or [section.id for section in course.order[:MOST]]:
            if section_id in course.by_id:
                *above, own = (section.title for section in course.trail(section_id))
                yield Target(own, tuple(above), section_id)

    def _show(self, targets: Sequence[Target]) -> None:
        hint = self.tr("Enter goes there, Esc closes")
        nothing = self.tr("No title like this") if self.field.text().strip() else ""
        counted = self.tr("%n title(s)", "", len(targets)) if targets else ""
        self.put(((one, _told(one)) for one in targets), hint if targets else nothing, counted)


def _told(target: Target) -> str:
    return f"{target.title}. {crumbs(target.trail)}" if target.trail else target.title


def _targets(workspace: Workspace, text: str, tick: Tick) -> list[Target]:
    """Return sections, then headings, whose titles hold the words; called on the job lane."""
    search = workspace.search
    found = [
        Target(hit.trail[-1], hit.trail[:-1], hit.section, marks=hit.marks)
        for hit in search.titles(text, MOST)
    ]
    tick(0, 0)
    words = [word for word in text.split() if word.isalnum()]
    if search.is_built() and words:
        query = " ".join(f"heading:{word}" for word in words)
        results = search.search(query, kinds={"text"}, limit=MOST_HEADINGS)
        found += [
            Target(hit.heading, tuple(one.title for one in trail), hit.section, hit.heading_id)
            for hit in results.hits
            if hit.heading != hit.title
            and (trail := workspace.course.trail(hit.section))
            and hit.section in workspace.course.by_id
        ]
    return found


class TargetDelegate(RowDelegate):
    """Draws a title with its marked letters, and below it what it stands in."""

    def lines(self) -> int:
        return 2

    def draw(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, data: object
    ) -> None:
        """Draw a place."""
        if not isinstance(data, Target):
            return
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if not data.heading else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self.ink(option, "panel_ink"))
        self.draw_marked(painter, area, data.title, data.marks)
        painter.setFont(small(option.font))
        painter.setPen(self.ink(option, "panel_muted"))
        metrics = QFontMetrics(painter.font())
        trail = crumbs(data.trail) or self.tr("Chapter")
        shown = metrics.elidedText(trail, Qt.TextElideMode.ElideMiddle, int(area.width()))
        painter.drawText(QPointF(area.left(), area.bottom() - metrics.descent()), shown)
