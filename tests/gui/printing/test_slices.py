"""Work in slices: the window answers meanwhile, and every end is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from studyapp.gui.jobs import Jobs, ThreadLane, run_now
from studyapp.gui.printing.slices import Progress, Slices, on_lane
from studyapp.model import StudyError


def counting(total, seen):
    for number in range(total):
        seen.append(number)
        yield Progress(number, total)
    return "done"


def test_the_result_and_the_progress_are_told(qtbot):
    seen, told = [], []
    work = Slices(counting(3, seen))
    work.progressed.connect(told.append)
    assert work.finish() == "done"
    assert seen == [0, 1, 2]
    assert [progress.now for progress in told] == [0, 1, 2]
    assert not work.busy


def test_other_things_go_on_between_two_slices(qtbot):
    beats = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: beats.append(True))
    timer.start()

    def steps():
        while len(beats) < 5:
            yield None

    Slices(steps()).finish()
    assert len(beats) >= 5


def test_what_is_canceled_ends_nothing(qtbot):
    seen, ends = [], []
    work = Slices(counting(10**9, seen))
    work.done.connect(ends.append)
    work.failed.connect(ends.append)
    qtbot.waitUntil(lambda: bool(seen))
    work.cancel()
    reached = len(seen)
    qtbot.waitUntil(lambda: not work.busy)
    assert (len(seen), ends) == (reached, [])


def test_an_error_that_can_be_mended_is_told(qtbot):
    def steps():
        yield None
        raise StudyError("cannot print", "there is no paper")

    failed = []
    work = Slices(steps())
    work.failed.connect(failed.append)
    with pytest.raises(StudyError, match="no paper"):
        work.finish()
    assert [str(error) for error in failed] == ["cannot print: there is no paper"]


def test_any_other_error_ends_the_wait_and_goes_on_its_way(qtbot):
    def steps():
        yield None
        raise ZeroDivisionError

    work = Slices(steps())
    with qtbot.captureExceptions() as caught, pytest.raises(ZeroDivisionError):
        work.finish()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert not work.busy


@pytest.mark.parametrize("lane", [run_now, ThreadLane()])
def test_what_the_job_lane_does_is_waited_for(qtbot, lane):
    jobs = Jobs(lane)

    def broken(_tick):
        raise LookupError("gone")

    def steps():
        got = yield from on_lane(jobs, lambda _tick: 6 * 7)
        try:
            yield from on_lane(jobs, broken)
        except LookupError as error:
            return got, str(error)

    assert Slices(steps()).finish() == (42, "gone")
    jobs.close()
