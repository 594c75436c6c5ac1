"""A summary as text, as a page and as a Word file. Each is filled in from a `Summary` alone, and says the same."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from footprint.supervision.summary.records import Summary
from footprint.supervision.summary.words import foot, lines, opening, title

if TYPE_CHECKING:
    from jinja2 import Template

# What files must say about when they were made says this, always: the real day and minute are nobody's business.
NO_TIME = datetime(2000, 1, 1)
_NO_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def summary_text(one: Summary) -> str:
    """Plain words, a line to each thing."""
    rows = "\n".join(f"{line.name}: {line.words}" for line in lines(one))
    return "\n\n".join(part for part in (title(), opening(), rows, foot()) if part) + "\n"


def summary_html(one: Summary) -> str:
    """A page to read in a browser or to print, with nothing in it that could load or run."""
    return _template().render(title=title(), opening=opening(), lines=lines(one), foot=foot())


def summary_word(one: Summary) -> bytes:
    """A Word file with real headings, in which nothing is said about who made it, on what, or when."""
    from docx import Document  # heavy, and only for those who want Word

    made: Any = Document()
    made.add_heading(title(), level=1)
    made.add_paragraph(opening())
    for line in lines(one):
        paragraph = made.add_paragraph()
        paragraph.add_run(f"{line.name}: ").bold = True
        paragraph.add_run(line.words)
    made.add_paragraph(foot())
    about = made.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = about.category = ""
    about.title, about.language, about.revision = title(), "en-GB", 1
    about.created = about.modified = about.last_printed = NO_TIME
    kept = io.BytesIO()
    made.save(kept)
    return _without_times(kept.getvalue())


def _without_times(packed: bytes) -> bytes:
    """The same parts in a zip that does not say when each was written, or on which system."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, _NO_ZIP_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            new.writestr(entry, old.read(part))
    return made.getvalue()


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("footprint.supervision.summary"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template("summary.html.j2")
