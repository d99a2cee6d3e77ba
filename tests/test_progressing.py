"""What was read of a course: kept without a notebook, carried into it, merged, compared, summed."""

import json

import pytest
from birds import write_birds
from writing import home_in

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.model import Kind, StudyError
from studyapp.notekeeping import Keeper
from studyapp.study.progress import Standing
from studyapp.workspace import Workspace

HERON, STORK, WADERS = "01-waders/01-heron.md", "01-waders/02-stork.md", "01-waders/index.md"
GULLS, HERRING, TERNS = "02-gulls", "02-gulls/01-herring.md", "03-terns.md"


@pytest.fixture(scope="session")
def compiler(tmp_path_factory):
    with Compiler(tmp_path_factory.mktemp("cache")) as made:
        yield made


@pytest.fixture
def folder(tmp_path):
    return write_birds(tmp_path / "birds")


@pytest.fixture
def home(tmp_path):
    return home_in(tmp_path)


@pytest.fixture
def opened(folder, home, compiler):
    """Open the course as a start of the app does."""

    def begin(home=home):
        return Workspace(load_course(folder, home, fresh=True), home, compiler, Keeper(home))

    return begin


def show(workspace, section):
    workspace.progress.take_page(workspace.section(section), workspace.page(section))


def read_through(workspace, section):
    show(workspace, section)
    workspace.progress.dwell(section, 3600, True)


def lines_of(home):
    paths = home.notebook.glob("birds/log/*.jsonl")
    return [json.loads(line) for path in paths for line in path.read_text().splitlines()]


def test_reading_makes_no_notebook_and_yet_is_kept(opened, home):
    workspace = opened()
    read_through(workspace, HERON)
    show(workspace, STORK)
    workspace.progress.dwell(STORK, 2, False)
    workspace.progress.close()
    assert not home.notebook.exists()
    again = opened().progress
    assert again.state(HERON) == Standing.READ
    assert again.state(STORK) == Standing.SEEN
    assert again.state(TERNS) == Standing.UNSEEN


def test_with_the_first_mark_all_of_it_goes_into_the_notebook(opened, home):
    workspace = opened()
    read_through(workspace, HERON)
    workspace.progress.store()
    workspace.notes.add(HERON, (0, 9))
    assert lines_of(home) == []
    read_through(workspace, STORK)
    workspace.progress.store()
    assert [one["section"] for one in lines_of(home)] == [HERON, STORK]
    assert "when" in lines_of(home)[0]
    assert list(home.state.glob("reading/birds/*")) == []
    assert opened().progress.summary().read == 0  # the log has not been read yet
    fresh = opened().progress
    fresh.catch_up()
    assert (fresh.state(HERON), fresh.summary().spent) == (Standing.READ, 7200)


def test_a_mark_by_hand_makes_the_notebook(opened, home):
    workspace = opened()
    workspace.progress.mark([HERON])
    assert [one["kind"] for one in lines_of(home)] == ["read"]
    workspace.progress.mark([HERON])
    assert len(lines_of(home)) == 1
    workspace.progress.mark([HERON], read=False)
    assert workspace.progress.state(HERON) == Standing.UNSEEN
    workspace.progress.mark([HERON, "nowhere.md", GULLS], read=False)
    assert [one["kind"] for one in lines_of(home)] == ["read", "unread"]


def test_a_start_finds_states_without_reading_the_log(opened, home, monkeypatch):
    workspace = opened()
    workspace.progress.mark([HERON])
    workspace.progress.close()
    monkeypatch.setattr("studyapp.notes.log.Log.entries", lambda _log: pytest.fail("read"))
    progress = opened().progress
    assert progress.is_current()
    assert progress.state(HERON) == Standing.READ


def test_lines_of_another_device_are_noticed_and_taken_in(opened, home):
    workspace = opened()
    progress = workspace.progress
    progress.mark([HERON])
    log = home.notebook / "birds" / "log" / "phone.jsonl"
    entry = {"at": "2099-01-01T00:00:00.000Z", "device": "phone", "n": 1, "kind": "read"}
    log.write_text(json.dumps({**entry, "section": STORK, "text": ""}) + "\n")
    assert not progress.is_current()
    told = []
    workspace.subscribe(told.append)
    work = progress.loading()
    progress.take(work(), "me")
    assert progress.is_current()
    assert (progress.state(HERON), progress.state(STORK)) == (Standing.READ, Standing.READ)
    assert [(change.kinds, change.origin) for change in told] == [({Kind.STUDY}, "me")]


def test_a_visit_noted_while_the_log_is_read_is_not_lost(opened):
    workspace = opened()
    progress = workspace.progress
    loaded = progress.loading()()
    read_through(workspace, HERON)
    progress.take(loaded)
    assert progress.state(HERON) == Standing.READ
    progress.store()
    progress.take(loaded)
    assert progress.state(HERON) == Standing.READ


def test_a_damaged_cache_is_found_anew(opened, home):
    progress = opened().progress
    progress.mark([HERON])
    progress.close()
    cache = home.cache / "reading" / "birds.msgpack"
    cache.write_bytes(cache.read_bytes()[:40])
    progress = opened().progress
    assert not progress.is_current()
    progress.catch_up()
    assert progress.state(HERON) == Standing.READ


def test_a_changed_text_is_told_and_white_space_is_not(opened, folder):
    workspace = opened()
    read_through(workspace, TERNS)
    workspace.progress.close()
    (folder / TERNS).write_text("No heading   here,\nbut words.\n")
    workspace = opened()
    workspace.progress.catch_up()
    assert workspace.progress.state(TERNS) == Standing.READ
    (folder / TERNS).write_text("No heading here, but other words.\n")
    workspace.progress.catch_up()
    assert workspace.progress.state(TERNS) == Standing.CHANGED
    assert workspace.progress.summary().read == 0
    workspace.progress.mark([TERNS])
    assert workspace.progress.state(TERNS) == Standing.READ


def test_chapters_marked_unopened_are_compared_from_then_on(opened, folder, home):
    workspace = opened()
    workspace.progress.mark([HERRING])
    assert lines_of(home)[0]["text"] == ""
    workspace.progress.catch_up()
    workspace.progress.store()
    assert lines_of(home)[1]["text"]
    (folder / HERRING).write_text("# Herring gull\n\nQuiet.\n")
    workspace.progress.catch_up()
    assert workspace.progress.state(HERRING) == Standing.CHANGED


def test_measuring_goes_in_pieces_and_looks_again_only_at_what_changed(opened, folder):
    progress = opened().progress
    found, left = progress.measuring()()
    assert left == ()
    assert found.keys() == set(progress.states())
    progress.take_measures(found)
    assert progress.summary().measured == progress.summary().sections == 6
    assert progress.measuring()().found == {}
    assert progress.measuring(GULLS) is None
    (folder / TERNS).write_text("Many more words than before.\n")
    assert progress.measuring()().found.keys() == {TERNS}


def test_a_page_shown_while_all_is_measured_stays_known_in_full(opened, folder):
    workspace = opened()
    progress = workspace.progress
    found = progress.measuring()().found
    show(workspace, TERNS)
    progress.take_measures(found)
    progress.mark([TERNS])
    (folder / TERNS).write_text("Other words.\n")
    progress.catch_up()
    assert progress.state(TERNS) == Standing.CHANGED


def test_a_section_that_was_renamed_stays_read(opened, folder, home):
    workspace = opened()
    read_through(workspace, TERNS)
    workspace.progress.catch_up()
    workspace.progress.close()
    (folder / TERNS).rename(folder / "04-terns.md")
    workspace = opened()
    workspace.progress.catch_up()
    assert workspace.progress.state("04-terns.md") == Standing.READ
    assert workspace.progress.state(HERRING) == Standing.UNSEEN
    workspace.progress.mark(["04-terns.md"], read=False)
    (folder / "04-terns.md").touch()
    workspace.progress.catch_up()
    assert workspace.progress.state("04-terns.md") == Standing.UNSEEN


def test_sums_follow_what_is_read(opened):
    workspace = opened()
    progress = workspace.progress
    progress.catch_up()
    before = progress.summary("01-waders/index.md")
    assert (before.sections, before.read, before.unread) == (3, 0, 3)
    read_through(workspace, HERON)
    after = progress.summary("01-waders/index.md")
    assert (after.read, after.spent) == (1, 3600)
    assert after.seconds_left < before.seconds_left
    assert progress.summary(HERON).seconds_left == 0
    assert progress.summary(GULLS).sections == 2
    assert progress.summary().words_read == after.words_read > 0


def test_search_can_ask_for_states(opened):
    workspace = opened()
    read_through(workspace, HERON)
    show(workspace, STORK)
    workspace.progress.dwell(STORK, 1, False)
    named = workspace.progress.named()
    assert set(named) == {"unread", "seen", "read", "changed"}
    assert (set(named["read"]), set(named["seen"])) == ({HERON}, {STORK})
    assert set(named["unread"]) == {*workspace.progress.states()} - {HERON}


def test_the_next_unread_section_is_found_around_the_end(opened):
    progress = opened().progress
    progress.mark([STORK, HERRING])
    assert progress.next_unread(HERON) == "02-gulls/02-black-headed.md"
    assert progress.next_unread(TERNS) == WADERS
    progress.mark([one for one in progress.states() if one != HERON])
    assert progress.next_unread(TERNS) == HERON
    assert progress.next_unread(HERON) == ""


def test_a_notebook_that_is_gone_or_full_loses_nothing(opened, home):
    workspace = opened()
    workspace.progress.mark([HERON])
    workspace.progress.close()
    home.notebook.rename(home.notebook.with_name("elsewhere"))
    workspace = opened()
    read_through(workspace, STORK)
    workspace.progress.mark([TERNS])
    workspace.progress.close()
    assert not home.notebook.exists()
    home.notebook.with_name("elsewhere").rename(home.notebook)
    progress = opened().progress
    progress.catch_up()
    assert progress.summary().read == 3
    progress.mark([HERRING])
    assert {one["section"] for one in lines_of(home)} == {HERON, STORK, TERNS, HERRING}
    assert list(home.state.glob("reading/birds/*")) == []


def test_what_no_disk_takes_is_told_and_tried_again(opened, home, monkeypatch):
    progress = opened().progress

    def refuse(_path, _data):
        raise OSError(28, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("studyapp.notes.log._append", refuse)
        with pytest.raises(StudyError, match="no space"):
            progress.mark([HERON])
    progress.store()
    assert [one["section"] for one in lines_of(home)] == [HERON]
