"""The ways a name is written by others: without its marks, without its hyphen, by initials, by a short form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from footprint.i18n import _
from footprint.search.matching import names
from footprint.search.matching.identity import FullName

_SHORT_FORMS = 3  # of one forename; the rest would drown what is more telling


@dataclass(frozen=True)
class Variant:
    """Another way of writing a name. `alone`: rare enough to be asked without a place or a job beside it."""

    text: str
    why: str
    alone: bool = False
    marks: bool = False  # differs in nothing but marks, so that it must not be taken for the same words


def variants(name: FullName) -> Iterator[Variant]:
    """Every other way of writing `name`, the most likely first. Nothing for a name of one word."""
    if not name.given or not name.family:
        return
    first = name.given.split()[0]
    yield Variant(f"{name.family}, {first}", _("Lists that put the last name first"))
    yield Variant(f"{first[0]} {name.family}", _("Pages that give only your first letter"))
    if name.text not in (name.short, name.family):
        yield Variant(name.text, _("Your full name with all its parts"))
    yield from _without_marks(name)
    yield from _without_hyphen(name, first)
    yield from _initials(name)
    yield from _short_forms(name, first)


def _without_marks(name: FullName) -> Iterator[Variant]:
    plain = (
        "".join(letter for letter in unicodedata.normalize("NFKD", name.short) if not unicodedata.combining(letter))
        .replace("’", "")
        .replace("'", "")
    )
    if plain != name.short:
        yield Variant(plain, _("Your name as it is typed without marks"), alone=True, marks=True)


def _without_hyphen(name: FullName, first: str) -> Iterator[Variant]:
    if "-" in name.family:
        parts = [part for part in name.family.split("-") if part]
        yield Variant(f"{first} {' '.join(parts)}", _("Your last name without its hyphen"), alone=True)
        for part in parts:
            yield Variant(f"{first} {part}", _("Only one part of your last name"))
    if "-" in first:
        yield Variant(f"{first.replace('-', ' ')} {name.family}", _("Your first name without its hyphen"), alone=True)
        yield Variant(f"{first.partition('-')[0]} {name.family}", _("Only one part of your first name"))


def _initials(name: FullName) -> Iterator[Variant]:
    middle = name.given.split()[1:]
    if middle:
        letters = " ".join(part[0] for part in middle)
        yield Variant(f"{name.given.split()[0]} {letters} {name.family}", _("Your middle name as a letter"), alone=True)
        yield Variant(f"{name.given[0]} {letters} {name.family}", _("Pages that give only your first letters"))


def _short_forms(name: FullName, first: str) -> Iterator[Variant]:
    table = names.shipped()
    folded = names.fold(first)
    called = sorted(table.called.get(folded, frozenset()))
    for short in called[:_SHORT_FORMS]:
        shown = short.title()
        yield Variant(f"{shown} {name.family}", _("People may call you {name}").format(name=shown))
