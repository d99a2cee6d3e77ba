"""The notebook through its verbs: what it returns, and what then stands in its folder."""

import json
import os
import stat

import pytest
from msgspec.structs import replace

from studyapp.model import Annotation, StudyError
from studyapp.notes.annotationfile import dump, parse
from studyapp.notes.notebook import Notebook
from tests.notes.notebooks import again, file_of, note, shown
from tests.writing import put_status


@pytest.fixture
def notebook(tmp_path):
    return Notebook(tmp_path / "notebook", "laptop")


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
    assert put_status(notebook, made.id, "trashed").status == "trashed"
    assert 'status: "trashed"' in file_of(notebook, made).read_text()
    restored = put_status(notebook, made.id, "")
    assert replace(restored, modified=made.modified) == made


def test_the_trash_is_purged_after_thirty_days_into_the_backups(tmp_path):
    now = [1_000_000.0]
    notebook = Notebook(
        tmp_path / "n", "laptop", backups=tmp_path / "backups", clock=lambda: now[0]
    )
    made, kept = note(notebook), note(notebook)
    put_status(notebook, made.id, "trashed")
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
    assert len(shown(fresh)) == 20
    with pytest.raises(StudyError, match="5 of 20"):
        fresh.refresh()
    assert len(shown(fresh)) == 20
    assert fresh.sections("course") == {"one.md": 20}
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
    (cache,) = notebook.folder.rglob("annotations.cache")
    cache.unlink() if damage is None else cache.write_bytes(damage)
    assert shown(again(notebook)) == {made.id: made}


def test_a_cached_notebook_answers_before_it_looks_at_its_files(notebook, monkeypatch):
    made = note(notebook)
    trashed = put_status(notebook, note(notebook).id, "trashed")
    notebook.put("course", replace(note(notebook), section="two.md"))
    notebook.close()
    (notebook.folder / "course").rename(notebook.folder / "away")
    fresh = again(notebook)
    assert fresh.of_section("course", "one.md") == {made.id: made, trashed.id: trashed}
    assert fresh.sections("course") == {"one.md": 1, "two.md": 1}
    assert len(shown(fresh)) == 3


def test_what_is_on_disk_counts_once_it_was_looked_at(notebook):
    made, other, gone = note(notebook), note(notebook), note(notebook)
    notebook.close()
    path = file_of(notebook, made)
    path.write_text(path.read_text() + "!")
    file_of(notebook, gone).unlink()
    new = again(notebook)
    added = note(new)
    fresh = again(notebook)
    assert set(fresh.of_section("course", "one.md")) == {made.id, other.id, gone.id}
    assert fresh.look() == {"course": frozenset(f"{one.id}.md" for one in (made, gone, added))}
    assert fresh.refresh(fresh.look()) == {"course": {made.id, gone.id, added.id}}
    assert fresh.of_section("course", "one.md")[made.id].note == "text!"
    assert set(shown(fresh)) == {made.id, other.id, added.id}
    assert fresh.look() == {"course": frozenset()}


def test_a_course_opened_after_a_refresh_is_as_on_disk(notebook):
    made = [note(notebook) for _ in range(20)]
    notebook.close()
    path = file_of(notebook, made[0])
    path.write_text(path.read_text() + "!")
    fresh = again(notebook)
    assert fresh.refresh() == {}
    assert fresh.of_section("course", "one.md")[made[0].id].note == "text!"
    for one in made[5:]:
        file_of(notebook, one).unlink()
    fresh = again(notebook)
    fresh.refresh()
    assert fresh.course_of(made[0].id) == "course"
    fresh = again(notebook)
    fresh.refresh()
    with pytest.raises(StudyError, match="15 of 20"):
        fresh.annotations("course")
    assert len(shown(fresh)) == 20


def test_a_look_that_has_grown_old_does_no_harm(notebook):
    made, other = note(notebook), note(notebook)
    file_of(notebook, other).unlink()
    looked = notebook.look()
    later = notebook.put("course", replace(made, note="later"))
    back = notebook.put("course", replace(other, note="back"))
    newest = note(notebook)
    assert notebook.refresh(looked) == {}
    assert shown(notebook) == {one.id: one for one in (later, back, newest)}


def test_one_annotation_is_as_its_file_is_now(notebook):
    made = note(notebook)
    notebook.close()
    fresh = again(notebook)
    fresh.sections("course")
    path = file_of(notebook, made)
    path.write_text(path.read_text() + "!")
    assert fresh.annotation("course", made.id).note == "text!"
    assert fresh.annotation("course", "nothing") is None
    assert fresh.refresh() == {"course": {made.id}}  # whoever shows it has to be told all the same
    path.unlink()
    assert fresh.annotation("course", made.id).note == "text!"


def test_a_course_is_found_by_what_it_holds(notebook):
    made = note(notebook)
    other = notebook.put("second", replace(made, id=notebook.new_id()))
    notebook.close()
    path = notebook.folder / "second" / "annotations" / f"{other.id}.md"
    path.rename(path.with_name("by-hand.md"))
    for book in (notebook, again(notebook), Notebook(notebook.folder, "other")):
        book.courses()
        assert book.course_of(made.id) == "course"
        book.annotations("second")
        book.refresh()
        assert book.course_of(other.id) == "second"
        with pytest.raises(StudyError, match="there is no annotation X"):
            book.course_of("X")


def test_sections_are_counted_as_they_change(notebook):
    made = [note(notebook) for _ in range(3)]
    assert notebook.sections("course") == {"one.md": 3}
    put_status(notebook, made[0].id, "trashed")
    notebook.put("course", replace(made[1], section="two.md"))
    assert notebook.sections("course") == {"one.md": 1, "two.md": 1}
    assert set(notebook.of_section("course", "one.md")) == {made[0].id, made[2].id}
    put_status(notebook, made[0].id, "")
    assert notebook.sections("course") == {"one.md": 2, "two.md": 1}
    assert again(notebook).sections("course") == {"one.md": 2, "two.md": 1}
    notebook.put("course", replace(made[1], section="one.md"))
    assert notebook.sections("course") == {"one.md": 3}


def test_the_annotations_of_all_sections_are_all_annotations(notebook, monkeypatch):
    trashed, kept = note(notebook), note(notebook)
    put_status(notebook, trashed.id, "trashed")
    notebook.put("course", replace(kept, section="two.md"))
    monkeypatch.setattr("studyapp.files.write_atomic", full)
    with pytest.raises(StudyError):
        notebook.put("course", Annotation("NEW", "note", "three.md", None))
    sections = notebook.all_sections("course")
    read = {key for one in sections for key in notebook.of_section("course", one)}
    assert read == set(notebook.annotations("course")) == {trashed.id, kept.id, "NEW"}


def test_what_was_not_written_is_shown_and_counted(notebook, monkeypatch):
    made = note(notebook)
    monkeypatch.setattr("studyapp.files.write_atomic", full)
    moved = replace(made, section="two.md")
    for edit in (moved, Annotation("NEW", "note", "two.md", None)):
        with pytest.raises(StudyError, match="full"):
            notebook.put("course", edit)
    assert notebook.of_section("course", "one.md") == {}
    assert set(notebook.of_section("course", "two.md")) == {made.id, "NEW"}
    assert notebook.sections("course") == {"two.md": 2}
    assert notebook.annotation("course", "NEW").section == "two.md"
    assert notebook.course_of("NEW") == "course"


def full(path, data):
    raise StudyError(f"cannot write {path}", "the disk is full")


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_a_cache_damaged_in_the_middle_is_as_good_as_none(notebook, place):
    made = [note(notebook, f"text {number}" * 20) for number in range(20)]
    moved = [notebook.put("course", replace(one, section="two.md")) for one in made[:10]]
    notebook.close()
    (cache,) = notebook.folder.rglob("annotations.cache")
    data = bytearray(cache.read_bytes())
    data[int(len(data) * place)] ^= 0xFF
    for step in ("of_section", "annotations", "put", "look", "close"):
        cache.write_bytes(data)
        fresh = again(notebook)
        if step == "of_section":
            assert set(fresh.of_section("course", "one.md")) == {one.id for one in made[10:]}
            assert set(fresh.of_section("course", "two.md")) == {one.id for one in moved}
        elif step == "put":
            moved[0] = fresh.put("course", replace(moved[0], color="red"))
        elif step == "look":
            fresh.sections("course")
            fresh.refresh()
        elif step == "close":
            note(fresh, "one more")
            fresh.close()
        expected = {one.id: one for one in (*moved, *made[10:])}
        assert {key: one for key, one in shown(fresh).items() if one.note != "one more"} == expected


def test_a_cache_is_renewed_section_by_section(notebook):
    made = [
        notebook.put("course", replace(note(notebook), section=f"{n % 3}.md")) for n in range(9)
    ]
    notebook.close()
    second = again(notebook)
    gone, *rest = made
    moved = second.put("course", replace(rest[0], section="new.md"))
    file_of(notebook, gone).unlink()
    second.refresh()
    second.close()
    third = again(notebook)
    assert shown(third) == {one.id: one for one in (moved, *rest[1:])}
    assert third.sections("course") == {"0.md": 2, "1.md": 2, "2.md": 3, "new.md": 1}
    assert third.refresh() == {}
    assert third.look() == {"course": frozenset()}
