"""The system libraries Qt needs: found missing, and named with the line that installs them."""

import sys

import pytest

from studyapp.gui import libraries, toolchain
from studyapp.gui.libraries import Library

ABSENT = Library("libno-such-thing.so.9", "no-apt", "no-dnf", "no-pacman", "no-zypper")
MANAGERS = {"apt-get": "no-apt", "dnf": "no-dnf", "pacman": "no-pacman", "zypper": "no-zypper"}


def test_a_missing_library_is_found(monkeypatch):
    monkeypatch.setattr(libraries, "ALWAYS", (ABSENT,))
    assert libraries.missing(display=False) == (ABSENT,)


def test_libraries_of_the_display_are_asked_for_only_with_one(monkeypatch):
    monkeypatch.setattr(libraries, "ALWAYS", ())
    monkeypatch.setattr(libraries, "DISPLAY", (ABSENT,))
    assert libraries.missing(display=False) == ()
    assert libraries.missing(display=True) == (ABSENT,)


@pytest.mark.parametrize(("program", "package"), MANAGERS.items())
def test_the_line_to_type_fits_the_distribution(monkeypatch, program, package):
    monkeypatch.setattr(libraries.shutil, "which", lambda name: name if name == program else None)
    line = libraries.install_command((ABSENT, ABSENT))
    assert line.startswith(f"sudo {program} ")
    assert line.count(package) == 1


def test_without_a_known_package_manager_the_library_is_named(monkeypatch):
    monkeypatch.setattr(libraries.shutil, "which", lambda _name: None)
    assert libraries.install_command((ABSENT,)) == "install libno-such-thing.so.9"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the list is Linux's")
def test_nothing_is_missing_where_qt_runs(qapp):
    assert libraries.missing(display=False) == ()


def test_the_loaders_message_becomes_a_line_to_type(monkeypatch):
    monkeypatch.setattr(libraries, "ALWAYS", (ABSENT,))
    monkeypatch.setattr(libraries, "DISPLAY", ())
    monkeypatch.setattr(libraries.shutil, "which", lambda name: name if name == "dnf" else None)
    message = "libno-such-thing.so.9: cannot open shared object file: No such file or directory"
    error = toolchain.missing_library(message)
    assert error.what == "libno-such-thing.so.9"
    assert error.hint == "install it with: sudo dnf install no-dnf"


def test_a_message_that_names_no_library_is_told_as_it_is():
    error = toolchain.missing_library("No module named 'PySide6'")
    assert error.why == "No module named 'PySide6'"
    assert "pip install" in error.hint
