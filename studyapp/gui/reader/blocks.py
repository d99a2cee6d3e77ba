"""How each kind of block is set: one short function a kind, called while a page is built."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat

from studyapp.gui.language import said, translate
from studyapp.gui.reader.callouts import look_of
from studyapp.gui.reader.directions import is_rtl
from studyapp.gui.reader.document import APP_LINK, BLANK, Setting, Typesetter, quiet
from studyapp.gui.reader.scenery import Box, CodeArea, Marker
from studyapp.gui.reader.tables import set_table
from studyapp.page import (
    Block,
    Callout,
    Card,
    Cards,
    Code,
    Definitions,
    Figure,
    Footnotes,
    Heading,
    ListBlock,
    MathBlock,
    Notice,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Style,
    Table,
    own_runs,
    walk,
)
from studyapp.wording import worded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


GAP = 0.95
"""Space around a box, in units of the text size."""
PAD = 0.72
"""Space between the edge of a box and its words."""
INDENT = 1.55
"""How far the text of a list item stands in."""
DEEPEST = 12
"""Lists and quotes nested deeper are set at this depth."""
BULLETS = ("•", "◦", "▫")


def set_blocks(setter: Typesetter, blocks: tuple[Block, ...], setting: Setting) -> None:
    """Set blocks one below the other."""
    for block in blocks:
        set_block(setter, block, setting)


def set_page(setter: Typesetter, blocks: tuple[Block, ...]) -> Iterator[None]:
    """Set the blocks of a page, pausing after each, so that a long page can be built in slices."""
    for block in blocks:
        yield from _steps(setter, block, Setting(rtl=is_rtl(_first_words(block))))
        yield


def _first_words(block: Block) -> str:
    return "".join(run.text for inner in walk((block,)) for run in own_runs(inner))[:400]


def set_block(setter: Typesetter, block: Block, setting: Setting) -> None:
    """Set one block, whatever its kind."""
    for _step in _steps(setter, block, setting):
        pass


def _steps(setter: Typesetter, block: Block, setting: Setting) -> Iterator[None]:
    """Set one block, pausing between the parts of what may be very long."""
    yield from _SETTERS[type(block)](setter, block, setting) or ()


def _paragraph(setter: Typesetter, block: Paragraph, setting: Setting) -> None:
    setter.text_block(block.runs, setting)
    if setting.tight:
        setter.tighten(0.22)
    if block.align:
        setter.align(block.align)


def _heading(setter: Typesetter, block: Heading, setting: Setting) -> None:
    role = f"h{min(max(block.level, 1), 6)}"
    setter.text_block(block.runs, setting, role)
    changed = QTextBlockFormat()
    changed.setHeadingLevel(block.level)
    setter.cursor.mergeBlockFormat(changed)
    setter.scenery.headings[block.id] = setter.cursor.block().position()


def _list(setter: Typesetter, block: ListBlock, setting: Setting) -> Iterator[None]:
    deeper = setting.level < DEEPEST
    widest = len(str(block.first + len(block.items))) if block.ordered else 1
    indent = setter.typography.px(INDENT + 0.5 * max(0, widest - 2)) if deeper else 0.0
    inner = replace(setting.inside(indent), level=setting.level + 1, tight=block.tight)
    for number, item in enumerate(block.items, block.first):
        kind = "number" if block.ordered else "bullet" if item.checked is None else "task"
        text = f"{number}." if block.ordered else BULLETS[min(setting.level, len(BULLETS) - 1)]
        if item.checked is not None:
            kind, text = "task", "☑" if item.checked else "☐"
        checked = bool(item.checked)
        setter.mark_next(Marker(kind, text, setting.level, checked, inner.start, setting.rtl))
        set_blocks(setter, item.children or (Paragraph(()),), inner)
        setter.tighten(0.22 if block.tight else 0.5)
        yield
    setter.leave(setter.typography.px(0.8) if setting.level == 0 else 0)


def _quote(setter: Typesetter, block: Quote, setting: Setting) -> None:
    px = setter.typography.px
    deeper = setting.level < DEEPEST
    box = Box("quote", setting.start, setting.end, rtl=setting.rtl)
    setter.open_box(box, 0, px(GAP))
    inner = replace(setting.inside(px(1.15) if deeper else 0), tight=False)
    set_blocks(setter, block.children or (Paragraph(()),), inner)
    setter.close_box(box, 0, px(GAP))


def _callout(setter: Typesetter, block: Callout, setting: Setting) -> None:
    px = setter.typography.px
    look = look_of(block.kind)
    opened = block.fold < 0 or setter.is_open(block.fold, block.folded)
    box = Box(
        "callout",
        setting.start,
        setting.end,
        look.hue,
        look.icon,
        "",
        block.fold,
        opened,
        setting.rtl,
    )
    setter.open_box(box, px(PAD * 0.85), px(GAP))
    inner = replace(setting.inside(px(0.95), px(0.95)), tight=False)
    title = _folding(block.title, block.fold) if block.fold >= 0 else block.title
    setter.text_block(title, inner.inside(px(1.5)), "label", 0)
    setter.recolor_block(look.hue)
    if opened:
        set_blocks(setter, block.children, inner)
    setter.close_box(box, px(PAD), px(GAP))


def _folding(runs: Runs, fold: int) -> Runs:
    """Make a title the handle of its fold."""
    return tuple(replace(run, link=f"{APP_LINK}fold:{fold}") for run in runs)


def _code(setter: Typesetter, block: Code, setting: Setting) -> Iterator[None]:
    px = setter.typography.px
    box = Box("code", setting.start, setting.end, label=block.language, rtl=False)
    setter.open_box(box, px(PAD), px(GAP))
    inner = replace(setting, rtl=False).inside(px(0.85), px(0.85))
    if block.title or block.caption:
        setter.text_block(
            (quiet(block.title or said(worded("Notice", block.caption))),), inner, "caption", 0
        )
        setter.tighten(0.45)
    first = setter.next_block
    shown = [_shown(line) for line in block.lines]
    for line, words in zip(block.lines or ((),), shown or [""], strict=True):
        hang = _hang(setter, words)
        setter.text_block(line, inner.inside(hang), "code")
        changed = QTextBlockFormat()
        changed.setTextIndent(-round(hang))
        changed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        changed.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        setter.cursor.mergeBlockFormat(changed)
        yield
    setter.scenery.code.append(CodeArea(first, block.language, tuple(shown)))
    setter.close_box(box, px(PAD), px(GAP))


def _shown(line: Runs) -> str:
    return "".join(run.text if run.shown is None else run.shown for run in line)


def _hang(setter: Typesetter, words: str) -> float:
    """Return how far the rest of a code line that wraps stands in: past its own indentation."""
    indentation = len(words) - len(words.lstrip(" "))
    deepest = setter.typography.column_width / 3
    width = setter.typography.advance("code", " ") * indentation
    return min(width, deepest) + setter.typography.px(0.9)


def _definitions(setter: Typesetter, block: Definitions, setting: Setting) -> None:
    px = setter.typography.px
    for item in block.items:
        for term in item.terms:
            setter.text_block(term, setting, "term", 0.5)
        set_blocks(setter, item.children, setting.inside(px(1.4)))


def _footnotes(setter: Typesetter, block: Footnotes, setting: Setting) -> None:
    px = setter.typography.px
    _rule(setter, setting, "line")
    for note in block.notes:
        inner = replace(setting.inside(px(1.5)), role="note")
        setter.mark_next(Marker("number", f"{note.label}.", 0, False, inner.start, setting.rtl))
        place = setter.next_block
        set_blocks(setter, note.children or (Paragraph(()),), inner)
        setter.run(quiet("\u00a0"), "note")
        back = quiet(
            "↩", f"back:{note.id}", translate("Page", "Back to where this note is mentioned")
        )
        setter.run(back, "note")
        setter.scenery.notes[note.id] = setter.document.findBlockByNumber(place).position()


def _rule(setter: Typesetter, setting: Setting, kind: str = "rule") -> None:
    setter.mark_next(Marker(kind, "", 0, False, setting.start, setting.rtl))
    setter.text_block((), setting, "meta", 0.8)
    setter.leave(setter.typography.px(0.8))


def _notice(setter: Typesetter, block: Notice, setting: Setting) -> None:
    px = setter.typography.px
    box = Box("notice", setting.start, setting.end, "muted", "info", rtl=setting.rtl)
    setter.open_box(box, px(PAD * 0.6), px(GAP))
    inner = setting.inside(px(2.3), px(0.9))
    setter.text_block((quiet(said(block.wording())),), inner, "meta", 0)
    setter.close_box(box, px(PAD * 0.6), px(GAP))


# Cards


def _cards(setter: Typesetter, block: Cards, setting: Setting) -> Iterator[None]:
    px = setter.typography.px
    box = Box("cards", setting.start, setting.end, "accent", "graduation-cap", rtl=setting.rtl)
    setter.open_box(box, px(PAD * 0.85), px(GAP))
    inner = setting.inside(px(0.95), px(0.95))
    setter.text_block(
        (quiet(translate("Page", "Check yourself")),), inner.inside(px(1.5)), "label", 0
    )
    setter.recolor_block("accent")
    for place, card in enumerate(block.cards):
        if place:
            setter.leave(px(0.85))
        _card(setter, card, inner)
        yield
    setter.close_box(box, px(PAD), px(GAP))


def _card(setter: Typesetter, card: Card, setting: Setting) -> None:
    px = setter.typography.px
    opened = setter.is_open(card.fold, True)
    question = card.question if opened or card.kind != "cloze" else _blanked(card.question)
    set_blocks(setter, question, setting)
    setter.tighten(0.2)
    if card.kind == "cloze":
        words = (
            translate("Page", "Hide the words") if opened else translate("Page", "Show the words")
        )
    else:
        words = (
            translate("Page", "Hide the answer") if opened else translate("Page", "Show the answer")
        )
    if opened and card.answer:
        box = setter.open_box(
            Box("answer", setting.start, setting.end, "accent", rtl=setting.rtl), 0, px(0.3)
        )
        set_blocks(setter, card.answer, setting.inside(px(0.9)))
        setter.close_box(box, 0, px(0.3))
    setter.text_block((quiet(words, f"fold:{card.fold}"),), setting, "meta", 0.2)


def _blanked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(_blank_block(block) for block in blocks)


def _blank_block(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    hidden = tuple(
        Run(r.text, r.start, r.style, hint=BLANK) if r.style & Style.CLOZE else r
        for r in block.runs
    )
    return Paragraph(hidden, block.align)


def _figure(setter: Typesetter, block: Figure, setting: Setting) -> None:
    setter.pictured.figure(setter, block, setting)


def _math(setter: Typesetter, block: MathBlock, setting: Setting) -> None:
    setter.pictured.display(setter, block.run, setting)


_SETTERS: Mapping[type, Callable[[Typesetter, Any, Setting], Iterator[None] | None]] = (
    MappingProxyType(
        {
            Paragraph: _paragraph,
            Heading: _heading,
            ListBlock: _list,
            Quote: _quote,
            Callout: _callout,
            Code: _code,
            Table: set_table,
            Figure: _figure,
            MathBlock: _math,
            Cards: _cards,
            Definitions: _definitions,
            Footnotes: _footnotes,
            Rule: lambda setter, _block, setting: _rule(setter, setting),
            Notice: _notice,
        }
    )
)
