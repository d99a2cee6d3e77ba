"""Backups: made whole, thinned with age, restored without loss."""

import errno
import itertools
import os
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from studyapp import files
from studyapp.model import Annotation, StudyError
from studyapp.notes.annotationfile import parse
from studyapp.notes.backups import Backups, Effect, Snapshot, damage, snapshot, superfluous
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
    gone = set(superfluous(every, now))
    kept = [one for one in every if one not in gone]
    assert 24 + 6 + 4 + 12 <= len(kept) <= 25 + 7 + 6 + 14
    assert kept[-25:] == every[-25:]
    assert superfluous(kept, now) == []
    months = {(one.made.year, one.made.month) for one in kept}
    assert len(months) == 14


def test_a_year_of_hourly_snapshots_stays_small_and_without_great_gaps(tmp_path):
    start = datetime(2026, 1, 1, tzinfo=UTC)
    kept, most = [], 0
    for hour in range(24 * 365):
        now = start + timedelta(hours=hour)
        if now.hour in range(7, 23) and now.day % 9:  # nights, and some days without the app
            kept.append(Snapshot(tmp_path / f"{hour}", now))
            gone = set(superfluous(kept, now))
            kept = [one for one in kept if one not in gone]
            most = max(most, len(kept))
    assert most <= 17 + 7 + 6 + 13
    ages = [(now - one.made).days for one in kept]
    assert sum(age < 7 for age in ages) >= 16 + 5
    for limit, gap in ((7, 3), (35, 9), (365, 35)):
        older = [age for age in ages if age <= limit]
        assert max(one - other for one, other in itertools.pairwise(older)) <= gap
    assert max(ages) > 330


def test_a_snapshot_needs_nothing_but_paths_and_may_be_made_in_a_thread(notebook, tmp_path):
    made = put(notebook, "A", "one")
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    with ThreadPoolExecutor() as pool:
        taken = pool.submit(snapshot, notebook.folder, tmp_path / "backups", moment).result()
    assert taken == Snapshot(tmp_path / "backups" / "notebook-20261122T000000.000000Z.zip", moment)
    assert damage(taken.path) == ""
    with zipfile.ZipFile(taken.path) as archive:
        assert parse(archive.read("course/annotations/A.md").decode()) == made


def test_a_snapshot_that_cannot_be_read_again_is_none(notebook, backups, monkeypatch):
    put(notebook, "A", "one")
    write = files.write_atomic

    def badly(path, data):
        return write(path, b"".join(data).replace(b"\x00\x00", b"\x01\x01"))

    monkeypatch.setattr(files, "write_atomic", badly)
    with pytest.raises(StudyError, match="cannot write the backup"):
        backups.take()
    assert backups.snapshots() == []


def test_a_full_disk_leaves_no_snapshot_and_the_older_ones(notebook, backups, monkeypatch):
    put(notebook, "A", "one")
    taken = backups.take()
    for call in ("write", "fsync", "replace"):
        with monkeypatch.context() as patch:
            fail(patch, call)
            with pytest.raises(StudyError, match="no space"):
                backups.take()
        assert backups.snapshots() == [taken]
        assert [path.name for path in taken.path.parent.iterdir()] == [taken.path.name]


def fail(patch, call):
    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if call == "write":
        patch.setattr("studyapp.files._write_new", full)
    else:
        patch.setattr(os, call, full)
        patch.setattr("pathlib.Path.replace", full)


def test_a_restore_on_a_full_disk_can_be_done_again(notebook, backups, monkeypatch):
    made = [put(notebook, f"ID{number}", "one") for number in range(9)]
    taken = backups.take()
    changed = [notebook.put("course", replace(one, note="two")) for one in made]
    write, left = files.write_atomic, [5]

    def until_full(path, data):
        left[0] -= 1
        if left[0] < 0:
            raise StudyError(f"cannot write {path}", "no space left on device")
        return write(path, data)

    monkeypatch.setattr(files, "write_atomic", until_full)
    with pytest.raises(StudyError, match="no space"):
        backups.restore(taken)
    monkeypatch.undo()
    notebook.refresh()
    notes = [one.note for one in notebook.annotations("course").values()]
    assert sorted(notes) == ["one"] * 4 + ["two"] * 5
    before = backups.snapshots()[-1]
    assert len(backups.differences(before)) == 4
    assert backups.restore(taken) == 5
    notebook.refresh()
    assert notebook.annotations("course") == {one.id: one for one in made}
    backups.restore(before)
    notebook.refresh()
    assert notebook.annotations("course") == {one.id: one for one in changed}


def test_a_notebook_that_is_only_read_can_be_compared_and_not_restored(notebook, tmp_path):
    made = put(notebook, "A", "one")
    taken = Backups(notebook, tmp_path / "backups").take()
    notebook.put("course", replace(made, note="two"))
    (notebook.folder / "notebook.json").write_text('{"format": 99}')
    backups = Backups(Notebook(notebook.folder, "laptop"), tmp_path / "backups")
    assert [one.path for one in backups.differences(taken)] == [
        "course/annotations/A.md",
        "notebook.json",
    ]
    before = outside(tmp_path)
    with pytest.raises(StudyError, match="read-only"):
        backups.restore(taken)
    assert outside(tmp_path) == before
    assert backups.snapshots() == [taken]
