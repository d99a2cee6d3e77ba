"""The system libraries that Qt needs on Linux, and how each distribution calls their packages.

Asked by `toolchain` when Qt cannot be loaded and by bootstrap.py before anything is installed; so
it needs nothing but Python itself. The list is what PySide6's wheel links to but does not bring.
"""

from __future__ import annotations

import ctypes
import shutil
from pathlib import Path
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library, program or file, and the package with it for each package manager."""

    name: str
    apt: str
    dnf: str
    pacman: str
    zypper: str


ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "libglvnd"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11", "libX11-6"),
    Library("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli", "libbrotlidec1"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2", "libfreetype6"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5", "krb5"),
    Library("libstdc++.so.6", "libstdc++6", "libstdc++", "gcc-libs", "libstdc++6"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    Library("libzstd.so.1", "libzstd1", "libzstd", "zstd", "libzstd1"),
)
"""What any Qt program needs, one that draws offscreen included."""

DISPLAY = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    Library("libxcb.so.1", "libxcb1", "libxcb", "libxcb", "libxcb1"),
    Library(
        "libxcb-cursor.so.0",
        "libxcb-cursor0",
        "xcb-util-cursor",
        "xcb-util-cursor",
        "libxcb-cursor0",
    ),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    Library(
        "libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"
    ),
    Library(
        "libxcb-keysyms.so.1",
        "libxcb-keysyms1",
        "xcb-util-keysyms",
        "xcb-util-keysyms",
        "libxcb-keysyms1",
    ),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb", "libxcb-render0"),
    Library(
        "libxcb-render-util.so.0",
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
        "libxcb-render-util0",
    ),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util", "libxcb-util1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    Library(
        "libxkbcommon-x11.so.0",
        "libxkbcommon-x11-0",
        "libxkbcommon-x11",
        "libxkbcommon-x11",
        "libxkbcommon-x11-0",
    ),
)
"""What Qt needs besides to open a window on an X display."""

TESTS = (
    Library("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xorg-x11-server-Xvfb"),
    Library("dbus-daemon", "dbus", "dbus-daemon", "dbus", "dbus-1"),
    Library(
        "/usr/share/dbus-1/services/org.a11y.Bus.service",
        "at-spi2-core",
        "at-spi2-core",
        "at-spi2-core",
        "at-spi2-core",
    ),
)
"""Programs and files with which tests hear the app as a screen reader does; the app needs none."""

_MANAGERS = (
    ("apt", "apt-get install"),
    ("dnf", "dnf install"),
    ("pacman", "pacman -S"),
    ("zypper", "zypper install"),
)


def missing(*, display: bool, tests: bool = False) -> tuple[Library, ...]:
    """Return what this machine lacks to draw, to open a window, to run every test."""
    wanted = (*ALWAYS, *(DISPLAY if display else ()), *(TESTS if tests else ()))
    return tuple(library for library in wanted if not _is_there(library.name))


def packages(libraries: tuple[Library, ...], manager: str) -> tuple[str, ...]:
    """Return the packages that hold these libraries, each once."""
    return tuple(dict.fromkeys(getattr(library, manager) for library in libraries))


def install_command(libraries: tuple[Library, ...]) -> str:
    """Return the line to type on this machine, or what to look for if its manager is unknown."""
    for manager, command in _MANAGERS:
        if shutil.which(command.split()[0]):
            return f"sudo {command} {' '.join(packages(libraries, manager))}"
    return "install " + ", ".join(library.name for library in libraries)


def _is_there(name: str) -> bool:
    if ".so" not in name:
        return Path(name).exists() or shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
