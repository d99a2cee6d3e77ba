"""Disks that are full, read-only or gone: told at once, nothing half-written, the edit kept."""

import errno
import os
import random

import pytest
from msgspec.structs import replace

from studyapp.model import Annotation, StudyError
from studyapp.notes.notebook import Notebook

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Disk:
    """Stands before the system's calls and lets some of them fail."""

    def __init__(self, patch, number):
        self.fails = lambda: False
        self.error = OSError(number, os.strerror(number))
        for name in ("open", "write", "fsync", "replace", "rename", "mkdir"):
            patch.setattr(os, name, self._before(getattr(os, name), name))

    def _before(self, call, name):
        def called(*arguments, **options):
            reading = name == "open" and not arguments[1] & WRITING
            if not reading and self.fails():
                raise self.error
            return call(*arguments, **options)

        return called


def put(notebook, made):
    try:
        return notebook.put("course", made)
    except StudyError:
        return None


@pytest.mark.parametrize("seed", range(8))
def test_a_disk_that_is_full_now_and_then_loses_nothing(tmp_path, monkeypatch, seed):
    chance = random.Random(seed)
    notebook = Notebook(tmp_path / "n", "laptop")
    disk = Disk(monkeypatch, errno.ENOSPC)
    latest, failed = {}, 0
    for number in range(150):
        disk.fails = lambda: chance.random() < 0.1
        name = f"ID{chance.randrange(30)}"
        edit = Annotation(name, "note", "one.md", None, f"edit {number}")
        latest[name] = edit.note
        if put(notebook, edit) is None:
            failed += 1
            assert notebook.unwritten.edits["course", name].note == edit.note
        disk.fails = lambda: False
        assert notebook.annotations("course")[name].note == edit.note
    assert failed > 10
    notebook.unwritten.retry()
    assert not notebook.unwritten.edits
    fresh = Notebook(tmp_path / "n", "laptop")
    assert {name: one.note for name, one in fresh.annotations("course").items()} == latest
    assert fresh.findings == ()
    assert not list(tmp_path.rglob("*studyapp-tmp"))


@pytest.mark.parametrize("seed", range(4))
def test_a_log_on_a_full_disk_has_whole_lines_only(tmp_path, monkeypatch, seed):
    chance = random.Random(seed)
    log = Notebook(tmp_path, "laptop").log("course")
    disk = Disk(monkeypatch, errno.ENOSPC)
    written = []
    for number in range(100):
        disk.fails = lambda: chance.random() < 0.1
        try:
            log.append([{"number": number}])
            written.append(number)
        except StudyError:
            disk.fails = lambda: False
            assert [entry["number"] for entry in log.entries()] == written
    disk.fails = lambda: False
    assert 10 < len(written) < 100
    fresh = Notebook(tmp_path, "laptop").log("course")
    assert [entry["number"] for entry in fresh.entries()] == written


@pytest.mark.parametrize("allowed", range(8))
def test_a_line_that_was_refused_is_not_there(tmp_path, monkeypatch, allowed):
    log = Notebook(tmp_path, "laptop").log("course")
    (tmp_path / "course" / "log").mkdir(parents=True)
    disk = Disk(monkeypatch, errno.EIO)
    left = iter(range(allowed))
    disk.fails = lambda: next(left, None) is None
    written = []
    try:
        written = log.append([{"number": 1}])
    except StudyError:
        assert allowed < 7
    assert log.entries() == written


def test_a_read_only_disk_can_be_read(tmp_path, monkeypatch):
    first = Notebook(tmp_path, "laptop")
    made = first.put("course", Annotation("A", "note", "", None, "text"))
    disk = Disk(monkeypatch, errno.EROFS)
    disk.fails = lambda: True
    notebook = Notebook(tmp_path, "laptop")
    assert notebook.annotations("course") == {"A": made}
    with pytest.raises(StudyError, match="read-only"):
        notebook.put("course", replace(made, note="changed"))
    assert notebook.annotations("course")["A"].note == "changed"
    notebook.refresh()
    notebook.close()
    disk.fails = lambda: False
    notebook.refresh()
    assert Notebook(tmp_path, "laptop").annotations("course")["A"].note == "changed"


@pytest.mark.parametrize("loaded", [True, False])
def test_a_folder_moved_away_is_not_made_again(tmp_path, loaded):
    notebook = Notebook(tmp_path / "n", "laptop")
    made = notebook.put("course", Annotation("A", "note", "", None, "text"))
    if not loaded:
        notebook = Notebook(tmp_path / "n", "laptop")
    (tmp_path / "n").rename(tmp_path / "moved")
    with pytest.raises(StudyError, match="gone"):
        notebook.put("course", replace(made, note="changed"))
    with pytest.raises(StudyError, match="gone"):
        notebook.refresh()
    assert not (tmp_path / "n").exists()
    (tmp_path / "moved").rename(tmp_path / "n")
    notebook.unwritten.retry()
    assert Notebook(tmp_path / "n", "laptop").annotations("course")["A"].note == "changed"


def test_what_a_crash_left_is_swept(tmp_path):
    made = Notebook(tmp_path, "laptop").put("course", Annotation("A", "note", "", None, "text"))
    stray = tmp_path / "course" / "annotations" / ".A.md.0123abcd.studyapp-tmp"
    stray.write_text("half")
    assert Notebook(tmp_path, "laptop").annotations("course") == {"A": made}
    assert not stray.exists()
