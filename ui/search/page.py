"""Search my name: one stage at a time, from who is looked for to sorting what was found."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from footprint import person, search
from footprint.i18n import _
from footprint.search import Plan, Run
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.person.details import can_be_found
from ui.search.stage import NOTHING_SEEN, TITLES, Seen, Stage, StagePart
from ui.search.stages import STAGES
from ui.search.wish import USUAL, Wish
from ui.staged import Part, StagedPage


class SearchPage(StagedPage):
    """One stage at a time. It opens where there is something to do: names, results to sort, or the ways to look."""

    watches: ClassVar[Changes] = Changes(person=True, findings=True, settings=True)
    help_topic = "search"  # then that of the stage

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Search my name"))
        self.stage: Stage | None = None
        self._seen: Seen | None = None
        self._wanted = self._finding = ""
        self._wish = USUAL  # what the last search was made with: never written down
        self._draft = USUAL  # what was chosen for the plan that is being read
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._paste)
        desk.settings_changed.connect(self._settings_changed)

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def show_at(self, **details: object) -> None:
        """`stage`: the value of a stage to open; `stage="sort"` opens the results left to sort, or at `finding`."""
        if self.part is not None and self.part.busy:
            return  # a search that runs is shown until it ends
        self._wanted, self._finding = str(details.get("stage", "")), str(details.get("finding", ""))
        if self._seen is not None and self._wanted:
            self._open_wanted()

    def back(self) -> None:
        """Out of work that runs; else a step back in the stage; else to the ways, to results left to sort, to Home."""
        if self.part is not None and (self.part.stop() or self.part.back()):
            return
        if self.stage is Stage.WAYS and self._seen is not None and self._seen.counts.left:
            self.show_stage(Stage.SORT)
        elif self.stage in (None, Stage.WAYS, Stage.SORT):
            super().back()
        else:
            self.show_stage(Stage.WAYS)

    def to_start(self) -> None:
        self.show_stage(Stage.WAYS)

    def icon_back(self) -> str:
        return "search" if self.stage is Stage.SORT else "left"

    def line_of(self, part: Part) -> str:
        return part.line(self.seen) if isinstance(part, StagePart) else ""

    def _paste(self) -> None:
        if isinstance(self.part, StagePart):
            self.part.paste()

    # -- stages ------------------------------------------------------------------------------------

    def show_stage(self, stage: Stage) -> None:
        """Put a stage in the page's place, with focus on the heading."""
        self.stage = stage
        if stage is not Stage.PLAN:
            self._draft = USUAL
        self._place(STAGES[stage](self.desk, self.seen))

    def show_plan(self, plan: Plan, wish: Wish = USUAL) -> None:
        """What would be sent, before anything is."""
        from ui.search.sending import Sending

        self.stage, self._draft = Stage.SEND, wish
        sending = Sending(self.desk, plan, wish)
        sending.ended.connect(self.show_outcome)
        self._place(sending)

    def show_outcome(self, run: Run, wish: Wish = USUAL) -> None:
        """How a search ended. What did not work is tried again as it was wished for."""
        from ui.search.outcome import OutcomeCard

        self._wish = wish
        self._place(OutcomeCard(self.desk, run, wish))

    def _place(self, part: StagePart) -> None:
        known = TITLES.get(self.stage) if self.stage is not None else None
        part.went.connect(lambda value: self.show_stage(Stage(value)))
        part.plan_made.connect(self.show_plan)
        self.put(part, _(known) if known else _("Search my name"))

    # -- what the page knows -----------------------------------------------------------------------

    @property
    def seen(self) -> Seen:
        return replace(self._seen or NOTHING_SEEN, wish=self._wish, draft=self._draft)

    def _read(self, _task: Task) -> Seen:
        named = can_be_found(person.details(self.vault))
        return Seen(named, search.counts(self.vault), search.last_run(self.vault))

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        if self.stage is None:
            self._open_wanted()
        self.step()

    def _open_wanted(self) -> None:
        seen = self._seen
        assert seen is not None
        wanted, self._wanted = self._wanted, ""
        if wanted in [one.value for one in STAGES]:
            self.show_stage(Stage(wanted))
            if isinstance(self.part, StagePart) and self._finding:
                self.part.show_finding(self._finding)
        elif seen.counts.left:
            self.show_stage(Stage.SORT)
        else:
            self.show_stage(Stage.WAYS if seen.has_name else Stage.NAMES)

    def _settings_changed(self, _settings: object) -> None:
        if self.stage is Stage.WAYS:
            self.show_stage(Stage.WAYS)
