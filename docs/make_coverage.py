"""Write docs/coverage.md: what each section of the bundled course covers, from its front matter.

    .venv/bin/python docs/make_coverage.py [--check]

Facts are numbers in the course's fact sheet; a section names those it uses in its front matter.
With --check nothing is written, and the status is 1 if the page is not what the sections say.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import frontmatter

from studyapp.course.markup import compile_page
from studyapp.page import Cards, Figure, Table, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
COURSE = ROOT / "content" / "nato"
TARGET = ROOT / "docs" / "coverage.md"
SECTIONS, FACTS, CARDS = 52, 227, 190
"""What the course is to have: sections, facts of the sheet, and cards at least."""

WITH_CAUTION = {
    87: "the totals for 2025 come from press agencies; which prices each meant is inferred, "
    "and a note in 1.1 says so",
    143: "NATO gives the number of six phases in public, but not the list; figure and note in 8.2 "
    "say that the names follow common descriptions",
    160: "the obstacles to sharing are those that researchers name; 7.1 and 7.3 give their study",
}
"""Facts that are only partly verified, and how the course states them."""


@dataclass(frozen=True)
class Row:
    """A section, and what it holds."""

    number: str
    title: str
    path: str
    facts: tuple[int, ...]
    cards: int
    figures: int
    tables: int

    @property
    def chapter(self) -> str:
        return self.number.partition(".")[0]


def rows() -> list[Row]:
    """Return the sections of the course, in order."""
    return [_row(path) for path in sorted(COURSE.glob("[01][0-9]-*/[0-9][0-9]-*.md"))]


def _row(path: Path) -> Row:
    source = path.read_text(encoding="utf-8")
    page = compile_page(source, title=path.stem)
    blocks = list(walk(page.blocks))
    facts = frontmatter.loads(source).metadata.get("facts", [])
    chapter, section = int(path.parent.name[:2]), int(path.name[:2])
    return Row(
        f"{chapter}.{section}",
        page.title,
        path.relative_to(ROOT).as_posix(),
        tuple(sorted(facts)),
        sum(len(block.cards) for block in blocks if isinstance(block, Cards)),
        sum(isinstance(block, Figure) for block in blocks),
        sum(isinstance(block, Table) for block in blocks),
    )


def unused(table: list[Row]) -> list[int]:
    """Return the facts of the sheet that no section uses."""
    used = {fact for row in table for fact in row.facts}
    return sorted(set(range(1, FACTS + 1)) - used)


def page(table: list[Row]) -> str:
    """Return the text of the coverage page."""
    return "\n".join([*_head(table), *_chapters(table), *_by_fact(table)]) + "\n"


def _head(table: list[Row]) -> Iterator[str]:
    missing = unused(table)
    cards = sum(row.cards for row in table)
    yield "# What the bundled course covers"
    yield ""
    yield "Made by `docs/make_coverage.py` from the sections' front matter; do not edit it here."
    yield "The numbers of facts are those of the fact sheet on which the course was written."
    yield ""
    yield f"- Sections: {len(table)} of {SECTIONS}"
    yield f"- Facts used: {FACTS - len(missing)} of {FACTS}"
    if missing:
        yield f"- Facts left out: {', '.join(map(str, missing))}"
    yield f"- Cards: {cards} (at least {CARDS})"
    yield f"- Figures: {sum(row.figures for row in table)}"
    yield f"- Tables: {sum(row.tables for row in table)}"
    yield ""
    yield "Three facts are only partly verified and are stated with caution:"
    yield ""
    for fact, how in WITH_CAUTION.items():
        yield f"- {fact}: {how}"


def _chapters(table: list[Row]) -> Iterator[str]:
    for chapter, grouped in groupby(table, key=lambda row: row.chapter):
        yield ""
        yield f"## Chapter {chapter}"
        yield ""
        yield "| Section | Facts | Cards | Figures | Tables |"
        yield "|---|---|---|---|---|"
        for row in grouped:
            name = f"[{row.number} {row.title}](../{row.path})"
            facts = ", ".join(map(str, row.facts))
            counts = f"{row.cards} | {row.figures} | {row.tables}"
            yield f"| {name} | {facts} | {counts} |"


def _by_fact(table: list[Row]) -> Iterator[str]:
    yield ""
    yield "## Where each fact is used"
    yield ""
    for first in range(1, FACTS + 1, 20):
        facts = range(first, min(first + 20, FACTS + 1))
        places = ((fact, [row.number for row in table if fact in row.facts]) for fact in facts)
        yield "- " + "; ".join(f"**{fact}** {', '.join(where) or 'none'}" for fact, where in places)


def main() -> int:
    """Write the page, or with --check compare it."""
    text = page(rows())
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
        return 0
    same = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
    if not same:
        print(
            f"{TARGET.name} is not what the sections say; run {Path(__file__).name}",
            file=sys.stderr,
        )
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
