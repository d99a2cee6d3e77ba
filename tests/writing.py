"""How tests make courses: a few files in a folder of their own."""

from msgspec.structs import replace

from studyapp.files import Home


def write_files(folder, files):
    """Write texts or bytes by path; return the folder."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def home_in(folder):
    return Home.at(folder / "home")


def put_status(notebook, annotation_id, status, course_id="course"):
    """Remove an annotation, or bring it back, as the workspace's verbs do."""
    made = notebook.annotation(course_id, annotation_id)
    return notebook.put(course_id, replace(made, status=status))
