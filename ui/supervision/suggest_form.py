"""What a manager fills in to suggest the check to a team. It makes a `Plan`, which has no field that asks for anything
back, and it keeps nothing."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import Library
from footprint.i18n import _, ngettext
from footprint.reminders import Every
from footprint.supervision import plans
from footprint.supervision.plans import LONGEST_NOTE, LONGEST_SENDER, MONTHS, MOST_NETWORKS, MOST_PROMPTS, BadPlan, Plan
from footprint.supervision.prompts import Side, first_of, of_side
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.choices import Choices, Option, Tick, Ticks
from ui.kit.fields import DateField, Field, NotesBox, TextBox
from ui.kit.layout import Fold, vbox
from ui.kit.text import Heading, PlainLabel
from ui.person import accounts_read as read
from ui.person.network_ticks import NetworkTicks

_USUAL = 6  # what “the ones most people use” ticks
_WEEKS = ("2", "4")
_NO_DAY, _ON_DAY, _AS_SUGGESTED = "none", "day", "0"


class SuggestForm(QWidget):
    """`changed` after each change; `plan()` is what it makes now, or `BadPlan` with the reason."""

    changed = Signal()

    def __init__(self, library: Library, today: date, start: Plan | None = None) -> None:
        super().__init__()
        self._library, self._today = library, today
        self._build_networks()
        self._build_times()
        self._build_words()
        self._build_questions()
        self.setLayout(
            vbox(
                Heading(_("What to look at"), "h2"), self._usual, self.networks, self.search, 8,
                Heading(_("When"), "h2"), self.by, self.day, self.again, 8,
                Heading(_("In your words"), "h2"), self.sender_field, self.note_field, self.count, self.warning, 8,
                self._questions,
                spacing=12,
            )
        )  # fmt: skip
        self.show_plan(start or first_plan(today))
        for signal in (
            self.networks.changed, self.search.clicked, self.by.chosen, self.again.chosen, self.sender.textChanged,
            self.note.textChanged, *(one.changed for one in self.prompts.values()),
            *(box.textChanged for box in self.day_box.boxes.values()),
        ):  # fmt: skip
            signal.connect(self._on_changed)

    # -- what it makes -----------------------------------------------------------------------------------

    def plan(self) -> Plan:
        """Raises `BadPlan`."""
        return plans.checked(
            Plan(
                networks=self.networks.values(),
                made=self._today,
                search=self.search.isChecked(),
                by=self._by(),
                again=int(self.again.value or 0),
                sender=self.sender.text(),
                note=self.note.toPlainText(),
                prompts=tuple(one for ticks in self.prompts.values() for one in ticks.values()),
            )
        )

    def show_plan(self, plan: Plan) -> None:
        """Fill the form with a plan, without telling anyone."""
        self.networks.set_values(plan.networks)
        self.search.setChecked(plan.search)
        weeks = str((plan.by - self._today).days // 7) if plan.by else ""
        in_weeks = plan.by is not None and weeks in _WEEKS and plan.by == self._in_weeks(weeks)
        self.by.set_value(weeks if in_weeks else _ON_DAY if plan.by else _NO_DAY)
        self.day_box.set_date(None if in_weeks else plan.by)
        self.day.setVisible(self.by.value == _ON_DAY)
        self.again.set_value(str(plan.again) if plan.again in MONTHS else _AS_SUGGESTED)
        self.sender.setText(plan.sender)
        self.note.setPlainText(plan.note)
        for ticks in self.prompts.values():
            ticks.set_values(plan.prompts)
        self._look_at_note()

    def _by(self) -> date | None:
        if self.by.value in _WEEKS:
            return self._in_weeks(self.by.value)
        if self.by.value != _ON_DAY:
            return None
        try:
            day = self.day_box.date()
        except ValueError as problem:
            raise BadPlan(str(problem)) from None
        if day is None:
            raise BadPlan(_("Enter the day, or choose another answer."))
        return day

    def _in_weeks(self, weeks: str) -> date:
        return self._today + timedelta(weeks=int(weeks))

    # -- building ----------------------------------------------------------------------------------------

    def _build_networks(self) -> None:
        words = PlainLabel(
            _("Nobody has to have any of these. Choose at most {n}.").format(n=MOST_NETWORKS), "small", "text2"
        )
        usual = Btn(_("The ones most people use"), "quiet", "check")
        usual.clicked.connect(self._tick_usual)
        none = Btn(_("None of them"), "quiet")
        none.clicked.connect(self._tick_none)
        self._usual = QWidget()
        self._usual.setLayout(vbox(words, ButtonRow(usual, none), spacing=4))
        self.networks = NetworkTicks(_("Networks"), self._library)
        self.search = Tick(_("Search for your own name"), _("Logged out, as a stranger would"))

    def _build_times(self) -> None:
        self.by = Choices(
            _("By when?"),
            [
                Option("2", _("In 2 weeks")),
                Option("4", _("In 4 weeks")),
                Option(_ON_DAY, _("On a day")),
                Option(_NO_DAY, _("In their own time")),
            ],
            columns=2,
        )
        self.by.chosen.connect(lambda value: self.day.setVisible(value == _ON_DAY))
        self.day_box = DateField(_("The day"))
        self.day = Field(_("The day"), self.day_box)
        self.again = Choices(
            _("How often after that?"),
            [
                *(Option(str(months), _capital(Every(months).words)) for months in MONTHS),
                Option(_AS_SUGGESTED, _("As the app suggests")),
            ],
            columns=2,
        )

    def _build_words(self) -> None:
        self.sender = TextBox(_("Who is it from?"))
        self.sender.setMaxLength(LONGEST_SENDER)
        hint = _("Your name or your team, as you like. Nobody can prove who made a plan, and the app says so.")
        self.sender_field = Field(_("Who is it from?"), self.sender, hint, optional=True)
        self.note = NotesBox(_("A kind note"), rows=5)
        note_hint = _("Say why, when there is work time for it, and that you are there to help.")
        self.note_field = Field(_("A kind note"), self.note, note_hint, optional=True)
        self.count = PlainLabel("", "small", "text2")
        self.warning = Banner("warn", _("Look at your note again"), " ")
        self.warning.hide()

    def _build_questions(self) -> None:
        self._questions = Fold(_("Questions for the talk"))
        self._questions.body.addWidget(
            PlainLabel(
                _("They stand at the foot of the page. Choose at most {n}.").format(n=MOST_PROMPTS), "small", "text2"
            )
        )
        self.prompts: dict[Side, Ticks] = {}
        for side, label in ((Side.MANAGER, _("You could ask")), (Side.PERSON, _("They could ask"))):
            ticks = Ticks(label, [Option(one.id, one.text) for one in of_side(side)])
            self.prompts[side] = ticks
            self._questions.body.addWidget(ticks)

    # -- changing ----------------------------------------------------------------------------------------

    def _tick_usual(self) -> None:
        usual = [one.id for one in read.offered(self._library)[:_USUAL]]
        self.networks.set_values(dict.fromkeys((*self.networks.values(), *usual)))
        self._on_changed()

    def _tick_none(self) -> None:
        self.networks.set_values(())
        self._on_changed()

    def _on_changed(self, _value: object = None) -> None:
        self._look_at_note()
        self.changed.emit()

    def _look_at_note(self) -> None:
        """How much room is left, and what in the note does not belong there."""
        note = self.note.toPlainText()
        left = LONGEST_NOTE - len(note.strip())
        over = ngettext("{n} letter too many", "{n} letters too many", -left).format(n=-left)
        room = ngettext("Room for {n} more letter", "Room for {n} more letters", left).format(n=left)
        self.count.setText(over if left < 0 else room)
        self.count.set_colour("danger" if left < 0 else "text2")
        found = [plans.to_writer(one) for one in plans.worries(note)]
        self.warning.setVisible(bool(found))
        if found:
            self.warning.say(_("Look at your note again"), "\n".join(found))


def first_plan(today: date) -> Plan:
    """What the form starts from: no network is assumed, two questions stand ready."""
    prompts = (*first_of(Side.MANAGER)[:1], *first_of(Side.PERSON)[1:2])
    return Plan(
        (), today, search=True, by=today + timedelta(weeks=4), again=6, prompts=tuple(one.id for one in prompts)
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
