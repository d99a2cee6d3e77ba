"""Quotations and links out of the app."""

from studyapp.gui.quoting import link_to, quotation
from studyapp.model import Location


def test_a_link_names_course_section_and_heading():
    assert (
        link_to(Location("a b/c.md", "über"), "my/course")
        == "studyapp://my%2Fcourse/a%20b/c.md#%C3%BCber"
    )
    assert link_to(Location("c.md"), "x") == "studyapp://x/c.md"


def test_a_quotation_says_where_it_is_from():
    assert quotation("one\n\ntwo", "Page", "Course", "studyapp://x/c.md") == (
        "> one\n>\n> two\n>\n> — [Page](studyapp://x/c.md), Course\n"
    )
