"""The place “Old posts”: one stage at a time, from asking for a copy to what should go."""

from __future__ import annotations

from typing import ClassVar

from footprint.archives import concierge
from footprint.errors import NotFound
from footprint.i18n import _
from ui.archives.stage import TITLES, ArchivePart, Stage
from ui.archives.stages import STAGES
from ui.desk import Desk
from ui.staged import Part, StagedPage


class ArchivesPage(StagedPage):
    """`stage=` with `about=` opens a stage; `network=` asks for a copy of it; `copy=` opens one that is under way."""

    help_topic: ClassVar[str] = "archives"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Old posts"))
        self.stage: Stage | None = None

    def reload(self) -> None:
        if self.stage is None:
            self.show_stage(Stage.OVERVIEW)

    def show_at(self, **details: object) -> None:
        if self.part is not None and self.part.busy:
            return  # what is being read is shown until it ends
        about = str(details.get("about", "") or "")
        if copy := str(details.get("copy", "") or ""):
            self._open_copy(copy)
        elif network := str(details.get("network", "") or ""):
            self.show_stage(Stage.ASK, network)
        elif str(details.get("stage", "")) in [one.value for one in STAGES]:
            self.show_stage(Stage(str(details["stage"])), about)

    def show_stage(self, stage: Stage, about: str = "") -> None:
        """Put a stage in the page's place, with focus on the heading."""
        self.stage = stage
        part = STAGES[stage](self.desk, about)
        part.went.connect(self._go)
        known = TITLES.get(stage)
        self.put(part, _(known) if known else _("Old posts"))

    def back(self) -> None:
        if self.part is not None and (self.part.stop() or self.part.back()):
            return
        if self.stage in (None, Stage.OVERVIEW):
            super().back()
        else:
            self.to_start()

    def to_start(self) -> None:
        self.show_stage(Stage.OVERVIEW)

    def line_of(self, part: Part) -> str:
        return part.line() if isinstance(part, ArchivePart) else ""

    def _go(self, asked: str) -> None:
        """`stage` or `stage:what it is about`."""
        stage, _colon, about = asked.partition(":")
        self.show_stage(Stage(stage), about)

    def _open_copy(self, copy_id: str) -> None:
        try:
            network = concierge.get(self.vault, copy_id).network
        except NotFound:
            self.show_stage(Stage.OVERVIEW)
        else:
            self.show_stage(Stage.ASK, network)
