import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp import files
from studyapp.files import Home
from studyapp.model import StudyError


def test_a_home_keeps_everything_in_one_folder(tmp_path):
    home = Home.at(tmp_path / "home")
    names = ("notebook", "cache", "config", "state")
    assert [getattr(home, name) for name in names] == [tmp_path / "home" / n for n in names]


def test_the_variable_names_the_home_unless_a_folder_does(tmp_path, monkeypatch):
    monkeypatch.setenv("STUDYAPP_HOME", str(tmp_path / "variable"))
    assert Home.at(None).state == tmp_path / "variable" / "state"
    assert Home.at(tmp_path / "given").state == tmp_path / "given" / "state"


def test_without_a_word_the_system_says_where_things_are(monkeypatch):
    monkeypatch.delenv("STUDYAPP_HOME", raising=False)
    home = Home.at()
    assert home.notebook.name == "Studyapp"
    assert len({home.notebook, home.cache, home.config, home.state}) == 4


def test_a_relative_home_stays_where_it_was(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Home.at("portable").state == tmp_path / "portable" / "state"


@pytest.mark.parametrize("name", ["content", "resources"])
def test_what_ships_with_the_app_is_found(name):
    assert files.bundled(name).is_dir()


def test_the_installed_package_is_asked_before_the_checkout(tmp_path):
    """As in a wheel: content lies inside the package."""
    package = tmp_path / "studyapp"
    (package / "content").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    for name in ("__init__.py", "files.py", "model.py", "wording.py"):
        (package / name).write_bytes((Path(files.__file__).parent / name).read_bytes())
    script = "from studyapp import files; print(files.bundled('content'))"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(run.stdout.strip()) == (package / "content").resolve()


@pytest.mark.parametrize("write", [files.write_atomic, files.write_derived])
def test_a_write_replaces_the_file_and_leaves_nothing_else(tmp_path, write):
    path = tmp_path / "new" / "folder" / "file.json"
    write(path, b"one")
    write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_durable_write_takes_the_three_steps_in_order(tmp_path, monkeypatch):
    steps = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append(_kind(handle)), fsync(handle)))
    monkeypatch.setattr(
        Path, "replace", lambda path, target: (steps.append("replace"), replace(path, target))
    )
    files.write_atomic(tmp_path / "file", b"data")
    assert steps == ["file", "replace", "folder"][: 2 if os.name == "nt" else 3]


def _kind(handle):
    return "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "file"
    files.write_atomic(path, b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StudyError, match="no space left on device"):
        files.write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_linked_file_stays_a_link(tmp_path):
    target = tmp_path / "elsewhere" / "settings.json"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "settings.json"
    link.symlink_to(target)
    files.write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise there")
def test_files_are_the_users_own(tmp_path):
    files.write_atomic(tmp_path / "file", b"")
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


def test_json_comes_back_without_its_format(tmp_path):
    path = tmp_path / "data.json"
    files.write_json(path, 3, {"title": "Überblick 😀"})
    assert files.read_json(path, 3) == {"title": "Überblick 😀"}
    assert '"format": 3' in path.read_text(encoding="utf-8")
    assert "Überblick 😀" in path.read_text(encoding="utf-8")


def test_a_missing_file_is_no_error(tmp_path):
    assert files.read_json(tmp_path / "none.json", 1) is None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{", "not valid JSON"),
        (b"\xff", "not valid JSON"),
        (b"[1]", "no JSON object"),
        (b'{"format": 2}', "format 2 is newer than this app's 1"),
        (b'{"format": "x"}', "is no version"),
    ],
)
def test_json_that_cannot_be_used_says_why(tmp_path, data, why):
    path = tmp_path / "data.json"
    path.write_bytes(data)
    with pytest.raises(StudyError, match="cannot read") as caught:
        files.read_json(path, 1)
    assert why in caught.value.why
    assert caught.value.hint


def test_a_file_set_aside_keeps_its_content(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")
    files.set_aside(path)
    assert not path.exists()
    assert (tmp_path / "settings.json.unreadable").read_bytes() == b"{"
