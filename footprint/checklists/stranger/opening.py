"""What to open in a private window: the profile first, then what the checklist file knows of, each address once."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from footprint.checklists.format import NetworkFile
from footprint.checklists.listing import address
from footprint.checklists.stranger.records import Address
from footprint.i18n import _
from footprint.person import Account


def openings(network: NetworkFile, account: Account | None = None) -> tuple[Address, ...]:
    """The addresses to open for one account, or for a network without one.

    An address that needs a username the person has not given has an empty `link`; it is left out where the account's
    own address leads to the same place.
    """
    found: list[Address] = []
    for one in _all(network, account):
        if one.link and any(_key(one.link) == _key(other.link) for other in found):
            continue
        if not one.link and any(one.label == other.label for other in found):
            continue
        found.append(one)
    return tuple(found)


def _all(network: NetworkFile, account: Account | None) -> Iterator[Address]:
    handle = account.handle if account is not None else ""
    yours = _("Your profile")
    if account is not None and account.address and not handle:
        yield Address(yours, account.address)
    if network.profile.address:
        yield Address(yours, _filled(network.profile.address, handle))
    if account is not None and account.address:
        yield Address(_("Your profile, as you gave its address"), account.address)
    for one in network.stranger.open:
        yield Address(one.label, _filled(one.link, handle))
    page = network.pages.logged_out
    if page is not None and page.link:
        own = "{" not in page.link
        label = _("How {network} itself shows your profile") if own else yours
        yield Address(label.format(network=network.name), _filled(page.link, handle), own_view=own)


def _filled(link: str, handle: str) -> str:
    """The address with the username in it; empty as long as any part of it is missing."""
    full = address(link, handle)
    return "" if "{" in full else full


def _key(link: str) -> str:
    """Alike for two spellings of one address."""
    parts = urlsplit(link)
    host = parts.netloc.casefold().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{unquote(parts.path).rstrip('/').casefold()}{query}"
