"""Colors code after the page has been painted: words first, colors a moment later.

The builder hands over the code boxes of a finished document. Pygments reads them in a process of
its own (`worker.py`); the colors are laid over the lines without changing the document or its
layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout

from studyapp.gui.reader.unlaid import lay_out_rest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from studyapp.gui.reader.scenery import CodeArea
    from studyapp.gui.reader.worker import Worker
    from studyapp.gui.reader.worker_main import Answer, Token
    from studyapp.gui.theme import Theme

LARGEST = 200_000
"""Characters; a longer listing stays plain."""
PLAIN = {"", "text", "txt", "plain", "plaintext", "none", "output", "mermaid"}


class Coloring:
    """Asks for the colors of code and lays them over it."""

    def __init__(self, worker: Worker | None = None) -> None:
        self._worker = worker

    @property
    def busy(self) -> bool:
        """Whether any code is still to be colored."""
        return self._worker is not None and self._worker.busy

    def color(self, document: QTextDocument, areas: Sequence[CodeArea], theme: Theme) -> None:
        """Color the code boxes of a document as soon as that can be done."""
        for area in areas:
            if area.language.lower() not in PLAIN and sum(map(len, area.lines)) <= LARGEST:
                self._ask(document, area, theme)

    def _ask(self, document: QTextDocument, area: CodeArea, theme: Theme) -> None:
        # Not needed for a first page without code
        from studyapp.gui.reader.worker import Worker  # noqa: PLC0415
        from studyapp.gui.reader.worker_main import CodeRequest  # noqa: PLC0415

        self._worker = self._worker or Worker()

        def answered(answer: Answer) -> None:
            if answer.result:
                apply(document, area, answer.result, theme)

        self._worker.ask(CodeRequest(area.language.lower(), area.lines), answered)


def apply(document: QTextDocument, area: CodeArea, tokens: Sequence[Token], theme: Theme) -> None:
    """Lay the colors of tokens over the lines of a code box."""
    ranges: dict[int, list[QTextLayout.FormatRange]] = {}
    formats: dict[str, QTextCharFormat] = {}
    for line, start, length, role in tokens:
        if role not in formats:
            formats[role] = _format(role, theme)
        stretch = QTextLayout.FormatRange()
        stretch.start, stretch.length, stretch.format = start, length, formats[role]
        ranges.setdefault(line, []).append(stretch)
    changed = QTextBlock()
    for line, stretches in ranges.items():
        block = document.findBlockByNumber(area.first + line)
        if line < len(area.lines) and block.isValid():
            block.layout().setFormats(stretches)
            changed = block
    if changed.isValid():
        # Once for all: Qt has gathered the other lines, and looks through the rest of the page
        document.markContentsDirty(changed.position(), changed.length())
        lay_out_rest(document)


def _format(role: str, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme[role])
    if role == "token_comment":
        made.setFontItalic(True)
    return made
