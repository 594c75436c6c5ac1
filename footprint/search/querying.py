"""The queries a careful colleague would put for these details, the most telling first, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from footprint import person
from footprint.i18n import _
from footprint.search.matching.identity import FullName
from footprint.search.matching.names import fold
from footprint.search.providers.base import Kind
from footprint.search.records import Query
from footprint.search.variants import variants

_PLATFORMS = ("facebook.com", "linkedin.com", "instagram.com", "x.com", "tiktok.com", "youtube.com", "gov.uk")


@dataclass(frozen=True)
class Pieces:
    """The details that may be used, sorted by what they are good for."""

    names: tuple[FullName, ...]
    towns: tuple[str, ...]
    work: tuple[str, ...]
    handles: tuple[str, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    team: str = ""  # the team or service, given for this search only

    @property
    def anchors(self) -> tuple[str, ...]:
        return (*self.towns, *self.work, *((self.team,) if self.team else ()))


def make(kind: Kind, pieces: Pieces) -> Iterator[Query]:
    """Queries that ask the same, whatever the order of their words, are one."""
    seen: set[object] = set()
    written: set[object] = set()
    for query in sorted(_MAKERS[kind](pieces), key=lambda one: one.tier):
        meaning, letters = _terms(fold(query.words)), _terms(query.words.lower())
        if letters in written or (meaning in seen and not query.marks):
            continue
        seen.add(meaning)
        written.add(letters)
        yield query


def _terms(words: str) -> object:
    """What an engine makes of the words: quoted ones together, the others in any order."""
    words = " ".join(words.split())
    terms = re.findall(r'"[^"]*"|\S+', words)
    return frozenset(terms) if '"' in words else tuple(terms)


def _about_people(pieces: Pieces) -> Iterator[Query]:
    yield from _about_names(pieces)
    yield from _about_handles(pieces)


def _about_names(pieces: Pieces) -> Iterator[Query]:
    for name in pieces.names:
        yield Query(name.short, name.details, 1, _("Entries with the name {name}").format(name=name.short))


def _about_handles(pieces: Pieces) -> Iterator[Query]:
    for handle in pieces.handles:
        words = handle.lstrip("@")
        yield Query(words, (handle,), 3, _("Profiles with your username {handle}").format(handle=handle))


def _about_emails(pieces: Pieces) -> Iterator[Query]:
    for email in pieces.emails:
        yield Query(email, (email,), 3, _("What belongs to {contact}").format(contact=email))


def _about_copies(_pieces: Pieces) -> Iterator[Query]:
    """Never of itself: see `planning.plan_copies`."""
    yield from ()


def _about_pages(pieces: Pieces) -> Iterator[Query]:
    for place, name in enumerate(pieces.names):
        yield from _with_anchors(name, pieces, first=place == 0)
        yield from _written_otherwise(name, pieces, first=place == 0)
    for handle in pieces.handles:
        yield Query(
            f'"{handle.lstrip("@")}"', (handle,), 3, _("Pages with your username {handle}").format(handle=handle)
        )
    yield from _contacts(pieces)
    if pieces.team:
        yield Query(f'"{pieces.team}"', (pieces.team,), 3, _("Pages about {team}").format(team=pieces.team))
    for name in pieces.names[:1]:
        yield from _on_sites(name, pieces)


def _contacts(pieces: Pieces) -> Iterator[Query]:
    """Word for word, a number in the ways it is written here; with the name as well."""
    for email in pieces.emails:
        yield Query(f'"{email}"', (email,), 3, _("Pages with {contact}, word for word").format(contact=email))
    for phone in pieces.phones:
        for written in phone_forms(phone):
            yield Query(f'"{written}"', (phone,), 3, _("Pages with {contact}, word for word").format(contact=written))
    for name in pieces.names[:1]:
        together = [(one, one) for one in (*(one.lstrip("@") for one in pieces.handles), *pieces.emails)]
        together += [(person.phone_at_home(one), one) for one in pieces.phones]
        for words, detail in together:
            why = _("Your name together with {anchor}").format(anchor=words)
            known = next((one for one in pieces.handles if one.lstrip("@") == detail), detail)
            yield Query(f'"{name.short}" "{words}"', (*name.details, known), 3, why)


def phone_forms(phone: str) -> tuple[str, ...]:
    """The ways a number is written here: `07700 900123`, `07700900123`, `+44 7700 900123`, `+447700900123`."""
    home, abroad = person.phone_at_home(phone), phone
    return tuple(dict.fromkeys((home, home.replace(" ", ""), abroad, abroad.replace(" ", ""))))


def _on_sites(name: FullName, pieces: Pieces) -> Iterator[Query]:
    for site in _PLATFORMS:
        yield Query(f'"{name.short}" site:{site}', name.details, 3, _("Your name on {site}").format(site=site))
    yield Query(f'"{name.short}" filetype:pdf', name.details, 3, _("Your name in a PDF, such as a list or minutes"))
    for anchor in pieces.anchors[:1]:
        quoted = f'"{name.short}"'
        words = f"{_with(quoted, anchor)} filetype:pdf"
        yield Query(words, (*name.details, anchor), 3, _("Your name in a PDF, together with {a}").format(a=anchor))


def _with_anchors(name: FullName, pieces: Pieces, *, first: bool) -> Iterator[Query]:
    """The full name with each place or job; by itself as well, since a rare name needs no more."""
    tier = 1 if first else 2
    anchors = pieces.anchors if first else pieces.anchors[:1]
    for anchor in anchors:
        why = _("Your name together with {anchor}").format(anchor=anchor)
        yield Query(_with(f'"{name.short}"', anchor), (*name.details, anchor), tier, why)
    why = _("The name {name} by itself").format(name=name.short)
    yield Query(f'"{name.short}"', name.details, 2 if pieces.anchors else tier, why)


def _written_otherwise(name: FullName, pieces: Pieces, *, first: bool) -> Iterator[Query]:
    """Other ways of writing it: most make sense only together with a place or a job, and then with each of them."""
    for at, one in enumerate(variants(name)):
        if one.alone:
            yield Query(f'"{one.text}"', name.details, 3, one.why, marks=one.marks)
        for place, anchor in enumerate(pieces.anchors if first else pieces.anchors[:1]):
            tier = 2 if place == 0 and at < 3 else 3 if place == 0 else 4
            yield Query(_with(f'"{one.text}"', anchor), (*name.details, anchor), tier, one.why, marks=one.marks)


def _with(name: str, anchor: str) -> str:
    return f'{name} "{anchor}"' if " " in anchor else f"{name} {anchor}"


_MAKERS: dict[Kind, Callable[[Pieces], Iterator[Query]]] = {
    Kind.PAGES: _about_pages,
    Kind.PEOPLE: _about_people,
    Kind.NAMES: _about_names,
    Kind.HANDLES: _about_handles,
    Kind.EMAILS: _about_emails,
    Kind.COPIES: _about_copies,
}
