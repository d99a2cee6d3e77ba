"""Where marks are: on the page, and in a course that has changed since they were made."""

import pytest

from studyapp.model import Kind, State
from studyapp.notes.updating import Outcome
from tests.herons import FILES, HERON, mark, opening, rewrite, survey


@pytest.fixture
def make(tmp_path):
    with opening(tmp_path) as open_it:
        yield open_it


def test_marks_come_in_the_order_of_the_page(make):
    workspace = make()
    late = mark(workspace, "strikes")
    early = mark(workspace, "Grey")
    whole = workspace.notes.add("heron.md", kind="bookmark")
    found = [placed.annotation.id for placed in workspace.whereabouts.of_section("heron.md")]
    assert found == [whole.id, early.id, late.id]


def test_a_mark_moves_with_its_words_inside_its_section(make):
    first = make()
    made = mark(first)
    rewrite(first, "heron.md", FILES["heron.md"].replace("Grey", "A new beginning.\n\nGrey"))
    second = make()
    (placed,) = second.whereabouts.of_section("heron.md")
    text = second.page("heron.md").text
    assert text[placed.found.start : placed.found.end] == HERON
    assert placed.found.start != made.anchor.start
    assert placed.state is State.ANCHORED


def test_the_same_words_are_told_from_changed_ones_where_the_place_is_not_sure(make):
    first = make()
    mark(first)
    kept = mark(first, "White", "stork.md")
    rewrite(first, "heron.md", FILES["heron.md"].replace("a fish", "a frog or a fish"))
    rewrite(first, "stork.md", "# Stork\n\nWhite are the clouds.\n")
    second = make()
    survey(second)
    rows = second.whereabouts.report()
    told = {row.annotation.id: (row.outcome, row.is_verbatim) for row in rows}
    assert told.pop(kept.id) == (Outcome.CHANGED, True)
    assert [*told.values()] == [(Outcome.CHANGED, False)]
    for section, same in (("heron.md", False), ("stork.md", True)):
        (placed,) = second.whereabouts.of_section(section)
        assert (placed.state, placed.is_verbatim) == (State.CHANGED, same)


def test_a_passage_that_went_to_another_section_is_shown_there(make):
    first = make()
    made = mark(first)
    rewrite(first, "heron.md", "# Heron\n\nNothing but a new text about nothing else.\n")
    rewrite(first, "stork.md", FILES["stork.md"] + f"\nOf herons: {HERON}\n")
    second = make()
    assert second.whereabouts.of_section("stork.md") == []
    (orphan,) = second.whereabouts.of_section("heron.md")
    assert (orphan.state, orphan.found) == (State.ORPHANED, None)
    survey(second)
    assert second.whereabouts.of_section("heron.md") == []
    (placed,) = second.whereabouts.of_section("stork.md")
    assert (placed.annotation.id, placed.state) == (made.id, State.CHANGED)
    assert second.whereabouts.place(second.notes.get(made.id)).section == "stork.md"
    second.notes.accept(made.id)
    assert second.notes.get(made.id).section == "stork.md"
    assert second.whereabouts.of_section("stork.md")[0].state is State.ANCHORED


def test_a_renamed_file_keeps_its_marks(make):
    first = make()
    made = mark(first)
    root = first.course.root
    (root / "heron.md").rename(root / "grey-heron.md")
    second = make()
    survey(second)
    (placed,) = second.whereabouts.of_section("grey-heron.md")
    text = second.page("grey-heron.md").text
    assert placed.annotation.id == made.id
    assert text[placed.found.start : placed.found.end] == HERON


def test_what_a_survey_found_is_told_and_counts_until_the_course_is_read_again(make):
    workspace = make()
    whereabouts, changes = workspace.whereabouts, []
    mark(workspace)
    rewrite(workspace, "heron.md", "# Heron\n\nNothing.\n")
    workspace.reload()
    workspace.subscribe(changes.append)
    whereabouts.take(whereabouts.survey(workspace.notes.all()).run(), "tests")
    assert [(change.kinds, change.origin) for change in changes] == [({Kind.NOTES}, "tests")]
    assert (whereabouts.surveyed, len(whereabouts.report())) == (True, 1)
    workspace.reload()
    assert (whereabouts.surveyed, whereabouts.report()) == (False, [])


def test_what_was_removed_is_not_reported(make):
    workspace = make()
    made = mark(workspace)
    rewrite(workspace, "heron.md", "# Heron\n\nNothing.\n")
    survey(workspace)
    assert [row.annotation.id for row in workspace.whereabouts.report()] == [made.id]
    workspace.notes.remove(made.id)
    assert workspace.whereabouts.report() == []


def test_a_section_that_cannot_be_read_is_no_place(make):
    first = make()
    mark(first)
    second = make()
    (second.course.root / "heron.md").unlink()
    survey(second)
    assert [row.outcome for row in second.whereabouts.report()] == [Outcome.ORPHANED]


def test_looking_for_passages_writes_nothing(make):
    first = make()
    mark(first)
    rewrite(first, "heron.md", "# Heron\n\nNothing.\n")
    second = make()
    files_before = snapshot(second.home.notebook)
    survey(second)
    second.whereabouts.of_section("heron.md")
    second.whereabouts.report()
    assert snapshot(second.home.notebook) == files_before


def snapshot(folder):
    paths = [path for path in folder.rglob("*") if path.is_file() and ".studyapp" not in path.parts]
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in paths}
