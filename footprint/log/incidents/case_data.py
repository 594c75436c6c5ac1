"""Words that look like case data: a gentle warning before a note is kept or copied. The person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.log.incidents.records import Incident

GUIDANCE = ("g54", "g67")


class Looks(Labelled):
    """What it looks like."""

    BIRTH = "birth", N_("a date of birth")
    HEALTH = "health", N_("an NHS number")
    CASE = "case", N_("a case number")
    CLIENT = "client", N_("words about someone you support")


@dataclass(frozen=True)
class Caution:
    """Where it stands: the answer it is in, and the words themselves."""

    looks: Looks
    field: str
    words: str


_DAY = r"\d{1,2}(?:[./ -]\d{1,2}[./ -]|(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\s+)(?:19|20)?\d{2}"
_BIRTH = re.compile(rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\W{{0,3}}{_DAY}\b", re.IGNORECASE)
_TEN = re.compile(r"(?<!\d)(?:\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)")
_CASE = re.compile(
    r"\b(?:case|ward|reference|ref|file|client|mosaic|liquidlogic|hospital|social care)\s*"
    r"(?:id|no\.?|number|ref\.?|reference|#)?\s*[:#]?\s*(?=[A-Z/-]*\d)[A-Z]{0,5}[-/]?\d[\dA-Z/-]{2,}\b",
    re.IGNORECASE,
)
_CLIENT = re.compile(
    r"\bmy\s+(?:client|service user|patient|resident|foster child|looked[- ]after child)s?\b"
    r"(?:,?\s+(?:is\s+)?(?:called\s+|named\s+)?(?-i:[A-Z][a-z]+))?",
    re.IGNORECASE,
)
_FIELDS = ("what", "place", "concerns", "agreed", "wanted")


def cautions(one: Incident) -> tuple[Caution, ...]:
    """Everything in the note that looks like case data, answer by answer; never complete, and never sure."""
    return tuple(found for field in _FIELDS for found in in_words(getattr(one, field), field))


def in_words(text: str, field: str = "") -> tuple[Caution, ...]:
    """The same for some words."""
    return tuple(Caution(looks, field, words.strip()) for looks, words in _found(text))


def warning(found: tuple[Caution, ...]) -> str:
    """One sentence that says what it looks like, and what to write in its place."""
    kinds = ", ".join(dict.fromkeys(one.looks.label for one in found))
    return _("This looks like {what}. Use a role in its place, such as “an adult I work with”.").format(what=kinds)


def _found(text: str) -> Iterator[tuple[Looks, str]]:
    for match in _BIRTH.finditer(text):
        yield Looks.BIRTH, match[0]
    for match in _TEN.finditer(text):
        if _is_nhs(re.sub(r"\D", "", match[0])):
            yield Looks.HEALTH, match[0]
    for match in _CASE.finditer(text):
        yield Looks.CASE, match[0]
    for match in _CLIENT.finditer(text):
        yield Looks.CLIENT, match[0]


def _is_nhs(figures: str) -> bool:
    """The check figure of an NHS number: weights 10 to 2, 11 less the rest (NHS Data Dictionary). A telephone number,
    which starts with 0, is none in England and Wales.
    """
    if figures.startswith("0"):
        return False
    rest = 11 - sum(int(one) * weight for one, weight in zip(figures[:9], range(10, 1, -1), strict=True)) % 11
    return rest % 11 == int(figures[9]) and rest != 10
