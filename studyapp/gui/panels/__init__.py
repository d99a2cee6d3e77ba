"""The panels beside the page; a new one needs a file here and its name in `PANELS`."""

from studyapp.gui.panels.contents import Contents
from studyapp.gui.panels.hub import Hub
from studyapp.gui.panels.notes import Notes
from studyapp.gui.panels.outline import Outline
from studyapp.gui.panels.search import SearchPanel

PANELS = (Contents, Hub, SearchPanel, Outline, Notes)
