"""Search my name: who is looked for, the two ways to look, and sorting what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from footprint import person, search
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Counts, Look, Options, Plan, Run
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.page import Page
from ui.person.details import can_be_found
from ui.search.by_hand import ByHand
from ui.search.names import Names
from ui.search.outcome import OutcomeCard
from ui.search.probes import ProbePart
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
    PROBES = "probes"


@dataclass(frozen=True)
class _Seen:
    has_name: bool
    counts: Counts
    last: Run | None


class SearchPage(Page):
    """One stage at a time. It opens where there is something to do: names, results to sort, or the ways to look."""

    watches: ClassVar[Changes] = Changes(person=True, findings=True, settings=True)
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
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._paste)
        desk.settings_changed.connect(self._settings_changed)

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def show_at(self, **details: object) -> None:
        """`stage`: the value of a stage to open; `stage="sort"` opens the results left to sort."""
        if isinstance(self.part, Sending | ProbePart) and self.part.busy:
            return  # a search that runs is shown until it ends
        self._wanted = str(details.get("stage", ""))
        if self._seen is not None and self._wanted:
            self._open_wanted()

    def choose(self, number: int) -> None:
        if isinstance(self.part, Triage):
            self.part.choose(number)

    def back(self) -> None:
        if isinstance(self.part, Sending | ProbePart) and self.part.stop():
            return
        if isinstance(self.part, ByHand) and self.part.back():
            return
        if isinstance(self.part, Triage) and self.part.escape():
            return
        if self.stage in (Stage.BY_HAND, Stage.SEND, Stage.NAMES, Stage.PROBES):
            self.show_stage(Stage.WAYS)
        elif self.stage is Stage.WAYS and self._seen and self._seen.counts.left:
            self.show_stage(Stage.SORT)
        else:
            super().back()

    def escape(self) -> bool:
        if isinstance(self.part, Sending | ProbePart):
            return self.part.stop()
        return isinstance(self.part, Triage) and self.part.escape()

    # -- stages ------------------------------------------------------------------------------------

    def show_stage(self, stage: Stage) -> None:
        """Put a stage in the page's place, with focus on the heading."""
        self.stage = stage
        self._place(self._make(stage))
        self._say_where()

    def show_plan(self, plan: Plan) -> None:
        """What would be sent, before anything is."""
        self.stage = Stage.SEND
        sending = Sending(self.desk, plan)
        sending.ended.connect(self.show_outcome)
        sending.left.connect(lambda: self.show_stage(Stage.WAYS))
        sending.started.connect(self._searching)
        self._place(sending)
        self._take_primary()
        self.say_line(_("Read what would be sent. Nothing has left this computer yet."))

    def show_outcome(self, run: Run) -> None:
        """How a search ended."""
        card = OutcomeCard(self.desk, run)
        card.sort_chosen.connect(lambda: self.show_stage(Stage.SORT))
        card.again_chosen.connect(lambda: self.show_stage(Stage.WAYS))
        card.by_hand_chosen.connect(lambda: self.show_stage(Stage.BY_HAND))
        card.retry_chosen.connect(self._retry)
        self._place(card)
        self._take_primary()
        self.say_line("")

    def _make(self, stage: Stage) -> QWidget:
        return {
            Stage.NAMES: self._make_names,
            Stage.WAYS: self._make_ways,
            Stage.BY_HAND: self._make_by_hand,
            Stage.PROBES: self._make_probes,
        }.get(stage, self._make_triage)()

    def _make_names(self) -> QWidget:
        names = Names(self.desk)
        names.done.connect(lambda: self.show_stage(Stage.WAYS))
        return names

    def _make_ways(self) -> QWidget:
        ways = Ways(self.desk, self._seen.last if self._seen else None)
        ways.by_hand_chosen.connect(lambda: self.show_stage(Stage.BY_HAND))
        ways.plan_made.connect(self.show_plan)
        ways.names_chosen.connect(lambda: self.show_stage(Stage.NAMES))
        ways.sort_chosen.connect(lambda: self.show_stage(Stage.SORT))
        return ways

    def _make_by_hand(self) -> QWidget:
        by_hand = ByHand(self.desk)
        by_hand.sort_chosen.connect(lambda: self.show_stage(Stage.SORT))
        by_hand.names_chosen.connect(lambda: self.show_stage(Stage.NAMES))
        by_hand.stepped.connect(self._take_primary)
        by_hand.turned.connect(self._to_top)
        return by_hand

    def _make_probes(self) -> QWidget:
        part = ProbePart(self.desk)
        part.left.connect(lambda: self.show_stage(Stage.WAYS))
        part.sort_chosen.connect(lambda: self.show_stage(Stage.SORT))
        part.stepped.connect(self._asking_went_on)
        return part

    def _make_triage(self) -> QWidget:
        triage = Triage(self.desk)
        triage.look_chosen.connect(lambda: self.show_stage(Stage.WAYS))
        triage.counted.connect(self._counted)
        triage.stepped.connect(self._take_primary)
        return triage

    def _place(self, part: QWidget) -> None:
        """Instead of what was there; from the top, with focus on the heading."""
        self.clear_body()
        self.part = part
        self.body.addWidget(part, 1)
        self._again.setVisible(isinstance(part, Triage))
        self._take_primary()
        self._to_top()
        if self.isVisible():
            self.arrive()

    def _to_top(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(0)

    def _take_primary(self) -> None:
        """What Ctrl+Enter presses is for the stage to say."""
        self.primary = getattr(self.part, "primary", None)

    # -- searching ---------------------------------------------------------------------------------

    def _searching(self) -> None:
        self._take_primary()
        self.say_line(_("You can go on with other things. The result waits for you here."))
        self.arrive()

    def _asking_went_on(self) -> None:
        self._take_primary()
        self._to_top()
        self._say_where()

    def _retry(self, failed: Sequence[Look]) -> None:
        """Only the lines that did not work, in a preview of their own: a new press is a new consent."""
        wanted = frozenset((look.provider, look.words) for look in failed)
        self.desk.read(lambda task: self._plan_again(task, wanted), self._planned_again)

    def _plan_again(self, _task: Task, wanted: frozenset[tuple[str, str]]) -> Plan:
        whole = search.plan(self.vault, self.bench.providers, Options(from_work=True, more=True))
        lines = [line for line in whole.lines if (line.provider, line.words) in wanted]
        return Plan(tuple(lines)).only(line.number for line in lines)

    def _planned_again(self, plan: Plan) -> None:
        if plan.lines:
            self.show_plan(plan)
        else:
            self.desk.say(_("These lines cannot be asked any more. Start a new search instead."))
            self.show_stage(Stage.WAYS)

    def _paste(self) -> None:
        if isinstance(self.part, ByHand):
            self.part.paste()

    def _settings_changed(self, _settings: object) -> None:
        if self.stage is Stage.WAYS and isinstance(self.part, Ways):
            self.show_stage(Stage.WAYS)

    # -- what the page knows -----------------------------------------------------------------------

    def _read(self, _task: Task) -> _Seen:
        return _Seen(can_be_found(person.details(self.vault)), search.counts(self.vault), search.last_run(self.vault))

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        if self.stage is None:
            self._open_wanted()
        self._say_where()

    def _open_wanted(self) -> None:
        seen = self._seen
        assert seen is not None
        wanted, self._wanted = self._wanted, ""
        if wanted in (Stage.SORT, Stage.WAYS, Stage.NAMES, Stage.BY_HAND, Stage.PROBES):
            self.show_stage(Stage(wanted))
        elif seen.counts.left:
            self.show_stage(Stage.SORT)
        elif not seen.has_name:
            self.show_stage(Stage.NAMES)
        else:
            self.show_stage(Stage.WAYS)

    def _counted(self, counts: Counts) -> None:
        if self.stage is Stage.SORT:
            self.say_line(how_far(counts))
            self._again.setVisible(bool(counts.total))

    def _say_where(self) -> None:
        if self._seen is None or not isinstance(self.part, Names | Ways | ByHand | Triage | ProbePart):
            return
        if self.stage is Stage.SORT:
            self.say_line(how_far(self._seen.counts))
        elif self.stage is Stage.NAMES:
            self.say_line(_("First, who is looked for? This stays on this computer."))
        elif self.stage is Stage.WAYS:
            left = self._seen.counts.left
            words = ngettext("{n} result is left to sort.", "{n} results are left to sort.", left)
            here = _("See what comes up when someone looks for you.")
            self.say_line(f"{here} {words.format(n=number(left))}" if left else here)
        elif self.stage is Stage.BY_HAND:
            self.say_line(_("You look in your own browser, and write down here what you saw."))
        elif self.stage is Stage.PROBES:
            asked = isinstance(self.part, ProbePart) and (self.part.busy or self.part.outcome is not None)
            self.say_line("" if asked else _("See which sites know your username. Read first what would be asked."))
