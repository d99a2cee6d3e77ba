"""The bundled course, indexed once for all tests that ask it."""

import shutil
import types

import pytest

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.files import Home, bundled
from studyapp.workspace import Workspace


@pytest.fixture(scope="session")
def nato(tmp_path_factory):
    """A search over content/nato with its workspace and the text of every section."""
    folder = tmp_path_factory.mktemp("nato")
    home = Home.at(folder / "home")
    course = load_course(bundled("content") / "nato", home)
    with Compiler(home.cache, seconds=60) as compiler:
        workspace = Workspace(course, home, compiler)
        search = workspace.search
        search.update(apart=False)
        texts = {section.id: workspace.page(section.id).text for section in course.order}
        yield types.SimpleNamespace(search=search, workspace=workspace, texts=texts)
        search.close()
    shutil.rmtree(folder, ignore_errors=True)
