"""One window for each home: lock, hand over, stale sockets, rubbish at the door."""

import json
import socket as sockets
import subprocess
import sys

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from studyapp.files import Home
from studyapp.gui import instance, session

WISH = {"course": "/a/course", "section": "one.md", "heading": "start"}


@pytest.fixture
def home(tmp_path):
    return Home.at(tmp_path)


@pytest.fixture
def door(qapp, home):
    made = instance.Door(home)
    yield made
    made.close()


OTHER_START = """
import json, sys
from studyapp.files import Home
from studyapp.gui import instance, session
from studyapp.model import StudyError
instance.TIMEOUT_MS = int(sys.argv[3])
try:
    instance.hand_over(Home.at(sys.argv[1]), json.loads(sys.argv[2]))
except StudyError as error:
    sys.exit(str(error))
"""


def second_start(qtbot, home, timeout_ms=5000):
    """Let another process knock while this one's event loop runs; return what it complained of."""
    arguments = [str(home.state.parent), json.dumps(WISH), str(timeout_ms)]
    other = subprocess.Popen(
        [sys.executable, "-c", OTHER_START, *arguments], stderr=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
    return other.communicate()[1]


def test_only_the_first_gets_the_lock(home):
    held = session.lock(home)
    assert held is not None
    other = "import sys; from studyapp.files import Home; from studyapp.gui import session; "
    other += "print(session.lock(Home.at(sys.argv[1])) is None)"
    told = subprocess.check_output([sys.executable, "-c", other, str(home.state.parent)], text=True)
    assert told.strip() == "True"
    held.unlock()
    assert session.lock(home) is not None


def test_the_wish_reaches_the_first_window(door, home, qtbot):
    wishes = []
    door.asked.connect(wishes.append)
    assert second_start(qtbot, home) == ""
    assert wishes == [WISH]


def test_homes_do_not_hear_each_other(door, tmp_path, qtbot):
    complaint = second_start(qtbot, Home.at(tmp_path / "other"), timeout_ms=100)
    assert "does not answer" in complaint


def test_a_socket_left_by_a_crash_is_replaced(qapp, home, qtbot):
    left = QLocalServer()
    assert left.listen(instance.socket_name(home))
    path = left.fullServerName()
    # A process that dies leaves the file of its socket without anybody behind it.
    left.close()
    if sys.platform != "win32":
        stale = sockets.socket(sockets.AF_UNIX)
        stale.bind(path)
        stale.close()
    door = instance.Door(home)
    wishes = []
    door.asked.connect(wishes.append)
    assert second_start(qtbot, home) == ""
    assert wishes == [WISH]
    door.close()


@pytest.mark.parametrize(
    "line",
    [
        b"hello\n",
        b"[]\n",
        b"[" * 60000 + b"\n",
        json.dumps({"version": 99, "open": WISH}).encode() + b"\n",
        json.dumps({"version": 1, "open": "x"}).encode() + b"\n",
        json.dumps({"version": 1, "open": {"course": 3}}).encode() + b"\n",
        b"x" * 200_000,
    ],
    ids=["text", "list", "nested", "version", "no wish", "no text", "too long"],
)
def test_rubbish_is_turned_away_and_the_door_stays_open(door, home, qtbot, line):
    wishes = []
    door.asked.connect(wishes.append)
    rude = QLocalSocket()
    rude.connectToServer(instance.socket_name(home))
    rude.write(line)
    qtbot.waitUntil(lambda: rude.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert second_start(qtbot, home) == ""
    assert wishes == [WISH]
