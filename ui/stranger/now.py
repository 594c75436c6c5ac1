"""What the pages of "Log out and look" read in one go, off the main thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from footprint import log, person
from footprint.checklists import NetworkFile, stranger
from footprint.checklists.stranger import Address, Card, Look
from footprint.dates import local_day, months_later
from footprint.errors import NotFound
from footprint.person import Account
from footprint.workbench import Workbench

LOOK_AGAIN_MONTHS = 6


@dataclass(frozen=True)
class Row:
    """One account: its last finished look, and the one that was begun since."""

    account: Account
    network: NetworkFile
    last: Look | None
    begun: Look | None
    due: bool

    @property
    def name(self) -> str:
        """The network, with the person's own word for this account."""
        return f"{self.network.name}: {self.account.label}" if self.account.label else self.network.name

    @property
    def urgency(self) -> int:
        """What to carry on with comes first, then what was never looked at, then what is due again."""
        return 0 if self.begun else 1 if self.last is None else 2 if self.due else 3


@dataclass(frozen=True)
class Overview:
    """Every account that can be looked at, the card over all of them, and networks there is no checklist for."""

    rows: tuple[Row, ...]
    card: Card
    names: Mapping[str, str]
    not_yet: tuple[str, ...]
    without: tuple[str, ...]
    today: date


def read_overview(bench: Workbench) -> Overview:
    vault, library = bench.vault, bench.checklists
    today = local_day(vault.now())
    accounts = person.accounts(vault, include_closed=False)
    known = [one for one in accounts if one.network in library]
    looks = stranger.looks(vault)
    rows = [_row(one, library.network(one.network), looks, today) for one in known]
    rows.sort(key=lambda one: (one.urgency, one.network.name.casefold()))
    mine = {(one.network, one.id) for one in known} | {(one.network, "") for one in known}
    counted = stranger.card(one for one in looks if (one.network, one.account_id) in mine)
    there = {one.network for one in counted.looks}
    return Overview(
        rows=tuple(rows),
        card=counted,
        names={one.network.id: one.network.name for one in rows},
        not_yet=tuple(dict.fromkeys(one.network.name for one in rows if one.network.id not in there)),
        without=tuple(dict.fromkeys(one.network for one in accounts if one.network not in library)),
        today=today,
    )


def _row(account: Account, network: NetworkFile, looks: Iterable[Look], today: date) -> Row:
    mine = [one for one in looks if (one.network, one.account_id) == (account.network, account.id)]
    last = next((one for one in mine if one.finished), None)
    begun = mine[0] if mine and not mine[0].finished else None
    due = last is not None and months_later(local_day(last.at), LOOK_AGAIN_MONTHS) <= today
    return Row(account, network, last, begun, due)


@dataclass(frozen=True)
class Now:
    """One look as it stands: being made, or finished. `items` are those of its marks that are still in the log."""

    network: NetworkFile
    account: Account | None
    several: bool
    look: Look
    kept: bool
    before: Look | None
    earlier: tuple[Look, ...]
    addresses: tuple[Address, ...]
    items: frozenset[str]
    today: date

    @property
    def account_id(self) -> str:
        return self.look.account_id

    @property
    def name(self) -> str:
        """The network, with what tells this account from another one there."""
        told = (self.account.label or self.account.handle) if self.account is not None and self.several else ""
        return f"{self.network.name} ({told})" if told else self.network.name


def read_new(bench: Workbench, network_id: str, account_id: str = "", *, again: bool = False) -> Now:
    """The look to carry on with, or a new one; `again` begins anew. Raises `NotFound` without a checklist."""
    network = bench.checklists.network(network_id)
    account_id = _account_of(bench, network_id, account_id)
    going = None if again else stranger.unfinished(bench.vault, network_id, account_id)
    return _now(bench, network, going or stranger.begin(bench.vault, network, account_id), kept=going is not None)


def read_look(bench: Workbench, look_id: str) -> Now:
    """A look that is kept. Raises `NotFound` once it is not any more."""
    look = stranger.look(bench.vault, look_id)
    return _now(bench, bench.checklists.network(look.network), look, kept=True)


def last_of(bench: Workbench, network_id: str, account_id: str = "") -> str:
    """The id of the last finished look at an account; empty where there is none."""
    account_id = _account_of(bench, network_id, account_id)
    mine = (one for one in stranger.looks(bench.vault, network_id) if one.account_id == account_id)
    return next((one.id for one in mine if one.finished), "")


def _account_of(bench: Workbench, network_id: str, account_id: str) -> str:
    """The account that is meant: the first on the network, where none is named."""
    if account_id:
        return account_id
    mine = (one.id for one in person.accounts(bench.vault, include_closed=False) if one.network == network_id)
    return next(mine, "")


def _now(bench: Workbench, network: NetworkFile, look: Look, *, kept: bool) -> Now:
    vault = bench.vault
    mine = [one for one in person.accounts(vault) if one.network == network.id]
    account = next((one for one in mine if one.id == look.account_id), None)
    looks = [one for one in stranger.looks(vault, network.id) if one.account_id == look.account_id]
    return Now(
        network=network,
        account=account,
        several=len(mine) > 1,
        look=look,
        kept=kept,
        before=stranger.before(looks, look),
        earlier=tuple(one for one in looks if one.id != look.id and one.finished),
        addresses=stranger.openings(network, account),
        items=_in_log(bench, look),
        today=local_day(vault.now()),
    )


def _in_log(bench: Workbench, look: Look) -> frozenset[str]:
    found = set()
    for mark in look.marks.values():
        try:
            if mark.item_id:
                found.add(log.get(bench.vault, mark.item_id).id)
        except NotFound:  # deleted since: it can be logged again
            continue
    return frozenset(found)
