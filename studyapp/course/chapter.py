"""The page of a chapter that has no file of its own: its title and links to its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from studyapp.course.slugs import Slugs
from studyapp.page import (
    Heading,
    HeadingRef,
    LinkRef,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Run,
)

if TYPE_CHECKING:
    from studyapp.model import Section


def chapter_page(section: Section) -> Page:
    """Return a heading and a list of links."""
    title = " ".join(section.title.split())
    heading_id = Slugs().id_for(title)
    runs = [Run(title, 0)]
    for child in section.children:
        start = runs[-1].start + len(runs[-1].text) + 1
        runs.append(Run(" ".join(child.title.split()), start, link="/" + quote(child.id)))
    items = tuple(ListItem((Paragraph((run,)),)) for run in runs[1:])
    text = "\n".join(run.text for run in runs)
    return Page(
        title=title,
        text=text,
        blocks=(Heading(1, heading_id, (runs[0],)), ListBlock(items)),
        headings=(HeadingRef(1, heading_id, title, 0),),
        links=tuple(LinkRef(run.link, run.start, run.start + len(run.text)) for run in runs[1:]),
        words=len(text.split()),
    )
