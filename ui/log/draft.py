"""What stands in the form, as one value: kept when the person leaves it half done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from footprint.checklists import NetworkFile, Removal
from footprint.i18n import _
from footprint.log import Action, Item, Kind, Origin, Relation, Severity


@dataclass(frozen=True)
class Draft:
    """The fields of the form as they stand. Enums are kept by value, "" while nothing is chosen."""

    origin: str = ""
    title: str = ""
    address: str = ""
    place: str = ""
    network: str = ""
    kind: str = Kind.OTHER.value
    action: str = Action.REMOVE.value
    contact: str = ""
    notes: str = ""
    severity: str = Severity.MEDIUM.value
    due: date | None = None
    relation: str = ""

    @classmethod
    def of(cls, item: Item) -> Draft:
        """An item as the form shows it."""
        return cls(
            item.origin.value, item.title, item.address, item.place, item.network, item.kind.value, item.action.value,
            item.contact, item.notes, item.severity.value, item.due, item.relation or "",
        )  # fmt: skip

    def values(self) -> dict[str, Any]:
        """What `log.New` and `log.change` take."""
        return {
            "title": self.title,
            "address": self.address,
            "place": self.place,
            "network": self.network,
            "kind": Kind(self.kind),
            "origin": Origin(self.origin),
            "action": Action(self.action),
            "contact": self.contact,
            "notes": self.notes,
            "severity": Severity(self.severity),
            "due": self.due,
            "relation": Relation(self.relation) if self.relation else None,
        }


# What is mostly done about a listing, by who can take it away.
_ACTIONS = {Removal.YOURSELF: Action.REMOVE, Removal.ASK: Action.ASK, Removal.CANNOT: Action.KEEP}


def listing_draft(place: NetworkFile) -> Draft:
    """A listing at a place of the library: an organisation put it there, and the place says who can take it away."""
    facts = place.place
    return Draft(
        origin=Origin.ORGANISATION.value,
        title=_("My listing: {place}").format(place=place.name),
        address=(facts.look.link if facts is not None else "") or place.start,
        place=place.name,
        kind=Kind.LISTING.value,
        action=(_ACTIONS[facts.removal] if facts is not None else Action.ASK).value,
    )
