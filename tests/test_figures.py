"""The figures of the bundled course follow from their data, and from what their sections say."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import frontmatter
import pytest

ROOT = Path(__file__).parent.parent
COURSE = ROOT / "content" / "nato"
FIGURES = COURSE / "figures"
DATA = sorted((FIGURES / "data").glob("*.toml"))


def run(*arguments):
    command = [sys.executable, str(ROOT / "docs" / "make_figures.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_pictures_are_those_that_the_data_draws():
    result = run("--check")
    assert result.returncode == 0, result.stderr


def drawing(tmp_path, panel):
    data = tmp_path / "data"
    data.mkdir()
    (data / "x.toml").write_text("[[panel]]\n" + panel)
    return run("--data", str(data))


@pytest.mark.parametrize(
    ("boxes", "complaint"),
    [
        ([([4, 4, 60, 40], "Incomprehensibility")], "is wider than 40"),
        ([([4, 4, 90, 40], "So many words that do not fit")], "is higher than its box"),
        ([([600, 4, 120, 40], "Outside")], "'Outside' leaves the picture"),
        ([([4, 4, 120, 40], "Words"), ([14, 4, 120, 40], "More")], "'More' lies over 'Words'"),
        ([([4, 4, 120, 40], "Words"), ([60, 4, 99, 40], "")], "'Words' crosses the edge of a box"),
    ],
)
def test_a_figure_whose_words_are_in_the_way_is_refused(tmp_path, boxes, complaint):
    rows = [f'{{id = "{i}", at = {at}, title = "{words}"}}' for i, (at, words) in enumerate(boxes)]
    result = drawing(tmp_path, f'kind = "boxes"\nheight = 60\nbox = [{", ".join(rows)}]\n')
    assert result.returncode == 1
    assert complaint in result.stderr
    assert not (tmp_path / "x.svg").exists()


def test_a_sound_figure_is_written_above_its_data(tmp_path):
    box = '{id = "a", at = [4, 4, 120, 40], title = "Words"}'
    result = drawing(tmp_path, f'kind = "boxes"\nheight = 60\nbox = [{box}]\n')
    assert result.returncode == 0, result.stderr
    assert ">Words</text>" in (tmp_path / "x.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_a_section_shows_the_figure_and_names_its_facts(path):
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    section = frontmatter.loads((COURSE / data["section"]).read_text(encoding="utf-8"))
    assert f"../figures/{path.stem}.svg" in section.content
    assert set(data["facts"]) <= set(section["facts"])
    inner = {int(n) for found in facts_in(path) for n in found.split(",")}
    assert inner <= set(data["facts"])
    assert data["sources"]


def facts_in(path):
    return re.findall(r"facts = \[([\d, ]+)\]", path.read_text(encoding="utf-8"))


def test_every_figure_is_shown_somewhere():
    texts = "".join(path.read_text(encoding="utf-8") for path in COURSE.rglob("*.md"))
    unseen = [path.name for path in FIGURES.glob("*.svg") if f"/{path.name}" not in texts]
    assert unseen == []
