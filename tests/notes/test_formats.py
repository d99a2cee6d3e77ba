"""A notebook of an older format is brought up to date after a backup, however often cut short."""

import errno
import json
import os
import random

import pytest

from studyapp import files
from studyapp.model import Annotation, StudyError
from studyapp.notes.backups import Backups
from studyapp.notes.notebook import Notebook
from tests.writing import put_status


def recolored(folder):
    """From 1 to 2: what was yellow is called gold."""
    for path in sorted(folder.glob("*/annotations/*.md")):
        text = path.read_text()
        if '"yellow"' in text:
            files.write_atomic(path, text.replace('"yellow"', '"gold"').encode())


def described(folder):
    """From 2 to 3: each course tells how many annotations it has."""
    for path in sorted(folder.glob("*/annotations")):
        count = len(list(path.iterdir()))
        files.write_json(path.parent / "count.json", 1, {"count": count})


MIGRATIONS = (recolored, described)


@pytest.fixture
def old(tmp_path):
    """Return the folder of a notebook of format 1."""
    notebook = Notebook(tmp_path / "notebook", "laptop")
    for number in range(10):
        notebook.put("course", Annotation(f"ID{number}", "note", "a.md", None, "text", "yellow"))
    notebook.close()
    return notebook.folder


def opened(folder, migrations=MIGRATIONS):
    return Notebook(folder, "laptop", migrations=migrations)


def check(folder, notebook):
    assert notebook.read_only == ""
    notebook.annotations("course")
    notebook.refresh()
    assert {one.color for one in notebook.annotations("course").values()} == {"gold"}
    assert json.loads((folder / "course" / "count.json").read_text())["count"] == 10
    entries = json.loads((folder / "notebook.json").read_text())
    assert entries == {"format": 3, "id": notebook.id}
    assert notebook.id


def test_an_older_notebook_is_migrated_once_after_a_backup(old):
    notebook = opened(old)
    check(old, notebook)
    backups = Backups(notebook, old / ".studyapp" / "backups" / "migrations")
    (taken,) = backups.snapshots()
    yellow = [one for one in backups.differences(taken) if '"yellow"' in one.then]
    assert len(yellow) == 10
    check(old, opened(old))
    assert backups.snapshots() == [taken]


def test_the_older_app_then_only_reads(old):
    opened(old)
    notebook = opened(old, MIGRATIONS[:1])
    assert "newer" in notebook.read_only
    assert len(notebook.annotations("course")) == 10
    with pytest.raises(StudyError, match="read-only"):
        notebook.put("course", Annotation("NEW", "note", "", None))


def test_one_that_cannot_be_written_is_read_as_it_is(old, monkeypatch):
    def fail(*arguments):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr("pathlib.Path.replace", fail)
    notebook = opened(old)
    assert "read-only" in notebook.read_only
    assert len(notebook.annotations("course")) == 10
    monkeypatch.undo()
    check(old, opened(old))


class KilledError(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("seed", range(1, 11))
def test_a_migration_that_was_cut_short_is_finished_at_the_next_opening(old, monkeypatch, seed):
    chance = random.Random(seed)
    write = files.write_atomic

    def perhaps(path, data):
        if chance.random() < 0.2:
            raise KilledError
        status = write(path, data)
        if chance.random() < 0.1:
            raise KilledError
        return status

    monkeypatch.setattr(files, "write_atomic", perhaps)
    kills = 0
    notebook = None
    while notebook is None:
        try:
            notebook = opened(old)
        except KilledError:
            kills += 1
    monkeypatch.undo()
    assert kills > 0
    check(old, notebook)


def test_a_new_notebook_is_of_the_newest_format(tmp_path):
    opened(tmp_path)
    assert json.loads((tmp_path / "notebook.json").read_text())["format"] == 3
    assert not (tmp_path / ".studyapp" / "backups").exists()


@pytest.mark.parametrize("written", ["{", "[]", '{"format": "1"}', '{"format": 0}', "{}"])
def test_a_notebook_that_cannot_be_understood_is_only_read(old, written):
    (old / "notebook.json").write_text(written)
    notebook = opened(old)
    assert "notebook.json" in notebook.read_only
    assert len(notebook.annotations("course")) == 10
    with pytest.raises(StudyError, match="read-only"):
        put_status(notebook, "ID1", "trashed")
