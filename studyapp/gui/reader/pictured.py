"""Puts formulas and pictures into a document: between the typesetter and what draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.page import Run, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from studyapp.gui.context import Context
    from studyapp.gui.reader.document import Setting, Typesetter
    from studyapp.gui.reader.typography import Typography
    from studyapp.page import Figure


class Pictured:
    """Formulas and pictures of one section."""

    def __init__(self, context: Context, typography: Typography, section_id: str) -> None:
        self.context = context
        self.typography = typography
        self.section_id = section_id

    def attach(self, document: QTextDocument) -> None:
        """Teach a document how to draw formulas and pictures."""

    def formula(self, setter: Typesetter, run: Run, role: str) -> None:
        """Insert an inline formula."""
        setter.run(Run(run.text, run.start, run.style | Style.CODE), role)

    def inline_image(self, setter: Typesetter, run: Run, role: str) -> None:
        """Insert a small picture between words."""
        setter.run(Run(run.text, run.start, run.style, shown=run.shown or run.source), role)

    def display(self, setter: Typesetter, run: Run, setting: Setting) -> None:
        """Set a formula on a line of its own."""
        setter.text_block((Run(run.text, run.start, Style.CODE),), setting)

    def figure(self, setter: Typesetter, figure: Figure, setting: Setting) -> None:
        """Set a picture with its caption."""
        setter.text_block(figure.caption, setting, "caption")
