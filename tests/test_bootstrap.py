"""The script that sets everything up: what it refuses, names, installs and passes on."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyapp.gui import libraries

ROOT = Path(__file__).parent.parent


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    """Return the script as a module that would set things up in an empty folder."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.syspath_prepend(str(tmp_path))
    return module


@pytest.fixture
def commands(bootstrap, monkeypatch):
    """Return the commands that the script would have run; all of them succeed."""
    ran = []

    def run(command, **_options):
        ran.append([str(word) for word in command])
        bootstrap.VENV.mkdir(exist_ok=True)
        return SimpleNamespace(returncode=0, stdout="")

    monkeypatch.setattr(bootstrap.subprocess, "run", run)
    monkeypatch.setattr(libraries, "missing", lambda **_: ())
    monkeypatch.setattr(bootstrap, "sound", lambda: True)
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: name)
    return ran


@pytest.mark.parametrize("arguments", [[], ["lint"]])
def test_without_a_known_task_it_says_what_there_is(bootstrap, capsys, arguments):
    assert bootstrap.main(arguments) == 2
    assert "python3 bootstrap.py test" in capsys.readouterr().out


def test_an_old_python_is_refused_in_words(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 10))
    assert bootstrap.main(["run"]) == 1
    assert "Python 3.11 or newer" in capsys.readouterr().err


def test_the_first_run_sets_up_and_starts_the_app(bootstrap, commands):
    assert bootstrap.main(["run"]) == 0
    made, installed, started = commands
    assert made[1:3] == ["-m", "venv"]
    assert installed[-2:] == ["--editable", str(bootstrap.ROOT)]
    assert started[1:] == ["-m", "studyapp", "open"]


def test_what_follows_two_dashes_goes_to_the_app(bootstrap, commands):
    bootstrap.main(["run", "--", "open", "somewhere"])
    assert commands[-1][1:] == ["-m", "studyapp", "open", "somewhere"]


def test_nothing_is_set_up_twice_until_the_project_changes(bootstrap, commands):
    bootstrap.main(["run"])
    bootstrap.PYTHON.parent.mkdir(parents=True)
    bootstrap.PYTHON.touch()
    commands.clear()
    bootstrap.main(["run"])
    assert len(commands) == 1
    (bootstrap.ROOT / "pyproject.toml").write_text("[project]\n")
    bootstrap.main(["run"])
    assert any("--editable" in command for command in commands)


def test_the_gates_all_run_even_when_one_fails(bootstrap, commands, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "environment_problem", lambda _task: "")
    run = bootstrap.subprocess.run

    def lint_fails(command, **options):
        run(command, **options)
        return SimpleNamespace(returncode=int("check" in command))

    monkeypatch.setattr(bootstrap.subprocess, "run", lint_fails)
    assert bootstrap.main(["test", "--", "-k", "words"]) == 1
    assert [command[2] for command in commands] == ["ruff", "ruff", "pyright", "pytest"]
    assert commands[-1][-2:] == ["-k", "words"]
    assert capsys.readouterr().err == "bootstrap: failed: lint\n"


def test_the_systems_pip_fills_an_environment_that_cannot_have_its_own(
    bootstrap, commands, monkeypatch
):
    monkeypatch.setattr(
        bootstrap.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name
    )
    bootstrap.main(["run"])
    made, installed, _ = commands
    assert "--without-pip" in made
    assert installed[:5] == [sys.executable, "-m", "pip", "--python", str(bootstrap.PYTHON)]


def test_without_venv_and_pip_the_package_is_named(bootstrap, commands, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda _name: None)
    assert bootstrap.main(["run"]) == 1
    assert "sudo apt-get install python3-venv" in capsys.readouterr().err
    assert commands == []


def test_a_failed_installation_leaves_nothing_marked_as_ready(bootstrap, commands, monkeypatch):
    run = bootstrap.subprocess.run

    def pip_fails(command, **options):
        run(command, **options)
        return SimpleNamespace(returncode=int("install" in command), stdout="")

    monkeypatch.setattr(bootstrap.subprocess, "run", pip_fails)
    assert bootstrap.main(["run"]) == 1
    assert list(bootstrap.VENV.glob("ready-*")) == []


@pytest.fixture
def lacking(bootstrap, commands, monkeypatch):
    """Return a list of the libraries that are missing, on a Linux machine."""
    absent = [libraries.ALWAYS[0]]
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(libraries, "missing", lambda **_: tuple(absent))
    monkeypatch.setattr(libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    return absent


def test_a_missing_library_is_named_to_a_user(bootstrap, lacking, commands, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    assert bootstrap.main(["test"]) == 1
    told = capsys.readouterr().err
    assert "Qt needs libEGL.so.1" in told
    assert "sudo apt-get install libegl1" in told
    assert commands == []


def test_root_gets_a_missing_library_installed(bootstrap, lacking, monkeypatch):
    asked = []

    def install(packages):
        asked.append(packages)
        lacking.clear()

    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(bootstrap, "install_with_apt", install)
    assert bootstrap.system_problem(tests=True) == ""
    assert asked == [("libegl1",)]


def test_an_interpreter_that_is_gone_is_noticed(bootstrap):
    assert bootstrap.sound() is False


def test_the_ci_runs_the_command_of_the_readme():
    command = "python3 bootstrap.py test"
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_it_starts_with_the_standard_library_alone():
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "bootstrap.py"), "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
