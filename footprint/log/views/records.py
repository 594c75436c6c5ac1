"""What a saved filter is, and the few the app comes with."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.errors import FootprintError
from footprint.i18n import N_
from footprint.log.origins import Origin
from footprint.log.records import Query
from footprint.log.states import Group, Status

MOST = 40
"""How many of their own a person can save: the list of them opens in a box, which should not grow without end."""
LONGEST_NAME = 60


class BadView(FootprintError):
    """A filter cannot be saved under this name."""


@dataclass(frozen=True)
class View:
    """A filter under a name. `made`: the app came with it, so it can be hidden but not renamed or deleted.

    `opens`: the list opens with it; one at most does.
    """

    id: str
    name: str
    query: Query
    made: bool = False
    hidden: bool = False
    opens: bool = False


MADE = {
    "waiting": (N_("Waiting for an answer"), Query(group=Group.WAITING)),
    "no-reply": (N_("No reply in time"), Query(status=Status.FOLLOW_UP)),
    "this-week": (N_("Due this week"), Query(due_within=7)),
    "nobody": (
        N_("Nobody may be written to"),
        Query(origins=tuple(one for one in Origin if one.worries)),
    ),
    "came-back": (N_("Came back"), Query(status=Status.CAME_BACK)),
}
"""Key, which is its id too: name and filter."""
