"""What sync tools and git leave is known by its name and its marks."""

import pytest

from studyapp.notes.conflicts import Sides, original_name, sides

ID = "01JDA3Q8ZK6T4V9W2M5X7Y1B3C"


@pytest.mark.parametrize(
    "copy",
    [
        ".sync-conflict-20261122-101530-ABCDEFG",
        " (Anna's conflicted copy 2026-11-22)",
        " (conflicted copy 2026-11-22 101530)",
        " (Case Conflict)",
        " (1)",
        " 2",
        "_conflict-20261122-101530",
        "-ANNAS-PC",
    ],
)
def test_a_copy_tells_its_original(copy):
    assert original_name(f"{ID}{copy}.md") == f"{ID}.md"


def test_other_names_are_their_own():
    assert original_name(f"{ID}.md") == f"{ID}.md"
    assert original_name("notes.md") == "notes.md"


def test_git_marks_in_the_front_matter_are_taken_apart():
    start, end = '---\nid: "a"\n', "---\nn"
    marked = '<<<<<<< HEAD\ncolor: "x"\n||||||| 1234\ncolor: "o"\n=======\ncolor: "y"\n>>>>>>> b\n'
    text = start + marked + end
    assert sides(text) == Sides(
        f'{start}color: "x"\n{end}', f'{start}color: "y"\n{end}', f'{start}color: "o"\n{end}'
    )


def test_a_last_line_is_not_longer_for_having_been_marked():
    start = '---\n<<<<<<< a\nid: "a"\n=======\nid: "b"\n>>>>>>> b\n---\n'
    text = f"{start}<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n"
    assert sides(text) == Sides('---\nid: "a"\n---\nx', '---\nid: "b"\n---\ny', None)


@pytest.mark.parametrize(
    "text",
    [
        '---\nid: "a"\n---\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> b\n',
        '---\nid: "a"\n<<<<<<< HEAD\ncolor: "x"\n---\n',
        '---\nid: "a"\n---\n',
    ],
)
def test_a_note_on_git_and_half_a_mark_are_no_conflict(text):
    assert sides(text) is None
