"""The PySide6 in use is sound, and the app refuses one that is not.

PySide6 6.12.0 on Python 3.11 and older takes a reference from None with each call that returns
nothing; small tests pass all the same, and the program dies after some minutes.
"""

import os
import subprocess
import sys

import pytest

from studyapp.gui import toolchain
from studyapp.model import StudyError


def test_this_pyside6_loses_no_reference():
    assert toolchain.loses_none() is False


def test_many_void_calls_leave_the_interpreter_alive():
    code = (
        "from PySide6.QtCore import QTimer\n"
        "timer = QTimer()\n"
        "for _ in range(20_000): timer.stop()\n"
        "print('alive')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr


def test_the_probe_sees_a_loss(monkeypatch):
    counts = iter([100_000, 100_000 - toolchain.CALLS])
    monkeypatch.setattr(toolchain.sys, "getrefcount", lambda _: next(counts))
    assert toolchain.loses_none() is True


def test_the_app_refuses_a_broken_pair(monkeypatch):
    monkeypatch.setattr(toolchain, "loses_none", lambda: True)
    with pytest.raises(StudyError, match="loses references to None") as refusal:
        toolchain.check()
    assert "PySide6" in refusal.value.what
    assert "pip install" in refusal.value.hint


def test_the_app_accepts_this_pair(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    toolchain.check()


def test_later_imports_are_not_held_up_by_pyside6():
    code = (
        "import builtins, linecache\n"
        "from studyapp.gui import toolchain\n"
        "plain = builtins.__import__\n"
        "toolchain.check()\n"
        "assert builtins.__import__ is plain\n"
        "import studyapp.gui.window\n"
        "print([name for name in linecache.cache if name.endswith('window.py')])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.stdout.strip() == "[]", done.stderr
