"""Snapshots of the notebook while the app is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp import files
from studyapp.gui.snapshots import Snapshots

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

HERON = "01-waders/01-heron.md"


def zips(context: Context) -> int:
    return len(list((context.home.state / "backups").glob("notebook-*.zip")))


@pytest.fixture
def snapshots(context: Context, qtbot: QtBot) -> Snapshots:
    return Snapshots(context)


def test_without_a_notebook_there_is_nothing_to_back_up(
    context: Context, snapshots: Snapshots
) -> None:
    snapshots.look()
    assert zips(context) == 0


def test_what_was_written_is_backed_up_once_an_hour(context: Context, snapshots: Snapshots) -> None:
    context.workspace.notes.add(HERON, (0, 9))
    snapshots.look()
    assert zips(context) == 1
    context.workspace.notes.add(HERON, (4, 9))
    snapshots.look()
    assert zips(context) == 1


def test_a_backup_that_fails_is_told_and_tried_again(
    context: Context, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.workspace.notes.add(HERON, (0, 9))

    def full(path: object, data: object) -> None:
        raise files.unwritable(context.home.state, OSError(28, "No space left on device"))

    with monkeypatch.context() as broken:
        broken.setattr(files, "write_atomic", full)
        snapshots.look()
    assert context.messages.current is not None
    snapshots.look()
    assert zips(context) == 1


def test_a_notebook_that_is_gone_is_no_reason_to_crash(
    context: Context, snapshots: Snapshots
) -> None:
    context.workspace.notes.add(HERON, (0, 9))
    context.home.notebook.rename(context.home.notebook.with_name("away"))
    snapshots.look()
    assert zips(context) in {0, 1}
