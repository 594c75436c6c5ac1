"""The next step: first what the person can do without asking anybody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from footprint.i18n import _
from footprint.log import Item, State
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Flow
from ui.kit.steps import NumberedSteps
from ui.kit.text import PlainLabel
from ui.log.worry import WorryBanner


class OneselfCard(Card):
    """The steps to take oneself, and the two ways this can end without asking."""

    moved = Signal(str)  # a State by its value
    worried = Signal()

    def __init__(self) -> None:
        super().__init__(title=_("Next step"))
        self.words = PlainLabel("", "body")
        self.steps = NumberedSteps([])
        self.worry = WorryBanner()
        self.worry.worried.connect(self.worried)
        self.gone = Btn(_("It is gone from there"), icon="check")
        self.gone.clicked.connect(lambda: self.moved.emit(State.GONE.value))
        self.keep = Btn(_("Keep it as it is"), "quiet")
        self.keep.clicked.connect(lambda: self.moved.emit(State.KEPT.value))
        self.add(self.worry)
        self.add(self.words)
        self.add(self.steps)
        self.add(Flow([self.gone, self.keep], 190, 8))

    def show_steps(self, item: Item, steps: Sequence[str], *, worries: bool, may_ask: bool) -> None:
        self.steps.show_steps(steps)
        self.steps.setVisible(bool(steps))
        self.worry.setVisible(worries)
        if steps:
            self.words.setText(_("Do what you can yourself first. It is the quickest way."))
        else:
            self.words.setText(_("There is nothing to press here yourself."))
        self.gone.set_kind("secondary" if may_ask else "primary")


class EndedCard(Card):
    """What an end means, and the way back."""

    moved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words = PlainLabel("", "body")
        self.again = Btn("", icon="undo")
        self._to = State.DECIDED
        self.again.clicked.connect(lambda: self.moved.emit(self._to.value))
        self.add(self.words)
        self.add(self.again)

    def show_end(self, state: State) -> None:
        if state is State.GONE:
            self.words.setText(
                _("It is gone from there. Copies may still be somewhere else. Search for your name again in a while.")
            )
            self.again.setText(_("It came back"))
            self._to = State.CAME_BACK
        else:
            self.words.setText(_("You decided to keep it as it is. You can change your mind at any time."))
            self.again.setText(_("I want to sort it out"))
            self._to = State.DECIDED
