"""Blocks of the dialect: what each way of writing becomes."""

from __future__ import annotations

import textwrap

import pytest
from page_dump import dumped

from studyapp.course.markup import compile_page
from studyapp.page import Code, Table


def assert_compiles(source: str, expected: str):
    found = dumped(compile_page(source).blocks)
    lines = textwrap.dedent(expected).strip("\n").split("\n")
    assert found == "\n".join(line.rstrip() for line in lines)


def test_paragraphs_join_their_lines():
    assert_compiles("One\ntwo  three\n\nfour\n", "paragraph: One two three\nparagraph: four")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# One", "heading 1 #one: One"),
        ("###### Six ######", "heading 6 #six: Six"),
        ("Text\n====", "heading 1 #text: Text"),
        ("Text\n----", "heading 2 #text: Text"),
        ("## Own {#my-id}", "heading 2 #my-id: Own"),
        ("## Same\n## Same", "heading 2 #same: Same\nheading 2 #same-1: Same"),
        ("## *Set* `x`", "heading 2 #set-x: {italic: Set} {code: x}"),
        ("# Überschrift 世界", "heading 1 #überschrift-世界: Überschrift 世界"),
        ("#hashtag", "paragraph: #hashtag"),
        ("## !!!", "heading 2 #section: !!!"),
        ("text\n# Right after", "paragraph: text\nheading 1 #right-after: Right after"),
    ],
)
def test_headings(source: str, expected: str):
    assert_compiles(source, expected)


@pytest.mark.parametrize("marker", ["-", "*", "+"])
@pytest.mark.parametrize("indent", [2, 3, 4])
def test_lists_nest_by_any_indent(marker: str, indent: int):
    source = f"{marker} a\n{' ' * indent}{marker} b\n{marker} c"
    expected = """
        list tight
          -
            paragraph: a
            list tight
              -
                paragraph: b
          -
            paragraph: c
    """
    assert_compiles(source, expected)


def test_a_list_needs_no_blank_line_before_it():
    assert_compiles(
        "Text:\n- a\n\n1) b\n",
        """
        paragraph: Text:
        list tight
          -
            paragraph: a
        list from 1 tight
          -
            paragraph: b
        """,
    )


def test_a_number_in_running_text_starts_no_list():
    assert_compiles("It was in\n1949. Then", "paragraph: It was in 1949. Then")


def test_an_ordered_list_starts_where_it_says():
    assert_compiles(
        "7. a\n8. b",
        """
        list from 7 tight
          -
            paragraph: a
          -
            paragraph: b
        """,
    )


def test_a_blank_line_makes_a_list_loose():
    assert_compiles(
        "- a\n\n- b",
        """
        list loose
          -
            paragraph: a
          -
            paragraph: b
        """,
    )


def test_a_loose_inner_list_leaves_the_outer_one_tight():
    assert_compiles(
        "- a\n  - x\n\n  - y\n- b",
        """
        list tight
          -
            paragraph: a
            list loose
              -
                paragraph: x
              -
                paragraph: y
          -
            paragraph: b
        """,
    )


def test_a_blank_line_in_code_leaves_the_list_tight():
    assert_compiles(
        "- a\n  ```\n  x\n\n  y\n  ```\n- b",
        """
        list tight
          -
            paragraph: a
            code
                x

                y
          -
            paragraph: b
        """,
    )


def test_items_hold_any_block():
    assert_compiles(
        "1. a\n\n   b\n\n   > c\n\n   | d |\n   |---|\n   | e |\n",
        """
        list from 1 loose
          -
            paragraph: a
            paragraph: b
            quote
                paragraph: c
            table:
                header d
                e
        """,
    )


def test_another_marker_starts_another_list():
    assert_compiles(
        "- a\n* b",
        """
        list tight
          -
            paragraph: a
        list tight
          -
            paragraph: b
        """,
    )


def test_tasks():
    assert_compiles(
        "- [ ] a\n- [x] b\n- [X] **c**\n- [link] d",
        """
        list tight
          - to do
            paragraph: a
          - done
            paragraph: b
          - done
            paragraph: {bold: c}
          -
            paragraph: [link] d
        """,
    )


def test_quotes_nest_and_go_on_lazily():
    assert_compiles(
        "> a\nb\n> > c\n\n> d",
        """
        quote
            paragraph: a b
            quote
                paragraph: c
        quote
            paragraph: d
        """,
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("> [!note]\n> x", "callout note: Note"),
        ("> [!NOTE] Own *title*\n> x", "callout note: Own {italic: title}"),
        ("> [!tldr]+ T\n> x", "callout abstract fold 0 open: T"),
        ("> [!hint]- T\n> x", "callout tip fold 0 closed: T"),
        ("> [!caution]\n> x", "callout warning: Caution"),
        ("> [!error]\n> x", "callout danger: Error"),
        ("> [!IMPORTANT]\n> x", "callout important: Important"),
        ("> [!cite]\n> x", "callout quote: Cite"),
        ("> [!my-own]\n> x", "callout note: My own"),
        ('!!! faq "Why?"\n    x', "callout question: Why?"),
        ("!!! done\n    x", "callout success: Done"),
        ('!!! note ""\n    x', "callout note: "),
        ("??? bug\n    x", "callout bug fold 0 closed: Bug"),
        ('???+ missing "M"\n    x', "callout failure fold 0 open: M"),
        (":::tip Title here\nx\n:::", "callout tip: Title here"),
        (":::example[In brackets]\n\nx\n\n:::", "callout example: In brackets"),
        ("```{todo} Directive\nx\n```", "callout todo: Directive"),
    ],
)
def test_callouts(source: str, expected: str):
    assert_compiles(source, f"{expected}\n    paragraph: x")


def test_callouts_nest_and_hold_blocks():
    assert_compiles(
        "> [!note] A\n> text\n>\n> > [!tip]- B\n> > - item\n\n!!! info\n    - a\n\n        deep\n",
        """
        callout note: A
            paragraph: text
            callout tip fold 0 closed: B
                list tight
                  -
                    paragraph: item
        callout info: Info
            list loose
              -
                paragraph: a
                paragraph: deep
        """,
    )


@pytest.mark.parametrize(
    ("info", "about"),
    [
        ("", ""),
        ("python", " [python]"),
        ('python title="a b.py"', " [python] [a b.py]"),
        ("{.python title='x.py'}", " [python] [x.py]"),
        ("js {1,3}", " [js]"),
        ("rust,ignore", " [rust]"),
        ("c++", " [c++]"),
        ('title="only.txt"', " [only.txt]"),
    ],
)
def test_fenced_code(info: str, about: str):
    assert_compiles(f"```{info}\nx\n```", f"code{about}\n    x")


def test_code_keeps_its_layout_beside_the_text():
    page = compile_page("~~~\n  def f():\n\n\treturn  1  \n~~~")
    (code,) = page.blocks
    assert isinstance(code, Code)
    assert page.text == "def f():\nreturn 1"
    assert [
        "".join(run.text if run.shown is None else run.shown for run in line) for line in code.lines
    ] == ["  def f():", "", "    return  1"]


def test_fences_stand_anywhere():
    assert_compiles(
        "text\n```\na\n```\n- item\n\n  ````\n  ```\n  ````\n> ~~~\n> q\n> ~~~\n",
        """
        paragraph: text
        code
            a
        list loose
          -
            paragraph: item
            code
                ```
        quote
            code
                q
        """,
    )


def test_a_fence_that_is_not_closed_runs_to_the_end():
    assert_compiles("```\n# a\n\nb", "code\n    # a\n    \n    b")


def test_indented_code():
    assert_compiles("    a < b\n\n      c", "code\n    a < b\n    \n    {: →'  '}c")


@pytest.mark.parametrize("language", ["mermaid", "plantuml", "dot", "graphviz"])
def test_diagrams_are_shown_as_their_source(language: str):
    assert_compiles(
        f"```{language}\na -> b\n```",
        f"code [{language}] [Diagram shown as its source]\n    a -> b",
    )


@pytest.mark.parametrize(
    "line",
    [
        "{% include 'a.html' %}",
        "{{#include a.rs}}",
        "{{ page.title }}",
        '--8<-- "a.md"',
        "import Tabs from '@theme/Tabs'",
        "export const a = 1",
    ],
)
def test_lines_for_other_tools_are_shown_as_their_source(line: str):
    assert_compiles(
        f"a\n\n{line}\n\nb",
        f"paragraph: a\ncode [Directive shown as its source]\n    {line}\nparagraph: b",
    )


def test_tables():
    assert_compiles(
        "Text\n| a | b | c |\n|:--|:-:|--:|\n| `x|y` | p \\| q | **s** |\n| 1 |\n",
        """
        paragraph: Text
        table:
            left header a | center header b | right header c
            left {code: x|y} | center p | q | right {bold: s}
            left 1 | center  | right
        """,
    )


def test_a_table_without_outer_pipes():
    assert_compiles("a | b\n--- | ---\n1 | 2", "table: \n    header a | header b\n    1 | 2")


def test_a_table_takes_its_caption_from_the_paragraph_after_it():
    page = compile_page("| a |\n|---|\n| 1 |\n\nTable: The *best* one\n\nText")
    table = page.blocks[0]
    assert isinstance(table, Table)
    assert [run.text for run in table.caption] == ["The ", "best", " one"]
    assert page.text == "The best one\na\n1\nText"


def test_definitions():
    assert_compiles(
        "Term\n: One\n\nTwo *a*\nTwo b\n:   Text\n\n    - list\n:   More\n",
        """
        definitions
          Term
            paragraph: One
          Two {italic: a} / Two b
            paragraph: Text
            list tight
              -
                paragraph: list
            paragraph: More
        """,
    )


def test_footnotes_are_numbered_by_their_first_mark():
    assert_compiles(
        "A[^b] B[^a]\n\n[^a]: First in the file\n[^b]: See[^c]\n[^c]: Third\n\n    goes on\n",
        """
        paragraph: A{sup footnote link=#fn-1: →'1'} B{sup footnote link=#fn-2: →'2'}
        footnotes
          1 #fn-1
            paragraph: See{sup footnote link=#fn-3: →'3'}
          2 #fn-2
            paragraph: First in the file
          3 #fn-3
            paragraph: Third
            paragraph: goes on
        """,
    )


def test_footnotes_may_stand_where_they_are_referred_to():
    assert_compiles(
        "A^[one *x*] B[^b] \\^[no]\n\n[^b]: two\n",
        """
        paragraph: A{sup footnote link=#fn-1: →'1'} B{sup footnote link=#fn-2: →'2'} ^[no]
        footnotes
          1 #fn-1
            paragraph: one {italic: x}
          2 #fn-2
            paragraph: two
        """,
    )


@pytest.mark.parametrize("rule", ["---", "***", "_ _ _", "* * * *"])
def test_rules(rule: str):
    assert_compiles(f"a\n\n{rule}\n\nb", "paragraph: a\nrule\nparagraph: b")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![A](a.png)", "figure a.png at 0 alt='A' width=0: "),
        ('![A](a.png "Cap *x*")', "figure a.png at 0 alt='A' width=0: Cap {italic: x}"),
        ("![A](a.png){width=300}", "figure a.png at 0 alt='A' width=300: "),
        ("![A|200](a.png)", "figure a.png at 0 alt='A' width=200: "),
        ("![A|200x100](a.png)", "figure a.png at 0 alt='A' width=200: "),
        ("![[a b.png]]", "figure a b.png at 0 alt='' width=0: "),
        ("![[a.svg|120]]", "figure a.svg at 0 alt='' width=120: "),
        ("![[a.svg|alt]]", "figure a.svg at 0 alt='alt' width=0: "),
        ("![A][r]\n\n[r]: a.png 'T'", "figure a.png at 0 alt='A' width=0: T"),
    ],
)
def test_a_picture_alone_is_a_figure(source: str, expected: str):
    assert_compiles(source, expected)


@pytest.mark.parametrize(
    "source",
    [
        "$$\nE = m\n  c^2\n$$",
        "$$E = m c^2$$",
        "\\[\nE = m c^2\n\\]",
        "```math\nE = m c^2\n```",
        "text\n$$\nE = m c^2 % why\n$$",
    ],
)
def test_displayed_formulas(source: str):
    assert (
        dumped(compile_page(source).blocks).removeprefix("paragraph: text\n")
        == "formula: E = m c^2"
    )


def test_a_formula_that_is_not_closed_is_text():
    assert_compiles("$$\na\n\nb", "paragraph: $$\nparagraph: a\nparagraph: b")


def test_comments_are_dropped():
    assert_compiles(
        "a <!-- b --> c %%d%%\n\n<!-- x\n\ny -->\n\n%%\nz\n\n%%\n\nend ^block-id\n\n^other-id\n",
        "paragraph: a c\nparagraph: end",
    )


def test_an_embedded_page_is_a_link_with_a_quiet_word():
    assert_compiles(
        "![[Other page#Part]]",
        "paragraph: {link=wiki:Other page#Part: Other page > Part}"
        "{small quiet: →' (embedded page)'}",
    )
