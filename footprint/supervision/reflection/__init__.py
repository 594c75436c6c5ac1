"""Reflective notes for the person's own record of learning. They own them; no summary knows of them."""

from footprint.supervision.reflection.keeping import begin, keep, note, notes, remove
from footprint.supervision.reflection.paper import reflection_paper
from footprint.supervision.reflection.questions import STANDARDS, Question, questions
from footprint.supervision.reflection.records import LONGEST, BadReflection, Reflection

__all__ = [
    "LONGEST",
    "STANDARDS",
    "BadReflection",
    "Question",
    "Reflection",
    "begin",
    "keep",
    "note",
    "notes",
    "questions",
    "reflection_paper",
    "remove",
]
