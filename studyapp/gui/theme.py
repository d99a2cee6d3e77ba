"""Colors by role, read from TOML: the one place where a color is named.

The window asks `Themes` for the chosen theme; every painter asks the theme for a role
(`theme["ink"]`). A theme file has base `[colors]`, `[roles]` that name a base color (`"accent"`, or
`"accent:0.22"` to let the ground shine through), and may say `extends = "dark"` to take everything
else from another theme.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtGui import QColor

from studyapp.files import bundled
from studyapp.gui.language import translate
from studyapp.model import StudyError
from studyapp.wording import noted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ROLES = frozenset(
    """
    page ink heading muted faint accent on_accent link visited danger
    selection mark search_hit search_current search_edge focus
    chrome panel panel_ink panel_muted border hover pressed selected selected_ink
    input input_border tooltip tooltip_ink scroll scroll_hover
    quote_bar code_page code_ink code_border inline_code_page inline_code_ink kbd_page kbd_border
    table_header table_header_ink table_rule table_stripe card_page card_border
    callout_note callout_tip callout_warning callout_danger callout_example callout_question
    callout_success callout_quote callout_abstract
    highlight_yellow highlight_green highlight_blue highlight_pink highlight_purple
    line_yellow line_green line_blue line_pink line_purple
    token_keyword token_string token_number token_comment token_name token_function token_type
    token_operator token_deleted token_inserted token_heading
    read seen unseen due
    """.split()  # noqa: SIM905 - a list of 79 literals would fill two screens
)
"""Every role a theme gives a color to."""

SYSTEM = "system"
"""The choice that follows the desktop's light or dark appearance."""

_BUNDLED = ("light", "sepia", "dark", "contrast")
_HINT = noted("Theme", "see CONTRIBUTING.md, Add a theme")


class Theme(Struct, frozen=True, eq=False):
    """The color of every role; complete, so that no painter needs a default."""

    id: str
    title: str
    dark: bool
    colors: Mapping[str, QColor]

    def __getitem__(self, role: str) -> QColor:
        return self.colors[role]

    def css(self, role: str) -> str:
        """Return the color as Qt style sheets write it."""
        color = self[role]
        return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"

    def over(self, role: str, ground: str = "page") -> QColor:
        """Return the opaque color that a role has when painted over a ground."""
        top, below = self[role], self[ground]
        alpha = top.alphaF()

        def mixed(above: float, under: float) -> float:
            return above * alpha + under * (1 - alpha)

        return QColor.fromRgbF(
            mixed(top.redF(), below.redF()),
            mixed(top.greenF(), below.greenF()),
            mixed(top.blueF(), below.blueF()),
        )


class Themes:
    """The themes one may choose: the bundled ones and the files in the user's own folder.

    A bad file never hides a good one: it is listed in `problems` and passed over.
    """

    def __init__(self, own: Path | None = None) -> None:
        folders = [bundled("resources") / "themes", *([own] if own else [])]
        self._files = {
            path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))
        }
        self._problems: dict[str, StudyError] = {}

    @property
    def problems(self) -> tuple[StudyError, ...]:
        """What was wrong with the themes asked for so far, each told once."""
        return tuple(self._problems.values())

    def find(self, theme_id: str, *, system_dark: bool = False) -> Theme:
        """Return a theme, or the system's one when it is asked for, unknown, or bad."""
        wanted = self._tried(theme_id) if theme_id != SYSTEM else None
        return wanted or self._read("dark" if system_dark else "light")

    def all(self) -> tuple[Theme, ...]:
        """Return every theme that can be read: the bundled ones, then the user's by title."""
        themes = filter(None, map(self._tried, self._files))
        return tuple(sorted(themes, key=lambda theme: (_place(theme.id), theme.title)))

    def _tried(self, theme_id: str) -> Theme | None:
        try:
            theme = self._read(theme_id)
        except StudyError as error:
            self._problems[theme_id] = error
            return None
        self._problems.pop(theme_id, None)
        return theme

    def _read(self, theme_id: str) -> Theme:
        data = self._with_ancestors(theme_id, ())
        colors = {role: _color(theme_id, data, role) for role in data["roles"]}
        if missing := sorted(ROLES - colors.keys()):
            raise StudyError(
                translate("Theme", "theme {}").format(theme_id),
                translate("Theme", "no color for {}").format(", ".join(missing[:5])),
                translate("Theme", 'add extends = "light" or extends = "dark"'),
            )
        return Theme(theme_id, str(data["title"]), bool(data["dark"]), colors)

    def _with_ancestors(self, theme_id: str, heirs: tuple[str, ...]) -> dict[str, Any]:
        if theme_id in heirs:
            raise StudyError(
                translate("Theme", "theme {}").format(theme_id),
                translate("Theme", "it extends itself"),
                translate("Theme", _HINT),
            )
        if theme_id not in self._files:
            raise StudyError(
                translate("Theme", "theme {}").format(theme_id),
                translate("Theme", "there is no such theme"),
                translate("Theme", _HINT),
            )
        data = _toml(self._files[theme_id])
        base: dict[str, Any] = {"dark": False, "colors": {}, "roles": {}}
        if "extends" in data:
            base = self._with_ancestors(str(data["extends"]), (*heirs, theme_id))
        return {
            "title": data.get("title", theme_id),
            "dark": data.get("dark", base["dark"]),
            "colors": base["colors"] | data.get("colors", {}),
            "roles": base["roles"] | data.get("roles", {}),
        }


def _place(theme_id: str) -> int:
    return _BUNDLED.index(theme_id) if theme_id in _BUNDLED else len(_BUNDLED)


def _toml(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StudyError(
            translate("Theme", "theme {}").format(path.stem),
            str(error),
            translate("Theme", "mend {}").format(path),
        ) from error
    for table in ("colors", "roles"):
        if not isinstance(data.get(table, {}), dict):
            raise StudyError(
                translate("Theme", "theme {}").format(path.stem),
                translate("Theme", "{} must be a table").format(table),
                translate("Theme", _HINT),
            )
    return data


def _color(theme_id: str, data: dict[str, Any], role: str) -> QColor:
    """Return the color of a role: a base color's name or a hex value, with `:alpha` if wished."""
    name, _, alpha = str(data["roles"][role]).partition(":")
    color = QColor.fromString(str(data["colors"].get(name, name)))
    try:
        color.setAlphaF(float(alpha or 1.0))
    except ValueError:
        color = QColor()
    if not color.isValid():
        raise StudyError(
            translate("Theme", "theme {}").format(theme_id),
            translate("Theme", "{} has no color {!r}").format(role, name),
            translate("Theme", _HINT),
        )
    return color
