"""The README.md that every notebook carries; `notes.notebook` writes it when it makes one."""

README = """# A Studyapp notebook

This folder holds what you marked and wrote while studying. It is yours: every file is plain text
that any editor opens, and you may copy it, back it up, put it under git or let a program carry it
between your computers.

- `notebook.json` tells the version of this format.
- Each course has a folder. In it:
  - `annotations/` has one file for each highlight, note, bookmark, question or card.
  - `text/` has the text of each section that you annotated, as it was then. The app compares it
    with a later edition of the course to find your passages again.
  - `log/` has one file for each of your devices, to which lines are only added: what you read and
    reviewed, and when. `dwell` is a visit to a section with its seconds of attention, `seen` a
    glance at it, `read` and `unread` a mark that you made.
  - `course.json` says which course it is.
- `.studyapp/` can be made again by the app. No note is in it alone.

## An annotation

Between the two `---` lines stand names and values, written as JSON (which is also YAML): the
section, the quoted passage with a few words before and after it, where it began and ended, which
text in `text/` that refers to, color, tags, and the times it was made and changed (UTC). Below is
what you wrote, in Markdown, to the end of the file.

You may edit the note, the tags or the color in any editor, with the app open or not. Names that
the app does not know are kept. An annotation that you remove in the app stays in its file, with
`status: "trashed"`, for 30 days.
"""
