"""Puts formulas and pictures into a document: between the typesetter and what draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.reader.images import PictureObject, picture_format
from studyapp.gui.reader.math import MOST_IN_SECTION, MathObject, math_format
from studyapp.page import Run, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from studyapp.gui.context import Context
    from studyapp.gui.reader.document import Setting, Typesetter
    from studyapp.gui.reader.formulas import Formulas
    from studyapp.gui.reader.images import Pictures
    from studyapp.gui.reader.typography import Typography
    from studyapp.page import Figure


class Pictured:
    """Formulas and pictures of one section."""

    def __init__(
        self,
        context: Context,
        typography: Typography,
        section_id: str,
        formulas: Formulas,
        pictures: Pictures,
    ) -> None:
        self._context = context
        self._typography = typography
        self._section_id = section_id
        self._formulas = formulas
        self._pictures = pictures
        self._set = 0

    def attach(self, document: QTextDocument) -> None:
        """Teach a document how to draw formulas and pictures."""
        self._math = MathObject(self._formulas, document)
        self._images = PictureObject(self._pictures, self._typography.theme, document)

    def formula(self, setter: Typesetter, run: Run, role: str) -> None:
        """Insert an inline formula; past the limit its source."""
        self._set += 1
        if self._set > MOST_IN_SECTION:
            setter.run(Run(run.text, run.start, int(Style.CODE)), role)
            return
        chars = math_format(self._typography.chars(role, run.style), run.text, display=False)
        setter.place(run, chars, run.text)
        self._math.make_room(setter.cursor.position() - 1)

    def display(self, setter: Typesetter, run: Run, setting: Setting) -> None:
        """Set a formula on a line of its own."""
        chars = math_format(self._typography.chars("body"), run.text, display=True)
        setter.object_block(run, chars, setting, run.text, centered=True)

    def inline_image(self, setter: Typesetter, run: Run, role: str) -> None:
        """Insert a small picture between words."""
        chars = self._typography.chars(role, run.style)
        path = self._context.workspace.image_path(self._section_id, run.source)
        setter.place(run, picture_format(chars, run.source, path, run.shown or ""), run.shown or "")
        self._images.make_room(setter.cursor.position() - 1)

    def figure(self, setter: Typesetter, figure: Figure, setting: Setting) -> None:
        """Set a picture with its caption."""
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
