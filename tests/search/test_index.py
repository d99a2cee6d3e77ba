"""The index on disk: what an update reads anew, and what it does with damage and rivals."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.model import StudyError
from studyapp.search import index as index_module
from studyapp.search.index import BusyError, DamagedError, Index, Mark
from studyapp.search.snapshot import Snapshot
from tests.search.indexes import Shelf

ROOT = Path(__file__).parents[2]
TEXTS = {f"{n}.md": f"# Title {n}\n\nword{n} shared text of ship number {n}" for n in range(12)}


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "index", TEXTS)


def test_only_what_changed_is_read_anew(shelf):
    assert shelf.asked == list(TEXTS)
    assert shelf.put(TEXTS) == (0, 0)
    assert shelf.asked == []
    changed = {**TEXTS, "3.md": "quite another", "new.md": "fresh"}
    del changed["5.md"]
    assert shelf.put(changed) == (2, 1)
    assert shelf.asked == ["3.md", "new.md"]
    assert shelf.found("another ") == ["3.md"]
    assert shelf.found("word3 ") == shelf.found("word5 ") == []
    assert len(shelf.found("shared ")) == 10


def test_many_small_updates_are_the_same_as_one_build(tmp_path, shelf):
    texts = dict(TEXTS)
    for n in range(30):
        texts[f"{n % 13}.md"] = f"# Title {n}\n\nword{n} shared text of boat {n}"
        shelf.put(texts)
    fresh = Shelf(tmp_path / "fresh", texts)
    for query in ("shared ", "boat", "ship ", "word29 ", "title", '"text of"', "word3"):
        assert set(shelf.found(query)) == set(fresh.found(query)), query
        assert shelf.search(query).total == fresh.search(query).total
    segments = list(shelf.index.folder.glob("*.digest"))
    assert len(segments) <= index_module.MANY_SEGMENTS
    assert len(list(shelf.index.folder.glob("manifest-*"))) == 1


def test_a_large_build_is_committed_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(index_module, "BATCH_CHARACTERS", 100)
    shelf = Shelf(tmp_path / "index", TEXTS)
    assert len(list(shelf.index.folder.glob("*.digest"))) > 1
    assert len(shelf.found("shared ")) == len(TEXTS)


def test_what_was_done_before_an_interruption_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(index_module, "BATCH_CHARACTERS", 100)
    shelf = Shelf(tmp_path / "index", {})
    documents = shelf._documents

    def interrupted(keys):
        yield from documents(keys[:7])
        raise KeyboardInterrupt

    shelf._documents = interrupted
    with pytest.raises(KeyboardInterrupt):
        shelf.put(TEXTS)
    done = len(shelf.index.marks())
    assert 0 < done <= 7
    assert len(shelf.found("shared ")) == done
    shelf._documents = documents
    assert shelf.put(TEXTS).updated == len(TEXTS) - done


def damage(path, how):
    data = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        half = len(data) // 2
        path.write_bytes(
            {"torn": data[:half], "zeroed": data[:half] + bytes(len(data) - half)}[how]
        )


@pytest.mark.parametrize("how", ["gone", "torn", "zeroed"])
@pytest.mark.parametrize("name", ["*.toc", "*.pst", "*.trm", "*.col", "*.digest", "manifest-*"])
def test_damage_is_noticed_or_harmless_and_an_update_mends_it(shelf, name, how):
    (path,) = shelf.index.folder.glob(name)
    damage(path, how)
    try:
        assert set(shelf.found("shared ")) <= set(TEXTS)
    except DamagedError:
        shelf.index.clear()
    changed = {**TEXTS, "0.md": "changed shared"}
    shelf.put(changed)
    try:
        found = shelf.found("shared ")
    except DamagedError:
        shelf.index.clear()
        shelf.put(changed)
        found = shelf.found("shared ")
    assert set(found) == set(changed)


def test_the_index_of_something_else_is_not_used(tmp_path, shelf):
    other = Index(shelf.index.folder, "another course")
    assert other.marks() is None
    other.update({"x": Mark("1")}, lambda keys: ())
    assert shelf.index.marks() is None


def test_a_folder_full_of_rubbish_becomes_an_index(tmp_path):
    folder = tmp_path / "index"
    folder.mkdir()
    for name in ("_MAIN_7.toc", "manifest-7", "MAIN_abc.pst", "notes.txt"):
        (folder / name).write_bytes(b"\x80\x04rubbish")
    assert Shelf(folder, TEXTS).found("word3 ") == ["3.md"]


def test_an_index_may_be_deleted_at_any_time(shelf):
    shutil.rmtree(shelf.index.folder)
    assert shelf.index.marks() is None
    shelf.put(TEXTS)
    assert shelf.found("word3 ") == ["3.md"]


def test_a_reader_goes_on_with_what_it_opened_while_another_writes(shelf):
    before = Snapshot.open(shelf.index.folder)
    shelf.put({"only.md": "alone"})
    assert len(before.posting("shared")) == len(TEXTS)
    before.close()
    assert shelf.found("alone ") == ["only.md"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StudyError, match="cannot write"):
        Shelf(tmp_path / "index", TEXTS)
    tmp_path.chmod(0o700)


HOLDER = """
import sys
from pathlib import Path
from studyapp.search import store
lock = store.lock(Path(sys.argv[1]))
assert lock.acquire(blocking=False)
print("held", flush=True)
sys.stdin.read()
"""


def test_two_writers_take_turns(shelf):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(shelf.index.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert holder.stdout.readline() == b"held\n"
    wanted = {"a": Mark("1")}
    with pytest.raises(BusyError):
        shelf.index.update(wanted, lambda keys: (), patience=0)
    assert shelf.found("word3 ") == ["3.md"]
    holder.kill()
    holder.wait()
    holder.stdin.close()
    holder.stdout.close()
    assert shelf.index.update(wanted, lambda keys: (), patience=5) == (1, len(TEXTS))
