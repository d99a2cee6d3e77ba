"""The ways in which a folder can be a course; `course.loader` tries them in this order."""

from studyapp.course.layouts import course_toml, plain, single
from studyapp.course.layouts.base import Layout

LAYOUTS: tuple[Layout, ...] = (single.LAYOUT, course_toml.LAYOUT, plain.LAYOUT)
