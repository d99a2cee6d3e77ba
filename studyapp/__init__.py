"""Studyapp: read a course of Markdown offline, search it, and keep notes for years."""

__version__ = "0.1.0"
