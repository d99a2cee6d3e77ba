"""The notebook through its verbs: what it returns, and what then stands in its folder."""

import json
import os
import stat
from dataclasses import replace

import pytest

from studyapp.model import Anchor, Annotation, StudyError
from studyapp.notes.annotationfile import dump, parse
from studyapp.notes.notebook import Notebook

ANCHOR = Anchor("quote", "before", "after", 3, 8, "0123456789abcdef")


@pytest.fixture
def notebook(tmp_path):
    return Notebook(tmp_path / "notebook", "laptop")


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


def test_what_is_put_stands_in_its_own_file_and_comes_back(notebook):
    made = note(notebook)
    assert parse(file_of(notebook, made).read_text()) == made
    assert made.created == made.modified
    assert shown(again(notebook)) == {made.id: made}
    assert notebook.courses() == ("course",)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_files_are_for_their_owner_alone(notebook):
    note(notebook)
    notebook.keep_text("course", "text")
    notebook.log("course").append([{"read": 1}])
    files = [path for path in notebook.folder.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_removed_annotation_stays_in_its_file_and_comes_back(notebook):
    made = note(notebook)
    assert notebook.trash("course", made.id).status == "trashed"
    assert 'status: "trashed"' in file_of(notebook, made).read_text()
    restored = notebook.restore("course", made.id)
    assert replace(restored, modified=made.modified) == made
    with pytest.raises(StudyError, match="no annotation"):
        notebook.trash("course", "nothing")


def test_the_trash_is_purged_after_thirty_days_into_the_backups(tmp_path):
    now = [1_000_000.0]
    notebook = Notebook(
        tmp_path / "n", "laptop", backups=tmp_path / "backups", clock=lambda: now[0]
    )
    made, kept = note(notebook), note(notebook)
    notebook.trash("course", made.id)
    now[0] += 29.9 * 86400
    assert notebook.purge("course") == 0
    now[0] += 0.2 * 86400
    assert notebook.purge("course") == 1
    assert set(shown(notebook)) == set(shown(again(notebook))) == {kept.id}
    (copy,) = (tmp_path / "backups" / "merged" / "course").iterdir()
    assert parse(copy.read_text()).note == "text"


def test_modified_only_grows_though_the_clock_goes_back(tmp_path):
    times = [2_000_000.0]
    notebook = Notebook(tmp_path / "n", "laptop", clock=lambda: times[0])
    made = note(notebook)
    times[0] = 5.0
    later = notebook.put("course", replace(made, color="red"))
    assert later.modified > made.modified
    assert later.created == made.created


def test_a_text_is_kept_once_and_is_what_was_kept(notebook):
    text = "canonical\ntext é\r\n"
    name = notebook.keep_text("course", text)
    path = notebook.folder / "course" / "text" / f"{name}.txt"
    before = path.stat().st_mtime_ns
    assert notebook.keep_text("course", text) == name
    assert path.stat().st_mtime_ns == before
    assert notebook.text("course", name) == text
    path.write_text("something else")
    assert notebook.text("course", name) is None
    assert notebook.keep_text("course", text) == name
    assert notebook.text("course", name) == text
    assert notebook.text("course", "../../x") is None


def test_what_an_editor_changes_is_taken_in(notebook):
    first, second = note(notebook), note(notebook)
    path = file_of(notebook, first)
    path.write_text(path.read_text().replace('color: ""', "color: green\nmine: [1, yes]") + " more")
    assert notebook.refresh() == {"course": {first.id}}
    changed = shown(notebook)[first.id]
    assert (changed.color, changed.note) == ("green", "text more")
    assert changed.other == (("mine", ["1", "yes"]),)
    saved = notebook.put("course", replace(changed, tags=("t",)))
    assert saved.other == changed.other
    assert "mine" in path.read_text()
    assert notebook.refresh() == {}
    assert shown(notebook)[second.id] == second


def test_an_edit_joins_what_somebody_else_wrote_meanwhile(notebook):
    made = note(notebook)
    other = again(notebook)
    other.put("course", replace(shown(other)[made.id], color="red"))
    saved = notebook.put("course", replace(made, note="changed"))
    assert (saved.color, saved.note) == ("red", "changed")
    assert other.refresh() == {"course": {made.id}}
    assert shown(other) == shown(notebook)


def test_a_bad_file_stays_is_told_and_hides_nothing(notebook):
    good = [note(notebook) for _ in range(3)]
    folder = notebook.folder / "course" / "annotations"
    (folder / "broken.md").write_text('---\nid: "x"\nstart: [\n---\n')
    (folder / "latin.md").write_bytes(b"---\n\xff")
    fresh = again(notebook)
    assert set(shown(fresh)) == {one.id for one in good}
    assert [(found.path.name, found.line) for found in fresh.findings] == [
        ("broken.md", 3),
        ("latin.md", 2),
    ]
    assert (folder / "broken.md").exists()
    (folder / "broken.md").write_text('---\nid: "x"\n---\nmended')
    fresh.refresh()
    assert shown(fresh)["x"].note == "mended"
    assert len(fresh.findings) == 1


def test_a_link_out_of_the_notebook_is_not_followed(notebook, tmp_path):
    made = note(notebook)
    outside = tmp_path / "outside.md"
    outside.write_text(dump(replace(made, id="OUT")))
    try:
        (notebook.folder / "course" / "annotations" / "OUT.md").symlink_to(outside)
        (notebook.folder / "linked").symlink_to(tmp_path)
    except OSError:
        pytest.skip("no links here")
    fresh = again(notebook)
    assert set(shown(fresh)) == {made.id}
    assert "links" in fresh.findings[0].reason
    with pytest.raises(StudyError, match="link"):
        fresh.put("linked", made)


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".studyapp", "c:", "x" * 90])
def test_no_name_leads_out_of_the_folder(notebook, name):
    made = Annotation("A", "note", "", None)
    with pytest.raises(StudyError, match="cannot name"):
        notebook.put(name, made)
    with pytest.raises(StudyError, match="cannot name"):
        notebook.put("course", Annotation(name, "note", "", None))


def test_a_great_loss_stops_and_asks(notebook):
    made = [note(notebook) for _ in range(20)]
    notebook.close()
    for one in made[:5]:
        file_of(notebook, one).unlink()
    with pytest.raises(StudyError, match="5 of 20"):
        notebook.refresh()
    assert len(shown(notebook)) == 20
    fresh = again(notebook)
    with pytest.raises(StudyError, match="5 of 20"):
        fresh.annotations("course")
    assert len(shown(fresh)) == 20
    assert len(fresh.refresh(accept_losses=True)["course"]) == 5
    assert len(shown(fresh)) == 15


def test_a_small_loss_is_what_somebody_wanted(notebook):
    made = [note(notebook) for _ in range(20)]
    file_of(notebook, made[0]).unlink()
    assert notebook.refresh() == {"course": {made[0].id}}


def test_a_newer_format_is_read_and_not_written(notebook):
    made = note(notebook)
    path = notebook.folder / "notebook.json"
    path.write_text(json.dumps({"format": 99, "id": "x"}))
    fresh = again(notebook)
    assert "newer" in fresh.read_only
    assert shown(fresh) == {made.id: made}
    with pytest.raises(StudyError, match="read-only"):
        fresh.put("course", replace(made, color="red"))
    assert parse(file_of(notebook, made).read_text()) == made


def test_a_readme_of_ones_own_is_left_alone(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    Notebook(tmp_path, "laptop")
    assert (tmp_path / "README.md").read_text() == "mine"


def test_a_notebook_says_what_it_is(notebook):
    assert 'status: "trashed"' in (notebook.folder / "README.md").read_text()
    assert json.loads((notebook.folder / "notebook.json").read_text()) == {
        "format": 1,
        "id": notebook.id,
    }
    assert again(notebook).id == notebook.id


def test_a_course_is_described(notebook):
    notebook.describe_course("course", {"title": "T", "path": "/p"})
    assert notebook.course_description("course") == {"id": "course", "title": "T", "path": "/p"}
    assert notebook.course_description("another") == {}


@pytest.mark.parametrize("damage", [b"", b"\x00\x01", None])
def test_the_cache_may_be_lost_or_damaged(notebook, damage):
    made = note(notebook)
    notebook.close()
    (cache,) = notebook.folder.rglob("cache.msgpack")
    cache.unlink() if damage is None else cache.write_bytes(damage)
    assert shown(again(notebook)) == {made.id: made}


def test_with_its_cache_a_notebook_opens_no_file(notebook, monkeypatch):
    made = note(notebook)
    notebook.close()
    fresh = again(notebook)
    monkeypatch.setattr("studyapp.notes.folders.parse", None)
    assert shown(fresh) == {made.id: made}
