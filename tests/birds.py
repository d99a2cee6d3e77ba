"""A small course for tests of the window: two chapters, one of them without a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "course.toml": 'id = "birds"\ntitle = "Birds of the coast"\n',
    "01-waders/index.md": "# Waders\n\nBirds with long legs.\n",
    "01-waders/01-heron.md": "# The heron\n\nIt stands and waits.\n\n"
    + "".join(
        f"## Part {n}\n\n" + "Grey feathers over still water. " * 60 + "\n\n" for n in range(8)
    )
    + "See [the stork](02-stork.md#nests), [nothing](nowhere.md) and "
    "[the web](https://example.org/birds).\n",
    "01-waders/02-stork.md": "# The stork\n\n"
    + "It claps. " * 300
    + "\n\n## Nests\n\nHigh up.\n\n"
    + "It claps again. " * 300,
    "02-gulls/01-herring.md": "# Herring gull\n\nLoud.\n",
    "02-gulls/02-black-headed.md": "# Black-headed gull\n\nIn winter its head is white.\n",
    "03-terns.md": "No heading here, but words.\n",
}


def write_birds(root: Path) -> Path:
    """Write the course into a folder and return it."""
    for name, text in FILES.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root
