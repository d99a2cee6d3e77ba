"""Inline markup of the dialect, and what is no markup though it looks like it."""

from __future__ import annotations

import re

import pytest
from page_dump import spelled

from studyapp.course.markup import compile_page
from studyapp.page import Paragraph, Run, Style


def runs_of(source: str) -> tuple[Run, ...]:
    (paragraph,) = compile_page(source).blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.runs


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*a* _b_ **c** __d__", "{italic: a} {italic: b} {bold: c} {bold: d}"),
        ("***a***", "{bold italic: a}"),
        ("**a *b* c**", "{bold: a }{bold italic: b}{bold:  c}"),
        ("snake_case_name 2*3*4", "snake_case_name 2{italic: 3}4"),
        ("~~a~~ ==b== ^^c^^", "{strike: a} {mark: b} {underline: c}"),
        ("H~2~O x^2^", "H{sub: 2}O x{sup: 2}"),
        ("a == b, c ~ d, ~5 and ~6, 2^10", "a == b, c ~ d, ~5 and ~6, 2^10"),
        ("`a  <b> &amp; *c*`", "{code: a <b> &amp; *c*}"),
        ("`` a`b ``", "{code: a`b}"),
        ("**`a`**", "{bold code: a}"),
        (r"\*a\* \`b\` \[c\] \\ \# \_", r"*a* `b` [c] \ # _"),
        ("a&nbsp;b &copy; &lt;b&gt; &#65; &unknown; AT&T", None),
        ("a < b > c & d", "a < b > c & d"),
        ("HTML*\n\n*[HTML]: Hyper", "{abbr hint=Hyper: HTML}*"),
    ],
)
def test_styles_and_signs(source: str, expected: str | None):
    if expected is None:
        assert compile_page(source).text == "a b © <b> A &unknown; AT&T"
    else:
        assert spelled(runs_of(source)) == expected


@pytest.mark.parametrize("source", ["a  \nb", "a\\\nb", "a<br>b", "a <br /> b"])
def test_line_breaks_are_one_space_in_the_text(source: str):
    page = compile_page(source)
    assert page.text == "a b"
    shown = "".join(run.shown or run.text for run in page.blocks[0].runs)
    assert re.fullmatch("a ?\nb", shown)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a](b.md)", "{link=b.md: a}"),
        ("[a *b*](c.md 'T')", "{link=c.md hint=T: a }{italic link=c.md hint=T: b}"),
        ("[a](<b c.md>)", "{link=b c.md: a}"),
        ("[a](b.md#c-d)", "{link=b.md#c-d: a}"),
        ("[a](b_(c).md)", "{link=b_(c).md: a}"),
        ("[a][r]\n\n[r]: b.md 'T'", "{link=b.md hint=T: a}"),
        ("[a]\n\n[a]: b.md", "{link=b.md: a}"),
        ("[a][nothing]", "[a][nothing]"),
        ("<https://a.b/c?d=e&f=g>", "{link=https://a.b/c?d=e&f=g: https://a.b/c?d=e&f=g}"),
        ("<me@a.b>", "{link=mailto:me@a.b: me@a.b}"),
        ("see https://a.b/c_d_e.", "see {link=https://a.b/c_d_e: https://a.b/c_d_e}."),
        ("(https://a.b/c_(d))", "({link=https://a.b/c_(d): https://a.b/c_(d)})"),
        ("**https://a.b**", "{bold link=https://a.b: https://a.b}"),
        ("[https://a.b](c.md)", "{link=c.md: https://a.b}"),
        ("xhttps://a.b `https://a.b`", "xhttps://a.b {code: https://a.b}"),
        ("[[A b]]", "{link=wiki:A b: A b}"),
        ("[[A#B|c d]]", "{link=wiki:A#B: c d}"),
        ("[[A#B]] [[#B]]", "{link=wiki:A#B: A > B} {link=wiki:#B: B}"),
        ("`[[A]]` [[]]", "{code: [[A]]} [[]]"),
        ("![a](b.png) c", "{image source=b.png: →'a'}{: →' '}c"),
        ("[![a](b.png)](c.md)", "{image link=c.md source=b.png: →'a'}"),
        ("x ![[b.png|40]]", "x{: →' '}{image source=b.png: →''}"),
    ],
)
def test_links_and_pictures(source: str, expected: str):
    assert spelled(runs_of(source)) == expected


def test_links_are_listed_with_their_place():
    page = compile_page(
        "See [one *two*](a.md) and [[b]].\n\n![](p.png)\n\nx ![q](q.png) ![q](q.png)"
    )
    assert [(link.link, page.text[link.start : link.end]) for link in page.links] == [
        ("a.md", "one two"),
        ("wiki:b", "b"),
    ]
    assert page.images == ("p.png", "q.png")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("$x^2$ and $a_1$", "{math: x^2} and {math: a_1}"),
        ("$5 and $6", "$5 and $6"),
        ("$5, $6; US$7-8 and 9$ or 10$", "$5, $6; US$7-8 and 9$ or 10$"),
        (r"\$x$ and `$y$`", "$x$ and {code: $y$}"),
        (r"\(a+b\) (see below) \(n\)", "{math: a+b} (see below) {math: n}"),
        (r"\(see below\) \[not this\]", "(see below) [not this]"),
        (r"so \[a = b\] it is", "so {math: a = b} it is"),
        ("so $$a$$ it is", "so {math: a} it is"),
        ("$a\nb$", "{math: a b}"),
        ("$a*b*c$", "{math: a*b*c}"),
        ("**$a$**", "{bold math: a}"),
    ],
)
def test_formulas(source: str, expected: str):
    assert spelled(runs_of(source)) == expected


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202a", "LRE"),
        ("\u202e", "RLO"),
        ("\u2066", "LRI"),
        ("\u2069", "PDI"),
        ("&#8238;", "RLO"),
    ],
)
def test_turning_controls_are_shown_and_not_obeyed(character: str, name: str):
    page = compile_page(f"a{character}b")
    assert page.text == "ab"
    mark = page.blocks[0].runs[1]
    assert (mark.text, mark.shown) == ("", f"⟨{name}⟩")
    assert mark.style == Style.QUIET | Style.SMALL


def test_turning_controls_are_shown_in_code_too():
    page = compile_page("`a\u202eb`\n\n    c\u202ed e\n")
    assert page.text == "ab\ncd e"
    assert spelled(page.blocks[0].runs) == "{code: a}{code small quiet: →'⟨RLO⟩'}{code: b}"
    assert spelled(page.blocks[1].lines[0]) == "c{small quiet: →'⟨RLO⟩'}d e"


def test_invisible_characters_are_dropped():
    assert compile_page("soft\u00adhyphen no\ufeffbreak be\x07ll").text == "softhyphen nobreak bell"


def test_no_break_spaces_are_spaces_in_the_text_and_kept_in_what_is_shown():
    page = compile_page("10\u00a0km and 5\u202f%")
    assert page.text == "10 km and 5 %"
    assert (
        "".join(run.shown or run.text for run in page.blocks[0].runs) == "10\u00a0km and 5\u202f%"
    )


def test_a_word_without_end_is_broken_up():
    page = compile_page("a " + "x" * 9000 + " b")
    assert "broken up" in page.blocks[0].message
    assert max(map(len, page.text.split())) == 4000
    assert page.text.count("x") == 9000
