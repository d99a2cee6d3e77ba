"""The doctor: each ill is told with its place, and a repair mends it without losing anything."""

import json
import os
import shutil
from dataclasses import replace

import pytest

from studyapp.model import Anchor, Annotation, Severity
from studyapp.notes.backups import Backups
from studyapp.notes.doctor import Notes, diagnose
from studyapp.notes.notebook import Notebook
from tests.writing import put_status

DAY = 86400.0
NOW = 1_800_000_000.0


class Patient:
    """A sound notebook of three annotations, to be made ill."""

    def __init__(self, folder):
        self.notes = Notes(
            folder / "notebook", "laptop", folder / "aside", folder / "snapshots", lambda: NOW
        )
        notebook = self.open(NOW - 100 * DAY)
        self.text = notebook.keep_text("course", "the text")
        anchor = Anchor("text", "the ", "", 4, 8, self.text)
        self.made = [
            notebook.put("course", Annotation(f"ID{number}", "note", "a.md", anchor, "mine"))
            for number in range(3)
        ]
        notebook.log("course").append([{"read": "a.md"}])
        notebook.describe_course("course", {"title": "T"})
        notebook.close()
        self.course = self.notes.folder / "course"
        Backups(notebook, self.notes.snapshots, lambda: NOW).take()

    def open(self, now=NOW):
        return Notebook(self.notes.folder, "laptop", backups=self.notes.aside, clock=lambda: now)

    def file(self, name):
        return self.course / "annotations" / name

    def kept(self):
        """Return the contents of all files that the doctor moved to the backups."""
        return [path.read_bytes() for path in self.notes.aside.rglob("*") if path.is_file()]


@pytest.fixture
def patient(tmp_path):
    made = Patient(tmp_path)
    assert diagnose(made.notes) == diagnose(made.notes, repair=True) == []
    return made


def snapshot(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def told(patient):
    """Return the diagnoses, seen to be the same twice and to change nothing."""
    before = snapshot(patient.notes.folder)
    found = diagnose(patient.notes)
    assert diagnose(patient.notes) == found
    assert snapshot(patient.notes.folder) == before
    assert not any(one.repaired for one in found)
    return found


def mended(patient):
    """Return the diagnoses of a repair, which leaves the annotations as they were."""
    found = diagnose(patient.notes, repair=True)
    notebook = patient.open()
    notebook.annotations("course")
    notebook.refresh()
    assert {one.id for one in patient.made} <= notebook.annotations("course").keys()
    return found


def test_a_bad_file_is_left_to_its_owner(patient):
    bad = patient.file("bad.md")
    bad.write_text('---\nid: "X"\nstart: [\n---\n')
    (found,) = told(patient)
    assert (found.path, found.line, found.severity) == (bad, 3, Severity.ERROR)
    assert "editor" in found.hint
    assert mended(patient) == [found]
    assert bad.exists()


def test_a_stray_temporary_file_is_removed(patient):
    strays = [
        folder / ".A.md.0123abcd.studyapp-tmp"
        for folder in (patient.notes.folder, patient.course, patient.file("x").parent)
    ]
    for stray in strays:
        stray.write_text("half")
    assert [one.path for one in told(patient)] == strays
    assert all(one.repaired for one in mended(patient))
    assert not any(stray.exists() for stray in strays)


def test_a_torn_line_of_a_log_is_told_and_kept(patient):
    path = patient.course / "log" / "laptop.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"at": "20')
    (found,) = told(patient)
    assert (found.path, found.line, found.severity) == (path, 2, Severity.INFO)
    assert mended(patient) == [found]
    assert path.read_bytes() == whole + b'{"at": "20'
    notebook = patient.open()
    notebook.log("course").append([{"read": "b.md"}])
    assert [one["read"] for one in notebook.log("course").entries()] == ["a.md", "b.md"]
    assert len(told(patient)) == 1


def test_copies_of_an_annotation_are_merged(patient):
    text = patient.file("ID1.md").read_text()
    copy = patient.file("ID1.sync-conflict-20261122-101530-ABCDEFG.md")
    copy.write_text(text.replace('color: ""', 'color: "red"') + " and more")
    (found,) = told(patient)
    assert copy.name in found.message
    assert [one.repaired for one in mended(patient)] == [True]
    assert not copy.exists()
    merged = patient.open().annotation("course", "ID1")
    assert merged.note == "mine and more"
    assert any(b"and more" in data for data in patient.kept())


def test_marks_of_git_are_resolved(patient):
    path = patient.file("ID1.md")
    text = path.read_text()
    marked = text.replace(
        'color: ""\n', '<<<<<<< HEAD\ncolor: "red"\n=======\ncolor: ""\n>>>>>>> other\n'
    )
    path.write_text(marked)
    (found,) = told(patient)
    assert "git" in found.message
    assert [one.repaired for one in mended(patient)] == [True]
    assert patient.open().annotation("course", "ID1").note == "mine"
    assert marked.encode() in patient.kept()


def test_a_changed_text_goes_and_the_true_one_comes_back(patient):
    path = patient.course / "text" / f"{patient.text}.txt"
    path.write_text("something else")
    found = told(patient)
    assert {one.path.name for one in found} == {path.name, "ID0.md", "ID1.md", "ID2.md"}
    assert all(one.repaired for one in mended(patient))
    assert path.read_text() == "the text"
    assert patient.kept() == [b"something else"]


def test_a_missing_text_that_no_backup_has_is_told(patient):
    shutil.rmtree(patient.course / "text")
    shutil.rmtree(patient.notes.snapshots)
    found = told(patient)
    assert [one.path.name for one in found] == ["ID0.md", "ID1.md", "ID2.md"]
    assert all("missing" in one.message for one in found)
    assert mended(patient) == found


@pytest.mark.parametrize(
    "content", [None, "{", '{"format": "x", "id": "01JDA3Q8ZK6T4V9W2M5X7Y1B3C"}']
)
def test_the_head_of_a_notebook_is_made_anew(patient, content):
    path = patient.notes.folder / "notebook.json"
    path.unlink() if content is None else path.write_text(content)
    (found,) = told(patient)
    assert (found.path, found.severity) == (path, Severity.ERROR)
    assert [one.repaired for one in mended(patient)] == [True]
    entries = json.loads(path.read_text())
    assert entries["format"] == 1
    assert len(entries["id"]) == 26
    if content:
        assert patient.kept() == [content.encode()]
        assert "01J" not in content or entries["id"] in content


def test_a_newer_notebook_is_left_alone(patient):
    path = patient.notes.folder / "notebook.json"
    path.write_text('{"format": 99, "id": "x"}')
    (found,) = told(patient)
    assert "update" in found.hint
    with pytest.raises(Exception, match="newer"):
        diagnose(patient.notes, repair=True)
    assert path.read_text() == '{"format": 99, "id": "x"}'


def test_an_unreadable_description_of_a_course_goes(patient):
    path = patient.course / "course.json"
    path.write_text("{")
    (found,) = told(patient)
    assert found.path == path
    assert [one.repaired for one in mended(patient)] == [True]
    assert patient.open().course_description("course") == {}
    assert patient.kept() == [b"{"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_folder_that_cannot_be_written_is_told(patient, monkeypatch):
    folder = patient.course / "annotations"
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != folder and access(path, mode))
    (found,) = told(patient)
    assert (found.path, found.severity) == (folder, Severity.ERROR)


def test_a_linked_folder_is_told(patient, tmp_path):
    (tmp_path / "elsewhere" / "annotations").mkdir(parents=True)
    try:
        (patient.notes.folder / "linked").symlink_to(tmp_path / "elsewhere")
    except OSError:
        pytest.skip("no links here")
    (found,) = told(patient)
    assert "link" in found.message


def test_a_folder_that_vanished_is_told_and_not_forgotten(patient):
    patient.file("x").parent.rename(patient.notes.folder.parent / "away")
    (found,) = told(patient)
    assert "3 of 3" in found.message
    (found,) = diagnose(patient.notes, repair=True)
    assert not found.repaired
    (patient.notes.folder.parent / "away").rename(patient.file("x").parent)
    assert told(patient) == []


def test_a_notebook_that_is_not_there(patient):
    shutil.rmtree(patient.notes.folder)
    (found,) = diagnose(patient.notes)
    assert found.path == patient.notes.folder
    assert diagnose(replace(patient.notes), repair=True) == [found]
    assert not patient.notes.folder.exists()


def test_a_damaged_cache_is_removed(patient):
    (path,) = patient.notes.folder.rglob("annotations.cache")
    data = bytearray(path.read_bytes())
    data[10] ^= 255
    path.write_bytes(data)
    (found,) = told(patient)
    assert found.path == path
    assert [one.repaired for one in mended(patient)] == [True]
    assert told(patient) == []


def test_old_trash_is_moved_to_the_backups(patient):
    put_status(patient.open(NOW - 40 * DAY), "ID0", "trashed")
    put_status(patient.open(NOW - 10 * DAY), "ID1", "trashed")
    (found,) = told(patient)
    assert found.path == patient.file("ID0.md")
    assert "trash" in found.message
    (done,) = diagnose(patient.notes, repair=True)
    assert done.repaired
    assert not patient.file("ID0.md").exists()
    assert patient.file("ID1.md").exists()
    assert [b"trashed" in data for data in patient.kept()] == [True]


def test_a_backup_that_cannot_be_read_makes_room_for_others(patient):
    (path,) = patient.notes.snapshots.iterdir()
    data = bytearray(path.read_bytes())
    data[60:70] = bytes(10)
    path.write_bytes(data)
    (found,) = told(patient)
    assert found.path == path
    assert [one.repaired for one in mended(patient)] == [True]
    assert [one.name for one in patient.notes.snapshots.iterdir()] == [f"{path.name}.unreadable"]


def test_several_ills_are_mended_at_once(patient):
    (patient.course / "course.json").write_text("{")
    (patient.notes.folder / "notebook.json").unlink()
    patient.file("bad.md").write_text("no front matter")
    assert len(told(patient)) == 3
    assert [one.repaired for one in mended(patient)] == [True, True, False]
