"""What the accounts page reads in one go, off the main thread, and the plain words for one account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint import checklists, log, person
from footprint.checklists import Head, Kind, Library, Progress
from footprint.dates import local_day
from footprint.i18n import _
from footprint.log import New, Origin, Query
from footprint.person import Account, AccountState, Presence, Purpose
from footprint.vault import Vault
from footprint.workbench import Workbench
from ui.checklists import words as checklist_words
from ui.person import accounts_draft as drafts
from ui.person.accounts_draft import Draft

# For a network of the person's own there is no rule: any one word is a username there.
_ANY_USERNAME = r"\S{1,100}"


@dataclass(frozen=True)
class Overview:
    """All accounts in the order they are listed, and how far each network's checklist is."""

    accounts: tuple[Account, ...]
    progress: Mapping[str, Progress]
    today: date


def read_overview(bench: Workbench) -> Overview:
    vault, library = bench.vault, bench.checklists
    today = local_day(vault.now())
    found = person.accounts(vault)
    networks = list(dict.fromkeys(one.network for one in found))
    overall = checklists.overall(library, checklists.latest_of_all(vault), networks, today)
    order = {AccountState.IN_USE: 0, AccountState.DORMANT: 1, AccountState.CLOSED: 2}
    listed = sorted(found, key=lambda one: (order[one.state], network_name(library, one.network).casefold()))
    return Overview(
        accounts=tuple(listed),
        progress={one.network: one for one in overall.networks},
        today=today,
    )


@dataclass(frozen=True)
class OneAccount:
    """One account: the item on "To remove" it became ("" for none), networks with another account, a draft put away."""

    account: Account
    item: str
    twice: frozenset[str]
    draft: Draft | None


def read_one(bench: Workbench, account_id: str) -> OneAccount:
    """Raises `NotFound` for one that was taken off the list."""
    one = person.account(bench.vault, account_id)
    others = frozenset(other.network for other in person.accounts(bench.vault) if other.id != one.id)
    return OneAccount(one, _item_of(bench.vault, one), others, drafts.kept(bench.vault, one.id))


def _item_of(vault: Vault, one: Account) -> str:
    if one.state is not AccountState.DORMANT:
        return ""
    query = Query(network=one.network, kinds=(log.Kind.PROFILE,))
    rows = log.page(vault, query, 0, 50, local_day(vault.now()))
    return next((row.id for row in rows if log.get(vault, row.id).account_id == one.id), "")


@dataclass(frozen=True)
class NewAccount:
    """What the form for a new account starts from: the networks there already, and a draft put away."""

    there: frozenset[str]
    draft: Draft | None


def read_new(bench: Workbench) -> NewAccount:
    return NewAccount(frozenset(one.network for one in person.accounts(bench.vault)), drafts.kept(bench.vault, ""))


def offered(library: Library) -> tuple[Head, ...]:
    """The networks to choose from, the usual ones first; those few people use are found by typing their name."""
    heads = [one for one in library.heads(Kind.NETWORK) if one.suggest and one.id != checklists.ANY]
    return tuple(sorted(heads, key=lambda one: checklists.how_usual(one.id)))


def first_free(library: Library, there: frozenset[str]) -> str:
    """The first network without an account; "another network" once all of them have one."""
    return next((one.id for one in offered(library) if one.id not in there), drafts.OTHER)


def item_for(library: Library, one: Account) -> New:
    """An old account as a thing to remove: the person's own, to be taken down by themself."""
    name = network_name(library, one.network)
    return New(
        title=_("Close my old {network} account").format(network=name),
        address=one.address,
        place=name,
        network=one.network,
        kind=log.Kind.PROFILE,
        origin=Origin.ME,
        account_id=one.id,
    )


def network_name(library: Library, network: str) -> str:
    """A network as people call it; one without a checklist is kept under the name the person typed."""
    return library.name(network)


def network_of(library: Library, typed: str) -> str:
    """The id of the network somebody typed by name, or the name itself for one we have no checklist for."""
    name = " ".join(typed.split())
    known = (
        one.id for one in library.heads(Kind.NETWORK) if name.casefold() in (one.id.casefold(), one.name.casefold())
    )
    return next(known, name)


def read_presence(library: Library, network: str, text: str) -> Presence:
    """The handle and address in what was typed, by the rules of the network. Raises `BadInput`."""
    if network not in library:
        return person.read_presence(text, network, "", _ANY_USERNAME)
    file = library.network(network)
    return person.read_presence(text, file.name, file.profile.address, file.profile.handle, file.domains)


def title(library: Library, one: Account) -> str:
    name = network_name(library, one.network)
    return _("{network}: {label}").format(network=name, label=one.label) if one.label else name


def handle_words(one: Account) -> str:
    """`@ada.example`; a phone number as it is; an address without its scheme; "" for neither."""
    if one.handle:
        return one.handle if one.handle.isdigit() else f"@{one.handle}"
    return one.address.partition("://")[2].rstrip("/")


def meta(one: Account) -> str:
    """The second line of a row: who the person is there, and whether work comes into it."""
    used = _("used at work: no") if one.purpose is Purpose.PERSONAL else _("used at work: yes")
    return _("{who}, {used}").format(who=handle_words(one) or _("No username yet"), used=used)


def status(one: Account, overview: Overview) -> tuple[str, str]:
    """The pill and its tone: from the checklist while the account is in use, else what became of it."""
    if one.state is AccountState.CLOSED:
        return _("Closed"), "done"
    if one.state is AccountState.DORMANT:
        return _("Not used any more"), "warn"
    if one.network in overview.progress:
        return checklist_words.status(overview.progress[one.network], overview.today)
    return _("No checklist yet"), "neutral"
