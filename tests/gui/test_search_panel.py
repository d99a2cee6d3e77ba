"""Asking while one types: one answer to the last question, hits walked, searches kept, no jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor

from studyapp.gui.finding.resultlist import ResultList
from studyapp.gui.finding.snippet import MOST_LINES, Snippet, begun_late
from studyapp.gui.indexing import IndexKeeper
from studyapp.gui.jobs import Jobs
from studyapp.gui.searching import MOST_RECENT, Search
from studyapp.gui.style import interface_font
from studyapp.model import Change, Kind, Location
from studyapp.search.hits import Group, Hit, Results, Rung, Why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

PATIENCE = 20_000


@pytest.fixture
def search(context: Context, qtbot: QtBot) -> Iterator[Search]:
    """A search whose index is built and whose jobs run at once."""
    context.workspace.search.update(apart=False)
    yield context.search
    context.search.close()
    context.workspace.close()


def answered(search: Search) -> Callable[[], bool]:
    return lambda: bool(search.results and search.results.complete and not search.busy)


def hit(section: str, start: int, snippet: str = "some words", **other: object) -> Hit:
    values: dict[str, object] = {
        "kind": "text",
        "key": section,
        "section": section,
        "title": section.title(),
        "heading": "",
        "heading_id": "",
        "snippet": snippet,
        "marks": ((0, 4),),
        "start": start,
        "end": start + 4,
        "score": 1.0,
        "why": Why.EXACT,
        "rung": Rung.WORDS,
    }
    return Hit(**{**values, **other})  # type: ignore[arg-type]


def results(*groups: tuple[str, int], complete: bool = True, total: int = 0) -> Results:
    """Return an answer with so many hits of each section."""
    made = tuple(
        Group(name, ("Chapter", name), count, tuple(hit(name, 10 * n) for n in range(count)))
        for name, count in groups
    )
    hits = tuple(one for group in made for one in group.hits)
    return Results("q", hits, made, total or len(hits), complete=complete)


def test_only_the_last_question_is_answered(search: Search, qtbot: QtBot) -> None:
    shown: list[str] = []
    search.found.connect(lambda: shown.append(search.results.query if search.results else ""))
    for text in ("f", "fe", "fea", "feathers"):
        search.ask(text)
    qtbot.waitUntil(answered(search), timeout=PATIENCE)
    assert set(shown) == {"feathers"}


def test_a_running_search_gives_way_to_the_next_letter(context: Context, qtbot: QtBot) -> None:
    context.jobs = Jobs()
    context.workspace.search.update(apart=False)
    search = context.search
    search.ask("grey")
    qtbot.waitUntil(lambda: search.busy, timeout=PATIENCE)
    search.ask("loud")
    qtbot.waitUntil(answered(search), timeout=PATIENCE)
    assert search.results
    assert [group.section for group in search.results.groups] == ["02-gulls/01-herring.md"]
    context.jobs.close()
    context.workspace.close()


def test_clearing_says_so_at_once(search: Search, qtbot: QtBot) -> None:
    search.ask("grey")
    qtbot.waitUntil(answered(search), timeout=PATIENCE)
    with qtbot.waitSignals([search.asked, search.found]):
        search.clear()
    assert search.results is None
    assert search.hits == ()
    assert not search.busy


def test_hits_are_walked_and_the_end_is_the_end(search: Search, qtbot: QtBot) -> None:
    search.ask("the")
    qtbot.waitUntil(answered(search), timeout=PATIENCE)
    count = len(search.hits)
    assert count > 1
    search.move(-1)
    assert search.current == count - 1
    search.move(1)
    assert search.current == count - 1
    search.move(1, around=True)
    assert search.current == 0
    search.move(1000)
    assert search.current == count - 1


def test_a_hit_stays_current_in_a_longer_answer(search: Search, qtbot: QtBot) -> None:
    search.ask("the")
    qtbot.waitUntil(answered(search), timeout=PATIENCE)
    search.select(1)
    kept = search.hit
    search.ask_more()
    qtbot.waitUntil(answered(search), timeout=PATIENCE)
    assert search.hit
    assert kept
    assert (search.hit.section, search.hit.start) == (kept.section, kept.start)


def test_recent_searches_are_bounded_and_without_doubles(search: Search) -> None:
    for number in (*range(MOST_RECENT + 5), MOST_RECENT):
        search.ask(f"word {number}")
        search.remember()
    assert search.recent[:2] == [f"word {MOST_RECENT}", f"word {MOST_RECENT + 4}"]
    assert len(search.recent) == MOST_RECENT


def test_a_search_is_kept_and_given_up(search: Search) -> None:
    search.ask("herons")
    search.save(kept=True)
    search.save(kept=True)
    assert search.saved == ["herons"]
    search.save(kept=False)
    assert search.saved == []


def test_a_question_waits_for_the_first_index(context: Context, qtbot: QtBot) -> None:
    search = context.search
    told: list[frozenset[Kind]] = []
    context.bridge.changed.connect(lambda change: told.append(change.kinds))
    search.ask("grey")
    qtbot.waitUntil(lambda: search.index.busy, timeout=PATIENCE)
    assert search.is_early
    qtbot.waitUntil(lambda: bool(search.hits), timeout=PATIENCE)
    assert frozenset({Kind.INDEX}) in told
    search.close()
    context.workspace.close()


def test_an_index_that_cannot_be_written_is_told_briefly_and_once(
    context: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (context.home.cache / "search").write_text("a file where the folder would be")
    posted: list[str] = []
    post = context.messages.post
    monkeypatch.setattr(
        context.messages, "post", lambda text, *a, **b: (posted.append(text), post(text, *a, **b))
    )
    keeper = IndexKeeper(context)
    for _ in range(2):
        keeper.look()
        qtbot.waitUntil(lambda: not keeper.busy, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not keeper.jobs.busy, timeout=PATIENCE)
    keeper.close()
    assert posted == ["The search cannot be brought up to date. The log says why."]
    message = context.messages.current
    assert message is not None
    assert (message.kind, message.is_fleeting) == ("warning", True)
    assert str(context.home.cache) in caplog.text


def test_a_changed_index_is_asked_again(search: Search, context: Context, qtbot: QtBot) -> None:
    search.ask("osprey")
    qtbot.waitUntil(answered(search), timeout=PATIENCE)
    assert not search.hits
    (context.workspace.course.root / "03-terns.md").write_text("An osprey.\n", encoding="utf-8")
    context.workspace.search.update(apart=False)
    context.bridge.changed.emit(Change(frozenset({Kind.INDEX})))
    qtbot.waitUntil(lambda: len(search.hits) == 1, timeout=PATIENCE)


def test_the_way_back_is_told(search: Search, qtbot: QtBot) -> None:
    with qtbot.waitSignal(search.before_changed):
        search.set_before(Location("here"))
    assert search.before == Location("here")


# The list


@pytest.fixture
def listed(context: Context, qtbot: QtBot) -> ResultList:
    made = ResultList(context)
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show()
    return made


def test_rows_under_the_mouse_stay_while_results_stream(listed: ResultList) -> None:
    listed.show_results(results(("one", 3), ("two", 3), complete=False), -1, anew=True)
    listed.executeDelayedItemsLayout()
    under = listed.rows.index_of_hit(4)
    spot = listed.visualRect(under).center()
    QCursor.setPos(listed.viewport().mapToGlobal(spot))
    before = listed.visualRect(under)
    # Two more hits above it
    listed.show_results(results(("one", 5), ("two", 3)), -1, anew=False)
    key = ("hit", "text", "two", "10", "")
    after = listed.visualRect(listed.rows.index_of_key(key))
    assert after.top() == before.top()


def test_a_new_question_begins_at_the_top(listed: ResultList) -> None:
    listed.show_results(results(*((f"s{n}", 3) for n in range(9))), 20, anew=True)
    listed.mark(20)
    assert listed.verticalScrollBar().value() > 0
    listed.show_results(results(*((f"t{n}", 3) for n in range(9))), -1, anew=True)
    assert listed.verticalScrollBar().value() == 0


def test_the_keys_pass_over_the_lines_of_sections(listed: ResultList, qtbot: QtBot) -> None:
    listed.show_results(results(("one", 1), ("two", 1)), -1, anew=True)
    walked: list[int] = []
    listed.walked.connect(walked.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(listed, key)
    assert walked == [0, 1, 0]
    with qtbot.waitSignal(listed.hit_opened) as opened:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert opened.args == [0, False, False]


def test_more_is_offered_where_there_is_more(listed: ResultList, qtbot: QtBot) -> None:
    listed.show_results(results(("one", 2), total=40), -1, anew=True)
    last = listed.rows.index(listed.rows.rowCount() - 1)
    listed.executeDelayedItemsLayout()
    with qtbot.waitSignal(listed.more_requested):
        spot = listed.visualRect(last).center()
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, spot.y()))
    listed.show_results(results(("one", 2)), -1, anew=True)
    assert listed.rows.rows[-1].hit


@pytest.mark.parametrize(
    ("why", "rung", "word"),
    [
        (Why.EXACT, Rung.WORDS, ""),
        (Why.STEM, Rung.WORDS, "other form"),
        (Why.PREFIX, Rung.TITLE, "begins so"),
        (Why.FUZZY, Rung.NEAR, "spelled alike"),
        (Why.EXACT, Rung.SOME, "some of the words"),
    ],
)
def test_why_is_told_in_a_quiet_word(listed: ResultList, why: Why, rung: Rung, word: str) -> None:
    assert listed.rows.why(hit("one", 0, why=why, rung=rung)) == word


# Snippets


def test_a_late_mark_is_brought_to_the_front() -> None:
    text = "so many words before it that nobody would see the mark of what was found"
    start = text.index("mark")
    shown, marks = begun_late(hit("one", 0, text, marks=((start, start + 4),)))
    assert [shown[a:b] for a, b in marks] == ["mark"]
    assert marks[0][0] < 40
    assert shown.startswith("…")


@pytest.mark.parametrize("script", ["word ", "слово ", "語", "\U0001f41f "])
def test_a_snippet_ends_within_its_lines_with_its_marks(context: Context, script: str) -> None:
    text = script * 60
    made = Snippet(hit("one", 0, text, marks=((0, 2),)), interface_font(), 220, context.theme)
    line = interface_font().pixelSize() * 2
    assert 0 < made.height <= MOST_LINES * line
