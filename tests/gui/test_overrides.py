"""An error in a method that Qt calls is told, not the end of the program."""

import subprocess
import sys

import pytest

FAILING = """
import sys
from studyapp.gui import toolchain
toolchain.check()
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
told = []
sys.excepthook = lambda kind, error, trace: told.append(kind)

class Failing(QWidget):
    def sizeHint(self):
        return {hint}

    def event(self, event):
        return super().event(event)

    def paintEvent(self, event):
        {paint}

widget = Failing()
for act in (widget.adjustSize, widget.show, widget.grab, app.processEvents):
    try:
        act()
    except Exception as error:
        told.append(type(error))
print(*{{kind.__name__ for kind in told}})
"""


@pytest.mark.parametrize(
    ("hint", "paint", "told"),
    [
        ("QSize('a', 'b', 'c')", "pass", "TypeError"),
        ("QSize()", "int('no number')", "ValueError"),
        ("int('no number')", "pass", "ValueError"),
        ("QSize()", "self.painter = QPainter(); self.painter.begin()", "TypeError"),
    ],
)
def test_an_error_raised_in_c_is_told(hint, paint, told):
    code = FAILING.format(hint=hint, paint=paint)
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, told), done.stderr
