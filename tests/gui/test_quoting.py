"""Words as quotations."""

from studyapp.gui.quoting import quotation


def test_a_quotation_says_where_it_is_from():
    assert quotation("one\n\ntwo", "Page", "Course", "studyapp://x/c.md") == (
        "> one\n>\n> two\n>\n> — [Page](studyapp://x/c.md), Course\n"
    )
