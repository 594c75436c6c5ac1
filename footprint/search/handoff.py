"""Looking in the person's own browser: where to go, what was seen there, and the addresses worth acting on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from footprint import ids, person
from footprint.errors import FootprintError, NotFound
from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.search import changes, store
from footprint.search.addresses import canonical, host_of
from footprint.search.pasted import Problem, read_paste
from footprint.search.planning import CONTACTS, DEFAULT, Options, queries, usable
from footprint.search.providers.base import Kind
from footprint.search.records import Finding, Hit, Look, Outcome, Run
from footprint.search.running import find_run
from footprint.search.saved_page import read_apart
from footprint.search.triage import findings_of
from footprint.tasks import Task
from footprint.vault import Done, Vault, Writing
from footprint.web import Sending

BY_HAND = "by hand"
_PREFIX = "hand-off:"


@dataclass(frozen=True)
class Engine:
    """A site that is searched in the person's own browser. `{words}` in `address` is what they look for."""

    name: str
    label: str
    address: str
    kind: Kind
    advice: str

    @property
    def provider(self) -> str:
        """How looks here are named beside those of the providers."""
        return _PREFIX + self.name

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    def url(self, words: str) -> str:
        return self.address.format(words=quote(words, safe=""))


_PRIVATE = N_("Open it in a private window, or sign out first. Then you see what strangers see.")
_MEMBERS = N_("This site shows results only when you are signed in. You see what other members see.")

ENGINES: tuple[Engine, ...] = (
    Engine("google", "Google", "https://www.google.com/search?q={words}", Kind.PAGES, _PRIVATE),
    Engine("bing", "Bing", "https://www.bing.com/search?q={words}", Kind.PAGES, _PRIVATE),
    Engine("duckduckgo", "DuckDuckGo", "https://duckduckgo.com/?q={words}", Kind.PAGES, _PRIVATE),
    Engine(
        "google-images", N_("Google pictures"), "https://www.google.com/search?udm=2&q={words}", Kind.NAMES, _PRIVATE
    ),
    Engine("bing-images", N_("Bing pictures"), "https://www.bing.com/images/search?q={words}", Kind.NAMES, _PRIVATE),
    Engine("facebook", "Facebook", "https://www.facebook.com/search/people/?q={words}", Kind.PEOPLE, _MEMBERS),
    Engine(
        "linkedin",
        "LinkedIn",
        "https://www.linkedin.com/search/results/people/?keywords={words}",
        Kind.PEOPLE,
        _MEMBERS,
    ),
    Engine(
        "instagram", "Instagram", "https://www.instagram.com/explore/search/keyword/?q={words}", Kind.PEOPLE, _MEMBERS
    ),
    Engine("x", "X", "https://x.com/search?q={words}&f=user", Kind.PEOPLE, _MEMBERS),
)


@dataclass(frozen=True)
class HandOff:
    """One page to open in the person's browser: the exact words, where they go, and advice to show beside it."""

    engine: Engine
    words: str
    url: str
    details: tuple[str, ...]
    why: str
    advice: str

    @property
    def sending(self) -> Sending:
        """The same as a line of a preview: what leaves this computer when the page is opened."""
        keeps = _("{label} may keep the words, and ties them to you if you are signed in.").format(
            label=self.engine.label
        )
        return Sending(self.engine.host, self.words, self.why, self.url, self.details, keeps)


class Saw(Labelled):
    """What of theirs the person saw in a look of their own. Asked before any address is."""

    PHOTO = "photo", N_("A photo of me")
    EMPLOYER = "employer", N_("Where I work")
    TOWN = "town", N_("My town")
    PHONE = "phone", N_("My phone number")
    FAMILY = "family", N_("My family")
    OTHER = "something else", N_("Something else about me")


@dataclass(frozen=True)
class Added:
    """What came of a paste, a saved page or a typed address. `look` is None where nothing of it could be used."""

    look: Look | None
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


class NothingSaid(FootprintError):
    """A look was recorded without what came of it."""


def hand_offs(vault: Vault, options: Options = DEFAULT, engine: str = "") -> tuple[HandOff, ...]:
    """Every search to open by hand, the most telling first; for one engine only if it is named."""
    marked = (one.text for one in person.searchable(vault) if one.kind in CONTACTS)  # opening one is a yes of its own
    options = replace(options, contacts=(*options.contacts, *marked))
    details = usable(vault, options)
    return tuple(
        HandOff(one, query.words, one.url(query.words), query.details, query.why, _(one.advice))
        for one in ENGINES
        if engine in ("", one.name)
        for query in queries(one.kind, details, options)
    )


def record_look(
    vault: Vault,
    engine: str,
    words: str,
    saw: Iterable[Saw] = (),
    *,
    nothing: bool = False,
    turned_away: bool = False,
) -> Done[Run]:
    """Keep what the person saw in their own browser, by their own word."""
    seen = tuple(dict.fromkeys(saw))
    if [bool(seen), nothing, turned_away].count(True) != 1:
        raise NothingSaid(_("Tick what you saw, or say that there was nothing about you."))
    outcome = Outcome.RESULTS if seen else Outcome.EMPTY if nothing else Outcome.BLOCKED
    provider = _engine(engine).provider
    with vault.writing() as write:
        look = _begin(write, provider, words, outcome, seen)
    return write.done(find_run(vault, look.run_id))


def add_pasted(vault: Vault, text: str, look_id: str = "") -> Done[Added]:
    """Addresses typed or pasted, one or many, with or without a look they belong to."""
    hits, problems = read_paste(text)
    return _add(vault, hits, problems, look_id, BY_HAND)


def add_saved_page(vault: Vault, data: bytes, look_id: str = "", task: Task | None = None) -> Done[Added]:
    """The results of a page the person saved and dropped here; `BadPage` when it holds none."""
    page = read_apart(data, task)
    known = {one.name for one in ENGINES}
    return _add(vault, page.hits, (), look_id, _PREFIX + page.engine if page.engine in known else BY_HAND)


def _add(
    vault: Vault, hits: tuple[Hit, ...], problems: tuple[Problem, ...], look_id: str, provider: str
) -> Done[Added]:
    found: list[str] = []
    with vault.writing() as write:
        look = store.look(write.db, look_id) if look_id else None
        if hits:
            look = look or _begin(write, provider, "", Outcome.RESULTS)
            found = [_keep(write, hit, look, rank) for rank, hit in enumerate(hits, 1)]
            seen = replace(look, outcome=Outcome.RESULTS)
            changes.keep(write.db, seen, dict(zip(found, hits, strict=True)), write.now, more=True)
            store.set_outcome(write.db, look.id, Outcome.RESULTS, write.now)
            look = store.count_results(write.db, look.id, write.now)
    return write.done(Added(look, findings_of(vault, found), problems))


def _keep(write: Writing, hit: Hit, look: Look, rank: int) -> str:
    form = canonical(hit.address)
    repeated = bool(look.words) and not look.first_look
    found = store.save_hit(write.db, hit, form, host_of(form), look.run_id, repeated, write.now)
    store.add_sighting(write.db, found, look, rank, write.now)
    return found


def _begin(write: Writing, provider: str, words: str, outcome: Outcome, saw: tuple[Saw, ...] = ()) -> Look:
    """A run of one look, begun and ended by the person."""
    run_id = store.add_run(write.db, write.now, by_hand=True)
    first = not store.searched_before(write.db, provider, words, run_id)
    look = Look(ids.new_id(), run_id, provider, words, outcome, "", 0, first, tuple(saw))
    store.add_look(write.db, look, 0, write.now)
    store.end_run(write.db, run_id, outcome, False, write.now)
    return look


def _engine(name: str) -> Engine:
    found = next((one for one in ENGINES if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in ENGINES)
        raise NotFound(_("There is no “{name}”. Known: {known}.").format(name=name, known=known))
    return found
