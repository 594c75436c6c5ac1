"""How much of what the copies held, by account, kind, lens and decision: from counts kept while importing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.archives.index.filters import Decided
from footprint.archives.index.found import store as queries
from footprint.archives.index.numbers import HELD_KINDS, KINDS
from footprint.archives.records import HeldKind, Kind
from footprint.vault import Vault


@dataclass(frozen=True)
class Account:
    """One account at one network, as its copies name it. `kinds` counts its entries."""

    number: int
    network: str
    name: str
    kinds: Mapping[Kind, int]

    @property
    def entries(self) -> int:
        return sum(self.kinds.values())


@dataclass(frozen=True)
class HeldLine:
    """How many things of one sort a network keeps."""

    network: str
    kind: HeldKind
    count: int


@dataclass(frozen=True)
class Contents:
    """Everything that was brought in, in numbers. `lenses` counts entries with a flag, the most first."""

    accounts: tuple[Account, ...]
    lenses: Mapping[str, int]
    decided: Mapping[Decided, int]
    held: tuple[HeldLine, ...]

    @property
    def entries(self) -> int:
        return sum(one.entries for one in self.accounts)

    @property
    def flagged(self) -> int:
        """At least so many entries have a flag: those of the lens that raised the most."""
        return max(self.lenses.values(), default=0)

    @property
    def networks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.network for one in self.accounts))

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Those of which there are any, in their order."""
        return tuple(kind for kind in KINDS if any(one.kinds.get(kind) for one in self.accounts))


def contents(vault: Vault) -> Contents:
    with vault.reading() as db:
        kinds: dict[int, dict[Kind, int]] = {}
        for account, kind, count in queries.by_kind(db):
            kinds.setdefault(account, {})[KINDS[kind]] = count
        held: dict[tuple[str, HeldKind], int] = {}
        for network, _account, held_kind, count in queries.held(db):
            key = network, HELD_KINDS[held_kind]
            held[key] = held.get(key, 0) + count
        return Contents(
            tuple(Account(n, network, name, kinds.get(n, {})) for n, network, name in queries.accounts(db)),
            dict(queries.by_lens(db)),
            {Decided(one): count for one, count in queries.by_decision(db)},
            tuple(HeldLine(network, kind, count) for (network, kind), count in held.items()),
        )
