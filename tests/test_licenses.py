"""Whatever ships with the app or is needed by it is listed with its terms."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from studyapp.licenses import Licensed, all_licensed

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def licensed() -> list[Licensed]:
    return all_licensed()


def test_every_typeface_and_icon_set_is_listed_with_its_text(licensed: list[Licensed]) -> None:
    faces = {path.name.partition("-")[0] for path in (ROOT / "resources" / "fonts").glob("*.ttf")}
    fonts = {one.name.replace(" ", ""): one for one in licensed if one.kind == "font"}
    assert set(fonts) == faces
    assert all("SIL OPEN FONT LICENSE" in one.text for one in fonts.values())
    icons = [one for one in licensed if one.kind == "icons"]
    assert [one.name for one in icons] == ["Lucide"]
    assert "Permission to use, copy" in icons[0].text


def test_every_dependency_is_listed_with_its_terms(licensed: list[Licensed]) -> None:
    rows = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split(r"[<>=;\[ ]", row)[0].lower().replace("_", "-") for row in rows}
    packages = {
        one.name.lower().replace("_", "-"): one for one in licensed if one.kind == "package"
    }
    assert names - set(packages) == set()
    assert [one.name for one in packages.values() if not one.terms] == []
    assert [one.name for one in packages.values() if not (one.text or one.home)] == []


def test_the_app_and_its_courses_come_first(licensed: list[Licensed]) -> None:
    assert licensed[0].name == "Studyapp"
    assert "MIT License" in licensed[0].text
    courses = [one for one in licensed if one.kind == "course"]
    assert {one.terms for one in courses} == {"CC BY 4.0"}
    assert len(courses) == len(list((ROOT / "content").glob("*/course.toml")))
    assert all("creativecommons.org" in one.text for one in courses)
