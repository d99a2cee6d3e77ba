"""What the tests of the window share: a home, a small course, a context around them."""

import pytest

from studyapp.files import Home
from studyapp.gui.theme import Theme


@pytest.fixture
def home(tmp_path):
    return Home.at(tmp_path / "home")


@pytest.fixture
def theme(qapp):
    return Theme.for_system(dark=False)
