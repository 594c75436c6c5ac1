"""What stands in the form, as one value: kept when the person leaves it half done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from footprint.log import Action, Item, Kind, Origin, Severity


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

    @classmethod
    def of(cls, item: Item) -> Draft:
        """An item as the form shows it."""
        return cls(
            item.origin.value, item.title, item.address, item.place, item.network, item.kind.value, item.action.value,
            item.contact, item.notes, item.severity.value, item.due,
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
        }
