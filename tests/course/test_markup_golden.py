"""Whole documents against what they are known to compile to.

After a change that is meant, run once with STUDYAPP_UPDATE_GOLDEN=1 and read the differences.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from page_dump import dumped_page

from studyapp.course.markup import compile_page

GOLDEN = Path(__file__).parent.parent / "golden" / "markup"


@pytest.mark.parametrize("source", sorted(GOLDEN.glob("*.md")), ids=lambda path: path.stem)
def test_compiles_to_the_known_page(source: Path):
    known = source.with_suffix(".txt")
    found = dumped_page(compile_page(source.read_text("utf-8"), title="Fallback"))
    if os.environ.get("STUDYAPP_UPDATE_GOLDEN"):
        known.write_text(found, "utf-8")
    assert found == known.read_text("utf-8")


def test_there_are_golden_documents():
    assert len(list(GOLDEN.glob("*.md"))) >= 5
