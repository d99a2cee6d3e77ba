"""What tests of a notebook share: to write a note, and to see what then stands there."""

from studyapp.model import Anchor, Annotation
from studyapp.notes.notebook import Notebook

ANCHOR = Anchor("quote", "before", "after", 3, 8, "0123456789abcdef")


def note(notebook, text="text", **fields):
    return notebook.put(
        "course", Annotation(notebook.new_id(), "note", "one.md", ANCHOR, text, **fields)
    )


def file_of(notebook, annotation):
    return notebook.folder / "course" / "annotations" / f"{annotation.id}.md"


def again(notebook):
    return Notebook(notebook.folder, notebook.device)


def shown(notebook):
    return {one.id: one for one in notebook.annotations("course").values()}
