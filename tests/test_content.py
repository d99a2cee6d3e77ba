"""The bundled course keeps its own rules and covers what it is to cover."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.course.checking import check_course
from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.course.rules import rules_of
from studyapp.model import Severity
from tests.writing import home_in

ROOT = Path(__file__).parent.parent
COURSE = ROOT / "content" / "nato"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return load_course(COURSE, home_in(tmp_path_factory.mktemp("home")))


def test_the_course_asks_for_rules_and_keeps_them(course, tmp_path):
    assert rules_of(course).glossary in course.by_id
    with Compiler(tmp_path) as compiler:
        problems = check_course(course, compiler)
    assert [problem for problem in problems if problem.severity != Severity.INFO] == []
    assert [problem.message.partition(":")[0] for problem in problems] == ["reading level"]


def test_the_coverage_page_is_what_the_sections_say():
    command = [sys.executable, str(ROOT / "docs" / "make_coverage.py"), "--check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr


def test_the_course_covers_all_sections_and_facts_and_has_cards_enough():
    text = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert "- Sections: 52 of 52\n" in text
    assert "- Facts used: 227 of 227\n" in text
    assert int(re.search(r"- Cards: (\d+)", text)[1]) >= 190
