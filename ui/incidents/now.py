"""What the pages of an incident note show, read in one go off the main thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint import log, person
from footprint.errors import NotFound
from footprint.log import incidents, third_party
from footprint.log.incidents import Contact, Incident, Whole
from footprint.log.third_party import NOBODY, Own
from footprint.packs.records import Pack
from footprint.person import Profile
from footprint.vault import Vault
from footprint.workbench import Workbench


@dataclass(frozen=True)
class Now:
    """One note as it stands. `kept` is False until its first answer is."""

    whole: Whole
    who: Profile
    in_line: tuple[Contact, ...]
    linkable: tuple[log.Evidence, ...] = ()
    kept: bool = True
    own: Own = NOBODY

    @property
    def note(self) -> Incident:
        return self.whole.incident


def read_now(vault: Vault, incident_id: str, pack: Pack | None = None) -> Now:
    """A note that is kept; `NotFound` where it no longer is. `pack`: the employer's, which may know whom to tell."""
    return _now(vault, incidents.whole(vault, incident_id), pack, kept=True)


def read_new(bench: Workbench, kind: incidents.Kind, item_id: str = "", network: str = "") -> Now:
    """A note to begin; one about an item of the log starts from where that is."""
    vault = bench.vault
    made = incidents.begin(vault, kind, item_id=item_id, network=network)
    if item_id:
        made = _from_item(vault, made, item_id)
    elif network:
        made = replace(made, place=bench.checklists.name(network))
    return _now(vault, Whole(made), bench.pack, kept=False)


def _from_item(vault: Vault, made: Incident, item_id: str) -> Incident:
    try:
        item = log.get(vault, item_id)
    except NotFound:
        return replace(made, item_id="")
    return replace(made, place=item.address or item.place, network=item.network)


def _now(vault: Vault, whole: Whole, pack: Pack | None, *, kept: bool) -> Now:
    note = whole.incident
    in_line = incidents.in_line(vault, note.kind, manager_fits=note.manager_fits, pack=pack)
    return Now(whole, person.profile(vault), in_line, _linkable(vault, whole), kept, third_party.own_of(vault))


def _linkable(vault: Vault, whole: Whole) -> tuple[log.Evidence, ...]:
    linked = {proof.kept_id for proof in whole.proofs}
    return tuple(one for one in incidents.linkable(vault, whole.incident.item_id) if one.id not in linked)
