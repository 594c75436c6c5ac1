"""The nouns of copies that were made of a summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.supervision.summary import Summary


class Form(Labelled):
    """What was made of it."""

    PDF = "pdf", N_("PDF")
    WORD = "docx", N_("Word file")
    HTML = "html", N_("Web page")
    TEXT = "txt", N_("Plain words")
    COPIED = "copied", N_("Copied as text")
    PRINTED = "printed", N_("Printed")


@dataclass(frozen=True)
class Copy:
    """One copy: when, as what, and the summary itself, from which its words are shown again."""

    id: str
    made_at: datetime
    form: Form
    summary: Summary
