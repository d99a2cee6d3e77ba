"""The message bar: order, replacement, timeouts, remedies, announcement."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from studyapp.gui.jobs import Job, Jobs
from studyapp.gui.messages import INFO_MS, Messages, Remedy
from studyapp.gui.theme import Themes
from studyapp.model import StudyError


@pytest.fixture
def bar(qtbot, theme):
    made = Messages(theme)
    qtbot.addWidget(made)
    return made


def shown(bar):
    return bar.current.text if bar.current else ""


def test_nothing_to_say_takes_no_room(bar):
    assert bar.isHidden()


def test_an_error_says_what_why_and_what_to_do(bar):
    bar.error(StudyError("course", "the folder is gone", "put it back"))
    assert shown(bar) == "Course: the folder is gone. Put it back."
    assert bar.isVisibleTo(None)


def test_the_gravest_comes_first_and_the_rest_waits(bar):
    bar.post("news")
    bar.post("careful", "warning")
    bar.post("broken", "error")
    order = []
    while bar.current:
        order.append(shown(bar))
        bar.dismiss()
    assert order == ["broken", "careful", "news"]
    assert bar.isHidden()


def test_what_asks_comes_before_what_is_as_grave(bar):
    bar.post("broken", "error")
    bar.post("careful", "warning", is_first=True)
    assert shown(bar) == "broken"
    bar.post("close?", "error", is_first=True)
    assert shown(bar) == "close?"


def test_a_message_of_the_same_id_is_replaced(bar):
    bar.post("10 %", id="job")
    bar.post("20 %", id="job")
    assert shown(bar) == "20 %"
    bar.clear("job")
    assert bar.current is None


def test_the_same_words_are_not_said_twice(bar):
    bar.post("careful", "warning")
    bar.post("careful", "warning")
    bar.dismiss()
    assert bar.current is None


def test_only_news_goes_by_itself(bar, qtbot):
    bar.post("careful", "warning")
    assert not bar._timer.isActive()
    bar.dismiss()
    bar.post("news")
    bar._timer.start(1)
    qtbot.waitUntil(lambda: bar.current is None)


def test_a_warning_that_asks_for_nothing_goes_by_itself(bar, qtbot):
    bar.post("it leads out of the course", "warning", passes=True)
    assert (bar.floats, bar._timer.isActive()) == (True, True)
    assert bar._timer.interval() > INFO_MS  # words that are no good news take longer to read
    bar._timer.start(1)
    qtbot.waitUntil(lambda: bar.current is None)


def test_a_warning_that_can_be_mended_stays(bar):
    bar.post("gone", "warning", passes=True, remedy=Remedy("Look for it", lambda: None))
    assert (bar.floats, bar._timer.isActive()) == (False, False)


def test_the_remedy_runs_and_closes_its_message(bar, qtbot):
    ran = []
    bar.post("gone", "error", remedy=Remedy("Try again", lambda: ran.append(1)))
    assert bar._remedy.text() == "Try again"
    qtbot.mouseClick(bar._remedy, Qt.MouseButton.LeftButton)
    assert ran == [1]
    assert bar.current is None


def test_in_a_narrow_bar_the_remedy_stands_below_the_words(bar, qtbot):
    bar.post("Notes are files " * 6, remedy=Remedy("Show the folder", lambda: None))
    bar.resize(900, 60)
    bar.show()
    qtbot.waitUntil(lambda: bar._remedy.x() > bar._text.geometry().right())
    bar.resize(300, bar.heightForWidth(300))
    qtbot.waitUntil(lambda: bar._remedy.y() >= bar._text.geometry().bottom())
    assert bar._text.width() >= 150
    bar.resize(900, 60)
    qtbot.waitUntil(lambda: bar._remedy.x() > bar._text.geometry().right())


def test_escape_closes(bar, qtbot):
    bar.post("careful", "warning")
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.current is None


def test_each_message_is_announced_once(bar, monkeypatch):
    heard = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )
    bar.post("10 %", id="job")
    bar.post("20 %", id="job")
    bar.post("broken", "error")
    assert heard == ["10 %", "Error: broken"]


def test_long_jobs_show_how_far_they_are_and_can_be_stopped(bar):
    job = Job(lambda tick: None, title="Checking the course", now=3, total=12)
    bar._on_progress(job)
    assert shown(bar) == "Checking the course… 25 %"
    bar._on_remedy()
    assert job.cancelled


def test_it_takes_on_another_theme(bar):
    bar.post("careful", "warning")
    bar.apply_theme(Themes().find("dark"))
    assert shown(bar) == "careful"


def test_a_bar_that_is_gone_hears_no_more_of_jobs(theme, qtbot):
    jobs, bar = Jobs(), Messages(theme)
    bar.follow(jobs)
    shiboken6.delete(bar)
    with qtbot.captureExceptions() as raised:
        jobs.settled.emit(Job(lambda tick: None))
    assert not raised
    jobs.close()
