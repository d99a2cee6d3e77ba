import random
import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.course.finding import find_course, last_course
from studyapp.course.identity import (
    SKETCH,
    Known,
    Register,
    fingerprint,
    id_of,
    overlap,
    valid_id,
)
from studyapp.course.loader import load_course, remember
from studyapp.files import bundled
from studyapp.model import StudyError
from tests.writing import home_in, write_files


@pytest.fixture
def home(tmp_path):
    return home_in(tmp_path)


SECTIONS = {f"{n}-section.md": f"# Section {n}\n\nWords of section {n}." for n in range(10)}


@pytest.fixture
def opened(tmp_path, home):
    """Return a course that was opened once."""
    course = load_course(write_files(tmp_path / "course", SECTIONS), home)
    remember(course, home)
    return course


@pytest.mark.parametrize("wanted", ["nato", "a", "2-birds_of-the-coast"])
def test_a_fit_id_stays_as_it_is(wanted):
    assert valid_id(wanted) == wanted


@pytest.mark.parametrize(
    ("wanted", "made"),
    [
        ("../../etc", "etc"),
        ("C:\\x", "c-x"),
        ("NATO course", "nato-course"),
        ("con", "con-course"),
        ("LPT1", "lpt1-course"),
        (".hidden", "hidden"),
        ("日本", ""),
        ("Größe", "grosse"),
        ("", ""),
        ("x" * 500, "x" * 80),
    ],
)
def test_an_id_is_made_fit_to_name_a_folder(wanted, made):
    assert valid_id(wanted) == made


@given(st.text())
def test_every_id_can_name_a_folder_anywhere(wanted):
    made = valid_id(wanted)
    assert re.fullmatch(r"(?:[a-z0-9][a-z0-9_-]{0,86})?", made)
    assert valid_id(made) == made


def test_a_course_that_names_none_gets_an_id_of_its_title_and_content(tmp_path, home):
    one = load_course(write_files(tmp_path / "a" / "birds", {"a.md": "one"}), home)
    same = load_course(write_files(tmp_path / "b" / "birds", {"a.md": "one"}), home)
    other = load_course(write_files(tmp_path / "c" / "birds", {"a.md": "two"}), home)
    assert re.fullmatch(r"birds-[0-9a-f]{8}", one.id)
    assert one.id == same.id
    assert one.id != other.id


def test_a_title_without_latin_letters_still_gives_an_id(tmp_path, home):
    course = load_course(write_files(tmp_path / "日本", {"a.md": ""}), home)
    assert re.fullmatch(r"course-[0-9a-f]{8}", course.id)


def test_an_opened_course_keeps_its_id_when_it_is_moved(tmp_path, home, opened):
    shutil.move(opened.root, tmp_path / "elsewhere")
    assert load_course(tmp_path / "elsewhere", home).id == opened.id


def test_an_opened_course_keeps_its_id_when_all_of_it_is_edited(home, opened):
    write_files(opened.root, dict.fromkeys(SECTIONS, "# New\n\nOther words."))
    assert load_course(opened.root, home, fresh=True).id == opened.id


def test_an_opened_course_keeps_its_id_when_it_is_moved_and_partly_edited(tmp_path, home, opened):
    shutil.move(opened.root, tmp_path / "elsewhere")
    edited = {path: text + " Edited." for path, text in list(SECTIONS.items())[:4]}
    write_files(tmp_path / "elsewhere", {**edited, "new.md": "# New"})
    assert load_course(tmp_path / "elsewhere", home).id == opened.id


def test_an_opened_course_keeps_its_id_when_line_ends_change(tmp_path, home, opened):
    dos = {path: text.replace("\n", "\r\n") for path, text in SECTIONS.items()}
    assert load_course(write_files(tmp_path / "dos", dos), home).id == opened.id


def test_another_course_of_the_same_template_is_another_course(tmp_path, home, opened):
    texts = {path: f"{text.partition('.')[0]}, but others." for path, text in SECTIONS.items()}
    other = load_course(write_files(tmp_path / "other", texts), home)
    assert [section.title for section in other.order] == [section.title for section in opened.order]
    assert other.id != opened.id


def test_two_empty_courses_are_two(tmp_path, home):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one = load_course(tmp_path / "one", home)
    remember(one, home)
    assert load_course(tmp_path / "two", home).id != one.id


def test_only_what_was_opened_is_known(tmp_path, home, opened):
    load_course(write_files(tmp_path / "looked-at", {"a.md": ""}), home)
    assert [known.id for known in Register(home.state).known()] == [opened.id]


def test_the_course_opened_last_comes_first_and_each_once(tmp_path, home, opened):
    second = load_course(write_files(tmp_path / "second", {"a.md": "second"}), home)
    for course in (second, opened, second, second):
        remember(course, home)
    assert [known.id for known in Register(home.state).known()] == [second.id, opened.id]
    assert last_course(home) == second.root
    shutil.rmtree(second.root)
    assert last_course(home) == opened.root


def test_the_first_course_is_the_bundled_one(home):
    assert last_course(home) == bundled("content") / "nato"


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b'{"format": 99}',
        b'{"courses": 5}',
        b'{"courses": [{"id": 1}]}',
        b'{"courses": [{"id": "a", "title": "", "path": "", "fingerprint": "zz"}]}',
    ],
)
def test_a_damaged_register_is_only_forgotten(tmp_path, home, data):
    write_files(home.state, {"courses.json": data})
    course = load_course(write_files(tmp_path / "course", {"a.md": ""}), home)
    remember(course, home)
    assert [known.id for known in Register(home.state).known()] == [course.id]


def test_a_course_is_found_by_path_by_id_or_without_a_word(tmp_path, home, opened, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_course(str(opened.root), home) == opened.root
    assert find_course("course", home).resolve() == opened.root
    assert find_course(opened.id, home) == opened.root
    assert find_course("", home) == bundled("content") / "nato"
    assert find_course("guide", home) == bundled("content") / "guide"
    assert find_course("studyapp-guide", home) == bundled("content") / "guide"


def test_a_known_course_that_is_gone_says_where_it_was(home, opened):
    shutil.rmtree(opened.root)
    with pytest.raises(StudyError, match=f"it is no longer at {re.escape(str(opened.root))}"):
        find_course(opened.id, home)


@pytest.mark.parametrize(
    "name", ["unknown", "../nowhere", "\0", "x" * 5000, "-", "~nobody-by-that-name/x"]
)
def test_an_unknown_course_is_told(home, name):
    with pytest.raises(StudyError, match="no course"):
        find_course(name, home)


@given(st.sets(st.integers(0, 2**48 - 1), max_size=600))
def test_a_course_overlaps_itself_wholly(hashes):
    sketch = fingerprint(hashes)
    assert len(sketch) <= SKETCH
    assert overlap(sketch, sketch) == (1.0 if hashes else 0.0)


@pytest.mark.parametrize("size", [1, 10, SKETCH - 1, SKETCH, SKETCH + 1, 2000, 26_000])
@pytest.mark.parametrize("percent", [0, 10, 50, 90, 100])
def test_a_sketch_tells_about_how_much_is_common(size, percent):
    pool = random.Random(size).sample(range(2**48), 2 * size)
    common = size * percent // 100
    one, other = set(pool[:size]), set(pool[size - common : 2 * size - common])
    found = overlap(fingerprint(one), fingerprint(other))
    assert abs(found - common / size) <= (0.15 if size >= SKETCH else 1e-9)


def test_more_than_half_makes_the_same_course(tmp_path):
    known = [Known("old", "Old", str(tmp_path / "old"), tuple(range(10)))]
    assert id_of("New", tmp_path / "new", tuple(range(4, 14)), known) == "old"
    assert id_of("New", tmp_path / "new", tuple(range(5, 15)), known) != "old"
