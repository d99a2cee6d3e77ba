"""Front matter, titles, and the flaws that a page tells of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from studyapp.course.markup import compile_page
from studyapp.page import Flaw, FrontMatter, Heading, Source


def test_yaml_front_matter():
    page = compile_page("""\
---
title: "One: two"
objectives:
  - a
  - b
terms: [x, y]
as_of: 2026-03-01
sources:
  - title: T
    url: https://a.b
    accessed: 2026-02-03
  - https://c.d
  - A book
minutes: 12
tags: "#one, two"
draft: no
version: 1.10
authors: [A, B]
nested: {k: v, l: [1, 2]}
---
Text
""")
    assert page.meta == FrontMatter(
        title="One: two",
        objectives=("a", "b"),
        terms=("x", "y"),
        as_of="2026-03-01",
        sources=(
            Source("T", "https://a.b", "2026-02-03"),
            Source("https://c.d", "https://c.d"),
            Source("A book"),
        ),
        minutes=12,
        tags=("one", "two"),
        other=(("draft", "no"), ("version", "1.10"), ("authors", "A, B"), ("nested", "k: v, 1, 2")),
    )
    assert page.text == "One: two\nText"
    assert not page.flaws


def test_toml_front_matter():
    page = compile_page(
        '+++\ntitle = "T"\nas_of = 2026-03-01\ntags = ["a"]\nminutes = 3\n+++\nText'
    )
    assert (page.meta.title, page.meta.as_of, page.meta.minutes) == ("T", "2026-03-01", 3)
    assert page.meta.tags == ("a",)
    assert page.text == "T\nText"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\ntitle: a\nminutes: 1\nb: c: d\n---\nText", 4),
        ("---\ntitle: [a\n---\nText", 3),
        ("---\n\ttitle: a\n---\nText", 2),
        ("+++\ntitle = 'a'\nb = \n+++\nText", 3),
        ("---\n" + "a: b\n" * 20_000 + "---\nText", 1),
        ("---\na: " + "[" * 600 + "\n---\nText", 1),
    ],
)
def test_bad_front_matter_is_told_and_the_text_still_shown(source: str, line: int):
    page = compile_page(source, title="T")
    (flaw,) = page.flaws
    assert (flaw.severity, flaw.line) == ("error", line)
    assert flaw.message.startswith("bad front matter: ")
    assert page.meta == FrontMatter()
    assert page.text == "T\nText"


@pytest.mark.parametrize(
    "source", ["---\n\nwords\n\n---\n\nmore", "text\n\n---\na: b\n---", "---\na: b\n", "--- \ntext"]
)
def test_rules_are_no_front_matter(source: str):
    page = compile_page(source)
    assert page.meta == FrontMatter()
    assert not page.flaws
    assert page.text


def test_front_matter_that_is_made_of_itself_is_bounded():
    names = "abcdefghij"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for old, new in pairwise(names):
        lines.append(f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]")
    page = compile_page("---\n" + "\n".join(lines) + "\nloop: &loop [*loop]\n---\nText", title="T")
    assert page.text == "T\nText"
    assert len(str(page.meta)) < 100_000


def test_wrong_values_are_told():
    page = compile_page(
        "---\ntitle: T\nminutes: soon\nsources: [{url: 'javascript:x', title: S}]\n---\n"
    )
    assert page.meta.sources == (Source("S"),)
    assert [(flaw.severity, flaw.line) for flaw in page.flaws] == [("warning", 3), ("warning", 4)]


@pytest.mark.parametrize(
    ("source", "title", "first"),
    [
        ("---\ntitle: Front\n---\n# Body\n", "Front", "Body"),
        ("---\ntitle: Front\n---\n## Body\n", "Front", "Front"),
        ("# Body *set*\n", "Body set", "Body set"),
        ("## Second\n\n# Body\n", "Body", "Second"),
        ("<h1>HTML</h1>", "HTML", "HTML"),
        ("Text", "Fallback", "Fallback"),
        ("#\n\nText", "Fallback", "Fallback"),
        ("# ![logo](a.png)\n\nText", "Fallback", "Fallback"),
        ("<h1 align=center><img src=a.png></h1>", "Fallback", "Fallback"),
        ("<h1><a href=x>Linked</a></h1>", "Linked", "Linked"),
        ("\ufeff---\r\ntitle: Windows\r\n---\r\n# Body\r\n", "Windows", "Body"),
        ("", "Fallback", "Fallback"),
    ],
)
def test_titles(source: str, title: str, first: str):
    page = compile_page(source, title="Fallback")
    assert page.title == title
    assert page.headings[0].title == first
    assert sum(isinstance(block, Heading) for block in page.blocks) == len(page.headings)


def test_without_any_title_there_is_no_heading():
    assert compile_page("Text").headings == ()


def test_headings_are_listed_with_their_place():
    page = compile_page("# A *b*\n\n> ## Quoted\n\n- x\n\n### End {#e}\n")
    assert [(h.level, h.id, h.title) for h in page.headings] == [
        (1, "a-b", "A b"),
        (2, "quoted", "Quoted"),
        (3, "e", "End"),
    ]
    assert all(page.text.startswith(h.title, h.start) for h in page.headings)


def test_flaws_name_their_lines_front_matter_included():
    page = compile_page("""\
---
title: T
---
## A {#same}

## B {#same}

Mark[^nothing] and [bad](javascript:x).

one::two
a::b::c

[^never]: Note
""")
    assert page.flaws == (
        Flaw("error", 6, "duplicate heading id: same", "give this heading another id than same"),
        Flaw(
            "warning", 8, "footnote is not defined: nothing", "add a line that starts [^nothing]:"
        ),
        Flaw(
            "warning",
            8,
            "a link with a javascript: address is not shown",
            "use a path in the course or a web address",
        ),
        Flaw(
            "warning",
            11,
            "unknown card syntax",
            "write Question::Answer, a lone ? line, or ==clozes== under #flashcards",
        ),
        Flaw(
            "info", 13, "footnote is never used: never", "refer to it as [^never], or take it out"
        ),
    )


def test_words_are_counted():
    assert compile_page("# One two\n\n- three\n- [four](x.md)\n\n```\nfive six\n```\n").words == 6
