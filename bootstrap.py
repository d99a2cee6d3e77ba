"""Set everything up beside the source, then run the app or everything that guards it.

    python3 bootstrap.py run [-- ARGUMENTS FOR studyapp]
    python3 bootstrap.py test [-- ARGUMENTS FOR pytest]

Needs Python 3.11 with pip or venv, and nothing else: what Python packages the project needs go into
.venv in this folder, never into the system's Python.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main(arguments: list[str]) -> int:
    """Do what was asked for; return the exit status."""
    task, *extra = arguments or [""]
    if task not in ("run", "test"):
        print(__doc__)
        return 0 if task in ("-h", "--help") else 2
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older one
        return complain(f"Python 3.11 or newer is needed; this is {platform.python_version()}")
    if extra[:1] == ["--"]:
        extra = extra[1:]
    problem = system_problem(tests=task == "test") or environment_problem(task)
    if problem:
        return complain(problem)
    return run(extra) if task == "run" else check(extra)


def complain(problem: str) -> int:
    """Tell a problem; return the exit status that goes with it."""
    print(f"bootstrap: {problem}", file=sys.stderr)
    return 1


def run(extra: list[str]) -> int:
    """Start the app: unless told otherwise on the course opened last, at first the bundled one."""
    return subprocess.run([PYTHON, "-m", "studyapp", *(extra or ["open"])], check=False).returncode


def check(extra: list[str]) -> int:
    """Run every gate, the later ones too when one fails, so that all is told at once."""
    gates = {
        "lint": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "."],
        "types": ["pyright", "--pythonpath", str(PYTHON)],
        "tests": ["pytest", "-n", "2", *extra],
    }
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
    }
    failed = []
    for name, (module, *options) in gates.items():
        print(f"{name}: {module} {' '.join(options)}", flush=True)
        command = [PYTHON, "-m", module, *options]
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
    return complain(f"failed: {', '.join(failed)}") if failed else 0


def system_problem(*, tests: bool) -> str:
    """Return which system libraries Qt lacks on Linux; as root on Debian's kin, install them.

    What only one of the tests needs is installed too; where it cannot be, that is told, and the
    test is left out.
    """
    if not sys.platform.startswith("linux"):
        return ""
    sys.path.insert(0, str(ROOT))
    from studyapp.gui import libraries  # noqa: PLC0415 - must follow the check of Python's version

    display = tests or "QT_QPA_PLATFORM" not in os.environ
    wanted = libraries.missing(display=display, tests=tests)
    if wanted and os.geteuid() == 0 and shutil.which("apt-get"):
        install_with_apt(libraries.packages(wanted, "apt"))
    if tests and (unheard := libraries.missing(display=True, tests=True)):
        print(f"the window is not heard in tests: {libraries.install_command(unheard)}", flush=True)
    lacking = libraries.missing(display=display and not tests)
    if not lacking:
        return ""
    names = ", ".join(library.name for library in lacking)
    return f"Qt needs {names}; install with:\n  {libraries.install_command(lacking)}"


def install_with_apt(packages: tuple[str, ...]) -> None:
    """Install system libraries: only ever done as root, as in a container."""
    print(f"installing {', '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages],
    ):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


def environment_problem(task: str) -> str:
    """Make .venv hold what the task needs; return why that failed."""
    stamp = VENV / f"ready-to-{task}"
    wanted = fingerprint()
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return ""
    has_own_pip = importlib.util.find_spec("ensurepip") is not None
    if not has_own_pip and importlib.util.find_spec("pip") is None:
        return (
            "neither venv nor pip is there; on Debian and Ubuntu: sudo apt-get install python3-venv"
        )
    print("setting up .venv, which takes a minute or two", flush=True)
    options = [] if has_own_pip else ["--without-pip"]
    made = [sys.executable, "-m", "venv", *([] if sound() else ["--clear"]), *options, str(VENV)]
    if subprocess.run(made, check=False).returncode:
        return f"cannot make {VENV}"
    # Without a pip of its own, the environment is filled by the system's, which is left as it is.
    pip = (
        [PYTHON, "-m", "pip"] if has_own_pip else [sys.executable, "-m", "pip", "--python", PYTHON]
    )
    project = f"{ROOT}[dev]" if task == "test" else str(ROOT)
    if subprocess.run(
        [*pip, "install", "-qq", "--disable-pip-version-check", "--editable", project],
        check=False,
    ).returncode:
        return "pip could not install what the project needs; see above"
    for ready in ("run", task):
        (VENV / f"ready-to-{ready}").write_text(wanted)
    return ""


def fingerprint() -> str:
    """Return what changes when the environment must be made anew."""
    return hashlib.sha256(sys.version.encode() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def sound() -> bool:
    """Return whether .venv's Python is this one, and still starts."""
    command = [PYTHON, "-c", "import sys; print(sys.version, end='')"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return found.stdout == sys.version


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
