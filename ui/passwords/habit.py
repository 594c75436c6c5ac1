"""One account: how its password is looked after, reasons to change it, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import checklists, passwords, person
from footprint.checklists import GuidanceStatement, Page
from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.passwords import Step, habits
from footprint.passwords.habits import Contact, Do, Habit, Kept, OnlyHere, Passkey, Reason, TwoStep
from footprint.person import Account, Purpose
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Option, Ticks
from ui.kit.fields import Field, Select
from ui.kit.layout import Columns, Fold
from ui.kit.steps import NumberedSteps
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear

_RULE = "g26"  # what the guidance says of passwords
_TAKEN_OVER = "taken-over"
_QUESTIONS: tuple[tuple[str, str, Any], ...] = (
    ("only_here", "Is the password used only here?", OnlyHere),
    ("kept", "Where do you keep it?", Kept),
    ("two_step", "What do they ask for besides the password?", TwoStep),
    ("passkey", "Is there a passkey?", Passkey),
    ("contact", "Are the email and phone there still yours?", Contact),
)


@dataclass(frozen=True)
class Seen:
    """All that is shown of one account."""

    account: Account
    habit: Habit
    step: Step
    two_step: Page | None
    recover: Page | None
    rule: GuidanceStatement | None


def read(desk: Desk, account_id: str) -> Seen:
    """Off the main thread."""
    bench = desk.bench
    account = person.account(bench.vault, account_id)
    file = bench.checklists.network_or_any(account.network)
    guidance, _problems = checklists.load_guidance()
    rule = next((one for one in guidance.statements() if one.id == _RULE), None)
    step = passwords.step_for(bench.checklists, account.network)
    usual = bench.checklists.network(checklists.ANY).pages.recover
    return Seen(
        account, habits.habit(bench.vault, account_id), step, file.pages.two_step, file.pages.recover or usual, rule
    )


class HabitView(QWidget):
    """Questions on the left; on the right what to do, and whose rule holds."""

    left = Signal()

    def __init__(self, desk: Desk, account_id: str) -> None:
        super().__init__()
        self._desk, self._account_id = desk, account_id
        self._seen: Seen | None = None
        self.selects: dict[str, Select] = {}
        self.reasons: Ticks | None = None
        self.todo: Card | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self._beside = QVBoxLayout()
        space(self._beside, 16)
        desk.read(lambda _task: read(desk, account_id), self._show)

    # -- building ---------------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        side = QWidget()
        side.setLayout(self._beside)
        self._column.addWidget(Columns([self._form(seen), side], ratio=(1.4, 1), min_width=820))
        self._column.addStretch(1)
        self._fill_beside(seen)

    def _form(self, seen: Seen) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        space(column, 16)
        card = Card(title=_("{network}: signing in").format(network=seen.step.name))
        card.add(PlainLabel(_("Answer what you know. Your answers are kept as you give them."), colour="text2"))
        for name, words, kind in _QUESTIONS:
            select = Select(_(words), [(one.value, one.label) for one in kind])
            select.set_value(str(getattr(seen.habit, name)))
            select.chosen.connect(lambda value, name=name, kind=kind: self._say(**{name: kind(value)}))
            self.selects[name] = select
            card.add(Field(_(words), select))
        column.addWidget(card)
        why = Card()
        self.reasons = Ticks(_("Is there a reason to change it?"), [Option(one.value, one.label) for one in Reason])
        self.reasons.set_values(one.value for one in seen.habit.reasons)
        self.reasons.changed.connect(self._reasons_changed)
        why.add(self.reasons)
        why.add(PlainLabel(_("How old a password is, is no reason by itself."), "small", "text2"))
        column.addWidget(why)
        column.addStretch(1)
        return holder

    def _fill_beside(self, seen: Seen) -> None:
        clear(self._beside)
        self.todo = self._to_do(seen)
        self._beside.addWidget(self.todo)
        self._beside.addWidget(_rule_card(seen))
        self._beside.addWidget(self._taken_over(seen))
        self._beside.addStretch(1)

    def _to_do(self, seen: Seen) -> Card:
        card = Card(title=_("What to do"))
        points = habits.points(seen.habit)
        if not points:
            well = habits.all_well(seen.habit)
            card.add(
                Banner("ok", _("All is well here"), quiet=True)
                if well
                else PlainLabel(_("Answer the questions, and what to do stands here."), colour="text2")
            )
        for point in points:
            card.add(Heading(point.do.label, "h3"))
            card.add(PlainLabel(point.why, colour="text2"))
            button = self._button(point.do, seen)
            if button is not None:
                card.add(button)
        if seen.habit.reviewed_on is not None:
            day = day_in_words(seen.habit.reviewed_on)
            card.add(PlainLabel(_("Looked at on {day}.").format(day=day), "small", "text2"))
        return card

    def _button(self, do: Do, seen: Seen) -> ButtonRow | None:
        if do is Do.CHANGE:
            change = Btn(_("Change it on {network}").format(network=seen.step.name), "secondary", "key")
            step = seen.step
            change.clicked.connect(lambda: self._desk.go("checklists", network=step.network, check=step.check))
            done = Btn(_("I have changed it"), "quiet")
            done.clicked.connect(self._changed)
            return ButtonRow(change, done)
        if do is Do.SESSIONS:
            looked = Btn(_("I have looked today"))
            looked.clicked.connect(self._looked)
            return ButtonRow(looked)
        if do is Do.TWO_STEP and seen.two_step is not None and seen.two_step.link and "{" not in seen.two_step.link:
            link = seen.two_step.link
            on = LinkBtn(_("Open the page for it"))
            on.clicked.connect(lambda: self._desk.open_link(link))
            return ButtonRow(on)
        return None

    def _taken_over(self, seen: Seen) -> Card:
        card = Card(title=_("If someone else gets in"))
        page = seen.recover
        if page is not None and (page.steps or page.note):
            fold = Fold(_("How to get back in"))
            if page.steps:
                fold.body.addWidget(NumberedSteps(page.steps))
            if page.note:
                fold.body.addWidget(PlainLabel(checklists.plain(page.note), "small", "text2"))
            fold.body.addWidget(_dated(page.source, day_in_words(page.verified)))
            card.add(fold)
        if page is not None and page.link and "{" not in page.link:
            link = page.link
            back = LinkBtn(_("Open the page to get back in"))
            back.clicked.connect(lambda: self._desk.open_link(link))
            card.add(ButtonRow(back))
        taken = Btn(_("My account was taken over"), "secondary", "warn")
        taken.clicked.connect(lambda: self._desk.go("events", event=_TAKEN_OVER))
        card.add(ButtonRow(taken))
        return card

    # -- answering --------------------------------------------------------------------------------------

    def _say(self, **answers: Any) -> None:
        vault, account = self._desk.bench.vault, self._account_id
        self._run(lambda _task: habits.say(vault, account, **answers))

    def _reasons_changed(self) -> None:
        if self.reasons is not None:
            self._say(reasons=tuple(Reason(value) for value in self.reasons.values()))

    def _looked(self) -> None:
        self._say(sessions_on=local_day(self._desk.bench.vault.now()))

    def _changed(self) -> None:
        vault, account = self._desk.bench.vault, self._account_id
        self._run(lambda _task: habits.changed(vault, account))

    def _run(self, work: Any) -> None:
        self._desk.run(
            Operation(work, changes=Changes(accounts=True), said=lambda _habit: _("Saved")),
            origin=self,
            then=self._kept,
        )

    def _kept(self, found: Habit) -> None:
        """What was answered may have changed other answers too."""
        if self._seen is None:
            return
        self._seen = Seen(
            self._seen.account, found, self._seen.step, self._seen.two_step, self._seen.recover, self._seen.rule
        )
        for name, select in self.selects.items():
            select.set_value(str(getattr(found, name)))
        if self.reasons is not None:
            self.reasons.set_values(one.value for one in found.reasons)
        self._fill_beside(self._seen)

    def again(self) -> None:
        """After an undo: what is kept may be something else."""
        self._desk.read(self._read_habit, self._kept)

    def _read_habit(self, _task: Task) -> Habit:
        return habits.habit(self._desk.bench.vault, self._account_id)


def _dated(source: str, day: str) -> PlainLabel:
    return PlainLabel(_("{source}\nSeen on {day}").format(source=source.replace("; ", "\n"), day=day), "small", "text2")


def _rule_card(seen: Seen) -> Card:
    """The employer's rule and what the experts say today, side by side and dated, so that neither hides the other."""
    card = Card(title=_("Whose rule holds?"))
    work = seen.account.purpose in (Purpose.PROFESSIONAL, Purpose.BOTH)
    card.add(
        PlainLabel(
            _("You use this account for work, so your employer’s rule for passwords comes first.")
            if work
            else _("This is your own account. No calendar is needed: change it when there is a reason."),
        )
    )
    if seen.rule is not None:
        fold = Fold(_("What the guidance says, and what holds today"), is_open=work)
        fold.body.addWidget(PlainLabel(_("The guidance: “{words}”").format(words=seen.rule.text), "small", "text2"))
        if seen.rule.now:
            fold.body.addWidget(PlainLabel(_("Today: {words}").format(words=seen.rule.now), "small", "text2"))
        if seen.rule.now_seen is not None:
            fold.body.addWidget(_dated(seen.rule.now_source, day_in_words(seen.rule.now_seen)))
        card.add(fold)
    return card
