"""SVG: what is refused, what it is sized, and how a theme colors it."""

from __future__ import annotations

import re

import pytest

from studyapp.files import bundled
from studyapp.gui import fonts
from studyapp.gui.reader import svg, svgcolors
from studyapp.gui.theme import Themes

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(inside: str, root: str = 'viewBox="0 0 640 400"') -> svg.Drawing:
    return svg.examine(f"<svg {NAMESPACE} {root}>{inside}</svg>".encode())


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("root", "size", "sized"),
    [
        ('viewBox="0 0 640 400"', (640, 400), False),
        ('width="200" viewBox="0 0 640 400"', (200, 125), True),
        ('width="3in" height="96px"', (288, 96), True),
        ('width="100%" height="100%" viewBox="0 0 64 32"', (64, 32), True),
        ("", (300, 150), False),
        ('viewBox="0 0 0 0"', (300, 150), False),
        ('viewBox="0,0,10,20"', (10, 20), False),
    ],
)
def test_size(root, size, sized):
    found = drawing("<path/>", root)
    assert (found.width, found.height) == pytest.approx(size)
    assert found.sized == sized
    assert found.refusal == ""


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ('<image href="file:///etc/passwd"/>', "another picture"),
        ('<image xlink:href="https://example.org/a.png"/>', "another picture"),
        ('<svg:image xmlns:svg="http://www.w3.org/2000/svg"/>', "another picture"),
        ('<filter><feImage href="#a"/></filter>', "another picture"),
        ("<foreignObject><p/></foreignObject>", "web page"),
        ('<use href="other.svg#a"/>', "another file"),
        ('<rect fill="url(http://example.org/#a)"/>', "another file"),
        ('<rect style="fill:url( other.svg#a )"/>', "another file"),
        ('<style>@import "a.css";</style>', "another file"),
        ("<style>.a{fill:\\75rl(x)}</style>", "another file"),
        ('<rect style="f\\69ll:url(#a)"/>', "hide"),
        ('<g id="a"><use href="#a"/></g>', "itself"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "itself"),
        ('<pattern id="p"><rect fill="url(#p)"/></pattern>', "itself"),
        ("<g>" * 40 + "</g>" * 40, "deep"),
        ("<path/>" * 20_001, "too many"),
        ("<path/>" * 6_000, "too long to draw"),
        ('<style>.a{fill:url(#p)}</style><pattern id="p"/>', "style sheet"),
        ("<rect", "valid"),
        ('<rect a="1" a="2"/>', "valid"),
    ],
)
def test_refusals(inside, why):
    assert why in drawing(inside).refusal


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        b'<?xml-stylesheet href="a.css"?><svg/>',
        b"<html/>",
        b"",
        b"\xff\xfe<\x00s\x00",
        b"<svg>" + b" " * svg.LARGEST + b"</svg>",
    ],
)
def test_refused_documents(data):
    assert svg.examine(data).refusal


def test_what_figures_need_is_drawn():
    found = drawing(
        "<style>.a{fill:url(#g)}</style>"
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
        '<marker id="m"><path d="M0 0L1 1"/></marker><symbol id="s"><circle r="2"/></symbol></defs>'
        '<a href="https://example.org"><rect class="a" fill="url(#g)"/></a>'
        '<path d="M0 0H100" stroke-dasharray="4 3" marker-end="url(#m)"/><use href="#s"/>'
    )
    assert found.refusal == ""


@pytest.mark.parametrize("chapter", ["nato", "guide"])
def test_every_bundled_figure_is_drawn_in_the_colors_of_the_theme(chapter):
    figures = sorted((bundled("content") / chapter).rglob("*.svg"))
    assert figures
    for path in figures:
        found = svg.examine(path.read_bytes())
        assert (path.name, found.refusal) == (path.name, "")
        named = re.findall(r"var\(--([\w-]+)", path.read_text(encoding="utf-8"))
        known = svgcolors.colors(Themes().find("light")).keys() | {"sans", "serif", "mono"}
        assert set(named) <= known, path.name


@pytest.mark.parametrize("theme_id", ["light", "sepia", "dark", "contrast"])
def test_roles_take_the_colors_of_the_theme(qapp, theme_id):
    theme = Themes().find(theme_id)
    data = b'<svg><rect fill="var(--ink, #111)" stroke="var( --page )"/></svg>'
    found = svgcolors.colored(data, theme)
    assert f'fill="{theme["ink"].name()}"'.encode() in found
    assert f'stroke="{theme["page"].name()}"'.encode() in found


def test_an_unknown_role_takes_its_fallback(qapp):
    found = svgcolors.colored(
        b'<svg><a fill="var(--brand, #abc)" stroke="var(--brand)"/></svg>', Themes().find("light")
    )
    assert b'fill="#abc"' in found
    assert b'stroke="black"' in found


def test_current_color_is_ink(qapp):
    theme = Themes().find("dark")
    found = svgcolors.colored(b'<svg width="2"><path fill="currentColor"/></svg>', theme)
    assert f'color="{theme["ink"].name()}"'.encode() in found
    own = svgcolors.colored(b'<svg color="red"><path fill="currentColor"/></svg>', theme)
    assert own.count(b"color=") == 1


@pytest.mark.parametrize(
    ("written", "face"),
    [
        (b'font-family="Arial, sans-serif"', fonts.UI),
        (b"font-family='DejaVu Sans Mono'", fonts.CODE),
        (b'style="font-family: Georgia, serif; fill: red"', fonts.TEXT),
        (b'font-family="var(--mono, monospace)"', fonts.CODE),
        (b'font-family="var(--serif, serif)"', fonts.TEXT),
        (b'font-family="Comic"', fonts.UI),
    ],
)
def test_words_are_set_in_the_bundled_faces(qapp, written, face):
    found = svgcolors.colored(b"<svg><text " + written + b">x</text></svg>", Themes().find("light"))
    assert face.encode() in found.partition(b"<text")[2]
    assert b'<svg font-family="Inter"' in found


@pytest.mark.parametrize("theme_id", ["light", "sepia", "dark", "contrast"])
def test_words_can_be_read_on_every_fill(qapp, theme_id):
    colors = svgcolors.colors(Themes().find(theme_id))
    fills = [f"fill{number}" for number in range(1, 7)]
    for ground in ("page", "card", "land", "water", *fills):
        assert contrast(colors["ink"], colors[ground]) >= 7, ground
    for ground in ("page", "card", *fills):
        assert contrast(colors["muted"], colors[ground]) >= 4.5, ground
    for number in range(1, 7):
        assert contrast(colors[f"line{number}"], colors["page"]) >= 4.5
    assert contrast(colors["on-accent"], colors["accent"]) >= 4.5


def test_the_roles_are_those_of_the_manual(qapp):
    manual = (bundled("content").parent / "docs" / "figures.md").read_text(encoding="utf-8")
    for name in svgcolors.colors(Themes().find("light")):
        if not re.fullmatch(r"(?:fill|line)[2-5]", name):
            assert f"`{name}`" in manual, name
