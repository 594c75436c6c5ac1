"""The four questions of a reflective note, and the statements of the guidance that bear on professional standards."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.i18n import N_, _
from footprint.person import Regulator

STANDARDS = ("g53", "g54", "g58", "g75", "g06")
"""What the guidance says that meets professional standards: shown beside the last question, by these ids."""


@dataclass(frozen=True)
class Question:
    """`field` is where its answer stands in a `Reflection`."""

    field: str
    words: str
    hint: str


_QUESTIONS = (
    ("looked", N_("What did you look at?"), N_("Name the kind of thing. You need not say what you found.")),
    ("learned", N_("What did you learn?"), N_("Something you did not know before, about the networks or about you.")),
    ("change", N_("What will you do differently?"), N_("One or two things, and when.")),
)
_LAST = N_("What does it mean for your professional standards?")
_OF = N_("What does it mean for the standards of {regulator}?")
_LAST_HINT = N_("Use the words of the standards themselves. The guidance below may help you to find where it fits.")


def questions(regulator: Regulator) -> tuple[Question, ...]:
    """In their order; the last one names the body the person is registered with."""
    last = _(_LAST) if regulator is Regulator.NONE else _(_OF).format(regulator=regulator.label)
    return (
        *(Question(field, _(words), _(hint)) for field, words, hint in _QUESTIONS),
        Question("standards", last, _(_LAST_HINT)),
    )
