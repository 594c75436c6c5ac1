"""Search my name: who is looked for, the two ways to look, and sorting what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from footprint import person, search
from footprint.i18n import _
from footprint.search import Counts, Plan, Run
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.page import Page
from ui.search.by_hand import ByHand
from ui.search.names import Names
from ui.search.outcome import OutcomeCard
from ui.search.sending import Sending
from ui.search.triage import Triage
from ui.search.ways import Ways
from ui.search.wording import how_far


class Stage(StrEnum):
    NAMES = "names"
    WAYS = "ways"
    BY_HAND = "by hand"
    SEND = "send"
    SORT = "sort"


@dataclass(frozen=True)
class _Seen:
    has_name: bool
    counts: Counts
    last: Run | None


class SearchPage(Page):
    """One stage at a time. It opens where there is something to do: names, results to sort, or the ways to look."""

    watches: ClassVar[Changes] = Changes(person=True, findings=True)
    help_topic: ClassVar[str] = "search"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Search my name"))
        self.stage: Stage | None = None
        self.part: QWidget | None = None
        self._seen: _Seen | None = None
        self._wanted = ""
        self._again = Btn(_("Search again"), "secondary", "search")
        self._again.clicked.connect(lambda: self.show_stage(Stage.WAYS))
        self._again.hide()
        self.add_action(self._again)

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def show_at(self, **details: object) -> None:
        """`stage="sort"` opens the results left to sort."""
        self._wanted = str(details.get("stage", ""))
        if self._seen is not None and self._wanted:
            self._open_wanted()

    def choose(self, number: int) -> None:
        if isinstance(self.part, Triage):
            self.part.choose(number)

    def back(self) -> None:
        if self.stage in (Stage.BY_HAND, Stage.SEND):
            self.show_stage(Stage.WAYS)
        elif self.stage is Stage.WAYS and self._seen and self._seen.counts.left:
            self.show_stage(Stage.SORT)
        else:
            super().back()

    def escape(self) -> bool:
        if isinstance(self.part, Sending):
            return self.part.stop()
        return isinstance(self.part, Triage) and self.part.escape()

    # -- stages ------------------------------------------------------------------------------------

    def show_stage(self, stage: Stage) -> None:
        """Put a stage in the page's place, with focus on the heading."""
        self.stage = stage
        self.clear_body()
        self.primary = None
        self.part = self._make(stage)
        self.body.addWidget(self.part, 1)
        self._again.setVisible(stage is Stage.SORT)
        self._say_where()
        self.arrive()

    def _make(self, stage: Stage) -> QWidget:
        if stage is Stage.NAMES:
            names = Names(self.desk)
            names.done.connect(lambda: self.show_stage(Stage.WAYS))
            self.primary = names.primary
            return names
        if stage is Stage.WAYS:
            ways = Ways(self.desk, self._seen.last if self._seen else None)
            ways.by_hand_chosen.connect(lambda: self.show_stage(Stage.BY_HAND))
            ways.plan_made.connect(self.show_plan)
            ways.names_chosen.connect(lambda: self.show_stage(Stage.NAMES))
            ways.sort_chosen.connect(lambda: self.show_stage(Stage.SORT))
            self.primary = ways.primary
            return ways
        if stage is Stage.BY_HAND:
            by_hand = ByHand(self.desk)
            by_hand.sort_chosen.connect(lambda: self.show_stage(Stage.SORT))
            return by_hand
        triage = Triage(self.desk)
        triage.look_chosen.connect(lambda: self.show_stage(Stage.WAYS))
        triage.counted.connect(self._counted)
        return triage

    def show_plan(self, plan: Plan) -> None:
        """What would be sent, before anything is."""
        self.stage = Stage.SEND
        self.clear_body()
        sending = Sending(self.desk, plan)
        sending.ended.connect(self.show_outcome)
        sending.left.connect(lambda: self.show_stage(Stage.WAYS))
        self.part = sending
        self.body.addWidget(sending, 1)
        self.say_line(_("Read what would be sent. Nothing has left this computer yet."))
        self.arrive()

    def show_outcome(self, run: Run) -> None:
        """How a search ended."""
        self.clear_body()
        card = OutcomeCard(run, list(self.bench.providers))
        card.sort_chosen.connect(lambda: self.show_stage(Stage.SORT))
        card.again_chosen.connect(lambda: self.show_stage(Stage.WAYS))
        self.primary = card.primary
        self.part = card
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.say_line("")
        self.arrive()

    # -- what the page knows -----------------------------------------------------------------------

    def _read(self, _task: Task) -> _Seen:
        names = any(one.kind.is_name for one in person.searchable(self.vault))
        return _Seen(names, search.counts(self.vault), search.last_run(self.vault))

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        if self.stage is None:
            self._open_wanted()
        self._say_where()

    def _counted(self, counts: Counts) -> None:
        if self.stage is Stage.SORT:
            self.say_line(how_far(counts))

    def _open_wanted(self) -> None:
        seen = self._seen
        assert seen is not None
        if self._wanted == "sort" or (not self._wanted and seen.counts.left):
            self.show_stage(Stage.SORT)
        elif not seen.has_name:
            self.show_stage(Stage.NAMES)
        else:
            self.show_stage(Stage.WAYS)
        self._wanted = ""

    def _say_where(self) -> None:
        if self._seen is None:
            return
        if self.stage is Stage.SORT:
            self.say_line(how_far(self._seen.counts))
        elif self.stage is Stage.NAMES:
            self.say_line(_("First, who is looked for? This stays on this computer."))
        elif self.stage is Stage.WAYS:
            self.say_line(_("See what comes up when someone looks for you."))
        elif self.stage is Stage.BY_HAND:
            self.say_line(_("You look in your own browser, and write down here what you saw."))
