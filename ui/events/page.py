"""The place “When life changes”: choose what it is, see the steps, and go through them one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QScrollArea

from footprint.i18n import _
from footprint.reminders import events
from footprint.reminders.events import Audit, Mark, Started, Step
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.events import words
from ui.events.now import OneEvent, Overview, read_event, read_overview
from ui.events.overview import EventList
from ui.events.step import StepCard
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.layout import Fold
from ui.kit.progress import Progress
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.page import Page


class EventsPage(Page):
    """`desk.go("events")` shows the list; with `event=` one of them, at its next step or at `step=`."""

    watches: ClassVar[Changes] = Changes(person=True, accounts=True, answers=True, items=True, events=True, steps=True)
    help_topic: ClassVar[str] = "events"
    max_width: ClassVar[int] = 860

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("When life changes"))
        self.event, self.step_id = "", ""
        self.list: EventList | None = None
        self.card: StepCard | None = None
        self.start_button: Btn | None = None
        self._started = ""

    # -- where we are ------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        self._go(str(details.get("event", "") or ""), str(details.get("step", "") or ""))

    def _go(self, event: str, step: str = "") -> None:
        self.event, self.step_id = event, step
        self._to_top()
        self.reload()
        self.arrive()

    def back(self) -> None:
        """Alt+Left: from one event to the list; from the list, to Home."""
        if self.event:
            self._go("")
        else:
            super().back()

    def escape(self) -> bool:
        if not self.event:
            return False
        self._go("")
        return True

    def reload(self) -> None:
        bench, event = self.bench, self.event
        if event:
            self.desk.read(lambda _task: read_event(bench, event), self._show_event)
        else:
            self.desk.read(lambda _task: read_overview(bench), self._show_list)

    # -- showing -----------------------------------------------------------------------------------

    def _start_over(self, title: str, line: str) -> None:
        holder = self.window().focusWidget()
        if holder is not None and holder is not self.heading and self.isAncestorOf(holder):
            self.arrive()
        self.clear_body()
        self.list, self.card, self.start_button, self.primary = None, None, None, None
        self.heading.setText(title)
        self.say_line(line)

    def _show_list(self, seen: Overview) -> None:
        if self.event:
            return
        self._start_over(_("When life changes"), _("Choose what it is. You get a short list, the urgent things first."))
        self.list = EventList(seen)
        self.list.chosen.connect(self._go)
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def _show_event(self, now: OneEvent) -> None:
        audit = now.audit
        if audit.event.id != self.event:
            return
        self._start_over(audit.event.name, words.left(audit))
        self._started = audit.started.id if audit.started is not None else ""
        if audit.started is None:
            self._add_begin(audit)
        else:
            bar = Progress(_("Steps done"), bare=True)
            bar.show(audit.settled, len(audit.asked), "")
            self.body.addWidget(bar)
            self._add_step(now)
        self.body.addStretch(1)

    def _add_begin(self, audit: Audit) -> None:
        """What it would be, before anything is begun."""
        self.body.addWidget(Banner("info", _(audit.event.first), quiet=True))
        self.start_button = Btn(_("Start"), "primary")
        self.start_button.clicked.connect(self._begin)
        self.primary = self.start_button
        back = Btn(_("Not now"), "quiet")
        back.clicked.connect(lambda: self._go(""))
        self.body.addWidget(ButtonRow(self.start_button, back))
        self._add_rows(_("What comes in which order"), audit.asked)

    def _add_step(self, now: OneEvent) -> None:
        audit = now.audit
        wanted = next((one for one in audit.asked if one.file.id == self.step_id), None)
        shown = wanted or audit.next
        if shown is None:
            self._add_finished(audit)
        else:
            self.card = StepCard(now, shown, audit.asked.index(shown) + 1)
            self.card.marked.connect(lambda mark: self._mark(shown, mark))
            self.card.checks_asked.connect(lambda network: self._sit_down(shown, network))
            self.card.opened.connect(lambda: self.desk.go(shown.file.place, **shown.file.details))
            self.card.link.connect(self.desk.open_link)
            self.primary = self.card.primary
            self.body.addWidget(self.card)
        rest = [one for one in audit.asked if one is not shown]
        self._add_rows(_("Still to do"), [one for one in rest if not one.settled])
        self._add_settled([one for one in rest if one.settled])
        if shown is not None:
            self._add_ways_out(audit)

    def _add_finished(self, audit: Audit) -> None:
        again = audit.event.again_days
        more = _("We will say so when it is worth a second look.") if again else ""
        done = Btn(_("Finish"), "primary")
        done.clicked.connect(lambda: self._finish(audit))
        self.primary = done
        self.body.addWidget(Banner("ok", _("You went through all of it"), more, done, quiet=True))

    def _add_rows(self, title: str, steps: Sequence[Step]) -> None:
        if not steps:
            return
        card = RowsCard(title)
        for one in steps:
            card.add(self._row(one, last=one is steps[-1]))
        self.body.addWidget(card)

    def _add_settled(self, steps: Sequence[Step]) -> None:
        if not steps:
            return
        fold = Fold(_("Done or left out ({n})").format(n=len(steps)))
        for one in steps:
            fold.body.addWidget(self._row(one, last=one is steps[-1]))
        self.body.addWidget(fold)

    def _row(self, one: Step, *, last: bool) -> RowButton:
        icon = "check_circle" if one.settled else "circle"
        row = RowButton(one.file.title, one.file.why, words.step(one), icon=icon, last=last)
        row.clicked.connect(lambda: self._open_step(one))
        return row

    def _open_step(self, one: Step) -> None:
        if self.start_button is not None:  # nothing was begun: a look at a step begins it there
            self.step_id = one.file.id
            self._begin()
        else:
            self._go(self.event, one.file.id)

    def _add_ways_out(self, audit: Audit) -> None:
        stop = Btn(_("I am done with this"), "quiet")
        stop.clicked.connect(lambda: self._finish(audit))
        forget = Btn(_("Forget this"), "quiet", "trash")
        forget.clicked.connect(lambda: self._forget(audit))
        self.body.addWidget(ButtonRow(stop, forget))

    # -- changing ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        event = self.event
        self._run(
            lambda: events.begin(self.vault, event, self.bench.pack),
            _("This is kept. You can stop at any time."),
            self._begun,
        )

    def _begun(self, _started: Started) -> None:
        self.reload()
        self.arrive()

    def _mark(self, step: Step, mark: Mark | None) -> None:
        event, started = self.event, self._started
        said = {Mark.DONE: _("Step done"), Mark.LEFT_OUT: _("Step left out"), None: _("Step open again")}[mark]
        library = self.bench.checklists

        def marked(_audit: Audit) -> None:
            self._go(event, step.file.id if mark is None else "")

        self._run(lambda: events.mark(self.vault, library, started, step.file.id, mark), said, marked)

    def _finish(self, audit: Audit) -> None:
        assert audit.started is not None
        started = audit.started.id
        self._run(lambda: events.finish(self.vault, started), _("Finished"), lambda _one: self._go(""))

    def _forget(self, audit: Audit) -> None:
        assert audit.started is not None
        started = audit.started.id
        self._run(lambda: events.forget(self.vault, started), _("Forgotten"), lambda _one: self._go(""))

    def _sit_down(self, step: Step, network: str) -> None:
        """The checks of the step in one sitting, beginning with this network; then back here."""
        parts = [(one.network, one.left or one.checks) for one in step.parts if one.left or one.network == network]
        parts.sort(key=lambda one: one[0] != network)
        self.desk.go("checklists", sitting=parts, then=("events", {"event": self.event}))

    def _run(self, work: Callable[[], Done[Any]], said: str, then: Callable[[Any], None]) -> None:
        self.desk.run(
            Operation(
                lambda _task: work(),
                changes=Changes(events=True, items=True),
                said=lambda _value: said,
            ),
            origin=self,
            then=then,
        )

    def _to_top(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(0)
