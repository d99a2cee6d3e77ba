"""A client of AT-SPI, as a screen reader is one: a bus of its own, and what a program tells there.

The tests of this folder start a `Desktop`, a program on it, and read the program's tree
with `Tree`. Nothing of a desktop that may be running is touched.
"""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
TEXT = "org.a11y.atspi.Text"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
WAIT_SECONDS = 10.0
SCREEN = "1600x1000x24"

STATES = {
    4: "checked",
    7: "editable",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    17: "multi line",
    22: "selectable",
    23: "selected",
    25: "showing",
    30: "visible",
    43: "read only",
    41: "checkable",
}
"""Of the numbers of AT-SPI's states, those that the tests look at."""

Place = tuple[str, str]
"""The name of a program on the bus, and the path of an object of it."""


class Desktop:
    """A screen and a session bus of the test's own, on which a program tells of itself.

    Qt speaks to assistive technology only where there is a display. The bus of assistive technology
    is started by the first who asks for it, and goes with the session bus.
    """

    def __init__(self, folder: Path) -> None:
        """Start both; what they keep goes into the folder."""
        self._environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder)}
        self._started: list[subprocess.Popen[str]] = []
        number = self._start("Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp")
        address = self._start("dbus-daemon", "--session", "--nofork", "--print-address=1")
        self._environment |= {"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": address}

    def _start(self, *command: str) -> str:
        """Start a program and return the first line that it writes."""
        started = subprocess.Popen(
            command,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._started.append(started)
        assert started.stdout
        return started.stdout.readline().strip()

    def environment(self) -> dict[str, str]:
        """Return the environment of a program that is to be seen here."""
        return {
            **self._environment,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "en",
        }

    def accessibility_address(self) -> str:
        """Return where the bus of assistive technology is."""
        session = open_dbus_connection(self._environment["DBUS_SESSION_BUS_ADDRESS"])
        try:
            bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            call = new_method_call(bus, "GetAddress")
            return session.send_and_get_reply(call, timeout=WAIT_SECONDS).body[0]
        finally:
            session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for program in reversed(self._started):
            program.terminate()
            program.communicate()


@dataclass
class Node:
    """An accessible object as it is told."""

    place: Place
    role: str
    name: str
    description: str
    states: frozenset[str]
    interfaces: frozenset[str]
    labelled: bool = False
    """Whether a label of its own names it."""
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Return the object and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


class Tree:
    """What programs tell on a bus of assistive technology."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address)

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def program(self) -> Place:
        """Return the program that tells of itself, once there is one."""
        end = time.monotonic() + WAIT_SECONDS
        while not (found := self._children(REGISTRY)):
            if time.monotonic() > end:
                raise TimeoutError("no program has told of itself")
        return found[0]

    def read(self, place: Place) -> Node:
        """Return an object with all that is visible below it."""
        interfaces = self._call(place, ACCESSIBLE, "GetInterfaces")
        node = Node(
            place,
            self._call(place, ACCESSIBLE, "GetRoleName"),
            self._property(place, "Name"),
            self._property(place, "Description"),
            self._states(place),
            frozenset(name.rpartition(".")[2] for name in interfaces),
            self._is_labelled(place),
        )
        if node.role not in ("menu", "popup menu") or "showing" in node.states:
            node.children = [self.read(one) for one in self._children(place) if self._is_shown(one)]
        return node

    def text(self, node: Node) -> str:
        """Return the words that an object tells through its text interface."""
        return self._call(node.place, TEXT, "GetText", "ii", (0, -1))

    def _children(self, place: Place) -> list[Place]:
        return self._call(place, ACCESSIBLE, "GetChildren")

    def _is_shown(self, place: Place) -> bool:
        return "visible" in self._states(place)

    def _states(self, place: Place) -> frozenset[str]:
        low, high = self._call(place, ACCESSIBLE, "GetState")
        bits = low | high << 32
        return frozenset(name for number, name in STATES.items() if bits >> number & 1)

    def _is_labelled(self, place: Place) -> bool:
        labelled_by = 2
        relations = self._call(place, ACCESSIBLE, "GetRelationSet")
        return any(kind == labelled_by for kind, _targets in relations)

    def _property(self, place: Place, name: str) -> str:
        return self._call(place, PROPERTIES, "Get", "ss", (ACCESSIBLE, name))[1]

    def _call(
        self,
        place: Place,
        interface: str,
        method: str,
        signature: str | None = None,
        arguments: tuple[object, ...] = (),
    ) -> object:
        address = DBusAddress(place[1], place[0], interface)
        call = new_method_call(address, method, signature, arguments)
        reply = self._connection.send_and_get_reply(call, timeout=WAIT_SECONDS)
        if reply.header.message_type == MessageType.error:
            raise LookupError(f"{method} of {place}: {reply.body}")
        return reply.body[0] if len(reply.body) == 1 else reply.body
