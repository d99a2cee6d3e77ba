import pytest

from studyapp.course.folder import Folder
from studyapp.course.layouts import LAYOUTS, course_toml, plain, single
from studyapp.course.loader import load_course
from studyapp.model import Severity
from tests.writing import home_in, write_files


@pytest.fixture
def course_of(tmp_path):
    def load(files):
        root = write_files(tmp_path / "course", files)
        return load_course(root, home_in(tmp_path), fresh=True)

    return load


def test_the_first_layout_that_accepts_reads_a_course(tmp_path):
    write_files(tmp_path, {"plain/a.md": "", "ours/course.toml": "", "ours/a.md": ""})

    def chosen(name):
        accepting = (layout for layout in LAYOUTS if layout.accepts(tmp_path / name))
        return next(accepting, None)

    assert chosen("plain") is plain.LAYOUT
    assert chosen("ours") is course_toml.LAYOUT
    assert chosen("plain/a.md") is single.LAYOUT
    assert chosen("ours/course.toml") is None
    assert len({layout.id for layout in LAYOUTS}) == len(LAYOUTS)


def test_course_toml_says_what_the_course_is(course_of):
    course = course_of(
        {
            "course.toml": """
                id = "birds"
                title = "Birds of
                the coast"
            """.replace("of\n                ", "of "),
            "a.md": "",
        }
    )
    assert (course.id, course.title, course.layout) == (
        "birds",
        "Birds of the coast",
        "course.toml",
    )


def test_every_key_reaches_the_course(course_of):
    course = course_of(
        {
            "course.toml": 'language = "de"\nversion = 1.5\nlicense = "CC0"\n'
            'description = "Über\\nVögel"\nauthors = ["Ada", "Tom"]\n'
        }
    )
    assert (course.language, course.version, course.license) == ("de", "1.5", "CC0")
    assert (course.description, course.authors) == ("Über Vögel", ("Ada", "Tom"))


def test_what_is_left_out_has_a_default(course_of):
    course = course_of({"course.toml": "", "a.md": ""})
    assert (course.title, course.language, course.authors) == ("Course", "", ())
    assert course.id.startswith("course-")


def test_ignore_leaves_files_out(course_of):
    course = course_of({"course.toml": 'ignore = ["x*", "old/"]', "xa.md": "", "old/b.md": ""})
    assert course.sections == ()


def test_order_comes_first_and_the_rest_follows(course_of):
    files = dict.fromkeys(("a.md", "b.md", "c/d.md", "c/e.md", "c/f.md", "index.md"), "")
    course = course_of({"course.toml": 'order = ["c/", "c/f.md", "b.md"]', **files})
    ids = [section.id for section in course.order]
    assert ids == ["index.md", "c", "c/f.md", "c/d.md", "c/e.md", "b.md", "a.md"]


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ('title = "x"\nid = \n', 2, "this is not valid TOML"),
        ('title = "x', 1, "this is not valid TOML"),
        ("a = " + "[" * 5000, 1, "this is not valid TOML"),
        ('\ntitle = ["x"]', 2, "'title' must be a text"),
        ("title = true", 1, "'title' must be a text"),
        ('id = "a"\nauthors = [1]', 2, "'authors' must be a list of texts"),
        ("ignore = 5", 1, "'ignore' must be a list of texts"),
        ('order = ["no.md"]', 1, "'order' names 'no.md', which does not exist"),
        ('order = ["../a.md"]', 1, "'order' names '../a.md', which does not exist"),
        ('\n\ntitel = "x"', 3, "'titel' is not a key of course.toml"),
        ("[birds]\nx = 1", 1, "'birds' is not a key of course.toml"),
        ('id = "../../x"', 1, "'id' may hold"),
    ],
)
def test_what_is_wrong_in_course_toml_is_told_with_its_line(course_of, source, line, message):
    course = course_of({"course.toml": source, "a.md": "# A"})
    problem = course.problems[0]
    assert (problem.file, problem.line) == ("course.toml", line)
    assert problem.message.startswith(message)
    assert [section.title for section in course.order] == ["A"]


def test_a_misspelled_key_is_no_more_than_a_remark(course_of):
    problems = course_of({"course.toml": "titel = 1", "a.md": ""}).problems
    assert [problem.severity for problem in problems] == [Severity.INFO]


def test_bytes_that_are_no_text_do_no_harm(course_of):
    course = course_of({"course.toml": b"title = 'caf\xe9\0'", "a.md": ""})
    assert [section.id for section in course.order] == ["a.md"]


def test_without_titles_no_text_is_read(tmp_path, monkeypatch):
    write_files(tmp_path, {"a.md": "# A", "b/c.md": ""})
    folder = Folder(tmp_path, None)
    monkeypatch.setattr(Folder, "read", None)
    assert [section.id for section in plain.tree(folder)] == ["a.md", "b"]
