"""What there is to list about the files: a line each, every link, and an address with the person's handle in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.checklists import texts
from footprint.checklists.format import Confidence, NetworkFile
from footprint.checklists.load import Library
from footprint.checklists.progress import minutes


@dataclass(frozen=True)
class ListRow:
    """One file in numbers."""

    id: str
    name: str
    kind: str
    checks: int
    essential: int
    minutes: int
    official: int
    independent: int
    unverified: int
    oldest: date | None


@dataclass(frozen=True)
class LinkRow:
    """One address a file would have somebody open, and where it stands."""

    file: str
    place: str
    link: str


def listing(library: Library) -> tuple[ListRow, ...]:
    return tuple(_row(network) for network in library.files())


def _row(network: NetworkFile) -> ListRow:
    live = [check for check in network.checks if not check.retired]
    counts = Counter(check.confidence for check in live)
    return ListRow(
        id=network.id,
        name=network.name,
        kind=network.kind.value,
        checks=len(live),
        essential=sum(check.essential for check in live),
        minutes=minutes(check for check in live if check.essential),
        official=counts[Confidence.OFFICIAL],
        independent=counts[Confidence.INDEPENDENT],
        unverified=counts[Confidence.UNVERIFIED],
        oldest=min((check.verified for check in live), default=None),
    )


def links(networks: Iterable[NetworkFile]) -> tuple[LinkRow, ...]:
    return tuple(
        LinkRow(f"{network.id}.toml", link.place, link.address) for network in networks for link in texts.links(network)
    )


def address(link: str, handle: str = "") -> str:
    """`link` with the person's handle filled in; empty where it needs one and there is none.

    Where the link names a server too, the handle is `name@server`.
    """
    from urllib.parse import quote

    with_server = "{server}" in link
    if not with_server and "{handle}" not in link:
        return link
    name, server = handle.strip(" @"), ""
    if with_server:
        name, _at, server = name.partition("@")
    if not name or (with_server and not server):
        return ""
    return link.replace("{handle}", quote(name, safe="")).replace("{server}", quote(server, safe=""))
