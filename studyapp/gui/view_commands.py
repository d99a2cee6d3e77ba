"""The commands that change how things look: text size, column, theme, panels, focus mode.

`catalog.ALL` takes the rows in; a picture of the window is drawn with text of another size, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.announcing import announce
from studyapp.gui.commands import Command
from studyapp.gui.language import translate
from studyapp.gui.panels import PANELS
from studyapp.gui.theme import SYSTEM
from studyapp.settings import Setting, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.gui.context import Desk
    from studyapp.gui.panels.base import Panel

COLUMN_STEP = 4


def step_setting(settings: Settings, row: Setting[int], step: int) -> None:
    """Move a number setting by a step, within its range."""
    low, high = row.range or (0, 0)
    settings.put(row, max(low, min(high, settings.value_of(row) + step)))


def _stepped(row: Setting[int], step: int) -> Callable[[Desk], None]:
    return lambda desk: step_setting(desk.context.settings, row, step)


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
