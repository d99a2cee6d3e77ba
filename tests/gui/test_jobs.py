"""The job lane: order, outcome, replacement, cancelling, progress."""

import threading

import pytest

from studyapp.gui.jobs import Jobs, run_now
from studyapp.model import StudyError


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


def held(gate):
    """Work that occupies the lane until the gate opens."""
    return lambda tick: gate.wait(10)


def test_work_runs_off_the_gui_thread_and_its_result_comes_back_to_it(jobs, qtbot):
    told = []
    jobs.run(
        lambda tick: threading.current_thread().name,
        done=lambda name: told.append((name, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: told != [])
    assert told == [("jobs", threading.main_thread())]


def test_the_lane_of_tests_has_told_before_run_returns(qapp):
    told = []
    Jobs(run_now).run(lambda tick: 7, done=told.append)
    assert told == [7]


def test_an_error_the_user_can_mend_goes_to_failed(qapp):
    def work(tick):
        raise StudyError("course", "gone")

    told = []
    Jobs(run_now).run(work, failed=lambda error: told.append(str(error)))
    assert told == ["course: gone"]


def test_any_other_error_reaches_the_crash_hook(jobs, qtbot):
    def work(tick):
        raise ValueError("a bug")

    with qtbot.capture_exceptions() as seen:
        jobs.run(work, done=lambda _: None, failed=lambda _: None)
        qtbot.waitUntil(lambda: seen != [])
    assert seen[0][0] is ValueError
    assert not jobs.busy


def test_the_newest_of_a_key_replaces_a_waiting_one(jobs, qtbot):
    gate, told = threading.Event(), []
    jobs.run(held(gate), key="search", done=lambda _: told.append("first"))
    for word in ("old", "newer", "newest"):
        jobs.run(lambda tick, word=word: word, key="search", done=told.append)
    jobs.run(lambda tick: "other", key="other", done=told.append)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["first", "newest", "other"]


def test_first_goes_before_all_that_wait(jobs, qtbot):
    gate, told = threading.Event(), []
    jobs.run(held(gate))
    jobs.run(lambda tick: "ahead", done=told.append)
    jobs.run(lambda tick: "asked for", done=told.append, first=True)
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["asked for", "ahead"]


def test_cancelled_work_stops_at_its_next_tick_and_is_not_told(jobs, qtbot):
    begun, gate, told, ticks = threading.Event(), threading.Event(), [], []

    def work(tick):
        for step in range(1000):
            begun.set()
            gate.wait(10)
            tick(step, 1000)
            ticks.append(step)

    job = jobs.run(work, done=told.append)
    assert begun.wait(10)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (told, ticks) == ([], [])


def test_long_titled_work_reports_how_far_it_is(jobs, qtbot, monkeypatch):
    monkeypatch.setattr("studyapp.gui.jobs.PROGRESS_AFTER_MS", 1)
    gate, seen = threading.Event(), []

    def work(tick):
        tick(3, 10)
        gate.wait(10)

    jobs.progressed.connect(lambda job: seen.append((job.title, job.now, job.total)))
    jobs.run(work, title="Checking the course")
    # On a busy machine the first news may come before the work has said how far it is
    qtbot.waitUntil(lambda: ("Checking the course", 3, 10) in seen)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_quick_work_is_never_shown(jobs, qtbot):
    seen, told = [], []
    jobs.progressed.connect(seen.append)
    jobs.run(lambda tick: 1, title="Quick", done=told.append)
    qtbot.waitUntil(lambda: told == [1])
    assert seen == []
