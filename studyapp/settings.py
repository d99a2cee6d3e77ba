"""Every choice of the user, one typed row each.

The window reads and sets attributes (`settings.text_size = 20`), the settings dialog and the
comfort panel are built from `rows()`. The file holds only what differs from the defaults. Memory of
the machine (window places, last course) is not kept here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from studyapp import files
from studyapp.model import Problem, Severity, StudyError
from studyapp.wording import translate, worded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMAT = 1

T = TypeVar("T")


class Setting(Generic[T]):
    """One choice: its default, its words for the dialog, and what values it may take."""

    def __init__(  # noqa: PLR0913 - one argument for each thing a row can say
        self,
        default: T,
        title: str,
        help: str = "",  # noqa: A002 - the word every dialog uses
        *,
        group: str = "",
        range: tuple[T, T] | None = None,  # noqa: A002 - the word every dialog uses
        step: T | None = None,
        unit: str = "",
        choices: tuple[tuple[T, str], ...] = (),
        others: bool = False,
        renamed: tuple[str, ...] = (),
    ) -> None:
        self.name = ""
        """Its attribute name, which is also its key in the file."""
        self.default = default
        self.title = title
        self.help = help
        self.group = group
        """The heading it stands under; a setting without one has an editor of its own."""
        self.range = range
        self.step = step
        self.unit = unit
        self.choices = choices
        """Values with their titles."""
        self.others = others
        """Whether values beyond `choices` are allowed, such as a theme of the user's own."""
        self.renamed = renamed
        """Keys under which earlier versions stored it."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, settings: None, owner: type) -> Setting[T]: ...
    @overload
    def __get__(self, settings: Settings, owner: type) -> T: ...
    def __get__(self, settings: Settings | None, owner: type) -> Setting[T] | T:
        if settings is None:
            return self
        return settings.value_of(self)

    def __set__(self, settings: Settings, value: T) -> None:
        settings.put(self, value)

    def flaw(self, value: object) -> str:
        """Return why a value cannot be taken, or an empty string."""
        if not self._same_type(value):
            kind = _TYPE_NAMES.get(type(self.default), "")
            return translate("Settings", "{!r} is not {}").format(value, kind)
        if self.range and not self.range[0] <= value <= self.range[1]:  # type: ignore[operator] - numbers, as its kind says
            low, high = self.range
            return translate("Settings", "{!r} is not between {} and {}").format(value, low, high)
        if self.choices and not self.others and value not in [choice for choice, _ in self.choices]:
            choices = ", ".join(str(choice) for choice, _ in self.choices)
            return translate("Settings", "{!r} is none of {}").format(value, choices)
        return ""

    def _same_type(self, value: object) -> bool:
        if isinstance(self.default, Mapping):
            pairs = (
                cast("Mapping[object, object]", value).items()
                if isinstance(value, Mapping)
                else None
            )
            return pairs is not None and all(
                isinstance(key, str) and isinstance(text, str) for key, text in pairs
            )
        if isinstance(self.default, float):
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        return type(value) is type(self.default)


_TYPE_NAMES: dict[type, str] = {
    bool: translate("Settings", "true or false"),
    int: translate("Settings", "a whole number"),
    float: translate("Settings", "a number"),
    str: translate("Settings", "a text"),
    dict: translate("Settings", "a table of texts"),
}


def _said(row: Setting[Any]) -> str:
    return worded("Setting", row.title)


class Settings:
    """The user's choices as attributes, read from and written to one file."""

    theme = Setting(
        "system",
        "Theme",
        "Light or dark as the system is, or always the same.",
        group="Appearance",
        choices=(
            ("system", "Follow the system"),
            ("light", "Light"),
            ("sepia", "Sepia"),
            ("dark", "Dark"),
            ("contrast", "High contrast"),
        ),
        others=True,
    )
    language = Setting(
        "system",
        "Language",
        "The language of menus and messages; a course keeps its own.",
        group="Appearance",
        choices=(("system", "As the system"), ("en", "English"), ("de", "Deutsch")),
    )
    reduced_motion = Setting(
        False,
        "Reduce motion",
        "Show changes at once, without sliding or fading; always so where the system asks for it.",
        group="Appearance",
    )
    reader_font = Setting(
        "Literata",
        "Font",
        "The typeface of the page.",
        group="Reading",
        choices=(("Literata", "Literata"), ("Inter", "Inter")),
        others=True,
    )
    text_size = Setting(
        18,
        "Text size",
        "Size of the page's text.",
        group="Reading",
        range=(12, 40),
        step=1,
        unit="px",
    )
    column_width = Setting(
        68,
        "Column width",
        "Length of a full line of text.",
        group="Reading",
        range=(45, 100),
        step=1,
        unit="characters",
    )
    line_height = Setting(
        1.55,
        "Line height",
        "Distance between lines, in heights of the text.",
        group="Reading",
        range=(1.2, 2.2),
        step=0.05,
    )
    second_pane = Setting(
        "auto",
        "Split view",
        "Where a second page stands.",
        group="Reading",
        choices=(
            ("auto", "Beside, where there is room"),
            ("beside", "Always beside"),
            ("below", "Always below"),
        ),
    )
    link_previews = Setting(
        True,
        "Preview links when the mouse rests on them",
        "A card shows what a link or a footnote leads to; P shows it by keyboard.",
        group="Reading",
    )
    color_yellow = Setting("Yellow", "Yellow", "Its name, such as “Important”.", group="Highlights")
    color_green = Setting("Green", "Green", "Its name, such as “Definition”.", group="Highlights")
    color_blue = Setting("Blue", "Blue", "Its name, such as “Example”.", group="Highlights")
    color_pink = Setting("Pink", "Pink", "Its name, such as “Question”.", group="Highlights")
    color_purple = Setting("Purple", "Purple", "Its name, such as “Dates”.", group="Highlights")
    shortcuts: Setting[Mapping[str, str]] = Setting(
        {}, "Shortcuts", "Keys that differ from the app's own, by command."
    )

    def __init__(self, path: Path | None = None) -> None:
        """Read `path`; without one, nothing is stored."""
        self._path = path
        self._values: dict[str, Any] = {}
        self._unknown: dict[str, Any] = {}
        self._callbacks: list[Callable[[str], None]] = []
        self._set_aside = False
        self.problems: list[Problem] = []
        """What was wrong with the file; the values concerned have their defaults."""
        if path is not None:
            self._read(path)

    @classmethod
    def rows(cls) -> tuple[Setting[Any], ...]:
        """Return every setting, in the order of the dialog."""
        values = [value for kind in reversed(cls.__mro__) for value in vars(kind).values()]
        return tuple(cast("Setting[Any]", row) for row in values if isinstance(row, Setting))

    def value_of(self, row: Setting[T]) -> T:
        """Return the user's value, else the default."""
        return self._values.get(row.name, row.default)

    def put(self, row: Setting[T], value: T) -> None:
        """Set a value, tell who listens, store it; StudyError if it is refused or not stored."""
        if flaw := row.flaw(value):
            raise StudyError(translate("Settings", "cannot set “{}”").format(_said(row)), flaw)
        if value == self.value_of(row):
            return
        self._values[row.name] = value
        if value == row.default:
            del self._values[row.name]
        for callback in tuple(self._callbacks):
            callback(row.name)
        self._write()

    def reset(self, *rows: Setting[Any]) -> None:
        """Give these settings, or all of them, their defaults again."""
        for row in rows or self.rows():
            self.put(row, row.default)

    def on_change(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback(row_name)` after each change; return a function that ends this."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def _read(self, path: Path) -> None:
        try:
            stored = files.read_json(path, FORMAT) or {}
        except StudyError as error:
            self._set_aside = True
            self.problems.append(Problem(Severity.ERROR, str(path), 0, str(error)))
            return
        for row in self.rows():
            self._take(row, stored)
        self._unknown = stored

    def _take(self, row: Setting[Any], stored: dict[str, Any]) -> None:
        keys = [key for key in (row.name, *row.renamed) if key in stored]
        values = [stored.pop(key) for key in keys]
        if not values:
            return
        if flaw := row.flaw(values[0]):
            said = translate("Settings", "{} is {!r} instead")
            hint = said.format(_said(row), row.default)
            message = translate("Settings", "{}: {}").format(keys[0], flaw)
            self.problems.append(Problem(Severity.WARNING, str(self._path), 0, message, hint))
        elif values[0] != row.default:
            self._values[row.name] = values[0]

    def _write(self) -> None:
        if self._path is None:
            return
        if self._set_aside:
            # What could not be read may still be mended by hand, so it is kept beside the new file.
            files.set_aside(self._path)
            self._set_aside = False
        files.write_json(self._path, FORMAT, {**self._unknown, **self._values})


def color_name(settings: Settings, color: str) -> str:
    """Return what the user calls a color of `model.COLORS`; without a name, what everyone does."""
    row: Setting[str] = getattr(Settings, f"color_{color}")
    own = settings.value_of(row).strip()
    return worded("Setting", row.default) if own in ("", row.default) else own
