import time

import pytest

from studyapp.course.likeness import nearest_name

NAMES = ["01-food.md", "02-water.md", "glossary.md", "03-article-five.md", "übung.md"]


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("01-fod.md", "01-food.md"),
        ("food.md", "01-food.md"),
        ("02-watter.md", "02-water.md"),
        ("Glossary.md", "glossary.md"),
        ("glosary.mkd", "glossary.md"),
        ("03-artikle-five.md", "03-article-five.md"),
        ("ubung.md", "übung.md"),
        ("weather.txt", ""),
        ("", ""),
    ],
)
def test_a_slip_is_seen(wanted, meant):
    assert nearest_name(wanted, NAMES) == meant


def test_thousands_of_names_take_no_longer_than_a_glance():
    names = [f"{number:05}-a-section-about-something.md" for number in range(20_000)]
    started = time.perf_counter()
    assert nearest_name("12345-a-section-abot-something.md", names) == names[12345]
    assert time.perf_counter() - started < 1
