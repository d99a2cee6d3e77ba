"""The papers beside the code: their links lead somewhere, and they tell of what there is."""

import re
import tomllib
from pathlib import Path

import pytest

from studyapp.verbs import VERBS

ROOT = Path(__file__).parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAPERS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *DECISIONS]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_links_inside_the_project_lead_somewhere(paper):
    text = re.sub(r"```.*?```|`[^`]*`", "", paper.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
    assert [link for link in links if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("dependency", PROJECT["project"]["dependencies"])
def test_each_dependency_has_its_reasons(dependency):
    name, limits = re.fullmatch(r"([\w.-]+)(.*)", dependency).groups()
    paper = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    row = next(line for line in paper.splitlines() if line.startswith(f"| {name} |"))
    assert row.split("|")[2].replace(" ", "") == limits.replace(" ", "")


def test_decisions_are_numbered_without_gaps_and_told_by_their_titles():
    assert [path.name[:4] for path in DECISIONS] == [
        f"{number:04}" for number in range(1, len(DECISIONS) + 1)
    ]
    for path in DECISIONS:
        assert path.read_text(encoding="utf-8").startswith(f"# {path.name[:4]}: ")


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_the_readme_tells_of_each_verb(verb):
    assert f"`studyapp {verb} " in (ROOT / "README.md").read_text(encoding="utf-8")
