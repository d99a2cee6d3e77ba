"""Every command of the window: the rows of all who own some, in one list.

`ALL` is what the window makes actions of, and what the tests hold unique.
"""

from __future__ import annotations

from studyapp.gui.course_commands import COURSE
from studyapp.gui.element_commands import ELEMENTS
from studyapp.gui.help_commands import HELP
from studyapp.gui.menu_commands import MENUS
from studyapp.gui.moving_commands import GO
from studyapp.gui.note_commands import COPYING, EDIT, MARKS, NOTES
from studyapp.gui.pane_commands import PANES
from studyapp.gui.panels import PANELS
from studyapp.gui.peeking.commands import PEEKING
from studyapp.gui.printing.commands import PRINTING
from studyapp.gui.reading_commands import READING
from studyapp.gui.search_commands import SEARCH
from studyapp.gui.view_commands import VIEW

ALL = (
    *COURSE,
    *EDIT,
    *COPYING,
    *MARKS,
    *NOTES,
    *PRINTING,
    *SEARCH,
    *GO,
    *ELEMENTS,
    *READING,
    *VIEW,
    *PEEKING,
    *PANES,
    *MENUS,
    *HELP,
    *(row for panel in PANELS for row in panel.commands),
)
