"""Every act on the annotations of a course: to mark, note, edit, remove, take back.

The workspace has one `Notes`; the window and the command line call its verbs. Each verb writes
durably first, then tells what changed, then returns. What cannot be written is kept, shown and
tried again, and a StudyError says so. Where annotations stand in the course as it now is, is found
by `surveying`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from studyapp.model import Annotation, Change, Kind, State, StudyError
from studyapp.notes import errors, undo
from studyapp.notes.describing import describe, trimmed
from studyapp.notes.merging import TRASHED
from studyapp.notes.outcomes import Outcome
from studyapp.notes.staging import put_all
from studyapp.notes.undo import Act, Step, edit_name
from studyapp.placing import Placed
from studyapp.surveying import Finder, Survey, placed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from studyapp.book import Book
    from studyapp.model import Anchor
    from studyapp.notekeeping import Keeper
    from studyapp.notes.notebook import Notebook
    from studyapp.notes.outcomes import Moved
    from studyapp.notes.staging import Staged

    Ids = str | Sequence[str]
    """One annotation, or several."""
    Looked = Mapping[str, frozenset[str]]
    """For each course, the files that may be other ones than known."""


MANY = 20
"""Annotations from which an act is written on another thread, if there is one."""


class Notes:
    """The annotations of the open course, and every act on annotations of any course."""

    def __init__(self, book: Book, keeper: Keeper, tell: Callable[[Change], None]) -> None:
        """Take the open course, who keeps the notebook, and whom to tell of changes."""
        self._book = book
        self._keeper = keeper
        self._tell = tell
        self._history = keeper.history
        self._finder = Finder(self._old_text)
        self._moved: dict[str, Moved] = {}
        self.surveyed = False
        """Whether it is known what became of all passages in the course as it now is."""

    # What there is

    @property
    def notebook(self) -> Notebook | None:
        """The notebook; None as long as nothing was ever written into one."""
        return self._keeper.notebook

    def of_section(self, section: str) -> list[Placed]:
        """Return what is annotated on a section, by place; orphans last.

        A passage that moved to another section is found there once a survey was taken.
        """
        notebook = self.notebook
        if notebook is None:
            return []
        own = notebook.of_section(self._course, section).values()
        text = self._book.page(section).text
        placed = placed_in(
            (one for one in own if one.status != TRASHED), section, text, self._finder
        )
        stayed = [one for one in placed if one.found or not self._left(one.annotation)]
        return sorted([*stayed, *self._arrived(section, text)], key=lambda one: one.order)

    def _left(self, annotation: Annotation) -> bool:
        """Tell whether a passage is known to be in another section now."""
        row = self._moved.get(annotation.id)
        return bool(row and row.section and row.annotation.anchor == annotation.anchor)

    def _arrived(self, section: str, text: str) -> Iterable[Placed]:
        for row in self._moved.values():
            if row.section != section or row.annotation.section == section or row.found is None:
                continue
            current = self.get(row.annotation.id)
            same = text[row.found.start : row.found.end] == row.new
            if current and self._left(current) and same and current.status != TRASHED:
                yield Placed(current, section, row.found, State.CHANGED, row.is_verbatim)

    def counts(self) -> Mapping[str, int]:
        """Return how many annotations each section of the course has."""
        return self.notebook.sections(self._course) if self.notebook else {}

    def all(self, course: str = "") -> list[Annotation]:
        """Return the annotations of a course, of the open one by default, without removed ones."""
        return [one for one in self._every(course) if one.status != TRASHED]

    def removed(self, course: str = "") -> list[Annotation]:
        """Return what is in the trash of a course, what was removed last first."""
        found = [one for one in self._every(course) if one.status == TRASHED]
        return sorted(found, key=lambda one: one.modified, reverse=True)

    def _every(self, course: str) -> Iterable[Annotation]:
        return self.notebook.annotations(course or self._course).values() if self.notebook else ()

    def get(self, annotation_id: str) -> Annotation | None:
        """Return an annotation of the open course as it now is, removed or not."""
        return self.notebook.annotation(self._course, annotation_id) if self.notebook else None

    def place(self, annotation: Annotation) -> Placed:
        """Return where an annotation of the open course is now, as far as is known."""
        row = self._moved.get(annotation.id)
        if row and row.section and row.section != annotation.section and self._left(annotation):
            return Placed(annotation, row.section, row.found, State.CHANGED, row.is_verbatim)
        section = annotation.section
        if section not in self._book.course.by_id:
            state = State.ORPHANED if section else State.ANCHORED
            return Placed(annotation, section, None, state)
        return placed_in([annotation], section, self._book.page(section).text, self._finder)[0]

    # After the course has changed

    def survey(self, annotations: Iterable[Annotation] | None = None) -> Survey:
        """Return the work of finding every passage again; give its rows to `take_survey`.

        Whoever has read the annotations already gives them.
        """
        found = self.all() if annotations is None else annotations
        return Survey(found, self._book, self._old_text)

    def take_survey(self, rows: Iterable[Moved], origin: str = "") -> None:
        """Take what a survey found, and tell everyone."""
        self._moved = {row.annotation.id: row for row in rows if row.outcome is not Outcome.KEPT}
        self.surveyed = True
        self._tell(Change(frozenset({Kind.NOTES}), origin=origin))

    def report(self) -> list[Moved]:
        """Return the rows of the survey that are not settled yet, without what was kept."""
        current: dict[str, Annotation] = {}
        if notebook := self.notebook if self._moved else None:
            # One that is of another section now was linked anew, and so is settled
            for section in {row.annotation.section for row in self._moved.values()}:
                current.update(notebook.of_section(self._course, section))
        return [
            replace(row, annotation=known)
            for key, row in self._moved.items()
            if (known := current.get(key))
            and known.anchor == row.annotation.anchor
            and known.status != TRASHED
        ]

    def forget_survey(self) -> None:
        """Count what was found as out of date: the course has changed."""
        self._moved = {}
        self.surveyed = False

    # Verbs

    def add(
        self,
        section: str,
        span: tuple[int, int] | None = None,
        *,
        kind: str = "highlight",
        color: str = "",
        note: str = "",
        tags: Iterable[str] = (),
        origin: str = "",
    ) -> Annotation:
        """Annotate a passage; without a span the whole section, without a section nothing at all.

        `span` is in code points of the canonical text; white space at its ends is left out.
        """
        errors.check_color(color)
        anchor = self._anchor(section, span) if span else None
        notebook = self._keeper.writable(self._book.course)
        made = Annotation(
            id=notebook.new_id(),
            kind=kind,
            section=section,
            anchor=anchor,
            note=note,
            color=color,
            tags=tuple(dict.fromkeys(tags)),
        )
        act = Act(undo.MADE.get(kind, undo.ADD), (Step.made(self._course, made),))
        self._carry_out(act, origin)
        return notebook.annotation(self._course, made.id) or made

    def edit(
        self,
        ids: Ids,
        *,
        note: str | None = None,
        color: str | None = None,
        kind: str | None = None,
        tags: Iterable[str] | None = None,
        origin: str = "",
        continues: bool = False,
    ) -> None:
        """Change what is given of some annotations.

        An edit that `continues` the one before, as the next words of a note do, is undone with it.
        """
        errors.check_color(color or "")
        given: dict[str, Any] = {"note": note, "color": color, "kind": kind}
        given["tags"] = None if tags is None else tuple(dict.fromkeys(tags))
        changes = {name: value for name, value in given.items() if value is not None}
        name = edit_name(changes)
        self._change(name, ids, lambda one: replace(one, **changes), origin, continues=continues)

    def stage_note(
        self, annotation_id: str, note: str, *, origin: str = "", continues: bool = False
    ) -> Staged | None:
        """Change a note, and leave the writing to the caller; None if it is the same.

        For typing, which must not wait for a disk: see `Notebook.stage`.
        """
        course, before = self._known(annotation_id)
        after = replace(before, note=note)
        if before == after:
            return None
        act = Act(undo.EDIT_NOTE, (Step(course, before, after),))
        self._history.push(act, continues=continues)
        staged = self._keeper.writable(self._book.course).stage(course, after)
        self._tell(Change(frozenset({Kind.NOTES}), frozenset({after.section}), origin))
        return staged

    def tag(
        self, ids: Ids, *, add: Collection[str] = (), drop: Collection[str] = (), origin: str = ""
    ) -> None:
        """Add tags to some annotations, and drop others."""

        def tagged(one: Annotation) -> Annotation:
            kept = [tag for tag in one.tags if tag not in drop]
            return replace(one, tags=tuple(dict.fromkeys([*kept, *add])))

        self._change(undo.CHANGE_TAGS, ids, tagged, origin)

    def remove(self, ids: Ids, origin: str = "") -> None:
        """Put annotations into the trash; they keep everything and can be restored."""
        self._change(undo.REMOVE, ids, lambda one: replace(one, status=TRASHED), origin)

    def restore(self, ids: Ids, origin: str = "") -> None:
        """Take annotations out of the trash."""
        self._change(undo.RESTORE, ids, lambda one: replace(one, status=""), origin)

    def relink(
        self, annotation_id: str, section: str, span: tuple[int, int], origin: str = ""
    ) -> None:
        """Say which passage an annotation belongs to: an orphan's, or more or fewer words."""
        anchor = self._anchor(section, span)
        self._keeper.writable(self._book.course)
        before = self._known(annotation_id)[1]
        is_elsewhere = before.section != section or self._is_lost(before)
        name = undo.RELINK if is_elsewhere else undo.CHANGE_PASSAGE
        self._change(
            name, annotation_id, lambda one: replace(one, section=section, anchor=anchor), origin
        )

    def accept(self, ids: Ids, origin: str = "") -> None:
        """Take passages as they now are for those that were marked; orphans are left alone."""
        anchors = {one: place for one in _listed(ids) if (place := self._place_now(one))}

        def accepted(one: Annotation) -> Annotation:
            section, anchor = anchors[one.id]
            return replace(one, section=section, anchor=anchor)

        self._change(undo.ACCEPT_CHANGE, list(anchors), accepted, origin)

    def _place_now(self, annotation_id: str) -> tuple[str, Anchor] | None:
        placed = self.place(self._known(annotation_id)[1])
        if placed.found is None:
            return None
        found = placed.found
        return placed.section, self._anchor(placed.section, (found.start, found.end))

    def _is_lost(self, annotation: Annotation) -> bool:
        return annotation.anchor is not None and self.place(annotation).found is None

    # Taking back

    @property
    def undo_names(self) -> tuple[str, str]:
        """What can be undone, and what done again, by name; empty when nothing can."""
        undo, redo = self._history.names()
        return undo, redo

    def undo(self, origin: str = "") -> str:
        """Take the last act back; return its name, empty when there was none."""
        return self._again(self._history.undo(), origin)

    def redo(self, origin: str = "") -> str:
        """Do again what was undone last; return its name, empty when there was nothing."""
        return self._again(self._history.redo(), origin)

    def _again(self, act: Act | None, origin: str) -> str:
        if act is None:
            return ""
        self._write(act, origin)
        return act.name

    # The notebook and others who write it

    def refresh(
        self, origin: str = "", *, looked: Looked | None = None, accept_losses: bool = False
    ) -> None:
        """Take in what others wrote into the notebook, and write what could not be written.

        `looked` is what the notebook's `look` returned. Raises StudyError if much is gone at once,
        unless told to `accept_losses`.
        """
        notebook = self.notebook
        if notebook is None:
            return
        changed = notebook.refresh(looked, accept_losses=accept_losses)
        if changed:
            ids = changed.get(self._course, frozenset())
            known = (notebook.annotation(self._course, one) for one in ids)
            sections = frozenset(one.section for one in known if one)
            self._tell(Change(frozenset({Kind.NOTES}), sections, origin))

    # How all of it is done

    @property
    def _course(self) -> str:
        return self._book.course.id

    def _old_text(self, name: str) -> str | None:
        return self.notebook.text(self._course, name) if self.notebook else None

    def _anchor(self, section: str, span: tuple[int, int]) -> Anchor:
        text = self._book.page(section).text
        start, end = trimmed(text, *span)
        if start >= end:
            raise errors.no_words()
        self._keeper.writable(self._book.course).keep_text(self._course, text)
        return describe(text, start, end)

    def _known(self, annotation_id: str) -> tuple[str, Annotation]:
        """Return an annotation of any course, with the course's id."""
        notebook = self.notebook
        if notebook is None:
            raise errors.unknown(annotation_id)
        here = notebook.annotation(self._course, annotation_id)
        course = self._course if here else notebook.course_of(annotation_id)
        found = here or notebook.annotation(course, annotation_id)
        if found is None:
            raise errors.unknown(annotation_id)
        return course, found

    def _change(
        self,
        name: str,
        ids: Ids,
        changed: Callable[[Annotation], Annotation],
        origin: str,
        *,
        continues: bool = False,
    ) -> None:
        known = [self._known(one) for one in _listed(ids)]
        steps = [Step(course, before, changed(before)) for course, before in known]
        steps = [step for step in steps if step.before != step.after]
        if steps:
            self._carry_out(Act(name, tuple(steps)), origin, continues=continues)

    def _carry_out(self, act: Act, origin: str, *, continues: bool = False) -> None:
        self._history.push(act, continues=continues)
        self._write(act, origin)

    def _write(self, act: Act, origin: str) -> None:
        """Write what an act changes, tell of it, and only then of what could not be written."""
        notebook = self._keeper.writable(self._book.course)
        todo: list[tuple[str, Annotation]] = []
        for step in act.steps:
            current = notebook.annotation(step.course, step.after.id)
            todo.append((step.course, step.applied(current) if current else step.after))
        later = self._keeper.write_later if len(todo) >= MANY else None
        trouble: StudyError | None = None
        if later:
            later([notebook.stage(*one) for one in todo])
        else:
            trouble = put_all(notebook, todo)
        touched = {step.before.section for step in act.steps} | {one.section for _, one in todo}
        self._tell(Change(frozenset({Kind.NOTES}), frozenset(touched), origin))
        if trouble:
            raise trouble


def _listed(ids: Ids) -> list[str]:
    return [ids] if isinstance(ids, str) else list(ids)
