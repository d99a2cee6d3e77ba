"""What tests of several folders share: no screen is needed, and how a page has to be made."""

import gc
import os
import re

import msgspec
import pytest

from studyapp.page import Page, children_of, own_runs, walk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DEEPEST = 210
"""Blocks in each other: what walks a page walks it by recursion."""


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_this_thread():
    """Qt's objects must not be destroyed on a thread that happens to make an object."""
    gc.disable()
    yield
    if gc.get_count()[2] > 10:
        gc.collect()
    else:
        gc.collect(1)


@pytest.fixture
def sound():
    """Return a page as it is, once it has been seen to keep the rules of `studyapp.page`."""
    return check_page


def check_page(page):
    assert isinstance(page, Page)
    assert depth(page.blocks) <= DEEPEST
    assert all(line == " ".join(line.split()) for line in page.text.split("\n"))
    assert page.text == "" or all(page.text.split("\n"))
    check_runs(page)
    ids = [heading.id for heading in page.headings]
    assert len(ids) == len(set(ids))
    assert all(0 <= heading.start <= len(page.text) for heading in page.headings)
    assert all(0 <= link.start <= link.end <= len(page.text) for link in page.links)
    assert page.words == len(page.text.split())
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(page), type=Page) == page
    return page


def check_runs(page):
    """Every run is where it says, and together they are the text but for one newline between."""
    end = 0
    runs = [run for block in walk(page.blocks) for run in own_runs(block)]
    for run in sorted((run for run in runs if run.text), key=lambda run: run.start):
        assert page.text[run.start : run.start + len(run.text)] == run.text
        assert page.text[end : run.start] in ("", "\n")
        assert not re.search(r"[^\S ]", run.text)
        end = run.start + len(run.text)
    assert end == len(page.text)


def depth(blocks):
    """Return how deep blocks stand in each other, without recursion."""
    levels = 0
    while blocks:
        levels += 1
        blocks = [child for block in blocks for child in children_of(block)]
    return levels
