"""Cards of links and footnotes, by mouse and by key, in the real window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from studyapp.gui.reader.links import Link, links_from
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.peeking.card import Card
    from studyapp.gui.session import Session

Keys = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SECTION = "04-links.md"
HERRING = "02-gulls/01-herring.md"
PAGE = """\
# Links

A [stork](01-waders/02-stork.md#nests), a [lost one](nowhere.md), the [web](https://example.org/a)
and a note.[^n] Then [the heron](01-waders/01-heron.md).

{filler}

[^n]: Of storks, see [there](01-waders/02-stork.md#nests).
"""


@pytest.fixture
def session(start: Start, course_folder: Path) -> Session:
    filler = "\n\n".join(["Words without end. " * 30] * 12)
    (course_folder / SECTION).write_text(PAGE.format(filler=filler), encoding="utf-8")
    return start(section=SECTION)


def link_to(session: Session, href: str) -> Link:
    document = session.window.reader.document()
    return next(link for link in links_from(document, 0, 1) if href in link.href)


def point_of(session: Session, href: str) -> QPoint:
    """Return the middle of a link in the viewport."""
    reader, link = session.window.reader, link_to(session, href)
    area = reader.area_of(link.first, link.last)
    assert area
    return area.center()


def rest_on(session: Session, href: str) -> None:
    point = point_of(session, href)
    viewport = session.window.reader.viewport()
    QTest.mouseMove(viewport, point - QPoint(2, 1))
    QTest.mouseMove(viewport, point)


def card(session: Session) -> Card:
    found = session.window.reader.peek.card
    assert found
    return found


def until_shown(session: Session, qtbot: QtBot, title: str) -> Card:
    peek = session.window.reader.peek
    qtbot.waitUntil(lambda: peek.is_open and card(session).title.text() == title)
    return card(session)


def until_gone(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.window.reader.peek.is_open)


def test_resting_on_a_link_shows_where_it_leads(session: Session, qtbot: QtBot) -> None:
    rest_on(session, "stork")
    shown = until_shown(session, qtbot, "Nests")
    assert "High up." in shown.view.toPlainText()
    assert session.window.reader.hasFocus()
    words = session.window.reader.viewport().mapToGlobal(point_of(session, "stork"))
    assert not shown.rect().contains(shown.mapFromGlobal(words))


def test_a_card_goes_when_the_mouse_leaves_the_link(session: Session, qtbot: QtBot) -> None:
    rest_on(session, "stork")
    until_shown(session, qtbot, "Nests")
    QTest.mouseMove(session.window.reader.viewport(), QPoint(5, 600))
    until_gone(session, qtbot)


def test_from_link_to_link_the_card_follows(session: Session, qtbot: QtBot) -> None:
    rest_on(session, "stork")
    until_shown(session, qtbot, "Nests")
    rest_on(session, "https")
    until_shown(session, qtbot, "example.org")
    rest_on(session, "nowhere")
    shown = until_shown(session, qtbot, "A broken link")
    assert "nowhere.md" in shown.words.text()


def test_a_card_stays_for_the_mouse_and_a_click_on_it_goes_there(
    session: Session, qtbot: QtBot
) -> None:
    rest_on(session, "stork")
    shown = until_shown(session, qtbot, "Nests")
    QTest.mouseMove(session.window.reader.viewport(), QPoint(5, 600))
    QTest.mouseMove(shown, shown.rect().center())
    assert shown.isVisible()
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.rect().center())
    qtbot.waitUntil(lambda: session.window.place().heading == "nests", timeout=20_000)
    assert not shown.isVisible()


def test_a_link_in_a_card_leads_where_it_would_on_its_own_page(
    session: Session, qtbot: QtBot, course_folder: Path
) -> None:
    (course_folder / "05-list.md").write_text("# List\n\nTo the [list](02-gulls/list.md).\n")
    (course_folder / "02-gulls/list.md").write_text("# Gulls\n\nThe [loud one](01-herring.md).\n")
    session.window.reload()
    qtbot.waitUntil(lambda: "05-list.md" in session.context.workspace.course.by_id)
    session.window.go(Location("05-list.md"))
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)
    rest_on(session, "02-gulls")
    shown = until_shown(session, qtbot, "Gulls")
    inner = next(links_from(shown.view.document(), 0, 1))
    cursor = shown.view.textCursor()
    cursor.setPosition(inner.first + 2)
    spot = shown.view.viewport().mapTo(shown, shown.view.cursorRect(cursor).center())
    QTest.mouseMove(shown, spot)
    assert shown.view.hovered == inner
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: session.window.place().section == HERRING, timeout=20_000)


def test_the_keyboard_reaches_the_links_of_a_card_and_opens_them_aside(
    session: Session, qtbot: QtBot, course_folder: Path
) -> None:
    (course_folder / "01-waders/02-stork.md").write_text(
        "# The stork\n\n## Nests\n\nNear the [loud gull](../02-gulls/01-herring.md).\n"
    )
    qtbot.keyClick(session.window.reader, Keys.Key_P)
    shown = until_shown(session, qtbot, "Nests")
    qtbot.keyClick(shown, Keys.Key_Tab)
    assert shown.view.focused
    qtbot.keyClick(shown, Keys.Key_Return, CTRL)
    panes = session.window.panes
    qtbot.waitUntil(lambda: bool(panes.other and panes.other.places.here().section == HERRING))
    assert session.window.reader.hasFocus()
    assert session.window.place().section == SECTION


MOUSE, BY_KEY = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


def opened_menu(session: Session, spot: QPoint, reason: QContextMenuEvent.Reason = MOUSE) -> QMenu:
    viewport = session.window.reader.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, spot, viewport.mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_of_a_link_offers_its_card(session: Session, qtbot: QtBot) -> None:
    menu = opened_menu(session, QPoint(60, 300))
    assert "Preview Link" not in [action.text() for action in menu.actions()]
    menu.close()
    menu = opened_menu(session, point_of(session, "stork"))
    action = next(one for one in menu.actions() if one.text() == "Preview Link")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    shown = until_shown(session, qtbot, "Nests")
    assert session.window.focusWidget() is shown


def test_the_menu_by_key_is_of_the_link_that_has_the_keyboard(
    session: Session, qtbot: QtBot
) -> None:
    menu = opened_menu(session, point_of(session, "stork"), BY_KEY)
    assert "Preview Link" not in [action.text() for action in menu.actions()]
    menu.close()
    session.window.reader.links.focus(link_to(session, "note:"))
    menu = opened_menu(session, QPoint(60, 300), BY_KEY)
    action = next(one for one in menu.actions() if one.text() == "Preview Link")
    action.trigger()
    menu.close()
    until_shown(session, qtbot, "Footnote 1")


@pytest.mark.parametrize(
    "leave",
    [
        lambda session: session.window.reader.bar.setValue(40),
        lambda session: QTest.keyClick(session.window.reader, Keys.Key_Escape),
        lambda session: QTest.keyClick(session.window.reader, Keys.Key_Down),
        lambda session: QTest.mouseClick(
            session.window.reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 300)
        ),
    ],
    ids=["scroll", "esc", "key", "click"],
)
def test_a_card_goes_by(session: Session, qtbot: QtBot, leave: Callable[[Session], object]) -> None:
    rest_on(session, "stork")
    until_shown(session, qtbot, "Nests")
    leave(session)
    assert not session.window.reader.peek.is_open


def test_esc_closes_the_card_before_anything_else(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    session.context.messages.post("Hello.", id="hello")
    qtbot.waitUntil(session.context.messages.isVisible)
    rest_on(session, "stork")
    until_shown(session, qtbot, "Nests")
    qtbot.keyClick(reader, Keys.Key_Escape)
    assert session.context.messages.current
    qtbot.keyClick(reader, Keys.Key_Escape)
    assert not session.context.messages.current


def test_without_the_setting_nothing_comes_by_itself(session: Session, qtbot: QtBot) -> None:
    session.context.settings.link_previews = False
    rest_on(session, "stork")
    assert not session.window.reader.peek.link
    qtbot.keyClick(session.window.reader, Keys.Key_P)
    until_shown(session, qtbot, "Nests")


def test_a_selection_in_the_making_is_left_in_peace(session: Session) -> None:
    viewport = session.window.reader.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, 300))
    rest_on(session, "stork")
    assert not session.window.reader.peek.link
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point_of(session, "stork"))


def test_a_page_that_takes_long_is_waited_for_quietly_and_comes(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, may_go_on = session.context.workspace, threading.Event()
    compile_it = workspace.page
    monkeypatch.setattr(workspace, "cached_page", lambda _id: None)
    monkeypatch.setattr(workspace, "page", lambda one: may_go_on.wait(10) and compile_it(one))
    rest_on(session, "heron")
    peek = session.window.reader.peek
    qtbot.waitUntil(lambda: peek.is_open)
    preview = card(session).preview
    assert preview
    assert preview.waits
    assert card(session).title.text() == "The heron"
    assert card(session).foot.text() == "Opening\u2026"
    monkeypatch.undo()
    may_go_on.set()
    qtbot.waitUntil(lambda: "It stands and waits." in card(session).view.toPlainText())


def test_the_keyboard_goes_from_link_to_link_and_looks(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    for href in ("stork", "nowhere", "https", "note:"):
        qtbot.keyClick(reader, Keys.Key_Tab)
        assert reader.links.focused
        assert href in reader.links.focused.href
        assert not reader.textCursor().hasSelection()
    qtbot.keyClick(reader, Keys.Key_Backtab)
    qtbot.keyClick(reader, Keys.Key_Backtab)
    qtbot.keyClick(reader, Keys.Key_Backtab)
    qtbot.keyClick(reader, Keys.Key_P)
    shown = until_shown(session, qtbot, "Nests")
    assert shown.hasFocus()
    qtbot.keyClick(shown, Keys.Key_Escape)
    assert not shown.isVisible()
    assert reader.hasFocus()
    qtbot.keyClick(reader, Keys.Key_Return)
    qtbot.waitUntil(lambda: session.window.place().heading == "nests", timeout=20_000)


def test_tab_leaves_the_page_after_its_last_link(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    last = list(links_from(reader.document(), 0, 1))[-1]
    reader.links.focus(last)
    qtbot.keyClick(reader, Keys.Key_Tab)
    assert reader.links.focused is None
    assert not reader.hasFocus()


def test_enter_in_the_card_follows_the_link(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    qtbot.keyClick(reader, Keys.Key_P)
    shown = until_shown(session, qtbot, "Nests")
    qtbot.keyClick(shown, Keys.Key_Return)
    qtbot.waitUntil(lambda: session.window.place().heading == "nests", timeout=20_000)
    assert reader.hasFocus()


def test_a_note_is_read_in_its_card_and_its_links_followed(session: Session, qtbot: QtBot) -> None:
    rest_on(session, "note:")
    shown = until_shown(session, qtbot, "Footnote 1")
    assert "Of storks, see there." in shown.view.toPlainText()
    inner = next(links_from(shown.view.document(), 0, 1))
    cursor = shown.view.textCursor()
    cursor.setPosition(inner.first + 2)
    point = shown.view.cursorRect(cursor).center()
    QTest.mouseMove(shown.view.viewport(), point)
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: session.window.place().heading == "nests", timeout=20_000)


def test_the_keyboard_reaches_the_links_of_a_note(session: Session, qtbot: QtBot) -> None:
    reader = session.window.reader
    reader.links.focus(link_to(session, "note:"))
    qtbot.keyClick(reader, Keys.Key_P)
    shown = until_shown(session, qtbot, "Footnote 1")
    qtbot.keyClick(shown, Keys.Key_Tab)
    assert shown.view.focused
    qtbot.keyClick(shown, Keys.Key_Return)
    qtbot.waitUntil(lambda: session.window.place().heading == "nests", timeout=20_000)


def test_words_of_a_note_can_be_copied(session: Session, qtbot: QtBot) -> None:
    rest_on(session, "note:")
    shown = until_shown(session, qtbot, "Footnote 1")
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert shown.hasFocus()
    shown.view.selectAll()
    qtbot.keyClick(shown, Keys.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Of storks, see there."


def test_a_click_jumps_to_the_note_and_back_is_where_one_was(
    session: Session, qtbot: QtBot
) -> None:
    reader = session.window.reader
    point = point_of(session, "note:")
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert reader.bar.value() > 400
    qtbot.waitUntil(session.window.commands["go.back"].isEnabled)
    qtbot.keyClick(reader, Keys.Key_Left, ALT)
    qtbot.waitUntil(lambda: reader.bar.value() < 60)
