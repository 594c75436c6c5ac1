"""How to check a setting: the steps on the web, on the phone or anywhere, the page to open and the menu path."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import Check, Kind, NetworkFile, Where
from footprint.i18n import _
from ui.checklists.badges import source_of
from ui.checklists.words import is_general
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.steps import NumberedSteps
from ui.kit.text import PlainLabel
from ui.kit.theme import space

WEB, PHONE = "web", "phone"


class HowTo(QWidget):
    """The steps of one check. `swapped` asks to remember web or phone; `opened` asks for the settings page."""

    swapped = Signal(str)
    opened = Signal(str)

    def __init__(self, network: NetworkFile, check: Check, today: date, *, on: str, address: str = "") -> None:
        super().__init__()
        self.network, self.check = network, check
        self._box = QVBoxLayout(self)
        space(self._box, 8)
        self.on = steps_on(check, on)
        self._where = PlainLabel("", "small", "text2")
        if check.where is Where.ANYWHERE:
            self._where.hide()
        self._steps: NumberedSteps | None = None
        self._box.addWidget(self._where)
        self.swap: Btn | None = None
        self._show_steps()
        buttons: list[QWidget] = []
        if address:
            buttons.append(open_button(network, address, self.opened.emit))
        if check.web and check.phone:
            self.swap = Btn("", "quiet")
            self.swap.clicked.connect(self._swap)
            self._name_swap()
            buttons.append(self.swap)
        if buttons:
            self._box.addWidget(ButtonRow(*buttons, gap=8))
        if check.menu:
            self._box.addWidget(PlainLabel(_("Where it is: {path}").format(path=check.menu), "small", "text2"))
        sure = PlainLabel(source_of(network, check, today).sentence, "small", "text2")
        sure.setObjectName("how_sure")
        self._box.addWidget(sure)

    def _show_steps(self) -> None:
        if self._steps is not None:
            self._steps.hide()
            self._box.removeWidget(self._steps)
            self._steps.deleteLater()
        self._where.setText(_("In the phone app") if self.on == PHONE else _("On the website"))
        self._steps = NumberedSteps(list(steps_of(self.check, self.on)))
        self._box.insertWidget(1, self._steps)

    def _name_swap(self) -> None:
        if self.swap is not None:
            words_ = _("Show the steps for the website") if self.on == PHONE else _("Show the steps for the phone")
            self.swap.setText(words_)

    def _swap(self) -> None:
        self.show_on(WEB if self.on == PHONE else PHONE)
        self.swapped.emit(self.on)

    def show_on(self, on: str) -> None:
        """The steps for the website or for the phone, where the check has both."""
        wanted = steps_on(self.check, on)
        if wanted != self.on:
            self.on = wanted
            self._show_steps()
            self._name_swap()


def steps_of(check: Check, on: str) -> tuple[str, ...]:
    """The steps for the website or for the phone; those of a check that is the same anywhere."""
    if check.where is Where.ANYWHERE:
        return check.steps
    return check.phone if on == PHONE else check.web


def steps_on(check: Check, wanted: str) -> str:
    """Where the steps shown are for: what the person prefers, if the check has steps there."""
    if wanted == PHONE:
        return PHONE if check.phone else WEB
    return WEB if check.web else PHONE


def open_button(network: NetworkFile, address: str, opened: Callable[[str], object], about: str = "") -> Btn:
    """ "Open this page on Facebook": the host is shown before the browser opens. `about` says which page it is."""
    own = network.kind is Kind.NETWORK and not is_general(network)
    said = _("Open this page on {name}").format(name=network.name) if own else _("Open this page")
    button = Btn(said, "secondary", icon="external")
    if about:
        button.setAccessibleDescription(about)
    button.clicked.connect(lambda: opened(address))
    return button
