"""The next step: first what the person can do without asking anybody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.log import Route, State, Steps
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Card
from ui.kit.layout import vbox
from ui.kit.steps import NumberedSteps
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.log.worry import WorryBanner
from ui.page import clear


class OneselfCard(Card):
    """Help first where it is needed, then the steps to take alone, and the two ways this can end without asking."""

    moved = Signal(str)  # a State by its value
    worried = Signal()
    link_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(title=_("Do what you can yourself first"))
        self._link = ""
        self.worry = WorryBanner("primary")
        self.worry.worried.connect(self.worried)
        self.routes = Routes()
        self.routes.link_asked.connect(self.link_asked)
        self.words = Heading(_("What you can do without them"), "h3")
        self.steps = NumberedSteps([])
        self.note = PlainLabel("", "small", "text2")
        self.open = LinkBtn(_("Open this page"))
        self.open.clicked.connect(lambda: self.link_asked.emit(self._link))
        self.then = PlainLabel("", "body", "text2")
        self.gone = Btn(_("It is gone from there"), icon="check")
        self.gone.clicked.connect(lambda: self.moved.emit(State.GONE.value))
        self.keep = Btn(_("Keep it as it is"), "quiet")
        self.keep.clicked.connect(lambda: self.moved.emit(State.KEPT.value))
        for part in (self.worry, self.routes, self.words, self.steps, self.note, self.open, self.then):
            self.add(part)
        self.add(ButtonRow(self.gone, self.keep))

    def show_steps(self, steps: Steps) -> None:
        self._link = steps.link
        self.worry.setVisible(steps.worries)
        self.routes.show_routes(steps.routes)
        self.heading.setText(_("Get help first") if steps.worries else _("Do what you can yourself first"))
        self.words.setVisible(steps.worries and bool(steps.oneself))
        self.steps.show_steps(steps.oneself)
        self.steps.setVisible(bool(steps.oneself))
        menu = _("In the menus: {path}").format(path=steps.menu) if steps.menu else ""
        self.note.setText("\n".join(part for part in (steps.note, menu) if part))
        self.note.setVisible(bool(self.note.text()))
        self.open.setVisible(bool(steps.link))
        self.then.setText("" if steps.worries else steps.then)
        self.then.setVisible(bool(self.then.text()))
        self.gone.set_kind("secondary" if steps.may_ask or steps.worries else "primary")


class Routes(QWidget):
    """What to do where a message could make things worse, one thing under the other."""

    link_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        space(self._column, 12)

    def show_routes(self, routes: Sequence[Route]) -> None:
        clear(self._column)
        for one in routes:
            self._column.addLayout(vbox(Heading(one.title, "h3"), PlainLabel(one.words), spacing=2))
        self.setVisible(bool(routes))


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
