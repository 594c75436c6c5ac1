"""The ladder of a thing: every rung with how it stands, and the words of the one that is looked at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint import dates
from footprint.i18n import _
from footprint.log.ladder import Outcome, Rung, Standing, Step
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.steps import NumberedSteps, StepList, StepRow, StepState
from ui.kit.text import BoldText, Heading, PlainLabel
from ui.kit.theme import space
from ui.log.ladder_words import lasts, settled
from ui.page import clear


class LadderCard(Card):
    """One tab stop; arrows move along the rungs, Enter or a press opens one."""

    wanted = Signal(str)  # a Rung by its value: the person would rather do this one next

    def __init__(self) -> None:
        super().__init__(title=_("Your ladder"))
        self._standing: Standing | None = None
        self._item_id = ""
        self.open: Rung | None = None
        self.intro = PlainLabel(
            _("One step at a time, the kind ones first. Choose one to read about it."), colour="text2"
        )
        self.rungs = StepList(_("The steps of the ladder"))
        self.rungs.chosen.connect(lambda value: self.show_rung(Rung(value)))
        self.detail = Card("sunken")
        self._lines = QVBoxLayout()
        space(self._lines, 8)
        self.want = Btn(_("I want to do this next"))
        self.want.clicked.connect(lambda: self.open is not None and self.wanted.emit(self.open.value))
        self.detail.add(self._lines)
        self.detail.add(self.want)
        for part in (self.intro, self.rungs, self.detail):
            self.add(part)

    def show_standing(self, item_id: str, standing: Standing) -> None:
        """The rung of the next step is open, until the person opens another."""
        if item_id != self._item_id or (self._standing and self._standing.proposal.rung != standing.proposal.rung):
            self.open = None
        self._item_id, self._standing = item_id, standing
        self.rungs.show(list(_rows(standing)))
        self.show_rung(self.open or standing.proposal.rung or standing.steps[0].rung)

    def focus_rungs(self) -> None:
        """To the list, so that another rung can be chosen."""
        stop = next((one for one in self.rungs.buttons if one.state is StepState.HERE), None)
        (stop or self.rungs.buttons[0]).setFocus()

    def show_rung(self, rung: Rung) -> None:
        """The words of one rung."""
        standing = self._standing
        if standing is None:
            return
        self.open, step = rung, standing.step(rung)
        now = rung is standing.proposal.rung
        clear(self._lines)
        self._lines.addWidget(Heading(step.entry.title, "h3"))
        self._lines.addWidget(PlainLabel(step.why))
        for part in _detail(step, standing, now=now):
            self._lines.addWidget(part)
        self.want.setVisible(step.open and not now)


def _detail(step: Step, standing: Standing, *, now: bool) -> Iterator[PlainLabel | NumberedSteps]:
    last = standing.latest(step.rung)
    if last is not None and last.outcome is not Outcome.CHOSEN:
        yield PlainLabel(settled(last, standing), "body", "text2")
    if not step.applies:
        return
    entry = step.entry
    if not now:
        yield BoldText(entry.when)
        yield NumberedSteps(entry.takes)
    if entry.wait:
        yield PlainLabel(_("How long to wait: {time}.").format(time=lasts(entry.wait, entry.unit)), "body")
    if entry.silence:
        yield PlainLabel(_("No answer? {words}").format(words=entry.silence), "body")
    if entry.refusal:
        yield PlainLabel(_("They say no? {words}").format(words=entry.refusal), "body")
    if entry.confidence != "unverified":
        yield PlainLabel(_("Checked {day}.").format(day=dates.day_in_words(entry.verified)), "small", "text2")


def _rows(standing: Standing) -> Iterator[StepRow]:
    yes, no = _("For this"), _("Not for this")
    for step in standing.steps:
        last = standing.latest(step.rung)
        if step.rung is standing.proposal.rung:
            state = StepState.HERE
        elif last is not None and last.outcome.over:
            state = StepState.DONE
        else:
            state = StepState.TODO
        title = step.entry.title
        if last is not None and last.outcome not in (Outcome.CHOSEN, Outcome.DONE):
            title = _("{rung}: {outcome}").format(rung=title, outcome=last.outcome.label.lower())
        yield StepRow(step.rung.value, title, state, yes if step.applies else no)
