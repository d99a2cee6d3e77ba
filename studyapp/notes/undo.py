"""What was done to annotations, so that it can be undone and done again, by name.

The workspace pushes an `Act` after each of its verbs on notes and asks here what to put back. Only
what an act changed is put back: what another device or editor has written since stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import fields, replace

from studyapp.model import Annotation
from studyapp.notes.merging import TRASHED
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST = 500
"""Acts that are remembered."""

MADE = {
    "highlight": translate("Notebook", "Highlight"),
    "underline": translate("Notebook", "Underline"),
    "note": translate("Notebook", "Add Note"),
    "bookmark": translate("Notebook", "Add Bookmark"),
    "question": translate("Notebook", "Add Question"),
    "card": translate("Notebook", "Add Card"),
}
"""What making an annotation of a kind is called in the menu; here and below what else is done."""

ADD = translate("Notebook", "Add")
EDIT_NOTE = translate("Notebook", "Edit Note")
CHANGE_TAGS = translate("Notebook", "Change Tags")
REMOVE = translate("Notebook", "Remove")
RESTORE = translate("Notebook", "Restore")
RELINK = translate("Notebook", "Relink")
CHANGE_PASSAGE = translate("Notebook", "Change Passage")
ACCEPT_CHANGE = translate("Notebook", "Accept Change")

_PUT_BACK = tuple(f.name for f in fields(Annotation) if f.name not in {"id", "created", "modified"})


class Step(Struct, frozen=True):
    """What an act did to one annotation."""

    course: str
    before: Annotation
    """For one that the act made: the same, removed."""
    after: Annotation

    @classmethod
    def made(cls, course: str, annotation: Annotation) -> Step:
        """Return the step that made an annotation."""
        return cls(course, replace(annotation, status=TRASHED), annotation)

    def inverse(self) -> Step:
        """Return the step that takes this one back."""
        return Step(self.course, self.after, self.before)

    def applied(self, current: Annotation) -> Annotation:
        """Return an annotation with what the step changes, where it still is as before the step."""
        changes = {
            name: getattr(self.after, name)
            for name in _PUT_BACK
            if getattr(self.before, name) != getattr(self.after, name)
            and getattr(current, name) == getattr(self.before, name)
        }
        return replace(current, **changes) if changes else current


class Act(Struct, frozen=True):
    """One thing that the user did, under the name that the menu shows."""

    name: str
    steps: tuple[Step, ...]

    def inverse(self) -> Act:
        """Return the act that takes this one back."""
        return Act(self.name, tuple(step.inverse() for step in self.steps))

    def joined(self, later: Act) -> Act | None:
        """Return both acts as one, if they are of one name and on the same annotations."""
        same = self.name == later.name and _ids(self) == _ids(later)
        if not same:
            return None
        pairs = zip(self.steps, later.steps, strict=True)
        return Act(self.name, tuple(Step(one.course, one.before, two.after) for one, two in pairs))


def _ids(act: Act) -> list[str]:
    return [step.after.id for step in act.steps]


class History:
    """The acts of one run of the program, and those undone since the last of them."""

    def __init__(self) -> None:
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def push(self, act: Act, *, continues: bool = False) -> None:
        """Remember an act; one that `continues` is undone together with the one before."""
        whole = self._done[-1].joined(act) if continues and self._done else None
        if whole:
            self._done[-1] = whole
        else:
            self._done.append(act)
        del self._done[:-MOST]
        self._undone.clear()

    def names(self) -> Iterator[str]:
        """Yield the name of what can be undone, then of what can be done again; may be empty."""
        for acts in (self._done, self._undone):
            yield acts[-1].name if acts else ""

    def undo(self) -> Act | None:
        """Return the act that takes the last one back, and count it as undone."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].inverse()

    def redo(self) -> Act | None:
        """Return the act that was undone last, and count it as done."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]


def edit_name(changes: Mapping[str, object]) -> str:
    """Return what changing these fields of an annotation is called in the menu."""
    names = {
        "note": EDIT_NOTE,
        "color": translate("Notebook", "Change Color"),
        "kind": translate("Notebook", "Change Kind"),
    }
    if len(changes) != 1:
        return translate("Notebook", "Edit")
    return names.get(next(iter(changes)), CHANGE_TAGS)
