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

    An address that needs a username the person has not given has an empty `link`. Of two names for one address the
    checklist file's own counts, since it is the closer one ("Your channel").
    """
    handle = account.handle if account is not None else ""
    found: dict[str, Address] = {}
    for label, pattern, own_view in _all(network, account):
        link = _filled(pattern, handle)
        key = _key(link or pattern)
        was = found.get(key)
        label = label or (was.label if was else _("Your profile"))
        found[key] = Address(label, link, own_view=own_view and (was is None or was.own_view))
    return tuple(found.values())


def _all(network: NetworkFile, account: Account | None) -> Iterator[tuple[str, str, bool]]:
    """Label (empty for the profile itself), address with its blanks, and whether it is the network's own view."""
    if account is not None and account.address and not account.handle:
        yield "", account.address, False
    elif network.profile.address:
        yield "", network.profile.address, False
        if account is not None and account.address:
            yield "", account.address, False
    for one in network.stranger.open:
        yield one.label, one.link, False
    page = network.pages.logged_out
    if page is not None and page.link:
        own = "{" not in page.link
        yield _("How {network} itself shows your profile").format(network=network.name) if own else "", page.link, own


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
