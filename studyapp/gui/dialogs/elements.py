"""What is on the page, by kind: its headings, links, figures and tables, to go there or follow.

The commands of `element_commands` open it, for those who read by ear or by keyboard alone. One of
the three kinds is listed at a time; letters typed into the field narrow it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QTabBar

from studyapp.gui.chooser import Chooser, RowDelegate, small
from studyapp.gui.dialogs.leaving import GoesWithSection
from studyapp.gui.language import plural, translate
from studyapp.page import Figure, Table, own_runs, plain_text, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from studyapp.course.links import Target
    from studyapp.gui.context import Context, Desk
    from studyapp.page import HeadingRef, Page

ROW = 34
INDENT = 16
GAP = 12
MOST_DETAIL = 0.45
"""Of the width of a row, what is said beside a title may take."""
MOST_WORDS = 120
KINDS = ("headings", "links", "figures")


class Element(NamedTuple):
    """Something on the page that one can go to."""

    title: str
    detail: str
    """What is said beside it: level, target, kind."""
    start: int
    """Its canonical offset."""
    depth: int = 0
    is_heading: bool = False
    link: str = ""
    """Address of the link that it is, as written."""


def open_elements(desk: Desk, kind: str, go: Callable[[int], None]) -> None:
    """Show those of one kind over the window; `go` leads to a canonical offset."""
    reader = desk.reader
    page, section = reader.page, reader.section
    if page is None or section is None:
        return
    elements = Elements(desk.context, desk.window(), page, section.id, reader.place())
    elements.show_kind(kind)
    elements.go_requested.connect(go)
    elements.link_followed.connect(lambda link: desk.follow(section.id, link))
    elements.open_over(desk.window())


class Elements(Chooser):
    """Field, kinds and list. Signals: `go_requested(offset)`, `link_followed(link)`."""

    go_requested = Signal(int)
    link_followed = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget, page: Page, section_id: str, place: int
    ) -> None:
        super().__init__(context, parent, ElementDelegate(context, ROW))
        self._page, self._section_id, self._place = page, section_id, place
        self._listed: dict[str, list[Element]] = {}
        GoesWithSection(self, context, section_id)
        self.setWindowTitle(self.tr("On this page"))
        self.field.setAccessibleName(self.tr("Filter what is on the page"))
        self.field.setPlaceholderText(self.tr("Filter"))
        self.list.setAccessibleName(self.tr("On this page"))
        self.kinds = QTabBar(drawBase=False, expanding=False)
        self.kinds.setAccessibleName(self.tr("What is listed"))
        for title in (self.tr("&Headings"), self.tr("&Links"), self.tr("&Figures and Tables")):
            self.kinds.addTab(title)
        self.column.insertWidget(1, self.kinds)
        self.kinds.currentChanged.connect(lambda _place: self.look(self.field.text()))

    def show_kind(self, kind: str) -> None:
        """List headings, links or figures."""
        self.kinds.setCurrentIndex(KINDS.index(kind))
        self.look(self.field.text())

    def elements(self) -> list[Element]:
        """Return what is listed."""
        return [row for row in self.rows() if isinstance(row, Element)]

    def look(self, text: str) -> None:
        """List what has all these words in its title or beside it."""
        kind = KINDS[self.kinds.currentIndex()]
        if kind not in self._listed:
            self._listed[kind] = list(self._all(kind))
        words = text.casefold().split()
        found = [
            one
            for one in self._listed[kind]
            if all(word in f"{one.title} {one.detail}".casefold() for word in words)
        ]
        hint = self._hint(kind) if found else self._nothing(kind)
        counted = self.tr("%Ln found", "", len(found)) if found else ""
        self.put(((one, ", ".join(filter(None, one[:2]))) for one in found), hint, counted)
        if not words:
            passed = [row for row, one in enumerate(found) if one.start <= self._place + 1]
            self.list.setCurrentRow(passed[-1] if passed else 0)

    def choose(self, data: object) -> None:
        """Go there; of a link, where it leads."""
        if isinstance(data, Element):
            self.close()
            if data.link:
                self.link_followed.emit(data.link)
            else:
                self.go_requested.emit(data.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Tab change the kind while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.kinds.setCurrentIndex((self.kinds.currentIndex() + step) % len(KINDS))
                return True
        return super().eventFilter(watched, event)

    def _hint(self, kind: str) -> str:
        if kind == "links":
            return self.tr("Enter follows it, Ctrl+Tab lists figures, Esc closes")
        if kind == "headings":
            return self.tr("Enter goes there, Ctrl+Tab lists links, Esc closes")
        return self.tr("Enter goes there, Ctrl+Tab lists headings, Esc closes")

    def _nothing(self, kind: str) -> str:
        if self.field.text().strip():
            return self.tr("Nothing like this on the page")
        return {
            "headings": self.tr("This page has no headings"),
            "links": self.tr("This page has no links"),
            "figures": self.tr("This page has no figures and no tables"),
        }[kind]

    def _all(self, kind: str) -> Iterator[Element]:
        if kind == "links":
            return self._links()
        return headings_of(self._page) if kind == "headings" else figures_of(self._page)

    def _links(self) -> Iterator[Element]:
        workspace, page = self.context.workspace, self._page
        for link in page.links:
            target = workspace.resolve(self._section_id, link.link)
            words = _short(page.text[link.start : link.end]) or self.tr("Picture")
            detail = self._detail(target)
            yield Element(words, "" if detail == words else detail, link.start, link=link.link)

    def _detail(self, target: Target) -> str:
        """Return in a few words where a link leads."""
        course = self.context.workspace.course
        if target.kind == "section" and target.location is not None:
            if target.location.section == self._section_id:
                return self.tr("on this page")
            return course.by_id[target.location.section].title
        if target.kind == "web":
            return urlsplit(target.url).hostname or target.url
        if target.kind == "mail":
            return self.tr("mail")
        if target.kind == "file" and target.path is not None:
            return target.path.name
        return self.tr("leads nowhere")


def headings_of(page: Page) -> Iterator[Element]:
    """Yield the headings of a page with their levels."""
    top = min((heading.level for heading in page.headings), default=1)
    for heading in page.headings:
        depth = heading.level - top
        yield Element(heading.title, level(heading), heading.start, depth, is_heading=True)


def figures_of(page: Page) -> Iterator[Element]:
    """Yield the figures and tables of a page, by their captions or first words."""
    for block in walk(page.blocks):
        if isinstance(block, Figure):
            title = plain_text(block.caption) or block.alt or block.source.rpartition("/")[2]
            yield Element(_short(title), translate("Elements", "figure"), block.start)
        elif isinstance(block, Table):
            runs = [run for run in own_runs(block) if run.text]
            words = plain_text(block.caption) or ", ".join(run.text for run in islice(runs, 4))
            if runs:
                rows = plural("Elements", "table, %Ln row(s)", len(block.rows))
                yield Element(_short(words), rows, min(run.start for run in runs))


def level(heading: HeadingRef) -> str:
    """Return the level of a heading in words."""
    return translate("Elements", "level {}").format(heading.level)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}…"


class ElementDelegate(RowDelegate):
    """Draws an element in one line, set in by its depth, with what is said beside it."""

    def draw(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, data: object
    ) -> None:
        """Draw an element."""
        if not isinstance(data, Element):
            return
        font, beside = QFont(option.font), small(option.font)
        if data.is_heading and data.depth == 0:
            font.setWeight(QFont.Weight.DemiBold)
        title, aside = QFontMetrics(font), QFontMetrics(beside)
        most = int(area.width() * MOST_DETAIL)
        detail = aside.elidedText(data.detail, Qt.TextElideMode.ElideMiddle, most)
        line = area.adjusted(min(data.depth, 4) * INDENT, 0, 0, 0)
        line.setTop(area.center().y() - title.height() / 2)
        line.setRight(line.right() - aside.horizontalAdvance(detail) - GAP)
        painter.setFont(font)
        painter.setPen(self.ink(option, "panel_ink"))
        self.draw_marked(painter, line, data.title, ())
        painter.setFont(beside)
        painter.setPen(self.ink(option, "panel_muted"))
        painter.drawText(QPointF(line.right() + GAP, line.top() + title.ascent()), detail)
