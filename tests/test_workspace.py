import os

import pytest

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.model import Kind, Location, StudyError
from studyapp.page import Heading, LinkRef, ListBlock
from studyapp.workspace import RECENT_PAGES, Workspace
from tests.writing import home_in, write_files

FILES = {
    "a.md": "# A\n\nSome words.\n\n[b](ch/b.md#part)\n",
    "ch/b.md": "---\nminutes: 7\n---\n# B\n\n## Part\n\n![](p.png)\n",
    "ch/deep er/c & d.md": "# Long\n\n" + "word " * 1000,
    "ch/p.png": b"",
}


class Counting:
    """A compiler that counts how often it is asked, and knows what it compiled."""

    def __init__(self, compiler):
        self._compiler = compiler
        self.asked = []

    def page(self, data, title=""):
        self.asked.append(title)
        return self._compiler.page(data, title)

    def cached(self, data, title=""):
        return self._compiler.cached(data, title)

    def pages(self, items, tick=None):
        return self._compiler.pages(items, tick)


@pytest.fixture
def workspace(tmp_path):
    home = home_in(tmp_path)
    course = load_course(write_files(tmp_path / "course", FILES), home)
    with Compiler(home.cache) as compiler:
        yield Workspace(course, home, Counting(compiler))


def test_a_page_is_its_file_compiled(workspace):
    page = workspace.page("a.md")
    assert (page.title, page.text) == ("A", "A\nSome words.\nb")


def test_a_page_is_compiled_once_while_its_file_is_the_same(workspace):
    first = workspace.page("a.md")
    assert workspace.page("a.md") is first
    assert workspace.cached_page("a.md") is first
    assert workspace.compiler.asked == ["A"]


def test_an_edited_file_is_seen_at_the_next_look(workspace):
    workspace.page("a.md")
    write_files(workspace.course.root, {"a.md": "# Edited"})
    assert workspace.cached_page("a.md") is None
    assert workspace.page("a.md").title == "Edited"


def test_a_cached_page_is_never_compiled(workspace):
    assert workspace.cached_page("a.md") is None
    assert workspace.compiler.asked == []


def test_only_recent_pages_are_held(tmp_path, workspace):
    many = {f"{n:02}.md": f"# {n}" for n in range(RECENT_PAGES + 1)}
    course = load_course(write_files(tmp_path / "many", many), workspace.home)
    workspace.replace_course(course)
    pages = [workspace.page(section.id) for section in course.order]
    assert workspace.page(course.order[-1].id) is pages[-1]
    workspace.compiler.asked.clear()
    assert workspace.page(course.order[0].id) == pages[0]
    assert len(workspace.compiler.asked) == 1


def test_a_chapter_without_a_file_has_a_page_of_links(workspace, sound):
    for group in ("ch", "ch/deep er"):
        page = sound(workspace.page(group))
        assert workspace.cached_page(group) == page
        assert [type(block) for block in page.blocks] == [Heading, ListBlock]
        targets = [workspace.resolve(group, link.link).location for link in page.links]
        children = workspace.course.by_id[group].children
        assert targets == [Location(child.id) for child in children]
        assert page.text.split("\n") == [page.title, *(child.title for child in children)]
    assert isinstance(page.links[0], LinkRef)
    assert workspace.source("ch") == b""


def test_a_section_that_does_not_exist_is_told(workspace):
    for ask in (workspace.page, workspace.source, workspace.minutes, workspace.cached_page):
        with pytest.raises(StudyError, match=r"no section 'nope\.md'"):
            ask("nope.md")


def test_a_file_that_is_gone_is_told(workspace):
    (workspace.course.root / "a.md").unlink()
    with pytest.raises(StudyError, match=r"cannot read a\.md: it is gone"):
        workspace.page("a.md")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_file_swapped_for_a_way_out_is_not_read(tmp_path, workspace):
    write_files(tmp_path, {"secret.md": "# Secret"})
    path = workspace.course.root / "a.md"
    path.unlink()
    path.symlink_to(tmp_path / "secret.md")
    with pytest.raises(StudyError, match="leads out of the course"):
        workspace.source("a.md")


def test_links_and_pictures_are_found(workspace):
    link = workspace.page("a.md").links[0].link
    assert workspace.resolve("a.md", link).location == Location("ch/b.md", "part")
    assert workspace.image_path("ch/b.md", "p.png") == workspace.course.root / "ch" / "p.png"
    assert workspace.image_path("ch/b.md", "../../x.png") is None


def test_minutes_are_those_the_section_names_else_by_its_words(workspace):
    assert workspace.minutes("a.md") == 1
    assert workspace.minutes("ch/deep er/c & d.md") == 4
    workspace.page("ch/b.md")
    assert workspace.minutes("ch/b.md") == 7
    assert workspace.minutes("ch") == 1


def test_reload_reads_the_course_again_and_says_who_asked(workspace):
    heard = []
    leave = workspace.subscribe(heard.append)
    write_files(workspace.course.root, {"new.md": "# New\n"})
    assert workspace.is_stale()
    workspace.reload("tests")
    assert not workspace.is_stale()
    assert workspace.page("new.md").title == "New"
    assert workspace.resolve("a.md", "new.md").kind == "section"
    assert [(change.kinds, change.origin) for change in heard] == [({Kind.COURSE}, "tests")]
    leave()
    workspace.reload()
    assert len(heard) == 1


def test_who_leaves_while_being_told_disturbs_nobody(workspace):
    heard = []
    leave = workspace.subscribe(lambda change: leave())
    workspace.subscribe(heard.append)
    workspace.reload()
    assert len(heard) == 1


def test_check_lists_what_is_wrong(workspace):
    write_files(workspace.course.root, {"a.md": "# A\n\n[x](no.md)\n"})
    assert [problem.line for problem in workspace.check()] == [3]
