import pytest

from studyapp.course.checking import check_course
from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.course.rules import RULES
from tests.writing import home_in, write_files


@pytest.fixture(scope="module")
def compiler(tmp_path_factory):
    with Compiler(tmp_path_factory.mktemp("cache")) as compiler:
        yield compiler


@pytest.fixture
def told(tmp_path, compiler):
    """Return a function that writes a course and returns its problems as short texts."""

    def check(files, **options):
        course = load_course(write_files(tmp_path / "course", files), home_in(tmp_path))
        problems = check_course(course, compiler, **options)
        return [f"{p.file}:{p.line} {p.severity} {p.message}" for p in problems]

    return check


TOML = 'title = "T"\nlanguage = "la"\n[rules]\nglossary = "back/glossary.md"\nexcept = ["back"]\n'
GLOSSARY = "# Glossary\n\nbalance of power\n: A meaning.\n\nVeto\n: Another.\n"
PAGE = """---
title: "{title}"
objectives: ["Know it."]
terms: ["veto", "Balance of power"]
sources:
  - title: "A book"
    url: "https://example.org/book"
---
# {title}

{words}

[one]({one}.md) and [another]({two}.md#x), [a term](../back/glossary.md)

## X

Question::Answer
"""


def course(**changed):
    names = ("a", "b", "c")
    pages = {
        f"ch/{name}.md": PAGE.format(title=name, words="Words.", one=one, two=two)
        for name, one, two in zip(names, "bca", "cab", strict=True)
    }
    files = {"course.toml": TOML, "back/glossary.md": GLOSSARY, "ch/index.md": "# Chapter\n\nIt."}
    return {**files, **pages, **changed}


def altered(old, new):
    """Return the course with one thing changed in its page `ch/a.md`."""
    files = course()
    assert old in files["ch/a.md"]
    return {**files, "ch/a.md": files["ch/a.md"].replace(old, new)}


def test_a_course_that_keeps_its_rules_has_no_problems(told):
    assert told(course()) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('    url: "https://example.org/book"\n', "", "6 warning source without address: 'A book'"),
        (
            '  - title: "A book"\n    url:',
            "  - url:",
            "6 warning source without title: 'https://example.org/book'",
        ),
        ('"veto"', '"vote"', "4 warning term 'vote' is not in the glossary"),
        ('objectives: ["Know it."]\n', "", "1 warning the section has no objectives"),
        ("Question::Answer", "No question.", "1 warning the section has no cards"),
        ("another](c.md#x)", "it](b.md)", "1 warning the section links to 1 other sections, not 2"),
        ("Words.", "many *words* " * 61, "11 warning a paragraph of 122 words, more than 120"),
        ("Words.", "![](p.svg)", "11 warning picture 'p.svg' has no description"),
        ("Words.", "So ![](p.svg) it is.", "11 warning picture 'p.svg' has no description"),
    ],
)
def test_each_breach_is_told_with_its_line(told, old, new, problem):
    files = {**altered(old, new), "ch/p.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    assert told(files) == [f"ch/a.md:{problem}"]


def test_a_course_that_asks_for_nothing_is_not_nagged(told):
    bare = {"a.md": "# A\n\n" + "word " * 200, "b.md": "---\nterms: [x]\n---\n# B\n\nText."}
    assert told(bare) == []
    assert told({**bare, "course.toml": 'title = "T"\n'}) == []


def test_the_numbers_can_be_set(told):
    files = course(**{"course.toml": TOML + "links = 3\nparagraph = 4\n"})
    told_of_a = [text for text in told(files) if text.startswith("ch/a.md")]
    assert told_of_a == [
        "ch/a.md:1 warning the section links to 2 other sections, not 3",
        "ch/a.md:13 warning a paragraph of 5 words, more than 4",
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("pictures = 3\n", "'pictures' is not a rule"),
        ('links = "two"\n', "'links' must be a whole number above 0"),
        ("links = 0\n", "'links' must be a whole number above 0"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_told(told, line, problem):
    files = course(**{"course.toml": TOML + line})
    assert told(files) == [f"course.toml:0 warning in [rules], {problem}"]


def test_a_glossary_that_is_not_there_is_told_once(told):
    files = course(**{"course.toml": TOML.replace("back/glossary", "back/words")})
    message = "'glossary' names 'back/words.md', which is no section"
    assert told(files) == [f"course.toml:0 warning in [rules], {message}"]


def test_the_reading_level_of_an_english_course_is_reported(told):
    words = "The cat sat on the mat. " * 20
    files = {name: text.replace("Words.", words) for name, text in course().items()}
    files["course.toml"] = TOML.replace('"la"', '"en-GB"')
    problems = told(files)
    assert len(problems) == 1
    assert problems[0].startswith(":0 info reading level: Flesch-Kincaid grade ")
    assert "(ch/a.md)" in problems[0]


OTHER = "It was a bright cold day in April, and the clocks were striking thirteen again."


def test_words_taken_over_from_another_text_are_told(told):
    files = {
        "a.md": "# A\n\nSo the *clocks* [were](b.md) striking thirteen again.\n\n"
        "On a bright, cold\nday in April and the end.\n",
        "b.md": "# B\n\nText.",
    }
    assert told(files, against=OTHER) == [
        f"a.md:{line} warning more than 5 words in a row from the other text: '{passage}'"
        for line, passage in (
            (3, "the clocks were striking thirteen again"),
            (5, "a bright, cold day in April and the"),
        )
    ]
    assert told(files) == []


def test_rules_have_names_of_their_own():
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
