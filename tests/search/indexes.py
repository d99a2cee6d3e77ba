"""How tests of the search make indexes: a few texts by the name of their section."""

from studyapp.page import HeadingRef, Page
from studyapp.search.index import Index, Mark
from studyapp.search.passages import of_section
from studyapp.search.query import parse
from studyapp.search.scopes import scope_of
from studyapp.search.session import Session
from studyapp.search.snapshot import Snapshot

KINDS = ("text", "notes", "cards")


def page_of(text, title=""):
    """Return a page of paragraphs; lines that begin with `# ` are headings."""
    headings, lines, start = [], [], 0
    for line in text.split("\n"):
        words = " ".join(line.removeprefix("# ").split())
        if not words:
            continue
        if line.startswith("# "):
            headings.append(HeadingRef(1, f"h{len(headings)}", words, start))
        lines.append(words)
        start += len(words) + 1
    title = title or (headings[0].title if headings else "")
    return Page(title=title, text="\n".join(lines), blocks=(), headings=tuple(headings))


class Shelf:
    """Texts in an index, and what a query finds in them."""

    def __init__(self, folder, texts=None, language="en"):
        self.index = Index(folder, "tests")
        self.language = language
        self.texts = {}
        self.asked = []
        if texts is not None:
            self.put(texts)

    def put(self, texts):
        """Make the index hold these texts; return what was done."""
        self.texts = dict(texts)
        self.asked = []
        wanted = {key: Mark(text) for key, text in self.texts.items()}
        return self.index.update(wanted, self._documents)

    def _documents(self, keys):
        self.asked = list(keys)
        for key in keys:
            page = page_of(self.texts[key])
            yield of_section(key, page.title or key, page)

    def stages(self, text, limit=1000, **where):
        snapshot = Snapshot.open(self.index.folder)
        query = parse(text)
        places = [(key, (key,)) for key in self.texts]
        scope, _ = scope_of(query, places, KINDS, where.get("sections"), {})
        session = Session([snapshot], self.language)
        try:
            yield from session.search(query, scope, lambda section: (section,), limit)
        finally:
            snapshot.close()

    def search(self, text, **where):
        return list(self.stages(text, **where))[-1]

    def found(self, text, **where):
        """Return the sections found, best first."""
        return [group.section for group in self.search(text, **where).groups]
