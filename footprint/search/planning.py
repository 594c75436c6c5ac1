"""What is going to be asked, of whom and in which words: shown to the person before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from footprint import person
from footprint.i18n import _
from footprint.person import Detail, DetailKind
from footprint.search import access, querying
from footprint.search.matching.identity import bare, full_names, texts
from footprint.search.providers.base import Kind, Provider
from footprint.search.querying import Pieces
from footprint.search.records import Line, Plan, Query
from footprint.vault import Vault
from footprint.web import Request, Sending

CAP = 12  # lines switched on for one source; more are listed, switched off
_LISTED = 60
BUDGET = 24  # queries of a plan switched on, unless the person chose another number
BUDGETS = (12, BUDGET, 48)


@dataclass(frozen=True)
class Options:
    """What the person wants in the queries, besides what may be used at all."""

    towns: bool = True
    from_work: bool = False  # look as someone from work would: employer and job title, whatever their mark says
    team: str = ""  # the name of a team or service, for this search only
    budget: int = BUDGET
    more: bool = False  # the smaller sources as well
    contacts: tuple[str, ...] = ()  # the e-mail addresses and numbers the person said yes to, for this search only


DEFAULT = Options()
# Asked only when the person wants more than the usual sources (`facts/search-and-removal.md` A3: “good for usernames,
# ORCID-style names and breaches; weak for an ordinary person on the open web”). Someone who works in care is hardly
# ever on them, so for a name they bring namesakes to sort and nothing to act on. Wikipedia and Wikidata know famous
# people, ORCID researchers, Stack Exchange and Hacker News programmers. One tick asks them, for those who write.
SMALLER = frozenset({"wikipedia", "wikidata", "orcid", "stackexchange", "hackernews"})
CONTACTS = (DetailKind.EMAIL, DetailKind.PHONE)


def asked_unbidden(provider: Provider) -> bool:
    """Whether a source that is ready is in every plan; the others wait for a wish or a yes."""
    return provider.name not in SMALLER and provider.kind not in (Kind.EMAILS, Kind.COPIES)


def plan(vault: Vault, providers: Iterable[Provider], options: Options = DEFAULT) -> Plan:
    """The plan for the sources that are set up. Nothing is sent by making it."""
    pieces = _sort(usable(vault, options), options)
    lines: list[Line] = []
    for provider in access.ready(vault, providers):
        if provider.name in SMALLER and not options.more:
            continue
        given = access.given(vault, provider) or ""
        lines += _lines(provider, querying.make(provider.kind, pieces), given, len(lines))
    return Plan(tuple(lines)).within(options.budget)


def plan_copies(vault: Vault, providers: Iterable[Provider], address: str) -> Plan:
    """Asking who keeps copies of pages about one address; it says nothing of the person but that somebody asks."""
    query = Query(address, (), 1, _("Kept copies of this page"))
    ready = [one for one in access.ready(vault, providers) if one.kind is Kind.COPIES]
    return Plan(tuple(line for place, one in enumerate(ready) for line in _lines(one, [query], "", place)))


def usable(vault: Vault, options: Options) -> list[Detail]:
    """What may be used in searches, and where the work comes from too if the person looks from there."""
    allowed = [one for one in person.searchable(vault) if one.kind not in CONTACTS]
    for kind in CONTACTS:
        allowed += [one for one in person.details(vault, kind) if one.text in options.contacts]
    if not options.from_work:
        return allowed
    known = {one.id for one in allowed}
    work = (*person.details(vault, DetailKind.EMPLOYER), *person.details(vault, DetailKind.JOB_TITLE))
    return [*allowed, *(one for one in work if one.id not in known)]


def queries(kind: Kind, details: Iterable[Detail], options: Options = DEFAULT) -> tuple[Query, ...]:
    """The queries for these details, the most telling first, each once."""
    return tuple(querying.make(kind, _sort(list(details), options)))


def _sort(details: list[Detail], options: Options) -> Pieces:
    return Pieces(
        names=full_names(details),
        towns=tuple(texts(details, DetailKind.TOWN)) if options.towns else (),
        work=tuple(texts(details, DetailKind.EMPLOYER, DetailKind.JOB_TITLE)),
        handles=tuple(texts(details, DetailKind.HANDLE)),
        emails=tuple(texts(details, DetailKind.EMAIL)),
        phones=tuple(texts(details, DetailKind.PHONE)),
        team=bare(options.team),
    )


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
