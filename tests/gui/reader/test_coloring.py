"""Code gets its colors after the words are there, without a change of the document."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from studyapp.gui.reader.coloring import LARGEST, Coloring, apply
from studyapp.gui.reader.scenery import CodeArea
from studyapp.gui.theme import Themes


@pytest.fixture
def theme(qapp):
    return Themes().find("light")


def document_of(*lines: str) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    QTextCursor(document).insertText("\n".join(lines))
    document.setTextWidth(400)
    return document


def formats(document: QTextDocument, line: int) -> list[tuple[int, int, str]]:
    found = document.findBlockByNumber(line).layout().formats()
    return [(one.start, one.length, one.format.foreground().color().name()) for one in found]


def test_code_is_colored_by_role(qtbot, theme):
    document = document_of("words", "def f(x):", "    return 'ü' # end")
    area = CodeArea(1, "Python", ("def f(x):", "    return 'ü' # end"))
    coloring = Coloring()
    coloring.color(document, (area,), theme)
    qtbot.waitUntil(lambda: bool(formats(document, 2)), timeout=30_000)
    assert (0, 3, theme["token_keyword"].name()) in formats(document, 1)
    assert (11, 3, theme["token_string"].name()) in formats(document, 2)
    assert (15, 5, theme["token_comment"].name()) in formats(document, 2)
    assert formats(document, 0) == []


def test_the_document_does_not_change(theme):
    document = document_of("def f():")
    changes = []
    document.contentsChanged.connect(lambda: changes.append(1))
    size = document.size()
    apply(document, CodeArea(0, "python", ("def f():",)), [(0, 0, 3, "token_keyword")], theme)
    assert formats(document, 0)
    assert changes == []
    assert document.size() == size
    assert document.revision() == document_of("def f():").revision()


@pytest.mark.parametrize("language", ["", "text", "mermaid", "TXT"])
def test_plain_text_is_not_asked_for(theme, language):
    asked = []

    class Listening:
        def ask(self, request, answered):
            asked.append(request)

    areas = (CodeArea(0, language, ("x",)), CodeArea(0, "python", ("x" * (LARGEST + 1),)))
    Coloring(Listening()).color(document_of("x"), areas, theme)
    assert asked == []


def test_an_unknown_language_stays_plain(qtbot, theme):
    document = document_of("x = 1", "x = 1")
    areas = (CodeArea(0, "klingon", ("x = 1",)), CodeArea(1, "python", ("x = 1",)))
    coloring = Coloring()
    coloring.color(document, areas, theme)
    qtbot.waitUntil(lambda: bool(formats(document, 1)), timeout=30_000)
    assert formats(document, 0) == []


def test_tokens_beyond_the_lines_are_left_out(theme):
    document = document_of("a", "words after the code")
    tokens = [(0, 0, 1, "token_name"), (1, 0, 5, "token_keyword")]
    apply(document, CodeArea(0, "python", ("a",)), tokens, theme)
    assert formats(document, 1) == []
