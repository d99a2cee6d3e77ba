"""A reader's own theme files: a good one is used, a bad one is told and harms nothing."""


def write_theme(home, name, text):
    folder = home.config / "themes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def ground(session):
    return session.window.reader.viewport().grab().toImage().pixelColor(3, 3).name()


def test_a_theme_of_ones_own_is_worn_as_soon_as_it_is_chosen(start, qtbot, home):
    write_theme(home, "dusk", 'title = "Dusk"\nextends = "dark"\n[colors]\npaper = "#102030"\n')
    session = start()
    session.context.settings.theme = "dusk"
    qtbot.waitUntil(lambda: ground(session) == "#102030")
    assert session.context.messages.current is None


def test_a_bad_theme_is_told_though_nobody_chose_it(start, qtbot, home):
    write_theme(home, "broken", "title = ")
    session = start()
    qtbot.waitUntil(lambda: session.context.messages.current is not None)
    assert "broken" in session.context.messages.current.text.lower()


def test_a_chosen_theme_that_is_gone_gives_way_to_the_systems(start, qtbot, home):
    session = start()
    session.context.settings.theme = "no-such-theme"
    assert session.context.theme.id in {"light", "dark"}
