import os
import shutil
import sys
from pathlib import Path

import pytest

from studyapp.course import finding, loader
from studyapp.course.loader import is_stale, load_course, outline_course
from studyapp.course.sources import read_bounded
from studyapp.model import Severity, StudyError
from tests.writing import home_in, write_files

posix = pytest.mark.skipif(os.name == "nt", reason="Windows asks a privilege for links")


@pytest.fixture
def home(tmp_path):
    return home_in(tmp_path)


@pytest.fixture
def course_of(tmp_path, home):
    """Return a function that writes files and loads them as a course."""

    def load(files, name="course"):
        return load_course(write_files(tmp_path / name, files), home, fresh=True)

    return load


def ids(course):
    return [section.id for section in course.order]


def titles(course):
    return [section.title for section in course.order]


def messages(course):
    return [problem.message for problem in course.problems]


def test_numbers_in_names_give_the_order_as_people_count(course_of):
    course = course_of({f"{name}.md": "" for name in ("10-ten", "9-nine", "b", "A", "01-one")})
    assert ids(course) == ["01-one.md", "9-nine.md", "10-ten.md", "A.md", "b.md"]


def test_files_and_folders_share_one_order(course_of):
    course = course_of({"02-b.md": "", "01-a/x.md": "", "03-c/y.md": ""})
    assert ids(course) == ["01-a", "01-a/x.md", "02-b.md", "03-c", "03-c/y.md"]


def test_readme_and_index_come_first_and_are_the_page_of_their_folder(course_of):
    course = course_of(
        {
            "README.md": "# All",
            "a.md": "",
            "ch/b.md": "",
            "ch/index.md": "# Chapter",
            "ch/README.md": "# Read me",
        }
    )
    assert ids(course) == ["README.md", "a.md", "ch/index.md", "ch/README.md", "ch/b.md"]
    assert course.title == "All"
    assert [child.id for child in course.by_id["ch/index.md"].children] == [
        "ch/README.md",
        "ch/b.md",
    ]


def test_a_folder_without_a_page_is_a_group(course_of):
    course = course_of({"03-deep-water/1.md": ""})
    group = course.sections[0]
    assert (group.id, group.title, group.file) == ("03-deep-water", "Deep water", "")


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.md", "---\ntitle: From front matter\n---\n# Heading\n", "From front matter"),
        ("a.md", "+++\ntitle = 'From TOML'\n+++\n", "From TOML"),
        ("a.md", "## Second\n\nText.\n\n# The *first* heading\n\n# Another", "The first heading"),
        ("a.md", "Setext\n======\n", "Setext"),
        ("03-article-five.md", "Text.", "Article five"),
        ("2024-report_final.md", "", "2024 report final"),
        ("007.md", "", "007"),
        ("1.2 - the big one.markdown", "", "The big one"),
        ("ä-ö.MD", "", "Ä ö"),
    ],
)
def test_a_title_is_that_of_the_front_matter_the_first_heading_or_the_file_name(
    course_of, name, text, title
):
    assert titles(course_of({name: text})) == [title]


def test_what_is_no_page_does_not_appear(course_of):
    course = course_of(
        {
            "a.md": "",
            "assets/picture.png": b"",
            "empty/deeper/x.txt": "",
            ".hidden/b.md": "",
            ".c.md": "",
            "node_modules/package/README.md": "",
            "notes.txt": "",
        }
    )
    assert ids(course) == ["a.md"]


def test_drafts_are_left_out(course_of):
    course = course_of(
        {
            "a.md": "---\ndraft: true\n---\n",
            "b.md": "---\ndraft: false\ntitle: B\n---\n",
            "ch/index.md": '---\ntitle: "C"\ndraft: true\n---\n',
            "ch/c.md": "",
            "d.md": '+++\ndraft = "no"\n+++\n',
        }
    )
    assert ids(course) == ["b.md", "ch", "ch/c.md", "d.md"]


def test_a_studyignore_file_leaves_out_and_takes_back(course_of):
    course = course_of(
        {".studyignore": "# old\n*.md\n!keep.md\n", "a.md": "", "keep.md": "", "x/keep.md": ""}
    )
    assert ids(course) == ["keep.md", "x", "x/keep.md"]


def test_one_markdown_file_is_a_course(tmp_path, home):
    write_files(tmp_path / "notes", {"one.md": "# One", "two.md": ""})
    course = load_course(tmp_path / "notes" / "one.md", home)
    assert (course.layout, course.title, ids(course)) == ("file", "One", ["one.md"])
    assert loader.path_of(course) == tmp_path / "notes" / "one.md"
    assert not is_stale(course, home)


def test_a_file_named_as_the_course_is_shown_though_a_draft(tmp_path, home):
    write_files(tmp_path, {"one.md": "---\ndraft: true\n---\n"})
    assert ids(load_course(tmp_path / "one.md", home)) == ["one.md"]


def test_an_empty_folder_is_a_course_with_a_problem(course_of, tmp_path):
    (tmp_path / "course").mkdir()
    course = course_of({})
    assert course.sections == ()
    assert messages(course) == ["the course holds no Markdown files"]


@pytest.mark.parametrize("name", ["missing", "picture.png", "bad\0name"])
def test_a_path_that_is_no_course_is_told_in_one_line(tmp_path, home, name):
    write_files(tmp_path, {"picture.png": b""})
    with pytest.raises(StudyError, match="no course at") as caught:
        load_course(tmp_path / name, home)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_a_problem(course_of, tmp_path):
    write_files(tmp_path / "course", {"a.md": "", "closed/b.md": ""})
    (tmp_path / "course" / "closed").chmod(0)
    course = course_of({})
    (tmp_path / "course" / "closed").chmod(0o700)
    assert ids(course) == ["a.md"]
    assert messages(course) == ["the folder cannot be read: permission denied"]


def test_a_folder_whose_listing_fails_is_a_problem(course_of, tmp_path, monkeypatch):
    scandir = os.scandir

    def failing(path):
        if str(path).rstrip("/\\").endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", failing)
    course = course_of({"a.md": "", "closed/b.md": ""})
    assert ids(course) == ["a.md"]
    problem = course.problems[0]
    assert (problem.severity, problem.file) == (Severity.ERROR, "closed/")
    assert problem.message == "the folder cannot be read: permission denied"


@posix
def test_links_out_of_the_course_and_loops_are_not_followed(course_of, tmp_path):
    outside = write_files(tmp_path / "outside", {"secret.md": "# Secret"})
    root = write_files(tmp_path / "course", {"a.md": "# A", "sub/b.md": "# B"})
    (root / "out").symlink_to(outside)
    (root / "secret.md").symlink_to(outside / "secret.md")
    (root / "sub" / "loop").symlink_to(root)
    (root / "self").symlink_to("self")
    (root / "self.md").symlink_to("self.md")
    (root / "broken.md").symlink_to("nowhere.md")
    (root / "alias.md").symlink_to("sub/b.md")
    course = course_of({})
    assert ids(course) == ["a.md", "alias.md", "sub", "sub/b.md"]
    assert "Secret" not in titles(course)
    told = ["out", "secret.md", "self", "self.md", "sub/loop"]
    assert sorted(problem.file for problem in course.problems) == told


@posix
def test_a_course_file_that_leads_out_is_not_read(course_of, tmp_path):
    outside = write_files(tmp_path, {"outside.toml": "title = 'Secret'", "patterns": "a.md"})
    root = write_files(tmp_path / "course", {"a.md": "# A"})
    (root / "course.toml").symlink_to(outside / "outside.toml")
    (root / ".studyignore").symlink_to(outside / "patterns")
    course = course_of({})
    assert (course.title, ids(course)) == ("Course", ["a.md"])
    why = "the file cannot be read: it leads out of the course"
    assert messages(course) == [why, why]


@posix
def test_what_is_no_regular_file_is_not_opened(course_of, tmp_path):
    write_files(tmp_path / "course", {"a.md": ""})
    os.mkfifo(tmp_path / "course" / "pipe.md")
    os.mkfifo(tmp_path / "course" / ".studyignore")
    os.mkfifo(tmp_path / "course" / "course.toml")
    (tmp_path / "course" / "device.md").symlink_to("/dev/zero")
    assert ids(course_of({})) == ["a.md"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there names may be bytes")
def test_a_file_name_that_is_no_text_is_told_and_left_out(course_of, tmp_path):
    write_files(tmp_path / "course", {"a.md": ""})
    (tmp_path / "course" / os.fsdecode(b"caf\xe9.md")).write_bytes(b"# X")
    folder = tmp_path / "course" / os.fsdecode(b"\xff")
    folder.mkdir()
    (folder / "b.md").write_bytes(b"")
    course = course_of({})
    assert ids(course) == ["a.md"]
    assert messages(course) == ["the file name is not valid UTF-8"]
    assert course.problems[0].file.isprintable()


def test_names_of_all_scripts_are_names(course_of):
    names = ["日本.md", "مرحبا.md", "emoji 😀.md", "o'brien & sons %41.md", "[x](y).md"]
    assert sorted(ids(course_of(dict.fromkeys(names, "")))) == sorted(names)


def test_folders_nested_without_end_are_told(course_of):
    course = course_of({"/".join(["d"] * 70) + "/a.md": "", "b.md": ""})
    assert ids(course) == ["b.md"]
    assert messages(course) == ["folders are nested too deep"]


def test_bytes_that_are_no_utf8_still_make_a_title(course_of):
    course = course_of({"a.md": b"# caf\xe9\n", "b.md": "\ufeff# BOM\n".encode(), "c.md": b"\0"})
    assert titles(course) == ["caf\N{REPLACEMENT CHARACTER}", "BOM", "C"]


def test_a_title_is_one_line(course_of):
    assert titles(course_of({"a.md": '---\ntitle: "a   b"\n---\n'})) == ["a b"]


def test_aliases_are_known_by_section(course_of):
    course = course_of(
        {
            "a.md": "---\naliases: [One, 'Two: 2']\n---\n",
            "b.md": "---\naliases:\n  - Three\n  - Four\n---\n",
            "c.md": "---\nalias: Five\n---\n",
            "d.md": "---\naliases: &x [Six]\n---\n",
        }
    )
    pairs = [("One", "a.md"), ("Two: 2", "a.md"), ("Three", "b.md"), ("Four", "b.md")]
    assert course.aliases == (*pairs, ("Five", "c.md"), ("Six", "d.md"))


def test_the_tree_of_an_earlier_time_is_taken_while_no_file_came_or_went(tmp_path, home):
    root = write_files(tmp_path / "course", {"a.md": "# A", "sub/b.md": "# B"})
    first = load_course(root, home)
    shutil.move(root / "a.md", root / "a.tmp")
    (root / "a.tmp").write_bytes(b"# Edited")
    shutil.move(root / "a.tmp", root / "a.md")
    os.utime(root, ns=(1, 1))
    assert titles(load_course(root, home)) == ["Edited", "Sub", "B"]
    (root / "a.md").write_bytes(b"# Edited in place")
    assert titles(load_course(root, home)) == ["Edited", "Sub", "B"]
    assert titles(load_course(root, home, fresh=True)) == ["Edited in place", "Sub", "B"]
    (root / "sub" / "c.md").write_bytes(b"")
    assert titles(load_course(root, home)) == ["Edited in place", "Sub", "B", "C"]
    assert first.id != ""


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x93\x01\x02\x03", b"\x80"])
def test_a_damaged_cache_is_read_anew(tmp_path, home, damage):
    root = write_files(tmp_path / "course", {"a.md": "# A"})
    before = load_course(root, home)
    for file in (home.cache / "courses").iterdir():
        file.write_bytes(damage)
    assert load_course(root, home) == before
    assert load_course(root, home, fresh=True) == before


def test_without_a_place_for_the_cache_a_course_is_loaded_all_the_same(tmp_path, home):
    home.cache.parent.mkdir()
    home.cache.write_bytes(b"a file, not a folder")
    root = write_files(tmp_path / "course", {"a.md": "# A"})
    assert titles(load_course(root, home)) == ["A"]


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        (lambda root: None, False),
        (lambda root: (root / "a.md").write_bytes(b"# Another"), True),
        (lambda root: os.utime(root / "a.md", (5, 5)), True),
        (lambda root: (root / "b.md").write_bytes(b""), True),
        (lambda root: (root / "sub" / "c.md").unlink(), True),
        (lambda root: (root / "course.toml").write_bytes(b"title = 'T'"), True),
        (lambda root: (root / ".studyignore").write_bytes(b"sub/"), True),
        (lambda root: (root / "picture.png").write_bytes(b""), False),
    ],
)
def test_a_course_is_stale_when_its_files_differ(tmp_path, home, change, stale):
    root = write_files(tmp_path / "course", {"a.md": "# A", "sub/c.md": "", "course.toml": ""})
    course = load_course(root, home)
    change(root)
    assert is_stale(course, home) == stale


def test_a_course_that_is_gone_is_told(tmp_path, home):
    root = write_files(tmp_path / "course", {"a.md": ""})
    course = load_course(root, home)
    shutil.rmtree(root)
    with pytest.raises(StudyError, match="no course at"):
        is_stale(course, home)


def test_unchanged_files_are_not_read_again(tmp_path, home, monkeypatch):
    root = write_files(tmp_path / "course", {"a.md": "# A", "b.md": "# B"})
    for file in root.iterdir():
        os.utime(file, (1_000_000, 1_000_000))
    load_course(root, home)
    (root / "b.md").write_bytes(b"# New")
    read = []

    def reading(path):
        read.append(Path(path).name)
        return read_bounded(path)

    monkeypatch.setattr("studyapp.course.folder.read_bounded", reading)
    assert titles(load_course(root, home, fresh=True)) == ["A", "New"]
    assert read == ["b.md"]


def test_an_edit_within_the_clocks_grain_is_seen(tmp_path, home):
    """A file so young may change again without another size or time."""
    root = write_files(tmp_path / "course", {"a.md": "# One"})
    load_course(root, home)
    times = (root / "a.md").stat()
    (root / "a.md").write_bytes(b"# Two")
    os.utime(root / "a.md", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert titles(load_course(root, home, fresh=True)) == ["Two"]


def test_an_outline_tells_headings_and_words_of_each_file(tmp_path, home):
    root = write_files(tmp_path / "course", {"a.md": "# A\n\none two\n\n## B\n", "g/b.md": "x"})
    for _ in range(2):
        course, outlines = outline_course(root, home)
        assert ids(course) == ["a.md", "g", "g/b.md"]
        assert [heading.id for heading in outlines["a.md"].headings] == ["a", "b"]
        assert outlines["a.md"].words == 6
        assert [heading.title for heading in outlines["g/b.md"].headings] == ["B"]


def test_loading_writes_nothing_into_the_course(course_of, tmp_path):
    course_of({"a.md": "# A", "course.toml": "title = 'T'"})
    assert sorted(path.name for path in (tmp_path / "course").iterdir()) == ["a.md", "course.toml"]


def test_thousands_of_files_make_one_course(tmp_path, home):
    files = {f"{n // 100:02}-chapter/{n % 100:02}-s.md": f"# Section {n}" for n in range(3000)}
    course = load_course(write_files(tmp_path / "course", files), home)
    assert len(course.order) == 3030
    assert load_course(tmp_path / "course", home) == course


@pytest.mark.parametrize("name", [None, "nato", "guide"])
def test_the_bundled_courses_load_without_a_problem(home, name):
    path = finding.find_course(name or "", home)
    course = load_course(path, home)
    assert course.layout == "course.toml"
    assert course.sections
    assert course.problems == ()
