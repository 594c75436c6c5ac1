"""The ladder of a thing: every rung with how it stands, and the words of the one that is looked at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint import dates
from footprint.checklists import Confidence
from footprint.i18n import _, ngettext
from footprint.log.ladder import Entry, Outcome, Rung, Standing, Step
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.steps import StepList, StepRow, StepState
from ui.kit.text import BoldText, Heading, PlainLabel
from ui.kit.theme import space
from ui.log.rungs.words import LINE, in_order, lasts, settled
from ui.page import clear


class LadderCard(Card):
    """One tab stop; arrows move along the rungs, Enter or a press opens one."""

    wanted = Signal(str)  # a Rung by its value: the person would rather do this one next

    def __init__(self) -> None:
        super().__init__(title=_("Your ladder"))
        self._standing: Standing | None = None
        self._item_id = ""
        self.open: Rung | None = None
        self.all = False
        self.rungs = StepList(_("The steps of the ladder"))
        self.rungs.chosen.connect(lambda value: self.show_rung(Rung(value)))
        self.detail = Card("sunken")
        self._lines = QVBoxLayout()
        space(self._lines, 8)
        self.want = Btn(_("I want to do this next"))
        self.want.clicked.connect(lambda: self.open is not None and self.wanted.emit(self.open.value))
        self.detail.add(self._lines)
        self.detail.add(self.want)
        self.others = Btn("", "quiet")
        self.others.clicked.connect(self._show_others)
        for part in (self.rungs, self.others, self.detail):
            self.add(part)

    def show_standing(self, item_id: str, standing: Standing) -> None:
        """Which rung is next; its words stand under “Next step”, those of any other appear when it is opened."""
        if item_id != self._item_id:
            self.all = False
        if item_id != self._item_id or (self._standing and self._standing.proposal.rung != standing.proposal.rung):
            self.open = None
        self._item_id, self._standing = item_id, standing
        self._show_rows()
        self.detail.setVisible(self.open is not None)
        if self.open is not None:
            self.show_rung(self.open)

    def _show_rows(self) -> None:
        standing = self._standing
        if standing is None:
            return
        self.rungs.show(list(_rows(standing, whole=self.all)))
        left_out = sum(not one.applies for one in standing.steps)
        self.others.setText(
            ngettext("{n} step is not for this. Why?", "{n} steps are not for this. Why?", left_out).format(n=left_out)
        )
        self.others.setVisible(left_out > 0 and not self.all)

    def _show_others(self) -> None:
        self.all = True
        self._show_rows()
        first = next(one for one in self.rungs.buttons if one.row.group != self.rungs.buttons[0].row.group)
        first.setFocus()
        first.click()

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
        self.detail.show()
        now = rung is standing.proposal.rung
        clear(self._lines)
        self._lines.addWidget(Heading(step.entry.title, "h3"))
        self._lines.addWidget(PlainLabel(step.why))
        for part in _detail(step, standing, now=now):
            self._lines.addWidget(part)
        self.want.setVisible(step.open and not now)


def _detail(step: Step, standing: Standing, *, now: bool) -> Iterator[PlainLabel]:
    last = standing.latest(step.rung)
    if last is not None and last.outcome is not Outcome.CHOSEN and not (now and standing.proposal.waiting):
        yield PlainLabel(settled(last, standing), "body", "text2")
    if not step.applies:
        return
    if not now:
        yield BoldText(LINE.join((step.entry.when, in_order(step.entry.takes))))
    later = "\n".join(_later(step.entry))
    if later:
        yield PlainLabel(later)
    if step.entry.confidence is not Confidence.UNVERIFIED:
        yield PlainLabel(_("Checked {day}.").format(day=dates.day_in_words(step.entry.verified)), "small", "text2")


def _later(entry: Entry) -> Iterator[str]:
    if entry.wait:
        yield _("How long to wait: {time}.").format(time=lasts(entry.wait, entry.unit))
    if entry.silence:
        yield _("No answer? {words}").format(words=entry.silence)
    if entry.refusal:
        yield _("They say no? {words}").format(words=entry.refusal)


def _rows(standing: Standing, *, whole: bool) -> Iterator[StepRow]:
    """Those that apply; `whole`: the others too, under a heading of their own."""
    yes, no = _("For this"), _("Not for this")
    for step in standing.steps:
        if not (step.applies or whole):
            continue
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
        yield StepRow(step.rung.value, title, state, (yes if step.applies else no) if whole else "")
