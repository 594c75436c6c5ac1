"""What the command line and the Guidance page show about the files: a line each, what serves what, every link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.checklists import texts
from footprint.checklists.format import Confidence, NetworkFile
from footprint.checklists.guidance import Guidance, GuidanceStatement
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
class ServedRow:
    """One statement of the guidance and the checks that serve it, as (network id, check id)."""

    statement: GuidanceStatement
    checks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LinkRow:
    """One address a file would have somebody open, and where it stands."""

    file: str
    place: str
    link: str


def listing(library: Library) -> tuple[ListRow, ...]:
    return tuple(_row(network) for network in library.networks())


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


def coverage(library: Library, guidance: Guidance) -> tuple[ServedRow, ...]:
    """Every statement in the guidance's order; those that no check serves have no checks."""
    found: dict[str, list[tuple[str, str]]] = {}
    for network in library.networks():
        for check in network.checks:
            for one in () if check.retired else check.guidance:
                found.setdefault(one, []).append((network.id, check.id))
    return tuple(ServedRow(one, tuple(found.get(one.id, ()))) for one in guidance.statements())


def links(networks: Iterable[NetworkFile]) -> tuple[LinkRow, ...]:
    return tuple(
        LinkRow(f"{network.id}.toml", link.place, link.address) for network in networks for link in texts.links(network)
    )


def address(link: str, handle: str = "") -> str:
    """`link` with the person's handle filled in; empty where it needs one and there is none."""
    from urllib.parse import quote

    if "{handle}" not in link:
        return link
    return link.replace("{handle}", quote(handle.strip().lstrip("@"), safe="")) if handle.strip(" @") else ""
