"""What the stages of “Old posts” have in common, and their names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from footprint.i18n import N_, _
from ui.staged import Part


class Stage(StrEnum):
    """The stages by the names that `desk.go("archives", stage=…)` takes."""

    OVERVIEW = "overview"
    ASK = "ask"
    BRING = "bring"
    REPORT = "report"
    REVIEW = "review"
    HELD = "held"
    DAY = "day"
    PHOTOS = "photos"
    LENSES = "lenses"


# The heading of the page; the others are “Old posts”.
TITLES: Mapping[Stage, str] = {
    Stage.ASK: N_("Ask for a copy"),
    Stage.BRING: N_("Bring in a copy"),
    Stage.REPORT: N_("What was read"),
    Stage.HELD: N_("Also held about you"),
    Stage.DAY: N_("A few a day"),
    Stage.PHOTOS: N_("Your photographs"),
    Stage.LENSES: N_("What to look out for"),
}


class ArchivePart(Part):
    """One stage. `about` of `asked` says what it is to show: a network, an archive."""

    help_topic: ClassVar[str] = "archives"

    @property
    def way_back(self) -> str:
        return _("All copies")

    def line(self) -> str:
        """The words under the heading."""
        return ""
