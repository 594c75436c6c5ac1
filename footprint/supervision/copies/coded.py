"""A summary as it stands in the vault, and back. Only what the closed types know can be written or read."""

from __future__ import annotations

from datetime import date

import msgspec

from footprint.supervision.summary import Area, Month, Network, Summary, Tens


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The same by number and by id."""

    made_on: date | None = None
    areas: tuple[int, ...] = ()
    tens: int | None = None
    last: tuple[int, int] | None = None
    next: tuple[int, int] | None = None
    networks: tuple[str, ...] = ()


def coded(one: Summary) -> str:
    said = _Said(
        one.made_on,
        tuple(sorted(area.value for area in one.areas)),
        one.finished.tens if one.finished else None,
        (one.last.year, one.last.month) if one.last else None,
        (one.next.year, one.next.month) if one.next else None,
        tuple(sorted(network.value for network in one.networks)),
    )
    return msgspec.json.encode(said).decode()


def decoded(text: str) -> Summary | None:
    """None for what no summary of ours is: it is not shown, whoever wrote it there."""
    try:
        said = msgspec.json.decode(text, type=_Said)
        return Summary(
            said.made_on,
            frozenset(Area(one) for one in said.areas),
            None if said.tens is None else Tens(said.tens),
            None if said.last is None else Month(*said.last),
            None if said.next is None else Month(*said.next),
            frozenset(Network(one) for one in said.networks),
        )
    except (msgspec.MsgspecError, ValueError, TypeError):
        return None
