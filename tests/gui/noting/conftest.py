"""A notes panel on the heron's page, with a real notebook below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from studyapp.gui.panels.notes import Notes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context
    from studyapp.model import Annotation

HERON, STORK = "01-waders/01-heron.md", "01-waders/02-stork.md"


class Mark(Protocol):
    """Marks words of the heron's page."""

    def __call__(self, words: str = ..., **more: object) -> Annotation: ...


@pytest.fixture
def mark(context: Context) -> Mark:
    def make(words: str = "It stands and waits.", **more: object) -> Annotation:
        start = context.workspace.page(HERON).text.index(words)
        return context.workspace.notes.add(HERON, (start, start + len(words)), **more)

    return make


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> Notes:
    made = Notes(context)
    qtbot.addWidget(made)
    made.resize(300, 600)
    with qtbot.waitExposed(made):
        made.show()
    open_page(made, HERON)
    return made


def open_page(panel: Notes, section_id: str) -> None:
    workspace = panel.context.workspace
    panel.show_page(workspace.course.by_id[section_id], workspace.page(section_id))
