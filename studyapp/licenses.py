"""Under which terms the app, what ships with it and what it stands on may be used.

The dialog of licenses asks. What ships with the app has its text beside it; for packages the text
is read from what their installation left.
"""

from __future__ import annotations

import re
import sysconfig
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import __version__
from studyapp.files import bundled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

APP = "studyapp"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TERMS = re.compile(r"(?i)\b(un)?licen[cs]e|copying|notice|copyright")
_FONT = re.compile(r"The (.{1,40}?) Project Authors")
_SHORT = 60
"""A longer field `License` is the text itself."""


@dataclass(frozen=True)
class Licensed:
    """Something with its terms."""

    name: str
    version: str
    kind: str
    """app, course, font, icons, language, package."""
    terms: str
    """The name of the license; empty where nobody says."""
    files: tuple[Path, ...] = field(default=(), repr=False)
    home: str = ""
    """Address of its makers; empty where it came with its text."""

    @property
    def text(self) -> str:
        """The license in full; empty where the installation left none."""
        texts: list[str] = []
        for path in self.files:
            with suppress(OSError):
                texts.append(path.read_text(encoding="utf-8", errors="replace").strip())
        return "\n\n\n".join(texts)


def all_licensed() -> list[Licensed]:
    """Return the app, what ships with it, and what it stands on, in this order."""
    return [*_own(), *_fonts_and_icons(), _python(), *_packages()]


def _own() -> Iterator[Licensed]:
    yield Licensed("Studyapp", __version__, "app", "MIT License", _beside_the_app("LICENSE"))
    content = _beside_the_app("LICENSE-CONTENT")
    for folder in sorted(bundled("content").iterdir()):
        if (description := folder / "course.toml").is_file():
            course = tomllib.loads(description.read_text(encoding="utf-8"))
            title, version = str(course.get("title", folder.name)), str(course.get("version", ""))
            yield Licensed(title, version, "course", str(course.get("license", "")), content)


def _fonts_and_icons() -> Iterator[Licensed]:
    resources = bundled("resources")
    for path in sorted((resources / "fonts").glob("*-OFL.txt")):
        named = _FONT.search(path.read_text(encoding="utf-8"))
        name = named[1] if named else path.name.removesuffix("-OFL.txt")
        yield Licensed(name, "", "font", "SIL Open Font License 1.1", (path,))
    for path in sorted((resources / "icons").glob("LICENSE-*.txt")):
        name = path.stem.removeprefix("LICENSE-").capitalize()
        yield Licensed(name, "", "icons", "ISC License", (path,))


def _python() -> Licensed:
    place = Path(sysconfig.get_paths()["stdlib"]) / "LICENSE.txt"
    version = sysconfig.get_python_version()
    return Licensed("Python", version, "language", "PSF License", (place,))


def _beside_the_app(name: str) -> tuple[Path, ...]:
    """Return a file of the checkout, or what an installation keeps of it."""
    checkout = Path(__file__).resolve().parent.parent / name
    if checkout.is_file():
        return (checkout,)
    with suppress(metadata.PackageNotFoundError):
        files = metadata.distribution(APP).files or ()
        return tuple(Path(str(file.locate())) for file in files if file.name == name)
    return ()


def _packages() -> list[Licensed]:
    """Return the packages that the app needs, and those that they need, where installed."""
    found: dict[str, Licensed] = {}
    wanted = list(_required_by_the_app())
    while wanted:
        name = wanted.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        with suppress(metadata.PackageNotFoundError):
            package = metadata.distribution(name)
            found[key] = _of(package)
            wanted += _needed(package.requires or ())
    return sorted(found.values(), key=lambda one: one.name.lower())


def _required_by_the_app() -> Iterable[str]:
    project = Path(__file__).resolve().parent.parent / "pyproject.toml"
    if project.is_file():
        rows = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
        return _needed(rows)
    with suppress(metadata.PackageNotFoundError):
        return _needed(metadata.requires(APP) or ())
    return ()


def _needed(rows: Iterable[str]) -> list[str]:
    """Return the names in rows of requirements, without those of extras."""
    plain = (row for row in rows if "extra ==" not in row.partition(";")[2])
    return [found[0] for row in plain if (found := _NAME.match(row))]


def _of(package: metadata.Distribution) -> Licensed:
    facts = package.metadata
    files = [file for file in package.files or () if _TERMS.search(file.name)]
    texts = [file for file in files if not file.name.endswith((".py", ".pyc"))]
    paths = tuple(Path(str(file.locate())) for file in texts)
    home = "" if paths else _home(facts)
    return Licensed(facts["Name"], package.version, "package", _terms(facts), paths, home)


def _home(facts: metadata.PackageMetadata) -> str:
    urls = [one.rpartition(", ")[2] for one in _all(facts, "Project-URL")]
    return next(iter([*_all(facts, "Home-page"), *urls]), "")


def _all(facts: metadata.PackageMetadata, name: str) -> list[str]:
    return [str(one).strip() for one in facts.get_all(name) or ()]


def _terms(facts: metadata.PackageMetadata) -> str:
    """Return the name of a package's license, from whichever field its authors put it into."""
    classes = [one for one in _all(facts, "Classifier") if one.startswith("License ::")]
    named = ", ".join(one.rpartition(" :: ")[2] for one in classes)
    written = [one for one in _all(facts, "License") if len(one) <= _SHORT]
    return next(filter(None, [*_all(facts, "License-Expression"), named, *written]), "")
