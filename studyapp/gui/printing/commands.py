"""The commands that print; `gui.catalog` lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.commands import Command, has_page

if TYPE_CHECKING:
    from studyapp.gui.context import Desk


def _print(desk: Desk) -> None:
    from studyapp.gui.dialogs.printing import open_printing  # noqa: PLC0415 - not at start

    open_printing(desk)


def _export(desk: Desk) -> None:
    from studyapp.gui.dialogs.printing import open_printing  # noqa: PLC0415 - not at start

    open_printing(desk, as_pdf=True)


PRINTING = (
    Command(
        "page.print", "Print…", "Page", _print, "Ctrl+P", "printer", has_page, group="printing"
    ),
    Command("page.pdf", "Export as PDF…", "Page", _export, when=has_page, group="printing"),
)
