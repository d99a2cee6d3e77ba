"""The process for slow work: answers in order, is stopped when late, comes back after a crash."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from studyapp.gui.reader import worker as worker_module
from studyapp.gui.reader.worker import Worker
from studyapp.gui.reader.worker_main import CodeRequest, FormulaRequest, tokens

# Programs in place of the real one: it reports that it is ready, gets a request, and then...
HANG = "import sys, time; print(flush=True); sys.stdin.readline(); time.sleep(60)"
CRASH = "import sys, os; print(flush=True); sys.stdin.readline(); os._exit(3)"
NO_START = "raise SystemExit(1)"


@pytest.fixture
def ask(qtbot):
    def asked(worker: Worker, *requests):
        answers = []
        for request in requests:
            worker.ask(request, answers.append)
        assert answers == []
        qtbot.waitUntil(lambda: len(answers) == len(requests), timeout=30_000)
        return answers

    return asked


def test_requests_are_answered_in_order(ask):
    formula, bad, code = ask(
        Worker(),
        FormulaRequest("a", display=False),
        FormulaRequest(r"\frac{a", display=False),
        CodeRequest("python", ("def f():",)),
    )
    assert formula.result.startswith("<svg")
    assert bad.error
    assert [0, 0, 3, "token_keyword"] in code.result


def test_a_late_answer_is_not_waited_for(ask, monkeypatch):
    monkeypatch.setattr(worker_module, "_START", HANG)
    first, second = ask(
        Worker(answer_ms=150), FormulaRequest("a", display=False), FormulaRequest("b", display=True)
    )
    assert "too long" in first.error
    assert "too long" in second.error


def test_a_crash_costs_only_its_own_request(ask, monkeypatch):
    worker = Worker()
    monkeypatch.setattr(worker_module, "_START", CRASH)
    crashing = Worker()
    (told,) = ask(crashing, FormulaRequest("a", display=False))
    assert told.error
    monkeypatch.undo()
    (fine,) = ask(worker, FormulaRequest("a", display=False))
    assert fine.result


def test_where_no_process_works_every_request_is_answered(ask, monkeypatch):
    monkeypatch.setattr(worker_module, "_START", NO_START)
    answers = ask(Worker(), *[FormulaRequest(str(n), display=False) for n in range(3)])
    assert all("does not work" in told.error for told in answers)


def test_a_worker_that_is_dropped_leaves_no_process(qtbot, ask):
    worker = Worker()
    ask(worker, FormulaRequest("a", display=False))
    process = worker._process
    assert process.processId()
    del worker
    assert not process.processId()


def test_an_error_is_an_answer(ask):
    deep, empty = ask(
        Worker(),
        FormulaRequest("{" * 900 + "x" + "}" * 900, display=False),
        FormulaRequest("", display=False),
    )
    assert deep.error == "nested too deeply"
    assert empty.error == "it is not complete"


def test_columns_of_tokens_count_as_qt_does():
    found = tokens("python", ('x = "😀"  # then', "def ü(): pass"))
    assert (0, 4, 4, "token_string") in found
    assert (0, 10, 6, "token_comment") in found
    assert (1, 4, 1, "token_function") in found


def test_strings_over_several_lines_are_colored_line_by_line():
    found = tokens("python", ('"""one', "", '  two"""'))
    assert {line for line, _, _, role in found if role == "token_string"} == {0, 2}
    assert sum(length for line, _, length, _ in found if line == 2) == len('  two"""')


def test_an_unknown_language_has_no_tokens():
    assert tokens("klingon", ("Qapla'",)) == []


def test_the_app_may_end_while_a_worker_runs():
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from studyapp.gui.reader.worker import Worker\n"
        "from studyapp.gui.reader.worker_main import FormulaRequest\n"
        "app, worker, told = QApplication([]), Worker(), []\n"
        "worker.ask(FormulaRequest('a', display=False), told.append)\n"
        "while not told: app.processEvents()\n"
        "print('told')\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert (ended.stdout, ended.stderr) == ("told\n", "")
