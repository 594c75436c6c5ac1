"""One note: what it says, what is kept of it, the copies made, and handing it to the workplace."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import day_in_words, local_day
from footprint.i18n import N_, _
from footprint.log import incidents
from footprint.log.incidents import Copy, Form, Incident
from footprint.reports import incident_paper
from ui.changes import Changes
from ui.desk import Desk
from ui.help_now.button import help_now_button
from ui.incidents.days import day_problem, good_day
from ui.incidents.now import Now
from ui.incidents.paper import PaperCard
from ui.incidents.proofs import ProofCard
from ui.incidents.side import WhoToTell
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.date_field import DateField
from ui.kit.fields import Field
from ui.kit.text import PlainLabel
from ui.kit.theme import space

FORMS = {Form.PDF: N_("PDF"), Form.WORD: N_("Word"), Form.HTML: N_("Web page"), Form.TEXT: N_("Plain words")}
_LATE = N_("The day you handed it over must be today or in the past.")


class NoteView(QWidget):
    """`handed` asks whether to delete it here, once the workplace has it."""

    change = Signal()
    copy = Signal()
    delete = Signal()
    handed = Signal()
    to_list = Signal()
    contacts = Signal()

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__()
        self._desk, self._now = desk, now
        column = QVBoxLayout(self)
        space(column, 16)
        self.primary = Btn(_("Make a copy for my manager"), "primary")
        self.primary.clicked.connect(self.copy)
        self.change_button = Btn(_("Change it"))
        self.change_button.clicked.connect(self.change)
        self.delete_button = Btn(_("Delete this note"), "danger")
        self.delete_button.clicked.connect(self.delete)
        back = Btn(_("Back to the list"), "quiet", icon="left")
        back.clicked.connect(self.to_list)
        column.addWidget(ButtonRow(self.primary, self.change_button, help_now_button(self), back))
        column.addWidget(PaperCard(incident_paper(now.whole), bare=True))
        self.tell = WhoToTell(now.in_line, manager_fits=now.note.manager_fits, few=False)
        self.tell.turned.connect(self._turn)
        self.tell.edit.connect(self.contacts)
        column.addWidget(self.tell)
        column.addWidget(ProofCard(desk, now))
        if now.whole.copies:
            column.addWidget(copies_card(now.whole.copies))
        column.addWidget(self._handing(now.note))
        column.addWidget(ButtonRow(self.delete_button))

    def _handing(self, note: Incident) -> Card:
        card = Card(title=_("Handed to the workplace"))
        if note.handed_on is not None:
            card.add(PlainLabel(_("Handed over on {day}.").format(day=day_in_words(note.handed_on, weekday=True))))
            self.delete_now = Btn(_("Delete it here"), "danger")
            self.delete_now.clicked.connect(self.handed)
            card.add(
                PlainLabel(_("Your workplace keeps its own record. You need not keep one here."), "small", "text2")
            )
            card.add(ButtonRow(self.delete_now))
            return card
        self.day = DateField(_("The day you handed it over"))
        self.day_field = Field(_("The day you handed it over"), self.day, _("Leave it empty for today."), optional=True)
        self.hand = Btn(_("It is handed over"))
        self.hand.clicked.connect(self._hand_over)
        card.add(self.day_field)
        card.add(ButtonRow(self.hand))
        return card

    def _hand_over(self) -> None:
        words = day_problem(self._desk, self.day, _LATE)
        self.day_field.show_error(words)
        if words:
            self.day.setFocus()
            return
        vault, note, day = self._desk.bench.vault, self._now.note.id, good_day(self._desk, self.day)
        self._desk.run(
            Operation(
                lambda _task: incidents.hand_over(vault, note, day),
                changes=Changes(incidents=True),
                said=lambda _note: _("Noted that it is handed over"),
            ),
            then=self._handed,
        )

    def _handed(self, _note: Incident) -> None:
        self.handed.emit()

    def _turn(self, fits: bool) -> None:
        vault, note = self._desk.bench.vault, self._now.note
        self._desk.run(
            Operation(
                lambda _task: incidents.keep(vault, note, manager_fits=fits),
                changes=Changes(incidents=True),
                said=lambda _note: _("Saved"),
            )
        )


def copies_card(copies: tuple[Copy, ...]) -> Card:
    """What was given away, and when."""
    card = Card(title=_("Copies you made"))
    for one in copies:
        day = day_in_words(local_day(one.made_at), weekday=True)
        card.add(PlainLabel(f"{_(FORMS[one.form])}: {day}"))
    return card
