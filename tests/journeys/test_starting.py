"""The program as it is started: pictures without a screen, a second start, errors in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from birds import write_birds
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

HERON = "01-waders/01-heron.md"


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    return write_birds(tmp_path / "birds")


def studyapp(tmp_path: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("QT_") and k != "DISPLAY"}
    return subprocess.run(
        [sys.executable, "-m", "studyapp", "--home", str(tmp_path / "home"), *arguments],
        capture_output=True,
        text=True,
        env={**kept, **variables},
        timeout=60,
        check=False,
    )


def picture(tmp_path: Path, course: Path, *arguments: str) -> QImage:
    output = tmp_path / "out.png"
    done = studyapp(tmp_path, "screenshot", str(output), "--course", str(course), *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return QImage(str(output))


def test_a_picture_has_the_size_and_the_scale_asked_for(
    tmp_path: Path, course_folder: Path
) -> None:
    drawn = picture(tmp_path, course_folder, "--size", "900x600", "--section", HERON)
    assert drawn.size().toTuple() == (900, 600)
    drawn = picture(tmp_path, course_folder, "--size", "900x600", "--scale", "2")
    assert drawn.size().toTuple() == (1800, 1200)


def test_theme_panels_zoom_and_heading_change_the_picture(
    tmp_path: Path, course_folder: Path
) -> None:
    base = ("--size", "900x600", "--section", HERON)
    plain = picture(tmp_path, course_folder, *base)
    ways = (
        ("--theme", "dark"),
        ("--panels", "outline"),
        ("--zoom", "6"),
        ("--heading", "part-5"),
    )
    for way in ways:
        assert picture(tmp_path, course_folder, *base, *way) != plain


def test_a_picture_leaves_the_memory_of_the_user_alone(tmp_path: Path, course_folder: Path) -> None:
    picture(tmp_path, course_folder, "--theme", "dark", "--zoom", "3")
    left = {path.name for path in (tmp_path / "home").rglob("*") if path.is_file()}
    assert left & {"memory.json", "settings.json"} == set()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--section", "nowhere.md"), "nowhere.md"),
        (("--section", HERON, "--heading", "nowhere"), "nowhere"),
        (("--panels", "kitchen"), "kitchen"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_one_line(
    arguments: tuple[str, ...], said: str, tmp_path: Path, course_folder: Path
) -> None:
    output = tmp_path / "out.png"
    done = studyapp(tmp_path, "screenshot", str(output), "--course", str(course_folder), *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.startswith("studyapp: ")
    assert done.stderr.count("\n") == 1
    assert not output.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_display_that_is_said(tmp_path: Path) -> None:
    done = studyapp(tmp_path, "open")
    assert done.returncode == 1
    assert "Display" in done.stderr
    assert "Traceback" not in done.stderr
