"""What is remembered survives a restart; a broken file costs no more than the memory."""

import pytest

from studyapp.gui import memory
from studyapp.model import Course, Section


def course(course_id, root):
    return Course(
        course_id, f"Title of {course_id}", root, "plain", (Section("a.md", "A", "a.md"),)
    )


def test_everything_is_there_again(tmp_path):
    kept = memory.Memory(geometry="abc", widths={"left": 300}, panels={"outline": False})
    kept.course(course("one", tmp_path)).offsets["a.md"] = 1234
    memory.save(kept, tmp_path)
    assert memory.load(tmp_path) == kept


def test_the_most_recent_course_comes_first_and_keeps_its_places(tmp_path):
    kept = memory.Memory()
    kept.course(course("one", tmp_path / "old")).section = "a.md"
    kept.course(course("two", tmp_path))
    again = kept.course(course("one", tmp_path / "moved"))
    assert [one.id for one in kept.courses] == ["one", "two"]
    assert (again.section, again.path) == ("a.md", str(tmp_path / "moved"))


def test_the_oldest_courses_are_forgotten(tmp_path):
    kept = memory.Memory()
    for number in range(memory.MOST_COURSES + 5):
        kept.course(course(str(number), tmp_path))
    assert len(kept.courses) == memory.MOST_COURSES
    assert kept.courses[-1].id == "5"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"courses": 3}',
        b'{"widths": {"left": "wide"}}',
        b'{"format": 99}',
    ],
)
def test_a_broken_file_gives_the_defaults(tmp_path, content):
    (tmp_path / memory.FILE).write_bytes(content)
    assert memory.load(tmp_path) == memory.Memory()


def test_two_memories_share_nothing():
    first = memory.Memory()
    first.panels["outline"] = True
    assert memory.Memory().panels == {}


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    memory.save(memory.Memory(), tmp_path / "state")
