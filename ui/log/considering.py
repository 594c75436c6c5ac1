"""Before something goes: the core asks whether a case could be about it, and here the person answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from footprint import person
from footprint.i18n import _
from footprint.log.ladder import Case, Considered, PauseFirst, asks_first, careful_advice
from footprint.person import Profile
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.cards import bring_into_view
from ui.kit.choices import Choices, Option
from ui.kit.dialogs import Sheet
from ui.kit.text import BoldText, PlainLabel
from ui.kit.theme import space


def case_choices() -> Choices:
    """The question, as the page of a thing and this sheet put it."""
    return Choices(
        _("Could a complaint or a court case be about this?"),
        [
            Option(Case.NO.value, _("No"), _("You can go on.")),
            Option(Case.PERHAPS.value, _("It could be"), _("Then keep it, and take advice first.")),
            Option(Case.UNSURE.value, _("Not sure"), _("Then we treat it as if it could be.")),
        ],
    )


class PauseSheet(Sheet):
    """Esc and “Keep it for now” change nothing."""

    decided = Signal(object)  # Considered

    def __init__(self, parent: QWidget, pause: PauseFirst, who: Profile) -> None:
        super().__init__(parent, _("Before it goes"))
        self._careful = pause.careful
        self.add(PlainLabel(str(pause)))
        self.choices = case_choices()
        self.choices.chosen.connect(self._on_chosen)
        self.add(self.choices)
        self.advice = QWidget()
        lines = QVBoxLayout(self.advice)
        space(lines, 8)
        for words in careful_advice(who):
            lines.addWidget(BoldText(words))
        self.add(self.advice)
        self.keep = self.add_button(Btn(_("Keep it for now")))
        self.keep.clicked.connect(self.reject)
        self.go_on = self.add_button(Btn(_("Go on"), "danger"))
        self.go_on.clicked.connect(self._decide)
        self.choices.setVisible(not pause.careful)
        self._on_chosen("")
        if pause.careful:
            self.keep.setFocus()
        else:
            self.choices.focus_first()

    def _on_chosen(self, value: str) -> None:
        careful = self._careful or (bool(value) and Case(value).careful)
        self.advice.setVisible(careful)
        self.go_on.setVisible(bool(value) or self._careful)
        self.go_on.setText(_("Do it all the same") if careful else _("Go on"))
        if careful and self.isVisible():
            QTimer.singleShot(0, self, lambda: bring_into_view(self.advice))

    def _decide(self) -> None:
        case = Case(self.choices.value) if self.choices.value else Case.PERHAPS
        self.decided.emit(Considered(case, all_the_same=case.careful))
        self.accept()


class Considering:
    """Runs a change; where the core wants an answer first, asks for it over the window and runs it again."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        self._desk, self._over = desk, over
        self.sheet: PauseSheet | None = None

    def run(
        self,
        work: Callable[[Considered | None], Done[Any] | None],
        *,
        changes: Changes,
        said: Callable[[Any], str] | None = None,
        origin: QWidget | None = None,
        then: Callable[[Any], None] | None = None,
        answered: Considered | None = None,
    ) -> None:
        """As `Desk.run`; `work` gets what the person answered, `answered` (None: nothing yet) the first time."""

        def attempt(considered: Considered | None) -> None:
            operation = Operation(lambda _task: work(considered), changes=changes, said=said)
            self._desk.run(operation, origin=origin, then=then, failed=failed)

        def failed(problem: Exception) -> None:
            if not isinstance(problem, PauseFirst):
                self._desk.show_problem(problem)
            elif isValid(self._over):
                vault = self._desk.bench.vault
                self._desk.read(lambda _task: person.profile(vault), lambda who: self._ask(problem, who, attempt))

        attempt(answered)

    def before(self, item_id: str, act: Callable[[Considered | None], None]) -> None:
        """Ask what is open about this item, then act; for what leaves the window before anything is noted."""
        vault = self._desk.bench.vault
        pause = asks_first(vault, item_id)
        if pause is None:
            act(None)
        else:
            self._desk.read(lambda _task: person.profile(vault), lambda who: self._ask(pause, who, act))

    def _ask(self, pause: PauseFirst, who: Profile, attempt: Callable[[Considered | None], None]) -> None:
        if not isValid(self._over):
            return
        self.sheet = PauseSheet(self._over.window(), pause, who)
        self.sheet.decided.connect(attempt)
        self.sheet.open()
