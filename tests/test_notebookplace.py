"""A folder for the notebook is checked, kept for the next start, and missed when it is gone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from studyapp import files
from studyapp.files import Home
from studyapp.model import StudyError
from studyapp.notebookplace import Place, choose, place_in
from studyapp.notekeeping import Keeper

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


def new_folder(tmp_path: Path, name: str = "notes") -> Path:
    folder = tmp_path / name
    folder.mkdir()
    return folder


def test_an_empty_folder_is_taken_as_it_is(home: Home, tmp_path: Path) -> None:
    folder = new_folder(tmp_path)
    assert place_in(folder, home) == Place(folder, has_notebook=False)


def test_among_other_things_a_folder_of_its_own_is_used(home: Home, tmp_path: Path) -> None:
    folder = new_folder(tmp_path)
    (folder / "letter.txt").write_text("mine")
    assert place_in(folder, home) == Place(folder / "Studyapp", has_notebook=False)
    (folder / "Studyapp").mkdir()
    (folder / "Studyapp" / "notebook.json").write_text("{}")
    assert place_in(folder, home) == Place(folder / "Studyapp", has_notebook=True)


def test_a_folder_that_is_a_notebook_is_opened(home: Home, tmp_path: Path) -> None:
    folder = new_folder(tmp_path)
    (folder / "notebook.json").write_text("{}")
    (folder / "letter.txt").write_text("mine")
    assert place_in(folder, home) == Place(folder, has_notebook=True)


def test_a_course_and_the_apps_own_folders_are_refused(home: Home, tmp_path: Path) -> None:
    course = new_folder(tmp_path, "course")
    inside = new_folder(course, "notes")
    with pytest.raises(StudyError, match="folder of a course"):
        place_in(inside, home, [course])
    with pytest.raises(StudyError, match="folder of a course"):
        place_in(course, home, [course])
    home.cache.mkdir(parents=True)
    with pytest.raises(StudyError, match="other things"):
        place_in(home.cache, home)
    with pytest.raises(StudyError):
        place_in(tmp_path / "nowhere", home)


def test_the_choice_counts_from_the_next_start(home: Home, tmp_path: Path) -> None:
    folder = new_folder(tmp_path)
    choose(place_in(folder, home), home)
    again = Home.at(tmp_path / "home")
    assert again.notebook == folder
    assert again.is_chosen
    assert (again.config, again.state) == (home.config, home.state)
    files.choose_notebook(home.config, None)
    assert Home.at(tmp_path / "home") == home


def test_a_new_folder_is_no_lost_notebook(home: Home, tmp_path: Path) -> None:
    _begin(home)
    choose(place_in(new_folder(tmp_path), home), home)
    assert Keeper(Home.at(tmp_path / "home")).notebook is None
    files.choose_notebook(home.config, None)
    assert Keeper(Home.at(tmp_path / "home")).notebook is not None


def test_a_chosen_folder_that_is_gone_is_told_and_not_made_anew(home: Home, tmp_path: Path) -> None:
    folder = new_folder(tmp_path)
    choose(place_in(folder, home), home)
    chosen = Home.at(tmp_path / "home")
    shutil.rmtree(folder)
    with pytest.raises(StudyError, match="the folder is gone"):
        _ = Keeper(chosen).notebook
    folder.mkdir()
    _begin(chosen)
    shutil.rmtree(folder)
    with pytest.raises(StudyError, match="the folder is gone"):
        _ = Keeper(chosen).notebook
    assert not folder.exists()
    folder.mkdir()  # there again, but empty: as if not yet synced
    with pytest.raises(StudyError, match="is gone"):
        _ = Keeper(chosen).notebook


def test_a_choice_that_cannot_be_read_is_told(home: Home, tmp_path: Path) -> None:
    home.config.mkdir(parents=True)
    (home.config / files.NOTEBOOK_CHOICE).write_text("{ broken")
    again = Home.at(tmp_path / "home")
    assert again == home
    with pytest.raises(StudyError, match="not valid JSON"):
        _ = Keeper(again).notebook


def _begin(home: Home) -> None:
    """Begin a notebook, as a first mark does."""
    from studyapp.course.loader import load_course  # noqa: PLC0415

    folder = home.state.parent / "course"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "one.md").write_text("# One\n\nWords.\n")
    keeper = Keeper(home)
    keeper.writable(load_course(folder, home))
    keeper.close()
