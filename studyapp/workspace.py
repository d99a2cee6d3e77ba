"""An open course, and every act that the window and the command line do on it.

The window holds one workspace and hears of changes by `subscribe`; the command line makes one for
each verb. All acts that change something end in a `Change` that says what, where and on whose
behalf. There is no Qt here and there are no threads: pages may be asked for from the job lane as
well as from the window.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from studyapp.annotating import Notes
from studyapp.course import loader
from studyapp.course.chapter import chapter_page
from studyapp.course.links import Links, Target, read_inside
from studyapp.course.sources import readable_name
from studyapp.files import reason
from studyapp.model import Change, Kind, State, StudyError
from studyapp.notekeeping import Keeper
from studyapp.progressing import Progress
from studyapp.study.progress import WORDS_A_MINUTE
from studyapp.whereabouts import Whereabouts
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.course.compiler import Compiler
    from studyapp.files import Home
    from studyapp.model import Anchor, Course, Problem, Section
    from studyapp.page import Page
    from studyapp.searching import Searching

RECENT_PAGES = 32

_Found = TypeVar("_Found", "Page", "Page | None")


class Workspace:
    """A course with what belongs to it."""

    def __init__(
        self, course: Course, home: Home, compiler: Compiler, keeper: Keeper | None = None
    ) -> None:
        """Take a course; `keeper` is that of the course open before, whose notebook goes on."""
        self.course = course
        self.home = home
        self.compiler = compiler
        self.keeper = keeper or Keeper(home)
        self.whereabouts = Whereabouts(self, self.keeper, self._tell)
        self.notes = Notes(self, self.keeper, self.whereabouts, self._tell)
        self.progress = Progress(self, self.keeper, self._tell)
        self._links = Links(course)
        self._recent: OrderedDict[str, tuple[bytes, Page]] = OrderedDict()
        self._callbacks: list[Callable[[Change], None]] = []

    @cached_property
    def search(self) -> Searching:
        """Its search, to be asked on one thread alone: the job lane, or the command line's."""
        from studyapp.searching import Searching  # noqa: PLC0415 - the first page needs none of it

        return Searching(self)

    def close(self) -> None:
        """Let go of the files of the search, on the thread that asks it."""
        if "search" in self.__dict__:
            self.search.close()

    def section(self, section_id: str) -> Section:
        """Return a section of the course; StudyError when it has none of that id."""
        try:
            return self.course.by_id[section_id]
        except KeyError:
            hint = translate("Course", "`studyapp outline` lists the sections of {}").format(
                self.course.title
            )
            raise StudyError(
                translate("Course", "no section '{}'").format(section_id),
                translate("Course", "the course has no such page"),
                hint,
            ) from None

    def source(self, section_id: str) -> bytes:
        """Return the bytes of a section's file as it is now; none for a chapter without a page."""
        section = self.section(section_id)
        if not section.file:
            return b""
        try:
            return read_inside(self.course.root, section.file)
        except OSError as error:
            what = translate("Course", "cannot read {}").format(section.file)
            raise StudyError(
                what, reason(error), translate("Course", "reload the course")
            ) from error

    def page(self, section_id: str) -> Page:
        """Return a section compiled, as its file is now; the first time this takes a while."""
        return self._remembered(section_id, self.compiler.page)

    def cached_page(self, section_id: str) -> Page | None:
        """Return a section compiled if it was so before, at once."""
        return self._remembered(section_id, self.compiler.cached)

    def minutes(self, section_id: str) -> int:
        """Return how long a section takes to read: what it says itself, else by its words."""
        page = self.cached_page(section_id)
        if page and page.meta.minutes > 0:
            return page.meta.minutes
        words = page.words if page else self._words(section_id)
        return max(1, round(words / WORDS_A_MINUTE))

    def _words(self, section_id: str) -> int:
        from studyapp.course.scan import words_of  # noqa: PLC0415 - most pages were compiled before
        from studyapp.course.shelf import decoded  # noqa: PLC0415 - as above

        return words_of(decoded(self.source(section_id)))

    def resolve(self, section_id: str, link: str) -> Target:
        """Return where a link leads that is written in a section."""
        return self._links.resolve(self.section(section_id).id, link)

    def section_with(
        self, words: tuple[Anchor, ...], like: str, tick: Callable[[int, int], object]
    ) -> str:
        """Return the section where the words of an address surely stand; empty if there is none.

        Files of the name that `like` had are looked at first. `tick(done, total)` may raise.
        """
        from studyapp.notes.pointing import find_words  # noqa: PLC0415 - only for links

        name = like.rpartition("/")[2]
        order = [section.id for section in self.course.order if section.file]
        order.sort(key=lambda one: one.rpartition("/")[2] != name)
        rare = max(re.findall(r"\w+", words[0].quote), key=len, default="").encode()
        for done, section_id in enumerate(order):
            tick(done, len(order))
            with suppress(StudyError):  # what cannot be read does not hold them now
                if rare in self.source(section_id):
                    found = find_words(words, self.page(section_id).text)
                    if found and found.state == State.ANCHORED:
                        return section_id
        return ""

    def image_path(self, section_id: str, source: str) -> Path | None:
        """Return the picture that a section names, if it is in the course."""
        return self._links.image(self.section(section_id).id, source)

    def check(
        self, tick: Callable[[int, int], object] | None = None, *, against: str = ""
    ) -> list[Problem]:
        """Return all that is wrong in the course; `tick(done, total)` may raise to end it.

        Words in a row that stand in the text `against` too are told as well.
        """
        from studyapp.course.checking import check_course  # noqa: PLC0415 - the reader needs none of it

        return check_course(self.course, self.compiler, tick, against=against)

    def is_stale(self) -> bool:
        """Return whether the course's files have changed since it was read."""
        return loader.is_stale(self.course, self.home)

    def reload(self, origin: str = "") -> None:
        """Read the course again and tell everyone."""
        path = loader.path_of(self.course)
        self.replace_course(loader.load_course(path, self.home, fresh=True), origin)

    def replace_course(self, course: Course, origin: str = "") -> None:
        """Take a course that a job has read again, and tell everyone."""
        self.course = course
        self._links = Links(course)
        self._recent.clear()
        self.whereabouts.forget()
        self._tell(Change(frozenset({Kind.COURSE}), origin=origin))

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call `callback` after each change; return a function that ends this."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def _remembered(
        self, section_id: str, compiled: Callable[[bytes, str], _Found]
    ) -> Page | _Found:
        section = self.section(section_id)
        if not section.file:
            return chapter_page(section)
        data = self.source(section_id)
        known = self._recent.pop(section_id, None)
        page = (
            known[1] if known and known[0] == data else compiled(data, readable_name(section.file))
        )
        if page is not None:
            self._recent[section_id] = (data, page)
            while len(self._recent) > RECENT_PAGES:
                self._recent.popitem(last=False)
        return page

    def _tell(self, change: Change) -> None:
        for callback in tuple(self._callbacks):
            callback(change)
