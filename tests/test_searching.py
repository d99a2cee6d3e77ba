"""The verbs of searching on a course in a folder, its notes and its cards."""

import shutil

import pytest

from studyapp import indexing, searching
from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.model import StudyError
from studyapp.search.pagefind import Pattern
from studyapp.workspace import Workspace
from tests.search.test_ranking import check_offsets
from tests.writing import home_in, write_files

PLANKS, CLOTH, ROPE = "01-hulls/01-planks.md", "02-sails/01-cloth.md", "02-sails/02-rope.md"
FILES = {
    "course.toml": 'id = "ships"\ntitle = "Ships"\nlanguage = "en"\n',
    "01-hulls/index.md": "# Hulls\n\nWhat floats.\n",
    PLANKS: "---\ntags: [wood]\n---\n\n# Planks and nails\n\nOak planks are bent by steam.\n\n"
    "## Nails\n\nIron nails rust; copper nails do not.\n",
    CLOTH: "# Cloth\n\nSails are sewn of canvas. The oak mast bears them.\n\n"
    "## Test yourself\n\nWhat are sails sewn of?::Canvas, as a rule.\n",
    ROPE: "# Rope\n\nHemp rope, and the planks it lies on.\n",
}


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "course", FILES)


@pytest.fixture
def workspace(tmp_path, folder):
    home = home_in(tmp_path)
    with Compiler(home.cache) as compiler:
        workspace = Workspace(load_course(folder, home), home, compiler)
        yield workspace
        workspace.keeper.close()


@pytest.fixture
def search(workspace):
    yield workspace.search
    workspace.search.close()


def sections(results):
    return [group.section for group in results.groups]


def test_the_first_search_builds_the_index(search):
    assert not search.is_built()
    assert sections(search.search("canvas")) == [CLOTH]
    assert search.is_built()
    assert search.is_current()


def test_hits_name_their_place_kind_and_way_down(search, workspace):
    results = search.search("oak planks")
    (group, *_) = results.groups
    assert group.trail == ("Hulls", "Planks and nails")
    hit = group.hits[0]
    assert (hit.kind, hit.title, hit.heading, hit.why) == (
        "text",
        "Planks and nails",
        "Planks and nails",
        "exact",
    )
    text = workspace.page(PLANKS).text
    assert text[hit.start : hit.end] == "Oak planks"
    for hit in search.search("nails OR rope OR sails").hits:
        check_offsets(hit, workspace.page(hit.section).text)


def test_cards_are_a_kind_of_their_own(search, workspace):
    (hit,) = search.search("canvas", kinds=("cards",)).hits
    assert (hit.kind, hit.section) == ("cards", CLOTH)
    assert workspace.page(CLOTH).text[hit.start : hit.end] == "Canvas"
    assert sections(search.search("rule in:text")) == []
    assert sections(search.search("rule in:cards")) == [CLOTH]


def test_an_edit_is_found_after_an_update_that_reads_it_alone(search, folder):
    search.update()
    (folder / ROPE).write_text("# Rope\n\nManila now.\n", encoding="utf-8")
    assert not search.is_current()
    assert search.outdated() == 1
    counts = search.update()
    assert search.outdated() == 0
    assert (counts.updated, counts.removed, counts.sections) == (1, 0, 5)
    assert sections(search.search("manila")) == [ROPE]
    assert sections(search.search("hemp ")) == []
    assert search.update()[2:] == (0, 0)


def test_a_removed_section_is_forgotten(search, folder, workspace):
    search.update()
    (folder / ROPE).unlink()
    workspace.reload()
    counts = search.update()
    assert (counts.updated, counts.removed) == (1, 1)  # the chapter's own page lists its sections
    assert sections(search.search("hemp ")) == []


def test_a_file_touched_but_not_changed_is_not_read_anew(search, folder):
    search.update()
    (folder / ROPE).write_text(FILES[ROPE], encoding="utf-8")
    assert search.update()[2:] == (0, 0)
    assert search.is_current()


def test_where_to_search(search):
    assert set(sections(search.search("planks"))) == {PLANKS, ROPE}
    assert sections(search.search("planks chapter:2")) == [ROPE]
    assert sections(search.search("planks -chapter:sails")) == [PLANKS]
    assert sections(search.search("planks chapter:hulls")) == [PLANKS]
    assert sections(search.search("planks", sections=[ROPE])) == [ROPE]
    assert sections(search.search("tag:wood")) == [PLANKS]
    assert sections(search.search("oak -tag:wood")) == [CLOTH]
    *_, results = search.stream("planks is:unread", states={"unread": [ROPE]})
    assert sections(results) == [ROPE]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("planks chapter:9", "chapter"),
        ("planks in:books", "in:books"),
        ("planks is:blue", "is:blue"),
    ],
)
def test_a_filter_that_means_nothing_is_told_and_passed_over(search, query, told):
    results = search.search(query)
    assert set(sections(results)) == {PLANKS, ROPE}
    assert told in results.problems[0]


def test_results_stream_in_and_can_be_stopped(search):
    stream = list(search.stream("plank"))
    assert [results.complete for results in stream[:-1]] == [False] * (len(stream) - 1)
    assert stream[-1].complete

    def tick(*_):
        raise InterruptedError

    search.update()
    with pytest.raises(InterruptedError):
        list(search.stream("plank", tick=tick))
    assert sections(search.search("canvas")) == [CLOTH]


def test_notes_are_found_by_the_words_marked_and_those_written(search, workspace):
    text = workspace.page(PLANKS).text
    start = text.index("copper nails")
    notes = workspace.notes
    made = notes.add(
        PLANKS, (start, start + 12), color="green", note="Ask the *smith*", tags=["Todo"]
    )
    free = notes.add("", note="Visit the harbor")
    search.update_notes(notes.all())
    (hit,) = search.search("copper", kinds=("notes",)).hits
    assert (hit.kind, hit.key, hit.section) == ("notes", made.id, PLANKS)
    assert text[hit.start : hit.end] == "copper"
    (hit,) = search.search("smith in:notes").hits
    assert text[hit.start : hit.end] == "copper nails"
    assert [hit.key for hit in search.search("harbor").hits] == [free.id]
    assert [hit.key for hit in search.search("color:green tag:todo").hits] == [made.id]
    assert {hit.kind for hit in search.search("copper").hits} == {"text", "notes"}
    notes.remove(made.id)
    notes.edit(free.id, note="Visit the shipyard")
    search.update_notes(notes.all())
    assert search.search("smith ").hits == ()
    assert search.search("harbor ").hits == ()
    assert [hit.key for hit in search.search("shipyard").hits] == [free.id]


def test_passages_like_another_are_elsewhere(search, workspace):
    text = workspace.page(PLANKS).text
    found = search.like(PLANKS, text.index("Oak"), text.index("Nails"))
    assert {hit.section for hit in found} == {CLOTH, ROPE}
    assert all(hit.marks for hit in found)


def test_titles_marks_and_find_in_page(search, workspace):
    assert [hit.section for hit in search.titles("plnks nails")] == [PLANKS]
    text = workspace.page(PLANKS).text
    assert [text[a:b] for a, b in search.marks("nail -oak", PLANKS)].count("nails") == 3
    assert [text[a:b] for a, b in search.marks('"copper nails"', PLANKS)] == ["copper nails"]
    assert [text[a:b] for a, b in search.marks("coper ", PLANKS)] == ["copper"]
    found = dict(search.find(Pattern("planks"), [PLANKS, CLOTH, ROPE]))
    assert set(found) == {PLANKS, ROPE}
    (only,) = search.find(Pattern("(", expression=True), [PLANKS, ROPE])
    assert only[1].problem


def test_a_damaged_index_is_built_again_by_the_search_itself(search, workspace):
    search.update()
    for path in (workspace.home.cache / "search").rglob("*.pst"):
        path.write_bytes(b"rubbish" * 100)
    search.close()
    assert search.like(PLANKS, 0, 40)
    assert sections(search.search("canvas")) == [CLOTH]
    shutil.rmtree(workspace.home.cache / "search")
    assert sections(search.search("canvas")) == [CLOTH]


def test_much_work_is_done_by_a_process_of_its_own(search, monkeypatch):
    monkeypatch.setattr(searching, "MANY", 1)
    ticks = []
    counts = search.update(lambda done, total: ticks.append((done, total)))
    assert (counts.sections, counts.updated) == (5, 5)
    assert ticks
    assert sections(search.search("canvas")) == [CLOTH]


def test_that_process_is_killed_when_it_is_not_wanted_and_its_errors_are_told(
    search, monkeypatch, workspace
):
    monkeypatch.setattr(searching, "MANY", 1)

    def tick(*_):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        search.update(tick)
    monkeypatch.setattr(indexing, "_START", "import sys; print('no room'); sys.exit(3)")
    with pytest.raises(StudyError, match="no room"):
        search.update()
    monkeypatch.undo()
    assert sections(search.search("canvas")) == [CLOTH]


def test_indexes_of_other_editions_are_removed(search, workspace):
    search.update()
    (edition,) = (workspace.home.cache / "search").glob("*/*")
    (edition.parent / "old").mkdir()
    search.clear()
    search.update()
    assert [path.name for path in edition.parent.iterdir()] == [edition.name]
