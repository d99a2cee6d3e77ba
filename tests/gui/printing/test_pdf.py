"""The PDF, read back with another library than the one that helped to write it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pypdf import PdfReader

from studyapp.files import bundled
from studyapp.gui.printing.choices import Choices
from studyapp.gui.printing.pdf import write_pdf
from studyapp.model import StudyError

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.gui.context import Context

BIRDS = {
    "course.toml": 'id = "birds"\ntitle = "Birds of the coast"\nlanguage = "en"\n'
    'authors = ["Ada Marsh", "Ben Reed"]\ndescription = "Waders and gulls."\n',
    "01-waders/index.md": "# Waders\n\nLong legs. See [the stork](02-stork.md#nests).\n",
    "01-waders/01-heron.md": "# The heron\n\nThe first efficient office of the affluent fjord "
    "-> difficult.\n\nA note[^1] and [a page](https://example.org/birds?a=1&b=2), "
    "[nothing](nowhere.md).\n\n## Feathers\n\n" + "Grey over still water. " * 300 + "\n\n"
    "### Quills\n\nLong.\n\n[^1]: Told by an old keeper.\n",
    "01-waders/02-stork.md": "# The stork\n\nIt claps.\n\n## Nests\n\nHigh up.\n",
    "02-gulls.md": "# Gulls\n\nLoud, see [the heron](01-waders/01-heron.md).\n\n"
    "![A tide](tide.svg)\n\nThe area is $\\pi r^2$.\n",
    "tide.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">'
    '<path d="M0 0H90V30Z" fill="#123456"/><text x="5" y="20">ebb</text></svg>',
}


def write(context: Context, path: Path, *ids: str, **choices: object) -> pypdfium2.PdfDocument:
    course = context.workspace.course
    sections = [course.by_id[one] for one in ids] or list(course.order)
    pages = write_pdf(context, sections, Choices(paper="A4", **choices), path)
    document = pypdfium2.PdfDocument(path)
    assert len(document) == pages
    return document


def text_of(page: pypdfium2.PdfPage) -> str:
    return page.get_textpage().get_text_range()


@pytest.fixture
def birds(open_course, tmp_path):
    return write(open_course(BIRDS), tmp_path / "birds.pdf")


def test_the_outline_leads_to_chapters_sections_and_headings(birds):
    found = [(b.level, b.get_title(), b.get_dest().get_index()) for b in birds.get_toc()]
    page = {title: number for _, title, number in found}
    assert [(level, title) for level, title, _ in found] == [
        (0, "Contents"),
        (0, "Waders"),
        (1, "The heron"),
        (2, "Feathers"),
        (3, "Quills"),
        (1, "The stork"),
        (2, "Nests"),
        (0, "Gulls"),
    ]
    for title, number in page.items():
        assert title in text_of(birds[number])


def test_an_entry_of_the_outline_leads_to_the_height_of_its_heading(birds):
    nests = next(b for b in birds.get_toc() if b.get_title() == "Nests")
    _, (_, top, _) = nests.get_dest().get_view()
    heights = [box[3] for box in rects_of(birds[nests.get_dest().get_index()], "Nests")]
    assert any(0 <= top - height <= 20 for height in heights)


def rects_of(page: pypdfium2.PdfPage, words: str) -> list[tuple[float, float, float, float]]:
    text = page.get_textpage()
    search = text.search(words, match_case=True)
    found = []
    while (hit := search.get_next()) is not None:
        found.append(text.get_charbox(hit[0]))
    return found


def test_the_facts_about_the_pages_are_in_the_file(birds, tmp_path):
    facts = birds.get_metadata_dict()
    assert facts["Title"] == "Birds of the coast"
    assert facts["Author"] == "Ada Marsh, Ben Reed"
    assert facts["Subject"] == "Waders and gulls."
    root = PdfReader(tmp_path / "birds.pdf").trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/PageMode"] == "/UseOutlines"


def links_of(path: Path) -> list[tuple[int, str | int]]:
    """Return the links of a PDF: on which page, and to which page or address."""
    reader = PdfReader(path)
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    found: list[tuple[int, str | int]] = []
    for number, page in enumerate(reader.pages):
        for entry in page.get("/Annots", []):
            link = entry.get_object()
            assert ("/Dest" in link) != ("/A" in link)
            if "/Dest" in link:
                found.append((number, numbers[link["/Dest"][0].idnum]))
            else:
                found.append((number, link["/A"]["/URI"]))
    return found


def test_links_lead_to_pages_of_the_file_and_to_the_web(birds, tmp_path):
    page = {b.get_title(): b.get_dest().get_index() for b in birds.get_toc()}
    links = links_of(tmp_path / "birds.pdf")
    assert (page["Waders"], page["Nests"]) in links
    assert (page["Gulls"], page["The heron"]) in links
    web = [link for link in links if isinstance(link[1], str)]
    # In the text, and in the list of addresses after it
    assert [link[1] for link in web] == ["https://example.org/birds?a=1&b=2"] * 2
    contents = [goal for at, goal in links if at == page["Contents"]]
    assert contents == [page[title] for title in ("Waders", "The heron", "The stork", "Gulls")]
    assert any(at == page["The heron"] and goal > at for at, goal in links), "to the footnote"


def test_a_link_to_what_is_not_printed_is_words_alone(open_course, tmp_path):
    write(open_course(BIRDS), tmp_path / "one.pdf", "02-gulls.md")
    assert links_of(tmp_path / "one.pdf") == []


def test_words_can_be_found_though_letters_could_be_joined(birds):
    whole = "".join(text_of(page) for page in birds)
    for words in ("The first efficient office of the affluent fjord", "-> difficult", "ebb"):
        assert words in " ".join(whole.split())


def test_pages_are_numbered_and_say_where_they_belong(birds):
    total = len(birds)
    for number in range(1, total):
        shown = text_of(birds[number])
        assert f"{number + 1} of {total}" in shown
        assert "Birds of the coast" in shown
    assert " of " not in text_of(birds[0]).replace("Birds of the coast", "")


def test_the_contents_name_the_pages(birds):
    page = {b.get_title(): b.get_dest().get_index() for b in birds.get_toc()}
    shown = " ".join(text_of(birds[page["Contents"]]).split())
    for title in ("Waders", "The heron", "The stork", "Gulls"):
        assert re.search(rf"{title} {page[title] + 1}\b", shown), title


def test_figures_and_formulas_are_drawings_and_typefaces_are_embedded(birds, tmp_path):
    reader = PdfReader(tmp_path / "birds.pdf")
    assert sum(len(page.images) for page in reader.pages) == 0
    fonts = {
        font["/BaseFont"]: font["/DescendantFonts"][0]["/FontDescriptor"]
        for page in reader.pages
        for font in (one.get_object() for one in page["/Resources"]["/Font"].values())
    }
    assert any("Literata" in name for name in fonts)
    for descriptor in fonts.values():
        embedded = descriptor.get_object()["/FontFile2"].get_object().get_data()
        assert 100 < len(embedded) < 120_000  # of some 300,000: only what is used


@pytest.mark.timeout(300)
def test_every_word_of_the_bundled_course_can_be_selected(open_course, tmp_path):
    context = open_course(bundled("content") / "nato")
    document = write(context, tmp_path / "nato.pdf")
    course = context.workspace.course
    places = [b for b in document.get_toc() if b.get_title() != "Contents"]
    starts = {s.id: n for s, n in zip(course.order, section_starts(places, course), strict=True)}
    ends = [*list(starts.values())[1:], len(document)]
    for section, end in zip(course.order, ends, strict=True):
        numbers = range(starts[section.id], end)
        shown = plain("".join(text_of(document[number]) for number in numbers))
        words = context.workspace.page(section.id).text.split()
        missing = [word for word in words if plain(word) not in shown]
        assert missing == [], section.id
    assert pictures_in(document) == 0
    # Each section, and its headings below it
    assert len(places) > len(course.order) * 3


def pictures_in(document: pypdfium2.PdfDocument) -> int:
    """Return how many bitmaps the pages draw, groups within groups too."""
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    return sum(1 for page in document for _ in page.get_objects([kind], max_depth=15))


def section_starts(places, course) -> list[int]:
    """Return the page on which each section begins, as the outline says."""
    found, wanted = [], list(course.order)
    for bookmark in places:
        at_top = bookmark.get_dest().get_view()[1][1] > 840
        if wanted and at_top and bookmark.get_title() == wanted[0].title:
            found.append(bookmark.get_dest().get_index())
            wanted.pop(0)
    return found


def plain(words: str) -> str:
    """Return words without what a line end or a font may change."""
    words = unicodedata.normalize("NFKD", words).replace("\ufffe", "-").replace("\u2010", "-")
    return re.sub(r"[\s\u200b\x00-\x1f]", "", words)


def test_what_cannot_be_written_is_told(open_course, tmp_path):
    (tmp_path / "a-file").write_text("")
    with pytest.raises(StudyError, match="a-file"):
        write(open_course(BIRDS), tmp_path / "a-file" / "birds.pdf", "02-gulls.md")


def test_too_many_sections_are_told_before_anything_is_done(open_course, tmp_path):
    context = open_course(BIRDS)
    sections = list(context.workspace.course.order) * 200
    with pytest.raises(StudyError, match="chapter by chapter"):
        write_pdf(context, sections, Choices(), tmp_path / "much.pdf")
