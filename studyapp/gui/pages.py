"""Brings pages to the window: from the cache at once, else compiled on the job lane.

The window asks for a section and hears `ready`, or `failed`; `slow` when it should say that it
waits. Pages next to the one on show are compiled ahead, so that turning the page never waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.gui.context import Context
    from studyapp.model import Section
    from studyapp.page import Page

SLOW_MS = 150
"""Waits shorter than this are not worth a word on the screen."""


class Pages(QObject):
    """One wish at a time: a newer one makes the answer to an older one unheard.

    Signals: `ready(Section, Page)`, `slow(Section)`, `failed(Section, StudyError)`.
    """

    ready = Signal(object, object)
    slow = Signal(object)
    failed = Signal(object, object)

    def __init__(
        self, context: Context, parent: QObject | None = None, *, key: str = "page"
    ) -> None:
        """Ask under a key of its own: a job that waits gives way to a later one of the same key."""
        super().__init__(parent)
        self._key = key
        self._context = context
        self._wanted: Section | None = None
        self._timer = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._timer.timeout.connect(self._on_slow)

    @property
    def waiting(self) -> bool:
        """Whether a page was asked for and has not come."""
        return self._wanted is not None

    def ask(self, section: Section) -> None:
        """Bring the page of a section."""
        self._wanted = section
        try:
            page = self._context.workspace.cached_page(section.id)
        except StudyError as error:
            self._fail(section, error)
            return
        if page is not None:
            self._give(section, page)
            return
        self._timer.start()
        workspace = self._context.workspace
        self._context.jobs.run(
            lambda _tick: workspace.page(section.id),
            done=lambda page: self._give(section, page),
            failed=lambda error: self._fail(section, error),
            key=self._key,
            first=True,
        )

    def drop(self) -> None:
        """Want no page any more."""
        self._settle()

    def prepare(self, section_ids: Iterable[str]) -> None:
        """Compile pages that are likely to be asked for next."""
        workspace = self._context.workspace
        ids = tuple(section_ids)

        def work(tick: object) -> None:  # noqa: ARG001 - each page is short, and useful even late
            for section_id in ids:
                workspace.page(section_id)

        self._context.jobs.run(work, failed=lambda _error: None, key=f"pages ahead {id(self)}")

    def _give(self, section: Section, page: Page) -> None:
        if section is self._wanted:
            self._settle()
            self.ready.emit(section, page)

    def _fail(self, section: Section, error: StudyError) -> None:
        if section is self._wanted:
            self._settle()
            self.failed.emit(section, error)

    def _settle(self) -> None:
        self._wanted = None
        self._timer.stop()

    def _on_slow(self) -> None:
        if self._wanted is not None:
            self.slow.emit(self._wanted)
