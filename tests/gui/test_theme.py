"""Themes: complete, readable by WCAG's measure, and forgiving of bad files."""

import itertools

import pytest
from PySide6.QtGui import QColor
from wcag import ratio

from studyapp.gui.reader.markpaint import mixed
from studyapp.gui.theme import ROLES, Theme, Themes

HIGHLIGHTS = [f"highlight_{color}" for color in ("yellow", "green", "blue", "pink", "purple")]
LINES = [role.replace("highlight", "line") for role in HIGHLIGHTS]
PAIRS = list(itertools.combinations_with_replacement(HIGHLIGHTS, 2))
CALLOUTS = sorted(role for role in ROLES if role.startswith("callout_"))
TOKENS = sorted(role for role in ROLES if role.startswith("token_"))
BUNDLED = ["light", "sepia", "dark", "contrast"]

TEXT = [
    *itertools.product(
        ["ink", "heading", "muted", "link", "visited", "danger", "accent", *CALLOUTS], ["page"]
    ),
    *itertools.product(
        ["ink", "link"], [*HIGHLIGHTS, "mark", "search_hit", "table_stripe", "table_header"]
    ),
    *itertools.product(["ink"], ["selection", "kbd_page"]),
    *itertools.product(["ink", "heading", "muted", "link", "visited"], ["search_current"]),
    *itertools.product(["ink", "muted", "link"], ["card_page"]),
    *itertools.product(["code_ink", "muted", *TOKENS], ["code_page"]),
    *itertools.product(
        ["panel_ink", "panel_muted"], ["panel", "chrome", "hover", "pressed", "input", "card_page"]
    ),
    *itertools.product(["accent", "danger", "link"], ["panel", "chrome", "input"]),
    ("inline_code_ink", "inline_code_page"),
    ("table_header_ink", "table_header"),
    ("selected_ink", "selected"),
    ("tooltip_ink", "tooltip"),
    ("on_accent", "accent"),
]
MARKABLE = [
    *["ink", "heading", "muted", "link", "visited", "danger", "accent"],
    *["code_ink", "inline_code_ink", "table_header_ink", *CALLOUTS, *TOKENS],
]
"""Everything in which words of the page may be set, that someone may mark."""
SHAPES = [
    *itertools.product(LINES, ["page"]),
    *itertools.product(["focus"], ["page", "panel", "chrome", "input"]),
    *itertools.product(["panel_muted", "accent"], ["panel", "chrome", "pressed"]),
    *itertools.product(["read", "seen", "unseen", "due"], ["panel"]),
    *itertools.product(["faint", "scroll_hover"], ["page"]),
    *itertools.product(["search_edge"], ["page", "search_current"]),
]


@pytest.fixture(params=BUNDLED)
def each(request):
    return Themes().find(request.param)


def test_the_measure_agrees_with_wcag():
    assert ratio(QColor("black"), QColor("white")) == pytest.approx(21)
    assert ratio(QColor("#777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_every_role_has_a_valid_color(each):
    assert each.colors.keys() == ROLES
    assert all(each[role].isValid() for role in ROLES)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(each, text, ground):
    assert ratio(each.over(text, ground), each.over(ground)) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_told_from_their_ground(each, shape, ground):
    assert ratio(each[shape], each.over(ground)) >= 3


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
def test_highlighted_text_reads_as_easily_as_other_text(each, highlight):
    assert ratio(each["ink"], each[highlight]) >= 7
    assert each[highlight].alpha() == 255


@pytest.mark.parametrize("text", MARKABLE)
def test_marked_words_can_be_read_on_every_color_and_on_any_two_mixed(each, text):
    grounds = [mixed(each[one], each[other]) for one, other in PAIRS]
    grounds += [each[role] for role in HIGHLIGHTS]
    assert min(ratio(each[text], ground) for ground in grounds) >= 4.5


def test_two_colors_mixed_are_seen_beside_both(each):
    for one, other in itertools.combinations(HIGHLIGHTS, 2):
        between = mixed(each[one], each[other]).getRgb()
        for role in (one, other):
            assert sum(abs(a - b) for a, b in zip(between, each[role].getRgb(), strict=True)) >= 15


@pytest.mark.parametrize("callout", CALLOUTS)
def test_a_callout_can_be_read_on_a_wash_of_its_own_hue(each, callout):
    wash = QColor(each[callout])
    wash.setAlphaF(0.12)
    washed = Theme("", "", each.dark, {**each.colors, "wash": wash})
    for text in (callout, "ink", "link"):
        assert ratio(each[text], washed.over("wash")) >= 4.5


def test_highlights_differ_from_each_other_and_from_the_page(each):
    grounds = [each[role].getRgb() for role in (*HIGHLIGHTS, "page", "mark")]
    for one, other in itertools.combinations(grounds, 2):
        assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) >= 20


def test_high_contrast_is_high_and_inverts_what_is_selected():
    theme = Themes().find("contrast")
    assert ratio(theme["ink"], theme["page"]) == pytest.approx(21)
    assert ratio(theme["input_border"], theme["input"]) >= 7
    assert theme["selected"] == theme["ink"]
    assert theme["selected_ink"] == theme["page"]


@pytest.mark.parametrize(("dark", "title"), [(True, "Dark"), (False, "Light")])
def test_the_system_chooses_between_light_and_dark(dark, title):
    theme = Themes().find("system", system_dark=dark)
    assert theme.title == title
    assert theme.dark is dark


def test_the_bundled_themes_come_first():
    assert [theme.id for theme in Themes().all()] == BUNDLED


def write(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_a_theme_of_the_users_own_needs_only_what_differs(tmp_path):
    write(
        tmp_path,
        "dusk",
        'title = "Dusk"\nextends = "dark"\n[colors]\npaper = "#101820"\nrose = "#ff8899"\n'
        '[roles]\nlink = "rose"\nselection = "rose:0.5"\nfocus = "#abcdef"\n',
    )
    themes = Themes(tmp_path)
    dusk = themes.find("dusk")
    assert dusk.title == "Dusk"
    assert dusk.dark
    assert dusk["page"].name() == "#101820"
    assert dusk["link"].name() == "#ff8899"
    assert dusk["focus"].name() == "#abcdef"
    assert dusk["selection"].alphaF() == pytest.approx(0.5, abs=0.01)
    assert dusk["ink"] == themes.find("dark")["ink"]
    assert [theme.id for theme in themes.all()] == [*BUNDLED, "dusk"]
    assert themes.problems == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title = ", "Invalid value"),
        ('title = "Bare"', "no color for accent"),
        ('extends = "nowhere"', "no such theme"),
        ('extends = "bad"', "extends itself"),
        ('extends = "dark"\n[roles]\nink = "no such color"', "ink has no color"),
        ('extends = "dark"\n[roles]\nink = "ink:much"', "ink has no color"),
        ('extends = "dark"\nroles = 3', "roles must be a table"),
    ],
)
def test_a_bad_theme_is_told_and_hides_no_good_one(tmp_path, text, why):
    write(tmp_path, "bad", text)
    themes = Themes(tmp_path)
    assert themes.find("bad", system_dark=True).id == "dark"
    assert why in str(themes.problems[0])
    assert [theme.id for theme in themes.all()] == BUNDLED
    assert len(themes.problems) == 1


def test_a_theme_that_was_mended_is_no_problem_any_more(tmp_path):
    write(tmp_path, "dusk", "title = ")
    themes = Themes(tmp_path)
    themes.all()
    write(tmp_path, "dusk", 'extends = "dark"')
    assert themes.find("dusk").id == "dusk"
    assert themes.problems == ()


def test_bytes_that_are_no_text_are_told_too(tmp_path):
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    themes = Themes(tmp_path)
    assert themes.find("bad").id == "light"
    assert themes.problems[0].what == "theme bad"


def test_a_color_over_its_ground_is_opaque_and_between_both(each):
    over = each.over("selection")
    assert over.alpha() == 255
    assert ratio(over, each["page"]) > 1
