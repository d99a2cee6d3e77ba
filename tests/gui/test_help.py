"""The Help menu: licenses to search, folders to open, a report without private text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from studyapp.gui.dialogs.licenses import LicensesDialog
from studyapp.gui.help_commands import HELP
from studyapp.gui.reporting import diagnostic_report, without_home
from studyapp.gui.window import Window

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context


@pytest.fixture
def licenses(context: Context, qtbot: QtBot) -> LicensesDialog:
    made = LicensesDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def names(dialog: LicensesDialog) -> list[str]:
    return [one.name for one in dialog.shown()]


def test_a_license_is_found_by_name_terms_and_text(licenses: LicensesDialog, qtbot: QtBot) -> None:
    assert names(licenses)[0] == "Studyapp"
    assert "MIT License" in licenses.text.toPlainText()
    qtbot.keyClicks(licenses.field, "jetbrains")
    assert licenses.title.text() == "JetBrains Mono"
    licenses.field.setText("open font license 1.1")
    assert {"Inter", "JetBrains Mono", "Literata"} <= set(names(licenses))
    licenses.field.setText("lgpl")
    assert "PySide6_Essentials" in names(licenses)
    licenses.field.setText("zebra crossing")
    assert names(licenses) == []
    assert not licenses.copy_button.isEnabled()


def test_the_text_of_a_license_is_copied(licenses: LicensesDialog, qtbot: QtBot) -> None:
    licenses.field.setText("literata")
    qtbot.mouseClick(licenses.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Literata\n\nCopyright")


def test_a_package_without_its_text_says_where_it_is_from(licenses: LicensesDialog) -> None:
    licenses.field.setText("shiboken6")
    assert "came without the text" in licenses.text.toPlainText()
    assert "https://" in licenses.text.toPlainText()


def test_the_report_tells_of_the_installation_and_nothing_private(context: Context) -> None:
    context.settings.color_pink = "My secret doubts"
    context.settings.text_size = 22
    context.memory.course("birds").searches.append("embarrassing words")
    report = diagnostic_report(context)
    assert "Qt" in report
    assert "text_size=22" in report
    assert "color_pink" in report
    assert "secret" not in report
    assert "embarrassing" not in report
    assert context.workspace.course.title not in report


def test_a_path_in_the_report_does_not_name_the_user() -> None:
    assert without_home(Path.home() / "Documents" / "Studyapp") == "~/Documents/Studyapp"
    assert without_home(Path("/opt/notes")) == str(Path("/opt/notes"))


@pytest.mark.parametrize(
    ("command", "folder"),
    [("help.notebook", "notebook"), ("help.settings", "config"), ("help.log", "state")],
)
def test_folders_are_opened_and_missing_ones_told(
    command: str, folder: str, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    window = Window(context)
    qtbot.addWidget(window)
    path: Path = getattr(context.home, folder)
    window.commands[command].trigger()
    if not path.is_dir():
        assert opened == []
        assert context.messages.current is not None
        assert str(path) in context.messages.current.text
    path.mkdir(parents=True, exist_ok=True)
    window.commands[command].trigger()
    assert [Path(one) for one in opened] == [path]


def test_the_report_is_put_into_the_clipboard(context: Context, qtbot: QtBot) -> None:
    window = Window(context)
    qtbot.addWidget(window)
    window.commands["help.report"].trigger()
    assert QGuiApplication.clipboard().text() == diagnostic_report(context)


def test_help_has_everything_in_one_menu() -> None:
    assert {row.menu for row in HELP} == {"Help"}
    assert {"help.guide", "help.tour", "help.licenses", "help.about"} <= {row.id for row in HELP}
