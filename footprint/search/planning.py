"""What is going to be asked, of whom and in which words: shown to the person before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from footprint import person
from footprint.i18n import _
from footprint.person import Detail, DetailKind
from footprint.search import access
from footprint.search.names import fold
from footprint.search.providers.base import Kind, Provider
from footprint.search.records import Line, Plan, Query
from footprint.vault import Vault
from footprint.web import Request, Sending

CAP = 12  # lines switched on for one source; more are listed, switched off
_LISTED = 40
_PLATFORMS = ("facebook.com", "linkedin.com", "instagram.com", "x.com", "tiktok.com")


@dataclass(frozen=True)
class Options:
    """What the person wants in the queries, besides what may be used at all."""

    towns: bool = True
    from_work: bool = False  # look as someone from work would: employer and job title, whatever their mark says


DEFAULT = Options()


@dataclass(frozen=True)
class _Name:
    """One way the person is named. `detail` is what stands in their list, word for word."""

    text: str
    given: str
    family: str
    detail: str


@dataclass(frozen=True)
class _Pieces:
    """The details that may be used, sorted by what they are good for."""

    names: tuple[_Name, ...]
    towns: tuple[str, ...]
    work: tuple[str, ...]
    handles: tuple[str, ...]
    contacts: tuple[str, ...]

    @property
    def anchors(self) -> tuple[str, ...]:
        return (*self.towns, *self.work)


def plan(vault: Vault, providers: Iterable[Provider], options: Options = DEFAULT) -> Plan:
    """The plan for the sources that are set up. Nothing is sent by making it."""
    usable = list(person.searchable(vault))
    if options.from_work:
        known = {one.id for one in usable}
        work = (*person.details(vault, DetailKind.EMPLOYER), *person.details(vault, DetailKind.JOB_TITLE))
        usable += [one for one in work if one.id not in known]
    pieces = _sort(usable, options)
    lines: list[Line] = []
    for provider in access.ready(vault, providers):
        given = access.given(vault, provider) or ""
        lines += _lines(provider, pieces, given, len(lines))
    return Plan(tuple(lines))


def queries(kind: Kind, details: Iterable[Detail], options: Options = DEFAULT) -> tuple[Query, ...]:
    """The queries for these details, the most telling first, each once."""
    return tuple(_queries(kind, _sort(list(details), options)))


def _sort(details: list[Detail], options: Options) -> _Pieces:
    def texts(*kinds: DetailKind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_bare(one.text) for one in details if one.kind in kinds and _bare(one.text)))

    return _Pieces(
        names=tuple(_names(details)),
        towns=texts(DetailKind.TOWN) if options.towns else (),
        work=texts(DetailKind.EMPLOYER, DetailKind.JOB_TITLE),
        handles=texts(DetailKind.HANDLE),
        contacts=texts(DetailKind.EMAIL, DetailKind.PHONE),
    )


def _names(details: list[Detail]) -> Iterator[_Name]:
    """Current names first, then what the person is known as, then former names switched on."""
    family = next((one.family for one in details if one.kind is DetailKind.NAME and one.family), "")
    for kind in (DetailKind.NAME, DetailKind.KNOWN_AS, DetailKind.FORMER_NAME):
        for one in details:
            if one.kind is not kind or not _bare(one.text):
                continue
            text, given, last = _bare(one.text), _bare(one.given), _bare(one.family)
            if not given or not last:
                given, _space, last = text.rpartition(" ")
            if kind is DetailKind.KNOWN_AS and " " not in text and family:
                given, last, text = text, family, f"{text} {family}"
            yield _Name(text, given, last, one.text)


def _bare(text: str) -> str:
    """Without the marks that mean something to a search engine."""
    return " ".join(text.replace('"', " ").split())


def _queries(kind: Kind, pieces: _Pieces) -> Iterator[Query]:
    seen: set[str] = set()
    made = _about_people(pieces) if kind is Kind.PEOPLE else _about_pages(pieces)
    for query in sorted(made, key=lambda one: one.tier):
        key = " ".join(fold(query.words).split())
        if key not in seen:
            seen.add(key)
            yield query


def _about_people(pieces: _Pieces) -> Iterator[Query]:
    for name in pieces.names:
        yield Query(_short(name), (name.detail,), 1, _("Profiles with the name {name}").format(name=_short(name)))
    for handle in pieces.handles:
        words = handle.lstrip("@")
        yield Query(words, (handle,), 3, _("Profiles with your username {handle}").format(handle=handle))


def _about_pages(pieces: _Pieces) -> Iterator[Query]:
    for place, name in enumerate(pieces.names):
        yield from _with_anchors(name, pieces, first=place == 0)
        yield from _other_orders(name, pieces)
    for name in pieces.names[:1]:
        for site in _PLATFORMS:
            yield Query(f'"{_short(name)}" site:{site}', (name.detail,), 3, _("Your name on {site}").format(site=site))
    for handle in pieces.handles:
        words = f'"{handle.lstrip("@")}"'
        yield Query(words, (handle,), 3, _("Pages with your username {handle}").format(handle=handle))
    for contact in pieces.contacts:
        yield Query(f'"{contact}"', (contact,), 3, _("Pages with {contact}, word for word").format(contact=contact))


def _with_anchors(name: _Name, pieces: _Pieces, *, first: bool) -> Iterator[Query]:
    """The full name with each place or job; by itself as well, since a rare name needs no more."""
    tier = 1 if first else 2
    anchors = pieces.anchors if first else pieces.anchors[:1]
    for anchor in anchors:
        why = _("Your name together with {anchor}").format(anchor=anchor)
        yield Query(_with(f'"{_short(name)}"', anchor), (name.detail, anchor), tier, why)
    why = _("The name {name} by itself").format(name=_short(name))
    yield Query(f'"{_short(name)}"', (name.detail,), 2 if pieces.anchors else tier, why)


def _other_orders(name: _Name, pieces: _Pieces) -> Iterator[Query]:
    """“Example, Ada” and “A Example”, which only make sense together with a place."""
    for anchor in pieces.anchors[:1]:
        if not name.given or not name.family:
            return
        details = (name.detail, anchor)
        first = name.given.split()[0]
        why = _("Lists that put the last name first")
        yield Query(_with(f'"{name.family}, {first}"', anchor), details, 2, why)
        why = _("Pages that give only your first letter")
        yield Query(_with(f'"{first[0]} {name.family}"', anchor), details, 2, why)
        if name.text not in (_short(name), name.family):
            yield Query(_with(f'"{name.text}"', anchor), details, 2, _("Your full name with all its parts"))


def _short(name: _Name) -> str:
    """First forename and family name: what most pages give."""
    return f"{name.given.split()[0]} {name.family}" if name.given and name.family else name.text


def _with(name: str, anchor: str) -> str:
    return f'{name} "{anchor}"' if " " in anchor else f"{name} {anchor}"


def _lines(provider: Provider, pieces: _Pieces, given: str, before: int) -> list[Line]:
    lines: list[Line] = []
    for query in list(_queries(provider.kind, pieces))[:_LISTED]:
        words = provider.wording(query.words)
        requests = provider.requests(words, query.details, given)
        lines.append(
            Line(
                number=before + len(lines) + 1,
                provider=provider.name,
                label=_(provider.label),
                words=words,
                details=query.details,
                tier=query.tier,
                why=query.why,
                sendings=tuple(_sending(provider, request, words, query.why) for request in requests),
                on=len(lines) < CAP,
            )
        )
    return lines


def _sending(provider: Provider, request: Request, words: str, why: str) -> Sending:
    host = provider.host or urlsplit(request.url).hostname or ""
    return Sending(host, words, why, request.url, request.details, _(provider.keeps))
