"""What the stages of “Search my name” have in common: how one asks for another, and what the page asks of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import Signal

from footprint.i18n import N_, _
from footprint.search import Counts, Run
from ui.search.wish import USUAL, Wish
from ui.staged import Part


class Stage(StrEnum):
    """The stages by the names that `desk.go("search", stage=…)` takes."""

    NAMES = "names"
    WAYS = "ways"
    PLAN = "plan"
    BY_HAND = "by hand"
    SEND = "send"
    SORT = "sort"
    PROBES = "probes"
    CHANGES = "changes"
    PICTURES = "pictures"
    BY_PICTURE = "by picture"
    BOOKMARKS = "bookmarks"


# The heading of the page; the others are “Search my name”.
TITLES: Mapping[Stage, str] = {
    Stage.PLAN: N_("Search for me"),
    Stage.SEND: N_("Search for me"),
    Stage.BY_HAND: N_("Look in my own browser"),
    Stage.PROBES: N_("Which sites know my username"),
    Stage.PICTURES: N_("My pictures"),
    Stage.BY_PICTURE: N_("Look with a picture"),
    Stage.BOOKMARKS: N_("Look through my bookmarks"),
    Stage.CHANGES: N_("What changed"),
}


@dataclass(frozen=True)
class Seen:
    """What the page knows of the audit when it places a stage."""

    has_name: bool
    counts: Counts
    last: Run | None
    wish: Wish = USUAL  # what the last search was made with
    draft: Wish = USUAL  # what was chosen for a plan that was not sent


NOTHING_SEEN = Seen(False, Counts(0, 0, 0), None)  # before the first reading


class StagePart(Part):
    """One stage of the search."""

    plan_made = Signal(object, object)  # a Plan to show before it is sent, and the Wish it was made with

    help_topic: ClassVar[str] = "search"

    @property
    def way_back(self) -> str:
        """Leads to the ways to look; "" where the stage has its own way out."""
        return _("All ways to look")

    def paste(self) -> None:
        """Ctrl+V anywhere on the page."""

    def show_finding(self, finding_id: str) -> None:
        """Show this result, in a stage that shows results."""

    def line(self, seen: Seen) -> str:
        """The words under the heading."""
        return ""
