"""Fixtures of the reader: a context with real settings and themes, and documents built whole."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Protocol

import pytest

from studyapp.files import Home
from studyapp.gui import fonts
from studyapp.gui.reader.build import Builder, Built
from studyapp.gui.reader.typography import Measures
from studyapp.gui.theme import Themes
from studyapp.model import Section
from studyapp.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.page import Page


class MakeBuilt(Protocol):
    """Builds the document of a page, with some of its folds the other way round."""

    def __call__(self, page: Page, toggled: set[int] | None = None) -> Built: ...


@pytest.fixture
def context(qapp: object, tmp_path: Path) -> SimpleNamespace:
    fonts.register_first()
    home = Home.at(tmp_path)
    workspace = SimpleNamespace(
        resolve=lambda section, link: SimpleNamespace(
            kind="missing" if "missing" in link else "section"
        ),
        image_path=lambda section, source: None,
    )
    settings = Settings(home.config / "settings.json")
    return SimpleNamespace(
        home=home, jobs=None, settings=settings, theme=Themes().find("light"), workspace=workspace
    )


@pytest.fixture
def make_built(context: SimpleNamespace) -> MakeBuilt:
    builder = Builder(context)
    builder.measure(Measures())

    def make(page: Page, toggled: set[int] | None = None) -> Built:
        section = Section("a.md", page.title, "a.md")
        builder.toggled[section.id] = set(toggled or ())
        builder.measure(Measures())
        built = builder.built(section, page)
        built.build(60_000)
        built.document.setTextWidth(700)
        return built

    return make
