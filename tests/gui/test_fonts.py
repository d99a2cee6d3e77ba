"""Typefaces: bundled, with real bold and italic, and letters for many languages."""

import logging

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from studyapp.files import bundled
from studyapp.gui import fonts
from studyapp.model import StudyError

FACES = {
    fonts.TEXT: {"Regular", "Italic", "Bold", "Bold Italic"},
    fonts.UI: {"Regular", "Italic", "Medium", "SemiBold", "Bold"},
    fonts.CODE: {"Regular", "Italic", "Bold"},
}


@pytest.mark.parametrize("family", FACES)
def test_a_family_has_real_faces(qapp, family):
    fonts.register_first()
    fonts.register_rest()
    assert FACES[family] <= set(QFontDatabase.styles(family))


def test_every_face_in_the_folder_is_registered(qapp, monkeypatch):
    asked = []
    monkeypatch.setattr(
        fonts.QFontDatabase, "addApplicationFont", lambda path: asked.append(path) or 0
    )
    fonts.register_first()
    fonts.register_rest()
    assert sorted(asked) == sorted(map(str, (bundled("resources") / "fonts").glob("*.ttf")))


@pytest.mark.parametrize("face", ["Literata-Regular", "Inter-Regular", "JetBrainsMono-Regular"])
@pytest.mark.parametrize("letters", ["aß“…", "ąčďęłőșžĀ", "αβγδΩ", "бвгдЖ"])
def test_letters_of_many_languages_are_inside(qapp, face, letters):
    raw = QRawFont(str(bundled("resources") / "fonts" / f"{face}.ttf"), 16)
    assert all(raw.supportsCharacter(ord(letter)) for letter in letters)


@pytest.mark.parametrize("family", ["Literata", "Inter", "JetBrainsMono"])
def test_each_familys_license_is_kept_beside_it(family):
    text = (bundled("resources") / "fonts" / f"{family}-OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_missing_files_are_logged_and_no_more(qapp, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(fonts, "bundled", lambda _name: tmp_path)
    with caplog.at_level(logging.WARNING):
        fonts.register_first()
    assert "Literata-Regular cannot be loaded" in caplog.text


def test_a_missing_folder_is_logged_and_no_more(qapp, monkeypatch, caplog):
    def missing(_name):
        raise StudyError("the app's own folder", "missing")

    monkeypatch.setattr(fonts, "bundled", missing)
    with caplog.at_level(logging.WARNING):
        fonts.register_rest()
    assert "the app's own folder: missing" in caplog.text


def test_a_font_is_never_too_small_for_qt(qapp):
    assert fonts.font(fonts.UI, 0.2).pixelSize() == 1
