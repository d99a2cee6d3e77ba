"""A page as a QTextDocument: the typesetter, to which `blocks.py` hands every block.

One QTextBlock per paragraph, item, heading, code line; no frames and no lists of Qt's, so that
positions are simple. All vertical space is the top margin of the block below it, worked out here:
Qt would collapse margins of neighbors, and boxes need to know exactly where their edges are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextOption,
)

from studyapp.gui.reader.positions import Positions, Segment, utf16_length
from studyapp.gui.reader.scenery import Box, Mark, Marker, Scenery
from studyapp.gui.reader.typography import ROLES
from studyapp.page import Run, Runs, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextTable, QTextTableFormat

    from studyapp.gui.reader.pictured import Pictured
    from studyapp.gui.reader.typography import Typography

# Plain ints: an enum's operators would take a fifth of the time of building a page
CODE, CLOZE, QUIET, SUPERSCRIPT = (
    int(Style.CODE),
    int(Style.CLOZE),
    int(Style.QUIET),
    int(Style.SUP),
)
PILLS = ((int(Style.KBD), "kbd"), (CODE, "code"), (int(Style.MARK), "mark"))
BLANK = "\u2026\u2026\u2026"
"""Shown in place of a word to be recalled."""
APP_LINK = "studyapp-page:"
"""Scheme of the links that the app puts into a page; they only fold or go, whoever writes them."""
HOLDER = "\u200b"
"""Keeps an empty block open: Qt gives none after a table any height."""
LONG = 4000
"""Characters of one text block at most: Qt lays out a longer one too slowly."""


class Setting(Struct, frozen=True):
    """Where and how the next block is set; boxes and lists nest by handing on a changed one."""

    start: float = 0.0
    """Indent at the side where lines begin, in pixels."""
    end: float = 0.0
    rtl: bool = False
    role: str = "body"
    level: int = 0
    """How many lists it stands in."""
    tight: bool = False
    """Whether paragraphs follow each other closely, as in a list without blank lines."""

    def inside(self, start: float, end: float = 0.0) -> Setting:
        """Return this setting further in."""
        return replace(self, start=self.start + start, end=self.end + end)


class Typesetter:
    """Writes blocks into a document, keeping positions, scenery and space."""

    def __init__(
        self,
        typography: Typography,
        pictured: Pictured,
        link_color: Callable[[str], str],
        is_open: Callable[[int, bool], bool],
        column: float = 0.0,
    ) -> None:
        self.typography = typography
        self.pictured = pictured
        self.link_color = link_color
        self.is_open = is_open
        self.column = column or typography.column_width
        """Width of the column of text, in pixels; it may have less room than was asked for."""
        self.document = QTextDocument()
        self.positions = Positions()
        self.scenery = Scenery()
        self.cursor = QTextCursor(self.document)
        self._blank = True  # the block under the cursor is there already and still empty
        self._fixed = 0.0
        self._space = 0.0
        self._snug = True
        self._opening: list[tuple[Box, float]] = []
        self._marker: Marker | None = None
        self._table: QTextTable | None = None
        self._prepare()

    def _prepare(self) -> None:
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self.document.setDefaultFont(self.typography.font("body"))
        frame = QTextFrameFormat()
        frame.setLeftMargin(self.typography.gutter)
        frame.setRightMargin(self.typography.gutter)
        frame.setTopMargin(self.typography.px(2.0))
        frame.setBottomMargin(self.typography.px(4.0))
        self.document.rootFrame().setFrameFormat(frame)
        # Lines are broken for this width while building, not once without and once with it
        self.document.setTextWidth(self.column + 2 * self.typography.gutter)
        self.pictured.attach(self.document)

    # Space

    def room(self, before: float, lead: float = 0.0) -> float:
        """Return the distance to what was set last, in pixels, and start counting anew.

        Qt puts all the extra height of a line, its `lead`, above the words; half of it is taken
        from the space above and given to the space below, so that words stand in the middle.
        """
        top = max(self._fixed + max(self._space, 0.0 if self._snug else before) - lead / 2, 0.0)
        for box, edge in self._opening:
            box.above = top - edge
        self._opening.clear()
        self._fixed, self._space, self._snug = lead / 2, 0.0, False
        return top

    def leave(self, after: float) -> None:
        """Ask for space after what was set last, in pixels; the larger of two neighbors counts."""
        self._space = max(self._space, after)

    def tighten(self, units: float) -> None:
        """Ask for exactly this space after what was set last, in units of the text size."""
        self._space = self.typography.px(units)

    def open_box(self, box: Box, pad: float, gap: float) -> Box:
        """Begin a box: `gap` to what stands before, `pad` inside its top edge."""
        self._fixed += max(self._space, 0.0 if self._snug else gap)
        self._space, self._snug = 0.0, True
        box.first = self.next_block
        self._opening.append((box, self._fixed))
        self._fixed += pad
        self.scenery.boxes.append(box)
        return box

    def close_box(self, box: Box, pad: float, gap: float) -> None:
        """End a box after the block set last."""
        self._fixed += pad
        box.below, box.last = self._fixed, self.document.blockCount() - 1 - self._blank
        self._space, self._snug = gap, False

    # Blocks

    @property
    def next_block(self) -> int:
        """Number that the next block will have."""
        return self.document.blockCount() - self._blank

    def mark_next(self, marker: Marker) -> None:
        """Put a marker beside the first line of the next block."""
        self._marker = marker

    def open_table(
        self, form: QTextTableFormat, rows: int, columns: int, before: float
    ) -> QTextTable:
        """Begin a table; the space above it is its own margin."""
        form.setTopMargin(round(self.room(before)))
        table = self.cursor.insertTable(rows, columns, form)
        self.scenery.tables.append(table)
        return table

    def close_table(self, table: QTextTable, after: float) -> None:
        """Go on in the empty block that Qt keeps after a table."""
        self.cursor = QTextCursor(self.document)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._blank, self._table = True, table
        self.leave(after)

    def start_block(
        self, setting: Setting, role: str = "", before: float | None = None
    ) -> QTextBlockFormat:
        """Begin a block of a role and return its format; `before` is in units of the text size."""
        role = role or setting.role
        space = self.typography.px(ROLES[role].before if before is None else before)
        top = self.room(space, self.typography.lead(role))
        # Qt does not swap the margins of right-to-left blocks
        left, right = (setting.end, setting.start) if setting.rtl else (setting.start, setting.end)
        if self._table:
            # Qt takes no heed of the top margin of a block that follows a table
            form = self._table.format()
            form.setBottomMargin(round(top))
            self._table.setFormat(form)
            self._table = None
        block_format = self.typography.block(role, top, left, right)
        chars = self.typography.chars(role)
        if self._blank:
            self.cursor.setBlockFormat(block_format)
            self.cursor.setBlockCharFormat(chars)
        else:
            self.cursor.insertBlock(block_format, chars)
        self._blank = False
        if self._marker:
            self.scenery.markers[self.cursor.blockNumber()] = self._marker
            self._marker = None
        return block_format

    def continue_block(self, block_format: QTextBlockFormat, role: str) -> None:
        """Go on in a block of its own, without space: one paragraph too long for a single block."""
        block_format.setTopMargin(0)
        self.cursor.insertBlock(block_format, self.typography.chars(role))

    def align(self, side: str) -> None:
        """Align the block under the cursor to a side, or center it."""
        flags = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}
        form = QTextBlockFormat()
        form.setAlignment(flags.get(side, Qt.AlignmentFlag.AlignLeft))
        self.cursor.mergeBlockFormat(form)

    def recolor_block(self, color: str) -> None:
        """Give the words of the block set last the color of a role of the theme."""
        block = self.cursor.block()
        cursor = QTextCursor(block)
        # Moving to the end of the block would have Qt lay out all that was set so far
        end = block.position() + block.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        chars = QTextCharFormat()
        chars.setForeground(self.typography.theme[color])
        chars.setFontUnderline(False)
        cursor.mergeCharFormat(chars)

    def cell_block(self, cursor: QTextCursor, role: str) -> None:
        """Go on in a table cell."""
        self.cursor = cursor
        cursor.setBlockFormat(self.typography.block(role, 0, 0, 0))

    def text_block(
        self, runs: Runs, setting: Setting, role: str = "", before: float | None = None
    ) -> None:
        """Set a block of runs with the space its role asks for."""
        role = role or setting.role
        block_format = self.start_block(setting, role, before)
        if not runs:
            self.cursor.insertText(HOLDER)
        if sum(_length(run) for run in runs) > LONG:
            self._long(runs, role, block_format)
        else:
            self.runs(runs, role)
        self.leave(self.typography.px(ROLES[role].after))

    def _long(self, runs: Runs, role: str, block_format: QTextBlockFormat) -> None:
        filled = 0
        for run in runs:
            for piece in _pieces(run):
                if filled + _length(piece) > LONG and filled:
                    self.continue_block(block_format, role)
                    filled = 0
                self.run(piece, role)
                filled += _length(piece)

    # Runs

    def runs(self, runs: Runs, role: str) -> None:
        """Insert inline runs at the cursor."""
        for run in runs:
            self.run(run, role)

    def run(self, run: Run, role: str) -> None:
        """Insert one run and note where it went."""
        if run.kind == "math":
            self.pictured.formula(self, run, role)
        elif run.kind == "image":
            self.pictured.inline_image(self, run, role)
        elif run.hint == BLANK and run.style & CLOZE:
            self._insert(run, BLANK, self.typography.chars(role, 0, "accent"), linear=False)
        else:
            self._words(run, role)

    def _words(self, run: Run, role: str) -> None:
        shown = run.text if run.shown is None else run.shown
        style = run.style & ~CODE if role == "code" else run.style
        pill = next((name for flag, name in PILLS if style & flag), "") if style else ""
        chars = self._linked(run, role, style)
        start = self.cursor.position()
        if pill in {"code", "kbd"}:
            self._pad(role)
        linear = utf16_length(shown) == utf16_length(run.text)
        self._insert(run, shown, chars, linear=linear)
        if pill in {"code", "kbd"}:
            self._pad(role)
        if pill:
            self.scenery.marks.append(Mark(start, self.cursor.position(), pill))

    def _linked(self, run: Run, role: str, style: int) -> QTextCharFormat:
        if run.kind == "footnote":
            self.scenery.references.setdefault(run.link.removeprefix("#"), self.cursor.position())
            chars = QTextCharFormat(self.typography.chars(role, style | SUPERSCRIPT, "link"))
            chars.setAnchor(True)
            chars.setAnchorHref(f"note:{run.link.removeprefix('#')}")
            return chars
        chars = self.typography.chars(role, style)
        if run.link:
            if run.link.startswith(APP_LINK):
                return self.typography.linked(chars, run.link, run.hint, "accent")
            return self.typography.linked(
                chars, f"link:{run.link}", run.hint, self.link_color(run.link)
            )
        if run.hint:
            chars = QTextCharFormat(chars)
            chars.setToolTip(run.hint)
        return chars

    def _insert(self, run: Run, shown: str, chars: QTextCharFormat, *, linear: bool) -> None:
        start = self.cursor.position()
        # A line feed would begin a block; this breaks the line within it
        self.cursor.insertText(shown.replace("\n", "\u2028"), chars)
        length = self.cursor.position() - start
        copied = shown.replace("\u00a0", " ")
        self.positions.add(Segment(run.start, run.text, start, length, linear, copied))

    def place(self, run: Run, chars: QTextCharFormat, copied: str) -> None:
        """Insert a drawn object (formula, image) that stands for a run."""
        start = self.cursor.position()
        self.cursor.insertText("\ufffc", chars)
        self.positions.add(Segment(run.start, run.text, start, 1, linear=False, copied=copied))

    def object_block(
        self, run: Run, chars: QTextCharFormat, setting: Setting, copied: str, *, centered: bool
    ) -> None:
        """Set a drawn object on a line of its own, as high as it is."""
        self.start_block(setting, "body", 0.95)
        form = QTextBlockFormat()
        form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        if centered:
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.cursor.mergeBlockFormat(form)
        self.place(run, chars, copied)
        self.leave(self.typography.px(0.95))

    def aside(self, words: str, role: str) -> None:
        """Insert words of the app's own that no offset and no copy knows."""
        self.cursor.insertText(words, self.typography.chars(role, QUIET))

    def _pad(self, role: str) -> None:
        """Insert the padding of a pill: a no-break space that no offset and no copy knows."""
        chars = QTextCharFormat(self.typography.chars(role, QUIET))
        chars.setProperty(
            QTextCharFormat.Property.FontPixelSize, round(self.typography.size(role) * 0.7)
        )
        self.cursor.insertText("\u00a0", chars)


def _length(run: Run) -> int:
    """Return what a run counts for in a block: its characters, and its own cost of layout."""
    return len(run.text if run.shown is None else run.shown) + 8


def _pieces(run: Run) -> list[Run]:
    """Cut a run that is too long for one block, at a space where there is one."""
    if len(run.text) <= LONG or run.shown is not None or run.kind != "text":
        return [run]
    pieces: list[Run] = []
    start = 0
    while start < len(run.text):
        end = min(start + LONG, len(run.text))
        space = run.text.rfind(" ", start + LONG // 2, end)
        end = end if space < 0 or end == len(run.text) else space + 1
        pieces.append(_cut(run, start, end))
        start = end
    return pieces


def _cut(run: Run, start: int, end: int) -> Run:
    return Run(run.text[start:end], run.start + start, run.style, link=run.link, hint=run.hint)


def quiet(words: str, app_link: str = "", hint: str = "") -> Run:
    """Return the app's own words as a run that the canonical text does not know."""
    link = f"{APP_LINK}{app_link}" if app_link else ""
    return Run("", 0, int(Style.PLAIN), shown=words, link=link, hint=hint)
