"""Stub."""
from PySide6.QtCore import QObject
class Zoom(QObject):
    def __init__(self, reader):
        super().__init__(reader)
    def hover(self, point): ...
    def open_at(self, position): return False
    def open_nearest(self): return False
