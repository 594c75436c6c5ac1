"""A pause before anything goes, and what else decides the steps."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint.i18n import _
from footprint.log.ladder import LifeEvent, Pause, Standing, careful_advice
from footprint.person import Profile
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choice_cards import Tick
from ui.kit.layout import Fold
from ui.kit.text import BoldText, PlainLabel
from ui.kit.theme import space
from ui.log.considering import case_choices
from ui.page import clear


class PauseCard(Card):
    """One question; the answer is remembered for this thing. After “It could be” it says how to be careful."""

    answered = Signal(str)  # a Case by its value

    def __init__(self) -> None:
        super().__init__(title=_("Before anything goes"))
        self.why = PlainLabel("")
        self.choices = case_choices()
        self.choices.chosen.connect(self.answered)
        self._advice = QVBoxLayout()
        space(self._advice, 8)
        self.again = Btn(_("Change my answer"), "quiet")
        self.again.clicked.connect(self._ask_again)
        for part in (self.why, self.choices, self._advice, self.again):
            self.add(part)

    def show_standing(self, pause: Pause | None, standing: Standing, who: Profile) -> None:
        case = standing.known.case
        careful = pause is None and case is not None and case.careful
        self.heading.setText(_("Go carefully") if careful else _("Before anything goes"))
        self.why.setText(pause.why if pause else _("You said that a case could be about this."))
        self.choices.setVisible(pause is not None)
        with QSignalBlocker(self.choices):
            self.choices.set_value("" if case is None else case.value)
        clear(self._advice)
        for words in careful_advice(who) if careful else ():
            self._advice.addWidget(BoldText(words))
        self.again.setVisible(careful)

    def _ask_again(self) -> None:
        self.choices.show()
        self.again.hide()
        self.choices.focus_first()


def pause_wanted(standing: Standing) -> bool:
    """There is a question to ask, or the answer to it says to be careful."""
    case = standing.known.case
    return standing.pause is not None or (case is not None and case.careful)


class MattersCard(Card):
    """Three plain facts, folded away while none is so. Each saves at once and may change the steps."""

    work_said = Signal(bool)
    event_said = Signal(str, bool)  # a LifeEvent by its value

    def __init__(self) -> None:
        super().__init__()
        self.fold = Fold(_("Is work, a complaint or a court in this?"))
        self.work = Tick(
            _("People from work are in this"),
            _("A colleague, your service, or people who use it. Your manager comes first."),
        )
        self.work.toggled.connect(self.work_said)
        self.events = {
            LifeEvent.COMPLAINT: Tick(_("A complaint about me is going on")),
            LifeEvent.HEARING: Tick(_("A court hearing is coming up"), _("Then we ask before anything goes.")),
        }
        self.fold.body.addWidget(self.work)
        for kind, tick in self.events.items():
            tick.toggled.connect(lambda on, kind=kind: self.event_said.emit(kind.value, on))
            self.fold.body.addWidget(tick)
        self.add(self.fold)

    def show_standing(self, standing: Standing) -> None:
        for tick, on in (
            (self.work, standing.known.of_work),
            *((one, kind in standing.life) for kind, one in self.events.items()),
        ):
            with QSignalBlocker(tick):
                tick.setChecked(on)
        # Where it is a colleague or the workplace there is nothing to say: the manager comes first whatever is ticked.
        self.work.setVisible(standing.relation is None or not standing.relation.of_work)
        if standing.known.of_work or standing.life:
            self.fold.set_open(True)
