"""Puts formulas and pictures into a document: between the typesetter and what draws them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.page import Run, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from studyapp.gui.context import Context
    from studyapp.gui.reader.document import Setting, Typesetter
    from studyapp.gui.reader.formulas import Formulas
    from studyapp.gui.reader.images import PictureObject, Pictures
    from studyapp.gui.reader.math import MathObject
    from studyapp.gui.reader.typography import Typography
    from studyapp.page import Figure

# What draws is imported where a page first needs it: most first pages have neither, and must be on
# screen at once.


class Drawings:
    """The formulas and pictures of all sections, made for the first one met."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def formulas(self) -> Formulas:
        """Every formula asked for."""
        from studyapp.gui.reader.formulas import Formulas  # noqa: PLC0415

        return Formulas(self._context.home.cache)

    @cached_property
    def pictures(self) -> Pictures:
        """Every picture looked at."""
        from studyapp.gui.reader.images import Pictures  # noqa: PLC0415

        return Pictures(self._context.jobs)

    @property
    def busy(self) -> bool:
        """Whether any is still to come."""
        made = self.__dict__
        return any(made[name].busy for name in ("formulas", "pictures") if name in made)


class Pictured:
    """Formulas and pictures of one section."""

    def __init__(
        self, context: Context, typography: Typography, section_id: str, drawings: Drawings
    ) -> None:
        self._context = context
        self._typography = typography
        self._section_id = section_id
        self._drawings = drawings
        self._set = 0

    def attach(self, document: QTextDocument) -> None:
        """Remember the document that is to show them."""
        self._document = document

    @cached_property
    def _math(self) -> MathObject:
        from studyapp.gui.reader.math import MathObject  # noqa: PLC0415

        return MathObject(self._drawings.formulas, self._document)

    @cached_property
    def _images(self) -> PictureObject:
        from studyapp.gui.reader.images import PictureObject  # noqa: PLC0415

        return PictureObject(self._drawings.pictures, self._typography.theme, self._document)

    def formula(self, setter: Typesetter, run: Run, role: str) -> None:
        """Insert an inline formula; past the limit its source."""
        from studyapp.gui.reader.math import MOST_IN_SECTION, math_format  # noqa: PLC0415

        self._set += 1
        if self._set > MOST_IN_SECTION:
            setter.run(Run(run.text, run.start, int(Style.CODE)), role)
            return
        drawer = self._math
        chars = math_format(self._typography.chars(role, run.style), run.text, display=False)
        setter.place(run, chars, run.text)
        drawer.make_room(setter.cursor.position() - 1)

    def display(self, setter: Typesetter, run: Run, setting: Setting) -> None:
        """Set a formula on a line of its own."""
        from studyapp.gui.reader.math import math_format  # noqa: PLC0415

        _ = self._math
        chars = math_format(self._typography.chars("body"), run.text, display=True)
        setter.object_block(run, chars, setting, run.text, centered=True)

    def inline_image(self, setter: Typesetter, run: Run, role: str) -> None:
        """Insert a small picture between words."""
        from studyapp.gui.reader.images import picture_format  # noqa: PLC0415

        drawer = self._images
        chars = self._typography.chars(role, run.style)
        path = self._context.workspace.image_path(self._section_id, run.source)
        form = picture_format(chars, run.source, path, run.shown or "")
        if run.link:
            form.setAnchor(True)
            form.setAnchorHref(f"link:{run.link}")
        setter.place(run, form, run.shown or "")
        drawer.make_room(setter.cursor.position() - 1)

    def figure(self, setter: Typesetter, figure: Figure, setting: Setting) -> None:
        """Set a picture with its caption."""
        from studyapp.gui.reader.images import picture_format  # noqa: PLC0415

        _ = self._images
        path = self._context.workspace.image_path(self._section_id, figure.source)
        chars = picture_format(
            self._typography.chars("body"),
            figure.source,
            path,
            figure.alt,
            width=figure.width,
            stands_alone=True,
        )
        chars.setToolTip(figure.alt)
        setter.object_block(Run("", figure.start), chars, setting, figure.alt, centered=False)
        if figure.caption:
            setter.tighten(0.45)
            setter.text_block(figure.caption, setting, "caption", 0)
            setter.leave(self._typography.px(1.1))
