"""Icons: each one draws, in the color asked for, sharp at the display's ratio."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from studyapp.files import bundled
from studyapp.gui import icons
from studyapp.gui.theme import Themes

NAMES = sorted(path.stem for path in (bundled("resources") / "icons").glob("*.svg"))


def is_drawn_in(picture: QImage, color: QColor) -> bool:
    """Return whether there are fully covered pixels, all of this color but for rounding."""
    pixels = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    covered = [pixel.getRgb() for pixel in pixels if pixel.alpha() == 255]
    wanted = color.getRgb()
    return bool(covered) and all(
        abs(one - other) <= 2
        for pixel in set(covered)
        for one, other in zip(pixel, wanted, strict=True)
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_color_asked_for(qapp, name):
    color = QColor("#c02040")
    assert is_drawn_in(icons.pixmap(name, color, 48).toImage(), color)


def test_a_pale_color_stays_pale(qapp):
    pale = icons.pixmap("menu", QColor(0, 0, 0, 100), 48).toImage()
    assert max(pale.pixelColor(x, y).alpha() for x in range(48) for y in range(48)) == 100


def test_two_colors_of_one_icon_are_kept_apart(qapp):
    for color in (QColor("red"), QColor("blue")):
        assert is_drawn_in(icons.pixmap("sun", color, 32).toImage(), color)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_display(qapp, theme, ratio):
    picture = icons.icon("moon", theme).pixmap(QSize(20, 20), ratio)
    assert picture.size() == QSize(round(20 * ratio), round(20 * ratio))
    assert picture.devicePixelRatio() == ratio


@pytest.mark.parametrize(
    ("mode", "state", "role"),
    [
        (QIcon.Mode.Normal, QIcon.State.Off, "panel_ink"),
        (QIcon.Mode.Normal, QIcon.State.On, "accent"),
        (QIcon.Mode.Selected, QIcon.State.Off, "selected_ink"),
    ],
)
def test_the_state_of_a_button_shows_in_its_icon(qapp, theme, mode, state, role):
    picture = icons.icon("menu", theme).pixmap(QSize(48, 48), 1.0, mode, state)
    assert is_drawn_in(picture.toImage(), theme[role])


@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast"])
def test_an_icon_that_cannot_be_used_is_fainter(qapp, name):
    made = icons.icon("menu", Themes().find(name))
    alphas = [
        max(image.pixelColor(x, y).alpha() for x in range(48) for y in range(48))
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
        for image in [made.pixmap(QSize(48, 48), 1.0, mode, QIcon.State.Off).toImage()]
    ]
    assert alphas[1] < 0.6 * alphas[0]


def test_the_app_has_an_icon_of_its_own(qapp):
    assert not icons.app_icon().pixmap(64, 64).isNull()


def test_the_icons_license_is_kept_beside_them():
    text = (bundled("resources") / "icons" / "LICENSE-lucide.txt").read_text(encoding="utf-8")
    assert text.startswith("ISC License")
