"""What is taken in at once and written on another thread, or again: on a real notebook."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace

from studyapp import files
from studyapp.model import StudyError
from studyapp.notes.annotationfile import dump, parse
from studyapp.notes.notebook import Notebook
from tests.notes.notebooks import again, file_of, note, shown


@pytest.fixture
def notebook(tmp_path):
    return Notebook(tmp_path / "notebook", "laptop")


def staged(notebook, made, text):
    return notebook.unwritten.stage("course", replace(made, note=text))


def test_what_is_staged_is_shown_at_once_and_on_disk_once_it_is_written(notebook):
    made = note(notebook, "old")
    one = staged(notebook, made, "new")
    assert shown(notebook)[made.id].note == "new"
    assert parse(file_of(notebook, made).read_text()).note == "old"
    assert [key[1] for key in notebook.unwritten.edits] == [made.id]
    notebook.unwritten.settle(one, notebook.unwritten.write(one))
    assert notebook.unwritten.edits == {}
    assert parse(file_of(notebook, made).read_text()) == shown(notebook)[made.id]
    assert shown(again(notebook)) == shown(notebook)


def test_what_was_staged_and_written_by_a_later_act_is_not_written_again(notebook):
    made = note(notebook, "old")
    one = staged(notebook, made, "typed")
    last = notebook.put("course", replace(shown(notebook)[made.id], note="at the end"))
    stamp = notebook.unwritten.write(one)
    notebook.unwritten.settle(one, stamp)
    assert stamp is None
    assert parse(file_of(notebook, made).read_text()) == last == shown(notebook)[made.id]


def test_who_wrote_between_staging_and_writing_is_joined(notebook):
    made = note(notebook, "old")
    one = staged(notebook, made, "typed")
    file_of(notebook, made).write_text(dump(replace(made, note="from an editor", color="blue")))
    notebook.unwritten.settle(one, notebook.unwritten.write(one))
    kept = parse(file_of(notebook, made).read_text())
    assert "typed" in kept.note
    assert "from an editor" in kept.note
    assert kept.color == "blue"
    assert (notebook.unwritten.edits, shown(notebook)[made.id]) == ({}, kept)


def test_a_look_at_the_disk_between_writing_and_settling_does_no_harm(notebook):
    made = note(notebook, "old")
    one = staged(notebook, made, "typed")
    stamp = notebook.unwritten.write(one)
    notebook.refresh()
    notebook.unwritten.settle(one, stamp)
    notebook.refresh()
    assert shown(notebook)[made.id].note == "typed"
    assert notebook.sections("course") == {"one.md": 1}
    assert shown(again(notebook)) == shown(notebook)


def test_what_is_staged_and_never_settled_is_written_by_the_next_act(notebook):
    made = note(notebook, "old")
    staged(notebook, made, "typed")
    note(notebook, "another")
    assert parse(file_of(notebook, made).read_text()).note == "typed"
    assert notebook.unwritten.edits == {}


def test_a_staged_write_that_fails_stays_to_be_tried_again(notebook, monkeypatch):
    made = note(notebook, "old")
    one = staged(notebook, made, "typed")

    def full(path, data):
        raise files.unwritable(path, OSError(28, "No space left on device"))

    with monkeypatch.context() as broken:
        broken.setattr(files, "write_atomic", full)
        with pytest.raises(StudyError, match="no space left on device"):
            notebook.unwritten.write(one)
    assert shown(notebook)[made.id].note == "typed"
    notebook.refresh()
    assert parse(file_of(notebook, made).read_text()).note == "typed"


def test_staging_while_another_thread_writes_loses_nothing(notebook):
    """One thread writes what the other stages, with acts between: as typing does."""
    made = note(notebook, "")
    with ThreadPoolExecutor(1) as thread:
        for number in range(60):
            one = staged(notebook, shown(notebook)[made.id], f"text {number}")
            written = thread.submit(notebook.unwritten.write, one)
            if number % 3 == 0:
                note(notebook, f"beside {number}")
            if number % 7 == 0:
                notebook.refresh()
            notebook.unwritten.settle(one, written.result())
            assert shown(notebook)[made.id].note == f"text {number}"
    assert notebook.unwritten.edits == {}
    assert shown(again(notebook)) == shown(notebook)
    assert len(shown(notebook)) == 21
