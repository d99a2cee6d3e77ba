"""The search as the window has it: letters in, results out, always on the job lane.

There is one `Search` in the `Context`. The field, the panel and the commands ask it and hear what
was found; the window goes to what was `chosen`. It asks again when its scope or the index changes.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.gui.indexing import IndexKeeper
from studyapp.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Job, Tick
    from studyapp.model import Change, Course, Location, StudyError
    from studyapp.search.hits import Hit, Results
    from studyapp.workspace import Workspace

PAUSE_MS = 30
"""Letters that follow each other faster are asked for together; one by itself at once."""
RETRY_MS = 1000
"""How often to ask again while the index is built for the first time."""
ASKS_STATE = "is:"
"""What a question holds that asks for sections by what was read of them."""
FIRST_HITS = 50
MORE = 4
"""By how much more each wish for more shows."""
MOST_RECENT, MOST_SAVED = 12, 40


class Asked(Struct, frozen=True):
    """What is searched for, and where."""

    text: str = ""
    kinds: frozenset[str] = frozenset()
    """Of `search.passages.KINDS`; none for all."""
    chapters: frozenset[str] = frozenset()
    """Ids of sections below which to search; none for everywhere."""
    marked: bool = False
    """Only in what is highlighted or underlined."""
    like: tuple[str, int, int] | None = None
    """A passage (section, start, end) of which others like it are sought, in place of words."""
    limit: int = FIRST_HITS

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not self.text.strip()


class Search(QObject):
    """What is asked, what was found, and which hit is current.

    Signals: `asked()` when another question is put; `found()` when `results` are others;
    `failed(StudyError)`; `current_changed()`; `chosen(Hit, stay, aside)`, the wish to go to a
    hit, with whether the keyboard stays where it is and whether the other pane is meant;
    `index_changed()` when the state of the index is another; `before_changed()`;
    `back_requested()`, the wish to return to `before`.
    """

    asked = Signal()
    found = Signal()
    failed = Signal(object)
    current_changed = Signal()
    chosen = Signal(object, bool, bool)
    index_changed = Signal()
    before_changed = Signal()
    back_requested = Signal()
    _streamed = Signal(int, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.query = Asked()
        self.results: Results | None = None
        """What was found so far; None as long as nothing was asked, or nothing came yet."""
        self.current = -1
        """Place of the current hit in `hits`; -1 for none."""
        self.before: Location | None = None
        """Where the reader was before the first hit was gone to."""
        self.index = IndexKeeper(context, self)
        self.unbuilt = False
        """Whether there is no index to answer the question."""
        self._number = 0
        self._last_letter = 0.0
        self._latest: Results | None = None
        self._job: Job | None = None
        self._waiting = self._may_build = False
        self._workspace = context.workspace
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._begin)
        self._flush = QTimer(self, interval=0, singleShot=True)
        self._flush.timeout.connect(self._show)
        self._retry = QTimer(self, interval=RETRY_MS, singleShot=True)
        self._retry.timeout.connect(self._start)
        self._streamed.connect(self._on_streamed)
        self.index.changed.connect(self.index_changed)
        context.bridge.changed.connect(self._on_changed)

    # Asking

    def ask(self, text: str) -> None:
        """Search for this; an empty text ends the search. Answers come as `found`."""
        if text != self.query.text or self.query.like:
            self._put(replace(self.query, text=text, like=None, limit=FIRST_HITS))

    def ask_like(self, section: str, start: int, end: int, words: str) -> None:
        """Look for the passages most like some words of the page."""
        like = (section, start, end)
        self._put(replace(self.query, text=words, like=like, limit=FIRST_HITS))

    def narrow(self, *, kinds: frozenset[str], chapters: frozenset[str], marked: bool) -> None:
        """Search there alone from now on."""
        where = {"kinds": kinds, "chapters": chapters, "marked": marked}
        self._put(replace(self.query, **where, limit=FIRST_HITS))

    def ask_more(self) -> None:
        """Show more of what there is."""
        self._put(replace(self.query, limit=self.query.limit * MORE))

    def resume(self, query: Asked) -> None:
        """Ask again what another window has asked."""
        self._put(query)

    def clear(self) -> None:
        """End the search."""
        self._put(replace(self.query, text="", like=None, limit=FIRST_HITS))

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._pause.isActive() or self._flush.isActive() or self._waiting

    def _put(self, query: Asked) -> None:
        if query == self.query:
            return
        is_more = replace(query, limit=self.query.limit) == self.query
        self.query = query
        if not is_more:
            self.current = -1
        self._drop()
        if query.is_empty:
            self.results = None
        else:
            now = time.monotonic()
            is_fast = now - self._last_letter < 2 * PAUSE_MS / 1000
            self._last_letter = now
            self._pause.start(PAUSE_MS if is_fast else 0)
        self.asked.emit()
        if query.is_empty:
            self.found.emit()

    def _drop(self) -> None:
        """Stop what is under way: its answer is no longer wanted."""
        self._number += 1
        for timer in (self._pause, self._flush, self._retry):
            timer.stop()
        self._waiting = False
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        self._may_build = True  # once for each question: a build that failed is not tried for ever
        self._start()

    def _start(self) -> None:
        self._drop()
        workspace, query, number = self._context.workspace, self.query, self._number
        self._waiting = True
        # Asked for here, since what was read belongs to this thread
        states = workspace.progress.named() if ASKS_STATE in query.text else {}

        def work(tick: Tick) -> bool:
            search = workspace.search
            if not search.is_built():
                return False
            for results in _answers(workspace, query, states, tick):
                self._streamed.emit(number, results)  # received on the GUI thread
            return True

        self._job = self._context.jobs.run(
            work, done=self._on_done, failed=self._on_failed, key="search", first=True
        )

    def _on_streamed(self, number: int, results: Results) -> None:
        if number == self._number:
            self._latest = results
            self._flush.start()  # several answers that came together are shown as one

    def _show(self) -> None:
        kept = self.hit
        self._flush.stop()
        self.results, self._latest = self._latest, None
        if kept is not None:
            same = [place for place, hit in enumerate(self.hits) if is_same(hit, kept)]
            self.current = same[0] if same else -1
        self.found.emit()

    def _on_done(self, built: bool) -> None:
        self._waiting = False
        if self._flush.isActive():
            self._show()
        if self.unbuilt == built:
            self.unbuilt = not built
            self.index_changed.emit()
        if (not built or not self.index.begun) and self._may_build:
            self._may_build = False
            self.index.look()
        if self.index.busy and self.is_early:
            self._retry.start()

    def _on_failed(self, error: StudyError) -> None:
        self._waiting = False
        self.failed.emit(error)

    def _on_changed(self, change: Change) -> None:
        if self._workspace is not self._context.workspace:
            left, self._workspace = self._workspace, self._context.workspace
            self._context.jobs.run(lambda _tick: left.close())
            self.set_before(None)
            self.clear()
        if Kind.INDEX in change.kinds and not self.query.is_empty:
            self._start()

    @property
    def is_early(self) -> bool:
        """Whether the question came before there was anything to find."""
        is_empty = self.results is None or not self.results.total
        return self.unbuilt or (self.index.busy and is_empty)

    # Hits

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits in the order in which they are shown: by section."""
        groups = self.results.groups if self.results else ()
        return tuple(hit for group in groups for hit in group.hits)

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        hits = self.hits
        return hits[self.current] if 0 <= self.current < len(hits) else None

    def move(self, step: int, *, around: bool = False) -> None:
        """Make another hit current: so many on, or back; at an end stay, or go `around`."""
        count = len(self.hits)
        if not count:
            return
        place = self.current + step if self.current >= 0 or step > 0 else count + step
        self.select(place % count if around else max(0, min(place, count - 1)))

    def select(self, place: int) -> None:
        """Make a hit current."""
        if place != self.current:
            self.current = place
            self.current_changed.emit()

    def choose(self, place: int | None = None, *, stay: bool = False, aside: bool = False) -> None:
        """Ask to go to a hit: the current one by default, else the first; maybe `aside`."""
        if place is None:
            place = max(self.current, 0)
        if place < len(self.hits):
            self.select(place)
            self.remember()
            self.chosen.emit(self.hits[place], stay, aside)

    def step(self, step: int) -> None:
        """Go to the next hit, or the one before, beyond the end to the first."""
        self.move(step, around=True)
        if self.current >= 0:
            self.choose(stay=True)

    def set_before(self, place: Location | None) -> None:
        """Note where the reader was before, or that there is no way back."""
        self.before = place
        self.before_changed.emit()

    # What is kept

    @property
    def recent(self) -> list[str]:
        """What was searched for in this course, the last one first."""
        return self._context.memory.course(self._context.workspace.course.id).searches

    @property
    def saved(self) -> list[str]:
        """Searches that the user keeps."""
        return self._context.memory.course(self._context.workspace.course.id).saved

    def remember(self) -> None:
        """Put the question to the recent ones."""
        text = self.query.text.strip()
        if text and not self.query.like:
            kept = [one for one in self.recent if one != text]
            self.recent[:] = [text, *kept][:MOST_RECENT]

    def save(self, *, kept: bool) -> None:
        """Keep the question, or keep it no more."""
        text = self.query.text.strip()
        others = [one for one in self.saved if one != text]
        self.saved[:] = [*others, text][-MOST_SAVED:] if kept and text else others

    def close(self) -> None:
        """Stop everything; called when the window closes."""
        self._drop()
        self.index.close()


def is_same(hit: Hit, other: Hit) -> bool:
    """Return whether two hits are the same passage, be their scores or snippets others."""
    return (hit.kind, hit.key, hit.start, hit.heading) == (
        other.kind,
        other.key,
        other.start,
        other.heading,
    )


def _answers(
    workspace: Workspace,
    query: Asked,
    states: Mapping[str, Collection[str]],
    tick: Callable[[int, int], object],
) -> Iterator[Results]:
    from studyapp.search.passages import KINDS  # noqa: PLC0415 - not at start

    if query.like:
        return iter([_grouped(query.text, workspace.search.like(*query.like), workspace.course)])
    course = workspace.course
    sections = None
    if query.chapters:
        chosen = (course.by_id[one] for one in query.chapters if one in course.by_id)
        sections = {inner.id for chapter in chosen for inner in chapter.walk()}
    return workspace.search.stream(
        query.text,
        kinds=query.kinds or frozenset(KINDS),
        sections=sections,
        states=states,
        marked=query.marked,
        limit=query.limit,
        tick=tick,
    )


def _grouped(text: str, hits: list[Hit], course: Course) -> Results:
    """Return hits of one section each as an answer."""
    from studyapp.search.hits import Group, Results  # noqa: PLC0415 - not at start

    groups = [
        Group(hit.section, tuple(one.title for one in course.trail(hit.section)), 1, (hit,))
        for hit in hits
        if hit.section in course.by_id
    ]
    shown = tuple(hit for group in groups for hit in group.hits)
    return Results(text, shown, tuple(groups), len(shown), complete=True)
