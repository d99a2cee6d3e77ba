"""What is remembered survives a restart; a broken file costs no more than the memory."""

import pytest

from studyapp.gui import memory


def test_everything_is_there_again(tmp_path):
    kept = memory.Memory(geometry="abc", widths={"left": 300}, panels={"outline": False})
    kept.course("one").offsets["a.md"] = 1234
    memory.save(kept, tmp_path)
    assert memory.load(tmp_path) == kept


def test_a_course_keeps_its_places():
    kept = memory.Memory()
    kept.course("one").section = "a.md"
    kept.course("two")
    assert kept.course("one").section == "a.md"
    assert list(kept.courses) == ["two", "one"]


def test_the_courses_not_opened_for_longest_are_forgotten():
    kept = memory.Memory()
    for number in range(memory.MOST_COURSES + 5):
        kept.course(str(number))
    assert len(kept.courses) == memory.MOST_COURSES
    assert next(iter(kept.courses)) == "5"


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
    assert (tmp_path / "state").read_text() == "a file where the folder should be"
