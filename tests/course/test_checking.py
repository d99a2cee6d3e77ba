import pytest

from studyapp.course.checking import CHECKS, check_course
from studyapp.course.compiler import Compiler
from studyapp.course.finding import find_course
from studyapp.course.loader import load_course
from studyapp.model import Severity
from tests.writing import home_in, write_files


@pytest.fixture(scope="module")
def compiler(tmp_path_factory):
    with Compiler(tmp_path_factory.mktemp("cache")) as compiler:
        yield compiler


@pytest.fixture
def told(tmp_path, compiler):
    """Return a function that writes a course and returns its problems as short texts."""

    def check(files):
        course = load_course(write_files(tmp_path / "course", files), home_in(tmp_path))
        problems = check_course(course, compiler)
        return [f"{p.file}:{p.line} {p.severity} {p.message}" for p in problems]

    return check


GOOD = "# Title\n\nText.\n"


def test_a_sound_course_has_no_problems(told):
    files = {
        "index.md": "# Home\n\n[a](a.md) [b](ch/b.md#part) [[b]] <https://x.org>\n\n![p](p.png)\n",
        "a.md": GOOD,
        "ch/b.md": "# B\n\n## Part\n\n![[p.png]]\n\nQ::A\n",
        "p.png": b"",
    }
    assert told(files) == []


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("# T\n\n[x](no.md)", "a.md:3 error broken link 'no.md'"),
        ("# T\n\n[x](b.md#no)", "a.md:3 warning broken link 'b.md#no'"),
        ("# T\n\n\n[[Nowhere|words]]", "a.md:4 error broken link 'Nowhere'"),
        ("# T\n\n[x](#no)", "a.md:3 warning broken link '#no'"),
        ("# T\n\n[x](n%20o.md)", "a.md:3 error broken link 'n%20o.md'"),
        ("# T\n\n[x][r]\n\n[r]: no.md\n", "a.md:5 error broken link 'no.md'"),
        (
            "# T\n\n[x](../../etc/passwd)",
            "a.md:3 warning link '../../etc/passwd' leads out of the course and is not followed",
        ),
        ("# T\n\n`[x](no.md)`\n\n[x](no.md)", "a.md:5 error broken link 'no.md'"),
        ("# T\n\n```\n[x](no.md)\n```\n[x](no.md)", "a.md:6 error broken link 'no.md'"),
        ("# T\n\n![p](no.png)", "a.md:3 error missing picture 'no.png'"),
        (
            "# T\n\n![p](http://x.org/p.png)",
            "a.md:3 warning picture 'http://x.org/p.png' is outside the course and is not shown",
        ),
        (
            "# T\n\n![p](../../p.png)",
            "a.md:3 warning picture '../../p.png' is outside the course and is not shown",
        ),
        (
            "Text.",
            "a.md:1 warning the section has no title; its file name is shown: 'A'",
        ),
        ("---\ntitle: T\n---\n\n", "a.md:1 warning the section is empty"),
        ("# T\n\n## A {#x}\n\n## B {#x}", "a.md:5 error duplicate heading id: x"),
        (b"# T\n\ncaf\xe9", "a.md:3 error bad encoding: E9 is not UTF-8"),
    ],
)
def test_each_flaw_is_told_with_its_file_and_line(told, source, problem):
    assert told({"a.md": source, "b.md": GOOD}) == [problem]


def test_bad_front_matter_is_told(told):
    problems = told({"a.md": "---\ntitle: [x\n---\n# T\n\nText.\n"})
    assert len(problems) == 1
    assert problems[0].startswith("a.md:")
    assert "error bad front matter" in problems[0]


def test_card_syntax_that_is_not_known_is_told(told):
    problems = told({"a.md": "# T\n\nA question :: without\n?\nan :: end\n?\n"})
    assert problems == ["a.md:3 warning unknown card syntax"]


def test_a_link_that_repeats_is_told_on_each_of_its_lines(told):
    problems = told({"a.md": "# T\n\n[x](no.md)\n\n[y](no.md) and [z](no.md)\n"})
    assert [problem.partition(" ")[0] for problem in problems] == ["a.md:3", "a.md:5", "a.md:5"]


def test_an_address_inside_a_longer_one_is_not_taken_for_it(told):
    problems = told({"a.md": "# T\n\n[x](sub/no.md.txt) [z](http://no.md/x)\n\n[y](no.md)\n"})
    assert "a.md:5 error broken link 'no.md'" in problems


def test_the_hint_says_what_is_missing_and_what_was_meant(tmp_path, compiler):
    files = {"food.md": GOOD, "a.md": "# T\n\n[x](foood.md)"}
    course = load_course(write_files(tmp_path / "course", files), home_in(tmp_path))
    hints = [problem.hint for problem in check_course(course, compiler)]
    assert hints == ["No section 'foood.md'. Did you mean 'food.md'?"]


def test_sections_of_one_title_in_one_chapter_are_a_remark(told):
    files = {"a.md": GOOD, "b.md": "# TITLE\n\nText.", "ch/c.md": GOOD}
    assert told(files) == ["b.md:1 info 'TITLE' is also the title of a.md"]


def test_what_was_wrong_while_loading_is_told_too_and_all_in_reading_order(told):
    files = {
        "course.toml": "title = []",
        "b.md": "text",
        "a.md": "text",
        "ch/index.md": "text",
    }
    places = [problem.partition(" ")[0] for problem in told(files)]
    assert places == ["course.toml:1", "a.md:1", "b.md:1", "ch/index.md:1"]


def test_a_file_that_is_too_large_is_told(told):
    problems = told({"a.md": "# T\n\n" + "word " * 4_100_000})
    assert len(problems) == 1
    assert problems[0].startswith("a.md:0 ")


def test_a_file_that_vanished_is_no_crash(tmp_path, compiler):
    root = write_files(tmp_path / "course", {"a.md": GOOD, "b.md": GOOD.replace("T", "B")})
    course = load_course(root, home_in(tmp_path))
    (root / "a.md").unlink()
    messages = [problem.message for problem in check_course(course, compiler)]
    why = "the file cannot be read: it is gone, or leads out of the course"
    assert messages == [why]


def test_the_work_can_be_followed_and_ended(tmp_path, compiler):
    files = {f"{n}.md": f"# {n}\n\nText." for n in range(5)}
    course = load_course(write_files(tmp_path / "course", files), home_in(tmp_path))
    heard = []
    check_course(course, compiler, lambda done, total: heard.append((done, total)))
    assert heard == [(n, 5) for n in range(5)]

    def stop(done, total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        check_course(course, compiler, stop)


@pytest.mark.parametrize("name", ["nato", "guide"])
def test_the_bundled_courses_have_no_errors(tmp_path, compiler, name):
    home = home_in(tmp_path)
    course = load_course(find_course(name, home), home)
    problems = check_course(course, compiler)
    assert [problem for problem in problems if problem.severity == Severity.ERROR] == []


def test_checks_have_names_of_their_own():
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS)
