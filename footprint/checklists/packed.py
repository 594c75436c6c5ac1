"""An employer's pack over the checklists that ship: its own checks and networks, other words, and what it hides.

A pack only ever adds and says things in its own words. A main check or one of high risk is never hidden, whatever the
pack says; how often a check comes up can only be sooner; a network of a pack is never asked for a username.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from footprint.checklists.decode import Problem
from footprint.checklists.format import Check, NetworkFile, Risk
from footprint.checklists.standing import cadence
from footprint.packs.format import Again, Cadence, HiddenCheck, RewordedCheck
from footprint.packs.never import KEPT_LISTS, SHOWN_LISTS
from footprint.packs.origins import FromPack, How, with_mark
from footprint.packs.records import Pack

if TYPE_CHECKING:
    from footprint.checklists.pack_parts import AddedChecks

ALL = ""


@dataclass(frozen=True)
class PackPart:
    """What a pack says about checklists, decoded. `checks` are its own by network, `networks` whole files.

    `employer` is the whole pack, for the rooms above that hold a library; `looks` is how often else to look.
    """

    organisation: str
    employer: Pack | None = None
    reword: Mapping[tuple[str, str], RewordedCheck] = field(default_factory=dict)
    hide: Mapping[tuple[str, str], HiddenCheck] = field(default_factory=dict)
    checks: Mapping[str, AddedChecks] = field(default_factory=dict)
    networks: Mapping[str, NetworkFile] = field(default_factory=dict)
    cadences: Mapping[str, Cadence] = field(default_factory=dict)
    looks: Mapping[str, Cadence] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def cadence_of(self, network_id: str) -> Cadence | None:
        """How often its checks come up here: what is said of the network itself before what is said of all."""
        return self.cadences.get(network_id) or self.cadences.get(ALL)

    def own(self) -> tuple[NetworkFile, ...]:
        """Its own networks, marked as what they are."""
        return tuple(self.over(_whole(one, self.organisation)) for one in self.networks.values())

    def over(self, network: NetworkFile) -> NetworkFile:
        """`network` with the pack over it; the very same where the pack says nothing of it."""
        new = FromPack(self.organisation)
        checks = [self._changed(network.id, one) for one in network.checks]
        added = self.checks.get(network.id)
        if added is not None:
            checks += [self._sooner(network.id, replace(one, origin=new)) for one in _unheard(added.checks, network)]
        if checks == list(network.checks):
            return network
        known = {one.id for one in network.groups}
        more = added.groups if added is not None else ()
        own = (replace(one, title=new.beside(one.title)) for one in more if one.id not in known)
        groups = (*network.groups, *own)
        return replace(network, checks=tuple(checks), groups=groups)

    def _changed(self, network_id: str, check: Check) -> Check:
        key = network_id, check.id
        check = self._sooner(network_id, check)
        if network_id in KEPT_LISTS:
            return check
        if key in self.hide and may_hide(check) and network_id not in SHOWN_LISTS:
            mark = FromPack(self.organisation, How.HIDDEN, self.hide[key].reason, check.title)
            return replace(check, retired=True, origin=mark)
        if key in self.reword:
            new = self.reword[key]
            mark = FromPack(
                self.organisation, How.REWORDED, new.reason, check.title, was_more=check.why if new.why else ""
            )
            return replace(check, title=new.title or check.title, why=new.why or check.why, origin=mark)
        return check

    def _sooner(self, network_id: str, check: Check) -> Check:
        said = self.cadence_of(network_id)
        return check if said is None or said.months >= cadence(check) else replace(check, again=said.months)


def may_hide(check: Check) -> bool:
    """Whether a pack may hide it: never a main check, never one of high risk."""
    return not check.essential and check.risk is not Risk.HIGH


def hidden_in(network: NetworkFile) -> tuple[Check, ...]:
    """The checks of a network that a pack hides, as they ship, each with its mark."""
    return tuple(replace(one, retired=False) for one in network.checks if one.origin and one.origin.how is How.HIDDEN)


def part_of(pack: Pack) -> PackPart:
    """What a pack says about checklists."""
    networks = [one.value for one in pack.networks]
    return PackPart(
        pack.organisation,
        pack,
        reword={(one.network, one.check): one for one in pack.checks.reword},
        hide={(one.network, one.check): one for one in pack.checks.hide},
        checks={one.value.network: one.value for one in pack.added_checks},
        networks={one.id: one for one in networks},
        cadences={one.network: one for one in pack.cadences.cadence if one.again is Again.CHECKS},
        looks={one.again.value: one for one in pack.cadences.cadence if one.again is not Again.CHECKS},
    )


def _whole(network: NetworkFile, organisation: str) -> NetworkFile:
    """A network of the pack: its name says so wherever it stands, and nothing is ever asked of it."""
    mark = FromPack(organisation, whole=True)
    checks = tuple(replace(one, origin=mark) for one in network.checks)
    return replace(network, name=with_mark(network.name, mark), origin=mark, checks=checks, probe=None)


def _unheard(checks: Iterable[Check], network: NetworkFile) -> Iterable[Check]:
    taken = {name for one in network.checks for name in (one.id, *one.was)}
    return (one for one in checks if one.id not in taken)
