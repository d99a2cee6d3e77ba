"""The verbs on notes, on a real workspace: what is then on disk, what is told, what returns."""

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from studyapp import files
from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.model import Kind, State, StudyError
from studyapp.notes.annotationfile import parse
from studyapp.notes.updating import Outcome
from studyapp.workspace import Workspace
from tests.writing import home_in, write_files

HERON = "The heron stands in shallow water and waits for a fish to come near."
STORK = "A stork claps with its bill when it greets another stork on the nest."
FILES = {
    "course.toml": 'id = "birds"\ntitle = "Birds"\n',
    "heron.md": f"# Heron 😀\n\nGrey and tall it is. {HERON} Then it strikes.\n",
    "stork.md": f"# Stork\n\nWhite and black it is. {STORK} So the nest is loud.\n",
}


@pytest.fixture
def make(tmp_path):
    """Return a function that opens the course anew, as another start of the app would."""
    home = home_in(tmp_path)
    write_files(tmp_path / "course", FILES)
    compilers = []

    def open_it():
        course = load_course(tmp_path / "course", home, fresh=True)
        compilers.append(Compiler(home.cache))
        return Workspace(course, home, compilers[-1])

    yield open_it
    for compiler in compilers:
        compiler.close()


@pytest.fixture
def workspace(make):
    return make()


@pytest.fixture
def notes(workspace):
    return workspace.notes


@pytest.fixture
def heard(workspace):
    changes = []
    workspace.subscribe(changes.append)
    return changes


def span(workspace, section, words):
    start = workspace.page(section).text.index(words)
    return start, start + len(words)


def mark(workspace, words=HERON, section="heron.md", **more):
    return workspace.notes.add(section, span(workspace, section, words), **more)


def on_disk(workspace, annotation):
    path = workspace.home.notebook / "birds" / "annotations" / f"{annotation.id}.md"
    return parse(path.read_text(encoding="utf-8"))


def rewrite(workspace, section, text):
    write_files(workspace.course.root, {section: text})


def test_before_the_first_mark_nothing_is_written(workspace, notes):
    assert notes.of_section("heron.md") == notes.all() == notes.removed() == notes.report() == []
    assert dict(notes.counts()) == {}
    assert notes.undo() == ""
    notes.refresh()
    assert notes.notebook is None
    assert not workspace.home.notebook.exists()


def test_a_mark_is_on_disk_told_and_found_where_it_was_made(workspace, notes, heard):
    made = mark(workspace, color="green", note="Look!", tags=["a", "b", "a"], origin="tests")
    assert on_disk(workspace, made) == made
    assert (made.kind, made.color, made.note, made.tags) == (
        "highlight",
        "green",
        "Look!",
        ("a", "b"),
    )
    assert made.anchor.quote == HERON
    (change,) = heard
    assert (change.kinds, change.sections, change.origin) == ({Kind.NOTES}, {"heron.md"}, "tests")
    (placed,) = notes.of_section("heron.md")
    text = workspace.page("heron.md").text
    assert text[placed.found.start : placed.found.end] == HERON
    assert (placed.state, dict(notes.counts())) == (State.ANCHORED, {"heron.md": 1})


def test_the_section_as_it_was_is_kept_beside_it(workspace, notes):
    made = mark(workspace)
    assert notes.notebook.text("birds", made.anchor.text) == workspace.page("heron.md").text
    described = json.loads((workspace.home.notebook / "birds" / "course.json").read_text())
    assert (described["id"], described["title"]) == ("birds", "Birds")
    assert described["path"] == str(workspace.course.root)


def test_white_space_around_a_passage_is_left_out(workspace, notes):
    start, end = span(workspace, "heron.md", f" {HERON} ")
    assert notes.add("heron.md", (start, end)).anchor.quote == HERON
    with pytest.raises(StudyError, match="nothing to mark"):
        notes.add("heron.md", (start, start + 1))


def test_a_mark_of_no_color_or_no_section_is_refused(workspace, notes):
    with pytest.raises(StudyError, match="no color 'red'"):
        mark(workspace, color="red")
    with pytest.raises(StudyError, match=r"no section 'owl\.md'"):
        notes.add("owl.md", (0, 3))
    assert notes.all() == []


def test_notes_need_no_passage_and_free_ones_no_section(workspace, notes):
    on_section = notes.add("stork.md", kind="note", note="On all of it")
    free = notes.add("", kind="note", note="On nothing")
    assert [placed.annotation for placed in notes.of_section("stork.md")] == [on_section]
    assert notes.of_section("heron.md") == []
    assert {one.id for one in notes.all()} == {on_section.id, free.id}
    assert notes.place(free).state is State.ANCHORED


def test_marks_come_in_the_order_of_the_page(workspace, notes):
    late = mark(workspace, "strikes")
    early = mark(workspace, "Grey")
    whole = notes.add("heron.md", kind="bookmark")
    found = [placed.annotation.id for placed in notes.of_section("heron.md")]
    assert found == [whole.id, early.id, late.id]


def test_edits_change_what_they_name_and_nothing_else(workspace, notes):
    made = mark(workspace, note="one", tags=["x"])
    notes.edit(made.id, color="pink")
    notes.edit(made.id, note="two")
    notes.edit(made.id, tags=["y", "z"])
    notes.edit(made.id, kind="underline")
    now = notes.get(made.id)
    assert on_disk(workspace, made) == now
    assert now == replace(
        made, color="pink", note="two", tags=("y", "z"), kind="underline", modified=now.modified
    )


def test_several_are_edited_and_undone_as_one(workspace, notes):
    ids = [mark(workspace, words).id for words in ("Grey", "tall", "strikes")]
    notes.tag(ids, add=["exam"])
    notes.edit(ids, color="blue")
    assert {(one.color, one.tags) for one in notes.all()} == {("blue", ("exam",))}
    assert notes.undo_names == ("Change Color", "")
    assert notes.undo() == "Change Color"
    assert {(one.color, one.tags) for one in notes.all()} == {("", ("exam",))}
    notes.tag(ids[0], drop=["exam"])
    assert [one.tags for one in notes.all()] == [(), ("exam",), ("exam",)]


def test_an_edit_that_changes_nothing_is_no_act(workspace, notes, heard):
    made = mark(workspace, color="blue")
    heard.clear()
    notes.edit(made.id, color="blue")
    assert heard == []
    assert notes.undo_names == ("Highlight", "")


def test_removed_ones_are_in_the_trash_and_come_back(workspace, notes):
    made = mark(workspace, note="kept")
    notes.remove(made.id)
    assert (notes.all(), notes.of_section("heron.md"), dict(notes.counts())) == ([], [], {})
    assert [one.id for one in notes.removed()] == [made.id]
    assert on_disk(workspace, made).status == "trashed"
    notes.restore(made.id)
    assert [one.note for one in notes.all()] == ["kept"]
    assert notes.removed() == []


def test_every_act_is_undone_and_done_again_by_name(workspace, notes):
    made = mark(workspace, color="yellow")
    moved_to = span(workspace, "heron.md", "Grey and tall")
    acts = {
        "Change Color": lambda: notes.edit(made.id, color="blue"),
        "Edit Note": lambda: notes.edit(made.id, note="A note"),
        "Change Tags": lambda: notes.tag(made.id, add=["t"]),
        "Change Kind": lambda: notes.edit(made.id, kind="underline"),
        "Change Passage": lambda: notes.relink(made.id, "heron.md", moved_to),
        "Remove": lambda: notes.remove(made.id),
    }
    states = [notes.get(made.id)]
    for name, do in acts.items():
        do()
        assert notes.undo_names == (name, "")
        states.append(notes.get(made.id))
    for name, state in zip(reversed(["Highlight", *acts]), reversed(states), strict=True):
        assert same(notes.get(made.id), state)
        assert notes.undo() == name
    assert notes.get(made.id).status == "trashed"
    for name, state in zip(["Highlight", *acts], states, strict=True):
        assert notes.redo() == name
        assert same(notes.get(made.id), state)
        assert same(on_disk(workspace, made), state)


def same(one, other):
    return replace(one, modified="") == replace(other, modified="")


def test_typing_goes_on_in_one_act(workspace, notes):
    made = mark(workspace)
    for number, text in enumerate(["T", "Ty", "Typ"]):
        notes.edit(made.id, note=text, continues=number > 0)
    assert notes.undo() == "Edit Note"
    assert (notes.get(made.id).note, notes.undo_names) == ("", ("Highlight", "Edit Note"))


def test_an_undo_leaves_what_another_device_wrote(workspace, notes):
    made = mark(workspace, color="yellow")
    notes.edit(made.id, color="blue")
    path = workspace.home.notebook / "birds" / "annotations" / f"{made.id}.md"
    path.write_text(path.read_text() + "written elsewhere", encoding="utf-8")
    notes.refresh()
    notes.undo()
    assert on_disk(workspace, made).note == "written elsewhere"
    assert on_disk(workspace, made).color == "yellow"


def test_an_unknown_annotation_is_told(workspace, notes):
    with pytest.raises(StudyError, match="there is no annotation X"):
        notes.edit("X", note="")
    mark(workspace)
    with pytest.raises(StudyError, match="there is no annotation X"):
        notes.remove("X")


def test_what_others_write_is_taken_in_and_told(workspace, notes, heard):
    made = mark(workspace)
    heard.clear()
    path = workspace.home.notebook / "birds" / "annotations" / f"{made.id}.md"
    path.write_text(path.read_text() + "from an editor", encoding="utf-8")
    notes.refresh("watch")
    assert notes.get(made.id).note == "from an editor"
    assert [(change.kinds, set(change.sections)) for change in heard] == [
        ({Kind.NOTES}, {"heron.md"})
    ]
    notes.refresh()
    assert len(heard) == 1


def test_what_cannot_be_written_is_told_shown_kept_and_written_later(
    workspace, notes, heard, monkeypatch
):
    made = mark(workspace)
    heard.clear()

    def full(path, data):
        raise files.unwritable(path, OSError(28, "No space left on device"))

    with monkeypatch.context() as broken:
        broken.setattr(files, "write_atomic", full)
        with pytest.raises(StudyError, match="no space left on device"):
            notes.edit(made.id, note="precious")
        assert notes.get(made.id).note == "precious"
        assert [placed.annotation.note for placed in notes.of_section("heron.md")] == ["precious"]
        assert on_disk(workspace, made).note == ""
        assert len(heard) == 1
    notes.refresh()
    assert on_disk(workspace, made).note == "precious"
    assert notes.undo() == "Edit Note"
    assert on_disk(workspace, made).note == ""


def test_another_course_in_the_window_goes_on_with_the_same_notebook(make, tmp_path):
    first = make()
    made = mark(first)
    write_files(tmp_path / "other", {"course.toml": 'id = "other"', "one.md": "# One\n\nWords.\n"})
    course = load_course(tmp_path / "other", first.home)
    second = Workspace(course, first.home, first.compiler, first.keeper)
    second.notes.add("one.md", (0, 3))
    second.notes.edit(made.id, note="from the other course")
    assert on_disk(first, made).note == "from the other course"
    assert [one.id for one in second.notes.all("birds")] == [made.id]
    assert [second.notes.undo(), second.notes.undo(), second.notes.undo()] == [
        "Edit Note",
        "Highlight",
        "Highlight",
    ]
    assert first.notes.all() == []


def test_a_notebook_that_is_gone_is_told_and_not_begun_anew(make):
    first = make()
    mark(first)
    shutil.move(first.home.notebook, first.home.notebook.with_name("elsewhere"))
    second = make()
    with pytest.raises(StudyError, match="is gone"):
        second.notes.all()
    with pytest.raises(StudyError, match="is gone"):
        second.notes.add("heron.md", (0, 5))
    assert not first.home.notebook.exists()
    second.keeper.forget()
    assert second.notes.all() == []
    second.notes.add("heron.md", (0, 5))
    assert len(make().notes.all()) == 1


def test_this_computer_keeps_its_name(make):
    first = make()
    mark(first)
    assert make().notes.notebook.device == first.notes.notebook.device


# After the course has changed


def test_a_mark_moves_with_its_words_inside_its_section(make):
    first = make()
    made = mark(first)
    rewrite(first, "heron.md", FILES["heron.md"].replace("Grey", "A new beginning.\n\nGrey"))
    second = make()
    (placed,) = second.notes.of_section("heron.md")
    text = second.page("heron.md").text
    assert text[placed.found.start : placed.found.end] == HERON
    assert placed.found.start != made.anchor.start
    assert placed.state is State.ANCHORED


def test_edited_words_are_flagged_and_can_be_accepted(make):
    first = make()
    made = mark(first)
    rewrite(first, "heron.md", FILES["heron.md"].replace("a fish", "a frog or a fish"))
    second = make()
    second.notes.take_survey(second.notes.survey().run())
    (row,) = second.notes.report()
    assert (row.outcome, row.old) == (Outcome.CHANGED, HERON)
    assert "a frog or a fish" in row.new
    second.notes.accept(made.id)
    accepted = second.notes.get(made.id)
    assert (accepted.anchor.quote, second.notes.report()) == (row.new, [])
    assert second.notes.of_section("heron.md")[0].state is State.ANCHORED
    assert second.notes.undo() == "Accept Change"
    assert second.notes.get(made.id).anchor == made.anchor


def test_the_same_words_are_told_from_changed_ones_where_the_place_is_not_sure(make):
    first = make()
    mark(first)
    kept = mark(first, "White", "stork.md")
    rewrite(first, "heron.md", FILES["heron.md"].replace("a fish", "a frog or a fish"))
    rewrite(first, "stork.md", "# Stork\n\nWhite are the clouds.\n")
    second = make()
    second.notes.take_survey(second.notes.survey().run())
    told = {row.annotation.id: (row.outcome, row.is_verbatim) for row in second.notes.report()}
    assert told.pop(kept.id) == (Outcome.CHANGED, True)
    assert [*told.values()] == [(Outcome.CHANGED, False)]
    for section, same in (("heron.md", False), ("stork.md", True)):
        (placed,) = second.notes.of_section(section)
        assert (placed.state, placed.is_verbatim) == (State.CHANGED, same)


def test_a_passage_that_went_to_another_section_is_shown_there(make):
    first = make()
    made = mark(first)
    rewrite(first, "heron.md", "# Heron\n\nNothing but a new text about nothing else.\n")
    rewrite(first, "stork.md", FILES["stork.md"] + f"\nOf herons: {HERON}\n")
    second = make()
    assert second.notes.of_section("stork.md") == []
    (orphan,) = second.notes.of_section("heron.md")
    assert (orphan.state, orphan.found) == (State.ORPHANED, None)
    second.notes.take_survey(second.notes.survey().run())
    assert second.notes.of_section("heron.md") == []
    (placed,) = second.notes.of_section("stork.md")
    assert (placed.annotation.id, placed.state) == (made.id, State.CHANGED)
    assert second.notes.place(second.notes.get(made.id)).section == "stork.md"
    second.notes.accept(made.id)
    assert second.notes.get(made.id).section == "stork.md"
    assert second.notes.of_section("stork.md")[0].state is State.ANCHORED


def test_a_renamed_file_keeps_its_marks(make):
    first = make()
    made = mark(first)
    root = first.course.root
    (root / "heron.md").rename(root / "grey-heron.md")
    second = make()
    second.notes.take_survey(second.notes.survey().run())
    (placed,) = second.notes.of_section("grey-heron.md")
    text = second.page("grey-heron.md").text
    assert placed.annotation.id == made.id
    assert text[placed.found.start : placed.found.end] == HERON


def test_what_is_nowhere_is_an_orphan_until_it_is_linked_again(make):
    first = make()
    made = mark(first, note="kept")
    rewrite(first, "heron.md", "# Heron\n\nNothing but a new text about nothing else.\n")
    second = make()
    second.notes.take_survey(second.notes.survey().run())
    (row,) = second.notes.report()
    assert (row.outcome, row.section) == (Outcome.ORPHANED, "")
    second.notes.accept(made.id)
    assert second.notes.get(made.id).anchor == made.anchor
    second.notes.relink(made.id, "stork.md", span(second, "stork.md", "A stork claps"))
    assert second.notes.undo_names[0] == "Relink"
    (placed,) = second.notes.of_section("stork.md")
    assert (placed.annotation.note, placed.state) == ("kept", State.ANCHORED)
    assert second.notes.report() == []


def test_looking_for_passages_writes_nothing(make):
    first = make()
    mark(first)
    rewrite(first, "heron.md", "# Heron\n\nNothing.\n")
    second = make()
    files_before = snapshot(second.home.notebook)
    second.notes.take_survey(second.notes.survey().run())
    second.notes.of_section("heron.md")
    second.notes.report()
    assert snapshot(second.home.notebook) == files_before


def snapshot(folder):
    paths = [path for path in folder.rglob("*") if path.is_file() and ".studyapp" not in path.parts]
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in paths}


def test_a_section_that_cannot_be_read_is_no_place(make):
    first = make()
    mark(first)
    second = make()
    (second.course.root / "heron.md").unlink()
    second.notes.take_survey(second.notes.survey().run())
    assert [row.outcome for row in second.notes.report()] == [Outcome.ORPHANED]


def test_a_notebook_that_may_not_be_read_is_told(workspace, monkeypatch):
    def refuse(path, **_):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refuse)
    assert not workspace.keeper.seems_begun
    with pytest.raises(StudyError, match="permission denied"):
        _ = workspace.notes.notebook


def test_a_file_in_the_place_of_the_notebook_is_left_alone(workspace):
    workspace.home.notebook.parent.mkdir(parents=True, exist_ok=True)
    workspace.home.notebook.write_text("mine")
    with pytest.raises(StudyError, match="it is a file"):
        workspace.notes.add("heron.md", (0, 4))
    assert workspace.home.notebook.read_text() == "mine"
