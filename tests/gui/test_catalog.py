"""The rows of all commands: unique ids, unique keys, titles fit to be read."""

from PySide6.QtGui import QKeySequence

from studyapp.files import bundled
from studyapp.gui.catalog import ALL
from studyapp.gui.commands import clashes, keys_of


def test_ids_are_unique():
    ids = [command.id for command in ALL]
    assert sorted(set(ids)) == sorted(ids)


def test_no_two_commands_have_the_same_keys():
    assert clashes(ALL, {}) == []


def test_all_keys_are_keys(qapp):
    unknown = [
        command.id
        for command in ALL
        for keys in keys_of(command, {})
        if not keys.toString() or keys == QKeySequence("Unknown")
    ]
    assert unknown == []


def test_every_icon_is_there():
    folder = bundled("resources") / "icons"
    assert [c.icon for c in ALL if c.icon and not (folder / f"{c.icon}.svg").is_file()] == []
