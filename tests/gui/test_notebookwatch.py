"""What others write into the notebook appears, and what is wrong with it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from studyapp.gui.notebookwatch import NotebookWatch

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

GULL = "02-gulls/01-herring.md"


@pytest.fixture
def folder(context: Context) -> Path:
    """The folder of the annotations, with one in it."""
    context.workspace.notes.add(GULL, (0, 7), note="as it was")
    return context.home.notebook / "birds" / "annotations"


@pytest.fixture
def watch(context: Context, folder: Path, qtbot: QtBot) -> NotebookWatch:
    window = QWidget()
    qtbot.addWidget(window)
    made = NotebookWatch(context, window)
    made.start()
    return made


def notes_of(context: Context) -> list[str]:
    return sorted(one.note for one in context.workspace.notes.all())


def only_file(folder: Path) -> Path:
    (file,) = folder.glob("*.md")
    return file


def test_a_file_that_is_replaced_is_taken_in_by_itself(
    watch: NotebookWatch, context: Context, folder: Path, qtbot: QtBot
) -> None:
    file = only_file(folder)
    other = folder / "arriving.tmp"
    other.write_text(file.read_text().replace("as it was", "from the telephone"))
    other.replace(file)
    qtbot.waitUntil(lambda: notes_of(context) == ["from the telephone"], timeout=10_000)


def test_a_file_that_was_written_in_place_is_found_when_the_window_is_used_again(
    watch: NotebookWatch, context: Context, folder: Path
) -> None:
    file = only_file(folder)
    file.write_text(file.read_text().replace("as it was", "by an editor, in place"))
    window = watch.parent()
    assert window
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert notes_of(context) == ["by an editor, in place"]


def test_a_notebook_made_later_is_watched_too(context: Context, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    NotebookWatch(context, window).start()
    context.workspace.notes.add(GULL, (0, 7), note="first")
    folder = context.home.notebook / "birds" / "annotations"
    file = only_file(folder)
    second = folder / "01ARZ3NDEKTSV4RRFFQ69G5FAV.md"
    text = file.read_text().replace(file.stem, second.stem).replace("first", "second")
    (folder / "x.tmp").write_text(text)
    (folder / "x.tmp").replace(second)
    qtbot.waitUntil(lambda: notes_of(context) == ["first", "second"], timeout=10_000)


def test_a_bad_file_is_told_with_line_and_reason_and_hides_nothing(
    watch: NotebookWatch, context: Context, folder: Path
) -> None:
    bad = folder / "01ARZ3NDEKTSV4RRFFQ69G5FAV.md"
    bad.write_text('---\nkind: "highlight"\nstart: "x"\n---\n')
    watch.look()
    message = context.messages.current
    assert message
    assert str(bad) in message.text
    assert "line" in message.text
    assert notes_of(context) == ["as it was"]
    bad.unlink()
    watch.look()
    assert context.messages.current is None


def test_many_gone_at_once_stay_until_it_is_accepted(
    watch: NotebookWatch, context: Context, folder: Path
) -> None:
    for number in range(4):
        context.workspace.notes.add(GULL, (0, 7), note=f"{number}")
    for file in list(folder.glob("*.md"))[:4]:
        file.unlink()
    watch.look()
    assert len(notes_of(context)) == 5
    message = context.messages.current
    assert message
    assert message.remedy
    assert message.remedy.title == "Accept"
    message.remedy.run()
    assert len(notes_of(context)) == 1
    watch.look()
    assert len(notes_of(context)) == 1


def test_a_notebook_that_is_gone_is_told(
    watch: NotebookWatch, context: Context, folder: Path
) -> None:
    folder.parent.parent.rename(context.home.notebook.with_name("elsewhere"))
    watch.look()
    message = context.messages.current
    assert message
    assert "gone" in message.text
    assert message.remedy is None


def test_with_the_first_note_it_is_said_once_where_notes_are_kept(
    context: Context, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    NotebookWatch(context, window).start()
    assert context.messages.current is None
    context.workspace.notes.add(GULL, (0, 7))
    message = context.messages.current
    assert message is not None
    assert str(context.home.notebook) in message.text
    assert message.remedy is not None
    context.messages.dismiss()
    context.workspace.notes.add(GULL, (0, 7))
    assert context.messages.current is None
