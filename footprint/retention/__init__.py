"""Closed things that go after a time the person chose, for good: from the vault and from the copies the app makes.

Off unless the person turns it on. `plan(vault, months)` says beforehand which would go; `purge(vault, plan)` does it;
`finish(vault)` carries through one that was cut off. Copies the app may not touch are told: `copies_elsewhere`.
"""

from footprint.retention.copies import Elsewhere, copies_elsewhere
from footprint.retention.planning import MONTHS, Going, Plan, plan
from footprint.retention.purging import Purged, finish, forget_people, forget_person, is_due, purge

__all__ = [
    "MONTHS",
    "Elsewhere",
    "Going",
    "Plan",
    "Purged",
    "copies_elsewhere",
    "finish",
    "forget_people",
    "forget_person",
    "is_due",
    "plan",
    "purge",
]
