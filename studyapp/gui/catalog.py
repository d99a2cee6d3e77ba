"""The commands of the window, row by row; the panels' own stand on the panels.

`ALL` is what the window makes actions of, and what the tests hold unique.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from studyapp.course.finding import find_course
from studyapp.course.identity import Register
from studyapp.gui.announcing import announce
from studyapp.gui.commands import Command, has_page
from studyapp.gui.element_commands import ELEMENTS
from studyapp.gui.help_commands import HELP
from studyapp.gui.language import translate
from studyapp.gui.menu_commands import MENUS
from studyapp.gui.moving_commands import GO
from studyapp.gui.note_commands import EDIT, MARKS, NOTES
from studyapp.gui.pane_commands import PANES
from studyapp.gui.panels import PANELS
from studyapp.gui.peeking.commands import PEEKING
from studyapp.gui.printing.commands import PRINTING
from studyapp.gui.quoting import copy_link
from studyapp.gui.reading_commands import READING
from studyapp.gui.search_commands import SEARCH
from studyapp.gui.theme import SYSTEM
from studyapp.settings import Setting, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.gui.context import Desk
    from studyapp.gui.panels.base import Panel

MOST_RECENT = 10
COLUMN_STEP = 4


def step_setting(settings: Settings, row: Setting[int], step: int) -> None:
    """Move a number setting by a step, within its range."""
    low, high = row.range or (0, 0)
    settings.put(row, max(low, min(high, settings.value_of(row) + step)))


def _stepped(row: Setting[int], step: int) -> Callable[[Desk], None]:
    return lambda desk: step_setting(desk.context.settings, row, step)


def _ask_for_course(desk: Desk) -> None:
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not at start

    before = str(desk.context.workspace.course.root.parent)
    folder = QFileDialog.getExistingDirectory(
        QApplication.activeWindow(),
        translate("Command", "Open a course: a folder of Markdown files"),
        before,
    )
    if folder:
        desk.open_course(Path(folder))


def _recent(desk: Desk) -> Iterator[Command]:
    known = Register(desk.context.home.state).known()
    others = [course for course in known if course.id != desk.context.workspace.course.id]
    for course in others[:MOST_RECENT]:
        path = Path(course.path)
        yield Command(
            f"course.recent.{course.id}",
            f"{course.title}  ({path.parent.name}/{path.name})",
            "",
            lambda desk, path=path: desk.open_course(path),
        )
    if not others:
        yield Command(
            "course.no_recent",
            translate("Command", "No other course yet"),
            "",
            when=lambda _: False,
        )


def _themes(desk: Desk) -> Iterator[Command]:
    def row(theme_id: str, title: str, group: str = "") -> Command:
        return Command(
            f"theme.{theme_id}",
            title,
            "",
            lambda desk: desk.context.settings.put(Settings.theme, theme_id),
            on=lambda desk: desk.context.settings.theme == theme_id,
            group=group,
        )

    yield row(SYSTEM, translate("Theme", "Follow the System"))
    for theme in desk.context.themes.all():
        yield row(theme.id, translate("Theme", theme.title), "themes")


def _next_theme(desk: Desk) -> None:
    ids = [theme.id for theme in desk.context.themes.all()]
    here = ids.index(desk.context.theme.id)
    desk.context.settings.theme = ids[(here + 1) % len(ids)]


def _copy(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(desk.reader.selected_text())


def _open_settings(desk: Desk) -> None:
    from studyapp.gui.dialogs.settings import open_settings  # noqa: PLC0415 - not at start

    open_settings(desk, ALL)


def _panel_switch(panel: type[Panel]) -> Command:
    def run(desk: Desk) -> None:
        shown = not desk.panel_shown(panel.id)
        desk.show_panel(panel.id, shown=shown)
        opened = translate("Panel", "{} opened")
        closed = translate("Panel", "{} closed")
        announce(
            desk.window(), (opened if shown else closed).format(translate("Panel", panel.title))
        )
        if shown:
            desk.panel(panel.id).setFocus()

    return Command(
        f"panel.{panel.id}",
        f"{panel.title} Panel",
        "View",
        run,
        panel.shortcut,
        panel.icon,
        on=lambda desk: desk.panel_shown(panel.id),
        group="panels",
    )


COURSE = (
    Command(
        "course.open", "Open Folder…", "Course", _ask_for_course, "Ctrl+Shift+O", "folder-open"
    ),
    Command("course.recent", "Open Recent", "Course", rows=_recent),
    Command(
        "course.bundled",
        "Open the Bundled Course",
        "Course",
        lambda desk: desk.open_course(find_course("", desk.context.home)),
        icon="graduation-cap",
    ),
    Command(
        "course.reload",
        "Read Again from Disk",
        "Course",
        lambda desk: desk.reload(),
        "F5",
        "rotate-ccw",
        group="reload",
    ),
    Command(
        "app.settings", "Settings…", "Course", _open_settings, "Ctrl+,", "settings", group="app"
    ),
    Command("app.quit", "Quit", "Course", lambda desk: desk.close(), "Ctrl+Q", group="quit"),
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

VIEW = (
    Command(
        "view.zoom_in",
        "Larger Text",
        "View",
        _stepped(Settings.text_size, 1),
        "Ctrl++ Ctrl+=",
        "plus",
        group="text",
    ),
    Command(
        "view.zoom_out",
        "Smaller Text",
        "View",
        _stepped(Settings.text_size, -1),
        "Ctrl+-",
        "minus",
        group="text",
    ),
    Command(
        "view.zoom_reset",
        "Usual Text Size",
        "View",
        lambda desk: desk.context.settings.reset(Settings.text_size),
        "Ctrl+0",
        group="text",
    ),
    Command(
        "view.wider",
        "Wider Column",
        "View",
        _stepped(Settings.column_width, COLUMN_STEP),
        "Alt++ Alt+=",
        group="column",
    ),
    Command(
        "view.narrower",
        "Narrower Column",
        "View",
        _stepped(Settings.column_width, -COLUMN_STEP),
        "Alt+-",
        group="column",
    ),
    Command(
        "view.text",
        "Text and Colors…",
        "View",
        lambda desk: desk.show_text_controls(),
        "Ctrl+Shift+T",
        "type",
        group="column",
    ),
    Command("view.theme", "Theme", "View", rows=_themes, icon="sun-moon", group="theme"),
    Command("theme.next", "Next Theme", "View", _next_theme, "Ctrl+Shift+L", group="theme"),
    *(_panel_switch(panel) for panel in PANELS),
    Command(
        "view.focus",
        "Focus Mode",
        "View",
        lambda desk: desk.set_focus_mode(not desk.focus_mode()),
        "F11",
        "maximize",
        on=lambda desk: desk.focus_mode(),
        group="focus",
    ),
)

ALL = (
    *COURSE,
    *EDIT,
    *COPYING,
    *MARKS,
    *NOTES,
    *PRINTING,
    *SEARCH,
    *GO,
    *ELEMENTS,
    *READING,
    *VIEW,
    *PEEKING,
    *PANES,
    *MENUS,
    *HELP,
    *(row for panel in PANELS for row in panel.commands),
)
