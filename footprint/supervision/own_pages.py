"""Pages of the person's own words, as text, HTML and Word. Nothing here is used for a summary."""

from __future__ import annotations

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.reports import Paper
from footprint.reports.pages import environment
from footprint.reports.word import WordFile


def paper_text(paper: Paper) -> str:
    """Plain words."""
    blocks = [paper.title, paper.intro, *("\n".join((part.title, *part.lines)) for part in paper.parts), paper.foot]
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def paper_html(paper: Paper) -> str:
    """A page to read in a browser or to print, with nothing in it that could load or run."""
    return environment().get_template("incident.html.j2").render(paper=paper)


def paper_word(paper: Paper) -> bytes:
    """A Word file with real heading styles, in which nothing is said about who wrote it or when."""
    made = WordFile(paper.title)
    made.lines([paper.intro])
    for part in paper.parts:
        made.heading(part.title, 2)
        made.lines(part.lines)
    made.lines([paper.foot] if paper.foot else [])
    return made.content()


def content(paper: Paper, ending: str) -> bytes:
    """The bytes of a file with this ending. Raises `UnknownEnding`."""
    if ending == ".docx":
        return paper_word(paper)
    if ending not in (".html", ".txt"):
        raise UnknownEnding
    return (paper_html(paper) if ending == ".html" else paper_text(paper)).encode()


class UnknownEnding(FootprintError):
    """A file name that says nothing we can make."""

    def __init__(self) -> None:
        super().__init__(_("The name of the file must end in {endings}.").format(endings=".docx, .html, .txt"))
