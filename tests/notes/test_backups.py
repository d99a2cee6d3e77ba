"""Backups: made whole, thinned with age, restored without loss."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from studyapp.model import Annotation, StudyError
from studyapp.notes.backups import Backups, Effect, Snapshot, superfluous
from studyapp.notes.notebook import Notebook


@pytest.fixture
def notebook(tmp_path):
    return Notebook(tmp_path / "notebook", "laptop")


@pytest.fixture
def backups(notebook, tmp_path):
    return Backups(notebook, tmp_path / "backups")


def put(notebook, name, text):
    return notebook.put("course", Annotation(name, "note", "", None, text))


def test_a_restore_tells_what_it_changes_and_then_does_that(notebook, backups):
    first, second = put(notebook, "A", "one"), put(notebook, "B", "two")
    taken = backups.take()
    notebook.put("course", replace(first, note="changed"))
    (notebook.folder / "course" / "annotations" / "B.md").unlink()
    third = put(notebook, "C", "three")
    differences = backups.differences(taken)
    assert [(one.path, one.effect) for one in differences] == [
        ("course/annotations/A.md", Effect.CHANGES),
        ("course/annotations/B.md", Effect.RETURNS),
    ]
    assert differences[0].then.endswith("one")
    assert differences[0].now.endswith("changed")
    assert backups.restore(taken) == 2
    notebook.refresh()
    assert notebook.annotations("course") == {"A": first, "B": second, "C": third}
    assert backups.differences(taken) == []


def test_what_was_there_before_a_restore_can_be_restored(notebook, backups):
    made = put(notebook, "A", "one")
    taken = backups.take()
    notebook.put("course", replace(made, note="later"))
    backups.restore(taken)
    backups.restore(backups.snapshots()[-1])
    notebook.refresh()
    assert notebook.annotations("course")["A"].note == "later"


def test_a_log_never_goes_back(notebook, backups):
    log = notebook.log("course")
    log.append([{"what": 1}])
    taken = backups.take()
    log.append([{"what": 2}])
    assert backups.differences(taken) == []
    next((notebook.folder / "course" / "log").iterdir()).unlink()
    assert backups.restore(taken) == 1
    assert [entry["what"] for entry in log.entries()] == [1]


def test_what_is_local_is_in_no_backup(notebook, backups):
    put(notebook, "A", "one")
    notebook.close()
    with zipfile.ZipFile(backups.take().path) as archive:
        names = archive.namelist()
    assert sorted(names) == ["README.md", "course/annotations/A.md", "notebook.json"]


@pytest.mark.parametrize(
    "name", ["../out.md", "/out.md", "a/../../out.md", ".studyapp/x", "c:/x", "a\\..\\x"]
)
def test_no_member_of_a_backup_leaves_the_notebook(notebook, backups, tmp_path, name):
    taken = backups.take()
    with zipfile.ZipFile(taken.path, "a") as archive:
        archive.writestr(name, "out")
    before = outside(tmp_path)
    assert backups.restore(taken) == 0
    assert outside(tmp_path) == before


def outside(folder):
    local = {".studyapp", "backups"}
    return {path for path in folder.rglob("*") if local.isdisjoint(path.parts)}


def test_a_damaged_backup_is_told(notebook, backups):
    taken = backups.take()
    taken.path.write_bytes(b"PK")
    with pytest.raises(StudyError, match="cannot read the backup"):
        backups.differences(taken)


def test_one_is_due_after_an_hour(notebook, tmp_path):
    now = [1_000_000.0]
    backups = Backups(notebook, tmp_path / "backups", clock=lambda: now[0])
    assert backups.is_due()
    backups.take()
    assert not backups.is_due()
    now[0] += 3600
    assert backups.is_due()


def test_old_snapshots_are_thinned(tmp_path):
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    hours = [now - timedelta(hours=hour) for hour in range(24 * 400)]
    every = [Snapshot(tmp_path / f"{made}", made) for made in reversed(hours)]
    gone = superfluous(every, now)
    kept = [one for one in every if one not in set(gone)]
    assert 24 + 6 + 4 + 12 <= len(kept) <= 25 + 7 + 6 + 14
    assert kept[-25:] == every[-25:]
    assert superfluous(kept, now) == []
    months = {(one.made.year, one.made.month) for one in kept}
    assert len(months) == 14
