"""Plans the person took on: how far they are with each, which nobody else can see, and a way to put one away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.supervision import plans
from footprint.supervision.plans import Part, Standing
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.layout import Fold, hbox, vbox
from ui.kit.progress import Progress
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import PlainLabel
from ui.kit.theme import px
from ui.page import clear
from ui.supervision.plan_files import ask_for_plan

WATCHES = Changes(accounts=True, answers=True, findings=True, reminders=True, plans=True, steps=True)


class PlansSection(QWidget):
    """A part of a page: call `reload` when the page is shown. It looks again by itself after changes.

    `filled` with how many there are. With `opens`, a button to open a plan stands there too.
    """

    filled = Signal(int)

    def __init__(self, desk: Desk, *, opens: bool = True) -> None:
        super().__init__()
        self.desk, self._opens = desk, opens
        self.cards: dict[str, PlanCard] = {}
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        desk.changed.connect(self._on_changed)

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(WATCHES) and self.isVisible():
            self.reload()

    def _read(self, _task: Task) -> tuple[Standing, ...]:
        bench = self.desk.bench
        return plans.standings(bench.vault, bench.checklists, local_day(bench.vault.now()))

    def _show(self, found: tuple[Standing, ...]) -> None:
        clear(self._column)
        self.cards = {}
        for one in found:
            card = PlanCard(one, self.desk)
            card.dropped.connect(self._drop)
            self.cards[one.taken.id] = card
            self._column.addWidget(card)
        if self._opens:
            button = Btn(_("Open a plan…"), icon="checklist")
            button.clicked.connect(lambda: ask_for_plan(self, self.desk))
            self._column.addWidget(ButtonRow(button))
        self.filled.emit(len(found))

    def _drop(self, plan_id: str) -> None:
        vault = self.desk.bench.vault

        def work(_task: Task) -> Done[Any]:
            return plans.drop(vault, plan_id)

        self.desk.run(
            Operation(
                work,
                changes=Changes(plans=True, reminders=True),
                said=lambda _one: _("The plan is put away. What you took on stays."),
            )
        )


class PlansRow(RowButton):
    """One line that leads to the plans, and says how far the person is with the newest."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Plans"), _("What somebody suggested to you. Open one, or see how far you are"), icon="checklist"
        )
        self.setObjectName("part:plans")
        self._desk = desk
        self.clicked.connect(lambda: desk.go("plan"))
        desk.read(self._read, self._show)

    def _read(self, _task: Task) -> tuple[Standing, ...]:
        bench = self._desk.bench
        return plans.standings(bench.vault, bench.checklists, local_day(bench.vault.now()))

    def _show(self, found: tuple[Standing, ...]) -> None:
        if found and isValid(self):
            self.show_row(_("Plans"), found[0].words, "", "neutral")


class PlanCard(RowsCard):
    """One plan: how far, each part as a way to it, and what came with it."""

    dropped = Signal(str)

    def __init__(self, now: Standing, desk: Desk) -> None:
        taken = now.taken
        super().__init__(_("A plan from {who}").format(who=taken.sender) if taken.sender else _("Your plan"))
        self.bar = Progress(_("How far you are"))
        self.bar.show(now.done, now.total, now.words)
        self.add_beside(self.bar)
        self.add_beside(PlainLabel(_("Only you see this. It follows from your own answers."), "small", "text2"))
        self.body.addSpacing(px(6))
        self.rows: dict[str, RowButton] = {}
        for one in now.parts:
            row = _network_row(one, last=one is now.parts[-1] and not taken.search)
            row.clicked.connect(lambda _on=False, network=one.network: desk.go("checklists", network=network))
            self.rows[one.network] = row
            self.add(row)
        if taken.search:
            tone, pill = ("done", _("Done")) if now.searched else ("neutral", _("Not done yet"))
            row = RowButton(_("Search for your name"), "", pill, tone, icon="search", last=True)
            row.clicked.connect(lambda: desk.go("search"))
            self.rows["search"] = row
            self.add(row)
        self._add_what_came_with_it(now)
        away = Btn(_("Put this plan away"), "quiet", "trash")
        away.clicked.connect(lambda: self.dropped.emit(taken.id))
        self.add_quiet(away)

    def _add_what_came_with_it(self, now: Standing) -> None:
        taken = now.taken
        known = plans.questions(plans.Plan((), taken.made, prompts=taken.prompts))
        if not taken.note and not known:
            return
        fold = Fold(_("The note and the questions for the talk"))
        fold.body.addWidget(
            PlainLabel(_("The plan was made on {day}.").format(day=day_in_words(taken.made)), "small", "text2")
        )
        if taken.note:
            fold.body.addWidget(PlainLabel(taken.note))
        for one in known:
            fold.body.addWidget(PlainLabel(f"• {one.text}"))
        self.body.addLayout(hbox(fold, margins=(12, 0, 12, 0)))


def _network_row(one: Part, *, last: bool) -> RowButton:
    name = one.name if one.known else _("Any other network: {name}").format(name=one.name)
    if one.finished:
        return RowButton(name, "", _("Done"), "done", letter=one.name[:1].upper(), last=last)
    words = _("{done} of {total} checks").format(done=one.done, total=one.total) if one.done else _("Not started")
    tone = "info" if one.done else "neutral"
    return RowButton(name, "", words, tone, letter=one.name[:1].upper(), last=last)
