"""The quick outline and the compiled page agree: on cases by hand, made-up pages, the courses."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.course.guards import decode
from studyapp.course.markup import compile_page
from studyapp.course.scan import head_of, outline_of
from studyapp.course.scan_front import front_of
from studyapp.course.shelf import decoded
from studyapp.course.sources import readable_name
from studyapp.files import bundled

CASES = (Path(__file__).parent / "headings.txt").read_text(encoding="utf-8").split("\n=====\n")
PAGES = sorted(bundled("content").rglob("*.md"))


def check_agreement(source, title="File name"):
    outline, page = outline_of(source, title), compile_page(source, title=title)
    assert [(h.level, h.id, h.title) for h in outline.headings] == [
        (h.level, h.id, h.title) for h in page.headings
    ]
    assert outline.title == page.title
    assert outline.head == head_of(source)
    assert (outline.head.title or title) == page.title


@pytest.mark.parametrize("source", CASES, ids=range(len(CASES)))
def test_outline_and_page_agree_on_a_zoo_of_headings(source):
    check_agreement(source)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-3:]))
def test_outline_and_page_agree_on_the_bundled_courses(path):
    check_agreement(decoded(path.read_bytes()), readable_name(path.name))


WORDS = st.sampled_from(
    [
        "Article",
        "5",
        "*slanted*",
        "**bold**",
        "`code`",
        "`#`",
        "[link](a.md)",
        "[[page]]",
        "C#",
        "$x_1$",
        "a_b_c",
        "Ünïcode",
        "日本",
        "😀",
        "&amp;",
        "~~gone~~",
        "H~2~O",
        "x^2^",
        "==mark==",
        "<kbd>K</kbd>",
        "[^1]",
        "\\*",
        "(round)",
        "what's",
        "a::b",
        "1.5",
        "—",
        "&",
        "%",
    ]
)
TITLES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
HEADINGS = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###", "######"]), TITLES),
    st.builds("{} {} ##".format, st.just("##"), TITLES),
    st.builds("{} {{#{}}}".format, TITLES.map("## {}".format), st.sampled_from(["id", "a-1"])),
    st.builds("{}\n====".format, TITLES),
    st.builds("{}\n---".format, TITLES),
)
QUIET = st.sampled_from(
    [
        "A line.\nAnother line.",
        "```\n# code\n```",
        "~~~~ python\n# code\n~~~\n# code\n~~~~",
        "    # code",
        "<!--\n# hidden\n-->",
        "%%\n# hidden\n%%",
        "$$\n# x\n$$",
        "***",
        "#tag",
        "<div>\n# raw\n</div>",
        "| a | b |\n|---|---|\n| # c | d |",
        "- item\n- item",
        "\\# no",
        "Line one\nline two\n---",
        "<pre>\n\n# raw\n\n</pre>",
        "- [ ] task\n\n  more",
    ]
)


def inside(mark, rest):
    """Return a function that puts a block into another one, by what stands before its lines."""
    return lambda block: "\n".join((mark, *(rest + line for line in block.split("\n"))))


BLOCKS = st.one_of(HEADINGS, QUIET)
NESTED = st.one_of(
    BLOCKS.map(lambda block: "\n".join("> " + line for line in block.split("\n"))),
    BLOCKS.map(inside("> [!note] Title", "> ")),
    BLOCKS.map(inside("- item\n", "  ")),
    BLOCKS.map(inside("1. item\n", "   ")),
    BLOCKS.map(inside('!!! note "Title"\n', "    ")),
    BLOCKS.map(inside("???+ tip\n", "    ")),
)


@given(st.lists(st.one_of(HEADINGS, QUIET, NESTED), max_size=6))
@settings(max_examples=300, deadline=None)
def test_outline_and_page_agree_on_pages_of_all_blocks(blocks):
    check_agreement("\n\n".join([*blocks, "[^1]: A footnote."]))


YAML = st.sampled_from(
    ["Plain", "a: b", "'it''s'", '"quo\\"ted"', "[a, b]", "yes", "1.5", "|", "# x"]
)


@given(st.lists(st.tuples(st.sampled_from(["title", "terms", "draft", "x.y"]), YAML), max_size=3))
@settings(deadline=None)
def test_the_quick_front_matter_and_the_parsed_agree(pairs):
    lines = "".join(f"{key}: {value}\n" for key, value in pairs)
    check_agreement(f"---\n{lines}---\ntext\n")


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: A\n  B\n---\n",
        "---\ntitle: >\n  A\n  B\n---\n",
        "---\n# comment\ntitle: A # comment\n---\n",
        "---\ntitle: 'It''s'\n---\n",
        "---\ntitle:\n---\n# B\n",
        "---\ntitle: A\ntitle: B\n---\n",
        '---\n"title": A\n---\n',
        "---\n  title: A\n---\n",
        "---\nmeta:\n  title: A\n---\n",
        "---\ntitle: A\n...\n",
        "---\ntitle: A\n",
        "---\n---\n# B\n",
        "---\n\n# B\n\n---\n",
        "--- \ntitle: A\n--- \n",
        "----\ntitle: A\n----\n",
        "\n---\ntitle: A\n---\n",
        "---\ntitle: {a: b}\n---\n",
        "---\ntitle: [A\n---\n# B\n",
        "---\n\ttitle: A\n---\n# B\n",
        "---\njust text\n---\n",
        "+++\ntitle = 'A'\n+++\n",
        "+++\ntitle = \n+++\n# B\n",
        "---\ntitle: A #1\n---\n",
        "---\ntitle: A#1\n---\n",
        "---\ntitle: https://x.org/a?b\n---\n",
        "---\ntitle: Ärger—😀\n---\n",
        "---\r\ntitle: A\r\n---\r\n".replace("\r", ""),
    ],
)
def test_titles_of_unusual_front_matter_are_those_of_the_page(source):
    check_agreement(source)


def test_what_front_matter_says_is_known():
    front = front_of("---\ntitle: T\ndraft: true\naliases: [One, 'Two, three']\n---\nText")
    assert (front.title, front.draft, front.aliases) == ("T", True, ("One", "Two, three"))
    assert front.end == len("---\ntitle: T\ndraft: true\naliases: [One, 'Two, three']\n---\n")


def test_the_usual_front_matter_needs_no_yaml(monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr("studyapp.course.frontmatter.read", refuse)
    for path in PAGES:
        front_of(decoded(path.read_bytes()))


def test_words_are_counted_without_front_matter():
    assert outline_of("---\ntitle: Not these\n---\n# One\n\ntwo  three\n").words == 4


@given(st.binary())
def test_a_quick_look_decodes_as_the_compiler_does_but_for_controls(data):
    def visible(text):
        return "".join(c for c in text if c in "\n\t" or not (ord(c) < 32 or 127 <= ord(c) < 160))

    assert visible(decoded(data)) == visible(decode(data)[0])


@given(st.text())
@settings(deadline=None)
def test_any_text_has_an_outline(text):
    outline = outline_of(text, "Title")
    assert outline.title
    ids = [heading.id for heading in outline.headings]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "line",
    [
        "# x\n",
        "<!-- \n",
        "$$\n",
        "%%\n",
        "```\n",
        "> ",
        "- ",
        "<pre>\n",
        "[",
        "*a",
        "_a",
        "`a",
        "==a",
        "<h1>",
        "<b",
        "x\n=\n",
        "x\n---\n",
        "---\n",
        "---\na: ",
        "- a\n",
        "  - # a\n",
        "> # a\n",
        "&",
        "1. # x\n",
        "!!! note\n    # x\n",
        "\\",
        "{#",
        "# [",
        "# *a",
        "# `a",
        "# <a ",
        "x\n\n: # y\n",
        "# $a ",
        "# [a]\n",
        "# [^a]\n",
        "# [a][b]\n[b]: c\n",
        "^a",
        "~a",
        "[[",
        "# [[",
        "![",
        "# ![a](",
        "\t",
        "- - - ",
        "-",
        "=",
        "{{",
        "{%",
    ],
)
def test_no_source_takes_long(line):
    for source in (line * (200_000 // len(line)), "# " + line.strip("\n") * (20_000 // len(line))):
        started = time.perf_counter()
        outline_of(source)
        assert time.perf_counter() - started < 2
