"""Puts formulas and pictures into a document: between the typesetter and what draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studyapp.gui.reader.math import MOST_IN_SECTION, MathObject, math_format
from studyapp.page import Run, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from studyapp.gui.context import Context
    from studyapp.gui.reader.document import Setting, Typesetter
    from studyapp.gui.reader.math import Formulas
    from studyapp.gui.reader.typography import Typography
    from studyapp.page import Figure


class Pictured:
    """Formulas and pictures of one section."""

    def __init__(
        self, context: Context, typography: Typography, section_id: str, formulas: Formulas
    ) -> None:
        self._context = context
        self._typography = typography
        self._section_id = section_id
        self._formulas = formulas
        self._set = 0

    def attach(self, document: QTextDocument) -> None:
        """Teach a document how to draw formulas and pictures."""
        self._math = MathObject(self._formulas, document)

    def formula(self, setter: Typesetter, run: Run, role: str) -> None:
        """Insert an inline formula; past the limit its source."""
        self._set += 1
        if self._set > MOST_IN_SECTION:
            setter.run(Run(run.text, run.start, int(Style.CODE)), role)
            return
        chars = math_format(self._typography.chars(role, run.style), run.text, display=False)
        setter.place(run, chars, run.text)

    def display(self, setter: Typesetter, run: Run, setting: Setting) -> None:
        """Set a formula on a line of its own."""
        chars = math_format(self._typography.chars("body"), run.text, display=True)
        setter.object_block(run, chars, setting, run.text, centered=True)

    def inline_image(self, setter: Typesetter, run: Run, role: str) -> None:
        """Insert a small picture between words."""
        setter.run(Run(run.text, run.start, run.style, shown=run.shown or run.source), role)

    def figure(self, setter: Typesetter, figure: Figure, setting: Setting) -> None:
        """Set a picture with its caption."""
        setter.text_block(figure.caption, setting, "caption")


def tr(text: str) -> str:
    """Translate a word about a picture."""
    return QCoreApplication.translate("pictured", text)
