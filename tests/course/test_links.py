import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.course.links import Links, file_inside, resolve
from studyapp.course.loader import load_course
from studyapp.model import Location
from tests.writing import home_in, write_files

FILES = {
    "index.md": "# Home\n",
    "01-basics/index.md": "# Basics\n",
    "01-basics/01-food.md": "# Food & drink\n\n## What's hot?\n\n## Schöne Grüße\n",
    "01-basics/02-a b.md": "---\ntitle: Spaced Out\naliases: [Other Name]\n---\n## Own {#own-id}\n",
    "02-more/x.md": "# X\n\n## Same\n\n## Same\n",
    "02-more/deep/x.md": "# Deeper X\n",
    "02-more/README.md.bak": "",
    "figures/tide.svg": "<svg/>",
    "figures/data.csv": "1,2",
    "draft.md": "---\ndraft: true\n---\n",
    ".secret/key.txt": "",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("links")
    write_files(folder, {"outside.md": "# Outside", "outside.png": ""})
    root = write_files(folder / "course", FILES)
    if os.name != "nt":
        (root / "figures" / "out.png").symlink_to(folder / "outside.png")
    return load_course(root, home_in(folder))


FROM = "01-basics/01-food.md"


@pytest.mark.parametrize(
    ("link", "section", "heading"),
    [
        ("02-a%20b.md", "01-basics/02-a b.md", ""),
        ("02-a b", "01-basics/02-a b.md", ""),
        ("./02-a%20b.md#own-id", "01-basics/02-a b.md", "own-id"),
        ("../02-more/x.md", "02-more/x.md", ""),
        ("../02-more/X.MD", "02-more/x.md", ""),
        ("../02-more/deep/../x", "02-more/x.md", ""),
        ("..\\02-more\\x.md", "02-more/x.md", ""),
        ("/02-more/x.md#same-1", "02-more/x.md", "same-1"),
        ("../02-more", "02-more", ""),
        ("../02-more/", "02-more", ""),
        (".", "01-basics/index.md", ""),
        ("..", "index.md", ""),
        ("/", "index.md", ""),
        ("/01-basics", "01-basics/index.md", ""),
        ("#what-s-hot", FROM, "what-s-hot"),
        ("#whats-hot", FROM, "what-s-hot"),
        ("#What's hot?", FROM, "what-s-hot"),
        ("#sch%C3%B6ne-gr%C3%BC%C3%9Fe", FROM, "schöne-grüße"),
        ("", FROM, ""),
        ("#", FROM, ""),
        ("02-a b.md?query=1#own-id", "01-basics/02-a b.md", "own-id"),
        ("wiki:01-food", FROM, ""),
        ("wiki:Food & Drink", FROM, ""),
        ("wiki:spaced out#OWN", "01-basics/02-a b.md", "own-id"),
        ("wiki:other name", "01-basics/02-a b.md", ""),
        ("wiki:X", "02-more/x.md", ""),
        ("wiki:deep/x", "02-more/deep/x.md", ""),
        ("wiki:02-more/deep/x.md", "02-more/deep/x.md", ""),
        ("wiki:01-basics", "01-basics/index.md", ""),
        ("wiki:#What's hot?", FROM, "what-s-hot"),
        ("wiki:X#X#Same", "02-more/x.md", "same"),
    ],
)
def test_a_link_leads_to_a_section(course, link, section, heading):
    target = resolve(course, FROM, link)
    assert (target.kind, target.location) == ("section", Location(section, heading))
    assert target.message == ""


def test_of_sections_of_one_name_the_nearest_is_meant(course):
    target = resolve(course, "02-more/deep/x.md", "wiki:x")
    assert target.location == Location("02-more/deep/x.md")


def test_the_links_of_a_group_start_from_its_folder(course):
    assert resolve(course, "02-more", "deep/x.md").location == Location("02-more/deep/x.md")


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("https://example.org/a?b#c", "web"),
        ("HTTP://example.org", "web"),
        ("mailto:a@example.org", "mail"),
    ],
)
def test_web_and_mail_lead_out_with_their_address(course, link, kind):
    target = resolve(course, FROM, link)
    assert (target.kind, target.url, target.location) == (kind, link, None)


def test_another_file_of_the_course_is_a_file(course):
    for link in ("../figures/data.csv", "wiki:data.csv", "/figures/data.csv#row=2"):
        target = resolve(course, FROM, link)
        assert (target.kind, target.path) == ("file", course.root / "figures" / "data.csv")


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "%6Aavascript:alert(1)",
        "data:text/html,x",
        "studyapp://open",
        "C:\\Windows\\win.ini",
        "c:/windows/win.ini",
        "\\\\server\\share\\x.md",
        "//server/share/x.md",
        "%2F%2Fserver/x",
        "%5C%5Cserver/x",
        "../../outside.md",
        "..\\..\\outside.md",
        "%2e%2e/%2e%2e/outside.md",
        "/../outside.md",
        "../../../../../../etc/passwd",
        "a\0.md",
    ],
)
def test_what_leads_out_of_the_course_is_refused(course, link):
    target = resolve(course, FROM, link)
    assert target.kind == "refused"
    assert target.message
    assert "\n" not in target.message
    assert (target.location, target.path, target.url) == (None, None, "")
    assert file_inside(course.root, FROM, link) is None


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("zzz.md", "No section 'zzz.md'."),
        ("01-fod.md", "No section '01-fod.md'. Did you mean '01-food.md'?"),
        ("wiki:01-foood", "No section '01-foood'. Did you mean '01-food'?"),
        ("/draft.md", "'draft.md' is left out of the course"),
        ("/.secret/key.txt", "No section '/.secret/key.txt'."),
        ("wiki:key.txt", "No section 'key.txt'."),
        ("x" * 5000, "No section '" + "x" * 120 + "…'."),
    ],
)
def test_a_link_that_leads_nowhere_says_what_it_misses(course, link, message):
    target = resolve(course, FROM, link)
    assert (target.kind, target.message) == ("missing", message)


def test_a_missing_heading_still_leads_to_its_section(course):
    target = resolve(course, FROM, "../02-more/x.md#sane")
    assert target.location == Location("02-more/x.md")
    assert target.message == "No heading 'sane' in 'X'. Did you mean 'same'?"


def test_the_heading_made_of_a_title_can_be_meant(course):
    target = resolve(course, FROM, "02-a b.md#spaced-out")
    assert (target.location.heading, target.message) == ("spaced-out", "")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("../figures/tide.svg", "figures/tide.svg"),
        ("/figures/tide.svg", "figures/tide.svg"),
        ("..%2Ffigures%2Ftide.svg", "figures/tide.svg"),
        ("tide.svg", "figures/tide.svg"),
        ("TIDE.svg", "figures/tide.svg"),
        ("nowhere/tide.svg", None),
        ("../figures", None),
        ("../figures/out.png", None),
        ("out.png", None),
        ("../../outside.png", None),
        ("https://example.org/tide.svg", None),
        ("file:tide.svg", None),
        ("", None),
    ],
)
def test_a_picture_is_found_inside_the_course_alone(course, source, found):
    expected = course.root / found if found else None
    assert Links(course).image(FROM, source) == expected


@given(st.text(alphabet="./\\%2eEfF#?: \0ab~c$é", max_size=30))
def test_no_link_leads_to_a_file_outside(course, link):
    target = resolve(course, FROM, link)
    assert target.kind in {"section", "file", "missing", "refused", "mail", "web"}
    for path in (target.path, file_inside(course.root, FROM, link)):
        assert path is None or path.is_relative_to(course.root)
    if target.location:
        assert target.location.section in course.by_id


def test_a_heading_is_looked_for_in_the_file_as_it_is_now(tmp_path):
    root = write_files(tmp_path / "course", {"a.md": "# A\n", "b.md": "# B\n\n## Old\n"})
    links = Links(load_course(root, home_in(tmp_path)))
    assert links.resolve("a.md", "b.md#old").message == ""
    write_files(root, {"b.md": "# B\n\n## New\n"})
    assert links.resolve("a.md", "b.md#new").message == ""
    assert "No heading 'old'" in links.resolve("a.md", "b.md#old").message
