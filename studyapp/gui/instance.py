"""One window for each home folder: a second start hands its wish to the first and ends.

`session.lock` says who is first, even when two
start at the same time; the socket carries the wish as one line of JSON, `{"version": 1, "open":
{...}}`. What is not that is ignored.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from studyapp.gui.language import translate
from studyapp.model import StudyError

if TYPE_CHECKING:
    from studyapp.files import Home

VERSION = 1
TIMEOUT_MS = 1000
MOST_BYTES = 64 * 1024
TAKEN = b"taken\n"

log = logging.getLogger(__name__)


def hand_over(home: Home, wish: dict[str, str]) -> None:
    """Give the wish to the window that is open; StudyError when it does not answer."""
    line = json.dumps({"version": VERSION, "open": wish}).encode() + b"\n"
    end = time.monotonic() + TIMEOUT_MS / 1000
    while not _sent(socket_name(home), line):
        if time.monotonic() > end:
            raise StudyError(
                "Studyapp",
                translate("Start", "a window is already open but does not answer"),
                translate("Start", "close that window, or end its process, and start again"),
            )
        time.sleep(0.05)


def socket_name(home: Home) -> str:
    """Return the name of the socket that belongs to a home folder."""
    key = hashlib.sha256(str(home.state.resolve()).encode()).hexdigest()[:16]
    return f"studyapp-{key}"


def _sent(name: str, line: bytes) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(TIMEOUT_MS):
        return False
    socket.write(line)
    socket.waitForBytesWritten(TIMEOUT_MS)
    # The answer may have come while the wish was being written; waiting would then be for more.
    _ = socket.bytesAvailable() or socket.waitForReadyRead(TIMEOUT_MS)
    answer = bytes(socket.readAll().data())
    socket.abort()
    return answer == TAKEN


class Door(QObject):
    """Where other starts knock. Signal: `asked(dict)` with the wish of the other start."""

    asked = Signal(dict)

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # The lock is ours, so a socket of that name is what a crash left behind.
        QLocalServer.removeServer(socket_name(home))
        if not self._server.listen(socket_name(home)):
            log.warning("other starts cannot reach this window: %s", self._server.errorString())

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._on_ready(socket))
            self._on_ready(socket)

    def _on_ready(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            wish = _wish(bytes(socket.readLine(MOST_BYTES).data()))
            if wish is None:
                socket.abort()
                return
            socket.write(TAKEN)
            socket.flush()
            self.asked.emit(wish)


def _wish(line: bytes) -> dict[str, str] | None:
    """Return the wish in a line, None when it is not one that this version understands."""
    try:
        message: Any = json.loads(line)
    except (ValueError, RecursionError):
        log.warning("ignored what was no JSON at the door")
        return None
    if not isinstance(message, dict) or message.get("version") != VERSION:
        log.warning("ignored a message of another version at the door")
        return None
    wish = message.get("open")
    if not isinstance(wish, dict) or not all(isinstance(value, str) for value in wish.values()):
        return None
    return wish
