"""Raw HTML, addresses, and other things that must not get through."""

from __future__ import annotations

import pytest
from page_dump import dumped

from studyapp.course.markup import compile_page
from studyapp.page import Figure, own_runs, walk


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<kbd>*a*</kbd> b", "paragraph: {italic kbd: a} b"),
        ("*<b>a</b>* b", "paragraph: {bold italic: a} b"),
        ("<B>a</B> <I>b</I>", "paragraph: {bold: a} {italic: b}"),
        ("a <b>unclosed", "paragraph: a {bold: unclosed}"),
        ("a </b> b", "paragraph: a b"),
        ("x <q>a</q>", "paragraph: x “a”"),
        ('<abbr title="T">a</abbr> b', "paragraph: {abbr hint=T: a} b"),
        ('<span onclick="x()" style="y">a</span> b', "paragraph: a b"),
        ("Use <T> and <your-name> here", "paragraph: Use <T> and <your-name> here"),
        ("a <Tab x='1'>b</Tab> c", "paragraph: a b c"),
        ("a <font color=red>b</font> <center>c</center>", "paragraph: a b\nparagraph: c"),
        ("a <script>alert(1)</script> b", "paragraph: a b"),
        ("The <script> and <title> tags", "paragraph: The and tags"),
        ("<script>\nalert(1)\n\nalert(2)\n</script>\n\na", "paragraph: a"),
        ("<style>\np {}\n\nb {}\n</style>\na", "paragraph: a"),
        ("<iframe src=x>a</iframe> b", "paragraph: a b"),
        ("<h2 id=x>A <i>b</i></h2>", "heading 2 #x: A {italic: b}"),
        ("<p align=right>a</p>", "paragraph right: a"),
        ("<div>a<p>b</p>c</div>", "paragraph: a\nparagraph: b\nparagraph: c"),
        ("<hr>\n\na<br/>b", "rule\nparagraph: a{:  →'\\n'}b"),
        ("<blockquote>a</blockquote>", "quote\n    paragraph: a"),
        (
            "<ol start=3><li>a<li>b</ol>",
            "list from 3 tight\n  -\n    paragraph: a\n  -\n    paragraph: b",
        ),
        ("<pre>a\n  b &lt;c></pre>", "code\n    a\n    {: →'  '}b <c>"),
        ("<dl><dt>a<dd>b</dl>", "definitions\n  a\n    paragraph: b"),
        ("<pre><code class='language-js'>a</code></pre>", "code [js]\n    a"),
        ("<Widget a={b} />", "code [Component shown as its source]\n    <Widget a={b} />"),
    ],
)
def test_raw_html(source: str, expected: str):
    assert dumped(compile_page(source).blocks) == expected


def test_markdown_between_tags_is_read():
    source = "<details open>\n<summary>A *b*</summary>\n\n- c **d**\n\n> e\n\n</details>\n\nf\n"
    assert dumped(compile_page(source).blocks).split("\n") == [
        "callout details fold 0 open: A *b*",
        "    list tight",
        "      -",
        "        paragraph: c {bold: d}",
        "    quote",
        "        paragraph: e",
        "paragraph: f",
    ]


def test_markdown_is_read_where_a_tag_asks_for_it():
    source = "<details markdown='1'>\n<summary>S</summary>\n*a*\n- b\n</details>\nc"
    assert dumped(compile_page(source).blocks).split("\n") == [
        "callout details fold 0 closed: S",
        "    paragraph: {italic: a}",
        "    list tight",
        "      -",
        "        paragraph: b",
        "paragraph: c",
    ]
    assert (
        dumped(compile_page('<div markdown="1">\n*a*\n</div>').blocks) == "paragraph: {italic: a}"
    )


def test_tables_of_html():
    source = (
        "<table><caption>C</caption><tr><th colspan=2 align=center>A</th></tr>"
        "<tr><td rowspan='2'>1</td><td><p>2</p><ul><li>x</li></ul></td></tr></table>"
    )
    assert dumped(compile_page(source).blocks).split("\n") == [
        "table: C",
        "    center header columns=2 A",
        "    rows=2 1 | 2{:  →'\\n'}x",
    ]


def test_figures_of_html():
    source = (
        '<figure><img src="a.png" alt="A" width="50"><figcaption>C <b>d</b></figcaption></figure>'
    )
    assert dumped(compile_page(source).blocks) == "figure a.png at 0 alt='A' width=50: C {bold: d}"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#x09;script:alert(1)",
        "&#106;avascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("form", ["[words]({})", '<a href="{}">words</a>', "[words][r]\n\n[r]: {}"])
def test_dangerous_addresses_become_plain_text(address: str, form: str):
    page = compile_page("# T\n\n" + form.format(address))
    assert page.text.startswith("T\nwords")
    assert not page.links
    assert not any(run.link for block in walk(page.blocks) for run in own_runs(block))
    assert [flaw.severity for flaw in page.flaws] == ["warning"]


@pytest.mark.parametrize(
    "address", ["other.md", "../a b.md#c", "https://a.b", "mailto:a@b.c", "#x", "tel:1"]
)
def test_other_addresses_stay_as_written(address: str):
    page = compile_page(f"[words](<{address}>)")
    assert [link.link for link in page.links] == [address]
    assert not page.flaws


def test_small_pictures_may_be_data():
    small = "data:image/png;base64," + "A" * 100
    page = compile_page(f"![a]({small})")
    assert isinstance(page.blocks[0], Figure)
    assert page.images == (small,)


@pytest.mark.parametrize(
    "address",
    ["data:image/png;base64," + "A" * 70_000, "data:image/svg+xml;base64,AAAA", "file:///x.png"],
)
def test_other_data_is_not_shown(address: str):
    page = compile_page(f"![words]({address})\n\n<img src='{address}' alt='words'>")
    assert page.images == ()
    assert page.text == "words\nwords"
    assert page.flaws


@pytest.mark.parametrize(
    "html", ["<div>" * 200 + "deep" + "</div>" * 200, "<p>" + "<b>x</b> " * 30_000 + "</p>"]
)
def test_html_that_is_too_much_is_shown_as_its_source(html: str):
    page = compile_page(f"before\n\n{html}\n\nafter")
    shown = dumped(page.blocks).split("\n")
    assert shown[0] == "paragraph: before"
    assert shown[1].startswith("notice: This HTML")
    assert shown[2] == "code [HTML shown as its source]"
    assert shown[-1] == "paragraph: after"


@pytest.mark.parametrize(
    "source",
    [
        "\n".join("  " * depth + "- x" for depth in range(90)),
        ">" * 90 + " x",
        "\n".join("> " * depth + "[!note] x" for depth in range(1, 40)),
    ],
)
def test_deep_nesting_is_shown_less_deep(source: str):
    page = compile_page(source)
    runs = [run.text for block in walk(page.blocks) for run in own_runs(block)]
    assert sorted("".join(runs)) == sorted(page.text.replace("\n", ""))
    deepest = max(len(line) - len(line.lstrip()) for line in dumped(page.blocks).split("\n"))
    assert deepest <= 13 * 4
    assert "x" in page.text


@pytest.mark.parametrize("source", [">" * 2000 + " x", "- " * 2000 + "x", "[" * 900 + "]" * 900])
def test_what_the_parser_cannot_read_is_shown_as_text(source: str):
    page = compile_page(source, title="T")
    assert page.title == "T"
    assert page.text


def test_a_huge_table_is_shown_as_its_source():
    page = compile_page("a\n\n| x | y |\n|---|---|\n" + "| 1 | 2 |\n" * 26_000 + "\nb")
    assert [type(block).__name__ for block in page.blocks] == [
        "Paragraph",
        "Notice",
        "Code",
        "Paragraph",
    ]
