"""What the guide tells from the app itself is as the app now is."""

import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.verbs import VERBS

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "content" / "guide"


def test_the_table_of_keys_is_that_of_the_commands(tmp_path):
    """`docs/make_guide.py --keys` writes it anew."""
    written = (GUIDE / "01-reading" / "20-all-keys.md").read_text(encoding="utf-8")
    code = "import make_guide; print(make_guide.keys_page(), end='')"
    made = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "docs",
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'docs'}", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
    )
    assert made.stdout.decode() == written


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_the_guide_tells_of_each_verb(verb):
    pages = GUIDE.joinpath("03-command-line").glob("*.md")
    assert any(f"studyapp {verb}" in page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize("folder", sorted(path.parent for path in GUIDE.glob("*/index.md")))
def test_each_chapter_lists_its_pages(folder):
    listed = (folder / "index.md").read_text(encoding="utf-8")
    pages = [page.name for page in folder.glob("*.md") if page.name != "index.md"]
    assert [name for name in pages if f"({name})" not in listed] == []
