"""Courses made up for measuring: the same words for the same seed, every construct now and then."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = "an be cor den el fa gor hin is jo kal lum mo ner or pas quin ra sel ti un ver wo yel"
SYLLABLES = LETTERS.split()


class Author:
    """Writes Markdown of any length."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def word(self) -> str:
        """Return a word of one to four syllables."""
        return "".join(self._random.choices(SYLLABLES, k=self._random.randint(1, 4)))

    def words(self, count: int) -> str:
        """Return some words, a few of them set off."""
        found = [self.word() for _ in range(count)]
        for form in ("**{}**", "*{}*", "`{}`", "[{}](00-section.md)"):
            if self._random.random() < 0.4:
                place = self._random.randrange(count)
                found[place] = form.format(found[place])
        return " ".join(found)

    def paragraph(self) -> str:
        """Return three to six sentences."""
        count = self._random.randint(3, 6)
        sentences = (self.words(self._random.randint(8, 22)) for _ in range(count))
        return " ".join(f"{sentence.capitalize()}." for sentence in sentences)

    def block(self) -> str:
        """Return a paragraph most often, else another construct."""
        kind = self._random.random()
        if kind < 0.70:
            return self.paragraph()
        if kind < 0.80:
            return "\n".join(f"- {self.words(9)}" for _ in range(5))
        if kind < 0.85:
            return f"> {self.paragraph()}"
        if kind < 0.90:
            return f"> [!note] {self.words(3)}\n> {self.paragraph()}"
        if kind < 0.95:
            return "```python\n" + "\n".join(f"{self.word()} = {n}" for n in range(6)) + "\n```"
        rows = "\n".join(f"| {self.word()} | {self.words(4)} |" for _ in range(4))
        return f"| {self.word()} | {self.word()} |\n|---|---|\n{rows}"

    def section(self, size: int) -> str:
        """Return a section of about so many characters."""
        parts = [f"# {self.words(4)}"]
        length = 0
        while length < size:
            if len(parts) % 6 == 0:
                parts.append(f"## {self.words(3)}")
            parts.append(self.block())
            length += len(parts[-1]) + 2
        return "\n\n".join(parts) + "\n"


def write_course(folder: Path, sections: int, size: int, seed: int = 1) -> Path:
    """Write a plain course, a hundred files to a folder, and return where it is."""
    for number in range(sections):
        path = folder / f"{number // 100:03d}-chapter" / f"{number % 100:02d}-section.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Author(seed * 100_000 + number).section(size), encoding="utf-8")
    return folder
