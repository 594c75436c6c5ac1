"""What one password is like: how hard it is to guess, whether it was leaked, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint import passwords, person
from footprint.i18n import _
from footprint.passwords import Grade, Judgement, Look, Seen, Step
from footprint.person import AccountState
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.fields import Field, Select
from ui.kit.progress import Working
from ui.kit.text import Heading, PlainLabel

_MOST = 40


class Verdict(Card):
    """Three answers in words. The one about leaked lists waits until the person asks for it."""

    ask_lists = Signal()
    ask_file = Signal()

    def __init__(self, desk: Desk, found: Judgement) -> None:
        super().__init__(title=_("What we found"))
        self._desk, self._found = desk, found
        self.grade = Banner("ok" if found.grade is Grade.STRONG else "warn", found.grade.label, found.sentence)
        self.add(self.grade)
        for note in found.notes:
            self.add(PlainLabel(note, colour="text2"))
        self.add(Heading(_("Was it leaked?"), "h3"))
        self.asking = PlainLabel(
            _("Thieves try passwords from leaked lists first. We can look, without telling anyone your password."),
            colour="text2",
        )
        self.lists_button = Btn(_("Look in leaked lists"))
        self.file_button = Btn(_("Look in a list I downloaded"), "quiet")
        self.lists_button.clicked.connect(self.ask_lists)
        self.file_button.clicked.connect(self.ask_file)
        self.add(self.asking)
        self.ways = ButtonRow(self.lists_button, self.file_button)
        self.add(self.ways)
        self.working: Working | None = None
        self.seen: Banner | None = None
        self.next = _Next(desk)
        self.add(self.next)
        self.next.setVisible(found.grade.weak)
        self.strong = PlainLabel(_("Use it on 1 site only, and turn on 2-step verification there."), colour="text2")
        self.add(self.strong)
        self.strong.setVisible(not found.grade.weak)

    def cannot_look(self) -> None:
        """The box is empty, so there is nothing left to look up."""
        if self.ways.isHidden():
            return
        self.asking.setText(_("To look in leaked lists, type the password again."))
        self.ways.hide()

    def show_working(self, working: Working) -> None:
        self.ways.hide()
        self._take_out_working()
        self.working = working
        self.body.insertWidget(self.body.indexOf(self.ways), working)

    def show_asking(self) -> None:
        """Back to asking, after a look that could not begin."""
        self._take_out_working()
        self.ways.show()

    def show_seen(self, seen: Seen) -> None:
        """What the lists said. A look that failed leaves the buttons there, so that it can be tried again."""
        self._take_out_working()
        if self.seen is not None:
            self.seen.deleteLater()
        tone = {Look.FOUND: "warn", Look.NOT_FOUND: "ok"}.get(seen.look, "info")
        title = seen.look.label if seen.look.answered else _("Nothing was looked up")
        self.seen = Banner(tone, title, seen.sentence)
        self.body.insertWidget(self.body.indexOf(self.ways), self.seen)
        self.asking.setVisible(not seen.look.answered)
        self.ways.setVisible(not seen.look.answered)
        leaked = seen.look is Look.FOUND
        self.next.setVisible(self._found.grade.weak or leaked)
        self.strong.setVisible(not self._found.grade.weak and not leaked)

    def _take_out_working(self) -> None:
        if self.working is not None:
            self.working.hide()
            self.working.deleteLater()
            self.working = None


class _Next(QWidget):
    """Where it is used, and the button that leads to the step where it is changed there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        from ui.kit.layout import vbox

        self._desk = desk
        self._steps: dict[str, Step] = {}
        self.where = Select(_("Where do you use it?"), [])
        self.field = Field(_("Where do you use it?"), self.where)
        self.change = Btn(_("Change it"), "secondary", "key")
        self.add_account = Btn(_("Add an account"), "quiet")
        self.words = PlainLabel("", colour="text2")
        self.setLayout(
            vbox(
                Heading(_("Change it"), "h3"),
                self.words,
                self.field,
                ButtonRow(self.change, self.add_account),
                spacing=10,
            )
        )
        self.where.chosen.connect(lambda _value: self._name_it())
        self.change.clicked.connect(self._go)
        self.add_account.clicked.connect(lambda: desk.go("accounts"))
        for part in (self.field, self.change):
            part.hide()
        desk.read(self._read, self._show)

    def _read(self, _task: Task) -> tuple[Step, ...]:
        bench = self._desk.bench
        in_use = [one.network for one in person.accounts(bench.vault) if one.state is not AccountState.CLOSED]
        return tuple(passwords.step_for(bench.checklists, one) for one in dict.fromkeys(in_use[:_MOST]))

    def _show(self, steps: tuple[Step, ...]) -> None:
        self._steps = {one.network: one for one in steps}
        self.where.set_options([(one.network, one.name) for one in steps])
        self.field.setVisible(len(steps) > 1)
        self.change.setVisible(bool(steps))
        self.words.setText(
            _("Change it everywhere you use it, each time to another one.")
            if steps
            else _("Change it everywhere you use it. When you list your accounts, we can show you the steps.")
        )
        self.add_account.setVisible(not steps)
        self._name_it()

    def _name_it(self) -> None:
        step = self._steps.get(self.where.value)
        self.change.setText(_("Change it on {network}").format(network=step.name) if step else _("Change it"))

    def _go(self) -> None:
        step = self._steps.get(self.where.value)
        if step is not None:
            self._desk.go("checklists", network=step.network, check=step.check)
