"""Looking in the person's own browser: where to go, what was seen there, and the addresses worth acting on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from footprint import ids, person
from footprint.errors import FootprintError
from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.search import changes, store
from footprint.search.addresses import canonical, host_of
from footprint.search.engines import ENGINES, EVERY, Engine, PictureEngine, engine_called
from footprint.search.kept_runs import find_run
from footprint.search.pages import BadPage, LeftOut, SavedPage, looks_copied
from footprint.search.pasted import Problem, read_paste
from footprint.search.planning import CONTACTS, DEFAULT, Options, queries, usable
from footprint.search.records import Finding, Hit, Look, Outcome, Run
from footprint.search.saved_page import read_apart, read_text_apart
from footprint.search.triage import findings_of
from footprint.tasks import Task
from footprint.vault import Done, Vault, Writing
from footprint.web import Sending

BY_HAND = "by hand"
# A look never turns out worse by what is pasted into it: somebody saw something there.
_BETTER = {Outcome.RESULTS: 3, Outcome.EMPTY: 2, Outcome.BLOCKED: 1}


@dataclass(frozen=True)
class HandOff:
    """One page to open in the person's browser: the exact words, where they go, and advice to show beside it.

    For a picture, `words` is the name of its file: the person drops it there, nothing of it is sent by the app.
    """

    engine: Engine
    words: str
    url: str
    details: tuple[str, ...]
    why: str
    advice: str

    @property
    def sending(self) -> Sending:
        """The same as a line of a preview: what leaves this computer when the page is opened."""
        return Sending(self.engine.host, self.words, self.why, self.url, self.details, self.engine.keeps)


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
    """What came of a paste, a saved page or a typed address. `look` is None where nothing of it could be used.

    `outcome` is None for a list of addresses; a page says by itself how the search ended, and in which `words` of
    which engine (`None` where it does not say). `apart`: it is from another search, so it became a look of its own.
    """

    look: Look | None
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    outcome: Outcome | None = None
    note: str = ""
    left_out: LeftOut = field(default_factory=LeftOut)
    engine: Engine | None = None
    words: str = ""
    apart: bool = False


class NothingSaid(FootprintError):
    """A look was recorded without what came of it."""


def hand_offs(vault: Vault, options: Options = DEFAULT, engine: str = "") -> tuple[HandOff, ...]:
    """Every search to open by hand, the most telling first; for one engine only if it is named."""
    marked = (one.text for one in person.searchable(vault) if one.kind in CONTACTS)  # opening one is a yes of its own
    options = replace(options, contacts=(*options.contacts, *marked))
    details = usable(vault, options)
    made = {kind: queries(kind, details, options) for kind in {one.kind for one in ENGINES}}
    return tuple(
        HandOff(one, query.words, one.url(query.words), query.details, query.why, _(one.advice))
        for one in ENGINES
        if engine in ("", one.name)
        for query in made[one.kind]
    )


def picture_hand_off(engine: PictureEngine, name: str) -> HandOff:
    """Looking for a picture: the page to open, and the file the person drops there."""
    why = _("To see where else this picture stands")
    return HandOff(engine, name, engine.url(""), (), why, _(engine.advice))


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
    provider = engine_called(engine).provider
    with vault.writing() as write:
        look = _begin(write, provider, words, outcome, seen)
    return write.done(find_run(vault, look.run_id))


def add_pasted(
    vault: Vault,
    text: str,
    look_id: str = "",
    *,
    html: str = "",
    asked: HandOff | None = None,
    task: Task | None = None,
) -> Done[Added]:
    """What was typed or pasted: a list of addresses, or a page of results that was copied.

    `html` is the same paste with its links, as browsers put it on the clipboard; a page is read from it where it can
    be. A list that is typed is taken apart at once, a copied page in a process of its own. `asked` is the search the
    person opened, where no look was kept of it yet: this is its look then, unless the page says that it is another.
    """
    page = _copied(text, html, task)
    if page is not None:
        return _add_page(vault, page, look_id, asked)
    hits, problems = read_paste(text)
    return _add(vault, hits, problems, look_id, asked)


def add_saved_page(
    vault: Vault, data: bytes, look_id: str = "", task: Task | None = None, *, asked: HandOff | None = None
) -> Done[Added]:
    """The results of a page the person saved and dropped here; `BadPage` when it holds none and does not say why."""
    return _add_page(vault, read_apart(data, task), look_id, asked)


def add_hits(vault: Vault, hits: Sequence[Hit]) -> Done[Added]:
    """Addresses the person chose one by one, from no search at all."""
    return _add(vault, hits, (), "")


def _copied(text: str, html: str, task: Task | None) -> SavedPage | None:
    """The page of results in a paste; None where it is a list of addresses."""
    if not looks_copied(text):
        return None
    with_links = None
    if html.count("<a") > 1:
        try:
            with_links = read_apart(html.encode("utf-8", "replace"), task)
        except BadPage:
            with_links = None  # then the words alone have to do
    if with_links is not None and with_links.hits:
        return with_links
    try:
        return read_text_apart(text.encode("utf-8", "replace"), task)
    except BadPage:
        if with_links is None:
            raise
        return with_links


def _add(
    vault: Vault, hits: Sequence[Hit], problems: tuple[Problem, ...], look_id: str, asked: HandOff | None = None
) -> Done[Added]:
    found: list[str] = []
    with vault.writing() as write:
        look = store.look(write.db, look_id) if look_id else None
        if hits:
            provider, words = (asked.engine.provider, asked.words) if asked is not None else (BY_HAND, "")
            look = look or _begin(write, provider, words, Outcome.RESULTS)
            found, look = _keep_all(write, hits, look)
    return write.done(Added(look, findings_of(vault, found), problems))


def _add_page(vault: Vault, page: SavedPage, look_id: str, asked: HandOff | None = None) -> Done[Added]:
    """A page says itself what was searched where: it joins the look it belongs to, or becomes one of its own."""
    engine = next((one for one in EVERY if one.name == page.engine), None)
    found: list[str] = []
    with vault.writing() as write:
        given = store.look(write.db, look_id) if look_id else None
        meant = (given.provider, given.words) if given is not None else _meant(asked)
        apart = meant is not None and not _is_same(*meant, page, engine)
        look = None if apart else given
        if look is None:
            there, words = _whose(page, engine, None if apart else meant)
            look = _begin(write, there, words, page.outcome, note=page.note)
        elif _BETTER[page.outcome] > _BETTER.get(look.outcome, 0):
            store.set_outcome(write.db, look.id, page.outcome, write.now)
            look = store.look(write.db, look.id)
        if page.hits:
            found, look = _keep_all(write, page.hits, look)
    said = Added(
        look, findings_of(vault, found), (), page.outcome, page.note, page.left_out, engine, page.words, apart
    )  # fmt: skip
    return write.done(said)


def _whose(page: SavedPage, engine: Engine | None, meant: tuple[str, str] | None) -> tuple[str, str]:
    """(provider, words) of a look begun with a page: what was meant, else what the page says."""
    if meant is not None:
        return meant[0], meant[1] or page.words
    return (engine.provider if engine is not None else BY_HAND), page.words


def _meant(asked: HandOff | None) -> tuple[str, str] | None:
    return None if asked is None else (asked.engine.provider, asked.words)


def _is_same(provider: str, words: str, page: SavedPage, engine: Engine | None) -> bool:
    """Whether a page can be of this look: the same words, as far as it says, at the same site."""
    there = next((one for one in EVERY if one.provider == provider), None)
    same_site = engine is None or there is None or engine.host.split(".")[-2:] == there.host.split(".")[-2:]
    pictures = isinstance(there, PictureEngine)  # the words of such a look are the name of a file
    return same_site and (pictures or not page.words or not words or _bare(page.words) == _bare(words))


def _bare(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _keep_all(write: Writing, hits: Sequence[Hit], look: Look) -> tuple[list[str], Look]:
    found = [_keep(write, hit, look, rank) for rank, hit in enumerate(hits, 1)]
    seen = replace(look, outcome=Outcome.RESULTS)
    changes.keep(write.db, seen, dict(zip(found, hits, strict=True)), write.now, more=True)
    store.set_outcome(write.db, look.id, Outcome.RESULTS, write.now)
    return found, store.count_results(write.db, look.id, write.now)


def _keep(write: Writing, hit: Hit, look: Look, rank: int) -> str:
    form = canonical(hit.address)
    repeated = bool(look.words) and not look.first_look
    found = store.save_hit(write.db, hit, form, host_of(form), look.run_id, repeated, write.now)
    store.add_sighting(write.db, found, look, rank, write.now)
    return found


def _begin(
    write: Writing, provider: str, words: str, outcome: Outcome, saw: tuple[Saw, ...] = (), *, note: str = ""
) -> Look:
    """A run of one look, begun and ended by the person."""
    run_id = store.add_run(write.db, write.now, by_hand=True)
    first = not store.searched_before(write.db, provider, words, run_id)
    look = Look(ids.new_id(), run_id, provider, words, outcome, note, 0, first, tuple(saw))
    store.add_look(write.db, look, 0, write.now)
    store.end_run(write.db, run_id, outcome, False, write.now)
    return look
