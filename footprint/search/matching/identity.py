"""Whole names out of the person's details: a nickname borrows the family name, a maiden name the forename."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footprint.person import Detail, DetailKind, split_name


@dataclass(frozen=True)
class FullName:
    """One way the person is or was named. `details` is what stands in their list, word for word."""

    text: str
    given: str
    family: str
    former: bool
    details: tuple[str, ...]

    @property
    def short(self) -> str:
        """First forename and family name: what most pages give."""
        return f"{self.given.split()[0]} {self.family}" if self.given and self.family else self.text


def full_names(details: Iterable[Detail]) -> tuple[FullName, ...]:
    """Current names first, then what the person is known as, then former names. Uses nothing but `details`."""
    known = [one for one in details if one.kind.is_name and bare(one.text)]
    main = next((one for one in map(_own, known) if not one.former and one.given and one.family), None)
    order = (DetailKind.NAME, DetailKind.KNOWN_AS, DetailKind.FORMER_NAME)
    found = (_whole(one, main) for kind in order for one in known if one.kind is kind)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def bare(text: str) -> str:
    """On one line, without the marks that mean something to a search engine."""
    return " ".join(text.replace('"', " ").split())


def texts(details: Iterable[Detail], *kinds: DetailKind) -> Iterator[str]:
    """The details of these kinds, bare, each once."""
    yield from dict.fromkeys(bare(one.text) for one in details if one.kind in kinds and bare(one.text))


def _own(one: Detail) -> FullName:
    """What the detail itself says."""
    text, given, family = bare(one.text), bare(one.given), bare(one.family)
    if not given and not family:
        given, family = split_name(text)
    return FullName(text, given, family, one.kind is DetailKind.FORMER_NAME, (one.text,))


def _whole(one: Detail, main: FullName | None) -> FullName | None:
    """A part made whole with `main`; None for a part that would be a lone common word in a search."""
    own = _own(one)
    if one.kind is DetailKind.NAME or (own.given and own.family):
        return own
    if main is None:
        return None
    borrowed = (*own.details, *main.details)
    if one.kind is DetailKind.KNOWN_AS:
        return FullName(f"{own.text} {main.family}", own.text, main.family, False, borrowed)
    family = own.family or own.text
    return FullName(f"{main.given.split()[0]} {family}", main.given, family, True, borrowed)
