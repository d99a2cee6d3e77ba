"""Unexpected errors: told once, on the GUI thread; hard crashes are told at the next start."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from studyapp.gui.crash import CrashHook, HardCrash
from studyapp.gui.dialogs.crash import CrashDialog


@pytest.fixture
def hook(qtbot, monkeypatch):
    made = CrashHook()
    yield made
    if made._dialog:
        made._dialog.close()


def fail(words="a bug"):
    raise ValueError(words)


def caught(call, *arguments):
    try:
        call(*arguments)
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def test_an_error_is_told_once_with_versions_and_traceback(hook):
    told = []
    hook.happened.connect(told.append)
    for _ in range(3):
        hook.take(*caught(fail))
    assert len(told) == 1
    assert "Studyapp 0" in told[0]
    assert "ValueError: a bug" in told[0]


def test_the_dialog_opens_on_the_gui_thread_whatever_thread_failed(hook, qtbot):
    threads = []
    hook.happened.connect(lambda _: threads.append(threading.current_thread()))
    worker = threading.Thread(target=lambda: hook.take(*caught(fail)))
    worker.start()
    qtbot.waitUntil(lambda: hook._dialog is not None)
    worker.join()
    assert hook._dialog.isVisible()
    qtbot.mouseClick(hook._dialog.copy_button, Qt.MouseButton.LeftButton)
    assert "a bug" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(hook._dialog.go_on_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hook._dialog is None)


def test_a_second_error_opens_no_second_dialog(hook):
    hook.take(*caught(fail))
    first = hook._dialog
    hook.take(*caught(lambda: fail("another")))
    assert hook._dialog is first


def test_the_hooks_are_put_in_and_taken_out(hook):
    hook.install()
    assert sys.excepthook == hook.take
    hook.uninstall()
    assert sys.excepthook is sys.__excepthook__


def test_a_run_that_ends_well_leaves_no_report(tmp_path):
    crash = HardCrash(tmp_path)
    assert crash.last_report() == ""
    crash.watch()
    crash.close()
    assert HardCrash(tmp_path).last_report() == ""


def test_a_run_that_dies_of_a_signal_is_told_at_the_next_start(tmp_path, qtbot):
    dying = (
        "import faulthandler, pathlib, sys; from studyapp.gui.crash import HardCrash;"
        "HardCrash(pathlib.Path(sys.argv[1])).watch(); faulthandler._sigsegv()"
    )
    done = subprocess.run([sys.executable, "-c", dying, str(tmp_path)], check=False)
    assert done.returncode != 0
    report = HardCrash(tmp_path).last_report()
    assert "Segmentation fault" in report or "access violation" in report
    dialog = CrashDialog(report, last_time=True)
    qtbot.addWidget(dialog)
    assert (
        "stopped last time" in dialog.findChild(type(dialog.details)).parent().children()[1].text()
    )


def test_nothing_that_failed_is_kept_to_the_end(hook):
    """Its frames hold what belongs to Qt, which crashes where Python lets go of it last."""
    told = caught(fail)
    sys.last_type, sys.last_value, sys.last_traceback = told  # as Python does before it tells
    hook.take(*told)
    assert (sys.last_type, sys.last_value, sys.last_traceback) == (None, None, None)
