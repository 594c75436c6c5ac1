"""A reflective note on paper, for the person's own record of learning."""

from __future__ import annotations

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.person import Regulator
from footprint.reports import Paper, Part
from footprint.supervision.reflection.questions import questions
from footprint.supervision.reflection.records import Reflection


def reflection_paper(one: Reflection, regulator: Regulator) -> Paper:
    """Every question with its answer; what was not answered is left out."""
    parts = []
    for question in questions(regulator):
        lines = tuple(line.strip() for line in getattr(one, question.field).splitlines() if line.strip())
        if lines:
            parts.append(Part(question.words, lines))
    return Paper(_("Reflective note"), day_in_words(one.day), tuple(parts), _("Written by me, for my own record."))
