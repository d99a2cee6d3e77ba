"""The language of the window: its words, its dates and numbers.

`setup` calls `use` before anything is built that has words. Words written in this folder are
translated where they stand (`self.tr`, `translate`, `plural`); words that come from the floors
below are put in the user's language by `said`. English needs no file but that of its plurals; the
others are made by docs/make_translations.py, which CONTRIBUTING explains.
"""

from __future__ import annotations

from functools import cmp_to_key
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from studyapp import files
from studyapp.settings import Settings, color_name
from studyapp.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

translate = QCoreApplication.translate
"""`translate(topic, words)` is for what is said outside a QObject, which has its `tr`."""

SYSTEM, ENGLISH = "system", "en"
FOLDER = "translations"
INSTALLED, IN_FORCE = "translators", "language"


def chosen(settings: Settings) -> str:
    """Return the code of the language in force: the user's, else the system's, else English."""
    if settings.language != SYSTEM:
        return settings.language
    known = {code for code, _ in Settings.language.choices} - {SYSTEM}
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in known), ENGLISH)


def use(app: QCoreApplication, settings: Settings) -> None:
    """Let all that is built from now on speak the language of the settings."""
    code = chosen(settings)
    # Kept on the application itself: the first look at its children takes 10 ms
    for before in app.property(INSTALLED) or []:
        app.removeTranslator(before)
        before.deleteLater()
    QLocale.setDefault(_locale(code))
    app.setProperty(IN_FORCE, code)
    sources = [(f"studyapp_{code}", str(files.bundled("resources") / FOLDER))]
    if code != ENGLISH:
        path = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        sources = [(f"qtbase_{code}", path), *sources]
    app.setProperty(INSTALLED, [_installed(app, *source) for source in sources])


def in_force(app: QCoreApplication) -> str:
    """Return the code of the language that `use` has chosen last."""
    return app.property(IN_FORCE) or ""


def _installed(app: QCoreApplication, name: str, folder: str) -> QTranslator:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
    return translator


def _locale(code: str) -> QLocale:
    """Return how dates and numbers are written: in this language, by the habits of the country."""
    system = QLocale.system()
    language = QLocale(code).language()
    if system.language() == QLocale.Language.C:
        return QLocale(language, QLocale.Country.World)
    return QLocale(language, system.territory())


def plural(topic: str, words: str, number: int) -> str:
    """Return words about a number, which stands where they say `%n` or `%Ln`."""
    return translate(topic, words, "", number)


def said(words: str) -> str:
    """Return words of a floor below in the user's language; other text as it is."""
    if not isinstance(words, Wording):
        return words
    template = translate(words.context, words.template)
    if not (words.values or words.named):
        return template
    named = {name: _value(value) for name, value in words.named.items()}
    return template.format(*map(_value, words.values), **named)


def _value(value: object) -> object:
    return said(value) if isinstance(value, Wording) else value


def color_title(settings: Settings, color: str) -> str:
    """Return what the user calls a color of `model.COLORS`."""
    return said(color_name(settings, color))


def grouped(count: int) -> str:
    """Return a number with its thousands set apart."""
    return QLocale().toString(count)


def percent(share: float) -> str:
    """Return a share (0 to 1) in whole percent."""
    return translate("Number", "{} %").format(round(100 * share))


def in_order(words: Iterable[str]) -> list[str]:
    """Return words as the user's language lists them: letters with marks beside those without."""
    from PySide6.QtCore import QCollator  # noqa: PLC0415 - not at start

    collator = QCollator(QLocale())
    collator.setNumericMode(True)
    return sorted(words, key=cmp_to_key(collator.compare))
