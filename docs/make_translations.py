"""Bring the translations in step with the words of the app.

    .venv/bin/python docs/make_translations.py [LANGUAGE ...]

Words in the code are found by Qt's own tool; words that stand in rows (commands, settings, panels,
themes, reasons of the system) are first written out for it. What is new comes as unfinished into
resources/translations/studyapp_LANGUAGE.ts, what is gone leaves it, and each file is packed into
the .qm that the app loads. A language that is named and new gets its file; a test finds what was
forgotten. English has its plurals alone.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from studyapp.gui import catalog
from studyapp.gui.dialogs.shortcuts import groups
from studyapp.gui.panels import PANELS
from studyapp.gui.theme import Themes
from studyapp.notes.undo import MADE
from studyapp.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = sorted((ROOT / "studyapp").rglob("*.py"))
TOOLS = Path(sys.executable).parent
ENGLISH = "en"
REASONS = (
    "device or resource busy",
    "disk quota exceeded",
    "file exists",
    "file name too long",
    "input/output error",
    "is a directory",
    "no space left on device",
    "no such file or directory",
    "not a directory",
    "operation not permitted",
    "permission denied",
    "read-only file system",
    "too many open files",
)
"""What the system says most often when a file cannot be read or written."""


def rows() -> Iterator[tuple[str, str]]:
    """Yield the words of all rows, each with its topic."""
    for menu, commands in groups(catalog.ALL).items():
        yield "Menu", menu
        yield from (("Command", command.title) for command in commands)
    yield from (("Command", command.title) for command in catalog.ALL if command.rows)
    for row in Settings.rows():
        words = (row.title, row.help, row.group, row.unit, *(title for _, title in row.choices))
        yield from (("Setting", text) for text in words if text)
    yield from (("Panel", panel.title) for panel in PANELS)
    yield from (("MarkKind", kind) for kind in MADE)
    yield from (("Theme", theme.title) for theme in Themes().all())
    yield from (("System", reason) for reason in REASONS)


def plurals() -> Iterator[tuple[str, str]]:
    """Yield the words of each call of `plural`, which Qt's tool does not know, with its topic."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "plural":
                topic, words, _number = node.args
                yield ast.literal_eval(topic), ast.literal_eval(words)


def written_out() -> str:
    """Return what Qt's tool does not find as calls that it finds."""
    lines = [f"QT_TRANSLATE_NOOP({topic!r}, {text!r})" for topic, text in sorted(set(rows()))]
    lines += [f"{topic}.tr({text!r}, '', number)" for topic, text in sorted(set(plurals()))]
    return "\n".join(lines) + "\n"


def update(path: Path, code: Path) -> None:
    """Bring a .ts file in step with the words; those that it did not know are unfinished."""
    language = path.stem.rpartition("_")[2]
    only_plurals = ["-pluralonly"] if language == ENGLISH else []
    _run(
        "lupdate",
        *map(str, (*SOURCES, code)),
        *("-tr-function-alias", "translate+=noted"),
        *("-locations", "none", "-no-obsolete", "-silent", *only_plurals),
        *("-source-language", ENGLISH, "-target-language", language),
        *("-ts", str(path)),
    )


def write_plurals(path: Path) -> None:
    """Put English words with their plural "(s)" in both forms."""
    tree = ET.parse(path)
    for message in tree.iter("message"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        if translation is not None:
            translation.attrib.pop("type", None)
            one, many = re.sub(r"\(\w+\)", "", source), re.sub(r"\((\w+)\)", r"\1", source)
            for form, text in zip(translation, (one, many), strict=True):
                form.text = text
    tree.write(path, encoding="utf-8", xml_declaration=True)


def pack(path: Path) -> None:
    """Pack a .ts file into the .qm beside it; what is unfinished stays English."""
    _run("lrelease", str(path), "-qm", str(path.with_suffix(".qm")), "-silent", "-nounfinished")


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / f"pyside6-{tool}", *arguments], check=True)


def main(languages: list[str], folder: Path) -> None:
    """Update and pack every language that has a file in the folder, and those that are named."""
    folder.mkdir(exist_ok=True)
    known = {path.stem.rpartition("_")[2] for path in folder.glob("*.ts")}
    with tempfile.TemporaryDirectory() as place:
        code = Path(place) / "rows.py"
        code.write_text(written_out(), encoding="utf-8")
        for language in sorted(known | set(languages) | {ENGLISH}):
            path = folder / f"studyapp_{language}.ts"
            update(path, code)
            if language == ENGLISH:
                write_plurals(path)
            pack(path)
            unfinished = path.read_text(encoding="utf-8").count('type="unfinished"')
            print(f"{path.name}: {unfinished} to be translated")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("languages", nargs="*", help="codes of new languages, such as fr")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the files are")
    asked = parser.parse_args()
    main(asked.languages, asked.folder)
