"""The commands that copy, mark, note, change and take back, mostly by single letters.

The letters count only while the page has the keyboard. `catalog.ALL` takes the rows in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from studyapp.gui.commands import Command, has_page
from studyapp.gui.language import color_title, said, translate
from studyapp.gui.quoting import copy_link, copy_quotation
from studyapp.model import COLORS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.gui.context import Desk

MENU = "Mark"


def _can_mark(desk: Desk) -> bool:
    return desk.marking.can_mark()


def _has_marks(desk: Desk) -> bool:
    return bool(desk.marking.marks())


def _can_stretch(desk: Desk) -> bool:
    mark = desk.marking.focused
    return mark is not None and mark.last > mark.first and not desk.reader.selecting.caret


def _undo_name(desk: Desk) -> str:
    name = desk.context.workspace.notes.undo_names[0]
    if name:
        return translate("Command", "Undo {}").format(said(name))
    return translate("Command", "Undo")


def _redo_name(desk: Desk) -> str:
    name = desk.context.workspace.notes.undo_names[1]
    if name:
        return translate("Command", "Redo {}").format(said(name))
    return translate("Command", "Redo")


def _has_color(color: str) -> Callable[[Desk], bool]:
    def on(desk: Desk) -> bool:
        mark = desk.marking.mark()
        return mark is not None and mark.color == color

    return on


def _color_command(color: str) -> Callable[[Desk], str]:
    def name(desk: Desk) -> str:
        words = translate("Command", "Highlight: {}")
        return words.format(color_title(desk.context.settings, color))

    return name


def _colors() -> Iterator[Command]:
    for number, color in enumerate(COLORS, 1):
        yield Command(
            f"notes.{color}",
            f"Highlight: {color.title()}",
            MENU,
            lambda desk, color=color: desk.marking.pen.highlight(color),
            str(number),
            when=_can_mark,
            on=_has_color(color),
            group="mark",
            where="page",
            name=_color_command(color),
        )


def _stretching(id_: str, title: str, keys: str, *, step: int, at_start: bool) -> Command:
    return Command(
        id_,
        title,
        MENU,
        lambda desk: desk.marking.pen.stretch(step, at_start=at_start),
        keys,
        "chevron-right" if step > 0 else "chevron-left",
        _can_stretch,
        group="mark here",
        where="page",
    )


def _copy(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(desk.reader.selected_text())


EDIT = (
    Command(
        "notes.undo",
        "Undo",
        "Edit",
        lambda desk: desk.marking.pen.undo(),
        "Ctrl+Z",
        "undo-2",
        lambda desk: bool(desk.context.workspace.notes.undo_names[0]),
        group="undo",
        name=_undo_name,
    ),
    Command(
        "notes.redo",
        "Redo",
        "Edit",
        lambda desk: desk.marking.pen.redo(),
        "Ctrl+Shift+Z",
        "redo-2",
        lambda desk: bool(desk.context.workspace.notes.undo_names[1]),
        group="undo",
        name=_redo_name,
    ),
)

COPYING = (
    Command(
        "page.copy",
        "Copy",
        "Edit",
        _copy,
        "Ctrl+C",
        "copy",
        when=lambda desk: desk.reader.textCursor().hasSelection(),
        group="copy",
    ),
    Command(
        "page.copy_link",
        "Copy Link to This Place",
        "Edit",
        copy_link,
        "Ctrl+Shift+C",
        "link",
        has_page,
        group="copy",
    ),
)

MARKS = (
    Command(
        "notes.quote",
        "Copy as Quotation",
        "Edit",
        copy_quotation,
        "X",
        "quote",
        lambda desk: bool(desk.marking.span() or desk.marking.mark()),
        group="copy",
        where="page",
    ),
    Command(
        "notes.highlight",
        "Highlight",
        MENU,
        lambda desk: desk.marking.pen.highlight_again(),
        "H",
        "highlighter",
        _can_mark,
        group="mark",
        where="page",
    ),
    *_colors(),
    Command(
        "notes.underline",
        "Underline",
        MENU,
        lambda desk: desk.marking.pen.underline(),
        "U",
        "underline",
        _can_mark,
        group="mark",
        where="page",
    ),
    Command(
        "notes.open",
        "Change the Mark Here",
        MENU,
        lambda desk: desk.marking.open_mark(),
        "M",
        "pencil",
        _has_marks,
        group="mark here",
        where="page",
    ),
    _stretching(
        "notes.start_back", "Begin a Word Earlier", "Ctrl+Shift+Left", step=-1, at_start=True
    ),
    _stretching("notes.start_on", "Begin a Word Later", "Ctrl+Shift+Right", step=1, at_start=True),
    _stretching("notes.end_back", "End a Word Earlier", "Shift+Left", step=-1, at_start=False),
    _stretching("notes.end_on", "End a Word Later", "Shift+Right", step=1, at_start=False),
    Command(
        "notes.remove",
        "Remove Mark",
        MENU,
        lambda desk: desk.marking.pen.remove(),
        "D Del",
        "trash-2",
        _has_marks,
        group="mark here",
        where="page",
    ),
)

NOTES = (
    Command(
        "notes.note",
        "Note",
        "Notes",
        lambda desk: desk.marking.pen.note(),
        "N",
        "message-square",
        has_page,
        group="note",
        where="page",
    ),
    Command(
        "notes.bookmark",
        "Bookmark Here",
        "Notes",
        lambda desk: desk.marking.pen.bookmark(),
        "B",
        "bookmark",
        has_page,
        group="note",
        where="page",
    ),
)
