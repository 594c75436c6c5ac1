"""What is going to be asked, of whom and in which words: shown to the person before anything is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from footprint import person
from footprint.i18n import _
from footprint.person import Detail, DetailKind
from footprint.search import access
from footprint.search.identity import FullName, full_names, texts
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
    more: bool = False  # the smaller sources as well
    contacts: tuple[str, ...] = ()  # the e-mail addresses and numbers the person said yes to, for this search only


DEFAULT = Options()
# Sources that know few people: asked when the person wants more than the usual ones.
SMALLER = frozenset({"wikipedia", "wikidata", "orcid", "stackexchange", "hackernews"})
_CONTACTS = (DetailKind.EMAIL, DetailKind.PHONE)


def asked_unbidden(provider: Provider) -> bool:
    """Whether a source that is ready is in every plan; the others wait for a wish or a yes."""
    return provider.name not in SMALLER and provider.kind not in (Kind.EMAILS, Kind.COPIES)


@dataclass(frozen=True)
class _Pieces:
    """The details that may be used, sorted by what they are good for."""

    names: tuple[FullName, ...]
    towns: tuple[str, ...]
    work: tuple[str, ...]
    handles: tuple[str, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]

    @property
    def anchors(self) -> tuple[str, ...]:
        return (*self.towns, *self.work)


def plan(vault: Vault, providers: Iterable[Provider], options: Options = DEFAULT) -> Plan:
    """The plan for the sources that are set up. Nothing is sent by making it."""
    pieces = _sort(usable(vault, options), options)
    lines: list[Line] = []
    for provider in access.ready(vault, providers):
        if provider.name in SMALLER and not options.more:
            continue
        given = access.given(vault, provider) or ""
        lines += _lines(provider, _queries(provider.kind, pieces), given, len(lines))
    return Plan(tuple(lines))


def plan_copies(vault: Vault, providers: Iterable[Provider], address: str) -> Plan:
    """Asking who keeps copies of pages about one address; it says nothing of the person but that somebody asks."""
    query = Query(address, (), 1, _("Kept copies of this page"))
    ready = [one for one in access.ready(vault, providers) if one.kind is Kind.COPIES]
    return Plan(tuple(line for place, one in enumerate(ready) for line in _lines(one, [query], "", place)))


def usable(vault: Vault, options: Options) -> list[Detail]:
    """What may be used in searches, and where the work comes from too if the person looks from there."""
    allowed = [one for one in person.searchable(vault) if one.kind not in _CONTACTS]
    for kind in _CONTACTS:
        allowed += [one for one in person.details(vault, kind) if one.text in options.contacts]
    if not options.from_work:
        return allowed
    known = {one.id for one in allowed}
    work = (*person.details(vault, DetailKind.EMPLOYER), *person.details(vault, DetailKind.JOB_TITLE))
    return [*allowed, *(one for one in work if one.id not in known)]


def queries(kind: Kind, details: Iterable[Detail], options: Options = DEFAULT) -> tuple[Query, ...]:
    """The queries for these details, the most telling first, each once."""
    return tuple(_queries(kind, _sort(list(details), options)))


def _sort(details: list[Detail], options: Options) -> _Pieces:
    return _Pieces(
        names=full_names(details),
        towns=tuple(texts(details, DetailKind.TOWN)) if options.towns else (),
        work=tuple(texts(details, DetailKind.EMPLOYER, DetailKind.JOB_TITLE)),
        handles=tuple(texts(details, DetailKind.HANDLE)),
        emails=tuple(texts(details, DetailKind.EMAIL)),
        phones=tuple(texts(details, DetailKind.PHONE)),
    )


def _queries(kind: Kind, pieces: _Pieces) -> Iterator[Query]:
    seen: set[str] = set()
    for query in sorted(_MAKERS[kind](pieces), key=lambda one: one.tier):
        key = " ".join(fold(query.words).split())
        if key not in seen:
            seen.add(key)
            yield query


def _about_people(pieces: _Pieces) -> Iterator[Query]:
    yield from _about_names(pieces)
    yield from _about_handles(pieces)


def _about_names(pieces: _Pieces) -> Iterator[Query]:
    for name in pieces.names:
        yield Query(name.short, name.details, 1, _("Entries with the name {name}").format(name=name.short))


def _about_handles(pieces: _Pieces) -> Iterator[Query]:
    for handle in pieces.handles:
        words = handle.lstrip("@")
        yield Query(words, (handle,), 3, _("Profiles with your username {handle}").format(handle=handle))


def _about_emails(pieces: _Pieces) -> Iterator[Query]:
    for email in pieces.emails:
        yield Query(email, (email,), 3, _("What belongs to {contact}").format(contact=email))


def _about_copies(pieces: _Pieces) -> Iterator[Query]:
    """Never of itself: see `plan_copies`."""
    yield from ()


def _about_pages(pieces: _Pieces) -> Iterator[Query]:
    for place, name in enumerate(pieces.names):
        yield from _with_anchors(name, pieces, first=place == 0)
        yield from _other_orders(name, pieces)
    for handle in pieces.handles:
        words = f'"{handle.lstrip("@")}"'
        yield Query(words, (handle,), 3, _("Pages with your username {handle}").format(handle=handle))
    for email in pieces.emails:
        yield Query(f'"{email}"', (email,), 3, _("Pages with {contact}, word for word").format(contact=email))
    for phone in pieces.phones:
        written = person.phone_at_home(phone)
        yield Query(f'"{written}"', (phone,), 3, _("Pages with {contact}, word for word").format(contact=written))
    for name in pieces.names[:1]:
        for site in _PLATFORMS:
            yield Query(f'"{name.short}" site:{site}', name.details, 3, _("Your name on {site}").format(site=site))


_MAKERS: dict[Kind, Callable[[_Pieces], Iterator[Query]]] = {
    Kind.PAGES: _about_pages,
    Kind.PEOPLE: _about_people,
    Kind.NAMES: _about_names,
    Kind.HANDLES: _about_handles,
    Kind.EMAILS: _about_emails,
    Kind.COPIES: _about_copies,
}


def _with_anchors(name: FullName, pieces: _Pieces, *, first: bool) -> Iterator[Query]:
    """The full name with each place or job; by itself as well, since a rare name needs no more."""
    tier = 1 if first else 2
    anchors = pieces.anchors if first else pieces.anchors[:1]
    for anchor in anchors:
        why = _("Your name together with {anchor}").format(anchor=anchor)
        yield Query(_with(f'"{name.short}"', anchor), (*name.details, anchor), tier, why)
    why = _("The name {name} by itself").format(name=name.short)
    yield Query(f'"{name.short}"', name.details, 2 if pieces.anchors else tier, why)


def _other_orders(name: FullName, pieces: _Pieces) -> Iterator[Query]:
    """“Example, Ada” and “A Example”, which only make sense together with a place."""
    for anchor in pieces.anchors[:1]:
        if not name.given or not name.family:
            return
        details = (*name.details, anchor)
        first = name.given.split()[0]
        why = _("Lists that put the last name first")
        yield Query(_with(f'"{name.family}, {first}"', anchor), details, 2, why)
        why = _("Pages that give only your first letter")
        yield Query(_with(f'"{first[0]} {name.family}"', anchor), details, 2, why)
        if name.text not in (name.short, name.family):
            yield Query(_with(f'"{name.text}"', anchor), details, 2, _("Your full name with all its parts"))


def _with(name: str, anchor: str) -> str:
    return f'{name} "{anchor}"' if " " in anchor else f"{name} {anchor}"


def _lines(provider: Provider, queries: Iterable[Query], given: str, before: int) -> list[Line]:
    lines: list[Line] = []
    asked: set[str] = set()
    for query in islice(queries, _LISTED):
        words = provider.wording(query.words)
        if not words or words in asked:
            continue  # cut to what this source takes, two of them can become one
        asked.add(words)
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
    return Sending(host, words, why, request.masked(request.url), request.details, _(provider.keeps))
