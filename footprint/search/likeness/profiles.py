"""Profiles somebody could find that carry the person's name, and whether one of them is an account of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from footprint import person
from footprint.checklists import Library, NetworkFile
from footprint.errors import FootprintError
from footprint.person import Account, Presence
from footprint.search import reading, store
from footprint.search.addresses import canonical, host_of
from footprint.search.hosts import is_on
from footprint.search.matching import weighing as matching
from footprint.search.matching.people import look_for
from footprint.search.matching.weighing import Profile
from footprint.search.reading import Reading
from footprint.search.records import Finding
from footprint.vault import Vault


@dataclass(frozen=True)
class Found:
    """A profile among the results. `network` is "" for a page elsewhere; `account` is the person's own it is.

    `picture` is the address of its picture, "" where no page of it was read. `named`: it carries their name or
    username.
    """

    finding: Finding
    network: str
    network_name: str
    handle: str
    named: bool
    picture: str
    account: Account | None = None

    @property
    def title(self) -> str:
        """What it is called; from outside."""
        return self.finding.title or self.finding.address


def found_profiles(vault: Vault, library: Library, kept: Iterable[str] = ()) -> tuple[Found, ...]:
    """Those with the person's name or username, and those of `kept` (ids of findings a picture is kept of)."""
    accounts, wanted = person.accounts(vault), frozenset(kept)
    who = matching.profile(person.details(vault), accounts)
    read = reading.latest(vault)
    sites = [(_site(one), one) for one in library.networks() if one.profile.address]
    with vault.reading() as db:
        findings = store.findings(db)
    found = []
    for one in findings:
        seen = read.get(one.id)
        network, handle = _network(one, sites)
        if network is None and (seen is None or not seen.picture) and one.id not in wanted:
            continue
        named = _named(who, one, seen)
        if named or one.id in wanted:
            found.append(_found(one, network, handle, seen, named, accounts))
    return tuple(found)


def _found(
    one: Finding,
    network: NetworkFile | None,
    handle: str,
    seen: Reading | None,
    named: bool,
    accounts: Iterable[Account],
) -> Found:
    return Found(
        finding=one,
        network="" if network is None else network.id,
        network_name=one.host if network is None else network.name,
        handle=handle,
        named=named,
        picture="" if seen is None else seen.picture,
        account=_own(one, network, handle, accounts),
    )


def _network(one: Finding, sites: Iterable[tuple[str, NetworkFile]]) -> tuple[NetworkFile | None, str]:
    """The network on which this is a profile, with its handle; None for a page elsewhere and for what is no profile."""
    for site, network in sites:
        if is_on(one.host, site):
            presence = _presence(one.address, network)
            if any(presence):
                return network, presence.handle
    return None, ""


def _site(network: NetworkFile) -> str:
    """Where its profiles are; where people choose a server no name is right, and nothing fits."""
    filled = network.profile.address.replace("{handle}", "x").replace("{server}", "x.invalid")
    return host_of(canonical(filled)).removeprefix("x.")


def _presence(address: str, network: NetworkFile) -> Presence:
    try:
        return person.read_presence(
            address, network.name, network.profile.address, network.profile.handle, network.domains
        )
    except FootprintError:
        return Presence("", "")


def _named(who: Profile, one: Finding, seen: Reading | None) -> bool:
    if one.named:
        return True
    texts = [one.title, one.snippet, *((seen.title, seen.author) if seen is not None else ())]
    if any((sighted := look_for(who.names, text, who.table)) is not None and sighted.whole for text in texts if text):
        return True
    pieces = {piece.lstrip("@").casefold() for piece in unquote(one.canonical).split("?")[0].split("/")[3:]}
    if not pieces.isdisjoint(who.handles):
        return True
    in_address = re.sub(r"[-_.+/?=&]+", " ", " ".join(pieces))
    sighted = look_for(who.names, in_address, who.table)
    return sighted is not None and sighted.whole


def _own(one: Finding, network: NetworkFile | None, handle: str, accounts: Iterable[Account]) -> Account | None:
    for account in accounts:
        if account.address and canonical(account.address) == one.canonical:
            return account
        same = bool(handle) and account.handle.lstrip("@").casefold() == handle.lstrip("@").casefold()
        if network is not None and account.network == network.id and same:
            return account
    return None
