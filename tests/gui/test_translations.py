"""Nothing that a user reads is left out of the translations, and they say the same as the English.

The window itself is walked in a made-up language in `tests/journeys/test_language.py`.
"""

from __future__ import annotations

import ast
import re
import shutil
import string
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, QTranslator

from studyapp.gui import language
from studyapp.gui.language import grouped, in_order, percent, plural, said
from studyapp.gui.noting.dates import friendly
from studyapp.model import StudyError
from studyapp.settings import Settings, color_name
from studyapp.wording import noted, translate, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = sorted(path.stem.rpartition("_")[2] for path in FOLDER.glob("*.ts"))
SOURCES = sorted((ROOT / "studyapp").rglob("*.py"))
# What takes words for a user as its first arguments
_SHOWS = """
    setText setToolTip setStatusTip setWhatsThis setPlaceholderText setAccessibleName
    setAccessibleDescription setWindowTitle setTitle setLabelText setHeaderLabels setSuffix
    setPrefix QLabel QPushButton QAction QCheckBox QRadioButton QGroupBox addItem addTab addRow
    addMenu addAction addButton post announce Remedy Way getOpenFileName getSaveFileName
    getExistingDirectory StudyError
"""
SHOWS = frozenset(_SHOWS.split())
IN_ENGLISH = {"verbs", "cli", "toolchain", "libraries", "screenshot"}
"""Parts of the program that speak to the command line alone."""


class Message(NamedTuple):
    """A text of the app in a language."""

    context: str
    source: str
    forms: tuple[str, ...]
    has_number: bool
    finished: bool


def messages(path: Path) -> Iterator[Message]:
    for context in ET.parse(path).iter("context"):
        for one in context.iter("message"):
            translation = one.find("translation")
            forms = [form.text or "" for form in translation] or [translation.text or ""]
            yield Message(
                context.findtext("name"),
                one.findtext("source"),
                tuple(forms),
                one.get("numerus") == "yes",
                translation.get("type") is None,
            )


def of(code: str) -> list[Message]:
    return list(messages(FOLDER / f"studyapp_{code}.ts"))


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[object]:
    """Return what lets the app speak a language; English again afterwards."""
    settings = Settings()

    def change(code: str) -> Settings:
        settings.language = code
        language.use(qapp, settings)
        return settings

    yield change
    change("en")


# The files


def test_the_files_are_what_the_script_makes_of_the_code(tmp_path: Path) -> None:
    """`docs/make_translations.py` brings them in step; then the new words are to be translated."""
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    script = [sys.executable, "make_translations.py", "--folder", str(tmp_path)]
    env = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(script, cwd=ROOT / "docs", env=env, check=True, capture_output=True)
    for code in LANGUAGES:
        made = set(messages(tmp_path / f"studyapp_{code}.ts"))
        assert made ^ set(of(code)) == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated(code: str) -> None:
    assert [one for one in of(code) if not one.finished or not all(one.forms)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_packed_is_what_is_written(code: str, qapp: QApplication) -> None:
    packed = QTranslator()
    assert packed.load(f"studyapp_{code}", str(FOLDER))
    for one in of(code):
        for number, form in ((1, one.forms[0]), (2, one.forms[-1])):
            said = packed.translate(one.context, one.source, None, number if one.has_number else -1)
            # lrelease replaces %n itself only when the text is asked for by tr()
            assert said == form, one


def fields(text: str) -> list[str]:
    parts = string.Formatter().parse(text)
    found = [(name, conversion or "") for _, name, _, conversion in parts if name is not None]
    return sorted(map("!".join, found))


@pytest.mark.parametrize("code", LANGUAGES)
def test_values_numbers_and_edges_are_kept(code: str) -> None:
    for one in of(code):
        for form in one.forms:
            assert fields(form) == fields(one.source), one
            assert sorted(re.findall("%L?n", form)) == sorted(re.findall("%L?n", one.source)), one
            assert form[:1].isspace() == one.source[:1].isspace(), one
            assert form[-1:].isspace() == one.source[-1:].isspace(), one
            assert ("…" in form) == ("…" in one.source), one
            # The app draws no mnemonics; an ampersand would become one
            assert form.count("&") == one.source.count("&"), one
            assert re.findall("`[^`]+`", form) == re.findall("`[^`]+`", one.source), one


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_no_two_commands_have_one_title(code: str) -> None:
    titles = [one.forms[0] for one in of(code) if one.context == "Command"]
    pairs = {one.forms[0]: one.source.rstrip("…") for one in of(code) if one.context == "Command"}
    assert len(pairs) == len(titles)


def test_german_addresses_the_reader_politely() -> None:
    familiar = re.compile(r"\b(du|dich|dir|dein\w*)\b", re.IGNORECASE)
    assert [one for one in of("de") if any(familiar.search(form) for form in one.forms)] == []


def test_german_has_one_word_for_one_thing() -> None:
    """The glossary of CONTRIBUTING.md."""
    words = {
        "chapter": "Kapitel",
        "section": "Abschnitt",
        "notebook": "Notizbuch",
        "bookmark": "Lesezeichen",
        "theme": "Farbschema",
        "heading": "Überschrift",
        "tags": "Schl(a|ä)gw(o|ö)rt",
    }
    for one in of("de"):
        for english, german in words.items():
            plain = re.sub(r"[`'\"]\S*|\S+:", "", one.source)
            if re.search(rf"\b{english}s?\b", plain, re.IGNORECASE):
                assert all(re.search(german, form, re.IGNORECASE) for form in one.forms), one


# The code


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls(tree: ast.AST, context: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the class it stands in."""
    for node in ast.iter_child_nodes(tree):
        inner = node.name if isinstance(node, ast.ClassDef) else context
        if isinstance(node, ast.Call):
            yield context, node
        yield from calls(node, inner)


def is_translated_at(call: ast.Call) -> bool:
    """Tell `translate` of the app from that of painters and of str."""
    owner = getattr(call.func, "value", None)
    return owner is None or getattr(owner, "id", "") == "QCoreApplication"


def test_qt_finds_every_text_that_is_wrapped() -> None:
    """Qt's tool passes over a call that has more than it knows, or that stands in an f-string."""
    known = {(one.context, one.source) for one in of("de")}
    missed: list[str] = []
    for path in SOURCES:
        for context, call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            name, words = name_of(call), [literal(one) for one in call.args[:2]]
            if name == "tr":
                text = (context, words[0])
            elif name in {"translate", "noted", "plural"} and is_translated_at(call):
                text = tuple(words)
            else:
                continue
            if None not in text and text not in known:
                missed.append(f"{path}:{call.lineno}: {text}")
    assert missed == []


def bare_words(node: ast.expr) -> Iterator[str]:
    """Yield literals that reach the user untranslated: with a letter of any length but a code's."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            yield "".join(one.value for one in values if isinstance(one, ast.Constant))
        case ast.IfExp(body=body, orelse=orelse):
            yield from bare_words(body)
            yield from bare_words(orelse)
        case ast.BinOp(left=left, right=right):
            yield from bare_words(left)
            yield from bare_words(right)
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            for element in elements:
                yield from bare_words(element)
        case _:
            return


NAMES = re.compile(r"Studyapp|Python|Qt|Literata|Inter|A4|Letter|https?://\S+|Aa|W\b|pt\b")


def shown_bare(source: str) -> Iterator[str]:
    """Yield the words that code shows as they are."""
    for _, call in calls(ast.parse(source)):
        keywords = [one.value for one in call.keywords if one.arg in {"text", "placeholderText"}]
        given = [*call.args, *keywords] if name_of(call) in SHOWS else keywords
        for text in (text for one in given for text in bare_words(one)):
            words = NAMES.sub("", text)
            is_code = re.fullmatch(r"[\w.-]+", words) and name_of(call) != "StudyError"
            if re.search(r"[^\W\d_]{2}", words) and not is_code:
                yield text


def test_no_text_is_shown_that_is_not_wrapped() -> None:
    bare: list[str] = []
    for path in SOURCES:
        parts = {*path.relative_to(ROOT / "studyapp").parts, path.stem}
        if parts & IN_ENGLISH:
            continue
        bare += [f"{path}: {text!r}" for text in shown_bare(path.read_text(encoding="utf-8"))]
    assert bare == []


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Two words")',
        'QLabel(f"{n} notes", wordWrap=True)',
        'box.addItem("Yes, please" if a else b, 3)',
        'QLineEdit(placeholderText="Find in page")',
        'raise StudyError(translate("A", "cannot"), f"{path} is gone")',
    ],
)
def test_bare_words_are_caught(code: str) -> None:
    assert len(list(shown_bare(code))) == 1


# Saying it


def test_words_from_below_are_said_with_their_values(speak) -> None:
    gone = translate("Notebook", "the notebook in {} is gone").format("/home/me")
    error = StudyError(gone, translate("System", "permission denied"))
    assert str(error) == "the notebook in /home/me is gone: permission denied"
    speak("de")
    assert said(gone) == "das Notizbuch in /home/me ist verschwunden"
    assert said(str(error)) == "das Notizbuch in /home/me ist verschwunden: keine Berechtigung"
    assert said("as it is") == "as it is"


def test_a_words_own_braces_are_left_alone(speak) -> None:
    speak("de")
    assert said(translate("Course", "cannot read {}").format("{0}.md")) == "{0}.md ist nicht lesbar"


def test_rows_are_said(speak) -> None:
    settings = speak("de")
    assert said(worded("Setting", "Text size")) == "Schriftgröße"
    assert language.color_title(settings, "pink") == "Rosa"
    settings.color_pink = "Question"
    assert language.color_title(settings, "pink") == "Question" == color_name(settings, "pink")


def test_english_has_its_plurals(speak) -> None:
    speak("en")
    assert [plural("Hub", "%Ln note(s)", number) for number in (0, 1, 1234)] == [
        "0 notes",
        "1 note",
        "1,234 notes",
    ]


def test_german_has_its_plurals_numbers_and_dates(speak) -> None:
    speak("de")
    assert [plural("Hub", "%Ln note(s)", number) for number in (0, 1, 1234)] == [
        "0 Notizen",
        "1 Notiz",
        "1.234 Notizen",
    ]
    assert grouped(12345) == "12.345"
    assert percent(0.256) == "26 %"
    assert friendly("2019-03-07T12:00:00Z") == "7. März 2019"
    assert in_order(["Zug", "Öl", "Ofen"]) == ["Ofen", "Öl", "Zug"]


@pytest.mark.parametrize(
    ("wanted", "system", "code"),
    [
        ("system", ["de-AT", "en-US"], "de"),
        ("system", ["fr-FR", "de-DE"], "de"),
        ("system", ["fr-FR"], "en"),
        ("system", ["C"], "en"),
        ("en", ["de-DE"], "en"),
        ("de", ["en-US"], "de"),
    ],
)
def test_the_language_is_the_users_else_the_systems(monkeypatch, wanted, system, code) -> None:
    class System(QLocale):
        def uiLanguages(self) -> list[str]:  # noqa: N802
            return system

    monkeypatch.setattr(QLocale, "system", System)
    settings = Settings()
    settings.language = wanted
    assert language.chosen(settings) == code


def test_what_is_noted_stays_plain() -> None:
    assert type(noted("Notice", "it is damaged")) is str
